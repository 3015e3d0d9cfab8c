"""Every answer of the sandbox fits the contract, written down in shapes.json."""

import json
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.kombo import Rules
from atsdesk.sandbox.kombo.defaults import CODES
from tests.sandbox.kombo.conftest import MODELS, Caller, Start
from tests.sandbox.kombo.contract import SHAPES, fits, fits_list


def check(caller: Caller, model: str, **parameters: Any) -> None:
    wanted = {"page_size": 250, "include_deleted": "true", **parameters}
    fits_list(model, caller.get(f"/ats/{model}", **wanted).json())


def test_the_description_itself_is_sound(kombo: Caller) -> None:
    assert SHAPES["error"]["error"]["has"]["code"]["is"] == [*CODES, None]
    page = kombo.get("/ats/applications").json()
    page["data"]["results"][0]["outcome"] = "MAYBE"
    with pytest.raises(AssertionError):
        fits_list("applications", page)
    fits(
        "error",
        json.loads('{"status":"error","error":{"code":null,"title":null,"message":"?","log_url":null}}'),
    )


@pytest.mark.parametrize("model", MODELS)
def test_lists_fit(kombo: Caller, model: str) -> None:
    check(kombo, model)


@pytest.mark.parametrize("model", MODELS)
def test_lists_fit_without_records(kombo: Caller, model: str) -> None:
    check(kombo, model, ids="nobody")


@pytest.mark.parametrize("purge", ["null", "drop"])
def test_lists_fit_after_much_has_happened_and_long_after(start: Start, purge: Any) -> None:
    caller = start(candidates=40, rules=Rules(rate_requests=0, purge=purge))
    caller.control.advance(60)
    caller.control.advance(job_deleted=1, deleted=2, stage_renamed=2, stage_added=1, tag_renamed=1)
    for offset in (0, 15 * 86_400):
        caller.control.set_clock(offset)
        for model in MODELS:
            check(caller, model)


def test_lists_fit_with_fields_that_the_tool_lacks(start: Start) -> None:
    fields = ["jobs.job_code", "jobs.location", "candidates.email_addresses", "applications.outcome"]
    caller = start(lacking=fields)
    for model in ("jobs", "candidates", "applications"):
        check(caller, model)


def test_general_answers_fit(fresh: Caller) -> None:
    fits("key_checked", fresh.get("/check-api-key").json())
    fits("sync_forced", fresh.client.post("/force-sync", json={"type": "DELTA"}).json())
    fits("sync_forced", fresh.client.post("/force-sync").json())
    for status in ("ACTIVE", "INVALID", "INACTIVE"):
        for setup in ("COMPLETED", "SETUP_INCOMPLETE", "SETUP_SYNC_PENDING", "QA_FAILED"):
            fresh.control.set_health(status, setup)
            fits("integration", fresh.get(f"/integrations/{fresh.integration}").json())
    fresh.control.scope(unavailable=["notes"], disabled=["tags"], lacking=["jobs.job_code"])
    fits("integration", fresh.get(f"/integrations/{fresh.integration}").json())


def test_refusals_fit(kombo: Caller) -> None:
    answers: list[httpx.Response] = [
        kombo.get("/ats/jobs", page_size=0),
        kombo.get("/ats/jobs", cursor="?"),
        kombo.get("/no-such-path"),
        kombo.client.delete("/ats/jobs"),
        kombo.client.get("/ats/jobs", headers={"X-Integration-Id": "exampleats:nobody"}),
        kombo.client.get("/ats/jobs", headers={"Authorization": "Bearer x"}),
        kombo.client.post("/force-sync", json={"type": "HALF"}),
    ]
    faults = [
        *(f"code={code}" for code in CODES),
        "code",
        "401",
        "403",
        "409",
        "429",
        "500",
        "503",
        "expired",
    ]
    kombo.control.fail(*faults)
    answers += [kombo.get("/ats/candidates") for _ in faults]
    for answer in answers:
        assert answer.status_code >= 400
        fits("error", answer.json())
