"""Missing permissions: fields vanish without a word, writes are refused.

Source: Comeet's Recruiting API documentation, Permissions.
"""

from typing import Any

import pytest

from tests.sandbox.conftest import Caller, Start
from tests.sandbox.test_comeet_lists import uids

CANDIDATE_FIELDS = {
    "include future steps": "future_steps",
    "include source": "source",
    "resume access": "resume",
    "retrieve openings": "opening",
}
POSITION_FIELDS = {
    "retrieve locations": "location",
    "read position salary range": "salary_range",
    "read position internal name": "internal_name",
}


def steps(candidate: dict[str, Any]) -> list[dict[str, Any]]:
    lists = ("completed_steps", "current_steps", "future_steps")
    return [step for name in lists for step in candidate.get(name, ())]


@pytest.fixture(scope="module")
def full(comeet: Caller) -> list[dict[str, Any]]:
    return comeet.all("/candidates", deleted="False")


@pytest.mark.parametrize(("permission", "field"), CANDIDATE_FIELDS.items())
def test_a_missing_permission_removes_a_field_of_candidates(
    fresh: Caller, permission: str, field: str
) -> None:
    before = fresh.all("/candidates", deleted="False")
    assert any(field in one for one in before)
    fresh.control.permit([permission])
    after = fresh.all("/candidates", deleted="False")
    assert all(field not in one for one in after)
    assert uids(after) == uids(before)
    assert set(before[0]) - set(after[0]) <= {field}
    assert field not in fresh.good(f"/candidates/{after[0]['uid']}")


def test_a_source_contact_shrinks_to_its_uid_then_vanishes(fresh: Caller) -> None:
    person = "include source contact personal details"
    known = next(one for one in fresh.all("/candidates", deleted="False") if one["source_contact"])
    assert set(known["source_contact"]) == {"uid", "first_name", "last_name", "email"}
    fresh.control.permit([person])
    assert fresh.good(f"/candidates/{known['uid']}")["source_contact"] == {
        "uid": known["source_contact"]["uid"]
    }
    fresh.control.permit([person, "include source contact id only"])
    assert "source_contact" not in fresh.good(f"/candidates/{known['uid']}")


def test_assignees_vanish_from_every_step(fresh: Caller) -> None:
    assert any(
        "assignees" in step for one in fresh.all("/candidates", deleted="False") for step in steps(one)
    )
    fresh.control.permit(["include step interviewers/assignees"])
    found = [step for one in fresh.all("/candidates", deleted="False") for step in steps(one)]
    assert found
    assert all("assignees" not in step for step in found)


@pytest.mark.parametrize(("permission", "field"), POSITION_FIELDS.items())
def test_a_missing_permission_removes_a_field_of_positions(
    fresh: Caller, permission: str, field: str
) -> None:
    assert all(field in one for one in fresh.all("/positions"))
    fresh.control.permit([permission])
    assert all(field not in one for one in fresh.all("/positions"))


@pytest.mark.parametrize("who", ["lead recruiter", "hiring manager"])
def test_colleagues_of_a_position_vanish(fresh: Caller, who: str) -> None:
    fresh.control.permit([f"include {who} in position"])
    position = fresh.all("/positions")[0]
    assert who.replace(" ", "_") not in position["users"]
    assert len(position["users"]) == 1


@pytest.mark.parametrize(("scope", "field", "wanted"), [("non-discreet", "is_discreet", False),
                                                        ("published", "is_published", True)])  # fmt: skip
def test_the_scope_hides_positions_and_their_candidates(
    start: Start, scope: str, field: str, wanted: bool
) -> None:
    caller = start(candidates=400, seed=3)
    everything = caller.all("/positions")
    candidates = caller.all("/candidates", deleted="False")
    caller.control.permit(scope=scope)
    visible = caller.all("/positions")
    assert uids(visible) == [one["uid"] for one in everything if one[field] is wanted]
    hidden = set(uids(everything)) - set(uids(visible))
    assert hidden
    found = caller.all("/candidates", deleted="False")
    assert uids(found) == [one["uid"] for one in candidates if one["position_uid"] not in hidden]
    lost = next(one for one in candidates if one["position_uid"] in hidden)
    caller.refused(caller.get(f"/candidates/{lost['uid']}"), 404, "not_found")
    caller.refused(caller.get(f"/positions/{lost['position_uid']}"), 404, "position_not_found")
    body = {
        "position_uid": lost["position_uid"],
        "partner_candidate_id": "1",
        "first_name": "A",
        "last_name": "B",
    }
    caller.refused(caller.client.post("/candidates", json=body), 404, "position_not_found")


def test_candidates_of_the_app_and_of_others_are_two_permissions(fresh: Caller) -> None:
    position = fresh.all("/positions", status="open")[0]["uid"]
    body = {
        "position_uid": position,
        "partner_candidate_id": "own-1",
        "first_name": "Ada",
        "last_name": "Example",
    }
    own = fresh.client.post("/candidates", json=body).json()["uid"]
    fresh.control.permit(["retrieve candidates created by other sources"])
    assert uids(fresh.all("/candidates")) == [own]
    fresh.control.permit(["retrieve candidates created by your app"])
    assert own not in uids(fresh.all("/candidates"))
    fresh.control.permit(
        ["retrieve candidates created by other sources", "retrieve candidates created by your app"]
    )
    fresh.refused(fresh.get("/candidates"), 403, "no_permission")


@pytest.mark.parametrize(
    ("permission", "method", "path"),
    [
        ("create candidate", "POST", "/candidates"),
        ("create candidate", "GET", "/sourcing/candidates/find_duplicates?email=a@example.com"),
        ("update candidate contact details", "PATCH", "/candidates/{uid}"),
        ("update candidate contact details", "POST", "/candidates/{uid}/files"),
        ("create notes", "POST", "/candidates/{uid}/notes"),
        ("delete or pseudonymize persons", "DELETE", "/person/{person_uid}"),
        ("create opening", "POST", "/openings/"),
        ("retrieve positions", "GET", "/positions"),
    ],
)
def test_what_is_not_permitted_is_refused(fresh: Caller, permission: str, method: str, path: str) -> None:
    candidate = fresh.all("/candidates", deleted="False")[0]
    fresh.control.permit([permission])
    body: dict[str, Any] | None = None if method in {"GET", "DELETE"} else {}
    answer = fresh.client.request(method, path.format(**candidate), json=body)
    fresh.refused(answer, 403, "no_permission")


def test_unknown_permissions_and_scopes_are_named(start: Start) -> None:
    with pytest.raises(ValueError, match="include everything"):
        start(without=["include everything"])
    with pytest.raises(ValueError, match="half"):
        start(scope="half")
