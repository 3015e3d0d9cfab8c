"""Time moves: events, truth, control over HTTP, same seed same data."""

import time
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.greenhouse.evolve import SHARES
from atsdesk.sandbox.happening import Impossible
from tests.sandbox.greenhouse.conftest import Caller, Start

NOW = 1_790_000_000
PLAIN = ("candidates", "applications", "application_stages", "jobs", "offers", "interviews", "scorecards", "notes",
         "openings", "rejection_details", "attachments", "interviewers", "prospect_details")  # fmt: skip


def by_id(caller: Caller, name: str, **parameters: Any) -> dict[int, dict[str, Any]]:
    return {row["id"]: row for row in caller.all(f"/{name}", **parameters)}


def test_the_same_seed_makes_the_same_data_and_the_same_future(start: Start) -> None:
    first, second, other = (start(seed=seed, now=NOW) for seed in (1, 1, 2))
    events = [caller.control.advance(40, hired=1, merged=1) for caller in (first, second, other)]
    assert events[0] == events[1] != events[2]
    truths = [caller.control.truth() for caller in (first, second, other)]
    for truth in truths:  # the clocks went on for a moment
        truth["rows"] = {name: list(rows) for name, rows in truth["rows"].items()}
        for one in truth["applications"].values():
            del one["updated_at"]
    assert truths[0] == truths[1] != truths[2]
    names = [[row["first_name"] for row in caller.all("/candidates")] for caller in (first, second)]
    assert names[0] == names[1]


def test_truth_is_what_the_api_shows(fresh: Caller) -> None:
    fresh.control.advance(80)
    truth = fresh.control.truth()
    for name in truth["rows"]:
        shown = by_id(fresh, name)
        if name == "users":
            shown |= by_id(fresh, name, show_service_accounts="true")
        elif name == "rejection_reasons":
            shown |= by_id(fresh, name, include_defaults="true")
        elif name == "job_posts":
            shown |= by_id(fresh, name, active="false")
        assert {number: row["updated_at"] for number, row in shown.items()} == truth["rows"][name], name
    applications = by_id(fresh, "applications")
    for number, known in truth["applications"].items():
        assert {name: applications[number][name] for name in known} == known
    assert {number: row["status"] for number, row in by_id(fresh, "jobs").items()} == truth["jobs"]
    for name, numbers in truth["gone"].items():
        assert not set(numbers) & set(truth["rows"][name])


def test_a_sync_by_windows_and_a_sweep_keeps_up_with_every_event(fresh: Caller) -> None:
    """What an incremental sync with a sweep of ids would hold equals the lists."""
    held = {name: by_id(fresh, name) for name in PLAIN}
    low = fresh.control.state()["now"]
    for ahead in range(1, 4):
        fresh.control.set_clock(ahead * 10)
        fresh.control.advance(25)
        fresh.control.set_clock(ahead * 10 + 5)
        high = fresh.control.state()["now"]
        for name in PLAIN:
            held[name] |= by_id(fresh, name, updated_at=f"gte|{low}|lte|{high}")
        low = high
    for name in PLAIN:
        there = {row["id"] for row in fresh.all(f"/{name}", fields="id")}
        kept = {number: row for number, row in held[name].items() if number in there}
        listed = by_id(fresh, name)
        for rows in (kept, listed):
            for row in rows.values():
                row.pop("url", None)  # signed anew each time
        assert kept == listed, name


def stages(caller: Caller, number: int) -> list[dict[str, Any]]:
    return caller.good("/application_stages", application_ids=number)[::-1]


def test_a_new_application_begins_at_the_first_stage(fresh: Caller) -> None:
    (event,) = fresh.control.advance(new=1)
    one = fresh.one("/applications", event["id"])
    rows = stages(fresh, one["id"])
    plan = fresh.good("/job_interview_stages", job_ids=one["job_id"])[::-1]
    assert [row["job_interview_stage_id"] for row in rows] == [stage["id"] for stage in plan]
    assert [row["current"] for row in rows] == [True] + [False] * (len(rows) - 1)
    assert (one["stage_id"], one["stage_name"]) == (rows[0]["id"], plan[0]["name"])
    assert (one["status"], one["job_interview_stage_id"]) == ("in_process", plan[0]["id"])
    person = fresh.one("/candidates", one["candidate_id"])
    assert person["last_activity_at"] >= one["created_at"]


def test_a_move_leaves_one_stage_and_enters_the_next(fresh: Caller) -> None:
    (event,) = fresh.control.advance(moved=1)
    one = fresh.one("/applications", event["id"])
    rows = stages(fresh, one["id"])
    (here,) = [place for place, row in enumerate(rows) if row["current"]]
    assert rows[here]["id"] == one["stage_id"]
    assert rows[here - 1]["exited_at"] == rows[here]["entered_at"]
    assert rows[here]["exited_at"] is None


def test_a_rejection_keeps_the_stage_and_has_a_row_of_its_own(fresh: Caller) -> None:
    (event,) = fresh.control.advance(rejected=1)
    one = fresh.one("/applications", event["id"])
    (detail,) = fresh.good("/rejection_details", application_ids=one["id"])
    assert (one["status"], one["rejected_at"]) == ("rejected", detail["rejected_at"])
    (here,) = [row for row in stages(fresh, one["id"]) if row["current"]]
    assert here["id"] == one["stage_id"]
    assert here["exited_at"]


def test_a_rejection_can_be_taken_back(fresh: Caller) -> None:
    (event,) = fresh.control.advance(unrejected=1)
    one = fresh.one("/applications", event["id"])
    assert (one["status"], one["rejected_at"]) == ("in_process", None)
    assert fresh.good("/rejection_details", application_ids=one["id"]) == []
    (here,) = [row for row in stages(fresh, one["id"]) if row["current"]]
    assert here["exited_at"] is None


def test_interviews_are_scheduled_held_and_judged(fresh: Caller) -> None:
    (event,) = fresh.control.advance(scheduled=1)
    interview = fresh.one("/interviews", event["interview_id"])
    assert interview["status"] == "scheduled"
    assert interview["starts_at"] or interview["all_day_start_on"]
    (event,) = fresh.control.advance(feedback=1)
    assert fresh.one("/interviews", event["interview_id"])["status"] == "complete"
    panel = fresh.good("/interviewers", interview_ids=event["interview_id"])
    cards = [row["scorecard_id"] for row in panel if row["user_id"]]
    assert cards
    assert all(fresh.one("/scorecards", card)["status"] == "complete" for card in cards)


def test_offers_have_versions_and_the_hired_take_a_seat(start: Start) -> None:
    caller = start(seed=4, candidates=300)
    (event,) = caller.control.advance(offered=1)
    versions = caller.good("/offers", application_ids=event["id"])
    assert [row["version"] for row in versions] == list(range(len(versions), 0, -1))
    assert [row["status"] for row in versions].count("Created") == 1
    (event,) = caller.control.advance(hired=1)
    one = caller.one("/applications", event["id"])
    assert one["status"] == "hired"
    (offer,) = caller.good("/offers", application_ids=one["id"], current_only="true")
    assert (offer["status"], bool(offer["resolved_at"])) == ("Accepted", True)
    (seat,) = caller.good("/openings", application_ids=one["id"])
    reason = caller.one("/close_reasons", seat["close_reason_id"])
    assert (seat["open"], reason["name"].startswith("Hire -")) == (False, True)


def test_jobs_close_and_open_again(fresh: Caller) -> None:
    (event,) = fresh.control.advance(job_closed=1)
    job = fresh.one("/jobs", event["id"])
    assert (job["status"], bool(job["closed_at"])) == ("closed", True)
    assert not any(row["open"] for row in fresh.good("/openings", job_ids=job["id"]))
    assert not any(row["live"] for row in fresh.good("/job_posts", job_ids=job["id"]))
    (event,) = fresh.control.advance(job_reopened=1)
    job = fresh.one("/jobs", event["id"])
    assert (job["status"], job["closed_at"]) == ("open", None)
    assert any(row["open"] for row in fresh.good("/openings", job_ids=job["id"]))


def test_the_deleted_vanish_without_a_sign(fresh: Caller) -> None:
    before = by_id(fresh, "applications")
    (event,) = fresh.control.advance(deleted=1)
    assert fresh.good("/candidates", ids=event["id"]) == []
    theirs = [number for number, row in before.items() if row["candidate_id"] == event["id"]]
    assert theirs
    for name in ("application_stages", "interviews", "scorecards", "attachments", "offers"):
        assert fresh.good(f"/{name}", application_ids=",".join(map(str, theirs))) == []
    assert fresh.good("/applications", candidate_ids=event["id"]) == []


def test_a_merge_moves_what_one_had_to_the_other(start: Start) -> None:
    caller = start(candidates=200)
    applications = by_id(caller, "applications")
    gone, kept = sorted({row["candidate_id"] for row in applications.values()})[:2]
    moved = [number for number, row in applications.items() if row["candidate_id"] == gone]
    caller.control.merge(gone, kept)
    assert caller.control.truth("candidates")["merged"] == {gone: kept}
    assert caller.good("/candidates", ids=gone) == []
    for number in moved:
        assert caller.one("/applications", number)["candidate_id"] == kept


def test_prospects_become_candidates_of_a_job(start: Start) -> None:
    caller = start(candidates=200)
    (event,) = caller.control.advance(converted=1)
    old, new = caller.one("/applications", event["id"]), caller.one("/applications", event["into"])
    assert (old["status"], old["prospect"], old["job_id"]) == ("converted", True, None)
    assert (new["status"], new["prospect"], new["candidate_id"]) == ("in_process", False, old["candidate_id"])


def test_what_cannot_happen_is_said(start: Start) -> None:
    caller = start(candidates=0)
    assert caller.all("/candidates") == []
    for kind in ("moved", "deleted", "merged"):
        with pytest.raises(Impossible, match="left for this"):
            caller.control.advance(**{kind: 1})
    with pytest.raises(ValueError, match="promoted"):
        caller.control.advance(promoted=1)
    assert len(caller.control.advance(5)) == 5


def test_the_pipeline_evolves_by_itself(start: Start) -> None:
    caller = start(evolve_seconds=0.02)
    before = caller.control.truth()
    deadline = time.monotonic() + 5
    while caller.control.truth() == before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert caller.control.truth() != before


def test_ids_may_be_larger_than_other_languages_can_count(start: Start) -> None:
    caller = start(candidates=30, id_offset=2**60)
    rows = caller.all("/candidates")
    assert all(row["id"] > 2**53 for row in rows)
    assert caller.one("/candidates", rows[0]["id"]) == rows[0]


def ask(caller: Caller, method: str, what: str, body: Any = None, token: str | None = None) -> httpx.Response:
    url = f"{caller.sandbox.control_url}/{what}"
    given = caller.sandbox.control_token if token is None else token
    return httpx.request(method, url, headers={"X-Sandbox-Token": given}, json=body)


def test_every_control_works_over_http(fresh: Caller) -> None:
    assert ask(fresh, "GET", "").json()["candidates"] == 120
    assert set(ask(fresh, "GET", "truth").json()) == set(fresh.control.truth())
    events = ask(fresh, "POST", "advance", {"events": 2, "kinds": {"new": 1}}).json()["events"]
    assert len(events) == 3
    assert events[-1]["kind"] == "new"
    assert ask(fresh, "POST", "faults", {"faults": ["503@jobs"]}).json() == {"faults": ["503@jobs"]}
    assert fresh.get("/jobs").status_code == 503
    assert ask(fresh, "GET", "faults").json() == {"faults": []}
    ask(fresh, "POST", "faults", {"faults": ["500x*"]})
    ask(fresh, "DELETE", "faults")
    state = ask(fresh, "PUT", "permissions", {"without": ["notes"], "private": False}).json()
    assert (state["without"], state["private"]) == (["harvest:notes:list"], False)
    assert ask(fresh, "PUT", "clock", {"offset": 60}).json()["offset"] == 60
    ask(fresh, "PUT", "limit", {"requests": 1, "seconds": 60})
    assert [fresh.get("/jobs").status_code for _ in range(2)] == [200, 429]
    ask(fresh, "DELETE", "tokens")
    assert fresh.get("/jobs").status_code == 401
    assert ask(fresh, "POST", "secret").json()["client_secret"] != fresh.sandbox.secrets["client_secret"]
    statuses = [request["status"] for request in ask(fresh, "GET", "requests").json()]
    assert statuses == [200, 503, 200, 429, 401]
    assert ask(fresh, "DELETE", "requests").status_code == 200
    assert ask(fresh, "GET", "requests").json() == []


@pytest.mark.parametrize(
    ("method", "what", "body", "status"),
    [
        ("POST", "advance", {"kinds": {"promoted": 1}}, 400),
        ("POST", "advance", {"kinds": {"deleted": 999}}, 409),
        ("POST", "faults", {"faults": ["bogus"]}, 400),
        ("PUT", "permissions", {"without": ["x"]}, 400),
        ("GET", "secrets", None, 404),
    ],
)
def test_wrong_controls_are_explained(fresh: Caller, method: str, what: str, body: Any, status: int) -> None:
    answer = ask(fresh, method, what, body)
    assert answer.status_code == status
    assert answer.json()["message"]


@pytest.mark.parametrize("token", ["", "wrong"])
def test_controls_need_the_token(fresh: Caller, token: str) -> None:
    assert ask(fresh, "GET", "truth", token=token).status_code == 403


def test_every_kind_of_event_has_a_share() -> None:
    assert set(SHARES) >= {"new", "moved", "scheduled", "feedback", "offered", "hired", "rejected", "deleted",
                           "merged", "edited", "job_closed", "job_reopened"}  # fmt: skip
