"""Files of candidates and the links that serve them for 15 minutes."""

import base64
import hashlib
import hmac
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.comeet.candidates import SIGNED
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.paper import paper

PREFIX = "/_files"
_TYPES = {".pdf": "application/pdf", ".png": "image/png", ".txt": "text/plain; charset=utf-8"}


class Links:
    """Signs links when an answer leaves. One signature covers all files until its time: cheap for a big page."""

    def __init__(self, tenant: Tenant, base_url: str, secret: str) -> None:
        self._tenant = tenant
        self._base_url = base_url
        self._secret = secret.encode()

    def sign(self, body: bytes) -> bytes:
        """The answer with working links."""
        if SIGNED.encode() not in body:
            return body
        expires = self._tenant.clock.now() + self._tenant.rules.file_url_seconds
        address = f"{self._base_url}{PREFIX}/{expires}.{self._signature(expires)}/"
        return body.replace(SIGNED.encode(), address.encode())

    def _signature(self, expires: int) -> str:
        return hmac.new(self._secret, str(expires).encode(), hashlib.sha256).hexdigest()[:24]

    def good(self, token: str) -> bool:
        """Whether a link was signed here and is still alive."""
        expires, _, signature = token.partition(".")
        if not expires.isdigit() or not hmac.compare_digest(signature, self._signature(int(expires))):
            return False
        return int(expires) > self._tenant.clock.now()


RESUME = 0  # stands where other files have their number


def link(candidate_uid: str, number: int, name: str) -> str:
    """A link before it is signed."""
    return f"{SIGNED}{candidate_uid}/{number}/{quote(name, safe='')}"


def decode(text: str) -> bytes:
    """Base64 as it is sent; `ValueError` when it is something else."""
    return base64.b64decode(text, validate=True)


def serve(tenant: Tenant, links: Links, request: Request) -> Response:
    """The bytes behind a signed link; links need no other credential."""
    if not links.good(request.path_params["token"]):
        return Response("This link has expired.", 403, media_type="text/plain")
    uid, number, name = (request.path_params[part] for part in ("uid", "number", "name"))
    if number == RESUME:
        found = tenant.row("SELECT content FROM file WHERE candidate_uid = ? AND kind = 'resume'", uid)
    else:
        found = tenant.row("SELECT content FROM file WHERE candidate_uid = ? AND id = ?", uid, number)
        if found is None:
            return Response("There is no such file.", 404, media_type="text/plain")
    content = found[0] if found else None
    extension = name[name.rfind(".") :].lower()
    return Response(
        content if content is not None else paper(f"{name} of candidate {uid}"),
        media_type=_TYPES.get(extension, "application/octet-stream"),
        headers={"content-disposition": "attachment"},
    )
