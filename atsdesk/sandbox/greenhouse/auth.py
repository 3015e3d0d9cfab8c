"""Tokens. Source: Harvest documentation, "Token request" (grant CONFIRMED [V1], errors SECONDARY, measured [T1])."""

import base64
import binascii
import hmac
import secrets as randomness
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from atsdesk.sandbox.greenhouse.defaults import CLIENT_SUFFIX, COMPANY, SILO
from atsdesk.sandbox.greenhouse.model.organization import User
from atsdesk.sandbox.greenhouse.refusals import EXPIRED, UNDECODABLE, Refused
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.times import SECOND, stamp

GRANTS = (
    "authorization_code, refresh_token, client_credentials, urn:ietf:params:oauth:grant-type:token-exchange"
)
CLAIMS = "https://auth.greenhouse.io/claims"
REVOKED = "Token has been revoked."  # INFERRED


@dataclass(frozen=True, slots=True)
class Token:
    """A token that was handed out; `expires` counts milliseconds since 1970."""

    text: str
    user_id: int
    expires: int


class Tokens:
    """Hands tokens out to the one client there is, and knows which of them are good."""

    def __init__(self, tenant: Tenant, client_id: str, secret: str) -> None:
        self._tenant = tenant
        self._lock = threading.Lock()
        self._live: dict[str, Token] = {}
        self._dead: set[str] = set()
        self._key = randomness.token_bytes(32)
        self.client_id = client_id
        self.secret = secret

    def issue(self, header: str, given: Mapping[str, str]) -> dict[str, Any]:
        """The answer of the token endpoint."""
        self._known(header, given)
        rules, now = self._tenant.rules, self._tenant.now()
        user = self._user(given.get("sub"))
        expires = now + rules.token_seconds * SECOND
        claims = {
            "iss": COMPANY,
            "sub": str(user.id),
            "silo": SILO,
            "iat": now // SECOND,
            "exp": expires // SECOND,
            "jti": randomness.token_hex(8),
        }
        token = Token(jwt.encode(claims, self._key, "HS256"), user.id, expires)
        with self._lock:
            if rules.one_live_token:
                self._dead.update(self._live)
                self._live.clear()
            self._live[token.text] = token
        answer = {"token_type": "Bearer", "access_token": token.text, "expires_at": stamp(expires)}
        return {**answer, "expires_in": rules.token_seconds} if rules.expires_in else answer

    def _known(self, header: str, given: Mapping[str, str]) -> None:
        """Refuses in the measured words; the one about the client id repeats it."""
        scheme, _, packed = header.partition(" ")
        if scheme.lower() != "basic" or not packed:
            raise Refused(401, body={"message": "Unauthorized", "errorId": _error_id()})
        try:
            client_id, _, secret = base64.b64decode(packed, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            raise Refused(401, body={"message": "Unauthorized", "errorId": _error_id()}) from None
        if not client_id.endswith(CLIENT_SUFFIX):
            message = f"client_id={client_id} does not contain a valid client ID suffix"
            raise Refused(400, body={"message": message, "errorId": _error_id()})
        if "grant_type" not in given:
            message = "Must include `grant_type` parameter in /token request"
            raise Refused(400, body={"message": message})
        if given["grant_type"] != "client_credentials":
            raise Refused(400, body={"message": f"`grant_type` must be one of: {GRANTS}"})
        same = hmac.compare_digest(client_id.encode(), self.client_id.encode())
        if not (hmac.compare_digest(secret.encode(), self.secret.encode()) and same):
            raise Refused(401, body={"error": "invalid_client"})

    def _user(self, sub: str | None) -> User:
        """Who acts: the user asked for, or the service user made with the credential (CONFIRMED [V1])."""
        if not sub:
            return self._tenant.company.service
        digits = sub.isascii() and sub.isdigit() and len(sub) < 19
        found = self._tenant.find(User, "id = ? AND deactivated = 0", int(sub)) if digits else []
        if not found:
            raise Refused(400, body={"message": f"`sub` {sub} is not an active user"})  # INFERRED
        return found[0]

    def check(self, header: str) -> User:
        """The acting user of a good token; 401 otherwise."""
        scheme, _, text = header.partition(" ")
        token = self._live.get(text.strip()) if scheme.lower() == "bearer" else None
        if token is None:
            raise Refused(401, REVOKED if text.strip() in self._dead else UNDECODABLE)
        if token.expires <= self._tenant.now():
            raise Refused(401, EXPIRED)
        return self._tenant.get(User, token.user_id)

    def introspect(self, header: str, given: Mapping[str, str]) -> dict[str, Any]:
        """What a token is good for (SECONDARY [T7])."""
        self._known(header, {"grant_type": "client_credentials"})
        token = self._live.get(given.get("token", ""))
        if token is None or token.expires <= self._tenant.now():
            return {"active": False}
        return {
            "active": True,
            "client_id": self.client_id,
            "sub": str(token.user_id),
            "scope": " ".join(sorted(self._tenant.grant.scopes)),
            CLAIMS: {"organization": {"id": 7, "name": COMPANY}, "user_role": "site_admin"},
        }

    def revoke(self) -> None:
        """No token that was handed out so far is good any more."""
        with self._lock:
            self._dead.update(self._live)
            self._live.clear()

    def rotate(self) -> str:
        """A new secret; the old one is refused from now on, its tokens live on."""
        self.secret = randomness.token_urlsafe(32)
        return self.secret


def _error_id() -> str:
    return f"err-{randomness.token_hex(4)}"
