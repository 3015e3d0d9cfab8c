"""Rows as a person reads them on a terminal."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from atsdesk.rows import Value

WIDEST = 44
"""A cell with more signs is cut."""


def table(keys: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> Iterator[str]:
    """A line of headers and one for each row; columns that are blank throughout are left out."""
    shown = [key for key in keys if any(row.get(key) is not None for row in rows)]
    lines = [[header(key) for key in shown], *([_cut(said(row.get(key))) for key in shown] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()


def pairs(row: Mapping[str, Value]) -> Iterator[str]:
    """A line for each cell that says something; further lines of a text stand below its first."""
    filled = {header(key): said(value) for key, value in row.items() if value is not None}
    width = max(map(len, filled), default=0)
    for name, text in filled.items():
        yield f"{name:{width}}  {text.replace(chr(10), chr(10) + ' ' * (width + 2))}"


def header(key: str) -> str:
    return key.replace("_", " ")


def said(value: Value) -> str:
    """A cell in words; line ends stay."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (
        ""
        if value is None
        else "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in str(value))
    )


def _cut(text: str) -> str:
    line = text.replace("\n", ", ")
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"


def _width(text: str) -> int:
    """Places on a terminal: marks take none, wide signs two."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
