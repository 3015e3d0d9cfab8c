"""What a complete copy of the sandbox must hold."""

from typing import Any

from msgspec import UNSET

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.smartrecruiters.model import read_candidate, read_history, read_meeting
from atsdesk.sandbox.smartrecruiters.tenant import Tenant


def of(tenant: Tenant) -> dict[str, Any]:
    """Everything by its id; an interview by `interview/interviewer/start`, as its rows are told apart."""
    with tenant.lock:
        candidates = {
            uid: {
                "name": f"{one.first_name} {one.last_name}",
                "email": None if one.email is UNSET else one.email,
                "phone": None if one.phone_number is UNSET else one.phone_number,
                "updated": stamp(updated),
                "jobs": [shown.job.id for shown in one.assignments()],
            }
            for uid, updated, json in tenant.rows(
                "SELECT uid, updated, json FROM candidate JOIN body USING (id) ORDER BY uid"
            )
            for one in (read_candidate(json),)
        }
        applications = {
            uid: {
                "candidate": candidate,
                "job": job,
                "primary": bool(main),
                "status": status,
                "sub_status": sub,
                "history": [change.status for change in read_history(history)],
            }
            for uid, candidate, job, main, status, sub, history in tenant.rows(
                "SELECT application.uid, candidate.uid, job, main, status, sub, history FROM application "
                "JOIN candidate ON candidate = candidate.id ORDER BY 1"
            )
        }
        return {
            "candidates": candidates,
            "applications": applications,
            "interviews": _interviews(tenant),
            "offers": dict(tenant.rows("SELECT uid, status FROM offer ORDER BY uid")),
            "jobs": dict(tenant.rows("SELECT uid, status FROM job ORDER BY uid")),
            "users": [uid for (uid,) in tenant.rows("SELECT uid FROM user ORDER BY uid")],
            "deleted": [uid for (uid,) in tenant.rows("SELECT uid FROM gone ORDER BY uid")],
        }


def _interviews(tenant: Tenant) -> dict[str, dict[str, Any]]:
    found = {}
    for (json,) in tenant.rows("SELECT json FROM meeting ORDER BY uid"):
        meeting = read_meeting(json)
        for slot in meeting.slots:
            for seat in slot.seats:
                found[f"{meeting.id}/{seat.user}/{stamp(slot.start)}"] = {
                    "application": meeting.application,
                    "type": slot.type,
                    "status": seat.status,
                    "canceled": meeting.canceled,
                    "rating": seat.rating,
                    "by_api": meeting.by_api,
                }
    return found
