"""Tokens. Source: Harvest documentation, "Base URLs and authentication"."""

import dataclasses
from datetime import UTC, datetime

import httpx
import pytest

from tests.sandbox.greenhouse.conftest import UNLIMITED, Caller, Start


def rules(**changes: object) -> object:
    return dataclasses.replace(UNLIMITED, **changes)  # type: ignore[arg-type]


def test_a_token_is_given_for_the_pair_and_lives_an_hour(greenhouse: Caller) -> None:
    answer = greenhouse.ask_token()
    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == {"token_type", "access_token", "expires_at"}
    left = datetime.fromisoformat(body["expires_at"]) - datetime.now(UTC)
    assert 3590 < left.total_seconds() < 3601
    greenhouse.sign_in()
    assert greenhouse.get("/user_roles", per_page=1).status_code == 200


def test_the_grant_may_stand_in_the_query(fresh: Caller) -> None:
    secrets, address = fresh.sandbox.secrets, fresh.sandbox.settings["token_url"]
    pair = (secrets["client_id"], secrets["client_secret"])
    answer = fresh.client.post(f"{address}?grant_type=client_credentials", auth=pair)
    assert answer.status_code == 200


def test_the_second_spelling_of_the_expiry_can_be_switched_on(start: Start) -> None:
    caller = start(rules=rules(expires_in=True, token_seconds=90))
    assert caller.ask_token().json()["expires_in"] == 90


def test_without_credentials(greenhouse: Caller) -> None:
    answer = greenhouse.ask_token(anonymous=True)
    # the client of the fixture carries a bearer header, which is no credential here
    assert answer.status_code == 401
    assert answer.json()["message"] == "Unauthorized"
    assert answer.json()["errorId"].startswith("err-")


def test_a_client_id_of_the_wrong_form_is_repeated(greenhouse: Caller) -> None:
    answer = greenhouse.ask_token(("0123456789abcdef-7", ""))
    assert answer.status_code == 400
    message = answer.json()["message"]
    assert message == "client_id=0123456789abcdef-7 does not contain a valid client ID suffix"


def test_an_unknown_pair(greenhouse: Caller) -> None:
    known = greenhouse.sandbox.secrets["client_id"]
    for pair in (("nobody-harvest", "x"), (known, "wrong")):
        answer = greenhouse.ask_token(pair)
        assert (answer.status_code, answer.json()) == (401, {"error": "invalid_client"})


def test_a_missing_or_unknown_grant(greenhouse: Caller) -> None:
    missing = greenhouse.ask_token(grant_type=None)
    assert missing.status_code == 400
    assert missing.json() == {"message": "Must include `grant_type` parameter in /token request"}
    unknown = greenhouse.ask_token(grant_type="password")
    assert unknown.status_code == 400
    assert "client_credentials" in unknown.json()["message"]


def test_the_acting_user_has_to_be_a_site_admin(fresh: Caller) -> None:
    users = fresh.all("/users")
    admin = next(user for user in users if user["site_admin"] and not user["deactivated"])
    other = next(user for user in users if not user["site_admin"] and not user["deactivated"])
    gone = next(user for user in users if user["deactivated"])
    fresh.sign_in(sub=admin["id"])
    assert fresh.get("/candidates").status_code == 200
    fresh.sign_in(sub=other["id"])
    fresh.refused(fresh.get("/candidates"), 403)
    assert fresh.ask_token(sub=gone["id"]).status_code == 400
    assert fresh.ask_token(sub="nobody").status_code == 400


def test_others_may_also_get_no_rows(start: Start) -> None:
    caller = start(rules=rules(refuse_others=False))
    other = next(user for user in caller.all("/users", deactivated="false") if not user["site_admin"])
    caller.sign_in(sub=other["id"])
    assert caller.good("/candidates") == []


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x.y.z", "Basic YTpi", "nonsense"])
def test_without_a_good_token_nothing_is_answered(greenhouse: Caller, header: str) -> None:
    answer = greenhouse.client.get("/candidates", headers={"Authorization": header})
    greenhouse.refused(answer, 401, "Token could not be decoded")


def test_unknown_routes_answer_before_the_token_is_looked_at(greenhouse: Caller) -> None:
    address = greenhouse.sandbox.base_url
    for path in ("/nothing", "/candidates/41000000101", "/candidates/search", "/candidates/1/nothing"):
        answer = httpx.get(address + path)
        assert (answer.status_code, answer.json()) == (404, {"message": "Resource not found"})
    answer = httpx.post(address + "/jobs")
    assert (answer.status_code, answer.json()) == (404, {"message": "Resource not found"})
    old = httpx.get(address.removesuffix("/v3") + "/v1/candidates")
    assert old.status_code == 404


def test_a_new_token_revokes_the_earlier_one(start: Start) -> None:
    caller = start()
    first = caller.client.headers["Authorization"]
    caller.sign_in()
    assert caller.get("/jobs").status_code == 200
    caller.refused(caller.client.get("/jobs", headers={"Authorization": first}), 401)
    both = start(rules=rules(one_live_token=False))
    first = both.client.headers["Authorization"]
    both.sign_in()
    assert both.client.get("/jobs", headers={"Authorization": first}).status_code == 200


def test_a_token_expires_by_the_sandboxs_clock(fresh: Caller) -> None:
    fresh.control.set_clock(3500)
    assert fresh.get("/jobs").status_code == 200
    fresh.control.set_clock(3700)
    fresh.refused(fresh.get("/jobs"), 401)
    fresh.sign_in()
    assert fresh.get("/jobs").status_code == 200


def test_tokens_can_be_revoked_and_the_secret_renewed(fresh: Caller) -> None:
    fresh.control.revoke_tokens()
    fresh.refused(fresh.get("/jobs"), 401)
    fresh.sign_in()
    fresh.control.rotate_secret()
    assert fresh.get("/jobs").status_code == 200
    assert fresh.ask_token().json() == {"error": "invalid_client"}


def test_introspection_names_the_scopes(fresh: Caller) -> None:
    fresh.control.permit(["notes"])
    token = fresh.client.headers["Authorization"].removeprefix("Bearer ")
    address = fresh.sandbox.settings["token_url"].replace("/token", "/introspect")
    secrets = fresh.sandbox.secrets
    pair = (secrets["client_id"], secrets["client_secret"])
    told = fresh.client.post(address, auth=pair, data={"token": token}).json()
    assert told["active"] is True
    assert "harvest:candidates:list" in told["scope"].split()
    assert "harvest:notes:list" not in told["scope"].split()
    assert fresh.client.post(address, auth=pair, data={"token": "x"}).json() == {"active": False}
