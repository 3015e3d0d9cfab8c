"""A person taken out of the file: every row that belongs to the candidate, every record, what was noted of them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from atsdesk.store import addressed, drafts, forgotten, profiles, saved_views, search
from atsdesk.store.engine import Connection
from atsdesk.store.tables import (
    CANDIDATES,
    TABLES,
    Grain,
    Table,
    of_people,
    owned_by,
    owner_table,
    span,
)


@dataclass(frozen=True, slots=True)
class Carrier:
    """A resource in whose records people come. `table` is the one whose ids are the records' ids.

    Where the records are parts, those whose row is not there yet name a row of `owner` in their `member`.
    """

    resource: str
    table: str
    owner: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate, as a question about forgetting shows them."""

    account: str
    id: str
    name: str
    email: str
    phone: str
    first_seen_at: str
    deleted_at: str | None = None

    def is_named(self, typed: str) -> bool:
        """Whether somebody typed the person's name, with or without its accents, or the id of one without a name."""
        return search.fold(typed).split() == search.fold(self.name or self.id).split()


@dataclass(frozen=True, slots=True)
class Belongings:
    """What there is of a person: rows by table, records by resource, changes and issues."""

    rows: Mapping[str, int]
    records: Mapping[str, int]
    changes: int
    issues: int


_PERSON = """
    select account_id, id, coalesce(name, ''), coalesce(email, ''), coalesce(phone, mobile_phone, ''), first_seen_at,
           deleted_at
    from candidates
"""


def person(connection: Connection, account: str, identity: str) -> Person | None:
    row = connection.execute(f"{_PERSON} where account_id = ? and id = ?", (account, identity)).fetchone()
    return Person(*row) if row else None


def by_email(connection: Connection, email: str) -> list[Person]:
    """Everybody with this address, in whatever case, in all accounts."""
    found = connection.execute(
        f"""{_PERSON} where lower(trim(email)) = :email
        or instr(char(10) || lower(other_contacts) || char(10), char(10) || :email || char(10))
        order by account_id, id""",
        {"email": email.strip().lower()},
    )
    return [Person(*row) for row in found]


def alike(connection: Connection, one: Person) -> list[Person]:
    """Other candidates with the same address or number, in all accounts."""
    number = re.sub(r"\D", "", one.phone)[-search.NATIONAL_DIGITS :]
    by_address = by_email(connection, one.email) if one.email else []
    found = {(other.account, other.id): other for other in by_address}
    if len(number) == search.NATIONAL_DIGITS:
        by_number = connection.execute(
            f"""{_PERSON} where pk in (select rowid from candidates_search where text match ?)
            order by account_id, id""",
            (search.match_expression(number),),
        )
        for other in (Person(*row) for row in by_number):
            if re.sub(r"\D", "", other.phone).endswith(number):
                found[other.account, other.id] = other
    found.pop((one.account, one.id), None)
    return list(found.values())


def belongings(connection: Connection, one: Person, carriers: Sequence[Carrier]) -> Belongings:
    """What would go with a person; slow where an account is large."""
    return _counted(_find(connection, one, carriers))


def forget(connection: Connection, one: Person, carriers: Sequence[Carrier], at: str) -> Belongings:
    """Take a person out, and keep nothing but marks by which the ATS's copy is withheld; what went.

    What was deleted may still be in pages that SQLite has moved rows out of: write the file anew afterwards.
    """
    found = _find(connection, one, carriers)
    names = [(table, identity) for table in of_people() for identity in found.rows.get(table, {}).values()]
    names += [
        (forgotten.list_of(name), identity)
        for name, ids in found.records.items()
        for identity in ids.values()
    ]
    names += [(table, name) for table in ("submissions", "drafts") for name in found.rows[table].values()]
    forgotten.remember(connection, one.account, one.id, names, at)
    for name, rows in found.rows.items():
        connection.executemany(f"delete from {name} where pk = ?", [(pk,) for pk in rows])
        if TABLES[name].search:
            search.forget(connection, TABLES[name], list(rows))
            search.purge(connection, TABLES[name])
    connection.executemany(
        "delete from twins where account_id = ? and id = ?",
        [(one.account, identity) for rows in found.rows.values() for identity in rows.values()],
    )
    pks = [(pk,) for ids in found.records.values() for pk in ids]
    for table, column in (("records", "pk"), ("sweep", "record_pk"), ("doomed", "record_pk")):
        connection.executemany(f"delete from {table} where {column} = ?", pks)
    connection.executemany("delete from changes where pk = ?", [(pk,) for pk in found.changes])
    connection.executemany("delete from issues where id = ?", [(number,) for number in found.issues])
    saved_views.forget(connection, one.name, one.email, one.phone)
    profiles.forget(connection, one.name, one.email, one.phone)
    return _counted(found)


Rows = dict[int, str]
"""Ids by pk."""


@dataclass(slots=True)
class _Found:
    rows: dict[str, Rows] = field(default_factory=dict)
    records: dict[str, Rows] = field(default_factory=dict)
    changes: set[int] = field(default_factory=set)
    issues: set[int] = field(default_factory=set)


def _counted(found: _Found) -> Belongings:
    return Belongings(
        {name: len(rows) for name, rows in found.rows.items() if rows},
        {name: len(ids) for name, ids in found.records.items() if ids},
        len(found.changes),
        len(found.issues),
    )


def _find(connection: Connection, one: Person, carriers: Sequence[Carrier]) -> _Found:
    found = _Found()
    found.rows = _entities(connection, one)
    for owner in tuple(found.rows):
        for owned in owned_by(owner):
            place = found.rows.setdefault(owned.name, {})
            for pk in found.rows[owner]:
                place |= dict(
                    connection.execute(
                        f"select pk, id from {owned.name} where pk between ? and ?", span(owned, owner, pk)
                    ).fetchall()
                )
    for carrier in carriers:
        found.records.setdefault(carrier.resource, {}).update(
            _records(connection, one.account, carrier, found.rows)
        )
    found.changes = set(_changes(connection, one.account, found.rows))
    found.issues = set(_issues(connection, one, found))
    applications = found.rows["applications"].values()
    known = {"name": one.name, "email": one.email, "phone": one.phone}
    found.rows |= addressed.of_person(connection, one.account, one.id, applications, **known)
    found.rows |= drafts.of_person(connection, one.account, one.id, **known)
    found.issues |= addressed.issues_of(connection, one.account, found.rows["submissions"])
    return found


def _entities(connection: Connection, one: Person) -> dict[str, Rows]:
    """The candidate, and all rows that go with the candidate or with one of these rows."""
    tables = of_people()
    found: dict[str, Rows] = {name: {} for name in tables}
    row = connection.execute(
        "select pk, id from candidates where account_id = ? and id = ?", (one.account, one.id)
    )
    found[CANDIDATES.name] = dict(row.fetchall())
    size = 0
    while size != (size := sum(map(len, found.values()))):
        for name, links in tables.items():
            for link in links:
                owners = found[owner_table(name, link)].values()
                if owners:
                    more = connection.execute(
                        f"select pk, id from {name}"
                        f" where account_id = ? and {link} in (select value from json_each(?))",
                        (one.account, json.dumps(list(owners))),
                    )
                    found[name] |= dict(more.fetchall())
    return found


def _records(connection: Connection, account: str, carrier: Carrier, rows: Mapping[str, Rows]) -> Rows:
    ids = list(rows.get(carrier.table, {}).values())
    found = connection.execute(
        "select pk, id from records where account_id = ? and resource = ? and id in (select value from json_each(?))",
        (account, carrier.resource, json.dumps(ids)),
    )
    held = dict(found.fetchall())
    if carrier.member:
        waiting = connection.execute(
            """
            select pk, id from records
            where account_id = :account and resource = :resource and hash is null
              and cast(body ->> :member as text) in (select value from json_each(:owners))
            """,
            {
                "account": account,
                "resource": carrier.resource,
                "member": carrier.member,
                "owners": json.dumps(list(rows[carrier.owner].values())),
            },
        )
        held |= dict(waiting.fetchall())
    return held


def _changes(connection: Connection, account: str, rows: Mapping[str, Rows]) -> Iterator[int]:
    """Changes of these rows, and of rows they owned, also of those that are gone by now."""
    for name, ids in rows.items():
        whose = {"account": account, "table": name, "ids": json.dumps(list(ids.values()))}
        if TABLES[name].grain is Grain.ENTITY:
            found = connection.execute(f"select pk from changes {_ABOUT} row_id {_THESE}", whose)
            yield from (pk for (pk,) in found)
        for owned in owned_by(name):
            found = connection.execute(
                f"select pk, row_id, owner_id from changes {_ABOUT} owner_id {_THESE}",
                whose | {"table": owned.name},
            )
            changed = found.fetchall()
            rivals = _rivals(connection, account, owned, name, rows, {owner for _, _, owner in changed})
            yield from (pk for pk, identity, owner in changed if (owner, identity) not in rivals)


_ABOUT = "where account_id = :account and table_name = :table and"
_THESE = "in (select value from json_each(:ids))"


def _rivals(
    connection: Connection, account: str, owned: Table, name: str, rows: Mapping[str, Rows], ids: set[str]
) -> set[tuple[str, str]]:
    """Rows, each after its owner's id, whose owner only has the same id as one of these, in another table."""
    found: set[tuple[str, str]] = set()
    for other in owned.owners:
        same = connection.execute(
            f"select pk, id from {other} where account_id = :account and id {_THESE}",
            {"account": account, "ids": json.dumps(list(ids))},
        )
        for pk, identity in same.fetchall() if other != name else ():
            if pk not in rows.get(other, {}):
                theirs = connection.execute(
                    f"select id from {owned.name} where pk between ? and ?", span(owned, other, pk)
                )
                found |= {(identity, row) for (row,) in theirs}
    return found


def _issues(connection: Connection, one: Person, found: _Found) -> Iterator[int]:
    """Issues about these records, and those with a record that could not be read and names the person."""
    records = {(resource, identity) for resource, ids in found.records.items() for identity in ids.values()}
    ids = {identity for name in (CANDIDATES.name, "applications") for identity in found.rows[name].values()}
    words = [word for word in (one.email, one.phone) if word]
    for number, resource, record, body in connection.execute(
        "select id, resource, record_id, body from issues where account_id = ?", (one.account,)
    ):
        if (resource, record) in records or (body and forgotten.mentions(body, ids, words)):
            yield number
