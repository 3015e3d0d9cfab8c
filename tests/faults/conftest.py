"""One sandbox a test. `@pytest.mark.fault(n, row)` names what goes wrong: `matrix` has the rows."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

pytest.register_assert_rewrite(
    "tests.faults.copies", "tests.faults.whole", "tests.sync.standard", "tests.sync.lab"
)

from tests.faults.copies import Copy, Office  # noqa: E402  only now, for asserts that explain themselves
from tests.faults.killing import Note  # noqa: E402
from tests.faults.matrix import KILL  # noqa: E402
from tests.faults.systems import COMEET, System  # noqa: E402

Stills = tuple[ExitStack, dict[str, Copy]]


@pytest.fixture(scope="session")
def system(request: pytest.FixtureRequest) -> System:
    """The system that `EVERY` or `across` chose; Comeet elsewhere."""
    found: System = getattr(request, "param", COMEET)
    return found


@pytest.fixture
def open_office(system: System, tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """Starts a sandbox with its copies; options are those of the sandbox."""
    with ExitStack() as stack:

        def start(**options: Any) -> Office:
            sandbox = stack.enter_context(system.running(**still(system) | options))
            office = Office(system, sandbox, tmp_path)
            stack.callback(office.close)
            return office

        yield start


def still(system: System) -> dict[str, Any]:
    """Options of a sandbox; on the same seed all tests of a system see the same people."""
    return {"seed": 11, "candidates": system.candidates}


@pytest.fixture(scope="session")
def stills() -> Iterator[Stills]:
    """Sandboxes that outlive the tests, each with its copy, by system."""
    with ExitStack() as stack:
        yield stack, {}


@pytest.fixture(scope="session")
def synced_once(system: System, stills: Stills, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """What is the same for all tests of a system: a sandbox in which nothing happens, and a whole copy of it."""
    stack, copies = stills
    if system.ats not in copies:
        sandbox = stack.enter_context(system.running(**still(system)))
        copies[system.ats] = Office(system, sandbox, tmp_path_factory.mktemp("still")).reference()
        copies[system.ats].close()
    return copies[system.ats]


@pytest.fixture
def office(synced_once: Copy, tmp_path: Path) -> Iterator[Office]:
    """A sandbox in which nothing happens."""
    system, sandbox = synced_once.office.system, synced_once.office.sandbox
    office = Office(system, sandbox, tmp_path, synced=synced_once)
    yield office
    office.close()
    sandbox.control.heal()
    if hasattr(sandbox.control, "permit"):
        sandbox.control.permit()
    sandbox.control.set_limit(0)


@pytest.fixture
def moving(open_office: Callable[..., Office]) -> Office:
    """A sandbox of the test's own, in which things may happen."""
    return open_office()


@pytest.fixture
def killed(record_property: Callable[[str, object], None]) -> Note:
    """Counts a kill for the report."""
    return lambda what: record_property(KILL, what)
