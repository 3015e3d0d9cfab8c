"""Openings of positions. Source: Comeet's Recruiting API documentation, "Opening"."""

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.comeet import listing, rules
from atsdesk.sandbox.comeet import permissions as may
from atsdesk.sandbox.comeet.model import encode
from atsdesk.sandbox.comeet.rules import Body
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.comeet.visible import permit

REASONS = ("New", "Replacement hire", "Temporary replacement")


def open_opening(tenant: Tenant, body: Body) -> bytes:
    """One more opening of a position."""
    permit(tenant.grant, may.CREATE_OPENING)
    law = tenant.rules
    position_uid = rules.text(body, "position_uid", law, required=True) or ""
    name = rules.text(body, "name", law, required=True)
    reason = rules.text(body, "reason", law) or REASONS[0]
    if reason not in REASONS:
        raise rules.wrong("reason", "must be one of " + ", ".join(REASONS))
    headcount = body.get("headcount", 1)
    if not isinstance(headcount, int) or isinstance(headcount, bool) or headcount < 1:
        raise rules.wrong("headcount", "must be a whole number from 1")
    with tenant.changing() as db:
        listing.position(tenant, position_uid)
        now = stamp(tenant.clock.now())
        opening = {
            "uid": tenant.new_uid(),
            "position_uid": position_uid,
            "name": name,
            "approval_process": None,
            "hired_candidate_uid": None,
            "time_expected_hire": rules.text(body, "time_expected_hire", law),
            "headcount": headcount,
            "reason": reason,
            "status": "Open",
            "time_created": now,
            "time_last_status_change": now,
            "time_opened": now,
            "time_updated": now,
            "custom_fields": dict(rules.part(body, "custom_fields") or {}),
        }
        json = encode(opening)
        db.execute("INSERT INTO opening VALUES (?, ?, ?)", (opening["uid"], position_uid, json))
    return json
