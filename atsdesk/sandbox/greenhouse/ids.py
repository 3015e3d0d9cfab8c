"""Ids as the vendor's: whole numbers, each list in a range of its own, newer records higher."""

from atsdesk.sandbox.greenhouse import resources
from atsdesk.sandbox.greenhouse.model.record import Record

# people and what they do have eleven digits (seen in a third-party note), the company's own things fewer
_BASES = {
    "candidates": 41_000_000_101,
    "applications": 52_000_000_202,
    "application_stages": 88_000_000_301,
    "jobs": 3_300_044,
    "job_interview_stages": 7_700_012,
    "users": 4_001_234,
    "sources": 16,
    "rejection_reasons": 41,
}
_WIDE = frozenset((
    "candidates", "applications", "application_stages", "notes", "attachments", "interviews", "interviewers",
    "scorecards", "offers", "rejection_details", "prospect_details", "applied_candidate_tags",
    "candidate_educations", "candidate_employments", "eeoc", "demographic_answers",
))  # fmt: skip


class Ids:
    """Counts; `offset` moves the ids of people and of what they do, beyond 2^53 for instance."""

    def __init__(self, offset: int = 0) -> None:
        self._next: dict[type[Record], int] = {}
        for number, resource in enumerate(resources.ALL):
            wide = resource.name in _WIDE
            usual = (60_000_000_000 + number * 1_000_000_000) if wide else 100_000 + number * 50_000
            self._next[resource.model] = _BASES.get(resource.name, usual) + (offset if wide else 0)

    def new(self, model: type[Record]) -> int:
        """The next id of a list."""
        number = self._next[model]
        self._next[model] = number + 1
        return number

    def skip(self, model: type[Record], to: int) -> None:
        """Goes on from there."""
        self._next[model] = max(self._next[model], to)
