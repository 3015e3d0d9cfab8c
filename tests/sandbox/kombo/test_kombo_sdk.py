"""The vendor's own SDK reads the sandbox's answers: a second reader that shares nothing with us, where it is installed.

It is no requirement of ours: `pip install kombo` into the environment of the tests to have these run.
"""

import contextlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.kombo import Rules
from tests.sandbox.kombo.conftest import Caller, Start, calling

sdk = pytest.importorskip("kombo", reason="needs the package `kombo`, which is no requirement of ATS Desk")

LISTS = {
    "jobs": "get_jobs",
    "candidates": "get_candidates",
    "applications": "get_applications",
    "application-stages": "get_application_stages",
    "users": "get_users",
    "roles": "get_roles",
    "offers": "get_offers",
    "rejection-reasons": "get_rejection_reasons",
    "interviews": "get_interviews",
    "tags": "get_tags",
    "notes": "get_notes",
    "scorecards": "get_ats_scorecards",
    "attachments": "get_ats_attachments",
}


@contextlib.contextmanager
def reading(caller: Caller) -> Iterator[Any]:
    """The SDK as its users have it, on the sandbox."""
    with httpx.Client() as client:
        yield sdk.Kombo(
            api_key=caller.sandbox.secrets["api_key"],
            integration_id=caller.integration,
            server_url=caller.sandbox.base_url,
            client=client,
        )


@pytest.fixture
def changed() -> Iterator[Caller]:
    """A sandbox in which much has happened."""
    with calling(seed=9) as caller:
        caller.control.advance(60)
        caller.control.advance(job_deleted=1, deleted=2, stage_renamed=2, stage_added=1, tag_renamed=1)
        yield caller


def read(caller: Caller, name: str, **filters: Any) -> list[dict[str, Any]]:
    """All records of a list as the SDK's models give them back."""
    with reading(caller) as kombo:
        found, page = [], getattr(kombo.ats, LISTS[name])(page_size=25, **filters)
        while page is not None:
            found += page.result.data.results
            page = page.next()
        return [one.model_dump(mode="json", by_alias=True) for one in found]


@pytest.mark.parametrize("name", LISTS)
def test_the_models_read_every_record(changed: Caller, name: str) -> None:
    ours = {one["id"]: one for one in changed.all(name, include_deleted="true")}
    theirs = {one["id"]: one for one in read(changed, name, include_deleted=True)}
    assert theirs.keys() == ours.keys()
    for identity, record in theirs.items():
        for member in record.keys() & ours[identity].keys():
            if isinstance(ours[identity][member], (str, bool)) and not member.endswith(("_at", "_date")):
                assert record[member] == ours[identity][member], f"{name}.{member}"


@pytest.mark.parametrize("purge", ["null", "drop"])
def test_the_models_read_what_was_wiped(start: Start, purge: Any) -> None:
    caller = start(candidates=40, rules=Rules(rate_requests=0, purge=purge))
    caller.control.advance(deleted=3, application_deleted=2)
    caller.control.set_clock(15 * 86_400)
    for name in ("candidates", "applications", "jobs"):
        assert read(caller, name, include_deleted=True)


def test_the_models_read_the_connection_and_the_key(changed: Caller) -> None:
    with reading(changed) as kombo:
        details = kombo.general.get_integration_details(integration_id=changed.integration).data
        assert (details.status, details.setup_status) == ("ACTIVE", "COMPLETED")
        assert {model.id for model in details.read_models} >= {"ats_jobs", "ats_candidates"}
        assert kombo.general.check_api_key().data.environment_id
        assert kombo.general.trigger_sync(type_="DELTA").data.sync_id


def test_the_models_read_refusals(changed: Caller) -> None:
    changed.control.set_health(setup="SETUP_SYNC_PENDING")
    with reading(changed) as kombo, pytest.raises(sdk.errors.KomboAtsError) as caught:
        kombo.ats.get_jobs()
    assert caught.value.data.error.code == "INTEGRATION.SETUP_SYNC_PENDING"
