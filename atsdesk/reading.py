"""What a data folder holds, read for the window and the command; nothing here writes or asks an ATS."""

import datetime as dt
from dataclasses import replace

from atsdesk.errors import ConfigError
from atsdesk.rows import Value
from atsdesk.store import accounts, agenda, browse, changes, detail, exports, job, ledger, lookup, requests
from atsdesk.store.accounts import Account, AccountStatus
from atsdesk.store.agenda import Agenda
from atsdesk.store.browse import Choice, Query
from atsdesk.store.browsing import Browsing
from atsdesk.store.changes import Change
from atsdesk.store.detail import CandidateDetail
from atsdesk.store.exports import ExportEntry
from atsdesk.store.file import Store
from atsdesk.store.job import JobDetail
from atsdesk.store.ledger import Issue, RunReport
from atsdesk.store.lookup import Asked, Listing, Shown
from atsdesk.store.requests import RequestEntry
from atsdesk.store.subjects import Subject, subject
from atsdesk.store.views import View


class Reading:
    """Questions to the file. Each may be asked on any thread, and none on the window's."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._browsing = Browsing(store)

    def close(self) -> None:
        """Let go of what was kept."""
        self._browsing.close()

    def with_custom_fields(self, view: View) -> View:
        """A view with a column for each custom field that the accounts have."""
        with self._store.read() as connection:
            return browse.with_custom_fields(connection, view)

    def rows(self, view: View, query: Query, offset: int, limit: int) -> list[tuple[Value, ...]]:
        """One page of a view: its hidden cells first, then its columns."""
        return self._browsing.rows(view, query, offset, limit)

    def count(self, view: View, query: Query) -> int:
        return self._browsing.count(view, query)

    def total(self, view: View, account: str = "") -> int:
        """Rows of a view without search and filters."""
        return self.count(view, Query(account=account))

    def choices(self, view: View, filter_key: str, query: Query, limit: int = 200) -> list[Choice]:
        with self._store.read() as connection:
            return browse.choices(connection, view, filter_key, query, limit)

    def candidate(self, account: str, candidate_id: str) -> CandidateDetail | None:
        with self._store.read() as connection:
            return detail.candidate(connection, account, candidate_id)

    def agenda(self, query: Query, start: dt.datetime, end: dt.datetime) -> Agenda:
        """The interviews that begin within a stretch of time, and who interviews how much."""
        with self._store.read() as connection:
            return agenda.agenda(connection, query, start, end)

    def job(self, account: str, job_id: str) -> JobDetail | None:
        with self._store.read() as connection:
            return job.job(connection, account, job_id)

    def show(self, name: str, kind: str, identity: str, *, deleted: bool = False) -> Shown:
        """One thing with what belongs to it; raises `ConfigError` where there is none, with the reason."""
        asked = subject(kind)
        account = self._account(name)
        with self._store.read() as connection:
            found = lookup.show(connection, account.id, asked, identity, deleted=deleted)
            if found:
                return found
            gone = lookup.show(connection, account.id, asked, identity, deleted=True)
        if gone:
            raise ConfigError(
                f'The {asked.noun} "{identity}" is no longer in the ATS.',
                "Show it with --deleted.",
                concerns=identity,
            )
        raise self._gap(account, asked) or ConfigError(
            f'{name} has no {asked.noun} "{identity}".',
            f"Check the id, or sync: `atsdesk sync {name}`.",
            concerns=identity,
        )

    def listing(self, name: str, kind: str, asked: Asked) -> Listing:
        """The rows of a kind; raises `ConfigError` where there are none because they are not read."""
        account, of = self._account(name), subject(kind)
        lacking = self._gap(account, of)
        with self._store.read() as connection:
            try:
                found = lookup.listing(connection, account.id, of, asked)
            except ConfigError as error:
                raise lacking or error from error
        if lacking and not found.total:
            raise lacking
        return replace(found, note=f"{found.note} {lacking or ''}".strip())

    def changes(
        self, *, account: str = "", since: str = "", table: str = "", limit: int = 0
    ) -> tuple[list[Change], int]:
        """What changed since a moment, the newest first, and how much without the limit."""
        name = self._account(account).id if account else ""
        with self._store.read() as connection:
            return changes.changes(connection, account=name, since=since, table=table, limit=limit)

    def runs(self, limit: int = 100) -> list[RunReport]:
        """The last runs, newest first."""
        with self._store.read() as connection:
            return ledger.runs(connection, limit)

    def requests(self, run: int, limit: int = 1000) -> list[RequestEntry]:
        """What a run asked of its ATS, the newest first."""
        with self._store.read() as connection:
            return requests.of_run(connection, run, limit)

    def issues(self, account: str = "") -> list[Issue]:
        """Open issues, newest first."""
        with self._store.read() as connection:
            return ledger.open_issues(connection, account)

    def status(self) -> list[AccountStatus]:
        """How every account stands."""
        with self._store.read() as connection:
            return accounts.status(connection)

    def exports(self, limit: int = 20) -> list[ExportEntry]:
        """The last exports, newest first."""
        with self._store.read() as connection:
            return exports.last(connection, limit)

    def _account(self, name: str) -> Account:
        with self._store.read() as connection:
            return accounts.account(connection, name)

    def _gap(self, account: Account, of: Subject) -> ConfigError | None:
        from atsdesk.ats.registry import connector
        from atsdesk.sync.coverage import gap

        with self._store.read() as connection:
            last = ledger.last_reports(connection, account.id)
        return gap(connector(account.ats), account, of.table, last)
