"""Exports that can be repeated: what, how, where to, and when. Kept under a name."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from atsdesk.errors import ConfigError
from atsdesk.store import search
from atsdesk.store.browse import Query
from atsdesk.store.engine import Connection
from atsdesk.store.saved_views import names_of, words_in


class Disclosure(StrEnum):
    """What of people an export tells."""

    FULL = "full"
    PSEUDONYMOUS = "pseudonymous"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Selection:
    """What of the data an export holds. Nothing chosen is everything."""

    tables: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By table, for tables that are not written whole."""
    query: Query = field(default_factory=Query)
    """Which applications, in the filters of the tab Candidates: they bring their candidates and all that is theirs."""
    disclosure: Disclosure = Disclosure.FULL
    guarded: bool = True
    """CSV has an apostrophe before text that a spreadsheet would run as a formula."""


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Profile:
    """One export that can be repeated."""

    name: str
    path: str
    format: str
    selection: Selection = EVERYTHING
    after_sync: bool = False


_COLUMNS = "name, path, format, tables, columns, filters, privacy, after_sync, guarded"


def profiles(connection: Connection) -> list[Profile]:
    return [_profile(row) for row in connection.execute(f"select {_COLUMNS} from profiles order by name")]


def profile(connection: Connection, name: str) -> Profile:
    """Raises `ConfigError` where there is none of this name."""
    row = connection.execute(f"select {_COLUMNS} from profiles where name = ?", (name,)).fetchone()
    if row is None:
        raise ConfigError(
            f'There is no export profile "{name}".',
            "`atsdesk export profiles` lists those there are.",
            concerns=name,
        )
    return _profile(row)


def save(connection: Connection, profile: Profile) -> None:
    """Keep a profile; one of the same name is replaced."""
    selection = profile.selection
    query = selection.query
    filters = {"text": query.text, "account": query.account, "chosen": dict(query.chosen)}
    connection.execute(
        f"insert or replace into profiles ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(profile.name, profile.path, profile.format, json.dumps(selection.tables)),
            *(
                json.dumps(dict(selection.columns)),
                json.dumps(filters),
                selection.disclosure,
                profile.after_sync,
                selection.guarded,
            ),
        ),
    )


def remove(connection: Connection, name: str) -> Profile:
    """Forget a profile, and give it; raises `ConfigError` where there is none of this name. What it wrote stays."""
    gone = profile(connection, name)
    connection.execute("delete from profiles where name = ?", (name,))
    return gone


def forget(connection: Connection, name: str, email: str, phone: str) -> None:
    """Remove the profiles that search for a person who is forgotten, or are called after them.

    Without its search such a profile would write everybody.
    """
    named = names_of(name)
    tells = {*named, search.fold(email), search.phone_digits(phone)} - {""}
    for one in profiles(connection):
        called = named and set(named) <= set(search.fold(one.name).split())
        if called or words_in(one.selection.query.text) & tells:
            remove(connection, one.name)
            connection.execute("update exports set profile = null where profile = ?", (one.name,))


def make_salt(connection: Connection) -> None:
    """See to it that the folder has the secret that pseudonyms are made with."""
    connection.execute(
        "insert or ignore into pseudonyms (id, salt) values (1, ?)", (secrets.token_bytes(32),)
    )


def salt(connection: Connection) -> bytes:
    row = connection.execute("select salt from pseudonyms").fetchone()
    if row is None:
        raise ConfigError("This data folder has no pseudonyms yet.", "Export from its window or command.")
    return bytes(row[0])


def _profile(row: tuple[Any, ...]) -> Profile:
    name, path, format_, tables, columns, filters, privacy, after_sync, guarded = row
    asked = json.loads(filters)
    chosen = {key: tuple(values) for key, values in asked["chosen"].items()}
    return Profile(
        name,
        path,
        format_,
        Selection(
            tuple(json.loads(tables)),
            {table: tuple(names) for table, names in json.loads(columns).items()},
            Query(text=asked["text"], account=asked["account"], chosen=chosen),
            Disclosure(privacy),
            guarded != 0,
        ),
        bool(after_sync),
    )
