"""The sandbox's own controls, from Python and over HTTP under `/_sandbox/`.

    GET    /_sandbox/             what is going on: counts, clock, health, faults
    GET    /_sandbox/truth        what a complete copy must hold
    GET    /_sandbox/requests     requests in order of arrival; DELETE forgets them
    POST   /_sandbox/advance      {"events": 5} or {"kinds": {"new": 2, "moved": 1}}; answers what happened
    POST   /_sandbox/sync         {"type": "FULL"}: what waits for a sync arrives; PUT {"lagging": true} lets it wait
    POST   /_sandbox/lose         {"model": "candidates", "share": 0.5}: a mass deletion; DELETE brings all back
    GET    /_sandbox/faults       faults in force; POST {"faults": ["503@*/candidates#2"]} adds, DELETE clears
    PUT    /_sandbox/scope        {"unavailable": ["notes"], "disabled": ["tags"], "lacking": ["jobs.job_code"]}
    PUT    /_sandbox/health       {"status": "INVALID", "setup": "SETUP_SYNC_PENDING", "seconds": 30}
    PUT    /_sandbox/clock        {"offset": 3600} seconds ahead of the machine's clock
    PUT    /_sandbox/limit        {"requests": 300, "seconds": 60}; requests 0 switches the limit off
    PUT    /_sandbox/key          {"expired": true}: the API key has expired

Every request needs the header `X-Sandbox-Token`. `?integration=ID` means another integration than the first.
"""

import hmac
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.kombo import mass
from atsdesk.sandbox.kombo.api import Api
from atsdesk.sandbox.kombo.health import SETUPS, STATES
from atsdesk.sandbox.kombo.integration import DELTA, FULL, Integration
from atsdesk.sandbox.kombo.model import MODELS, encode
from atsdesk.sandbox.kombo.picking import Event, Impossible

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


class Control:
    """What a test may do to one integration; safe to call from any thread while requests are served."""

    def __init__(self, integration: Integration, api: Api, faults: Faults, journal: Journal) -> None:
        self._integration = integration
        self._tenant = integration.tenant
        self._api = api
        self._faults = faults
        self._journal = journal

    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        """So many events of all kinds, then so many of each named kind, such as `advance(new=2, moved=1)`."""
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

    def requests(self) -> list[dict[str, Any]]:
        """Requests in order of arrival, control requests left out."""
        return self._journal.requests()

    def clear_requests(self) -> None:
        """Forgets the requests."""
        self._journal.clear()

    def fail(self, *specs: str) -> None:
        """Adds faults; see `atsdesk.sandbox.faults`."""
        self._faults.add(*specs)

    def heal(self) -> None:
        """Removes all faults."""
        self._faults.clear()

    def faults(self) -> list[str]:
        """Faults that can still happen."""
        return self._faults.specs()

    def set_clock(self, offset: float) -> None:
        """Seconds ahead of the machine's clock."""
        self._tenant.clock.offset = offset

    def set_limit(self, requests: int, seconds: float = 60.0) -> None:
        """So many requests in so many seconds; 0 switches the limit off. Counting starts afresh."""
        self._api.limit.requests, self._api.limit.seconds = requests, seconds
        self._api.limit.forget()

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


class Order(msgspec.Struct):
    """What a control request may ask for."""

    events: int = 0
    kinds: dict[str, int] = {}
    faults: list[str] = []
    type: str = FULL
    lagging: bool = False
    model: str = "candidates"
    share: float = 1.0
    unavailable: list[str] = []
    disabled: list[str] = []
    lacking: list[str] = []
    status: str | None = None
    setup: str | None = None
    offset: float = 0.0
    requests: int = 300
    seconds: float | None = None
    expired: bool = True


def _act(control: Control, method: str, what: str, order: Order) -> Any:
    acts: dict[tuple[str, str], Callable[[], Any]] = {
        ("GET", ""): control.state,
        ("GET", "truth"): control.truth,
        ("GET", "requests"): control.requests,
        ("DELETE", "requests"): control.clear_requests,
        ("POST", "advance"): lambda: {"events": control.advance(order.events, **order.kinds)},
        ("POST", "sync"): lambda: {"events": control.sync(order.type)},
        ("PUT", "sync"): lambda: control.lag(order.lagging),
        ("POST", "lose"): lambda: {"records": control.lose(order.model, order.share)},
        ("DELETE", "lose"): lambda: {"records": control.regain(order.model)},
        ("GET", "faults"): lambda: {"faults": control.faults()},
        ("POST", "faults"): lambda: control.fail(*order.faults),
        ("DELETE", "faults"): lambda: control.heal(),
        ("PUT", "scope"): lambda: control.scope(order.unavailable, order.disabled, order.lacking),
        ("PUT", "health"): lambda: control.set_health(order.status, order.setup, order.seconds),
        ("PUT", "clock"): lambda: control.set_clock(order.offset),
        ("PUT", "limit"): lambda: control.set_limit(order.requests, order.seconds or 60.0),
        ("PUT", "key"): lambda: control.expire_key(order.expired),
    }
    answer = acts[method, what]()
    if answer is None:
        answer = {"faults": control.faults()} if what == "faults" else control.state()
    return answer


def routes(controls: dict[str, Control], token: str) -> list[Route]:
    """The same operations over HTTP; the first control is meant where none is named."""
    first = next(iter(controls.values()))

    async def endpoint(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get("x-sandbox-token", "").encode(), token.encode()):
            return _told(403, "The header X-Sandbox-Token is missing or wrong.")
        try:
            wanted = request.query_params.get("integration")
            control = controls[wanted] if wanted else first
            order = msgspec.json.decode(await request.body() or b"{}", type=Order)
            answer = _act(control, request.method, request.path_params["what"], order)
            return Response(encode(answer), 200, _HEADERS)
        except KeyError:
            return _told(404, "There is no such control or integration.")
        except (ValueError, msgspec.DecodeError) as error:
            return _told(400, str(error))
        except Impossible as error:
            return _told(409, str(error))

    return [Route(f"{CONTROL}/{{what:path}}", endpoint, methods=["GET", "POST", "PUT", "DELETE"])]


_HEADERS = {"content-type": "application/json"}


def _told(status: int, message: str) -> Response:
    return Response(encode({"message": message}), status, _HEADERS)
