"""Which rows a filter leaves: the applications it finds, their candidates, and all that belongs to those.

Jobs, stages and other lists of the company stay whole, so that every key is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from atsdesk.export.shape import Sheet
from atsdesk.store import browse, exports
from atsdesk.store.browse import Query
from atsdesk.store.engine import Connection
from atsdesk.store.tables import CANDIDATES, TABLES, Kind, of_people, owner_table
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
        if self.account:
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
    cases = []
    for column in _links(name):
        owner, link = owner_table(name, column), f"{name}.{column}"
        if owner in _FOUND:
            there = _exists(_FOUND[owner], f"{name}.account_id", link)
        else:
            there = _exists(owner, f"{name}.account_id", link, _condition(owner))
        cases.append(f"when {link} is not null then {there}")
    return f"case {' '.join(cases)} end" if cases else ""


def people(connection: Connection, sheets: Sequence[Sheet]) -> bytes:
    """The marks of the candidates whom rows of these sheets are about; one may be there several times."""
    about = {sheet.name: sheet for sheet in sheets if sheet.name in TABLES and _candidate(sheet.name)}
    if CANDIDATES.name in about:  # all others are about some of these
        about = {CANDIDATES.name: about[CANDIDATES.name]}
    found = [
        exports.marks(connection, f"{name}.account_id", _candidate(name), f"{sheet.source}\n{sheet.where}")
        for name, sheet in about.items()
    ]
    return b"".join(found)


def _candidate(name: str) -> str:
    """SQL for the id of the candidate whom a row of a table is about; blank for tables of no people."""
    if len(TABLES[name].owners) == 1:
        return _candidate(TABLES[name].owners[0])
    if name == CANDIDATES.name:
        return "candidates.id"
    ways = []
    for column in _links(name):
        owner, link = owner_table(name, column), f"{name}.{column}"
        ways.append(
            link
            if owner == CANDIDATES.name
            else f"(select {_candidate(owner)} from {owner}"
            f" where {owner}.account_id = {name}.account_id and {owner}.id = {link})"
        )
    return f"coalesce({', '.join(ways)}, null)" if ways else ""


def _links(name: str) -> list[str]:
    """The columns of a table that name what of a person its rows belong to, the nearest first."""
    people = of_people()
    columns = people.get(name, ())
    if TABLES[name].owners:
        columns = tuple(
            column.name
            for column in TABLES[name].columns
            if column.kind is Kind.ID and owner_table(name, column.name) in people
        )
    near = ["applications", CANDIDATES.name]
    return sorted(
        columns, key=lambda column: [*near, owner_table(name, column)].index(owner_table(name, column))
    )


def _exists(table: str, account: str, id_: str, also: str = "") -> str:
    more = f" and {also}" if also else ""
    return f"exists (select 1 from {table} where {table}.account_id = {account} and {table}.id = {id_}{more})"
