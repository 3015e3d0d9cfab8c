"""What the vendor's documentation leaves open, decided in one place and easy to change.

Source: vendor documentation, "Fake server defaults" and "Unknowns"; every value here is INFERRED unless its
comment says otherwise.
"""

from dataclasses import dataclass
from typing import Literal

COMPANY = "Northwind Example"
COMPANY_ID = "NorthwindExample"
WEB = "https://app.smartrecruiters.example"
ORIGIN = "https://api.sandbox.invalid"  # becomes the sandbox's own address when an answer leaves

# the ways in which an account may read interviews; the words of the setting `interviews_mode`
INTERVIEW_MODES = ("report", "analytics", "api")

# CONFIRMED C:V18
STATUSES = (
    "LEAD", "NEW", "IN_REVIEW", "INTERVIEW", "OFFERED", "HIRED", "REJECTED", "WITHDRAWN", "TRANSFERRED",
)  # fmt: skip
ENDED = frozenset(("HIRED", "REJECTED", "WITHDRAWN", "TRANSFERRED"))
# the same stage has another name in the data services (C:V9)
ANALYTICS_STAGE = {status: "OFFER" if status == "OFFERED" else status for status in STATUSES}

# SECONDARY S:T1,T2
JOB_STATUSES = ("CREATED", "SOURCING", "FILLED", "INTERVIEW", "OFFER", "CANCELLED", "ON_HOLD")
CLOSED_JOB = frozenset(("FILLED", "CANCELLED"))
POSTING_STATUSES = ("PUBLIC", "INTERNAL", "NOT_PUBLISHED", "PRIVATE")
OFFER_STATUSES = (
    "CREATED", "PENDING_APPROVAL", "APPROVED", "NOT_APPROVED", "PENDING_ACCEPTANCE", "ACCEPTED", "NOT_ACCEPTED",
    "ABANDONED",
)  # fmt: skip
CONSENT_STATUSES = ("REQUIRED", "PENDING", "ACQUIRED")
ONBOARDING_STATUSES = ("READY_TO_ONBOARD", "ONBOARDING_SUCCESSFUL", "ONBOARDING_FAILED")
ATTENDANCE = ("PENDING", "TENTATIVE", "ACCEPTED", "DECLINED")
ATTACHMENT_TYPES = ("GENERIC_FILE", "RESUME")

# words of the parameter `age` of the offers list, in days; the vendor's own words were not seen
AGES = {"LAST_DAY": 1, "LAST_WEEK": 7, "LAST_MONTH": 30, "LAST_YEAR": 365}

Offset = Literal["refused", "ignored"]
Visibility = Literal["api", "all"]
Header = Literal["key", "label"]


@dataclass(frozen=True, slots=True)
class Rules:
    """How the imitation decides where the contract is silent."""

    page_size: int = 10  # SECONDARY S:T1,T2
    users_page_size: int = 100
    page_cap: int = 100
    offset: Offset = "refused"  # whether an offset on /jobs and /candidates is an error
    after_inclusive: bool = False
    status_touches_updated: bool = True  # whether `updatedAfter` fires on a change of status
    rate_requests: int = 10  # CONFIRMED C:V1, a second; 0 switches the limits off
    rate_seconds: float = 1.0
    slow_requests: int = 2  # CONFIRMED C:V1, for publications and documents of offers
    concurrent: int = 8  # CONFIRMED C:V1
    concurrent_candidates: int = 1  # CONFIRMED C:V1
    list_seconds: float = 0.005  # how long GET /candidates is under way; what arrives meanwhile is refused
    retry_after: bool = False
    token_seconds: int = 1800
    created_status: int = 201
    duplicate_returns_existing: bool = True  # a known mail address answers with the profile that has it
    application_id_in_pair: bool = True  # whether GET /candidates/{id}/jobs/{jobId} names the application
    interviews_visible: Visibility = "api"  # CONFIRMED C:V20 for 2021; later pages speak of all
    analytics_header: Header = "key"
    analytics_bom: bool = False
    analytics_newline: str = "\r\n"
    zone_with_space: bool = True  # CONFIRMED C:V10, in the data services only
    report_polls: int = 3  # a run is PENDING, RUNNING and COMPLETED at the first, second and third look
    second_run_refused: bool = True  # SECONDARY S:T3
    upload_bytes: int = 10_000_000
    body_limit: int = 80_000_000
    text_limit: int = 1_000
