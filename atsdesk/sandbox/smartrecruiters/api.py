"""The Customer API over HTTP: which path does what. Source: vendor documentation, "Endpoints"."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Message, Receive, Scope, Send

from atsdesk.sandbox.smartrecruiters import refusals
from atsdesk.sandbox.smartrecruiters.auth import TOKEN_PATH, Gatekeeper
from atsdesk.sandbox.smartrecruiters.defaults import ORIGIN
from atsdesk.sandbox.smartrecruiters.limits import CANDIDATES, USUAL, Limits
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.routes import CALLS, Call
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

JSON = "application/json"
Answer = Callable[[Request, Exception], Awaitable[Response]]


class Api:
    """Answers requests with a good credential and within the limits."""

    def __init__(self, tenant: Tenant, base_url: str, keeper: Gatekeeper) -> None:
        self.tenant = tenant
        self.keeper = keeper
        self.limits = Limits(tenant.rules)
        self._base_url = base_url

    def app(self, more: list[BaseRoute]) -> Starlette:
        """The application; `more` are routes beside the API."""
        handlers: dict[Any, Any] = {
            Refused: refusals.answer_refused,
            404: self._told(refusals.answer_unknown),
            405: self._told(refusals.answer_method),
        }
        issue = Route(TOKEN_PATH, self.keeper.issue, methods=["POST"])
        routes = [Route(call.path, Gate(self, call), methods=[call.method]) for call in CALLS]
        return Starlette(routes=[*more, issue, *routes], exception_handlers=handlers)

    def _told(self, answer: Answer) -> Answer:
        async def handler(request: Request, error: Exception) -> Response:
            response = await answer(request, error)
            response.raw_headers.extend(self.limits.headers("", USUAL))
            return response

        return handler

    def localised(self, response: Response) -> Response:
        """The answer with links to this sandbox instead of the vendor's host."""
        if response.headers.get("content-type") == JSON and not isinstance(response, StreamingResponse):
            response.body = bytes(response.body).replace(ORIGIN.encode(), self._base_url.encode())
            response.headers["content-length"] = str(len(response.body))
        if "link" in response.headers:
            response.headers["link"] = response.headers["link"].replace(ORIGIN, self._base_url)
        return response


class Gate:
    """One call of the API: credential, limits, scope, answer; every answer tells about the limits."""

    def __init__(self, api: Api, call: Call) -> None:
        self._api = api
        self._call = call

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        limits, lane = self._api.limits, self._call.lane
        key = ""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *limits.headers(key, lane)]
            await send(message)

        try:
            key = self._api.keeper.check(Headers(scope=scope))
            with limits.slot(key, lane):
                response = await self._answer(Request(scope, receive))
                await response(scope, receive, told)
        except Refused as refused:
            response = refused.answer()
            if refused.status == 429 and self._api.tenant.rules.retry_after:
                response.headers["retry-after"] = "1"
            await response(scope, receive, told)

    async def _answer(self, request: Request) -> Response:
        tenant, call = self._api.tenant, self._call
        if call.scope not in tenant.allowed:
            raise Refused(403, f"The credential lacks the scope {call.scope}.")
        if call.lane == CANDIDATES:
            await asyncio.sleep(tenant.rules.list_seconds)
        made = call.act(tenant, request)
        if isinstance(made, Awaitable):
            made = await made
        if not isinstance(made, Response):
            made = Response(
                made, call.status or tenant.rules.created_status, media_type=JSON if made else None
            )
        return self._api.localised(made)
