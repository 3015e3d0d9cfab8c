"""Faults on demand, over a real socket."""

import json
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.sandbox.conftest import Caller, Start

PAGE = "candidates"


def page(caller: Caller, spec: str, **parameters: Any) -> httpx.Response:
    caller.control.fail(spec)
    return caller.get("/candidates", **{"limit": 20, "deleted": "False", **parameters})


@pytest.mark.parametrize("status", [401, 403, 429, 500, 502, 503, 504])
def test_a_status_comes_with_the_error_body(fresh: Caller, status: int) -> None:
    answer = page(fresh, f"{status}@candidates")
    assert answer.status_code == answer.json()["status"] == status
    assert "retry-after" not in answer.headers
    assert fresh.get("/candidates").status_code == 200


def test_retry_after_is_sent_when_asked_for(fresh: Caller) -> None:
    assert page(fresh, "429=30").headers["retry-after"] == "30"
    assert page(fresh, "503=5").headers["retry-after"] == "5"


@pytest.mark.parametrize(
    ("spec", "status", "kind", "beginning"),
    [
        ("html", 200, "text/html", b"<!DOCTYPE"),
        ("html=503", 503, "text/html", b"<!DOCTYPE"),
        ("text", 502, "text/plain", b"upstream"),
        ("text=200", 200, "text/plain", b"upstream"),
        ("empty", 200, "application/json", b""),
        ("empty=502", 502, "application/json", b""),
    ],
)
def test_answers_that_are_no_json(fresh: Caller, spec: str, status: int, kind: str, beginning: bytes) -> None:
    answer = page(fresh, spec)
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, kind)
    assert answer.content.startswith(beginning)
    assert bool(answer.content) == bool(beginning)


def test_an_expired_token(fresh: Caller) -> None:
    assert "expired" in fresh.refused(page(fresh, "expired"), 401, "unauthorized")["message"]


def test_a_redirect_to_another_origin(fresh: Caller) -> None:
    answer = page(fresh, "redirect=http://127.0.0.1:9/x")
    assert (answer.status_code, answer.headers["location"]) == (302, "http://127.0.0.1:9/x")
    assert page(fresh, "redirect").headers["location"] == "http://elsewhere.example/candidates"


def test_json_cut_half_way(fresh: Caller) -> None:
    answer = page(fresh, "cut")
    assert int(answer.headers["content-length"]) == len(answer.content)
    with pytest.raises(json.JSONDecodeError):
        answer.json()


@pytest.mark.parametrize(
    ("spec", "error"),
    [
        ("short", httpx.RemoteProtocolError),
        ("drop", httpx.RemoteProtocolError),
        ("reset", httpx.ReadError),
        ("lost", httpx.RemoteProtocolError),
    ],
)
def test_broken_connections(fresh: Caller, spec: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        page(fresh, spec)
    assert fresh.get("/candidates").status_code == 200


def test_a_black_hole_never_answers(fresh: Caller) -> None:
    fresh.control.fail("hole")
    with pytest.raises(httpx.ReadTimeout):
        fresh.client.get("/candidates", timeout=0.3)
    assert fresh.control.requests()[-1]["status"] == 0


@pytest.mark.parametrize("spec", ["hole", "slow=600", "dribble=600"])
def test_the_sandbox_stops_with_requests_under_way(start: Start, spec: str) -> None:
    caller = start(faults=[f"{spec}x*"])
    with pytest.raises(httpx.ReadTimeout), caller.client.stream("GET", "/positions", timeout=0.3) as answer:
        answer.read()
    assert len(caller.control.requests()) == 1


def test_a_slow_answer(fresh: Caller) -> None:
    before = time.monotonic()
    assert page(fresh, "slow=0.3").status_code == 200
    assert time.monotonic() - before >= 0.3


def test_a_dribbling_answer_comes_byte_by_byte(fresh: Caller) -> None:
    fresh.control.fail("dribble=0.01")
    received = []
    with fresh.client.stream("GET", "/positions") as answer:
        for chunk in answer.iter_raw():
            received.append(chunk)
            if len(received) == 10:
                break
    assert b"".join(received).startswith(b'{"positio')
    assert int(answer.headers["content-length"]) > 1000


def test_a_huge_answer_is_valid_json_of_more_than_50_megabytes(fresh: Caller) -> None:
    fresh.control.fail("huge=51")
    size = 0
    with fresh.client.stream("GET", "/positions") as answer:
        for chunk in answer.iter_raw():
            size += len(chunk)
    assert size == int(answer.headers["content-length"]) == 51_000_014


def test_a_gzip_bomb_is_small_on_the_wire(fresh: Caller) -> None:
    fresh.control.fail("bomb=60")
    with fresh.client.stream("GET", "/positions") as answer:
        wire = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert len(wire) < 100_000


def test_next_page_loops(fresh: Caller) -> None:
    following = page(fresh, "loop").json()["next_page"]
    assert following.startswith(fresh.sandbox.base_url)
    assert fresh.client.get(following).json()["candidates"] == page(fresh, "slow=0").json()["candidates"]


def test_next_page_leads_elsewhere(fresh: Caller) -> None:
    assert (
        page(fresh, "elsewhere")
        .json()["next_page"]
        .startswith("https://elsewhere.example/candidates?limit=20")
    )
    answer = page(fresh, "elsewhere=http://127.0.0.1:9")
    assert answer.json()["next_page"].startswith("http://127.0.0.1:9/candidates?limit=20")


def records(answer: httpx.Response) -> list[Any]:
    found: list[Any] = json.loads(answer.content)["candidates"]
    return found


def odd(fits: Callable[[Any], Any]) -> Callable[[list[Any]], bool]:
    return lambda found: sum(bool(fits(one)) for one in found) == 1


def twice(found: list[Any]) -> bool:
    return len({one["uid"] for one in found}) == len(found) - 1


def step_in_two_lists(one: dict[str, Any]) -> bool:
    lists = ("completed_steps", "current_steps", "future_steps")
    uids = [step["position_step_uid"] for name in lists for step in one[name]]
    return len(set(uids)) < len(uids)


def step_without_uid(one: dict[str, Any]) -> bool:
    lists = ("completed_steps", "current_steps", "future_steps")
    return any("position_step_uid" not in step for name in lists for step in one[name])


@pytest.mark.parametrize(
    ("spec", "shown"),
    [
        ("nothing", lambda found: found == []),
        ("nan", odd(lambda one: one.get("score", 0) != one.get("score", 0))),
        ("twice", twice),
        ("nulls", odd(lambda one: one["status"] is None and one["uid"])),
        ("all-nulls", lambda found: all(one["status"] is None for one in found)),
        ("wrong-types", odd(lambda one: one["first_name"] == 17 and one["completed_steps"] == "none")),
        ("not-objects", lambda found: {str, int, type(None), dict} == {type(one) for one in found}),
        ("unknown-members", odd(lambda one: "novelty" in one)),
        ("surrogate", odd(lambda one: "\ud83d" in one["first_name"])),
        ("deep-unicode", odd(lambda one: "\0" in one["first_name"])),
        ("long-text=100", odd(lambda one: len(one["first_name"]) == 100_000)),
        ("big-numbers", odd(lambda one: one.get("number", 0) >= 2**63)),
        ("absurd-dates", odd(lambda one: one["time_created"].startswith("0001"))),
        ("unknown-status", odd(lambda one: one["status"] == "Quantum hold")),
        ("no-key", odd(lambda one: "uid" not in one)),
        ("no-step-uid", odd(step_without_uid)),
        ("step-twice", odd(step_in_two_lists)),
    ],
)
def test_data_that_is_wrong_inside(fresh: Caller, spec: str, shown: Callable[[list[Any]], bool]) -> None:
    answer = page(fresh, f"{spec}@candidates")
    assert answer.status_code == 200
    assert shown(records(answer))


def test_the_same_member_twice(fresh: Caller) -> None:
    text = page(fresh, "duplicate-keys").text
    assert text.count('{"first_name": "Twice", "uid"') == 1


def test_positions_can_be_wrong_too(fresh: Caller) -> None:
    fresh.control.fail("unknown-status@positions", "deep-unicode@positions", "no-key@positions")
    found = [fresh.good("/positions")["positions"] for _ in range(3)]
    assert [one["status"] for one in found[0]].count("Quantum hold") == 1
    assert any("\0" in one["name"] for one in found[1])
    assert any("uid" not in one for one in found[2])


def test_page_7_fails_for_good(fresh: Caller) -> None:
    fresh.control.fail("502@candidates#7x*")
    for _ in range(2):
        address: str | None = "/candidates?limit=10"
        statuses = []
        while address:
            answer = fresh.client.get(address)
            statuses.append(answer.status_code)
            address = answer.json().get("next_page")
        assert statuses == [200] * 6 + [502]
    assert fresh.get("/positions").status_code == 200


def test_faults_count_their_requests(fresh: Caller) -> None:
    fresh.control.fail("401@candidates%3x2")
    statuses = [fresh.get("/candidates", limit=1).status_code for _ in range(6)]
    assert statuses == [200, 200, 401, 401, 200, 200]
    assert fresh.control.requests()[2]["fault"] == "401@candidates%3x2"


def test_one_resource_can_be_refused_for_good(fresh: Caller) -> None:
    fresh.control.fail("403@positions*x*")
    assert [fresh.get(path).status_code for path in ("/positions", "/positions/x", "/candidates")] == [
        403,
        403,
        200,
    ]
    fresh.control.heal()
    assert fresh.get("/positions").status_code == 200


def test_several_faults_happen_one_after_the_other(fresh: Caller) -> None:
    fresh.control.fail("500@candidates", "502@candidates", "503@candidates")
    assert [fresh.get("/candidates").status_code for _ in range(4)] == [500, 502, 503, 200]
    assert fresh.control.faults() == []
