"""Permissions: a missing one removes fields without a word, or refuses a write.

Source: Comeet's Recruiting API documentation, "Base URLs & auth", Permissions (the vendor's list is longer).
"""

from dataclasses import dataclass
from typing import Literal, get_args

Scope = Literal["all", "non-discreet", "published"]

POSITIONS = "retrieve positions"
LOCATIONS = "retrieve locations"
LEAD_RECRUITER = "include lead recruiter in position"
HIRING_MANAGER = "include hiring manager in position"
SALARY_RANGE = "read position salary range"
INTERNAL_NAME = "read position internal name"
OPENINGS = "retrieve openings"
CREATE_OPENING = "create opening"
CREATE_CANDIDATE = "create candidate"
UPDATE_CANDIDATE = "update candidate contact details"
OWN_CANDIDATES = "retrieve candidates created by your app"
OTHER_CANDIDATES = "retrieve candidates created by other sources"
ASSIGNEES = "include step interviewers/assignees"
FUTURE_STEPS = "include future steps"
SOURCE = "include source"
SOURCE_CONTACT_ID = "include source contact id only"
SOURCE_CONTACT = "include source contact personal details"
CREATE_NOTES = "create notes"
DELETE_PERSONS = "delete or pseudonymize persons"
RESUME = "resume access"

ALL = frozenset((
    POSITIONS, LOCATIONS, LEAD_RECRUITER, HIRING_MANAGER, SALARY_RANGE, INTERNAL_NAME, OPENINGS,
    CREATE_OPENING, CREATE_CANDIDATE, UPDATE_CANDIDATE, OWN_CANDIDATES, OTHER_CANDIDATES, ASSIGNEES, FUTURE_STEPS,
    SOURCE, SOURCE_CONTACT_ID, SOURCE_CONTACT, CREATE_NOTES, DELETE_PERSONS, RESUME,
))  # fmt: skip
_OF_CANDIDATE = frozenset((ASSIGNEES, FUTURE_STEPS, SOURCE, SOURCE_CONTACT, RESUME, OPENINGS))
_OF_POSITION = frozenset((LOCATIONS, LEAD_RECRUITER, HIRING_MANAGER, SALARY_RANGE, INTERNAL_NAME))


@dataclass(frozen=True, slots=True)
class Grant:
    """What the customer's admin allowed: permissions, and which positions they reach."""

    allowed: frozenset[str] = ALL
    scope: Scope = "all"

    @property
    def whole_candidates(self) -> bool:
        """Nothing has to be taken out of a candidate."""
        return self.allowed >= _OF_CANDIDATE

    @property
    def whole_positions(self) -> bool:
        """Nothing has to be taken out of a position."""
        return self.allowed >= _OF_POSITION


def granted(without: tuple[str, ...] | list[str], scope: str) -> Grant:
    """Everything but the named permissions; `ValueError` with a plain sentence for a name nobody knows."""
    missing = {name.strip().lower() for name in without}
    unknown = sorted(missing - ALL)
    if unknown:
        raise ValueError(f"There is no permission named “{unknown[0]}”; known are: {', '.join(sorted(ALL))}")
    if scope not in get_args(Scope):
        raise ValueError(f"There is no scope named “{scope}”; known are: {', '.join(get_args(Scope))}")
    return Grant(ALL - missing, next(known for known in get_args(Scope) if known == scope))
