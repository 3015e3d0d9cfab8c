"""One integration's data: made from a seed, read and changed under one lock."""

import random
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import UNSET

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.database import Database
from atsdesk.sandbox.kombo import times
from atsdesk.sandbox.kombo.company import Company
from atsdesk.sandbox.kombo.crowd import Crowd
from atsdesk.sandbox.kombo.defaults import Rules
from atsdesk.sandbox.kombo.ids import kombo_id
from atsdesk.sandbox.kombo.model import MODELS, Record
from atsdesk.sandbox.kombo.papers import Entry
from atsdesk.sandbox.kombo.ripples import below, spread
from atsdesk.sandbox.kombo.tables import Tables
from atsdesk.sandbox.kombo.weave import Weaver
from atsdesk.sandbox.people import People

_BATCH = 2000
# what a record keeps when its content is wiped; the rest is null, or an empty list
KEPT = frozenset(("id", "remote_id", "changed_at", "remote_deleted_at"))
KEPT_OF = {"notes": "candidate_id", "attachments": "candidate_id"}  # never null by their description


class Tenant(Database):
    """A customer's connection with everything Kombo has synced; every method holds the lock while it works."""

    def __init__(self, integration: str, seed: int, candidates: int, clock: Clock, rules: Rules) -> None:
        self.integration = integration
        self.clock = clock
        self.rules = rules
        self.rng = random.Random(f"{seed} {integration}")
        self._tables = Tables()
        super().__init__(self._tables.db)
        self._weaver = Weaver(self.find, self._below)
        self._next_purge: int | None = None
        now = clock.now() * times.SECOND
        people = People(self.rng)
        self.company = Company(self.rng, people, self.id_of, candidates, now)
        self.openings = {one.job.id: one for one in self.company.openings}
        self.crowd = Crowd(self.rng, people, self.id_of, self.company, now)
        self._fill(candidates, now)

    def id_of(self, remote_id: str) -> str:
        """The Kombo id of what the ATS calls so."""
        return kombo_id(self.integration, remote_id)

    def now(self) -> int:
        """The present moment in milliseconds."""
        return times.now(self.clock)

    def _fill(self, candidates: int, now: int) -> None:
        company = self.company
        listed: tuple[tuple[str, Iterable[Record]], ...] = (
            ("users", company.users),
            ("roles", company.roles),
            ("tags", company.tags),
            ("rejection_reasons", company.reasons),
            ("jobs", (one.job for one in company.openings)),
            ("application_stages", company.stages),
        )
        with self.changing():
            for model, records in listed:
                moments = [(one, times.read(one.changed_at)) for one in records]
                self._tables.insert(model, [(one, at, at, None) for one, at in moments])
            waiting: list[Entry] = []
            for entries in self.crowd.history(candidates, now):
                waiting += entries
                if len(waiting) >= _BATCH:
                    self._insert(waiting)
                    waiting = []
            self._insert(waiting)
            self._tables.index()
            self._mark_purge()

    def _insert(self, entries: list[Entry]) -> None:
        sorted_out: dict[str, list[tuple[Record, int, int, int | None]]] = {}
        for one in entries:
            sorted_out.setdefault(one.model, []).append(
                (one.record, one.changed, one.touched, one.deleted_at)
            )
        for model, records in sorted_out.items():
            self._tables.insert(model, records)

    def find(self, model: str, record_id: str | None) -> Any:
        """The record, deleted or not; None when there is none."""
        found = self.row(f"SELECT json FROM {model} JOIN {model}_body USING (number) WHERE id = ?", record_id)
        return None if found is None else self._tables.read(model, found[0])

    def get(self, model: str, record_id: str) -> Any:
        """A living record; `KeyError` for others."""
        record = self.find(model, record_id)
        if record is None or record.remote_deleted_at is not None:
            raise KeyError(record_id)
        return record

    def _below(self, model: str, column: str, value: str) -> list[Any]:
        found = self.rows(
            f"SELECT json FROM {model} JOIN {model}_body USING (number) "
            f"WHERE {column} = ? AND deleted_at IS NULL ORDER BY number",
            (value,),
        )
        return [self._tables.read(model, body) for (body,) in found]

    def renew(self, model: str, numbers: list[int]) -> None:
        """Writes the nested parts of stale records anew."""
        with self.changing():
            for number in numbers:
                (body,) = self.row(f"SELECT json FROM {model}_body WHERE number = ?", number) or (b"",)
                record = self._tables.read(model, body)
                self._weaver.renew(model, record)
                self._tables.write(model, number, record)

    def add(self, entries: list[Entry], ours: int = 0) -> None:
        """New records; `ours` marks those that were created through the API."""
        with self.changing() as db:
            self._insert(entries)
            for one in entries:
                if ours:
                    db.execute(f"UPDATE {one.model} SET ours = ? WHERE id = ?", (ours, one.record.id))
                spread(db, one.model, one.record.id, one.changed, own=True)
                db.execute(f"UPDATE {one.model} SET stale = 1 WHERE id = ?", (one.record.id,))

    def edit(
        self,
        model: str,
        record_id: str,
        change: Callable[[Any], None],
        own: bool = True,
        matches: bool = True,
    ) -> Any:
        """Edits a record now. `own=False` when only something nested in it changed: `changed_at` stays.

        `matches=False` when not even `updated_after` shall bring it.
        """
        with self.changing() as db:
            now = self.now()
            (number,) = self.row(f"SELECT number FROM {model} WHERE id = ?", record_id) or (0,)
            record = self.get(model, record_id)
            change(record)
            if own:
                record.changed_at = times.stamp(now)
                db.execute(f"UPDATE {model} SET changed = ? WHERE number = ?", (now, number))
                if hasattr(record, "remote_updated_at"):
                    record.remote_updated_at = record.changed_at
            self._tables.write(model, number, record)
            if matches:
                db.execute(f"UPDATE {model} SET touched = ? WHERE number = ?", (now, number))
            db.execute(f"UPDATE {model} SET stale = 1 WHERE number = ?", (number,))
            spread(db, model, record_id, now, own)
            return record

    def delete(self, model: str, record_id: str) -> None:
        """The record and all that hangs on it are gone in the ATS; its status stays as it was."""
        with self.changing():
            now = self.now()
            self.get(model, record_id)
            self._end(model, record_id, now)

    def _end(self, model: str, record_id: str, now: int) -> None:
        for name, column in below(model):
            hanging = f"SELECT id FROM {name} WHERE {column} = ? AND deleted_at IS NULL"
            for (other,) in self.rows(hanging, (record_id,)):
                self._end(name, other, now)
        self._turn(model, record_id, now, now)

    def restore(self, model: str, record_id: str) -> None:
        """The record is back in the ATS, with what went at the same moment."""
        with self.changing():
            gone = f"SELECT deleted_at FROM {model} WHERE id = ? AND NOT purged"
            (at,) = self.row(gone, record_id) or (None,)
            if at is None:
                raise KeyError(record_id)
            self._back(model, record_id, at, self.now())

    def _back(self, model: str, record_id: str, at: int, now: int) -> None:
        self._turn(model, record_id, None, now)
        for name, column in below(model):
            hanging = f"SELECT id FROM {name} WHERE {column} = ? AND deleted_at = ? AND NOT purged"
            for (other,) in self.rows(hanging, (record_id, at)):
                self._back(name, other, at, now)

    def _turn(self, model: str, record_id: str, deleted_at: int | None, now: int) -> None:
        self.mark(model, [record_id], deleted_at, now)
        spread(self.db, model, record_id, now, own=True)

    def mark(self, model: str, ids: list[str], deleted_at: int | None, now: int) -> None:
        """Sets or clears `remote_deleted_at`, with no effect on anything else."""
        with self.changing() as db:
            for record_id in ids:
                (number,) = self.row(f"SELECT number FROM {model} WHERE id = ?", record_id) or (0,)
                record = self.find(model, record_id)
                record.remote_deleted_at = None if deleted_at is None else times.stamp(deleted_at)
                record.changed_at = times.stamp(now)
                self._tables.write(model, number, record)
                db.execute(
                    f"UPDATE {model} SET deleted_at = ?, changed = ?, touched = ?, stale = 1 WHERE number = ?",
                    (deleted_at, now, now, number),
                )
            self._mark_purge()

    def _mark_purge(self) -> None:
        oldest = " UNION ALL ".join(
            f"SELECT min(deleted_at) FROM {model} WHERE deleted_at IS NOT NULL AND NOT purged"
            for model in MODELS
        )
        moments = [at for (at,) in self.rows(oldest) if at is not None]
        self._next_purge = min(moments) + self.rules.purge_after * times.SECOND if moments else None

    def settle(self) -> None:
        """Wipes what has been deleted for 14 days."""
        with self.lock:
            now = self.now()
            if self._next_purge is None or self._next_purge > now:
                return
            with self.changing():
                after = self.rules.purge_after * times.SECOND
                for model in MODELS:
                    due = f"SELECT number, id, deleted_at FROM {model} WHERE deleted_at <= ? AND NOT purged"
                    for number, record_id, at in self.rows(due, (now - after,)):
                        self._purge(model, number, record_id, at + after)
                self._mark_purge()

    def _purge(self, model: str, number: int, record_id: str, at: int) -> None:
        spread(self.db, model, record_id, at, own=False)
        if self.rules.purge == "drop":
            self.db.execute(f"DELETE FROM {model} WHERE number = ?", (number,))
            self.db.execute(f"DELETE FROM {model}_body WHERE number = ?", (number,))
            return
        record = self.find(model, record_id)
        for name in record.__struct_fields__:
            if name not in KEPT and name != KEPT_OF.get(model):
                value = getattr(record, name)
                setattr(record, name, [] if isinstance(value, list) else UNSET if value is UNSET else None)
        if self.rules.purge_moves_changed:
            record.changed_at = times.stamp(at)
            self.db.execute(f"UPDATE {model} SET changed = ?, touched = ? WHERE number = ?", (at, at, number))
        self._tables.write(model, number, record)
        self.db.execute(f"UPDATE {model} SET purged = 1 WHERE number = ?", (number,))
