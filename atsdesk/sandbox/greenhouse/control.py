"""The sandbox's own controls, from Python and over HTTP under `/_sandbox/`.

    GET    /_sandbox/             what is going on: counts, clock, scopes, faults
    GET    /_sandbox/truth        what a complete copy must hold
    GET    /_sandbox/requests     requests in order of arrival; DELETE forgets them
    POST   /_sandbox/advance      {"events": 5} or {"kinds": {"new": 2, "moved": 1}}; answers what happened
    GET    /_sandbox/faults       faults in force; POST {"faults": ["503@candidates#2"]} adds, DELETE clears
    PUT    /_sandbox/permissions  {"without": ["notes:list"], "private": false, "confidential": false}
    PUT    /_sandbox/clock        {"offset": 3600} seconds ahead of the machine's clock
    PUT    /_sandbox/limit        {"requests": 50, "seconds": 30}; requests 0 switches the limit off
    DELETE /_sandbox/tokens       revokes the tokens handed out so far
    POST   /_sandbox/secret       refuses the client's secret from now on; answers the new one

Every request needs the header `X-Sandbox-Token`.
"""

import hmac
from collections.abc import Sequence
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL
from atsdesk.sandbox.greenhouse import acts, evolve, resources
from atsdesk.sandbox.greenhouse.auth import Tokens
from atsdesk.sandbox.greenhouse.drawing import Impossible
from atsdesk.sandbox.greenhouse.evolve import Event
from atsdesk.sandbox.greenhouse.model.applications import Application
from atsdesk.sandbox.greenhouse.model.candidates import Candidate
from atsdesk.sandbox.greenhouse.model.record import encode
from atsdesk.sandbox.greenhouse.scopes import ALL, granted
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.times import stamp
from atsdesk.sandbox.greenhouse.window import Window
from atsdesk.sandbox.journal import Journal


class Control:
    """What a test may do to the sandbox; safe to call from any thread while requests are served."""

    def __init__(
        self,
        tenant: Tenant,
        faults: Faults,
        journal: Journal,
        tokens: Tokens,
        limit: Window,
        token_limit: Window,
    ) -> None:
        self._tenant = tenant
        self._faults = faults
        self._journal = journal
        self._tokens = tokens
        self._limit = limit
        self._token_limit = token_limit

    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        """So many events of all kinds, then so many of each named kind, such as `advance(new=2, moved=1)`."""
        return [*evolve.advance(self._tenant, events), *evolve.happen(self._tenant, kinds)]

    def merge(self, gone: int, kept: int) -> None:
        """Merges one candidate into another."""
        with self._tenant.changing():
            people = [self._tenant.get(Candidate, number) for number in (kept, gone)]
            acts.merge(self._tenant, people[0], people[1])

    def truth(self, *names: str) -> dict[str, Any]:
        """Rows with the time of their last change, of all lists or of those named; applications; who is gone.

        Rows that lists hide by default are in it: deleted job posts, service accounts, built-in reasons.
        """
        tenant = self._tenant
        with tenant.lock:
            rows = {
                name: dict(tenant.rows(f"SELECT id, updated_at FROM {name} ORDER BY id"))
                for name in names or resources.BY_NAME
            }
            applications = {one.id: _summary(one) for one in tenant.find(Application, "1")}
            gone: dict[str, list[int]] = {}
            for name, number in tenant.rows("SELECT resource, id FROM gone ORDER BY resource, id"):
                gone.setdefault(name, []).append(number)
            merged = dict(tenant.rows("SELECT id, merged_into FROM gone WHERE merged_into IS NOT NULL"))
            jobs = dict(tenant.rows("SELECT id, status FROM jobs ORDER BY id"))
        return {"rows": rows, "applications": applications, "gone": gone, "merged": merged, "jobs": jobs}

    def requests(self) -> list[dict[str, Any]]:
        """Requests in order of arrival, control requests left out."""
        return self._journal.requests()

    def clear_requests(self) -> None:
        """Forgets the requests."""
        self._journal.clear()

    def fail(self, *specs: str) -> None:
        """Adds faults; see `atsdesk.sandbox.faults`. Paths may leave `v3/` out."""
        self._faults.add(*specs)

    def heal(self) -> None:
        """Removes all faults."""
        self._faults.clear()

    def faults(self) -> list[str]:
        """Faults that can still happen."""
        return self._faults.specs()

    def permit(self, without: Sequence[str] = (), *, private: bool = True, confidential: bool = True) -> None:
        """Every scope but these; whether private candidates and confidential jobs are seen."""
        self._tenant.grant = granted(without, private=private, confidential=confidential)

    def set_clock(self, offset: float) -> None:
        """Seconds ahead of the machine's clock."""
        self._tenant.clock.offset = offset

    def set_limit(self, requests: int, seconds: float = 30.0) -> None:
        """So many requests in so many seconds; 0 switches the limit off. Counting starts afresh."""
        self._limit.requests, self._limit.seconds = requests, seconds
        self._limit.forget()
        self._token_limit.forget()

    def revoke_tokens(self) -> None:
        """No token that was handed out so far is good any more."""
        self._tokens.revoke()

    def rotate_secret(self) -> str:
        """A new secret; the old one is refused from now on."""
        return self._tokens.rotate()

    def state(self) -> dict[str, Any]:
        """A short overview."""
        tenant = self._tenant
        counts = {name: (tenant.row(f"SELECT count(*) FROM {name}") or (0,))[0] for name in resources.BY_NAME}
        return {
            "now": stamp(tenant.now()),
            "offset": tenant.clock.offset,
            "candidates": counts["candidates"],
            "rows": counts,
            "without": sorted(ALL - tenant.grant.scopes),
            "private": tenant.grant.private,
            "confidential": tenant.grant.confidential,
            "faults": self.faults(),
        }


def _summary(one: Application) -> dict[str, Any]:
    members = ("candidate_id", "job_id", "status", "stage_id", "stage_name", "prospect", "updated_at")
    return {name: getattr(one, name) for name in members}


class Order(msgspec.Struct):
    """What a control request may ask for."""

    events: int = 0
    kinds: dict[str, int] = {}
    faults: list[str] = []
    without: list[str] = []
    private: bool = True
    confidential: bool = True
    offset: float = 0.0
    requests: int = 50
    seconds: float = 30.0


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
            case "POST", "secret":
                return {"client_secret": control.rotate_secret()}
            case "DELETE", "tokens":
                control.revoke_tokens()
            case "POST", "faults":
                control.fail(*order.faults)
            case "DELETE", "faults":
                control.heal()
            case "PUT", "permissions":
                control.permit(order.without, private=order.private, confidential=order.confidential)
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
        except Impossible as error:
            return _told(409, str(error))

    methods = ["GET", "POST", "PUT", "DELETE"]
    return [Route(f"{CONTROL}/{{what:path}}", endpoint, methods=methods)]


_HEADERS = {"content-type": "application/json"}


def _told(status: int, message: str) -> Response:
    return Response(encode({"message": message}), status, _HEADERS)
