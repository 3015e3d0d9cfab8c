"""How Comeet takes a candidate. Facts and their certainty: the Comeet contract, "Create candidate", "Files"."""

from atsdesk.ats.form import FileLaw, FilePlace, Form, FormField, Option, Section, Takes

FILE_BYTES = 6_000_000
"""CONFIRMED are 6 MB; that they are decimal is the safe reading."""
TEXT_LIMIT = 255
"""INFERRED: that there are limits is CONFIRMED (`string_size_limit`), their size is not documented."""
NOTE_LIMIT = 20_000
"""INFERRED."""
PROSPECT_STATUSES = ("Sourced", "Contacted", "Responded", "Interested", "Not interested", "Do not contact")

RESUMES = (".pdf", ".doc", ".docx")
"""The strict one of two documented revisions."""
IMAGES = (".jpeg", ".jpg", ".tiff", ".tif", ".png", ".gif", ".bmp", ".jfif", ".ico")
FILES = tuple(
    ".xlsx .zip .pptx .msg .rar .xls .csv .gsheet .xml .7z .txt .gz .gdoc .ppsx .ppt .ics .html .htm .eml .dwg .gl "
    ".cs .css .py .java .json .mp3 .mp4 .psd .odt .pem .cpp .swf .apk .sql .mov .dash .p7s .dat .ipynb .pdf .doc "
    ".docx .rtf .log .pages".split()
)
"""An Enterprise account can change this list."""


def _text(
    key: str, label: str, takes: Takes = Takes.TEXT, *, required: bool = False, hint: str = ""
) -> FormField:
    return FormField(key, label, takes, required, limit=TEXT_LIMIT, firm=False, hint=hint)


FILE_LAW = FileLaw(
    (
        FilePlace("resume", "Resume", RESUMES, each_bytes=FILE_BYTES),
        FilePlace("picture", "Picture", IMAGES, each_bytes=FILE_BYTES),
        FilePlace("other", "Other files", (*IMAGES, *FILES), most=0, each_bytes=FILE_BYTES),
    )
)

FORM = Form(
    "comeet",
    "Comeet",
    (
        Section(
            "Person",
            (
                _text("first_name", "First name", required=True),
                _text("middle_name", "Middle name"),
                _text("last_name", "Last name", required=True),
                _text("national_id", "National id"),
            ),
        ),
        Section(
            "Contact",
            (
                _text("email", "E-mail", Takes.EMAIL),
                _text("mobile_phone", "Mobile", Takes.PHONE),
                _text("phone", "Phone", Takes.PHONE),
                _text("linkedin_url", "LinkedIn", Takes.LINKEDIN),
                FormField("links", "Links", Takes.URLS, hint="Portfolio, website, other profiles."),
            ),
        ),
        Section(
            "Address",
            (
                FormField("address.country", "Country", Takes.COUNTRY),
                _text("address.state", "State"),
                _text("address.city", "City"),
                _text("address.street", "Street"),
                _text("address.zip", "Postal code"),
            ),
        ),
        Section(
            "Application",
            (
                FormField(
                    "prospect_status",
                    "Prospect status",
                    Takes.CHOICE,
                    options=tuple(Option(one, one) for one in PROSPECT_STATUSES),
                    hint="For somebody you found who has not applied.",
                ),
                _text(
                    "salary.text",
                    "Salary expectations",
                    hint="Comeet takes it only where this was switched on for the company.",
                ),
                FormField("note.text", "Note", Takes.LONG_TEXT, limit=NOTE_LIMIT, firm=False),
            ),
        ),
        Section(
            "Source contact",
            (
                FormField(
                    "source_contact.full_name",
                    "Full name",
                    required_with="source_contact",
                    limit=TEXT_LIMIT,
                    firm=False,
                    hint="The agency's contact or referrer who brings the candidate.",
                ),
                FormField(
                    "source_contact.email",
                    "E-mail",
                    Takes.EMAIL,
                    required_with="source_contact",
                    limit=TEXT_LIMIT,
                    firm=False,
                ),
                _text("source_contact.phone", "Phone", Takes.PHONE),
            ),
        ),
    ),
    FILE_LAW,
    custom={"applications": "custom_fields"},
    custom_types={"text": Takes.TEXT},
)
