"""Full-text search: how text is folded before it is indexed and before it is looked for.

Accents and Hebrew points go, case goes, and a phone number is its digits, so that a person finds what they
would call the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import filterfalse
from typing import Any

from atsdesk.store.tables import SYNCED, Table

SEARCHED: tuple[Table, ...] = tuple(table for table in SYNCED if table.search)

NATIONAL_DIGITS = 9
"""The end of a phone number that stays the same with and without a country code."""

_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
)
"""Letters that Unicode does not take apart, though people without them on the keyboard do."""

_PHONE = re.compile(r"[+(]?\d[\d\s().\-/]{5,}").fullmatch
_SEPARATORS = re.compile(r"\D")


def fold(text: str) -> str:
    """Text as the index holds it: lower case, without accents and points."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text)
    plain = "".join(filterfalse(unicodedata.combining, spread))
    return plain.casefold().translate(_STROKES)


def indexed(values: Sequence[object]) -> str:
    """What the index holds for the searched columns of one row."""
    words: list[str] = []
    for value in values:
        if not isinstance(value, str):
            continue
        words.append(fold(value))
        if _PHONE(value):
            digits = _SEPARATORS.sub("", value)
            words += (digits, digits[-NATIONAL_DIGITS:])
    return " ".join(words)


def add(connection: Any, table: Table, rows: Iterable[tuple[object, Sequence[object]]]) -> None:
    """Index rows, each given as its pk and the values of the table's searched columns."""
    connection.executemany(
        f"insert into {table.name}_search (rowid, text) values (?, ?)",
        [(pk, indexed(values)) for pk, values in rows],
    )


def forget(connection: Any, table: Table, pks: Iterable[object]) -> None:
    """Take rows out of the index."""
    connection.executemany(f"delete from {table.name}_search where rowid = ?", [(pk,) for pk in pks])


def purge(connection: Any, table: Table) -> None:
    """Take the words of rows that were forgotten out of the file; until then they are only not found."""
    connection.execute(f"insert into {table.name}_search ({table.name}_search) values ('optimize')")


def phone_digits(text: str) -> str:
    """The digits of a phone number that are the same with and without a country code; "" for what is none."""
    return _SEPARATORS.sub("", text)[-NATIONAL_DIGITS:] if _PHONE(text.strip()) else ""


def match_expression(text: str) -> str:
    """An FTS5 expression that asks for every word of `text`, in any order, each as a beginning; "" asks nothing."""
    if _PHONE(text.strip()):
        digits = _SEPARATORS.sub("", text).lstrip("0")
        return f'"{digits}"*' if digits else ""
    words = (re.sub(r"[^\w@.+\-']", " ", word).strip() for word in fold(text).split())
    return " ".join(f'"{word}"*' for word in words if any(char.isalnum() for char in word))


def create_sql(table: Table) -> str:
    """The statement that creates a table's index."""
    return (
        f"create virtual table {table.name}_search using fts5(text, content='', contentless_delete=1,"
        " tokenize='unicode61 remove_diacritics 0')"
    )
