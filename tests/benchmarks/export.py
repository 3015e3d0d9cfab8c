"""`make bench-export`: one table of a data file to a workbook, CSV and Parquet, by ATS Desk and by what else there is.

Each is a process of its own: seconds, memory above idle, size of the file. Peers that are not installed are skipped,
those that take too long or fail are told in words. Where all are quick they run in turn, several times, and the best of
each counts: other work on the machine slows some more than others.
Run as `python -m tests.benchmarks.export [ROWS]`; `one FORMAT WAY DATABASE TARGET` is a single contestant,
`fill FOLDER ROWS` makes the data file, away from them: a process that is started inherits the peak of the one that
starts it.
"""

import importlib
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from atsdesk.cancel import Cancel
from atsdesk.export.plan import Keys, data_sheets
from atsdesk.export.profiles import FORMATS
from atsdesk.export.shape import Sheet
from atsdesk.store.file import Store
from atsdesk.store.profiles import Selection
from tests.benchmarks.peers import PEERS, Table
from tests.benchmarks.sandboxes import run

ROWS = 100_000
COLUMNS = (
    *(
        "candidate_key",
        "account_id",
        "id",
        "name",
        "first_name",
        "middle_name",
        "last_name",
        "email",
        "phone",
    ),
    *("mobile_phone", "linkedin_url", "headline", "company", "location", "city", "country", "average_rating"),
    *("is_internal", "is_private", "last_activity_at_utc", "last_activity_date", "url", "created_at_utc"),
    *("created_date", "updated_at_utc"),
)
OURS = "ATS Desk"
GOALS = {"openpyxl write-only": 9, "XlsxWriter constant_memory": 6, "pandas": 5}
"""Times as fast as these that ATS Desk is to be."""
MEGABYTES_ABOVE_IDLE = 60
TURNS = {"excel": 1, "csv": 3, "parquet": 3}
PATIENCE = {"excel": 300, "csv": 60, "parquet": 60}
"""Seconds that a contestant may take, once; who takes longer has no other turn."""
ENDINGS = {"excel": ".xlsx", "csv": "", "parquet": ".parquet"}


def the_sheet() -> Sheet:
    """The candidates' sheet, with 25 of its columns."""
    sheet = next(sheet for sheet in data_sheets(Keys()) if sheet.name == "candidates")
    columns = {column.name: column for column in sheet.columns}
    return replace(sheet, columns=tuple(columns[name] for name in COLUMNS))


def fill(folder: Path, rows: int) -> Path:
    """A data file with that many invented people: text, numbers, date-times, a fifth of it blank."""
    store = Store(folder)
    seen = "2026-03-01T08:00:00Z"
    held = (
        *(
            "account_id",
            "id",
            "name",
            "first_name",
            "last_name",
            "email",
            "phone",
            "linkedin_url",
            "headline",
        ),
        *(
            "company",
            "location",
            "city",
            "country",
            "average_rating",
            "is_internal",
            "is_private",
            "last_activity_at",
        ),
        *("url", "created_at", "updated_at", "first_seen_at", "last_changed_at"),
    )
    people = [
        (
            *("bench", f"{n:X}.{n * 7:X}", f"Noa {n} Levi", "Noa", f"Lévi {n}" if n % 9 else "לוי"),
            *(f"noa{n}@example.com", f"+972 3 555 {n:06}", f"https://www.linkedin.example.com/in/noa-{n}"),
            *(f"Engineer & builder {n % 400}" if n % 3 else None, f"Example {n % 900}"),
            *(None if n % 3 else "Haifa, Israel", "Haifa", "IL"),
            *(n % 50 / 10, n % 2, 0, _moment(n * 3)),
            *(f"https://app.example.com/candidates/{n}", _moment(n), _moment(n * 2), seen, seen),
        )
        for n in range(rows)
    ]
    marks = ", ".join("?" * len(held))
    try:
        store.write(
            lambda connection: (
                connection.execute(
                    "insert into accounts (id, ats, base_url, settings, created_at) values (?, 'comeet', '', '{}', ?)",
                    ("bench", seen),
                ),
                connection.executemany(
                    f"insert into candidates ({', '.join(held)}) values ({marks})", people
                ),
            )
        )
        return store.path
    finally:
        store.close()


def _moment(number: int) -> str:
    day, second = number % 28 + 1, number * 37 % 60
    return f"2026-{number % 12 + 1:02}-{day:02}T{number % 24:02}:{number % 60:02}:{second:02}Z"


def by_us(database: Path, target: Path) -> None:
    """The whole of an export, its README, Dictionary and Sync with it: guard, Table, hash, progress, cancel."""
    from atsdesk.export.place import replacing
    from atsdesk.export.snapshot import Snapshot, snapshot
    from atsdesk.export.write import write_planned

    class OneSheet(Snapshot):
        def sheets(self) -> list[Sheet]:
            return [the_sheet()]

    told: list[int] = []
    cancel = Cancel()
    with replacing(target) as file, snapshot(database, cancel) as data:
        only = OneSheet(data.connection, data.accounts, data.custom, data.keys, data.warnings)
        write_planned(file, only, progress=lambda news: told.append(news.done), cancel=cancel)
    assert told


def by_us_to_files(format_: str, database: Path, target: Path) -> None:
    """The whole of an export with one table, as a profile would have it: guard, months, hash, who is in it."""
    selection = Selection(("candidates",), {"candidates": COLUMNS})
    FORMATS[format_](database, target, selection=selection, progress=lambda news: None, cancel=Cancel())


def one(format_: str, way: str, database: Path, target: Path) -> None:
    """A contestant; its clock starts when its libraries are loaded."""
    if way == OURS and format_ == "excel":
        import openpyxl  # noqa: F401

        write = partial(by_us, database)
    elif way == OURS:
        write = partial(by_us_to_files, format_, database)
    else:
        peer = PEERS[format_][way]
        for module in peer.modules:
            importlib.import_module(module)
        write = partial(peer.write, Table(database, the_sheet()))
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started, began = time.perf_counter(), time.process_time()
    write(target)
    seconds, cpu = time.perf_counter() - started, time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in (target, *target.rglob("*")) if path.is_file()) / 1e6
    print(json.dumps({"seconds": seconds, "cpu": cpu, "above_idle": peak - idle, "size": size}))


def measure(rows: int) -> None:
    """Print tables; ratios are of processor time, which other work on the machine hardly touches, against ATS Desk."""
    with tempfile.TemporaryDirectory() as folder:
        database = run("export", "fill", str(Path(folder, "desk")), str(rows))["database"]
        for format_ in PEERS:
            _measure(format_, rows, database, Path(folder))
    print(f"\nGoal for memory: under {MEGABYTES_ABOVE_IDLE} MB above idle.")


def _measure(format_: str, rows: int, database: str, folder: Path) -> None:
    if format_ == "parquet" and importlib.util.find_spec("duckdb") is None:
        print("\nparquet: skipped, duckdb is not installed")
        return
    ways = [OURS, *PEERS[format_]]
    best: dict[str, dict[str, float]] = {}
    told: dict[str, str] = {}
    for _ in range(TURNS[format_]):
        for way in ways:
            if way not in told:
                try:
                    found = _one(format_, way, database, folder)
                    best[way] = min(found, best.get(way, found), key=lambda one: one["cpu"])
                except _Out as why:
                    told[way] = str(why)
    print(
        f"\n{rows:,} rows x {len(COLUMNS)} columns from SQLite to {format_}; loading of libraries not counted\n"
    )
    print(f"{'':34}{'seconds':>9}{'of CPU':>9}{'ratio':>9}{'goal':>7}{'above idle':>12}{'size':>10}")
    for way in ways:
        if way in told:
            print(f"{way:34}  {told[way]}")
        else:
            ratio = f"{best[way]['cpu'] / best[OURS]['cpu']:.1f}x" if OURS in best else ""
            _print(way, best[way], ratio, f"{GOALS[way]}x" if way in GOALS else "")


class _Out(Exception):
    """A contestant that has no figure, and why."""


def _one(format_: str, way: str, database: str, folder: Path) -> dict[str, float]:
    modules = () if way == OURS else PEERS[format_][way].modules
    if missing := [name for name in modules if importlib.util.find_spec(name.partition(".")[0]) is None]:
        raise _Out(f"skipped: {', '.join(missing)} is not installed")
    target = folder / f"{'ours' if way == OURS else 'peer'}{ENDINGS[format_]}"
    try:
        return run("export", "one", format_, way, database, str(target), patience=PATIENCE[format_])
    except subprocess.TimeoutExpired:
        raise _Out(f"ended after {PATIENCE[format_]} seconds, before it was done") from None
    except subprocess.CalledProcessError as error:
        raise _Out(f"failed (exit status {error.returncode})") from error


def _print(way: str, told: dict[str, float], ratio: str, goal: str) -> None:
    numbers = f"{told['above_idle']:9.0f} MB{told['size']:7.1f} MB"
    print(f"{way:34}{told['seconds']:9.2f}{told['cpu']:9.2f}{ratio:>9}{goal:>7}{numbers}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        one(sys.argv[2], sys.argv[3], Path(sys.argv[4]), Path(sys.argv[5]))
    elif sys.argv[1:2] == ["fill"]:
        print(json.dumps({"database": str(fill(Path(sys.argv[2]), int(sys.argv[3])))}))
    else:
        measure(int(sys.argv[1]) if sys.argv[1:] else ROWS)
