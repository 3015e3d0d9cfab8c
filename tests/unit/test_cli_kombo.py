"""The command line with a Kombo account: waiting, asking for news, health, lists that are not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from atsdesk.cli.main import _run
from atsdesk.sandbox.kombo import Rules, Sandbox, running
from tests.unit.test_cli import Command, Ended, give_secrets


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with running(seed=4, candidates=20, rules=Rules(rate_requests=0)) as sandbox:
        yield sandbox


@pytest.fixture
def acme(
    sandbox: Sandbox, data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """The command on a data folder with one Kombo account."""
    give_secrets(monkeypatch, "acme", sandbox.secrets)

    def run(*arguments: str) -> Ended:
        capsys.readouterr()
        code = _run(["--data-dir", str(data_dir), *arguments])
        return Ended(code, *capsys.readouterr())

    settings = [part for key, text in sandbox.settings.items() for part in ("--set", f"{key}={text}")]
    limit = ("--set", "requests_per_minute=0")
    added = run(
        "accounts", "add", "kombo", "--name", "acme", "--base-url", sandbox.base_url, *settings, *limit
    )
    assert added.code == 0, added
    return run


def test_a_setup_that_is_waited_for_ends_with_code_1_and_says_so(sandbox: Sandbox, acme: Command) -> None:
    sandbox.control.set_health(setup="SETUP_SYNC_PENDING")
    ended = acme("sync")
    assert "still reading the ATS for the first time" in ended.sentence(1)
    ended = acme("sync", "--json")
    assert ended.code == 1
    assert ended.document["accounts"]["acme"]["state"] == "WAITING"
    assert acme("issues", "--json").document == []
    assert acme("status", "--json").document["accounts"]["acme"]["last_state"] == "WAITING"
    sandbox.control.set_health(setup="COMPLETED")
    assert acme("sync").code == 0


def test_kombo_is_asked_for_news_only_with_the_name_of_an_account(sandbox: Sandbox, acme: Command) -> None:
    assert "name of an account" in acme("sync", "--ask-ats").sentence()
    assert not [one for one in sandbox.control.requests() if one["method"] == "POST"]
    ended = acme("sync", "acme", "--ask-ats", "--json")
    assert ended.code == 0
    assert "acme: Kombo was asked to read the ATS for what changed." in ended.err
    assert ended.document["accounts"]["acme"]["state"] == "SUCCEEDED"
    assert len([one for one in sandbox.control.requests() if one["method"] == "POST"]) == 1


def test_the_status_shows_how_the_connection_stands(sandbox: Sandbox, acme: Command) -> None:
    sandbox.control.set_health(status="INVALID")
    assert acme("sync").code == 0
    assert "connect again" in acme("status").out
    assert "connect again" in acme("status", "--json").document["accounts"]["acme"]["health"]["connection"]


def test_a_list_that_is_not_there_is_no_failure_and_the_test_says_why(
    sandbox: Sandbox, acme: Command
) -> None:
    sandbox.control.scope(disabled=["offers"])
    ended = acme("sync", "--json")
    assert ended.code == 0
    offers = ended.document["accounts"]["acme"]["resources"]["offers"]
    assert offers["state"] == "SKIPPED"
    assert "scope config" in offers["message"]
    tested = acme("accounts", "test", "acme")
    assert tested.code == 1
    assert "– Offers" in tested.out
    assert "scope config" in tested.out


def test_an_account_without_an_integration_is_not_added(acme: Command) -> None:
    assert "Integration ID" in acme("accounts", "add", "kombo", "--name", "other").sentence()
    assert (
        "no region"
        in acme(
            "accounts",
            "add",
            "kombo",
            "--name",
            "other",
            "--set",
            "integration_id=x:1",
            "--set",
            "region=mars",
        ).sentence()
    )


def test_a_system_that_is_no_cache_cannot_be_asked(
    data_dir: Path, acme: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_secrets(monkeypatch, "direct", {"api_key": "a", "secret": "b"})
    assert acme("accounts", "add", "comeet", "--name", "direct").code == 0
    assert "read directly" in acme("sync", "direct", "--ask-ats").sentence()
