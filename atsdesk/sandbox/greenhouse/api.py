"""Harvest v3 over HTTP: which path does what. Source: Harvest documentation, "Resources", "Writes (v3)".

Routing comes before authentication: an unknown path answers 404 without a token (SECONDARY, measured [T1]).
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from atsdesk.sandbox.greenhouse import listing, resources
from atsdesk.sandbox.greenhouse.auth import Tokens
from atsdesk.sandbox.greenhouse.files import PREFIX, Links
from atsdesk.sandbox.greenhouse.model.organization import User
from atsdesk.sandbox.greenhouse.model.record import encode
from atsdesk.sandbox.greenhouse.refusals import Refused
from atsdesk.sandbox.greenhouse.resources import Resource
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.window import Count, Window
from atsdesk.sandbox.greenhouse.writing import WRITES, Write

V3 = "/v3"
TOKEN = "/token"  # a path, not a credential
Act = Callable[[Request, User], Awaitable[Response]]


class Api:
    """Answers requests with a good token and within the limit."""

    def __init__(self, tenant: Tenant, origin: str, tokens: Tokens, secret: str) -> None:
        self._tenant = tenant
        self._origin = origin
        self._tokens = tokens
        self._links = Links(tenant, origin, secret)
        rules = tenant.rules
        self.limit = Window(rules.rate_requests, rules.rate_seconds, tenant.clock)
        self.token_limit = Window(rules.token_requests, rules.token_window, tenant.clock)

    def app(self, more: list[BaseRoute]) -> Starlette:
        """The application; `more` are routes beside the API."""
        handlers: dict[Any, Any] = {404: self._unknown, 405: self._unknown}
        return Starlette(routes=[*more, *self._routes()], exception_handlers=handlers)

    def _routes(self) -> list[Route]:
        return [
            Route(TOKEN, self._token, methods=["POST"]),
            Route("/introspect", self._introspect, methods=["POST"]),
            *(self._list(resource) for resource in resources.ALL),
            self._route(f"{V3}/rejection_reasons/{{id:int}}", "GET", "rejection_reasons:list", self._reason),
            *(self._write(write) for write in WRITES),
            Route(f"{PREFIX}/{{token}}/{{number:int}}/{{name:path}}", self._links.serve, methods=["GET"]),
        ]

    def _list(self, resource: Resource) -> Route:
        path = f"{V3}/{resource.name}"

        async def act(request: Request, user: User) -> Response:
            if not user.site_admin:
                if self._tenant.rules.refuse_others:
                    raise Refused(403, "Only a Site Admin may read lists.")
                return _json(b"[]")
            page = listing.page(self._tenant, resource, request.query_params.multi_items())
            answer = _json(self._links.sign(page.body))
            if page.following:
                address = f"{self._origin}{path}?cursor={page.following}"
                answer.headers["link"] = f'<{address}>; rel="next"'
            return answer

        return self._route(path, "GET", f"{resource.name}:list", act)

    async def _reason(self, request: Request, user: User) -> Response:
        if not user.site_admin:
            raise Refused(403, "Only a Site Admin may read rejection reasons.")
        return _json(listing.reason(self._tenant, request.path_params["id"]))

    def _write(self, write: Write) -> Route:
        async def act(request: Request, user: User) -> Response:
            body = await self._body(request)
            with self._tenant.changing():
                answer = write.act(self._tenant, user, request.path_params.get("id", 0), body)
            if answer is None:
                return Response(status_code=204)
            return _json(self._links.sign(encode(answer)), write.status)

        return self._route(f"{V3}/{write.path}", write.method, write.scope, act)

    def _route(self, path: str, method: str, scope: str, act: Act) -> Route:
        async def endpoint(request: Request) -> Response:
            client = ""
            try:
                user = self._tokens.check(request.headers.get("authorization", ""))
                client = self._tokens.client_id
            except Refused as refusal:
                return _refused(refusal, self.limit.count(client))
            count = self.limit.count(client)
            if not count.allowed:
                return self._too_many(count)
            try:
                if not self._tenant.grant.has(scope):
                    raise Refused(403, f"The credential lacks the scope harvest:{scope}.")
                answer = await act(request, user)
            except Refused as refusal:
                return _refused(refusal, count)
            answer.headers.update(count.headers())
            return answer

        return Route(path, endpoint, methods=[method])

    def _too_many(self, count: Count) -> Response:
        answer = _refused(Refused(429), count)
        if self._tenant.rules.retry_after:
            answer.headers["retry-after"] = str(count.seconds)
        return answer

    async def _token(self, request: Request) -> Response:
        return await self._authorize(request, self._tokens.issue)

    async def _introspect(self, request: Request) -> Response:
        return await self._authorize(request, self._tokens.introspect)

    async def _authorize(
        self, request: Request, act: Callable[[str, Mapping[str, str]], dict[str, Any]]
    ) -> Response:
        """`grant_type` may stand in the form or in the query (CONFIRMED [V9])."""
        form = parse_qsl((await request.body()).decode("utf-8", "replace"))
        given = {**dict(request.query_params), **dict(form)}
        count = self.token_limit.count("")
        if not count.allowed:
            return self._too_many(count)
        try:
            return _json(encode(act(request.headers.get("authorization", ""), given)))
        except Refused as refusal:
            return _json(refusal.json(), refusal.status)

    async def _unknown(self, request: Request, _: Exception) -> Response:
        """No such path; those of v1 and v2 are gone."""
        old = request.url.path.startswith(("/v1/", "/v2/"))
        return _refused(Refused(self._tenant.rules.retired_status if old else 404), self.limit.count(""))

    async def _body(self, request: Request) -> dict[str, Any]:
        received = bytearray()
        async for chunk in request.stream():
            received += chunk
            if len(received) > self._tenant.rules.body_limit:
                raise Refused(413)
        try:
            return msgspec.json.decode(received or b"{}", type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise Refused(400, "The body is not a JSON object.") from None


def _json(body: bytes, status: int = 200) -> Response:
    return Response(body, status, media_type="application/json")


def _refused(refusal: Refused, count: Count) -> Response:
    answer = _json(refusal.json(), refusal.status)
    answer.headers.update(count.headers())
    return answer
