"""The rows of a data sheet, streamed into their part of the workbook: a piece of rows at a time, column by column.

What a value becomes is decided in `cell`; here it only gets its tags. Each piece is looked at as one text
first, and only a piece that holds something special is gone through value by value.
"""

import contextlib
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from atsdesk.export import cell
from atsdesk.export.cell import As, Cells, Noted
from atsdesk.export.moment import LocalDays
from atsdesk.export.shape import Sheet, SheetColumn

PIECE = 500
"""Rows formatted at a time: enough to be fast, little enough to keep memory flat."""

LARGEST_PART = 2**31 - 2**20
"""Bytes of a part before compression. More needs ZIP64: as zipfile writes it, Excel wants to repair the workbook
(XlsxWriter's issue 656), and not every other reader takes it (SheetJS's issue 2766)."""

_EDGE = "\0"  # the guard lets no text have it
_SPECIAL = (
    ("\n", "\n"),
    ("\t", "\t"),
    ("_", "_x"),
    ("=", f"{_EDGE}="),
    ("+", f"{_EDGE}+"),
    ("-", f"{_EDGE}-"),
    ("@", f"{_EDGE}@"),
    (" ", f"{_EDGE} "),
    (" ", f" {_EDGE}"),
)
"""What calls for care: one character is found far sooner than two, so it is asked for first."""
_CARE = re.compile(r"^[=+\-@\s]|\s$|[\n\t]|_x").search
_LINE_POINTS = 16
_MOST_LINES = 8
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Styles:
    """Numbers of the workbook's cell styles."""

    by_cell: Mapping[As, int]
    quoted: int
    """Text that looks like a formula: marked, so that it stays text when someone edits it."""
    wrapped: int


@dataclass(slots=True)
class Rows:
    """Turns rows of one sheet into XML, and counts by column what the guard had to alter."""

    sheet: Sheet
    styles: Styles
    zones: Mapping[object, LocalDays]
    noted: dict[str, Noted] = field(default_factory=lambda: defaultdict(Noted))

    def xml(self, rows: Sequence[Sequence[object]], first: int) -> str:
        """`<row>` elements for rows of the sheet's statement, numbered from `first`."""
        read = list(zip(*rows, strict=True))
        numbers = list(map(str, range(first, first + len(rows))))
        columns = zip(self.sheet.columns, self.sheet.places, strict=True)
        written = [
            self._column(column, letters(number), numbers, read[place], read[0])
            for number, (column, place) in enumerate(columns, 1)
        ]
        if any(column.wraps for column in self.sheet.columns):
            numbers = [
                f'{number}" ht="{self._height(row)}" customHeight="1'
                for number, row in zip(numbers, rows, strict=True)
            ]
        across = zip(numbers, zip(*written, strict=True), strict=True)
        return "".join([f'<row r="{number}">{"".join(cells)}</row>' for number, cells in across])

    def _height(self, row: Sequence[object]) -> int:
        """Points that the row's wrapped text needs; readers do not all work it out by themselves."""
        lines = 1
        for column, place in zip(self.sheet.columns, self.sheet.places, strict=True):
            if column.wraps:
                lines = max(lines, math.ceil(len(str(row[place] or "")) / column.wraps))
        return _LINE_POINTS * min(lines, _MOST_LINES)

    def _column(
        self,
        column: SheetColumn,
        letter: str,
        numbers: Sequence[str],
        values: Sequence[object],
        accounts: Sequence[object],
    ) -> list[str]:
        noted = self.noted[column.name]
        style = self.styles.by_cell[column.cell]
        match column.cell:
            case As.TEXT:
                style = self.styles.wrapped if column.wraps else style
                return self._texts(letter, numbers, cell.texts(values, noted), style)
            case As.WHOLE | As.DECIMAL:
                cells = cell.numbers(values, noted)
            case As.BOOL:
                cells = cell.bools(values, noted)
                return self._typed(letter, numbers, cells, f's="{style}" t="b"')
            case As.TIME:
                cells = cell.times(values, noted)
            case As.DAY:
                cells = cell.days(values, noted)
            case As.LOCAL_DAY:
                cells = cell.local_days(values, accounts, self.zones, noted)
        return self._typed(letter, numbers, cells, f's="{style}"')

    def _texts(self, letter: str, numbers: Sequence[str], values: Sequence[str], style: int) -> list[str]:
        edged = f"{_EDGE}{_EDGE.join(values)}{_EDGE}"
        if "&" in edged or "<" in edged or ">" in edged:
            edged = escape(edged)
            values = edged[1:-1].split(_EDGE)
        start = f'<c r="{letter}'
        middle = f'" s="{style}" t="inlineStr"><is><t>' if style else '" t="inlineStr"><is><t>'
        cells = zip(numbers, values, strict=True)
        written = [f"{start}{number}{middle}{value}</t></is></c>" if value else "" for number, value in cells]
        if any(sign in edged and pair in edged for sign, pair in _SPECIAL):
            for place, value in enumerate(values):
                if _CARE(value):
                    written[place] = self._careful(f"{letter}{numbers[place]}", value, style)
        return written

    def _careful(self, place: str, value: str, style: int) -> str:
        """A text that holds something special, already escaped as XML."""
        if cell.looks_like_formula(value):
            style = self.styles.quoted
        space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
        return (
            f'<c r="{place}" s="{style}" t="inlineStr"><is><t{space}>{cell.escape_like(value)}</t></is></c>'
        )

    def _typed(self, letter: str, numbers: Sequence[str], cells: Cells, attributes: str) -> list[str]:
        start, middle = f'<c r="{letter}', f'" {attributes}><v>'
        plain = zip(numbers, cells.values, strict=True)
        written = [f"{start}{number}{middle}{value}</v></c>" if value else "" for number, value in plain]
        for place, value in cells.strays.items():
            (written[place],) = self._texts(letter, (numbers[place],), (value,), 0)
        return written


def letters(number: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@contextlib.contextmanager
def part(archive: ZipFile, name: str) -> Iterator[IO[bytes]]:
    """A part of the workbook to write into, up to `LARGEST_PART`."""
    info = ZipInfo(name, _STAMP)
    info.compress_type = ZIP_DEFLATED
    with archive.open(info, "w") as file:
        if compressor := _fast_deflate():
            # zipfile has no public way to choose the compressor; without this one it takes zlib's
            file._compressor = compressor  # type: ignore[attr-defined]
        yield file


def _fast_deflate() -> Any:
    """isal's deflate, nine times as fast as zlib's usual one; nothing where isal is not to be had."""
    try:
        from isal import isal_zlib
    except ImportError:
        return None
    return isal_zlib.compressobj(1, isal_zlib.DEFLATED, -15)
