"""`atsdesk apply`, `prospect` and `note`: what people whom Greenhouse has are given, once each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.desk import Desk
from tests.submit.exposing import expose_open
from tests.submit.papers import PDF
from tests.sync import greenhouse
from tests.unit.test_cli import NO_LIMIT, Command, Ended, command, give_secrets

__all__ = ["command"]


@pytest.fixture
def sandbox() -> Iterator[Any]:
    with greenhouse.start(candidates=8) as one:
        yield one


@pytest.fixture
def acme(sandbox: Any, data_dir: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    give_secrets(monkeypatch, "acme", sandbox.secrets)

    def run(*arguments: str, **options: str) -> Ended:
        return command("--data-dir", str(data_dir), *arguments, **options)

    settings = [word for key, value in sandbox.settings.items() for word in ("--set", f"{key}={value}")]
    added = run(
        "accounts",
        "add",
        "greenhouse",
        "--name",
        "acme",
        "--base-url",
        sandbox.base_url,
        *NO_LIMIT,
        *settings,
    )
    assert added.code == 0, added
    assert run("sync", "acme").code == 0
    with Desk(data_dir) as desk:
        expose_open(desk)
    return run


def rows(sandbox: Any, name: str, **query: str) -> list[dict[str, Any]]:
    with greenhouse.client(sandbox) as reader:
        return list(greenhouse.pages(reader, name, **query))


def test_somebody_known_gets_an_application_a_prospect_and_a_note_once_each(
    acme: Command, sandbox: Any, data_dir: Path, tmp_path: Path
) -> None:
    with Desk(data_dir) as desk:
        job = next(one.id for one in desk.drafts.jobs("acme") if not one.lacks)
    taken = {str(one["candidate_id"]) for one in rows(sandbox, "applications", job_ids=job)}
    known = next(str(one["id"]) for one in rows(sandbox, "candidates") if str(one["id"]) not in taken)
    (tmp_path / "cv.pdf").write_bytes(PDF)

    asked = ("apply", "acme", known, "--job", job, "--resume", str(tmp_path / "cv.pdf"))
    assert "POST /applications" in acme(*asked, "--dry-run").out
    applied = acme(*asked, "--json").document[0]
    assert acme(*asked).code == 0
    (one,) = rows(sandbox, "applications", candidate_ids=known, job_ids=job)
    assert str(one["id"]) == applied["application_id"]
    assert [file["filename"] for file in rows(sandbox, "attachments", application_ids=str(one["id"]))] == [
        "cv.pdf"
    ]

    for _ in range(2):
        assert acme("prospect", "acme", known, "--job", job).code == 0
        assert acme("note", "acme", known, "Called today.", "--for", "public").code == 0
    assert sum(bool(one["prospect"]) for one in rows(sandbox, "applications", candidate_ids=known)) == 1
    notes = rows(sandbox, "notes", candidate_ids=known)
    assert [note["body"] for note in notes].count("Called today.") == 1

    new = tmp_path / "new.json"
    new.write_text(json.dumps({"first_name": "Mia", "last_name": "Prospect", "email": "mia@example.com"}))
    assert acme("prospect", "acme", "--file-json", str(new)).code == 0
    (mia,) = rows(sandbox, "candidates", email="mia@example.com")
    (entry,) = rows(sandbox, "applications", candidate_ids=str(mia["id"]))
    assert entry["prospect"]


def test_nobody_unknown_gets_anything(acme: Command, sandbox: Any) -> None:
    sandbox.control.clear_requests()
    assert "acme has no candidate 999 here." in acme("note", "acme", "999", "Hello").sentence()
    assert [one for one in sandbox.control.requests() if one["method"] == "POST"] == []
    assert acme("prospect", "acme").code == 2
