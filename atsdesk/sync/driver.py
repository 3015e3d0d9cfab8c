"""The sync of one account: resource by resource, window by window, page by page, each with its checkpoint."""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from atsdesk.ats.moments import spell
from atsdesk.ats.resource import Connector, Line, Resource
from atsdesk.errors import (
    AuthError,
    Bug,
    Cancelled,
    ConfigError,
    DataError,
    DeskError,
    OfflineError,
    RefusedError,
)
from atsdesk.store import erasure, ledger, pages, sweep
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.ledger import Checkpoint, ResourceReport, RunReport
from atsdesk.sync import outcomes
from atsdesk.sync.ahead import Ahead, Fetched
from atsdesk.sync.passes import Pass, plan, sweep_is_due, watermark
from atsdesk.sync.probe import EMPTY

if TYPE_CHECKING:
    from atsdesk.net.client import Client

log = logging.getLogger(__name__)

CLOCK_TOLERANCE = dt.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a sync stands. `waiting` is the seconds until the ATS's limit allows the next request."""

    account: str
    resource: str
    requests: int
    received: int
    added: int
    changed: int
    waiting: float
    done: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What a page changed, for whoever shows these tables."""

    tables: frozenset[str]
    added: int
    changed: int
    gone: int


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who is told while a sync runs; called on the sync's threads."""

    progress: Callable[[Progress], None] = lambda progress: None
    changed: Callable[[Changes], None] = lambda changes: None


class AccountSync:
    """One run over one account."""

    def __init__(
        self,
        store: Store,
        connector: Connector,
        account: str,
        line: Line,
        *,
        full: bool,
        accept_deletions: bool,
        watcher: Watcher,
    ) -> None:
        self._store = store
        self._connector = connector
        self._account = account
        self._line = replace(line, waiting=self._waiting)
        self._full = full
        self._accept_deletions = accept_deletions
        self._watcher = watcher
        self._report = ResourceReport("")
        self._run = 0
        self._requests = 0
        self._erased = False

    def run(self) -> RunReport:
        """Read everything that is due. What goes wrong with the ATS is in the report.

        Raises `ConfigError` when the file cannot be written.
        """
        started_at = spell(dt.datetime.now(dt.UTC))
        self._run = self._store.write(
            lambda connection: ledger.begin_run(connection, self._account, self._full, started_at)
        )
        report = RunReport(self._run, self._account, "RUNNING", self._full, started_at)
        trouble: DeskError | None = None
        try:
            trouble = self._read_all(report)
        except DeskError as error:
            trouble = error
        except Exception as error:
            log.exception("The sync of %s failed", self._account)
            trouble = _mistake(error)
        reached = {one.resource for one in report.resources}
        report.resources += [
            ResourceReport(one.name, outcomes.SKIPPED)
            for one in self._connector.resources
            if one.name not in reached
        ]
        report.state, report.message = outcomes.of_run(report.resources, trouble)
        report.ended_at = spell(dt.datetime.now(dt.UTC))
        self._store.write(lambda connection: ledger.end_run(connection, report))
        if self._erased:
            self._store.settle()
        return report

    def _read_all(self, report: RunReport) -> DeskError | None:
        with Ahead(self._store, self._connector, self._account, self._line) as ahead:
            for resource in self._connector.resources:
                self._report = ResourceReport(resource.name)
                report.resources.append(self._report)
                error = self._read_resource(ahead, resource)
                if isinstance(error, (AuthError, Cancelled, OfflineError)):
                    return error
            self._check_clock(ahead.client)
        return None

    def _read_resource(self, ahead: Ahead, resource: Resource) -> DeskError | None:
        client = ahead.client
        requests, waited = client.requests, client.budget.waited
        trouble: DeskError | None = None
        try:
            going = self._read_pass(ahead, resource, self._full)
            if going.resumed:
                self._read_pass(ahead, resource, self._full and not going.full)
            self._report.state = (
                outcomes.SUCCEEDED if not self._report.rejected else outcomes.PARTIALLY_FAILED
            )
        except RefusedError as error:
            trouble, self._report.state = error, outcomes.REFUSED
        except DeskError as error:
            trouble, self._report.state = error, outcomes.of_error(error)
        except Exception as error:
            log.exception("Reading %s of %s failed", resource.name, self._account)
            trouble, self._report.state = _mistake(error), outcomes.FAILED
        self._report.requests = client.requests - requests
        self._report.waited = round(client.budget.waited - waited, 1)
        if trouble:
            self._report.message = str(trouble)
        elif self._report.rejected:
            self._report.message = f"{self._report.rejected} records were set aside; see the issues."
        self._store.write(lambda connection: self._close_books(connection, resource, trouble))
        self._tell(client, done=True)
        return trouble

    def _read_pass(self, ahead: Ahead, resource: Resource, full: bool) -> Pass:
        """Read the pass that is due to its end, the next page on its way while this one is written."""
        with self._store.read() as connection:
            point = ledger.checkpoint(connection, self._account, resource.name)
        self._report.watermark = point.watermark
        going = self._begin(ahead, resource, point, full)
        seen: set[str] = set()
        while True:
            fetched = ahead.page()
            if fetched.page.next in seen:
                raise DataError(
                    "The ATS's pages lead in a circle.",
                    "The list was read as far as it went; nothing was taken for deleted. Try again later.",
                    concerns=resource.name,
                )
            following = going.after_page(fetched.page.next)
            if fetched.page.rejected:  # a record without its id may be any of ours: nothing is taken for gone
                following = replace(following, sweeping=False)
            seen = seen | {fetched.page.next} if following.next else set()
            if following.windows:
                ahead.fetch(resource, following)
            self._store_page(fetched, following, point)
            self._tell(ahead.client)
            going = following
            if not going.windows:
                self._finish(resource, going)
                return going

    def _begin(self, ahead: Ahead, resource: Resource, point: Checkpoint, full: bool) -> Pass:
        """The pass whose first page is on its way.

        It is begun anew when the ATS's clock proves to be another, or when it no longer serves the page stored.
        """
        client = ahead.client
        for _ in range(2):
            offset = client.clock_offset
            due = full or sweep_is_due(point, client.now())
            going = self._first_page(ahead, resource, plan(resource, point, client.now(), due))
            if abs(client.clock_offset - offset) <= CLOCK_TOLERANCE:
                break
        if point.watermark and not going.resumed and not watermark(point, client.now()):
            self._note_watermark(resource, point.watermark)
        if going.sweeping and not going.resumed:
            self._store.write(lambda connection: sweep.begin(connection, self._account, resource.name))
        return going

    def _first_page(self, ahead: Ahead, resource: Resource, going: Pass) -> Pass:
        ahead.fetch(resource, going)
        try:
            ahead.page()
        except (DataError, ConfigError) as error:
            if not going.next or isinstance(error, AuthError):
                raise
            going = replace(going, next="")
            ahead.fetch(resource, going)
            ahead.page()
        return going

    def _store_page(self, fetched: Fetched, following: Pass, point: Checkpoint) -> None:
        outcome = self._store.write(
            lambda connection: self._write_page(connection, fetched, following, point)
        )
        report = self._report
        report.received += outcome.received
        report.added += outcome.added
        report.changed += outcome.changed
        report.unchanged += outcome.unchanged
        report.gone += outcome.gone
        report.rejected += len(outcome.rejected)
        if outcome.tables:
            self._watcher.changed(
                Changes(frozenset(outcome.tables), outcome.added, outcome.changed, outcome.gone)
            )

    def _write_page(
        self, connection: Connection, fetched: Fetched, following: Pass, point: Checkpoint
    ) -> pages.Outcome:
        resource, page = fetched.resource, fetched.page
        now = spell(dt.datetime.now(dt.UTC))
        if resource.ids_only:
            loss = erasure.Loss(self._account, resource.table, resource.deletes, now, self._run)
            ids = [item.id for item in page.items]
            self._erased |= bool(ids)
            outcome = pages.Outcome(received=len(ids), gone=erasure.erase(connection, loss, ids))
            outcome.unchanged = len(ids) - outcome.gone
            outcome.tables |= {resource.table, "candidates", "steps"} if outcome.gone else set()
        else:
            outcome = pages.write(
                connection,
                pages.Page(
                    account=self._account,
                    run=self._run,
                    resource=resource.name,
                    table=resource.table,
                    shape=resource.shape,
                    items=page.items,
                    take=fetched.take,
                    seen_at=now,
                    sweeping=following.sweeping,
                ),
            )
        self._erased |= bool(outcome.rows.gone)
        outcome.received += len(page.rejected)
        outcome.rejected += page.rejected
        ledger.close_mended(connection, self._account, resource.name, outcome.taken, now)
        for one in outcome.rejected:
            self._issue(
                connection,
                resource,
                kind="rejected_record",
                title=f"One of the {resource.label.lower()} could not be read and was set aside. {one.reason}",
                hint="Everything else went in. It is tried again when it changes; report it if it stays.",
                record_id=one.record_id,
                body=one.body,
            )
        for odd in outcome.rows.odd:
            self._issue(
                connection,
                resource,
                kind="odd_value",
                title=odd.title,
                hint=odd.hint,
                record_id=odd.record_id,
            )
        ledger.save_checkpoint(
            connection, self._account, resource.name, replace(point, reading=following.to_json())
        )
        return outcome

    def _finish(self, resource: Resource, going: Pass) -> None:
        """The pass is whole: look for what is gone, and move the watermark to the pass's start."""

        def work(connection: Connection) -> int:
            gone = 0
            if going.sweeping:
                loss = erasure.Loss(
                    self._account, resource.table, resource.name, spell(dt.datetime.now(dt.UTC)), self._run
                )
                gone, held = sweep.sweep(connection, loss, accept=self._accept_deletions)
                if held:
                    self._issue(connection, resource, kind="deletions_held", title=held.title, hint=held.hint)
                ledger.close_over(
                    connection, self._account, resource.name, ("deletions_held",), self._run, loss.at
                )
            if going.full and resource.permission and not pages.holds(connection, self._account, resource.name):
                title, hint = f'"{resource.label}" is an empty list.', EMPTY.format(resource.permission)
                self._issue(connection, resource, kind="empty", title=title, hint=hint)
            if going.full and not going.resumed:  # every record was looked at by this run
                now, over = spell(dt.datetime.now(dt.UTC)), ("rejected_record",)
                ledger.close_over(connection, self._account, resource.name, over, self._run, now)
            point = ledger.checkpoint(connection, self._account, resource.name)
            swept_at = going.started_at if going.full else point.swept_at
            ledger.save_checkpoint(
                connection, self._account, resource.name, Checkpoint(going.started_at, None, swept_at)
            )
            return gone

        gone = self._store.write(work)
        self._report.watermark = going.started_at
        self._report.gone += gone
        if gone:
            self._watcher.changed(Changes(frozenset({resource.table, "candidates", "steps"}), 0, 0, gone))

    def _close_books(self, connection: Connection, resource: Resource, trouble: DeskError | None) -> None:
        if trouble and not isinstance(trouble, Cancelled):
            kind = "refused" if isinstance(trouble, RefusedError) else "failed"
            whole = isinstance(trouble, (AuthError, OfflineError))
            self._issue(
                connection, None if whole else resource, kind=kind, title=trouble.title, hint=trouble.hint
            )
        if not trouble:
            now = spell(dt.datetime.now(dt.UTC))
            over = ("refused", "failed", "watermark", *(("empty",) if self._report.received else ()))
            for name in (resource.name, ""):
                ledger.close_over(connection, self._account, name, over, self._run, now)
        ledger.save_resource(connection, self._run, self._report)

    def _note_watermark(self, resource: Resource, watermark: str) -> None:
        title = f'The note of how far "{resource.label}" had been read ({watermark}) cannot be right.'
        hint = "Everything is read again once; nothing is lost. Check this computer's clock."
        self._store.write(
            lambda connection: self._issue(connection, resource, kind="watermark", title=title, hint=hint)
        )

    def _check_clock(self, client: "Client") -> None:
        offset = client.clock_offset
        resource = self._connector.resources[0]
        now = spell(dt.datetime.now(dt.UTC))

        def work(connection: Connection) -> None:
            if abs(offset) > CLOCK_TOLERANCE:
                self._issue(
                    connection,
                    resource,
                    kind="clock",
                    title="This computer's clock and the ATS's are far apart.",
                    hint=f"The ATS's clock is {_in_words(offset)}; it was used for this sync. Set the clock of this"
                    " computer.",
                )
            ledger.close_over(connection, self._account, resource.name, ("clock",), self._run, now)

        self._store.write(work)

    def _issue(self, connection: Connection, resource: Resource | None, **what: Any) -> None:
        """Raise an issue about a resource, or about the account as a whole."""
        now, name = spell(dt.datetime.now(dt.UTC)), resource.name if resource else ""
        ledger.raise_issue(connection, self._account, self._run, now, resource=name, **what)

    def _waiting(self, seconds: float) -> None:
        self._watcher.progress(self._progress(self._requests, waiting=seconds))

    def _tell(self, client: "Client", *, done: bool = False) -> None:
        self._requests = client.requests
        self._watcher.progress(self._progress(self._requests, done=done))

    def _progress(self, requests: int, *, waiting: float = 0.0, done: bool = False) -> Progress:
        report = self._report
        return Progress(
            self._account,
            report.resource,
            requests,
            report.received,
            report.added,
            report.changed,
            waiting,
            done,
        )


def _mistake(error: Exception) -> Bug:
    return Bug(f"ATS Desk made a mistake in this sync ({type(error).__name__}).")


def _in_words(offset: dt.timedelta) -> str:
    seconds = abs(int(offset.total_seconds()))
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        if seconds >= size:
            count = seconds // size
            plural = "" if count == 1 else "s"
            return f"{count} {unit}{plural} {'ahead' if offset > dt.timedelta() else 'behind'}"
    return "the same"
