"""From an answer of Kombo to the page of a list in it (Envelope, Pagination, CONFIRMED)."""

import json
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from atsdesk.ats.kombo.codes import error_of, explain
from atsdesk.ats.reading import split
from atsdesk.ats.resource import Page
from atsdesk.errors import TransientError
from atsdesk.net.answer import Answer

_DATA_URL = re.compile(rb'("data_url"\s*:\s*)"[^"\\]*(?:\\.[^"\\]*)*"')


class _Envelope(msgspec.Struct):
    data: msgspec.Raw


def success(answer: Answer, what: str) -> bytes:
    """The JSON of an answer that is a success; raises the error that another stands for."""
    if answer.status != 200 or error_of(answer):
        raise explain(answer, what)
    if not answer.looks_like_json:
        raise TransientError(
            "Kombo answered with a web page or with nothing instead of data.",
            "Check that the account's address is the API's; otherwise try again later.",
            concerns=what,
        )
    return answer.body


def list_page(answer: Answer, what: str) -> Page:
    """The page of a list. The cursor does not carry the filters: the next address is the one asked, with the cursor
    exchanged."""
    apart, cursor = split(_data(success(answer, what)), "results", "id", "next", _without_link)
    return Page(apart, _with_cursor(answer.url, cursor) if cursor else "")


def _data(body: bytes) -> bytes:
    """The member `data` of an answer, as bytes."""
    try:
        return bytes(msgspec.json.decode(body, type=_Envelope).data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:  # strict JSON refuses it (NaN, stray bytes): its good records are wanted all the same
        answer = json.loads(body.decode(errors="replace"), strict=False)
    except (ValueError, RecursionError):
        return body
    return json.dumps(answer.get("data") if isinstance(answer, dict) else None).encode()


def _with_cursor(url: str, cursor: str) -> str:
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "cursor"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("cursor", cursor)])))


def _without_link(record: bytes) -> bytes:
    """Links to files lead nowhere after a while and are not stored."""
    return _DATA_URL.sub(rb"\1null", record) if b'"data_url"' in record else record
