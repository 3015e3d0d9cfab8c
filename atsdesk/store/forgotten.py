"""Who was forgotten here: nothing but salted hashes of ids, by which whatever comes of them again is withheld."""

import contextlib
import hashlib
import json
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atsdesk.errors import DeskError
from atsdesk.rows import Items, Rejected, Row, Rows, Shape
from atsdesk.store.engine import Connection, sqlite3
from atsdesk.store.file import open_reader
from atsdesk.store.tables import CANDIDATES, TABLES, of_people, owner_table

if TYPE_CHECKING:
    from atsdesk.store.pages import Page

Name = tuple[str, str]
"""A table or `list_of` a resource, and an id in it."""


DRAFT_NAME = "pk || ' ' || created_at"
"""What marks call a draft: its number alone may be another one's later."""


def list_of(resource: str) -> str:
    """How names call a resource, which may be called like a table."""
    return f"list:{resource}"


def remember(connection: Connection, account: str, person: str, names: Iterable[Name], at: str) -> None:
    """Withhold from now on what comes under these names, or belongs to it; the file is still to be written anew."""
    salt = _salt(connection, account) or secrets.token_bytes(16)
    mark = _mark(salt, (CANDIDATES.name, person))
    connection.executemany(
        "insert or replace into forgotten (account_id, mark, person, salt, forgotten_at) values (?, ?, ?, ?, ?)",
        [(account, _mark(salt, name), mark, salt, at) for name in names],
    )


def allow(connection: Connection, account: str, person: str) -> bool:
    """Let a candidate, and what belongs to them, come again; whether they had been forgotten."""
    salt = _salt(connection, account)
    cursor = connection.execute(
        "delete from forgotten where account_id = ? and person = ?",
        (account, salt and _mark(salt, (CANDIDATES.name, person))),
    )
    return int(cursor.rowcount) > 0


def any_forgotten(connection: Connection, account: str) -> bool:
    return _salt(connection, account) is not None


def knows(connection: Connection, account: str, names: Iterable[Name]) -> bool:
    """Whether any of these was forgotten, or belongs to somebody who was."""
    return bool(_known(connection, account, names))


def cleaned(connection: Connection, account: str, at: str) -> None:
    connection.execute(
        "update forgotten set cleaned_at = ? where account_id = ? and cleaned_at is null", (at, account)
    )


def held_in(copy: Path, connection: Connection, account: str) -> bool:
    """Whether another file holds somebody of an account who was forgotten here; one that cannot be read may."""
    salt = _salt(connection, account)
    if salt is None:
        return False
    found = connection.execute("select mark from forgotten where account_id = ?", (account,))
    marks = {bytes(mark) for (mark,) in found}
    try:
        with contextlib.closing(open_reader(copy)) as other:
            return any(_mark(salt, name) in marks for name in _people_in(other, account))
    except (DeskError, sqlite3.Error):
        return True


def _people_in(other: Connection, account: str) -> Iterator[Name]:
    """The names of the candidates of an account in a file, and of those who were on their way there."""
    there = {name for (name,) in other.execute("select name from sqlite_schema where type = 'table'")}
    for table, identity in ((CANDIDATES.name, "id"), ("submissions", "key"), ("drafts", DRAFT_NAME)):
        if table in there:
            for (name,) in other.execute(f"select {identity} from {table} where account_id = ?", (account,)):
                yield table, name


def withhold(
    connection: Connection, page: "Page", items: Items, rows: Rows, rejected: Sequence[Rejected]
) -> set[str]:
    """The ids of those records of a page that are of people who were forgotten here.

    `rows` are all that the records hold, `rejected` those that could not be read. What belongs to a forgotten person
    and was not known before is forgotten too, so that what belongs to it is withheld in its turn.
    """
    if not any_forgotten(connection, page.account):
        return set()
    of_records = {(list_of(page.resource), item.id) for item in items}
    known = _known(connection, page.account, of_records | set(_names(page, rows)))
    found = withhold_unread(connection, page.account, page.resource, rejected)
    for item in items if known else ():
        record = (list_of(page.resource), item.id)
        one, _ = page.take([item])
        person = next((known[name] for name in (record, *_names(page, one)) if name in known), None)
        if person is not None:
            found.add(item.id)
            itself = ((table, identity) for table in of_people() for identity in one.entities.get(table, ()))
            _add(connection, page.account, person, (record, *itself), page.seen_at)
    return found


def withhold_unread(
    connection: Connection, account: str, resource: str, rejected: Sequence[Rejected]
) -> set[str]:
    """The ids of those records that could not be read and are of, or mention the id of, somebody who was forgotten."""
    if not rejected or not any_forgotten(connection, account):
        return set()
    found: set[str] = set()
    for one in rejected:
        names = {(list_of(resource), one.record_id)}
        names |= {(table, text) for text in _texts(one.body) for table in ("candidates", "applications")}
        if _known(connection, account, names):
            found.add(one.record_id)
    return found


def mentions(body: str, ids: Collection[str], words: Collection[str]) -> bool:
    """Whether a record that could not be read names one of these ids as a value, or has one of these words in it."""
    return any(word in body for word in words) or not _texts(body).isdisjoint(ids)


def _names(page: "Page", rows: Rows) -> Iterator[Name]:
    """What rows are, and what they go with."""
    tables = of_people()
    for table, links in tables.items():
        if entities := rows.entities.get(table):
            yield from ((table, identity) for identity in entities)
            yield from _linked(page.shape, table, links, entities.values())
    for table in rows.owned.keys() | rows.parts.keys():
        owner = page.owners.get(table, TABLES[table].owners[0])
        if owner in tables:
            ids = rows.owned.get(table, {}).keys() | rows.parts.get(table, {}).keys()
            yield from ((owner, identity) for identity in ids)
    yield from (("applications", identity) for identity in rows.standings)


def _linked(shape: Shape, table: str, links: Sequence[str], rows: Iterable[Row]) -> Iterator[Name]:
    places = [
        (owner_table(table, name), place) for place, name in enumerate(shape[table]) if name in set(links)
    ]
    for row in rows:
        yield from ((owner, str(row[place])) for owner, place in places if row[place] is not None)


def _salt(connection: Connection, account: str) -> bytes | None:
    row = connection.execute("select salt from forgotten where account_id = ? limit 1", (account,)).fetchone()
    return bytes(row[0]) if row else None


def _mark(salt: bytes, name: Name) -> bytes:
    return hashlib.blake2b("\0".join(name).encode(), key=salt, digest_size=16).digest()


def _known(connection: Connection, account: str, names: Iterable[Name]) -> dict[Name, bytes]:
    """Those of these names that were forgotten, each with the person's mark."""
    salt = _salt(connection, account)
    if salt is None:
        return {}
    by_mark = {_mark(salt, name): name for name in names}
    found = connection.execute(
        """
        select f.mark, f.person from json_each(:marks) asked
        join forgotten f on f.account_id = :account and f.mark = unhex(asked.value)
        """,
        {"account": account, "marks": json.dumps([mark.hex() for mark in by_mark])},
    )
    return {by_mark[bytes(mark)]: bytes(person) for mark, person in found}


def _add(connection: Connection, account: str, person: bytes, names: Iterable[Name], at: str) -> None:
    """Names that came while they were withheld: nothing of them is in the file."""
    salt = _salt(connection, account)
    assert salt
    connection.executemany(
        "insert or ignore into forgotten (account_id, mark, person, salt, forgotten_at, cleaned_at)"
        " values (?, ?, ?, ?, ?, ?)",
        [(account, _mark(salt, name), person, salt, at, at) for name in names],
    )


def _texts(body: str) -> set[str]:
    """Every text and number in a JSON document, as text; nothing where it is none."""
    try:
        left: list[Any] = [json.loads(body)]
    except (ValueError, RecursionError):
        return set()
    found: set[str] = set()
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += value.values()
        elif isinstance(value, list):
            left += value
        elif isinstance(value, str | int) and not isinstance(value, bool):
            found.add(str(value))
    return found
