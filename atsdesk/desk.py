"""Desk: opens a data folder and offers everything the program can do. The window and the command both stand on it.

A window is to open at once, and a command too: what they do not need for that is imported where it is used.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from atsdesk import memory
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.once import is_made, once, unmake

if TYPE_CHECKING:
    from atsdesk.accounts import Accounts
    from atsdesk.asking import Asking
    from atsdesk.ats.kind import Kind
    from atsdesk.care import Care
    from atsdesk.drafts import Drafts
    from atsdesk.export.profiles import Profiles
    from atsdesk.files import Files
    from atsdesk.forgetting import Forgetter, Forgetting, Forgotten
    from atsdesk.jobs.choice import Jobs
    from atsdesk.net.answer import Patience
    from atsdesk.outbox import Outbox
    from atsdesk.reading import Reading
    from atsdesk.retention import RetentionTime
    from atsdesk.sheets import Sheets
    from atsdesk.store.accounts import Account
    from atsdesk.store.exports import ExportEntry
    from atsdesk.store.file import Store
    from atsdesk.store.forget import Person
    from atsdesk.store.ledger import RunReport
    from atsdesk.store.limits import StageLimits
    from atsdesk.store.saved_views import SavedViews
    from atsdesk.sync.driver import Watcher
    from atsdesk.sync.importing import Imported, Preview
    from atsdesk.sync.lists import ResourceChoice
    from atsdesk.sync.probe import ResourceCheck
    from atsdesk.updates import Updates
    from atsdesk.vault import Vault


def default_folder() -> Path:
    """Where a person's data lies unless they say otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_dir("ATS Desk", appauthor=False))


class Desk:
    """One open data folder."""

    def __init__(
        self, folder: Path, *, patience: Patience | None = None, environ: Mapping[str, str] = os.environ
    ) -> None:
        """Raises as `open` does."""
        self._note(folder, patience, environ)
        self.open()

    @classmethod
    def unopened(cls, folder: Path) -> Self:
        """A desk that knows what it remembers of the window, and for everything else has to be opened."""
        made = cls.__new__(cls)
        made._note(folder, None, os.environ)
        return made

    def _note(self, folder: Path, patience: Patience | None, environ: Mapping[str, str]) -> None:
        self.folder = folder.expanduser().absolute()
        self._patience, self._environ = patience, environ

    def open(self) -> None:
        """Open the file, if that was not done yet, and do what was left to be done.

        Raises `ConfigError`: an unwritable folder, a newer or damaged file, an SQLite that is too old.
        """
        if is_made(self, "_store"):
            return
        # Rows are tuples of text: they make no cycles, and looking for some costs a first sync a tenth.
        gc.set_threshold(20_000, 20, 20)
        from atsdesk.store import unfinished

        try:
            with self._store.read() as connection:
                uncleaned, viewless = unfinished.cleaning(connection), unfinished.views(connection)
            if uncleaned:
                self._forgetter.finish(uncleaned)
            if viewless:
                self._refresh_views()
        except BaseException:
            self.close()
            unmake(self)
            raise

    def close(self) -> None:
        if is_made(self, "files"):
            self.files.clear()
        if is_made(self, "reading"):
            self.reading.close()
        if is_made(self, "_store"):
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def database(self) -> Path:
        from atsdesk.store.file import FILE_NAME

        return self.folder / FILE_NAME

    def _refresh_views(self) -> None:
        from atsdesk.export import sql_views

        sql_views.refresh(self._store)

    # Areas: each is made when it is first asked for

    @once
    def _store(self) -> Store:
        from atsdesk.store.file import Store

        return Store(self.folder)

    @once
    def vault(self) -> Vault:
        from atsdesk.vault import Vault

        return Vault(self._environ)

    @once
    def reading(self) -> Reading:
        from atsdesk.reading import Reading

        return Reading(self._store)

    @once
    def _accounts(self) -> Accounts:
        from atsdesk.accounts import Accounts
        from atsdesk.net.answer import Patience

        return Accounts(self._store, self.vault, self._patience or Patience())

    @once
    def _forgetter(self) -> Forgetter:
        from atsdesk.forgetting import Forgetter

        return Forgetter(self._store, self._accounts)

    @once
    def profiles(self) -> Profiles:
        from atsdesk.export.profiles import Profiles

        return Profiles(self._store, self.vault)

    @once
    def views(self) -> SavedViews:
        from atsdesk.store.saved_views import SavedViews

        return SavedViews(self._store)

    @once
    def limits(self) -> StageLimits:
        from atsdesk.store.limits import StageLimits

        return StageLimits(self._store)

    @once
    def files(self) -> Files:
        from atsdesk.files import Files

        return Files(self._accounts)

    @once
    def jobs(self) -> Jobs:
        from atsdesk.jobs.choice import Jobs

        return Jobs(self._store)

    @once
    def asking(self) -> Asking:
        from atsdesk.asking import Asking

        return Asking(self._store, self._accounts)

    @once
    def care(self) -> Care:
        from atsdesk.care import Care

        return Care(self._store, self._accounts)

    @once
    def retention(self) -> RetentionTime:
        from atsdesk.retention import RetentionTime

        return RetentionTime(self._store, self.care, self._forgetter)

    @once
    def updates(self) -> Updates:
        from atsdesk.updates import Updates

        return Updates(self.remembered, self.remember, self._environ)

    @once
    def outbox(self) -> Outbox:
        from atsdesk.outbox import Outbox

        return Outbox(self._store, self._accounts)

    @once
    def drafts(self) -> Drafts:
        from atsdesk.drafts import Drafts

        return Drafts(self._store, self._accounts)

    @once
    def sheets(self) -> Sheets:
        from atsdesk.sheets import Sheets

        return Sheets(self._store, self._accounts, self.drafts, self.outbox)

    # Accounts

    def kinds(self) -> tuple[Kind, ...]:
        """The systems that can be connected, and what each needs."""
        from atsdesk.ats.registry import CONNECTORS

        return tuple(one.kind for one in CONNECTORS)

    def accounts(self) -> list[Account]:
        return self._accounts.all()

    def account(self, name: str) -> Account:
        """Raises `ConfigError` where there is none of this name."""
        return self._accounts.one(name)

    def check_account(
        self, ats: str, name: str, *, base_url: str = "", settings: Mapping[str, str] | None = None
    ) -> None:
        """Raises `ConfigError` where `add_account` would, whatever the secrets; nothing is kept."""
        self._accounts.check(ats, name, base_url, settings or {})

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
        """Keep an account and its secrets (see `Accounts.add`). Slow: asks the keyring."""
        account = self._accounts.add(
            ats,
            name,
            secrets,
            base_url=base_url,
            settings=settings or {},
            for_session=for_session,
            cancel=cancel,
        )
        self._refresh_views()
        return account

    def set_secrets(
        self,
        name: str,
        secrets: Mapping[str, str],
        *,
        for_session: bool = False,
        cancel: Cancel | None = None,
    ) -> None:
        """Put other secrets in place of those of a kept account; its rows stay. Slow: asks the keyring."""
        self._accounts.set_secrets(name, secrets, for_session=for_session, cancel=cancel)

    def resources(self, name: str) -> list[ResourceChoice]:
        """The lists that an account could read, which of them it does, and how that went."""
        from atsdesk.store import accounts, ledger
        from atsdesk.sync import lists

        with self._store.read() as connection:
            account = accounts.account(connection, name)
            return lists.choices(account.ats, account.settings, ledger.last_reports(connection, name))

    def choose_resources(self, name: str, on: Mapping[str, bool], **besides: str) -> None:
        """Read these lists of an account from its next sync on, or not; the others, and its settings, stay as they are
        but for what is said `besides`."""
        from atsdesk.sync import lists

        account = self.account(name)
        self.set_settings(name, lists.choose(account.ats, {**account.settings, **besides}, on))

    def offered_resources(self, ats: str) -> list[ResourceChoice]:
        """The lists that a new account of an ATS could read, and which of them it would."""
        from atsdesk.sync import lists

        return lists.choices(ats, {}, {})

    def with_resources(self, ats: str, settings: Mapping[str, str], on: Mapping[str, bool]) -> dict[str, str]:
        """Settings for a new account of an ATS, with these lists switched on or off."""
        from atsdesk.sync import lists

        return lists.choose(ats, settings, on)

    def set_settings(self, name: str, settings: Mapping[str, str]) -> None:
        """Put other settings in place of an account's; raises `ConfigError` for unknown or unusable ones."""
        self._accounts.set_settings(name, settings)
        self._refresh_views()

    def remove_account(self, name: str) -> None:
        """Remove an account with its rows and its secrets. Slow; raises `KeyringError` as `Accounts.remove` does."""
        try:
            self._accounts.remove(name)
        finally:
            self._refresh_views()

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
        return self._accounts.test(
            ats, name, secrets, base_url=base_url, settings=settings or {}, cancel=cancel
        )

    def test_account(self, name: str, *, cancel: Cancel | None = None) -> list[ResourceCheck]:
        """Try a kept account. Slow; raises as `test` does."""
        account = self.account(name)
        cancel = cancel or Cancel()
        secrets = self._accounts.secrets(account, cancel)
        return self.test(
            account.ats, name, secrets, base_url=account.base_url, settings=account.settings, cancel=cancel
        )

    def keyring_state(self) -> str:
        """What stands between the program and the keyring, in a sentence; "" when it is usable. Slow."""
        state = self.vault.state()
        return "" if state.usable else f"{state.title} {state.hint}"

    def check_secrets(self, name: str) -> str:
        """ "" when the account's secrets can be read; raises `ConfigError` with what to do. Slow: asks the keyring."""
        self._accounts.secrets(self.account(name), Cancel())
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
        from atsdesk.ats.registry import connector
        from atsdesk.sync.driver import AccountSync, Watcher

        account = self.account(name)
        cancel = cancel or Cancel()
        line = self._accounts.line(account, cancel)
        with self._accounts.alone(name):
            report = AccountSync(
                self._store,
                connector(account.ats),
                name,
                line,
                full=full,
                accept_deletions=accept_deletions,
                watcher=watcher or Watcher(),
            ).run()
            if report.state != "CANCELLED" and any(one.added or one.changed for one in report.resources):
                self._refresh_views()
            return report

    def can_ask_ats(self, ats: str) -> bool:
        """Whether an ATS is a cache that `ask_ats` can ask to renew itself."""
        from atsdesk.ats.registry import connector
        from atsdesk.ats.resource import Refreshing

        return isinstance(connector(ats), Refreshing)

    def ask_ats(self, name: str, *, full: bool = False, cancel: Cancel | None = None) -> str:
        """Ask an ATS that is a cache to renew itself; what it said. Slow. Raises `ConfigError` for others."""
        from atsdesk.ats.registry import connector
        from atsdesk.ats.resource import Refreshing

        account = self.account(name)
        one, cancel = connector(account.ats), cancel or Cancel()
        if not isinstance(one, Refreshing):
            raise ConfigError(
                f"{one.kind.label} is read directly, so that there is nothing to ask for.",
                "Sync without asking: what comes is fresh.",
                concerns=name,
            )
        line = self._accounts.line(account, cancel)
        client = one.client(line)
        try:
            return one.ask_refresh(client, line, full)
        finally:
            client.close()

    def reread(self, name: str, kind: str, identity: str, *, cancel: Cancel | None = None) -> None:
        """Read one thing again from the ATS. Slow; raises as `Rereading.read` and `sync` do."""
        from atsdesk.ats.registry import connector
        from atsdesk.store.subjects import subject
        from atsdesk.sync.single import Rereading

        account, asked, cancel = self.account(name), subject(kind), cancel or Cancel()
        line = self._accounts.line(account, cancel)
        with self._accounts.alone(name):
            Rereading(self._store, connector(account.ats), account, line).read(asked, identity)

    # Files

    def file_tables(self, ats: str) -> Sequence[str]:
        """The tables of an ATS that can be taken in from files; none where files cannot."""
        from atsdesk.ats.registry import IMPORTERS

        return IMPORTERS[ats].tables() if ats in IMPORTERS else ()

    def preview_import(
        self, name: str, path: Path, mapping: Mapping[str, str] | None = None, service: str = ""
    ) -> Preview:
        """What importing a downloaded file would do; `mapping` names columns for headers. Slow for large files."""
        from atsdesk.sync import importing

        return importing.preview(self.account(name), path, mapping, service)

    def import_file(
        self, name: str, path: Path, mapping: Mapping[str, str] | None = None, service: str = ""
    ) -> Imported:
        """Take a downloaded file in, all of it or nothing, and remember the mapping. Slow."""
        from atsdesk.sync import importing

        with self._accounts.alone(name):
            imported = importing.take_in(self._store, self.account(name), path, mapping, service)
            self._refresh_views()
            return imported

    def close_issue(self, issue_id: int) -> None:
        from atsdesk.store import ledger

        self._store.write(lambda connection: ledger.close_issue(connection, issue_id, _now()))

    # Forgetting people

    def preview_forget(self, account: str, candidate: str) -> Forgetting:
        """What forgetting a person means; raises `ConfigError` where there is no such person. Slow."""
        return self._forgetter.preview(account, candidate)

    def forget(self, account: str, candidate: str) -> Forgotten:
        """Forget a person here, now and in later syncs; raises as `preview_forget` and `sync` do. Slow."""
        self.files.clear()
        forgotten = self._forgetter.forget(account, candidate)
        self._refresh_views()
        return forgotten

    def allow(self, account: str, candidate: str) -> None:
        """Let a forgotten person come again; raises `ConfigError` for one who was not forgotten."""
        self._forgetter.allow(account, candidate)

    def people_with(self, email: str) -> list[Person]:
        """Everybody with an e-mail address, in all accounts."""
        return self._forgetter.matches(email)

    # Exports

    def record_export(self, entry: ExportEntry) -> None:
        """Note an export that was written."""
        from atsdesk.store import exports

        self._store.write(lambda connection: exports.add(connection, entry))

    # What the window remembers: not data, so it lies beside the database

    def remembered(self, key: str, default: Any = None) -> Any:
        return memory.read(self.folder).get(key, default)

    def remember(self, key: str, value: Any) -> None:
        """Keep a small JSON value under a key."""
        memory.keep(self.folder, key, value)


def _now() -> str:
    import datetime as dt

    from atsdesk.ats.moments import spell

    return spell(dt.datetime.now(dt.UTC))
