"""What was published to shared databases: enough to send only what has changed since."""

import datetime as dt
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from atsdesk.store.engine import Connection


@dataclass(frozen=True, slots=True)
class SentSheet:
    """One table as it is in the database now."""

    columns: Mapping[str, str]
    """The type of each."""
    digests: bytes = b""
    """Of each row its number and a hash, 8 bytes each, by number; blank where rows have new numbers each time."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One database that the folder publishes to. Its id is also the salt of the hashes."""

    place: str
    id: str
    token: str = ""
    """Blank where nothing was published yet, or everything has to be sent again."""
    unfinished: bool = False
    published_at: str = ""
    sheets: Mapping[str, SentSheet] = field(default_factory=dict)


def publication(connection: Connection, place: str) -> Publication:
    """What was published to a place; a new one where nothing was."""
    row = connection.execute(
        "select place, id, coalesce(token, ''), unfinished, coalesce(published_at, '') from publications"
        " where place = ?",
        (place,),
    ).fetchone()
    if row is None:
        return Publication(place, secrets.token_hex(8))
    found = connection.execute("select sheet, columns, digests from published where place = ?", (place,))
    sheets = {name: SentSheet(json.loads(columns), bytes(digests)) for name, columns, digests in found}
    return Publication(row[0], row[1], row[2], bool(row[3]), row[4], sheets)


def begin(connection: Connection, place: str) -> Publication:
    """What was published to a place, which is unfinished from now on, until `finish`."""
    one = publication(connection, place)
    connection.execute(
        "insert into publications (place, id, unfinished) values (?, ?, 1)"
        " on conflict (place) do update set unfinished = 1",
        (place, one.id),
    )
    return one


def doubt(connection: Connection, place: str) -> None:
    """Let the next publish send everything, unless the one that begins now comes to its end."""
    connection.execute("update publications set token = null where place = ?", (place,))


def finish(connection: Connection, place: str, token: str, sheets: Mapping[str, SentSheet]) -> None:
    """Note what is in the database now. Sheets as they were are given with no change."""
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    connection.execute(
        "update publications set token = ?, unfinished = 0, published_at = ? where place = ?",
        (token, now, place),
    )
    connection.execute(
        "delete from published where place = ? and sheet not in (select value from json_each(?))",
        (place, json.dumps(list(sheets))),
    )
    connection.executemany(
        "insert into published (place, sheet, columns, digests) values (?1, ?2, ?3, ?4)"
        " on conflict (place, sheet) do update set columns = ?3, digests = ?4 where columns <> ?3 or digests <> ?4",
        [(place, name, json.dumps(dict(one.columns)), one.digests) for name, one in sheets.items()],
    )


def remain(connection: Connection) -> None:
    """Note that every publication has something to send: somebody was forgotten."""
    connection.execute("update publications set unfinished = 1")


def reopen(connection: Connection, place: str) -> None:
    """Note that something else is to be published to a place."""
    connection.execute("update publications set unfinished = 1 where place = ?", (place,))


def unfinished(connection: Connection, places: Sequence[str]) -> set[str]:
    """Those of these places where something is still to be sent, or nothing ever was."""
    settled = connection.execute(
        "select place from publications where unfinished = 0 and place in (select value from json_each(?))",
        (json.dumps(list(places)),),
    )
    return set(places) - {place for (place,) in settled}
