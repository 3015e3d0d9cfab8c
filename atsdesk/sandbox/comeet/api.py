"""The Recruiting API over HTTP: which path does what. Source: Comeet's Recruiting API documentation, "Endpoints"."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from atsdesk.sandbox.comeet import attaching, auth, files, listing, openings, persons, writing
from atsdesk.sandbox.comeet.refusals import Refused, answer_method, answer_refused, answer_unknown
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.limit import RateLimit

Act = Callable[[Request], Awaitable[bytes]]
Read = Callable[[Request], bytes]
Write = Callable[[Tenant, Mapping[str, Any]], bytes]
WriteTo = Callable[[Tenant, str, Mapping[str, Any]], bytes]


class Api:
    """Answers requests with a good token and within the limit."""

    def __init__(self, tenant: Tenant, base_url: str, key: str, secret: str) -> None:
        self._tenant = tenant
        self._base_url = base_url
        self._key = key
        self._secret = secret
        self._links = files.Links(tenant, base_url, secret)
        self.limit = RateLimit(tenant.rules.rate_requests, tenant.rules.rate_seconds)

    def app(self, more: list[BaseRoute]) -> Starlette:
        """The application; `more` are routes beside the API."""
        handlers: dict[Any, Any] = {Refused: answer_refused, 404: answer_unknown, 405: answer_method}
        return Starlette(routes=[*more, *self._routes()], exception_handlers=handlers)

    def _routes(self) -> list[Route]:
        tenant = self._tenant
        created = tenant.rules.created_status
        return [
            self._read("/candidates", lambda r: listing.candidates(tenant, r, self._base_url)),
            self._write("/candidates", writing.create, created),
            self._read("/candidates/{uid}", self._one_candidate),
            self._write_to("/candidates/{uid}", writing.update, "PATCH"),
            self._read("/candidates/{uid}/files", lambda r: attaching.files_of(tenant, r.path_params["uid"])),
            self._write_to("/candidates/{uid}/files", attaching.add_file),
            self._write_to("/candidates/{uid}/resume", attaching.add_resume),
            self._write_to("/candidates/{uid}/notes", attaching.add_note),
            self._read("/deleted-candidates", lambda r: listing.deleted(tenant, r)),
            self._read(
                "/sourcing/candidates/find_duplicates",
                lambda r: persons.duplicates(tenant, dict(r.query_params)),
            ),
            self._read("/positions", lambda r: listing.positions(tenant, r, self._base_url)),
            self._read("/positions/{uid}", lambda r: listing.position(tenant, r.path_params["uid"])),
            self._read(
                "/positions/{uid}/candidates",
                lambda r: listing.candidates(tenant, r, self._base_url, r.path_params["uid"]),
            ),
            self._write("/openings/", openings.open_opening, created),
            self._write("/openings", openings.open_opening, created),
            self._read(
                "/person/{uid}", lambda r: persons.erase_person(tenant, r.path_params["uid"]), "DELETE"
            ),
            Route(files.PREFIX + "/{token}/{uid}/{number:int}/{name:path}", self._file, methods=["GET"]),
        ]

    def _read(self, path: str, read: Read, method: str = "GET") -> Route:
        async def act(request: Request) -> bytes:
            return read(request)

        return self._route(path, act, method, 200)

    def _write(self, path: str, write: Write, status: int) -> Route:
        async def act(request: Request) -> bytes:
            return write(self._tenant, await self._body(request))

        return self._route(path, act, "POST", status)

    def _write_to(self, path: str, write: WriteTo, method: str = "POST") -> Route:
        async def act(request: Request) -> bytes:
            return write(self._tenant, request.path_params["uid"], await self._body(request))

        return self._route(path, act, method, 200)

    def _route(self, path: str, act: Act, method: str, status: int) -> Route:
        async def endpoint(request: Request) -> Response:
            rules = self._tenant.rules
            header = request.headers.get("authorization", "")
            key = auth.check(header, self._key, self._secret, self._tenant.clock.now(), rules.token_leeway)
            if not self.limit.allows(key):
                refusal = await answer_refused(request, Refused(429))
                if rules.retry_after:
                    refusal.headers["retry-after"] = str(int(rules.rate_seconds))
                return refusal
            body = self._links.sign(await act(request))
            return Response(body, status, media_type="application/json")

        return Route(path, endpoint, methods=[method])

    async def _body(self, request: Request) -> Mapping[str, Any]:
        received = bytearray()
        async for chunk in request.stream():
            received += chunk
            if len(received) > self._tenant.rules.body_limit:
                raise Refused(413, "request_too_large", "The request is too large.")
        try:
            return msgspec.json.decode(received, type=dict[str, Any])
        except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
            raise Refused(400, message="The body is not a JSON object.") from None

    def _one_candidate(self, request: Request) -> bytes:
        tenant = self._tenant
        real = request.headers.get("identifier_type") == "REAL_ID"
        with tenant.lock:
            uid = listing.candidate(tenant, request.path_params["uid"], real)
            return listing.one_candidate(tenant, uid, listing.included(request))

    async def _file(self, request: Request) -> Response:
        return files.serve(self._tenant, self._links, request)
