"""Wrong, empty and missing credentials, and a keyring that does not give them: exit code 2 and a sentence."""

import json
from typing import Any

import pytest

from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from tests.faults.copies import NAME, Copy, Office, assert_plain, assert_told, run_command
from tests.faults.whole import meddle
from tests.keyring_daemon import KeyringDaemon


@pytest.mark.parametrize("field", ["api_key", "secret"])
def test_a_wrong_credential_is_told_by_test_and_by_sync(office: Office, field: str) -> None:
    for name in list(office.environment):
        if name.endswith(field.upper()):
            office.environment[name] = "wrong \N{SNOWMAN}"
    copy = office.copy()
    copy.close()
    for words in (("accounts", "test", NAME), ("sync",)):
        assert_told(copy.command(*words), 2, "refused the API key or secret", "Compare both")
    assert copy.dump()["records"] == {}


@pytest.mark.parametrize(
    "given",
    [
        "",
        "garbage",
        "[]",
        "{}",
        "null",
        '{"api_key": "a"}',
        '{"api_key": "", "secret": " "}',
        '{"api_key": 5, "secret": null}',
    ],
)
def test_credentials_that_are_none_are_not_taken(office: Office, given: str) -> None:
    words = ["accounts", "add", office.system.ats, "--name", NAME, "--secrets-stdin"]
    folder = office.folder / "data"
    assert_told(run_command(folder, *words, stdin=given), 2, "api_key", "secret")
    with Desk(folder) as desk:
        assert desk.accounts() == []


@pytest.mark.parametrize(
    "words",
    [
        ("add", "nobody", "--name", "x"),
        ("add", "comeet", "--name", "../x"),
        ("add", "comeet", "--name", ""),
        ("add", "comeet", "--name", "x", "--base-url", "ats.example"),
        ("add", "comeet", "--name", "x", "--set", "page_size"),
        ("test", "nobody"),
        ("remove", "nobody", "--yes"),
    ],
    ids=lambda words: " ".join(words),
)
def test_what_cannot_be_an_account_is_told(office: Office, words: tuple[str, ...]) -> None:
    secrets = json.dumps(office.sandbox.secrets)
    more = ["--secrets-stdin"] if words[0] == "add" else []
    assert_told(run_command(office.folder / "data", "accounts", *words, *more, stdin=secrets), 2)


@pytest.mark.parametrize("name", ["page_size", "requests_per_minute"])
@pytest.mark.parametrize("value", ["many", "-5", "1.5", "٣"])
def test_a_setting_that_is_no_number_is_told(office: Office, name: str, value: str) -> None:
    copy = office.keep(Copy(office, office.folder / "data"))
    with pytest.raises(ConfigError) as problem:
        copy.connect({name: value})
    assert_plain(problem.value.title, problem.value.hint)
    assert name in problem.value.title
    assert value in problem.value.title
    copy.connect().close()
    meddle(copy.database, "update accounts set settings = ?", json.dumps(office.settings({name: value})))
    report = copy.sync()
    assert report.state in ("FAILED", "PARTIALLY_FAILED")
    assert name in report.message
    assert value in report.message


@pytest.fixture
def in_the_keyring(real_keyring: KeyringDaemon, office: Office) -> Any:
    """An account whose credentials the command put into a real keyring; nothing in the environment."""
    folder = office.folder / "data"
    settings = [word for pair in office.system.settings.items() for word in ("--set", "=".join(pair))]
    added = run_command(
        folder, "accounts", "add", office.system.ats, "--name", NAME, "--base-url", office.sandbox.base_url,
        *settings, "--secrets-stdin", stdin=json.dumps(office.sandbox.secrets),
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    return folder


@pytest.mark.fault(24, "keyring locked, gone, dying")
def test_a_sync_takes_its_credentials_from_the_keyring(in_the_keyring: Any) -> None:
    ended = run_command(in_the_keyring, "sync")
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.fault(24, "keyring locked, gone, dying")
def test_a_locked_keyring_stops_a_sync_with_a_sentence(
    in_the_keyring: Any, real_keyring: KeyringDaemon, office: Office
) -> None:
    real_keyring.lock()
    office.control.clear_requests()
    assert_told(run_command(in_the_keyring, "sync"), 2, "The keyring is locked.", "Unlock it")
    assert office.control.requests() == []
    assert run_command(in_the_keyring, "status").returncode == 0  # what needs no secret goes on


@pytest.mark.fault(24, "keyring locked, gone, dying")
def test_an_entry_deleted_outside_stops_a_sync_with_a_sentence(
    in_the_keyring: Any, real_keyring: KeyringDaemon
) -> None:
    real_keyring.delete(f"ATS Desk: {NAME}", "secret")
    assert_told(run_command(in_the_keyring, "sync"), 2, f"no secret for {NAME}", "Enter the credentials")


@pytest.mark.fault(24, "keyring locked, gone, dying")
def test_a_keyring_that_is_gone_stops_a_sync_with_a_sentence(
    in_the_keyring: Any, real_keyring: KeyringDaemon
) -> None:
    real_keyring.kill_bus()
    assert_told(run_command(in_the_keyring, "sync"), 2, "no keyring running", "ATSDESK_SECRET__ACME__API_KEY")


@pytest.mark.fault(24, "keyring locked, gone, dying")
def test_without_a_keyring_no_account_is_kept_half(office: Office) -> None:
    words = ["accounts", "add", office.system.ats, "--name", NAME, "--secrets-stdin"]
    ended = run_command(office.folder / "data", *words, stdin=json.dumps(office.sandbox.secrets))
    assert_told(ended, 2, "keyring")
    with Desk(office.folder / "data") as desk:
        assert desk.accounts() == []


@pytest.mark.fault(24, "keyring locked, gone, dying")
def test_an_account_without_its_secrets_does_not_stop_the_others(office: Office) -> None:
    reference = office.reference()
    copy = office.copy()
    copy.desk.add_account(office.system.ats, "globex", {}, base_url=office.sandbox.base_url)
    copy.close()

    ended = copy.command("sync", "--json")
    assert_told(ended, 2, "globex", "keyring")
    accounts = json.loads(ended.stdout)["accounts"]
    assert (accounts[NAME]["state"], accounts["globex"]["state"]) == ("SUCCEEDED", "FAILED")
    assert accounts["globex"]["message"]
    copy.assert_whole(reference)
