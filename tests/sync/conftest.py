"""A sandbox over a real socket and a data folder that is synced from it."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.sync.standard", "tests.sync.lab")

from tests.sync.comeet import COMEET  # noqa: E402  only now, for asserts that explain themselves
from tests.sync.lab import Lab, System, laboratory  # noqa: E402

Start = Callable[..., Lab]


@pytest.fixture(scope="class")
def system(request: pytest.FixtureRequest) -> System:
    """The system a class of the standard set is about; Comeet elsewhere."""
    found: System = getattr(request.cls, "system", COMEET)
    return found


@pytest.fixture
def start(system: System, tmp_path: Path) -> Iterator[Start]:
    """Starts sandboxes of a test's own, each with a data folder."""
    with contextlib.ExitStack() as stack:
        yield lambda name="data", **options: stack.enter_context(
            laboratory(system, tmp_path / name, **options)
        )


@pytest.fixture
def lab(start: Start) -> Lab:
    """An account that was never synced, and a sandbox that the test may change."""
    return start()


@pytest.fixture
def synced(lab: Lab) -> Lab:
    """An account that was synced once, and a sandbox that the test may change."""
    lab.good_sync()
    return lab


@pytest.fixture(scope="class")
def read_only(system: System, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """An account that was synced once, shared by tests that change nothing."""
    with laboratory(system, tmp_path_factory.mktemp("read-only") / "data", candidates=150) as lab:
        lab.good_sync()
        lab.control.clear_requests()
        yield lab
