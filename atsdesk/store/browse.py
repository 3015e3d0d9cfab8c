"""The rows of a view, page by page: SQL does search, filter and sort."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isqrt
from typing import Any

from atsdesk.rows import Value
from atsdesk.store import custom, days
from atsdesk.store.custom import CustomField
from atsdesk.store.engine import Connection
from atsdesk.store.order import Name, Order
from atsdesk.store.search import match_expression
from atsdesk.store.views import Filter, View, ViewColumn


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asked of a view. `chosen` maps a filter's key to the values ticked; none ticked filters nothing."""

    text: str = ""
    account: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a filter offers, with the number of rows that have it."""

    value: str
    label: str
    count: int


Terms = list[tuple[str, str]]
"""Expressions to order by, each with its way."""
FAR = 5_000
"""Rows that SQLite may skip on the way to a page."""
FREQUENT = 200
"""Times all rows, of which the root is how often something is found at least that is not rare: about there, looking
through rows in their order until a page is full costs as much as sorting all that is found."""
PIECE = 10_000


def with_custom_fields(connection: Connection, view: View) -> View:
    """The view with a column for every custom field of its tables, behind its own."""
    found = [one for one in custom.fields(connection) if one.table in view.extended]
    labels = Counter([column.label for column in view.columns] + [one.label for one in found])
    columns = tuple(_custom_column(one, view.extended[one.table], labels[one.label] == 1) for one in found)
    return replace(view, columns=view.columns + columns)


def _custom_column(one: CustomField, alias: str, alone: bool) -> ViewColumn:
    word = one.table.removesuffix("s")
    return ViewColumn(
        f"custom.{one.table}.{one.key}",
        one.label if alone else f"{one.label} ({word})",
        one.kind,
        f"Custom field of the {word}.",
        custom.read(one, f"{alias}.pk"),
        one,
    )


def rows(
    connection: Connection, view: View, query: Query, offset: int, limit: int
) -> list[tuple[Value, ...]]:
    """One page of a view: the hidden cells first, then the columns. Slow where `far` is true."""
    bare, owners = _without_custom(view)
    found = _rows(connection, bare, query, _terms(view, query), offset, limit)
    return _with_custom_values(connection, view, owners, found)


def far(connection: Connection, view: View, query: Query, offset: int) -> bool:
    """Whether rows that begin at `offset` are better found by an `order`: many come before them, or all are sorted."""
    if offset == 0 or offset > FAR:
        return offset > 0
    parts, parameters = _parts(view, query)
    statement = _select(view, parts[0], _terms(view, query))
    plan = connection.execute(f"explain query plan {statement} limit 1", parameters).fetchall()
    return any("ORDER BY" in step[3] for step in plan)


def order(connection: Connection, view: View, query: Query) -> Order:
    """The rows that the query has, in their order, by name. Takes seconds for a million; the caller closes it."""
    parts, parameters = _parts(view, query, _passing(connection, view, query))
    terms = [(f"+{sql}", way) for sql, way in _terms(view, query)]
    named = replace(
        _without_custom(view)[0], hidden=tuple(f"coalesce({name}, 0)" for name in view.named), columns=()
    )
    if len(parts) > 1 and not _blank_in_second(view, _terms(view, query)):
        statements = [_union(named, parts, terms)]
    else:
        statements = [_select(named, part, terms) for part in parts]
    made = Order()
    try:
        for statement in statements:
            cursor = connection.execute(statement, parameters)
            while found := cursor.fetchmany(PIECE):
                made.add(row[:2] for row in found)
    except BaseException:
        made.close()
        raise
    return made


def named(connection: Connection, view: View, names: Sequence[Name]) -> list[tuple[Value, ...]]:
    """The rows of these names, as `rows` gives them; those that are in the file no more are left out."""
    bare, owners = _without_custom(view)
    first, second = view.named
    hidden = (f"coalesce({first}, 0)", f"coalesce({second}, 0)", *bare.hidden)
    cells = ", ".join(_cells(replace(bare, hidden=hidden)))
    pks = {name[0] for name in names if name[0]}
    sources = [(f"from {view.source} where {first}", pks)]
    if view.more:
        sources.append(
            (f"from {view.more.source} where {second}", {name[1] for name in names if not name[0]})
        )
    found: dict[Name, tuple[Value, ...]] = {}
    for source, wanted in sources:
        if wanted:
            statement = f"select {cells} {source} in (select value from json_each(?))"
            found |= {
                row[:2]: row[2:] for row in connection.execute(statement, (json.dumps(sorted(wanted)),))
            }
    return _with_custom_values(connection, view, owners, [found[name] for name in names if name in found])


def _without_custom(view: View) -> tuple[View, list[str]]:
    """The view without its custom fields, and the tables of those: their pks stand behind its hidden cells instead."""
    owners = {one.custom.table: f"{view.extended[one.custom.table]}.pk" for one in view.columns if one.custom}
    own = tuple(column for column in view.columns if not column.custom)
    return replace(view, hidden=(*view.hidden, *owners.values()), columns=own), list(owners)


def _with_custom_values(
    connection: Connection, view: View, tables: Sequence[str], found: Sequence[tuple[Value, ...]]
) -> list[tuple[Value, ...]]:
    """Rows that have the pks of `tables` behind the view's hidden cells, with the columns in place of those."""
    if not tables:
        return list(found)
    width = len(view.hidden)
    fields = [column.custom for column in view.columns if column.custom]
    values = {
        table: custom.values(
            connection,
            [one for one in fields if one.table == table],
            table,
            {pk for row in found if isinstance(pk := row[width + place], int)},
        )
        for place, table in enumerate(tables)
    }
    made = []
    for row in found:
        pks = dict(zip(tables, row[width:], strict=False))
        cells = iter(row[width + len(tables) :])
        made.append(
            row[:width]
            + tuple(
                values[one.custom.table].get((pks[one.custom.table], one.custom.key))
                if one.custom
                else next(cells)
                for one in view.columns
            )
        )
    return made


def _rows(
    connection: Connection, view: View, query: Query, terms: Terms, offset: int, limit: int
) -> list[tuple[Value, ...]]:
    parts, parameters = _parts(view, query)
    usual = terms == _terms(view, replace(query, sort=""))
    if view.near and offset == 0 and usual and _frequent(connection, view, query):
        near = _parts(view, query, True)[0][0]
        found = _page(connection, view, f"{near} and {view.near}", terms, parameters, 0, limit)
        if len(found) == limit:
            return found
    if len(parts) == 1:
        return _page(connection, view, parts[0], terms, parameters, offset, limit)
    if _blank_in_second(view, terms):
        return _one_after_the_other(connection, view, parts, terms, parameters, offset, limit)
    return _merged(connection, view, parts, terms, parameters, offset, limit)


def _frequent(connection: Connection, view: View, query: Query) -> bool:
    """Whether so much is found that looking through rows in their order is quicker than sorting all that is found."""
    match = match_expression(query.text)
    if not match:
        return False
    table = "candidates" if view.subject == "people" else "jobs"
    highest = connection.execute(f"select max(pk) from {table}").fetchone()[0] or 0
    some = f"select 1 from {table}_search where {table}_search match ? limit 1 offset ?"
    return connection.execute(some, (match, isqrt(FREQUENT * highest))).fetchone() is not None


def _passing(connection: Connection, view: View, query: Query) -> bool:
    """Whether all rows that are found are found sooner one after the other as they lie in the file."""
    return not match_expression(query.text) or _frequent(connection, view, query)


def _blank_in_second(view: View, terms: Terms) -> bool:
    """Whether what the rows are ordered by is blank in all that the view has besides, so that they come last."""
    return view.more is not None and terms[0][0].partition(".")[0] in view.more.blank


def stream(connection: Connection, view: View, query: Query, size: int) -> Iterator[list[tuple[Value, ...]]]:
    """All rows of a view from the first to the last, `size` at a time, each as in `rows`."""
    parts, parameters = _parts(view, query)
    terms = _terms(view, query)
    bare, owners = _without_custom(view)
    if len(parts) > 1 and not _blank_in_second(view, terms):
        statements = [_union(bare, parts, terms)]
    else:
        statements = [_select(bare, part, terms) for part in parts]
    width = len(_cells(bare))
    for statement in statements:
        cursor = connection.execute(statement, parameters)
        while found := cursor.fetchmany(size):
            yield _with_custom_values(connection, view, owners, [row[:width] for row in found])


def _select(view: View, part: str, terms: Terms) -> str:
    return f"select {', '.join(_cells(view))} {part} order by {', '.join(map(' '.join, terms))}"


def _union(view: View, parts: Sequence[str], terms: Terms) -> str:
    """A compound is ordered by its columns, so that what it is ordered by are columns of it, behind the view's."""
    cells = _cells(view)
    read = ", ".join([*cells, *(sql for sql, _ in terms)])
    places = ", ".join(f"{len(cells) + place} {way}" for place, (_, way) in enumerate(terms, start=1))
    return f"{' union all '.join(f'select {read} {part}' for part in parts)} order by {places}"


def _page(
    connection: Connection,
    view: View,
    part: str,
    terms: Terms,
    parameters: Mapping[str, Any],
    offset: int,
    limit: int,
) -> list[tuple[Value, ...]]:
    return list(
        connection.execute(
            f"{_select(view, part, terms)} limit :limit offset :offset",
            {**parameters, "limit": limit, "offset": offset},
        )
    )


def _one_after_the_other(
    connection: Connection,
    view: View,
    parts: Sequence[str],
    terms: Terms,
    parameters: Mapping[str, Any],
    offset: int,
    limit: int,
) -> list[tuple[Value, ...]]:
    first, second = parts
    found = _page(connection, view, first, terms, parameters, offset, limit)
    if len(found) == limit:
        return found
    before = int(connection.execute(f"select count(*) {first}", parameters).fetchone()[0])
    rest = max(0, offset - before)
    return found + _page(connection, view, second, terms, parameters, rest, limit - len(found))


def _merged(
    connection: Connection,
    view: View,
    parts: Sequence[str],
    terms: Terms,
    parameters: Mapping[str, Any],
    offset: int,
    limit: int,
) -> list[tuple[Value, ...]]:
    width = len(_cells(view))
    found = connection.execute(
        f"{_union(view, parts, terms)} limit :limit offset :offset",
        {**parameters, "limit": limit, "offset": offset},
    )
    return [row[:width] for row in found]


def _cells(view: View) -> list[str]:
    return [*view.hidden, *(column.sql for column in view.columns)]


def matching(view: View, query: Query) -> tuple[str, dict[str, Any]]:
    """A statement, with its parameters, for the hidden cells of all rows that the query has."""
    parts, parameters = _parts(view, query)
    return " union all ".join(f"select {', '.join(view.hidden)} {part}" for part in parts), parameters


def count(connection: Connection, view: View, query: Query) -> int:
    """How many rows the query has."""
    parts, parameters = _parts(view, query, _passing(connection, view, query))
    counts = " + ".join(f"(select count(*) {source})" for source in parts)
    return int(connection.execute(f"select {counts}", parameters).fetchone()[0])


def choices(connection: Connection, view: View, key: str, query: Query, limit: int) -> list[Choice]:
    """The values a filter offers under the other filters: those that are ticked, then the most frequent.

    Ranges of days come in the order in which they are declared, then what is ticked besides.
    """
    chosen = next(one for one in view.filters if one.key == key)
    others = {name: values for name, values in query.chosen.items() if name != key}
    narrowed = replace(query, chosen=others)
    condition, parameters = _condition(view, view.where, narrowed, _passing(connection, view, narrowed))
    if chosen.ranges:
        values = dict.fromkeys((*chosen.ranges, *query.chosen.get(key, ())))
        counted = ", ".join(
            f"count(*) filter (where {_on_days(chosen, (one,), True, True)})" for one in values
        )
        counts = connection.execute(f"select {counted} from {view.source} where {condition}", parameters)
        return [Choice(*one) for one in zip(values, values, counts.fetchone(), strict=True)]
    found = connection.execute(
        f"select {chosen.sql}, max({chosen.label_sql}), count(*) from {view.source}"
        f" where {condition} and {chosen.sql} is not null group by 1"
        f" order by {chosen.sql} in (select value from json_each(:ticked)) desc, 3 desc, 2 limit :limit",
        parameters | {"limit": limit, "ticked": json.dumps(query.chosen.get(key, ()))},
    )
    return [Choice(str(value), str(label or value), number) for value, label, number in found]


def _parts(view: View, query: Query, passing: bool = False) -> tuple[list[str], dict[str, Any]]:
    """From where the rows come: one part, or two where the view has more rows that the filters do not leave out.

    With `passing`, search and filters are looked at row by row instead of being where to start from.
    """
    condition, parameters = _condition(view, view.where, query, passing)
    parts = [f"from {view.source} where {condition}"]
    if view.more and not any(query.chosen.values()):
        parts.append(f"from {view.more.source} where {_condition(view, view.more.where, query, passing)[0]}")
    return parts, parameters


def _condition(view: View, where: str, query: Query, passing: bool = False) -> tuple[str, dict[str, Any]]:
    parts, parameters = [where], {}
    if query.account:
        parts.append(f"{view.hidden[0]} = :account")
        parameters["account"] = query.account
    if match := match_expression(query.text):
        parts.append(f"+{view.search}" if passing else view.search)
        parameters["match"] = match
    for one in view.filters:
        values = query.chosen.get(one.key)
        if values and one.ranges:
            parts.append(_on_days(one, values, bool(match), passing))
        elif (
            values and one.fixed
        ):  # SQLite uses an index over some rows only where it reads the words themselves
            words = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
            sql = (
                f"+{one.sql}" if match or passing else one.sql
            )  # few rows are found: no index but that of the search
            parts.append(f"{sql} = {words}" if len(values) == 1 else f"{sql} in ({words})")
        elif values:
            parts.append(f"{one.sql} in (select value from json_each(:chosen_{one.key}))")
            parameters[f"chosen_{one.key}"] = json.dumps(values)
    return " and ".join(parts), parameters


def _on_days(one: Filter, values: Sequence[str], searched: bool, passing: bool) -> str:
    """SQL for rows within one of these ranges. They are no place to start from where something else finds few rows,
    nor with `passing`, unless they are short."""
    found = [found for value in values if (found := days.meant(value))]
    parts = [
        days.condition(span, one.sql, one.day, looked_at=searched or (passing and not span.short))
        for span in found
    ]
    return f"({' or '.join(parts)})" if parts else "0"


def _terms(view: View, query: Query) -> Terms:
    """What to order by, and which way; rows that are equal in that are ordered by their names."""
    usual = [(term.removesuffix(" desc"), "desc" if term.endswith(" desc") else "") for term in view.order]
    column = next((column for column in view.columns if column.key == query.sort), None)
    way = usual[-1][1]
    if column:
        way = "desc" if query.descending else ""
        chosen = (column.sql, "desc nulls last" if query.descending else "asc nulls last")
        usual = [chosen, *(term for term in usual if term[0] != column.sql)]
    return usual + [(name, way) for name in (view.named if view.more else view.named[:1])]
