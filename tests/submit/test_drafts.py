"""Drafts are kept, completed from the local copy, and forgotten with whom they are about."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.ats.draft import Draft, Note
from atsdesk.ats.form import FormField, Option, Takes
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, DataError
from atsdesk.store import accounts
from atsdesk.store.accounts import Account
from atsdesk.store.engine import Connection
from atsdesk.vault import KeyringError
from tests.unit.filled import ADDED, candidate, filled

NOA = {"person_uid": "P1", "email": "noa@example.com", "phone": "+972502345678"}
QUESTION = {"id": "q1", "title": "Visa?", "required": True, "format": {"type": "BOOLEAN"}}


@pytest.fixture
def desk(data_dir: Path) -> Iterator[Desk]:
    """A desk with an account of each system that has more than its form, filled by hand."""
    with filled(data_dir) as file:
        file.positions({"uid": "J1", "name": "QA Engineer", "status": "open"})
        file.candidates(candidate("C1", "Noa", "Example", **NOA, custom_fields={"Notice period": "1 month"}))
        file.store.write(_fill)
    with Desk(data_dir, environ={}) as one:
        yield one


def _fill(connection: Connection) -> None:
    for ats in ("greenhouse", "kombo"):
        accounts.add(connection, Account(ats, ats, "https://api.example.com", {}, ADDED))
    fields: list[tuple[Any, ...]] = [
        ("1", "notice", "Notice", "candidates", "single_select", 1, 1),
        ("2", "header", "Just a heading", "candidates", "header", 0, 1),
        ("3", "old", "No longer used", "candidates", "short_text", 0, 0),
        ("4", "source_note", "Source note", "applications", "long_text", 0, 1),
        ("5", "hiring_user", "Sponsor", "applications", "user", 0, 1),
        ("7", "days", "Days a week", "applications", "number_range", 0, 1),
        ("6", "school_name", "School", "educations", "single_select", 0, 1),
    ]
    _insert(connection, "custom_fields", "id, key, name, applies_to, type, is_required, is_active", fields)
    options = [("11", "1", "One month", 1), ("12", "1", "Gone", 0), ("61", "6", "Example University", 1)]
    _insert(connection, "custom_options", "id, field_id, name, is_active", options)
    _insert(connection, "users", "id, name, is_active", [("7", "Vera", 1), ("8", "Who left", 0)])
    stages = [("s1", "Screen", "J9", 1), ("s2", "Old", "J9", 0), ("s3", "Elsewhere", "J8", 1)]
    _insert(connection, "stages", "id, name, job_id, is_active", stages)
    for identity, asked in (("J9", [QUESTION]), ("J8", [{"id": 3}])):
        body = json.dumps({"id": identity, "screening_questions": asked})
        connection.execute(
            "insert into records (account_id, resource, id, body) values ('kombo', 'jobs', ?, ?)",
            (identity, body),
        )


def _insert(connection: Connection, table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" for _ in columns.split(","))
    for row in rows:
        connection.execute(
            f"insert into {table} (account_id, {columns}, first_seen_at) values ('greenhouse', {marks}, ?)",
            (*row, ADDED),
        )


def fields(desk: Desk, account: str, job: str = "") -> dict[str, FormField]:
    return {one.key: one for one in desk.drafts.form(account, job).fields() if isinstance(one, FormField)}


def test_a_company_s_own_fields_are_part_of_the_form(desk: Desk):
    found = fields(desk, "greenhouse")
    notice = found["custom_fields.notice"]
    assert (notice.takes, notice.required, notice.options) == (
        Takes.CHOICE,
        True,
        (Option("11", "One month"),),
    )
    assert found["application_fields.source_note"].takes is Takes.LONG_TEXT
    assert not {"custom_fields.header", "custom_fields.old", "custom_fields.school_name"} & set(found)
    assert '{"min_value": 2, "max_value": 5}' in found["application_fields.days"].hint
    assert fields(desk, "acme")["custom_fields.Notice period"].takes is Takes.TEXT


def test_choices_come_from_the_account_s_rows_that_are_still_used(desk: Desk):
    draft = Draft(account="greenhouse", job_id="J9")
    found = fields(desk, "greenhouse")
    assert desk.drafts.options(found["recruiter_id"], draft) == (Option("7", "Vera"),)
    assert desk.drafts.options(found["application_fields.hiring_user"], draft) == (Option("7", "Vera"),)
    assert desk.drafts.options(found["stage_id"], draft) == (Option("s1", "Screen"),)
    assert desk.drafts.options(found["stage_id"], Draft(account="greenhouse")) == ()
    assert desk.drafts.options(found["recruiter_id"], Draft(account="acme")) == ()
    school = next(one for one in desk.drafts.form("greenhouse").fields() if one.key == "educations")
    assert not isinstance(school, FormField)
    assert desk.drafts.options(school.fields[0], draft) == (Option("61", "Example University"),)


def test_a_choice_that_is_not_among_the_rows_is_a_problem(desk: Desk):
    draft = Draft(account="greenhouse", job_id="J9", first_name="A", last_name="B", stage_id="s3")
    problems = desk.drafts.check(draft, desk.drafts.form("greenhouse", "J9"))
    assert {problem.field: problem.rule for problem in problems} == {
        "stage_id": "choice",
        "custom_fields.notice": "required",
    }


def test_the_questions_of_a_job_are_part_of_its_form(desk: Desk):
    assert fields(desk, "kombo", "J9")["answers.q1"].takes is Takes.YES_NO
    assert "answers.q1" not in fields(desk, "kombo")
    with pytest.raises(DataError, match="cannot be read"):
        desk.drafts.form("kombo", "J8")


def test_a_draft_is_kept_under_its_number(desk: Desk):
    first = desk.drafts.keep(Draft(account="acme", first_name="Noa"))
    assert desk.drafts.keep(Draft(account="acme", first_name="Noá", note=Note("x")), first) == first
    second = desk.drafts.keep(Draft(account="acme", first_name="Omar"))
    assert {one.number: one.name for one in desk.drafts.all()} == {first: "Noá", second: "Omar"}
    assert desk.drafts.one(first).note.text == "x"
    desk.drafts.remove(first)
    with pytest.raises(ConfigError, match="no draft"):
        desk.drafts.one(first)


def test_drafts_go_with_whom_they_are_about(desk: Desk):
    about = [
        Draft(account="acme", first_name="N", email=" NOA@example.com"),
        Draft(account="acme", candidate_id="P1"),
        Draft(account="acme", first_name="Noa", last_name="Example", mobile_phone="+972502345678"),
    ]
    others = [
        Draft(account="acme", first_name="Noa", last_name="Example"),
        Draft(account="greenhouse", email="noa@example.com"),
    ]
    for draft in (*about, *others):
        desk.drafts.keep(draft)
    assert desk.preview_forget("acme", "P1").what.rows["drafts"] == 3
    desk.forget("acme", "P1")
    assert sorted(one.account for one in desk.drafts.all()) == ["acme", "greenhouse"]


def test_drafts_go_with_their_account(desk: Desk):
    desk.drafts.keep(Draft(account="acme", first_name="Noa"))
    with pytest.raises(KeyringError):  # there is no keyring here; the account is gone all the same
        desk.remove_account("acme")
    assert desk.drafts.all() == []
