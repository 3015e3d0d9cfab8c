"""Chosen jobs: which of them take candidates by each vendor's rules, and what a sync notices of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.sandbox.happening import Impossible
from atsdesk.sync.driver import Watcher
from tests.sync.comeet import COMEET
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, Lab, System, laboratory
from tests.sync.smartrecruiters import SMARTRECRUITERS

Served = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Vendor:
    """A system with the rule of its contract, read from served records by a hand of its own."""

    system: System
    resource: str
    rule: Callable[[Mapping[str, Any], Served], str]
    closing: str = "job_closed"
    reopening: str = "job_reopened"

    def expected(self, sandbox: Any) -> dict[str, str]:
        served = self.system.served(sandbox)
        return {
            str(identity): self.rule(record, served) for identity, record in served[self.resource].items()
        }


def comeet(position: Mapping[str, Any], _: Served) -> str:
    if position["status"] != "open":
        return {"on hold": "on_hold", "closed": "closed"}[position["status"]]
    if position.get("is_discreet"):
        return "confidential"
    return "open" if position["is_published"] else "unpublished"


def greenhouse(job: Mapping[str, Any], served: Served) -> str:
    if job.get("is_template"):
        return "template"
    if job["status"] != "open":
        return str(job["status"])
    if job["confidential"]:
        return "confidential"
    posts = [post for post in served["job_posts"].values() if post["job_id"] == job["id"]]
    return "open" if any(post["live"] and not post["internal"] for post in posts) else "unpublished"


def kombo(job: Mapping[str, Any], _: Served) -> str:
    if job["remote_deleted_at"]:
        return "deleted"
    status, visibility = job.get("status"), job.get("visibility")
    if status in ("CLOSED", "ARCHIVED", "DRAFT", "On hold"):
        return str(status).lower().replace(" ", "_")
    if visibility == "CONFIDENTIAL" or (visibility is None and job.get("confidential")):
        return "confidential"
    if status != "OPEN":
        return "unknown"
    return {"PUBLIC": "open", "UNLISTED": "open", "INTERNAL": "internal"}.get(str(visibility), "unknown")


def smartrecruiters(job: Mapping[str, Any], _: Served) -> str:
    status, posting = job["status"], job.get("postingStatus")
    if status == "ON_HOLD":
        return "on_hold"
    if status in ("FILLED", "CANCELLED"):
        return "closed"
    words = {"PUBLIC": "open", "PRIVATE": "open", "INTERNAL": "internal", "NOT_PUBLISHED": "unpublished"}
    return words.get(str(posting), "unknown")


VENDORS = {
    "comeet": Vendor(COMEET, "positions", comeet, "position_closed", "position_reopened"),
    "greenhouse": Vendor(GREENHOUSE, "jobs", greenhouse),
    "kombo": Vendor(KOMBO, "jobs", kombo),
    "smartrecruiters": Vendor(SMARTRECRUITERS, "jobs", smartrecruiters),
}


@pytest.fixture(params=VENDORS)
def vendor(request: pytest.FixtureRequest) -> Vendor:
    return VENDORS[request.param]


@pytest.fixture
def opened(vendor: Vendor, tmp_path: Path) -> Any:
    """An account that was synced, all whose open jobs are chosen."""
    with laboratory(vendor.system, tmp_path / "data", candidates=60) as lab:
        lab.good_sync()
        lab.desk.jobs.expose(
            [(one.account, one.job) for one in lab.desk.jobs.all() if one.openness == "open"], "Our clients."
        )
        yield lab


def standing(lab: Lab) -> dict[str, str]:
    return {one.job: one.openness for one in lab.desk.jobs.all(ACCOUNT)}


def happens(lab: Lab, kind: str, most: int) -> set[str]:
    """The jobs that something happens to, as long as it is possible."""
    found: set[str] = set()
    for _ in range(most):
        try:
            (event,) = lab.control.advance(**{kind: 1})
        except Impossible:
            break
        found.add(str(event.get("job") or event.get("id") or event.get("uid")))
    return found


def closed(lab: Lab, vendor: Vendor) -> set[str]:
    """The chosen jobs among those that the ATS closes now."""
    chosen = {one.job for one in lab.desk.jobs.all(exposed=True)}
    for _ in range(20):
        if found := chosen & happens(lab, vendor.closing, 1):
            return found
    pytest.fail("no chosen job was closed")


def test_what_is_open_and_publishable_is_so_by_the_vendors_rule(vendor: Vendor, opened: Lab) -> None:
    expected = {
        identity: word
        for identity, word in vendor.expected(opened.sandbox).items()
        if word not in ("deleted", "template")
    }
    assert standing(opened) == expected
    assert "open" in expected.values()
    assert len(set(expected.values())) > 1


def test_a_job_that_takes_no_candidates_cannot_be_chosen(opened: Lab) -> None:
    shut = [one for one in opened.desk.jobs.all() if one.openness not in ("open", "unknown")]
    done = opened.desk.jobs.expose([(one.account, one.job) for one in shut])
    assert not done.changed
    assert set(done.refused) == {(one.account, one.job) for one in shut}
    assert all(reason.startswith("It is") for reason in done.refused.values())


def test_a_sync_flags_the_chosen_jobs_that_were_closed_and_says_so_when_they_open_again(
    vendor: Vendor, opened: Lab
) -> None:
    told: list[frozenset[str]] = []
    ids = closed(opened, vendor)
    opened.good_sync(watcher=Watcher(changed=lambda changes: told.append(changes.tables)))
    assert any("exposures" in tables for tables in told)
    alerts = {one.job: one for one in opened.desk.jobs.alerts()}
    assert set(alerts) == ids
    for one in alerts.values():
        assert (one.kind, one.openness, one.reason) == ("closed", "closed", "It is closed.")
        assert one.happened_at
        refusal = opened.desk.jobs.refusal(ACCOUNT, one.job)
        assert refusal is not None
        assert "takes no candidates. It is closed." in refusal.title
        assert one.happened_at[:10] in refusal.title
    assert opened.desk.jobs.acknowledge([(ACCOUNT, one) for one in ids]) == len(ids)
    assert opened.desk.jobs.alerts() == []
    assert {one.job for one in opened.desk.jobs.history(ACCOUNT) if one.kind == "closed"} == ids

    opened.good_sync()
    assert opened.desk.jobs.alerts() == [], "what was acknowledged does not come again"

    happens(opened, vendor.reopening, 40)
    opened.good_sync()
    back = {one.job for one in opened.desk.jobs.alerts()} & ids
    assert back
    assert {one.kind for one in opened.desk.jobs.alerts()} == {"reopened"}
    for job in back:
        assert opened.desk.jobs.refusal(ACCOUNT, job) is None


def test_a_sync_that_was_cancelled_leaves_nothing_unflagged_to_the_next_one(
    vendor: Vendor, opened: Lab
) -> None:
    ids = closed(opened, vendor)
    cancel = Cancel()
    cancel.set()
    opened.sync(cancel=cancel)
    opened.good_sync()
    assert {one.job for one in opened.desk.jobs.alerts()} == ids


def test_a_job_that_is_read_again_alone_is_flagged_too(vendor: Vendor, opened: Lab) -> None:
    ids = closed(opened, vendor)
    opened.desk.reread(ACCOUNT, "job", min(ids))
    found = {one.job for one in opened.desk.jobs.alerts()}
    assert found == ids


class TestKombo:
    """Kombo keeps the status of what is deleted."""

    def test_a_deleted_job_keeps_its_last_word_and_counts_as_gone(self, tmp_path: Path) -> None:
        with laboratory(KOMBO, tmp_path / "data", candidates=60) as lab:
            lab.good_sync()
            chosen = [
                (one.account, one.job) for one in lab.desk.jobs.all() if one.openness in ("open", "unknown")
            ]
            lab.desk.jobs.expose(chosen)
            lab.control.advance(job_deleted=4)
            lab.good_sync(accept_deletions=True)
            gone = [one for one in lab.desk.jobs.alerts() if one.openness == "deleted"]
            assert gone
            for one in gone:
                before = lab.one("select status from jobs where id = ?", one.job)
                assert before == "open" or one.status_raw not in ("CLOSED", "ARCHIVED")
                assert one.reason == "The ATS no longer has it."
                assert "no longer has it" in str(lab.desk.jobs.refusal(ACCOUNT, one.job))
                assert one.job in standing(lab), "a chosen job does not go without a word"
