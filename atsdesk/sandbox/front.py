"""What stands in front of every imitation: the journal, the `Date` header and the faults."""

import asyncio
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.journal import Journal, Request
from atsdesk.sandbox.misbehave import Exchange, Manners, perform

CONTROL = "/_sandbox"
CREDENTIALS = frozenset((b"authorization", b"x-smarttoken"))


class Front:
    """Passes requests on to an application, unless a fault is due; control requests always pass."""

    def __init__(
        self,
        app: ASGIApp,
        clock: Clock,
        journal: Journal,
        faults: Faults,
        manners: Manners,
        closing: asyncio.Event,
    ) -> None:
        self._app = app
        self._clock = clock
        self._journal = journal
        self._faults = faults
        self._manners = manners
        self._closing = closing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        path: str = scope["path"]
        request = Request(
            at=self._clock.now(),
            method=scope["method"],
            path=path,
            query=scope["query_string"].decode("latin-1"),
            credential=any(name in CREDENTIALS for name, _ in scope["headers"]),
        )
        started = time.monotonic()

        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                request.status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"date", self._clock.http_date())]
            await send(message)
            if message["type"] == "http.response.body":
                request.seconds = time.monotonic() - started

        if path.startswith(CONTROL):
            await self._app(scope, receive, dated)
            return
        self._journal.add(request)
        fault = self._faults.take(request.method, path, self._manners.page_of(scope["query_string"]))
        if fault is None:
            await self._app(scope, receive, dated)
            return
        request.fault = fault.spec
        exchange = Exchange(self._app, scope, receive, dated, self._manners, self._clock, self._closing)
        await perform(fault, exchange)
