"""Screening questions and what was answered (S:T1). An answer is one of four."""

from typing import Any

from atsdesk.sandbox.smartrecruiters import ids

CATEGORY = "preliminary"
QUESTION = ids.uuid("question", "authorised")
FIELD = "authorised"
ANSWERS = ("Yes", "No", "Yes, with a permit", "כן")
VALUES = tuple(f"{FIELD}-{number}" for number in range(len(ANSWERS)))


def answered(number: int) -> list[dict[str, Any]]:
    """The answers of one application."""
    value = {"id": VALUES[number], "label": ANSWERS[number]}
    field = {"id": FIELD, "label": "May you work here?", "values": [value]}
    return [
        {
            "id": QUESTION,
            "type": "radio",
            "category": CATEGORY,
            "name": FIELD,
            "label": "May you work in the country of this job?",
            "records": [{"fields": [field]}],
        }
    ]


def answers(categories: list[str], fields: list[str], values: list[str]) -> list[int] | None:
    """The answers that fit what is asked; nothing when nothing is asked."""
    if not (categories or fields or values):
        return None
    if (categories and CATEGORY not in categories) or (fields and FIELD not in fields):
        return []
    return [number for number, value in enumerate(VALUES) if not values or value in values]
