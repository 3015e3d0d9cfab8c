"""Keys, integrations, limits. Source: Kombo documentation, "Base URLs & auth headers", "Rate limits & retry"."""

import pytest

from atsdesk.sandbox.kombo import Rules
from tests.sandbox.kombo.conftest import Caller, Start


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic YTpi", "nonsense", "ks_dev_1"])
@pytest.mark.parametrize("path", ["/check-api-key", "/ats/jobs", "/integrations/x"])
def test_without_the_key_nothing_is_answered(kombo: Caller, header: str, path: str) -> None:
    answer = kombo.client.get(path, headers={"Authorization": header})
    kombo.refused(answer, "PLATFORM.AUTHENTICATION_INVALID", 401)


def test_the_key_is_checked_without_an_integration(kombo: Caller) -> None:
    assert kombo.sandbox.secrets["api_key"].startswith("ks_dev_")
    del kombo.client.headers["X-Integration-Id"]
    try:
        assert kombo.good("/check-api-key")["environment_id"]
        assert kombo.good(f"/integrations/{kombo.integration}")["id"] == kombo.integration
        kombo.refused(kombo.get("/ats/jobs"), "PLATFORM.INPUT_INVALID", 400)
    finally:
        kombo.client.headers.update(kombo.credential())


def test_an_unknown_integration_is_not_found(kombo: Caller) -> None:
    answer = kombo.client.get("/ats/jobs", headers={"X-Integration-Id": "exampleats:nobody"})
    kombo.refused(answer, "PLATFORM.INTEGRATION_NOT_FOUND", 404)
    kombo.refused(kombo.get("/integrations/exampleats:nobody"), "PLATFORM.INTEGRATION_NOT_FOUND", 404)


def test_an_expired_key_is_refused_until_it_is_renewed(fresh: Caller) -> None:
    fresh.control.expire_key()
    error = fresh.refused(fresh.get("/ats/jobs"), "PLATFORM.AUTHENTICATION_INVALID", 401)
    assert "expired" in error["message"]
    fresh.control.expire_key(False)
    assert fresh.get("/ats/jobs").status_code == 200


def test_one_key_opens_several_integrations_with_records_of_their_own(start: Start) -> None:
    caller = start(integrations=2, candidates=20)
    first, second = caller.sandbox.controls
    assert caller.sandbox.settings == {"region": "eu", "integration_id": first}
    ids = {}
    for name in (first, second):
        caller.client.headers["X-Integration-Id"] = name
        ids[name] = {record["id"] for record in caller.all("candidates")}
    assert not ids[first] & ids[second]
    caller.sandbox.controls[second].set_health(status="INACTIVE")
    caller.refused(caller.get("/ats/jobs"), "INTEGRATION.INACTIVE", 403)
    caller.client.headers["X-Integration-Id"] = first
    assert caller.get("/ats/jobs").status_code == 200


def test_headers_count_the_requests_of_a_window(start: Start) -> None:
    caller = start(candidates=5, rules=Rules(rate_requests=3, rate_seconds=60))
    left = []
    for _ in range(3):
        answer = caller.get("/ats/tags")
        left.append(int(answer.headers["ratelimit-remaining"]))
        assert answer.headers["ratelimit-limit"] == "3"
        assert 0 < int(answer.headers["ratelimit-reset"]) <= 60
    assert left == [2, 1, 0]
    refused = caller.get("/ats/tags")
    caller.refused(refused, "PLATFORM.RATE_LIMIT_EXCEEDED", 429)
    assert refused.headers["ratelimit-remaining"] == "0"
    assert "retry-after" not in refused.headers
    caller.control.set_limit(3)
    assert caller.get("/ats/tags").status_code == 200


def test_a_window_ends(start: Start) -> None:
    caller = start(candidates=5, rules=Rules(rate_requests=1, rate_seconds=0.2, retry_after=True))
    answers = [caller.get("/ats/tags") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1].headers["retry-after"] == "1"
    while caller.get("/ats/tags").status_code != 200:
        pass


def test_without_a_limit_there_are_no_headers(kombo: Caller) -> None:
    assert not [name for name in kombo.get("/ats/tags").headers if name.startswith("ratelimit")]


def test_paths_and_methods_that_do_not_exist_have_no_code(kombo: Caller) -> None:
    kombo.refused(kombo.get("/ats/departments"), None, 404)
    kombo.refused(kombo.get("/ats/jobs/x"), None, 404)
    kombo.refused(kombo.client.put("/ats/jobs"), None, 405)
