"""The operating system's keyring: each account is one service with one entry per field.

Any of these calls can block for as long as the keyring's dialog stands on the screen, and raises whatever the
keyring's libraries raise; `meaning` turns that into how the keyring is doing. `atsdesk.vault` sees to both.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where they are used: the keyring's libraries cost a tenth of a second
    from jeepney.io.blocking import DBusConnection
    from keyring.backend import KeyringBackend
    from secretstorage import Collection

log = logging.getLogger(__name__)

# Only these keep secrets encrypted for the person who is logged in. Others (plain text, `null`) are refused.
OS_KEYRINGS = {
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
    "linux": ("keyring.backends.SecretService", "Keyring"),
}


class Keyring(StrEnum):
    """How the keyring is doing."""

    USABLE = "usable"
    LOCKED = "locked"
    NEW = "new"
    MISSING = "missing"
    UNSAFE = "unsafe"
    SILENT = "silent"
    BROKEN = "broken"


class Unusable(Exception):
    """The keyring's condition rules the work out."""

    def __init__(self, keyring: Keyring) -> None:
        super().__init__(keyring)
        self.keyring = keyring


def meaning(problem: BaseException) -> Keyring:
    """What an exception of a keyring means for a person. By name: importing the libraries takes its time."""
    if isinstance(problem, Unusable):
        return problem.keyring
    by_name = {
        "KeyringLocked": Keyring.LOCKED,  # denied, on a Mac
        "LockedException": Keyring.LOCKED,
        "PromptDismissedException": Keyring.LOCKED,
        "SecretServiceNotAvailableException": Keyring.MISSING,
    }
    return by_name.get(type(problem).__name__, Keyring.BROKEN)


def _service(account: str) -> str:
    return f"ATS Desk: {account}"


def read(account: str, fields: Iterable[str]) -> dict[str, str | None]:
    keyring = _keyring()
    if not _open(keyring):
        return dict.fromkeys(fields)
    return {field: keyring.get_password(_service(account), field) for field in fields}


def write(account: str, secrets: Mapping[str, str]) -> None:
    keyring = _keyring()
    if not _open(keyring):
        _set_up()
    for field, secret in secrets.items():
        keyring.set_password(_service(account), field, secret)


def remove(account: str, fields: Iterable[str]) -> None:
    from keyring.errors import PasswordDeleteError

    keyring = _keyring()
    if not _open(keyring):
        return
    for field in fields:
        try:
            keyring.delete_password(_service(account), field)
        except PasswordDeleteError:
            log.info("The keyring had no %s to delete", field)


def condition() -> Keyring:
    """How the keyring is doing, seen without touching: reading a secret would already raise a dialog."""
    if not _is_secret_service(_keyring()):
        return Keyring.USABLE
    with _session_bus() as bus:
        collection = _default_collection(bus)
        if collection is None:
            return Keyring.NEW
        return Keyring.LOCKED if collection.is_locked() else Keyring.USABLE


def _keyring() -> KeyringBackend:
    """The operating system's own, also where a person has named it in the settings of Python's library."""
    from importlib import import_module

    from keyring import core

    try:
        configured = core.load_env() or core.load_config()
    except (ImportError, AttributeError, ValueError) as problem:  # a name that does not exist
        raise Unusable(Keyring.UNSAFE) from problem
    except RuntimeError as problem:  # the library's word for a keyring that does not run here
        raise Unusable(Keyring.MISSING) from problem
    if configured is not None:
        if type(configured).__module__ not in {module for module, _ in OS_KEYRINGS.values()}:
            raise Unusable(Keyring.UNSAFE)
        return configured
    module, name = OS_KEYRINGS.get(sys.platform, OS_KEYRINGS["linux"])
    keyring: KeyringBackend = getattr(import_module(module), name)()
    return keyring


# On Linux the keyring is a service on the session bus, and the keyring library leaves its connection open
# where unlocking fails: so it is called only once the keyring is known to be open.


def _open(keyring: KeyringBackend) -> bool:
    """Unlock the keyring, by its own dialog where there is a screen. False where it was never set up."""
    if not _is_secret_service(keyring):
        return True
    with _session_bus() as bus:
        collection = _default_collection(bus)
        if collection is None:
            return False
        if collection.is_locked():
            collection.unlock()
        if collection.is_locked():
            raise Unusable(Keyring.LOCKED)
    return True


def _set_up() -> None:
    """Make the person's keyring; the desktop asks for a new password."""
    import secretstorage

    with _session_bus() as bus:
        try:
            secretstorage.get_default_collection(bus)
        except secretstorage.PromptDismissedException:
            raise Unusable(Keyring.NEW) from None


def _is_secret_service(keyring: KeyringBackend) -> bool:
    return type(keyring).__module__ == "keyring.backends.SecretService"


@contextmanager
def _session_bus() -> Iterator[DBusConnection]:
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        if not secretstorage.check_service_availability(bus):
            raise Unusable(Keyring.MISSING)
        yield bus


def _default_collection(bus: DBusConnection) -> Collection | None:
    import secretstorage

    try:
        return secretstorage.get_collection_by_alias(bus, "default")
    except secretstorage.ItemNotFoundException:
        return None
