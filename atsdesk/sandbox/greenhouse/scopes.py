"""Scopes of the credential, and what the acting user may see.

Source: Harvest documentation, "Scopes and permissions": a list needs its scope (CONFIRMED [V7]) and a Site Admin
(CONFIRMED [V3]); confidential jobs and private candidates vanish silently without rights (CONFIRMED [V7]).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from atsdesk.sandbox.greenhouse import resources

WRITES = (
    "applications:create", "applications:update", "applications:destroy", "applications:hire", "applications:move",
    "applications:reject", "applications:unreject", "applications:convert_to_candidate", "candidates:create",
    "candidates:update", "candidates:destroy", "candidates:merge", "candidates:anonymize", "notes:create",
    "attachments:create", "attachments:destroy", "candidate_educations:create", "candidate_employments:create",
    "candidate_tags:create", "applied_candidate_tags:create", "applied_candidate_tags:destroy",
)  # fmt: skip
ALL = frozenset(
    f"harvest:{name}" for name in (*WRITES, *(f"{resource.name}:list" for resource in resources.ALL))
)


@dataclass(frozen=True, slots=True)
class Grant:
    """What the customer's admin allowed."""

    scopes: frozenset[str] = ALL
    private: bool = True  # whether the acting user sees private candidates
    confidential: bool = True  # whether the acting user is on the hiring team of confidential jobs

    def has(self, scope: str) -> bool:
        """`scope` without its first word, such as `candidates:list`."""
        return f"harvest:{scope}" in self.scopes


def granted(without: Iterable[str], *, private: bool = True, confidential: bool = True) -> Grant:
    """Everything but the named scopes, given whole, as `notes:list`, or as `notes` for its list.

    `ValueError` with a plain sentence for a name nobody knows.
    """
    missing = set()
    for name in without:
        whole = name.strip().removeprefix("harvest:")
        missing.add(f"harvest:{whole}" if ":" in whole else f"harvest:{whole}:list")
    unknown = sorted(missing - ALL)
    if unknown:
        raise ValueError(f"There is no scope named “{unknown[0]}”; known are: {', '.join(sorted(ALL))}")
    return Grant(ALL - missing, private, confidential)
