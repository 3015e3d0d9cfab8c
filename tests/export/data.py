"""A data file to export, filled row by row, and the readers that look at what came out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
from lxml import etree  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from atsdesk.cancel import Cancel
from atsdesk.export import sql_views
from atsdesk.export.cell import As
from atsdesk.export.csv_folder import write_csv_folder
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.export.sheet import Rows, part
from atsdesk.export.workbook import Book, Page, halves
from atsdesk.export.write import Report, write_workbook
from atsdesk.store import profiles, search
from atsdesk.store.file import FILE_NAME, Store
from atsdesk.store.tables import CUSTOM_VALUES, OWNED_PER_OWNER, TABLES, Grain, span

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SEEN = "2026-03-01T08:00:00Z"


class Data:
    """A data file of our own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self._store = Store(folder)

    def add(self, table: str, **values: object) -> int:
        """A row, with what every row has filled in. An owned row needs `pk`."""
        declared = TABLES[table]
        if declared.grain is not Grain.DESK:
            values = {
                "account_id": "acme",
                "id": "1",
                "first_seen_at": SEEN,
                "last_changed_at": SEEN,
                "deleted_at": None,
                **values,
            }
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        statement = f"insert into {table} ({names}) values ({marks})"
        return self._store.write(
            lambda connection: int(connection.execute(statement, tuple(values.values())).lastrowid or 0)
        )

    def account(self, name: str = "acme", settings: str = "{}") -> None:
        self.add("accounts", id=name, ats="comeet", base_url="", settings=settings, created_at=SEEN)

    def step(self, application: int, place: int, **values: object) -> None:
        self.add("steps", pk=application * OWNED_PER_OWNER + place, id=f"{application}:{place}", **values)

    def change(
        self, table: str, row: str, field: str, old: str | None, new: str | None, **values: object
    ) -> None:
        values = {"account_id": "acme", "seen_at": SEEN, "run_id": 1, **values}
        self.add("changes", table_name=table, row_id=row, field=field, old=old, new=new, **values)

    def custom_value(self, table: str, owner: int, place: int, **values: object) -> None:
        first, _ = span(CUSTOM_VALUES, table, owner)
        self.add("custom_values", pk=first + place, id=f"{owner}:{place}", **values)

    def update(self, statement: str, *values: object) -> None:
        self._store.write(lambda connection: connection.execute(statement, values))

    def searchable(self, table: str, pk: int, *values: str) -> None:
        self._store.write(lambda connection: search.add(connection, TABLES[table], [(pk, values)]))

    def salt(self) -> None:
        self._store.write(profiles.make_salt)

    def refresh_views(self) -> None:
        sql_views.refresh(self._store)

    def export(self, target: Path, **options: Any) -> Report:
        options = {"progress": lambda _: None, "cancel": Cancel(), "version": "1.2.3", **options}
        return write_workbook(self.path, target, **options)

    def export_csv(self, target: Path, **options: Any) -> Report:
        options = {"progress": lambda _: None, "cancel": Cancel(), **options}
        return write_csv_folder(self.path, target, **options)

    def close(self) -> None:
        self._store.close()


def write_cells(target: Path, columns: Sequence[tuple[str, As]], rows: Sequence[Sequence[object]]) -> Rows:
    """A workbook with one sheet of given values, written as the export writes it."""
    made = tuple(SheetColumn(name, f"c{place}", kind, "") for place, (name, kind) in enumerate(columns))
    sheet = Sheet("values", "", made)
    page = Page("values", sheet, len(rows))
    book = Book([page], {})
    streamed = Rows(sheet, book.styles, {})
    parts = book.parts()
    before, after = halves(parts[book.part_of(1)], page)
    with ZipFile(target, "w") as archive:
        with part(archive, book.part_of(1)) as file:
            xml = streamed.xml([(None, *row) for row in rows], 2)
            file.write(before + xml.encode() + after)
        for name, content in parts.items():
            if name != book.part_of(1):
                archive.writestr(name, content)
    return streamed


def by_openpyxl(path: Path, sheet: str) -> list[list[Any]]:
    """All rows with the header; a text as a person sees it."""
    book = openpyxl.load_workbook(path)
    rows = [[unescaped(cell.value) for cell in row] for row in book[sheet].iter_rows()]
    book.close()
    return rows


def by_calamine(path: Path, sheet: str) -> list[list[Any]]:
    """All rows with the header; blanks as None."""
    with CalamineWorkbook.from_path(path) as book:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [[None if value == "" else as_moment(value) for value in row] for row in rows]


def unescaped(value: Any) -> Any:
    """`_x005F_` is how the format writes an underscore that could be taken for an escape; openpyxl does not undo it."""
    return re.sub("_x005[Ff]_", "_", value) if isinstance(value, str) else value


def as_moment(value: Any) -> Any:
    """A day as openpyxl has it: the moment it begins."""
    return dt.datetime(value.year, value.month, value.day) if type(value) is dt.date else value  # noqa: DTZ001


def records(rows: list[list[Any]]) -> list[dict[str, Any]]:
    """Rows by column name."""
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def table(path: Path, sheet: str) -> list[dict[str, Any]]:
    return records(by_openpyxl(path, sheet))


def parts(path: Path) -> Iterator[tuple[str, etree._Element]]:
    """Every part, parsed by a parser that forgives nothing."""
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            strict = etree.XMLParser(recover=False, resolve_entities=False, huge_tree=True)
            yield name, etree.fromstring(archive.read(name), strict)


def assert_sound(path: Path) -> None:
    """What holds for every workbook: well-formed parts, no formula, no error, and Tables as ECMA-376 wants them."""
    found = dict(parts(path))
    ids, names = set(), set()
    for name, root in found.items():
        if name.startswith("xl/worksheets/sheet"):
            assert not root.findall(f".//{MAIN}f"), name
            assert not [cell for cell in root.iter(f"{MAIN}c") if cell.get("t") == "e"], name
            assert not root.findall(f".//{MAIN}mergeCell"), name
            assert not root.findall(f".//{MAIN}sheetProtection"), name
            assert not [column for column in root.iter(f"{MAIN}col") if column.get("hidden")], name
            assert root.tag == f"{MAIN}worksheet", "the usual form of the format, not the strict one"
        if name.startswith("xl/tables/"):
            ids.add(root.get("id"))
            names.add(root.get("displayName"))
    assert found["xl/workbook.xml"].find(f"{MAIN}workbookProtection") is None
    tables = [name for name in found if name.startswith("xl/tables/")]
    assert len(tables) == len(ids) == len({name.casefold() for name in names})
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[1:]:
        ((name, table),) = ((table.name, table) for table in sheet.tables.values())
        headers = [str(cell.value or "") for cell in sheet[1]]
        assert sheet.title == name == table.displayName
        assert headers == [column.name for column in table.tableColumns]
        assert len({header.casefold() for header in headers}) == len(headers)
        assert all(headers)
        assert {cell.data_type for cell in sheet[1]} == {"s"}
        assert table.ref == sheet.dimensions == table.autoFilter.ref, name
        assert sheet.freeze_panes == "A2"
        assert sheet.sheet_state == "visible"
        assert not table.totalsRowCount
        root = found[f"xl/worksheets/sheet{book.index(sheet) + 1}.xml"]
        assert root.find(f"{MAIN}dimension").get("ref") == table.ref
        rows = [int(row.get("r", "0")) for row in root.iter(f"{MAIN}row")]
        assert rows == list(range(1, max(sheet.max_row, 2) + 1))
    book.close()
