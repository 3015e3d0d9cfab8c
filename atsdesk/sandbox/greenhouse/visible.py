"""What the acting user may see: confidential jobs and private candidates vanish without a word (CONFIRMED [V7])."""

from atsdesk.sandbox.greenhouse.query import Query
from atsdesk.sandbox.greenhouse.resources import Resource
from atsdesk.sandbox.greenhouse.scopes import Grant

_JOBS = "SELECT id FROM jobs WHERE confidential = 1"
_PEOPLE = "SELECT id FROM candidates WHERE private = 1"


def limit(query: Query, resource: Resource, grant: Grant) -> None:
    """Leaves out what belongs to hidden jobs and people."""
    if not grant.confidential:
        _without(query, resource, "jobs", "job_id", _JOBS)
    if not grant.private:
        _without(query, resource, "candidates", "candidate_id", _PEOPLE)


def _without(query: Query, resource: Resource, owner: str, column: str, hidden: str) -> None:
    if resource.name == owner:
        query.require(f"id NOT IN ({hidden})")
        return
    if column in resource.columns:
        query.require(f"({column} IS NULL OR {column} NOT IN ({hidden}))")
    if "application_id" in resource.columns and column != "application_id":
        theirs = f"SELECT id FROM applications WHERE {column} IN ({hidden})"
        query.require(f"(application_id IS NULL OR application_id NOT IN ({theirs}))")
    if resource.name == "interviewers":
        theirs = f"SELECT id FROM applications WHERE {column} IN ({hidden})"
        query.require(f"interview_id NOT IN (SELECT id FROM interviews WHERE application_id IN ({theirs}))")
