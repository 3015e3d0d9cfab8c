"""The deprecated data services: everything in one chunked stream, packed if asked for.

Source: vendor documentation, "Analytics API" (C:V8,V9).
"""

import asyncio
import zlib
from collections.abc import AsyncIterator, Iterable

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from atsdesk.sandbox.smartrecruiters import tabular
from atsdesk.sandbox.smartrecruiters.columns import DATE_FORMAT, SERVICES
from atsdesk.sandbox.smartrecruiters.services import ROWS
from atsdesk.sandbox.smartrecruiters.tenant import Tenant


def service(tenant: Tenant, request: Request, name: str) -> Response:
    """A whole table, as CSV when `Accept` says so, else as JSON."""
    columns, rules = SERVICES[name], tenant.rules
    say = tabular.dates(request.query_params.get("dateFormat") if name in DATE_FORMAT else None)
    rows = ROWS[name](tenant)
    pieces: Iterable[bytes]
    if "text/csv" in request.headers.get("accept", ""):
        header = [column.key if rules.analytics_header == "key" else column.label for column in columns]
        pieces = tabular.comma_separated(header, rows, say, rules.analytics_newline, rules.analytics_bom)
        kind = "text/csv; charset=utf-8"
    else:
        pieces, kind = tabular.objects(columns, rows, say), "application/json"
    headers = {"content-type": kind, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        pieces = _packed(pieces)
        headers["content-encoding"] = "gzip"
    return StreamingResponse(_stream(pieces), headers=headers)


def _packed(pieces: Iterable[bytes]) -> Iterable[bytes]:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


async def _stream(pieces: Iterable[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        if piece:
            yield piece
        await asyncio.sleep(0)
