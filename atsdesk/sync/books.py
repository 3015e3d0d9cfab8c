"""What a run writes: pages with their checkpoint, what is gone, issues, and how each resource went."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

from atsdesk.ats.moments import spell
from atsdesk.ats.resource import Resource
from atsdesk.errors import AccountError, Cancelled, DeskError, NotReadyError, OfflineError, RefusedError
from atsdesk.rows import Fill, Items, Rejected, Rows
from atsdesk.store import erasure, exposures, fills, forgotten, ledger, pages, sweep
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.ledger import Checkpoint, ResourceReport
from atsdesk.sync.passes import Pass

Take = Callable[[Items], tuple[Rows, list[Rejected]]]
ON_THEIR_WAY = 2
"""Pages that may be decoded and not in the file yet: one is written, one waits, so that no thread waits for another
where large pages and small ones alternate."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a page changed, for whoever shows these tables."""

    tables: frozenset[str]
    added: int
    changed: int
    gone: int


class Books:
    """The writing side of one run over one account."""

    def __init__(
        self,
        store: Store,
        account: str,
        run: int,
        *,
        accept_deletions: bool,
        changed: Callable[[Changes], None],
        resources: Sequence[Resource] = (),
        listed: Iterable[str] = (),
        touched: Iterable[str] = (),
    ) -> None:
        """`listed` are tables that have a list of their own, which says itself what is gone.

        `touched` are tables that an earlier run wrote to and did not come to fill.
        """
        self._resources = resources
        self._listed = frozenset(listed)
        self._store = store
        self._account = account
        self.run = run
        self._accept_deletions = accept_deletions
        self._changed = changed
        self.report = ResourceReport("")
        self._writing: deque[tuple[Resource, Future[pages.Outcome]]] = deque()
        self.empty: Mapping[str, str] = {}
        """By resource: what it means that it holds nothing."""
        self.erased = False
        """Something was erased, so that it has to leave the WAL too."""
        self._withheld = False
        """Something came of people who were forgotten here."""
        self._touched = set(touched)
        self._spared: set[str] = set()
        """Resources in which records lost their mark of deletion."""

    def page(
        self,
        resource: Resource,
        items: Items,
        take: Take,
        *,
        rejected: list[Rejected],
        following: Pass | None,
        point: Checkpoint,
        parent_hashes: Mapping[str, bytes] | None = None,
        filling: bool = False,
    ) -> None:
        """Put a page into the file, in one transaction with the checkpoint that follows from it, if one does.

        The page is still on its way when this returns: `settle` waits for it, and so does one of the next.
        """
        while len(self._writing) >= ON_THEIR_WAY:
            self._settle_one()
        before = self._writing[-1][1] if self._writing else None

        def work(connection: Connection) -> pages.Outcome:
            if before:
                before.result()  # behind a page that did not go in, none may: the checkpoint would be past it
            outcome = self._write(
                connection, resource, items, take, following, point, parent_hashes or {}, filling
            )
            outcome.received += len(rejected)
            withheld = forgotten.withhold_unread(connection, self._account, resource.name, rejected)
            outcome.withheld += len(withheld)
            outcome.rejected += [one for one in rejected if one.record_id not in withheld]
            self._note(connection, resource, outcome)
            if following:
                saved = replace(point, reading=following.to_json())
                ledger.save_checkpoint(connection, self._account, resource.name, saved)
            return outcome

        self._writing.append((resource, self._store.begin(work)))

    def settle(self) -> None:
        """Wait until all pages are in the file; raises what kept one out."""
        while self._writing:
            self._settle_one()

    def _settle_one(self) -> None:
        resource, writing = self._writing.popleft()
        try:
            outcome = writing.result()
        except BaseException:
            while self._writing:  # these are kept out by the same
                self._writing.popleft()[1].exception()
            raise
        self._spared |= {resource.name} if outcome.spared else set()
        report = self.report
        report.received += outcome.received
        report.added += outcome.added
        report.changed += outcome.changed
        report.unchanged += outcome.unchanged
        report.gone += outcome.gone
        report.rejected += len(outcome.rejected)
        report.withheld += outcome.withheld
        self._withheld |= outcome.withheld > 0
        self._tell(outcome.tables, outcome.added, outcome.changed, outcome.gone)

    def _write(
        self,
        connection: Connection,
        resource: Resource,
        items: Items,
        take: Take,
        following: Pass | None,
        point: Checkpoint,
        parent_hashes: Mapping[str, bytes],
        filling: bool,
    ) -> pages.Outcome:
        now = _now()
        if resource.ids_only:
            loss = self._loss(resource, now, of=resource.deletes)
            ids = [item.id for item in items]
            before = connection.total_changes
            outcome = pages.Outcome(received=len(ids), gone=erasure.erase(connection, loss, ids))
            self.erased |= connection.total_changes > before
            outcome.unchanged = len(ids) - outcome.gone
            outcome.tables |= {resource.table, "candidates", "steps"} if outcome.gone else set()
            return outcome
        outcome = pages.write(
            connection,
            pages.Page(
                account=self._account,
                run=self.run,
                resource=resource.name,
                table=resource.table,
                shape=resource.shape,
                items=items,
                take=take,
                seen_at=now,
                sweeping=bool(following and following.sweeping),
                owners=resource.owners,
                belongs_to=resource.belongs_to,
                brings_people=resource.brings_people,
                news=point.watermark is not None,
                parent_hashes=parent_hashes,
                filling=filling,
                owns=resource.owns,
                completes=resource.completes,
            ),
        )
        self.erased |= bool(outcome.rows.gone)
        return outcome

    def _note(self, connection: Connection, resource: Resource, outcome: pages.Outcome) -> None:
        """Issues for what was set aside or odd; those that are mended are closed."""
        ledger.close_mended(connection, self._account, resource.name, outcome.taken, _now())
        for one in outcome.rejected:
            self.issue(
                connection,
                resource,
                kind="rejected_record",
                title=f"One of the {resource.label.lower()} could not be read and was set aside. {one.reason}",
                hint="Everything else went in. It is tried again when it changes; report it if it stays.",
                record_id=one.record_id,
                body=one.body,
            )
        for odd in outcome.rows.odd:
            self.issue(
                connection,
                resource,
                kind="odd_value",
                title=odd.title,
                hint=odd.hint,
                record_id=odd.record_id,
            )

    def finish(self, resource: Resource, going: Pass) -> None:
        """The pass is whole: look for what is gone, and move the watermark to the pass's start."""
        self.settle()

        def work(connection: Connection) -> int:
            loss = self._loss(resource, _now())
            gone, held = sweep.execute_doom(connection, loss, accept=self._accept_deletions)
            if going.sweeping:
                known = sweep.Known(resource.reach.member, going.first_day) if resource.reach else sweep.ALL
                swept, also_held = sweep.sweep(connection, loss, known, accept=self._accept_deletions)
                gone, held = gone + swept, held or also_held
            if held:
                self.issue(connection, resource, kind="deletions_held", title=held.title, hint=held.hint)
            if going.sweeping or gone or resource.name in self._spared:
                over = ("deletions_held",)
                ledger.close_over(connection, self._account, resource.name, over, self.run, loss.at)
            hint = self.empty.get(resource.name)
            if going.full and hint and not pages.holds(connection, self._account, resource.name):
                title = f'"{resource.label}" is an empty list.'
                self.issue(connection, resource, kind="empty", title=title, hint=hint)
            if going.full and not going.resumed:  # every record was looked at by this run
                over = ("rejected_record",)
                ledger.close_over(connection, self._account, resource.name, over, self.run, loss.at)
            point = ledger.checkpoint(connection, self._account, resource.name)
            swept_at = going.started_at if going.full else point.swept_at
            ledger.save_checkpoint(
                connection, self._account, resource.name, Checkpoint(going.started_at, None, swept_at)
            )
            return gone

        gone = self._store.write(work)
        self.report.watermark = going.started_at
        self.report.gone += gone
        if gone:
            self._tell({resource.table, "candidates", "applications", "steps"}, 0, 0, gone)

    def doom(self, resource: Resource, ids: list[str]) -> None:
        """Note records that the ATS says it no longer has, when asked for them one by one."""
        self._store.write(
            lambda connection: sweep.doom(
                connection, pages.pks(connection, self._account, resource.name, ids)
            )
        )

    def miss(self, resource: Resource, ids: Sequence[str]) -> None:
        """Note records that the ATS did not have when asked for them: the next pass believes it, or asks."""
        self._store.write(
            lambda connection: sweep.miss(
                connection, pages.pks(connection, self._account, resource.name, ids)
            )
        )

    def bury_doomed(self, resource: Resource) -> None:
        """Believe what was noted of single records, unless so many are said to be gone that one has to ask."""

        def work(connection: Connection) -> int:
            loss = self._loss(resource, _now())
            gone, held = sweep.execute_doom(connection, loss, accept=self._accept_deletions)
            if held:
                self.issue(connection, resource, kind="deletions_held", title=held.title, hint=held.hint)
            elif gone:
                over = ("deletions_held",)
                ledger.close_over(connection, self._account, resource.name, over, self.run, loss.at)
            return gone

        gone = self._store.write(work)
        self.report.gone += gone
        self._tell({resource.table, "candidates", "applications", "steps"} if gone else set(), 0, 0, gone)

    def fill(self, declared: tuple[Fill, ...]) -> None:
        """Fill in the columns that one list leaves to another."""
        if not self._touched or not declared:
            return
        touched = set(self._touched)
        written = self._store.write(
            lambda connection: fills.fill(connection, self._account, declared, touched)
        )
        self._tell(written, 0, 0, 0)

    def watch_exposed(self) -> None:
        """Note what became of the jobs that somebody chose to work on."""
        told = self._store.write(
            lambda connection: exposures.watch(connection, self._account, self.run or None, _now())
        )
        self._tell({"exposures"} if told else set(), 0, 0, 0)

    def close(self, resource: Resource, trouble: DeskError | None) -> None:
        """Keep how the resource went; raise an issue for its trouble, close those that are over."""

        def work(connection: Connection) -> None:
            if trouble and not isinstance(trouble, (Cancelled, NotReadyError)):
                kind = "refused" if isinstance(trouble, RefusedError) else "failed"
                whole = isinstance(trouble, (AccountError, OfflineError))
                about = None if whole else resource
                self.issue(connection, about, kind=kind, title=trouble.title, hint=trouble.hint)
            if not trouble:
                over = ("refused", "failed", "watermark", *(("empty",) if self.report.received else ()))
                for name in (resource.name, ""):
                    ledger.close_over(connection, self._account, name, over, self.run, _now())
            ledger.save_resource(connection, self.run, self.report)

        self._store.write(work)

    def tell_withheld(self, *, full: bool) -> None:
        """Say once that the ATS still has people who were forgotten here; it is over when a full run met nobody."""

        def work(connection: Connection) -> None:
            if self._withheld:
                title = "The ATS still has people who were forgotten here. What came of them was not kept."
                hint = (
                    "Delete them in the ATS too. To take somebody in again, use"
                    f" `atsdesk erase --allow {self._account} CANDIDATE_ID` and sync."
                )
                self.issue(connection, None, kind="withheld", title=title, hint=hint)
            elif full:
                ledger.close_over(connection, self._account, "", ("withheld",), self.run, _now())

        self._store.write(work)

    def issue(self, connection: Connection, resource: Resource | None, **what: Any) -> None:
        """Raise an issue about a resource, or about the account as a whole."""
        name = resource.name if resource else ""
        ledger.raise_issue(connection, self._account, self.run, _now(), resource=name, **what)

    def _loss(self, resource: Resource, at: str, of: str = "") -> erasure.Loss:
        leader = of or resource.name
        followers = [one for one in self._resources if one.follow and one.follow.of == leader]
        left = {
            table: column
            for one in followers
            for table, column in one.owns.items()
            if table not in self._listed
        }
        return erasure.Loss(
            self._account,
            resource.table,
            of or resource.name,
            at,
            self.run,
            brings_people=resource.brings_people or resource.ids_only,
            belongs_to=resource.belongs_to,
            goes_alone=resource.goes_alone,
            followers=tuple(one.name for one in followers),
            owns={**resource.owns, **left},
        )

    def _tell(self, tables: set[str], added: int, changed: int, gone: int) -> None:
        self._touched |= tables
        if tables:
            self._changed(Changes(frozenset(tables), added, changed, gone))


def _now() -> str:
    return spell(dt.datetime.now(dt.UTC))
