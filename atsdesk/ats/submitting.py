"""What sending a candidate into an ATS is made of. Each vendor declares its steps once; one driver takes them all."""

import base64
import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from atsdesk.ats.draft import Draft
from atsdesk.errors import DeskError
from atsdesk.net.answer import Answer

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One file with its bytes; `kind` and `question` as in `draft.File`."""

    kind: str
    name: str
    media_type: str
    content: bytes = field(repr=False)
    question: str = ""

    @property
    def packed(self) -> str:
        """The bytes in base64."""
        return base64.b64encode(self.content).decode()


@dataclass(frozen=True, slots=True)
class Parcel:
    """One submission as its steps see it: the draft, its files, and what has been made so far."""

    key: str
    """Made here before the first byte, and kept in all tries."""
    draft: Draft = field(repr=False)
    files: Sequence[Enclosure] = ()
    candidate_id: str = ""
    application_id: str = ""
    since: str = ""
    """A moment before anything of it was sent, by the ATS's clock."""

    def of_kind(self, *kinds: str) -> list[Enclosure]:
        return [one for one in self.files if one.kind in kinds]

    @property
    def email(self) -> str:
        return self.draft.email.strip().lower()

    def is_named(self, first: object, last: object) -> bool:
        """Whether somebody has the draft's first and last name."""
        ours = f"{self.draft.first_name} {self.draft.last_name}"
        return ours.casefold().split() == f"{first or ''} {last or ''}".casefold().split()


def said(**values: Any) -> dict[str, Any]:
    """Those of these that say something, in this order."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, ())}


@dataclass(frozen=True, slots=True)
class Body:
    """What a request carries."""

    content: bytes = field(repr=False)
    media_type: str = JSON


def as_json(document: object) -> Body:
    """A document without needless blanks, as the contract's samples are when their blanks are left out."""
    return Body(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode())


def as_form(fields: Mapping[str, str], file: Enclosure, boundary: str) -> Body:
    """A form with one file."""
    lines = b""
    for name, value in fields.items():
        lines += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    name = file.name.replace("\\", "_").replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    lines += (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        f"Content-Type: {file.media_type}\r\n\r\n"
    ).encode()
    return Body(
        lines + file.content + f"\r\n--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
    )


@dataclass(frozen=True, slots=True)
class Match:
    """Something in the ATS that a step may have made, or that is much like it."""

    id: str
    candidate_id: str = ""
    application_id: str = ""
    name: str = ""
    url: str = ""
    here: bool = False
    """It is the same person on the same job, and still under way: one more would be one too many."""
    known: bool = False
    """It is the same person, not on the job, who could get one more application instead of coming twice."""
    ours: bool = True
    """It holds what the step sends: where it was not there before, the step has made it."""


@dataclass(frozen=True, slots=True)
class Made:
    """It is in the ATS now."""

    id: str
    candidate_id: str = ""
    application_id: str = ""
    warnings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Exists:
    """The ATS has the same already, and did not do it twice."""

    error: DeskError


@dataclass(frozen=True, slots=True)
class Refused:
    """The ATS did not do it; `field` is what it is about, as in the draft, "" where it does not say."""

    error: DeskError
    field: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """The answer does not say whether it was done."""

    title: str


@dataclass(frozen=True, slots=True)
class Later:
    """It was not done, and may be asked for again."""

    title: str


Verdict = Made | Exists | Refused | Unclear | Later
Get = Callable[[str, Mapping[str, str] | None, Mapping[str, str]], Any]
"""GETs a path with query parameters and headers and returns the JSON, decoded; None where there is no such thing.

Raises what a request may raise, `RefusedError` where the key may not ask.
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One sort of request. A submission takes `count` of them; `part` in what follows is which, from 0."""

    name: str
    label: Callable[[Parcel, int], str]
    count: Callable[[Parcel], int]
    path: Callable[[Parcel], str]
    body: Callable[[Parcel, int], Body]
    judge: Callable[[Parcel, int, Answer], Verdict]
    """What an answer means; 429 and expired credentials do not come here."""
    find: Callable[[Parcel, int, Get], list[Match] | None] | None = None
    """What in the ATS looks like it; None where nothing is known that could be looked for."""
    whole: Callable[[Parcel, Get], Made | None] | None = None
    """Ids that the answer left out, once it is there; None where the ATS does not show them yet."""
    fresh: Callable[[Parcel], bool] = lambda parcel: False
    """Whether it goes to what this submission made, so that nothing can look like it before."""
    guarded: bool = False
    """The ATS refuses a second one with the same key and names the first, so that asking again is safe."""
    certain: bool = True
    """That nothing is found, some time after, means that it was not done."""


@dataclass(frozen=True, slots=True)
class Submitting:
    """How one vendor takes candidates."""

    steps: tuple[Step, ...]
    settles: dt.timedelta
    """How long after the ATS has made something it may not show it."""


def once(wanted: Callable[[Parcel], object]) -> Callable[[Parcel], int]:
    """One request where something is wanted, none otherwise."""
    return lambda parcel: 1 if wanted(parcel) else 0
