"""The files that an ATS holds: what is known of one, and the link that leads to it for a while."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from atsdesk.errors import GoneError, TransientError

if TYPE_CHECKING:
    from atsdesk.net.client import Client


@dataclass(frozen=True, slots=True)
class FileWanted:
    """A file by its id, with the candidate and the application it belongs to, as far as they are known."""

    id: str
    name: str
    candidate_id: str
    application_id: str


@dataclass(frozen=True, slots=True)
class FileLink:
    """Where a file lies. A link lives for minutes or days, so that it is read whenever it is needed and never kept."""

    url: str
    needs_key: bool = False
    """It is part of the API and wants the account's credentials; any other gets none."""


ReadLink = Callable[["Client", FileWanted], FileLink]
"""Asks the ATS for a file's link; raises `GoneError` where it has no such file, and what a request may raise."""


def listed(body: bytes, *members: str) -> Sequence[dict[str, Any]]:
    """The objects in the list to which these members of an answer lead; raises `TransientError` for no such answer."""
    try:
        found = msgspec.json.decode(body)
        for member in members:
            found = found[member]
        return [one for one in found if isinstance(one, dict)]
    except (msgspec.DecodeError, KeyError, TypeError) as error:
        raise TransientError(
            "The ATS's answer was cut short or is not what was asked for.", "Try again later."
        ) from error


def link_of(files: Sequence[dict[str, Any]], wanted: FileWanted, name: str, url: Sequence[str]) -> str:
    """The link of the file of this id; of this name where ids are others than before and only one has it."""
    same = [one for one in files if str(one.get("id")) == wanted.id]
    same = same or [one for one in files if wanted.name and one.get(name) == wanted.name]
    found: Any = same[0] if len(same) == 1 else None
    for member in url:
        found = found.get(member) if isinstance(found, dict) else None
    if not isinstance(found, str) or not found:
        raise no_file(wanted)
    return found


def no_file(wanted: FileWanted) -> GoneError:
    """What to say where the ATS no longer has a file, or does not show it."""
    return GoneError(
        "The ATS no longer has this file, or does not show it to this key.",
        "Sync the account to see which files there are; look in the ATS itself for the file.",
        concerns=wanted.id,
    )
