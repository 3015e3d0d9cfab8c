"""The invented company looks like a real one and consists of nobody."""

import re
from collections import Counter, defaultdict
from typing import Any

import pytest

from tests.sandbox.greenhouse.conftest import calling

RESERVED = re.compile(r"@([a-z.-]+\.)?example(\.com|\.org|\.net)?$")
FICTION = re.compile(r"\+1 \d{3}-555-01\d\d|\+44 7700 900\d{3}|\+33 6 39 98 \d\d \d\d")
Rows = list[dict[str, Any]]
READ = (
    "candidates", "applications", "application_stages", "jobs", "job_interview_stages", "interviews", "interviewers",
    "scorecards", "offers", "rejection_details", "notes", "eeoc", "users", "departments", "offices", "custom_fields",
    "prospect_details", "candidate_tags", "applied_candidate_tags", "referrers", "attachments", "job_interviews",
    "job_owners", "candidate_educations", "custom_field_options", "user_emails",
)  # fmt: skip


@pytest.fixture(scope="module")
def data() -> dict[str, Rows]:
    with calling(seed=11, candidates=900) as caller:
        return {name: caller.all(f"/{name}") for name in READ}


def test_mails_and_phones_belong_to_nobody(data: dict[str, Rows]) -> None:
    people = data["candidates"]
    mails = [one["value"] for row in people for one in row["email_addresses"]]
    mails += [row["email"] for row in (*data["user_emails"], *data["interviewers"]) if row["email"]]
    assert all(RESERVED.search(mail) for mail in mails)
    phones = [one["value"] for row in people for one in row["phone_numbers"]]
    assert all(FICTION.fullmatch(phone) for phone in phones)
    assert any(not row["email_addresses"] for row in people)


def test_references_lead_somewhere(data: dict[str, Rows]) -> None:
    known = {name: {row["id"] for row in rows} for name, rows in data.items()}
    for name, member, target in (
        ("applications", "candidate_id", "candidates"),
        ("applications", "job_id", "jobs"),
        ("applications", "stage_id", "application_stages"),
        ("applications", "job_interview_stage_id", "job_interview_stages"),
        ("applications", "referrer_id", "referrers"),
        ("applications", "recruiter_id", "users"),
        ("applications", "agency_note_id", "notes"),
        ("application_stages", "application_id", "applications"),
        ("interviews", "application_id", "applications"),
        ("interviews", "job_interview_id", "job_interviews"),
        ("interviewers", "interview_id", "interviews"),
        ("interviewers", "scorecard_id", "scorecards"),
        ("rejection_details", "application_id", "applications"),
        ("rejection_details", "rejection_note_id", "notes"),
        ("offers", "candidate_id", "candidates"),
        ("attachments", "application_id", "applications"),
        ("prospect_details", "application_id", "applications"),
        ("applied_candidate_tags", "candidate_tag_id", "candidate_tags"),
        ("candidate_educations", "degree_custom_field_option_id", "custom_field_options"),
        ("departments", "parent_id", "departments"),
        ("offices", "parent_id", "offices"),
        ("jobs", "department_id", "departments"),
    ):
        given = {row[member] for row in data[name]} - {None}
        assert given, (name, member)
        assert given <= known[target], (name, member)


def test_there_is_a_row_for_every_stage_of_the_job(data: dict[str, Rows]) -> None:
    plans: dict[int, list[int]] = defaultdict(list)
    for stage in sorted(data["job_interview_stages"], key=lambda row: row["sort_order"]):
        plans[stage["job_id"]].append(stage["id"])
    rows: dict[int, Rows] = defaultdict(list)
    for row in reversed(data["application_stages"]):
        rows[row["application_id"]].append(row)
    for one in data["applications"]:
        if one["prospect"]:
            assert one["id"] not in rows
            continue
        mine = rows[one["id"]]
        assert [row["job_interview_stage_id"] for row in mine] == plans[one["job_id"]]
        (here,) = [row for row in mine if row["current"]]
        assert (here["id"], bool(here["exited_at"])) == (one["stage_id"], one["status"] != "in_process")
        entered = [row["entered_at"] for row in mine if row["entered_at"]]
        assert entered == sorted(entered)
        assert entered == [row["entered_at"] for row in mine][: len(entered)]
        assert all(row["exited_at"] is None for row in mine if not row["entered_at"])


def test_the_states_of_applications(data: dict[str, Rows]) -> None:
    share = Counter(row["status"] for row in data["applications"])
    total = len(data["applications"])
    assert share["rejected"] > total * 0.6
    assert total * 0.02 < share["in_process"] < total * 0.25
    assert share["hired"] > 0
    rejected = {row["id"] for row in data["applications"] if row["status"] == "rejected"}
    assert {row["application_id"] for row in data["rejection_details"]} == rejected
    assert all(bool(row["rejected_at"]) == (row["id"] in rejected) for row in data["applications"])
    assert 0.03 < sum(row["prospect"] for row in data["applications"]) / total < 0.1


def test_some_people_applied_more_than_once(data: dict[str, Rows]) -> None:
    count = Counter(row["candidate_id"] for row in data["applications"])
    assert set(count) == {row["id"] for row in data["candidates"]}
    assert 0.1 < sum(times for times in count.values() if times > 1) / len(data["applications"]) < 0.5


def test_oddities_are_there(data: dict[str, Rows]) -> None:
    assert {row["status"] for row in data["jobs"]} == {"open", "draft", "closed"}
    assert any(row["is_template"] for row in data["jobs"])
    assert any(row["confidential"] for row in data["jobs"])
    assert any(row["private"] for row in data["candidates"])
    assert any(row["user_id"] is None for row in data["interviewers"])
    assert "delegated" in {row["response_status"] for row in data["interviewers"]}
    assert any(row["all_day_start_on"] for row in data["interviews"])
    assert {"complete", "scheduled", "received"} <= {row["status"] for row in data["interviews"]}
    assert any(row["candidate_rating"] is None and row["status"] == "complete" for row in data["scorecards"])
    panel = {row["scorecard_id"] for row in data["interviewers"]}
    assert any(row["id"] not in panel for row in data["scorecards"])
    assert any(row["gender"] is None for row in data["eeoc"])
    assert max(Counter(row["application_id"] for row in data["eeoc"]).values()) == 2
    assert any(row["active"] is False for row in data["custom_fields"])
    assert any(row["emails"] is None for row in data["users"])
    assert any(row["deactivated"] for row in data["users"])
    assert {row["type"] for row in data["notes"]} >= {"NOTE", "EMAIL", "ACTIVITY"}
    tags = [row["name"] for row in data["candidate_tags"]]
    assert len({tag.lower() for tag in tags}) < len(tags)


def test_applied_tags_and_the_names_on_candidates_agree(data: dict[str, Rows]) -> None:
    names = {row["id"]: row["name"] for row in data["candidate_tags"]}
    applied: dict[int, set[str]] = defaultdict(set)
    for row in data["applied_candidate_tags"]:
        applied[row["candidate_id"]].add(names[row["candidate_tag_id"]])
    assert {row["id"]: set(row["tags"]) for row in data["candidates"] if row["tags"]} == applied


def test_values_of_custom_fields_have_their_types(data: dict[str, Rows]) -> None:
    seen: dict[str, Any] = {}
    for name in ("candidates", "applications", "jobs", "offers", "users"):
        for row in data[name]:
            for value in row["custom_fields"].values():
                if value["value"] is not None:
                    seen[value["type"]] = value["value"]
    assert {kind: type(value) for kind, value in seen.items()} == {
        "short_text": str, "currency": dict, "yes_no": bool, "multi_select": list, "date": str, "user": dict,
        "long_text": str, "single_select": str, "number_range": dict, "currency_range": dict, "number": int,
    } | ({"number": float} if isinstance(seen.get("number"), float) else {})  # fmt: skip


def test_attachments_can_be_fetched_until_their_link_expires() -> None:
    with calling(candidates=30) as caller:
        row = caller.good("/attachments", per_page=1)[0]
        answer = caller.client.get(row["url"], headers={"Authorization": ""})
        assert answer.content.startswith(b"%PDF")
        caller.control.set_clock(8 * 86_400)
        assert caller.client.get(row["url"]).status_code == 403
