"""Write a folder of Parquet files, one a table, with real types: for tools that read large tables often.

DuckDB makes them out of the lines that the CSV folder has. It is an optional extra, so that the program stays small.
"""

import contextlib
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xxhash import xxh3_128

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.export import contract, csv_text, power_query
from atsdesk.export.cell import As, Reason
from atsdesk.export.csv_folder import Lines, joined, local_day
from atsdesk.export.folder import checked_folder, replacing_folder
from atsdesk.export.moment import LocalDays
from atsdesk.export.readme import Altered
from atsdesk.export.shape import Sheet
from atsdesk.export.snapshot import Snapshot, snapshot
from atsdesk.export.write import Progress, Report
from atsdesk.store.profiles import EVERYTHING, Selection

_TYPES = {
    As.TEXT: "varchar",
    As.WHOLE: "bigint",
    As.DECIMAL: "double",
    As.BOOL: "boolean",
    As.TIME: "timestamptz",
    As.DAY: "date",
    As.LOCAL_DAY: "date",
}
_LONGEST_LINE = 64 * 1024 * 1024
_LOOK_SECONDS = 0.1


def write_parquet_folder(
    database: Path,
    target: Path,
    *,
    progress: Callable[[Progress], None],
    cancel: Cancel,
    version: str = "",  # nothing in the files tells it
    selection: Selection = EVERYTHING,
) -> Report:
    """Write what was chosen of the file to a folder of Parquet files.

    Until the very last step the folder from before stays as it is. `ConfigError` when DuckDB is not installed, the data
    cannot be read, the folder cannot be written or holds what is not ours; `Cancelled` within a second of the wish.
    """
    started = time.monotonic()
    cancel.check()
    target = checked_folder(target)
    with (
        duckdb_connection() as duck,
        replacing_folder(target) as folder,
        snapshot(database, cancel, selection) as data,
    ):
        writing = _Writing(data, folder, duck, progress, cancel)
        sheets, people = data.sheets(), data.people()
        writing.rows = {sheet.name: data.count(sheet.count_sql()) for sheet in sheets}
        zones: dict[object, LocalDays] = {account.id: LocalDays(account.zone) for account in data.accounts}
        data.connection.create_function("local_day", 2, local_day(zones), deterministic=True)
        for sheet in sheets:
            writing.table(sheet, Lines(sheet, zones, guarded=False))
        cancel.check()
    queries = [(sheet.name, power_query.of_parquet_folder(sheet, target)) for sheet in sheets]
    beside = filter(None, (contract.keep(target, sheets), power_query.keep(target, queries)))
    return Report(
        target,
        writing.rows,
        sum(writing.rows.values()),
        time.monotonic() - started,
        writing.hash.hexdigest(),
        tuple(writing.altered),
        (*data.warnings, *writing.warnings, *beside),
        people,
    )


@contextlib.contextmanager
def duckdb_connection() -> Iterator[Any]:
    try:
        import duckdb
    except ImportError:
        raise ConfigError(
            "Parquet files need DuckDB, which is not installed.",
            'Install it with `pip install "atsdesk[parquet]"`, or export to a workbook or a folder of CSV files.',
            concerns="parquet",
        ) from None
    try:
        with duckdb.connect() as connection:
            connection.execute("set timezone = 'UTC'")
            yield connection
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise ConfigError(
            f"The Parquet files could not be written ({reason}).",
            "Check the disk, or export to a folder of CSV files. The folder from before is as it was.",
            concerns="parquet",
        ) from error


@dataclass(slots=True)
class _Writing:
    """One export on its way."""

    data: Snapshot
    folder: Path
    duck: Any
    progress: Callable[[Progress], None]
    cancel: Cancel
    rows: dict[str, int] = field(default_factory=dict)
    hash: xxh3_128 = field(default_factory=xxh3_128)
    altered: list[Altered] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _done: int = 0

    def table(self, sheet: Sheet, cells: Lines) -> None:
        """One table: its lines into a file beside, and that as Parquet."""
        lines = self.folder / f"{sheet.name}.csv"
        self.hash.update(repr((sheet.name, [column.name for column in sheet.columns])).encode())
        made = csv_text.Lines(sheet, None, lambda rows: joined(cells.of(rows)), guarded=False)
        with lines.open("wb") as file:
            for _, piece in made.read(self.data):
                self.cancel.check()
                text = b"".join(line + b"\r\n" for line in piece)
                self.hash.update(text)
                file.write(text)
                self._done += len(piece)
                self.progress(Progress(sheet.name, self._done, sum(self.rows.values())))
        self._run(copy_sql(typed_sql(sheet, lines), self.folder / f"{sheet.name}.parquet"))
        lines.unlink()
        for column, noted in cells.noted.items():
            self.altered += (Altered(sheet.name, column, reason, times) for reason, times in noted.items())
            if noted[Reason.ODD]:
                self.warnings.append(
                    f"{sheet.name}, {column}: what does not fit the column's type is blank in Parquet."
                )

    def _run(self, statement: str) -> None:
        """Let DuckDB do it, in a thread beside, so that the wish to stop is heard."""
        with ThreadPoolExecutor(1, "parquet") as pool:
            future = pool.submit(self.duck.execute, statement)
            while wait([future], _LOOK_SECONDS).not_done:
                if self.cancel.is_set():
                    self.duck.interrupt()
            if self.cancel.is_set():
                raise Cancelled
            future.result()


def typed_sql(sheet: Sheet, lines: Path) -> str:
    """Reads lines of CSV with the types of their columns."""
    names = ", ".join(f"{_text(column.name)}: 'varchar'" for column in sheet.columns)
    # the reader would take over a bare cast, and stop at what does not fit
    typed = ", ".join(
        f"""try_cast(nullif("{column.name}", '') as {_TYPES[column.cell]}) as "{column.name}\""""
        for column in sheet.columns
    )
    return f"""
        select {typed} from read_csv(
          {_text(str(lines))}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
          nullstr = '', new_line = '\\r\\n', parallel = false, max_line_size = {_LONGEST_LINE}, columns = {{{names}}}
        )
        """


def copy_sql(rows: str, target: Path) -> str:
    """Writes what a statement reads to a Parquet file."""
    return f"copy ({rows}) to {_text(str(target))} (format parquet, compression zstd)"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
