"""Tokens, limits and refusals.

Source: Comeet's Recruiting API documentation, "Base URLs & auth", "Rate limits & retry".
"""

import time
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.comeet import Rules
from tests.sandbox.conftest import Caller, Start


def ask(caller: Caller, token: str) -> httpx.Response:
    return caller.client.get("/positions", headers={"Authorization": f"Bearer {token}"})


def test_a_good_token_is_taken_also_with_a_time_in_parts_of_a_second(comeet: Caller) -> None:
    assert ask(comeet, comeet.token()).status_code == 200
    assert ask(comeet, comeet.token(exp=time.time() + 600.5)).status_code == 200
    assert ask(comeet, comeet.token(exp=int(time.time()) + 10**9)).status_code == 200


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "somebody-else"},
        {"iss": None},
        {"exp": None},
        {"exp": None, "expires": "soon"},
        {"exp": True},
        {"secret": "0" * 64},
        {"algorithm": "HS512"},
    ],
)
def test_a_bad_token_is_refused(comeet: Caller, claims: dict[str, Any]) -> None:
    body = comeet.refused(ask(comeet, comeet.token(**claims)), 401, "unauthorized")
    assert "expired" not in body["message"]


def test_an_unsigned_token_is_refused(comeet: Caller) -> None:
    comeet.refused(ask(comeet, comeet.token(secret="", algorithm="none")), 401, "unauthorized")


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x.y.z", "Basic YTpi", "nonsense"])
def test_without_a_token_nothing_is_answered(comeet: Caller, header: str) -> None:
    answer = comeet.client.get("/candidates", headers={"Authorization": header})
    comeet.refused(answer, 401, "unauthorized")


def test_an_expired_token_says_so(comeet: Caller) -> None:
    body = comeet.refused(ask(comeet, comeet.token(exp=int(time.time()) - 1)), 401, "unauthorized")
    assert "expired" in body["message"]


def test_tokens_expire_by_the_sandboxs_clock(fresh: Caller) -> None:
    fresh.control.set_clock(3600)
    body = fresh.refused(ask(fresh, fresh.token()), 401, "unauthorized")
    assert "expired" in body["message"]


def test_the_101st_request_within_a_minute_is_refused_without_retry_after(start: Start) -> None:
    caller = start(rules=Rules(), candidates=12)
    for _ in range(100):
        assert caller.get("/positions", limit=1).status_code == 200
    for _ in range(3):
        answer = caller.get("/positions")
        caller.refused(answer, 429, "too_many_requests")
        assert "retry-after" not in answer.headers
    caller.control.set_limit(100)
    assert caller.get("/positions").status_code == 200


def test_the_limit_slides_and_refusals_do_not_count(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=3, rate_seconds=0.6, retry_after=True), candidates=12)
    assert [caller.get("/positions").status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    assert "retry-after" in caller.get("/positions").headers
    time.sleep(0.7)
    assert caller.get("/positions").status_code == 200


def test_bad_tokens_and_files_do_not_use_up_the_limit(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=2))
    resume = next(one for one in caller.all("/candidates") if "resume" in one)["resume"]["url"]
    for _ in range(3):
        ask(caller, "x")
        assert caller.client.get(resume).status_code == 200
    assert caller.get("/positions").status_code == 200
    caller.refused(caller.get("/positions"), 429, "too_many_requests")
