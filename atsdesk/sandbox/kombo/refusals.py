"""Error answers. Source: Kombo documentation, "Envelope & error codes table"."""

import secrets

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.kombo.defaults import CODES, LOGS, UNKNOWN_STATUS, USUAL

encode = msgspec.json.encode


class Refused(Exception):
    """Ends a request with an error body; the code decides on the status unless one is given."""

    def __init__(self, code: str | None, message: str | None = None, status: int | None = None) -> None:
        super().__init__(code)
        usual, title = CODES.get(code or "", (UNKNOWN_STATUS, None))
        self.code = code
        self.status = status or usual
        self.body = {
            "status": "error",
            "error": {
                "code": code,
                "title": title,
                "message": message or title or "Something went wrong.",
                "log_url": LOGS + secrets.token_hex(8) if code else None,
            },
        }


def invalid(message: str) -> Refused:
    """Kombo itself does not take the parameters or the body."""
    return Refused("PLATFORM.INPUT_INVALID", message)


def of_status(status: int) -> Refused:
    """What a bare status usually stands for."""
    return Refused(USUAL.get(status, "PLATFORM.UNKNOWN_ERROR"), status=status)


async def answer_refused(_: Request, error: Exception) -> Response:
    """An error body for a refusal."""
    if not isinstance(error, Refused):
        raise error
    return Response(encode(error.body), error.status, media_type="application/json")


async def answer_unknown(request: Request, _: Exception) -> Response:
    """INFERRED: a path that does not exist has no code of its own."""
    return await answer_refused(request, Refused(None, "There is nothing under this path.", 404))


async def answer_method(request: Request, _: Exception) -> Response:
    """The path exists, the method does not."""
    return await answer_refused(request, Refused(None, "This method is not allowed here.", 405))
