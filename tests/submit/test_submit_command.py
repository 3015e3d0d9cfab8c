"""`atsdesk submit` checks before it sends; with a spreadsheet it goes on where it was broken off."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from atsdesk.desk import Desk
from tests.submit.exposing import expose_open
from tests.submit.papers import PDF
from tests.submit.test_sheet import HEADERS, NOA, workbook
from tests.sync import comeet
from tests.unit.test_cli import NO_LIMIT, Command, Ended, command, give_secrets

__all__ = ["command"]
PEOPLE = [(f"Person{number}", "E", f"p{number}@sheet.example.com") for number in range(5)]


@pytest.fixture
def sandbox() -> Iterator[Any]:
    with comeet.start(candidates=20) as one:
        yield one


@pytest.fixture
def acme(sandbox: Any, data_dir: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command over a folder that holds a copy of the sandbox."""
    give_secrets(monkeypatch, "acme", sandbox.secrets)

    def run(*arguments: str, **options: str) -> Ended:
        return command("--data-dir", str(data_dir), *arguments, **options)

    added = run("accounts", "add", "comeet", "--name", "acme", "--base-url", sandbox.base_url, *NO_LIMIT)
    assert added.code == 0, added
    assert run("sync", "acme").code == 0
    with Desk(data_dir) as desk:
        expose_open(desk)
    return run


@pytest.fixture
def job(sandbox: Any) -> str:
    return str(next(one["uid"] for one in comeet.all_of(sandbox, "positions") if one["status"] == "open"))


def sent(sandbox: Any) -> list[str]:
    people = (str(one.get("email")) for one in comeet.all_of(sandbox, "candidates"))
    return sorted(mail for mail in people if mail.endswith("@sheet.example.com"))


def test_a_spreadsheet_is_sent_and_gone_on_with_after_a_break(
    acme: Command, sandbox: Any, job: str, tmp_path: Path
) -> None:
    (tmp_path / "noa.pdf").write_bytes(PDF)
    noa = (NOA[0], NOA[1], "noa@sheet.example.com", *NOA[3:])
    path = workbook(tmp_path / "a.xlsx", HEADERS, noa, ("Lea", None, "lea@sheet.example.com"), *PEOPLE)
    asked = ("submit", "acme", "--sheet", str(path), "--job", job)
    tried = acme(*asked, "--dry-run")
    assert tried.code == 1
    assert "6 of 7 rows can be sent." in tried.out
    assert "Row 3, Surname: Last name is missing." in tried.err
    assert sent(sandbox) == []
    for _ in range(2):
        done = acme(*asked)
        assert done.code == 1
        assert "6 sent" in done.out
    assert sent(sandbox) == sorted(["noa@sheet.example.com", *(mail for _, _, mail in PEOPLE)])
    page = load_workbook(tmp_path / "a.results.xlsx").worksheets[0]
    assert [row[1].value for row in page.iter_rows(min_row=2)] == ["Sent", "Not sent", *["Sent"] * 5]
    assert all(page.cell(row, 5).value for row in (2, 4, 5, 6, 7, 8))


def test_a_mapping_can_be_given(acme: Command, sandbox: Any, job: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", "B", "C"), ("Lea", "E", "lea@sheet.example.com"))
    (tmp_path / "map.json").write_text(json.dumps({"A": "first_name", "B": "last_name", "C": "email"}))
    done = acme(
        "submit", "acme", "--sheet", str(path), "--job", job, "--map", str(tmp_path / "map.json"), "--json"
    )
    assert done.code == 0
    assert [row["state"] for row in done.document["rows"]] == ["sent"]
    assert sent(sandbox) == ["lea@sheet.example.com"]


def test_a_draft_that_no_ats_would_take_is_not_sent(
    acme: Command, sandbox: Any, job: str, tmp_path: Path
) -> None:
    draft = {"job_id": job, "first_name": "Lea", "last_name": "E", "email": "lea@sheet"}
    (tmp_path / "draft.json").write_text(json.dumps(draft))
    (tmp_path / "cv.pdf").write_bytes(PDF[:100])
    asked = ("submit", "acme", "--file-json", str(tmp_path / "draft.json"))
    refused = acme(*asked, "--resume", str(tmp_path / "cv.pdf"))
    assert refused.code == 2
    assert "email: " in refused.err
    assert "cv.pdf is cut off" in refused.err
    (tmp_path / "draft.json").write_text(json.dumps(draft | {"email": "lea@sheet.example.com"}))
    assert acme(*asked).code == 0
    assert sent(sandbox) == ["lea@sheet.example.com"]


def test_numbers_are_sent_in_one_spelling(acme: Command, sandbox: Any, job: str, tmp_path: Path) -> None:
    draft = {"job_id": job, "first_name": "Lea", "last_name": "E", "email": "lea@sheet.example.com",
             "mobile_phone": "(202) 555-0143", "address": {"country": "USA"}}  # fmt: skip
    (tmp_path / "draft.json").write_text(json.dumps(draft))
    assert acme("submit", "acme", "--file-json", str(tmp_path / "draft.json")).code == 0
    people = list(comeet.all_of(sandbox, "candidates"))
    assert [one["mobile_phone"] for one in people if one.get("email") == draft["email"]] == ["+12025550143"]


def test_there_has_to_be_something_to_send(acme: Command) -> None:
    assert "--file-json or --sheet" in acme("submit", "acme").err
