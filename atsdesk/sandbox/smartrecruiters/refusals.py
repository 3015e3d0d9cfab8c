"""Error answers. Source: vendor documentation, "Errors" (C:V3, S:T1); the codes are INFERRED."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.smartrecruiters.model import encode

_STANDARD = {
    400: ("BAD_REQUEST", "The request cannot be understood."),
    401: ("AUTHENTICATION_FAILED", "The credential is missing or not valid."),
    403: ("ACCESS_DENIED", "The credential does not allow this."),
    404: ("NOT_FOUND", "The object was not found."),
    405: ("METHOD_NOT_ALLOWED", "This method is not allowed here."),
    409: ("CONFLICT", "The object is in another state."),
    413: ("TOO_LARGE", "The request is too large."),
    422: ("INVALID_VALUE", "A value is not valid."),
    429: ("TOO_MANY_REQUESTS", "The limit of requests is exceeded."),
}


class Refused(Exception):
    """Ends a request with an error body; `details` become the list `errors`."""

    def __init__(self, status: int, message: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        usual = _STANDARD.get(status, ("INTERNAL_ERROR", "Something went wrong on our side."))
        self.status = status
        said = message or usual[1]
        self.body: dict[str, Any] = {"message": said, "errors": [{"code": code or usual[0], "message": said}]}

    def answer(self) -> Response:
        """The error as it leaves."""
        return Response(encode(self.body), self.status, media_type="application/json")


async def answer_refused(_: Request, error: Exception) -> Response:
    """An error body for a refusal."""
    if not isinstance(error, Refused):
        raise error
    return error.answer()


async def answer_unknown(_: Request, __: Exception) -> Response:
    """There is no such path."""
    return Refused(404, "The resource was not found.").answer()


async def answer_method(_: Request, __: Exception) -> Response:
    """The path exists, the method does not."""
    return Refused(405).answer()
