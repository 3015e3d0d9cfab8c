"""Whoever is known already is found while the draft is written, in all accounts, and by what."""

from dataclasses import replace
from typing import Any

import pytest

from atsdesk.ats.draft import Address, Contact, Draft
from atsdesk.ats.registry import FORMS
from atsdesk.store.duplicates import Duplicate
from atsdesk.store.tables.people import LINKEDIN_NAME
from atsdesk.submit import duplicates
from tests.unit.filled import Filled, candidate

PROFILE = Draft(linkedin_url="linkedin.com/in/Noa-E/")
JOB = {"uid": "J1", "name": "QA Engineer", "status": "open"}


def person(uid: str, first: str = "Noa", **members: Any) -> dict[str, Any]:
    return candidate(uid, first, "Example", **{"person_uid": f"P{uid}", "position_uid": "J1", **members})


def found(file: Filled, draft: Draft) -> dict[str, tuple[str, ...]]:
    return {one.id: one.by for one in file.read(lambda connection: duplicates.find(connection, draft))}


def first(file: Filled, draft: Draft) -> Duplicate:
    return file.read(lambda connection: duplicates.find(connection, draft))[0]


@pytest.mark.parametrize(
    ("stored", "draft", "by"),
    [
        ({"email": "Noa@Example.com"}, Draft(email=" noa@example.COM "), "email"),
        ({"email": "noa@example.com"}, Draft(more_emails=(Contact("noa@example.com"),)), "email"),
        ({"phone": "050-234 56 78"}, Draft(phone="+972502345678"), "phone"),
        ({"mobile_phone": "+972 (50) 2345678"}, Draft(mobile_phone="0502345678"), "phone"),
        ({"phone": "+972502345678"}, Draft(phone="050-2345678", address=Address(country="IL")), "phone"),
        ({"phone": "+972502345678"}, Draft(more_phones=(Contact("0502345678"),)), "phone"),
        ({"linkedin_url": "https://il.linkedin.com/in/Noa-E/"}, PROFILE, "linkedin"),
        ({"linkedin_url": "http://www.linkedin.com/in/noa-e?trk=x"}, PROFILE, "linkedin"),
        ({"linkedin_url": "www.linkedin.com/in/noa-e/he"}, PROFILE, "linkedin"),
        (
            {"first": "Noá"},
            Draft(first_name="noa", last_name="EXAMPLE", account="acme", job_id="J1"),
            "name_and_job",
        ),
    ],
)  # fmt: skip
def test_the_same_is_found_however_it_is_written(file: Filled, stored: Any, draft: Draft, by: str):
    file.positions(JOB)
    file.candidates(person("1", **stored), person("2", "Omar"))
    assert found(file, draft) == {"P1": (by,)}


@pytest.mark.parametrize(
    "draft",
    [
        Draft(),
        Draft(email="oa@example.com"),
        Draft(email="noa@example.co"),
        Draft(phone="5678"),
        Draft(phone="+972502345679"),
        Draft(linkedin_url="linkedin.com/in/noa"),
        Draft(linkedin_url="linkedin.com/in/noa-e2"),
        Draft(linkedin_url="linkedin.com/company/noa-e"),
        Draft(first_name="Noa", last_name="Example"),
        Draft(first_name="Noa", last_name="Example", account="acme", job_id="J2"),
        Draft(first_name="Noa", last_name="Example", account="other", job_id="J1"),
        Draft(first_name="Noa", last_name="Examp", account="acme", job_id="J1"),
        Draft(
            email='"', phone="'", linkedin_url="*", first_name="%", last_name="_", account="acme", job_id="J1"
        ),
    ],
)
def test_others_are_not(file: Filled, draft: Draft):
    file.positions(JOB)
    file.candidates(
        person(
            "1",
            email="noa@example.com",
            phone="+972502345678",
            linkedin_url="https://www.linkedin.com/in/noa-e",
        )
    )
    assert found(file, draft) == {}


def test_further_addresses_and_numbers_count_too(file: Filled):
    file.candidates(person("1"))
    file.store.write(
        lambda connection: connection.execute(
            "update candidates set other_contacts = ?", ("Noa@Home.example.com\n+972 50-234-5678",)
        )
    )
    assert found(file, Draft(email="noa@home.example.com")) == {"P1": ("email",)}
    assert found(file, Draft(email="a@home.example.com")) == {}
    assert found(file, Draft(phone="050-2345678")) == {"P1": ("phone",)}


def test_the_surest_comes_first_and_says_where_they_stand(file: Filled):
    file.account("other")
    file.positions(JOB, {"uid": "J2", "name": "Baker", "status": "open"})
    file.candidates(
        person("1", email="noa@example.com", position_uid="J2", first="N."),
        person("2", email="noa@example.com", phone="+972502345678"),
    )
    file.candidates(person("3", email="noa@example.com"), account="other")
    draft = Draft(
        account="acme",
        job_id="J1",
        first_name="Noa",
        last_name="Example",
        email="noa@example.com",
        phone="+972502345678",
    )
    people = file.read(lambda connection: duplicates.find(connection, draft))
    assert [(one.account, one.id) for one in people] == [("acme", "P2"), ("acme", "P1"), ("other", "P3")]
    assert people[0].by == ("email", "phone", "name_and_job")
    assert people[0].on_the_job
    assert people[0].on_the_job.job == "QA Engineer"
    assert people[1].applications[0].job == "Baker"


def test_who_is_gone_is_not_found(file: Filled):
    file.candidates(person("1", email="noa@example.com"))
    file.store.write(
        lambda connection: connection.execute("update candidates set deleted_at = '2026-03-02T00:00:00Z'")
    )
    assert found(file, Draft(email="noa@example.com")) == {}


def test_what_to_do_is_said(file: Filled):
    file.positions(JOB)
    file.candidates(person("1", email="noa@example.com"))
    draft = Draft(account="acme", job_id="J1", email="noa@example.com")
    one = first(file, draft)
    assert duplicates.why(one) == "Noa Example (acme) has the same e-mail address."
    assert "do not send again" in duplicates.advice(one, draft, FORMS["comeet"])
    over = replace(one, applications=(replace(one.applications[0], status="rejected"),))
    assert "before (rejected)" in duplicates.advice(over, draft, FORMS["comeet"])
    elsewhere = replace(one, account="other", applications=())
    assert "another account" in duplicates.advice(elsewhere, draft, FORMS["comeet"])
    known = replace(one, applications=())
    assert "Add an application" in duplicates.advice(known, draft, FORMS["greenhouse"])
    assert "Comeet already" in duplicates.advice(known, draft, FORMS["comeet"])


def test_every_way_to_find_somebody_goes_by_an_index(file: Filled):
    asked = [
        "select pk from candidates where lower(email) = 'x'",
        f"select pk from candidates where linkedin_url is not null and {LINKEDIN_NAME} = 'x'",
        "select pk from candidates where other_contacts is not null and instr(other_contacts, 'x')",
    ]
    for statement in asked:
        plan = " ".join(str(row[3]) for row in file.select(f"explain query plan {statement}"))
        assert "USING COVERING INDEX candidates_" in plan or "USING INDEX candidates_" in plan
