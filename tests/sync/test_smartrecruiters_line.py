"""How SmartRecruiters is asked: credentials, limits, filters, one list call at a time, resuming for hours."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from atsdesk.ats.smartrecruiters.answers import REQUESTS, heed
from atsdesk.cancel import Cancel
from atsdesk.desk import Desk, Progress, Watcher
from atsdesk.errors import AuthError, ConfigError
from atsdesk.net.answer import Answer
from atsdesk.net.budget import OUR_SHARE
from atsdesk.sandbox.smartrecruiters import Rules
from tests.sync.lab import ACCOUNT, QUICK, Lab, connected, of
from tests.sync.smartrecruiters import SMARTRECRUITERS
from tests.sync.standard import same_as_truth

Start = Callable[..., Lab]


@pytest.fixture(scope="class")
def system() -> Any:
    return SMARTRECRUITERS


def test_a_client_and_its_secret_will_do_and_share_one_token(start: Start) -> None:
    lab = start(oauth=True)
    assert lab.sandbox.secrets.keys() == {"client_id", "client_secret"}
    lab.good_sync()
    lab.good_sync()
    tokens = [one for one in lab.control.requests() if one["path"] == "/identity/oauth/token"]
    assert len(tokens) == 1
    same_as_truth(lab)


def test_a_token_that_ends_in_the_middle_is_renewed(start: Start) -> None:
    lab = start(oauth=True)
    lab.good_sync()
    lab.control.expire_tokens()
    lab.good_sync()
    lab.control.fail("expired@candidates")
    lab.good_sync()


@pytest.mark.parametrize("secrets", [{"API_KEY": "wrong"}, {"CLIENT_ID": "x", "CLIENT_SECRET": "wrong"}])
def test_wrong_credentials_are_told_once(start: Start, tmp_path: Path, secrets: dict[str, str]) -> None:
    lab = start()
    environ = {f"ATSDESK_SECRET__B__{name}": text for name, text in secrets.items()}
    with Desk(tmp_path / "b", patience=QUICK, environ=environ) as desk:
        desk.add_account("smartrecruiters", "b", {}, base_url=lab.sandbox.base_url)
        report = desk.sync("b")
        assert report.state == "AUTHENTICATION_FAILED"
        with pytest.raises(AuthError, match="Credential Manager"):
            desk.test_account("b")


def test_half_a_way_in_is_named(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        with pytest.raises(ConfigError, match="client_secret"):
            desk.add_account("smartrecruiters", "a", {"client_id": "x"})
        with pytest.raises(ConfigError, match="api_key, or client_id and client_secret"):
            desk.add_account("smartrecruiters", "a", {"other": "x"})
        assert desk.accounts() == []
        desk.add_account(
            "smartrecruiters", "a", {"api_key": "", "client_id": "x", "client_secret": "y"}, for_session=True
        )
        assert [one.id for one in desk.accounts()] == ["a"]


def test_another_way_in_takes_the_place_of_the_first(real_keyring: Any, tmp_path: Path) -> None:
    with Desk(tmp_path, environ={}) as desk:
        desk.add_account("smartrecruiters", "a", {"api_key": "k"})
        desk.set_secrets("a", {"client_id": "x", "client_secret": "y"})
        kind = next(one for one in desk.kinds() if one.key == "smartrecruiters")
        assert desk.vault.get_one_of("a", kind.ways_in) == {"client_id": "x", "client_secret": "y"}
        desk.remove_account("a")
        with pytest.raises(ConfigError, match="neither api_key, nor client_id and client_secret"):
            desk.vault.get_one_of("a", kind.ways_in)


def test_the_limit_is_kept_and_no_request_is_refused(start: Start) -> None:
    lab = start(rules=Rules(list_seconds=0), candidates=6, settings={"requests_per_second": ""})
    report = lab.good_sync()
    assert sum(one.requests for one in report.resources) == len(lab.requests())
    assert 429 not in [one["status"] for one in lab.control.requests()]


def test_headers_of_the_limit_are_heeded_where_they_are_lower() -> None:
    def told(**headers: str) -> Answer:
        return Answer(200, {f"x-ratelimit-{name}": text for name, text in headers.items()}, b"")

    now: Any = None
    assert heed(told(limit="10", remaining="5"), now).limit == 0, "ours is lower"
    assert heed(told(limit="4", remaining="3"), now).limit == 4
    assert heed(told(limit="10", remaining="0"), now).rest > 0
    assert heed(told(limit="none"), now) == heed(told(), now)
    assert int(10 * OUR_SHARE) > REQUESTS


def test_candidates_are_listed_one_call_at_a_time(start: Start) -> None:
    lab = start(rules=Rules(rate_requests=0, list_seconds=0.02))
    lab.good_sync()
    assert 429 not in [one["status"] for one in lab.control.requests()]


def test_increments_ask_in_the_vendor_s_spelling_from_five_minutes_before(start: Start) -> None:
    lab = start()
    lab.good_sync()
    mark = lab.one("select watermark from checkpoints where resource = 'jobs'")
    lab.control.clear_requests()
    lab.good_sync()
    for name in ("jobs", "candidates", "users"):
        (query, *_) = lab.requests(name)
        assert query["updatedAfter"].endswith(".000+00:00")
        assert query["updatedAfter"] < mark
    assert lab.requests("jobs")[0]["sort"] == "job_id"


def test_details_go_on_where_they_stopped_the_newest_first(start: Start) -> None:
    lab = start()
    cancel, seen = Cancel(), []

    def progress(now: Progress) -> None:
        seen.extend([1] if now.resource == "candidate_details" and now.received else [])
        if len(seen) == 2:
            cancel.set()

    assert lab.sync(cancel=cancel, watcher=Watcher(progress=progress)).state == "CANCELLED"
    updated = {identity: row["updated_at"] for identity, row in lab.living("candidates").items()}
    read = {row[0] for row in lab.select("select id from records where resource = 'candidate_details'")}
    assert 0 < len(read) < len(updated)
    assert min(updated[one] for one in read) >= max(
        updated[one] for one in sorted(updated.keys() - read, key=lambda one: updated[one])[:-1]
    )
    lab.control.clear_requests()
    report = lab.good_sync()
    assert of(report, "candidate_details").received == len(updated) - len(read)
    same_as_truth(lab)


def test_a_missing_scope_stops_one_list_and_is_named(start: Start) -> None:
    lab = start(without=["candidates_offers_read", "configuration_read"])
    report = lab.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert of(report, "offers").state == of(report, "sources").state == "REFUSED"
    assert "candidates_offers_read" in of(report, "offers").message
    assert of(report, "candidate_details").state == "SUCCEEDED"
    checks = {check.resource: check.state for check in lab.desk.test_account(ACCOUNT)}
    assert (checks["offers"], checks["jobs"]) == ("not_permitted", "readable")


def test_without_details_the_list_alone_is_whole(start: Start, tmp_path: Path) -> None:
    lab = start(
        settings={
            "leave_out": "candidate_details,status_histories,attachments,candidate_values,application_values"
        }
    )
    lab.good_sync()
    found = lab.living("applications")
    assert found.keys() == lab.truth().applications.keys()
    known = [identity for identity, row in found.items() if row["status"] != "unknown"]
    assert all(found[one]["status_raw"] == lab.truth().applications[one].status_raw for one in known)
    settings = dict(lab.desk.account(ACCOUNT).settings) | {"leave_out": ""}
    lab.desk.set_settings(ACCOUNT, settings)
    lab.good_sync()
    same_as_truth(lab)
    with connected(SMARTRECRUITERS, lab.sandbox, tmp_path / "fresh") as fresh:
        fresh.good_sync()
        assert fresh.facts() == lab.facts()
