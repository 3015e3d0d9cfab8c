"""One consistent look at the file: every sheet of an export is read in the same transaction."""

import contextlib
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled
from atsdesk.export.plan import DOMAINS, EXPORTED, CustomColumn, Keys, data_sheets, domain_of, owner_id
from atsdesk.export.shape import Sheet
from atsdesk.store import custom as custom_fields
from atsdesk.store.custom import CustomField

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

    def sheets(self) -> list[Sheet]:
        """The data sheets that the connected systems can fill."""
        return data_sheets(self.keys, self.custom, {account.ats for account in self.accounts})

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
def snapshot(database: Path, cancel: Cancel) -> Iterator[Snapshot]:
    """Look at the file until the block ends; raises as `reading` does."""
    with reading(database, cancel) as connection:
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.create_function("twin", 2, twin, deterministic=True)
        yield _look(connection)


def fold(key: str) -> str:
    """What an engine that ignores case, width and blanks at the ends makes of a key."""
    if key.isascii() and key.isprintable():
        return key.lower().strip()
    return unicodedata.normalize("NFKC", "".join(filter(str.isprintable, key))).casefold().strip()


def twin(account: str, id_: str) -> str:
    """What tells an id from those that differ by case only; from the id alone, so the same wherever it stands."""
    return "~" + hashlib.sha256(f"{account}\0{id_}".encode("utf-8", "surrogatepass")).hexdigest()[:8]


def custom_columns(fields: Sequence[CustomField]) -> list[CustomColumn]:
    """Columns for custom fields, in the order they came; within a sheet whoever came first keeps the plain name.

    They are named after the field's key, or after its label where the key is no word.
    """
    columns: list[CustomColumn] = []
    taken: set[tuple[str, str]] = set()
    for field in fields:
        said = field.label if _NO_WORD(field.key) else field.key
        word = re.sub(r"\W+", "_", unicodedata.normalize("NFKC", said).lower()).strip("_")
        name = f"cf_{word[:100]}"
        if not word or (field.table, fold(name)) in taken or len(word) > 100:
            digest = hashlib.sha256(field.key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
            name = f"{name}_{digest}"
        taken.add((field.table, fold(name)))
        columns.append(CustomColumn(name, field))
    return columns


def _look(connection: Any) -> Snapshot:
    warnings: list[str] = []
    _note_last_syncs(connection)
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
    return Snapshot(connection, accounts, tuple(custom), Keys(_find_twins(connection)), tuple(warnings))


_ACCOUNTS = """
select accounts.id, coalesce(accounts.ats, ''), accounts.settings, coalesce(datetime(synced.at, 'unixepoch'), '')
from accounts left join temp.synced on synced.account_id = accounts.id
order by accounts.id"""


def _note_last_syncs(connection: Any) -> None:
    connection.execute("create temp table synced (account_id text primary key, at integer)")
    connection.execute("""
        insert into temp.synced
        select account_id, max(unixepoch(ended_at)) from runs
        where state in ('SUCCEEDED', 'PARTIALLY_FAILED') group by account_id""")


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


def _find_twins(connection: Any) -> frozenset[str]:
    """Find the ids that differ by case only, wherever they stand; the domains that have any."""
    connection.execute("""
        create temp table twins
        (domain text, account_id text, id text, suffix text, primary key (domain, account_id, id)) without rowid""")
    for domain, table in DOMAINS.items():
        places = [(table.name, "id")] if table in EXPORTED else []
        for other in EXPORTED:
            places += [
                (other.name, column.name)
                for column in other.columns
                if domain_of(column) == domain and column.name != owner_id(other)
            ]
        if not places:
            continue
        ids = "\n  union ".join(
            " ".join(("select distinct account_id,", column, "as id from", name, "where", column, "<> ''"))
            for name, column in places
        )
        connection.execute(
            "\n".join((
                "with ids as materialized (", ids, ")",
                "insert into temp.twins",
                "select ?, account_id, id, twin(account_id, id) from ids where fold(account_id || ':' || id) in (",
                "  select fold(account_id || ':' || id) from ids group by 1 having count(*) > 1)",
            )),
            (domain,),
        )  # fmt: skip
    return frozenset(domain for (domain,) in connection.execute("select distinct domain from temp.twins"))
