"""The unified API over HTTP: which path does what. Source: Kombo documentation, "Endpoints"."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from atsdesk.sandbox.kombo import actions, applying, bodies, listing
from atsdesk.sandbox.kombo.defaults import Rules
from atsdesk.sandbox.kombo.integration import DELTA, FULL, Integration
from atsdesk.sandbox.kombo.limit import Window
from atsdesk.sandbox.kombo.live import Live
from atsdesk.sandbox.kombo.model import MODELS, encode
from atsdesk.sandbox.kombo.refusals import Refused, answer_method, answer_refused, answer_unknown, invalid
from atsdesk.sandbox.kombo.tenant import Tenant

PREFIX = "/v1"
READ_FILES = "ats_read_attachments"
JSON = "application/json"

Act = Callable[[Request], Awaitable[bytes]]


class Api:
    """Answers requests with the key of the environment and within the limit."""

    def __init__(
        self, integrations: Mapping[str, Integration], rules: Rules, key: str, environment: str, origin: str
    ) -> None:
        self._integrations = integrations
        self._rules = rules
        self._key = key
        self._environment = environment
        tenants = {name: one.tenant for name, one in integrations.items()}
        self._live = Live(tenants, origin, key)
        self.limit = Window(rules.rate_requests, rules.rate_seconds)
        self.key_expired = False

    def app(self, more: list[BaseRoute]) -> Starlette:
        """The application; `more` are routes beside the API."""
        handlers: dict[Any, Any] = {Refused: answer_refused, 404: answer_unknown, 405: answer_method}
        return Starlette(routes=[*more, *self._routes()], exception_handlers=handlers)

    def _routes(self) -> list[Route]:
        lists = [self._list(model) for model in MODELS]
        return [
            self._route("/check-api-key", self._check_key),
            self._route("/integrations/{integration_id}", self._details),
            self._route("/integrations/{integration_id}/enabled", self._enable, "PUT"),
            self._route("/tools/{category}", self._tools),
            self._route("/force-sync", self._force_sync, "POST"),
            *lists,
            self._route("/ats/actions/ats_create_application", self._restrictions),
            self._action("GET", "/ats/candidates/{id}/attachments", READ_FILES, self._files_of_candidate),
            self._action("GET", "/ats/applications/{id}/attachments", READ_FILES, self._files_of_application),
            *(self._action(*act) for act in actions.ACTS),
            self._route("/ats/import-tracked-application", self._not_there, "POST"),
            self._route("/passthrough/{tool}/{api}", self._not_there, "POST"),
            self._live.route(),
        ]

    def _route(self, path: str, act: Act, method: str = "GET") -> Route:
        async def endpoint(request: Request) -> Response:
            headers: dict[str, str] = {}
            try:
                self._authenticate(request)
                allowed, headers = self.limit.take(self._key)
                if not allowed:
                    if self._rules.retry_after:
                        headers["retry-after"] = headers["ratelimit-reset"]
                    raise Refused("PLATFORM.RATE_LIMIT_EXCEEDED")
                answer = Response(await act(request), media_type=JSON)
            except Refused as refusal:
                answer = await answer_refused(request, refusal)
            answer.headers.update(headers | getattr(request.state, "headers", {}))
            return answer

        return Route(PREFIX + path, endpoint, methods=[method])

    def _authenticate(self, request: Request) -> None:
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        good = hmac.compare_digest(key.strip().encode(), self._key.encode())
        if scheme.lower() != "bearer" or not good or self.key_expired:
            message = "The API key has expired." if good and self.key_expired else None
            raise Refused("PLATFORM.AUTHENTICATION_INVALID", message)

    def integration(self, request: Request) -> Integration:
        """The one that the header names; INFERRED: 400 without the header, 404 for one that is not there."""
        name = request.headers.get("x-integration-id", "").strip()
        if not name:
            raise invalid("The header X-Integration-Id is missing.")
        return self._known(name)

    def _known(self, name: str) -> Integration:
        integration = self._integrations.get(name)
        if integration is None:
            raise Refused("PLATFORM.INTEGRATION_NOT_FOUND")
        integration.settle()
        return integration

    async def body(self, request: Request) -> dict[str, Any]:
        """The JSON object that was sent."""
        received = bytearray()
        async for chunk in request.stream():
            received += chunk
            if len(received) > self._rules.body_limit:
                raise Refused("PLATFORM.INPUT_INVALID", "The request is too large.", 413)
        try:
            return msgspec.json.decode(received or b"{}", type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise invalid("The body is not a JSON object.") from None

    async def _check_key(self, _: Request) -> bytes:
        return success({"environment_id": self._environment, "customer_id": self._environment})

    async def _details(self, request: Request) -> bytes:
        integration = self._known(request.path_params["integration_id"])
        return success(integration.health.details(integration.name))

    async def _force_sync(self, request: Request) -> bytes:
        integration = self.integration(request)
        kind = (await self.body(request)).get("type", FULL)
        if kind not in (FULL, DELTA):
            raise invalid("type must be FULL or DELTA.")
        integration.health.check(self._rules.setup_status)
        return success(integration.force_sync(kind))

    def _list(self, model: str) -> Route:
        async def act(request: Request) -> bytes:
            integration = self.integration(request)
            health = integration.health
            health.check(self._rules.setup_status)
            health.check_model(model)
            return listing.page(integration.tenant, model, request.query_params, health.lacks(model))

        return self._route(f"/ats/{model.replace('_', '-')}", act)

    def _action(self, method: str, path: str, name: str, act: actions.Act) -> Route:
        async def wait_for_the_ats(request: Request) -> bytes:
            integration = self.integration(request)
            integration.health.check(self._rules.setup_status)
            integration.health.check_action(name)
            body = await self.body(request)
            try:
                with integration.actions.one_more():
                    request.state.headers = integration.actions.headers
                    await asyncio.sleep(self._rules.action_seconds)
                    data, warnings = act(integration.tenant, request.path_params.get("id", ""), body)
            except Refused:
                request.state.headers = integration.actions.headers
                raise
            return success(data, warnings)

        return self._route(path, wait_for_the_ats, method)

    def _files_of_candidate(self, tenant: Tenant, candidate_id: str, _: actions.Body) -> actions.Done:
        return {"results": self._live.of_candidate(tenant, candidate_id)}, []

    def _files_of_application(self, tenant: Tenant, application_id: str, _: actions.Body) -> actions.Done:
        return {"results": self._live.of_application(tenant, application_id)}, []

    async def _restrictions(self, request: Request) -> bytes:
        integration = self.integration(request)
        integration.health.check(self._rules.setup_status)
        return success({"attachment_restrictions": applying.restrictions(integration.tenant)})

    async def _not_there(self, request: Request) -> bytes:
        """INFERRED: passthrough and tracking are enabled on request only."""
        self.integration(request)
        raise Refused("INTEGRATION.ACTION_NOT_AVAILABLE")

    async def _enable(self, request: Request) -> bytes:
        integration = self._known(request.path_params["integration_id"])
        integration.enable(bodies.read(await self.body(request), bodies.Switch).value)
        return success({})

    async def _tools(self, request: Request) -> bytes:
        category = request.path_params["category"]
        if category not in ("hris", "ats", "assessment", "lms"):
            raise invalid("category must be hris, ats, assessment or lms.")
        one = next(iter(self._integrations.values())).health.details("")["tool"]
        return success({"tools": [one] if category == "ats" else []})


def success(data: Any, warnings: list[str] | None = None) -> bytes:
    """The envelope of an answer that is no list; answers to actions have warnings."""
    more = {} if warnings is None else {"warnings": [{"message": warning} for warning in warnings]}
    return encode({"status": "success", "data": data, **more})
