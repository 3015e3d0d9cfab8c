"""The table of faults and systems at the end of a test report, made from what the tests themselves came to.

`@pytest.mark.fault(5, "pages in a circle")` puts a test of any folder into a row; a test without a system stands in the
column of the program itself.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.faults.systems import COMEET, SYSTEMS

LINES = {
    1: "Killed at any moment",
    2: "The same sync twice",
    3: "Resumed from every checkpoint",
    4: "Watermarks, cursors and clocks that cannot be",
    5: "Lists that do not hold still",
    6: "A page that fails for good",
    7: "Deletions, and what looks like them",
    8: "Key or list refused",
    9: "The ATS has a bad moment",
    10: "Connections that fail",
    11: "Answers that nobody expects",
    12: "Credentials led elsewhere",
    13: "A bad record in a good page",
    14: "Two processes on one folder",
    15: "The answer to a submission is lost",
    16: "Submissions broken off, doubled, waiting",
    17: "Files that are not what they seem",
    18: "Submissions refused",
    19: "Disk full, read-only",
    20: "Damaged, foreign, newer data files",
    21: "Migration killed half-way",
    22: "Network drives, cloud folders",
    23: "SQLite too old",
    24: "Keyring trouble",
    25: "Secrets and people in wrong places",
    26: "Forget this person",
    27: "File modes, formulas, HTML",
    28: "Closed in the middle of work",
    29: "The window stalls",
    30: "A mistake of our own",
    31: "No network, sleep and wake",
    32: "Names, contrast, cut-off text",
}
"""What must not hurt, by the numbers of the marker."""

Row = tuple[int, str]
ROWS: tuple[Row, ...] = (
    (1, "killed at any moment"),
    (1, "export killed"),
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
    (10, "packets lost"),
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
    (17, "files of every kind checked"),
    (18, "refusals at their place"),
    (19, "disk full"),
    (19, "read-only"),
    (20, "damaged, foreign, newer file"),
    (21, "migration killed half-way"),
    (21, "migration that fails"),
    (22, "network drive, cloud folder"),
    (23, "SQLite too old"),
    (24, "keyring locked, gone, dying"),
    (25, "secrets and people in no trace"),
    (26, "forgotten, and stays so"),
    (26, "forgotten with what was sent"),
    (27, "private files, no formulas"),
    (28, "closed in the middle of work"),
    (29, "no stall while rows arrive"),
    (30, "a mistake of our own"),
    (31, "no network, sleep and wake"),
    (32, "names, contrast, longer words"),
)
"""The parts of a line, where a system may have one and lack another."""
OF_PROGRAM = {
    name
    for number, name in ROWS
    if (number > 18 and number != 26) or name in {"export killed", "files of every kind checked"}
}
"""Rows of what is the same whatever the system; of each other one every system has something to fear."""
OTHERWISE = {"no stall while rows arrive": "`make bench`"}
"""What looks at a clock is no test."""
ALONE = "ATS Desk"
"""The column of the program itself."""
PROPERTY, KILL, MUTATIONS = "fault and system", "kill", "mutations"
OUTCOMES = ("passed", "failed", "error", "skipped")
Outcomes = Counter[tuple[str, str, str]]


def mark(items: Sequence[pytest.Item]) -> None:
    """Notes on each test its rows and its system, which its reports then carry from any process."""
    for item in items:
        for marker in item.iter_markers("fault"):
            if marker.args not in ROWS and (marker.args[1:] or marker.args[0] not in LINES):
                raise pytest.UsageError(f"{item.nodeid}: the table has no row {marker.args}")
            if marker.args[1:]:
                item.user_properties.append((PROPERTY, f"{marker.args[1]}|{_system(item)}"))


def _system(item: pytest.Item) -> str:
    """The system a test runs on, or the program itself."""
    if "system" not in getattr(item, "fixturenames", ()):
        return ALONE
    callspec = getattr(item, "callspec", None)
    found = callspec.params.get("system") if callspec else None
    return str((found or COMEET).ats)


def summarise(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table where any test of it ran, and keeps it where `FAULTS_PAGE` says."""
    outcomes: Outcomes = Counter()
    kills: Counter[tuple[str, str]] = Counter()
    mutations = 0
    for outcome in OUTCOMES:
        for report in terminalreporter.stats.get(outcome, ()):
            for name, value in getattr(report, "user_properties", ()):
                if name == PROPERTY:
                    row, _, column = value.partition("|")
                    outcomes[row, column, outcome] += 1
                elif name == KILL:
                    kills[value, outcome] += 1
                elif name == MUTATIONS and outcome == "passed":
                    mutations += value
    if not outcomes:
        return
    terminalreporter.section("faults and systems: tests survived")
    for line in text(outcomes):
        terminalreporter.write_line(line)
    figures = list(_figures(kills, mutations))
    for line in figures:
        terminalreporter.write_line(line)
    if place := os.environ.get("FAULTS_PAGE"):
        Path(place).write_text("\n".join(page(outcomes, figures)) + "\n", encoding="utf-8")


def _figures(kills: Counter[tuple[str, str]], mutations: int) -> Iterator[str]:
    if kills:
        survived = sum(count for (_, outcome), count in kills.items() if outcome == "passed")
        each: Counter[str] = Counter()
        for (what, _), count in kills.items():
            each[what] += count
        parts = ", ".join(f"{what} {count}" for what, count in sorted(each.items()))
        yield f"Kills in tests that held: {survived} of {kills.total()} ({parts})."
    if mutations:
        yield f"Mutations tried without a crash or the loss of a good record: {mutations:,}."


def _cells(outcomes: Outcomes, reasons: list[str]) -> Iterator[tuple[Row, list[str]]]:
    """The rows of the table; adds the reasons of what does not apply."""
    for number, name in ROWS:
        cells = []
        for system in SYSTEMS:
            reason = system.absent.get(name)
            if reason:
                reasons.append(f"{system.ats}, {name}: {reason}")
            blank = f"n/a ({len(reasons)})" if reason else "" if name in OF_PROGRAM else "untested"
            cells.append(_cell(*(outcomes[name, system.ats, one] for one in OUTCOMES)) or blank)
        blank = "" if any(one.startswith(("survived", "FAILED", "skipped")) for one in cells) else "untested"
        of_program = OTHERWISE.get(name, blank) if name in OF_PROGRAM else ""
        cells.append(_cell(*(outcomes[name, ALONE, one] for one in OUTCOMES)) or of_program)
        yield (number, name), cells


def text(outcomes: Outcomes) -> Iterator[str]:
    """The table for a terminal, then the reasons of what does not apply."""
    width = max(len(name) for _, name in ROWS)
    yield f"   {'':{width}}  " + "  ".join(f"{name:15}" for name in _columns())
    reasons: list[str] = []
    for (number, name), cells in _cells(outcomes, reasons):
        yield f"{number:2} {name:{width}}  " + "  ".join(f"{cell:15}" for cell in cells)
    for place, reason in enumerate(reasons, 1):
        yield f"({place}) {reason}"


def page(outcomes: Outcomes, figures: Sequence[str]) -> Iterator[str]:
    """The table as a page of its own."""
    yield "# Faults survived"
    yield ""
    yield "Written by `make test-faults`. A cell counts the tests that held; why one does not apply is below."
    yield ""
    yield f"| Fault | {' | '.join(_columns())} |"
    yield "|---" * (len(_columns()) + 1) + "|"
    reasons: list[str] = []
    line = 0
    for (number, name), cells in _cells(outcomes, reasons):
        if number != line:
            yield f"| **{number}. {LINES[number]}** |" + " |" * len(_columns())
            line = number
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""
    for place, reason in enumerate(reasons, 1):
        yield f"{place}. {reason}"
    yield ""
    yield from figures


def _columns() -> list[str]:
    return [*(system.ats for system in SYSTEMS), ALONE]


def _cell(passed: int, failed: int, error: int, skipped: int) -> str:
    if failed or error:
        return f"FAILED {failed + error} of {passed + failed + error}"
    if passed:
        return f"survived {passed}"
    return f"skipped {skipped}" if skipped else ""
