"""One consistent look at the file: every sheet of an export is read in the same transaction."""

import contextlib
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.export import privacy, scope, twins
from atsdesk.export.extra import LAST_SYNCS
from atsdesk.export.plan import CustomColumn, Keys, data_sheets
from atsdesk.export.scope import Scope
from atsdesk.export.shape import Sheet
from atsdesk.export.twins import fold
from atsdesk.store import custom as custom_fields
from atsdesk.store.custom import CustomField
from atsdesk.store.profiles import EVERYTHING, Disclosure, Selection

MOST_CUSTOM = 1_500
"""Custom fields of a table that become columns; SQLite reads 2,000 columns at most."""
_NO_WORD = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]+").fullmatch
_STEPS_BETWEEN_LOOKS = 20_000
"""SQLite's own steps after which a wish to stop is looked for: some milliseconds."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account as the README tells of it."""

    id: str
    ats: str
    zone: tzinfo
    zone_name: str
    last_sync: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The file at one moment. `connection` cannot write and holds the transaction."""

    connection: Any
    accounts: tuple[Account, ...]
    custom: tuple[CustomColumn, ...]
    keys: Keys
    warnings: tuple[str, ...]
    selection: Selection = EVERYTHING
    scope: Scope = field(default_factory=Scope)
    missing: tuple[str, ...] = ()
    """Tables and columns that were chosen and are not there."""

    def sheets(self) -> list[Sheet]:
        """The data sheets that were chosen of those that the connected systems can fill."""
        told = (privacy.disclosed(sheet, self.selection.disclosure) for sheet in self._chosen())
        return [sheet for sheet in told if sheet.columns]

    def same_day_hours(self) -> range:
        """The hours of a day in UTC in which every account's clocks show the same day."""
        months = [datetime(1900 + month // 12, month % 12 + 1, 1, tzinfo=UTC) for month in range(200 * 12)]
        offsets = {
            month.astimezone(zone).utcoffset() or timedelta() for zone in self.zones for month in months
        }
        seconds = [round(offset.total_seconds()) for offset in offsets] or [0]
        return range(-(min(*seconds, 0) // 3600), 24 + -max(*seconds, 0) // 3600)

    @property
    def zones(self) -> set[tzinfo]:
        return {account.zone for account in self.accounts}

    def people(self) -> bytes:
        """The marks of the candidates who can be found in the sheets."""
        if self.selection.disclosure is Disclosure.NONE:
            return b""
        return scope.people(self.connection, self._chosen())

    def _chosen(self) -> list[Sheet]:
        wanted, columns = self.selection.tables, self.selection.columns
        return [
            self.scope.narrowed(_with_columns(sheet, columns.get(sheet.name, ())))
            for sheet in data_sheets(self.keys, self.custom, {account.ats for account in self.accounts})
            if not wanted or sheet.name in wanted
        ]

    def count(self, sql: str) -> int:
        return int(self.connection.execute(sql).fetchone()[0])

    def chunks(self, sql: str, size: int) -> Iterator[list[tuple[object, ...]]]:
        """The rows of a statement, `size` at a time."""
        cursor = self.connection.execute(sql)
        while rows := cursor.fetchmany(size):
            yield rows


@contextlib.contextmanager
def reading(database: Path, cancel: Cancel) -> Iterator[Any]:
    """A connection in one reading transaction. `ConfigError` when the file cannot be read, `Cancelled` in mid-query."""
    from atsdesk.store.file import explain, open_reader

    with contextlib.closing(open_reader(database)) as connection:
        connection.set_progress_handler(cancel.is_set, _STEPS_BETWEEN_LOOKS)
        try:
            connection.execute("begin")
            yield connection
        except connection.Error as error:
            if cancel.is_set():
                raise Cancelled from None
            raise explain(error, database) from error


@contextlib.contextmanager
def snapshot(database: Path, cancel: Cancel, selection: Selection = EVERYTHING) -> Iterator[Snapshot]:
    """Look at the file until the block ends, with what was chosen of it.

    Raises as `reading` does, and `ConfigError` when the file has nothing of what was chosen.
    """
    with reading(database, cancel) as connection:
        connection.create_function(
            "pseudonym", 1, privacy.pseudonyms(connection, selection.disclosure), deterministic=True
        )
        yield _look(connection, selection)


def custom_columns(fields: Sequence[CustomField]) -> list[CustomColumn]:
    """Columns for custom fields, in the order they came; within a sheet whoever came first keeps the plain name.

    They are named after the field's key, or after its label where the key is no word.
    """
    columns: list[CustomColumn] = []
    taken: set[tuple[str, str]] = set()
    for one in fields:
        said = one.label if _NO_WORD(one.key) else one.key
        word = re.sub(r"\W+", "_", unicodedata.normalize("NFKC", said).lower()).strip("_")
        name = f"cf_{word[:100]}"
        if not word or (one.table, fold(name)) in taken or len(word) > 100:
            digest = hashlib.sha256(one.key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
            name = f"{name}_{digest}"
        taken.add((one.table, fold(name)))
        columns.append(CustomColumn(name, one))
    return columns


def _with_columns(sheet: Sheet, names: Sequence[str]) -> Sheet:
    """The sheet with these of its columns, in their order; with all of them where none is named."""
    return (
        replace(sheet, columns=tuple(one for one in sheet.columns if one.name in names)) if names else sheet
    )


def _look(connection: Any, selection: Selection) -> Snapshot:
    warnings: list[str] = []
    accounts = tuple(_account(row, warnings) for row in connection.execute(_ACCOUNTS).fetchall())
    custom: list[CustomColumn] = []
    found = custom_columns(custom_fields.fields(connection))
    for table in dict.fromkeys(column.field.table for column in found):
        columns = [column for column in found if column.field.table == table]
        if len(columns) > MOST_CUSTOM:
            warnings.append(
                f"{table} has {len(columns):,} custom fields; the first {MOST_CUSTOM:,} are columns."
            )
        custom += columns[:MOST_CUSTOM]
    found_twins = Keys(twins.find(connection))
    everything = Snapshot(connection, accounts, tuple(custom), found_twins, ())
    missing = _missing(selection, everything.sheets(), accounts)
    warnings += [f"{name} was chosen, and is not there any more." for name in missing]
    return replace(
        everything,
        warnings=tuple(warnings),
        selection=selection,
        scope=scope.look(connection, selection.query),
        missing=tuple(missing),
    )


def _missing(selection: Selection, sheets: Sequence[Sheet], accounts: Sequence[Account]) -> list[str]:
    """The tables and columns that were chosen and are not there; `ConfigError` where nothing is left of a selection."""
    there = {sheet.name: {column.name for column in sheet.columns} for sheet in sheets}
    account = selection.query.account
    if account and account not in {one.id for one in accounts}:
        raise _nothing(f"account {account}", "Choose another account for this export.", account)
    if selection.tables and not there.keys() & set(selection.tables):
        raise _nothing(f"table {', '.join(selection.tables)}", f"Choose among {', '.join(there)}.", "table")
    missing = [name for name in selection.tables if name not in there]
    for table, columns in selection.columns.items():
        missing += [f"{table}.{name}" for name in columns if name not in there.get(table, ())]
        if not set(columns) & there.get(table, set(columns)):
            hint = "Choose others; the Dictionary of an export names them all."
            raise _nothing(f"column {', '.join(columns)} of {table}", hint, table)
    return missing


def _nothing(what: str, hint: str, concerns: str) -> ConfigError:
    return ConfigError(f"There is no {what} to export.", hint, concerns=concerns)


_ACCOUNTS = f"""
select accounts.id, coalesce(accounts.ats, ''), accounts.settings, coalesce(datetime(synced.at, 'unixepoch'), '')
from accounts left join {LAST_SYNCS} as synced on synced.account_id = accounts.id
order by accounts.id"""


def _account(row: tuple[str, str, str | None, str], warnings: list[str]) -> Account:
    id_, ats, settings, last_sync = row
    name = ""
    with contextlib.suppress(ValueError):
        chosen = json.loads(settings or "{}")
        name = str(chosen.get("timezone") or "") if isinstance(chosen, dict) else ""
    try:
        return Account(id_, ats, ZoneInfo(name) if name else UTC, name or "UTC", last_sync)
    except (ValueError, OSError, LookupError):
        warnings.append(f"The time zone of account {id_} is not known ({name}); its dates are in UTC.")
        return Account(id_, ats, UTC, "UTC", last_sync)
