"""Setup, health, scope and syncs of an integration. Source: Kombo documentation, "Sync states"."""

from typing import Any

import pytest

from atsdesk.sandbox.kombo import Rules
from atsdesk.sandbox.kombo.defaults import CODES
from tests.sandbox.kombo.conftest import MODELS, Caller, Start

SETUPS = {
    "SETUP_INCOMPLETE": "INCOMPLETE",
    "SETUP_SYNC_PENDING": "FINAL_SYNC_PENDING",
    "QA_FAILED": "FINAL_SYNC_PENDING",
}


def details(caller: Caller) -> dict[str, Any]:
    return dict(caller.good(f"/integrations/{caller.integration}"))


def read_model(caller: Caller, model: str) -> dict[str, Any]:
    (found,) = [each for each in details(caller)["read_models"] if each["id"] == f"ats_{model}"]
    return dict(found)


@pytest.mark.parametrize("setup", SETUPS)
def test_during_the_setup_nothing_can_be_read_but_the_details(fresh: Caller, setup: str) -> None:
    fresh.control.set_health(setup=setup)
    for model in MODELS:
        fresh.refused(fresh.get(f"/ats/{model}"), f"INTEGRATION.{setup}", 409)
    fresh.refused(fresh.client.post("/force-sync"), f"INTEGRATION.{setup}", 409)
    assert details(fresh)["setup_status"] == SETUPS[setup]
    fresh.control.set_health(setup="COMPLETED")
    assert fresh.rows("jobs")


def test_a_setup_takes_its_time(start: Start) -> None:
    caller = start(candidates=5, setup="SETUP_SYNC_PENDING", setup_seconds=600)
    caller.refused(caller.get("/ats/jobs"), "INTEGRATION.SETUP_SYNC_PENDING", 409)
    caller.control.set_clock(601)
    assert caller.rows("jobs")
    assert details(caller)["setup_status"] == "COMPLETED"


def test_setup_codes_once_came_with_503(start: Start) -> None:
    caller = start(candidates=5, setup="QA_FAILED", rules=Rules(rate_requests=0, setup_status=503))
    caller.refused(caller.get("/ats/jobs"), "INTEGRATION.QA_FAILED", 503)


def test_an_inactive_integration_is_refused_and_an_invalid_one_still_read(fresh: Caller) -> None:
    fresh.control.set_health(status="INACTIVE")
    fresh.refused(fresh.get("/ats/jobs"), "INTEGRATION.INACTIVE", 403)
    assert details(fresh)["status"] == "INACTIVE"
    fresh.control.set_health(status="INVALID")
    assert fresh.rows("jobs")
    assert details(fresh)["status"] == "INVALID"


def test_models_that_the_tool_lacks(start: Start) -> None:
    caller = start(candidates=5, unavailable=["notes", "application-stages"])
    caller.refused(caller.get("/ats/notes"), "INTEGRATION.MODEL_NOT_AVAILABLE", 400)
    caller.refused(caller.get("/ats/application-stages"), "INTEGRATION.MODEL_NOT_AVAILABLE", 400)
    assert caller.rows("jobs")
    notes = read_model(caller, "notes")
    assert (notes["is_available"], notes["coverage_status"]) == (False, "UNSUPPORTED")
    assert read_model(caller, "jobs")["is_available"]


def test_a_model_that_is_switched_off_loses_its_records_until_it_is_on_again(fresh: Caller) -> None:
    tags = fresh.rows("tags")
    fresh.control.scope(disabled=["tags"])
    fresh.refused(fresh.get("/ats/tags"), "INTEGRATION.MODEL_DISABLED", 403)
    assert read_model(fresh, "tags")["scope_config_setting"] == "DISABLED"
    assert details(fresh)["data_expired_at"]
    assert not fresh.control.truth()["tags"]["living"]
    fresh.control.scope()
    assert [tag["name"] for tag in fresh.rows("tags")] == [tag["name"] for tag in tags]
    fresh.control.scope(disabled=["tags"])
    fresh.control.set_clock(15 * 86_400)
    fresh.control.scope()
    assert fresh.rows("tags") == []
    fresh.control.sync()
    assert details(fresh)["data_expired_at"] is None


def test_fields_that_the_tool_lacks_are_null_and_said_so(fresh: Caller) -> None:
    fresh.control.scope(lacking=["jobs.job_code", "jobs.stages"])
    for job in fresh.rows("jobs"):
        assert (job["job_code"], job["stages"]) == (None, [])
    fields = {each["id"]: each["is_available"] for each in read_model(fresh, "jobs")["fields"]}
    assert (fields["job_code"], fields["name"]) == (False, True)


@pytest.mark.parametrize(
    "scope",
    [
        {"unavailable": ["everything"]},
        {"disabled": ["job"]},
        {"lacking": ["jobs.colour"]},
        {"lacking": ["jobs"]},
    ],
)
def test_a_scope_with_a_name_nobody_knows_is_refused(kombo: Caller, scope: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match="There is no"):
        kombo.control.scope(**scope)


def test_only_created_applications_means_empty_lists(start: Start) -> None:
    caller = start(candidates=30, rules=Rules(rate_requests=0, tracking="created"))
    for model in ("candidates", "applications", "interviews", "offers", "notes", "scorecards", "attachments"):
        assert caller.rows(model, include_deleted="true") == []
    for model in ("jobs", "users", "tags", "rejection-reasons"):
        assert caller.rows(model)


def test_a_forced_sync_is_joined_while_it_runs(fresh: Caller) -> None:
    first = fresh.client.post("/force-sync").json()["data"]
    assert (first["already_queued"], first["type"]) == (False, "FULL")
    second = fresh.client.post("/force-sync", json={"type": "DELTA"}).json()["data"]
    assert second == {**first, "already_queued": True}
    fresh.control.set_clock(10)
    third = fresh.client.post("/force-sync", json={"type": "DELTA"}).json()["data"]
    assert (third["already_queued"], third["type"]) == (False, "DELTA")
    assert third["sync_id"] != first["sync_id"]


@pytest.mark.parametrize("body", ['{"type": "HALF"}', '{"type": null}', "[]", "{", '"FULL"'])
def test_a_sync_of_another_kind_is_refused(kombo: Caller, body: str) -> None:
    kombo.refused(kombo.client.post("/force-sync", content=body), "PLATFORM.INPUT_INVALID", 400)


def test_a_lagging_integration_shows_news_after_a_sync_and_deletions_after_a_full_one(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, lagging=True))
    before = len(caller.all("candidates"))
    assert [event["kind"] for event in caller.control.advance(new=2, deleted=1)] == ["new", "new", "deleted"]
    assert len(caller.all("candidates")) == before
    caller.client.post("/force-sync", json={"type": "DELTA"})
    caller.control.set_clock(5)
    assert len(caller.all("candidates")) == before + 2
    caller.client.post("/force-sync", json={"type": "FULL"})
    assert len(caller.all("candidates")) == before + 2
    caller.control.set_clock(10)
    assert len(caller.all("candidates")) == before + 1
    caller.control.lag(False)
    caller.control.advance(new=1)
    assert len(caller.all("candidates")) == before + 2


@pytest.mark.parametrize("code", CODES)
def test_every_code_can_be_had(kombo: Caller, code: str) -> None:
    kombo.control.fail(f"code={code}@ats/jobs#2")
    page = kombo.good("/ats/jobs", page_size=2)
    status, title = CODES[code]
    error = kombo.refused(kombo.get("/ats/jobs", page_size=2, cursor=page["next"]), code, status)
    assert error["title"] == title
    assert error["log_url"].startswith("https://")
    assert kombo.get("/ats/jobs").status_code == 200


def test_codes_that_nobody_knows_and_none_at_all(kombo: Caller) -> None:
    kombo.control.fail("code=PLATFORM.BRAND_NEW", "code")
    kombo.refused(kombo.get("/ats/jobs"), "PLATFORM.BRAND_NEW", 400)
    error = kombo.refused(kombo.get("/ats/jobs"), None, 400)
    assert (error["title"], error["log_url"]) == (None, None)
