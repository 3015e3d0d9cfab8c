"""The command line as scripts see it: exit codes, JSON documents, and errors in one sentence."""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cli.main import COMMANDS, _run
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running
from atsdesk.vault import environment_name
from tests.postgres_server import OWNERS_PASSWORD, Server

COMMAND = [sys.executable, "-W", "error", "-m", "atsdesk.cli"]
TABLES = {"candidates", "applications", "steps", "jobs", "sources"}
RESOURCES = ["positions", "candidates", "deleted-candidates"]
COUNTS = {"requests", "received", "added", "changed", "unchanged", "gone", "rejected", "watermark"}
NO_LIMIT = ("--set", "requests_per_minute=0")


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    def sentence(self, code: int = 2) -> str:
        """What an error says: on standard error, without a traceback, and nothing else."""
        assert self.code == code, self
        assert "Traceback" not in self.err
        assert self.err.strip()
        return self.err


Command = Callable[..., Ended]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `atsdesk` in this process."""

    def run(*arguments: str, stdin: str = "") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        code = _run([*arguments])
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with running(seed=4, candidates=40, rules=Rules(rate_requests=0)) as sandbox:
        yield sandbox


@pytest.fixture
def acme(sandbox: Sandbox, data_dir: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command on a data folder with one account, whose secrets the environment holds."""
    give_secrets(monkeypatch, "acme", sandbox.secrets)
    added = command(
        "--data-dir", str(data_dir), "accounts", "add", "comeet", "--name", "acme",
        "--base-url", sandbox.base_url, *NO_LIMIT,
    )  # fmt: skip
    assert added.code == 0, added
    return lambda *arguments, **options: command("--data-dir", str(data_dir), *arguments, **options)


def give_secrets(monkeypatch: pytest.MonkeyPatch, account: str, secrets: dict[str, str]) -> None:
    for field, secret in secrets.items():
        monkeypatch.setenv(f"ATSDESK_SECRET__{account.upper()}__{field.upper()}", secret)


# --- The command itself ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help(command: Command, name: str) -> None:
    ended = command(name, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Usage: atsdesk")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["snyc"], "snyc"),
        (["sync", "--everything"], "--everything"),
        (["accounts"], ""),
        (["accounts", "add"], "ats"),
        (["accounts", "add", "comeet"], "--name"),
        (["accounts", "add", "comeet", "--name", "acme", "--set", "nonsense"], "--set"),
        (["export"], "PATH"),
        (["--data-dir"], "--data-dir"),
    ],
)
def test_wrong_usage_is_said_with_code_2(
    command: Command, data_dir: Path, arguments: list[str], named: str
) -> None:
    ended = command(*arguments, *([] if arguments == ["--data-dir"] else ["--data-dir", str(data_dir)]))
    assert named.lower() in ended.sentence().lower()
    assert not data_dir.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["sync", "nobody"],
        ["accounts", "test", "nobody"],
        ["accounts", "remove", "nobody", "--yes"],
        ["issues", "nobody"],
    ],
)
def test_an_account_that_is_not_there_is_named(acme: Command, arguments: list[str]) -> None:
    sentence = acme(*arguments).sentence()
    assert '"nobody"' in sentence
    assert "acme" in sentence, "those that are there are named"


def test_the_data_folder_may_be_given_before_and_after_the_command(
    acme: Command, command: Command, data_dir: Path
) -> None:
    before = command("--data-dir", str(data_dir), "accounts", "list", "--json")
    after = command("accounts", "list", "--json", "--data-dir", str(data_dir))
    between = command("accounts", "--data-dir", str(data_dir), "list", "--json")
    assert before == after == between
    assert [one["id"] for one in before.document] == ["acme"]
    assert (data_dir / "atsdesk.db").is_file()


def test_without_a_folder_the_usual_one_is_used(command: Command, home: Path) -> None:
    ended = command("status", "--json")
    assert Path(ended.document["database"]).is_relative_to(home)


def test_an_unusable_folder_is_said(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be used" in command("--data-dir", str(tmp_path / "file" / "inside"), "status").sentence()


# --- Accounts -------------------------------------------------------------------------------------------------


def test_the_list_has_all_but_secrets(acme: Command, sandbox: Sandbox) -> None:
    ended = acme("accounts", "list", "--json")
    (one,) = ended.document
    assert one == {
        "id": "acme",
        "ats": "comeet",
        "base_url": sandbox.base_url,
        "settings": {"requests_per_minute": "0"},
        "last_success_at": None,
        "last_state": None,
    }
    assert "never" in acme("accounts", "list").out
    acme("sync")
    (one,) = acme("accounts", "list", "--json").document
    assert one["last_state"] == "SUCCEEDED"
    assert one["last_success_at"]


def test_the_test_says_what_may_be_read(acme: Command, sandbox: Sandbox) -> None:
    ended = acme("accounts", "test", "acme", "--json")
    assert ended.code == 0
    assert [one["resource"] for one in ended.document] == RESOURCES
    assert all(
        one.keys() == {"resource", "state", "message", "missing_fields"} and one["state"] == "readable"
        for one in ended.document
    )
    sandbox.control.permit(["retrieve positions", "include source"])
    ended = acme("accounts", "test", "acme", "--json")
    assert ended.code == 1
    states = {one["resource"]: one for one in ended.document}
    assert states["positions"]["state"] == "not_permitted"
    assert states["candidates"]["missing_fields"] == ["source (Include source)"]
    shown = acme("accounts", "test", "acme").out
    assert "✗ Positions" in shown
    assert "missing: source" in shown


def test_a_wrong_secret_is_said_with_code_2(acme: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATSDESK_SECRET__ACME__SECRET", "n0t-the-right-one")
    for arguments in (["accounts", "test", "acme"], ["sync"], ["sync", "--json"]):
        ended = acme(*arguments)
        assert "refused the API key or secret" in ended.sentence()
        assert "n0t-the-right-one" not in ended.err + ended.out
    assert ended.document["accounts"]["acme"]["state"] == "AUTHENTICATION_FAILED"


@pytest.mark.parametrize(
    ("stdin", "named"),
    [
        ("", "no JSON object"),
        ("not json", "no JSON object"),
        ("[1]", "no JSON object"),
        ('"text"', "no JSON object"),
        ("{}", "api_key and secret"),
        ('{"api_key": "only"}', "secret"),
        ('{"api_key": "a", "secret": "  "}', "secret"),
        ('{"api_key": 5, "secret": "hidden-s3cret"}', "api_key"),
    ],
)
def test_secrets_that_are_not_all_there_are_named_and_no_account_is_made(
    command: Command, data_dir: Path, stdin: str, named: str
) -> None:
    add = ["--data-dir", str(data_dir), "accounts", "add", "comeet", "--name", "acme", "--secrets-stdin"]
    sentence = command(*add, stdin=stdin).sentence()
    assert named in sentence
    assert "hidden-s3cret" not in sentence
    assert '"api_key": "..."' in sentence, "how it looks when it is right"
    assert command("--data-dir", str(data_dir), "accounts", "list", "--json").document == []


def test_good_secrets_without_a_keyring_are_not_kept_anywhere(command: Command, data_dir: Path) -> None:
    secrets = {"api_key": "key-0001", "secret": "s3cret-0002"}
    ended = command(
        "--data-dir", str(data_dir), "accounts", "add", "comeet", "--name", "acme", "--secrets-stdin",
        stdin=json.dumps(secrets),
    )  # fmt: skip
    assert "keyring" in ended.sentence().lower()
    assert "ATSDESK_SECRET__ACME__API_KEY" in ended.err
    assert command("--data-dir", str(data_dir), "accounts", "list", "--json").document == []
    kept = b"".join(path.read_bytes() for path in data_dir.rglob("*") if path.is_file())
    for secret in secrets.values():
        assert secret not in ended.err + ended.out
        assert secret.encode() not in kept


def test_nobody_is_asked_for_secrets_where_nobody_is(command: Command, data_dir: Path) -> None:
    add = ["--data-dir", str(data_dir), "accounts", "add", "comeet", "--name", "acme"]
    assert "--secrets-stdin" in command(*add).sentence()


@pytest.mark.parametrize(
    ("ats", "name", "more", "named"),
    [
        ("workday", "acme", [], "comeet"),
        ("comeet", "two words", [], "two words"),
        ("comeet", "../up", [], "../up"),
        ("comeet", "", [], "name"),
        ("comeet", "ACME", [], "already"),
        ("comeet", "new", ["--base-url", "api.comeet.co"], "api.comeet.co"),
        ("comeet", "new", ["--base-url", "http://api.comeet.co"], "not encrypted"),
        ("comeet", "new", ["--set", "pagesize=5"], "page_size, requests_per_minute, timezone"),
        ("comeet", "new", ["--set", "page_size=0"], "page_size"),
        ("comeet", "new", ["--set", "requests_per_minute=many"], "requests_per_minute"),
        ("comeet", "new", ["--set", "timezone=Mars/Olympus"], "Mars/Olympus"),
    ],
)
def test_what_cannot_be_added_is_said_before_anybody_is_asked_for_secrets(
    acme: Command, ats: str, name: str, more: list[str], named: str
) -> None:
    ended = acme("accounts", "add", ats, "--name", name, *more)
    assert named in ended.sentence()
    assert "secrets" not in ended.err
    assert "keyring" not in ended.err
    assert len(acme("accounts", "list", "--json").document) == 1


def test_names_that_share_the_environment_s_variables_are_not_given_twice(
    command: Command, data_dir: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_secrets(monkeypatch, "acme_il", sandbox.secrets)
    add = ["--data-dir", str(data_dir), "accounts", "add", "comeet", "--name"]
    assert command(*add, "acme-il").code == 0
    sentence = command(*add, "Acme_IL").sentence()
    assert 'already an account "acme-il"' in sentence
    assert '"Acme_IL" is too much like it' in sentence


def test_an_account_that_was_added_is_not_said_to_be_connected(
    acme: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was tried yet."""
    give_secrets(monkeypatch, "other", sandbox.secrets)
    ended = acme("accounts", "add", "comeet", "--name", "other", "--set", "timezone=Asia/Jerusalem")
    assert ended.code == 0, ended
    assert "other was added" in ended.out
    assert "accounts test other" in ended.out


def test_the_help_lists_the_settings(command: Command) -> None:
    shown = command("accounts", "add", "--help").out
    assert "Settings of comeet:" in shown
    for key in ("page_size", "requests_per_minute", "timezone"):
        assert key in shown


@pytest.fixture
def keyed(real_keyring: Any, sandbox: Sandbox, data_dir: Path, command: Command) -> Command:
    """The command on a data folder with one account, whose wrong secrets a real keyring holds."""
    added = command(
        "--data-dir", str(data_dir), "accounts", "add", "comeet", "--name", "acme", "--base-url",
        sandbox.base_url, *NO_LIMIT, "--secrets-stdin", stdin='{"api_key": "old-key", "secret": "old-secret"}',
    )  # fmt: skip
    assert added.code == 0, added
    return lambda *arguments, **options: command("--data-dir", str(data_dir), *arguments, **options)


def test_an_account_can_be_given_a_new_key(keyed: Command, sandbox: Sandbox) -> None:
    assert "accounts key" in keyed("sync").sentence()
    ended = keyed("accounts", "key", "acme", "--secrets-stdin", stdin=json.dumps(sandbox.secrets))
    assert ended.code == 0, ended
    assert "accounts test acme" in ended.out
    assert all(secret not in ended.out + ended.err for secret in sandbox.secrets.values())
    assert keyed("sync").code == 0
    assert len(keyed("accounts", "list", "--json").document) == 1


def test_a_new_key_that_is_none_leaves_the_old_one(keyed: Command, sandbox: Sandbox) -> None:
    keyed("accounts", "key", "acme", "--secrets-stdin", stdin=json.dumps(sandbox.secrets))
    assert "api_key and secret" in keyed("accounts", "key", "acme", "--secrets-stdin", stdin="{}").sentence()
    assert "--secrets-stdin" in keyed("accounts", "key", "acme").sentence()
    assert '"nobody"' in keyed("accounts", "key", "nobody", "--secrets-stdin", stdin="{}").sentence()
    assert keyed("accounts", "test", "acme").code == 0


def test_a_new_key_that_the_environment_would_hide_is_refused(acme: Command) -> None:
    ended = acme("accounts", "key", "acme", "--secrets-stdin", stdin='{"api_key": "a", "secret": "b"}')
    assert "ATSDESK_SECRET__ACME__API_KEY and ATSDESK_SECRET__ACME__SECRET" in ended.sentence()


def test_a_removed_account_is_gone_with_its_rows_and_its_lock(acme: Command, data_dir: Path) -> None:
    acme("sync")
    assert (data_dir / "sync-acme.lock").exists()
    assert acme("accounts", "remove", "acme").code == 130, "nobody said yes"
    ended = acme("accounts", "remove", "acme", "--yes")
    assert ended.code == 0, ended
    assert acme("accounts", "list", "--json").document == []
    assert acme("status", "--json").document["accounts"] == {}
    assert not (data_dir / "sync-acme.lock").exists()


# --- Sync, status, issues -------------------------------------------------------------------------------------


def test_the_sync_document_has_all_that_scripts_need(acme: Command) -> None:
    ended = acme("sync", "--json")
    assert (ended.code, ended.err) == (0, "")
    assert ended.document.keys() == {"accounts"}
    acme_document = ended.document["accounts"]["acme"]
    assert {"state", "started_at", "ended_at", "resources"} <= acme_document.keys()
    assert acme_document["state"] == "SUCCEEDED"
    assert acme_document["started_at"] <= acme_document["ended_at"]
    assert [*acme_document["resources"]] == RESOURCES
    for counts in acme_document["resources"].values():
        assert counts.keys() >= COUNTS
        assert counts["watermark"].endswith("Z")
        assert all(type(counts[name]) is int for name in COUNTS - {"watermark"})
    assert acme_document["resources"]["candidates"]["added"] == 40
    again = acme("sync", "acme", "acme", "--json").document["accounts"]["acme"]
    assert all(one["requests"] == 1 and one["added"] == 0 for one in again["resources"].values())


def test_the_sync_says_in_words_what_it_did(acme: Command) -> None:
    ended = acme("sync")
    assert (ended.code, ended.err) == (0, "")
    assert "acme: SUCCEEDED" in ended.out
    assert "40 received, 40 new" in ended.out


def test_a_sync_with_issues_ends_with_1(acme: Command, sandbox: Sandbox) -> None:
    sandbox.control.fail("wrong-types@candidates")
    ended = acme("sync", "--json")
    assert "set aside" in ended.sentence(1)
    assert ended.document["accounts"]["acme"]["state"] == "PARTIALLY_FAILED"
    assert ended.document["accounts"]["acme"]["resources"]["candidates"]["rejected"] == 1
    (issue,) = acme("issues", "--json").document
    assert issue["kind"] == "rejected_record"
    assert {"id", "account", "resource", "record_id", "title", "hint", "times"} <= issue.keys()
    assert "body" not in issue, "a person's record is not for the terminal"
    assert issue["title"] in acme("issues", "acme").out
    assert acme("sync", "--full").code == 0
    assert acme("issues", "--json").document == []
    assert "well" in acme("issues").out


def test_nothing_to_sync_is_said(command: Command, data_dir: Path) -> None:
    assert "no account" in command("--data-dir", str(data_dir), "sync").sentence()


def test_an_account_without_secrets_does_not_hide_how_the_others_went(
    acme: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_secrets(monkeypatch, "bare", sandbox.secrets)
    acme("accounts", "add", "comeet", "--name", "bare", "--base-url", sandbox.base_url, *NO_LIMIT)
    monkeypatch.delenv("ATSDESK_SECRET__BARE__SECRET")
    ended = acme("sync", "--json")
    assert "bare:" in ended.sentence()
    documents = ended.document["accounts"]
    assert documents["acme"]["state"] == "SUCCEEDED"
    assert documents["bare"]["state"] == "FAILED"
    assert "ATSDESK_SECRET__BARE__SECRET" in documents["bare"]["message"]
    assert documents["bare"].keys() == documents["acme"].keys()


def test_held_deletions_are_accepted_on_demand(acme: Command, sandbox: Sandbox) -> None:
    acme("sync")
    sandbox.control.permit(scope="published")
    acme("sync", "--full")
    assert {one["kind"] for one in acme("issues", "--json").document} == {"deletions_held"}
    ended = acme("sync", "--full", "--accept-deletions", "--json")
    assert ended.document["accounts"]["acme"]["resources"]["candidates"]["gone"] > 0
    assert acme("issues", "--json").document == []


def test_the_status_counts_rows_and_issues(acme: Command, data_dir: Path, sandbox: Sandbox) -> None:
    assert acme("status", "--json").document["accounts"]["acme"]["last_state"] is None
    acme("sync")
    ended = acme("status", "--json")
    assert ended.code == 0
    assert ended.document["database"] == str(data_dir / "atsdesk.db")
    one = ended.document["accounts"]["acme"]
    assert one.keys() == {"ats", "base_url", "last_success_at", "last_state", "health", "issues", "rows"}
    assert one["rows"].keys() >= TABLES
    assert one["rows"]["applications"] == len(sandbox.control.truth()["candidates"])
    assert one["issues"] == 0
    assert "SUCCEEDED" in acme("status").out


def test_the_export_says_what_it_wrote(acme: Command, tmp_path: Path) -> None:
    acme("sync")
    target = tmp_path / "out.xlsx"
    ended = acme("export", str(target))
    assert ended.code == 0, ended
    assert str(target) in ended.out
    assert target.read_bytes().startswith(b"PK")
    assert acme("export", str(tmp_path / "nowhere" / "out.xlsx")).sentence()
    (tmp_path / "contract.json").write_text('{"out.xlsx": {"jobs": {"horse": "text"}}}')
    assert "--accept-changes" in acme("export", str(target)).sentence()
    assert acme("export", str(target), "--accept-changes").code == 0
    folder = tmp_path / "csv"
    ended = acme("export", str(folder), "--format", "csv")
    assert ended.code == 0, ended
    assert list((folder / "applications").glob("20*.csv"))
    assert acme("export", str(folder / "applications"), "--format", "csv").sentence()


def test_publishing_asks_for_no_password_in_the_address_and_keeps_a_profiles_privacy(
    acme: Command, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = postgres.database()
    url = postgres.url(database)
    acme("sync")
    assert "wants a password" in acme("publish", url).sentence()
    assert "sesame" not in acme("publish", url.replace("owner@", "owner:sesame@")).sentence()
    ended = acme("publish", url, "--password-stdin", stdin=f"{OWNERS_PASSWORD}\n")
    assert ended.code == 0, ended
    assert "were sent; 0 were removed there." in ended.out
    assert "The password was not kept." in ended.err  # no keyring runs here
    assert OWNERS_PASSWORD not in ended.out + ended.err
    monkeypatch.setenv(environment_name(f"owner@127.0.0.1/{database}", "password"), OWNERS_PASSWORD)
    assert "0 of them were new or changed" in acme("publish", url).out
    added = ("export", "profiles", "add", "shared", url, "--format", "publish", "--privacy", "pseudonymous")
    assert acme(*added).code == 0
    assert 'atsdesk publish --profile "shared"' in acme("publish", url).sentence()
    assert "--accept-changes" in acme("publish", "--profile", "shared").sentence()
    assert acme("publish", "--profile", "shared", "--accept-changes").code == 0
    assert postgres.run(database, "select count(email) from atsdesk.candidates") == [(0,)]
    gone = url.replace(str(postgres.port), "1")
    assert acme("export", "profiles", "add", "away", gone, "--format", "publish", "--after-sync").code == 0
    assert "away was not written. " in acme("sync").sentence(code=1)
    assert acme("publish").sentence()


def test_a_profile_is_kept_listed_written_and_removed(acme: Command, tmp_path: Path) -> None:
    acme("sync")
    ended = acme(
        *("export", "profiles", "add", "active people", str(tmp_path / "active"), "--format", "csv"),
        *("--table", "applications", "--table", "candidates", "--column", "candidates.candidate_key"),
        *("--status", "active", "--privacy", "pseudonymous"),
    )
    assert ended.code == 0, ended
    assert "active people" in acme("export", "profiles").out
    (listed,) = acme("export", "profiles", "--json").document
    assert listed["filters"] == {"text": "", "account": "", "status": ["active"]}
    assert listed["columns"] == {"candidates": ["candidate_key"]}
    ended = acme("export", "--profile", "active people")
    assert ended.code == 0, ended
    assert {path.name for path in (tmp_path / "active").iterdir()} == {
        ".atsdesk-export",
        "applications",
        "candidates.csv",
    }
    (told,) = acme("export", "profiles", "history", "--json").document
    assert told["profile"] == "active people"
    assert told["tables"].keys() == {"candidates", "applications"}
    assert acme("export", "profiles", "remove", "active people").code == 0
    assert acme("export", "--profile", "active people").sentence()
    assert acme("export", "profiles", "add", "x", "y", "--column", "name").sentence()
    assert acme("export").sentence()
    assert acme("export", "a.xlsx", "--profile", "x").sentence()
    assert "saved view" in acme("export", "profiles", "add", "x", "y", "--view", "none such").sentence()
    assert "applications" in acme("export", "profiles", "tables", "--json").document
    for lines in (acme("export", "--help").out, acme("export", "profiles", "--help").out):
        assert "profiles" in lines


def test_a_sync_writes_the_profiles_that_follow_it(acme: Command, tmp_path: Path) -> None:
    there, gone = tmp_path / "there.xlsx", tmp_path / "gone" / "x.xlsx"
    gone.parent.mkdir()
    for path in (there, gone):
        kept = acme("export", "profiles", "add", path.stem, str(path), "--table", "jobs", "--after-sync")
        assert kept.code == 0, kept
    gone.parent.rmdir()
    ended = acme("sync")
    assert ended.code == 1, "one profile could not be written"
    assert "x was not written" in ended.err
    assert str(there) in ended.out
    first = there.stat().st_mtime_ns
    acme("export", "profiles", "remove", "x")
    assert acme("sync").code == 0
    assert there.stat().st_mtime_ns == first, "there was no news"


def test_the_doctor_says_what_is_not_well(acme: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ATSDESK_SECRET__ACME__SECRET")
    ended = acme("doctor")
    assert ended.code == 1, "this machine has no keyring"
    assert "✓ Data file" in ended.out
    assert "✗ Keyring" in ended.out
    assert "✗ Secrets of acme" in ended.out


def test_the_doctor_finds_a_machine_well_that_needs_no_keyring(acme: Command) -> None:
    ended = acme("doctor")
    assert ended.code == 0, ended
    assert "✓ Keyring: not needed" in ended.out
    assert "✓ Secrets of acme" in ended.out


def test_a_mistake_of_ours_is_said_calmly(
    acme: Command, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "broken", ("atsdesk.nowhere", "broken"))
    assert "inside ATS Desk" in acme("broken").sentence()
    monkeypatch.setenv("ATSDESK_DEBUG", "1")
    with pytest.raises(ModuleNotFoundError):
        acme("broken")


# --- As programs ----------------------------------------------------------------------------------------------


@contextlib.contextmanager
def sandbox_program(*options: str) -> Iterator[dict[str, Any]]:
    """`atsdesk sandbox comeet` as a program; the line it prints."""
    process = subprocess.Popen(
        [*COMMAND, "sandbox", "comeet", "--port", "0", *options], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.communicate(timeout=10)


def program(*arguments: str, **options: Any) -> Ended:
    ended = subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, timeout=60, check=False, **options
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def test_the_sandbox_s_line_is_all_that_a_script_needs(data_dir: Path, tmp_path: Path) -> None:
    with sandbox_program("--candidates", "60", "--seed", "3") as line:
        environ = {
            **os.environ,
            **{f"ATSDESK_SECRET__TRY_OUT__{field.upper()}": text for field, text in line["secrets"].items()},
        }
        settings = [text for key, value in line["set"].items() for text in ("--set", f"{key}={value}")]
        folder = ["--data-dir", str(data_dir)]
        added = program(
            "accounts", "add", line["ats"], "--name", "try-out", "--base-url", line["base_url"], *settings, *folder,
            env=environ,
        )  # fmt: skip
        assert added.code == 0, added
        synced = program("sync", "--json", *folder, env=environ)
        assert (synced.code, synced.err) == (0, "")
        assert synced.document["accounts"]["try-out"]["resources"]["candidates"]["added"] == 60
        status = program("status", "--json", *folder, env=environ)
        assert status.document["accounts"]["try-out"]["rows"]["applications"] > 50
        exported = program("export", str(tmp_path / "out.xlsx"), *folder, env=environ)
        assert exported.code == 0, exported
        assert (tmp_path / "out.xlsx").stat().st_size > 10_000
        kept = b"".join(path.read_bytes() for path in data_dir.rglob("*") if path.is_file())
        assert line["secrets"]["secret"].encode() not in kept
        assert line["secrets"]["api_key"].encode() not in kept


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_sync_with_130_and_the_next_one_goes_on(
    acme: Command, sandbox: Sandbox, data_dir: Path, stop: signal.Signals
) -> None:
    sandbox.control.fail("slow=0.3@candidatesx*")
    process = subprocess.Popen(
        [*COMMAND, "sync", "--json", "--data-dir", str(data_dir)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 20
    while len(sandbox.control.requests()) < 5 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(stop)
    sent = time.monotonic()
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - sent < 3, "a second for the wish, the rest for a busy machine"
    assert process.returncode == 130, err
    assert json.loads(out)["accounts"]["acme"]["state"] == "CANCELLED"
    assert "Traceback" not in err
    sandbox.control.heal()
    sandbox.control.clear_requests()
    assert acme("sync").code == 0
    assert len(sandbox.control.requests()) < 28, "what was read is not read again"
    rows = acme("status", "--json").document["accounts"]["acme"]["rows"]
    assert rows["applications"] == len(sandbox.control.truth()["candidates"])
