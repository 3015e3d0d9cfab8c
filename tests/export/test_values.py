"""BI.md's table of values through the whole export: workbook, CSV, Parquet and views hold the same, cell by cell."""

import contextlib
import datetime as dt
import math
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atsdesk.cancel import Cancel
from atsdesk.export.cell import CUT_MARK, FORMULA_FIRST
from atsdesk.export.csv_folder import harmless, write_csv_folder
from atsdesk.export.parquet_folder import write_parquet_folder
from atsdesk.export.write import write_workbook
from atsdesk.store.engine import sqlite3
from atsdesk.store.profiles import Selection
from tests.export.data import Data, assert_sound, by_openpyxl, records
from tests.export.test_csv_folder import STORABLE, rows_of
from tests.export.test_readers import PHASES, kept

duckdb = pytest.importorskip("duckdb")

ZONES = {"acme": "Asia/Jerusalem", "west": "America/St_Johns"}


class Row(NamedTuple):
    """What a candidate, an application and a step of theirs hold."""

    text: str | None = None
    moment: str | None = None
    decimal: float | None = None
    truth: int | None = None
    day: str | None = None
    whole: int | None = None
    account: str = "acme"


COLUMNS = {
    "candidates": (
        "id",
        "name",
        "last_activity_at_utc",
        "last_activity_date",
        "average_rating",
        "is_internal",
    ),
    "applications": ("id", "hired_date"),
    "steps": ("application_key", "position"),
}
WAYS = ("workbook", "csv", "parquet", "views")


@dataclass
class Told:
    """The rows of each way, by table and key; a cell as text, blank where there is none."""

    cells: dict[str, dict[str, dict[str, dict[str, str]]]]

    def cell(self, way: str, place: str, number: int) -> str:
        table, column = place.split(".")
        key = f"acme:{number:04}" if table == "steps" else f"{number:04}"
        found = self.cells[way][table][key][column]
        return unguarded(found) if way == "csv" and place == T else found


def canonical(value: Any) -> str:
    """A cell's value as text, whatever it is read from; a whole number is one in every type."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case dt.datetime():
            return value.replace(tzinfo=None).isoformat() + "Z"
        case dt.date():
            return value.isoformat()
        case float() | int():
            return repr(float(value))
        case _:
            return str(value)


def number(text: str) -> str:
    with contextlib.suppress(ValueError):
        return repr(float(text))
    return text


def export(folder: Path, rows: list[Row]) -> Told:
    """The rows in all four ways."""
    data = Data(folder / "data")
    try:
        for account, zone in ZONES.items():
            data.account(account, f'{{"timezone": "{zone}"}}')
        for place, row in enumerate(rows):
            key = f"{place:04}"
            data.add(
                "candidates",
                id=key,
                account_id=row.account,
                name=row.text,
                last_activity_at=row.moment,
                average_rating=row.decimal,
                is_internal=row.truth,
            )
            pk = data.add("applications", id=key, candidate_id=key, hired_on=row.day)
            data.step(pk, 0, application_id=key, position=row.whole)
        data.refresh_views()
        selection = Selection(tuple(COLUMNS), COLUMNS)
        options: dict[str, Any] = {"selection": selection, "progress": lambda _: None, "cancel": Cancel()}
        write_workbook(data.path, folder / "book.xlsx", **options)
        write_csv_folder(data.path, folder / "csv", **options)
        write_parquet_folder(data.path, folder / "parquet", **options)
        ways = (from_workbook, from_csv, from_parquet, from_views)
        return Told({way: read(folder) for way, read in zip(WAYS, ways, strict=True)})
    finally:
        data.close()


def by_key(table: str, rows: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    return {row[COLUMNS[table][0]]: {name: row[name] for name in COLUMNS[table]} for row in rows}


def from_workbook(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    assert_sound(folder / "book.xlsx")
    found = {}
    for table in COLUMNS:
        rows = records(by_openpyxl(folder / "book.xlsx", table))
        shown = [
            {
                name: canonical(value)[:10] if name.endswith("_date") else canonical(value)
                for name, value in row.items()
            }
            for row in rows
        ]
        found[table] = by_key(table, shown)
    return found


def from_csv(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    found = {}
    for table in COLUMNS:
        shown = [
            {
                name: number(value) if name in {"average_rating", "position"} else value
                for name, value in row.items()
            }
            for row in records(rows_of(folder / "csv", table))
        ]
        found[table] = by_key(table, shown)
    return found


def guarded(cells: dict[str, dict[str, dict[str, str]]]) -> dict[str, dict[str, dict[str, str]]]:
    """The cells as CSV has them, with an apostrophe before what a spreadsheet would run."""
    for row in cells["candidates"].values():
        row["name"] = harmless(row["name"])
    return cells


def unguarded(field: str) -> str:
    """What stands behind the apostrophe of the guard."""
    return field[1:] if field[:1] == "'" and field[1:2] and field[1:].startswith(FORMULA_FIRST) else field


def from_parquet(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    found = {}
    with duckdb.connect() as connection:
        connection.execute("set timezone = 'UTC'")
        for table, names in COLUMNS.items():
            place = folder / "parquet" / f"{table}.parquet"
            # a moment of a year that Python has no zone for is read as text
            shown = [
                f"strftime({name}, '%Y-%m-%dT%H:%M:%SZ')" if name.endswith("_utc") else name for name in names
            ]
            rows = connection.execute(f"select {', '.join(shown)} from read_parquet('{place}')").fetchall()
            found[table] = by_key(table, [dict(zip(names, map(canonical, row), strict=True)) for row in rows])
    return found


def from_views(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    """With the limits of a spreadsheet that a view does not have."""
    found = {}
    with contextlib.closing(sqlite3.connect(folder / "data" / "atsdesk.db")) as connection:
        for table, names in COLUMNS.items():
            rows = connection.execute(f"select {', '.join(names)} from export_{table}").fetchall()
            shown = [
                {
                    name: bool_text(value) if name == "is_internal" else kept(canonical(value)) or ""
                    for name, value in zip(names, row, strict=True)
                }
                for row in rows
            ]
            found[table] = by_key(table, shown)
    return found


def bool_text(value: int | None) -> str:
    return canonical(bool(value)) if value in {0, 1} else canonical(value)


T, AT, ON, DATE, DEC, YES, INT = (
    "candidates.name",
    "candidates.last_activity_at_utc",
    "applications.hired_date",
    "candidates.last_activity_date",
    "candidates.average_rating",
    "candidates.is_internal",
    "steps.position",
)
FORMULA_LIKE = ("=1+1", "=cmd|' /C calc'!A0", "+972 3", "-5", "@SUM(A1)", "\tx")
OTHER_LIKE = ("#N/A", "#REF!", "#DIV/0!", "007", "1E5", "TRUE", "2026-03-01", "1/2", "NULL", "nan")
RIGHT_TO_LEFT = "\u202eשָׁלוֹם\u202c 👩🏽‍💻 e\u0301"
SAME: list[tuple[str, Row, str, str]] = [
    *((f"formula {text!r}", Row(text), T, text) for text in FORMULA_LIKE),
    *((f"looks like another type {text}", Row(text), T, text) for text in OTHER_LIKE),
    ("an id of thirty digits", Row("123456789012345678901234567890"), T, "123456789012345678901234567890"),
    ("control characters", Row("a\x00b\x0bc\x1f\x7fd\x9f"), T, "abcd"),
    ("what separates cells within", Row("a\x1cb\x1dc\x1ed\x1fe"), T, "abcde"),
    ("U+FFFE and U+FFFF", Row("a\ufffeb\uffff"), T, "ab"),
    ("a control character before a formula", Row("\x01=1+1"), T, "=1+1"),
    ("nothing but control characters", Row("\x01\x02"), T, ""),
    ("an escape of the format", Row("_x000D_ and __x0041_"), T, "_x000D_ and __x0041_"),
    ("CR and CRLF", Row("a\r\nb\rc\x85d\n"), T, "a\nb\nc\nd\n"),
    ("HTML", Row('<b onclick="x">R&amp;D</b> ]]> <!-- '), T, '<b onclick="x">R&amp;D</b> ]]> <!-- '),
    ("quotes, commas, an apostrophe", Row("'a', \"b\"; c|d"), T, "'a', \"b\"; c|d"),
    ("right to left, marks and signs beyond the plane", Row(RIGHT_TO_LEFT), T, RIGHT_TO_LEFT),
    ("blanks around", Row("  a \u00a0"), T, "  a \u00a0"),
    ("a blank text", Row(""), T, ""),
    ("nothing", Row(), T, ""),
    ("a moment", Row(moment="2026-03-01T22:30:00Z"), AT, "2026-03-01T22:30:00Z"),
    ("its day in the account's zone", Row(moment="2026-03-01T22:30:00Z"), DATE, "2026-03-02"),
    ("its day behind UTC", Row(moment="2026-03-01T02:00:00Z", account="west"), DATE, "2026-02-28"),
    ("a summer's day", Row(moment="2026-07-01T21:30:00Z"), DATE, "2026-07-02"),
    ("the last moment", Row(moment="9999-12-31T20:00:00Z"), AT, "9999-12-31T20:00:00Z"),
    ("the first day that readers agree on", Row(day="1900-03-01"), ON, "1900-03-01"),
    ("a day before", Row(day="1900-02-28"), ON, "1900-02-28"),
    ("a day of the first year", Row(day="0001-01-01"), ON, "0001-01-01"),
    ("a moment before", Row(moment="1899-12-31T23:30:00Z"), AT, "1899-12-31T23:30:00Z"),
    ("the day of a moment before", Row(moment="1899-12-31T23:30:00Z"), DATE, "1900-01-01"),
    ("a zone's own time of long ago", Row(moment="1800-06-01T22:00:00Z"), DATE, "1800-06-02"),
    ("a moment that stands for none", Row(moment="0001-01-01T00:00:00Z", account="west"), DATE, ""),
    ("a day too early in the zone alone", Row(moment="1900-03-01T01:00:00Z", account="west"), DATE, "1900-02-28"),
    ("true", Row(truth=1), YES, "TRUE"),
    ("false", Row(truth=0), YES, "FALSE"),
    ("neither", Row(), YES, ""),
    ("a decimal", Row(decimal=0.1 + 0.2), DEC, repr(0.1 + 0.2)),
    ("a tiny decimal", Row(decimal=-1e-7), DEC, "-1e-07"),
    ("infinity", Row(decimal=math.inf), DEC, ""),
    ("minus infinity", Row(decimal=-math.inf), DEC, ""),
    ("NaN", Row(decimal=math.nan), DEC, ""),
    ("fifteen digits", Row(whole=10**15 - 1), INT, repr(float(10**15 - 1))),
    ("no number", Row(), INT, ""),
]  # fmt: skip
"""What each row of the table is called, what is stored, in which column it is looked at, what is there in every way."""
OTHER: list[tuple[str, Row, str, dict[str, str]]] = [
    ("over 32,767 characters", Row("x" * 32_768), T,
     {way: "x" * (32_000 - len(CUT_MARK)) + CUT_MARK for way in WAYS[:3]} | {"views": "x" * 32_768}),
    ("32,000 characters", Row("x" * 32_000), T, dict.fromkeys(WAYS, "x" * 32_000)),
    ("254 line feeds", Row("\n" * 254), T,
     dict.fromkeys(WAYS[:3], "\n" * 253 + " ") | {"views": "\n" * 254}),
    ("sixteen digits", Row(whole=10**15 + 1), INT,
     {"workbook": "1000000000000001", "csv": repr(1e15 + 1), "parquet": repr(1e15 + 1), "views": repr(1e15 + 1)}),
    ("no moment", Row(moment="soon"), AT, dict.fromkeys(WAYS, "soon") | {"parquet": ""}),
    ("no day", Row(day="never"), ON, dict.fromkeys(WAYS, "never") | {"parquet": ""}),
    ("no truth", Row(truth=2), YES,
     {"workbook": "2", "csv": "2", "parquet": "", "views": repr(2.0)}),
]  # fmt: skip
"""Where a limit is one of spreadsheets, or a type has no room for what does not fit it."""


@pytest.fixture(scope="module")
def told() -> Iterator[Told]:
    with tempfile.TemporaryDirectory() as folder:
        yield export(Path(folder), [one[1] for one in (*SAME, *OTHER)])


@pytest.mark.parametrize("number", range(len(SAME)), ids=[one[0] for one in SAME])
def test_each_row_of_the_table_is_the_same_in_every_way(told: Told, number: int) -> None:
    _, _, place, wanted = SAME[number]
    assert {way: told.cell(way, place, number) for way in WAYS} == dict.fromkeys(WAYS, wanted)


@pytest.mark.parametrize("number", range(len(OTHER)), ids=[one[0] for one in OTHER])
def test_what_has_a_limit_is_told_as_its_format_can(told: Told, number: int) -> None:
    _, _, place, wanted = OTHER[number]
    assert {way: told.cell(way, place, len(SAME) + number) for way in WAYS} == wanted


def test_ids_are_text_with_all_their_digits(data: Data, target: Path, tmp_path: Path) -> None:
    ids = ["007", "7", "12345678901234567890123", "1E5", "0x10", "-5", "a:b", "é"]
    for id_ in ids:
        data.add("candidates", id=id_)
    data.export(target)
    data.export_csv(tmp_path / "csv")
    assert [row["id"] for row in records(by_openpyxl(target, "candidates"))] == ids
    found = records(rows_of(tmp_path / "csv", "candidates"))
    assert {unguarded(row["id"]) for row in found} == set(ids)
    assert {row["candidate_key"] for row in found} == {f"acme:{id_}" for id_ in ids}


MOMENTS = st.datetimes(dt.datetime(1, 1, 2), dt.datetime(9999, 12, 30)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0).isoformat() + "Z"
)
ROWS = st.builds(
    Row,
    text=st.one_of(
        st.none(),
        st.text(st.characters(codec="utf-8"), max_size=30),
        st.lists(st.sampled_from(STORABLE), max_size=4).map("".join),
    ),
    moment=st.none() | MOMENTS,
    decimal=st.none() | st.floats().filter(lambda value: abs(value) < 1e15 or not math.isfinite(value)),
    truth=st.sampled_from([None, 0, 1]),
    day=st.none() | st.dates().map(dt.date.isoformat),
    whole=st.none() | st.integers(-(10**15) + 1, 10**15 - 1),
    account=st.sampled_from(list(ZONES)),
)


@settings(max_examples=6, deadline=None, phases=PHASES[:3])
@given(st.lists(ROWS, min_size=1, max_size=25))
def test_any_rows_are_the_same_in_every_way(rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cells = export(Path(folder), rows).cells
        assert len(cells["workbook"]["candidates"]) == len(rows)
        assert cells["parquet"] == cells["workbook"]
        assert cells["views"] == cells["workbook"]
        assert cells["csv"] == guarded(cells["workbook"])
