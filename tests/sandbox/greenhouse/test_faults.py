"""Faults on demand, over a real socket: what differs from other systems, and that the rest works here too."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.sandbox.greenhouse.conftest import NEXT, Caller, calling


@pytest.fixture(scope="module")
def faulty() -> Iterator[Caller]:
    with calling(seed=9) as caller:
        yield caller


@pytest.fixture
def fresh(faulty: Caller) -> Caller:
    """Nothing here changes data: the same sandbox serves all, free of faults and with a good token."""
    faulty.control.heal()
    faulty.sign_in()
    return faulty


def page(caller: Caller, spec: str, path: str = "/candidates") -> httpx.Response:
    caller.control.fail(spec)
    return caller.get(path, per_page=20)


@pytest.mark.parametrize("status", [401, 403, 429, 500, 502, 503, 504])
def test_a_status_comes_with_the_error_body(fresh: Caller, status: int) -> None:
    answer = page(fresh, f"{status}@candidates")
    fresh.refused(answer, status)
    assert "retry-after" not in answer.headers
    assert fresh.get("/candidates").status_code == 200


def test_paths_may_leave_the_version_out(fresh: Caller) -> None:
    assert page(fresh, "503=5@candidates").headers["retry-after"] == "5"
    assert page(fresh, "503@v3/candidates").status_code == 503
    fresh.control.fail("500@token")
    assert fresh.get("/jobs").status_code == 200
    assert fresh.ask_token().status_code == 500


def test_an_expired_token(fresh: Caller) -> None:
    fresh.refused(page(fresh, "expired"), 401, "expired")


def test_page_3_fails_for_good(fresh: Caller) -> None:
    fresh.control.fail("502@candidates#3x*")
    for _ in range(2):
        answer, statuses = fresh.get("/candidates", per_page=10), []
        while True:
            statuses.append(answer.status_code)
            link = NEXT.fullmatch(answer.headers.get("link", ""))
            if link is None:
                break
            answer = fresh.client.get(link["address"])
        assert statuses == [200, 200, 502]


def test_the_next_page_loops(fresh: Caller) -> None:
    link = NEXT.fullmatch(page(fresh, "loop").headers["link"])
    assert link is not None
    assert fresh.client.get(link["address"]).json() == fresh.get("/candidates", per_page=20).json()


def test_the_next_page_leads_elsewhere(fresh: Caller) -> None:
    assert page(fresh, "elsewhere").headers["link"].startswith("<https://elsewhere.example/v3/candidates?")
    answer = page(fresh, "elsewhere=http://127.0.0.1:9")
    assert answer.headers["link"].startswith("<http://127.0.0.1:9/v3/candidates?")


def test_an_empty_page_is_the_last(fresh: Caller) -> None:
    answer = page(fresh, "nothing")
    assert (answer.json(), "link" in answer.headers) == ([], False)


def odd(fits: Callable[[Any], Any]) -> Callable[[list[Any]], bool]:
    return lambda found: sum(bool(fits(one)) for one in found) == 1


@pytest.mark.parametrize(
    ("spec", "shown"),
    [
        ("nan", odd(lambda one: one.get("score", 0) != one.get("score", 0))),
        ("twice", lambda found: len({one["id"] for one in found}) == len(found) - 1),
        ("nulls", odd(lambda one: one["created_at"] is None and one["id"])),
        ("all-nulls", lambda found: all(one["created_at"] is None for one in found)),
        ("wrong-types", odd(lambda one: one["created_at"] == 17)),
        ("not-objects", lambda found: {str, int, type(None), dict} == {type(one) for one in found}),
        ("unknown-members", odd(lambda one: "novelty" in one)),
        ("deep-unicode", odd(lambda one: "\0" in one["first_name"])),
        ("big-numbers", odd(lambda one: one.get("number", 0) >= 2**63)),
        ("absurd-dates", odd(lambda one: one["created_at"].startswith("0001"))),
        ("unknown-status", odd(lambda one: one.get("status") == "Quantum hold")),
        ("no-key", odd(lambda one: "id" not in one)),
    ],
)
def test_data_that_is_wrong_inside_keeps_its_headers(
    fresh: Caller, spec: str, shown: Callable[[list[Any]], bool]
) -> None:
    answer = page(fresh, f"{spec}@candidates")
    assert answer.status_code == 200
    assert shown(json.loads(answer.content))
    link = NEXT.fullmatch(answer.headers["link"])
    assert link is not None
    assert fresh.client.get(link["address"]).status_code == 200
    assert answer.headers["x-ratelimit-limit"]


def test_the_same_member_twice(fresh: Caller) -> None:
    text = page(fresh, "duplicate-keys").text
    assert text.count('{"first_name": "Twice", "id"') == 1


def test_jobs_can_be_wrong_too(fresh: Caller) -> None:
    rows = page(fresh, "deep-unicode", "/jobs").json()
    assert odd(lambda one: "\0" in one["name"])(rows)


@pytest.mark.parametrize(
    ("spec", "error"),
    [("short", httpx.RemoteProtocolError), ("drop", httpx.RemoteProtocolError), ("reset", httpx.ReadError)],
)
def test_broken_connections(fresh: Caller, spec: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        page(fresh, spec)
    assert fresh.get("/candidates").status_code == 200


def test_an_answer_is_cut_or_dribbles(fresh: Caller) -> None:
    with pytest.raises(json.JSONDecodeError):
        page(fresh, "cut").json()
    answer = page(fresh, "dribble=0.00001", "/user_roles")
    assert len(answer.json()) == 4
    assert answer.headers["x-ratelimit-limit"]
