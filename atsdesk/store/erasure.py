"""What the ATS no longer has: a tombstone hides a row and keeps it; an erasure also removes what points to a person."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from atsdesk.rows import BelongsTo
from atsdesk.store import addressed, search
from atsdesk.store.engine import Connection
from atsdesk.store.history import History
from atsdesk.store.tables import (
    APPLICATIONS,
    CANDIDATES,
    OWNED_PER_OWNER,
    OWNER_TABLES,
    TABLES,
    Privacy,
    Table,
    owned_by,
    owner_table,
    span,
)


@dataclass(frozen=True, slots=True)
class Loss:
    """What was found to be gone: rows of `table`, whose records came in `resource`."""

    account: str
    table: str
    resource: str
    at: str
    run: int
    brings_people: bool = True
    """Candidates go with the last of their applications."""
    belongs_to: BelongsTo | None = None
    goes_alone: bool = False
    """The applications of a candidate stay."""
    followers: Sequence[str] = ()
    """Resources whose records hold more about those of `resource`, under the same ids."""
    owns: Mapping[str, str] = field(default_factory=dict)
    """By table: the column that names the row which its rows go with."""


def bury(connection: Connection, loss: Loss, ids: Sequence[str], *, told: bool = False) -> int:
    """Give the rows, and what they own, a `deleted_at`; a candidate goes with the last application.

    `told`: the records themselves say so, and are other ones when they come back. Returns how many were there.
    """
    return len(_bury(connection, loss, ids, keep_hash=told)[loss.table])


def stillborn(connection: Connection, loss: Loss, ids: Sequence[str]) -> None:
    """Bury rows that were gone before they were known, which is no news."""
    _mark(connection, TABLES[loss.table], _living(connection, loss, ids), loss.at)
    _bury_owned(connection, loss, {loss.table: list(ids)}, {})


def erase(connection: Connection, loss: Loss, ids: Sequence[str]) -> int:
    """Bury, and remove every personal value of the rows, of what they own, of their history and their records.

    Comeet obliges its integrations to do so (Incremental sync recipe, 4), also for rows that were buried before.
    What is not personal stays, so that counts and durations remain right. Returns how many were there until now.
    """
    buried = _bury(connection, loss, ids)
    whose = {"account": loss.account, "resource": loss.resource, "at": loss.at, "ids": json.dumps(ids)}
    rows = connection.execute(
        f"select pk, id from {loss.table} where account_id = :account and id in (select value from json_each(:ids))",
        whose,
    )
    _scrub(connection, loss.account, TABLES[loss.table], dict(rows.fetchall()))
    if loss.brings_people:
        _, alone = _alone(connection, loss.account, _applicants(connection, loss.account, ids))
        _scrub(connection, loss.account, CANDIDATES, alone)
    # A stub has a hash and nothing personal; what was buried has none.
    connection.execute(
        "update records set body = '{}' where account_id = :account and resource = :resource and hash is null"
        " and body <> '{}' and id in (select value from json_each(:ids))",
        whose,
    )
    connection.execute(
        "update issues set body = null, closed_at = coalesce(closed_at, :at)"
        " where account_id = :account and resource = :resource and record_id in (select value from json_each(:ids))"
        " and (body is not null or closed_at is null)",
        whose,
    )
    addressed.remove_all_of(connection, loss.account, loss.table, ids)
    return len(buried[loss.table])


def let_go(connection: Connection, loss: Loss, people: Sequence[str]) -> None:
    """Erase those of these candidates whose applications all belong to somebody else by now, as after a merge."""
    living, _ = _alone(connection, loss.account, people)
    _mark(connection, CANDIDATES, living, loss.at)
    _scrub(connection, loss.account, CANDIDATES, living)
    _note(connection, loss, {CANDIDATES.name: living})


Rows = dict[int, str]
"""Ids by pk."""
Buried = dict[str, Rows]
"""By table."""


def keep_only(connection: Connection, loss: Loss, applications: Mapping[str, set[str]]) -> int:
    """Bury the applications of these candidates that are not among those given; the number."""
    gone: list[str] = []
    for candidate, kept in applications.items():
        found = connection.execute(
            "select id from applications where account_id = ? and candidate_id = ? and deleted_at is null",
            (loss.account, candidate),
        )
        gone += [identity for (identity,) in found if identity not in kept]
    bare = replace(loss, table="applications", resource="", belongs_to=None, followers=(), owns={})
    return bury(connection, bare, gone)


def _bury(connection: Connection, loss: Loss, ids: Sequence[str], *, keep_hash: bool = False) -> Buried:
    buried: Buried = {loss.table: _living(connection, loss, ids)}
    _mark(connection, TABLES[loss.table], buried[loss.table], loss.at)
    if loss.brings_people and loss.table == "applications":
        people = _applicants(connection, loss.account, list(buried["applications"].values()))
        buried["candidates"], _ = _alone(connection, loss.account, people)
        _mark(connection, CANDIDATES, buried["candidates"], loss.at)
    elif loss.table == "candidates" and not loss.goes_alone:
        buried["applications"] = _applications(connection, loss.account, ids)
        _mark(connection, APPLICATIONS, buried["applications"], loss.at)
    connection.execute(
        "update records set deleted_at = ?, hash = iif(?, hash, null) where account_id = ? and resource = ?"
        " and deleted_at is null and id in (select value from json_each(?))",
        (loss.at, keep_hash, loss.account, loss.resource, json.dumps(ids)),
    )
    connection.executemany(
        "update records set deleted_at = ?, hash = null, parent_hash = null where account_id = ? and resource = ?"
        " and id in (select value from json_each(?))",
        [(loss.at, loss.account, name, json.dumps(ids)) for name in loss.followers],
    )
    gone_by_table = {table: list(rows.values()) for table, rows in buried.items()}
    buried |= _bury_owned(connection, loss, gone_by_table, {})
    _note(connection, loss, buried)
    return buried


def _bury_owned(
    connection: Connection,
    loss: Loss,
    owners: dict[str, list[str]],
    kept: Mapping[str, Collection[str]],
) -> Buried:
    """Bury the rows that go with `owners` (ids by table), but for those that are `kept`; the owners' are added to."""
    buried: Buried = {}
    for name, column in loss.owns.items():
        found = connection.execute(
            f"select pk, id from {name} where account_id = :account and deleted_at is null"
            f" and {column} in (select value from json_each(:owners))"
            " and id not in (select value from json_each(:kept))",
            {
                "account": loss.account,
                "owners": json.dumps(owners.get(owner_table(name, column), [])),
                "kept": json.dumps(list(kept.get(name, ()))),
            },
        )
        if rows := dict(found.fetchall()):
            buried[name] = rows
            _mark(connection, TABLES[name], rows, loss.at)
            owners[name] = [*owners.get(name, ()), *rows.values()]
    return buried


def no_longer_come(
    connection: Connection, loss: Loss, owners: dict[str, list[str]], come: Mapping[str, Collection[str]]
) -> Buried:
    """Bury the rows of these owners that were not among those that came."""
    buried = _bury_owned(connection, loss, owners, come)
    _note(connection, loss, buried)
    return buried


def _living(connection: Connection, loss: Loss, ids: Sequence[str]) -> Rows:
    """The rows of these ids that are not buried yet."""
    if part := loss.belongs_to:
        first = TABLES[loss.table].owners.index(part.table) * OWNER_TABLES
        in_span = f"t.pk between {first} + o.pk * {OWNED_PER_OWNER} and {first} + (o.pk + 1) * {OWNED_PER_OWNER} - 1"
        found = connection.execute(
            f"""
            select t.pk, t.id from records r
            join {part.table} o on o.account_id = r.account_id and o.id = cast(r.body ->> :member as text)
            join {loss.table} t on {in_span} and t.id = r.id
            where r.account_id = :account and r.resource = :resource and t.deleted_at is null
              and r.id in (select value from json_each(:ids))
            """,
            {
                "member": part.member,
                "account": loss.account,
                "resource": loss.resource,
                "ids": json.dumps(ids),
            },
        )
    else:
        found = connection.execute(
            f"select pk, id from {loss.table} where account_id = ? and deleted_at is null"
            " and id in (select value from json_each(?))",
            (loss.account, json.dumps(ids)),
        )
    return dict(found.fetchall())


def _applications(connection: Connection, account: str, people: Sequence[str]) -> Rows:
    """The living applications of these candidates."""
    found = connection.execute(
        "select pk, id from applications where account_id = ? and deleted_at is null"
        " and candidate_id in (select value from json_each(?))",
        (account, json.dumps(people)),
    )
    return dict(found.fetchall())


def _note(connection: Connection, loss: Loss, buried: Buried) -> None:
    history = History(loss.account, loss.run, loss.at)
    for table, rows in buried.items():
        for identity in rows.values():
            history.event(TABLES[table], identity, None, "gone")
    history.write(connection)


def _mark(connection: Connection, table: Table, pks: Iterable[int], at: str) -> None:
    connection.executemany(f"update {table.name} set deleted_at = ? where pk = ?", [(at, pk) for pk in pks])
    for owned in owned_by(table.name):
        connection.executemany(
            f"update {owned.name} set deleted_at = ? where pk between ? and ?",
            [(at, *span(owned, table.name, pk)) for pk in pks],
        )
    if table.search:
        search.forget(connection, table, list(pks))


def _applicants(connection: Connection, account: str, applications: Sequence[str]) -> list[str]:
    found = connection.execute(  # `distinct` would walk the whole index of candidates
        "select candidate_id from applications where account_id = ? and id in (select value from json_each(?))",
        (account, json.dumps(applications)),
    )
    return list(dict.fromkeys(identity for (identity,) in found))


def _alone(connection: Connection, account: str, people: Sequence[str]) -> tuple[Rows, Rows]:
    """Those of these candidates who have no application left: the ones living until now, and all."""
    found = connection.execute(
        """
        select c.pk, c.id, c.deleted_at from candidates c
        where c.account_id = :account and c.id in (select value from json_each(:people))
          and not exists (
            select 1 from applications a
            where a.account_id = c.account_id and a.candidate_id = c.id and a.deleted_at is null
          )
        """,
        {"account": account, "people": json.dumps(people)},
    ).fetchall()
    return {pk: identity for pk, identity, deleted_at in found if not deleted_at}, {
        row[0]: row[1] for row in found
    }


def _scrub(connection: Connection, account: str, table: Table, rows: Rows) -> None:
    if personal := _personal(table):
        blank, said = _blanked(personal)
        scrubbed = connection.executemany(
            f"update {table.name} set {blank} where pk = ? and {said}", [(pk,) for pk in rows]
        )
        if table.search and scrubbed.rowcount > 0:
            search.purge(connection, table)
    for owned in owned_by(table.name):
        if personal := _personal(owned):
            blank, said = _blanked(personal)
            connection.executemany(
                f"update {owned.name} set {blank} where pk between ? and ? and {said}",
                [span(owned, table.name, pk) for pk in rows],
            )
    ids = json.dumps(list(rows.values()))
    for condition in ("table_name = :table and row_id", "owner_id"):
        connection.execute(
            "update changes set old = null, new = null"
            f" where account_id = :account and {condition} in (select value from json_each(:ids))"
            " and coalesce(old, new) is not null",
            {"account": account, "table": table.name, "ids": ids},
        )


_SCRUBBED = (Privacy.PERSONAL, Privacy.SENSITIVE)


def _blanked(columns: Sequence[str]) -> tuple[str, str]:
    """What makes columns blank, and where they are not; what is blank already costs no write."""
    return ", ".join(
        f"{name} = null" for name in columns
    ), f"coalesce({', '.join(columns)}, null) is not null"


def _personal(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.privacy in _SCRUBBED]
