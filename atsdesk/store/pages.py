"""How a page goes into the file: what is new, what changed, what was before, and the checkpoint, in one transaction."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import xxhash

from atsdesk.rows import BelongsTo, Item, Items, Rejected, Row, Rows, Shape, Value
from atsdesk.store import addressed, bulk, erasure, forgotten, marks, owned, parts, standings, sweep
from atsdesk.store.engine import Connection
from atsdesk.store.history import History
from atsdesk.store.tables import APPLICATIONS, STEPS, SYNCED, Grain, Table, owner_table
from atsdesk.store.upsert import Upsert, highest, seen
from atsdesk.store.upsert import known as known_records

WAITING_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class Page:
    """One page on its way in. `take` decodes those of its items that are new or changed."""

    account: str
    run: int
    resource: str
    table: str
    shape: Shape
    items: Items
    take: Callable[[Items], tuple[Rows, list[Rejected]]]
    seen_at: str
    sweeping: bool = False
    """What this page shows is noted, so that a sweep can tell what is gone."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """By owned table: the table of the owners, where it is not the first declared."""
    belongs_to: BelongsTo | None = None
    brings_people: bool = False
    news: bool = True
    """What comes was not there before; in a first load it only was not known."""
    parent_hashes: Mapping[str, bytes] = field(default_factory=dict)
    """By id: the hash of the record that led to this one."""
    filling: bool = False
    """It brings details of rows that had none: what they were blank in was not known."""
    owns: Mapping[str, str] = field(default_factory=dict)
    """By table: the column that names the record which its rows come with, whole."""
    completes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """By table: the resource that knows better, and the column that holds its record's id."""


@dataclass(slots=True)
class Outcome:
    """What a page did to the file. Counts are of records."""

    received: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    withheld: int = 0
    """Of people who were forgotten here."""
    rows: Rows = field(default_factory=Rows)
    rejected: list[Rejected] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    """Ids of the records that went in, new or changed."""
    tables: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    """Ids of the records whose owner is not known yet."""
    spared: bool = False
    """A record that had come with a mark of deletion came without it."""


def write(connection: Connection, page: Page) -> Outcome:
    """Put a page's records and rows into the file; an unchanged record costs no write."""
    items = {item.id: item for item in page.items}
    known = _fresh(connection, page.account, page.resource, items)
    outcome = Outcome(received=len(page.items), unchanged=len(items) - len(known))
    if known:
        asked = [items[identity] for identity in known]
        outcome.rows, outcome.rejected = page.take(asked)
        if withheld := forgotten.withhold(connection, page, asked, outcome.rows, outcome.rejected):
            outcome.withheld = len(withheld)
            known = {identity: pk for identity, pk in known.items() if identity not in withheld}
            outcome.rows, outcome.rejected = page.take([items[identity] for identity in known])
        refused = {one.record_id for one in outcome.rejected}
        good = [items[identity] for identity in known if identity not in refused]
        outcome.taken = [item.id for item in good]
        marked = set(outcome.rows.marked)
        there = {identity for identity, pk in known.items() if pk is not None}
        marks.leave(page.table, page.shape, page.owns, outcome.rows, marked & there)
        _write_rows(connection, page, outcome)
        outcome.added = sum(known[item.id] is None for item in good)
        outcome.changed = len(good) - outcome.added - len(marked & there)
        if gone := outcome.rows.gone:
            outcome.gone = erasure.erase(connection, _loss(page), gone)
            outcome.tables.add(page.table)
        _write_records(connection, page, good, known, outcome)
        if unborn := sorted(marked - there):
            erasure.stillborn(connection, _loss(page), unborn)
        if gone:
            connection.execute(f"update records set deleted_at = :at {_THESE}", _these(page, gone))
    connection.executemany(
        "update records set parent_hash = ? where account_id = ? and resource = ? and id = ?",
        [(hashed, page.account, page.resource, identity) for identity, hashed in page.parent_hashes.items()],
    )
    if page.sweeping:
        connection.execute(
            f"insert or ignore into sweep select pk from records {_THESE}", _these(page, items)
        )
    return outcome


def fresh(connection: Connection, account: str, resource: str, items: Items) -> list[Item]:
    """Those of a page's records that are new or changed, as far as can be seen now."""
    by_id = {item.id: item for item in items}
    return [by_id[identity] for identity in _fresh(connection, account, resource, by_id)]


def lacking(connection: Connection, account: str, table: str, column: str, of: str) -> list[str]:
    """The ids that living rows of a table name in a column, and that table `of` does not have."""
    found = connection.execute(
        f"""
        select distinct t.{column} from {table} t
        where t.account_id = :account and t.deleted_at is null and t.{column} is not null
          and not exists (select 1 from {of} o where o.account_id = t.account_id and o.id = t.{column})
        order by 1
        """,
        {"account": account},
    )
    return [identity for (identity,) in found]


def holds(connection: Connection, account: str, resource: str) -> bool:
    """Whether the file has any living record of a resource."""
    found = connection.execute(
        "select 1 from records where account_id = ? and resource = ? and deleted_at is null limit 1",
        (account, resource),
    )
    return found.fetchone() is not None


def waiting(
    connection: Connection, account: str, resource: str, owner: BelongsTo, after: int
) -> list[tuple[int, Item]]:
    """Records that came before their owners did, which are there now, each with its pk; those behind pk `after`."""
    found = connection.execute(
        f"""
        select r.pk, r.id, cast(r.body as blob) from records r
        where r.account_id = :account and r.resource = :resource and r.hash is null and r.deleted_at is null
          and r.pk > :after and exists (
            select 1 from {owner.table} o
            where o.account_id = r.account_id and o.id = cast(r.body ->> :member as text)
          )
        order by r.pk limit {WAITING_A_PAGE}
        """,
        {"account": account, "resource": resource, "member": owner.member, "after": after},
    )
    return [(pk, Item(identity, xxhash.xxh3_128_digest(body), body)) for pk, identity, body in found]


def unfollowed(connection: Connection, account: str, leader: str, table: str, resource: str) -> list[int]:
    """The pks of the records of `leader` that `resource` has no record for, or an older one; the newest first."""
    found = connection.execute(
        f"""
        select l.pk from records l
        left join records f on f.account_id = l.account_id and f.resource = :resource and f.id = l.id
        left join {table} t on t.account_id = l.account_id and t.id = l.id
        where l.account_id = :account and l.resource = :leader and l.deleted_at is null
          and f.parent_hash is not l.hash
        order by coalesce(t.updated_at, t.created_at) desc, l.pk
        """,
        {"account": account, "leader": leader, "resource": resource},
    )
    return [pk for (pk,) in found]


def changed_since(
    connection: Connection, account: str, table: str, ids: Sequence[str], moment: str
) -> set[str]:
    """Those of these rows that the ATS changed at a moment or later."""
    found = connection.execute(
        f"select id from {table} where account_id = ? and id in (select value from json_each(?)) and updated_at >= ?",
        (account, json.dumps(ids), moment),
    )
    return {identity for (identity,) in found}


def forget(connection: Connection, account: str, table: str, resource: str, condition: str) -> None:
    """Let the followed records be due again whose leaders' rows `t` meet a condition."""
    connection.execute(
        f"""
        update records set parent_hash = null where account_id = :account and resource = :resource
          and id in (select t.id from {table} t where t.account_id = :account and {condition})
        """,
        {"account": account, "resource": resource},
    )


def records(connection: Connection, pks: Sequence[int]) -> list[Item]:
    """Living records by their pks, in the order of these."""
    found = connection.execute(
        """
        select r.id, r.hash, cast(r.body as blob) from json_each(?) asked join records r on r.pk = asked.value
        where r.deleted_at is null order by asked.key
        """,
        (json.dumps(pks),),
    )
    return [Item(*row) for row in found]


def pks(connection: Connection, account: str, resource: str, ids: Sequence[str]) -> list[int]:
    """The pks of records by their ids."""
    return [pk for pk, _ in known_records(connection, account, resource, ids).values()]


def ids_known(connection: Connection, account: str, resource: str, ids: Sequence[str]) -> set[str]:
    """Those of these ids of which there are records."""
    return set(known_records(connection, account, resource, ids))


def _fresh(
    connection: Connection, account: str, resource: str, items: dict[str, Item]
) -> dict[str, int | None]:
    """The ids of new and changed records, and the pks of the changed ones.

    They come as one value: for each row that is fetched, this thread would have to wait for the interpreter.
    """
    hashes = {identity: item.hash.hex() for identity, item in items.items()}
    found = connection.execute(
        """
        select json_group_array(json_array(page.key, records.pk))
        from json_each(:hashes) page
        left join records
          on records.account_id = :account and records.resource = :resource and records.id = page.key
        where records.hash is not unhex(page.value)
        """,
        {"account": account, "resource": resource, "hashes": json.dumps(hashes)},
    )
    return dict(json.loads(found.fetchone()[0]))


_THESE = "where account_id = :account and resource = :resource and id in (select value from json_each(:ids))"


def _these(page: Page, ids: Iterable[str]) -> dict[str, str]:
    return {
        "account": page.account,
        "resource": page.resource,
        "ids": json.dumps(list(ids)),
        "at": page.seen_at,
    }


def _write_records(
    connection: Connection, page: Page, items: Items, known: dict[str, int | None], outcome: Outcome
) -> None:
    """Keep the records. Of one that is marked as deleted the earlier body stays."""
    marked = set(outcome.rows.marked)
    first = highest(connection, "records") + 1
    new = {item.id: pk for pk, item in enumerate((item for item in items if known[item.id] is None), first)}
    old = {item.id: pk for item in items if (pk := known[item.id]) is not None}
    values: list[Value | bytes] = []
    for item in items:
        if item.id in new:
            values.append(new[item.id])
            values += item
    shared = {"account_id": page.account, "resource": page.resource} | seen(page)
    bulk.insert(connection, "records", shared, ("pk", "id", "hash", "body"), values)
    connection.executemany(
        "update records set hash = ?, body = cast(? as text), last_changed_at = ?, deleted_at = null where pk = ?",
        [
            (item.hash, item.body, page.seen_at, old[item.id])
            for item in items
            if item.id in old and item.id not in marked
        ],
    )
    if marked:
        connection.executemany(
            "update records set hash = ? where pk = ?",
            [(item.hash, old[item.id]) for item in items if item.id in old and item.id in marked],
        )
        connection.executemany(
            "update records set deleted_at = ? where pk = ?",
            [(page.seen_at, pk) for identity, pk in new.items() if identity in marked],
        )
        sweep.doom(connection, [pk for identity, pk in old.items() if identity in marked])
    outcome.spared = sweep.spare(connection, [pk for identity, pk in old.items() if identity not in marked])
    every = known | new
    connection.executemany(
        "update records set hash = null where pk = ?", [(every[identity],) for identity in outcome.waiting]
    )


def _write_rows(connection: Connection, page: Page, outcome: Outcome) -> None:
    rows = outcome.rows
    history = History(page.account, page.run, page.seen_at, filling=page.filling)
    owners: dict[str, dict[str, int]] = {}
    new_owners: dict[str, list[str]] = {}
    for table in SYNCED:
        columns = page.shape.get(table.name, ())
        if table.grain is Grain.ENTITY and (entities := rows.entities.get(table.name)):
            upsert = Upsert(connection, page, table, columns, history)
            owners[table.name], new_owners[table.name] = upsert.write(entities, rows.unsaid[table.name])
            if upsert.wrote:
                outcome.tables.add(table.name)
        elif columns and table.grain is Grain.OWNED:
            owner = page.owners.get(table.name, table.owners[0])
            if table is STEPS and rows.standings:
                known = owners["applications"]
                watched = standings.steps(connection, columns, rows.standings, known)
                standings.note_entries(connection, columns, watched, known)
                rows.owned["steps"] |= watched
            lot = parts.Parts(page.account, page.seen_at, page.news, table, owner, columns)
            if rows_of := rows.owned.get(table.name):
                if owner not in owners:  # they came in another list
                    owners[owner] = _pks_of(connection, page.account, owner, list(rows_of))
                    new_owners[owner] = []
                pks_of_owners = owners[owner]
                known_owners = {one: found for one, found in rows_of.items() if one in pks_of_owners}
                better = _not_known_better(connection, page, table, known_owners)
                wrote = owned.replace(connection, lot, better, pks_of_owners, new_owners[owner], history)
                outcome.tables |= {table.name} if wrote else set()
            if parts_of := rows.parts.get(table.name):
                wrote, lone = parts.write(connection, lot, parts_of, history)
                outcome.waiting |= lone
                outcome.tables |= {table.name} if wrote else set()
    history.write(connection)
    met = (rows.entities.get("applications", {}), rows.entities.get("candidates", {}))
    if any(met):
        addressed.confirm(connection, page.account, *met, page.seen_at)
    if page.brings_people and (former := history.former(APPLICATIONS, "candidate_id")):
        erasure.let_go(connection, _loss(page), former)
    if page.owns:
        come = {name: rows.entities[name].keys() for name in page.owns}
        roots = {owner_table(*pair) for pair in page.owns.items()} - come.keys()
        marked = set(rows.marked)
        unmarked = [identity for identity in outcome.taken if identity not in marked]
        whose = dict.fromkeys(roots, unmarked) | {name: list(ids) for name, ids in come.items()}
        outcome.tables |= erasure.no_longer_come(connection, _loss(page), whose, come).keys()
    if rows.only and erasure.keep_only(connection, _loss(page), rows.only):
        outcome.tables.add("applications")


def _loss(page: Page) -> erasure.Loss:
    return erasure.Loss(
        page.account,
        page.table,
        page.resource,
        page.seen_at,
        page.run,
        brings_people=page.brings_people,
        belongs_to=page.belongs_to,
        owns=page.owns,
    )


def _pks_of(connection: Connection, account: str, table: str, ids: Sequence[str]) -> dict[str, int]:
    found = connection.execute(
        f"select id, pk from {table} where account_id = ? and id in (select value from json_each(?))",
        (account, json.dumps(ids)),
    )
    return dict(found.fetchall())


def _not_known_better(
    connection: Connection, page: Page, table: Table, owned_rows: dict[str, list[Row]]
) -> dict[str, list[Row]]:
    """Those owners' rows of which no better resource knows."""
    if table.name not in page.completes:
        return owned_rows
    better = page.completes[table.name][0]
    found = known_records(connection, page.account, better, list(owned_rows))
    return {owner: rows for owner, rows in owned_rows.items() if owner not in found}
