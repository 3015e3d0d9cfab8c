"""One sandbox a test, on every system; `@pytest.mark.fault(n)` names the line of the list of faults."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.faults.copies import Copy, Office
from tests.faults.systems import SYSTEMS, System


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "fault(line): the line of FAULTS.md that the test stands for")


@pytest.fixture(params=SYSTEMS, ids=lambda system: system.ats, scope="module")
def system(request: pytest.FixtureRequest) -> System:
    found: System = request.param
    return found


@pytest.fixture
def open_office(system: System, tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """Starts a sandbox with its copies; options are those of the sandbox."""
    with ExitStack() as stack:

        def start(**options: Any) -> Office:
            options = {"seed": 11, "candidates": 120, "rules": system.unlimited} | options
            sandbox = stack.enter_context(system.running(**options))
            office = Office(system, sandbox, tmp_path)
            stack.callback(office.close)
            return office

        yield start


@pytest.fixture(scope="module")
def synced_once(system: System, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """What is the same for a module's tests: a sandbox in which nothing happens, and a whole copy of it."""
    with system.running(seed=11, candidates=120, rules=system.unlimited) as sandbox:
        copy = Office(system, sandbox, tmp_path_factory.mktemp("still")).reference()
        copy.close()
        yield copy


@pytest.fixture
def office(synced_once: Copy, tmp_path: Path) -> Iterator[Office]:
    """A sandbox with 120 candidates in which nothing happens."""
    system, sandbox = synced_once.office.system, synced_once.office.sandbox
    office = Office(system, sandbox, tmp_path, synced=synced_once)
    yield office
    office.close()
    sandbox.control.heal()
    sandbox.control.permit()
    sandbox.control.set_limit(0)


@pytest.fixture
def moving(open_office: Callable[..., Office]) -> Office:
    """A sandbox with 120 candidates of the test's own, in which things may happen."""
    return open_office()
