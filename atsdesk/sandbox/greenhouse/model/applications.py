"""Applications and what happens to them."""

from msgspec import Struct

from atsdesk.sandbox.greenhouse.model.record import Custom, Record


class Answer(Struct, gc=False):
    """What an applicant answered to one question of the job post."""

    question: str
    answer: str | None


class Application(Record, kw_only=True):
    """A candidate on a job, or a prospect."""

    agency_note_id: int | None = None
    candidate_id: int
    coordinator_id: int | None = None
    job_id: int | None = None
    job_post_id: int | None = None
    recruiter_id: int | None = None
    referrer_id: int | None = None
    source_id: int | None = None
    stage_id: int | None = None
    stage_name: str | None = None
    status: str = "in_process"
    needs_decision: bool | None = False
    prospect: bool = False
    rejected_at: str | None = None
    last_activity_at: str | None = None
    location_address: str | None = None
    answers: list[Answer] | None = []
    prospective_job_ids: list[int] = []
    custom_fields: Custom | None = {}
    job_interview_stage_id: int | None = None


class ApplicationStage(Record, kw_only=True):
    """One stage of the job as one application passes it; there is a row for every stage (SECONDARY [T2])."""

    application_id: int
    job_interview_stage_id: int
    entered_at: str | None = None
    exited_at: str | None = None
    days_in_stage: int = 0
    current: bool = False


class RejectionDetail(Record, kw_only=True):
    """Why and by whom an application was rejected."""

    application_id: int
    rejected_by_id: int | None = None
    rejection_note_id: int | None = None
    rejection_reason_id: int | None = None
    rejected_at: str | None = None
    question_custom_fields: Custom | None = {}


class ProspectDetail(Record, kw_only=True):
    """Where a prospect is kept."""

    application_id: int
    pool_id: int | None = None
    pool_stage_id: int | None = None
    prospect_owner_id: int | None = None
    department_id: int | None = None
    office_id: int | None = None


class Offer(Record, kw_only=True):
    """One version of an offer."""

    version: int
    application_id: int
    job_id: int
    candidate_id: int
    opening_id: int | None = None
    status: str = "Created"
    starts_on: str | None = None
    sent_on: str | None = None
    resolved_at: str | None = None
    custom_fields: Custom | None = {}


class Described(Struct, gc=False):
    """One choice of a statutory question."""

    id: int | None
    description: str | None


class Eeoc(Record, kw_only=True):
    """What an applicant said for statutory reports; parts may be null (SECONDARY [T3])."""

    application_id: int
    candidate_id: int
    gender: Described | None = None
    race: Described | None = None
    veteran_status: Described | None = None
    disability_status: Described | None = None
    submitted_at: str | None = None


class DemographicAnswer(Record, kw_only=True):
    """What an applicant chose in a questionnaire of the company's own."""

    application_id: int
    demographic_question_id: int
    demographic_answer_option_id: int | None = None
    free_form_text: str | None = None
