"""The table of faults and systems at the end of a test report, made from what the tests themselves came to.

`@pytest.mark.fault(5, "pages in a circle")` puts a test into a row; `fault(24)` names a fault that no system is
concerned with.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import pytest

from tests.faults.systems import COMEET, SYSTEMS

ROWS = (
    (1, "killed at any moment"),
    (2, "the same sync twice"),
    (3, "broken off and resumed"),
    (4, "watermark that cannot be"),
    (4, "cursor that expired"),
    (4, "clocks far apart"),
    (5, "records move and repeat"),
    (5, "pages in a circle"),
    (6, "a page fails for good"),
    (7, "deletions by signal"),
    (7, "deletions by sweep"),
    (7, "mass deletion asks"),
    (7, "empty answer, broken API"),
    (8, "key revoked"),
    (8, "one list refused"),
    (9, "429, 5xx, HTML, no body"),
    (10, "breaks, stalls, dribbles"),
    (10, "nobody there, proxy 407"),
    (11, "far too large"),
    (11, "random mutations"),
    (11, "new values and members"),
    (11, "nulls everywhere"),
    (11, "ids beyond 2^53"),
    (11, "ids that differ by case"),
    (11, "spellings of a date"),
    (11, "HTML kept, not fetched"),
    (12, "redirect elsewhere"),
    (12, "next page elsewhere"),
    (13, "bad record set aside"),
    (14, "several processes"),
    (15, "answer lost, one is there"),
    (16, "killed between steps"),
    (16, "twice, two at once"),
    (16, "offline, sent later"),
    (17, "bytes read once"),
    (18, "refusals at their place"),
    (26, "forgotten, and stays so"),
    (26, "forgotten with what was sent"),
)
"""FAULTS lines 1 to 18 and 26, in parts where a system may have one and lack another."""
PROPERTY = "fault and system"
OUTCOMES = ("passed", "failed", "error", "skipped")


def mark(items: Sequence[pytest.Item]) -> None:
    """Notes on each test its rows and its system, which its reports then carry from any process."""
    for item in items:
        for marker in item.iter_markers("fault"):
            if marker.args[1:]:
                if marker.args not in ROWS:
                    raise pytest.UsageError(f"{item.nodeid}: the table has no row {marker.args}")
                if ats := _system(item):
                    item.user_properties.append((PROPERTY, f"{marker.args[1]}|{ats}"))


def _system(item: pytest.Item) -> str:
    """The system a test runs on; "" for one that needs none."""
    if "system" not in getattr(item, "fixturenames", ()):
        return ""
    callspec = getattr(item, "callspec", None)
    found = callspec.params.get("system") if callspec else None
    return str((found or COMEET).ats)


def summarise(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table where any test of it ran."""
    outcomes: Counter[tuple[str, str, str]] = Counter()
    for outcome in OUTCOMES:
        for report in terminalreporter.stats.get(outcome, ()):
            for name, value in getattr(report, "user_properties", ()):
                if name == PROPERTY:
                    row, _, ats = value.partition("|")
                    outcomes[row, ats, outcome] += 1
    if outcomes:
        terminalreporter.section("faults and systems: tests survived")
        for line in table(outcomes):
            terminalreporter.write_line(line)


def table(outcomes: Counter[tuple[str, str, str]]) -> Iterator[str]:
    """The lines of the table, then the reasons of what does not apply."""
    width = max(len(name) for _, name in ROWS)
    yield f"   {'':{width}}  " + "  ".join(f"{system.ats:16}" for system in SYSTEMS)
    reasons: list[str] = []
    for number, name in ROWS:
        cells = []
        for system in SYSTEMS:
            reason = system.absent.get(name)
            if reason:
                reasons.append(f"{system.ats}, {name}: {reason}")
            absent = f"n/a ({len(reasons)})" if reason else ""
            cells.append(
                _cell(*(outcomes[name, system.ats, one] for one in OUTCOMES)) or absent or "untested"
            )
        yield f"{number:2} {name:{width}}  " + "  ".join(f"{cell:16}" for cell in cells)
    for place, reason in enumerate(reasons, 1):
        yield f"({place}) {reason}"


def _cell(passed: int, failed: int, error: int, skipped: int) -> str:
    if failed or error:
        return f"FAILED {failed + error} of {passed + failed + error}"
    if passed:
        return f"survived {passed}"
    return f"skipped {skipped}" if skipped else ""
