"""Spreadsheets, to a grid: merged cells, formulas and links made into what a person sees there."""

import datetime as dt
import io
import lzma
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from atsdesk.errors import DataError
from atsdesk.jobs.raw import MOST_COLUMNS, MOST_ROWS, Line, Problem, What

LARGEST = 100_000_000
"""Bytes that a workbook may have when unpacked."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, RuntimeError),
    *(KeyError, ValueError, TypeError, IndexError, AttributeError, OverflowError, SyntaxError),
)
"""What openpyxl and zipfile raise for files that are no whole workbooks."""
_LINK = re.compile(r'^=HYPERLINK\(\s*"([^"]+)"\s*(?:[,;]\s*"([^"]*)"\s*)?\)$', re.IGNORECASE)
_ALL_ZEROS = re.compile(r"0{2,}")


@dataclass(frozen=True, slots=True)
class Grid:
    lines: list[Line]
    sheets: list[str]
    sheet: str


def read(data: bytes, sheet: str = "") -> Grid:
    """The cells of a sheet: of the one named, else of the visible one with the most rows.

    Raises `DataError` for what is no workbook, is too large, or has no such sheet.
    """
    _check(data)
    book = _open(data, results=False)
    visible = {one.title: one for one in book.worksheets if one.sheet_state == "visible"} or {
        one.title: one for one in book.worksheets
    }
    if sheet and sheet not in visible:
        raise DataError(
            f'There is no sheet "{sheet}".', f"Choose one of: {', '.join(visible)}.", concerns=sheet
        )
    if not visible:
        raise _no_workbook()
    chosen = visible[sheet] if sheet else max(visible.values(), key=lambda one: one.max_row)
    return Grid(_lines(chosen, data), list(visible), chosen.title)


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST:
                raise DataError(
                    "The workbook is too large.", "Save the sheet with the jobs alone and import that."
                )
            if not any(name.endswith("workbook.xml") for name in packed.namelist()):
                raise _no_workbook()
    except _BROKEN as error:
        raise _no_workbook() from error


def _open(data: bytes, *, results: bool) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():  # openpyxl tells of styles and validations that it does not keep
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), data_only=results, keep_links=False)
    except _BROKEN as error:
        raise _no_workbook() from error


def _no_workbook() -> DataError:
    return DataError(
        "The file is no whole Excel workbook.", "Save it as .xlsx or as CSV UTF-8; nothing was imported."
    )


def _lines(sheet: Any, data: bytes) -> list[Line]:
    # only the cells that are there: asking by row would make all those that a careless format reaches
    cells = {
        (row, column): cell
        for (row, column), cell in sheet._cells.items()
        if cell.value is not None and column <= MOST_COLUMNS
    }
    if not cells:
        return []
    if (last := max(row for row, _ in cells)) > MOST_ROWS:
        raise DataError(
            f"The sheet has more than {MOST_ROWS:,} rows.", "Import it in parts; nothing was imported."
        )
    width = max(column for _, column in cells)
    found = {row: Line(row, [""] * width) for row in sorted({row for row, _ in cells})}
    results: Mapping[tuple[int, int], Any] | None = None
    for (row, column), cell in cells.items():
        line, value = found[row], cell.value
        if cell.data_type == "f":
            if link := _LINK.match(str(value)):
                line.cells[column - 1], line.links[column - 1] = link[2] or link[1], link[1]
                continue
            if results is None:
                results = _results(data, sheet.title)
            value = results.get((row, column))
            if value is None:
                line.problems.append((column - 1, Problem(What.FORMULA, row)))
                continue
        line.cells[column - 1] = text = _text(value, cell.number_format)
        if text.startswith("#") and (cell.data_type == "e" or text in _ERRORS):
            line.problems.append((column - 1, Problem(What.ERROR, row, value=text)))
        if cell.hyperlink is not None and cell.hyperlink.target:
            line.links[column - 1] = cell.hyperlink.target
    _spread(sheet, found, min(last, MOST_ROWS))
    return list(found.values())


_ERRORS = frozenset("#REF! #N/A #VALUE! #NAME? #DIV/0! #NULL! #NUM! #SPILL! #CALC!".split())


def _results(data: bytes, title: str) -> Mapping[tuple[int, int], Any]:
    """What the formulas of a sheet came to when it was saved."""
    sheet = _open(data, results=True)[title]
    return {place: cell.value for place, cell in sheet._cells.items()}


def _spread(sheet: Any, lines: Mapping[int, Line], last: int) -> None:
    """Cells that are merged downwards have the value of the first in each row."""
    for merged in sheet.merged_cells.ranges:
        first, column = merged.min_row, merged.min_col - 1
        origin = lines.get(first)
        if origin is None or column >= len(origin.cells) or not origin.cells[column]:
            continue
        for row in range(first + 1, min(merged.max_row, last) + 1):
            if line := lines.get(row):
                line.cells[column] = origin.cells[column]
                if column in origin.links:
                    line.links[column] = origin.links[column]
                line.problems.append((column, Problem(What.MERGED, row, other=first)))


def _text(value: Any, number_format: str) -> str:
    """A cell as a person sees it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and _ALL_ZEROS.fullmatch(number_format):
        return f"{value:0{len(number_format)}d}"  # a code that is kept as a number
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value).replace("_x000D_", "").strip()
