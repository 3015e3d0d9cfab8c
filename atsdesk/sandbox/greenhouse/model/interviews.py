"""Appointments and what interviewers thought."""

from atsdesk.sandbox.greenhouse.model.record import Record


class Interview(Record, kw_only=True):
    """An appointment; `starts_at` is null when it takes all day or has no time yet."""

    job_id: int
    application_id: int
    job_interview_id: int
    starts_at: str | None = None
    ends_at: str | None = None
    location: str | None = None
    status: str
    organizer_id: int | None = None
    scheduled_at: str | None = None
    all_day_start_on: str | None = None
    all_day_end_on: str | None = None
    external_event_id: str | None = None
    video_conferencing_url: str | None = None
    availability_received_at: str | None = None


class Interviewer(Record, kw_only=True):
    """Somebody on the panel of an interview; `user_id` is null for guests."""

    interview_id: int
    user_id: int | None
    scorecard_id: int | None = None
    email: str | None = None
    response_status: str | None = "accepted"


class Scorecard(Record, kw_only=True):
    """What one interviewer thought."""

    interview_kit_id: int | None
    interviewer_id: int
    interviewed_at: str | None = None
    notes: str | None = None
    notes_with_tags: str | None = None
    submitter_id: int | None
    candidate_rating: str | None = None
    private_notes: str | None = None
    private_notes_with_tags: str | None = None
    status: str = "draft"
    public_notes: str | None = None
    public_notes_with_tags: str | None = None
    application_id: int
    submitted_at: str | None = None
