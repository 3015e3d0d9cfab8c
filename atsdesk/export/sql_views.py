"""SQL views of the sheets, for whoever reads the data file itself, from the same plan as the sheets.

`export_candidates` has the columns of the sheet `candidates`, and its values as SQL has them: a moment is the text
`2026-03-01T08:00:00Z`, a day `2026-03-01`, true is 1. Text is whole: a spreadsheet's limits are not SQL's. A view needs
nothing but the file; what SQL cannot reckon (time zones, ids that differ by case only) is kept in tables beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from atsdesk.cancel import Cancel
from atsdesk.export.cell import As
from atsdesk.export.moment import FIRST_LOCAL
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.export.snapshot import Snapshot, snapshot
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.unfinished import EXPORT_VIEW

_FIRST, _LAST = datetime(1840, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""No place had a time but its own before, and no time of today is settled for later."""
_SHORTEST = timedelta(days=7)
"""No clock was put forward and back within less."""

Rows = Sequence[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What there is to be, and is not yet; nothing in its place where it is."""

    views: dict[str, str]
    outdated: set[str]
    twins: Rows | None
    offsets: dict[str, Rows]


def refresh(store: Store) -> None:
    """Make the views tell what the data has by now: custom fields, accounts, time zones. Writes only what differs."""
    with snapshot(store.path, Cancel()) as data:
        wanted = _look(data)
    if wanted.views or wanted.outdated or wanted.twins is not None or wanted.offsets:
        store.write(lambda connection: _make(connection, wanted))


def create_sql(sheet: Sheet) -> str:
    """The view of a sheet, in the words that SQLite keeps."""
    columns = ",\n  ".join(f'{_read(sheet, column)} as "{column.name}"' for column in sheet.columns)
    parts = (sheet.source, sheet.lookups, sheet.where, sheet.group)
    return "\n".join(
        (f"CREATE VIEW {EXPORT_VIEW}{sheet.name} AS", "select", f"  {columns}", *filter(None, parts))
    )


def _read(sheet: Sheet, column: SheetColumn) -> str:
    match column.cell:
        case As.TEXT:
            return f"nullif({column.sql}, '')"
        case As.LOCAL_DAY:
            return (
                f"iif({column.sql} >= '{FIRST_LOCAL.date().isoformat()}',"
                f" date(unixepoch({column.sql}) + (select offsets.seconds from offsets"
                f" where offsets.account_id = {sheet.account} and offsets.since_at <= {column.sql}"
                " order by offsets.since_at desc limit 1), 'unixepoch'), null)"
            )
        case As.DECIMAL:
            return f"nullif(nullif({column.sql}, 9e999), -9e999)"
        case _:
            return column.sql


def _look(data: Snapshot) -> _Wanted:
    read = data.connection.execute
    held = dict(read("select name, sql from main.sqlite_schema where type = 'view'").fetchall())
    wanted = {f"{EXPORT_VIEW}{sheet.name}": create_sql(sheet) for sheet in data.sheets() if data.accounts}
    changed = {name: sql for name, sql in wanted.items() if held.get(name) != sql}
    ours = {name for name in held if name.startswith(EXPORT_VIEW)}
    kept, found = (
        read(f"select domain, account_id, id, suffix from {place}.twins order by 1, 2, 3").fetchall()
        for place in ("main", "temp")
    )
    zones = dict(read("select distinct account_id, timezone from offsets").fetchall())
    return _Wanted(
        changed,
        ours - wanted.keys() | changed.keys(),
        None if kept == found else found,
        {
            account.id: list(_offsets(account.id, account.zone_name, account.zone))
            for account in data.accounts
            if zones.get(account.id) != account.zone_name
        },
    )


def _offsets(account: str, name: str, zone: tzinfo) -> Iterator[tuple[object, ...]]:
    """Every stretch of a time zone, the first from the beginning of time."""
    before = _FIRST.astimezone(zone).utcoffset()
    yield account, "0001-01-01T00:00:00Z", name, _seconds(before)
    start = _LAST if zone is UTC else _FIRST
    while start < _LAST:
        end = start + _SHORTEST
        now = end.astimezone(zone).utcoffset()
        if now != before:
            since = _change(zone, start, end)
            yield account, since.strftime("%Y-%m-%dT%H:%M:%SZ"), name, _seconds(now)
            before = now
        start = end


def _change(zone: tzinfo, start: datetime, end: datetime) -> datetime:
    """The second between two moments from which the clocks are as at the end."""
    after = end.astimezone(zone).utcoffset()
    while end - start > timedelta(seconds=1):
        middle = start + timedelta(seconds=(end - start) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == after:
            end = middle
        else:
            start = middle
    return end


def _seconds(offset: timedelta | None) -> int:
    return round((offset or timedelta()).total_seconds())


def _make(connection: Connection, wanted: _Wanted) -> None:
    for name in wanted.outdated:
        connection.execute(f"drop view if exists {name}")
    for sql in wanted.views.values():
        connection.execute(sql)
    if wanted.twins is not None:
        connection.execute("delete from twins")
        connection.executemany(
            "insert into twins (domain, account_id, id, suffix) values (?, ?, ?, ?)", wanted.twins
        )
    for account, rows in wanted.offsets.items():
        connection.execute("delete from offsets where account_id = ?", (account,))
        connection.executemany(
            "insert into offsets (account_id, since_at, timezone, seconds) values (?, ?, ?, ?)", rows
        )
