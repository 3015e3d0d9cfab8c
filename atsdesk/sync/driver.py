"""The sync of one account: resource by resource, window by window, page by page, each with its checkpoint."""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from atsdesk.ats.kind import FIRST_DAY
from atsdesk.ats.moments import spell
from atsdesk.ats.resource import Connector, Line, Readiness, Resource, chosen
from atsdesk.errors import (
    AbsentError,
    AccountError,
    Bug,
    Cancelled,
    ConfigError,
    DataError,
    DeskError,
    NotReadyError,
    OfflineError,
    RefusedError,
)
from atsdesk.store import accounts, ledger, pages, sweep
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.ledger import Checkpoint, ResourceReport, RunReport
from atsdesk.sync import outcomes
from atsdesk.sync.ahead import Ahead, take
from atsdesk.sync.books import Books, Changes
from atsdesk.sync.follow import Following
from atsdesk.sync.named import Named
from atsdesk.sync.passes import Pass, is_early, plan, sweep_is_due, watermark
from atsdesk.sync.trail import Trail

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
        self._resources = chosen(connector.resources, line.settings)
        self._account = account
        self._line = replace(line, waiting=self._waiting)
        self._full = full
        self._accept_deletions = accept_deletions
        self._watcher = watcher
        self._requests = 0
        self._books: Books
        self._never_read: set[str] = set()
        """Tables whose list had not been read to its end when the run began."""

    def run(self) -> RunReport:
        """Read everything that is due. What goes wrong with the ATS is in the report.

        Raises `ConfigError` when the file cannot be written.
        """
        started_at = spell(dt.datetime.now(dt.UTC))

        def begin(connection: Connection) -> tuple[int, bool]:
            broken_off = ledger.close_broken_off(connection, self._account, started_at)
            return ledger.begin_run(connection, self._account, self._full, started_at), broken_off

        run, broken_off = self._store.write(begin)
        self._books = Books(
            self._store,
            self._account,
            run,
            accept_deletions=self._accept_deletions,
            changed=self._watcher.changed,
            resources=self._connector.resources,
            listed=[one.table for one in self._resources if not one.follow],
            touched=[one.table for one in self._connector.fills] if broken_off else (),
        )
        report = RunReport(run, self._account, "RUNNING", self._full, started_at)
        trouble: DeskError | None = None
        try:
            trouble = self._read_all(report)
        except DeskError as error:
            trouble = error
        except Exception as error:
            log.exception("The sync of %s failed", self._account)
            trouble = _mistake(error)
        self._books.fill(self._connector.fills)
        self._books.watch_exposed()
        self._books.tell_withheld(full=self._full and not trouble)
        reached = {one.resource for one in report.resources}
        report.resources += [
            ResourceReport(one.name, outcomes.SKIPPED) for one in self._resources if one.name not in reached
        ]
        report.full = self._full
        report.state, report.message = outcomes.of_run(report.resources, trouble)
        report.ended_at = spell(dt.datetime.now(dt.UTC))
        self._store.write(lambda connection: ledger.end_run(connection, report))
        if self._books.erased:
            self._store.settle()
        self._store.rest()
        return report

    def _read_all(self, report: RunReport) -> DeskError | None:
        self._never_read = {
            one.table for one in self._resources if not one.follow and not self._point(one).watermark
        }
        trail = Trail(self._store, self._account, self._books.run, lambda: self._books.report.resource)
        try:
            with Ahead(self._store, self._connector, self._account, self._line) as ahead:
                ahead.client.told = trail.note
                return self._read_lists(ahead, report)
        finally:
            trail.write()

    def _read_lists(self, ahead: Ahead, report: RunReport) -> DeskError | None:
        readiness = self._prepare(ahead.client)
        for resource in self._resources:
            self._books.report = ResourceReport(resource.name)
            report.resources.append(self._books.report)
            if reason := readiness.hidden.get(resource.name):
                self._books.report.state, self._books.report.message = outcomes.SKIPPED, reason
                self._books.close(resource, None)
                continue
            error = self._read_resource(ahead, resource)
            if isinstance(error, (AccountError, Cancelled, OfflineError, NotReadyError)):
                return error
        self._check_clock(ahead.client)
        return None

    def _prepare(self, client: "Client") -> Readiness:
        """Ask the ATS how the account stands; keep what it says, and read everything again where that is due."""
        try:
            readiness = self._connector.prepare(client, self._line)
        except (Cancelled, NotReadyError):
            raise
        except DeskError as error:
            what = {"kind": "failed", "title": error.title, "hint": error.hint}
            self._store.write(lambda connection: self._books.issue(connection, None, **what))
            raise

        def work(connection: Connection) -> bool:
            if readiness.health:
                accounts.save_health(connection, self._account, readiness.health)
            if readiness.files:
                accounts.save_file_rules(connection, self._account, readiness.files)
            another = accounts.save_basis(connection, self._account, readiness.basis)
            if another or readiness.stale:
                ledger.demand_full(connection, self._account)
            return another or bool(readiness.stale)

        self._full = self._store.write(work) or self._full
        self._books.empty = readiness.empty
        return readiness

    def _read_resource(self, ahead: Ahead, resource: Resource) -> DeskError | None:
        client, report = ahead.client, self._books.report
        requests, waited = client.requests, client.budget.waited
        trouble: DeskError | None = None
        try:
            try:
                self._read_list(ahead, resource)
            finally:
                self._books.settle()
            report.state = outcomes.SUCCEEDED if not report.rejected else outcomes.PARTIALLY_FAILED
        except AbsentError as error:
            report.state, report.message = outcomes.SKIPPED, str(error)
        except RefusedError as error:
            trouble, report.state = error, outcomes.REFUSED
        except DeskError as error:
            trouble, report.state = error, outcomes.of_error(error)
        except Exception as error:
            log.exception("Reading %s of %s failed", resource.name, self._account)
            trouble, report.state = _mistake(error), outcomes.FAILED
        report.requests = client.requests - requests
        report.waited = round(client.budget.waited - waited, 1)
        if trouble:
            report.message = str(trouble)
        elif report.rejected:
            report.message = f"{report.rejected} records were set aside; see the issues."
        self._books.close(resource, trouble)
        self._tell(client, done=True)
        return trouble

    def _read_list(self, ahead: Ahead, resource: Resource) -> None:
        if resource.belongs_to:
            self._take_waiting(resource)
        if resource.follow:
            follow = Following(self._store, self._connector, self._account, ahead.client, self._books)
            follow.read(resource, self._resources, lambda: self._tell(ahead.client), full=self._full)
        else:
            self._read_passes(ahead, resource)
        if resource.brings and self._line.settings.get(FIRST_DAY):
            client, books = ahead.client, self._books
            Named(self._store, self._connector, self._account, client, books, self._resources).bring(resource)

    def _read_passes(self, ahead: Ahead, resource: Resource) -> None:
        if not self._full and is_early(
            resource, self._point(resource), ahead.client.now(), self._line.settings
        ):
            self._books.report.watermark = self._point(resource).watermark
            return
        going = self._read_pass(ahead, resource, self._full)
        if going.resumed:
            self._read_pass(ahead, resource, self._full and not going.full)

    def _point(self, resource: Resource) -> Checkpoint:
        with self._store.read() as connection:
            return ledger.checkpoint(connection, self._account, resource.name)

    def _read_pass(self, ahead: Ahead, resource: Resource, full: bool) -> Pass:
        """Read the pass that is due to its end, the next page on its way while this one is written."""
        point = self._point(resource)
        self._books.report.watermark = point.watermark
        going = self._begin(ahead, resource, point, full)
        seen: set[str] = set()
        while True:
            page = ahead.page()
            if page.next in seen:
                raise DataError(
                    "The ATS's pages lead in a circle.",
                    "The list was read as far as it went; nothing was taken for deleted. Try again later.",
                    concerns=resource.name,
                )
            following = going.after_page(page.next)
            seen = seen | {page.next} if following.next else set()
            if following.windows:
                ahead.fetch(resource, following)
            decoded = ahead.decode(resource, page)
            if page.rejected:  # a record without its id may be any of ours: nothing is taken for gone
                following = replace(following, sweeping=False)
            self._books.page(
                resource,
                page.items,
                decoded.take,
                rejected=list(page.rejected),
                following=following,
                point=point,
            )
            self._tell(ahead.client)
            going = following
            if not going.windows:
                self._books.finish(resource, going)
                return going

    def _begin(self, ahead: Ahead, resource: Resource, point: Checkpoint, full: bool) -> Pass:
        """The pass whose first page is on its way.

        It is begun anew when the ATS's clock proves to be another, or when it no longer serves the page stored.
        """
        client = ahead.client
        for _ in range(2):
            offset = client.clock_offset
            due = full or sweep_is_due(point, client.now())
            overlap = self._connector.overlap
            first_day = self._line.settings.get(FIRST_DAY, "")
            wanted = plan(resource, point, client.now(), due, overlap, first_day)
            going = self._first_page(ahead, resource, wanted)
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
            if not going.next or isinstance(error, AccountError):
                raise
            going = replace(going, next="")
            ahead.fetch(resource, going)
            ahead.page()
        return going

    def _take_waiting(self, resource: Resource) -> None:
        """Take in what came before its owners did."""
        assert resource.belongs_to
        point, last = self._point(resource), 0
        if resource.belongs_to.table in self._never_read:
            point = replace(point, watermark=None)  # where owners come for the first time, parts are no news
        while True:
            with self._store.read() as connection:
                found = pages.waiting(
                    connection, self._account, resource.name, resource.belongs_to, after=last
                )
            if not found:
                return
            last = found[-1][0]
            self._books.page(
                resource,
                [item for _, item in found],
                lambda chosen: take(resource, chosen),
                rejected=[],
                following=None,
                point=point,
            )
            self._books.settle()

    def _note_watermark(self, resource: Resource, watermark: str) -> None:
        title = f'The note of how far "{resource.label}" had been read ({watermark}) cannot be right.'
        hint = "Everything is read again once; nothing is lost. Check this computer's clock."
        self._store.write(
            lambda connection: self._books.issue(
                connection, resource, kind="watermark", title=title, hint=hint
            )
        )

    def _check_clock(self, client: "Client") -> None:
        offset = client.clock_offset
        resource = self._resources[0]
        now = spell(dt.datetime.now(dt.UTC))

        def work(connection: Connection) -> None:
            if abs(offset) > CLOCK_TOLERANCE:
                self._books.issue(
                    connection,
                    resource,
                    kind="clock",
                    title="This computer's clock and the ATS's are far apart.",
                    hint=f"The ATS's clock is {_in_words(offset)}; it was used for this sync. Set the clock of this"
                    " computer.",
                )
            ledger.close_over(connection, self._account, resource.name, ("clock",), self._books.run, now)

        self._store.write(work)

    def _waiting(self, seconds: float) -> None:
        self._watcher.progress(self._progress(self._requests, waiting=seconds))

    def _tell(self, client: "Client", *, done: bool = False) -> None:
        self._requests = client.requests
        self._watcher.progress(self._progress(self._requests, done=done))

    def _progress(self, requests: int, *, waiting: float = 0.0, done: bool = False) -> Progress:
        report = self._books.report
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
