"""Answers that arrive whole and are wrong inside: faults in the data, for any system with lists."""

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from atsdesk.sandbox.faults import Fault

Record = dict[str, Any]
DEEP = "Z̷̢̛͎͐ö̶́e\u202e‎👩🏽‍🚀 ﷽\u0000נֹעַ"  # marks, direction, joined emoji, a ligature, U+0000


@dataclass(frozen=True)
class Shape:
    """Where to find things in the answers of one system."""

    lists: tuple[str, ...]  # members that hold the list; none for a bare array
    key: str
    name: str
    times: tuple[str, ...]
    status: str
    next_page: str


def records_of(answer: Any, shape: Shape) -> list[Any]:
    """The list of an answer, or the answer itself as its only record."""
    if isinstance(answer, list):
        return answer
    for member in shape.lists:
        if isinstance(answer.get(member), list):
            found: list[Any] = answer[member]
            return found
    return [answer]


def victim(answer: Any, shape: Shape) -> Record | None:
    """The record in the middle that is more than a stub."""
    records = [record for record in records_of(answer, shape) if isinstance(record, dict)]
    whole = [record for record in records if shape.name in record or len(record) > 2]
    return whole[len(whole) // 2] if whole else None


def _nan(record: Record, fault: Fault, shape: Shape) -> None:
    record["score"] = math.nan


def _nulls(record: Record, fault: Fault, shape: Shape) -> None:
    for member in record:
        if member != shape.key:
            record[member] = None


def _wrong_types(record: Record, fault: Fault, shape: Shape) -> None:
    for member, value in record.items():
        if member == shape.key:
            continue
        if isinstance(value, str):
            record[member] = 17
        elif isinstance(value, list):
            record[member] = "none"
        elif isinstance(value, dict):
            record[member] = ["?"]
        else:
            record[member] = {"is": value}


def _unknown_members(record: Record, fault: Fault, shape: Shape) -> None:
    record["novelty"] = {"since": "2026-01-01T00:00:00Z", "parts": [1, 2.5, None, {"deep": [True]}]}
    record["x" * 300] = "a very long name"


def _surrogate(record: Record, fault: Fault, shape: Shape) -> None:
    record[shape.name] = "Half \ud83d pair"


def _deep_unicode(record: Record, fault: Fault, shape: Shape) -> None:
    record[shape.name] = DEEP


def _long_text(record: Record, fault: Fault, shape: Shape) -> None:
    record[shape.name] = "long " * int(fault.number(100) * 200)


def _big_numbers(record: Record, fault: Fault, shape: Shape) -> None:
    record["number"] = 2**63
    record["bigger"] = 10**40
    record["float"] = 1.7976931348623157e308


def _absurd_dates(record: Record, fault: Fault, shape: Shape) -> None:
    absurd = ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-02-30T25:61:00Z", "soon", "")
    for number, member in enumerate(shape.times):
        if member in record:
            record[member] = absurd[number % len(absurd)]


def _unknown_status(record: Record, fault: Fault, shape: Shape) -> None:
    record[shape.status] = "Quantum hold"


def _no_key(record: Record, fault: Fault, shape: Shape) -> None:
    record.pop(shape.key, None)


ONE: dict[str, Callable[[Record, Fault, Shape], None]] = {
    "nan": _nan,
    "nulls": _nulls,
    "wrong-types": _wrong_types,
    "unknown-members": _unknown_members,
    "surrogate": _surrogate,
    "deep-unicode": _deep_unicode,
    "long-text": _long_text,
    "big-numbers": _big_numbers,
    "absurd-dates": _absurd_dates,
    "unknown-status": _unknown_status,
    "no-key": _no_key,
}


def distort(fault: Fault, answer: Any, shape: Shape) -> Any:
    """Changes the answer in place as the fault says; a fault of another kind changes nothing."""
    records = records_of(answer, shape)
    record = victim(answer, shape)
    if fault.kind in ONE:
        if record is not None:
            ONE[fault.kind](record, fault, shape)
    elif fault.kind == "all-nulls":
        for each in records:
            _nulls(each, fault, shape)
    elif fault.kind == "twice":
        if record is not None:
            records.append(json.loads(json.dumps(record)))
    elif fault.kind == "not-objects":
        records[len(records) // 2 : len(records) // 2] = [17, "text", None]
    elif fault.kind == "nothing":
        records.clear()
        if isinstance(answer, dict) and shape.next_page in answer:
            answer[shape.next_page] = None
    return answer


def duplicate_keys(text: str, shape: Shape) -> str:
    """The first record gets its name twice."""
    return text.replace(f'{{"{shape.key}"', f'{{"{shape.name}": "Twice", "{shape.key}"', 1)
