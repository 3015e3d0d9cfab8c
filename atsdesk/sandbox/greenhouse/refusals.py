"""Error answers. Source: Harvest documentation, "Error bodies (v3)"."""

from typing import Any

from atsdesk.sandbox.greenhouse.model.record import encode

_STANDARD = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",  # INFERRED: the body of a 403 was never captured
    404: "Resource not found",
    413: "Content Too Large",
    422: "Unprocessable Content",
    429: "Too Many Requests",
}
UNDECODABLE = "Token could not be decoded. Please check that it was sent whole."
EXPIRED = "Token has expired."
COMBINED = "When passing a cursor, do not include other query params."

Told = str | dict[str, str]  # an entry of `errors` is a text, or has the parameter as its key


class Refused(Exception):
    """Ends a request with an error body."""

    def __init__(self, status: int, *errors: Told, body: dict[str, Any] | None = None) -> None:
        super().__init__(status)
        self.status = status
        usual: dict[str, Any] = {"message": _STANDARD.get(status, "Internal Server Error")}
        if errors:
            usual["errors"] = list(errors)
        self.body = usual if body is None else body

    def json(self) -> bytes:
        """The body."""
        return encode(self.body)


def wrong(parameter: str, what: str) -> Refused:
    """422 that names a parameter or member."""
    return Refused(422, {parameter: what})
