"""The controls that this sandbox has besides those of all.

    POST   /_sandbox/sync         {"type": "FULL"}: what waits for a sync arrives; PUT {"lagging": true} lets it wait
    POST   /_sandbox/lose         {"model": "candidates", "share": 0.5}: a mass deletion; DELETE brings all back
    PUT    /_sandbox/scope        {"unavailable": ["notes"], "disabled": ["tags"], "lacking": ["jobs.job_code"]}
    PUT    /_sandbox/health       {"status": "INVALID", "setup": "SETUP_SYNC_PENDING", "seconds": 30}
    PUT    /_sandbox/limit        {"requests": 300, "seconds": 60}; requests 0 switches the limit off
    PUT    /_sandbox/key          {"expired": true}: the API key has expired

`?integration=ID` means another integration than the first.

Those of all are in `atsdesk.sandbox.controls`.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from atsdesk.sandbox import controls
from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.happening import Event
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.kombo import mass
from atsdesk.sandbox.kombo.api import Api
from atsdesk.sandbox.kombo.health import SETUPS, STATES
from atsdesk.sandbox.kombo.integration import DELTA, FULL, Integration
from atsdesk.sandbox.kombo.model import MODELS, encode

Word = TypeVar("Word", bound=str)

# what a complete copy must say about a living record, beside its `changed_at`
SUMMARY: dict[str, tuple[str, ...]] = {
    "jobs": ("name", "status", "visibility"),
    "candidates": ("first_name", "last_name"),
    "applications": ("outcome", "current_stage_id", "job_id", "candidate_id"),
    "interviews": ("application_id", "starting_at", "canceled"),
    "offers": ("application_id", "status"),
    "users": ("first_name", "last_name", "status"),
    "roles": ("remote_label",),
    "notes": ("candidate_id", "content_html"),
    "scorecards": ("candidate_id", "interview_id"),
    "attachments": ("candidate_id", "file_name"),
}


class Order(controls.Order):
    """What a control request may ask for."""

    type: str = FULL
    lagging: bool = False
    model: str = "candidates"
    share: float = 1.0
    unavailable: list[str] = []
    disabled: list[str] = []
    lacking: list[str] = []
    status: str | None = None
    setup: str | None = None
    requests: int = 300
    seconds: float | None = None
    expired: bool = True


class Control(controls.Controls[Order]):
    """What a test may do to one integration."""

    order = Order

    def __init__(self, integration: Integration, api: Api, faults: Faults, journal: Journal) -> None:
        super().__init__(integration.tenant.clock, faults, journal)
        self._integration = integration
        self._tenant = integration.tenant
        self._api = api

    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        return self._integration.advance(events, kinds)

    def sync(self, kind: str = FULL) -> list[Event]:
        """Lets Kombo read the ATS: what waited arrives, deletions with a full sync only."""
        if kind not in (FULL, DELTA):
            raise ValueError(f"A sync is {FULL} or {DELTA}")
        return self._integration.sync(kind)

    def lag(self, lagging: bool = True) -> None:
        """Whether what happens waits for the next sync."""
        self._integration.lagging = lagging

    def lose(self, model: str, share: float = 1.0) -> int:
        """Marks a share of a model as deleted although nothing was; how many records."""
        return mass.share(self._tenant, _model(model), share)

    def regain(self, model: str) -> int:
        """Brings all of them back that still have their content."""
        return mass.regain(self._tenant, _model(model))

    def scope(
        self,
        unavailable: tuple[str, ...] | list[str] = (),
        disabled: tuple[str, ...] | list[str] = (),
        lacking: tuple[str, ...] | list[str] = (),
    ) -> None:
        """Models and actions that the tool lacks or the scope config switches off, and fields that are missing."""
        self._integration.scope(list(unavailable), list(disabled), list(lacking))

    def set_health(
        self, status: str | None = None, setup: str | None = None, seconds: float | None = None
    ) -> None:
        """The state of the integration and of its setup, which passes after so many seconds."""
        if status is not None:
            self._integration.health.status = _one_of(status, STATES)
        if setup is not None:
            self._integration.begin_setup(_one_of(setup, SETUPS), seconds)

    def expire_key(self, expired: bool = True) -> None:
        """Whether the API key has expired, for all integrations."""
        self._api.key_expired = expired

    def record(self, model: str, record_id: str) -> dict[str, Any] | None:
        """A record as it is kept, deleted or not."""
        found = self._tenant.find(_model(model), record_id)
        return None if found is None else dict(msgspec.json.decode(encode(found)))

    def truth(self) -> dict[str, Any]:
        """For each model: living records by id, ids of deleted ones, ids of those that were wiped since."""
        tenant = self._tenant
        told: dict[str, Any] = {}
        with tenant.lock:
            self._integration.settle()
            for model in MODELS:
                rows = tenant.rows(
                    f"SELECT id, deleted_at, purged, json FROM {model} JOIN {model}_body USING (number)"
                )
                told[model] = {
                    "living": {row[0]: _summary(model, row[3]) for row in rows if row[1] is None},
                    "deleted": sorted(row[0] for row in rows if row[1] is not None and not row[2]),
                    "purged": sorted(row[0] for row in rows if row[2]),
                }
        return told

    def set_limit(self, requests: int, seconds: float = 60.0) -> None:
        """So many requests in so many seconds; 0 switches the limit off. Counting starts afresh."""
        self._api.limit.requests, self._api.limit.seconds = requests, seconds
        self._api.limit.forget()

    def acts(self, order: Order) -> controls.Acts:
        return super().acts(order) | {
            ("POST", "sync"): lambda: {"events": self.sync(order.type)},
            ("PUT", "sync"): lambda: self.lag(order.lagging),
            ("POST", "lose"): lambda: {"records": self.lose(order.model, order.share)},
            ("DELETE", "lose"): lambda: {"records": self.regain(order.model)},
            ("PUT", "scope"): lambda: self.scope(order.unavailable, order.disabled, order.lacking),
            ("PUT", "health"): lambda: self.set_health(order.status, order.setup, order.seconds),
            ("PUT", "limit"): lambda: self.set_limit(order.requests, order.seconds or 60.0),
            ("PUT", "key"): lambda: self.expire_key(order.expired),
        }

    def state(self) -> dict[str, Any]:
        """A short overview."""
        tenant, health = self._tenant, self._integration.health
        with tenant.lock:
            self._integration.settle()
            counts = {model: (tenant.row(f"SELECT count(*) FROM {model}") or (0,))[0] for model in MODELS}
        return {
            "now": stamp(tenant.clock.now()),
            "offset": tenant.clock.offset,
            "integration": self._integration.name,
            **counts,
            "status": health.status,
            "setup": health.setup,
            "unavailable": sorted(health.unavailable),
            "disabled": sorted(health.disabled),
            "lacking": sorted(health.lacking),
            "lagging": self._integration.lagging,
            "faults": self.faults(),
        }


def _one_of(word: str, known: Iterable[Word]) -> Word:
    listed = tuple(known)
    for each in listed:
        if word == each:
            return each
    raise ValueError(f"“{word}” is not one of {', '.join(listed)}")


def _model(name: str) -> str:
    return _one_of(name.replace("-", "_"), MODELS)


def _summary(model: str, body: bytes) -> dict[str, Any]:
    record = msgspec.json.decode(body)
    return {name: record.get(name) for name in (*SUMMARY.get(model, ("name",)), "changed_at")}
