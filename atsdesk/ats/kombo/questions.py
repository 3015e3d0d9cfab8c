"""The screening questions of a job as fields of the form. Facts: the Kombo contract, "Job", "Screening questions"."""

import html
import re
from typing import Any

import msgspec

from atsdesk.ats.form import FilePlace, FormField, Option, Takes, When

PART = "answers"


class _Choice(msgspec.Struct):
    id: str
    name: str | None = None


class _Format(msgspec.Struct):
    type: str
    display_type: str | None = None
    max_length: int | None = None
    min: float | None = None
    max: float | None = None
    options: list[_Choice] | None = None
    accepted_mime_types: list[str] | None = None
    max_file_size_bytes: int | None = None


class _Question(msgspec.Struct):
    id: str
    title: str | None = None
    description: str | None = None
    required: bool | None = None
    index: int | None = None
    precondition_question_id: str | None = None
    precondition_options: list[Any] | None = None
    format: _Format | None = None


class _Job(msgspec.Struct):
    screening_questions: list[_Question] | None = None


_TEXTS = {"MULTI_LINE": Takes.LONG_TEXT, "EMAIL": Takes.EMAIL, "URL": Takes.URL}
_TAKES = {
    "NUMBER": Takes.NUMBER,
    "FILE": Takes.FILE,
    "SINGLE_SELECT": Takes.CHOICE,
    "MULTI_SELECT": Takes.MULTI,
    "BOOLEAN": Takes.YES_NO,
    "DATE": Takes.DAY,
}
_TAG = re.compile(r"<[^>]*>")


def questions(record: bytes) -> tuple[FormField, ...]:
    """What a job asks, from its record; text blocks ask nothing, and what is of an unknown kind cannot be answered."""
    asked = msgspec.json.decode(record, type=_Job).screening_questions or []
    places = {one.id: place for place, one in enumerate(asked)}
    asked.sort(key=lambda one: (one.index is None, one.index or 0, places[one.id]))
    return tuple(_field(one, one.format) for one in asked if one.format and _takes(one.format))


def _takes(shape: _Format) -> Takes | None:
    return (
        _TEXTS.get(shape.display_type or "", Takes.TEXT) if shape.type == "TEXT" else _TAKES.get(shape.type)
    )


def _field(one: _Question, shape: _Format) -> FormField:
    takes, title = _takes(shape) or Takes.TEXT, one.title or one.id
    types, most = tuple(shape.accepted_mime_types or ()), shape.max_file_size_bytes or 0
    return FormField(
        f"{PART}.{one.id}",
        title,
        takes,
        required=bool(one.required),
        demanded=False,  # CONFIRMED is that some tools refuse an application without the answer, not that all do
        limit=shape.max_length or 0,
        least=shape.min,
        most=shape.max,
        options=tuple(Option(choice.id, choice.name or choice.id) for choice in shape.options or ()),
        when=_when(one),
        file=FilePlace("answer", title, media_types=types, each_bytes=most) if takes is Takes.FILE else None,
        hint=html.unescape(_TAG.sub(" ", one.description or "")).strip(),
    )


def _when(one: _Question) -> tuple[When, ...]:
    if not one.precondition_question_id or one.precondition_options is None:
        return ()
    return (When(f"{PART}.{one.precondition_question_id}", tuple(one.precondition_options)),)
