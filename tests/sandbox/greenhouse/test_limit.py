"""Fixed windows of requests. Source: Harvest documentation, "Rate limits and retry"."""

import time

import httpx

from atsdesk.sandbox.greenhouse import Rules
from tests.sandbox.greenhouse.conftest import Caller, Start

HEADERS = ("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")


def told(answer: httpx.Response) -> list[int]:
    return [int(answer.headers[name]) for name in HEADERS]


def test_the_51st_request_within_a_window_is_refused(start: Start) -> None:
    caller = start(rules=Rules())
    answers = [caller.get("/user_roles", per_page=1) for _ in range(52)]
    assert [answer.status_code for answer in answers] == [200] * 50 + [429] * 2
    assert [told(answer)[1] for answer in answers[:3]] == [49, 48, 47]
    assert told(answers[50])[:2] == [50, 0]
    caller.refused(answers[50], 429)
    wait = int(answers[50].headers["retry-after"])
    assert 1 <= wait <= 30
    assert abs(told(answers[50])[2] - (time.time() + wait)) < 3


def test_a_window_begins_anew_as_a_whole(start: Start) -> None:
    caller = start()
    caller.control.set_limit(3, 0.5)
    statuses = []
    began = time.monotonic()
    while time.monotonic() - began < 0.4:
        statuses.append(caller.get("/user_roles").status_code)
    assert statuses[:3] == [200] * 3
    assert set(statuses[3:]) <= {429}
    time.sleep(0.55)
    assert [caller.get("/user_roles").status_code for _ in range(4)] == [200] * 3 + [429]


def test_errors_carry_the_headers_too(start: Start) -> None:
    caller = start(rules=Rules())
    for answer in (
        caller.get("/jobs", nonsense=1),
        caller.get("/no_such_list"),
        caller.client.get("/jobs", headers={"Authorization": "Bearer x"}),
    ):
        assert answer.status_code in (401, 404, 422)
        assert told(answer)[0] == 50


def test_without_a_limit_the_headers_say_so(greenhouse: Caller) -> None:
    answers = [greenhouse.get("/user_roles") for _ in range(3)]
    assert all(told(answer)[1] > 10_000 for answer in answers)


def test_token_requests_are_counted_apart(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=2, token_requests=3))
    assert [caller.ask_token().status_code for _ in range(3)] == [200, 200, 429]
    caller.refused(caller.get("/jobs"), 401)
