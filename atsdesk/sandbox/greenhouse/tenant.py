"""The customer's data: made from a seed, read and changed under one lock."""

import random
from collections.abc import Callable
from typing import Any, TypeVar

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.database import Database
from atsdesk.sandbox.greenhouse import resources, tables
from atsdesk.sandbox.greenhouse.crowd import Crowd
from atsdesk.sandbox.greenhouse.defaults import Rules
from atsdesk.sandbox.greenhouse.ids import Ids
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model.applications import Application
from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.organization import Organization
from atsdesk.sandbox.greenhouse.plans import Calendar, Planner
from atsdesk.sandbox.greenhouse.scopes import Grant
from atsdesk.sandbox.greenhouse.times import present, stamp
from atsdesk.sandbox.people import People

R = TypeVar("R", bound=Record)
_BATCH = 4_000
_FAR = 2**63  # ids have 64 bits
_ROWS = {resource.model: resource.rows() for resource in resources.ALL}
_READERS: dict[type[Record], Callable[[bytes], Any]] = {
    resource.model: resource.reader() for resource in resources.ALL
}
_INSERTS = {resource.model: tables.insert(resource) for resource in resources.ALL}


class Tenant(Database):
    """One organization with all its lists; every method holds the lock while it works."""

    def __init__(
        self, seed: int, candidates: int, clock: Clock, rules: Rules, grant: Grant, id_offset: int = 0
    ) -> None:
        super().__init__(tables.connect())
        self.clock = clock
        self.rules = rules
        self.grant = grant
        self.rng = random.Random(seed)
        self.ids = Ids(id_offset)
        self._waiting: dict[type[Record], list[Any]] = {resource.model: [] for resource in resources.ALL}
        now = self.now()
        people = People(self.rng)
        self.company = Organization(self.rng, people, self.ids, now)
        planner = Planner(self.rng, self.company, self.ids, now)
        plans = planner.plans(candidates)
        self.plans = {plan.job.id: plan for plan in plans}
        calendar = Calendar(plans, now)
        self.crowd = Crowd(self.rng, people, self.company, calendar, self.ids, self.keep)
        with self.changing():
            for record in (*self.company.records, *planner.records, *self.crowd.history(candidates, now)):
                self.keep(record)
            self._settle()
        tables.run(self.db, [one for resource in resources.ALL for one in tables.indexes(resource)])

    def now(self) -> int:
        """The sandbox's time in milliseconds."""
        return present(self.clock)

    def keep(self, record: Record) -> None:
        """Adds a record, or replaces the one with its id, at the end of the change at the latest."""
        waiting = self._waiting[type(record)]
        waiting.append(record)
        if len(waiting) >= _BATCH:
            self._settle()

    def _forget(self) -> None:
        for waiting in self._waiting.values():
            waiting.clear()

    def _settle(self) -> None:
        for model, waiting in self._waiting.items():
            if waiting:
                self.db.executemany(_INSERTS[model], map(_ROWS[model], waiting))
                waiting.clear()

    def get(self, model: type[R], number: int) -> R:
        """One record; `KeyError` when there is none."""
        found = self.find(model, "id = ?", number) if abs(number) < _FAR else []
        if not found:
            raise KeyError(number)
        return found[0]

    def find(self, model: type[R], condition: str, *values: Any) -> list[R]:
        """Records by a condition, oldest first."""
        name = resources.BY_MODEL[model].name
        read = _READERS[model]
        found = self.rows(f"SELECT json FROM {name} WHERE {condition} ORDER BY id", values)
        return [read(json) for (json,) in found]

    def change(self, record: Record) -> None:
        """Keeps a record that was edited now."""
        record.updated_at = stamp(self.now())
        self.keep(record)

    def new(self, model: type[R], **members: Any) -> R:
        """A record that comes into being now."""
        at = stamp(self.now())
        record = model(id=self.ids.new(model), created_at=at, updated_at=at, **members)
        self.keep(record)
        return record

    def remove(self, model: type[Record], condition: str, *values: Any, into: int | None = None) -> None:
        """Deletes records; the API gives no sign of it."""
        name = resources.BY_MODEL[model].name
        at = stamp(self.now())
        with self.changing() as db:
            found = self.rows(f"SELECT id FROM {name} WHERE {condition}", values)
            db.executemany(
                "INSERT OR REPLACE INTO gone VALUES (?, ?, ?, ?)", [(name, n, at, into) for (n,) in found]
            )
            db.executemany(f"DELETE FROM {name} WHERE id = ?", found)

    def touch(self, candidate_id: int | None, *application_ids: int | None) -> None:
        """Something happened: `last_activity_at` moves, and with it `updated_at` if the rules say so."""
        at = stamp(self.now())
        people: list[c.Candidate | Application] = []
        if candidate_id is not None:
            people += self.find(c.Candidate, "id = ?", candidate_id)
        for number in application_ids:
            if number is not None:
                people += self.find(Application, "id = ?", number)
        for record in people:
            record.last_activity_at = at
            if self.rules.activity_touches:
                record.updated_at = at
            self.keep(record)
