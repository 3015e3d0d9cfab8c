"""The lists of Harvest v3 that ATS Desk reads, and the columns that one leaves to another (contract, 7)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from atsdesk.ats.greenhouse import company, people
from atsdesk.ats.greenhouse.company import OF_MANAGER
from atsdesk.ats.greenhouse.members import Form
from atsdesk.ats.resource import Reach, Resource, Window
from atsdesk.rows import OWNER, BelongsTo, Fill

MOST_IDS = 50
"""Ids in one request (CONFIRMED, Filtering)."""


@dataclass(frozen=True, slots=True)
class Between:
    """One parameter for both ends, as `gte|A|lte|B` (SECONDARY, Filtering). Rows have milliseconds and a window whole
    seconds, so that it ends with its last second."""

    name: str

    def query(self, window: Window) -> dict[str, str]:
        pairs = (("gte", window.after), ("lte", window.before.replace("Z", END_OF_SECOND)))
        text = "|".join(f"{operator}|{at}" for operator, at in pairs if at)
        return {self.name: text} if text else {}


@dataclass(frozen=True, slots=True)
class From:
    """One parameter for the beginning alone (CONFIRMED, Filtering): for what is not older than a day, and should the
    form with both ends be refused (INFERRED, Incremental sync recipe, 4)."""

    name: str

    def query(self, window: Window) -> dict[str, str]:
        return {self.name: f"gte|{window.after}"} if window.after else {}


END_OF_SECOND = ".999Z"
QUERIES: Mapping[str, Mapping[str, str]] = {
    "users": {"show_service_accounts": "true"},
    "rejection_reasons": {"include_defaults": "true"},
    "deleted_job_posts": {"active": "false"},
}
"""What a list leaves out unless it is asked for."""


def _by_ids(path: str) -> Callable[[Sequence[str]], tuple[str, dict[str, str]]]:
    """There is no request for a single object but for rejection reasons (CONFIRMED by absence)."""
    return lambda ids: (path, {"ids": ",".join(one.removeprefix(OF_MANAGER) for one in ids)})


def _list(
    name: str,
    label: str,
    form: Form,
    *,
    called: str = "",
    table: str = "",
    changes: str = "updated_at",
    begins: str = "",
    **more: object,
) -> Resource:
    """The list `called` (its own name by itself), whose records are rows of the form's first table.

    `changes` is the moment by which it is asked for what changed, `begins` the one by which it can leave out what is
    older.
    """
    path = called or name
    given: dict[str, object] = {"rows": form.rows, "shape": form.shape, **more}
    return Resource(
        name=name,
        label=label,
        changed=Between(changes),
        changed_otherwise=From(changes),
        path=f"/{path}",
        envelope="",
        key="id",
        table=table or next(iter(form.shape)),
        record=form.record,
        permission=f"harvest:{path}:list",
        reach=Reach(From(begins), begins) if begins else None,
        single=_by_ids(f"/{path}"),
        most_ids=MOST_IDS,
        **given,  # type: ignore[arg-type]
    )


BY_APPLICATION = {"application_id": "application_ids"}
BY_CANDIDATE = {"candidate_id": "candidate_ids"}
BY_JOB = {"job_id": "job_ids"}
TO_APPLICATION = {"application_id": "applications"}
"""What the operation map asks for together with one application, candidate or job."""
OF_APPLICATIONS = BelongsTo("applications", "application_id")
OF_CANDIDATES = BelongsTo("candidates", "candidate_id")
JOB_POSTS, DELETED_JOB_POSTS, MANAGERS, ATTACHMENTS = (
    "job_posts",
    "deleted_job_posts",
    "job_hiring_managers",
    "attachments",
)
WORDS_OF_COLLEAGUES = "What colleagues wrote about people is read only where somebody decided so."
SELF_IDENTIFICATION = (
    "What people say of their background is protected by law; it is read only where it is needed."
)


CREATED = "created_at"
"""What belongs to an application or a candidate is created with them or later, so that what is not older is whole."""


def _values_of(table: str) -> dict[str, str]:
    return {"custom_values": table}


RESOURCES = (
    _list("sources", "Sources", company.SOURCES),
    _list("referrers", "Referrers", company.REFERRERS),
    _list("users", "Users", company.USERS, owners=_values_of("users")),
    _list("departments", "Departments", company.DEPARTMENTS),
    _list("offices", "Offices", company.OFFICES),
    _list("rejection_reasons", "Rejection reasons", company.REJECTION_REASONS),
    _list("close_reasons", "Close reasons", company.CLOSE_REASONS),
    _list("candidate_tags", "Tags", company.TAGS),
    _list("custom_fields", "Custom fields", company.CUSTOM_FIELDS),
    _list("custom_field_options", "Choices of custom fields", company.CUSTOM_OPTIONS),
    _list("prospect_pools", "Prospect pools", company.POOLS),
    _list("prospect_pool_stages", "Stages of prospect pools", people.POOL_STAGES),
    _list("jobs", "Jobs", company.JOBS, owners=_values_of("jobs")),
    _list("job_interview_stages", "Stages", company.STAGES),
    _list(JOB_POSTS, "Job posts", company.JOB_POSTS, swept=False),
    _list(DELETED_JOB_POSTS, "Deleted job posts", company.JOB_POSTS, called=JOB_POSTS, swept=False),
    _list("openings", "Openings", company.OPENINGS, asked_by=BY_JOB, owners=_values_of("openings")),
    _list("job_owners", "Hiring teams", company.OWNERS, asked_by=BY_JOB),
    _list(
        MANAGERS,
        "Hiring managers",
        company.OWNERS,
        asked_by=BY_JOB,
        rows=company.manager_rows,
        shape={"hiring_team": ("id", "job_id", "user_id", "role")},
    ),
    _list(
        "candidates",
        "Candidates",
        people.CANDIDATES,
        begins=CREATED,
        owners=_values_of("candidates"),
        goes_alone=True,
    ),
    _list(
        "applications",
        "Applications",
        people.APPLICATIONS,
        begins=CREATED,
        brings={"candidate_id": "candidates"},
        asked_by=BY_CANDIDATE,
        owners=_values_of("applications"),
    ),
    _list(
        "application_stages",
        "Steps",
        people.STEPS,
        begins=CREATED,
        asked_by=BY_APPLICATION,
        belongs_to=OF_APPLICATIONS,
    ),
    _list("rejection_details", "Rejections", people.REJECTIONS, begins=CREATED, asked_by=BY_APPLICATION),
    _list("prospect_details", "Prospects", people.PROSPECTS, begins=CREATED, asked_by=BY_APPLICATION),
    _list(
        "offers",
        "Offers",
        company.OFFERS,
        begins=CREATED,
        brings=TO_APPLICATION,
        asked_by=BY_APPLICATION,
        owners=_values_of("offers"),
    ),
    _list(
        "interviews",
        "Interviews",
        company.INTERVIEWS,
        begins=CREATED,
        brings=TO_APPLICATION,
        asked_by=BY_APPLICATION,
    ),
    _list("interviewers", "Interviewers", company.INTERVIEWERS, begins=CREATED),
    _list(
        ATTACHMENTS,
        "Files",
        people.ATTACHMENTS,
        begins=CREATED,
        asked_by=BY_APPLICATION | BY_CANDIDATE,
        belongs_to=OF_APPLICATIONS,
    ),
    _list(
        "applied_candidate_tags",
        "Tags of candidates",
        people.APPLIED_TAGS,
        begins=CREATED,
        asked_by=BY_CANDIDATE,
        belongs_to=OF_CANDIDATES,
        owners={"candidate_tags": "candidates"},
    ),
    _list("candidate_educations", "Educations", people.EDUCATIONS, begins=CREATED, asked_by=BY_CANDIDATE),
    _list("candidate_employments", "Employments", people.EMPLOYMENTS, begins=CREATED, asked_by=BY_CANDIDATE),
    _list(
        "scorecards",
        "Scorecards",
        company.SCORECARDS,
        begins=CREATED,
        chosen=False,
        why=WORDS_OF_COLLEAGUES,
    ),
    _list("notes", "Notes", people.NOTES, begins=CREATED, chosen=False, why=WORDS_OF_COLLEAGUES),
    _list(
        "eeoc",
        "Equal opportunity answers",
        company.EEOC,
        changes="submitted_at",
        begins="submitted_at",
        chosen=False,
        why=SELF_IDENTIFICATION,
    ),
    _list(
        "demographic_answers",
        "Demographic answers",
        company.DEMOGRAPHICS,
        begins=CREATED,
        chosen=False,
        why=SELF_IDENTIFICATION,
    ),
)
"""What others point to comes first. Posts are never removed but switched off, and go from one list to the other
(INFERRED from `active`, 7.6), so that neither list is swept."""


def _member(column: str, role: str) -> Fill:
    return Fill(
        "jobs",
        column,
        "hiring_team",
        by="id",
        match="job_id",
        value="o.name",
        where=f"o.role = '{role}'",
        order="o.is_responsible desc, o.id",
        clears=True,
    )


FILLS = (
    Fill("steps", "name", "stages", by="stage_id", value="o.name"),
    Fill("steps", "position", "stages", by="stage_id", value="o.position"),
    Fill(
        "applications",
        "stage_entered_at",
        "steps",
        by="id",
        match=OWNER,
        value="o.entered_at",
        where="o.state = 'current'",
        clears=True,
    ),
    Fill("jobs", "department", "departments", by="department_id", value="o.name", clears=True),
    Fill("jobs", "location", "offices", by="office_id", value="coalesce(o.location, o.name)", clears=True),
    Fill("hiring_team", "name", "users", by="user_id", value="o.name"),
    _member("recruiter", "recruiter"),
    _member("hiring_manager", "hiring_manager"),
    Fill(
        "jobs",
        "is_published",
        "job_posts",
        by="id",
        match="job_id",
        value="""iif(exists (select 1 from job_posts p where p.account_id = t.account_id),
          coalesce(max(o.is_live = 1 and o.is_internal is not 1 and o.is_active is not 0), 0), null)""",
        clears=True,
    ),
    Fill("interviewers", "name", "users", by="user_id", value="o.name"),
    Fill("interviews", "candidate_id", "applications", by="application_id", value="o.candidate_id"),
    Fill("interviews", "organizer", "users", by="organizer_id", value="o.name"),
    Fill("rejections", "reason", "rejection_reasons", by="reason_id", value="o.name"),
    Fill(
        "applications",
        "rejection_reason",
        "rejections",
        by="id",
        match="application_id",
        value="o.reason",
        order="o.rejected_at desc, o.id",
        clears=True,
    ),
    Fill("candidate_tags", "name", "tags", by="tag_id", value="o.name"),
    Fill(
        "custom_values",
        "field_id",
        "custom_fields",
        by="key",
        match="key",
        value="o.id",
        where="o.applies_to = t.applies_to",
    ),
    *(
        Fill("educations", column, "custom_options", by=f"{column}_id", value="o.name")
        for column in ("school", "degree", "discipline")
    ),
    Fill("notes", "author", "users", by="author_id", value="o.name"),
    Fill(
        "offers",
        "is_current",
        "offers",
        by="application_id",
        match="application_id",
        value="o.id = t.id",
        order="o.version desc, o.id",
    ),
)
"""Harvest's lists name others by their ids alone."""
