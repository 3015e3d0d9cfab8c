"""What the server checks in a posted body. Source: vendor documentation, "Create candidate" (C:V16,V17)."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser
from typing import Any, NamedTuple, TypeVar

import msgspec
from starlette.requests import Request

from atsdesk.sandbox.smartrecruiters.catalog import API_SOURCE, SOURCE_BY_ID, SourceValue
from atsdesk.sandbox.smartrecruiters.defaults import Rules
from atsdesk.sandbox.smartrecruiters.refusals import Refused

Body = Mapping[str, Any]
Shape = TypeVar("Shape")

_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+")
_WHEN = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


class Upload(NamedTuple):
    """A file of a form."""

    name: str
    kind: str
    content: bytes


def wrong(name: str, what: str, status: int = 400) -> Refused:
    """A value that cannot be taken; the codes are INFERRED."""
    return Refused(status, f"{name} {what}.", "INVALID_VALUE")


async def received(request: Request, rules: Rules) -> bytes:
    """The body, as far as the limit allows."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > rules.body_limit:
            raise Refused(413)
    return bytes(body)


async def json(request: Request, rules: Rules) -> Body:
    """The body as a JSON object."""
    try:
        return msgspec.json.decode(await received(request, rules), type=dict[str, Any])
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        raise Refused(400, "The body is not a JSON object.") from None


async def form(request: Request, rules: Rules) -> tuple[dict[str, str], Upload]:
    """The fields of a multipart form, and its file."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        raise Refused(400, "The body must be multipart/form-data.")
    head = f"content-type: {kind}\r\n\r\n".encode()
    parsed = BytesParser(policy=policy.HTTP).parsebytes(head + await received(request, rules))
    fields: dict[str, str] = {}
    upload: Upload | None = None
    for part in parsed.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        data = content if isinstance(content, bytes) else b""
        if name == "file":
            upload = Upload(part.get_filename() or "file", part.get_content_type(), data)
        elif isinstance(name, str):
            fields[name] = data.decode("utf-8", "replace")
    if upload is None or not upload.content:
        raise Refused(400, "The file is missing or empty.", "MISSING_FILE")
    if len(upload.content) > rules.upload_bytes:
        raise Refused(413, f"The file is larger than {rules.upload_bytes} bytes.", "FILE_TOO_LARGE")
    return fields, upload


def text(body: Body, name: str, rules: Rules, required: bool = False) -> str | None:
    """A text within its limit; an empty one counts as missing."""
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise wrong(name, "must be a text")
    if required and (value is None or not value.strip()):
        raise Refused(400, f"{name} is required.", "MISSING_VALUE")
    if value is not None and len(value) > rules.text_limit:
        raise wrong(name, f"is longer than {rules.text_limit} characters")
    return value or None


def email(body: Body, rules: Rules, required: bool = False) -> str | None:
    """A mail address."""
    value = text(body, "email", rules, required)
    if value is not None and not _MAIL.fullmatch(value):
        raise wrong("email", "is not a valid email address")
    return value


def moment(body: Body, name: str) -> int | None:
    """A time, in seconds since 1970."""
    value = body.get(name)
    if value is None:
        return None
    try:
        return int(datetime.fromisoformat(value).astimezone(UTC).timestamp())
    except (TypeError, ValueError):
        raise wrong(name, "is not a valid time") from None


def tags(body: Body, required: bool = False) -> list[str]:
    """A list of texts."""
    value = body.get("tags")
    if value is None and not required:
        return []
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise wrong("tags", "must be a list of texts")
    return value


def shaped(body: Body, name: str, shape: type[Shape], default: Shape) -> Shape:
    """A part of the body that has the form of one of the API's objects."""
    if body.get(name) is None:
        return default
    try:
        return msgspec.convert(body[name], shape)
    except msgspec.ValidationError as error:
        raise wrong(name, f"is not valid: {error}") from None


def periods(body: Body, name: str) -> None:
    """Dates are YYYY or YYYY-MM."""
    for one in body.get(name) or ():
        for end in ("startDate", "endDate"):
            value = one.get(end) if isinstance(one, dict) else None
            if value is not None and not (isinstance(value, str) and _WHEN.fullmatch(value)):
                raise wrong(f"{name}.{end}", "must be YYYY or YYYY-MM")


def source(body: Body | None) -> SourceValue:
    """One of the known sources; “API” when nothing is said."""
    if body is None:
        return API_SOURCE
    if not isinstance(body, dict):
        raise wrong("sourceDetails", "must be an object")
    for name in ("sourceTypeId", "sourceId"):
        if not isinstance(body.get(name), str) or not body[name]:
            raise Refused(400, f"sourceDetails.{name} is required.", "MISSING_VALUE")
    found = SOURCE_BY_ID.get(body["sourceId"])
    if found is None or found.type != body["sourceTypeId"]:
        raise Refused(422, "The source does not exist.", "SOURCE_NOT_FOUND")
    return found
