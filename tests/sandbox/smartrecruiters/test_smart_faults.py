"""Faults on demand, over a real socket."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.sandbox.smartrecruiters.conftest import Caller


def page(caller: Caller, spec: str, path: str = "/candidates", **parameters: Any) -> httpx.Response:
    caller.control.fail(spec)
    return caller.get(path, **{"limit": 20, **parameters})


@pytest.mark.parametrize("status", [401, 403, 429, 500, 502, 503, 504])
def test_a_status_comes_with_the_error_body(fresh: Caller, status: int) -> None:
    fresh.refused(page(fresh, f"{status}@candidates"), status)
    assert page(fresh, f"{status}=7").headers["retry-after"] == "7"
    assert fresh.get("/candidates").status_code == 200


def test_an_expired_token(fresh: Caller) -> None:
    assert "expired" in fresh.refused(page(fresh, "expired"), 401)["message"]


def test_next_page_loops(fresh: Caller) -> None:
    first = fresh.good("/candidates", limit=20)
    looped = page(fresh, "loop")
    assert (
        fresh.good("/candidates", limit=20, pageId=looped.json()["nextPageId"])["content"] == first["content"]
    )
    assert fresh.sandbox.base_url in looped.headers["link"]
    second = page(fresh, "loop", pageId=first["nextPageId"]).json()
    assert second["nextPageId"] == first["nextPageId"]


def test_links_lead_elsewhere(fresh: Caller) -> None:
    answer = page(fresh, "elsewhere=http://127.0.0.1:9")
    assert answer.headers["link"].startswith("<http://127.0.0.1:9/candidates?")
    for record in answer.json()["content"]:
        assert record["actions"]["details"]["url"].startswith("http://127.0.0.1:9/candidates/")


def odd(fits: Callable[[Any], Any]) -> Callable[[list[Any]], bool]:
    return lambda found: sum(bool(fits(one)) for one in found) == 1


@pytest.mark.parametrize(
    ("spec", "shown"),
    [
        ("nothing", lambda found: found == []),
        ("nan", odd(lambda one: one.get("score", 0) != one.get("score", 0))),
        ("twice", lambda found: len({one["id"] for one in found}) == len(found) - 1),
        ("nulls", odd(lambda one: one["createdOn"] is None and one["id"])),
        ("all-nulls", lambda found: all(one["createdOn"] is None for one in found)),
        ("wrong-types", odd(lambda one: one["firstName"] == 17 and one["tags"] == "none")),
        ("not-objects", lambda found: {str, int, type(None), dict} == {type(one) for one in found}),
        ("unknown-members", odd(lambda one: "novelty" in one)),
        ("surrogate", odd(lambda one: "\ud83d" in one["firstName"])),
        ("deep-unicode", odd(lambda one: "\0" in one["firstName"])),
        ("long-text=100", odd(lambda one: len(one["firstName"]) == 100_000)),
        ("big-numbers", odd(lambda one: one.get("number", 0) >= 2**63)),
        ("absurd-dates", odd(lambda one: one["createdOn"].startswith("0001"))),
        ("unknown-status", odd(lambda one: "Quantum hold" in json.dumps(one))),
        ("no-key", odd(lambda one: "id" not in one)),
    ],
)
def test_data_that_is_wrong_inside(fresh: Caller, spec: str, shown: Callable[[list[Any]], bool]) -> None:
    answer = page(fresh, f"{spec}@candidates")
    assert answer.status_code == 200
    assert shown(json.loads(answer.content)["content"])


@pytest.mark.parametrize(
    ("path", "name", "key"),
    [
        ("/jobs", "title", "id"),
        ("/analytics/interviews", "interviewerLastName", "interviewId"),
        ("/analytics/applications", "candidateLastName", "applicationId"),
        ("/configuration/departments", "label", "id"),
    ],
)
def test_other_lists_can_be_wrong_too(fresh: Caller, path: str, name: str, key: str) -> None:
    place = path.strip("/")
    found = json.loads(page(fresh, f"deep-unicode@{place}", path).content)["content"]
    assert sum("\0" in (one[name] or "") for one in found) == 1
    found = page(fresh, f"no-key@{place}", path).json()["content"]
    assert sum(key not in one for one in found) == 1


def test_a_file_can_be_cut(fresh: Caller) -> None:
    key = {"Accept": "text/csv"}
    whole = fresh.client.get("/analytics/interviews", headers=key).text
    fresh.control.fail("cut@analytics/*", "nulls@analytics/*")
    cut = fresh.client.get("/analytics/interviews", headers=key)
    assert whole.startswith(cut.text[:-10])
    assert len(cut.text) < len(whole) * 0.6
    assert cut.headers["content-type"].startswith("text/csv")
    assert fresh.client.get("/analytics/interviews", headers=key).text == whole


@pytest.mark.parametrize("spec", ["short", "drop", "reset"])
def test_broken_connections(fresh: Caller, spec: str) -> None:
    for path in ("/candidates", "/analytics/interviews"):
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            page(fresh, spec, path)
        assert fresh.get(path).status_code == 200


def test_page_4_fails_for_good(fresh: Caller) -> None:
    fresh.control.fail("502@candidates#4x*")
    for _ in range(2):
        statuses: list[int] = []
        following: dict[str, str] = {}
        while True:
            answer = fresh.get("/candidates", limit=20, **following)
            statuses.append(answer.status_code)
            if "nextPageId" not in answer.json():
                break
            following = {"pageId": answer.json()["nextPageId"]}
        assert statuses == [200] * 3 + [502]
    assert fresh.get("/jobs").status_code == 200


def test_the_token_can_be_refused_too(fresh: Caller) -> None:
    fresh.control.fail("503@identity/oauth/token")
    answer = httpx.post(f"{fresh.sandbox.base_url}/identity/oauth/token", data={})
    assert answer.status_code == 503


def test_the_same_member_twice(fresh: Caller) -> None:
    assert page(fresh, "duplicate-keys").text.count('{"firstName": "Twice", "id"') == 1
