"""What `updated_after` brings, deletions, and the wiping after 14 days.

Source: Kombo documentation, "Change tracking".
"""

from typing import Any

import pytest

from atsdesk.sandbox.kombo import Rules
from tests.sandbox.kombo.conftest import MODELS, Caller, Start

DAY = 86_400


class Watch:
    """Which records match after an event, and whether their own `changed_at` moved."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def happened(self, **kinds: int) -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, str]]:
        caller = self._caller
        before = {model: self._changed(model) for model in MODELS}
        offset = caller.control.state()["offset"]
        caller.control.set_clock(offset + 3600)
        since = caller.control.state()["now"]
        caller.control.set_clock(offset + 3660)
        (event,) = caller.control.advance(**kinds)
        matching = {
            model: {one["id"] for one in caller.all(model, updated_after=since, include_deleted="true")}
            for model in MODELS
        }
        after = {model: self._changed(model) for model in MODELS}
        changed = {
            model: {key for key, at in after[model].items() if before[model].get(key) != at}
            for model in MODELS
        }
        return (
            {m: ids for m, ids in matching.items() if ids},
            {m: ids for m, ids in changed.items() if ids},
            event,
        )

    def _changed(self, model: str) -> dict[str, str]:
        return {one["id"]: one["changed_at"] for one in self._caller.all(model, include_deleted="true")}


@pytest.fixture
def watch(fresh: Caller) -> Watch:
    return Watch(fresh)


def below(caller: Caller, candidate: str) -> dict[str, set[str]]:
    applications = {one["id"] for one in caller.all("applications") if one["candidate_id"] == candidate}
    return {"applications": applications} if applications else {}


def test_a_changed_application_brings_its_candidate_interviews_and_offers(
    watch: Watch, fresh: Caller
) -> None:
    matching, changed, event = watch.happened(rejected=1)
    application = fresh.one("applications", event["id"])
    assert application["outcome"] == "DECLINED"
    assert changed == {"applications": {event["id"]}}
    expected = {"applications": {event["id"]}, "candidates": {application["candidate_id"]}}
    for name in ("interviews", "offers"):
        if application[name]:
            expected[name] = {one["id"] for one in application[name]}
    assert matching == expected
    candidate = fresh.one("candidates", application["candidate_id"])
    (shown,) = [one for one in candidate["applications"] if one["id"] == event["id"]]
    assert (shown["outcome"], shown["changed_at"]) == ("DECLINED", application["changed_at"])


def test_a_changed_candidate_brings_its_applications_but_not_their_interviews(
    watch: Watch, fresh: Caller
) -> None:
    matching, changed, event = watch.happened(edited=1)
    assert changed == {"candidates": {event["id"]}}
    assert matching == {"candidates": {event["id"]}, **below(fresh, event["id"])}
    candidate = fresh.one("candidates", event["id"])
    for one in fresh.all("applications", ids=",".join(below(fresh, event["id"]).get("applications", ["-"]))):
        assert one["candidate"]["phone_numbers"] == candidate["phone_numbers"]


@pytest.mark.parametrize("kind", ["tagged", "untagged"])
def test_a_tag_brings_the_candidate_only_and_is_no_change_of_its_own(
    watch: Watch, fresh: Caller, kind: str
) -> None:
    matching, changed, event = watch.happened(**{kind: 1})
    assert (matching, changed) == ({"candidates": {event["id"]}}, {})
    tags = fresh.one("candidates", event["id"])["tags"]
    for one in fresh.all("applications", ids=",".join(below(fresh, event["id"]).get("applications", ["-"]))):
        assert one["candidate"]["tags"] == tags


@pytest.mark.parametrize(
    ("kind", "model", "shown_by"),
    [
        ("interview", "interviews", {"applications"}),
        ("interview_moved", "interviews", {"applications"}),
        ("offer", "offers", {"applications"}),
        ("offer_moved", "offers", {"applications"}),
        ("note", "notes", set()),
        ("feedback", "scorecards", set()),
        ("tag_renamed", "tags", set()),
        ("stage_renamed", "application-stages", set()),
        ("user_edited", "users", set()),
        ("job_edited", "jobs", set()),
        ("reason_added", "rejection-reasons", set()),
    ],
)
def test_who_matches_beside_the_changed_record(
    watch: Watch, kind: str, model: str, shown_by: set[str]
) -> None:
    matching, changed, event = watch.happened(**{kind: 1})
    assert changed == {model: {event["id"]}}
    assert matching.pop(model) == {event["id"]}
    assert set(matching) == shown_by


@pytest.mark.parametrize("kind", ["stage_added", "question_changed", "posting_changed", "team_changed"])
def test_parts_of_a_job_bring_it_without_a_change_of_its_own(watch: Watch, kind: str) -> None:
    matching, changed, event = watch.happened(**{kind: 1})
    assert matching.pop("jobs") == {event["id"]}
    assert "jobs" not in changed
    assert set(matching) <= {"application-stages"}


def test_roles_bring_their_user_without_a_change_of_its_own(watch: Watch) -> None:
    matching, changed, event = watch.happened(role_assigned=1)
    assert (matching, changed) == ({"users": {event["id"]}}, {})


def test_a_renamed_stage_is_new_in_nested_places_that_do_not_match(watch: Watch, fresh: Caller) -> None:
    _, _, event = watch.happened(stage_renamed=1)
    name = fresh.one("application-stages", event["id"])["name"]
    assert name.endswith("(new)")
    there = fresh.all("applications", current_stage_ids=event["id"])
    assert there
    assert {one["current_stage"]["name"] for one in there} == {name}
    jobs = {one["job_id"] for one in there}
    stages = [stage for job in fresh.rows("jobs", ids=",".join(jobs)) for stage in job["stages"]]
    assert name in [stage["name"] for stage in stages if stage["id"] == event["id"]]


def test_deleted_records_are_hidden_keep_their_content_and_take_what_hangs_on_them(
    watch: Watch, fresh: Caller
) -> None:
    _, _, event = watch.happened(deleted=1)
    assert fresh.rows("candidates", ids=event["id"]) == []
    gone = fresh.one("candidates", event["id"], include_deleted="true")
    assert gone["first_name"]
    assert gone["remote_deleted_at"] == gone["changed_at"]
    for model in ("applications", "attachments"):
        hanging = [
            one for one in fresh.all(model, include_deleted="true") if one["candidate_id"] == event["id"]
        ]
        assert all(one["remote_deleted_at"] == gone["remote_deleted_at"] for one in hanging)


def test_a_deleted_job_keeps_its_status_and_its_applications(fresh: Caller) -> None:
    before = {job["id"]: job.get("status") for job in fresh.all("jobs")}
    (event,) = fresh.control.advance(job_deleted=1)
    job = fresh.one("jobs", event["id"], include_deleted="true")
    assert job.get("status") == before[event["id"]]
    there = fresh.all("applications", job_ids=event["id"])
    assert all(one["job"]["id"] == event["id"] for one in there)


def test_a_deleted_record_can_come_back(fresh: Caller) -> None:
    (gone,) = fresh.control.advance(deleted=1)
    back = fresh.control.advance(restored=1)[0]
    found = fresh.one("candidates", back["id"])
    assert found["remote_deleted_at"] is None
    assert all(fresh.rows("applications", ids=one["id"]) for one in found["applications"])
    assert gone["model"] == "candidates"


def test_merged_candidates_leave_one_and_all_applications(fresh: Caller) -> None:
    (event,) = fresh.control.advance(merged=1)
    assert fresh.rows("candidates", ids=event["id"]) == []
    kept = fresh.one("candidates", event["into"])
    applications = [one for one in fresh.all("applications") if one["candidate_id"] == event["into"]]
    assert {one["id"] for one in applications} == {one["id"] for one in kept["applications"]}
    assert not [one for one in fresh.all("applications") if one["candidate_id"] == event["id"]]


def deleted_candidate(caller: Caller) -> str:
    (event,) = caller.control.advance(deleted=1)
    return event["id"]


def test_after_14_days_the_content_is_null(fresh: Caller) -> None:
    gone = deleted_candidate(fresh)
    fresh.control.set_clock(14 * DAY - 60)
    whole = fresh.one("candidates", gone, include_deleted="true")
    assert whole["first_name"]
    fresh.control.set_clock(14 * DAY + 60)
    since = fresh.control.state()["now"][:10]
    wiped = fresh.one("candidates", gone, include_deleted="true")
    kept = {name for name, value in wiped.items() if value not in (None, [])}
    assert kept == {"id", "remote_id", "changed_at", "remote_deleted_at"}
    assert wiped["remote_deleted_at"] == whole["remote_deleted_at"]
    assert wiped["changed_at"] > whole["changed_at"]
    assert gone in {one["id"] for one in fresh.all("candidates", updated_after=since, include_deleted="true")}
    assert fresh.rows("candidates", ids=gone) == []
    truth = fresh.control.truth()["candidates"]
    assert gone in truth["purged"]
    assert gone not in truth["deleted"]


def test_after_14_days_the_content_is_null_without_a_sign(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, purge_moves_changed=False))
    gone = deleted_candidate(caller)
    caller.control.set_clock(15 * DAY)
    wiped = caller.one("candidates", gone, include_deleted="true")
    assert wiped["first_name"] is None
    assert wiped["changed_at"] == wiped["remote_deleted_at"]


def test_after_14_days_the_record_is_gone_by_the_other_reading(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, purge="drop"))
    gone = deleted_candidate(caller)
    caller.control.set_clock(15 * DAY)
    assert caller.rows("candidates", ids=gone, include_deleted="true") == []
    assert caller.control.truth()["candidates"]["purged"] == []


def test_what_was_wiped_does_not_come_back(fresh: Caller) -> None:
    deleted_candidate(fresh)
    fresh.control.set_clock(15 * DAY)
    before = len(fresh.control.truth()["candidates"]["purged"])
    fresh.control.regain("candidates")
    assert len(fresh.control.truth()["candidates"]["purged"]) == before > 0


def test_mass_deletions_and_their_end(fresh: Caller) -> None:
    everybody = len(fresh.all("candidates"))
    lost = fresh.control.lose("candidates", 0.5)
    assert lost == everybody // 2
    assert len(fresh.all("candidates")) == everybody - lost
    assert fresh.control.regain("candidates") >= lost
    assert len(fresh.all("candidates")) >= everybody


def test_much_that_happens_keeps_lists_and_truth_in_step(fresh: Caller) -> None:
    fresh.control.advance(200)
    truth: dict[str, Any] = fresh.control.truth()
    for model in MODELS:
        found = {one["id"]: one for one in fresh.all(model)}
        expected = truth[model.replace("-", "_")]["living"]
        assert set(found) == set(expected)
        for record_id, summary in expected.items():
            assert {name: found[record_id].get(name) for name in summary} == summary
    for one in fresh.all("candidates"):
        own = {each["id"] for each in fresh.rows("applications", ids=",".join(
            each["id"] for each in one["applications"]) or "-")}  # fmt: skip
        assert own == {each["id"] for each in one["applications"]}
