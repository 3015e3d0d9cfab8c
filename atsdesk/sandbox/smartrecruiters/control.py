"""The controls that this sandbox has besides those of all.

    PUT    /_sandbox/permissions  {"without": ["jobs_read"]}
    DELETE /_sandbox/tokens       every access token has expired
    PUT    /_sandbox/limit        {"requests": 10, "seconds": 1, "concurrent": 8}; requests 0 switches the limit off

Those of all are in `atsdesk.sandbox.controls`.
"""

from typing import Any

from atsdesk.sandbox import controls
from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.happening import Event
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.smartrecruiters import evolve, truth
from atsdesk.sandbox.smartrecruiters.api import Api
from atsdesk.sandbox.smartrecruiters.scopes import ALL, granted


class Order(controls.Order):
    """What a control request may ask for."""

    without: list[str] = []
    requests: int = 10
    seconds: float = 1.0
    concurrent: int = 8


class Control(controls.Controls[Order]):
    """What a test may do to the sandbox."""

    order = Order

    def __init__(self, api: Api, faults: Faults, journal: Journal) -> None:
        super().__init__(api.tenant.clock, faults, journal)
        self._api = api
        self._tenant = api.tenant

    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        return [*evolve.advance(self._tenant, events), *evolve.happen(self._tenant, kinds)]

    def truth(self) -> dict[str, Any]:
        """Candidates with their applications, interviews by interviewer and slot, offers, jobs, users; who is gone."""
        return truth.of(self._tenant)

    def permit(self, without: tuple[str, ...] | list[str] = ()) -> None:
        """Every scope is granted but these."""
        self._tenant.allowed = granted(without)

    def expire_tokens(self) -> None:
        """Every access token has expired."""
        self._api.keeper.expire()

    def set_limit(self, requests: int, seconds: float = 1.0, concurrent: int = 8) -> None:
        """So many requests in so many seconds, so many at a time; 0 switches a limit off."""
        self._api.limits.set(requests, seconds, concurrent)

    def acts(self, order: Order) -> controls.Acts:
        return super().acts(order) | {
            ("DELETE", "tokens"): self.expire_tokens,
            ("PUT", "permissions"): lambda: self.permit(order.without),
            ("PUT", "limit"): lambda: self.set_limit(order.requests, order.seconds, order.concurrent),
        }

    def state(self) -> dict[str, Any]:
        """A short overview."""
        tenant = self._tenant
        tables = {
            "candidates": "candidate",
            "applications": "application",
            "interviews": "meeting",
            "offers": "offer",
            "jobs": "job",
            "deleted": "gone",
        }
        counted = {
            name: (tenant.row(f"SELECT count(*) FROM {table}") or (0,))[0] for name, table in tables.items()
        }
        return {
            "now": stamp(tenant.clock.now()),
            "offset": tenant.clock.offset,
            **counted,
            "without": sorted(ALL - tenant.allowed),
            "faults": self.faults(),
        }
