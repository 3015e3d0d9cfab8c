"""Texts out of Kombo's objects: ids, names, places, answers, custom values, times."""

from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from typing import Any

import msgspec

from atsdesk.ats.kombo.records import Dated, Location, Synced
from atsdesk.ats.moments import moment
from atsdesk.rows import Odd, Row, Rows

Id = str | int | None

ANSWER_MEMBERS = ("content", "choice", "choices", "checked", "number", "date", "raw")
"""Where an answer stands, by type of question (Application, CONFIRMED)."""
ONLY_AS_WIPED = frozenset({"id", "remote_id", "changed_at", "remote_deleted_at", "candidate_id"})
"""What an object still has when its content was wiped, 14 days after its deletion; which it keeps is INFERRED."""


def text_of(identity: Id) -> str | None:
    """An id as text; a number beyond 2^53 keeps all its digits."""
    return None if identity is None or identity == "" else str(identity)


def full_name(first: str | None, last: str | None) -> str | None:
    return " ".join(part for part in (first, last) if part) or None


def place_of(place: Location | None) -> str | None:
    """A place as one line."""
    if place is None:
        return None
    return (
        place.raw
        or ", ".join(
            part for part in (place.street_1, place.street_2, place.zip_code, place.city, place.state) if part
        )
        or place.country
    )


def is_wiped(record: Synced) -> bool:
    """Whether nothing is left of an object but its ids: it was deleted (14-day purge, wording INFERRED)."""
    return all(
        getattr(record, name) in (None, [], {})
        for name in record.__struct_fields__
        if name not in ONLY_AS_WIPED
    )


def is_gone(record: Synced, rows: Rows) -> bool:
    """Note an object that the ATS marks as deleted; whether nothing of it can be taken.

    One that still has its content is taken, for whoever has not known it before.
    """
    wiped = is_wiped(record)
    if record.remote_deleted_at or wiped:
        rows.marked.append(str(record.id))
    return wiped


def plain(value: Any) -> str | None:
    """Any JSON value as text; nothing for what says nothing."""
    if value in (None, "", [], {}):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return msgspec.json.encode(value).decode()


def answers(given: list[Any] | None) -> str | None:
    """Answers to screening questions, one a line."""
    lines = []
    for one in given or ():
        if not isinstance(one, dict):
            continue
        question, answer = one.get("question"), one.get("answer")
        title = question.get("title") if isinstance(question, dict) else None
        said = answer if not isinstance(answer, dict) else _member(answer, ANSWER_MEMBERS)
        if (text := plain(said)) is not None:
            lines.append(f"{title or '?'}: {text}")
    return "\n".join(lines) or None


def responses(given: list[Any] | None) -> Iterable[tuple[str, str]]:
    """Label and answer of each entry of a scorecard."""
    for one in given or ():
        if isinstance(one, dict):
            label, answer = one.get("label"), one.get("answer")
            if isinstance(answer, list):
                answer = [_labelled(part) for part in answer]
            if (text := plain(_labelled(answer))) is not None:
                yield str(label or "?"), text


def _labelled(answer: Any) -> Any:
    return answer.get("label") if isinstance(answer, dict) and "label" in answer else answer


def _member(answer: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((answer[name] for name in names if name in answer), answer)


def custom_values(fields: Mapping[str, Any] | None, table: str, identity: str, rows: Rows) -> None:
    """The custom fields of a row, as definitions and values; keys are chosen in Kombo's dashboard."""
    found: list[Row] = []
    for key, value in (fields or {}).items():
        field = f"{table}.{key}"
        rows.entities["custom_fields"][field] = (field, key, key.replace("_", " "), table, "text")
        if (text := plain(value)) is not None:
            found.append((f"{table}.{identity}:{key}", table, identity, field, key, text))
    rows.owned["custom_values"][identity] = found


FIELD_SHAPE = ("id", "key", "name", "applies_to", "type")
VALUE_SHAPE = ("id", "applies_to", "row_id", "field_id", "key", "value")


class Times:
    """Reads the times of one object; what cannot be right is left blank and noted."""

    def __init__(self, what: str, identity: str, rows: Rows) -> None:
        self._what, self._identity, self._rows = what, identity, rows

    def at(self, member: str, text: str | None) -> str | None:
        try:
            return moment(text)
        except ValueError:
            title = f"{self._what} has a {member} that is no usable date."
            hint = f'"{text}" was left blank; correct it in the ATS.'
            self._rows.odd.append(Odd(self._identity, title, hint))
            return None

    def day(self, member: str, text: str | None) -> str | None:
        at = self.at(member, text)
        return at[:10] if at else None

    def both(self, record: Dated) -> tuple[str | None, str | None]:
        """When the ATS created the object, and changed it last."""
        return (
            self.at("remote_created_at", record.remote_created_at),
            self.at("remote_updated_at", record.remote_updated_at),
        )


def status_of(word: str | None, known: Mapping[str, str], what: str, identity: str, rows: Rows) -> str:
    """One of our words for one of Kombo's; a word that nobody knows is noted and called unknown."""
    status = known.get(word.strip().upper()) if word else None
    if status is None and word:
        title = f'{what} has the status "{word}", which ATS Desk does not know.'
        rows.odd.append(
            Odd(identity, title, "It is kept as it came and shown as unknown. An update may know it.")
        )
    return status or "unknown"


def without_markup(html: str | None) -> str | None:
    """The words of a text with HTML in it; paragraphs and breaks become lines."""
    if html is None or ("<" not in html and "&" not in html):
        return html
    reader = _Words()
    reader.feed(html)
    reader.close()
    lines = ("".join(reader.parts)).splitlines()
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._silent += tag in ("script", "style")
        if tag in ("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style") and self._silent > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)
