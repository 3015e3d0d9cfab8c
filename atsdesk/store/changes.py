"""What changed, as a person would say it: every field of every row that became another."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from atsdesk.errors import ConfigError
from atsdesk.store.engine import Connection
from atsdesk.store.lookup import named_by
from atsdesk.store.tables import SYNCED, TABLES, Grain, Kind, span

EVENTS = {
    "added": "{} was added",
    "gone": "{} is no longer in the ATS",
    "back": "{} is in the ATS again",
}
"""What happens to a row as a whole."""
STEP, NO_STEP, OF_STEP = "Step {}", "no step", "{}: {}"
MOVED = "Moved from {} to {}"
SET, CHANGED, REMOVED, CHANGED_FROM = (
    "{} set to {}",
    "{} changed",
    "{} removed (was {})",
    "{} changed from {} to {}",
)
PHRASES = (*EVENTS.values(), STEP, NO_STEP, OF_STEP, MOVED, SET, CHANGED, REMOVED, CHANGED_FROM, "yes", "no")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row: old and new as text; `field` is added, gone or back for the row as a whole."""

    account: str
    table: str
    row_id: str
    owner_id: str | None
    field: str
    old: str | None
    new: str | None
    seen_at: str
    run: int | None
    """The sync that saw it; none for what was seen otherwise."""
    about: str
    """Whom or what it concerns, by name; "" where there is none."""
    sentence: str


def changes(
    connection: Connection, *, account: str = "", since: str = "", table: str = "", limit: int = 0
) -> tuple[list[Change], int]:
    """The changes seen since a moment, the newest first, and how many there are without the limit (0 is none).

    Raises `ConfigError` for an unknown table.
    """
    names = [one.name for one in SYNCED]
    if table and table not in names:
        raise ConfigError(
            f'There is no table "{table}".', f"The tables are: {', '.join(names)}.", concerns="table"
        )
    where = "(:account = '' or account_id = :account) and seen_at >= :since and (:name = '' or table_name = :name)"
    given = {"account": account, "since": since, "name": table}
    found = connection.execute(
        "select account_id, table_name, row_id, owner_id, field, old, new, seen_at, nullif(run_id, 0)"
        f" from changes where {where} order by pk desc limit :limit",
        {**given, "limit": limit or -1},
    ).fetchall()
    naming = _Naming(connection)
    told = [_told(naming, *row) for row in found]
    total = len(told)
    if limit and total == limit:
        total = connection.execute(f"select count(*) from changes where {where}", given).fetchone()[0]
    return told, total


@dataclass(frozen=True, slots=True)
class Phrase:
    """A change in words: a pattern of `PHRASES`, a label or a word, and what is put in. Text in it is data."""

    pattern: str
    parts: "tuple[str | Phrase, ...]" = ()

    def __str__(self) -> str:
        return self.pattern.format(*map(str, self.parts))


def phrase(table: str, field: str, old: str | None, new: str | None, step: str | None) -> Phrase:
    """A change in words; `step` is the name of a changed step."""
    what = (
        Phrase(STEP, (step,)) if table == "steps" and step else Phrase(TABLES[table].title.removesuffix("s"))
    )
    if field in EVENTS:
        return Phrase(EVENTS[field], (what,))
    if table == "applications" and field == "stage":
        return Phrase(MOVED, (old or Phrase(NO_STEP), new or Phrase(NO_STEP)))
    column = TABLES[table].column(field)
    subject = Phrase(column.title)
    if table == "steps":
        subject = Phrase(OF_STEP, (what, Phrase(column.title.lower())))
    before, after = (_value(value, column.kind) for value in (old, new))
    if before is None:
        return Phrase(SET, (subject, after)) if after is not None else Phrase(CHANGED, (subject,))
    if after is None:
        return Phrase(REMOVED, (subject, before))
    return Phrase(CHANGED_FROM, (subject, before, after))


def _value(value: str | None, kind: Kind) -> "str | Phrase | None":
    if value is None or kind is not Kind.BOOL:
        return value
    return Phrase("yes" if value == "1" else "no")


def _told(
    naming: "_Naming",
    account: str,
    table: str,
    row_id: str,
    owner: str | None,
    field: str,
    old: str | None,
    new: str | None,
    seen_at: str,
    run: int | None,
) -> Change:
    before, after = old, new
    if field not in EVENTS and (names := named_by(table, TABLES[table].column(field))):
        before, after = (value and (naming.name(account, names, value) or value) for value in (old, new))
    step = naming.step(account, owner, row_id) if table == "steps" and owner else None
    return Change(
        account,
        table,
        row_id,
        owner,
        field,
        old,
        new,
        seen_at,
        run,
        naming.about(account, table, owner or row_id, owned=owner is not None) or "",
        str(phrase(table, field, before, after, step)),
    )


class _Naming:
    """Names of rows, each looked up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.name: Callable[[str, str, str], str | None] = functools.cache(self._name)
        self._person: Callable[[str, str, str], str | None] = functools.cache(self._person_of)

    def about(self, account: str, table: str, identity: str, *, owned: bool) -> str | None:
        """Whom a row concerns, else what it is called; of an owned row, by the id of its owner."""
        for owner in TABLES[table].owners if owned else (table,):
            if found := self._person(account, owner, identity):
                return found
        return None

    def step(self, account: str, application: str, identity: str) -> str | None:
        row = self._connection.execute(
            "select pk from applications where account_id = ? and id = ?", (account, application)
        ).fetchone()
        found = (
            row
            and self._connection.execute(
                "select name from steps where pk between ? and ? and id = ?",
                (*span(TABLES["steps"], "applications", row[0]), identity),
            ).fetchone()
        )
        return str(found[0]) if found and found[0] else None

    def _name(self, account: str, table: str, identity: str) -> str | None:
        row = self._connection.execute(
            f"select name from {table} where account_id = ? and id = ?", (account, identity)
        ).fetchone()
        return row[0] if row else None

    def _person_of(self, account: str, table: str, identity: str) -> str | None:
        columns = TABLES[table].names()
        if TABLES[table].grain is not Grain.ENTITY:
            return None
        for column, other in (("candidate_id", "candidates"), ("application_id", "applications")):
            if column in columns:
                row = self._connection.execute(
                    f"select {column} from {table} where account_id = ? and id = ?", (account, identity)
                ).fetchone()
                if row and row[0] and (found := self._person(account, other, row[0])):
                    return found
        return self.name(account, table, identity) if "name" in columns else None
