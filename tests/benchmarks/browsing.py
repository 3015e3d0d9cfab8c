"""`make bench-ui`: how fast the tabs answer on many rows, beside Qt's own models on the same file.

Run as `python -m tests.benchmarks.browsing [--kept FOLDER] [CANDIDATES ...]`; each candidate has one application and
seven steps. The files are made anew each time, or once in FOLDER.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from atsdesk.desk import Desk
from atsdesk.store import search
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.tables import CANDIDATES, OWNED_PER_OWNER
from tests.benchmarks.gui import longest_gap
from tests.benchmarks.sandboxes import run

SIZES = (100_000, 1_000_000)
STEPS_EACH = 7
FIRST = ("Ada", "Noa", "Omar", "Lea", "Yael", "Jonas", "Søren", "Zoë", "Tamar", "Ines", "נועה", "עומר")
LAST = (
    "Example",
    "Sample",
    "Placeholder",
    "Specimen",
    "Muster",
    "Model",
    "דוגמה",
    "Pattern",
    "Template",
    "Draft",
)
STATUSES = ("active", "rejected", "rejected", "hired", "withdrawn")
TYPED = ("noa ex", "sample", "omar 77", "lea9")
SORTED = "applied_at"
LIMITS_MS = {"first rows of a tab": 150, "keystroke to rows, p95": None, "sort by an indexed column": 300}
WHOLE = "filled"
"""Lies in a folder whose file is whole."""
PEER_ROWS = 100_000
"""Beyond this, Qt's own models take minutes."""


def fill(folder: Path, people: int) -> None:
    """A data file with so many people; the same each time."""
    if (folder / WHOLE).exists():
        return
    Desk(folder, environ={}).close()
    store = Store(folder)
    chance = random.Random(people)
    store.write(lambda connection: _fill(connection, people, chance))
    store.write(lambda connection: connection.execute("analyze").fetchall())
    store.close()
    (folder / WHOLE).touch()


def _fill(connection: Connection, people: int, chance: random.Random) -> None:
    connection.execute(
        "insert into accounts (id, ats, base_url, settings, created_at)"
        " values ('acme', 'comeet', 'https://example.com', '{}', '2026-01-01T00:00:00Z')"
    )
    names = [(f"J{number}", f"Job {number}", "open") for number in range(60)]
    connection.executemany("insert into jobs (account_id, id, name, status) values ('acme', ?, ?, ?)", names)
    moments = [
        time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_600_000_000 + chance.randrange(180_000_000)))
        for _ in range(people)
    ]
    persons = [
        (
            number,
            f"P{number}",
            f"{chance.choice(FIRST)} {chance.choice(LAST)} {number % 1000}",
            f"p{number}@example.com",
        )
        for number in range(1, people + 1)
    ]
    connection.executemany(
        "insert into candidates (pk, account_id, id, name, email) values (?, 'acme', ?, ?, ?)", persons
    )
    search.add(connection, CANDIDATES, ((pk, (name, email, None, None)) for pk, _, name, email in persons))
    connection.executemany(
        "insert into applications (pk, account_id, id, candidate_id, job_id, status, stage, created_at,"
        " stage_entered_at) values (?, 'acme', ?, ?, ?, ?, 'Phone screen', ?, ?)",
        (
            (pk, f"A{pk}", identity, chance.choice(names)[0], chance.choice(STATUSES), moment, moment)
            for (pk, identity, _, _), moment in zip(persons, moments, strict=True)
        ),
    )
    connection.executemany(
        "insert into steps (pk, account_id, id, application_id, name, state, position, entered_at)"
        " values (?, 'acme', ?, ?, ?, ?, ?, ?)",
        _steps(people, moments),
    )


def _steps(people: int, moments: Sequence[str]) -> Iterator[tuple[object, ...]]:
    for pk in range(1, people + 1):
        for place in range(STEPS_EACH):
            state = "completed" if place < 3 else "current" if place == 3 else "future"
            moment = moments[pk - 1] if place < 4 else None
            step = pk * OWNED_PER_OWNER + place
            yield step, f"S{step}", f"A{pk}", f"Step {place}", state, place, moment


def main(folder: Path) -> None:
    """Use the window as a person does; print one line of JSON."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from atsdesk.ui.app import prepare
    from atsdesk.ui.table_model import RowsModel
    from atsdesk.ui.theme import Appearance
    from atsdesk.ui.window import Window

    (folder / "window.json").unlink(missing_ok=True)
    appearance = Appearance(prepare())
    times: dict[str, list[float]] = {"first rows of a tab": [], "keystroke to rows, p95": []}
    gap = 0.0
    with Desk(folder, environ={}) as desk:
        window = Window(desk, appearance, tray_there=lambda: False)
        appearance.choose("light")
        whole: list[bool] = []
        window.pages.whole.connect(lambda: whole.append(True))
        window.show()
        longest_gap(lambda: window.alive)
        times["longest gap while its tabs are made"] = [
            longest_gap(lambda: bool(whole) and not window.workers.busy)
        ]
        before = _memory()

        def timed(do: Callable[[], object], there: Callable[[], bool]) -> float:
            nonlocal gap
            started = time.perf_counter()
            do()
            gap = max(gap, longest_gap(there))
            return (time.perf_counter() - started) * 1000

        def calm() -> None:
            nonlocal gap
            gap = max(gap, longest_gap(lambda: not window.workers.busy))

        def first_row(model: RowsModel, place: int = 0) -> bool:
            return model.loaded_key(place) is not None

        for tab in (window.steps, window.candidates):
            shown = timed(partial(window.show_page, tab), partial(first_row, tab.model))
            times["first rows of a tab"].append(shown)
            calm()
        field, model = window.header.search, window.candidates.model
        resets: list[str] = []
        model.modelReset.connect(lambda: resets.append(model.query.text))
        for text in TYPED:
            for end in range(1, len(text) + 1):
                if not text[:end].endswith(" "):
                    resets.clear()
                there = partial(resets.__contains__, text[:end].strip())
                times["keystroke to rows, p95"].append(
                    timed(partial(QTest.keyClicks, field, text[end - 1]), there)
                )
            resets.clear()
            timed(field.clear, partial(resets.__contains__, ""))
            calm()
        table = window.candidates.table
        for descending in (False, True):
            resets.clear()
            sort = partial(table.sorted_by.emit, SORTED, descending)
            times.setdefault("sort by an indexed column", []).append(timed(sort, lambda: bool(resets)))
            calm()
        rows = model.rowCount()
        jumps = (("first jump, to the middle", rows // 2), ("second jump, to the end", rows - 1))
        for name, place in jumps:
            jump = partial(table.scrollTo, model.index(place, 0))
            times[name] = [timed(jump, partial(first_row, model, place))]
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        for _ in range(20):
            timed(partial(QTest.keyClick, table, Qt.Key.Key_PageUp), lambda: not model.waiting)
        told = {"rows": rows, "times": times, "gap": gap, "memory": _memory() - before}
        window.close()
        assert window.end()
    sys.stdout.write(json.dumps(told) + "\n")


def peer(folder: Path) -> None:
    """The same with QSqlQueryModel and QSortFilterProxyModel, as Qt's examples do it; print one line of JSON."""
    from PySide6.QtCore import QSortFilterProxyModel, Qt
    from PySide6.QtSql import QSqlDatabase, QSqlQueryModel
    from PySide6.QtWidgets import QApplication, QTableView

    from atsdesk.store.views import CANDIDATES_VIEW

    app = QApplication([])
    before = _memory()
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(folder / "atsdesk.db"))
    assert database.open(), database.lastError().text()
    view = CANDIDATES_VIEW
    columns = ", ".join(column.sql for column in view.columns)
    times: dict[str, list[float]] = {}

    def timed(name: str, do: Callable[[], object]) -> None:
        started = time.perf_counter()
        do()
        app.processEvents()
        times.setdefault(name, []).append((time.perf_counter() - started) * 1000)

    model, proxy, table = QSqlQueryModel(), QSortFilterProxyModel(), QTableView()
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    table.setModel(proxy)

    def load() -> None:
        model.setQuery(f"select {columns} from {view.source} where {view.where}", database)
        table.show()
        app.processEvents()
        while model.canFetchMore():  # a proxy filters and sorts only what was fetched
            model.fetchMore()

    timed("first rows of a tab", load)
    for text in TYPED:
        for end in range(1, len(text) + 1):
            timed("keystroke to rows, p95", partial(proxy.setFilterFixedString, text[:end]))
        proxy.setFilterFixedString("")
    timed("sort by an indexed column", lambda: proxy.sort(8, Qt.SortOrder.AscendingOrder))
    told = {"rows": proxy.rowCount(), "times": times, "memory": _memory() - before}
    sys.stdout.write(json.dumps(told) + "\n")


def _memory() -> float:
    """The most the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(people: int, kept: Path | None) -> None:
    """Print a table."""
    with tempfile.TemporaryDirectory() as place:
        folder = (kept or Path(place)) / str(people)
        fill(folder, people)
        ours = run("browsing", "ours", str(folder))
        theirs = run("browsing", "peer", str(folder)) if people <= PEER_ROWS else None
    print(f"\nTabs on {people:,} candidates, {people * STEPS_EACH:,} steps: milliseconds\n")
    print(f"{'':34}{'ATS Desk':>10}{'goal':>8}{'Qt models':>12}{'ratio':>8}")
    keystroke = 100 if people <= PEER_ROWS else 300
    for name, taken in ours["times"].items():
        goal = keystroke if name.startswith("keystroke") else LIMITS_MS.get(name)
        mine = _reduced(name, taken)
        line = f"{name:34}{mine:10.0f}{goal or '':>8}"
        if theirs and name in theirs["times"]:
            other = _reduced(name, theirs["times"][name])
            line += f"{other:12.0f}{other / mine:7.0f}x"
        print(line)
    print(f"{'longest gap of the window':34}{ours['gap']:10.0f}{50:8}")
    beside = f"{theirs['memory']:12.0f}" if theirs else ""
    print(f"{'memory beyond the open window, MB':34}{ours['memory']:10.0f}{'':8}{beside}")


def _reduced(name: str, taken: Sequence[float]) -> float:
    return sorted(taken)[round(0.95 * (len(taken) - 1))] if "p95" in name else max(taken)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    match sys.argv[1:]:
        case ["ours", folder]:
            main(Path(folder))
        case ["peer", folder]:
            peer(Path(folder))
        case _:
            parser = argparse.ArgumentParser(prog="browsing")
            parser.add_argument("--kept", type=Path)
            parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
            asked = parser.parse_args()
            for size in asked.sizes:
                measure(size, asked.kept)
