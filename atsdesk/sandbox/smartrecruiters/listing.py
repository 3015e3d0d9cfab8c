"""Pages of lists as JSON text. Source: vendor documentation, "Pagination" (C:V2)."""

from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.smartrecruiters import filters
from atsdesk.sandbox.smartrecruiters.defaults import ORIGIN
from atsdesk.sandbox.smartrecruiters.filters import Query
from atsdesk.sandbox.smartrecruiters.model import encode
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.tenant import Tenant


class Found(NamedTuple):
    """A page: its rows, how many there are in all, and the `pageId` of the next one."""

    rows: list[tuple[Any, ...]]
    limit: int
    total: int
    following: str | None


def page(tenant: Tenant, request: Request, query: Query, table: str, columns: str, size: int) -> Found:
    """The rows of one page in order of their uid, which is the first column."""
    parameters = request.query_params
    limit = filters.whole(parameters, "limit", size, 1, tenant.rules.page_cap)
    if "offset" in parameters and tenant.rules.offset == "refused":
        message = "Paging by offset is not supported any more, use pageId."
        raise Refused(400, message, "OFFSET_NOT_SUPPORTED")
    place = filters.read_page(parameters["pageId"]) if parameters.get("pageId") else ("", 1)
    with tenant.lock:
        counted = tenant.rows(f"SELECT count(*) FROM {table} WHERE {query.where()}", query.values)
        found = tenant.rows(
            f"SELECT uid, {columns} FROM {table} WHERE {query.where()} AND uid > ? ORDER BY uid LIMIT ?",
            [*query.values, place[0], limit + 1],
        )
    rows = found[:limit]
    following = filters.write_page((rows[-1][0], place[1] + 1)) if len(found) > limit else None
    return Found(rows, limit, counted[0][0], following)


def answer(request: Request, found: Found, bodies: list[bytes], counted: bool = True) -> Response:
    """The envelope; the address of the next page is in the `Link` header too."""
    members = [b'"limit":%d' % found.limit]
    if counted:
        members.append(b'"totalFound":%d' % found.total)
    response = Response(media_type="application/json")
    if found.following is not None:
        members.append(b'"nextPageId":' + encode(found.following))
        kept = [(name, value) for name, value in request.query_params.multi_items() if name != "pageId"]
        query = urlencode([*kept, ("pageId", found.following)], quote_via=quote)
        response.headers["link"] = f'<{ORIGIN}{request.url.path}?{query}>; rel="next"'
    response.body = b"{%s,%s}" % (b",".join(members), content(bodies))
    response.headers["content-length"] = str(len(response.body))
    return response


def content(bodies: list[bytes]) -> bytes:
    """The member that holds the list."""
    return b'"content":[%s]' % b",".join(bodies)


def counted(bodies: list[bytes]) -> bytes:
    """A whole list that is not paged."""
    return b'{"totalFound":%d,%s}' % (len(bodies), content(bodies))


def after(tenant: Tenant, query: Query, column: str, request: Request, name: str) -> None:
    """Only what changed after a time."""
    low = filters.moment(request.query_params, name)
    if low is not None:
        query.require(f"{column} {'>=' if tenant.rules.after_inclusive else '>'} ?", low)


def sliced(tenant: Tenant, request: Request, query: Query, statement: str) -> bytes:
    """A list that still works with `limit` and `offset`; the statement yields one column of JSON text."""
    parameters = request.query_params
    limit = filters.whole(parameters, "limit", tenant.rules.page_size, 1, tenant.rules.page_cap)
    offset = filters.whole(parameters, "offset", 0, 0, 2**31)
    rows = tenant.rows(statement.format(where=query.where()), query.values)
    shown = [row[0] for row in rows[offset : offset + limit]]
    head = b'"totalFound":%d,"limit":%d,"offset":%d' % (len(rows), limit, offset)
    return b"{%s,%s}" % (head, content(shown))
