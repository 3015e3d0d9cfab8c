"""The sandbox's own controls, from Python and over HTTP under `/_sandbox/`.

    GET    /_sandbox/             what is going on: counts, clock, permissions, faults
    GET    /_sandbox/truth        what a complete copy must hold
    GET    /_sandbox/requests     requests in order of arrival; DELETE forgets them
    POST   /_sandbox/advance      {"events": 5} or {"kinds": {"new": 2, "moved": 1}}; answers what happened
    GET    /_sandbox/faults       faults in force; POST {"faults": ["503@candidates#2"]} adds, DELETE clears
    PUT    /_sandbox/permissions  {"without": ["include source"], "scope": "published"}
    PUT    /_sandbox/clock        {"offset": 3600} seconds ahead of the machine's clock
    PUT    /_sandbox/limit        {"requests": 100, "seconds": 60}; requests 0 switches the limit off

Every request needs the header `X-Sandbox-Token`.
"""

import hmac
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.comeet import evolve
from atsdesk.sandbox.comeet.evolve import Event
from atsdesk.sandbox.comeet.model import encode, read_candidate
from atsdesk.sandbox.comeet.permissions import ALL, granted
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.limit import RateLimit


class Control:
    """What a test may do to the sandbox; safe to call from any thread while requests are served."""

    def __init__(self, tenant: Tenant, faults: Faults, journal: Journal, limit: RateLimit) -> None:
        self._tenant = tenant
        self._faults = faults
        self._journal = journal
        self._limit = limit

    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        """So many events of all kinds, then so many of each named kind, such as `advance(new=2, moved=1)`."""
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

    def permit(self, without: tuple[str, ...] | list[str] = (), scope: str = "all") -> None:
        """Everything is allowed but these."""
        self._tenant.grant = granted(without, scope)

    def set_clock(self, offset: float) -> None:
        """Seconds ahead of the machine's clock."""
        self._tenant.clock.offset = offset

    def set_limit(self, requests: int, seconds: float = 60.0) -> None:
        """So many requests in so many seconds; 0 switches the limit off. Counting starts afresh."""
        self._limit.requests, self._limit.seconds = requests, seconds
        self._limit.forget()

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


class Order(msgspec.Struct):
    """What a control request may ask for."""

    events: int = 0
    kinds: dict[str, int] = {}
    faults: list[str] = []
    without: list[str] = []
    scope: str = "all"
    offset: float = 0.0
    requests: int = 100
    seconds: float = 60.0


def routes(control: Control, token: str) -> list[Route]:
    """The same operations over HTTP."""

    def act(method: str, what: str, order: Order) -> Any:
        match method, what:
            case "GET", "":
                return control.state()
            case "GET", "truth":
                return control.truth()
            case "GET", "requests":
                return control.requests()
            case "DELETE", "requests":
                return control.clear_requests()
            case "POST", "advance":
                return {"events": control.advance(order.events, **order.kinds)}
            case "POST", "faults":
                control.fail(*order.faults)
            case "DELETE", "faults":
                control.heal()
            case "PUT", "permissions":
                control.permit(order.without, order.scope)
            case "PUT", "clock":
                control.set_clock(order.offset)
            case "PUT", "limit":
                control.set_limit(order.requests, order.seconds)
            case "GET", "faults":
                pass
            case _:
                raise LookupError(what)
        return {"faults": control.faults()} if what == "faults" else control.state()

    async def endpoint(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get("x-sandbox-token", "").encode(), token.encode()):
            return _told(403, "The header X-Sandbox-Token is missing or wrong.")
        try:
            order = msgspec.json.decode(await request.body() or b"{}", type=Order)
            return Response(encode(act(request.method, request.path_params["what"], order)), 200, _HEADERS)
        except LookupError:
            return _told(404, "There is no such control.")
        except (ValueError, msgspec.DecodeError) as error:
            return _told(400, str(error))
        except evolve.Impossible as error:
            return _told(409, str(error))

    methods = ["GET", "POST", "PUT", "DELETE"]
    return [Route(f"{CONTROL}/{{what:path}}", endpoint, methods=methods)]


_HEADERS = {"content-type": "application/json"}


def _told(status: int, message: str) -> Response:
    return Response(encode({"message": message}), status, _HEADERS)
