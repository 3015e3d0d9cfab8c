"""Scopes, and what the acting user may see. Source: Harvest documentation, "Scopes and permissions"."""

import pytest

from atsdesk.sandbox.greenhouse import resources
from tests.sandbox.greenhouse.conftest import Caller, Start


def test_a_missing_scope_refuses_one_list_and_leaves_the_others(fresh: Caller) -> None:
    for resource in resources.ALL:
        fresh.control.permit([resource.name])
        assert fresh.get(f"/{resource.name}").status_code == 403
        other = "jobs" if resource.name != "jobs" else "users"
        assert fresh.get(f"/{other}").status_code == 200
    fresh.control.permit(["harvest:notes:list"])
    fresh.refused(fresh.get("/notes"), 403, "harvest:notes:list")


def test_confidential_jobs_vanish_with_all_that_hangs_on_them(start: Start) -> None:
    caller = start(candidates=300, seed=3)
    jobs = {row["id"]: row for row in caller.all("/jobs")}
    hidden = {number for number, row in jobs.items() if row["confidential"]}
    assert hidden
    lost = {row["id"] for row in caller.all("/applications") if row["job_id"] in hidden}
    assert lost
    caller.control.permit(confidential=False)
    assert {row["id"] for row in caller.all("/jobs")} == set(jobs) - hidden
    for name in ("openings", "job_posts", "offers", "interviews", "job_owners", "job_interview_stages"):
        assert not any(row["job_id"] in hidden for row in caller.all(f"/{name}")), name
    for name in ("application_stages", "scorecards", "rejection_details", "attachments", "notes", "eeoc"):
        assert not any(row["application_id"] in lost for row in caller.all(f"/{name}")), name
    meetings = {row["id"] for row in caller.all("/interviews")}
    assert {row["interview_id"] for row in caller.all("/interviewers")} <= meetings


def test_private_candidates_vanish_with_all_that_hangs_on_them(start: Start) -> None:
    caller = start(candidates=300, seed=3)
    private = {row["id"] for row in caller.all("/candidates") if row["private"]}
    assert private
    lost = {row["id"] for row in caller.all("/applications") if row["candidate_id"] in private}
    caller.control.permit(private=False)
    assert not private & {row["id"] for row in caller.all("/candidates")}
    for name in ("applications", "notes", "attachments", "candidate_educations", "applied_candidate_tags"):
        assert not any(row["candidate_id"] in private for row in caller.all(f"/{name}")), name
    for name in ("application_stages", "interviews", "scorecards"):
        assert not any(row["application_id"] in lost for row in caller.all(f"/{name}")), name


def test_unknown_scopes_are_named(start: Start) -> None:
    with pytest.raises(ValueError, match="harvest:everything:list"):
        start(without=["everything"])
