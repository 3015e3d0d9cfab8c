"""What a table shows, as a file: these rows and columns, in this order, with the words of the screen."""

import csv
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.export.child import export_in_child
from atsdesk.export.on_screen import Shown, ShownColumn, write_view
from atsdesk.export.write import Progress, Report
from atsdesk.store.browse import Query
from tests.export.data import Data, assert_sound, by_openpyxl, table
from tests.export.test_place import BEFORE, assert_untouched, many

NAME, STATUS = ShownColumn("name", "Name"), ShownColumn("status", "Status", {"active": "Läuft"})
APPLIED, PHONE = ShownColumn("applied_at", "Applied"), ShownColumn("phone", "Phone")


def person(data: Data, number: int, name: str, **application: object) -> None:
    data.add("candidates", id=f"c{number}", name=name, phone=f"+972-{number}")
    application = {"status": "active", "created_at": f"2026-01-{number:02}T08:30:00Z", **application}
    data.add("applications", id=f"a{number}", candidate_id=f"c{number}", **application)


def write(data: Data, target: Path, query: Query, columns: Sequence[ShownColumn], **options: Any) -> Report:
    shown = Shown("candidates", query, columns, (("Search", query.text or "none"),))
    options = {"progress": lambda _: None, "cancel": Cancel(), **options}
    return write_view(data.path, target, shown=shown, **options)


@pytest.fixture
def people(data: Data) -> Data:
    person(data, 1, "Ada")
    person(data, 2, "Ben", status="rejected")
    person(data, 3, "=Cleo()", status="active")
    return data


def test_a_workbook_has_the_rows_and_columns_of_the_screen_in_their_order(people: Data, target: Path) -> None:
    query = Query(chosen={"status": ("active",)}, sort="name", descending=True)
    report = write(people, target, query, (STATUS, NAME, APPLIED))
    assert_sound(target)
    rows = by_openpyxl(target, "candidates")
    assert rows[0] == ["Status", "Name", "Applied (UTC)"]
    assert [row[:2] for row in rows[1:]] == [["Läuft", "Ada"], ["Läuft", "=Cleo()"]]
    assert rows[1][2].isoformat() == "2026-01-01T08:30:00"
    assert (report.total, report.rows) == (2, {"candidates": 2})
    book = openpyxl.load_workbook(target)
    assert book.active is not None
    assert book.active.title == "candidates", "the file opens on the rows"
    assert ["Search", "none"] in [[cell.value for cell in row[:2]] for row in book["README"].rows]
    book.close()


def test_csv_has_the_same_and_is_guarded(people: Data, tmp_path: Path) -> None:
    target = tmp_path / "people.csv"
    write(people, target, Query(sort="name"), (NAME, PHONE, APPLIED))
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Name", "Phone", "Applied (UTC)"]
    assert rows[1] == ["'=Cleo()", "'+972-3", "2026-01-03T08:30:00Z"]
    assert [row[0] for row in rows[1:]] == ["'=Cleo()", "Ada", "Ben"]


def test_nothing_found_is_a_sheet_with_its_header(people: Data, target: Path) -> None:
    assert write(people, target, Query(text="nobody"), (NAME,)).total == 0
    assert_sound(target)
    assert by_openpyxl(target, "candidates")[0] == ["Name"]


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(people: Data, target: Path) -> None:
    write(people, target, Query(sort="name"), (NAME,), rows_per_sheet=2)
    assert_sound(target)
    found = [row["Name"] for sheet in ("candidates", "candidates_2") for row in table(target, sheet)]
    assert found == ["=Cleo()", "Ada", "Ben"]


def test_custom_fields_on_screen_are_columns_and_titles_are_no_formulas(people: Data, target: Path) -> None:
    people.add(
        "custom_fields", id="f1", key="shoe", name="=Shoe\nsize", applies_to="candidates", type="number"
    )
    (pk,) = people._store.write(
        lambda connection: connection.execute("select pk from candidates where id = 'c2'").fetchone()
    )
    from atsdesk.store.tables import CUSTOM_VALUES, span

    first, _ = span(CUSTOM_VALUES, "candidates", pk)
    people.add("custom_values", pk=first, id="v", field_id="f1", row_id="c2", value="42.5")
    shoe = ShownColumn("custom.candidates.shoe", "=Shoe\nsize")
    write(people, target, Query(sort="name"), (shoe, NAME, ShownColumn("email", "name")))
    assert_sound(target)
    rows = by_openpyxl(target, "candidates")
    assert rows[0] == ["'=Shoe size", "Name", "name (2)"]
    assert [row[0] for row in rows[1:]] == [None, None, 42.5]


def test_columns_that_are_gone_are_left_out_and_none_is_told(people: Data, target: Path) -> None:
    gone = ShownColumn("custom.candidates.nowhere", "Nowhere")
    write(people, target, Query(), (gone, NAME))
    assert by_openpyxl(target, "candidates")[0] == ["Name"]
    with pytest.raises(ConfigError, match="None of these columns"):
        write(people, target, Query(), (gone,))


def test_a_cancelled_one_leaves_the_file_from_before(data: Data, target: Path) -> None:
    many(data)
    target.write_bytes(BEFORE)
    cancel = Cancel()
    with pytest.raises(Cancelled):
        write(data, target, Query(), (NAME,), cancel=cancel, progress=lambda _: cancel.set())
    assert_untouched(target)


@pytest.mark.parametrize("name", ["x.txt", "x", "x.xls"])
def test_other_endings_are_refused(people: Data, tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="not a name for a workbook"):
        write(people, tmp_path / name, Query(), (NAME,))


def test_a_child_writes_it_and_tells_how_far_it_is(data: Data, target: Path) -> None:
    many(data, 2000)
    news: list[Progress] = []
    report = export_in_child(
        data.path,
        target,
        progress=news.append,
        cancel=Cancel(),
        version="1.2.3",
        write=partial(write_view, shown=Shown("candidates", Query(), (NAME,))),
    )
    assert_sound(target)
    assert report.total == 2001
    assert {told.total for told in news} == {2001}
