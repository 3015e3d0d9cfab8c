"""Deletions that are not real: a model that is switched off, an older part that is filtered out.

Source: Kombo documentation, "Mass deletions that are not real" (CONFIRMED).
"""

from typing import Any

from atsdesk.sandbox.kombo.tenant import Tenant


def lose(tenant: Tenant, model: str, where: str = "1", *values: Any) -> int:
    """Marks all records that fit as deleted; how many."""
    found = tenant.rows(f"SELECT id FROM {model} WHERE deleted_at IS NULL AND ({where})", values)
    now = tenant.now()
    tenant.mark(model, [record_id for (record_id,) in found], now, now)
    return len(found)


def regain(tenant: Tenant, model: str) -> int:
    """Brings all records back that still have their content; how many."""
    tenant.settle()
    found = tenant.rows(f"SELECT id FROM {model} WHERE deleted_at IS NOT NULL AND NOT purged")
    tenant.mark(model, [record_id for (record_id,) in found], None, tenant.now())
    return len(found)


def share(tenant: Tenant, model: str, part: float) -> int:
    """Loses the oldest part of a model, between 0 and 1."""
    counted = tenant.row(f"SELECT count(*) FROM {model} WHERE deleted_at IS NULL") or (0,)
    oldest = f"number IN (SELECT number FROM {model} WHERE deleted_at IS NULL ORDER BY number LIMIT ?)"
    return lose(tenant, model, oldest, int(counted[0] * part))
