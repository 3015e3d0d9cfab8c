"""The sandbox's own controls, from Python and over HTTP under `/_sandbox/`.

    GET    /_sandbox/             what is going on: counts, clock, scopes, faults
    GET    /_sandbox/truth        what a complete copy must hold
    GET    /_sandbox/requests     requests in order of arrival; DELETE forgets them
    POST   /_sandbox/advance      {"events": 5} or {"kinds": {"new": 2, "moved": 1}}; answers what happened
    GET    /_sandbox/faults       faults in force; POST {"faults": ["503@candidates#2"]} adds, DELETE clears
    PUT    /_sandbox/permissions  {"without": ["jobs_read"]}
    DELETE /_sandbox/tokens       every access token has expired
    PUT    /_sandbox/clock        {"offset": 3600} seconds ahead of the machine's clock
    PUT    /_sandbox/limit        {"requests": 10, "seconds": 1, "concurrent": 8}; requests 0 switches the limit off

Every request needs the header `X-Sandbox-Token`.
"""

import hmac
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.smartrecruiters import evolve, truth
from atsdesk.sandbox.smartrecruiters.api import Api
from atsdesk.sandbox.smartrecruiters.evolve import Event
from atsdesk.sandbox.smartrecruiters.model import encode
from atsdesk.sandbox.smartrecruiters.scopes import ALL, granted


class Control:
    """What a test may do to the sandbox; safe to call from any thread while requests are served."""

    def __init__(self, api: Api, faults: Faults, journal: Journal) -> None:
        self._api = api
        self._tenant = api.tenant
        self._faults = faults
        self._journal = journal

    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        """So many events of all kinds, then so many of each named kind, such as `advance(new=2, moved=1)`."""
        return [*evolve.advance(self._tenant, events), *evolve.happen(self._tenant, kinds)]

    def truth(self) -> dict[str, Any]:
        """Candidates with their applications, interviews by interviewer and slot, offers, jobs, users; who is gone."""
        return truth.of(self._tenant)

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

    def permit(self, without: tuple[str, ...] | list[str] = ()) -> None:
        """Every scope is granted but these."""
        self._tenant.allowed = granted(without)

    def expire_tokens(self) -> None:
        """Every access token has expired."""
        self._api.keeper.expire()

    def set_clock(self, offset: float) -> None:
        """Seconds ahead of the machine's clock."""
        self._tenant.clock.offset = offset

    def set_limit(self, requests: int, seconds: float = 1.0, concurrent: int = 8) -> None:
        """So many requests in so many seconds, so many at a time; 0 switches a limit off."""
        self._api.limits.set(requests, seconds, concurrent)

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


class Order(msgspec.Struct):
    """What a control request may ask for."""

    events: int = 0
    kinds: dict[str, int] = {}
    faults: list[str] = []
    without: list[str] = []
    offset: float = 0.0
    requests: int = 10
    seconds: float = 1.0
    concurrent: int = 8


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
            case "DELETE", "tokens":
                return control.expire_tokens()
            case "POST", "advance":
                return {"events": control.advance(order.events, **order.kinds)}
            case "POST", "faults":
                control.fail(*order.faults)
            case "DELETE", "faults":
                control.heal()
            case "PUT", "permissions":
                control.permit(order.without)
            case "PUT", "clock":
                control.set_clock(order.offset)
            case "PUT", "limit":
                control.set_limit(order.requests, order.seconds, order.concurrent)
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
