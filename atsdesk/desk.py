"""Desk: opens a data folder and offers everything the program can do. The window and the command both stand on it."""

import contextlib
import datetime as dt
import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from atsdesk import memory
from atsdesk.ats.moments import spell
from atsdesk.ats.registry import CONNECTORS, IMPORTERS, connector
from atsdesk.ats.resource import Field, Kind, Line, Refreshing
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.net.address import check_address
from atsdesk.net.answer import Patience
from atsdesk.rows import Value
from atsdesk.store import accounts, browse, detail, exports, ledger
from atsdesk.store.accounts import Account, AccountStatus
from atsdesk.store.browse import Choice, Query, View
from atsdesk.store.detail import ApplicationDetail, CandidateDetail, HistoryEntry, StepDetail
from atsdesk.store.exports import ExportEntry
from atsdesk.store.file import Store
from atsdesk.store.ledger import Issue, ResourceReport, RunReport
from atsdesk.sync import importing, lists
from atsdesk.sync.books import Changes
from atsdesk.sync.driver import AccountSync, Progress, Watcher
from atsdesk.sync.importing import Imported, Preview
from atsdesk.sync.lists import ResourceChoice
from atsdesk.sync.probe import ResourceCheck, probe
from atsdesk.vault import KeyringError, Vault

__all__ = [
    "Account",
    "AccountStatus",
    "ApplicationDetail",
    "CandidateDetail",
    "Changes",
    "Choice",
    "Desk",
    "ExportEntry",
    "Field",
    "HistoryEntry",
    "Imported",
    "Issue",
    "Kind",
    "Preview",
    "Progress",
    "Query",
    "ResourceCheck",
    "ResourceChoice",
    "ResourceReport",
    "RunReport",
    "StepDetail",
    "Watcher",
    "default_folder",
]


def default_folder() -> Path:
    """Where a person's data lies unless they say otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_dir("ATS Desk", appauthor=False))


class Desk:
    """One open data folder."""

    def __init__(
        self, folder: Path, *, patience: Patience | None = None, environ: Mapping[str, str] = os.environ
    ) -> None:
        """Raises `ConfigError`: an unwritable folder, a newer or damaged file, an SQLite that is too old."""
        # Rows are tuples of text: they make no cycles, and looking for some costs a first sync a tenth.
        gc.set_threshold(20_000, 20, 20)
        self.folder = folder.expanduser().absolute()
        self._store = Store(self.folder)
        self._patience = patience or Patience()
        self.vault = Vault(environ)

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def database(self) -> Path:
        return self._store.path

    # Accounts

    def kinds(self) -> tuple[Kind, ...]:
        """The systems that can be connected, and what each needs."""
        return tuple(one.kind for one in CONNECTORS)

    def accounts(self) -> list[Account]:
        with self._store.read() as connection:
            return accounts.accounts(connection)

    def account(self, name: str) -> Account:
        """Raises `ConfigError` where there is none of this name."""
        with self._store.read() as connection:
            return accounts.account(connection, name)

    def check_account(
        self, ats: str, name: str, *, base_url: str = "", settings: Mapping[str, str] | None = None
    ) -> None:
        """Raises `ConfigError` where `add_account` would, whatever the secrets; nothing is kept."""
        self._account(ats, name, base_url, settings or {})
        with self._store.read() as connection:
            accounts.check_free(connection, name)

    def add_account(
        self,
        ats: str,
        name: str,
        secrets: Mapping[str, str],
        *,
        base_url: str = "",
        settings: Mapping[str, str] | None = None,
        for_session: bool = False,
        cancel: Cancel | None = None,
    ) -> Account:
        """Keep an account and its secrets: in the keyring, or in memory `for_session`. Slow: asks the keyring.

        An empty `secrets` is for machines where the environment holds them.
        """
        new = self._account(ats, name, base_url, settings or {})
        secrets = connector(ats).kind.complete(secrets) if secrets else {}
        # The name first: secrets of an account that exists already must not be overwritten.
        self._store.write(lambda connection: accounts.add(connection, new))
        try:
            if secrets and for_session:
                self.vault.remember_for_session(name, secrets)
            elif secrets:
                self.vault.set_all(name, secrets, cancel=cancel)
        except BaseException:
            self._store.write(lambda connection: accounts.remove(connection, name))
            raise
        return new

    def set_secrets(
        self,
        name: str,
        secrets: Mapping[str, str],
        *,
        for_session: bool = False,
        cancel: Cancel | None = None,
    ) -> None:
        """Put other secrets in place of those of a kept account; its rows stay. Slow: asks the keyring."""
        account = self.account(name)
        secrets = connector(account.ats).kind.complete(secrets)
        others = [field for field in self._secret_fields(account.ats) if field not in secrets]
        if for_session:
            self.vault.remember_for_session(account.id, secrets)
        else:
            self.vault.set_all(account.id, secrets, cancel=cancel)
            if others:
                self.vault.delete(account.id, others, cancel=cancel)

    def resources(self, name: str) -> list[ResourceChoice]:
        """The lists that an account could read, which of them it does, and how that went."""
        with self._store.read() as connection:
            account = accounts.account(connection, name)
            return lists.choices(account, ledger.last_reports(connection, name))

    def choose_resources(self, name: str, on: Mapping[str, bool]) -> None:
        """Read these lists of an account from its next sync on, or not; the others stay as they are."""
        self.set_settings(name, lists.choose(self.account(name), on))

    def set_settings(self, name: str, settings: Mapping[str, str]) -> None:
        """Put other settings in place of an account's; raises `ConfigError` for unknown or unusable ones."""
        account = self.account(name)
        kind = connector(account.ats).kind
        checked = kind.check_settings(settings)
        usual = account.base_url == kind.address(account.settings)
        base_url = kind.address(checked) if usual else account.base_url
        self._store.write(lambda connection: accounts.save_settings(connection, name, checked, base_url))

    def remove_account(self, name: str) -> None:
        """Remove an account with its rows and its secrets. Slow: asks the keyring.

        Raises `KeyringError` when the account is gone but its secrets could not be reached.
        """
        account = self.account(name)
        fields = self._secret_fields(account.ats)
        with self._alone(name):
            self._store.write(lambda connection: accounts.remove(connection, name))
            self._store.settle()
            with contextlib.suppress(OSError):  # Windows keeps a file that is open, and removes it at release
                self._lock_of(name).unlink()
        elsewhere = any(
            self.vault.has_outside_the_keyring(name, way) for way in connector(account.ats).kind.ways_in
        )
        try:
            self.vault.delete(name, fields)
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
        base_url: str = "",
        settings: Mapping[str, str] | None = None,
        cancel: Cancel | None = None,
    ) -> list[ResourceCheck]:
        """Try an account before it is kept. Slow. Raises `AuthError`, `OfflineError`, `ConfigError`, `Cancelled`."""
        account = self._account(ats, name, base_url, settings or {})
        patience = replace(self._patience, tries=1, tries_offline=1)
        return probe(connector(ats), self._line(account, secrets, cancel or Cancel(), patience))

    def test_account(self, name: str, *, cancel: Cancel | None = None) -> list[ResourceCheck]:
        """Try a kept account. Slow; raises as `test` does."""
        account = self.account(name)
        cancel = cancel or Cancel()
        secrets = self._secrets(account, cancel)
        return self.test(
            account.ats, name, secrets, base_url=account.base_url, settings=account.settings, cancel=cancel
        )

    def keyring_state(self) -> str:
        """What stands between the program and the keyring, in a sentence; "" when it is usable. Slow."""
        state = self.vault.state()
        return "" if state.usable else f"{state.title} {state.hint}"

    def check_secrets(self, name: str) -> str:
        """ "" when the account's secrets can be read; raises `ConfigError` with what to do. Slow: asks the keyring."""
        self._secrets(self.account(name), Cancel())
        return ""

    def check(self) -> str:
        """What is wrong with the data file, in a sentence; "" when nothing is. Slow on large files."""
        return self._store.check()

    # Sync

    def sync(
        self,
        name: str,
        *,
        full: bool = False,
        accept_deletions: bool = False,
        watcher: Watcher | None = None,
        cancel: Cancel | None = None,
    ) -> RunReport:
        """Sync one account; slow. Different accounts may run at once.

        What goes wrong with the ATS is in the report. Raises `ConfigError` for what keeps a sync from
        beginning: no such account, no secrets, another sync of this account under way.
        """
        account = self.account(name)
        cancel = cancel or Cancel()
        line = self._line(account, self._secrets(account, cancel), cancel, self._patience)
        with self._alone(name):
            return AccountSync(
                self._store,
                connector(account.ats),
                name,
                line,
                full=full,
                accept_deletions=accept_deletions,
                watcher=watcher or Watcher(),
            ).run()

    def can_ask_ats(self, ats: str) -> bool:
        """Whether an ATS is a cache that `ask_ats` can ask to renew itself."""
        return isinstance(connector(ats), Refreshing)

    def ask_ats(self, name: str, *, full: bool = False, cancel: Cancel | None = None) -> str:
        """Ask an ATS that is a cache to renew itself; what it said. Slow. Raises `ConfigError` for others."""
        account = self.account(name)
        one, cancel = connector(account.ats), cancel or Cancel()
        if not isinstance(one, Refreshing):
            raise ConfigError(
                f"{one.kind.label} is read directly, so that there is nothing to ask for.",
                "Sync without asking: what comes is fresh.",
                concerns=name,
            )
        line = self._line(account, self._secrets(account, cancel), cancel, self._patience)
        client = one.client(line)
        try:
            return one.ask_refresh(client, line, full)
        finally:
            client.close()

    # Files

    def file_tables(self, ats: str) -> Sequence[str]:
        """The tables of an ATS that can be taken in from files; none where files cannot."""
        return IMPORTERS[ats].tables() if ats in IMPORTERS else ()

    def preview_import(
        self, name: str, path: Path, mapping: Mapping[str, str] | None = None, service: str = ""
    ) -> Preview:
        """What importing a downloaded file would do; `mapping` names columns for headers. Slow for large files."""
        return importing.preview(self.account(name), path, mapping, service)

    def import_file(
        self, name: str, path: Path, mapping: Mapping[str, str] | None = None, service: str = ""
    ) -> Imported:
        """Take a downloaded file in, all of it or nothing, and remember the mapping. Slow."""
        with self._alone(name):
            return importing.take_in(self._store, self.account(name), path, mapping, service)

    # Reading

    def with_custom_fields(self, view: View) -> View:
        """A view with a column for each custom field that the accounts have."""
        with self._store.read() as connection:
            return browse.with_custom_fields(connection, view)

    def rows(self, view: View, query: Query, offset: int, limit: int) -> list[tuple[Value, ...]]:
        """One page of a view: its hidden cells first, then its columns."""
        with self._store.read() as connection:
            return browse.rows(connection, view, query, offset, limit)

    def count(self, view: View, query: Query) -> int:
        with self._store.read() as connection:
            return browse.count(connection, view, query)

    def total(self, view: View, account: str = "") -> int:
        """Rows of a view without search and filters."""
        return self.count(view, Query(account=account))

    def choices(self, view: View, filter_key: str, query: Query, limit: int = 200) -> list[Choice]:
        with self._store.read() as connection:
            return browse.choices(connection, view, filter_key, query, limit)

    def candidate(self, account: str, candidate_id: str) -> CandidateDetail | None:
        with self._store.read() as connection:
            return detail.candidate(connection, account, candidate_id)

    def runs(self, limit: int = 100) -> list[RunReport]:
        """The last runs, newest first."""
        with self._store.read() as connection:
            return ledger.runs(connection, limit)

    def issues(self, account: str = "") -> list[Issue]:
        """Open issues, newest first."""
        with self._store.read() as connection:
            return ledger.open_issues(connection, account)

    def close_issue(self, issue_id: int) -> None:
        self._store.write(lambda connection: ledger.close_issue(connection, issue_id, _now()))

    def status(self) -> list[AccountStatus]:
        """How every account stands."""
        with self._store.read() as connection:
            return accounts.status(connection)

    # Exports

    def exports(self, limit: int = 20) -> list[ExportEntry]:
        """The last exports, newest first."""
        with self._store.read() as connection:
            return exports.last(connection, limit)

    def record_export(self, entry: ExportEntry) -> None:
        """Note an export that was written."""
        self._store.write(lambda connection: exports.add(connection, entry))

    # What the window remembers: not data, so it lies beside the database

    def remembered(self, key: str, default: Any = None) -> Any:
        return memory.read(self.folder).get(key, default)

    def remember(self, key: str, value: Any) -> None:
        """Keep a small JSON value under a key."""
        memory.keep(self.folder, key, value)

    def _account(self, ats: str, name: str, base_url: str, settings: Mapping[str, str]) -> Account:
        accounts.check_name(name)
        kind = connector(ats).kind
        checked = kind.check_settings(settings)
        address = (base_url.strip() or kind.address(checked)).rstrip("/")
        check_address(address)
        return Account(name, ats, address, checked, _now())

    def _secrets(self, account: Account, cancel: Cancel) -> dict[str, str]:
        return self.vault.get_one_of(account.id, connector(account.ats).kind.ways_in, cancel=cancel)

    def _secret_fields(self, ats: str) -> list[str]:
        return [field.key for field in connector(ats).kind.fields if field.secret]

    def _line(self, account: Account, secrets: Mapping[str, str], cancel: Cancel, patience: Patience) -> Line:
        return Line(account.base_url, account.settings, secrets, cancel, lambda left: None, patience)

    def _lock_of(self, name: str) -> Path:
        return self.folder / f"sync-{name}.lock"

    @contextlib.contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """No two processes, and no two threads, work on one account at once."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._lock_of(name), timeout=0, mode=0o600)
        try:
            with lock:
                yield
        except Timeout:
            raise ConfigError(
                f'"{name}" is being synced already.',
                "Wait until that is done, or close the other window or command.",
                concerns=name,
            ) from None


def _now() -> str:
    return spell(dt.datetime.now(dt.UTC))
