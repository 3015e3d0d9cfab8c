"""What is wrong with a draft is found while it is written, by field and rule, with what to do."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atsdesk.ats import draft as drafts
from atsdesk.ats.draft import (
    Contact,
    Draft,
    Education,
    Employment,
    Note,
    Prospect,
    Salary,
    Source,
    SourceContact,
)
from atsdesk.ats.form import Form, FormField, Option, Section, Takes
from atsdesk.ats.kombo.questions import questions
from atsdesk.ats.registry import FORMS
from atsdesk.submit import values
from atsdesk.submit.checks import check, tidy
from atsdesk.submit.problem import is_sendable

COMEET, GREENHOUSE, KOMBO, SMART = (
    FORMS[ats] for ats in ("comeet", "greenhouse", "kombo", "smartrecruiters")
)
NOA = Draft(job_id="J1", first_name="Noa", last_name="Example", email="noa@example.com")


def rules(draft: Draft, form: Form) -> dict[str, str]:
    return {problem.field: problem.rule for problem in check(draft, form)}


def but(**values: Any) -> Draft:
    made = NOA
    for key, value in values.items():
        made = drafts.put(made, key.replace("__", "."), value)
    return made


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_name_an_address_and_a_job_will_do_everywhere(form: Form):
    assert check(NOA, form) == []


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        (COMEET, {"job_id", "first_name", "last_name"}),
        (GREENHOUSE, {"job_id", "first_name", "last_name"}),
        (KOMBO, {"job_id", "first_name", "last_name", "email"}),
        (SMART, {"first_name", "last_name", "email"}),
    ],
)
def test_what_an_ats_needs_is_said_where_it_is_missing(form: Form, missing: set[str]):
    assert rules(Draft(), form) == dict.fromkeys(missing, "required")


@pytest.mark.parametrize(
    ("form", "draft", "field", "rule"),
    [
        (COMEET, but(email="noa@example"), "email", "email"),
        (COMEET, but(linkedin_url="https://example.com/in/noa"), "linkedin_url", "linkedin"),
        (COMEET, but(links=("example com",)), "links", "url"),
        (COMEET, but(address__country="Utopia"), "address.country", "country"),
        (COMEET, but(mobile_phone="ask her"), "mobile_phone", "phone"),
        (COMEET, but(first_name="N" * 256), "first_name", "length"),
        (COMEET, but(first_name="No\x07a"), "first_name", "control"),
        (COMEET, but(prospect_status="Maybe"), "prospect_status", "choice"),
        (COMEET, but(source_contact=SourceContact(phone="+12025550143")), "source_contact.email", "required"),
        (COMEET, but(gender="FEMALE"), "gender", "not_taken"),
        (COMEET, but(candidate_id="12"), "candidate_id", "not_taken"),
        (KOMBO, but(address__city="Haifa"), "address.country", "required"),
        (KOMBO, but(salary=Salary(amount=10.0)), "salary.period", "required"),
        (KOMBO, but(salary=Salary(amount=-1.0, period="YEAR")), "salary.amount", "least"),
        (KOMBO, but(salary=Salary(amount=float("nan"), period="YEAR")), "salary.amount", "number"),
        (KOMBO, but(available_on="1.3.2026"), "available_on", "day"),
        (KOMBO, but(more_emails=(Contact("x", "WORK"),)), "more_emails[0].value", "email"),
        (KOMBO, but(more_emails=(Contact("a@example.com"),)), "more_emails[0].type", "required"),
        (KOMBO, but(remote_fields={"worqday": {}}), "remote_fields", "json"),
        (SMART, but(source=Source(id="12")), "source.type_id", "required"),
        (
            SMART,
            but(educations=(Education(school="X", started="05/2019"),)),
            "educations[0].started",
            "period",
        ),
        (
            SMART,
            but(employments=(Employment(title="X", started="2019-05", ended="2018"),)),
            "employments[0].ended",
            "order",
        ),
        (
            GREENHOUSE,
            but(employments=(Employment(company="X", title="Y", started="2019"),)),
            "employments[0].started",
            "day",
        ),
        (GREENHOUSE, but(note=Note("Good.")), "note.visibility", "required"),
        (
            GREENHOUSE,
            but(as_prospect=True, prospect=Prospect(pool_stage_id="3")),
            "prospect.pool_stage_id",
            "needs",
        ),
        (
            GREENHOUSE,
            but(as_prospect=True, prospect=Prospect(office_id="3")),
            "prospect.office_id",
            "needs",
        ),
    ],
)
def test_each_rule_names_its_field_and_what_to_do(form: Form, draft: Draft, field: str, rule: str):
    found = [problem for problem in check(draft, form) if problem.field == field]
    assert [problem.rule for problem in found] == [rule]
    assert found[0].words
    assert found[0].hint


def test_a_limit_that_is_a_guess_only_warns():
    assert is_sendable(check(but(first_name="N" * 256), COMEET))
    assert not is_sendable(check(but(first_name="N" * 256), GREENHOUSE))


def test_figures_of_a_limit_are_told():
    (problem,) = check(but(first_name="N" * 300), GREENHOUSE)
    assert problem.words == "First name has 300 characters; 255 are the limit."


def test_a_prospect_needs_no_job_and_one_who_is_known_no_name():
    assert check(replace_job(but(as_prospect=True), ""), GREENHOUSE) == []
    assert check(Draft(job_id="J1", candidate_id="41"), GREENHOUSE) == []


def replace_job(draft: Draft, job: str) -> Draft:
    return drafts.put(draft, "job_id", job)


def test_what_is_not_asked_is_neither_checked_nor_sent():
    draft = but(prospect=Prospect(pool_stage_id="3"), stage_id="S1")
    assert "prospect.pool_stage_id" not in rules(draft, GREENHOUSE)
    assert tidy(draft, GREENHOUSE).prospect == Prospect()
    as_prospect = tidy(drafts.put(draft, "as_prospect", True), GREENHOUSE)
    assert (as_prospect.stage_id, as_prospect.prospect.pool_stage_id) == ("", "3")


def test_numbers_and_addresses_are_sent_in_one_spelling():
    draft = but(
        first_name=" Noa ",
        mobile_phone="(202) 555-0143",
        linkedin_url="il.linkedin.com/in/noa/",
        links=("example.com", " ", "https://example.com"),
        address__country="United States",
    )
    draft = drafts.put(draft, "address.country", "usa")
    sent = tidy(tidy(draft, COMEET), COMEET)
    assert sent.first_name == "Noa"
    assert sent.mobile_phone == "+12025550143"
    assert sent.linkedin_url == "https://www.linkedin.com/in/noa"
    assert sent.links == ("https://example.com",)
    assert sent.address.country == "US"


def test_blank_parts_of_a_list_are_neither_checked_nor_sent():
    draft = but(educations=(Education(), Education(school="X")))
    assert check(draft, SMART) == []
    assert tidy(draft, SMART).educations == (Education(school="X"),)


JOB = {
    "screening_questions": [
        {"id": "q2", "title": "Which?", "index": 2, "precondition_question_id": "q1", "precondition_options": ["y"],
         "required": True, "format": {"type": "MULTI_SELECT", "options": [{"id": "a", "name": "A"}, {"id": "b"}]}},
        {"id": "q1", "title": "Visa?", "index": 1, "required": True, "description": "<p>Need &amp; want</p>",
         "format": {"type": "SINGLE_SELECT", "options": [{"id": "y", "name": "Yes"}, {"id": "n", "name": "No"}]}},
        {"id": "q3", "title": "Why?", "index": 3, "precondition_question_id": "q2", "precondition_options": ["b"],
         "required": True, "format": {"type": "TEXT", "display_type": "MULTI_LINE", "max_length": 10}},
        {"id": "q4", "title": "Years", "format": {"type": "NUMBER", "min": 0, "max": 50}},
        {"id": "q5", "title": "Read this", "format": {"type": "INFORMATION"}},
        {"id": "q6", "title": "?", "format": {"type": "UNKNOWN", "raw_question": {}}},
        {"id": "q7", "title": "Drives", "format": {"type": "BOOLEAN"}},
        {"id": "q8", "title": "Which licence", "precondition_question_id": "q7", "precondition_options": [True],
         "required": True, "format": {"type": "TEXT"}},
        {"id": "q9", "title": "Work sample", "format": {"type": "FILE", "accepted_mime_types": ["application/pdf"],
         "max_file_size_bytes": 5}},
        {"id": "q10", "title": "No format"},
    ]
}  # fmt: skip
ASKING = replace(KOMBO, sections=(*KOMBO.sections, Section("Questions", questions(json.dumps(JOB).encode()))))


def test_questions_come_in_their_order_and_only_those_that_can_be_answered():
    fields = ASKING.sections[-1].fields
    assert [one.key for one in fields] == [f"answers.q{number}" for number in (1, 2, 3, 4, 7, 8, 9)]
    assert isinstance(fields[0], FormField)
    assert fields[0].hint == "Need & want"
    assert fields[0].options == (Option("y", "Yes"), Option("n", "No"))


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({}, {"answers.q1": "required"}),
        ({"q1": "n"}, {}),
        ({"q1": "Yes"}, {"answers.q1": "choice"}),
        ({"q1": "y"}, {"answers.q2": "required"}),
        ({"q1": "y", "q2": "a"}, {"answers.q2": "choice"}),
        ({"q1": "y", "q2": ["a"]}, {}),
        ({"q1": "y", "q2": [{"x": 1}]}, {"answers.q2": "choice"}),
        ({"q1": "y", "q2": ["b"]}, {"answers.q3": "required"}),
        ({"q1": "n", "q2": ["b"]}, {}),
        ({"q1": "y", "q2": ["b"], "q3": "long enough"}, {"answers.q3": "length"}),
        ({"q1": "n", "q4": 51}, {"answers.q4": "most"}),
        ({"q1": "n", "q4": "5"}, {"answers.q4": "number"}),
        ({"q1": "n", "q7": True}, {"answers.q8": "required"}),
        ({"q1": "n", "q7": False}, {}),
        ({"q1": "n", "q7": "yes"}, {"answers.q7": "yes_or_no"}),
    ],
)
def test_questions_are_asked_and_checked_by_what_was_answered_before(
    answers: dict[str, Any], wrong: dict[str, str]
):
    assert rules(but(answers=answers), ASKING) == wrong


def test_a_question_without_an_answer_warns_as_not_all_systems_behind_kombo_ask_for_it():
    assert is_sendable(check(NOA, ASKING))


def test_answers_to_questions_that_are_not_asked_are_not_sent():
    sent = tidy(but(answers={"q1": "n", "q2": ["b"], "q3": "x"}), ASKING)
    assert sent.answers == {"q1": "n"}


@pytest.mark.parametrize(
    ("text", "country", "spelt"),
    [
        ("+1 (202) 555-0143", "", "+12025550143"),
        ("202.555.0143", "US", "+12025550143"),
        ("050-234-5678", "IL", "+972502345678"),
        ("+972 50-234-5678", "US", "+972502345678"),
        ("011 972 50 234 5678", "US", "+972502345678"),
    ],
)
def test_phone_numbers_are_written_in_one_way(text: str, country: str, spelt: str):
    found = values.phone(text, country)
    assert (found.value, found.words) == (spelt, "")


def test_a_number_without_country_says_what_to_do():
    found = values.phone("050-234-5678")
    assert not found.firm
    assert "country" in found.hint


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("noa@example.com", True),
        ("noa.b+jobs@mail.example.co.il", True),
        ("o'neil@example.com", True),
        ("noa@דוגמה.example", True),
        ("noa@example", False),
        ("noa@@example.com", False),
        (".noa@example.com", False),
        ("no..a@example.com", False),
        ("noa@-example.com", False),
        ("noa@exam_ple.com", False),
        ("noa@10.0.0.1", False),
        ("Noa <noa@example.com>", False),
        (f"{'n' * 65}@example.com", False),
        ("", False),
    ],
)
def test_addresses_are_told_from_what_is_none(text: str, good: bool):
    assert (values.email(text).words == "") is good


def test_a_slip_in_a_common_domain_is_asked_about():
    found = values.email("noa@gmial.com")
    assert (found.firm, found.instead) == (False, "noa@gmail.com")
    assert values.email("noa@gmail.com").words == ""


@pytest.mark.parametrize(
    "text",
    ["ftp://example.com", "javascript:alert(1)", "https://", "https://user:word@example.com", "https://a b.com",
     "https://example.com:99999", "https://localhost", "http://[::1"],
)  # fmt: skip
def test_only_web_addresses_are_links(text: str):
    assert values.url(text).words


@pytest.mark.parametrize(
    "text", ["https://www.linkedin.com/company/x", "https://linkedin.com.example.com/in/x", "x"]
)
def test_only_profiles_are_linkedin_profiles(text: str):
    assert values.linkedin(text).words


@settings(deadline=None)
@given(st.text(), st.sampled_from(list(values.CHECKS)))
def test_no_text_is_too_odd_to_be_checked_and_a_good_one_stays_good(text: str, takes: Takes):
    found = values.CHECKS[takes](text)
    if not found.words:
        assert values.CHECKS[takes](found.value) == found


@settings(deadline=None)  # the first number brings the tables of all countries
@given(st.text(alphabet="0123456789+-() ./extIL,;#אב"), st.sampled_from(["", "IL", "US", "??"]))
def test_no_number_is_too_odd_to_be_checked(text: str, country: str):
    found = values.phone(text, country)
    if not found.words:
        assert values.phone(found.value) == found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda deeper: st.lists(deeper) | st.dictionaries(st.text(), deeper),
    max_leaves=5,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([f"q{number}" for number in range(1, 10)]), JSON))
def test_no_answer_is_too_odd_to_be_checked(answers: dict[str, Any]):
    check(but(answers=answers), ASKING)
    tidy(but(answers=answers), ASKING)
