"""What the vendor's documentation leaves open, decided in one place and easy to change.

Source: what Comeet's Recruiting API documentation says and leaves open; every value here is INFERRED unless its
comment says otherwise.
"""

from dataclasses import dataclass

STEP_ASSIGNEES = "assignees"  # the key of a step's interviewers was seen nowhere
WEB = "https://app.comeet.example"
COMPANY = "Northwind Example"
APP_SOURCE = ("5A.A75", "ATS Desk", "Other")  # where candidates created through the API come from
MALICIOUS = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"

# CONFIRMED
STATUSES = ("In progress", "On hold", "Awaiting Decision", "Rejected", "Withdrawn", "Hired")
PROSPECT_STATUSES = (
    "Sourced", "Contacted", "Responded", "Interested", "Not interested", "Do not contact",
)  # fmt: skip

# CONFIRMED: the specs file of the contract
RESUME_EXTENSIONS = frozenset((".pdf", ".doc", ".docx"))
IMAGE_EXTENSIONS = frozenset((".jpeg", ".jpg", ".tiff", ".tif", ".png", ".gif", ".bmp", ".jfif", ".ico"))
FILE_EXTENSIONS = IMAGE_EXTENSIONS | frozenset(
    ".xlsx .zip .pptx .msg .rar .xls .csv .gsheet .xml .7z .txt .gz .gdoc .ppsx .ppt .ics .html .htm "
    ".eml .dwg .gl .cs "
    ".css .py .java .json .mp3 .mp4 .psd .odt .pem .cpp .swf .apk .sql .mov .dash .p7s .dat .ipynb "
    ".pdf .doc .docx "
    ".rtf .log .pages".split()
)

CUSTOM_FIELDS = (
    "Notice period", "Salary expectation", "Relocation", "Languages", "Visa needed until", "הערות מגייס",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """How the imitation decides where the contract is silent."""

    page_size: int = 100
    page_cap: int = 1000
    rate_requests: int = 100  # CONFIRMED; 0 switches the limit off
    rate_seconds: float = 60.0
    retry_after: bool = False
    after_inclusive: bool = False
    before_inclusive: bool = True
    token_leeway: int = 0
    created_status: int = 200
    stubs_in_list: bool = True  # deleted stubs are in the list unless `deleted=False` (SECONDARY)
    merged_count_as_deleted: bool = False  # whether /deleted-candidates names merged ones
    conflict_names_number: bool = False  # the documentation shows `candidate_uid` of the 409 as a number
    hide_screened_out: bool = (
        True  # /positions/{uid}/candidates leaves out those rejected at screening (SECONDARY)
    )
    edit_touches_all: bool = True  # a contact change counts as activity in every hiring process of the person
    file_url_seconds: int = 900  # CONFIRMED
    file_bytes: int = 6_000_000  # 6 MB, decimal
    text_limit: int = 255
    note_limit: int = 20_000
    body_limit: int = 80_000_000
