"""Error answers. Source: Comeet's Recruiting API documentation, "Errors"."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from atsdesk.sandbox.comeet.model import encode

_STANDARD = {
    400: ("bad_request", "The request cannot be understood."),
    401: ("unauthorized", "The access token is not valid."),
    403: ("no_permission", "Your app does not have permission for this action."),
    404: ("not_found", "The object was not found."),
    405: ("method_not_allowed", "This method is not allowed here."),
    409: ("candidate_post_conflict", "The candidate already exists in this position."),
    429: ("too_many_requests", "You have exceeded 100 requests in 60 seconds."),
}
SITE_404 = "<!DOCTYPE html><html><head><title>Page not found</title></head><body><h1>404</h1></body></html>"


class Refused(Exception):
    """Ends a request with an error body."""

    def __init__(
        self, status: int, error: str | None = None, message: str | None = None, **more: Any
    ) -> None:
        super().__init__(error)
        usual = _STANDARD.get(status, ("internal_server_error", "Something went wrong on our side."))
        self.status = status
        self.body = {"status": status, "error": error or usual[0], "message": message or usual[1], **more}


async def answer_refused(_: Request, error: Exception) -> Response:
    """An error body for a refusal."""
    if not isinstance(error, Refused):
        raise error
    return Response(encode(error.body), error.status, media_type="application/json")


async def answer_unknown(request: Request, _: Exception) -> Response:
    """Paths with a version are the marketing site's (SECONDARY), others get an error body."""
    if request.url.path == "/v1" or request.url.path.startswith("/v1/"):
        return HTMLResponse(SITE_404, 404)
    return await answer_refused(request, Refused(404))


async def answer_method(request: Request, _: Exception) -> Response:
    """The path exists, the method does not (GET of notes: SECONDARY)."""
    return await answer_refused(request, Refused(405))
