"""One sandbox a test, on every system; `@pytest.mark.fault(n)` names the line of the list of faults."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.faults.copies import Office
from tests.faults.systems import SYSTEMS, System


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "fault(line): the line of FAULTS.md that the test stands for")


@pytest.fixture(params=SYSTEMS, ids=lambda system: system.ats)
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


@pytest.fixture
def office(open_office: Callable[..., Office]) -> Office:
    """A sandbox with 120 candidates."""
    return open_office()
