"""What a change does to records that show the changed one: some match `updated_after`, others only look new.

Source: Kombo documentation, "updated_after" (CONFIRMED table). A record matches for its own changes and for changes
one step away, as far as the table lists them.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple


class Ripple(NamedTuple):
    """Which records of a model show the changed one, and whether that makes them match."""

    model: str
    where: str
    matches: bool


_APPLICATIONS_OF_JOB = "application_id IN (SELECT id FROM applications WHERE job_id = :id)"
_SHOWN_TAG = "instr(tags, ',' || :id || ',')"

RIPPLES: dict[str, tuple[Ripple, ...]] = {
    "applications": (
        Ripple("candidates", "id = (SELECT candidate_id FROM applications WHERE id = :id)", True),
        Ripple("interviews", "application_id = :id", True),
        Ripple("offers", "application_id = :id", True),
    ),
    "candidates": (
        Ripple("applications", "candidate_id = :id", True),
        Ripple(
            "interviews", "application_id IN (SELECT id FROM applications WHERE candidate_id = :id)", False
        ),
        Ripple("offers", "application_id IN (SELECT id FROM applications WHERE candidate_id = :id)", False),
    ),
    "interviews": (
        Ripple("applications", "id = (SELECT application_id FROM interviews WHERE id = :id)", True),
    ),
    "offers": (Ripple("applications", "id = (SELECT application_id FROM offers WHERE id = :id)", True),),
    "jobs": (
        Ripple("applications", "job_id = :id", False),
        Ripple("candidates", "id IN (SELECT candidate_id FROM applications WHERE job_id = :id)", False),
        Ripple("interviews", _APPLICATIONS_OF_JOB, False),
        Ripple("offers", _APPLICATIONS_OF_JOB, False),
    ),
    "application_stages": (
        Ripple("jobs", "1", False),
        Ripple("applications", "stage_id = :id", False),
        Ripple("candidates", "id IN (SELECT candidate_id FROM applications WHERE stage_id = :id)", False),
    ),
    "users": (
        Ripple("jobs", "1", False),
        Ripple("interviews", "instr(users, ',' || :id || ',')", False),
        Ripple("notes", "author_id = :id", False),
        Ripple("scorecards", "author_id = :id", False),
    ),
    "tags": (
        Ripple("candidates", _SHOWN_TAG, False),
        Ripple("applications", f"candidate_id IN (SELECT id FROM candidates WHERE {_SHOWN_TAG})", False),
    ),
}


def spread(db: sqlite3.Connection, model: str, record_id: str, now: int, own: bool) -> None:
    """Marks what shows the record; `own` says that the record itself changed and not only what is nested in it."""
    for ripple in RIPPLES.get(model, ()):
        touched = ", touched = :now" if own and ripple.matches else ""
        db.execute(
            f"UPDATE {ripple.model} SET stale = 1{touched} WHERE ({ripple.where}) AND NOT purged",
            {"id": record_id, "now": now},
        )


def below(model: str) -> Iterable[tuple[str, str]]:
    """Which models hang on a record of this one and go with it, and the column that says so."""
    if model == "candidates":
        yield from ((name, "candidate_id") for name in ("applications", "notes", "scorecards", "attachments"))
    elif model == "applications":
        yield from ((name, "application_id") for name in ("interviews", "offers", "notes", "scorecards"))
