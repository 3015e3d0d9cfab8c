"""The operation map of Greenhouse, row by row: what the local copy answers is what Harvest v3 answers to the same
question, asked by a client that shares nothing with the connector."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from atsdesk.cli.main import _run
from tests.sync.greenhouse import GREENHOUSE, client, pages
from tests.sync.lab import ACCOUNT, Lab

Record = Mapping[str, Any]
Answer = Callable[..., Any]


@dataclass(frozen=True)
class Got:
    """A row of the map that gets one thing: the command, the request, columns by members, and lists that go with it."""

    kind: str
    ask: str
    path: str
    query: Mapping[str, str]
    members: Mapping[str, str]
    parts: Mapping[str, Sequence[tuple[str, Mapping[str, str]]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Listed:
    """A row of the map that lists: arguments of the command, and the request; all of them are to be found."""

    command: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    only: Callable[[Record], bool] = lambda record: True
    """What the map says to choose among the answer."""
    all_of_them: bool = False
    """There is no filter, so that the list is the whole one."""


GETS = {
    "Get application": Got(
        "application", "{application}", "applications", {"ids": "{application}"},
        {"candidate_id": "candidate_id", "job_id": "job_id", "status_raw": "status",
         "source_id": "source_id", "recruiter_id": "recruiter_id",
         "is_prospect": "prospect"},
        {
            "rejections": [("rejection_details", {"application_ids": "{application}"})],
            "prospects": [("prospect_details", {"application_ids": "{application}"})],
            "attachments": [("attachments", {"application_ids": "{application}"})],
            "steps": [("application_stages", {"application_ids": "{application}"})],
            "offers": [("offers", {"application_ids": "{application}"})],
        },
    ),
    "Get candidate": Got(
        "candidate", "{candidate}", "candidates", {"ids": "{candidate}"},
        {"first_name": "first_name", "last_name": "last_name", "is_private": "private", "company": "company"},
        {
            "applications": [("applications", {"candidate_ids": "{candidate}"})],
            "attachments": [("attachments", {"candidate_ids": "{candidate}"})],
            "educations": [("candidate_educations", {"candidate_ids": "{candidate}"})],
            "employments": [("candidate_employments", {"candidate_ids": "{candidate}"})],
        },
    ),
    "Get current offer by application": Got(
        "current-offer", "{application}", "offers", {"application_ids": "{application}", "current_only": "true"},
        {"id": "id", "sent_on": "sent_on", "starts_on": "starts_on", "opening_id": "opening_id",
         "status_raw": "status"},
    ),
    "Get job": Got(
        "job", "{job}", "jobs", {"ids": "{job}"},
        {"name": "name", "status_raw": "status", "department_id": "department_id", "is_template": "is_template"},
        {
            "openings": [("openings", {"job_ids": "{job}"})],
            "team-members": [("job_owners", {"job_ids": "{job}"}), ("job_hiring_managers", {"job_ids": "{job}"})],
        },
    ),
    "Get offer": Got(
        "offer", "{offer}", "offers", {"ids": "{offer}"},
        {"application_id": "application_id", "sent_on": "sent_on", "version": "version", "status_raw": "status"},
    ),
    "Get user": Got(
        "user", "{user}", "users", {"ids": "{user}"},
        {"name": "name", "email": "primary_email", "title": "job_title", "is_admin": "site_admin"},
    ),
}  # fmt: skip
LISTS = {
    "List applications, by job and status": Listed(
        "applications --job {job} --status active", "applications", {"job_ids": "{job}", "status": "active"}
    ),
    "List applications, created in a window": Listed(
        "applications --created-after {early} --created-before {late}",
        "applications",
        {"created_at": "gte|{early}|lt|{late}"},
    ),
    "List applications, active lately": Listed(
        "applications --activity-after {early}", "applications", {"last_activity_at": "gte|{early}"}
    ),
    "List candidates, by e-mail": Listed("candidates --email {email}", "candidates", {"email": "{email}"}),
    "List candidates, by ids": Listed("candidates --ids {candidates}", "candidates", {"ids": "{candidates}"}),
    "List candidates, by change": Listed(
        "candidates --updated-after {early}", "candidates", {"updated_at": "gte|{early}"}
    ),
    "List custom fields": Listed(
        "custom-fields --object candidate --active",
        "custom_fields",
        {"field_type": "candidate", "active": "true"},
    ),
    "List custom fields, archived ones": Listed(
        "custom-fields --object {archived} --inactive",
        "custom_fields",
        {"field_type": "{archived}", "active": "false"},
    ),
    "List custom fields, their options": Listed(
        "custom-field-options --field {field}", "custom_field_options", {"custom_field_ids": "{field}"}
    ),
    "List departments": Listed("departments", "departments", all_of_them=True),
    "List job stages": Listed("job-stages", "job_interview_stages", all_of_them=True),
    "List job stages for job": Listed("job-stages --job {job}", "job_interview_stages", {"job_ids": "{job}"}),
    "List jobs, by status": Listed("jobs --status open", "jobs", {"status": "open"}),
    "List jobs, by department": Listed(
        "jobs --department {department}", "jobs", {"department_id": "{department}"}
    ),
    "List jobs, by office": Listed("jobs --office {office}", "jobs", {"office_id": "{office}"}),
    "List jobs, by change": Listed("jobs --updated-after {early}", "jobs", {"updated_at": "gte|{early}"}),
    "List offers, current ones": Listed("offers --current-only", "offers", {"current_only": "true"}),
    "List offers, by status": Listed(
        "offers --status {offer_status}", "offers", {"status": "{offer_status}"}
    ),
    "List offers, by the day they were sent": Listed(
        "offers --sent-after {day}", "offers", {"sent_on": "gte|{day}"}
    ),
    "List offers by application": Listed(
        "offers --application {application}", "offers", {"application_ids": "{application}"}
    ),
    "List offices": Listed("offices", "offices", all_of_them=True),
    "List sources": Listed("sources", "sources", all_of_them=True),
    "List users": Listed("users", "users", {"show_service_accounts": "true"}, all_of_them=True),
    "List users, by e-mail": Listed("users --email {user_email}", "users", {"primary_email": "{user_email}"}),
    "DDL: candidate custom fields": Listed(
        "custom-fields --object candidate --choices",
        "custom_fields",
        {"field_type": "candidate", "active": "true"},
    ),
    "DDL: candidates": Listed(
        "candidates --choices", "candidates", {"fields": "id,first_name,last_name"}, all_of_them=True
    ),
    "DDL: job custom field options": Listed(
        "custom-field-options --field {job_field} --choices",
        "custom_field_options",
        {"custom_field_ids": "{job_field}", "active": "true"},
    ),
    "DDL: job custom fields": Listed(
        "custom-fields --object job --choices", "custom_fields", {"field_type": "job", "active": "true"}
    ),
    "DDL: job stages for job": Listed(
        "job-stages --job {job} --choices", "job_interview_stages", {"job_ids": "{job}", "active": "true"}
    ),
    "DDL: jobs": Listed("jobs --choices", "jobs", only=lambda job: not job["is_template"], all_of_them=True),
    "DDL: sources": Listed("sources --choices", "sources", all_of_them=True),
    "DDL: users": Listed(
        "users --choices", "users", {"deactivated": "false", "show_service_accounts": "true"}
    ),
}


@pytest.fixture(scope="class")
def harvest(read_only: Lab) -> Iterator[httpx.Client]:
    with client(read_only.sandbox) as reader:
        yield reader


@pytest.fixture(scope="class")
def samples(harvest: httpx.Client) -> Mapping[str, str]:
    """What the rows of the map are asked with."""
    offers = list(pages(harvest, "offers"))
    versions: dict[int, int] = {}
    for offer in offers:
        versions[offer["application_id"]] = versions.get(offer["application_id"], 0) + 1
    application = max(versions, key=lambda one: versions[one])
    (asked,) = pages(harvest, "applications", ids=str(application))
    people = list(pages(harvest, "candidates"))
    busy = next(iter(pages(harvest, "candidate_employments")))["candidate_id"]
    applications = sorted(pages(harvest, "applications"), key=lambda one: one["created_at"])
    jobs = list(pages(harvest, "jobs"))
    fields, options = list(pages(harvest, "custom_fields")), list(pages(harvest, "custom_field_options"))
    with_options = {one["custom_field_id"] for one in options}
    users = list(pages(harvest, "users"))
    found = {
        "application": application,
        "candidate": busy,
        "candidates": ",".join(str(one["id"]) for one in people[:3]),
        "email": next(one["email_addresses"][0]["value"] for one in people if one["email_addresses"]),
        "job": asked["job_id"],
        "department": next(one["department_id"] for one in jobs if one["department_id"]),
        "office": next(one["office_ids"][0] for one in jobs if one["office_ids"]),
        "offer": offers[0]["id"],
        "offer_status": offers[0]["status"],
        "archived": next(one["field_type"] for one in fields if not one["active"]),
        "user": users[0]["id"],
        "user_email": next(one["primary_email"] for one in users if one["primary_email"]),
        "field": next(one["id"] for one in fields if one["id"] in with_options),
        "job_field": next(
            one["id"] for one in fields if one["field_type"] == "job" and one["id"] in with_options
        ),
        "early": applications[len(applications) // 3]["created_at"][:19] + "Z",
        "late": applications[2 * len(applications) // 3]["created_at"][:19] + "Z",
        "day": sorted(one["sent_on"] for one in offers if one["sent_on"])[len(offers) // 2],
    }
    return {name: str(value) for name, value in found.items()}


@pytest.fixture
def answer(read_only: Lab, capsys: pytest.CaptureFixture[str]) -> Answer:
    """What a command prints, as a document."""

    def run(*arguments: str) -> Any:
        capsys.readouterr()
        assert _run(["--data-dir", str(read_only.desk.folder), *arguments, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


class TestOperationMap:
    system = GREENHOUSE

    @pytest.mark.parametrize("operation", GETS)
    def test_one_thing_is_shown_with_what_belongs_to_it(
        self, operation: str, harvest: httpx.Client, samples: Mapping[str, str], answer: Answer
    ) -> None:
        row = GETS[operation]
        shown = answer("show", ACCOUNT, row.kind, row.ask.format(**samples))
        (served,) = pages(harvest, row.path, **_filled(row.query, samples))
        assert {column: shown[column] for column in row.members} == {
            column: _spelt(member, served[member]) for column, member in row.members.items()
        }
        for part, requests in row.parts.items():
            wanted = {
                str(one["id"])
                for path, query in requests
                for one in pages(harvest, path, **_filled(query, samples))
            }
            found = {one["id"].removeprefix("manager:") for one in shown["parts"].get(part, ())}
            assert found == wanted, part
        assert bool(shown["parts"]) >= bool(row.parts)

    @pytest.mark.parametrize("operation", LISTS)
    def test_a_list_holds_what_harvest_lists(
        self, operation: str, harvest: httpx.Client, samples: Mapping[str, str], answer: Answer
    ) -> None:
        row = LISTS[operation]
        found = answer("list", ACCOUNT, *row.command.format(**samples).split())
        served = list(pages(harvest, row.path, **_filled(row.query, samples)))
        wanted = {str(one["id"]) for one in served if row.only(one)}
        assert {one["id"] for one in found["rows"]} == wanted
        assert found["total"] == len(found["rows"]) == len(wanted) > 0
        if "--choices" in row.command:
            assert all(one.keys() == {"id", "label"} and one["label"] for one in found["rows"])
        if not row.all_of_them:
            everything = answer("list", ACCOUNT, row.command.split()[0])
            assert found["total"] < everything["total"], "the filter leaves something out"

    def test_candidates_of_a_job_are_those_of_its_applications(
        self, harvest: httpx.Client, samples: Mapping[str, str], answer: Answer
    ) -> None:
        applications = pages(harvest, "applications", job_ids=samples["job"])
        wanted = {str(one["candidate_id"]) for one in applications}
        found = answer("list", ACCOUNT, "candidates", "--job", samples["job"])
        assert {one["id"] for one in found["rows"]} == wanted != set()

    @pytest.mark.parametrize("kind", ["departments", "offices"])
    def test_a_tree_hangs_each_below_its_parent(
        self, kind: str, harvest: httpx.Client, answer: Answer
    ) -> None:
        wanted = {str(one["id"]): _spelt("parent_id", one["parent_id"]) for one in pages(harvest, kind)}
        found: dict[str, str | None] = {}

        def walk(nodes: Sequence[Any], parent: str | None) -> None:
            for one in nodes:
                found[one["id"]] = parent
                walk(one["children"], one["id"])

        walk(answer("list", ACCOUNT, kind, "--tree")["rows"], None)
        assert found == wanted
        assert any(wanted.values())

    def test_attachment_types_are_those_that_files_have(self, harvest: httpx.Client, answer: Answer) -> None:
        found = answer("list", ACCOUNT, "attachment-types", "--choices")
        wanted = {one["type"] for one in pages(harvest, "attachments")}
        assert {one["id"] for one in found["rows"]} == wanted != set()


def _filled(query: Mapping[str, str], samples: Mapping[str, str]) -> dict[str, str]:
    return {name: text.format(**samples) for name, text in query.items()}


def _spelt(member: str, value: Any) -> Any:
    """Ids are text here."""
    return str(value) if member.endswith("id") and value is not None else value
