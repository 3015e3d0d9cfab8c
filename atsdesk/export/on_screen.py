"""Write what a table shows, these rows and columns in this order, to a workbook or a CSV file."""

import csv
import io
import itertools
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from xxhash import xxh3_128

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.export import cell, readme
from atsdesk.export.cell import As
from atsdesk.export.csv_folder import Lines
from atsdesk.export.place import checked, replacing
from atsdesk.export.plan import ROWS_PER_SHEET
from atsdesk.export.readme import Altered
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.export.sheet import PIECE, Rows, letters, part
from atsdesk.export.snapshot import reading
from atsdesk.export.workbook import Book, Page, halves, pages
from atsdesk.export.write import CONTENT_TYPES, Progress, Report
from atsdesk.store import browse
from atsdesk.store.browse import Query
from atsdesk.store.tables import Kind
from atsdesk.store.views import VIEWS, View, ViewColumn

_CELLS = {
    Kind.INTEGER: As.WHOLE,
    Kind.DECIMAL: As.DECIMAL,
    Kind.BOOL: As.BOOL,
    Kind.TIME: As.TIME,
    Kind.DAY: As.DAY,
}
_LONGEST_HEADER = 255
_SAMPLE = 100
_UTC = "{} (UTC)"

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column on screen: its title, and the words that its values read as there."""

    key: str
    title: str
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a table shows: the name of its view, its query, its columns from first to last."""

    view: str
    query: Query
    columns: Sequence[ShownColumn]
    facts: Sequence[tuple[str, str]] = ()
    """What the README tells of it, as label and text."""


def write_view(
    database: Path,
    target: Path,
    *,
    shown: Shown,
    progress: Callable[[Progress], None],
    cancel: Cancel,
    version: str = "",
    rows_per_sheet: int = ROWS_PER_SHEET,
) -> Report:
    """Write what a table shows to an Excel workbook, or to a CSV file where the name says so.

    Until the very last step the file from before stays as it is. `ConfigError` when the data cannot be read or the
    file cannot be written, `Cancelled` within a second of the wish.
    """
    started = time.monotonic()
    cancel.check()
    as_csv = target.suffix.lower() == ".csv"
    target = checked(target, ".csv", "CSV file") if as_csv else checked(target)
    with replacing(target) as file, reading(database, cancel) as connection:
        view = browse.with_custom_fields(connection, VIEWS[shown.view])
        total = browse.count(connection, view, shown.query)
        picked = _Picked(view, shown)
        if not picked.columns:
            raise ConfigError(
                "None of these columns is there any more.", "Show other columns and export again."
            )
        read = (
            [picked.of(row) for row in found]
            for found in browse.stream(connection, picked.view, shown.query, PIECE)
        )
        writing = _Writing(_sheet(shown, picked.columns), total, progress, cancel)
        if as_csv:
            writing.write_csv(file, read)
        else:
            writing.write_workbook(file, read, [*_written(version), *shown.facts], rows_per_sheet)
    return Report(
        target,
        {shown.view: total},
        total,
        time.monotonic() - started,
        writing.hash.hexdigest(),
        writing.altered(),
        (),
    )


class _Picked:
    """Picks the cells of the columns shown out of a row of the view; custom fields that are not shown are not read."""

    def __init__(self, view: View, shown: Shown) -> None:
        known = {column.key: column for column in view.columns}
        self._shown = [one for one in shown.columns if one.key in known]
        self.columns = [(one, known[one.key]) for one in self._shown]
        wanted = {one.key for one in self._shown}
        self.view = replace(
            view, columns=tuple(one for one in view.columns if not one.custom or one.key in wanted)
        )
        keys = [column.key for column in self.view.columns]
        self._places = [len(view.hidden) + keys.index(one.key) for one in self._shown]

    def of(self, row: Sequence[object]) -> Row:
        """The account, and what the columns read."""
        cells = (
            one.words.get(value, value) if isinstance(value := row[place], str) else value
            for one, place in zip(self._shown, self._places, strict=True)
        )
        return (row[0], *cells)


def _sheet(shown: Shown, columns: Sequence[tuple[ShownColumn, ViewColumn]]) -> Sheet:
    made, taken = [], set[str]()
    for one, column in columns:
        kind = As.TEXT if one.words else _CELLS.get(column.kind, As.TEXT)
        title = _header(_UTC.format(one.title) if kind is As.TIME else one.title, taken)
        made.append(SheetColumn(title, column.key, kind, column.meaning))
    return Sheet(shown.view, "", tuple(made), account="account")


def _header(title: str, taken: set[str]) -> str:
    """A title as a header: one line, no formula, no other column's."""
    plain = re.sub(r"\s+", " ", cell.text(title, cell.Noted())).strip()[: _LONGEST_HEADER - 8] or "–"
    plain = f"'{plain}" if cell.looks_like_formula(plain) else plain
    for number in itertools.count(1):
        free = plain if number == 1 else f"{plain} ({number})"
        if free.casefold() not in taken:
            taken.add(free.casefold())
            break
    return free


def _written(version: str) -> Sequence[tuple[str, str]]:
    now = datetime.now(UTC)
    return (
        ("Written", f"{now:%Y-%m-%d %H:%M} UTC"),
        ("Local time", readme.local(now)),
        ("Program", f"ATS Desk {version}".strip()),
        ("Privacy", "full: personal data is included; share with care"),
    )


@dataclass(slots=True)
class _Writing:
    """One file on its way."""

    sheet: Sheet
    total: int
    progress: Callable[[Progress], None]
    cancel: Cancel
    hash: xxh3_128 = field(default_factory=xxh3_128)
    _noted: Mapping[str, cell.Noted] = field(default_factory=dict)
    _done: int = 0

    def altered(self) -> tuple[Altered, ...]:
        return tuple(
            Altered(self.sheet.name, column, reason, times)
            for column, noted in self._noted.items()
            for reason, times in noted.items()
        )

    def write_csv(self, file: IO[bytes], read: Iterator[list[Row]]) -> None:
        """UTF-8 with a byte order mark, as the folder of CSV files has it."""
        lines = Lines(self.sheet, {})
        self._noted = lines.noted
        text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
        text.write("\ufeff")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([column.name for column in self.sheet.columns])
        for piece in read:
            written = lines.of(piece)
            writer.writerows(written)
            self._tell(len(piece), repr(written))
        text.flush()
        text.detach()

    def write_workbook(
        self, file: IO[bytes], read: Iterator[list[Row]], facts: Sequence[tuple[str, str]], most: int
    ) -> None:
        """A sheet of rows, which the file opens on, and a README that tells what was asked."""
        planned = pages(self.sheet, self.total, most)
        rows = itertools.chain.from_iterable(read)
        sample = list(itertools.islice(rows, _SAMPLE))
        rows = itertools.chain(sample, rows)
        book = Book(planned, {self.sheet.name: sample})
        book.open_on_rows()
        shell = book.parts()
        blank = "".join(f'<c r="{letters(place)}2"/>' for place in range(1, len(self.sheet.columns) + 1))
        written = Rows(self.sheet, book.styles, {})
        self._noted = written.noted
        with ZipFile(file, "w") as archive:
            with part(archive, CONTENT_TYPES) as types:
                types.write(shell[CONTENT_TYPES])
            for number, page in enumerate(planned, 1):
                name = book.part_of(number)
                before, after = halves(shell[name], page)
                with part(archive, name) as out:
                    out.write(before)
                    self._stream(out, page, rows, written)
                    if not page.rows:
                        out.write(f'<row r="2">{blank}</row>'.encode())
                    out.write(after)
            readme.fill_short(book.readme, facts, self.altered())
            for name, content in book.parts().items():
                if name not in archive.NameToInfo:
                    with part(archive, name) as around:
                        around.write(content)
        self.cancel.check()

    def _stream(self, out: IO[bytes], page: Page, rows: Iterator[Row], written: Rows) -> None:
        first, left = 2, page.rows
        while piece := list(itertools.islice(rows, min(PIECE, left))):
            xml = written.xml(piece, first)
            out.write(xml.encode())
            self._tell(len(piece), xml)
            first, left = first + len(piece), left - len(piece)

    def _tell(self, rows: int, content: str) -> None:
        self.cancel.check()
        self.hash.update(content.encode("utf-8", "surrogatepass"))
        self._done += rows
        self.progress(Progress(self.sheet.name, self._done, self.total))
