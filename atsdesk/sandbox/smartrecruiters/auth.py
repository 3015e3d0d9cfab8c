"""API keys and access tokens. Source: vendor documentation, "Base URLs & auth" (C:V4,V5; S:T2,T7)."""

import hmac
import secrets as randomness
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.smartrecruiters.defaults import Rules
from atsdesk.sandbox.smartrecruiters.model import encode
from atsdesk.sandbox.smartrecruiters.refusals import Refused

TOKEN_PATH = "/identity/oauth/token"
_EXPIRED = "The access token has expired."


class Gatekeeper:
    """Knows the credentials and the tokens that were issued; each credential is one key for the limits."""

    def __init__(self, secrets: Mapping[str, str], clock: Clock, rules: Rules) -> None:
        self._secrets = secrets
        self._clock = clock
        self._rules = rules
        self._tokens: dict[str, int] = {}

    def check(self, headers: Headers) -> str:
        """The name of a good credential; otherwise 401, which says “expired” when only time is the matter."""
        key = headers.get("x-smarttoken")
        if key is not None:
            if not _same(key, self._secrets["api_key"]):
                raise Refused(401)
            return "api_key"
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Refused(401)
        expires = self._tokens.get(token.strip())
        if expires is None:
            raise Refused(401)
        if expires <= self._clock.now():
            raise Refused(401, _EXPIRED)
        return self._secrets["client_id"]

    def expire(self) -> None:
        """Every token that is out there has expired."""
        self._tokens = dict.fromkeys(self._tokens, 0)

    async def issue(self, request: Request) -> Response:
        """A token for a client's id and secret, given in a form."""
        given = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return _wrong(400, "invalid_request", "The body must be form encoded.")
        if given.get("grant_type") != "client_credentials":
            return _wrong(400, "unsupported_grant_type", "Only client_credentials is supported.")
        known = _same(given.get("client_id", ""), self._secrets["client_id"])
        if not known or not _same(given.get("client_secret", ""), self._secrets["client_secret"]):
            return _wrong(401, "invalid_client", "Client authentication failed.")
        token = randomness.token_urlsafe(32)
        seconds = self._rules.token_seconds
        self._tokens[token] = self._clock.now() + seconds
        body = {"access_token": token, "token_type": "bearer", "expires_in": seconds}
        return Response(encode(body), headers=_HEADERS)


_HEADERS = {"content-type": "application/json", "cache-control": "no-store"}


def _wrong(status: int, error: str, description: str) -> Response:
    return Response(encode({"error": error, "error_description": description}), status, _HEADERS)


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode(), known.encode())
