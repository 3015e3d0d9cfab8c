"""Keys, tokens, scopes and limits. Source: vendor documentation, "Base URLs & auth", "Rate limits & retry"."""

import threading
import time
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.smartrecruiters import Rules
from tests.sandbox.smartrecruiters.conftest import INTERVIEWS, REPORTS, USERS, Caller, Start

TOKEN = "/identity/oauth/token"


def token(caller: Caller, **changes: Any) -> httpx.Response:
    known = caller.sandbox.credentials
    form = {
        "grant_type": "client_credentials",
        "client_id": known["client_id"],
        "client_secret": known["client_secret"],
        **changes,
    }
    return httpx.post(caller.sandbox.base_url + TOKEN, data=form)


def ask(caller: Caller, **headers: str) -> httpx.Response:
    return httpx.get(caller.sandbox.base_url + "/jobs", headers=headers)


def test_a_key_is_taken_under_any_spelling_of_the_header(smart: Caller) -> None:
    key = smart.sandbox.credentials["api_key"]
    for name in ("X-SmartToken", "x-smarttoken", "X-SMARTTOKEN"):
        assert ask(smart, **{name: key}).status_code == 200


@pytest.mark.parametrize("key", ["", "wrong", "DCRA1-" + "0" * 32])
def test_a_bad_key_is_refused(smart: Caller, key: str) -> None:
    smart.refused(ask(smart, **{"X-SmartToken": key}), 401)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic YTpi"])
def test_without_a_credential_nothing_is_answered(smart: Caller, header: str) -> None:
    body = smart.refused(ask(smart, Authorization=header), 401)
    assert "expired" not in body["message"]


def test_a_client_gets_a_token_that_works_until_it_expires(fresh: Caller) -> None:
    given = token(fresh)
    assert (given.status_code, given.headers["content-type"]) == (200, "application/json")
    body = given.json()
    assert (body["token_type"], body["expires_in"]) == ("bearer", 1800)
    bearer = f"Bearer {body['access_token']}"
    assert ask(fresh, Authorization=bearer).status_code == 200
    fresh.control.set_clock(1801)
    assert "expired" in fresh.refused(ask(fresh, Authorization=bearer), 401)["message"]
    again = token(fresh).json()["access_token"]
    assert ask(fresh, Authorization=f"Bearer {again}").status_code == 200
    fresh.control.expire_tokens()
    assert "expired" in fresh.refused(ask(fresh, Authorization=f"Bearer {again}"), 401)["message"]


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"client_secret": "x"}, 401, "invalid_client"),
        ({"client_id": "x"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
    ],
)
def test_a_bad_client_gets_no_token(smart: Caller, changes: dict[str, str], status: int, error: str) -> None:
    answer = token(smart, **changes)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_a_token_is_asked_for_with_a_form(smart: Caller) -> None:
    answer = httpx.post(smart.sandbox.base_url + TOKEN, json={"grant_type": "client_credentials"})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


def test_an_account_is_given_a_key_or_a_client(start: Start) -> None:
    assert set(start().sandbox.secrets) == {"api_key"}
    assert set(start(oauth=True).sandbox.secrets) == {"client_id", "client_secret"}


@pytest.mark.parametrize(
    ("scope", "path"),
    [
        ("candidates_read", "/candidates"),
        ("jobs_read", "/jobs"),
        ("candidates_offers_read", "/offers"),
        ("configuration_read", "/configuration/sources"),
        ("company_read", "/configuration/company"),
        ("users_read", USERS),
        ("interviews_read", f"{INTERVIEWS}?applicationId=x"),
        ("reviews_read", "/reviews-api/v201910/reviews?candidateId=x&jobId=x"),
        ("reports_read", REPORTS),
        ("analytics_read", "/analytics/interviews"),
    ],
)
def test_a_missing_scope_refuses_what_needs_it_and_nothing_else(start: Start, scope: str, path: str) -> None:
    caller = start(without=[scope], candidates=20)
    assert scope in caller.refused(caller.client.get(path), 403)["message"]
    other = "/jobs" if scope != "jobs_read" else "/candidates"
    assert caller.get(other).status_code == 200
    caller.control.permit()
    assert caller.client.get(path).status_code == 200


def test_the_eleventh_request_in_a_second_is_refused_without_retry_after(start: Start) -> None:
    caller = start(rules=Rules(rate_seconds=30), candidates=20)
    left = [int(caller.get("/jobs").headers["x-ratelimit-remaining"]) for _ in range(10)]
    assert left == list(range(9, -1, -1))
    answer = caller.get("/jobs")
    caller.refused(answer, 429)
    assert answer.headers["x-ratelimit-limit"] == "10"
    assert "retry-after" not in answer.headers


def test_each_credential_counts_on_its_own(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=2, rate_seconds=30, retry_after=True), candidates=20)
    bearer = {"Authorization": f"Bearer {token(caller).json()['access_token']}"}
    assert [caller.get("/jobs").status_code for _ in range(3)] == [200, 200, 429]
    assert caller.get("/jobs").headers["retry-after"] == "1"
    assert [ask(caller, **bearer).status_code for _ in range(3)] == [200, 200, 429]


def test_the_limit_slides(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=3, rate_seconds=0.4), candidates=20)
    assert [caller.get("/jobs").status_code for _ in range(4)] == [200, 200, 200, 429]
    time.sleep(0.5)
    assert caller.get("/jobs").status_code == 200


def test_every_answer_tells_about_the_limits(smart: Caller) -> None:
    answers = [
        smart.get("/candidates"),
        smart.get("/jobs/none"),
        ask(smart),
        smart.get("/analytics/jobs"),
        smart.get("/nothing"),
    ]
    for answer in answers:
        for name in ("limit", "remaining", "concurrent-limit", "concurrent-remaining"):
            assert int(answer.headers[f"x-ratelimit-{name}"]) >= 0
    assert answers[0].headers["x-ratelimit-concurrent-limit"] == "1"
    assert answers[1].headers["x-ratelimit-concurrent-limit"] == "8"


def at_once(caller: Caller, paths: list[str]) -> list[int]:
    """The statuses of requests that are sent together."""
    statuses: list[int] = []
    together = threading.Barrier(len(paths))

    def go(path: str) -> None:
        key = {"X-SmartToken": caller.sandbox.credentials["api_key"]}
        with httpx.Client(base_url=caller.sandbox.base_url, headers=key) as client:
            together.wait()
            statuses.append(client.get(path).status_code)

    threads = [threading.Thread(target=go, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


def test_the_candidates_list_takes_one_request_at_a_time(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, list_seconds=0.4), candidates=20)
    uid = caller.good("/candidates")["content"][0]["id"]
    assert at_once(caller, ["/candidates"] * 3) == [200, 429, 429]
    assert at_once(caller, ["/candidates", "/jobs", f"/candidates/{uid}"]) == [200] * 3
    assert caller.get("/candidates").status_code == 200


def test_limits_can_be_changed_while_it_runs(start: Start) -> None:
    caller = start(rules=Rules(), candidates=20)
    caller.control.set_limit(1, 30)
    assert [caller.get("/jobs").status_code for _ in range(2)] == [200, 429]
    caller.control.set_limit(0)
    assert {caller.get("/jobs").status_code for _ in range(15)} == {200}
