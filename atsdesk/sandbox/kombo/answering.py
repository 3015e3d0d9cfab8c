"""What candidates answer to screening questions, as it is read: texts of options, never their ids.

Source: Kombo documentation, "Application" (CONFIRMED); FILE never appears.
"""

import random
from typing import Any

from msgspec import UNSET, UnsetType

from atsdesk.sandbox.kombo import times
from atsdesk.sandbox.kombo.parts import Answer, Question


def answers(rng: random.Random, asked: list[Question], at: int) -> list[Answer] | None | UnsetType:
    """Answers of somebody who filled in the form, or not."""
    draw = rng.random()
    if draw > 0.6:
        return ([], None, UNSET)[int(draw * 300) % 3]
    pick = int(draw * 1000)
    given = []
    for question in asked:
        said = _said(question, pick, at)
        if said is not None:
            given.append(answer(question, said))
    return given


def answer(question: Question, said: dict[str, Any]) -> Answer:
    """An answer beside its question."""
    kind = (question.format or {"type": "UNKNOWN"})["type"]
    return Answer(said, {"remote_id": question.remote_id, "title": question.title or "", "type": kind})


def _said(question: Question, pick: int, at: int) -> dict[str, Any] | None:
    shape = question.format or {}
    names = [option["name"] for option in shape.get("options", ())]
    match shape.get("type"):
        case "TEXT":
            return {"content": "Blue Card"} if pick % 3 == 0 else None
        case "NUMBER":
            return {"number": pick % 12}
        case "SINGLE_SELECT":
            return {"choice": names[pick % len(names)]}
        case "MULTI_SELECT":
            return {"choices": names[: 1 + pick % len(names)]}
        case "BOOLEAN":
            return {"checked": (True, False, None)[pick % 3]}
        case "DATE":
            return {"date": times.day(at + 30 * times.DAY)}
        case "UNKNOWN":
            return {"raw": {"rows": [pick % 3]}} if pick % 2 else None
    return None
