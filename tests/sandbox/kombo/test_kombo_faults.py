"""Faults on demand, as this API shows them."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.sandbox.kombo.conftest import Caller


def page(caller: Caller, spec: str, model: str = "candidates", **parameters: Any) -> httpx.Response:
    caller.control.fail(spec)
    return caller.get(f"/ats/{model}", **{"page_size": 20, **parameters})


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 429, 500, 502, 503, 504])
def test_a_status_comes_with_the_error_body(kombo: Caller, status: int) -> None:
    answer = page(kombo, f"{status}@ats/candidates")
    assert answer.status_code == status
    assert answer.json()["error"]["code"]
    assert kombo.get("/ats/candidates").status_code == 200


def test_answers_that_are_no_json(kombo: Caller) -> None:
    assert page(kombo, "text").text == "upstream connect error"
    answer = page(kombo, "html=503")
    assert (answer.status_code, answer.text[:9]) == (503, "<!DOCTYPE")
    assert page(kombo, "empty").content == b""


def test_an_expired_key(kombo: Caller) -> None:
    error = kombo.refused(page(kombo, "expired"), "PLATFORM.AUTHENTICATION_INVALID", 401)
    assert "expired" in error["message"]


def test_the_cursor_loops(kombo: Caller) -> None:
    for cursor in (None, page(kombo, "slow=0").json()["data"]["next"]):
        more = {"cursor": cursor} if cursor else {}
        looped = page(kombo, "loop", **more).json()["data"]
        again = page(kombo, "slow=0", cursor=looped["next"]).json()["data"]
        assert again["results"] == looped["results"]


def test_the_cursor_is_an_address_elsewhere(kombo: Caller) -> None:
    following = page(kombo, "elsewhere").json()["data"]["next"]
    assert following.startswith("https://elsewhere.example/v1/ats/candidates?page_size=20")
    kombo.refused(kombo.get("/ats/candidates", cursor=following), "PLATFORM.INPUT_INVALID", 400)


def odd(fits: Callable[[Any], Any]) -> Callable[[list[Any]], bool]:
    return lambda found: sum(bool(fits(one)) for one in found) == 1


@pytest.mark.parametrize(
    ("spec", "shown"),
    [
        ("nothing", lambda found: found == []),
        ("twice", lambda found: len({one["id"] for one in found}) == len(found) - 1),
        ("not-objects", lambda found: {17, "text", None} <= {x for x in found if not isinstance(x, dict)}),
        ("nan", odd(lambda one: one.get("score") != one.get("score"))),
        ("nulls", odd(lambda one: all(one[name] is None for name in one if name != "id"))),
        ("all-nulls", lambda found: all(one["tags"] is None for one in found)),
        ("wrong-types", odd(lambda one: one["changed_at"] == 17)),
        ("unknown-members", odd(lambda one: "novelty" in one)),
        ("surrogate", odd(lambda one: "\ud83d" in (one["first_name"] or ""))),
        ("deep-unicode", odd(lambda one: "\0" in (one["first_name"] or ""))),
        ("long-text", odd(lambda one: len(one["first_name"] or "") > 90_000)),
        ("big-numbers", odd(lambda one: one.get("number") == 2**63)),
        ("absurd-dates", odd(lambda one: one["changed_at"].startswith("0001"))),
        ("no-key", odd(lambda one: "id" not in one)),
    ],
)
def test_records_that_are_wrong_inside(kombo: Caller, spec: str, shown: Callable[[list[Any]], bool]) -> None:
    answer = page(kombo, spec)
    assert answer.status_code == 200
    assert shown(json.loads(answer.content)["data"]["results"])
    assert not shown(kombo.rows("candidates"))


@pytest.mark.parametrize(
    ("model", "member"), [("jobs", "status"), ("applications", "outcome"), ("offers", "status")]
)
def test_an_unknown_status(kombo: Caller, model: str, member: str) -> None:
    found = page(kombo, "unknown-status", model).json()["data"]["results"]
    assert [one.get(member) for one in found].count("Quantum hold") == 1


def test_the_same_member_twice(kombo: Caller) -> None:
    assert page(kombo, "duplicate-keys").text.count('{"first_name": "Twice", "id"') == 1


def test_page_3_fails_for_good(kombo: Caller) -> None:
    kombo.control.fail("502@ats/candidates#3x*")
    for _ in range(2):
        statuses: list[int] = []
        cursor: dict[str, str] = {}
        while True:
            answer = kombo.get("/ats/candidates", page_size=20, **cursor)
            statuses.append(answer.status_code)
            if answer.status_code != 200 or not answer.json()["data"]["next"]:
                break
            cursor = {"cursor": answer.json()["data"]["next"]}
        assert statuses == [200, 200, 502]
    kombo.control.heal()
    assert kombo.get("/ats/jobs").status_code == 200


def test_paths_may_have_the_version_or_not(kombo: Caller) -> None:
    for path in ("ats/jobs", "v1/ats/jobs", "*/jobs"):
        assert page(kombo, f"503@{path}", "jobs").status_code == 503


def test_the_journal_lists_requests_with_their_faults(kombo: Caller) -> None:
    page(kombo, "503@ats/jobs", "jobs")
    request = kombo.control.requests()[-1]
    assert (request["path"], request["status"], request["fault"]) == ("/v1/ats/jobs", 503, "503@ats/jobs")
    assert request["credential"]
