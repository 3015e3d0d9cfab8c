"""Time moves: events, truth, control over HTTP, same seed same data."""

import time
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.happening import Impossible
from atsdesk.sandbox.smartrecruiters.evolve import SHARES
from tests.sandbox.smartrecruiters.conftest import USERS, Caller, Start

NOW = 1_790_000_000


def test_the_same_seed_makes_the_same_data_and_the_same_future(start: Start) -> None:
    first, second, other = (start(seed=seed, now=NOW) for seed in (1, 1, 2))
    events = [caller.control.advance(40, hired=1, transferred=1) for caller in (first, second, other)]
    assert events[0] == events[1] != events[2]
    truths = [caller.control.truth() for caller in (first, second, other)]
    for truth in truths:
        for one in truth["candidates"].values():
            del one["updated"]  # the clocks went on for a moment
    for name in ("candidates", "applications", "offers", "jobs", "users", "deleted"):
        assert truths[0][name] == truths[1][name], name
    assert truths[0] != truths[2]


def test_truth_is_what_the_api_shows(fresh: Caller) -> None:
    fresh.control.advance(80)
    truth = fresh.control.truth()
    shown = {one["id"]: one for one in fresh.details()}
    assert set(shown) == set(truth["candidates"])
    for uid, one in shown.items():
        known = truth["candidates"][uid]
        assert (one.get("email"), one.get("phoneNumber")) == (known["email"], known["phone"])
        assert f"{one['updatedOn'][:19]}Z" == known["updated"]
        listed = [one.get("primaryAssignment"), *one["secondaryAssignments"]]
        assert [each["job"]["id"] for each in listed if each] == known["jobs"]
    for one in list(truth["applications"].values())[::2]:
        pair = f"/candidates/{one['candidate']}/jobs/{one['job']}"
        assert fresh.good(pair).get("subStatus") == one["sub_status"]
        changes = fresh.good(f"{pair}/status/history")["content"]
        assert [change["status"] for change in changes] == one["history"]
        primary = shown[one["candidate"]]["primaryAssignment"]["job"]["id"] == one["job"]
        assert primary == one["primary"]
    assert {job["id"]: job["status"] for job in fresh.all("/jobs")} == truth["jobs"]
    offers = fresh.good("/offers", limit=100)["content"]
    assert {offer["id"]: offer["status"] for offer in offers} == truth["offers"]
    assert fresh.ids(USERS) == set(truth["users"])
    for uid in truth["deleted"]:
        fresh.refused(fresh.get(f"/candidates/{uid}"), 404, "CANDIDATE_NOT_FOUND")


def test_a_sync_by_updates_keeps_up_with_everything_but_deletions(fresh: Caller) -> None:
    held = {one["id"]: one for one in fresh.details()}
    for _ in range(5):
        low = fresh.later()
        fresh.control.advance(12)
        held.update({one["id"]: one for one in fresh.details(updatedAfter=low)})
    for uid in fresh.control.truth()["deleted"]:
        held.pop(uid, None)
    assert held == {one["id"]: one for one in fresh.details()}


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("rejected", "REJECTED"),
        ("withdrawn", "WITHDRAWN"),
        ("hired", "HIRED"),
        ("transferred", "TRANSFERRED"),
        ("offered", "OFFERED"),
    ],
)
def test_an_event_changes_the_status(start: Start, kind: str, status: str) -> None:
    caller = start(candidates=300, seed=4)
    (event,) = caller.control.advance(**{kind: 1})
    pair = f"/candidates/{event['candidate']}/jobs/{event['job']}"
    assert caller.good(pair)["status"] == status
    changes = caller.good(f"{pair}/status/history")["content"]
    assert changes[-1]["status"] == status
    assert [change["changedOn"] for change in changes] == sorted(change["changedOn"] for change in changes)


def test_each_event_does_what_its_name_says(start: Start) -> None:
    caller = start(seed=4, candidates=300)
    control = caller.control
    (new, applied) = control.advance(new=1, applied=1)
    assert caller.good(f"/candidates/{new['candidate']}")["createdOn"][:10] == control.state()["now"][:10]
    primary = caller.good(f"/candidates/{applied['candidate']}")["primaryAssignment"]
    assert primary["job"]["id"] == applied["job"]

    before = control.truth()["applications"]
    (moved,) = control.advance(moved=1)
    after = control.truth()["applications"][moved["application"]]
    assert after["history"] == [*before[moved["application"]]["history"], after["status"]]

    (made,) = control.advance(interviewed=1)
    ahead = [key for key in control.truth()["interviews"] if key.startswith(made["interview"])]
    assert all(key.rsplit("/", 1)[1] > control.state()["now"] for key in ahead)
    (moved_on,) = control.advance(rescheduled=1)
    (off,) = control.advance(canceled=1)
    assert moved_on["interview"]
    truth = control.truth()["interviews"]
    assert all(one["canceled"] for key, one in truth.items() if key.startswith(off["interview"]))

    rated = sum(one["rating"] is not None for one in truth.values())
    (said,) = control.advance(feedback=1)
    assert sum(one["rating"] is not None for one in control.truth()["interviews"].values()) == rated + 1
    assert "averageRating" in caller.good(f"/candidates/{said['candidate']}")

    (offered,) = control.advance(offered=1)
    pair = f"/candidates/{offered['candidate']}/jobs/{offered['job']}"
    offer = f"{pair}/offers/{offered['offer']}"
    assert caller.good(offer)["status"] == "CREATED"
    while caller.good(offer)["status"] != "ACCEPTED":
        control.advance(offer_moved=1)

    (edited,) = control.advance(edited=1)
    assert caller.good(f"/candidates/{edited['candidate']}")["phoneNumber"]
    (gone,) = control.advance(deleted=1)
    caller.refused(caller.get(f"/candidates/{gone['candidate']}"), 404)
    assert gone["candidate"] in control.truth()["deleted"]


def test_jobs_are_opened_edited_closed_and_reopened(fresh: Caller) -> None:
    low = fresh.later()
    kinds = {"job_opened": 1, "job_edited": 1, "job_closed": 1, "job_reopened": 1}
    events = fresh.control.advance(**kinds)
    assert fresh.ids("/jobs", updatedAfter=low) == {event["job"] for event in events}
    status = fresh.control.truth()["jobs"]
    assert status[events[3]["job"]] == "SOURCING"
    history = fresh.good(f"/jobs/{events[3]['job']}/status/history")["content"]
    assert history[-1]["status"] == "SOURCING"


def test_what_cannot_happen_is_said(start: Start) -> None:
    caller = start(candidates=0)
    assert caller.all("/candidates") == []
    for kind in ("moved", "deleted", "feedback", "rescheduled", "offer_moved"):
        with pytest.raises(Impossible, match="left"):
            caller.control.advance(**{kind: 1})
    with pytest.raises(ValueError, match="promoted"):
        caller.control.advance(promoted=1)
    assert "new" in [event["kind"] for event in caller.control.advance(5)]


def test_the_pipeline_evolves_by_itself(start: Start) -> None:
    caller = start(evolve_seconds=0.02)
    before = caller.control.truth()
    deadline = time.monotonic() + 5
    while caller.control.truth() == before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert caller.control.truth() != before


def test_every_kind_of_event_can_happen(start: Start) -> None:
    caller = start(candidates=400, seed=2)
    events = caller.control.advance(**dict.fromkeys(SHARES, 1))
    assert [event["kind"] for event in events] == list(SHARES)


def ask(caller: Caller, method: str, what: str, body: Any = None, token: str | None = None) -> httpx.Response:
    url = f"{caller.sandbox.control_url}/{what}"
    given = caller.sandbox.control_token if token is None else token
    return caller.client.request(method, url, headers={"X-Sandbox-Token": given}, json=body)


def test_every_control_works_over_http(fresh: Caller) -> None:
    assert ask(fresh, "GET", "").json()["candidates"] == 150
    assert ask(fresh, "GET", "truth").json() == fresh.control.truth()
    events = ask(fresh, "POST", "advance", {"events": 2, "kinds": {"new": 1}}).json()["events"]
    assert [len(events), events[-1]["kind"]] == [3, "new"]
    assert ask(fresh, "POST", "faults", {"faults": ["503@jobs"]}).json() == {"faults": ["503@jobs"]}
    assert fresh.get("/jobs").status_code == 503
    assert ask(fresh, "GET", "faults").json() == {"faults": []}
    ask(fresh, "POST", "faults", {"faults": ["500x*"]})
    ask(fresh, "DELETE", "faults")
    assert ask(fresh, "PUT", "permissions", {"without": ["jobs_read"]}).json()["without"] == ["jobs_read"]
    assert fresh.get("/jobs").status_code == 403
    ask(fresh, "PUT", "permissions", {})
    assert ask(fresh, "PUT", "clock", {"offset": 60}).json()["offset"] == 60
    ask(fresh, "PUT", "limit", {"requests": 1, "seconds": 60})
    assert [fresh.get("/jobs").status_code for _ in range(2)] == [200, 429]
    assert ask(fresh, "DELETE", "tokens").status_code == 200
    requests = ask(fresh, "GET", "requests").json()
    assert [request["status"] for request in requests] == [503, 403, 200, 429]
    assert all(request["credential"] for request in requests)
    ask(fresh, "DELETE", "requests")
    assert ask(fresh, "GET", "requests").json() == []


@pytest.mark.parametrize(
    ("method", "what", "body", "status"),
    [
        ("POST", "advance", {"kinds": {"promoted": 1}}, 400),
        ("POST", "advance", {"kinds": {"offer_moved": 999}}, 409),
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
