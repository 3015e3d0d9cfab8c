"""How a page goes into the file: what is new, what changed, what was before, and the checkpoint, in one transaction."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import xxhash

from atsdesk.rows import BelongsTo, Item, Items, Rejected, Row, Rows, Shape, Value
from atsdesk.store import bulk, erasure, parts, standings, sweep
from atsdesk.store.engine import Connection
from atsdesk.store.history import History
from atsdesk.store.tables import APPLICATIONS, STEPS, SYNCED, Grain, Table, span
from atsdesk.store.upsert import Upsert, highest, known, seen

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
    rows: Rows = field(default_factory=Rows)
    rejected: list[Rejected] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    """Ids of the records that went in, new or changed."""
    tables: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    """Ids of the records whose owner is not known yet."""


def write(connection: Connection, page: Page) -> Outcome:
    """Put a page's records and rows into the file; an unchanged record costs no write."""
    items = {item.id: item for item in page.items}
    before = known(connection, page.account, page.resource, list(items))
    new = _fresh(items, before)
    outcome = Outcome(received=len(page.items), unchanged=len(items) - len(new))
    pks = {identity: pk for identity, (pk, _) in before.items()}
    if new:
        outcome.rows, outcome.rejected = page.take(new)
        refused = {one.record_id for one in outcome.rejected}
        good = [item for item in new if item.id not in refused]
        outcome.taken = [item.id for item in good]
        _write_rows(connection, page, outcome)
        outcome.added = sum(item.id not in before for item in good)
        outcome.changed = len(good) - outcome.added
        if gone := outcome.rows.gone:
            outcome.gone = erasure.erase(connection, _loss(page), gone)
            outcome.tables.add(page.table)
        pks |= _write_records(connection, page, good, before, outcome)
        connection.executemany(
            "update records set deleted_at = ? where pk = ?",
            [(page.seen_at, pks[identity]) for identity in gone],
        )
    connection.executemany(
        "update records set parent_hash = ? where account_id = ? and resource = ? and id = ?",
        [(hashed, page.account, page.resource, identity) for identity, hashed in page.parent_hashes.items()],
    )
    if page.sweeping:
        connection.executemany("insert or ignore into sweep values (?)", [(pk,) for pk in pks.values()])
    return outcome


def fresh(connection: Connection, account: str, resource: str, items: Items) -> list[Item]:
    """Those of a page's records that are new or changed, as far as can be seen now."""
    by_id = {item.id: item for item in items}
    return _fresh(by_id, known(connection, account, resource, list(by_id)))


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
    return [pk for pk, _ in known(connection, account, resource, ids).values()]


def ids_known(connection: Connection, account: str, resource: str, ids: Sequence[str]) -> set[str]:
    """Those of these ids of which there are records."""
    return set(known(connection, account, resource, ids))


def _fresh(items: dict[str, Item], known: dict[str, tuple[int, bytes]]) -> list[Item]:
    return [item for item in items.values() if item.id not in known or known[item.id][1] != item.hash]


def _write_records(
    connection: Connection,
    page: Page,
    items: Items,
    known: dict[str, tuple[int, bytes]],
    outcome: Outcome,
) -> dict[str, int]:
    """Keep the records; return the pks of the new ones. Of one that is marked as deleted the earlier body stays."""
    marked = set(outcome.rows.marked)
    new = [item for item in items if item.id not in known]
    pks = {item.id: pk for pk, item in enumerate(new, highest(connection, "records") + 1)}
    values: list[Value | bytes] = []
    for item in new:
        values.append(pks[item.id])
        values += item
    shared = {"account_id": page.account, "resource": page.resource} | seen(page)
    bulk.insert(connection, "records", shared, ("pk", "id", "hash", "body"), values)
    old = [item for item in items if item.id in known]
    connection.executemany(
        "update records set hash = ?, body = cast(? as text), last_changed_at = ?, deleted_at = null where pk = ?",
        [(item.hash, item.body, page.seen_at, known[item.id][0]) for item in old if item.id not in marked],
    )
    if marked:
        connection.executemany(
            "update records set hash = ? where pk = ?",
            [(item.hash, known[item.id][0]) for item in old if item.id in marked],
        )
        connection.executemany(
            "update records set deleted_at = ? where pk = ?",
            [(page.seen_at, pks[item.id]) for item in new if item.id in marked],
        )
        sweep.doom(connection, [known[item.id][0] for item in old if item.id in marked])
    sweep.spare(connection, [known[item.id][0] for item in old if item.id not in marked])
    every = {identity: pk for identity, (pk, _) in known.items()} | pks
    connection.executemany(
        "update records set hash = null where pk = ?", [(every[identity],) for identity in outcome.waiting]
    )
    return pks


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
                rows.owned["steps"] |= standings.steps(connection, columns, rows.standings, known)
            if owned := rows.owned.get(table.name):
                if owner not in owners:  # they came in another list
                    owners[owner] = _pks_of(connection, page.account, owner, list(owned))
                    new_owners[owner] = []
                pks, new = owners[owner], new_owners[owner]
                owned = {one: found for one, found in owned.items() if one in pks}
                owned = _not_known_better(connection, page, table, owned)
                if _replace_owned(connection, page, table, owner, columns, owned, pks, new, history):
                    outcome.tables.add(table.name)
            if parts_of := rows.parts.get(table.name):
                lot = parts.Parts(page.account, page.seen_at, page.news, table, owner, columns)
                wrote, lone = parts.write(connection, lot, parts_of, history)
                outcome.waiting |= lone
                outcome.tables |= {table.name} if wrote else set()
    history.write(connection)
    if page.brings_people and (former := history.former(APPLICATIONS, "candidate_id")):
        erasure.let_go(connection, _loss(page), former)
    if page.owns:
        come = {name: rows.entities[name].keys() for name in page.owns}
        roots = {erasure.owner_table(*pair) for pair in page.owns.items()} - come.keys()
        whose = dict.fromkeys(roots, outcome.taken) | {name: list(ids) for name, ids in come.items()}
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
    connection: Connection, page: Page, table: Table, owned: dict[str, list[Row]]
) -> dict[str, list[Row]]:
    """Those owners' rows of which no better resource knows."""
    if table.name not in page.completes:
        return owned
    better = page.completes[table.name][0]
    found = known(connection, page.account, better, list(owned))
    return {owner: rows for owner, rows in owned.items() if owner not in found}


def _replace_owned(
    connection: Connection,
    page: Page,
    table: Table,
    owner_table: str,
    columns: tuple[str, ...],
    owned: dict[str, list[Row]],
    owners: dict[str, int],
    new_owners: list[str],
    history: History,
) -> bool:
    """The rows of each owner become the given ones; owners whose rows are as before cost no write."""
    names = ", ".join(columns)
    values: list[Value | bytes] = []
    for owner in new_owners:
        for pk, row in enumerate(owned.get(owner, ()), span(table, owner_table, owners[owner])[0]):
            values.append(pk)
            values += row
    shared = {"account_id": page.account}
    bulk.insert(connection, table.name, shared | seen(page), ("pk", *columns), values)
    changed: list[Value | bytes] = []
    wrote = bool(new_owners)
    for owner in owned.keys() - set(new_owners):
        place = span(table, owner_table, owners[owner])
        stored = {
            row[3]: row
            for row in connection.execute(
                f"select first_seen_at, last_changed_at, deleted_at, {names} from {table.name}"
                " where pk between ? and ? order by pk",
                place,
            )
        }
        rows = owned[owner]
        if [row[3:] for row in stored.values()] == rows and not any(row[2] for row in stored.values()):
            continue
        wrote = True
        connection.execute(f"delete from {table.name} where pk between ? and ?", place)
        for pk, row in enumerate(rows, place[0]):
            before = stored.pop(row[0], None)
            if before is None:
                history.event(table, str(row[0]), owner, "added")
                changed += (page.seen_at, page.seen_at, pk, *row)
                continue
            history.row(table, str(row[0]), owner, columns, before[3:], row)
            same = before[3:] == row and not before[2]
            changed += (before[0], before[1] if same else page.seen_at, pk, *row)
        for identity in stored:
            history.event(table, str(identity), owner, "gone")
    bulk.insert(connection, table.name, shared, ("first_seen_at", "last_changed_at", "pk", *columns), changed)
    return wrote
