"""What the tabs show: each view is declared once, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atsdesk.store.custom import CustomField
from atsdesk.store.days import PAST, PLANNED
from atsdesk.store.exposures import LISTED
from atsdesk.store.limits import LIMIT
from atsdesk.store.openness import MAY, openness
from atsdesk.store.tables import (
    APPLICATIONS,
    CANDIDATES,
    INTERVIEWERS,
    INTERVIEWS,
    JOBS,
    OWNED_PER_OWNER,
    SOURCES,
    STEPS,
    Column,
    Kind,
    Table,
)

NEAR = 30_000
"""Rows that are looked through, from the first, for what a frequent word finds: see `View.near`."""


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """A column of a view: `key` is remembered by the window, `sql` is what it reads."""

    key: str
    label: str
    kind: Kind
    meaning: str
    sql: str
    custom: CustomField | None = None
    """The field whose values it shows: they are read for the rows of a page, and `sql` only sorts by them."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a view: choose among the values that `sql` has."""

    key: str
    label: str
    sql: str
    label_sql: str
    fixed: bool = False
    """The values are words of ours, few and known, for which there may be an index."""
    ranges: tuple[str, ...] = ()
    """The ranges of days that it offers: `sql` is a moment, and what is chosen is what `days.meant` reads."""
    day: str = ""
    """Of a filter with ranges: the day that counts where the moment is blank."""


@dataclass(frozen=True, slots=True)
class More:
    """Rows that a view has besides: the aliases of `source` are the view's, so that its columns read them too."""

    source: str
    where: str
    blank: tuple[str, ...]
    """The aliases that hold nothing in these rows."""


@dataclass(frozen=True, slots=True)
class View:
    """A tab's rows. Every row starts with the hidden cells of `hidden`, which name what it stands for."""

    name: str
    hidden: tuple[str, ...]
    columns: tuple[ViewColumn, ...]
    filters: tuple[Filter, ...]
    source: str
    where: str
    search: str
    order: tuple[str, ...]
    """The order when no column was chosen."""
    named: tuple[str, str]
    """Expressions whose two numbers name a row. The first is the pk that the rows are found by; it is blank in the rows
    of `more`, which are found by the second."""
    near: str = ""
    """A condition that only the first some thousand rows in their usual order meet, for which there is an index."""
    extended: Mapping[str, str] = field(default_factory=dict)
    """Aliases by table, of the tables whose custom fields can be columns."""
    more: More | None = None
    """Rows that have nothing to filter by: a filter leaves them out."""
    subject: str = "people"
    """What the search looks for: people or jobs."""


def _of(table: Table, alias: str, name: str, *, key: str = "", label: str = "") -> ViewColumn:
    column: Column = table.column(name)
    return ViewColumn(key or name, label or column.title, column.kind, column.meaning, f"{alias}.{name}")


def _dated(key: str, label: str, moment: str, ranges: tuple[str, ...], day: str = "") -> Filter:
    return Filter(key, label, moment, moment, ranges=ranges, day=day)


STEP_END = (
    "coalesce(s.completed_at, iif(a.status in ('active', 'on_hold', 'unknown'), 'now', a.status_changed_at))"
)

DAYS_IN_STEP = ViewColumn(
    "days_in_step",
    "Days in step",
    Kind.DECIMAL,
    "Days from entering the step until it was completed; else until now, or until the application ended.",
    f"round(julianday({STEP_END}) - julianday(s.entered_at), 1)",
)

LIMIT_DAYS = ViewColumn(
    "limit_days",
    "Limit",
    Kind.DECIMAL,
    "Days that the step may take before it counts as stuck.",
    LIMIT,
)
PACE = f"iif({DAYS_IN_STEP.sql} >= {LIMIT}, 'over', 'within')"

RECRUITER = ViewColumn(
    "recruiter",
    "Recruiter",
    Kind.TEXT,
    "The recruiter of the application; where the ATS names none, that of the job.",
    "coalesce(u.name, j.recruiter)",
)

CANDIDATES_VIEW = View(
    "candidates",
    ("c.account_id", "c.id", "a.id"),
    (
        _of(CANDIDATES, "c", "name"),
        _of(JOBS, "j", "name", key="job", label="Job"),
        _of(APPLICATIONS, "a", "stage"),
        _of(APPLICATIONS, "a", "status"),
        _of(SOURCES, "so", "name", key="source", label="Source"),
        RECRUITER,
        _of(APPLICATIONS, "a", "stage_entered_at", label="In stage since"),
        _of(CANDIDATES, "c", "email"),
        _of(CANDIDATES, "c", "phone"),
        _of(APPLICATIONS, "a", "created_at", key="applied_at", label="Applied"),
        _of(APPLICATIONS, "a", "status_changed_at"),
        _of(CANDIDATES, "c", "account_id"),
    ),
    (
        Filter("status", "Status", "a.status", "a.status", fixed=True),
        Filter("job", "Job", "a.account_id || ':' || a.job_id", "j.name"),
        Filter("source", "Source", "a.account_id || ':' || a.source_id", "so.name"),
        Filter("recruiter", "Recruiter", RECRUITER.sql, RECRUITER.sql),
        _dated("applied", "Applied", "a.created_at", PAST),
    ),
    """
    applications a
    join candidates c on c.account_id = a.account_id and c.id = a.candidate_id
    left join jobs j on j.account_id = a.account_id and j.id = a.job_id
    left join sources so on so.account_id = a.account_id and so.id = a.source_id
    left join users u on u.account_id = a.account_id and u.id = a.recruiter_id
    """,
    "a.deleted_at is null and c.deleted_at is null",
    "c.pk in (select rowid from candidates_search where candidates_search match :match)",
    ("a.created_at desc",),
    ("a.pk", "c.pk"),
    f"a.created_at >= (select created_at from applications order by created_at desc limit 1 offset {NEAR})",
    {"candidates": "c", "applications": "a"},
    More(
        """
        candidates c
        left join applications a on a.pk = -1
        left join jobs j on j.pk = -1
        left join sources so on so.pk = -1
        left join users u on u.pk = -1
        """,
        """c.deleted_at is null and not exists (
          select 1 from applications o
          where o.account_id = c.account_id and o.candidate_id = c.id and o.deleted_at is null
        )""",
        ("a", "j", "so", "u"),
    ),
)
"""One row is one application; a candidate who has none has one row too, blank where an application would tell."""

STEPS_VIEW = View(
    "steps",
    ("s.account_id", "a.candidate_id", "s.application_id"),
    (
        _of(CANDIDATES, "c", "name", key="candidate", label="Candidate"),
        _of(STEPS, "s", "name", key="step"),
        _of(STEPS, "s", "type"),
        _of(STEPS, "s", "state"),
        DAYS_IN_STEP,
        LIMIT_DAYS,
        _of(JOBS, "j", "name", key="job", label="Job"),
        _of(STEPS, "s", "entered_at"),
        _of(STEPS, "s", "scheduled_at"),
        _of(STEPS, "s", "completed_at"),
        _of(STEPS, "s", "assignees"),
        _of(APPLICATIONS, "a", "status", key="status", label="Candidate status"),
        _of(STEPS, "s", "account_id"),
    ),
    (
        Filter("state", "State", "s.state", "s.state", fixed=True),
        Filter("step", "Step", "s.name", "s.name"),
        Filter("pace", "Limit", PACE, PACE),
        Filter("job", "Job", "a.account_id || ':' || a.job_id", "j.name"),
        Filter("status", "Candidate status", "a.status", "a.status", fixed=True),
        _dated("entered", "Entered", "s.entered_at", PAST),
    ),
    f"""
    steps s
    join applications a
      on a.pk = s.pk / {OWNED_PER_OWNER}
      and s.pk between a.pk * {OWNED_PER_OWNER} and (a.pk + 1) * {OWNED_PER_OWNER} - 1
    join candidates c on c.account_id = a.account_id and c.id = a.candidate_id
    left join jobs j on j.account_id = a.account_id and j.id = a.job_id
    """,
    "s.deleted_at is null and a.deleted_at is null",
    "c.pk in (select rowid from candidates_search where candidates_search match :match)",
    ("s.state", "s.entered_at"),
    ("s.pk", "0"),
)

STARTS = "coalesce(i.starts_at, i.held_on)"
BEFORE_TODAY = f"({STARTS} < strftime('%Y-%m-%d', 'now'))"

WHEN = ViewColumn(
    "when",
    "When",
    Kind.TEXT,
    "Whether the interview is still to come, or was canceled.",
    "case when i.status = 'canceled' then 'canceled'"
    " when coalesce(i.starts_at, i.held_on) >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now') then 'upcoming' else 'past' end",
)

FEEDBACK = """case
  when coalesce(v.feedback_at, v.rating, v.review) is not null or s.status is not 'draft' and v.scorecard_id is not null
    then 'given'
  when v.id is null or i.status = 'canceled' or v.response = 'declined' then null
  when coalesce(i.ends_at, i.starts_at, i.held_on) >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now') then null
  when i.account_id in (
    select id from accounts where exists (
      select 1 from interviewers f
      where f.account_id = accounts.id and coalesce(f.feedback_at, f.scorecard_id, f.rating, f.review) is not null)
    or exists (select 1 from scorecards f where f.account_id = accounts.id)) then 'overdue'
end"""
"""SQL for the feedback of interviewer `v` in interview `i`, `s` being their scorecard; blank where none is owed yet, or
where the account tells nothing of feedback at all."""
OWED = ViewColumn(
    "feedback",
    "Feedback",
    Kind.TEXT,
    "Whether the interviewer has given feedback, or it is overdue: the interview is over.",
    FEEDBACK,
)
RATING = ViewColumn("rating", "Rating", Kind.TEXT, "The verdict.", "coalesce(v.rating, s.rating)")

INTERVIEWS_VIEW = View(
    "interviews",
    ("i.account_id", "i.candidate_id", "i.application_id"),
    (
        _of(CANDIDATES, "c", "name", key="candidate", label="Candidate"),
        _of(INTERVIEWS, "i", "starts_at", label="Starts"),
        WHEN,
        _of(INTERVIEWERS, "v", "name", key="interviewer"),
        _of(INTERVIEWS, "i", "title", key="interview"),
        _of(JOBS, "j", "name", key="job", label="Job"),
        _of(INTERVIEWS, "i", "stage"),
        _of(INTERVIEWERS, "v", "response"),
        _of(INTERVIEWS, "i", "candidate_response", label="Candidate's answer"),
        OWED,
        RATING,
        _of(INTERVIEWERS, "v", "feedback_at"),
        _of(INTERVIEWS, "i", "hours"),
        _of(INTERVIEWS, "i", "location"),
        _of(INTERVIEWS, "i", "starts_local", label="Starts there"),
        _of(INTERVIEWS, "i", "timezone"),
        _of(INTERVIEWS, "i", "account_id"),
    ),
    (
        Filter("when", "When", WHEN.sql, WHEN.sql),
        _dated("starts", "Starts", "i.starts_at", PLANNED, "i.held_on"),
        Filter("interviewer", "Interviewer", "v.name", "v.name"),
        Filter("feedback", "Feedback", FEEDBACK, FEEDBACK),
        Filter("job", "Job", "i.account_id || ':' || i.job_id", "j.name"),
        Filter("stage", "Stage", "i.stage", "i.stage"),
    ),
    """
    interviews i
    left join interviewers v
      on v.account_id = i.account_id and v.interview_id = i.id and v.deleted_at is null
    left join scorecards s on s.account_id = v.account_id and s.id = v.scorecard_id and s.deleted_at is null
    left join candidates c on c.account_id = i.account_id and c.id = i.candidate_id
    left join jobs j on j.account_id = i.account_id and j.id = i.job_id
    """,
    "i.deleted_at is null and c.deleted_at is null",
    "c.pk in (select rowid from candidates_search where candidates_search match :match)",
    (f"coalesce({BEFORE_TODAY}, 2)", f"iif({BEFORE_TODAY}, -julianday({STARTS}), julianday({STARTS}))"),
    ("i.pk", "v.pk"),
)
"""One row is one interviewer in one slot; an interview without interviewers has one row too.

What is nearest comes first: today's and what is to come, from the next on, then what is past, from the last back."""

IN_PROCESS = ViewColumn(
    "in_process",
    "In process",
    Kind.INTEGER,
    "Applications that are neither hired nor rejected nor withdrawn.",
    "(select count(*) from applications a where a.account_id = j.account_id and a.job_id = j.id"
    " and a.status = 'active' and a.deleted_at is null)",
)
SEATS = ViewColumn(
    "open_seats",
    "Open seats",
    Kind.INTEGER,
    "Openings that are not filled yet, where the ATS tells.",
    "(select sum(o.is_open) from openings o where o.account_id = j.account_id and o.job_id = j.id"
    " and o.deleted_at is null)",
)
OPENED = ViewColumn(
    "opened_at",
    "Opened",
    Kind.TIME,
    "When it was opened; when it was created where the ATS tells no opening.",
    "coalesce(j.opened_at, j.created_at)",
)
JOB_AGE = ViewColumn(
    "age",
    "Age in days",
    Kind.INTEGER,
    "Days from its opening until it was closed, or until now; from its creation where the ATS tells no opening.",
    f"cast(julianday(iif(j.status = 'closed', j.closed_at, 'now')) - julianday({OPENED.sql}) as integer)",
)

EXPOSED = ViewColumn(
    "exposed",
    "Exposed",
    Kind.BOOL,
    "Somebody chose it to be worked on. A click or the space bar chooses it, or gives it up.",
    "(e.job_id is not null)",
)
OPENNESS = ViewColumn(
    "openness",
    "Publishable",
    Kind.TEXT,
    "Whether it is open and publishable, by its status and by who may see it, or why it is not.",
    openness("j"),
)
_OPEN = f"{OPENNESS.sql} in ({', '.join(repr(word) for word in MAY)})"
EXPOSURE = f"""case when e.job_id is null then 'not_exposed' when {_OPEN} then 'exposed_open'
  else 'exposed_closed' end"""

JOBS_VIEW = View(
    "jobs",
    ("j.account_id", "j.id", "j.url"),
    (
        EXPOSED,
        _of(JOBS, "j", "name"),
        OPENNESS,
        _of(JOBS, "j", "status"),
        IN_PROCESS,
        SEATS,
        JOB_AGE,
        _of(JOBS, "j", "code"),
        _of(JOBS, "j", "department"),
        _of(JOBS, "j", "location"),
        _of(JOBS, "j", "recruiter"),
        _of(JOBS, "j", "hiring_manager"),
        _of(JOBS, "j", "is_published"),
        OPENED,
        _of(JOBS, "j", "created_at"),
        _of(JOBS, "j", "account_id"),
    ),
    (
        Filter("openness", "Publishable", OPENNESS.sql, OPENNESS.sql),
        Filter("exposure", "Exposed", EXPOSURE, EXPOSURE),
        Filter("status", "Status", "j.status", "j.status"),
        Filter("department", "Department", "j.department", "j.department"),
        Filter("location", "Location", "j.location", "j.location"),
        Filter("recruiter", "Recruiter", "j.recruiter", "j.recruiter"),
        Filter("hiring_manager", "Hiring manager", "j.hiring_manager", "j.hiring_manager"),
        _dated("opened", "Opened", OPENED.sql, PAST),
    ),
    "jobs j left join exposures e on e.account_id = j.account_id and e.job_id = j.id",
    LISTED,
    "j.pk in (select rowid from jobs_search where jobs_search match :match)",
    (f"{OPENED.sql} desc",),
    ("j.pk", "0"),
    extended={"jobs": "j"},
    subject="jobs",
)

VIEWS: dict[str, View] = {
    view.name: view for view in (CANDIDATES_VIEW, STEPS_VIEW, JOBS_VIEW, INTERVIEWS_VIEW)
}
