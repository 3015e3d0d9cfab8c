"""What happens to Kombo's objects between syncs: deletions that are kept, taken back and doubted, moves, renamings."""

from collections.abc import Callable
from typing import Any

import pytest

from atsdesk.ats.kombo.finding import MOST_VALUES, find_jobs
from atsdesk.ats.resource import Line
from atsdesk.cancel import Cancel
from atsdesk.sandbox.kombo import Rules
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, QUICK, Lab, of
from tests.sync.standard import same_as_truth

DAY = 86_400
Start = Callable[..., Lab]


class ForKombo:
    system = KOMBO


def changes(lab: Lab, table: str, identity: str) -> dict[str, tuple[Any, Any]]:
    rows = lab.select(
        "select field, old, new from changes where table_name = ? and row_id = ? order by pk", table, identity
    )
    return {field: (old, new) for field, old, new in rows}


class TestDeletions(ForKombo):
    def test_what_is_deleted_is_hidden_and_keeps_its_content(self, synced: Lab) -> None:
        before = synced.table("candidates")
        (event,) = synced.control.advance(deleted=1)
        report = synced.good_sync()
        row = synced.table("candidates")[event["id"]]
        assert row["deleted_at"]
        beside = {"deleted_at", "last_changed_at"}
        assert {k: v for k, v in row.items() if k not in beside} == {
            k: v for k, v in before[event["id"]].items() if k not in beside
        }
        assert changes(synced, "candidates", event["id"]) == {"gone": (None, None)}
        assert of(report, "candidates").gone == 1
        assert of(report, "candidates").changed == 0
        same_as_truth(synced)

    @pytest.mark.parametrize("purge", ["null", "drop"])
    @pytest.mark.parametrize("moves", [True, False])
    def test_what_is_wiped_after_fourteen_days_keeps_its_last_content(
        self, start: Start, purge: Any, moves: bool
    ) -> None:
        lab = start(rules=Rules(rate_requests=0, purge=purge, purge_moves_changed=moves))
        lab.good_sync()
        lab.control.advance(deleted=2, application_deleted=2, job_deleted=1)
        lab.good_sync()
        tables = ("candidates", "applications", "jobs", "attachments", "interviews", "notes", "records")
        before = {name: lab.select(f"select * from {name}") for name in tables[:-1]}
        told = "select pk, body from records where deleted_at is not null"
        bodies = dict(lab.select(told))
        for days in (15, 16, 40):
            lab.control.set_clock(days * DAY)
            lab.good_sync()
            assert {name: lab.select(f"select * from {name}") for name in tables[:-1]} == before
            assert dict(lab.select(told)) == bodies
        same_as_truth(lab)

    def test_what_was_deleted_before_the_first_sync_is_there_as_a_tombstone(self, lab: Lab) -> None:
        lab.control.advance(deleted=2, job_deleted=1)
        lab.good_sync()
        jobs, people = lab.table("jobs"), lab.table("candidates")
        truth = lab.control.truth()
        assert jobs.keys() == {*truth["jobs"]["living"], *truth["jobs"]["deleted"]}
        assert people.keys() == {*truth["candidates"]["living"], *truth["candidates"]["deleted"]}
        for table in (jobs, people):
            hidden_ones = [row for row in table.values() if row["deleted_at"]]
            assert hidden_ones
            assert all(row["name"] for row in hidden_ones)
        assert lab.one("select count(*) from changes") == 0
        same_as_truth(lab)
        hidden = lab.select("select 1 from hiring_team t join jobs j on j.id = t.job_id where j.deleted_at is not null"
                            " and t.deleted_at is null")  # fmt: skip
        assert hidden == []

    def test_a_deleted_candidate_that_comes_back_is_whole_again(self, synced: Lab) -> None:
        before = synced.facts()
        (event,) = synced.control.advance(deleted=1)
        synced.good_sync()
        assert event["id"] not in synced.living("candidates")
        synced.control._tenant.restore("candidates", event["id"])
        synced.good_sync()
        after = synced.facts()
        for name in (
            "candidates",
            "applications",
            "attachments",
            "candidate_tags",
            "interviews",
            "interviewers",
        ):
            mine = {
                key: {k: v for k, v in row.items() if k != "updated_at"} for key, row in after[name].items()
            }
            then = {
                key: {k: v for k, v in row.items() if k != "updated_at"} for key, row in before[name].items()
            }
            assert mine == then, name
        assert changes(synced, "candidates", event["id"]).keys() >= {"gone", "back"}
        same_as_truth(synced)

    def test_a_mass_deletion_is_doubted_until_somebody_accepts_it(self, synced: Lab) -> None:
        before = synced.living("candidates")
        synced.control.lose("candidates", 0.6)
        for _ in range(2):
            report = synced.good_sync()
            assert of(report, "candidates").gone == 0
            assert synced.living("candidates") == before
            (issue,) = synced.issues()
            assert (issue.kind, issue.resource) == ("deletions_held", "candidates")
            assert "--accept-deletions" in issue.hint
        synced.good_sync(accept_deletions=True)
        assert synced.living("candidates").keys() == synced.control.truth()["candidates"]["living"].keys()
        assert synced.issues() == []

    def test_a_mass_deletion_that_is_taken_back_leaves_no_trace(self, synced: Lab) -> None:
        before = synced.facts()
        synced.control.lose("interviews")
        synced.good_sync()
        assert [issue.kind for issue in synced.issues()] == ["deletions_held"]
        synced.control.regain("interviews")
        synced.good_sync()
        assert synced.issues() == []
        assert synced.facts() == before
        synced.good_sync(full=True)
        assert synced.facts() == before

    def test_candidates_that_become_one_keep_all_applications(self, synced: Lab) -> None:
        for _ in range(4):
            synced.control.advance(merged=1)
            synced.good_sync()
            same_as_truth(synced)
        gone_with = synced.select(
            "select row_id from changes where table_name = 'applications' and field = 'gone'"
        )
        assert gone_with == []

    def test_a_job_that_is_deleted_leaves_its_applications(self, synced: Lab) -> None:
        (event,) = synced.control.advance(job_deleted=1)
        synced.good_sync()
        job = synced.table("jobs")[event["id"]]
        assert job["deleted_at"]
        assert job["status_raw"], "deletion does not change the status"
        same_as_truth(synced)
        for table in ("hiring_team", "job_posts"):
            assert not [one for one in synced.living(table).values() if one["job_id"] == event["id"]]


class TestMoves(ForKombo):
    def test_steps_are_made_by_watching(self, synced: Lab) -> None:
        (event,) = synced.control.advance(moved=1)
        synced.good_sync()
        rows = synced.select(
            "select state, stage_id, origin, entered_at, completed_at from steps where application_id = ?"
            " order by position",
            event["id"],
        )
        record = synced.control.record("applications", event["id"])
        assert record is not None
        changed = record["changed_at"][:19] + "Z"
        assert [row[0] for row in rows] == ["completed", "current"]
        assert {row[2] for row in rows} == {"observed"}
        assert rows[1][1] == event["stage"]
        assert rows[0][4] == rows[1][3] == changed
        application = synced.living("applications")[event["id"]]
        assert (application["stage_id"], application["stage_entered_at"]) == (event["stage"], changed)
        synced.control.advance(hired=0)
        tenant = synced.control._tenant

        def decline(one: Any) -> None:
            one.outcome, one.rejection_reason_name = "DECLINED", "Too far away"
            one.rejected_at = "2026-05-01T10:00:00.000Z"

        tenant.edit("applications", event["id"], decline)
        synced.good_sync()
        application = synced.living("applications")[event["id"]]
        assert (application["status"], application["stage"], application["stage_entered_at"]) == (
            "rejected",
            None,
            None,
        )
        assert (application["rejection_reason"], application["rejected_at"]) == (
            "Too far away",
            "2026-05-01T10:00:00Z",
        )
        states = synced.select("select state from steps where application_id = ?", event["id"])
        assert states == [("completed",), ("completed",)]

    def test_the_stage_in_which_somebody_is_hired_is_a_step_though_nobody_saw_them_in_it(
        self, synced: Lab
    ) -> None:
        (event,) = synced.control.advance(hired=1)
        record = synced.control.record("applications", event["id"])
        assert record is not None
        for full in (False, True):
            synced.good_sync(full=full)
            rows = synced.select(
                "select stage_id, state, completed_at from steps where application_id = ? order by position",
                event["id"],
            )
            assert rows[-1] == (record["current_stage_id"], "completed", record["changed_at"][:19] + "Z")
            assert len({stage for stage, *_ in rows}) == len(rows)

    def test_the_history_tells_which_property_changed(self, synced: Lab) -> None:
        (event,) = synced.control.advance(job_edited=1)
        before = synced.living("jobs")[event["id"]]
        synced.good_sync()
        after = synced.living("jobs")[event["id"]]
        assert before["code"] != after["code"]
        assert changes(synced, "jobs", event["id"]) == {
            "code": (before["code"], after["code"]),
            "updated_at": (before["updated_at"], after["updated_at"]),
        }

    def test_an_offer_that_is_withdrawn_takes_the_first_day_with_it(self, synced: Lab) -> None:
        offers = (
            "select application_id, starts_on from offers where status = 'accepted' and deleted_at is null"
        )
        first_days = (
            "select id, starts_on from applications where starts_on is not null and deleted_at is null"
        )
        accepted = set(synced.select(first_days))
        for _ in range(10):
            synced.control.advance(offer_moved=8)
        synced.good_sync()
        assert accepted - set(synced.select(offers)), "none was withdrawn"
        assert sorted(synced.select(first_days)) == sorted(set(synced.select(offers)))

    def test_a_job_that_closes_is_seen_by_an_increment(self, synced: Lab) -> None:
        (event,) = synced.control.advance(job_closed=1)
        synced.good_sync()
        assert synced.living("jobs")[event["id"]]["status"] == "closed"
        assert changes(synced, "jobs", event["id"])["status"] == ("open", "closed")

    def test_a_stage_that_is_renamed_is_renamed_everywhere(self, synced: Lab) -> None:
        (event,) = synced.control.advance(stage_renamed=1)
        synced.good_sync()
        stage = synced.living("stages")[event["id"]]
        assert stage["name"].endswith("(new)")
        assert stage["job_id"]
        assert stage["position"]
        for table, column in (("steps", "name"), ("applications", "stage"), ("interviews", "stage")):
            names = {one[column] for one in synced.living(table).values() if one["stage_id"] == event["id"]}
            assert names <= {stage["name"]}, table

    def test_a_stage_that_is_added_comes_with_its_job(self, synced: Lab) -> None:
        (event,) = synced.control.advance(stage_added=1)
        synced.good_sync()
        stage = synced.living("stages")[event["stage"]]
        assert stage["job_id"] == event["id"]
        siblings = [one for one in synced.living("stages").values() if one["job_id"] == event["id"]]
        places = [one["position"] for one in siblings if one["position"]]
        assert sorted(places) == [*range(1, len(places) + 1)]

    def test_names_of_tags_and_users_are_those_of_their_own_lists(self, synced: Lab) -> None:
        synced.control.advance(tag_renamed=1, user_edited=2)
        synced.good_sync()
        tags, users = synced.living("tags"), synced.living("users")
        assert all(
            one["name"] == tags[one["tag_id"]]["name"] for one in synced.living("candidate_tags").values()
        )
        for table in ("hiring_team", "interviewers"):
            for one in synced.living(table).values():
                assert one["name"] == users[one["user_id"]]["name"], table

    def test_who_leaves_a_team_is_no_longer_in_it(self, synced: Lab) -> None:
        for _ in range(3):
            (event,) = synced.control.advance(team_changed=1)
            synced.good_sync()
            record = synced.control.record("jobs", event["id"])
            assert record is not None
            team = {
                one["user_id"]
                for one in synced.living("hiring_team").values()
                if one["job_id"] == event["id"]
            }
            assert team == {member["id"] for member in record["hiring_team"]}

    def test_a_closing_date_may_lie_ahead_of_an_open_job(self, synced: Lab) -> None:
        identity = next(key for key, job in synced.living("jobs").items() if job["status"] == "open")

        def edit(job: Any) -> None:
            job.closed_at = "2031-05-01T00:00:00.000Z"

        synced.control._tenant.edit("jobs", identity, edit)
        synced.good_sync()
        job = synced.living("jobs")[identity]
        assert (job["status"], job["closed_at"]) == ("open", "2031-05-01T00:00:00Z")
        assert synced.issues() == []


class TestFinding(ForKombo):
    @pytest.mark.parametrize("by", ["remote_ids", "job_codes", "name_contains", "post_url"])
    def test_jobs_are_found_by_many_values_in_few_requests(self, lab: Lab, by: Any) -> None:
        lab.good_sync()
        member = {
            "remote_ids": "remote_id",
            "job_codes": "job_code",
            "name_contains": "name",
            "post_url": "post_url",
        }
        living = lab.control.truth()["jobs"]["living"]
        known = {one: lab.control.record("jobs", one) for one in living}
        values = {one: record[member[by]] for one, record in known.items() if record and record[member[by]]}
        lab.control.clear_requests()
        unknown = [f"nobody-{number}" for number in range(2 * MOST_VALUES)]
        with lab_client(lab) as client:
            found = [
                item.id
                for page in find_jobs(client, by, [*values.values(), *unknown, ""])
                for item in page.items
            ]
        assert set(found) == values.keys()
        requests = [one for one in lab.requests("jobs") if by in one]
        with_comma = sum("," in value for value in values.values())
        assert len(requests) <= -(-(len(values) + len(unknown)) // MOST_VALUES) + 2 * with_comma + 1

    def test_single_records_are_asked_for_by_their_ids(self, synced: Lab) -> None:
        for resource in KOMBO.connector.resources:
            assert resource.single
            ids = [
                identity
                for (identity,) in synced.select(
                    "select id from records where resource = ? limit ?", resource.name, resource.most_ids
                )
            ]
            path, query = resource.single(ids)
            with lab_client(synced) as client:
                page = client.get(path, query, lambda answer, one=resource: KOMBO.connector.read(one, answer))
            assert {item.id for item in page.items} == {*ids}


class lab_client:
    """The connector's client for a lab's account."""

    def __init__(self, lab: Lab) -> None:
        account = lab.desk.account(ACCOUNT)
        line = Line(
            account.base_url, account.settings, lab.sandbox.secrets, Cancel(), lambda left: None, QUICK
        )
        self._client = KOMBO.connector.client(line)

    def __enter__(self) -> Any:
        return self._client

    def __exit__(self, *exc: object) -> None:
        self._client.close()
