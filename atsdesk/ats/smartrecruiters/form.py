"""How SmartRecruiters takes a candidate. Source, with certainty: the SmartRecruiters contract, "Create candidate"."""

from atsdesk.ats.form import FileLaw, FilePlace, Form, FormField, Group, Local, Section, Takes

WARN_BYTES = 2_000_000
"""CONFIRMED for the Application API; whether it holds for uploads to the Customer API is unknown."""
EXTENSIONS = (".pdf", ".doc", ".docx", ".rtf", ".jpg", ".jpeg", ".png")
"""CONFIRMED for the Application API as well."""

FILE_LAW = FileLaw(
    (
        FilePlace("resume", "Resume", EXTENSIONS, firm=False),
        FilePlace("other", "Other files", EXTENSIONS, firm=False, most=0),
    ),
    warn_bytes=WARN_BYTES,
    unknown="SmartRecruiters names 2 MB for one of its ways in, and nothing for this one.",
)


def _times() -> tuple[FormField, ...]:
    return (
        FormField("location", "Location"),
        FormField("started", "Began", Takes.PERIOD),
        FormField("ended", "Ended", Takes.PERIOD),
        FormField("is_current", "Still so", Takes.YES_NO),
        FormField("description", "Description", Takes.LONG_TEXT),
    )


FORM = Form(
    "smartrecruiters",
    "SmartRecruiters",
    (
        Section(
            "Person",
            (
                FormField("first_name", "First name", required=True),
                FormField("last_name", "Last name", required=True),
                FormField("is_internal", "Works for the company", Takes.YES_NO),
            ),
        ),
        Section(
            "Contact",
            (
                FormField("email", "E-mail", Takes.EMAIL, required=True),
                FormField("phone", "Phone", Takes.PHONE),
                FormField("linkedin_url", "LinkedIn", Takes.LINKEDIN),
                FormField("website", "Website", Takes.URL),
                FormField("skype", "Skype"),
                FormField("facebook", "Facebook"),
                FormField("twitter", "Twitter"),
            ),
        ),
        Section(
            "Location",
            (
                FormField("address.country", "Country", Takes.COUNTRY),
                FormField("address.state", "Region"),
                FormField("address.city", "City"),
            ),
        ),
        Section(
            "Source",
            (
                FormField(
                    "source.type_id",
                    "Kind of source",
                    Takes.CHOICE,
                    required_with="source",
                    local=Local("sources", value="type", label="type"),
                    hint="Blank is the source “API”.",
                ),
                FormField(
                    "source.id",
                    "Source",
                    Takes.CHOICE,
                    required_with="source",
                    local=Local("sources", by={"type": "source.type_id"}),
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
                        FormField("school", "School", required=True),
                        FormField("degree", "Degree"),
                        FormField("discipline", "Major"),
                        *_times(),
                    ),
                ),
                Group(
                    "employments",
                    "Experience",
                    (
                        FormField("title", "Title", required=True),
                        FormField("company", "Company"),
                        *_times(),
                    ),
                ),
            ),
        ),
        Section(
            "More", (FormField("tags", "Tags", Takes.TEXTS, local=Local("tags", value="name"), open=True),)
        ),
    ),
    FILE_LAW,
    job=None,
)
