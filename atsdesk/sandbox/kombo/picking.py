"""Whom something happens to, drawn at random among those it can happen to."""

from typing import Any

from atsdesk.sandbox.happening import Event, Impossible
from atsdesk.sandbox.kombo.tenant import Tenant


def pick(tenant: Tenant, model: str, where: str = "1", *values: Any) -> Any:
    """A living record; `where` is a condition on the columns of its table."""
    living = f"{model}.deleted_at IS NULL AND ({where})"
    counted = tenant.row(f"SELECT count(*) FROM {model} WHERE {living}", *values)
    count = counted[0] if counted else 0
    if not count:
        raise Impossible(f"There is nothing left for this among the {model.replace('_', ' ')}.")
    skipped = int(tenant.rng.random() * count)
    found = tenant.row(
        f"SELECT id FROM {model} WHERE {living} ORDER BY number LIMIT 1 OFFSET {skipped}", *values
    )
    return tenant.get(model, found[0] if found else "")


def event(kind: str, model: str, record: Any, **more: str) -> Event:
    """What is told about something that happened."""
    return {"kind": kind, "model": model, "id": record.id, **more}
