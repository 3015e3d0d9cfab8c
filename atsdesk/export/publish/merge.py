"""Rows on their way into PostgreSQL: by COPY into tables of the connection's own, then merged, in one transaction."""

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xxhash import xxh3_128

from atsdesk.cancel import Cancel
from atsdesk.export.extra import DAY_PARTS, DAY_SECONDS, LAST_SYNCS
from atsdesk.export.moment import LocalDays
from atsdesk.export.publish import difference, ground
from atsdesk.export.publish.difference import ACCOUNT, ROW, Difference, Order, Plan, fields_of, since_name
from atsdesk.export.publish.ground import Ground, quoted
from atsdesk.export.publish.postgres import connected
from atsdesk.export.snapshot import Snapshot, snapshot
from atsdesk.export.write import Progress, Published, Report
from atsdesk.store.profiles import Disclosure
from atsdesk.store.published import Publication, SentSheet

_ENDS_COPY = b"\n\\."
"""Older servers take this in a text for the end of all rows."""


def publish_to_postgres(
    database: Path,
    _place: Path,
    *,
    progress: Callable[[Progress], None],
    cancel: Cancel,
    order: Order,
    version: str = "",  # nothing there tells it
) -> Report:
    """Bring the tables there up to what was chosen of the file: all of it or nothing.

    `ConfigError`, `TransientError` and `Cancelled` as `connected` and `prepare` raise them; nothing is changed then.
    """
    started = time.monotonic()
    cancel.check()
    target, publication = order.target, order.publication
    with (
        connected(target, order.password, cancel) as connection,
        snapshot(database, cancel, order.selection) as data,
    ):
        ground.one_at_a_time(connection, publication)
        plans = [difference.plan(sheet, publication, reckoned=True) for sheet in data.sheets()]
        accounts = [one.id for one in data.accounts if order.selection.query.account in {"", one.id}]
        found = ground.prepare(connection, target, publication, plans, accounts, take_over=order.take_over)
        merging = _Merging(connection, data, found, publication, progress, cancel)
        people = data.people()
        with connection.transaction():
            staged = merging.stage(plans)
            ground.alone_in(connection, target.schema)
            merging.merge(staged)
            merging.settle(plans, accounts)
            cancel.check()
    sent = {one.plan.name: one.difference.sent for one in staged}
    return Report(
        target.place,
        merging.rows,
        sum(merging.rows.values()),
        time.monotonic() - started,
        merging.hash.hexdigest(),
        (),
        data.warnings,
        people,
        Published(merging.token, {one.plan.name: one.now for one in staged}, sent, merging.removed),
    )


@dataclass(frozen=True, slots=True)
class _Staged:
    """One table, whose rows wait in a table of the connection's own."""

    plan: Plan
    difference: Difference
    name: str
    whole: bool
    """All its rows are there, so that what is not there is gone."""

    @property
    def now(self) -> SentSheet:
        return SentSheet(self.plan.types, self.difference.digests)

    @property
    def columns(self) -> str:
        return ", ".join(quoted(column.name) for column in self.plan.columns)


@dataclass(slots=True)
class _Merging:
    """One publish on its way."""

    connection: Any
    data: Snapshot
    ground: Ground
    publication: Publication
    progress: Callable[[Progress], None]
    cancel: Cancel
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    rows: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    hash: xxh3_128 = field(default_factory=xxh3_128)
    _done: int = 0
    _total: int = 0

    def stage(self, plans: Sequence[Plan]) -> list[_Staged]:
        """Send what is another than before; nobody else sees anything of it yet."""
        zones = difference.zones_of(self.data)
        self._total = sum(self.data.count(plan.sheet.count_sql()) for plan in plans)
        anew = self.data.selection.disclosure is Disclosure.NONE
        known = bool(self.ground.token) and self.ground.token == self.publication.token and not anew
        made = []
        for number, plan in enumerate(plans):
            last = self.publication.sheets.get(plan.name)
            digests = last.digests if last is not None and known and self._is_there(plan, last) else None
            one = Difference(self.data, plan, digests or b"", int(self.publication.id, 16), anew)
            staged = _Staged(plan, one, f"atsdesk_staged_{number}", digests is None)
            self._stage(staged, zones)
            self.rows[plan.name] = one.count
            made.append(staged)
        return made

    def merge(self, staged: Sequence[_Staged]) -> None:
        """Bring what was sent into the tables."""
        for one in staged:
            self._merge(one)
            last = self.publication.sheets.get(one.plan.name)
            if one.whole or last is None or dict(last.columns) != one.plan.types:
                self._blank_others(one.plan)
        for name in self.ground.others:
            self._run(f"delete from {self.ground.table(name)} where {ACCOUNT} = any(%s)", self._claimed)

    def settle(self, plans: Sequence[Plan], accounts: Sequence[str]) -> None:
        """Reckon the days that go on up to the last sync, and write the books."""
        synced = dict(self.data.connection.execute(f"select account_id, at from {LAST_SYNCS}").fetchall())
        moments = [synced.get(account) for account in accounts]
        for plan in plans:
            if plan.going_on:
                self._run(_reckoned(plan, self.ground.table(plan.name)), list(accounts), moments)
        books = self.ground.table(ground.BOOKS)
        self._run(
            f"update {books} as books set token = %s, published_at_utc = now(), last_sync_at_utc = to_timestamp(one.at)"
            " from unnest(%s::text[], %s::bigint[]) as one (account, at) where books.account_id = one.account",
            *(self.token, list(accounts), moments),
        )
        self._run(
            f"delete from {books} where publication = %s and account_id <> all(%s)",
            self.publication.id,
            list(accounts),
        )

    def _is_there(self, plan: Plan, last: SentSheet) -> bool:
        """Whether the table still has as many rows as were sent, and all its columns."""
        if plan.name in self.ground.incomplete:
            return False
        whose = [""] if plan.shared else self._claimed
        counted = f"select count(*) from {self.ground.table(plan.name)} where {ACCOUNT} = any(%s)"
        (rows,) = self._run(counted, whose).fetchone()
        sent = difference.rows_in(last.digests)
        return bool(rows >= sent if plan.shared else rows == sent)

    @property
    def _claimed(self) -> list[str]:
        return list(self.ground.claimed)

    def _run(self, statement: str, *values: object) -> Any:
        return self.connection.execute(statement, values or None)

    def _stage(self, one: _Staged, zones: Mapping[object, LocalDays]) -> None:
        """Send the rows; the few that COPY could misread go one by one."""
        table = self.ground.table(one.plan.name)
        self._run(
            f"create temp table {one.name} on commit drop as select {one.columns} from {table} with no data"
        )
        odd: list[bytes] = []
        with self.connection.cursor().copy(
            f"copy {one.name} ({one.columns}) from stdin (format csv)"
        ) as copy:
            for looked_at, lines in one.difference.pieces(zones):
                self.cancel.check()
                text = b"".join([line + b"\n" for line in lines])
                if _ENDS_COPY in text:
                    odd += (line for line in lines if _ENDS_COPY in line)
                    text = b"".join([line + b"\n" for line in lines if _ENDS_COPY not in line])
                copy.write(text)
                self._done += looked_at
                self.progress(Progress(one.plan.name, self._done, self._total))
        marks = ", ".join(["%s"] * len(one.plan.columns))
        for line in odd:
            self._run(f"insert into {one.name} values ({marks})", *fields_of(line))
        self.hash.update(repr((one.plan.name, one.plan.types)).encode())
        self.hash.update(one.difference.hashes)

    def _merge(self, one: _Staged) -> None:
        table, name = self.ground.table(one.plan.name), one.name
        if one.plan.shared:
            self._run(f"update {name} set {ACCOUNT} = ''")
            self._run(
                f"insert into {table} ({one.columns}) select {one.columns} from {name} on conflict do nothing"
            )
            self.removed[one.plan.name] = 0
            return
        self.removed[one.plan.name] = self._remove_gone(one, table)
        if not one.difference.sent:
            return
        names = [quoted(column.name) for column in one.plan.columns if column.name not in {ACCOUNT, ROW}]
        theirs = ", ".join(f"excluded.{column}" for column in names)
        self._run(
            f"insert into {table} as old ({one.columns}) select {one.columns} from {name}"
            f" on conflict ({ACCOUNT}, {ROW}) do update set ({', '.join(names)}) = row ({theirs})"
            f" where ({', '.join(f'old.{column}' for column in names)}) is distinct from ({theirs})"
        )

    def _remove_gone(self, one: _Staged, table: str) -> int:
        """Remove the rows of ours that are no more; how many there were."""
        ours = f"delete from {table} as old where old.{ACCOUNT} = any(%s)"
        if one.whole and one.difference.numbered_anew:
            return int(self._run(ours, self._claimed).rowcount)
        if one.whole:
            kept = (
                f"select from {one.name} as new where new.{ACCOUNT} = old.{ACCOUNT} and new.{ROW} = old.{ROW}"
            )
            return int(self._run(f"{ours} and not exists ({kept})", self._claimed).rowcount)
        gone = self._run(f"{ours} and old.{ROW} = any(%s::bigint[])", self._claimed, one.difference.gone)
        # a number that was free again may have come to a row of another account
        moved = self._run(
            f"delete from {table} as old using {one.name} as new, unnest(%s::text[]) as ours (account)"
            f" where new.{ACCOUNT} <> ours.account and old.{ACCOUNT} = ours.account and old.{ROW} = new.{ROW}",
            self._claimed,
        )
        return int(gone.rowcount + moved.rowcount)

    def _blank_others(self, plan: Plan) -> None:
        """Leave nothing of our rows in columns that are published no more, or only by others."""
        others = [quoted(column) for column in self.ground.others_in.get(plan.name, ())]
        if others and not plan.shared:
            self._run(
                f"update {self.ground.table(plan.name)} set {', '.join(f'{column} = null' for column in others)}"
                f" where {ACCOUNT} = any(%s) and not ({' and '.join(f'{column} is null' for column in others)})",
                self._claimed,
            )


def _reckoned(plan: Plan, table: str) -> str:
    """The statement that brings days up to the last sync; `extra` has the same for SQLite."""
    values = {
        quoted(column.name): (
            f"(greatest(0, one.at - floor(extract(epoch from {quoted(since_name(column.name))}))::bigint) * {DAY_PARTS}"
            f" + {DAY_SECONDS // 2}) / {DAY_SECONDS} / {DAY_PARTS}::double precision",
            quoted(since_name(column.name)),
        )
        for column in plan.going_on
    }
    changes = ", ".join(
        f"{name} = case when {since} is null then {name} else {value} end"
        for name, (value, since) in values.items()
    )
    differ = " or ".join(
        f"({since} is not null and {name} is distinct from {value})"
        for name, (value, since) in values.items()
    )
    return (
        f"update {table} set {changes} from unnest(%s::text[], %s::bigint[]) as one (account, at)"
        f" where {ACCOUNT} = one.account and ({differ})"
    )
