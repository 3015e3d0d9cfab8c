"""What the vendor's documentation leaves open, decided in one place and easy to change.

Source: Harvest documentation, "Unknowns" and "Checklist for the fake server"; every value here is INFERRED unless
its comment says otherwise.
"""

from dataclasses import dataclass

COMPANY = "Northwind Example"
WEB = "https://app.greenhouse.example"
CLIENT_SUFFIX = "-harvest"  # client ids have a suffix (SECONDARY [T1]); which one was seen nowhere
SILO = 201  # SECONDARY [T1]: tokens carry a silo claim
UNLIMITED = 1_000_000  # what the headers say while no limit is kept


@dataclass(frozen=True, slots=True)
class Rules:
    """How the imitation decides where the contract is silent or contradicts itself."""

    page_size: int = 100  # CONFIRMED [V2]
    page_cap: int = 500  # CONFIRMED [V2]
    ids_cap: int = 50  # CONFIRMED [V3]
    fields_cap: int = 50  # CONFIRMED [V7]
    rate_requests: int = 50  # the real ceiling is unknown; 0 switches the limit off
    rate_seconds: float = 30.0  # SECONDARY [T1][T2][T4]: a fixed window
    retry_after: bool = True  # SECONDARY [T1]
    token_requests: int = 60  # SECONDARY [T1]: counted apart, per 60 seconds; the number is unknown
    token_window: float = 60.0
    token_seconds: int = 3600  # CONFIRMED [V6]
    expires_in: bool = False  # whether the token answer has the second spelling too (SECONDARY [T1])
    one_live_token: bool = True  # SECONDARY [T2]: a new token revokes the client's earlier one
    cursor_seconds: int = 0  # how long a cursor lives; 0 is for ever
    two_sided: bool = True  # SECONDARY [T4]: `gte|A|lte|B`; otherwise 422
    brackets: bool = True  # SECONDARY [T5]: `updated_at[gte]=A`
    both_times: bool = (
        True  # whether created_at and updated_at may be combined; the vendor asks not to (CONFIRMED [V3])
    )
    refuse_others: bool = True  # who is no Site Admin gets 403; otherwise no rows
    stage_after_end: bool = True  # SECONDARY [T2]: `stage_id` stays after a rejection; documented as null
    activity_touches: bool = True  # a moved `last_activity_at` moves `updated_at` of that record
    retired_status: int = 404  # what /v1 and /v2 answer since their removal is unknown
    created_wrapped: bool = True  # SECONDARY [T6][T7][T14]: POST /candidates answers {candidate, application}
    refuse_double: bool = True  # a second active application of a candidate on a job
    from_stage_is_own: bool = (
        True  # SECONDARY [T2]: `from_stage_id` of a move is the application's `stage_id`
    )
    file_url_seconds: int = 7 * 86_400  # CONFIRMED [V7]: about seven days
    file_bytes: int = 50_000_000
    body_limit: int = 80_000_000
