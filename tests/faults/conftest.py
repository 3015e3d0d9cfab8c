"""One sandbox a test. `@pytest.mark.fault(n, row)` names what goes wrong: `FAULTS` has the words, `matrix` the rows."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

pytest.register_assert_rewrite(
    "tests.faults.copies", "tests.faults.whole", "tests.sync.standard", "tests.sync.lab"
)

from tests.faults import matrix  # noqa: E402  only now, for asserts that explain themselves
from tests.faults.copies import Copy, Office  # noqa: E402
from tests.faults.systems import COMEET, System  # noqa: E402

Stills = tuple[ExitStack, dict[str, Copy]]

FAULTS = {
    1: "A sync is killed at any moment.",
    2: "The same sync runs twice.",
    3: "A run is broken off and goes on later.",
    4: "The note of how far was read cannot be right, or clocks are far apart.",
    5: "A list does not hold still while it is read, repeats itself, or leads nowhere.",
    6: "A page cannot be read.",
    7: "Records are gone, or seem to be.",
    8: "The ATS refuses the key or a list.",
    9: "The ATS has a bad moment, or asks for patience.",
    10: "A connection does not come about, breaks, stalls or dribbles.",
    11: "An answer is far too large, or holds what nobody has seen before.",
    12: "The ATS, or an address, leads credentials elsewhere.",
    13: "A record, or a value in it, is bad.",
    14: "Several processes work on one data folder.",
    15: "The answer to a submission is lost.",
    16: "A submission is broken off, made twice, or has to wait.",
    17: "A file is not what it was, or seems to be.",
    18: "The ATS refuses a submission.",
    23: "SQLite is too old to keep the file safe.",
    24: "The keyring is locked, not set up, silent, gone, or lacks an entry.",
    25: "A secret reaches a place where it does not belong.",
    26: "Somebody who was forgotten leaves a trace, or comes back.",
    27: "Others may read the files, or a name looks like a formula.",
    30: "We make a mistake of our own.",
}
"""The numbers of `@pytest.mark.fault`, in words."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "fault(number, row): what goes wrong in the test; see FAULTS and matrix.ROWS"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    matrix.mark(items)


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
