"""Lists and single objects as JSON text. Source: Comeet's Recruiting API documentation, "Endpoints", "Pagination"."""

import json
from typing import Any

from starlette.requests import Request

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.comeet import filters, visible
from atsdesk.sandbox.comeet import permissions as may
from atsdesk.sandbox.comeet.filters import Query
from atsdesk.sandbox.comeet.ids import NUMBER_BASE
from atsdesk.sandbox.comeet.model import encode, read_candidate, read_position
from atsdesk.sandbox.comeet.refusals import Refused
from atsdesk.sandbox.comeet.tenant import Tenant

# INFERRED: which names `include` knows is not documented; these two exist as filters
OPTIONAL = {"time_hiring_process_updated": 3, "time_person_last_activity": 4}
_CANDIDATE = "id, updated, uid, activity, deleted_at"


def candidates(tenant: Tenant, request: Request, base_url: str, position_uid: str | None = None) -> bytes:
    """A page of hiring processes, of all positions or of one."""
    parameters = request.query_params
    query = filters.query_of(parameters, tenant.rules)
    readable(tenant)
    with tenant.lock:
        if position_uid is not None:
            position(tenant, position_uid)
            query.require("position_uid = ?", position_uid)
            if tenant.rules.hide_screened_out:
                query.require("NOT (status = 'Rejected' AND completed <= 1)")
        visible.candidates(query, tenant.grant)
        filters.words(query, parameters.get("status"), " AND deleted_at IS NULL")
        filters.times(query, parameters, filters.CANDIDATE_TIMES, tenant.rules)
        if parameters.get("deleted") in filters.DELETED:
            query.require(filters.DELETED[parameters["deleted"]])
        elif not tenant.rules.stubs_in_list:
            query.require("deleted_at IS NULL")
        found = _with_bodies(tenant, _page(tenant, query, _CANDIDATE, "candidate"))
        rows = found[: query.limit]
        bodies = _bodies(tenant, rows, included(request))
    return _envelope("candidates", bodies, _next(request, base_url, query, found))


def _page(tenant: Tenant, query: Query, columns: str, table: str) -> list[tuple[Any, ...]]:
    """One row more than the page holds, when there is one; column 1 is `updated`, column 2 `uid`."""
    return tenant.rows(
        f"SELECT {columns} FROM {table} WHERE {query.where()} ORDER BY updated, uid LIMIT ?",
        [*query.values, query.limit + 1],
    )


def _with_bodies(tenant: Tenant, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows with what they are on the wire; it is fetched last, because sorting it with them takes a while."""
    ids = json.dumps([row[0] for row in rows])
    kept = dict(tenant.rows("SELECT id, json FROM body WHERE id IN (SELECT value FROM json_each(?))", [ids]))
    return [(*row, kept[row[0]]) for row in rows]


def _bodies(tenant: Tenant, rows: list[tuple[Any, ...]], optional: list[str]) -> list[bytes]:
    whole = tenant.grant.whole_candidates
    if whole and not optional:
        return [row[-1] for row in rows]
    bodies = []
    for _, updated, _, activity, deleted, kept in rows:
        body = kept
        if deleted is None:
            if not whole:
                body = encode(visible.trim_candidate(read_candidate(body), tenant.grant))
            for name in optional:
                at = stamp(updated if name == "time_hiring_process_updated" else activity)
                body = b'%s,"%s":"%s"}' % (body[:-1], name.encode(), at.encode())
        bodies.append(body)
    return bodies


def included(request: Request) -> list[str]:
    """The optional fields asked for: repeated, in brackets, or with commas."""
    given = [*request.query_params.getlist("include"), *request.query_params.getlist("include[]")]
    names = [name.strip() for text in given for name in text.split(",")]
    return [name for name in OPTIONAL if name in names]


def _next(request: Request, base_url: str, query: Query, found: list[tuple[Any, ...]]) -> str | None:
    if len(found) <= query.limit:
        return None
    last = found[query.limit - 1]
    cursor = (last[1], last[2], query.page + 1)
    return filters.next_page(base_url, request.url.path, request.query_params.multi_items(), cursor)


def _envelope(name: str, bodies: list[bytes], following: str | None) -> bytes:
    return b'{"%s":[%s],"next_page":%s}' % (name.encode(), b",".join(bodies), encode(following))


def readable(tenant: Tenant) -> None:
    """403 when no candidate at all may be read."""
    if not tenant.grant.allowed & {may.OWN_CANDIDATES, may.OTHER_CANDIDATES}:
        raise Refused(403)


def candidate(tenant: Tenant, uid: str, real_id: bool = False) -> str:
    """The uid of a candidate that may be read, from either id; 401 for one that was merged away."""
    query = Query(1)
    if real_id:
        number, rest = divmod(int(uid) - NUMBER_BASE if uid.isascii() and uid.isdigit() else 1, 7)
        query.require("id = ?", number if rest == 0 and abs(number) < 2**62 else -1)
    else:
        query.require("uid = ?", uid)
    merged = tenant.row(f"SELECT merged_into FROM candidate WHERE {query.where()}", *query.values)
    if merged is not None and merged[0] is not None:
        raise Refused(401, "duplicate_candidate", "This candidate was merged into another one.")
    readable(tenant)
    visible.candidates(query, tenant.grant)
    found = tenant.row(f"SELECT uid FROM candidate WHERE {query.where()}", *query.values)
    if found is None:
        raise Refused(404, message="Candidate not found.")
    return str(found[0])


def living(tenant: Tenant, uid: str) -> str:
    """The uid of a candidate that can be changed; a stub cannot."""
    try:
        known = candidate(tenant, uid)
        tenant.candidate(known)
    except (KeyError, Refused) as error:
        if isinstance(error, Refused) and error.status != 404:
            raise
        raise Refused(404, "candidate_not_found", "Candidate not found.") from None
    return known


def one_candidate(tenant: Tenant, uid: str, optional: list[str]) -> bytes:
    """One hiring process, or the stub of a deleted one."""
    rows = tenant.rows(f"SELECT {_CANDIDATE} FROM candidate WHERE uid = ?", (uid,))
    return _bodies(tenant, _with_bodies(tenant, rows), optional)[0]


def positions(tenant: Tenant, request: Request, base_url: str) -> bytes:
    """A page of positions; without `status` open, on hold and closed ones (SECONDARY)."""
    parameters = request.query_params
    query = filters.query_of(parameters, tenant.rules)
    if may.POSITIONS not in tenant.grant.allowed:
        raise Refused(403)
    visible.positions(query, tenant.grant)
    filters.words(query, parameters.get("status"))
    filters.times(query, parameters, filters.POSITION_TIMES, tenant.rules)
    found = _page(tenant, query, "json, updated, uid", "position")
    bodies = [_trimmed(tenant, row[0]) for row in found[: query.limit]]
    return _envelope("positions", bodies, _next(request, base_url, query, found))


def _trimmed(tenant: Tenant, body: bytes) -> bytes:
    if tenant.grant.whole_positions:
        return body
    return encode(visible.trim_position(read_position(body), tenant.grant))


def position(tenant: Tenant, uid: str) -> bytes:
    """One position within the scope; 404 otherwise."""
    query = Query(1)
    query.require("uid = ?", uid)
    visible.positions(query, tenant.grant)
    found = tenant.row(f"SELECT json FROM position WHERE {query.where()}", *query.values)
    if found is None:
        raise Refused(404, "position_not_found", "Position not found.")
    return _trimmed(tenant, found[0])


def deleted(tenant: Tenant, request: Request) -> bytes:
    """The uids to erase, as a bare array."""
    query = Query(0)
    merged = " OR merged_into IS NOT NULL" if tenant.rules.merged_count_as_deleted else ""
    query.require(f"(deleted_at IS NOT NULL{merged})")
    columns = {"time_deleted": "updated"}  # nothing happens to one that is gone: its last change is its end
    filters.times(query, request.query_params, columns, tenant.rules)
    found = tenant.rows(
        f"SELECT uid FROM candidate WHERE {query.where()} ORDER BY updated, uid",
        query.values,
    )
    return encode([uid for (uid,) in found])
