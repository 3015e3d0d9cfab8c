"""Write a folder of CSV files: the tables of the workbook, for tools that read folders.

UTF-8 with a byte order mark (without it Excel takes the text for the computer's old code page), RFC 4180. A table that
has a date of creation is a folder with one file per month (`applications/2026-03.csv`), so that a tool that refreshes
by month reads what it needs; any other is one file (`stages.csv`). The folder takes its place in one step.
"""

import codecs
import csv
import io
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xxhash import xxh3_128

from atsdesk.cancel import Cancel
from atsdesk.export import cell, contract, csv_text, moment, power_query
from atsdesk.export.cell import As, Noted
from atsdesk.export.csv_month import is_by_month, month_place
from atsdesk.export.folder import checked_folder, replacing_folder
from atsdesk.export.moment import LocalDays
from atsdesk.export.readme import Altered
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.export.snapshot import Snapshot, snapshot
from atsdesk.export.write import Progress, Report
from atsdesk.store.profiles import EVERYTHING, Selection

NO_MONTH = "none"
"""The file of rows that have no date of creation."""


def write_csv_folder(
    database: Path,
    target: Path,
    *,
    progress: Callable[[Progress], None],
    cancel: Cancel,
    version: str = "",  # nothing in the files tells it
    selection: Selection = EVERYTHING,
) -> Report:
    """Write what was chosen of the file to a folder of CSV files.

    Until the very last step the folder from before stays as it is. `ConfigError` when the data cannot be read, the
    folder cannot be written or holds what is not ours, `Cancelled` within a second of the wish.
    """
    started = time.monotonic()
    cancel.check()
    target = checked_folder(target)
    with replacing_folder(target) as folder, snapshot(database, cancel, selection) as data:
        writing = _Writing(data, folder, progress, cancel)
        sheets, people = data.sheets(), data.people()
        writing.write(sheets)
    queries = [(sheet.name, power_query.of_csv_folder(sheet, target)) for sheet in sheets]
    beside = filter(None, (contract.keep(target, sheets), power_query.keep(target, queries)))
    return Report(
        target,
        writing.rows,
        sum(writing.rows.values()),
        time.monotonic() - started,
        writing.hash.hexdigest(),
        tuple(writing.altered),
        (*data.warnings, *beside),
        people,
    )


@dataclass(slots=True)
class _Writing:
    """One export on its way."""

    data: Snapshot
    folder: Path
    progress: Callable[[Progress], None]
    cancel: Cancel
    rows: dict[str, int] = field(default_factory=dict)
    hash: xxh3_128 = field(default_factory=xxh3_128)
    altered: list[Altered] = field(default_factory=list)
    _done: int = 0

    def write(self, sheets: Sequence[Sheet]) -> None:
        self.rows = {sheet.name: self.data.count(sheet.count_sql()) for sheet in sheets}
        zones: dict[object, LocalDays] = {
            account.id: LocalDays(account.zone) for account in self.data.accounts
        }
        self.data.connection.create_function("local_day", 2, local_day(zones), deterministic=True)
        for sheet in sheets:
            self._table(sheet, Lines(sheet, zones, guarded=self.data.selection.guarded))
        self.cancel.check()

    def _table(self, sheet: Sheet, lines: "Lines") -> None:
        month = sheet.columns[month_place(sheet)] if is_by_month(sheet) else None
        header = joined([tuple(column.name for column in sheet.columns)])[0]
        self.hash.update(sheet.name.encode() + b"\n" + header + b"\n")
        files = _Files(self.folder, header)
        try:
            if month is None:
                files.open(f"{sheet.name}.csv")
            else:
                (self.folder / sheet.name).mkdir()
            made = csv_text.Lines(sheet, month, lambda rows: joined(lines.of(rows)), guarded=lines.guarded)
            for months, piece in made.read(self.data):
                self.cancel.check()
                if month is None:
                    self.hash.update(files.write(f"{sheet.name}.csv", piece))
                else:
                    for name, some in _by_month(months, piece).items():
                        self.hash.update(files.write(f"{sheet.name}/{name}.csv", some))
                self._done += len(piece)
                self.progress(Progress(sheet.name, self._done, sum(self.rows.values())))
            if month is not None and not files.names:
                files.open(f"{sheet.name}/{NO_MONTH}.csv")
        finally:
            files.close()
        for column, noted in lines.noted.items():
            self.altered += (Altered(sheet.name, column, reason, times) for reason, times in noted.items())


def local_day(zones: Mapping[object, LocalDays]) -> Callable[[str, str | None], str | None]:
    """The SQL function: the day of a moment in the time zone of an account."""
    known: dict[str, dict[str, str]] = {str(account): {} for account in zones}

    def told(account: str, moment: str | None) -> str | None:
        if not moment:
            return None
        hour = moment[:13]
        day = known[account].get(hour)
        if day is None or len(moment) != len("2026-03-01T08:00:00Z"):
            day = _DAYS[zones[account].of((moment,))[0]]
            if _DAYS[zones[account][hour]] == day:  # else the hour saw two days
                known[account][hour] = day
        return day

    return told


def joined(rows: Sequence[Sequence[str]]) -> list[bytes]:
    """Rows of fields as lines."""
    made = []
    for row in rows:
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerow(row)
        made.append(text.getvalue().removesuffix("\r\n").encode())
    return made


@dataclass(slots=True)
class Lines:
    """Turns rows of one sheet into the texts of CSV fields; the guard of the workbook decides what each value is."""

    sheet: Sheet
    zones: Mapping[object, LocalDays]
    noted: dict[str, Noted] = field(default_factory=dict)
    guarded: bool = True
    """An apostrophe stands before text that a spreadsheet would run as a formula."""

    def of(self, rows: Sequence[Sequence[object]]) -> list[tuple[str, ...]]:
        read = list(zip(*rows, strict=True))
        columns = zip(self.sheet.columns, self.sheet.places, strict=True)
        return list(
            zip(*(self._column(column, read[place], read[0]) for column, place in columns), strict=True)
        )

    def _column(self, column: SheetColumn, values: Sequence[object], accounts: Sequence[object]) -> list[str]:
        noted = self.noted.setdefault(column.name, Noted())
        match column.cell:
            case As.TEXT:
                texts = cell.texts(values, noted)
                return [harmless(value) for value in texts] if self.guarded else texts
            case As.WHOLE | As.DECIMAL:
                cells = cell.numbers(values, noted)
            case As.BOOL:
                cells = cell.bools(values, noted)
                cells.values = [_BOOLS[value] for value in cells.values]
            case As.TIME:
                cells = cell.times(values, noted)
                cells.values = [_MOMENTS[value] for value in cells.values]
            case As.DAY:
                cells = cell.days(values, noted)
                cells.values = [_DAYS[value] for value in cells.values]
            case As.LOCAL_DAY:
                cells = cell.local_days(values, accounts, self.zones, noted)
                cells.values = [_DAYS[value] for value in cells.values]
        for place, stray in cells.strays.items():
            cells.values[place] = harmless(stray) if self.guarded else stray
        return cells.values


_BOOLS = {"": "", "0": "FALSE", "1": "TRUE"}


def harmless(value: str) -> str:
    """An apostrophe before text that a spreadsheet would run as a formula."""
    return f"'{value}" if cell.looks_like_formula(value) else value


class _Remembered(dict[str, str]):
    """Excel's numbers -> the text of what they stand for; blank stays blank."""

    most = 100_000

    def __init__(self, shape: str) -> None:
        super().__init__({"": ""})
        self.shape = shape

    def __missing__(self, number: str) -> str:
        if len(self) >= self.most:
            self.clear()
            self[""] = ""
        found = self[number] = moment.of_number(number).strftime(self.shape) if number else ""
        return found


_MOMENTS = _Remembered("%Y-%m-%dT%H:%M:%SZ")
_DAYS = _Remembered("%Y-%m-%d")


def _by_month(months: Sequence[str | None], lines: Sequence[bytes]) -> Mapping[str, list[bytes]]:
    """The lines by month, each month's in their order."""
    found: defaultdict[str | None, list[bytes]] = defaultdict(list)
    for month, line in zip(months, lines, strict=True):
        found[month].append(line)
    by_name: defaultdict[str, list[bytes]] = defaultdict(list)
    for month, some in found.items():
        by_name[_month(month or "")] += some
    return by_name


def _month(text: str) -> str:
    return text if text[:4].isdigit() and text[4:5] == "-" else NO_MONTH


_BUFFER = 2**16


class _Files:
    """The open files of one table; a table of a hundred years has no more than 1,200, and they are opened in turn."""

    most = 64

    def __init__(self, folder: Path, header: bytes) -> None:
        self._folder, self._header = folder, header
        self._open: dict[str, Any] = {}
        self.names: set[str] = set()

    def write(self, name: str, lines: Sequence[bytes]) -> bytes:
        """Write lines into a file; what stands there now of them."""
        text = b"\r\n".join((*lines, b""))
        self.open(name).write(text)
        return text

    def open(self, name: str) -> Any:
        """The file, which begins with the header."""
        if name in self._open:
            return self._open[name]
        if len(self._open) >= self.most:
            self.close()
        file = self._open[name] = (self._folder / name).open("ab", buffering=_BUFFER)
        if name not in self.names:
            self.names.add(name)
            file.write(codecs.BOM_UTF8 + self._header + b"\r\n")
        return file

    def close(self) -> None:
        for file in self._open.values():
            file.close()
        self._open.clear()
