"""Which rows a filter leaves: the applications it finds, their candidates, and all that belongs to those.

Jobs, stages and other lists of the company stay whole, so that every key is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from atsdesk.export import about
from atsdesk.export.shape import Sheet
from atsdesk.store import browse, exports
from atsdesk.store.browse import Query
from atsdesk.store.engine import Connection
from atsdesk.store.tables import CANDIDATES, CHANGES, TABLES, owner_table
from atsdesk.store.views import CANDIDATES_VIEW

_FOUND = {"candidates": "chosen_candidates", "applications": "chosen_applications"}


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked for. Where people were chosen, temporary tables have the candidates and applications found."""

    account: str = ""
    by_people: bool = False

    def narrowed(self, sheet: Sheet) -> Sheet:
        """The sheet with the rows that are left of it."""
        if sheet.name not in TABLES:
            return sheet
        conditions = [sheet.where]
        if self.account and "account_id" in TABLES[sheet.name].names():
            named = self.account.replace("'", "''")
            conditions.append(f"{sheet.name}.account_id = '{named}'")
        if self.by_people and (condition := _condition(sheet.name)):
            conditions.append(condition)
        return replace(sheet, where="\n  and ".join(conditions))


def look(connection: Connection, query: Query) -> Scope:
    """Find what a query of the tab Candidates has."""
    if not query.text.strip() and not any(query.chosen.values()):
        return Scope(query.account)
    statement, parameters = browse.matching(CANDIDATES_VIEW, query)
    connection.execute("create temp table matching (account_id text, candidate text, application text)")
    connection.execute(f"insert into matching {statement}", parameters)
    for name, column in (("chosen_candidates", "candidate"), ("chosen_applications", "application")):
        connection.execute(
            f"create temp table {name} (account_id text, id text, primary key (account_id, id)) without rowid"
        )
        connection.execute(
            f"insert or ignore into {name} select account_id, {column} from matching where {column} is not null"
        )
    return Scope(query.account, by_people=True)


def _condition(name: str) -> str:
    """SQL that is true for rows of a table that belong to those chosen; blank for tables of no people."""
    if len(TABLES[name].owners) == 1:
        return _condition(TABLES[name].owners[0])
    if name in _FOUND:
        return _exists(_FOUND[name], f"{name}.account_id", f"{name}.id")
    if name == CHANGES.name:
        changed = [
            (table, _exists(owner, "changes.account_id", identity, condition))
            for table, owner, identity in about.CHANGED
            if (condition := _condition(owner))
        ]
        cases = [f"when '{table}' then {there}" for table, there in changed]
        return f"case changes.table_name {' '.join(cases)} else true end"
    cases = []
    for column in about.links(name):
        owner, link = owner_table(name, column), f"{name}.{column}"
        if owner in _FOUND:
            there = _exists(_FOUND[owner], f"{name}.account_id", link)
        else:
            there = _exists(owner, f"{name}.account_id", link, _condition(owner))
        cases.append(f"when {link} is not null then {there}")
    return f"case {' '.join(cases)} end" if cases else ""


def people(connection: Connection, sheets: Sequence[Sheet]) -> bytes:
    """The marks of the candidates whom rows of these sheets are about; one may be there several times."""
    theirs = {sheet.name: sheet for sheet in sheets if sheet.name in TABLES and about.candidate(sheet.name)}
    if (
        CANDIDATES.name in theirs
    ):  # all others are about some of these, but for what says that somebody is gone
        theirs = {name: theirs[name] for name in (CANDIDATES.name, CHANGES.name) if name in theirs}
    found = []
    for name, sheet in theirs.items():
        account, candidate = f"{name}.account_id", about.candidate(name)
        source = f"{sheet.source}\n{sheet.where}"
        if name != CANDIDATES.name:  # where a person has many rows
            source = f"from (select distinct {account} as account, {candidate} as candidate {source})"
            account, candidate = "account", "candidate"
        found.append(exports.marks(connection, account, candidate, source))
    return b"".join(found)


def _exists(table: str, account: str, id_: str, also: str = "") -> str:
    more = f" and {also}" if also else ""
    return f"exists (select 1 from {table} where {table}.account_id = {account} and {table}.id = {id_}{more})"
