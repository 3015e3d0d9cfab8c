import sys
import threading
import time

import pytest

from atsdesk import os_keyring, vault
from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.os_keyring import Keyring
from atsdesk.vault import KeyringError, Vault, environment_name

MARKER = "marker-5f1c0a7e"


class PlainTextFile:
    """Stands for the backends of keyrings.alt, which write secrets to a file as they are."""

    priority = 1

    def get_password(self, service: str, username: str) -> str:
        return MARKER


class NeverAnswers(PlainTextFile):
    """Stands for a keyring whose dialog is open."""

    answer = threading.Event()
    asked = 0

    def get_password(self, service: str, username: str) -> str:
        type(self).asked += 1
        self.answer.wait()
        return MARKER


@pytest.mark.parametrize(
    ("account", "field", "name"),
    [
        ("acme", "api_key", "ATSDESK_SECRET__ACME__API_KEY"),
        ("acme-il", "secret", "ATSDESK_SECRET__ACME_IL__SECRET"),
        ("Acme Ltd.", "client-id", "ATSDESK_SECRET__ACME_LTD___CLIENT_ID"),
    ],
)
def test_environment_name(account: str, field: str, name: str) -> None:
    assert environment_name(account, field) == name


def test_environment_comes_first_and_needs_no_keyring() -> None:
    safe = Vault({"ATSDESK_SECRET__ACME__API_KEY": "from outside", "ATSDESK_SECRET__ACME__SECRET": MARKER})
    safe.remember_for_session("acme", {"api_key": "typed in"})

    assert safe.get_all("acme", ["api_key", "secret"]) == {"api_key": "from outside", "secret": MARKER}


def test_an_empty_environment_variable_counts_as_absent() -> None:
    safe = Vault({"ATSDESK_SECRET__ACME__API_KEY": ""})
    safe.remember_for_session("acme", {"api_key": MARKER})

    assert safe.get("acme", "api_key") == MARKER


def test_a_session_entry_lasts_until_it_is_deleted() -> None:
    safe = Vault({})
    safe.remember_for_session("acme", {"api_key": MARKER})
    assert safe.get("acme", "api_key") == MARKER

    with pytest.raises(KeyringError):
        safe.delete("acme", ["api_key"])
    with pytest.raises(KeyringError):
        safe.get("acme", "api_key")


def test_secrets_show_in_no_representation() -> None:
    safe = Vault({"ATSDESK_SECRET__ACME__API_KEY": MARKER})
    safe.remember_for_session("acme", {"secret": MARKER})

    assert MARKER not in repr(safe) + str(safe.state())


@pytest.mark.parametrize(
    "backend",
    [
        "keyring.backends.fail.Keyring",
        "keyring.backends.null.Keyring",
        f"{__name__}.PlainTextFile",
        "no.such.Keyring",
    ],
)
def test_a_keyring_that_is_not_the_operating_systems_is_refused(
    backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    monkeypatch.setitem(sys.modules, __name__, sys.modules[PlainTextFile.__module__])
    safe = Vault({})

    assert safe.state().keyring is Keyring.UNSAFE
    with pytest.raises(KeyringError) as refusal:
        safe.set_all("acme", {"api_key": MARKER})
    with pytest.raises(KeyringError):
        safe.get("acme", "api_key")

    assert refusal.value.concerns == "acme"
    assert "does not belong to the operating system" in refusal.value.title
    assert "ATSDESK_SECRET__ACME__API_KEY" in refusal.value.hint
    assert MARKER not in str(refusal.value)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a keyring")
def test_without_a_session_bus_there_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    safe = Vault({})

    assert safe.state().keyring is Keyring.MISSING
    with pytest.raises(KeyringError, match="no keyring running"):
        safe.get("acme", "api_key")
    with pytest.raises(KeyringError, match="no keyring running"):
        safe.set_all("acme", {"api_key": MARKER})


def test_an_empty_secret_is_refused() -> None:
    with pytest.raises(ConfigError, match="secret is empty"):
        Vault({}).set_all("acme", {"api_key": MARKER, "secret": ""})


def test_a_secret_beyond_the_limit_of_windows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "LONGEST_SECRET", 1280)

    with pytest.raises(ConfigError, match="too long") as refusal:
        Vault({}).set_all("acme", {"api_key": "k" * 1281})
    assert "kkk" not in str(refusal.value)
    with pytest.raises(KeyringError):  # the next obstacle: no keyring
        Vault({}).set_all("acme", {"api_key": "k" * 1280})


@pytest.fixture
def silent_keyring(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os_keyring, "_keyring", NeverAnswers)
    monkeypatch.setattr(NeverAnswers, "asked", 0)
    NeverAnswers.answer.clear()
    yield NeverAnswers
    NeverAnswers.answer.set()


def test_a_keyring_that_does_not_answer_is_given_up(silent_keyring: type[NeverAnswers]) -> None:
    with pytest.raises(KeyringError, match="does not answer") as problem:
        Vault({}).get("acme", "api_key", timeout=0.2)

    assert problem.value.state.keyring is Keyring.SILENT


def test_waiting_for_the_keyring_can_be_cancelled(silent_keyring: type[NeverAnswers]) -> None:
    cancel = Cancel()
    threading.Timer(0.2, cancel.set).start()
    started = time.monotonic()

    with pytest.raises(Cancelled):
        Vault({}).get("acme", "api_key", cancel=cancel)

    assert time.monotonic() - started < 1


def test_only_one_dialog_is_open_however_often_one_asks(silent_keyring: type[NeverAnswers]) -> None:
    safe = Vault({})
    for _ in range(3):
        with pytest.raises(KeyringError):
            safe.get("acme", "api_key", timeout=0.15)
    assert silent_keyring.asked == 1

    silent_keyring.answer.set()
    assert safe.get("acme", "api_key") == MARKER
    assert silent_keyring.asked == 2
