"""The workbook around the rows: openpyxl makes its styles, tables, headers and properties."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from atsdesk.export.cell import As
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.export.sheet import Styles, letters

ACCENT = "1F5A7A"
FONT = "Calibri"
_NUMBER_FORMATS = {
    As.TEXT: "General",
    As.WHOLE: "0",
    As.DECIMAL: "0.00",
    As.BOOL: "General",
    As.TIME: "yyyy-mm-dd hh:mm:ss",
    As.DAY: "yyyy-mm-dd",
    As.LOCAL_DAY: "yyyy-mm-dd",
}
_WIDTHS = {As.TIME: 19.5, As.DAY: 12.0, As.LOCAL_DAY: 12.0, As.BOOL: 9.0}
_WIDEST = 44
_FOR_PEOPLE = ("Dictionary", "Sync")
MANY_ROWS = 300_000
"""Beyond this, tools that read a workbook take long."""
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>ATS Desk</Application></Properties>"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of the workbook: all rows of a planned sheet, or those that fit."""

    name: str
    sheet: Sheet
    rows: int
    start: int = 0
    """How many rows of the sheet are on pages before."""

    @property
    def ref(self) -> str:
        """The Table's range. Excel repairs a Table without a row of data, so there is always one, blank if need be."""
        return f"A1:{letters(len(self.sheet.columns))}{max(self.rows, 1) + 1}"


def pages(sheet: Sheet, rows: int, most: int) -> list[Page]:
    """`steps`, `steps_2`, ... of at most `most` rows each."""
    return [
        Page(sheet.name if number == 1 else f"{sheet.name}_{number}", sheet, min(most, rows - start), start)
        for number, start in enumerate(range(0, max(rows, 1), most), 1)
    ]


def advice(pages: Sequence[Page]) -> list[str]:
    """What to know of these pages before they are written."""
    rows: dict[str, int] = {}
    for page in pages:
        rows[page.sheet.name] = rows.get(page.sheet.name, 0) + page.rows
    said = [
        f"{page.sheet.name} has more rows than a sheet can hold: it goes on in {page.name}."
        for page in pages
        if page.start and page.name.endswith("_2")
    ]
    said += [
        f"{name} has {count:,} rows: a folder of CSV or Parquet files is read much faster."
        for name, count in rows.items()
        if count > MANY_ROWS
    ]
    return said


class Book:
    """An openpyxl workbook with all sheets and no rows, whose parts are taken for the file that is written."""

    def __init__(self, pages: Sequence[Page], samples: Mapping[str, Sequence[Sequence[object]]]) -> None:
        from openpyxl import Workbook

        self._book = Workbook()
        self._book.properties.creator = "ATS Desk"
        self._book.properties.title = "ATS Desk export"
        self._book.security = None
        self._book.calculation.fullCalcOnLoad = False
        self.readme = self._book.worksheets[0]
        self.readme.title = "README"
        self.readme.sheet_properties.tabColor = "8A8F98"
        self.styles = self._make_styles()
        for number, page in enumerate(pages, 1):
            self._add(page, number, samples.get(page.sheet.name, ()))

    def parts(self) -> dict[str, bytes]:
        """The parts of the file by name, as they are now."""
        memory = BytesIO()
        self._book.save(memory)
        with ZipFile(memory) as archive:
            return {name: archive.read(name) for name in archive.namelist()} | {"docProps/app.xml": _APP}

    def open_on_rows(self) -> None:
        """Let the file open on its first sheet of rows, not on the README."""
        self._book.active = 1
        for place, sheet in enumerate(self._book.worksheets):
            sheet.sheet_view.tabSelected = place == 1

    @staticmethod
    def part_of(number: int) -> str:
        """The part that holds the page, counted from 1; README comes before."""
        return f"xl/worksheets/sheet{number + 1}.xml"

    def _make_styles(self) -> Styles:
        """Register the cell styles, and learn their numbers."""
        from openpyxl.styles import Alignment

        scratch = self._book.create_sheet("scratch")
        cells = {kind: scratch.cell(1, number) for number, kind in enumerate(As, 1)}
        for kind, made in cells.items():
            if kind is not As.TEXT:
                made.number_format = _NUMBER_FORMATS[kind]
        quoted, wrapped = scratch.cell(2, 1), scratch.cell(2, 2)
        quoted.quotePrefix = True
        wrapped.alignment = Alignment(wrap_text=True, vertical="top")
        styles = Styles(
            {kind: made.style_id for kind, made in cells.items()},
            quoted.style_id,
            wrapped.style_id,
        )
        self._book.remove(scratch)
        return styles

    def _add(self, page: Page, number: int, sample: Sequence[Sequence[object]]) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill
        from openpyxl.worksheet.filters import AutoFilter
        from openpyxl.worksheet.properties import PageSetupProperties
        from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

        headers = [column.name for column in page.sheet.columns]
        assert len({header.casefold() for header in headers}) == len(headers), f"{page.name}: {headers}"
        assert all(headers), page.name
        sheet = self._book.create_sheet(page.name)
        look = (
            Font(name=FONT, size=11, bold=True, color="FFFFFF"),
            PatternFill("solid", fgColor=ACCENT),
            Alignment(vertical="center"),
        )
        for place, column in enumerate(page.sheet.columns, 1):
            header = sheet.cell(1, place, column.name)
            header.font, header.fill, header.alignment = look
            values = [row[page.sheet.places[place - 1]] for row in sample]
            sheet.column_dimensions[letters(place)].width = _width(column, values)
        sheet.row_dimensions[1].height = 21
        sheet.freeze_panes = "A2"
        if page.name in _FOR_PEOPLE:  # on paper a page wide; tables of data are too wide for any
            sheet.page_setup.orientation = "landscape"
            sheet.page_setup.fitToHeight = 0
            sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.sheet_properties.tabColor = "8A8F98" if page.name in _FOR_PEOPLE else ACCENT
        table = Table(
            id=number,
            name=page.name,
            displayName=page.name,
            ref=page.ref,
            autoFilter=AutoFilter(ref=page.ref),
            tableColumns=[TableColumn(id=place, name=name) for place, name in enumerate(headers, 1)],
            tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
        )
        sheet.add_table(table)


def halves(part: bytes, page: Page) -> tuple[bytes, bytes]:
    """What stands before and after the rows of a page, its header with it, with the size the page will have."""
    before, end, after = part.partition(b"</sheetData>")
    before, sizes = re.subn(
        rb'<dimension ref="[^"]*"', b'<dimension ref="%b"' % page.ref.encode(), before, count=1
    )
    ignored = (
        f'<ignoredErrors><ignoredError sqref="{page.ref}" numberStoredAsText="1"/></ignoredErrors>'.encode()
    )
    after, tables = re.subn(rb"<tableParts", ignored + b"<tableParts", after, count=1)
    assert end, page.name
    assert sizes == tables == 1, page.name
    return before, end + after


def _width(column: SheetColumn, values: Sequence[object]) -> float:
    """Wide enough for the header with its filter button, and for what the first rows hold."""
    if column.wraps:
        return column.wraps
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return max(len(column.name) * 1.1 + 4, _WIDTHS.get(column.cell) or min(longest + 2, _WIDEST))
