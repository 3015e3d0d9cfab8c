"""One sandbox a test, on every system. `@pytest.mark.fault(n)` names what goes wrong; `FAULTS` has the words."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.faults.copies import Copy, Office
from tests.faults.systems import SYSTEMS, System

FAULTS = {
    1: "A sync is killed at any moment.",
    2: "The same sync runs twice.",
    3: "A run is broken off and goes on later.",
    4: "The note of how far was read cannot be right, or clocks are far apart.",
    5: "A list does not hold still while it is read, repeats itself, or leads nowhere.",
    6: "A page cannot be read, or a list comes back empty.",
    8: "The ATS refuses the key or a list.",
    9: "The ATS has a bad moment, or asks for patience.",
    10: "A connection does not come about, breaks, stalls or dribbles.",
    11: "An answer is far too large.",
    12: "The ATS, or an address, leads credentials elsewhere.",
    13: "A record, or a value in it, is bad.",
    14: "Several processes work on one data folder.",
    23: "SQLite is too old to keep the file safe.",
    24: "The keyring is locked, not set up, silent, gone, or lacks an entry.",
    25: "A secret reaches a place where it does not belong.",
    27: "Others may read the files, or a name looks like a formula.",
    30: "We make a mistake of our own.",
}
"""The numbers of `@pytest.mark.fault`, in words."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "fault(number): what goes wrong in the test; see FAULTS")


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
