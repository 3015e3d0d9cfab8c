"""How Greenhouse takes a candidate. Facts and their certainty: the Greenhouse contract, section 8."""

from atsdesk.ats.form import FileLaw, FilePlace, Form, FormField, Group, Local, Option, Section, Takes, When

NAME_LIMIT = 255
"""SECONDARY (8.2)."""


def _choice(key: str, label: str, *values: str, required: bool = False) -> FormField:
    options = tuple(Option(value, value.replace("_", " ").capitalize()) for value in values)
    return FormField(key, label, Takes.CHOICE, required, options=options)


def _row(key: str, label: str, local: Local, hint: str = "", needs: str = "") -> FormField:
    return FormField(key, label, Takes.CHOICE, local=local, hint=hint, needs=needs)


def _contacts(key: str, label: str, each: str, takes: Takes, *types: str) -> Group:
    return Group(
        key,
        label,
        (FormField("value", each, takes, required=True), _choice("type", "Kind", *types, required=True)),
    )


def _name(key: str, label: str, *, required: bool = False) -> FormField:
    return FormField(key, label, required=required, limit=NAME_LIMIT)


NEW = When("candidate_id", ("",))
"""What belongs to a person is not asked of one whom Greenhouse has already."""
APPLIES = When("as_prospect", (False,))
PROSPECT = When("as_prospect", (True,))
EMAILS = ("personal", "work", "other")
PHONES = ("home", "work", "mobile", "skype", "other")
USERS = Local("users", where={"is_active": 1})
CUSTOM_TYPES = {
    "short_text": Takes.TEXT,
    "long_text": Takes.LONG_TEXT,
    "rich_text": Takes.LONG_TEXT,
    "url": Takes.URL,
    "yes_no": Takes.YES_NO,
    "number": Takes.NUMBER,
    "date": Takes.DAY,
    "date_of_birth": Takes.DAY,
    "single_select": Takes.CHOICE,
    "multi_select": Takes.MULTI,
    "currency": Takes.JSON,
    "currency_range": Takes.JSON,
    "number_range": Takes.JSON,
    "user": Takes.CHOICE,
}
"""Written as in 7.0; the others hold nothing (header, statement), files, or links."""

EXTENSIONS = tuple(
    ".pdf .doc .docx .xls .xlsx .ppt .txt .csv .json .xml .zip .bmp .gif .jpeg .jpg .png .tif .tiff .ics .css .htm "
    ".html .vcf .mpeg".split()
)
"""SECONDARY: what v1 named as types of content; v3 names none."""
WARN_BYTES = 5_000_000
"""INFERRED: no limit is documented (12, Unknowns)."""
FILE_LAW = FileLaw(
    (
        FilePlace("resume", "Resume", EXTENSIONS, firm=False),
        FilePlace("cover_letter", "Cover letter", EXTENSIONS, firm=False),
        FilePlace("other", "Other files", EXTENSIONS, firm=False, most=0),
    ),
    warn_bytes=WARN_BYTES,
    unknown="Greenhouse does not say how large files may be, nor which kinds it takes.",
)

FORM = Form(
    "greenhouse",
    "Greenhouse",
    (
        Section(
            "Person",
            (
                _name("first_name", "First name", required=True),
                _name("last_name", "Last name", required=True),
                _name("preferred_name", "Preferred name"),
                _name("company", "Company"),
                _name("title", "Title"),
            ),
            when=(NEW,),
        ),
        Section(
            "Contact",
            (
                FormField("email", "E-mail", Takes.EMAIL),
                _choice("email_type", "Kind of e-mail", *EMAILS),
                FormField("phone", "Phone", Takes.PHONE),
                _choice("phone_type", "Kind of phone", *PHONES),
                FormField("linkedin_url", "LinkedIn", Takes.LINKEDIN),
                _contacts("more_emails", "More e-mail addresses", "E-mail", Takes.EMAIL, *EMAILS),
                _contacts("more_phones", "More phone numbers", "Phone", Takes.PHONE, *PHONES),
                _contacts("addresses", "Addresses", "Address", Takes.LONG_TEXT, "home", "work", "other"),
                _contacts(
                    "websites",
                    "Websites",
                    "Address",
                    Takes.URL,
                    "personal",
                    "company",
                    "portfolio",
                    "blog",
                    "other",
                ),
                FormField("links", "Social media", Takes.URLS),
            ),
            when=(NEW,),
        ),
        Section(
            "Application",
            (
                FormField(
                    "as_prospect",
                    "As a prospect",
                    Takes.YES_NO,
                    hint="Somebody to keep in touch with, who has not applied.",
                ),
                FormField(
                    "stage_id",
                    "First stage",
                    Takes.CHOICE,
                    local=Local("stages", where={"is_active": 1}, by={"job_id": "job_id"}),
                    when=(APPLIES,),
                    hint="Blank is the first stage of the job.",
                ),
                FormField(
                    "prospect.job_ids",
                    "Jobs they may fit",
                    Takes.MULTI,
                    local=Local("jobs", where={"status": "open"}),
                    when=(PROSPECT,),
                ),
                FormField(
                    "prospect.pool_id",
                    "Pool",
                    Takes.CHOICE,
                    local=Local("prospect_pools", where={"is_active": 1}),
                    when=(PROSPECT,),
                ),
                FormField(
                    "prospect.pool_stage_id",
                    "Stage in the pool",
                    Takes.CHOICE,
                    needs="prospect.pool_id",
                    local=Local("prospect_pool_stages", by={"pool_id": "prospect.pool_id"}),
                    when=(PROSPECT,),
                ),
                FormField("prospect.owner_id", "Owner", Takes.CHOICE, local=USERS, when=(PROSPECT,)),
                FormField(
                    "prospect.department_id",
                    "Department",
                    Takes.CHOICE,
                    local=Local("departments"),
                    when=(PROSPECT,),
                ),
                FormField(
                    "prospect.office_id",
                    "Office",
                    Takes.CHOICE,
                    needs="prospect.department_id",
                    local=Local("offices"),
                    when=(PROSPECT,),
                ),
                _row("source.id", "Source", Local("sources")),
                _row("referrer_id", "Referrer", Local("source_contacts")),
                _row("recruiter_id", "Recruiter", USERS),
                _row("coordinator_id", "Coordinator", USERS),
            ),
        ),
        Section(
            "Note",
            (
                FormField("note.text", "Note", Takes.LONG_TEXT, required_with="note"),
                FormField(
                    "note.visibility",
                    "Who may read it",
                    Takes.CHOICE,
                    required_with="note",
                    options=(
                        Option("public", "Everyone who sees the candidate"),
                        Option("private", "The hiring team"),
                        Option("admin_only", "Administrators"),
                    ),
                ),
            ),
        ),
        Section(
            "Background",
            (
                Group(
                    "educations",
                    "Educations",
                    (
                        _row("school_id", "School", Local("custom_options", of_field="school_name")),
                        _row("degree_id", "Degree", Local("custom_options", of_field="degree")),
                        _row("discipline_id", "Discipline", Local("custom_options", of_field="discipline")),
                        FormField("started", "Began", Takes.PERIOD),
                        FormField("ended", "Ended", Takes.PERIOD),
                    ),
                ),
                Group(
                    "employments",
                    "Employments",
                    (
                        FormField("company", "Company", required=True),
                        FormField("title", "Title", required=True),
                        FormField("started", "Began", Takes.DAY, required=True, whole_days=True),
                        FormField("ended", "Ended", Takes.DAY, whole_days=True),
                    ),
                ),
            ),
        ),
        Section(
            "More",
            (
                FormField(
                    "tags",
                    "Tags",
                    Takes.TEXTS,
                    limit=NAME_LIMIT,
                    local=Local("tags", value="name"),
                    open=True,
                ),
                FormField("is_private", "Private", Takes.YES_NO),
                FormField("can_email", "May be mailed", Takes.YES_NO),
            ),
            when=(NEW,),
        ),
    ),
    FILE_LAW,
    job=(APPLIES,),
    known_candidates=True,
    without_application=("note.text", "educations", "employments"),
    custom={"candidates": "custom_fields", "applications": "application_fields"},
    custom_types=CUSTOM_TYPES,
    custom_hints={
        "currency": 'Write it as {"amount": 65000, "currency_code": "EUR"}.',
        "currency_range": 'Write it as {"min_amount": 60000, "max_amount": 70000, "currency_code": "EUR"}.',
        "number_range": 'Write it as {"min_value": 2, "max_value": 5}.',
    },
)
