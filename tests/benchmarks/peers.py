"""How else a table gets into a workbook: what a script would do with each library."""
# mypy: disable-error-code="import-not-found,import-untyped"

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atsdesk.export.cell import As
from atsdesk.export.shape import Sheet
from atsdesk.store.file import open_reader


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet as a script has them: text, numbers, booleans and naive date-times."""

    database: Path
    sheet: Sheet

    @property
    def headers(self) -> list[str]:
        return [column.name for column in self.sheet.columns]

    def rows(self) -> Iterator[list[Any]]:
        made = [
            (place, _MAKE.get(column.cell))
            for place, column in zip(self.sheet.places, self.sheet.columns, strict=True)
        ]
        with contextlib.closing(open_reader(self.database)) as connection:
            for row in connection.execute(self.sheet.rows_sql()):
                yield [
                    make(row[place]) if make and row[place] is not None else row[place]
                    for place, make in made
                ]


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text[:19])


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text[:10])


_MAKE: dict[As, Callable[[Any], Any]] = {
    As.TIME: _moment,
    As.DAY: _day,
    As.LOCAL_DAY: _day,
    As.BOOL: bool,
}


def openpyxl_write_only(table: Table, target: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("candidates")
    sheet.append(table.headers)
    for row in table.rows():
        sheet.append(row)
    book.save(target)


def openpyxl_normal(table: Table, target: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(table.headers)
    for row in table.rows():
        sheet.append(row)
    book.save(target)


def _xlsxwriter(table: Table, target: Path, options: dict[str, Any]) -> None:
    import xlsxwriter

    plain = {
        "default_date_format": "yyyy-mm-dd hh:mm:ss",
        "strings_to_urls": False,
    }  # a sheet takes 65,530 links
    with xlsxwriter.Workbook(target, {**plain, **options}) as book:
        sheet = book.add_worksheet("candidates")
        sheet.write_row(0, 0, table.headers)
        for number, row in enumerate(table.rows(), 1):
            sheet.write_row(number, 0, row)


def xlsxwriter_constant_memory(table: Table, target: Path) -> None:
    _xlsxwriter(table, target, {"constant_memory": True})


def xlsxwriter_default(table: Table, target: Path) -> None:
    _xlsxwriter(table, target, {})


def pandas_openpyxl(table: Table, target: Path) -> None:
    import pandas

    frame = pandas.DataFrame(table.rows(), columns=table.headers)
    frame.to_excel(target, index=False, engine="openpyxl")


def polars_xlsxwriter(table: Table, target: Path) -> None:
    import xlsxwriter

    frame = _polars(table)
    with xlsxwriter.Workbook(target, {"strings_to_urls": False}) as book:
        frame.write_excel(book, "candidates")


def pyexcelerate(table: Table, target: Path) -> None:
    from pyexcelerate import Workbook

    book = Workbook()
    book.new_sheet("candidates", data=[table.headers, *table.rows()])
    book.save(str(target))


def rustpy_xlsxwriter(table: Table, target: Path) -> None:
    from rustpy_xlsxwriter import write_worksheet

    headers = table.headers
    write_worksheet([dict(zip(headers, row, strict=True)) for row in table.rows()], str(target), "candidates")


def pandas_csv(table: Table, target: Path) -> None:
    import pandas

    frame = pandas.DataFrame(table.rows(), columns=table.headers)
    frame.to_csv(target, index=False, encoding="utf-8-sig", date_format="%Y-%m-%dT%H:%M:%SZ")


def csv_module(table: Table, target: Path) -> None:
    import csv

    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.headers)
        writer.writerows(table.rows())


def _polars(table: Table) -> Any:
    import polars

    return polars.DataFrame(list(table.rows()), schema=table.headers, orient="row", infer_schema_length=None)


def polars_csv(table: Table, target: Path) -> None:
    _polars(table).write_csv(target, include_bom=True)


def polars_parquet(table: Table, target: Path) -> None:
    _polars(table).write_parquet(target)


def pyarrow_parquet(table: Table, target: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    columns = zip(*table.rows(), strict=True)
    parquet.write_table(pyarrow.table(dict(zip(table.headers, map(list, columns), strict=True))), target)


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to write, and what it has to have loaded."""

    write: Callable[[Table, Path], None]
    modules: tuple[str, ...]


WORKBOOKS = {
    "openpyxl write-only": Peer(openpyxl_write_only, ("openpyxl", "lxml")),
    "openpyxl normal": Peer(openpyxl_normal, ("openpyxl", "lxml")),
    "XlsxWriter constant_memory": Peer(xlsxwriter_constant_memory, ("xlsxwriter",)),
    "XlsxWriter default": Peer(xlsxwriter_default, ("xlsxwriter",)),
    "pandas + openpyxl": Peer(pandas_openpyxl, ("pandas", "openpyxl")),
    "polars (XlsxWriter)": Peer(polars_xlsxwriter, ("polars", "xlsxwriter")),
    "pyexcelerate": Peer(pyexcelerate, ("pyexcelerate",)),
    "rustpy-xlsxwriter": Peer(rustpy_xlsxwriter, ("rustpy_xlsxwriter",)),
}
CSV = {
    "pandas": Peer(pandas_csv, ("pandas",)),
    "polars": Peer(polars_csv, ("polars",)),
    "csv module": Peer(csv_module, ("csv",)),
}
PARQUET = {
    "polars": Peer(polars_parquet, ("polars",)),
    "pyarrow": Peer(pyarrow_parquet, ("pyarrow", "pyarrow.parquet")),
}
PEERS = {"excel": WORKBOOKS, "csv": CSV, "parquet": PARQUET}
"""By format."""
