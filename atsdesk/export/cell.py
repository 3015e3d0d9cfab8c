"""From a value to a cell: the guard between what an ATS holds and what a spreadsheet makes of it.

Text stays text whatever it looks like, numbers stay exact, blank is blank, and nothing that would damage
the file gets in. Whatever had to be altered is counted by `Reason`, so that the workbook can say so.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import cast

from atsdesk.export import moment

LONGEST_TEXT = 32_000
"""UTF-16 units in a cell: Excel stores 32,767, Power BI about 32,000."""
MOST_LINE_FEEDS = 253
MOST_DIGITS = 15
CUT_MARK = " … [cut]"

FORMULA_FIRST = ("=", "+", "-", "@", "\t")
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SURELY_SHORT = LONGEST_TEXT // 2  # a character is two units at most
_ASCII_CONTROLS = bytes(range(32)) + b"\x7f"
_TOO_BIG = 10**MOST_DIGITS


class As(StrEnum):
    """What a column's cells are, in the Dictionary's words."""

    TEXT = "text"
    WHOLE = "whole number"
    DECIMAL = "decimal number"
    BOOL = "true/false"
    TIME = "date and time (UTC)"
    DAY = "date"
    LOCAL_DAY = "date in the account's time zone"


class Reason(StrEnum):
    """Why a value in the file differs from the value in the ATS."""

    CONTROL = "had characters that no spreadsheet can hold; they were removed"
    CUT = "was longer than 32,000 characters and was cut"
    LINES = "had more than 253 line breaks; the rest became spaces"
    BIG = "had more than 15 digits and was written as text"
    NO_NUMBER = "was not a number (NaN or infinity) and was left empty"
    EARLY = "was a date before 1900-03-01 and was written as text"
    ODD = "did not fit the column's type and was written as text"


Noted = Counter[Reason]


@dataclass(slots=True)
class Cells:
    """Cells of one column: what stands in each (blank where there is none), and which are text in a column of
    another type, by place."""

    values: list[str]
    strays: dict[int, str] = field(default_factory=dict)


def texts(values: Sequence[object], noted: Noted) -> list[str]:
    """Text cells. Text that holds nothing unusual passes untouched, a whole column piece at a time."""
    if not set(map(type, values)) <= {str, NoneType}:
        values = [_as_text(value, noted) for value in values]
    strings = [value or "" for value in cast("Sequence[str | None]", values)]
    joined = "".join(strings)
    if joined.isprintable() and (
        len(joined) <= LONGEST_TEXT // 2 or max(map(len, strings)) <= LONGEST_TEXT // 2
    ):
        return strings
    return [_clean(text, noted) for text in strings]


def text(value: object, noted: Noted) -> str:
    """One text cell."""
    return texts((value,), noted)[0]


def looks_like_formula(value: str) -> bool:
    """Whether a spreadsheet would take the text for a formula if it were typed in."""
    return value.startswith(FORMULA_FIRST)


def escape_like(value: str) -> str:
    """The text with `_x000D_` and its kind written so that readers show them as they are."""
    return _ESCAPE_LIKE.sub("_x005F_", value)


def numbers(values: Sequence[object], noted: Noted, scale: int | None = None) -> Cells:
    """Number cells. `scale` is how many decimals a `Decimal` keeps."""
    kinds = set(map(type, values))
    if kinds <= {int, NoneType}:
        whole = [value for value in values if isinstance(value, int)]
        if not whole or (max(whole) < _TOO_BIG and min(whole) > -_TOO_BIG):
            return Cells(["" if value is None else str(value) for value in values])
    elif kinds <= {float, NoneType}:
        written = ["" if value is None else repr(value) for value in values]
        if "n" not in "".join(written):  # neither nan nor inf
            return Cells(written)
    return _each(values, noted, lambda value: _number(value, scale))


def bools(values: Sequence[object], noted: Noted) -> Cells:
    """TRUE and FALSE cells."""
    return _each(values, noted, _bool)


def times(values: Sequence[object], noted: Noted) -> Cells:
    """Date-time cells in UTC, as Excel's numbers."""
    if set(map(type, values)) <= {str, NoneType}:
        try:
            return Cells(moment.fast_times(cast("Sequence[str | None]", values)))
        except ValueError:
            pass
    return _each(values, noted, moment.one_time)


def days(values: Sequence[object], noted: Noted) -> Cells:
    """Date cells, as Excel's numbers."""
    if set(map(type, values)) <= {str, NoneType}:
        try:
            return Cells(moment.fast_days(cast("Sequence[str | None]", values)))
        except ValueError:
            pass
    return _each(values, noted, moment.one_day)


def local_days(
    values: Sequence[object],
    accounts: Sequence[object],
    zones: Mapping[object, moment.LocalDays],
    noted: Noted,
) -> Cells:
    """Date cells of moments, each in the time zone of its row's account. What is no moment is blank here: the
    column of the moment itself shows it."""
    places = dict.fromkeys(accounts)
    if len(places) == 1:
        (account,) = places
        cells = Cells(zones[account].of(values))
    else:
        cells = Cells(
            [zones[account].of((value,))[0] for value, account in zip(values, accounts, strict=True)]
        )
    if cells.values.count("") > sum(not value for value in values):
        for place, (value, account) in enumerate(zip(values, accounts, strict=True)):
            if value and not cells.values[place] and (early := zones[account].early(value)):
                cells.strays[place] = early
                noted[Reason.EARLY] += 1
    return cells


def _is_plain(value: str) -> bool:
    """Whether nothing in the text needs care; bytes are three times as fast to look through."""
    if value.isascii():
        raw = value.encode()
        return len(raw) == len(raw.translate(None, _ASCII_CONTROLS))
    return value.isprintable()


def _clean(value: str, noted: Noted) -> str:
    if len(value) <= _SURELY_SHORT and _is_plain(value):
        return value
    lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    kept = _UNSTORABLE.sub("", lines)
    if kept != lines:
        noted[Reason.CONTROL] += 1
    if kept.count("\n") > MOST_LINE_FEEDS:
        noted[Reason.LINES] += 1
        *first, rest = kept.split("\n", MOST_LINE_FEEDS)
        kept = "\n".join((*first, rest.replace("\n", " ")))
    if len(kept) > _SURELY_SHORT:
        units = kept.encode("utf-16-le")
        if len(units) > LONGEST_TEXT * 2:
            noted[Reason.CUT] += 1
            # "ignore" drops half of a character outside the basic plane
            kept = units[: (LONGEST_TEXT - len(CUT_MARK)) * 2].decode("utf-16-le", "ignore") + CUT_MARK
    return kept


def _as_text(value: object, noted: Noted) -> str | None:
    match value:
        case None | str():
            return value
        case bool():
            return str(value).upper()
        case float() if not math.isfinite(value):
            noted[Reason.NO_NUMBER] += 1
            return None
        case dict() | list() | tuple():
            return json.dumps(value, ensure_ascii=False, default=str)
        case datetime() | date():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
        case _:
            return str(value)


def _each(values: Sequence[object], noted: Noted, written: Callable[[object], str | Reason]) -> Cells:
    """Value by value: what cannot be written as the column's type is text, what is no number is blank."""
    cells = Cells([])
    for place, value in enumerate(values):
        if value is None or value == "":
            cells.values.append("")
            continue
        try:
            cell = written(value)
        except moment.TooEarly:
            cell = Reason.EARLY
        except (ValueError, ArithmeticError):
            cell = Reason.ODD
        if not isinstance(cell, Reason):
            cells.values.append(cell)
            continue
        noted[cell] += 1
        cells.values.append("")
        if cell is not Reason.NO_NUMBER:
            cells.strays[place] = text(value, noted)
    return cells


def _number(value: object, scale: int | None) -> str | Reason:
    match value:
        case bool():
            return str(int(value))
        case int():
            return str(value) if -_TOO_BIG < value < _TOO_BIG else Reason.BIG
        case float():
            return repr(value) if math.isfinite(value) else Reason.NO_NUMBER
        case Decimal() if not value.is_finite():
            return Reason.NO_NUMBER
        case Decimal():
            kept = value if scale is None else round(value, scale)
            whole = kept == kept.to_integral_value()
            return Reason.BIG if whole and abs(kept) >= _TOO_BIG else format(kept, "f")
        case str():
            return _number(Decimal(value.strip()), scale)
        case _:
            return Reason.ODD


def _bool(value: object) -> str | Reason:
    return str(int(value)) if isinstance(value, (int, float)) and value in {0, 1} else Reason.ODD
