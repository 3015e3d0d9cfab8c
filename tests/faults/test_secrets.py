"""Marked secrets, a marked person and a marked file appear nowhere but where they belong."""

import base64
import logging
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.faults.copies import COMMAND, Copy, Office
from tests.faults.servers import Asked, Said, between
from tests.faults.whole import ask, meddle

pytestmark = pytest.mark.fault(25, "secrets and people in no trace")

PERSON, MAIL, FILE = "Markerperson", "markermail@people.example", "markerfile.pdf"


def forms(secret: str) -> list[bytes]:
    """A secret as it could lie about."""
    text = secret.encode()
    return [
        text,
        secret.encode("utf-16-le"),
        base64.b64encode(text)[:-4],
        base64.urlsafe_b64encode(text)[:-4],
    ]


def marked(office: Office) -> Any:
    """Every answer about people names the marked person; some records are bad."""
    met = 0

    def change(asked: Asked, answer: Any) -> Any:
        nonlocal met
        if office.system.people not in answer:
            return answer
        for record in answer[office.system.people]:
            if record.get("deleted"):
                continue
            met += 1
            record |= {
                "first_name": PERSON,
                "email": MAIL,
                "resume": {"name": FILE, "url": "https://u.example"},
            }
            if met % 7 == 0:
                record["phone"] = {"wrong": PERSON}
            if met % 11 == 0:
                record["time_created"] = "yesterday"
            if met == 60:
                return Said(f'{{"error": "boom", "message": "{PERSON} {MAIL}"}}'.encode(), 422)
        return answer

    return change


def leaks(folder: Path, words: list[bytes], *, leave_out: tuple[str, ...] = ()) -> list[str]:
    """Files that hold one of the words."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(leave_out or ("\0",))
        and any(word in path.read_bytes() for word in words)
    ]  # fmt: skip


def assert_nothing_told(text: str, office: Office) -> None:
    for word in (PERSON, MAIL, FILE, *office.sandbox.secrets.values(), "eyJ", "Bearer"):
        assert word not in text


def test_the_command_tells_and_leaves_no_secret_and_nobody(
    office: Office, tmp_path: Path, home: Path
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    office.environment |= {"TMPDIR": str(temporary), "ATSDESK_DEBUG": ""}
    copy = office.copy()
    told = ""
    with between(office.sandbox.base_url, marked(office)) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        copy.close()
        for words in (
            ("sync",),
            ("sync", "--full", "--json"),
            ("issues", "--json"),
            ("accounts", "test", "acme"),
            ("doctor",),
        ):
            ended = copy.command(*words)
            assert ended.returncode in (0, 1), ended.stderr
            told += ended.stdout + ended.stderr
    assert ask(copy.database, "select count(*) > 5 from candidates where first_name = ?", PERSON) == [(1,)]
    assert "set aside" in told
    assert_nothing_told(told, office)

    secrets = [form for secret in office.sandbox.secrets.values() for form in forms(secret)]
    people = [word.encode() for word in (PERSON, MAIL, FILE)]
    for folder in (tmp_path, home):
        assert leaks(folder, secrets) == []
        assert leaks(folder, people, leave_out=("atsdesk.db",)) == []


def test_issues_and_runs_name_no_secret_and_nobody(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    copy = office.copy()
    with (
        caplog.at_level(logging.DEBUG),
        between(office.sandbox.base_url, marked(office)) as server,
    ):
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        report = copy.sync()
        copy.sync(full=True)
    assert {issue.kind for issue in copy.issues()} >= {"rejected_record", "odd_value"}
    told = [report.message, *(one.message for one in report.resources), repr(report)]
    told += [f"{issue.title} {issue.hint}" for issue in copy.issues()]
    assert_nothing_told("\n".join(told), office)
    assert_nothing_told(caplog.text, office)
    for secret in office.sandbox.secrets.values():
        assert secret not in repr(vars(copy.desk))


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems show a command line otherwise"
)
def test_a_started_sync_shows_no_secret_in_its_command_line(office: Office) -> None:
    copy: Copy = office.copy()
    copy.close()
    office.control.fail(f"hole@{office.system.people}x*")
    office.control.clear_requests()
    with copy.start("sync") as process:
        deadline = time.monotonic() + 20
        while len(office.control.requests()) < 2 and time.monotonic() < deadline:
            time.sleep(0.01)
        shown = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        names = {str(link.readlink()) for link in Path(f"/proc/{process.pid}/fd").iterdir()}
        process.kill()
    assert COMMAND[-1].encode() in shown
    for secret in office.sandbox.secrets.values():
        assert secret.encode() not in shown
        assert not any(secret in name for name in names)


def test_requests_carry_the_credential_in_one_header_only(office: Office) -> None:
    copy = office.copy()
    with between(office.sandbox.base_url, lambda asked, answer: answer) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        copy.sync()
    assert server.asked
    for asked in server.asked:
        credential = asked.headers.pop("Authorization")
        assert credential.startswith("Bearer ")
        rest = f"{asked.path} {asked.query} {asked.headers}"
        for secret in (*office.sandbox.secrets.values(), credential):
            assert secret not in rest
