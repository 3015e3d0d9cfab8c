"""Whom and what the rows of a table are about, as SQL that finds it from the row."""

from collections.abc import Iterator
from functools import cache

from atsdesk.export.exported import EXPORTED
from atsdesk.store.tables import (
    APPLICATIONS,
    CANDIDATES,
    CHANGES,
    JOBS,
    TABLES,
    Grain,
    Kind,
    of_people,
    owner_table,
)


def _changed() -> Iterator[tuple[str, str, str]]:
    for table in EXPORTED:
        if table.grain is Grain.ENTITY:
            yield table.name, table.name, "changes.row_id"
        elif len(table.owners) == 1:
            yield table.name, table.owners[0], "changes.owner_id"


CHANGED = tuple(_changed())
"""The tables that changes tell of; the table with an id of its own that each belongs to, and SQL for that id."""


def candidate(name: str) -> str:
    """The id of the candidate whom a row of a table is about; blank for tables of no people."""
    if len(TABLES[name].owners) == 1:
        return candidate(TABLES[name].owners[0])
    if name == CANDIDATES.name:
        return "candidates.id"
    if name == CHANGES.name:
        return changed(CANDIDATES.name)
    ways = []
    for column in links(name):
        owner, link = owner_table(name, column), f"{name}.{column}"
        ways.append(link if owner == CANDIDATES.name else _of_other(owner, name, link, candidate(owner)))
    return f"coalesce({', '.join(ways)}, null)" if ways else ""


@cache
def changed(target: str) -> str:
    """The id of the candidate, application or job that a change is about."""
    cases = []
    for table, owner, identity in CHANGED:
        if owner == target:
            cases.append(f"when '{table}' then {identity}")
        elif way := candidate(owner) if target == CANDIDATES.name else _way(owner, target):
            cases.append(f"when '{table}' then {_of_other(owner, CHANGES.name, identity, way)}")
    return f"case changes.table_name {' '.join(cases)} end"


@cache
def links(name: str) -> list[str]:
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


def _way(name: str, target: str) -> str:
    """The application or job that a row names itself, or its application does; blank where there is no such way."""
    column, names = f"{target.removesuffix('s')}_id", TABLES[name].names()
    ways = [f"{name}.{column}"] if column in names else []
    if target == JOBS.name and "application_id" in names:
        ways.append(_of_other(APPLICATIONS.name, name, f"{name}.application_id", "applications.job_id"))
    return f"coalesce({', '.join(ways)}, null)" if ways else ""


def _of_other(table: str, name: str, identity: str, wanted: str) -> str:
    return (
        f"(select {wanted} from {table}"
        f" where {table}.account_id = {name}.account_id and {table}.id = {identity})"
    )
