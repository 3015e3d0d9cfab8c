"""Lines of CSV that SQLite puts together: a row is one text instead of a value for each of its cells.

Signs that no text may have stand between the cells, so that a whole piece of rows is looked at, marked and turned into
CSV at once. A row with anything that needs care is left out here and goes cell by cell (`csv_folder.Lines`), with the
same outcome; that this is so is tested.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from atsdesk.export import cell
from atsdesk.export.cell import As
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.export.snapshot import Snapshot

PIECE = 1_000
"""Rows at a time."""
_ROW, _TEXT_ROW, _CELL, _TEXT = "\x1c", "\x1d", "\x1e", "\x1f"
"""Before the first cell of a row, before one that is text, before any other cell, and before one that is text."""
_CONTROLS = bytes(sign for sign in (*range(32), 0x7F) if chr(sign) not in "\t\n")
_COMMAS = bytes.maketrans(f"{_CELL}{_TEXT}".encode(), b",,")
_UNSTORABLE = re.compile("[\x80-\x9f\ufffe\uffff]").search
_QUOTED = re.compile(b'[^\x1c-\x1f]*[",\n][^\x1c-\x1f]*')
_SURELY_SHORT = cell.LONGEST_TEXT // 2
_MOST_ARGUMENTS = 100
_DIGITS = 10**cell.MOST_DIGITS - 1
_DAY = "[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
_CLOCK = "T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z"
_FIRST_DAY = "1900-03-03"
"""From here on no time zone has a day that is too early for a number."""

Slow = Callable[[Sequence[Sequence[object]]], list[bytes]]


@dataclass(slots=True)
class Lines:
    """The lines of one sheet, in UTF-8. `slowly` makes lines of rows of the sheet's statement."""

    sheet: Sheet
    month: SheetColumn | None
    """The column whose month is told with each line."""
    slowly: Slow
    guarded: bool = True
    """An apostrophe stands before text that a spreadsheet would run as a formula."""

    def read(self, data: Snapshot) -> Iterator[tuple[Sequence[Any], list[bytes]]]:
        """The sheet's lines in their order, a piece at a time, with the month of each."""
        if not self.sheet.key:
            for rows in data.chunks(self.sheet.rows_sql(), PIECE):
                yield [None for _ in rows], self.slowly(rows)
            return
        piece: list[tuple[Any, ...]]
        for piece in data.chunks(self._sql(data.same_day_hours()), PIECE):
            yield [row[1] for row in piece], self._made(data, piece)

    def _made(self, data: Snapshot, piece: Sequence[tuple[Any, ...]]) -> list[bytes]:
        """The lines of a piece; one that needs care is halved until the rows are found that do."""
        lines: list[Any] = [row[2] for row in piece]
        raw = None if None in lines else self._plain(lines)
        if raw is not None:
            return self._turned(raw, lines)
        if len(piece) == 1:
            return self._mended(data, piece[0][0])
        middle = len(piece) // 2
        return self._made(data, piece[:middle]) + self._made(data, piece[middle:])

    def _sql(self, hours: range) -> str:
        """A statement for the pk, the month and the line of each row; no line where a cell is not of its type."""
        sheet = self.sheet
        cells: list[str] = []
        for place, column in enumerate(sheet.columns):
            cells += (f"'{_before(column, first=not place)}'", _written(sheet, column, hours))
        groups = [cells[start : start + _MOST_ARGUMENTS] for start in range(0, len(cells), _MOST_ARGUMENTS)]
        line = " || ".join(f"concat({', '.join(group)})" for group in groups)
        usual = " and ".join(filter(None, dict.fromkeys(map(_is_usual, sheet.columns)))) or "true"
        month = f"substr({self.month.sql}, 1, 7)" if self.month else "null"
        read = f"  {sheet.key},\n  {month},\n  case when {usual} then {line} end"
        parts = (sheet.source, sheet.lookups, sheet.where, sheet.group, sheet.order)
        return "\n".join(("select", read, *parts))

    def _plain(self, lines: Sequence[str]) -> bytes | None:
        """The lines in one, where no text of them has to be altered: our signs between cells are there once each."""
        joined = "".join(lines)
        raw = joined.encode()
        plain = (
            len(raw) - len(raw.translate(None, _CONTROLS)) == len(lines) * len(self.sheet.columns)
            and not ((b"\xc2" in raw or b"\xef\xbf" in raw) and _UNSTORABLE(joined))
            and (len(joined) <= _SURELY_SHORT or max(map(len, lines)) <= _SURELY_SHORT)
            and (b"\n" not in raw or max(line.count("\n") for line in lines) <= cell.MOST_LINE_FEEDS)
        )
        return raw if plain else None

    def _turned(self, raw: bytes, lines: Sequence[str]) -> list[bytes]:
        """Lines as SQLite made them, as CSV."""
        first = _before(self.sheet.columns[0], first=True).encode()
        starts = {line[1:2] for line in lines} if first == _TEXT_ROW.encode() else set()
        for sign in cell.FORMULA_FIRST if self.guarded else ():
            for before, there in ((_TEXT, sign.encode() in raw), (_TEXT_ROW, sign in starts)):
                if there:
                    raw = raw.replace(f"{before}{sign}".encode(), f"{before}'{sign}".encode())
        if b'"' in raw or b"," in raw or b"\n" in raw:
            raw = _QUOTED.sub(_quoted, raw)
        return raw.translate(_COMMAS).split(first)[1:]

    def _mended(self, data: Snapshot, pk: int) -> list[bytes]:
        one = replace(self.sheet, where=f"{self.sheet.where} and {self.sheet.key} = {pk}")
        return self.slowly(data.connection.execute(one.rows_sql()).fetchall())


def _quoted(found: re.Match[bytes]) -> bytes:
    return b'"%b"' % found[0].replace(b'"', b'""')


def _before(column: SheetColumn, *, first: bool) -> str:
    if column.cell is As.TEXT:
        return _TEXT_ROW if first else _TEXT
    return _ROW if first else _CELL


def _written(sheet: Sheet, column: SheetColumn, hours: range) -> str:
    sql = column.sql
    match column.cell:
        case As.BOOL:
            return f"case {sql} when 1 then 'TRUE' when 0 then 'FALSE' end"
        case As.LOCAL_DAY:
            # at most hours it is the same day everywhere that the accounts are
            return (
                f"iif(substr({sql}, 12, 2) >= '{hours.start:02}' and substr({sql}, 12, 2) < '{hours.stop:02}',"
                f" substr({sql}, 1, 10), local_day({sheet.account}, {sql}))"
            )
        case _:
            return sql


def _is_usual(column: SheetColumn) -> str:
    """SQL that is true where a value is of its column's type, and its text in SQL the one that it has in CSV."""
    sql = column.sql
    whole = f"typeof({sql}) = 'integer' and {sql} between -{_DIGITS} and {_DIGITS}"
    match column.cell:
        case As.WHOLE:
            usual = whole
        case As.DECIMAL:
            # SQLite writes 15 digits: where those are not all, or an exponent is near, Python writes
            usual = (
                f"({whole} or typeof({sql}) = 'real' and cast(cast({sql} as text) as real) = {sql}"
                f" and ({sql} = 0 or abs({sql}) between 0.001 and {_DIGITS}))"
            )
        case As.BOOL:
            usual = f"typeof({sql}) = 'integer' and {sql} in (0, 1)"
        case As.TIME | As.LOCAL_DAY:
            usual = f"{sql} glob '{_DAY}{_CLOCK}' and {sql} >= '{_FIRST_DAY}'"
        case As.DAY:
            usual = f"{sql} glob '{_DAY}' and {sql} >= '{_FIRST_DAY}'"
        case As.TEXT:
            return ""
    return f"({sql} is null or {usual})"
