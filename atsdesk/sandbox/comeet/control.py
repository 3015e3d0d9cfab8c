"""The controls that this sandbox has besides those of all.

    PUT    /_sandbox/permissions  {"without": ["include source"], "scope": "published"}
    PUT    /_sandbox/limit        {"requests": 100, "seconds": 60}; requests 0 switches the limit off

Those of all are in `atsdesk.sandbox.controls`.
"""

from typing import Any

from atsdesk.sandbox import controls
from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.comeet import evolve
from atsdesk.sandbox.comeet.model import read_candidate
from atsdesk.sandbox.comeet.permissions import ALL, granted
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.happening import Event
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.limit import RateLimit


class Order(controls.Order):
    """What a control request may ask for."""

    without: list[str] = []
    scope: str = "all"
    requests: int = 100
    seconds: float = 60.0


class Control(controls.Controls[Order]):
    """What a test may do to the sandbox."""

    order = Order

    def __init__(self, tenant: Tenant, faults: Faults, journal: Journal, limit: RateLimit) -> None:
        super().__init__(tenant.clock, faults, journal)
        self._tenant = tenant
        self._limit = limit

    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        return [*evolve.advance(self._tenant, events), *evolve.happen(self._tenant, kinds)]

    def merge(self, gone: str, kept: str) -> Event:
        """Merges one candidate into another."""
        with self._tenant.lock:
            return evolve.merge(self._tenant, self._tenant.candidate(gone), self._tenant.candidate(kept))

    def truth(self) -> dict[str, Any]:
        """Living candidates with status, person, position and steps by list; who is gone; positions."""
        tenant = self._tenant
        with tenant.lock:
            rows = tenant.rows("SELECT uid, deleted_at, merged_into, updated, id FROM candidate ORDER BY id")
            living = [row for row in rows if row[1] is None and row[2] is None]
            merged = {row[0]: row[2] for row in rows if row[2] is not None}
            bodies = tenant.db.execute("SELECT id, json FROM body ORDER BY id")
            known = {number: (uid, updated) for uid, _, _, updated, number in living}
            candidates = {
                known[number][0]: _summary(json, known[number][1])
                for number, json in bodies
                if number in known
            }
            positions = dict(tenant.rows("SELECT uid, status FROM position ORDER BY uid"))
        return {
            "candidates": candidates,
            "deleted": sorted(row[0] for row in rows if row[1] is not None and row[2] is None),
            "merged": merged,
            "positions": positions,
        }

    def permit(self, without: tuple[str, ...] | list[str] = (), scope: str = "all") -> None:
        """Everything is allowed but these."""
        self._tenant.grant = granted(without, scope)

    def set_limit(self, requests: int, seconds: float = 60.0) -> None:
        """So many requests in so many seconds; 0 switches the limit off. Counting starts afresh."""
        self._limit.requests, self._limit.seconds = requests, seconds
        self._limit.forget()

    def acts(self, order: Order) -> controls.Acts:
        return super().acts(order) | {
            ("PUT", "permissions"): lambda: self.permit(order.without, order.scope),
            ("PUT", "limit"): lambda: self.set_limit(order.requests, order.seconds),
        }

    def state(self) -> dict[str, Any]:
        """A short overview."""
        tenant = self._tenant
        counted = tenant.row(
            "SELECT count(*), sum(deleted_at IS NOT NULL), sum(merged_into IS NOT NULL) FROM candidate"
        ) or (0, 0, 0)
        return {
            "now": stamp(tenant.clock.now()),
            "offset": tenant.clock.offset,
            "candidates": counted[0],
            "deleted": counted[1] or 0,
            "merged": counted[2] or 0,
            "positions": (tenant.row("SELECT count(*) FROM position") or (0,))[0],
            "without": sorted(ALL - tenant.grant.allowed),
            "scope": tenant.grant.scope,
            "faults": self.faults(),
        }


def _summary(body: bytes, updated: int) -> dict[str, Any]:
    candidate = read_candidate(body)
    return {
        "status": candidate.status,
        "person_uid": candidate.person_uid,
        "position_uid": candidate.position_uid,
        "updated": stamp(updated),
        "completed": [step.position_step_uid for step in candidate.completed_steps],
        "current": [step.position_step_uid for step in candidate.current_steps],
        "future": [step.position_step_uid for step in candidate.future_steps or []],
    }
