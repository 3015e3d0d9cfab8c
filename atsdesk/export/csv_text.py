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

PIECE = 500
"""Rows at a time: few enough for the processor's own memory."""
_ROW, _CELL, _TEXT = "\x1d", "\x1e", "\x1f"
"""Before each row, and in it before each cell: before one that is text, another sign than before any other."""
_CONTROLS = bytes(sign for sign in (*range(32), 0x7F) if chr(sign) not in "\t\n")
_COMMAS = bytes.maketrans(f"{_CELL}{_TEXT}".encode(), b",,")
_UNSTORABLE = re.compile(b"\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]").search
_FORMULA = re.compile(f"{_TEXT}(?=[{re.escape(''.join(cell.FORMULA_FIRST))}])".encode())
_GUARDED = f"{_TEXT}'".encode()
_ALL_COMMAS = bytes.maketrans(b'"\n', b",,")
_FROM_COMMA = re.compile(f",[^{_ROW}{_CELL}{_TEXT}]*+".encode()).finditer
_SURELY_SHORT = cell.LONGEST_TEXT // 2
_MOST_ARGUMENTS = 100
_DIGITS = 10**cell.MOST_DIGITS - 1
_YEAR_DAY = "[0-9][0-9]-[01][0-9]-[0-3][0-9]"
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
        if (
            not self.sheet.key or len(self.sheet.columns) == 1
        ):  # a blank cell that is alone is written otherwise
            for rows in data.chunks(self.sheet.rows_sql(), PIECE):
                yield [None for _ in rows], self.slowly(rows)
            return
        for piece in data.chunks(self._sql(data.same_day_hours()), PIECE):
            yield [row[1] for row in piece], self._made(data, piece)

    def _made(self, data: Snapshot, piece: Sequence[tuple[Any, ...]]) -> list[bytes]:
        """The lines of a piece; one that needs care is halved until the rows are found that do."""
        lines: list[Any] = [row[2] for row in piece]
        raw = None if None in lines else self._plain(lines)
        if raw is not None:
            return self._turned(raw)
        if len(piece) == 1:
            return self._mended(data, piece[0][0])
        middle = len(piece) // 2
        return self._made(data, piece[:middle]) + self._made(data, piece[middle:])

    def _sql(self, hours: range) -> str:
        """A statement for the pk, the month and the line of each row; no line where a cell is not of its type."""
        sheet = self.sheet
        cells = [f"'{_ROW}'"]
        for column in sheet.columns:
            cells += (f"'{_TEXT if column.cell is As.TEXT else _CELL}'", _written(sheet, column, hours))
        groups = [cells[start : start + _MOST_ARGUMENTS] for start in range(0, len(cells), _MOST_ARGUMENTS)]
        line = " || ".join(f"concat({', '.join(group)})" for group in groups)
        usual = " and ".join(filter(None, dict.fromkeys(map(_is_usual, sheet.columns)))) or "true"
        month = f"substr({self.month.sql}, 1, 7)" if self.month else "null"
        read = f"  {sheet.key},\n  {month},\n  case when {usual} then cast({line} as blob) end"
        parts = (sheet.source, sheet.lookups, sheet.where, sheet.group, sheet.order)
        return "\n".join(("select", read, *parts))

    def _plain(self, lines: Sequence[bytes]) -> bytes | None:
        """The lines in one, where no text of them has to be altered: our signs between cells are there once each."""
        raw = b"".join(lines)
        plain = (
            len(raw) - len(raw.translate(None, _CONTROLS)) == len(lines) * (1 + len(self.sheet.columns))
            and not ((b"\xc2" in raw or b"\xef" in raw) and _UNSTORABLE(raw))
            and (len(raw) <= _SURELY_SHORT or max(map(len, lines)) <= _SURELY_SHORT)
            and (b"\n" not in raw or max(line.count(b"\n") for line in lines) <= cell.MOST_LINE_FEEDS)
        )
        return raw if plain else None

    def _turned(self, raw: bytes) -> list[bytes]:
        """Lines as SQLite made them, as CSV."""
        if self.guarded:
            raw = _FORMULA.sub(_GUARDED, raw)
        if b'"' in raw or b"," in raw or b"\n" in raw:
            raw = _quoted(raw)
        return [line[1:] for line in raw.translate(_COMMAS).split(_ROW.encode())[1:]]

    def _mended(self, data: Snapshot, pk: int) -> list[bytes]:
        one = replace(self.sheet, where=f"{self.sheet.where} and {self.sheet.key} = {pk}")
        return self.slowly(data.connection.execute(one.rows_sql()).fetchall())


def _quoted(raw: bytes) -> bytes:
    """The lines with quotes around each cell that has a quote, a comma or a line break in it."""
    only_commas = b'"' not in raw and b"\n" not in raw
    parts: list[bytes] = []
    done, sign = 0, _TEXT.encode()
    for found in _FROM_COMMA(raw if only_commas else raw.translate(_ALL_COMMAS)):
        comma, end = found.span()
        start = raw.rfind(sign, done, comma) + 1
        inside = raw[start:end]
        parts += (raw[done:start], inside if only_commas else inside.replace(b'"', b'""'))
        done = end
    parts.append(raw[done:])
    return b'"'.join(parts)  # every other part is such a cell


def _written(sheet: Sheet, column: SheetColumn, hours: range) -> str:
    sql = column.sql
    match column.cell:
        case As.BOOL:
            return f"case {sql} when 1 then 'TRUE' when 0 then 'FALSE' end"
        case As.LOCAL_DAY:
            if len(hours) == 24:
                return f"substr({sql}, 1, 10)"
            # at most hours it is the same day everywhere that the accounts are
            return (
                f"iif(substr({sql}, 12, 2) between '{hours.start:02}' and '{hours.stop - 1:02}',"
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
            # most have three decimals or fewer, and then both write the same; where 15 digits are not all, or an
            # exponent is near, Python writes: of more, SQLite's may be too many
            usual = (
                f"({sql} between 0.001 and 999999999 and cast({sql} * 1000 as integer) / 1000.0 = {sql}"
                f" or {whole} or typeof({sql}) = 'real' and cast({sql} as text) = printf('%!.15g', {sql})"
                f" and cast(cast({sql} as text) as real) = {sql}"
                f" and ({sql} = 0 or abs({sql}) between 0.001 and {_DIGITS}))"
            )
        case As.BOOL:
            usual = f"{sql} in (0, 1)"
        case As.TIME | As.LOCAL_DAY:
            usual = _is_since_1900(sql, _CLOCK)
        case As.DAY:
            usual = _is_since_1900(sql)
        case As.TEXT:
            return ""
    return f"({usual} or {sql} is null)"


def _is_since_1900(sql: str, clock: str = "") -> str:
    """The years from 2000 on are told apart first: what has to be asked of them is less."""
    return f"({sql} glob '20{_YEAR_DAY}{clock}' or {sql} glob '19{_YEAR_DAY}{clock}' and {sql} >= '{_FIRST_DAY}')"
