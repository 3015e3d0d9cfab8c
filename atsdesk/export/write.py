"""Write the workbook: everything the file holds, for Excel, Power BI and Tableau."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from xxhash import xxh3_128

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.export import contract, dictionary, power_query, readme
from atsdesk.export.dictionary import DICTIONARY
from atsdesk.export.extra import SYNC
from atsdesk.export.moment import LocalDays
from atsdesk.export.place import checked, replacing
from atsdesk.export.plan import ROWS_PER_SHEET
from atsdesk.export.readme import About, Altered
from atsdesk.export.sheet import LARGEST_PART, PIECE, Rows, letters, part
from atsdesk.export.snapshot import Snapshot, snapshot
from atsdesk.export.workbook import Book, Page, advice, halves, pages
from atsdesk.store.profiles import EVERYTHING, Selection
from atsdesk.store.published import SentSheet

_SAMPLE = 100
CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an export is: the sheet being written, and rows of all sheets."""

    sheet: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Manner:
    """How a profile is written or published; what it holds is said by the profile."""

    version: str = ""
    """Of the program, for the README."""
    apart: bool = False
    """In a process of its own, so that a window stays alive meanwhile."""
    password: str = ""
    """Of the database that is published to; it goes before the one in the keyring."""
    take_over: bool = False
    """Publish also accounts that another folder publishes there."""


USUAL = Manner()


@dataclass(frozen=True, slots=True)
class Published:
    """What a publish left in a database."""

    token: str
    sheets: Mapping[str, SentSheet]
    sent: Mapping[str, int]
    """Rows that were sent, by table."""
    removed: Mapping[str, int]
    """Rows that were removed there."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was written."""

    path: Path | str
    """A file or folder, or the address of a database."""
    rows: dict[str, int]
    """Rows by data sheet."""
    total: int
    seconds: float
    hash: str
    """Of the data sheets: the same data gives the same hash, whenever it is written."""
    altered: tuple[Altered, ...]
    warnings: tuple[str, ...]
    people: bytes | None = None
    """Marks of the candidates in it, where that is known."""
    published: Published | None = None


def write_workbook(
    database: Path,
    target: Path,
    *,
    progress: Callable[[Progress], None],
    cancel: Cancel,
    version: str = "",
    rows_per_sheet: int = ROWS_PER_SHEET,
    selection: Selection = EVERYTHING,
) -> Report:
    """Write what was chosen of the file to an Excel workbook.

    Until the very last step the workbook from before stays as it is, whatever happens. `ConfigError` when the data
    cannot be read or the workbook cannot be written, `Cancelled` within a second of the wish.
    """
    started = time.monotonic()
    cancel.check()
    target = checked(target)
    with replacing(target) as file, snapshot(database, cancel, selection) as data:
        sheets, people = data.sheets(), data.people()
        export = write_planned(
            file, data, progress=progress, cancel=cancel, version=version, rows_per_sheet=rows_per_sheet
        )
    queries = [(sheet.name, power_query.of_workbook(sheet, target)) for sheet in sheets]
    beside = filter(None, (contract.keep(target, sheets), power_query.keep(target, queries)))
    return Report(
        target,
        export.rows,
        sum(export.rows.values()),
        time.monotonic() - started,
        export.hash.hexdigest(),
        tuple(export.altered),
        (*export.warnings, *beside),
        people,
    )


def write_planned(
    file: IO[bytes],
    data: Snapshot,
    *,
    progress: Callable[[Progress], None],
    cancel: Cancel,
    version: str = "",
    rows_per_sheet: int = ROWS_PER_SHEET,
) -> "Export":
    """Write the sheets of a snapshot; what was met on the way."""
    export = Export(data, progress, cancel, version)
    export.write(file, export.plan(rows_per_sheet))
    return export


@dataclass(slots=True)
class Export:
    """One export on its way."""

    data: Snapshot
    progress: Callable[[Progress], None]
    cancel: Cancel
    version: str
    rows: dict[str, int] = field(default_factory=dict)
    hash: xxh3_128 = field(default_factory=xxh3_128)
    altered: list[Altered] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _dictionary: list[tuple[object, ...]] = field(default_factory=list)
    _done: int = 0
    _total: int = 0

    def plan(self, rows_per_sheet: int) -> list[Page]:
        """All pages in their order. What a page holds is counted in the transaction that will read it."""
        self.warnings += self.data.warnings
        sheets = self.data.sheets()
        planned: list[Page] = []
        for sheet in sheets:
            planned += pages(sheet, self.data.count(sheet.count_sql()), rows_per_sheet)
        self.warnings += advice(planned)
        self.rows = {page.name: page.rows for page in planned}
        self._dictionary = dictionary.rows((*sheets, SYNC))
        planned.append(Page(DICTIONARY.name, DICTIONARY, len(self._dictionary)))
        planned.append(Page(SYNC.name, SYNC, self.data.count(SYNC.count_sql())))
        self._total = sum(page.rows for page in planned)
        return planned

    def write(self, file: IO[bytes], planned: list[Page]) -> None:
        """The rows first, then the parts around them: the README tells what happened to the rows."""
        book = Book(planned, {page.sheet.name: self._sample(page) for page in planned})
        shell = book.parts()
        zones: dict[object, LocalDays] = {
            account.id: LocalDays(account.zone) for account in self.data.accounts
        }
        with ZipFile(file, "w") as archive:
            with part(archive, CONTENT_TYPES) as types:
                types.write(shell[CONTENT_TYPES])
            for number, page in enumerate(planned, 1):
                name = book.part_of(number)
                rows = Rows(page.sheet, book.styles, zones)
                before, after = halves(shell[name], page)
                with part(archive, name) as sheet:
                    sheet.write(before)
                    self._stream(sheet, page, rows)
                    sheet.write(after)
                for column, noted in rows.noted.items():
                    self.altered += (
                        Altered(page.name, column, reason, times) for reason, times in noted.items()
                    )
            now = datetime.now(UTC)
            about = About(
                self.version,
                now,
                self.data.accounts,
                planned,
                self.altered,
                self.warnings,
                self.data.selection,
            )
            readme.fill(book.readme, about)
            for name, content in book.parts().items():
                if name not in archive.NameToInfo:
                    with part(archive, name) as around:
                        around.write(content)
        self.cancel.check()

    def _stream(self, sheet: IO[bytes], page: Page, rows: Rows) -> None:
        """The rows of one page."""
        counted = page.sheet not in (DICTIONARY, SYNC)
        if counted:
            self.hash.update(repr((page.sheet.name, [column.name for column in page.sheet.columns])).encode())
        number, size = 2, 0
        for piece in self._pieces(page):
            self.cancel.check()
            xml = rows.xml(piece, number).encode()
            if counted:
                self.hash.update(xml)
            size += len(xml)
            if size > LARGEST_PART:
                raise _too_large(page)
            sheet.write(xml)
            number += len(piece)
            self._done += len(piece)
            self.progress(Progress(page.name, self._done, self._total))
        assert number == page.rows + 2, page.name
        if not page.rows:
            blank = "".join(f'<c r="{letters(place)}2"/>' for place in range(1, len(page.sheet.columns) + 1))
            sheet.write(f'<row r="2">{blank}</row>'.encode())

    def _pieces(self, page: Page) -> Iterator[list[tuple[object, ...]]]:
        if page.sheet is DICTIONARY:
            yield self._dictionary
        elif page.rows:
            yield from self.data.chunks(
                f"{page.sheet.rows_sql()}\nlimit {page.rows} offset {page.start}", PIECE
            )

    def _sample(self, page: Page) -> list[tuple[object, ...]]:
        """The first rows, for the widths of the columns."""
        if page.sheet is DICTIONARY:
            return self._dictionary[:_SAMPLE]
        return next(self.data.chunks(f"{page.sheet.rows_sql()}\nlimit {_SAMPLE}", _SAMPLE), [])


def _too_large(page: Page) -> ConfigError:
    return ConfigError(
        f"{page.name} is too large for an Excel workbook.",
        "Export to a folder of CSV or Parquet files, or leave out columns or accounts you do not need."
        " The workbook from before is as it was.",
        concerns=page.name,
    )
