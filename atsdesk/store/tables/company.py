"""Jobs and how the company hires: stages, openings, sources, users, departments, custom fields."""

from atsdesk.store.tables.vocabulary import (
    AT,
    COLLEAGUE,
    DEC,
    HTML,
    ID_,
    INT,
    ON,
    PERSONAL,
    YES,
    Column,
    T,
    entity,
    owned,
)

JOBS = entity(
    "jobs",
    "One row is one position or requisition. Answers: what is open, where, for whom.",
    Column("name", T, "Title of the job.", label="Job"),
    Column("internal_name", T, "Title used inside the company."),
    Column("status", T, "open, on_hold, closed, draft or unknown."),
    Column("status_raw", T, "Status in the ATS's own word.", label="ATS status"),
    Column("code", T, "Requisition code."),
    Column("department", T, "Department."),
    Column("location", T, "Location as shown."),
    Column("city", T, "City."),
    Column("state", T, "State or region."),
    Column("country", T, "Country, code or name as the ATS gives it."),
    Column("timezone", T, "Time zone of the location."),
    Column("workplace_type", T, "On-site, Hybrid or Remote."),
    Column("employment_type", T, "Full-time, part-time and the like."),
    Column("experience_level", T, "Level asked for."),
    Column("is_published", YES, "Shown on the careers page.", label="Published"),
    Column("is_confidential", YES, "Kept from most users of the ATS.", label="Confidential"),
    Column(
        "is_talent_pool",
        YES,
        "Not one opening but a pool of people.",
        label="Talent pool",
    ),
    Column("recruiter", T, "Lead recruiter.", COLLEAGUE),
    Column("hiring_manager", T, "Hiring manager.", COLLEAGUE),
    Column("salary_min", DEC, "Lower end of the salary range."),
    Column("salary_max", DEC, "Upper end of the salary range."),
    Column("salary_currency", T, "Currency of the range (ISO 4217)."),
    Column("salary_period", T, "hourly, weekly, monthly or annually."),
    Column("company_name", T, "Company or brand the job is for.", label="Company"),
    Column("email", T, "Mailbox that turns a mail into an application.", label="E-mail"),
    Column("url", T, "The job's page in the ATS.", label="Page in the ATS"),
    Column("careers_url", T, "The job's public page.", label="Careers page"),
    Column("description", HTML, "Description as the ATS holds it."),
    Column("department_id", ID_, "The department."),
    Column("office_id", ID_, "The first of its offices."),
    Column("visibility", T, "Who sees the post, in the ATS's word."),
    Column("opened_at", AT, "When it was opened."),
    Column("closed_at", AT, "When it was closed; may lie ahead in some systems."),
    Column("is_template", YES, "A pattern for other jobs.", label="Template"),
    Column("last_activity_at", AT, "When anything last happened on the job.", derived=True),
    Column("notes", HTML, "Notes on the job, for colleagues."),
    search=("name", "internal_name", "code", "department", "location"),
)
STAGES = entity(
    "stages",
    "One row is one stage of one job's workflow. Answers: which stages a job has.",
    Column("name", T, "Name of the stage.", label="Stage"),
    Column("type", T, "Kind of stage in the ATS's word."),
    Column("job_id", ID_, "The job whose workflow it is part of."),
    Column("position", INT, "Place in the job's workflow, from 1."),
    Column("is_active", YES, "Still used; others are kept for what happened in them.", label="Active"),
)
OPENINGS = entity(
    "openings",
    "One row is one seat to fill on a job. Answers: how many seats are open, who filled which.",
    Column("job_id", ID_, "The job the seat belongs to."),
    Column("name", T, "Name of the opening.", label="Opening"),
    Column("status", T, "Status in the ATS's word."),
    Column("hired_application_id", ID_, "The application that filled it."),
    Column("starts_on", ON, "First day at work."),
    Column("code", T, "Name or number of the seat in other systems."),
    Column("is_open", YES, "Not filled and not closed yet.", label="Open"),
    Column("opened_at", AT, "When it was opened."),
    Column("closed_at", AT, "When it was filled or closed."),
    Column("target_start_on", ON, "Day by which somebody should start."),
    Column("close_reason_id", ID_, "Why it was closed."),
    indexes=("account_id, job_id",),
)
SOURCES = entity(
    "sources",
    "One row is one source of candidates. Answers: which board, agency or referrer brings people.",
    Column("name", T, "Name of the source.", label="Source"),
    Column("type", T, "Kind of source."),
)
SOURCE_CONTACTS = entity(
    "source_contacts",
    "One row is one person at a source: an agency's contact, a referrer."
    " Answers: whom at an agency to ask, who refers people.",
    Column("name", T, "Full name.", PERSONAL),
    Column("email", T, "E-mail address.", PERSONAL, label="E-mail"),
    Column("phone", T, "Phone number.", PERSONAL),
    Column("source_id", ID_, "The source they work for."),
    Column("user_id", ID_, "The user of the ATS that a referrer is."),
)
USERS = entity(
    "users",
    "One row is one user of the ATS: recruiters, hiring managers, interviewers."
    " Answers: who works in the ATS, and as what.",
    Column("name", T, "Full name.", COLLEAGUE, label="User"),
    Column("first_name", T, "First name.", COLLEAGUE),
    Column("last_name", T, "Last name.", COLLEAGUE),
    Column("email", T, "E-mail address.", COLLEAGUE, label="E-mail"),
    Column("title", T, "Position in the company."),
    Column("role", T, "Role in the ATS."),
    Column("employee_id", T, "Number in the company's own records.", COLLEAGUE),
    Column("is_active", YES, "May use the ATS.", label="Active"),
    Column("is_admin", YES, "Administers the ATS.", label="Administrator"),
    Column("is_service_account", YES, "A program, not a person.", label="Service account"),
)
DEPARTMENTS = entity(
    "departments",
    "One row is one department of the company; they form a tree."
    " Answers: which departments there are, and what is within which.",
    Column("name", T, "Name of the department.", label="Department"),
    Column("parent_id", ID_, "The department above it.", of="departments"),
    Column("code", T, "Its number in other systems."),
)
OFFICES = entity(
    "offices",
    "One row is one office of the company; they form a tree. Answers: where the company is, and what is within what.",
    Column("name", T, "Name of the office.", label="Office"),
    Column("parent_id", ID_, "The office above it.", of="offices"),
    Column("location", T, "Where it is."),
    Column("code", T, "Its number in other systems."),
    Column("contact_id", ID_, "The user to ask there.", of="users"),
)
HIRING_TEAM = entity(
    "hiring_team",
    "One row is one role of one user on one job. Answers: who hires for which job.",
    Column("job_id", ID_, "The job."),
    Column("user_id", ID_, "The user."),
    Column("name", T, "Name of the user.", COLLEAGUE, label="Member"),
    Column("role", T, "recruiter, coordinator, sourcer, hiring_manager, or the ATS's own word."),
    Column("is_responsible", YES, "Answers for the job among those of the same role.", label="Responsible"),
    indexes=("account_id, job_id",),
)
JOB_POSTS = entity(
    "job_posts",
    "One row is one advertisement of one job. Answers: where jobs are advertised, and since when.",
    Column("job_id", ID_, "The job."),
    Column("title", T, "Title of the post.", label="Post"),
    Column("is_live", YES, "On show now.", label="Live"),
    Column("is_internal", YES, "For the company's own people.", label="Internal"),
    Column("is_active", YES, "Not deleted in the ATS.", label="Active"),
    Column("status", T, "Status in the ATS's word."),
    Column("location", T, "Where."),
    Column("language", T, "Language of the text."),
    Column("url", T, "Its public page.", label="Careers page"),
    Column("published_at", AT, "When it was first published."),
    Column("content", HTML, "The text."),
    indexes=("account_id, job_id",),
)
REJECTION_REASONS = entity(
    "rejection_reasons",
    "One row is one reason for which candidates are rejected or withdraw. Answers: for which reasons candidates leave.",
    Column("name", T, "The reason.", label="Reason"),
    Column("type", T, "Whose decision it was, in the ATS's word."),
)
CLOSE_REASONS = entity(
    "close_reasons",
    "One row is one reason for which openings are closed. Answers: for which reasons openings close.",
    Column("name", T, "The reason.", label="Reason"),
)
TAGS = entity(
    "tags",
    "One row is one tag that candidates may have.",
    Column("name", T, "The tag.", label="Tag"),
)
PROSPECT_POOLS = entity(
    "prospect_pools",
    "One row is one pool of people to keep in touch with.",
    Column("name", T, "Name of the pool.", label="Pool"),
    Column("description", T, "What it is for."),
    Column("is_active", YES, "Still used.", label="Active"),
)
PROSPECT_POOL_STAGES = entity(
    "prospect_pool_stages",
    "One row is one stage of one pool.",
    Column("pool_id", ID_, "The pool.", of="prospect_pools"),
    Column("name", T, "Name of the stage.", label="Stage"),
    Column("position", INT, "Place in the pool, from 1."),
)
CUSTOM_FIELDS = entity(
    "custom_fields",
    "One row is one field the company added to its ATS.",
    Column("key", T, "Stable key of the field."),
    Column("name", T, "Label of the field.", label="Field"),
    Column("applies_to", T, "The table the field extends."),
    Column("type", T, "Type in the ATS's word; text where it does not say."),
    Column("is_required", YES, "Has to be filled in.", label="Required"),
    Column("is_private", YES, "Hidden from most users of the ATS.", label="Private"),
    Column("is_active", YES, "Still used.", label="Active"),
    Column("position", INT, "Place among the fields of its kind."),
    Column("description", T, "What it is for."),
)
CUSTOM_OPTIONS = entity(
    "custom_options",
    "One row is one choice that a custom field offers.",
    Column("field_id", ID_, "The custom field.", of="custom_fields"),
    Column("name", T, "Label of the choice.", label="Option"),
    Column("code", T, "Its number in other systems."),
    Column("is_active", YES, "Still offered.", label="Active"),
    Column("position", INT, "Place among the choices."),
    indexes=("account_id, field_id",),
)
CUSTOM_VALUES = owned(
    "custom_values",
    ("applications", "candidates", "jobs", "openings", "offers", "users"),
    "One row is the value of one custom field on one row of another table.",
    Column("applies_to", T, "The table that row is in."),
    Column("row_id", ID_, "The row the value is on."),
    Column("field_id", ID_, "The custom field.", of="custom_fields"),
    Column("key", T, "Stable key of the field."),
    Column("value", T, "The value as text.", PERSONAL),
)
