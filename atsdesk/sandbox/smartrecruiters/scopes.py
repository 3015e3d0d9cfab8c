"""Scopes: a credential without one is refused what needs it.

Source: vendor documentation, "Base URLs & auth" (C:V6,V7). The last five names are INFERRED: the scopes of
these interfaces are unknown. An API key acts as a user and can be narrowed the same way here.
"""

CANDIDATES_READ = "candidates_read"
CANDIDATES_CREATE = "candidates_create"
CANDIDATES_MANAGE = "candidates_manage"
STATUS_READ = "candidates_status_read"
OFFERS_READ = "candidates_offers_read"
JOBS_READ = "jobs_read"
COMPANY_READ = "company_read"
CONFIGURATION_READ = "configuration_read"
USERS_READ = "users_read"
INTERVIEWS_READ = "interviews_read"
REVIEWS_READ = "reviews_read"
REPORTS_READ = "reports_read"
ANALYTICS_READ = "analytics_read"

ALL = frozenset((
    CANDIDATES_READ, CANDIDATES_CREATE, CANDIDATES_MANAGE, STATUS_READ, OFFERS_READ, JOBS_READ, COMPANY_READ,
    CONFIGURATION_READ, USERS_READ, INTERVIEWS_READ, REVIEWS_READ, REPORTS_READ, ANALYTICS_READ,
))  # fmt: skip


def granted(without: tuple[str, ...] | list[str]) -> frozenset[str]:
    """Everything but the named scopes; `ValueError` with a plain sentence for a name nobody knows."""
    missing = {name.strip().lower() for name in without}
    unknown = sorted(missing - ALL)
    if unknown:
        raise ValueError(f"There is no scope named “{unknown[0]}”; known are: {', '.join(sorted(ALL))}")
    return ALL - missing
