"""Ids that differ by case only: many tools see no difference, so that keys made of them need a suffix."""

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from atsdesk.export.exported import EXPORTED
from atsdesk.export.plan import DOMAINS, domain_of, owner_id
from atsdesk.store.engine import Connection

_FOLDED = """\
case when account_id || id glob '*[^ -~]*' then fold(account_id || ':' || id)
  else lower(trim(account_id || ':' || id)) end"""
"""SQLite's own words, where they do what `fold` does, take half the time."""
_PATTERNS = ("*[a-z]*", "*[A-Z]*", "*[^!-~]*")
_NOT_ALL_LARGE = "*[^!-`{-~]*"
"""What the first and the last of these find, in one look: most ids have neither."""

Places = dict[str, list[tuple[str, str]]]
"""The tables and columns in which ids stand, by what they are of."""


def fold(key: str) -> str:
    """What an engine that ignores case, width and blanks at the ends makes of a key."""
    if key.isascii() and key.isprintable():
        return key.lower().strip()
    return unicodedata.normalize("NFKC", "".join(filter(str.isprintable, key))).casefold().strip()


def twin(account: str, id_: str) -> str:
    """What tells an id from those that differ by case only; from the id alone, so the same wherever it stands."""
    return "~" + hashlib.sha256(f"{account}\0{id_}".encode("utf-8", "surrogatepass")).hexdigest()[:8]


def find(connection: Connection) -> frozenset[str]:
    """Find them, wherever they stand, and note them in the connection's own `twins`; the domains that have any."""
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.create_function("twin", 2, twin, deterministic=True)
    connection.execute("""
        create temp table twins
        (domain text, account_id text, id text, suffix text, primary key (domain, account_id, id)) without rowid""")
    places = _places()
    for domain in _doubtful(connection, places):
        ids = "\n  union ".join(
            " ".join(("select distinct account_id,", column, "as id from", name, "where", column, "<> ''"))
            for name, column in places[domain]
        )
        connection.execute(
            "\n".join((
                "with ids as (", ids, "),",
                f"folded as materialized (select account_id, id, {_FOLDED} as fold from ids)",
                "insert into temp.twins",
                "select ?, account_id, id, twin(account_id, id) from folded where fold in (",
                "  select fold from folded group by 1 having count(*) > 1)",
            )),
            (domain,),
        )  # fmt: skip
    return frozenset(domain for (domain,) in connection.execute("select distinct domain from temp.twins"))


@cache
def _places() -> Places:
    found: Places = {
        domain: [(table.name, "id")] if table in EXPORTED else [] for domain, table in DOMAINS.items()
    }
    for table in EXPORTED:
        for column in table.columns:
            if (domain := domain_of(column)) in found and column.name != owner_id(table):
                found[domain].append((table.name, column.name))
    return found


def _doubtful(connection: Connection, places: Places) -> list[str]:
    """The domains whose ids have letters of both cases, or more than plain signs; one look at each table is cheap.

    All of them where the names of accounts are not safe themselves.
    """
    accounts = [name for (name,) in connection.execute("select id from accounts")]
    if len(set(map(fold, accounts))) < len(accounts) or any(":" in name for name in accounts):
        return [domain for domain, some in places.items() if some]
    columns: dict[str, dict[str, list[str]]] = {}
    for domain, some in places.items():
        for name, column in some:
            columns.setdefault(name, {}).setdefault(domain, []).append(column)
    seen: dict[str, list[bool]] = {domain: [False] * len(_PATTERNS) for domain in places}
    for name, by_domain in columns.items():
        (mixed,) = connection.execute(_asking(name, by_domain.values(), (_NOT_ALL_LARGE,))).fetchall()
        for domain, is_mixed in zip(by_domain, mixed, strict=True):
            told: Sequence[object] = (False, True, False)
            if is_mixed:
                (told,) = connection.execute(_asking(name, (by_domain[domain],), _PATTERNS)).fetchall()
            seen[domain] = [before or bool(now) for before, now in zip(seen[domain], told, strict=True)]
    return [domain for domain, (small, large, odd) in seen.items() if (small and large) or odd]


def _asking(table: str, columns: Iterable[Sequence[str]], patterns: Sequence[str]) -> str:
    """Asks of each group of columns whether any value has each pattern."""
    asked = [
        f"max({' or '.join(f'{column} glob {pattern!r}' for column in some)})"
        for some in columns
        for pattern in patterns
    ]
    return f"select {', '.join(asked)} from {table}"
