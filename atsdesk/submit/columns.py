"""The columns of a spreadsheet of candidates: which field each stands for, and what a cell of it says."""

import difflib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from atsdesk.ats.draft import Contact, Draft, Education, Employment, File, Part, put, value
from atsdesk.ats.form import FileLaw, Form, FormField, Group, Option, Takes
from atsdesk.submit.problem import Problem

JOB = "job_id"
FILE = "file."
"""Before the kind of a file: columns that hold paths."""
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "first_name": ("firstname", "givenname", "forename", "שםפרטי"),
    "last_name": ("lastname", "surname", "familyname", "שםמשפחה"),
    "email": ("email", "emailaddress", "mail", "דואל", "אימייל"),
    "phone": ("phone", "phonenumber", "telephone", "tel", "טלפון"),
    "mobile_phone": ("mobile", "mobilephone", "cell", "cellphone", "נייד"),
    "linkedin_url": ("linkedin", "linkedinurl", "linkedinprofile"),
    "address.country": ("country", "ארץ", "מדינה"),
    "address.city": ("city", "town", "עיר"),
    "note.text": ("note", "notes", "comment", "comments", "הערות"),
    "file.resume": ("resume", "cv", "resumefile", "cvfile", "קורותחיים"),
    JOB: ("job", "jobid", "position", "requisition", "משרה"),
}
PARTS: Mapping[str, type[Part]] = {
    "more_emails": Contact,
    "more_phones": Contact,
    "addresses": Contact,
    "websites": Contact,
    "educations": Education,
    "employments": Employment,
}
LIKENESS = 0.8
_YES = frozenset(("yes", "y", "true", "1", "x", "✓", "כן"))
_NO = frozenset(("no", "n", "false", "0", "-", "לא"))


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a spreadsheet can stand for."""

    key: str
    label: str
    field: FormField | None = None


def columns(form: Form, law: FileLaw) -> list[Column]:
    """All that a column can stand for, in the form's order; of parts that come several times, the first."""
    found = [Column(JOB, "Job")]
    for section in form.sections:
        for one in section.fields:
            if isinstance(one, Group):
                found += [
                    Column(f"{one.key}[0].{inner.key}", f"{one.label}: {inner.label}", inner)
                    for inner in one.fields
                ]
            elif one.takes is Takes.FILE:
                found.append(Column(f"{FILE}{one.key}", one.label, one))
            else:
                apart = one.label in ("Full name", "Phone", "E-mail") and "." in one.key
                found.append(Column(one.key, f"{section.label}: {one.label}" if apart else one.label, one))
    return found + [Column(f"{FILE}{place.kind}", place.label) for place in law.places if place.supported]


def plain(header: str) -> str:
    """A header without case, spaces and signs."""
    return re.sub(r"[\W_]+", "", header.casefold())


def guess(headers: Sequence[str], known: Sequence[Column]) -> dict[str, str]:
    """Keys by header, for those that say what they are, or nearly; a key is given once."""
    names: dict[str, str] = {}
    for column in known:
        for name in (column.key, column.label, *SYNONYMS.get(column.key, ())):
            names.setdefault(plain(name), column.key)
    found: dict[str, str] = {}
    for near in (False, True):
        for header in headers:
            word = plain(header)
            close = difflib.get_close_matches(word, names, 1, LIKENESS) if near else [word]
            key = names.get(close[0]) if close else None
            if header not in found and key and key not in found.values():
                found[header] = key
    return found


Cells = Mapping[str, str]
"""Cells by the key of their column."""


def draft_of(
    cells: Cells,
    known: Mapping[str, Column],
    start: Draft,
    offered: Callable[[FormField, Draft], Sequence[Option]],
) -> tuple[Draft, list[Problem]]:
    """A draft from a row, and what could not be read of it. `start` holds what all rows share."""
    draft, problems = start, []
    for key, text in cells.items():
        field = known[key].field
        if key.startswith(FILE):
            kind = key.removeprefix(FILE)
            question = kind.removeprefix("answers.") if kind.startswith("answers.") else ""
            paths = [path.strip() for path in text.split(";") if path.strip()]
            made = tuple(File(path, "answer" if question else kind, question=question) for path in paths)
            draft = put(draft, "files", (*draft.files, *made))
        elif field is None:
            draft = put(draft, key, text)
        else:
            try:
                said = _said(field, text, draft, offered)
            except ValueError as error:
                problems.append(Problem(key, "cell", f"{field.label}: {error}", "Correct the cell."))
                continue
            draft = _put(draft, key, said)
    return draft, problems


def _put(draft: Draft, key: str, said: Any) -> Draft:
    group, inner, name = key.partition("[0].")
    if not inner:
        return put(draft, key, said)
    parts = value(draft, group)
    if not parts:
        parts = (PARTS[group](),)
    return put(draft, group, (put(parts[0], name, said), *parts[1:]))


def _said(
    field: FormField, text: str, draft: Draft, offered: Callable[[FormField, Draft], Sequence[Option]]
) -> Any:
    """What a cell says; raises `ValueError` with the reason."""
    if field.takes is Takes.YES_NO:
        return _yes_no(text)
    if field.takes is Takes.NUMBER:
        return _number(text)
    if field.takes is Takes.JSON:
        return _json(text)
    if field.takes is Takes.CHOICE:
        return _choice(text, offered(field, draft))
    several = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if field.takes is Takes.MULTI:
        made = [_choice(part, offered(field, draft)) for part in several]
        return made if field.key.startswith("answers.") or "_fields." in field.key else tuple(made)
    if field.takes in (Takes.TEXTS, Takes.URLS):
        return tuple(several)
    return text


def _yes_no(text: str) -> bool:
    word = text.strip().casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError(f'"{text}" is neither yes nor no.')


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "").replace(" ", ""))
    except ValueError:
        raise ValueError(f'"{text}" is not a number.') from None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("the cell is not JSON.") from None


def _choice(text: str, options: Sequence[Option]) -> str | bool:
    """A choice by its value or, whatever its case, its label."""
    for one in options:
        if one.value == text:
            return one.value
    same = [one.value for one in options if one.label.casefold() == text.casefold()]
    if len(same) == 1:
        return same[0]
    if same:
        raise ValueError(f'"{text}" is the name of {len(same)} choices: give the id.')
    labels = {one.label.casefold(): one.label for one in options}
    near = difflib.get_close_matches(text.casefold(), labels, 1)
    if options:
        hint = f'did you mean "{labels[near[0]]}"?' if near else "it is not among the choices."
        raise ValueError(f'"{text}": {hint}')
    return text
