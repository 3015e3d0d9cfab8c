"""How a cell reads and looks, by the column it is in."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from atsdesk.rows import Value
from atsdesk.store.tables import Kind
from atsdesk.store.views import ViewColumn
from atsdesk.ui import formats, words

TWICE = 2.0
"""Times its limit from which a step is marked as badly stuck."""
WHOLE = 2.0**53
"""Up to here a float is exactly the whole number it stands for."""
Index = QModelIndex | QPersistentModelIndex


class Look(Enum):
    TEXT = "text"
    STRONG = "strong"
    CHIP = "chip"
    TIME = "time"
    DAYS = "days"
    LTR = "ltr"
    WORD = "word"
    TICK = "tick"


_LOOKS = {
    "name": Look.STRONG,
    "candidate": Look.STRONG,
    "exposed": Look.TICK,
    "openness": Look.CHIP,
    "status": Look.CHIP,
    "state": Look.CHIP,
    "when": Look.CHIP,
    "response": Look.CHIP,
    "candidate_response": Look.CHIP,
    "feedback": Look.CHIP,
    "rating": Look.WORD,
    "days_in_step": Look.DAYS,
    "email": Look.LTR,
    "phone": Look.LTR,
    "account_id": Look.LTR,
}


def strain(days: object, limit: object) -> str:
    """The tone of days in a step: warm from their limit on, bad from twice the limit, "" below."""
    if not isinstance(days, int | float) or not isinstance(limit, int | float) or days < limit:
        return ""
    return "bad" if days >= TWICE * limit else "warm"


def look(column: ViewColumn) -> Look:
    return _LOOKS.get(column.key) or (Look.TIME if column.kind in {Kind.TIME, Kind.DAY} else Look.TEXT)


def text(column: ViewColumn, value: Value) -> str:
    """What a cell reads."""
    if value is None:
        return ""
    match look(column):
        case Look.TIME:
            return formats.day(value) if column.kind is Kind.DAY else formats.relative(value)
        case Look.DAYS:
            return formats.days(value)
        case Look.CHIP:
            return words.word(str(value))
        case Look.WORD:
            return words.resource(str(value))
    if column.kind is Kind.BOOL and value in {0, 1}:
        return words.word("yes" if value else "no")
    if isinstance(value, float):
        return formats.number(int(value) if value.is_integer() and abs(value) < WHOLE else value)
    return formats.one_line(str(value))


def tip(column: ViewColumn, value: Value) -> str:
    """What hovering tells: the exact time, or the whole text."""
    if value is None or value == "":
        return ""
    if look(column) is Look.TIME:
        return formats.exact(value)
    return formats.tip(str(value)) if look(column) in {Look.TEXT, Look.STRONG, Look.LTR} else ""


def copied(column: ViewColumn, value: Value) -> str:
    """What a cell becomes in a spreadsheet."""
    if value is None:
        return ""
    if look(column) is Look.TIME:
        return formats.plain_moment(value) if column.kind is Kind.TIME else str(value)
    if column.kind is Kind.BOOL:
        return text(column, value)
    return words.word(str(value)) if look(column) is Look.CHIP else str(value)
