"""Pages of lists as JSON text. Source: Kombo documentation, "Pagination", "Endpoints"."""

from collections.abc import Mapping
from typing import Any

import msgspec

from atsdesk.sandbox.kombo import filters
from atsdesk.sandbox.kombo.model import encode
from atsdesk.sandbox.kombo.tenant import Tenant

# in the mode "only created applications", what belongs to somebody else is not synced (CONFIRMED for the first two)
_OURS = {
    "candidates": "ours",
    "applications": "ours",
    "interviews": "application_id IN (SELECT id FROM applications WHERE ours)",
    "offers": "application_id IN (SELECT id FROM applications WHERE ours)",
    "notes": "candidate_id IN (SELECT id FROM candidates WHERE ours)",
    "scorecards": "candidate_id IN (SELECT id FROM candidates WHERE ours)",
    "attachments": "candidate_id IN (SELECT id FROM candidates WHERE ours)",
}
WAITING = 2  # `ours` of a record that was created here and that the next sync brings


def page(tenant: Tenant, model: str, parameters: Mapping[str, str], lacking: frozenset[str]) -> bytes:
    """One page of a list."""
    query = filters.query_of(model, parameters, tenant.rules, lacking)
    if tenant.rules.tracking == "created" and model in _OURS:
        query.require(_OURS[model])
    if not tenant.rules.created_readable:
        query.require(f"ours < {WAITING}")
    with tenant.lock:
        found = tenant.rows(
            f"SELECT number, stale FROM {model} WHERE {query.where()} ORDER BY number LIMIT ?",
            [*query.values, query.limit + 1],
        )
        rows = found[: query.limit]
        tenant.renew(model, [number for number, stale in rows if stale])
        marks = ", ".join("?" * len(rows))
        bodies = tenant.rows(
            f"SELECT json FROM {model}_body WHERE number IN ({marks}) ORDER BY number",
            [number for number, _ in rows],
        )
    following = None
    if len(found) > query.limit:
        following = filters.write_cursor((rows[-1][0], query.page + 1))
    shown = [_without(body, lacking) if lacking else body for (body,) in bodies]
    return b'{"status":"success","data":{"next":%s,"results":[%s]}}' % (encode(following), b",".join(shown))


def _without(body: bytes, lacking: frozenset[str]) -> bytes:
    record: dict[str, Any] = msgspec.json.decode(body)
    for name in lacking & set(record):
        record[name] = [] if isinstance(record[name], list) else None
    return encode(record)
