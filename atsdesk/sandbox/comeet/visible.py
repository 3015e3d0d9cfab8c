"""What a grant lets through: missing permissions silently remove fields.

Source: Comeet's Recruiting API documentation, Permissions.
"""

from msgspec import UNSET

from atsdesk.sandbox.comeet import permissions as may
from atsdesk.sandbox.comeet.filters import Query
from atsdesk.sandbox.comeet.model import Candidate, Position, SourceContact
from atsdesk.sandbox.comeet.permissions import Grant
from atsdesk.sandbox.comeet.refusals import Refused

_SCOPES = {"all": "", "non-discreet": "is_discreet = 0", "published": "is_published = 1"}


def positions(query: Query, grant: Grant) -> None:
    """Only positions within the scope."""
    if _SCOPES[grant.scope]:
        query.require(_SCOPES[grant.scope])


def candidates(query: Query, grant: Grant) -> None:
    """Only candidates of positions within the scope, from the sources that may be read; never merged ones."""
    query.require("merged_into IS NULL")
    if _SCOPES[grant.scope]:
        query.require(f"position_uid IN (SELECT uid FROM position WHERE {_SCOPES[grant.scope]})")
    if may.OWN_CANDIDATES not in grant.allowed:
        query.require("ours = 0")
    if may.OTHER_CANDIDATES not in grant.allowed:
        query.require("ours = 1")


def trim_candidate(candidate: Candidate, grant: Grant) -> Candidate:
    """Takes out what may not be seen."""
    allowed = grant.allowed
    if may.FUTURE_STEPS not in allowed:
        candidate.future_steps = UNSET
    if may.SOURCE not in allowed:
        candidate.source = UNSET
    if may.SOURCE_CONTACT not in allowed:
        contact = candidate.source_contact
        if may.SOURCE_CONTACT_ID not in allowed:
            candidate.source_contact = UNSET
        elif isinstance(contact, SourceContact):
            candidate.source_contact = SourceContact(contact.uid)
    if may.RESUME not in allowed:
        candidate.resume = UNSET
    if may.OPENINGS not in allowed:
        candidate.opening = UNSET
    if may.ASSIGNEES not in allowed:
        ahead = candidate.future_steps or []
        for step in (*candidate.completed_steps, *candidate.current_steps, *ahead):
            step.assignees = UNSET
    return candidate


def trim_position(position: Position, grant: Grant) -> Position:
    """Takes out what may not be seen."""
    allowed = grant.allowed
    if may.LOCATIONS not in allowed:
        position.location = UNSET
    if may.INTERNAL_NAME not in allowed:
        position.internal_name = UNSET
    if may.SALARY_RANGE not in allowed:
        position.salary_range = UNSET
    if position.users is not UNSET:
        if may.LEAD_RECRUITER not in allowed:
            position.users.lead_recruiter = UNSET
        if may.HIRING_MANAGER not in allowed:
            position.users.hiring_manager = UNSET
    return position


def permit(grant: Grant, permission: str) -> None:
    """403 `no_permission` without it."""
    if permission not in grant.allowed:
        raise Refused(403)
