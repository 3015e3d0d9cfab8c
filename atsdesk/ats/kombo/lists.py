"""The lists of Kombo that ATS Desk reads, and the columns that one leaves to another."""

from collections.abc import Callable, Sequence

from atsdesk.ats.kombo import company, hiring, people, records
from atsdesk.ats.kombo.finding import MOST_VALUES
from atsdesk.ats.resource import Resource, Since
from atsdesk.rows import BelongsTo, Fill

CHANGED = Since("updated_after")
"""Takes a moment that ends in `Z`, and no other end than now (CONFIRMED)."""


def _by_ids(path: str) -> Callable[[Sequence[str]], tuple[str, dict[str, str]]]:
    """There is no request for a single object: it is a list of one (CONFIRMED by absence)."""
    return lambda ids: (path, {"ids": ",".join(ids), "include_deleted": "true"})


def _resource(name: str, label: str, table: str, **more: object) -> Resource:
    path = f"/ats/{name}"
    return Resource(
        name=name,
        label=label,
        path=path,
        envelope="results",
        key="id",
        table=table,
        changed=CHANGED,
        single=_by_ids(path),
        most_ids=MOST_VALUES,
        **more,  # type: ignore[arg-type]
    )


SENSITIVE = "What colleagues wrote about people is read only where somebody decided so."
RESOURCES = (
    _resource(
        "users", "Users", "users", shape=company.USER_SHAPE, rows=company.user_rows, record=records.User
    ),
    _resource(
        "jobs",
        "Jobs",
        "jobs",
        shape=company.JOB_SHAPE,
        rows=company.job_rows,
        record=records.Job,
        owners={"custom_values": "jobs"},
        owns=company.JOB_OWNS,
    ),
    _resource(
        "candidates",
        "Candidates",
        "candidates",
        shape=people.CANDIDATE_SHAPE,
        rows=people.candidate_rows,
        record=records.Candidate,
        owners={"candidate_tags": "candidates", "custom_values": "candidates"},
        goes_alone=True,
    ),
    _resource(
        "applications",
        "Applications",
        "applications",
        shape=people.APPLICATION_SHAPE,
        rows=people.application_rows,
        record=records.Application,
    ),
    _resource(
        "interviews",
        "Interviews",
        "interviews",
        shape=hiring.INTERVIEW_SHAPE,
        rows=hiring.interview_rows,
        record=records.Interview,
        owns=hiring.INTERVIEW_OWNS,
    ),
    _resource(
        "offers",
        "Offers",
        "offers",
        shape=hiring.OFFER_SHAPE,
        rows=hiring.offer_rows,
        record=records.Offer,
        owners={"custom_values": "offers"},
    ),
    _resource(
        "rejection-reasons",
        "Rejection reasons",
        "rejection_reasons",
        shape=company.REASON_SHAPE,
        rows=company.reason_rows,
        record=records.Named,
    ),
    _resource("tags", "Tags", "tags", shape=company.TAG_SHAPE, rows=company.tag_rows, record=records.Named),
    _resource(
        "application-stages",
        "Stages",
        "stages",
        shape=company.STAGE_SHAPE,
        rows=company.stage_rows,
        record=records.Stage,
    ),
    _resource(
        "notes",
        "Notes",
        "notes",
        shape=people.NOTE_SHAPE,
        rows=people.note_rows,
        record=records.Note,
        chosen=False,
        why=SENSITIVE,
    ),
    _resource(
        "scorecards",
        "Scorecards",
        "scorecards",
        shape=hiring.SCORECARD_SHAPE,
        rows=hiring.scorecard_rows,
        record=records.Scorecard,
        chosen=False,
        why=SENSITIVE,
    ),
    _resource(
        "attachments",
        "Files",
        "attachments",
        shape=people.ATTACHMENT_SHAPE,
        rows=people.attachment_rows,
        record=records.Attachment,
        belongs_to=BelongsTo("candidates", "candidate_id"),
        owners={"attachments": "candidates"},
    ),
)
"""In the order of the vendor's recipe (Incremental sync recipe)."""

FILLS = (
    Fill("applications", "stage", "stages", by="stage_id", value="o.name"),
    Fill("steps", "name", "stages", by="stage_id", value="o.name"),
    Fill("interviews", "stage", "stages", by="stage_id", value="o.name"),
    Fill("interviews", "candidate_id", "applications", by="application_id", value="o.candidate_id"),
    Fill("interviews", "job_id", "applications", by="application_id", value="o.job_id"),
    Fill("offers", "candidate_id", "applications", by="application_id", value="o.candidate_id"),
    Fill("offers", "job_id", "applications", by="application_id", value="o.job_id"),
    Fill(
        "applications",
        "starts_on",
        "offers",
        by="id",
        match="application_id",
        value="o.starts_on",
        where="o.status = 'accepted'",
        order="o.created_at desc",
        clears=True,  # one that was accepted can still be withdrawn
    ),
    Fill("hiring_team", "name", "users", by="user_id", value="o.name"),
    Fill("interviewers", "name", "users", by="user_id", value="o.name"),
    Fill("candidate_tags", "name", "tags", by="tag_id", value="o.name"),
    Fill("notes", "author", "users", by="author_id", value="o.name"),
    Fill("scorecards", "interviewed_at", "interviews", by="interview_id", value="o.starts_at"),
    *(
        Fill(
            "interviewers",
            column,
            "scorecards",
            by="interview_id",
            match="interview_id",
            value=value,
            where="o.interviewer_id = t.user_id",
            order="o.submitted_at desc",
            clears=True,
        )
        for column, value in (
            ("scorecard_id", "o.id"),
            ("rating", "o.rating"),
            ("feedback_at", "o.submitted_at"),
        )
    ),
)
"""Nested names are snapshots that go stale: they are joined here by their ids (Change tracking, INFERRED)."""
