"""The accounts of a data folder and their secrets: kept, changed, tried, and each worked on by one at a time."""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from atsdesk.ats.moments import spell
from atsdesk.ats.registry import connector
from atsdesk.ats.resource import Line
from atsdesk.cancel import Cancel
from atsdesk.errors import BusyError
from atsdesk.net.address import check_address
from atsdesk.net.answer import Patience
from atsdesk.store import accounts
from atsdesk.store.accounts import Account
from atsdesk.store.file import Store
from atsdesk.sync.probe import ResourceCheck, probe
from atsdesk.vault import KeyringError, Vault


class Accounts:
    """The accounts of one open data folder."""

    def __init__(self, store: Store, vault: Vault, patience: Patience) -> None:
        self._store = store
        self._vault = vault
        self._patience = patience

    def all(self) -> list[Account]:
        with self._store.read() as connection:
            return accounts.accounts(connection)

    def one(self, name: str) -> Account:
        """Raises `ConfigError` where there is none of this name."""
        with self._store.read() as connection:
            return accounts.account(connection, name)

    def check(self, ats: str, name: str, base_url: str, settings: Mapping[str, str]) -> None:
        """Raises `ConfigError` where `add` would, whatever the secrets; nothing is kept."""
        _account(ats, name, base_url, settings)
        with self._store.read() as connection:
            accounts.check_free(connection, name)

    def add(
        self,
        ats: str,
        name: str,
        secrets: Mapping[str, str],
        *,
        base_url: str,
        settings: Mapping[str, str],
        for_session: bool,
        cancel: Cancel | None,
    ) -> Account:
        """Keep an account and its secrets: in the keyring, or in memory `for_session`.

        An empty `secrets` is for machines where the environment holds them.
        """
        new = _account(ats, name, base_url, settings)
        secrets = connector(ats).kind.complete(secrets) if secrets else {}
        # The name first: secrets of an account that exists already must not be overwritten.
        self._store.write(lambda connection: accounts.add(connection, new))
        try:
            if secrets and for_session:
                self._vault.remember_for_session(name, secrets)
            elif secrets:
                self._vault.set_all(name, secrets, cancel=cancel)
        except BaseException:
            self._store.write(lambda connection: accounts.remove(connection, name))
            raise
        return new

    def set_secrets(
        self, name: str, secrets: Mapping[str, str], *, for_session: bool, cancel: Cancel | None
    ) -> None:
        """Put other secrets in place of those of a kept account; its rows stay."""
        account = self.one(name)
        secrets = connector(account.ats).kind.complete(secrets)
        others = [field for field in _secret_fields(account.ats) if field not in secrets]
        if for_session:
            self._vault.remember_for_session(account.id, secrets)
        else:
            self._vault.set_all(account.id, secrets, cancel=cancel)
            if others:
                self._vault.delete(account.id, others, cancel=cancel)

    def set_settings(self, name: str, settings: Mapping[str, str]) -> None:
        """Put other settings in place of an account's; raises `ConfigError` for unknown or unusable ones."""
        account = self.one(name)
        kind = connector(account.ats).kind
        checked = kind.check_settings(settings)
        usual = account.base_url == kind.address(account.settings)
        base_url = kind.address(checked) if usual else account.base_url
        self._store.write(lambda connection: accounts.save_settings(connection, name, checked, base_url))

    def remove(self, name: str) -> None:
        """Remove an account with its rows and its secrets.

        Raises `KeyringError` when the account is gone but its secrets could not be reached.
        """
        account = self.one(name)
        fields = _secret_fields(account.ats)
        with self.alone(name), self.sending(name, Cancel()):
            self._store.write(lambda connection: accounts.remove(connection, name))
            self._store.settle()
            with contextlib.suppress(OSError):  # Windows keeps a file that is open, and removes it at release
                self._lock_of(name, "outbox").unlink(missing_ok=True)
                self._lock_of(name).unlink()
        elsewhere = any(
            self._vault.has_outside_the_keyring(name, way) for way in connector(account.ats).kind.ways_in
        )
        try:
            self._vault.delete(name, fields)
        except KeyringError as error:
            if not elsewhere:
                hint = f"{name} was removed; its secrets may still be in the keyring. Remove them there."
                raise KeyringError(error.state, concerns=name, hint=hint) from error

    def test(
        self,
        ats: str,
        name: str,
        secrets: Mapping[str, str],
        *,
        base_url: str,
        settings: Mapping[str, str],
        cancel: Cancel | None,
    ) -> list[ResourceCheck]:
        """Try an account before it is kept. Raises `AuthError`, `OfflineError`, `ConfigError`, `Cancelled`."""
        account = _account(ats, name, base_url, settings)
        patience = replace(self._patience, tries=1, tries_offline=1)
        return probe(connector(ats), _line(account, secrets, cancel or Cancel(), patience))

    def line(self, account: Account, cancel: Cancel) -> Line:
        """How an account's connector calls its ATS; raises `ConfigError` where its secrets cannot be had."""
        return _line(account, self.secrets(account, cancel), cancel, self._patience)

    def secrets(self, account: Account, cancel: Cancel) -> dict[str, str]:
        return self._vault.get_one_of(account.id, connector(account.ats).kind.ways_in, cancel=cancel)

    @contextlib.contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """No two processes, and no two threads, sync one account at once."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._lock_of(name), timeout=0, mode=0o600)
        try:
            with lock:
                yield
        except Timeout:
            raise BusyError(
                f'"{name}" is being synced already.',
                "Wait until that is done, or close the other window or command.",
                concerns=name,
            ) from None

    @contextlib.contextmanager
    def sending(self, name: str, cancel: Cancel) -> Iterator[None]:
        """No two send to one account at once: whoever comes second waits."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._lock_of(name, "outbox"), timeout=0.2, mode=0o600)
        while True:
            cancel.check()
            with contextlib.suppress(Timeout):
                lock.acquire()
                break
        try:
            yield
        finally:
            lock.release()

    def unless_sending(self, name: str, work: Callable[[], None]) -> None:
        """Do something while nobody sends to an account; nothing where somebody does."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._lock_of(name, "outbox"), timeout=0, mode=0o600)
        with contextlib.suppress(Timeout), lock:
            work()

    def _lock_of(self, name: str, work: str = "sync") -> Path:
        return self._store.path.parent / f"{work}-{name}.lock"


def _account(ats: str, name: str, base_url: str, settings: Mapping[str, str]) -> Account:
    accounts.check_name(name)
    kind = connector(ats).kind
    checked = kind.check_settings(settings)
    address = (base_url.strip() or kind.address(checked)).rstrip("/")
    check_address(address)
    return Account(name, ats, address, checked, spell(dt.datetime.now(dt.UTC)))


def _secret_fields(ats: str) -> list[str]:
    return [field.key for field in connector(ats).kind.fields if field.secret]


def _line(account: Account, secrets: Mapping[str, str], cancel: Cancel, patience: Patience) -> Line:
    return Line(account.base_url, account.settings, secrets, cancel, lambda left: None, patience)
