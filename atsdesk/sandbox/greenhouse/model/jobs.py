"""Jobs, their posts, openings, hiring teams and interview plans."""

from msgspec import Struct

from atsdesk.sandbox.greenhouse.model.record import Custom, Record


class Job(Record, kw_only=True):
    """A requisition."""

    name: str
    requisition_id: str | None = None
    notes: str | None = None
    confidential: bool = False
    status: str = "open"
    opened_at: str | None = None
    closed_at: str | None = None
    is_template: bool | None = False
    copied_from_id: int | None = None
    department_id: int | None = None
    office_ids: list[int] | None = []
    custom_fields: Custom | None = {}


class Opening(Record, kw_only=True):
    """One seat of a job; `open` replaces a status."""

    job_id: int
    opened_at: str | None = None
    closed_at: str | None = None
    sort_order: int = 0
    opening_id: str | None = None
    application_id: int | None = None
    close_reason_id: int | None = None
    target_start_on: str | None = None
    open: bool = True
    custom_fields: Custom | None = {}


class JobOwner(Record, kw_only=True):
    """A recruiter, coordinator or sourcer of a job; `responsible` is always false for sourcers."""

    job_id: int
    user_id: int
    type: str
    responsible: bool = False


class HiringManager(Record, kw_only=True):
    """A hiring manager of a job."""

    user_id: int
    job_id: int


class Choice(Struct, gc=False):
    """One possible answer."""

    id: int
    label: str


class Question(Struct, gc=False):
    """One question of a job post."""

    id: int | None
    description: str | None
    answer_type: str
    required: bool | None
    private: bool
    label: str
    name: str
    options: list[Choice] = []


class JobPost(Record, kw_only=True):
    """A job as applicants see it; `active=false` means deleted."""

    title: str
    internal: bool = False
    active: bool = True
    live: bool = True
    featured: bool = False
    first_published_at: str | None = None
    content: str | None = None
    internal_content: str | None = None
    language: str | None = "en"
    public_url: str | None = None
    demographic_question_set_id: int | None = None
    job_id: int
    job_board_id: int
    questions: list[Question] = []


class JobPostLocation(Record, kw_only=True):
    """Where a job post says that the work is."""

    plain_text_location: str | None = None
    office_id: int | None = None
    type: str | None = "free_text"
    job_post_id: int | None = None
    custom_location_id: int | None = None


class JobBoard(Record, kw_only=True):
    """A place where job posts are published."""

    about: str | None = None
    company_name: str | None = None
    conclusion: str | None = None
    internal: bool | None = False
    introduction: str | None = None
    status: str | None = "live"
    url_token: str | None = None


class InterviewStage(Record, kw_only=True):
    """A stage of a job; the first has `sort_order` 0, inactive ones are kept for history."""

    job_id: int
    sort_order: int
    name: str
    active: bool = True


class JobInterview(Record, kw_only=True):
    """A slot of the interview plan."""

    job_interview_stage_id: int
    job_id: int
    sort_order: int
    scheduling_type: str | None
    duration: int | None
    summary: str | None
    instructions: str | None
    name: str
    active: bool = True
    require_scorecard: bool | None = True


class InterviewKit(Record, kw_only=True):
    """What an interviewer gets for a slot."""

    job_id: int
    job_interview_id: int
    exercises: str | None = None
    anonymize_candidate: bool | None = False
    anonymize_resumes: bool | None = False


class ScorecardQuestion(Record, kw_only=True):
    """A question that an interviewer answers."""

    interview_kit_id: int
    question: str
    sort_order: int
    active: bool
    answer_type: str
    required: bool


class DefaultInterviewer(Record, kw_only=True):
    """Who usually holds an interview."""

    user_id: int
    interview_kit_id: int
