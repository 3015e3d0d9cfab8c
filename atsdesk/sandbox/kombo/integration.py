"""One customer connection: its data, its health, and the syncs that bring news from the ATS."""

import secrets
from collections.abc import Mapping
from typing import Any

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.happening import Event, drawn, listed
from atsdesk.sandbox.kombo import evolve, mass, times
from atsdesk.sandbox.kombo.defaults import Rules
from atsdesk.sandbox.kombo.health import Health, named
from atsdesk.sandbox.kombo.limit import Crossing
from atsdesk.sandbox.kombo.listing import WAITING
from atsdesk.sandbox.kombo.model import MODELS
from atsdesk.sandbox.kombo.tenant import Tenant

FULL, DELTA = "FULL", "DELTA"


class Sync:
    """A sync that was asked for."""

    def __init__(self, kind: str, due: int) -> None:
        self.kind = kind
        self.due = due
        self.id = secrets.token_hex(12)

    def answer(self, already_queued: bool) -> dict[str, Any]:
        """What `POST /force-sync` says about it; the kind may be another one than was asked for (CONFIRMED)."""
        return {"already_queued": already_queued, "sync_id": self.id, "type": self.kind}


class Integration:
    """Everything behind one integration id."""

    def __init__(self, name: str, seed: int, candidates: int, clock: Clock, rules: Rules) -> None:
        self.name = name
        self.tenant = Tenant(name, seed, candidates, clock, rules)
        self.health = Health()
        self.actions = Crossing(rules.action_limit)
        self.lagging = rules.lagging
        self._waiting: list[str] = []
        self._sync: Sync | None = None

    def settle(self) -> None:
        """Time has passed: setups and syncs end, what was deleted long ago loses its content."""
        with self.tenant.lock:
            self.tenant.settle()
            now = self.tenant.now()
            self.health.settle(now)
            if self._sync is not None and now >= self._sync.due:
                self.sync(self._sync.kind)

    def advance(self, events: int, kinds: Mapping[str, int]) -> list[Event]:
        """So many events of all kinds, then so many of each named kind; a lagging integration sees them later."""
        wanted = listed(evolve.SHARES, kinds)
        with self.tenant.changing():
            self.settle()
            chance = [drawn(self.tenant.rng, evolve.SHARES) for _ in range(events)]
            if self.lagging:
                self._waiting += [*chance, *wanted]
                return [{"kind": kind, "waiting": "sync"} for kind in (*chance, *wanted)]
            return [
                *evolve.happen(self.tenant, chance, replace=True),
                *evolve.happen(self.tenant, wanted),
            ]

    def force_sync(self, kind: str) -> dict[str, Any]:
        """Asks for a sync; one that is already under way is joined."""
        with self.tenant.lock:
            self.settle()
            if self._sync is not None:
                return self._sync.answer(already_queued=True)
            seconds = self.tenant.rules.sync_seconds
            self._sync = Sync(kind, self.tenant.now() + seconds * times.SECOND)
            return self._sync.answer(already_queued=False)

    def enable(self, on: bool) -> None:
        """Switches the integration on or off; off cancels a sync under way (CONFIRMED)."""
        with self.tenant.lock:
            self.health.status = "ACTIVE" if on else "INACTIVE"
            if not on:
                self._sync = None

    def sync(self, kind: str = FULL) -> list[Event]:
        """Reads the ATS now; a delta sync does not find deletions (CONFIRMED)."""
        with self.tenant.changing() as db:
            found = [each for each in self._waiting if kind == FULL or each not in evolve.DELETIONS]
            self._waiting = (
                [] if kind == FULL else [each for each in self._waiting if each in evolve.DELETIONS]
            )
            for model in MODELS:
                db.execute(f"UPDATE {model} SET ours = 1 WHERE ours = {WAITING}")
            self.health.data_expired_at = None
            self._sync = None
            return evolve.happen(self.tenant, found, replace=True)

    def scope(self, unavailable: list[str], disabled: list[str], lacking: list[str]) -> None:
        """What the tool does not have and what the scope config leaves out; everything else is there.

        A model that is switched off loses its records, one that is switched on again gets them back.
        """
        missing, off, fields = named(unavailable), named(disabled), named(lacking, fields=True)
        health = self.health
        with self.tenant.changing():
            for model in sorted((off - health.disabled) & set(MODELS)):
                mass.lose(self.tenant, model)
            for model in sorted((health.disabled - off) & set(MODELS)):
                mass.regain(self.tenant, model)
            if (missing, off, fields) != (health.unavailable, health.disabled, health.lacking):
                health.data_expired_at = times.stamp(self.tenant.now())
            health.unavailable, health.disabled, health.lacking = missing, off, fields

    def begin_setup(self, setup: Any, seconds: float | None) -> None:
        """Puts the setup back to a state; it passes by itself after so many seconds."""
        self.health.setup = setup
        ends = seconds is not None and setup != "COMPLETED"
        self.health.setup_until = self.tenant.now() + int((seconds or 0) * times.SECOND) if ends else None
