"""What the controls of all sandboxes have in common, from Python and over HTTP under `/_sandbox/`.

    GET    /_sandbox/             what is going on: counts, clock, faults
    GET    /_sandbox/truth        what a complete copy must hold
    GET    /_sandbox/requests     requests in order of arrival; DELETE forgets them
    POST   /_sandbox/advance      {"events": 5} or {"kinds": {"new": 2, "moved": 1}}; answers what happened
    GET    /_sandbox/faults       faults in force; POST {"faults": ["503@candidates#2"]} adds, DELETE clears
    PUT    /_sandbox/clock        {"offset": 3600} seconds ahead of the machine's clock

Every request needs the header `X-Sandbox-Token`. Each imitation's own are in its `control`.
"""

import hmac
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL
from atsdesk.sandbox.happening import Event, Impossible
from atsdesk.sandbox.journal import Journal

Acts = dict[tuple[str, str], Callable[[], Any]]
"""What is done for a method and a path. Without an answer of its own, the faults or the state are told."""


class Order(msgspec.Struct):
    """What a control request may ask for."""

    events: int = 0
    kinds: dict[str, int] = {}
    faults: list[str] = []
    offset: float = 0.0


O = TypeVar("O", bound=Order)  # noqa: E741 - of an order


class Controls(ABC, Generic[O]):
    """What a test may do to a sandbox; safe to call from any thread while requests are served."""

    order: type[O]

    def __init__(self, clock: Clock, faults: Faults, journal: Journal) -> None:
        self._clock = clock
        self._faults = faults
        self._journal = journal

    @abstractmethod
    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        """So many events of all kinds, then so many of each named kind, such as `advance(new=2, moved=1)`."""

    @abstractmethod
    def truth(self) -> dict[str, Any]:
        """What a complete copy must hold."""

    @abstractmethod
    def state(self) -> dict[str, Any]:
        """A short overview."""

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
        self._clock.offset = offset

    def acts(self, order: O) -> Acts:
        """What can be done over HTTP."""
        return {
            ("GET", ""): self.state,
            ("GET", "truth"): self.truth,
            ("GET", "requests"): self.requests,
            ("DELETE", "requests"): self.clear_requests,
            ("POST", "advance"): lambda: {"events": self.advance(order.events, **order.kinds)},
            ("GET", "faults"): lambda: None,
            ("POST", "faults"): lambda: self.fail(*order.faults),
            ("DELETE", "faults"): self.heal,
            ("PUT", "clock"): lambda: self.set_clock(order.offset),
        }

    def act(self, method: str, what: str, body: bytes) -> Any:
        """Do what a request asks for. `LookupError`, `ValueError` or `Impossible` where that cannot be."""
        act = self.acts(msgspec.json.decode(body or b"{}", type=self.order))[method, what]
        answer = act()
        if answer is None:
            return {"faults": self.faults()} if what == "faults" else self.state()
        return answer


def routes(find: Callable[[Request], Controls[Any]], token: str) -> list[Route]:
    """The controls that `find` finds, over HTTP."""

    async def endpoint(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get("x-sandbox-token", "").encode(), token.encode()):
            return _told(403, {"message": "The header X-Sandbox-Token is missing or wrong."})
        try:
            found = find(request)
            return _told(200, found.act(request.method, request.path_params["what"], await request.body()))
        except LookupError:
            return _told(404, {"message": "There is no such control."})
        except (ValueError, msgspec.DecodeError) as error:
            return _told(400, {"message": str(error)})
        except Impossible as error:
            return _told(409, {"message": str(error)})

    return [Route(f"{CONTROL}/{{what:path}}", endpoint, methods=["GET", "POST", "PUT", "DELETE"])]


def _told(status: int, answer: Any) -> Response:
    return Response(msgspec.json.encode(answer), status, {"content-type": "application/json"})
