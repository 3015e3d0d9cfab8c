"""Every table and column of the local file, described once.

From these declarations come the SQL schema, the headers and tooltips of the window, search, the export,
the data dictionary and the privacy profiles. A new field is one line here (and a migration for old files).

Names are the same everywhere: SQLite table = sheet = word in the window = word in code. Ids are the
vendor's, as text. `*_at` is a moment in UTC (`2026-03-01T08:00:00Z`), `*_on` a day (`2026-03-01`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

SCHEMA_VERSION = 1
APPLICATION_ID = 0x41545344  # "ATSD" in the file's header


class Kind(StrEnum):
    """What a column holds; decides its SQL type, its look in the window and its cell in an export."""

    TEXT = "text"
    ID = "id"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOL = "bool"
    TIME = "time"
    DAY = "day"
    JSON = "json"
    HTML = "html"
    HASH = "hash"


class Privacy(StrEnum):
    """How near a column is to a person; exports and erasure go by it."""

    OPEN = "open"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class Grain(StrEnum):
    """How rows of a table come and go."""

    ENTITY = "entity"  # has the vendor's id; upserted one by one
    OWNED = "owned"  # belongs to one row of another table and is replaced together with its siblings
    DESK = "desk"  # ATS Desk's own book-keeping, or the user's


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind
    meaning: str
    privacy: Privacy = Privacy.OPEN
    label: str = ""
    comeet: str = ""
    """Where it comes from in Comeet, for the data dictionary."""
    keep_earliest: bool = False
    """On an upsert the earlier of the stored and the new value stays."""
    derived: bool = False
    """Follows from other columns, so that its changes say nothing new and are left out of the history."""

    @property
    def title(self) -> str:
        return self.label or self.name.removesuffix("_at").removesuffix("_on").replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    meaning: str
    columns: tuple[Column, ...]
    grain: Grain = Grain.ENTITY
    owner: str = ""
    """The table that owns the rows of an owned table; each row then has `<owner singular>_id`."""
    key: tuple[str, ...] = ()
    """Primary key of a desk table; the others have theirs by grain."""
    indexes: tuple[str, ...] = ()
    """Comma separated columns, one entry an index, `where ...` behind them for a partial one."""
    search: tuple[str, ...] = ()
    """Columns the full-text index covers."""
    label: str = ""

    @property
    def title(self) -> str:
        return self.label or self.name.replace("_", " ").capitalize()

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


OWNED_PER_OWNER = 1 << 16
"""An owned row's `pk` is its owner's `pk` times this, plus its place: siblings lie together in the file and
need no index, which is what makes 700,000 steps cheap (the owner is `pk / 65536`)."""

_T, _ID, _INT, _DEC, _B = Kind.TEXT, Kind.ID, Kind.INTEGER, Kind.DECIMAL, Kind.BOOL
_AT, _ON, _J, _H = Kind.TIME, Kind.DAY, Kind.JSON, Kind.HTML
_PERSONAL, _SENSITIVE = Privacy.PERSONAL, Privacy.SENSITIVE

ACCOUNT = Column("account_id", _ID, "The account the row came from.", label="Account")
ID = Column("id", _ID, "The ATS's own id, unique in the account.", label="Id")
OURS = (
    Column("first_seen_at", _AT, "When ATS Desk first saw the row."),
    Column("last_changed_at", _AT, "When ATS Desk last saw the row change."),
    Column("deleted_at", _AT, "When the ATS no longer had the row; blank while it exists."),
)
CREATED = Column(
    "created_at", _AT, "When it was created in the ATS.", comeet="time_created", keep_earliest=True
)
UPDATED = Column(
    "updated_at", _AT, "When the ATS last changed it, where the ATS says so.", comeet="time_updated"
)


def _entity(
    name: str, meaning: str, *columns: Column, indexes: tuple[str, ...] = (), search: tuple[str, ...] = ()
) -> Table:
    return Table(
        name, meaning, (ACCOUNT, ID, *columns, CREATED, UPDATED, *OURS), indexes=indexes, search=search
    )


def _owned(name: str, owner: str, meaning: str, *columns: Column, indexes: tuple[str, ...] = ()) -> Table:
    return Table(name, meaning, (ACCOUNT, ID, *columns, *OURS), Grain.OWNED, owner, indexes=indexes)


def _desk(
    name: str, meaning: str, *columns: Column, key: tuple[str, ...] = (), indexes: tuple[str, ...] = ()
) -> Table:
    return Table(name, meaning, columns, Grain.DESK, key=key, indexes=indexes)


CANDIDATES = _entity(
    "candidates",
    "One row is one person, as one account knows them. Answers: who is in the ATS, how to reach them.",
    Column(
        "name",
        _T,
        "Full name as shown.",
        _PERSONAL,
        comeet="first_name, middle_name, last_name",
        derived=True,
    ),
    Column("first_name", _T, "First name.", _PERSONAL, comeet="first_name"),
    Column("middle_name", _T, "Middle name.", _PERSONAL, comeet="middle_name"),
    Column("last_name", _T, "Last name.", _PERSONAL, comeet="last_name"),
    Column("email", _T, "E-mail address.", _PERSONAL, label="E-mail", comeet="email"),
    Column("phone", _T, "Phone number.", _PERSONAL, comeet="phone"),
    Column("mobile_phone", _T, "Mobile phone number.", _PERSONAL, label="Mobile", comeet="mobile_phone"),
    Column("linkedin_url", _T, "LinkedIn profile.", _PERSONAL, label="LinkedIn", comeet="linkedin_url"),
    Column(
        "national_id", _T, "National identity number.", _SENSITIVE, label="National id", comeet="id_number"
    ),
    search=("name", "email", "phone", "mobile_phone"),
)
APPLICATIONS = _entity(
    "applications",
    "One row is one candidate on one job. Answers: where everyone stands, where they came from, who was hired.",
    Column("candidate_id", _ID, "The candidate who applied.", comeet="person_uid (uid where it is missing)"),
    Column("job_id", _ID, "The job applied for.", comeet="position_uid"),
    Column("status", _T, "Standing in one vocabulary: active, on_hold, hired, rejected, withdrawn, unknown."),
    Column(
        "status_raw", _T, "Standing in the ATS's own word.", label="ATS status", comeet="status", derived=True
    ),
    Column("prospect_status", _T, "Where a sourced person stands before applying.", comeet="prospect_status"),
    Column("status_changed_at", _AT, "When the standing last changed.", comeet="time_last_status_changed"),
    Column(
        "stage_id",
        _ID,
        "The stage the application is in now.",
        comeet="current_steps[0].position_step_uid",
        derived=True,
    ),
    Column("stage", _T, "Name of the stage the application is in now.", comeet="current_steps[0].name"),
    Column(
        "stage_entered_at",
        _AT,
        "When the present stage was entered (derived; see steps.entered_at).",
        derived=True,
    ),
    Column("source_id", _ID, "Where the candidate came from.", comeet="source.uid"),
    Column("source_contact_id", _ID, "The agency contact or referrer.", comeet="source_contact.uid"),
    Column("opening_id", _ID, "The opening filled by a hire.", comeet="opening.uid"),
    Column("hired_on", _ON, "Day of the hire.", comeet="opening.hired_candidate_hire_date"),
    Column("starts_on", _ON, "First day at work.", comeet="opening.time_start_to_work"),
    Column("url", _T, "The application's page in the ATS.", label="Page in the ATS", comeet="URL"),
    indexes=("account_id, candidate_id", "created_at"),
)
STEPS = _owned(
    "steps",
    "applications",
    "One row is one stage of one application. Answers: how long each stage takes, who waits where.",
    Column("application_id", _ID, "The application the step belongs to.", comeet="uid"),
    Column("stage_id", _ID, "The stage of the job's workflow.", comeet="position_step_uid"),
    Column("name", _T, "Name of the stage.", label="Step", comeet="name"),
    Column("type", _T, "Kind of stage in the ATS's word.", comeet="type"),
    Column("state", _T, "completed, current or future.", comeet="the list the step came in"),
    Column("position", _INT, "Place in the application's sequence, from 1.", derived=True),
    Column(
        "entered_at", _AT, "When the step began; Comeet: when the step before it was completed.", derived=True
    ),
    Column("scheduled_at", _AT, "When its meeting is planned.", comeet="time_scheduled"),
    Column("completed_at", _AT, "When it was completed.", comeet="time_completed"),
    Column("assignees", _T, "Who is to act, by name.", comeet="assignees or interviewers"),
    Column("origin", _T, "ats: told by the ATS; observed: derived by ATS Desk from changes."),
    indexes=("entered_at where state = 'current'",),
)
JOBS = _entity(
    "jobs",
    "One row is one position or requisition. Answers: what is open, where, for whom.",
    Column("name", _T, "Title of the job.", label="Job", comeet="name"),
    Column("internal_name", _T, "Title used inside the company.", comeet="internal_name"),
    Column("status", _T, "open, on_hold, closed or unknown.", comeet="status"),
    Column("status_raw", _T, "Status in the ATS's own word.", label="ATS status", comeet="status"),
    Column("code", _T, "Requisition code.", comeet="internal_use_custom_id"),
    Column("department", _T, "Department.", comeet="department"),
    Column("location", _T, "Location as shown.", comeet="location.name"),
    Column("city", _T, "City.", comeet="location.city"),
    Column("state", _T, "State or region.", comeet="location.state"),
    Column("country", _T, "Country, code or name as the ATS gives it.", comeet="location.country"),
    Column("timezone", _T, "Time zone of the location.", comeet="location.timezone"),
    Column("workplace_type", _T, "On-site, Hybrid or Remote.", comeet="workplace_type"),
    Column("employment_type", _T, "Full-time, part-time and the like.", comeet="employment_type"),
    Column("experience_level", _T, "Level asked for.", comeet="experience_level"),
    Column("is_published", _B, "Shown on the careers page.", label="Published", comeet="is_published"),
    Column(
        "is_confidential", _B, "Kept from most users of the ATS.", label="Confidential", comeet="is_discreet"
    ),
    Column(
        "is_talent_pool",
        _B,
        "Not one opening but a pool of people.",
        label="Talent pool",
        comeet="is_talent_pool",
    ),
    Column("recruiter", _T, "Lead recruiter.", comeet="users.lead_recruiter"),
    Column("hiring_manager", _T, "Hiring manager.", comeet="users.hiring_manager"),
    Column("salary_min", _DEC, "Lower end of the salary range.", comeet="salary_range.min"),
    Column("salary_max", _DEC, "Upper end of the salary range.", comeet="salary_range.max"),
    Column("salary_currency", _T, "Currency of the range (ISO 4217).", comeet="salary_range.currency_code"),
    Column("salary_period", _T, "hourly, weekly, monthly or annually.", comeet="salary_range.period"),
    Column("company_name", _T, "Company or brand the job is for.", label="Company", comeet="company_name"),
    Column("email", _T, "Mailbox that turns a mail into an application.", label="E-mail", comeet="email"),
    Column("url", _T, "The job's page in the ATS.", label="Page in the ATS", comeet="URL"),
    Column("careers_url", _T, "The job's public page.", label="Careers page", comeet="url_active_page"),
    Column("description", _H, "Description as the ATS holds it.", comeet="details"),
    search=("name", "internal_name", "code", "department", "location"),
)
STAGES = _entity(
    "stages",
    "One row is one stage of one job's workflow. Answers: which stages a job has.",
    Column("name", _T, "Name of the stage.", label="Stage", comeet="name of a step"),
    Column("type", _T, "Kind of stage in the ATS's word.", comeet="type of a step"),
    Column("job_id", _ID, "The job whose workflow it is part of.", comeet="position_uid"),
)
SOURCES = _entity(
    "sources",
    "One row is one source of candidates. Answers: which board, agency or referrer brings people.",
    Column("name", _T, "Name of the source.", label="Source", comeet="source.name"),
    Column("type", _T, "Kind of source.", comeet="source.type"),
)
SOURCE_CONTACTS = _entity(
    "source_contacts",
    "One row is one person at a source: an agency's contact, a referrer.",
    Column("name", _T, "Full name.", _PERSONAL, comeet="full_name, or first_name and last_name"),
    Column("email", _T, "E-mail address.", _PERSONAL, label="E-mail", comeet="email"),
    Column("phone", _T, "Phone number.", _PERSONAL, comeet="phone"),
    Column("source_id", _ID, "The source they work for.", comeet="source.uid"),
)
OPENINGS = _entity(
    "openings",
    "One row is one seat to fill on a job, as told by the hire that filled it.",
    Column("job_id", _ID, "The job the seat belongs to.", comeet="position_uid"),
    Column("name", _T, "Name of the opening.", label="Opening", comeet="opening.name"),
    Column("status", _T, "Status in the ATS's word.", comeet="opening.status"),
    Column("hired_application_id", _ID, "The application that filled it.", comeet="uid"),
    Column("starts_on", _ON, "First day at work.", comeet="opening.time_start_to_work"),
)
CANDIDATE_TAGS = _owned(
    "candidate_tags",
    "applications",
    "One row is one tag on one candidate's application.",
    Column("application_id", _ID, "The application tagged.", comeet="uid"),
    Column("candidate_id", _ID, "The candidate tagged.", comeet="person_uid"),
    Column("name", _T, "The tag.", label="Tag", comeet="tags"),
)
CUSTOM_FIELDS = _entity(
    "custom_fields",
    "One row is one field the company added to its ATS.",
    Column("key", _T, "Stable key of the field.", comeet="key in custom_fields"),
    Column("name", _T, "Label of the field.", label="Field", comeet="key in custom_fields"),
    Column("applies_to", _T, "The table the field extends."),
    Column("type", _T, "Type in the ATS's word; text where it does not say."),
)
CUSTOM_VALUES = _owned(
    "custom_values",
    "applications",
    "One row is the value of one custom field on one application.",
    Column("application_id", _ID, "The application the value is on.", comeet="uid"),
    Column("field_id", _ID, "The custom field.", comeet="key in custom_fields"),
    Column("value", _T, "The value as text.", _PERSONAL, comeet="value in custom_fields"),
)
ATTACHMENTS = _owned(
    "attachments",
    "applications",
    "One row is one file the ATS holds. Links die within minutes and are never kept.",
    Column("application_id", _ID, "The application it is filed under.", comeet="uid"),
    Column("type", _T, "resume or other."),
    Column("name", _T, "File name.", _PERSONAL, label="File", comeet="resume.name"),
)

ACCOUNTS = _desk(
    "accounts",
    "One row is one connection to one ATS; its secrets are in the keyring.",
    Column("id", _ID, "The account's name, which is its id."),
    Column("ats", _T, "comeet, greenhouse, kombo or smartrecruiters."),
    Column("base_url", _T, "Address of the API."),
    Column("settings", _J, "Settings by name."),
    Column("created_at", _AT, "When the account was added."),
    key=("id",),
)
RECORDS = _desk(
    "records",
    "One row is one object as the ATS sent it, so that a new column never needs a new download.",
    Column("pk", _INT, "Internal key."),
    Column("account_id", _ID, "The account it came from."),
    Column("resource", _T, "The list it came in."),
    Column("id", _ID, "The ATS's id."),
    Column("hash", Kind.HASH, "Hash of the bytes: an equal one means nothing changed."),
    Column("body", _J, "The JSON as received, without links that expire.", _SENSITIVE),
    Column("first_seen_at", _AT, "When it first came."),
    Column("last_changed_at", _AT, "When it last came with other bytes."),
    Column("deleted_at", _AT, "When the ATS no longer had it."),
    key=("pk",),
    indexes=("account_id, resource, id",),
)
CHANGES = _desk(
    "changes",
    "One row is one field of one row that changed. Answers: what happened since a day.",
    Column("pk", _INT, "Internal key, rising with time."),
    Column("account_id", _ID, "The account."),
    Column("table_name", _T, "The table the row is in."),
    Column("row_id", _ID, "The row's id."),
    Column(
        "owner_id", _ID, "The application (or other owner) the row belongs to; blank where it stands alone."
    ),
    Column("field", _T, "The column that changed; added, gone or back for the row as a whole."),
    Column("old", _T, "Value before.", _PERSONAL),
    Column("new", _T, "Value after.", _PERSONAL),
    Column("seen_at", _AT, "When ATS Desk saw it."),
    Column("run_id", _INT, "The run that saw it."),
    key=("pk",),
    indexes=("account_id, table_name, row_id", "account_id, owner_id"),
)
RUNS = _desk(
    "runs",
    "One row is one sync of one account.",
    Column("id", _INT, "Number of the run."),
    Column("account_id", _ID, "The account."),
    Column(
        "state",
        _T,
        "RUNNING, SUCCEEDED, PARTIALLY_FAILED, CANCELLED, FAILED, TIMED_OUT or AUTHENTICATION_FAILED.",
    ),
    Column("full", _B, "Everything was read again, and what is gone was looked for."),
    Column("started_at", _AT, "When it began."),
    Column("ended_at", _AT, "When it ended."),
    Column("message", _T, "The outcome in one sentence, with what to do."),
    key=("id",),
    indexes=("account_id, id",),
)
RUN_RESOURCES = _desk(
    "run_resources",
    "One row is one resource of one run, with its counts.",
    Column("run_id", _INT, "The run."),
    Column("resource", _T, "The list that was read."),
    Column("state", _T, "SUCCEEDED, PARTIALLY_FAILED, FAILED, REFUSED, CANCELLED or SKIPPED."),
    Column("requests", _INT, "Requests made."),
    Column("received", _INT, "Records received."),
    Column("added", _INT, "Records that were new."),
    Column("changed", _INT, "Records that had changed."),
    Column("unchanged", _INT, "Records that were as before."),
    Column("gone", _INT, "Records the ATS no longer has."),
    Column("rejected", _INT, "Records set aside."),
    Column("waited", _DEC, "Seconds spent waiting for the ATS's limit."),
    Column("watermark", _AT, "Start of the last window that was read whole."),
    Column("message", _T, "What went wrong, and what to do."),
    key=("run_id", "resource"),
)
CHECKPOINTS = _desk(
    "checkpoints",
    "One row is how far the reading of one resource has come; written with the page it follows.",
    Column("account_id", _ID, "The account."),
    Column("resource", _T, "The list."),
    Column("watermark", _AT, "Start of the last window that was read whole."),
    Column("pass", _J, "The pass in progress: its start, its windows still to read, the next page."),
    Column("swept_at", _AT, "When the last full pass ended."),
    key=("account_id", "resource"),
)
SWEEP = _desk(
    "sweep",
    "One row is one record seen by the full pass in progress; what it did not see is gone.",
    Column("record_pk", _INT, "The record seen."),
    key=("record_pk",),
)
ISSUES = _desk(
    "issues",
    "One row is something a person can act on.",
    Column("id", _INT, "Number of the issue."),
    Column("account_id", _ID, "The account."),
    Column("run_id", _INT, "The run that met it last."),
    Column("kind", _T, "What sort: rejected_record, odd_value, refused, failed, clock, deletions_held, ..."),
    Column("resource", _T, "The list concerned."),
    Column("record_id", _ID, "The record concerned."),
    Column("title", _T, "What happened, in a sentence."),
    Column("hint", _T, "What to do."),
    Column("body", _J, "The record's JSON, where one was set aside.", _SENSITIVE),
    Column("first_seen_at", _AT, "When it was first met."),
    Column("last_seen_at", _AT, "When it was last met."),
    Column("times", _INT, "How often it was met."),
    Column("closed_at", _AT, "When it was over; blank while open."),
    key=("id",),
)
EXPORTS = _desk(
    "exports",
    "One row is one export that was written.",
    Column("id", _INT, "Number of the export."),
    Column("path", _T, "The file.", _PERSONAL),
    Column("ended_at", _AT, "When it was finished."),
    Column("rows", _INT, "Rows in all sheets."),
    Column("hash", _T, "Hash of the content: the same data gives the same hash."),
    Column("seconds", _DEC, "How long it took."),
    key=("id",),
)

SYNCED: tuple[Table, ...] = (
    SOURCES,
    SOURCE_CONTACTS,
    JOBS,
    STAGES,
    CUSTOM_FIELDS,
    CANDIDATES,
    APPLICATIONS,
    OPENINGS,
    STEPS,
    CANDIDATE_TAGS,
    CUSTOM_VALUES,
    ATTACHMENTS,
)
"""Tables a sync fills, owners before what they own."""

DESK: tuple[Table, ...] = (
    ACCOUNTS,
    RECORDS,
    CHANGES,
    RUNS,
    RUN_RESOURCES,
    CHECKPOINTS,
    SWEEP,
    ISSUES,
    EXPORTS,
)

TABLES: dict[str, Table] = {table.name: table for table in (*SYNCED, *DESK)}


def owned_by(owner: str) -> Iterator[Table]:
    """The tables whose rows belong to rows of `owner`."""
    return (table for table in SYNCED if table.owner == owner)
