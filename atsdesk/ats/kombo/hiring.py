"""From Kombo's interviews, offers and scorecards to rows."""

import datetime as dt

from atsdesk.ats.kombo.records import Interview, Offer, Scorecard
from atsdesk.ats.kombo.texts import (
    FIELD_SHAPE,
    VALUE_SHAPE,
    Times,
    custom_values,
    full_name,
    is_gone,
    place_of,
    responses,
    status_of,
    text_of,
)
from atsdesk.rows import Rows

INTERVIEW_SHAPE = {
    "interviews": (
        "id",
        "event_id",
        "application_id",
        "stage_id",
        "title",
        "type",
        "status",
        "status_raw",
        "starts_at",
        "ends_at",
        "hours",
        "location",
        "video_url",
        "created_at",
        "updated_at",
    ),
    "interviewers": ("id", "interview_id", "user_id", "name", "email"),
}
INTERVIEW_OWNS = {"interviewers": "interview_id"}
OFFER_SHAPE = {
    "custom_fields": FIELD_SHAPE,
    "offers": (
        "id",
        "application_id",
        "status",
        "status_raw",
        "starts_on",
        "created_at",
        "updated_at",
    ),
    "custom_values": VALUE_SHAPE,
}
SCORECARD_SHAPE = {
    "scorecards": (
        "id",
        "application_id",
        "interview_id",
        "interviewer_id",
        "submitter_id",
        "status",
        "rating",
        "notes",
        "submitted_at",
        "created_at",
        "updated_at",
    )
}

OFFER_STATUS = {
    name: name.lower() for name in ("DRAFT", "APPROVED", "SENT", "ACCEPTED", "DECLINED", "ABANDONED")
}
OVERALL = "overall"
"""INFERRED: the entry of a scorecard whose label begins so is the verdict."""


def interview_rows(one: Interview, rows: Rows) -> None:
    """An appointment with those who hold it. Kombo says only whether it was canceled, not whether it was held.

    Candidate and job are those of the application, filled in later: what is nested here goes stale.
    """
    if is_gone(one, rows):
        return
    identity = str(one.id)
    times = Times("An interview", identity, rows)
    starts, ends = times.at("starting_at", one.starting_at), times.at("ending_at", one.ending_at)
    where, video = place_of(one.location), one.video_conferencing_url
    rows.entities["interviews"][identity] = (
        identity,
        identity,
        text_of(one.application_id),
        text_of(one.stage_id),
        one.title,
        "video" if video else "onsite" if where else None,
        {True: "canceled", False: "scheduled", None: "unknown"}[one.canceled],
        "canceled" if one.canceled else None,
        starts,
        ends,
        _hours(starts, ends),
        where,
        video,
        *times.both(one),
    )
    for user in one.users or ():
        if user:
            row = f"{identity}:{text_of(user.id) or user.email or ''}"
            name = full_name(user.first_name, user.last_name) or user.email
            rows.entities["interviewers"][row] = (row, identity, text_of(user.id), name, user.email)


def _hours(starts: str | None, ends: str | None) -> float | None:
    if not starts or not ends or ends < starts:
        return None
    length = dt.datetime.fromisoformat(ends) - dt.datetime.fromisoformat(starts)
    return round(length.total_seconds() / 3600, 2)


def offer_rows(one: Offer, rows: Rows) -> None:
    """An offer; Kombo tells no salary (CONFIRMED)."""
    if is_gone(one, rows):
        return
    identity = str(one.id)
    times = Times("An offer", identity, rows)
    rows.entities["offers"][identity] = (
        identity,
        text_of(one.application_id),
        status_of(one.status, OFFER_STATUS, "An offer", identity, rows),
        one.status,
        times.day("employment_start_date", one.employment_start_date),
        *times.both(one),
    )
    custom_values(one.custom_fields, "offers", identity, rows)


def scorecard_rows(one: Scorecard, rows: Rows) -> None:
    """What somebody thought: the verdict, and all answers, one a line."""
    if is_gone(one, rows):
        return
    identity = str(one.id)
    given = list(responses(one.responses))
    created, updated = Times("A scorecard", identity, rows).both(one)
    author = text_of(one.author_id)
    rows.entities["scorecards"][identity] = (
        identity,
        text_of(one.application_id),
        text_of(one.interview_id),
        author,
        author,
        "complete",
        next((answer for label, answer in given if label.lower().startswith(OVERALL)), None),
        "\n".join(f"{label}: {answer}" for label, answer in given) or None,
        created,
        created,
        updated,
    )
