"""Files read live from the ATS, and the links that serve them. Source: Kombo documentation, "Attachment, live"."""

import hashlib
import hmac
import mimetypes
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atsdesk.sandbox.kombo.applying import living
from atsdesk.sandbox.kombo.model import Attachment
from atsdesk.sandbox.kombo.tenant import Tenant
from atsdesk.sandbox.paper import paper

PREFIX = "/_files"


class Live:
    """Lists files with links that work for a while and need no other credential."""

    def __init__(self, tenants: Mapping[str, Tenant], origin: str, secret: str) -> None:
        self._tenants = tenants
        self._origin = origin
        self._secret = secret.encode()

    def of_candidate(self, tenant: Tenant, candidate_id: str) -> list[dict[str, Any]]:
        """All files of a candidate."""
        one = living(tenant, "candidates", candidate_id)
        found = self._files(tenant, "candidate_id = ?", one.id)
        return [
            {
                **self._shown(tenant, file),
                "candidate_id": file.candidate_id,
                "application_id": file.application_id,
            }
            for file in found
        ]

    def of_application(self, tenant: Tenant, application_id: str) -> list[dict[str, Any]]:
        """The files of an application, those of its candidate in general included (INFERRED)."""
        one = living(tenant, "applications", application_id)
        where = "candidate_id = ? AND (application_id IS NULL OR application_id = ?)"
        return [self._shown(tenant, file) for file in self._files(tenant, where, one.candidate_id, one.id)]

    def _files(self, tenant: Tenant, where: str, *values: Any) -> list[Attachment]:
        found = tenant.rows(
            f"SELECT id FROM attachments WHERE {where} AND deleted_at IS NULL ORDER BY number", values
        )
        return [tenant.get("attachments", file) for (file,) in found]

    def _shown(self, tenant: Tenant, file: Attachment) -> dict[str, Any]:
        expires = tenant.clock.now() + tenant.rules.file_url_seconds
        link = f"{self._origin}{PREFIX}/{tenant.integration}/{file.id}/{expires}.{self._signature(file.id, expires)}"
        return {
            "id": file.id,
            "type": file.type or "OTHER",
            "remote_id": file.remote_id,
            "data_url": link,
            "file_name": file.file_name or "",
            "content_type": _kind(file),
            "remote_created_at": file.remote_created_at,
            "remote_updated_at": file.remote_updated_at,
        }

    def _signature(self, file_id: str, expires: int) -> str:
        return hmac.new(self._secret, f"{file_id} {expires}".encode(), hashlib.sha256).hexdigest()[:24]

    def route(self) -> Route:
        """Serves the bytes behind a link."""

        async def serve(request: Request) -> Response:
            file_id, token = request.path_params["file"], request.path_params["token"]
            tenant = self._tenants.get(request.path_params["integration"])
            expires, _, signature = token.partition(".")
            good = expires.isdigit() and hmac.compare_digest(
                signature, self._signature(file_id, int(expires))
            )
            if tenant is None or not good or int(expires) <= tenant.clock.now():
                return Response("This link has expired.", 403, media_type="text/plain")
            file = tenant.find("attachments", file_id)
            if file is None:
                return Response("There is no such file.", 404, media_type="text/plain")
            kept = tenant.row("SELECT bytes FROM content WHERE attachment_id = ?", file_id)
            content = kept[0] if kept else paper(f"{file.type} of {file.candidate_id}")
            return Response(content, media_type=_kind(file))

        return Route(PREFIX + "/{integration}/{file}/{token}", serve, methods=["GET"])


def _kind(file: Attachment) -> str:
    return mimetypes.guess_type(file.file_name or "")[0] or "application/octet-stream"
