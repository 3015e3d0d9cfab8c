"""The folder of CSV files: the workbook's values, in files that nobody's program runs."""

import csv
import datetime as dt
import errno
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.export.cell import Reason
from atsdesk.export.plan import Keys, data_sheets
from atsdesk.export.write import Progress
from atsdesk.store.profiles import Selection
from tests.export.data import Data, by_openpyxl
from tests.export.test_readers import TRICKY, kept

STORABLE = [
    text for text in TRICKY if text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text)
]
"""SQLite takes no lone half of a character."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "csv"


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def rows_of(folder: Path, name: str) -> list[list[str]]:
    """The rows of a table with its header, wherever they are."""
    if (folder / f"{name}.csv").exists():
        return read(folder / f"{name}.csv")
    files = [read(path) for path in sorted((folder / name).glob("*.csv"))]
    assert all(one[0] == files[0][0] for one in files)
    return [files[0][0], *(row for one in files for row in one[1:])]


def as_field(value: Any) -> str:
    """What a workbook's cell is in CSV."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case dt.datetime():
            return value.strftime("%Y-%m-%dT%H:%M:%SZ")
        case str() if value.startswith(("=", "+", "-", "@", "\t")):
            return f"'{value}"
        case float() if value == int(value):
            return str(int(value))
        case _:
            return str(value)


def fill(data: Data) -> None:
    data.account("omaha", '{"timezone": "America/Chicago"}')
    for number, text in enumerate(STORABLE):
        data.add(
            "candidates",
            id=f"{number:03}",
            account_id="acme" if number % 2 else "omaha",
            name=text,
            average_rating=number / 4,
            is_internal=number % 2,
            created_at=f"2026-{number % 12 + 1:02}-01T03:30:0{number % 10}Z" if number % 5 else None,
        )
    application = data.add("applications", id="A1", candidate_id="001", hired_on="2026-03-09", status="hired")
    data.step(application, 0, application_id="A1", position=1, entered_at="2026-03-01T22:30:00Z")
    data.add("jobs", id="J1", name='R&D, "north"', salary_min=10.25, created_at="2026-02-01T00:00:00Z")


def test_every_cell_is_that_of_the_workbook(data: Data, target: Path, folder: Path) -> None:
    fill(data)
    book, files = data.export(target), data.export_csv(folder)
    assert files.rows == book.rows
    assert files.altered == tuple(one for one in book.altered if one.sheet in files.rows)
    for sheet in data_sheets(Keys()):
        if sheet.name not in files.rows:
            continue
        days = [column.name.endswith("_date") for column in sheet.columns]
        header, *wanted = [
            [
                as_field(value)[:10] if day and isinstance(value, dt.datetime) else as_field(value)
                for value, day in zip(row, days, strict=True)
            ]
            for row in by_openpyxl(target, sheet.name)
        ]
        found_header, *found = rows_of(folder, sheet.name)
        assert found_header == header
        numbers = [
            [field.removesuffix(".0") if field.replace(".", "").isdigit() else field for field in row]
            for row in found
        ]
        assert sorted(numbers) == sorted(row for row in wanted if any(row)), sheet.name


def test_rows_are_in_the_file_of_the_month_they_were_created_in(data: Data, folder: Path) -> None:
    data.add("candidates", id="1", created_at="2026-01-31T23:59:59Z")
    data.add("candidates", id="2", created_at="2026-02-01T00:00:00Z")
    data.add("candidates", id="3")
    data.export_csv(folder)
    names = {path.stem: [row[0] for row in read(path)[1:]] for path in (folder / "candidates").iterdir()}
    assert names == {"2026-01": ["acme:1"], "2026-02": ["acme:2"], "none": ["acme:3"]}


def test_each_file_has_a_mark_a_header_and_lines_as_the_rfc_wants(data: Data, folder: Path) -> None:
    data.add("candidates", id="1", name='שלום, "you"', created_at="2026-01-31T23:59:59Z")
    data.export_csv(folder)
    raw = (folder / "candidates" / "2026-01.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfcandidate_key,")
    assert raw.count(b"\r\n") == 2
    assert 'שלום, ""you""'.encode() in raw
    assert {path.read_bytes()[:3] for path in folder.rglob("*.csv")} == {b"\xef\xbb\xbf"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(data: Data, folder: Path, text: str) -> None:
    data.add("candidates", id="1", name=text, average_rating=-1.5)
    data.export_csv(folder)
    header, row = rows_of(folder, "candidates")
    told = dict(zip(header, row, strict=True))
    assert told["name"] == f"'{text}"
    assert told["average_rating"] == "-1.5"


def test_without_the_guard_text_is_as_the_ats_has_it(data: Data, folder: Path) -> None:
    for number, text in enumerate(["=1+1", "+1", "x" * 32_001]):  # the last goes the careful way
        data.add("candidates", id=f"-{number}", name=text)
    data.export_csv(folder, selection=Selection(guarded=False))
    header, *rows = rows_of(folder, "candidates")
    assert [row[header.index("id")] for row in rows] == ["-0", "-1", "-2"]
    assert [row[header.index("name")] for row in rows][:2] == ["=1+1", "+1"]


def test_tricky_texts_read_back(data: Data, folder: Path) -> None:
    for number, text in enumerate(STORABLE):
        data.add("candidates", id=f"{number:03}", name=text)
    report = data.export_csv(folder)
    header, *rows = rows_of(folder, "candidates")
    found = {row[header.index("id")]: row[header.index("name")] for row in rows}
    for number, text in enumerate(STORABLE):
        assert found[f"{number:03}"].removeprefix("'") in {
            kept(text) or "",
            (kept(text) or "").removeprefix("'"),
        }
    assert Reason.CONTROL in {one.reason for one in report.altered}


def test_a_new_export_replaces_the_folder_whole(data: Data, folder: Path) -> None:
    data.add("candidates", id="1", created_at="2026-01-31T00:00:00Z")
    first = data.export_csv(folder)
    (folder / "candidates" / "1999-01.csv").write_text("from before")
    again = data.export_csv(folder)
    assert first.hash == again.hash
    assert [path.name for path in (folder / "candidates").iterdir()] == ["2026-01.csv"]
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".atsdesk")] == []


def test_a_cancelled_export_leaves_the_folder_from_before(data: Data, folder: Path) -> None:
    data.add("candidates", id="1", created_at="2026-01-31T00:00:00Z")
    data.export_csv(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*.csv")}
    data.add("candidates", id="2", created_at="2026-01-31T00:00:00Z")
    cancel = Cancel()

    def stop(_: Progress) -> None:
        cancel.set()

    with pytest.raises(Cancelled):
        data.export_csv(folder, progress=stop, cancel=cancel)
    assert {path: path.read_bytes() for path in folder.rglob("*.csv")} == before
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".atsdesk")] == []


def test_a_folder_of_somebody_else_is_refused(data: Data, folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    with pytest.raises(ConfigError, match="not a folder that ATS Desk has written"):
        data.export_csv(folder)
    assert (folder / "thesis.txt").read_text() == "years of work"


def test_a_folder_with_a_file_that_excel_holds_is_told_and_stays(
    data: Data, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.add("candidates", id="1")
    data.export_csv(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*.csv")}

    def refuse(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use", str(other))

    data.add("candidates", id="2")
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ConfigError, match="csv is open in another program") as refused:
        data.export_csv(folder)
    monkeypatch.undo()
    assert "Close it in Excel" in refused.value.hint
    assert {path: path.read_bytes() for path in folder.rglob("*.csv")} == before
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".atsdesk")] == []


def test_a_missing_parent_is_told(data: Data, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not exist"):
        data.export_csv(tmp_path / "nowhere" / "csv")
