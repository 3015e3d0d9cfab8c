"""Pages of a list as JSON text. Source: Harvest documentation, "Pagination"."""

from dataclasses import dataclass
from typing import Any

import msgspec

from atsdesk.sandbox.greenhouse import visible
from atsdesk.sandbox.greenhouse.model.organization import RejectionReason
from atsdesk.sandbox.greenhouse.model.record import encode
from atsdesk.sandbox.greenhouse.query import Cursor, Items, Query, asked
from atsdesk.sandbox.greenhouse.refusals import Refused
from atsdesk.sandbox.greenhouse.resources import Resource
from atsdesk.sandbox.greenhouse.tenant import Tenant

_FEW = 4_000  # so many changed rows are sorted rather than looked for


@dataclass(frozen=True, slots=True)
class Page:
    """A bare array, and the cursor of the page after it."""

    body: bytes
    following: str | None


def page(tenant: Tenant, resource: Resource, items: Items) -> Page:
    """Rows by id, newest first (SECONDARY [T2][T4])."""
    now = tenant.clock.now()
    query = asked(resource, items, tenant.rules, now)
    visible.limit(query, resource, tenant.grant)
    with tenant.lock:
        found = tenant.rows(
            f"SELECT id, json FROM {resource.name} {_way(tenant, resource, query)} WHERE {query.where()} "
            "ORDER BY id DESC LIMIT ?",
            [*query.values, query.limit + 1],
        )
    rows = found[: query.limit]
    following = None
    if len(found) > query.limit:
        following = Cursor(resource.name, query.items, rows[-1][0], query.page + 1, now).text()
    return Page(_array([row[1] for row in rows], query.fields), following)


def _way(tenant: Tenant, resource: Resource, query: Query) -> str:
    """Few changed rows are found by their time; otherwise the rows are read in their order."""
    if not query.window:
        return ""
    conditions = " AND ".join(condition for condition, _ in query.window)
    counted = tenant.row(
        f"SELECT count(*) FROM (SELECT 1 FROM {resource.name} WHERE {conditions} LIMIT {_FEW + 1})",
        *(at for _, at in query.window),
    )
    if counted is not None and counted[0] <= _FEW:
        return f"INDEXED BY {resource.name}_updated_at"
    return "NOT INDEXED" if len(query.conditions) == len(query.window) + (query.page > 1) else ""


def _array(bodies: list[bytes], fields: tuple[str, ...]) -> bytes:
    if fields:
        wanted = msgspec.json.Decoder(dict[str, msgspec.Raw])
        bodies = [_part(wanted.decode(body), fields) for body in bodies]
    return b"[%s]" % b",".join(bodies)


def _part(record: dict[str, Any], fields: tuple[str, ...]) -> bytes:
    return encode({name: record[name] for name in fields if name in record})


def reason(tenant: Tenant, number: int) -> bytes:
    """The one ordinary single read: a rejection reason (CONFIRMED [V7])."""
    try:
        return encode(tenant.get(RejectionReason, number))
    except KeyError:
        raise Refused(404) from None
