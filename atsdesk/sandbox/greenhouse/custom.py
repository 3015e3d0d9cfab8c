"""Custom fields as they are written. Source: Harvest documentation, "Custom field values" (CONFIRMED [V7])."""

from typing import Any

from atsdesk.sandbox.greenhouse.model import organization as o
from atsdesk.sandbox.greenhouse.model.record import Custom
from atsdesk.sandbox.greenhouse.refusals import wrong
from atsdesk.sandbox.greenhouse.rules import boolean, day, integer, several, text
from atsdesk.sandbox.greenhouse.tenant import Tenant

MEMBER = "custom_fields"
_PARTS = {
    "currency": ({"amount", "currency_code"}, {"rationale", "frequency"}),
    "currency_range": ({"min_amount", "max_amount", "currency_code"}, set()),
    "number_range": ({"min_value", "max_value"}, set()),
}  # must be there, may be there


def written(tenant: Tenant, kind: str, entries: Any) -> Custom:
    """The map that is read from the list that is written; select fields are written by the id of an option."""
    if entries is None:
        return {}
    if not isinstance(entries, list):
        raise wrong(MEMBER, "is not an array")
    values: Custom = {}
    for entry in entries:
        field = _field(tenant, kind, entry)
        value = entry.get("value")
        shown = None if value is None else _shown(tenant, field, value)
        values[field.name_key] = {"name": field.name, "type": field.value_type, "value": shown}
    return values


def _field(tenant: Tenant, kind: str, entry: Any) -> o.CustomField:
    if not isinstance(entry, dict) or ("name_key" in entry) == ("custom_field_id" in entry):
        raise wrong(MEMBER, "has an entry without exactly one of name_key and custom_field_id")
    condition = "name_key = ?" if "name_key" in entry else "id = ?"
    given = entry.get("name_key", entry.get("custom_field_id"))
    found = tenant.find(o.CustomField, f"{condition} AND field_type = ? AND active = 1", given, kind)
    if not found:
        raise wrong(MEMBER, f"`{given}` is not an active field of a {kind}")
    return found[0]


def _shown(tenant: Tenant, field: o.CustomField, value: Any) -> Any:
    kind = field.value_type
    checks = {
        "yes_no": boolean,
        "date": day,
        "single_select": integer,
        "multi_select": several(integer),
        "user": integer,
    }
    if kind in _PARTS:
        must, may = _PARTS[kind]
        parts = set(value) if isinstance(value, dict) else set()
        said = None if must <= parts <= must | may else f"is not an object with {', '.join(sorted(must))}"
    elif kind == "number":
        said = None if isinstance(value, int | float) and not isinstance(value, bool) else "is not a number"
    else:
        said = checks.get(kind, text(20_000))(value)
    if said:
        raise wrong(MEMBER, f"{field.name_key} {said}")
    if kind == "single_select":
        return _label(tenant, field, value)
    if kind == "multi_select":
        return [_label(tenant, field, number) for number in value]
    if kind == "user":
        found = tenant.find(o.User, "id = ?", value)
        return {"id": value, "name": found[0].name if found else None}
    return value


def _label(tenant: Tenant, field: o.CustomField, number: int) -> str:
    found = tenant.find(
        o.CustomFieldOption, "id = ? AND custom_field_id = ? AND active = 1", number, field.id
    )
    if not found:
        raise wrong(MEMBER, f"{field.name_key}: `{number}` is not an option of this field")
    return found[0].name
