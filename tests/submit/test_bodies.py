"""What leaves for an ATS is what its contract's samples show, byte for byte but for their blanks."""

import json

import pytest

from atsdesk.ats.draft import (
    Address,
    Consent,
    Contact,
    Draft,
    Education,
    Employment,
    File,
    Note,
    Prospect,
    Salary,
    Source,
    SourceContact,
)
from atsdesk.ats.submitters import SUBMITTING
from atsdesk.ats.submitting import Enclosure, Parcel

PDF = Enclosure("resume", "tomasz-berg-cv.pdf", "application/pdf", b"%PDF-1.4\n")

PERSON = """
{ "first_name": "Tomasz", "last_name": "Berg", "title": "QA analyst",
  "email_addresses": [{"value": "tomasz.berg@example.com", "type": "personal"}],
  "phone_numbers": [{"value": "+49 30 5550100", "type": "mobile"}],
  "tags": ["referral-2026"],
  "custom_fields": [{"name_key": "notice_period", "value": "1 month"}],
  "application": {"job_id": 3300044, "source_id": 16, "recruiter_id": 4001234} }
"""
NOTE = """
{ "candidate_id": 41000000101, "application_id": 52000000202, "note_type": "NOTE",
  "body": "Prefers a start in January.", "visibility": "public", "user_id": 4001234 }
"""
FILE = """
{ "application_id": 52000000202, "filename": "tomasz-berg-cv.pdf", "type": "resume",
  "content": "JVBERi0xLjQK", "visibility": "public" }
"""
MINIMAL = """
{"candidate": {"first_name": "Lena", "last_name": "Moreau", "email_address": "lena.moreau@example.com"}}
"""
FULL = """
{"candidate": {"first_name": "Lena", "last_name": "Moreau", "email_address": "lena.moreau@example.com",
  "additional_email_addresses": [{"type": "WORK", "email_address": "l.moreau@example.com"}],
  "company": "Sample Works SARL", "title": "Data Engineer", "phone_number": "+33 1 5550 0199",
  "location": {"city": "Lyon", "country": "FR", "zip_code": "69002"}, "gender": "FEMALE",
  "availability_date": "2027-01-15", "salary_expectations": {"period": "YEAR", "amount": 68000},
  "social_links": [{"url": "https://www.example.com/in/lena-moreau"}]},
 "stage_id": "8RGEreWEmPigqBiekxyTni4F",
 "attachments": [{"name": "Lena_Moreau_CV.txt", "type": "CV", "content_type": "text/plain",
  "data": "SW52ZW50ZWQgY3VycmljdWx1bSB2aXRhZS4="}],
 "sourced_by": {"user_id": "remote:9001"},
 "gdpr_consent": {"given": true, "expires_at": "2027-11-22T00:00:00.000Z"},
 "screening_question_answers": [{"question_id": "Rb4sQqWKoXB3XxFXccrvFzzR", "answer": 5},
  {"question_id": "f1YNyE73pEmh7KkMjsMsVKLj", "answer": "3nzu2888GP4DEMyeXHVbAKCh"}],
 "remote_fields": {"greenhouse": {"post_headers": {"On-Behalf-Of": "9001"}}}}
"""
"""The two samples of Kombo's contract and its specification."""
TOMASZ = Draft(
    job_id="3300044",
    first_name="Tomasz",
    last_name="Berg",
    title="QA analyst",
    email="tomasz.berg@example.com",
    phone="+49 30 5550100",
    tags=("referral-2026",),
    custom_fields={"notice_period": "1 month"},
    source=Source(id="16"),
    recruiter_id="4001234",
    note=Note("Prefers a start in January.", "public", "4001234"),
)


def sent(ats: str, name: str, draft: Draft, *files: Enclosure, **ids: str) -> bytes:
    step = next(one for one in SUBMITTING[ats].steps if one.name == name)
    return step.body(Parcel("key-1", draft, files, **ids), 0).content


def packed(sample: str) -> bytes:
    return json.dumps(json.loads(sample), separators=(",", ":"), ensure_ascii=False).encode()


def test_greenhouse_s_person_is_the_contract_s_sample() -> None:
    assert sent("greenhouse", "create", TOMASZ) == packed(PERSON)


def test_greenhouse_s_note_and_file_are_the_contract_s_samples() -> None:
    ids = {"candidate_id": "41000000101", "application_id": "52000000202"}
    assert sent("greenhouse", "note", TOMASZ, **ids) == packed(NOTE)
    assert sent("greenhouse", "file", TOMASZ, PDF, **ids) == packed(FILE)


def test_kombo_s_least_is_the_contract_s_sample() -> None:
    lena = Draft(job_id="j", first_name="Lena", last_name="Moreau", email="lena.moreau@example.com")
    assert sent("kombo", "create", lena) == packed(MINIMAL)


def test_kombo_s_whole_application_is_the_sample_of_its_specification() -> None:
    lena = Draft(
        job_id="j",
        first_name="Lena",
        last_name="Moreau",
        email="lena.moreau@example.com",
        more_emails=(Contact("l.moreau@example.com", "WORK"),),
        company="Sample Works SARL",
        title="Data Engineer",
        phone="+33 1 5550 0199",
        address=Address(city="Lyon", country="FR", zip="69002"),
        gender="FEMALE",
        available_on="2027-01-15",
        salary=Salary(period="YEAR", amount=68000.0),
        linkedin_url="https://www.example.com/in/lena-moreau",
        stage_id="8RGEreWEmPigqBiekxyTni4F",
        sourced_by_id="remote:9001",
        consent=Consent(given=True, expires_on="2027-11-22"),
        answers={"Rb4sQqWKoXB3XxFXccrvFzzR": 5, "f1YNyE73pEmh7KkMjsMsVKLj": "3nzu2888GP4DEMyeXHVbAKCh"},
        remote_fields={"greenhouse": {"post_headers": {"On-Behalf-Of": "9001"}}},
    )
    resume = Enclosure("resume", "Lena_Moreau_CV.txt", "text/plain", b"Invented curriculum vitae.")
    assert sent("kombo", "create", lena, resume) == packed(FULL)


def test_comeet_s_members_come_in_the_contract_s_order_and_none_is_blank() -> None:
    draft = Draft(
        job_id="3D.91A",
        first_name="Noa",
        middle_name="R.",
        last_name="Example",
        email="noa@example.com",
        phone="+97231234567",
        mobile_phone="+972501234567",
        national_id="1234",
        linkedin_url="https://www.linkedin.com/in/noa",
        salary=Salary("20k"),
        prospect_status="Sourced",
        links=("https://noa.example.com",),
        source_contact=SourceContact("Dan Example", "dan@example.com"),
        address=Address(country="IL", city="תל אביב"),
        custom_fields={"Notice period": "1 month"},
        note=Note("Prefers mornings."),
    )
    files = [
        PDF,
        Enclosure("picture", "noa.png", "image/png", b"png"),
        Enclosure("other", "task.pdf", "application/pdf", b"pdf"),
    ]
    body = json.loads(sent("comeet", "create", draft, *files))
    assert list(body) == [
        "position_uid", "partner_candidate_id", "first_name", "middle_name", "last_name", "email", "phone",
        "mobile_phone", "national_id", "linkedin_url", "salary_expectations", "prospect_status", "resume", "picture",
        "links", "files", "source_contact", "address", "custom_fields", "note",
    ]  # fmt: skip
    assert body["partner_candidate_id"] == "key-1"
    assert body["links"] == [{"url": "https://noa.example.com"}]
    assert body["source_contact"] == {"full_name": "Dan Example", "email": "dan@example.com"}
    assert body["address"] == {"country": "IL", "city": "תל אביב"}
    assert body["resume"] == {"name": "tomasz-berg-cv.pdf", "file": "JVBERi0xLjQK"}
    least = Draft(job_id="3D.91A", first_name="Noa", last_name="Example")
    assert sent("comeet", "create", least) == (
        b'{"position_uid":"3D.91A","partner_candidate_id":"key-1","first_name":"Noa","last_name":"Example"}'
    )


def test_whoever_goes_to_no_job_of_greenhouse_is_a_prospect() -> None:
    draft = Draft(
        first_name="Tomasz", last_name="Berg", prospect=Prospect(("7",), pool_id="8", pool_stage_id="9")
    )
    body = json.loads(sent("greenhouse", "create", draft))
    assert body["application"] == {
        "prospect": True,
        "job_ids": [7],
        "prospect_pool_id": 8,
        "prospect_pool_stage_id": 9,
    }
    known = Draft(candidate_id="41", as_prospect=True, first_name="T", last_name="B")
    assert json.loads(sent("greenhouse", "application", known)) == {"candidate_id": 41, "prospect": True}


@pytest.mark.parametrize(
    ("started", "members"),
    [
        ("2015-10-05", {"start_date": "2015-10-05"}),
        ("2015-10", {"start_date_month": 10, "start_date_year": 2015}),
        ("2015", {"start_date_year": 2015}),
        ("", {}),
    ],
)
def test_greenhouse_takes_days_months_and_years(started: str, members: dict[str, object]) -> None:
    draft = Draft(educations=(Education(school_id="5", started=started),))
    body = json.loads(sent("greenhouse", "education", draft, candidate_id="41"))
    assert body == {"candidate_id": 41, "school_name_custom_field_option_id": 5, **members}


def test_kombo_s_files_begin_with_the_resume_and_answers_keep_their_question() -> None:
    draft = Draft(
        first_name="Lena",
        last_name="Moreau",
        email="lena.moreau@example.com",
        more_emails=(Contact("l@work.example.com", "WORK"),),
        salary=Salary(amount=50000.0, period="YEAR"),
        answers={"q1": ["a", "b"], "q2": False},
        remote_fields={"workable": {"on_behalf_of_user_remote_id": "12"}},
        files=(File("x"),),
    )
    files = [
        Enclosure("other", "task.pdf", "application/pdf", b"1"),
        Enclosure("resume", "cv.pdf", "application/pdf", b"2"),
        Enclosure("answer", "permit.pdf", "application/pdf", b"3", question="q3"),
    ]
    body = json.loads(sent("kombo", "create", draft, *files))
    assert [(one["name"], one["type"]) for one in body["attachments"]] == [
        ("cv.pdf", "CV"),
        ("task.pdf", "OTHER"),
    ]
    assert body["candidate"]["salary_expectations"] == {"period": "YEAR", "amount": 50000}
    assert body["screening_question_answers"] == [
        {"question_id": "q1", "answer": ["a", "b"]},
        {"question_id": "q2", "answer": False},
        {
            "question_id": "q3",
            "answer": {"name": "permit.pdf", "content_type": "application/pdf", "data": "Mw=="},
        },
    ]


def test_smartrecruiters_takes_months_and_a_form_with_the_file() -> None:
    draft = Draft(
        job_id="j",
        first_name="Omar",
        last_name="Example",
        email="omar@example.com",
        linkedin_url="https://www.linkedin.com/in/omar",
        employments=(Employment("Example Ltd", "Engineer", started="2019-01-15", is_current=True),),
        source=Source("s1", "t1"),
        is_internal=False,
    )
    body = json.loads(sent("smartrecruiters", "create", draft))
    assert body["experience"] == [
        {"title": "Engineer", "company": "Example Ltd", "current": True, "startDate": "2019-01"}
    ]
    assert body["sourceDetails"] == {"sourceTypeId": "t1", "sourceId": "s1"}
    assert body["internal"] is False
    named = Enclosure("resume", 'a"b\r\nc.pdf', "application/pdf", b"\x00\xff")
    form = sent("smartrecruiters", "file", draft, named, candidate_id="u")
    assert b'name="attachmentType"\r\n\r\nRESUME\r\n' in form
    assert b'filename="a%22b%0D%0Ac.pdf"' in form
    assert b"\r\n\r\n\x00\xff\r\n--atsdesk-key-1--\r\n" in form
