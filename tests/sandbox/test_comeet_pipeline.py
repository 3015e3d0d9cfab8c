"""Time moves: events, truth, control over HTTP, same seed same data."""

import time
from collections import Counter
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.comeet.evolve import SHARES
from atsdesk.sandbox.happening import Impossible
from tests.sandbox.conftest import Caller, Start

NOW = 1_790_000_000


def by_uid(caller: Caller) -> dict[str, dict[str, Any]]:
    return {one["uid"]: one for one in caller.all("/candidates")}


def steps(one: dict[str, Any]) -> list[list[str]]:
    lists = ("completed_steps", "current_steps", "future_steps")
    return [[step["position_step_uid"] for step in one[name]] for name in lists]


def test_the_same_seed_makes_the_same_data_and_the_same_future(start: Start) -> None:
    first, second, other = (start(seed=seed, now=NOW) for seed in (1, 1, 2))
    events = [caller.control.advance(30, hired=1, merged=1) for caller in (first, second, other)]
    assert events[0] == events[1] != events[2]
    truths = [caller.control.truth() for caller in (first, second, other)]
    for truth in truths:
        for one in truth["candidates"].values():
            del one["updated"]  # the clocks went on for a moment
    assert truths[0] == truths[1] != truths[2]
    names = [[one.get("first_name") for one in caller.all("/candidates")] for caller in (first, second)]
    assert names[0] == names[1]


def test_truth_is_what_the_api_shows(fresh: Caller) -> None:
    fresh.control.advance(60)
    truth = fresh.control.truth()
    shown = by_uid(fresh)
    assert {uid for uid, one in shown.items() if one["deleted"]} == set(truth["deleted"])
    living = {uid: one for uid, one in shown.items() if not one["deleted"]}
    assert set(living) == set(truth["candidates"])
    for uid, one in living.items():
        known = truth["candidates"][uid]
        assert [known["completed"], known["current"], known["future"]] == steps(one)
        for name in ("status", "person_uid", "position_uid"):
            assert known[name] == one[name]
    assert {one["uid"]: one["status"] for one in fresh.all("/positions")} == truth["positions"]
    assert not set(truth["merged"]) & set(shown)


def test_a_sync_by_windows_keeps_up_with_every_event(fresh: Caller) -> None:
    """What an incremental sync would hold after each window equals the list, but for merged ones."""
    held = by_uid(fresh)
    low = fresh.control.state()["now"]
    for ahead in range(1, 6):
        fresh.control.set_clock(ahead * 10)
        fresh.client.headers["Authorization"] = f"Bearer {fresh.token(exp=int(time.time()) + 900)}"
        events = fresh.control.advance(12)
        fresh.control.set_clock(ahead * 10 + 1)
        now = fresh.control.state()["now"]
        window = {"time_hiring_process_updated:after": low, "time_hiring_process_updated:before": now}
        held.update({one["uid"]: one for one in fresh.all("/candidates", **window)})
        for event in events:
            if event["kind"] == "merged":
                del held[event["uid"]]
        low = now
    fresh_list = by_uid(fresh)
    for listed in (held, fresh_list):
        for one in listed.values():
            one.pop("resume", None)
    assert held == fresh_list


def test_each_event_does_what_its_name_says(start: Start) -> None:
    caller = start(seed=4, candidates=300)
    before = by_uid(caller)
    (new,) = caller.control.advance(new=1)
    one = caller.good(f"/candidates/{new['uid']}")
    assert one["status"] == "In progress"
    assert len(one["current_steps"]) == 1
    assert one["time_created"] == one["time_last_status_changed"]

    (moved,) = caller.control.advance(moved=1)
    one = caller.good(f"/candidates/{moved['uid']}")
    was = before.get(moved["uid"])
    if was:
        assert steps(one)[0] == steps(was)[0] + steps(was)[1][:1]
    assert sum(map(len, steps(one))) == len({uid for part in steps(one) for uid in part})
    assert one["time_last_status_changed"] <= one["completed_steps"][-1]["time_completed"]

    for kind, status in (("rejected", "Rejected"), ("withdrawn", "Withdrawn"), ("held", "On hold")):
        (event,) = caller.control.advance(**{kind: 1})
        one = caller.good(f"/candidates/{event['uid']}")
        assert (one["status"], one["current_steps"]) == (status, [])
        assert one["time_last_status_changed"] >= before.get(event["uid"], one)["time_last_status_changed"]

    (resumed,) = caller.control.advance(resumed=1)
    one = caller.good(f"/candidates/{resumed['uid']}")
    assert one["status"] == "In progress"
    assert one["current_steps"]

    (hired,) = caller.control.advance(hired=1)
    one = caller.good(f"/candidates/{hired['uid']}")
    assert one["status"] == "Hired"
    assert one["opening"]["hired_candidate_hire_date"][:10] == one["time_last_status_changed"][:10]
    assert steps(one)[1:] == [[], []]

    (edited,) = caller.control.advance(edited=1)
    one = caller.good(f"/candidates/{edited['uid']}")
    assert one["mobile_phone"] != before[edited["uid"]]["mobile_phone"]

    (closed, opened) = caller.control.advance(position_closed=1, position_reopened=1)
    assert opened["uid"]
    assert caller.control.truth()["positions"][opened["uid"]] == "open"
    listed = [position["uid"] for position in caller.all("/positions")]
    assert set(listed[-2:]) | {opened["uid"]} >= {closed["uid"]}


def test_a_merge_moves_all_hiring_processes_to_one_person(start: Start) -> None:
    caller = start(candidates=300)
    people = caller.control.truth()["candidates"]
    count = Counter(one["person_uid"] for one in people.values())
    gone = next(uid for uid, one in people.items() if count[one["person_uid"]] > 1)
    kept = next(uid for uid, one in people.items() if one["person_uid"] != people[gone]["person_uid"])
    caller.control.merge(gone, kept)
    after = caller.control.truth()
    assert after["merged"] == {gone: kept}
    others = [
        uid for uid, one in people.items() if one["person_uid"] == people[gone]["person_uid"] and uid != gone
    ]
    for uid in others:
        assert after["candidates"][uid]["person_uid"] == people[kept]["person_uid"]
        assert caller.good(f"/candidates/{uid}")["person_uid"] == people[kept]["person_uid"]


def test_what_cannot_happen_is_said(start: Start) -> None:
    caller = start(candidates=0)
    assert caller.all("/candidates") == []
    for kind in ("moved", "deleted", "merged"):
        with pytest.raises(Impossible, match="no candidate left"):
            caller.control.advance(**{kind: 1})
    with pytest.raises(ValueError, match="promoted"):
        caller.control.advance(promoted=1)
    assert Counter(event["kind"] for event in caller.control.advance(5))["new"] >= 1


def test_the_pipeline_evolves_by_itself(start: Start) -> None:
    caller = start(evolve_seconds=0.02)
    before = caller.control.truth()
    deadline = time.monotonic() + 5
    while caller.control.truth() == before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert caller.control.truth() != before


def test_the_clock_is_honest_everywhere(start: Start) -> None:
    caller = start(now=NOW)
    assert caller.control.state()["now"].startswith("2026-09-2")
    caller.client.headers["Authorization"] = f"Bearer {caller.token(exp=NOW + 600)}"
    newest = caller.all("/candidates", include="time_hiring_process_updated", deleted="False")[-1]
    assert newest["time_hiring_process_updated"] <= caller.control.state()["now"]
    event = caller.control.advance(new=1)[0]
    assert caller.good(f"/candidates/{event['uid']}")["time_created"].startswith("2026-09-2")


def ask(caller: Caller, method: str, what: str, body: Any = None, token: str | None = None) -> httpx.Response:
    url = f"{caller.sandbox.control_url}/{what}"
    given = caller.sandbox.control_token if token is None else token
    return httpx.request(method, url, headers={"X-Sandbox-Token": given}, json=body)


def test_every_control_works_over_http(fresh: Caller) -> None:
    assert ask(fresh, "GET", "").json()["candidates"] == 150
    assert ask(fresh, "GET", "truth").json() == fresh.control.truth()
    events = ask(fresh, "POST", "advance", {"events": 2, "kinds": {"new": 1}}).json()["events"]
    assert len(events) == 3
    assert events[-1]["kind"] == "new"
    assert ask(fresh, "POST", "faults", {"faults": ["503@positions"]}).json() == {"faults": ["503@positions"]}
    assert fresh.get("/positions").status_code == 503
    assert ask(fresh, "GET", "faults").json() == {"faults": []}
    ask(fresh, "POST", "faults", {"faults": ["500x*"]})
    ask(fresh, "DELETE", "faults")
    state = ask(fresh, "PUT", "permissions", {"without": ["include source"], "scope": "published"}).json()
    assert (state["without"], state["scope"]) == (["include source"], "published")
    assert ask(fresh, "PUT", "clock", {"offset": 60}).json()["offset"] == 60
    ask(fresh, "PUT", "limit", {"requests": 1, "seconds": 60})
    assert [fresh.get("/positions").status_code for _ in range(2)] == [200, 429]
    requests = ask(fresh, "GET", "requests").json()
    assert [request["status"] for request in requests] == [503, 200, 429]
    assert ask(fresh, "DELETE", "requests").status_code == 200
    assert ask(fresh, "GET", "requests").json() == []


@pytest.mark.parametrize(
    ("method", "what", "body", "status"),
    [
        ("POST", "advance", {"kinds": {"promoted": 1}}, 400),
        ("POST", "advance", {"kinds": {"resumed": 99}}, 409),
        ("POST", "faults", {"faults": ["bogus"]}, 400),
        ("POST", "faults", {"faults": "503"}, 400),
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


def test_requests_are_listed_with_what_was_asked_and_answered(fresh: Caller) -> None:
    fresh.control.clear_requests()
    fresh.get("/positions", status="open")
    httpx.get(fresh.sandbox.base_url + "/candidates")
    first, second = fresh.control.requests()
    assert (first["method"], first["path"], first["query"], first["status"]) == (
        "GET",
        "/positions",
        "status=open",
        200,
    )
    assert (first["credential"], second["credential"], second["status"]) == (True, False, 401)
    assert abs(first["at"] - time.time()) < 5


def test_every_kind_of_event_has_a_share() -> None:
    assert set(SHARES) >= {"new", "moved", "hired", "rejected", "deleted", "merged", "edited", "position_closed",
                           "position_reopened"}  # fmt: skip
