"""What the server checks in a posted body.

Source: Comeet's Recruiting API documentation, "Errors", "Create candidate", "Files".
"""

import binascii
import re
from collections.abc import Collection, Mapping
from pathlib import PurePath
from typing import Any

from atsdesk.sandbox.comeet import files
from atsdesk.sandbox.comeet.countries import CODES
from atsdesk.sandbox.comeet.defaults import (
    CUSTOM_FIELDS,
    FILE_EXTENSIONS,
    IMAGE_EXTENSIONS,
    MALICIOUS,
    PROSPECT_STATUSES,
    RESUME_EXTENSIONS,
    Rules,
)
from atsdesk.sandbox.comeet.refusals import Refused

Body = Mapping[str, Any]

_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+")
_URL = re.compile(r"https?://[^\s/?#.]+(\.[^\s/?#.]+)+([/?#]\S*)?", re.IGNORECASE)
_LINKEDIN = re.compile(r"(https?://)?([a-z]{2,3}\.)?linkedin\.com/\S+", re.IGNORECASE)


def wrong(name: str, what: str) -> Refused:
    """A value of another kind. INFERRED: no code is documented for it."""
    return Refused(400, "invalid_value", f"{name}: {what}.")


def text(body: Body, name: str, rules: Rules, limit: int = 0, required: bool = False) -> str | None:
    """A text within its limit; empty counts as missing."""
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise wrong(name, "must be a text")
    if required and (value is None or not value.strip()):
        raise Refused(400, "required_field", f"The field {name} is required.")
    allowed = limit or rules.text_limit
    if value is not None and len(value) > allowed:
        raise Refused(400, "string_size_limit", f"The field {name} is longer than {allowed} characters.")
    return value or None


def part(body: Body, name: str) -> Body | None:
    """An object inside the body."""
    value = body.get(name)
    if value is not None and not isinstance(value, dict):
        raise wrong(name, "must be an object")
    return value


def parts(body: Body, name: str) -> list[Body]:
    """A list of objects inside the body."""
    value = body.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise wrong(name, "must be a list of objects")
    return value


def email(body: Body, name: str, rules: Rules, required: bool = False) -> str | None:
    """A mail address."""
    value = text(body, name, rules, required=required)
    if value is not None and not _MAIL.fullmatch(value):
        raise Refused(400, "invalid_email", f"The field {name} is not a valid email address.")
    return value


def linkedin(body: Body, rules: Rules) -> str | None:
    """The address of a profile."""
    value = text(body, "linkedin_url", rules)
    if value is not None and not _LINKEDIN.fullmatch(value):
        raise Refused(400, "invalid_linkedin_url", "The field linkedin_url is not a valid LinkedIn URL.")
    return value


def links(body: Body, rules: Rules) -> list[str]:
    """Other addresses."""
    found = []
    for one in parts(body, "links"):
        value = text(one, "url", rules, limit=2000, required=True) or ""
        if not _URL.fullmatch(value):
            raise Refused(400, "invalid_url", "The field url is not a valid URL.")
        found.append(value)
    return found


def prospect_status(body: Body, rules: Rules) -> str | None:
    """One of the six values."""
    value = text(body, "prospect_status", rules)
    if value is not None and value not in PROSPECT_STATUSES:
        raise wrong("prospect_status", "must be one of " + ", ".join(PROSPECT_STATUSES))
    return value


def address(body: Body, rules: Rules) -> None:
    """A postal address with an ISO 3166 country; it cannot be read back."""
    given = part(body, "address")
    if given is None:
        return
    for name in ("city", "state", "zip", "street"):
        text(given, name, rules)
    country = text(given, "country", rules)
    if country is not None and country not in CODES:
        raise Refused(400, "incorrect_country_code", "The country is not an ISO 3166 code.")


def custom_fields(body: Body) -> dict[str, Any]:
    """Values of fields that exist."""
    given = part(body, "custom_fields") or {}
    for name in given:
        if name not in CUSTOM_FIELDS:
            message = f"There is no custom candidate field named {name}."
            raise Refused(400, "invalid_custom_candidate_field", message)
    return dict(given)


def file(given: Body, rules: Rules, extensions: Collection[str]) -> tuple[str, bytes]:
    """A name and its bytes, refused when too big, dangerous or of a type that is not taken."""
    name = text(given, "name", rules, required=True) or ""
    packed = text(given, "file", rules, limit=rules.body_limit, required=True) or ""
    if PurePath(name).suffix.lower() not in extensions:
        raise Refused(400, "invalid_file_type", f"Files of this type are not allowed: {name}.")
    try:
        content = files.decode(packed)
    except (binascii.Error, ValueError):
        raise wrong("file", "must be base64") from None
    if len(content) > rules.file_bytes:
        raise Refused(403, "file_size_limit", f"The file {name} is larger than {rules.file_bytes} bytes.")
    if MALICIOUS in content:
        raise Refused(403, "malicious_file", f"The file {name} was identified as malicious.")
    return name, content


def attachments(body: Body, rules: Rules) -> tuple[tuple[str, bytes] | None, list[tuple[str, bytes]]]:
    """The resume, and all other files; the picture is checked and not kept."""
    resume, picture = part(body, "resume"), part(body, "picture")
    if picture is not None:
        file(picture, rules, IMAGE_EXTENSIONS)
    checked = None if resume is None else file(resume, rules, RESUME_EXTENSIONS)
    return checked, [file(one, rules, FILE_EXTENSIONS) for one in parts(body, "files")]
