"""How a Kombo account stands: setups that wait, what is switched off, empty lists, changes that ask for a full read."""

import contextlib
import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.ats.kombo.codes import CODES, explain, judge
from atsdesk.ats.kombo.connector import Kombo, heed
from atsdesk.errors import (
    AbsentError,
    AccountError,
    AuthError,
    ConfigError,
    DataError,
    DeskError,
    NotReadyError,
    TransientError,
)
from atsdesk.net.answer import Answer
from atsdesk.sandbox.kombo import Rules
from atsdesk.sandbox.kombo.defaults import CODES as SANDBOX_CODES
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, Lab, connected, laboratory, of
from tests.sync.standard import same_as_truth

DAY = 86_400
Start = Callable[..., Lab]


class ForKombo:
    system = KOMBO


def is_full(lab: Lab, resource: str = "jobs") -> bool:
    """Whether the last request for a list asked for all of it."""
    return "updated_after" not in lab.requests(resource)[-1]


# --- Codes ------------------------------------------------------------------------------------------------------


def refusal(code: str | None, status: int = 400, **more: Any) -> Answer:
    error = {"code": code, "title": "A title.", "message": "A message.", "log_url": "https://log.example/1"}
    return Answer(status, {}, json.dumps({"status": "error", "error": error | more}).encode())


def test_every_code_of_the_contract_is_in_the_table() -> None:
    assert CODES.keys() == SANDBOX_CODES.keys()
    assert len(CODES) == 24


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_explained_whatever_the_status(code: str) -> None:
    errors = [judge(refusal(code, status), "Jobs") for status in (200, 400, 401, 404, 409, 429, 500, 503)]
    assert {type(error) for error in errors} == {CODES[code].error}
    error = errors[0]
    assert error is not None
    assert error.title.endswith(".")
    assert "{" not in error.title
    assert "Kombo's log: https://log.example/1" in error.hint
    assert "Kombo says: A message." in error.hint


def test_a_code_that_nobody_knows_and_one_that_is_null_are_about_one_answer() -> None:
    for answer in (refusal("ATS.NOVELTY"), refusal(None, log_url=None, message=None)):
        assert judge(answer) is None
        error = explain(answer, "Jobs")
        assert isinstance(error, DataError)
        assert "400" in error.title
    assert "log" not in explain(refusal(None, log_url="javascript:alert(1)")).hint.lower()


@pytest.mark.parametrize(
    "body", [b"", b"Bad gateway", b"<html>503</html>", b'{"error": 7}', b"[1]", b"{", b"\xff{"]
)
def test_bodies_of_another_form_are_explained(body: bytes) -> None:
    for status in (200, 400, 404):
        assert judge(Answer(status, {}, body)) is None
    assert explain(Answer(404, {}, body), "Jobs").title


@pytest.mark.usefixtures("system")
class TestCodesOnTheWire(ForKombo):
    @pytest.mark.parametrize(
        ("code", "state", "error"),
        [
            ("PLATFORM.AUTHENTICATION_INVALID", "AUTHENTICATION_FAILED", AuthError),
            ("PLATFORM.INTEGRATION_NOT_FOUND", "FAILED", AccountError),
            ("PLATFORM.IP_NOT_WHITELISTED", "FAILED", AccountError),
            ("INTEGRATION.INACTIVE", "FAILED", AccountError),
        ],
    )
    def test_what_concerns_the_account_ends_the_sync_with_one_issue(
        self, synced: Lab, code: str, state: str, error: type[DeskError]
    ) -> None:
        assert issubclass(CODES[code].error, error)
        for path in ("integrations/*", "ats/users"):
            synced.control.fail(f"code={code}@{path}x*")
            synced.control.clear_requests()
            report = synced.sync()
            assert report.state == state
            assert len(synced.requests()) <= 3
            assert [(issue.kind, issue.resource) for issue in synced.issues()] == [("failed", "")]
            synced.control.heal()
            synced.good_sync()
            assert synced.issues() == []

    def test_a_code_with_a_status_that_is_repeated_is_not_repeated_when_that_is_of_no_use(
        self, start: Start
    ) -> None:
        lab = start(rules=Rules(rate_requests=0, setup_status=503), setup="QA_FAILED")
        assert lab.sync().state == "WAITING"
        assert len(lab.requests()) == 2

    @pytest.mark.parametrize(
        "fault", ["text=502", "html=503", "503", "500", "code=REMOTE.SERVICE_UNAVAILABLE"]
    )
    def test_faults_that_pass_are_waited_for(self, lab: Lab, fault: str) -> None:
        lab.control.fail(f"{fault}@integrations/*", f"{fault}@ats/applications#2x2")
        lab.good_sync()
        same_as_truth(lab)

    @pytest.mark.parametrize("fault", ["text=502", "html", "empty", "cut", "code", "text=400", "html=404"])
    def test_a_connection_that_tells_nothing_is_read_all_the_same(self, lab: Lab, fault: str) -> None:
        lab.control.fail(f"{fault}@integrations/*x*")
        lab.good_sync()
        same_as_truth(lab)
        assert lab.desk.account(ACCOUNT).health["connection"].startswith("Unknown.")

    def test_an_expired_key_is_told_with_what_to_do(self, synced: Lab) -> None:
        synced.control.expire_key()
        report = synced.sync()
        assert report.state == "AUTHENTICATION_FAILED"
        assert "atsdesk accounts key" in report.message
        synced.control.expire_key(False)
        synced.good_sync()
        assert synced.issues() == []


# --- Waiting ----------------------------------------------------------------------------------------------------


class TestWaiting(ForKombo):
    @pytest.mark.parametrize("setup", ["SETUP_SYNC_PENDING", "SETUP_INCOMPLETE", "QA_FAILED"])
    def test_a_setup_is_waited_for_and_is_no_issue(self, start: Start, setup: str) -> None:
        lab = start(setup=setup, candidates=20)
        report = lab.sync()
        assert report.state == "WAITING"
        assert {one.state for one in report.resources} == {"WAITING", "SKIPPED"}
        assert len(lab.requests()) == 2, "nothing is asked twice"
        assert lab.issues() == []
        assert "omplete" in lab.desk.account(ACCOUNT).health["setup"]
        with pytest.raises(NotReadyError):
            lab.desk.test_account(ACCOUNT)
        lab.control.set_health(setup="COMPLETED")
        lab.good_sync()
        same_as_truth(lab)
        assert lab.desk.account(ACCOUNT).health["setup"] == "Complete."

    def test_a_setup_in_the_middle_of_a_life_loses_nothing(self, synced: Lab) -> None:
        synced.control.advance(10)
        synced.control.set_health(setup="SETUP_SYNC_PENDING")
        before = synced.data()
        assert synced.sync().state == "WAITING"
        assert synced.data() == before
        synced.control.set_health(setup="COMPLETED")
        synced.good_sync()
        same_as_truth(synced, but_for_unsaid=True)


# --- Health -----------------------------------------------------------------------------------------------------


class TestHealth(ForKombo):
    @pytest.mark.parametrize(("status", "word"), [("ACTIVE", "fresh"), ("INVALID", "connect again")])
    def test_the_account_shows_how_the_connection_stands(self, synced: Lab, status: str, word: str) -> None:
        synced.control.set_health(status=status)
        synced.good_sync()
        health = synced.desk.account(ACCOUNT).health
        assert health["system"] == "Example ATS"
        assert word in health["connection"]

    def test_a_connection_that_is_off_says_so(self, synced: Lab) -> None:
        synced.control.set_health(status="INACTIVE")
        report = synced.sync()
        assert report.state == "FAILED"
        assert "switched off in Kombo" in report.message
        assert "switched off in Kombo" in synced.desk.account(ACCOUNT).health["connection"]
        assert len(synced.issues()) == 1

    @pytest.mark.parametrize("scope", ["unavailable", "disabled"])
    def test_a_list_that_is_not_there_is_left_out_with_the_reason(self, synced: Lab, scope: str) -> None:
        synced.control.scope(**{scope: ["notes", "offers"]})
        synced.control.clear_requests()
        report = synced.good_sync()
        for name in ("notes", "offers"):
            assert of(report, name).state == "SKIPPED"
            assert ("scope config" in of(report, name).message) == (scope == "disabled")
            assert synced.requests(name) == []
        assert synced.issues() == []
        checks = {one.resource: one for one in synced.desk.test_account(ACCOUNT)}
        assert checks["notes"].state == "not_available"
        assert checks["notes"].message == of(report, "notes").message
        assert checks["jobs"].state == "readable"
        synced.control.scope()
        synced.good_sync()
        same_as_truth(synced)
        assert synced.living("notes").keys() == synced.control.truth()["notes"]["living"].keys()

    @pytest.mark.parametrize("code", ["MODEL_NOT_AVAILABLE", "MODEL_DISABLED"])
    def test_a_list_that_refuses_itself_is_left_out_too(self, lab: Lab, code: str) -> None:
        assert CODES[f"INTEGRATION.{code}"].error is AbsentError
        lab.control.fail(f"code=INTEGRATION.{code}@ats/tagsx*")
        report = lab.good_sync()
        assert of(report, "tags").state == "SKIPPED"
        assert '"Tags"' in of(report, "tags").message
        assert lab.issues() == []
        checks = {one.resource: one.state for one in lab.desk.test_account(ACCOUNT)}
        assert checks["tags"] == "not_available"

    def test_a_right_that_the_ats_does_not_give_is_an_issue(self, lab: Lab) -> None:
        lab.control.fail("code=INTEGRATION.PERMISSION_MISSING@ats/offersx*")
        report = lab.sync()
        assert report.state == "PARTIALLY_FAILED"
        (issue,) = lab.issues()
        assert (issue.kind, issue.resource) == ("refused", "offers")

    def test_empty_candidates_explain_the_usual_mode_of_a_new_connection(self, start: Start) -> None:
        rules = Rules(rate_requests=0, tracking="created")
        lab = start(rules=rules, candidates=20)
        lab.good_sync()
        issues = lab.issues()
        assert {(issue.kind, issue.resource) for issue in issues} == {
            ("empty", "candidates"),
            ("empty", "applications"),
        }
        assert all("created through Kombo" in issue.hint for issue in issues)
        checks = {one.resource: one for one in lab.desk.test_account(ACCOUNT)}
        assert "created through Kombo" in checks["candidates"].message
        assert lab.living("jobs")
        object.__setattr__(rules, "tracking", "all")
        lab.good_sync(full=True)
        assert lab.issues() == []
        same_as_truth(lab)

    def test_empty_candidates_of_an_ailing_connection_do_not(self, start: Start) -> None:
        lab = start(rules=Rules(rate_requests=0, tracking="created"), candidates=20)
        lab.control.set_health(status="INVALID")
        lab.good_sync()
        assert lab.issues() == []


# --- Full reads -------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def with_key(lab: Lab, key: str) -> Iterator[Lab]:
    """The same account and sandbox, with another key on both sides."""
    lab.control._api._key = key
    sandbox = dataclasses.replace(lab.sandbox, secrets={"api_key": key})
    with connected(KOMBO, sandbox, lab.desk.folder) as other:
        yield other


class TestFullReads(ForKombo):
    def test_an_increment_is_asked_for_as_the_contract_says(self, synced: Lab) -> None:
        synced.control.clear_requests()
        synced.good_sync()
        watermark = synced.desk.reading.runs()[-1].resources[0].watermark
        assert watermark is not None
        for resource in KOMBO.connector.resources:
            (query,) = synced.requests(resource.name)
            assert query.keys() == {"page_size", "include_deleted", "updated_after"}, (
                "no filter on the status"
            )
            assert query["include_deleted"] == "true"
            assert query["updated_after"].endswith("Z")
            assert query["updated_after"] < watermark

    def test_filters_are_repeated_with_every_cursor(self, lab: Lab) -> None:
        lab.good_sync()
        queries = lab.requests("applications")
        assert len(queries) > 2
        assert all("cursor" in query for query in queries[1:])
        assert len({(query["page_size"], query["include_deleted"]) for query in queries}) == 1

    @pytest.mark.parametrize(("days", "full"), [(6, False), (8, True), (14, True)])
    def test_a_full_read_comes_weekly_and_so_after_thirteen_days_of_silence(
        self, synced: Lab, days: int, full: bool
    ) -> None:
        synced.control.set_clock(days * DAY)
        synced.good_sync()
        assert {is_full(synced, one.name) for one in KOMBO.connector.resources} == {full}

    def test_what_vanished_while_nobody_looked_is_found(self, start: Start) -> None:
        lab = start(rules=Rules(rate_requests=0, purge="drop"))
        lab.good_sync()
        lab.control.advance(deleted=3, application_deleted=2)
        lab.control.set_clock(16 * DAY)
        lab.good_sync()
        same_as_truth(lab)

    def test_another_key_reads_everything_again_once(self, synced: Lab) -> None:
        with with_key(synced, "ks_dev_another") as other:
            assert other.good_sync().full
            assert is_full(other)
            assert not other.good_sync().full
            assert not is_full(other)
            basis = json.loads(other.one("select basis from accounts"))
            assert "ks_dev_another" not in str(basis)

    def test_another_scope_reads_everything_again_once(self, synced: Lab) -> None:
        synced.control.scope(lacking=["jobs.job_code"])
        assert synced.good_sync().full
        assert {job["code"] for job in synced.living("jobs").values()} == {None}
        assert not synced.good_sync().full

    def test_data_that_expired_is_read_again_and_once_more_when_it_is_fresh(self, synced: Lab) -> None:
        synced.control.scope(lacking=["jobs.job_code"])
        synced.good_sync()
        assert "Outdated since" in synced.desk.account(ACCOUNT).health["data"]
        assert not synced.good_sync().full
        synced.control.sync()
        assert synced.good_sync().full
        assert "data" not in synced.desk.account(ACCOUNT).health

    def test_a_full_read_that_is_due_survives_a_run_that_fails(self, synced: Lab) -> None:
        synced.control.scope(lacking=["jobs.job_code"])
        synced.control.fail("503@ats/jobsx*")
        assert synced.sync().state == "PARTIALLY_FAILED"
        synced.control.heal()
        synced.good_sync()
        assert is_full(synced)
        assert {job["code"] for job in synced.living("jobs").values()} == {None}

    def test_another_connection_asks_before_the_rows_of_the_former_go(self, tmp_path: Path) -> None:
        with laboratory(KOMBO, tmp_path / "data", candidates=60, integrations=2) as lab:
            lab.good_sync()
            first, second = lab.sandbox.controls
            settings = {**lab.desk.account(ACCOUNT).settings, "integration_id": second}
            lab.desk.set_settings(ACCOUNT, settings)
            assert lab.good_sync().full
            assert {issue.kind for issue in lab.issues()} == {"deletions_held"}
            lab.good_sync(full=True, accept_deletions=True)
            assert lab.issues() == []
            truth = lab.sandbox.controls[second].truth()["applications"]["living"]
            assert lab.living("applications").keys() == truth.keys()
            assert first != second

    def test_one_key_serves_several_accounts(self, tmp_path: Path) -> None:
        with laboratory(KOMBO, tmp_path / "data", candidates=40, integrations=2) as lab:
            _, second = lab.sandbox.controls
            lab.desk.vault.remember_for_session("beta", lab.sandbox.secrets)
            settings = {**lab.desk.account(ACCOUNT).settings, "integration_id": second}
            lab.desk.add_account("kombo", "beta", {}, base_url=lab.sandbox.base_url, settings=settings)
            lab.good_sync()
            assert lab.desk.sync("beta").state == "SUCCEEDED"
            for account, control in zip((ACCOUNT, "beta"), lab.sandbox.controls.values(), strict=True):
                rows = lab.table("candidates", f"account_id = '{account}' and deleted_at is null")
                assert rows.keys() == control.truth()["candidates"]["living"].keys()


# --- Addresses, limits, asking ----------------------------------------------------------------------------------


class TestAddresses(ForKombo):
    @pytest.mark.parametrize(
        ("region", "host"), [("", "api"), ("EU", "api"), ("us", "api.us"), ("CA", "api.ca")]
    )
    def test_the_region_chooses_the_address(self, lab: Lab, region: str, host: str) -> None:
        lab.desk.vault.remember_for_session("other", {"api_key": "ks_dev_1"})
        settings = {"integration_id": "tool:1", "region": region}
        account = lab.desk.add_account("kombo", "other", {}, settings=settings)
        assert account.base_url == f"https://{host}.kombo.dev/v1"
        lab.desk.set_settings("other", {"integration_id": "tool:1", "region": "us"})
        assert lab.desk.account("other").base_url == "https://api.us.kombo.dev/v1"

    def test_an_address_of_ones_own_stays(self, lab: Lab) -> None:
        settings = {**lab.desk.account(ACCOUNT).settings, "region": "us"}
        lab.desk.set_settings(ACCOUNT, settings)
        assert lab.desk.account(ACCOUNT).base_url == lab.sandbox.base_url

    @pytest.mark.parametrize(
        ("settings", "concerns"),
        [
            ({}, "integration_id"),
            ({"integration_id": "x:1", "region": "asia"}, "region"),
            ({"integration_id": "x:1", "page_size": "251"}, "page_size"),
            ({"integration_id": "x:1", "include": "roles"}, "include"),
        ],
    )
    def test_settings_are_checked(self, lab: Lab, settings: dict[str, str], concerns: str) -> None:
        with pytest.raises(ConfigError) as caught:
            lab.desk.check_account("kombo", "other", settings=settings)
        assert caught.value.concerns == concerns
        assert caught.value.hint


class TestLimit(ForKombo):
    def test_the_limit_is_read_off_the_headers(self) -> None:
        def pace(status: int = 200, **told: str) -> tuple[int, float]:
            headers = {f"ratelimit-{name}": text for name, text in told.items()}
            found = heed(Answer(status, headers, b""), None)  # type: ignore[arg-type]
            return found.limit, found.rest

        assert pace(limit="300", remaining="298", reset="57") == (300, 0)
        assert pace(limit="300", remaining="9", reset="50") == (300, 5)
        assert pace(limit="300", remaining="0", reset="50") == (300, 50)
        assert pace(429, limit="300", remaining="0", reset="0") == (300, 1)
        assert pace(429) == (0, 1)
        assert pace(limit="many", remaining="-1", reset="9" * 40) == (0, 0)

    def test_a_sync_stays_within_the_limit_that_it_is_told(self, start: Start) -> None:
        lab = start(
            rules=Rules(rate_requests=20, rate_seconds=2.0),
            settings={"requests_per_minute": "270", "page_size": "250"},
        )
        report = lab.good_sync()
        assert 429 not in [request["status"] for request in lab.control.requests()]
        assert sum(one.waited for one in report.resources) > 0, "slower when little is left"
        same_as_truth(lab)

    def test_a_refusal_for_the_limit_is_waited_out(self, start: Start) -> None:
        lab = start(
            rules=Rules(rate_requests=300, rate_seconds=1.0),
            settings={"requests_per_minute": "270", "page_size": "250"},
        )
        lab.control.fail("code=PLATFORM.RATE_LIMIT_EXCEEDED@ats/candidatesx2")
        report = lab.good_sync()
        assert of(report, "candidates").waited > 0
        same_as_truth(lab)


class TestAsking(ForKombo):
    @pytest.mark.parametrize(("full", "kind"), [(False, "for what changed"), (True, "whole")])
    def test_kombo_can_be_asked_for_news(self, start: Start, full: bool, kind: str) -> None:
        lab = start(rules=Rules(rate_requests=0, lagging=True, sync_seconds=60))
        lab.good_sync()
        lab.control.advance(new=3)
        lab.good_sync()
        known = lab.living("candidates").keys()
        sentence = lab.desk.ask_ats(ACCOUNT, full=full)
        assert f"was asked to read the ATS {kind}" in sentence
        assert "already" in lab.desk.ask_ats(ACCOUNT, full=full)
        lab.control.sync("FULL" if full else "DELTA")
        lab.good_sync()
        assert len(lab.living("candidates").keys() - known) == 3

    def test_a_setup_cannot_be_asked(self, synced: Lab) -> None:
        synced.control.set_health(setup="SETUP_INCOMPLETE")
        with pytest.raises(NotReadyError):
            synced.desk.ask_ats(ACCOUNT)

    def test_no_sync_asks_by_itself(self, synced: Lab) -> None:
        synced.good_sync(full=True)
        assert not [one for one in synced.control.requests() if one["method"] != "GET"]

    def test_a_lost_answer_is_not_asked_for_again(self, synced: Lab) -> None:
        synced.control.clear_requests()
        synced.control.fail("lost@POST:force-syncx*")
        with pytest.raises(TransientError):
            synced.desk.ask_ats(ACCOUNT)
        assert len(synced.requests()) == 1


def test_the_lists_are_read_in_the_order_of_the_recipe() -> None:
    assert [one.name for one in Kombo.resources] == [
        "users",
        "jobs",
        "candidates",
        "applications",
        "interviews",
        "offers",
        "rejection-reasons",
        "tags",
        "application-stages",
        "notes",
        "scorecards",
        "attachments",
    ]
    assert [one.name for one in Kombo.resources if not one.chosen] == ["notes", "scorecards"]
