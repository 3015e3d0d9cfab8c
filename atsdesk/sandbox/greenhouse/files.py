"""Files of applications and the links that serve them for about seven days (CONFIRMED [V7])."""

import hashlib
import hmac
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.paper import paper

if TYPE_CHECKING:
    from atsdesk.sandbox.greenhouse.tenant import Tenant

PREFIX = "/_files"
SIGNED = "sandbox-signed://"  # becomes the address and signature of the file server when an answer leaves


def unsigned(number: int, name: str) -> str:
    """A link before it is signed."""
    return f"{SIGNED}{number}/{quote(name, safe='')}"


class Links:
    """Signs links when an answer leaves. One signature covers all files until its time: cheap for a big page."""

    def __init__(self, tenant: "Tenant", origin: str, secret: str) -> None:
        self._tenant = tenant
        self._origin = origin
        self._secret = secret.encode()

    def sign(self, body: bytes) -> bytes:
        """The answer with working links."""
        if SIGNED.encode() not in body:
            return body
        expires = self._tenant.clock.now() + self._tenant.rules.file_url_seconds
        address = f"{self._origin}{PREFIX}/{expires}.{self._signature(expires)}/"
        return body.replace(SIGNED.encode(), address.encode())

    def _signature(self, expires: int) -> str:
        return hmac.new(self._secret, str(expires).encode(), hashlib.sha256).hexdigest()[:24]

    def good(self, token: str) -> bool:
        """Whether a link was signed here and is still alive."""
        expires, _, signature = token.partition(".")
        if not expires.isdigit() or not hmac.compare_digest(signature, self._signature(int(expires))):
            return False
        return int(expires) > self._tenant.clock.now()

    async def serve(self, request: Request) -> Response:
        """The bytes behind a signed link; links need no other credential."""
        if not self.good(request.path_params["token"]):
            return Response("This link has expired.", 403, media_type="text/plain")
        number, name = request.path_params["number"], request.path_params["name"]
        if self._tenant.row("SELECT 1 FROM attachments WHERE id = ?", number) is None:
            return Response("There is no such file.", 404, media_type="text/plain")
        found = self._tenant.row("SELECT content FROM file WHERE attachment_id = ?", number)
        return Response(
            found[0] if found else paper(f"{name} of attachment {number}"),
            media_type="application/pdf" if name.lower().endswith(".pdf") else "application/octet-stream",
            headers={"content-disposition": "attachment"},
        )
