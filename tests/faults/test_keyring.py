"""A keyring that fails, as a real gnome-keyring over D-Bus: what goes wrong is said plainly, and no secret
reaches a disk in plain text."""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.os_keyring import Keyring
from atsdesk.vault import KeyringError, Vault
from tests.keyring_daemon import KeyringDaemon, own_keyring, screen

MARKER = "marker-93b7d2e4"
pytestmark = pytest.mark.fault(24, "keyring locked, gone, dying")


@pytest.fixture
def vault() -> Vault:
    return Vault({})


@pytest.fixture
def keyring_on_a_screen(
    keyring_programs: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[KeyringDaemon]:
    with screen() as display, own_keyring(tmp_path, monkeypatch, display) as daemon:
        daemon.unlock()
        yield daemon


def test_secrets_come_back_as_they_were_put_in(real_keyring: KeyringDaemon, vault: Vault) -> None:
    secrets = {"api_key": MARKER, "secret": "סוד é \N{KEY} " + "x" * 5000}
    vault.set_all("acme", secrets)

    assert vault.state().usable
    assert Vault({}).get_all("acme", ["api_key", "secret"]) == secrets
    assert vault.get("acme", "api_key") == MARKER


def test_an_account_is_one_service_with_one_entry_per_field(
    real_keyring: KeyringDaemon, vault: Vault
) -> None:
    vault.set_all("acme", {"api_key": "old", "secret": "s"})
    vault.set_all("acme", {"api_key": "new"})
    vault.set_all("globex", {"api_key": "other"})

    places = [(entry["service"], entry["username"]) for entry in real_keyring.entries()]
    assert sorted(places) == [
        ("ATS Desk: acme", "api_key"),
        ("ATS Desk: acme", "secret"),
        ("ATS Desk: globex", "api_key"),
    ]
    assert vault.get_all("acme", ["api_key", "secret"]) == {"api_key": "new", "secret": "s"}


def test_a_saved_secret_replaces_the_one_of_the_session(real_keyring: KeyringDaemon, vault: Vault) -> None:
    vault.remember_for_session("acme", {"api_key": "typed in"})
    vault.set_all("acme", {"api_key": MARKER})

    assert vault.get("acme", "api_key") == MARKER


def test_a_secret_of_the_environment_is_not_stored(real_keyring: KeyringDaemon) -> None:
    assert Vault({"ATSDESK_SECRET__ACME__API_KEY": MARKER}).get("acme", "api_key") == MARKER
    assert real_keyring.entries() == []


def test_a_missing_secret_is_named_with_what_to_do(real_keyring: KeyringDaemon, vault: Vault) -> None:
    vault.set_all("acme", {"api_key": MARKER})

    with pytest.raises(ConfigError) as problem:
        vault.get_all("acme", ["api_key", "secret"])

    assert not isinstance(problem.value, KeyringError)
    assert problem.value.title == "The keyring has no secret for acme."
    assert "Enter the credentials" in problem.value.hint
    assert "ATSDESK_SECRET__ACME__SECRET" in problem.value.hint
    assert problem.value.concerns == "acme"
    assert MARKER not in str(problem.value)


def test_an_entry_deleted_outside_is_missing(real_keyring: KeyringDaemon, vault: Vault) -> None:
    vault.set_all("acme", {"api_key": MARKER})
    real_keyring.delete("ATS Desk: acme", "api_key")

    with pytest.raises(ConfigError, match="no api_key for acme"):
        vault.get("acme", "api_key")


def test_deleting_removes_every_field_and_twice_is_no_error(
    real_keyring: KeyringDaemon, vault: Vault
) -> None:
    vault.set_all("acme", {"api_key": MARKER, "secret": MARKER})
    vault.set_all("globex", {"api_key": MARKER})

    vault.delete("acme", ["api_key", "secret"])
    vault.delete("acme", ["api_key", "secret"])

    assert [entry["service"] for entry in real_keyring.entries()] == ["ATS Desk: globex"]


def test_a_locked_keyring_without_a_display(real_keyring: KeyringDaemon, vault: Vault) -> None:
    vault.set_all("acme", {"api_key": MARKER})
    real_keyring.lock()

    assert vault.state().keyring is Keyring.LOCKED
    for attempt in (
        lambda: vault.get("acme", "api_key"),
        lambda: vault.set_all("acme", {"api_key": "new"}),
        lambda: vault.delete("acme", ["api_key"]),
    ):
        with pytest.raises(KeyringError, match="locked") as problem:
            attempt()
        assert "Unlock it" in problem.value.hint
        assert problem.value.concerns == "acme"

    vault.remember_for_session("acme", {"api_key": "typed in"})
    assert vault.get("acme", "api_key") == "typed in"


def test_a_locked_keyring_with_a_display_waits_for_its_dialog_until_cancelled(
    keyring_on_a_screen: KeyringDaemon, vault: Vault
) -> None:
    vault.set_all("acme", {"api_key": MARKER})
    keyring_on_a_screen.lock()
    cancel = Cancel()
    threading.Timer(1.5, cancel.set).start()
    started = time.monotonic()

    with pytest.raises(Cancelled):
        vault.get("acme", "api_key", cancel=cancel)

    assert 1.4 < time.monotonic() - started < 2.5
    assert vault.state(timeout=0.3).keyring is Keyring.SILENT  # behind the dialog that is still open


def test_a_keyring_that_was_never_set_up(keyring_daemon: KeyringDaemon, vault: Vault) -> None:
    assert vault.state().keyring is Keyring.NEW
    with pytest.raises(ConfigError, match="no api_key for acme"):
        vault.get("acme", "api_key")
    with pytest.raises(KeyringError, match="not been set up"):
        vault.set_all("acme", {"api_key": MARKER})
    vault.delete("acme", ["api_key"])


def test_a_keyring_that_dies_is_said_plainly(real_keyring: KeyringDaemon, vault: Vault) -> None:
    vault.set_all("acme", {"api_key": MARKER})
    real_keyring.kill()  # the bus starts another one, which is locked

    with pytest.raises(KeyringError) as problem:
        vault.get("acme", "api_key")

    assert problem.value.state.keyring in {Keyring.LOCKED, Keyring.MISSING}


@pytest.mark.parametrize("death", ["kill", "kill_bus"])
def test_a_keyring_that_dies_in_the_middle_of_a_call(
    death: str, real_keyring: KeyringDaemon, vault: Vault
) -> None:
    vault.set_all("acme", {"api_key": MARKER})
    real_keyring.freeze()
    threading.Timer(0.3, getattr(real_keyring, death)).start()

    with pytest.raises(KeyringError) as problem:
        vault.get("acme", "api_key", timeout=20)

    assert problem.value.state.keyring in {Keyring.BROKEN, Keyring.MISSING}
    assert problem.value.hint


def test_a_bus_that_is_gone(real_keyring: KeyringDaemon, vault: Vault) -> None:
    real_keyring.kill_bus()

    assert vault.state().keyring is Keyring.MISSING
    with pytest.raises(KeyringError, match="no keyring running"):
        vault.get("acme", "api_key")


def test_a_keyring_that_waits_for_its_dialog_is_given_up_and_comes_back(
    real_keyring: KeyringDaemon, vault: Vault
) -> None:
    vault.set_all("acme", {"api_key": MARKER})
    real_keyring.freeze()

    assert vault.state(timeout=0.3).keyring is Keyring.SILENT
    with pytest.raises(KeyringError, match="does not answer"):
        vault.get("acme", "api_key", timeout=0.3)

    real_keyring.thaw()
    assert vault.get("acme", "api_key") == MARKER


def test_no_secret_reaches_a_disk_or_a_log_in_plain_text(
    real_keyring: KeyringDaemon, vault: Vault, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        vault.set_all("acme", {"api_key": MARKER})
        vault.remember_for_session("acme", {"secret": MARKER})
        real_keyring.lock()
        with pytest.raises(KeyringError):
            vault.get("acme", "api_key")
        with pytest.raises(KeyringError):
            vault.set_all("acme", {"api_key": MARKER})

    assert MARKER not in caplog.text
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.suffix == ".keyring" for file in files)
    for file in files:
        assert MARKER.encode() not in file.read_bytes(), file
        assert MARKER.encode("utf-16-le") not in file.read_bytes(), file
