"""A spreadsheet of candidates is understood, checked cell by cell, put into the outbox once, and answered beside."""

import csv
import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from atsdesk import spreadsheet
from atsdesk.ats.draft import Draft
from atsdesk.ats.registry import FORMS
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, DataError
from atsdesk.sheets import Opened
from atsdesk.submit import columns
from atsdesk.submit.sheet import SheetReport, results_path
from tests.submit.exposing import expose_open
from tests.submit.papers import PDF
from tests.unit.filled import candidate, filled

HEADERS = ("First name", "Surname", "E-mail", "Mobile", "Country", "CV", "Shoe size")
NOA = ("Noa", "Example", "noa@example.com", "+1 202 555 0143", "IL", "noa.pdf", 38)
JOBS = (
    {"uid": "J1", "name": "QA Engineer", "status": "open", "internal_use_custom_id": "QA-1"},
    {"uid": "J2", "name": "Baker", "status": "open"},
    {"uid": "J3", "name": "Baker", "status": "open"},
    {"uid": "J4", "name": "Cook", "status": "closed"},
)


@pytest.fixture
def desk(data_dir: Path) -> Iterator[Desk]:
    with filled(data_dir) as file:
        file.positions(*JOBS)
        file.candidates(candidate("C1", "Omar", "Example", position_uid="J1"))
    with Desk(data_dir, environ={}) as one:
        expose_open(one)
        yield one


def workbook(path: Path, *rows: Sequence[Any]) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    book.save(path)
    return path


def table(path: Path, *rows: Sequence[Any], encoding: str = "utf-8-sig", separator: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sheets"
    made.mkdir()
    (made / "noa.pdf").write_bytes(PDF)
    return made


def checked(desk: Desk, path: Path, job: str = "J1", **mapping: str) -> tuple[Opened, SheetReport]:
    opened = desk.sheets.open(path, "acme", job)
    return opened, desk.sheets.check(opened, {**opened.mapping, **mapping})


def problems(report: SheetReport) -> list[tuple[int, str, str]]:
    return [
        (one.row.number, one.header(problem), problem.rule) for one in report.rows for problem in one.problems
    ]


# --- Reading ------------------------------------------------------------------------------------------------


def test_a_workbook_is_read_as_a_person_reads_it(folder: Path):
    path = workbook(
        folder / "a.xlsx",
        ("Name", "Number", "Day", "Moment", "Agreed", "", "Half"),
        (
            "נועה",
            972501234567,
            dt.date(2026, 3, 1),
            dt.datetime.fromisoformat("2026-03-01T08:30"),
            True,
            "stray",
            1.5,
        ),
        (None, None, None, None, None, None, None),
        (" Omar ", 7.0),
    )
    found = spreadsheet.read(path)
    assert found.headers == ("Name", "Number", "Day", "Moment", "Agreed", "Half")
    assert [row.number for row in found.rows] == [2, 4]
    assert found.rows[0].cells == {
        "Name": "נועה", "Number": "972501234567", "Day": "2026-03-01", "Moment": "2026-03-01T08:30:00",
        "Agreed": "yes", "Half": "1.5",
    }  # fmt: skip
    assert found.rows[1].cells == {"Name": "Omar", "Number": "7"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1255"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_is_read_in_its_encoding(folder: Path, encoding: str, separator: str):
    path = table(
        folder / "a.csv", ("Name", "City"), ("נועה", "חיפה, ישראל"), encoding=encoding, separator=separator
    )
    assert spreadsheet.read(path).rows[0].cells == {"Name": "נועה", "City": "חיפה, ישראל"}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", DataError),
        (b"PK\3\4 not a workbook", DataError),
        (b"Name,Name\na,b\n", DataError),
        (b'Name\n"a', DataError),
        (b"\x81\x00\xfe\xfa", DataError),
        (None, ConfigError),
    ],
)
def test_what_is_no_table_is_told(folder: Path, data: bytes | None, error: type[Exception]):
    path = folder / "a.xlsx"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(error):
        spreadsheet.read(path)


# --- Columns ------------------------------------------------------------------------------------------------


def test_columns_are_understood_and_remembered(desk: Desk, folder: Path):
    opened, report = checked(desk, workbook(folder / "a.xlsx", HEADERS, NOA))
    assert opened.mapping == {
        "First name": "first_name", "Surname": "last_name", "E-mail": "email", "Mobile": "mobile_phone",
        "Country": "address.country", "CV": "file.resume", "Shoe size": "",
    }  # fmt: skip
    report = desk.sheets.check(opened, {**opened.mapping, "Shoe size": "note.text", "Country": ""})
    desk.sheets.put(opened, report)
    again = desk.sheets.open(opened.path, "acme", "J1")
    assert (again.mapping["Shoe size"], again.mapping["Country"]) == ("note.text", "")


def test_a_mapping_to_what_there_is_not_is_refused(desk: Desk, folder: Path):
    opened = desk.sheets.open(workbook(folder / "a.xlsx", HEADERS, NOA), "acme", "J1")
    with pytest.raises(ConfigError, match="no field"):
        desk.sheets.check(opened, {"First name": "shoe"})
    with pytest.raises(ConfigError, match="both stand for"):
        desk.sheets.check(opened, {"First name": "email", "E-mail": "email"})


def test_every_column_of_every_form_has_a_place(desk: Desk):
    for form in FORMS.values():
        known = columns.columns(form, form.files)
        assert len({one.key for one in known}) == len(known)
        for one in known:
            text = {"yes or no": "yes", "number": "3", "json": '{"a": {}}'}.get(
                one.field.takes if one.field else "", "x"
            )
            made, wrong = columns.draft_of({one.key: text}, {one.key: one}, Draft(), lambda field, draft: ())
            assert not wrong
            assert made != Draft()


# --- Checking -----------------------------------------------------------------------------------------------


def test_a_good_row_is_a_whole_draft(desk: Desk, folder: Path):
    _, report = checked(desk, workbook(folder / "a.xlsx", HEADERS, NOA))
    (one,) = report.good
    assert problems(report) == []
    assert (one.draft.first_name, one.draft.job_id, one.draft.files[0].kind) == ("Noa", "J1", "resume")


def test_each_problem_names_its_cell(desk: Desk, folder: Path):
    path = workbook(
        folder / "a.xlsx",
        HEADERS,
        ("Noa", None, "noa@example", "+1 202 555 0143", "Utopia", "missing.pdf"),
        NOA,
        ("Lea", "Example", "lea@example.com", None, None, "a.xlsx"),
    )
    _, report = checked(desk, path)
    assert problems(report) == [
        (2, "CV", "readable"),
        (2, "Surname", "required"),
        (2, "E-mail", "email"),
        (2, "Country", "country"),
        (4, "CV", "extension"),
    ]
    assert [one.row.number for one in report.good] == [3]


def test_a_required_field_without_a_column_is_told_once(desk: Desk, folder: Path):
    _, report = checked(desk, table(folder / "a.csv", ("First name",), ("Noa",)))
    assert report.missing == ("Last name",)


@pytest.mark.parametrize(
    ("cell", "job", "hint"),
    [
        ("J2", "J2", ""),
        ("qa-1", "J1", ""),
        ("QA engineer", "J1", ""),
        ("Baker", "", "2 jobs"),
        ("Pilot", "", "no job"),
        ("Cook", "J4", ""),
    ],
)
def test_a_job_is_found_by_id_code_or_name(desk: Desk, folder: Path, cell: str, job: str, hint: str):
    path = table(folder / "a.csv", ("First name", "Last name", "Job"), ("Noa", "Example", cell))
    _, report = checked(desk, path, job="")
    (one,) = report.rows
    assert one.draft.job_id == job
    assert [problem.rule for problem in one.problems] == (["job"] if hint else [])
    assert hint in "".join(problem.words for problem in one.problems)


def test_the_same_person_twice_is_sent_once(desk: Desk, folder: Path):
    path = table(
        folder / "a.csv",
        ("First name", "Last name", "E-mail", "Mobile", "Country", "Job"),
        ("Noa", "Example", "noa@example.com", "+12025550143", "", "J1"),
        ("N.", "Example", "NOA@example.com", "", "", "J1"),
        ("Noa", "E.", "", "(202) 555-0143", "US", "J1"),
        ("Noa", "Example", "noa@example.com", "", "", "J2"),
        ("Dana", "Example", "", "", "", "J1"),
        ("dana", "example", "", "", "", "J1"),
    )
    _, report = checked(desk, path, job="")
    assert problems(report) == [(3, "E-mail", "twice"), (4, "Mobile", "twice"), (7, "Last name", "twice")]
    assert "row 2" in report.bad[0].problems[0].words


def test_who_is_known_already_is_warned_of(desk: Desk, folder: Path):
    path = table(folder / "a.csv", ("First name", "Last name", "E-mail"), ("O", "E", "c1@example.com"))
    _, report = checked(desk, path)
    assert problems(report) == [(2, "E-mail", "duplicate")]
    assert len(report.good) == 1


def test_choices_are_taken_by_their_label(desk: Desk, folder: Path):
    path = table(
        folder / "a.csv",
        ("First name", "Last name", "Prospect status"),
        ("Noa", "Example", "interested"),
        ("Lea", "Example", "intrested"),
    )
    _, report = checked(desk, path)
    assert report.rows[0].draft.prospect_status == "Interested"
    assert problems(report) == [(3, "Prospect status", "cell")]
    assert 'did you mean "Interested"?' in report.rows[1].problems[0].words


# --- Sending ------------------------------------------------------------------------------------------------


def test_good_rows_are_put_in_once_however_often_it_is_done(desk: Desk, folder: Path):
    path = workbook(
        folder / "a.xlsx", HEADERS, NOA, ("Omar", None, "omar@example.com"), ("Dana", "E", "d@example.com")
    )
    opened, report = checked(desk, path)
    made = desk.sheets.put(opened, report)
    assert sorted(made) == [2, 4]
    assert desk.sheets.put(*checked(desk, path)) == made
    assert len(desk.outbox.all()) == 2
    # The same rows elsewhere in another file are the same people.
    moved = workbook(folder / "b.xlsx", HEADERS, ("Lea", "E", "lea@example.com"), NOA)
    assert desk.sheets.put(*checked(desk, moved))[3] == made[2]
    assert len(desk.outbox.all()) == 3


def test_what_became_of_each_row_is_written_beside(desk: Desk, folder: Path):
    path = table(folder / "a.csv", HEADERS, NOA, ("=1+1", "", "lea@example.com", "", "", "", ""))
    opened, report = checked(desk, path)
    written = desk.sheets.results(opened, report, desk.sheets.put(opened, report))
    assert written == folder / "a.results.xlsx"
    page = load_workbook(written).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0][:3] == ["Row", "Result", "What to do"]
    assert rows[0][6:] == list(HEADERS)
    assert rows[1][:4] == ["2", "Queued", None, "1"]
    assert rows[2][1] == "Not sent"
    assert rows[2][2] == "Surname: Last name is missing. Fill it in."
    assert page.cell(3, 7).data_type == "s"
    assert not list(folder.glob("*.new"))


def test_a_result_file_that_cannot_be_written_is_told(desk: Desk, folder: Path):
    opened, report = checked(desk, workbook(folder / "a.xlsx", HEADERS, NOA))
    results_path(opened.path).mkdir()
    with pytest.raises(ConfigError, match="cannot be written"):
        desk.sheets.results(opened, report, {})
    assert not list(folder.glob("*.new"))
