"""What happens to interviews, offers and jobs, and who it happens to."""

from collections.abc import Callable
from typing import Any

from msgspec import UNSET

from atsdesk.sandbox.clock import DAY
from atsdesk.sandbox.happening import Event, Impossible
from atsdesk.sandbox.smartrecruiters import jobs, meetings, offers
from atsdesk.sandbox.smartrecruiters.candidates import Applied
from atsdesk.sandbox.smartrecruiters.jobmodel import Compensation
from atsdesk.sandbox.smartrecruiters.jobs import iso
from atsdesk.sandbox.smartrecruiters.model import Change, Meeting, Seat
from atsdesk.sandbox.smartrecruiters.tenant import Tenant


def drawn(tenant: Tenant, statement: str, *values: Any) -> Any:
    """The first column of one row, drawn at random."""
    found = tenant.rows(f"{statement} ORDER BY 1", values)
    if not found:
        raise Impossible("There is nobody and nothing left for this.")
    return found[int(tenant.rng.random() * len(found))][0]


def application(tenant: Tenant, statement: str, fits: Callable[[Applied], Any]) -> Applied:
    """One of the applications that a statement lists, drawn at random."""
    numbers = [number for (number,) in tenant.rows(f"{statement} ORDER BY 1")]
    start = int(tenant.rng.random() * len(numbers))
    for number in (*numbers[start:], *numbers[:start]):
        one = tenant.applied(number)
        if fits(one):
            return one
    raise Impossible("There is no application left for this.")


def owner_number(tenant: Tenant, one: Applied) -> int:
    """The number of the candidate who applied."""
    found = tenant.row("SELECT candidate FROM application WHERE id = ?", one.number)
    assert found is not None
    return int(found[0])


def owner(tenant: Tenant, one: Applied) -> str:
    """The id of the candidate who applied."""
    found = tenant.row("SELECT uid FROM candidate WHERE id = ?", owner_number(tenant, one))
    assert found is not None
    return str(found[0])


def open_jobs(tenant: Tenant) -> list[str]:
    """Jobs that take candidates."""
    statement = "SELECT uid FROM job WHERE status IN ('SOURCING', 'INTERVIEW', 'OFFER') ORDER BY 1"
    return [uid for (uid,) in tenant.rows(statement)]


def open_job(tenant: Tenant) -> str:
    """One of them."""
    found = open_jobs(tenant)
    if not found:
        raise Impossible("There is no open job left.")
    return tenant.rng.choice(found)


def _of(kind: str, meeting: Meeting) -> Event:
    return {
        "kind": kind,
        "candidate": meeting.candidate,
        "job": meeting.job,
        "application": meeting.application,
        "interview": meeting.id,
    }


def _ahead(tenant: Tenant) -> str:
    now = tenant.clock.now()
    return str(drawn(tenant, "SELECT uid FROM meeting WHERE canceled = 0 AND ends > ?", now))


def rescheduled(tenant: Tenant) -> Event:
    """An interview that lies ahead takes place later."""

    def edit(meeting: Meeting) -> None:
        for slot in meeting.slots:
            slot.start, slot.end = slot.start + DAY, slot.end + DAY
            for seat in slot.seats:
                seat.status = "PENDING"

    return _of("rescheduled", tenant.change_meeting(_ahead(tenant), edit))


def canceled(tenant: Tenant) -> Event:
    """An interview that lies ahead does not take place."""

    def edit(meeting: Meeting) -> None:
        meeting.canceled = True

    return _of("canceled", tenant.change_meeting(_ahead(tenant), edit))


def _silent(meeting: Meeting, now: int) -> list[Seat]:
    ended = [slot for slot in meeting.slots if slot.end <= now]
    return [seat for slot in ended for seat in slot.seats if seat.reviewed is None]


def feedback(tenant: Tenant) -> Event:
    """An interviewer writes a review; the candidate's average moves."""
    now = tenant.clock.now()
    start = int(tenant.rng.random() * tenant.crowd.meetings)
    statement = (
        "SELECT uid FROM meeting WHERE id >= ? AND id < ? AND canceled = 0 AND ends <= ? "
        "AND instr(CAST(json AS TEXT), '\"reviewed\":null') ORDER BY id LIMIT 1"
    )
    silent = tenant.row(statement, start, 2**62, now) or tenant.row(statement, 0, start, now)
    if silent is None:
        raise Impossible("There is no interview left without a review.")

    def edit(meeting: Meeting) -> None:
        meetings.review(tenant.rng, _silent(meeting, now)[0], now, now)

    meeting = tenant.change_meeting(silent[0], edit)
    number = tenant.number(meeting.candidate)
    held = [
        one
        for (of,) in tenant.rows("SELECT id FROM application WHERE candidate = ?", (number,))
        for one in tenant.meetings(of)
    ]
    given = meetings.ratings(held)

    def rate(candidate: Any) -> None:
        candidate.average_rating = round(sum(given) / len(given), 1)

    tenant.change(number, rate)
    return _of("feedback", meeting)


def offer_moved(tenant: Tenant) -> Event:
    """An offer reaches its next status."""
    waiting = ", ".join(f"'{status}'" for status in offers.NEXT)
    uid = drawn(tenant, f"SELECT uid FROM offer WHERE status IN ({waiting})")
    found = tenant.row("SELECT status, application FROM offer WHERE uid = ?", uid)
    assert found is not None
    offer = tenant.change_offer(uid, offers.NEXT[found[0]])
    one = tenant.applied(found[1])
    return {
        "kind": "offer_moved",
        "candidate": owner(tenant, one),
        "job": one.opening.job.id,
        "application": one.uid,
        "offer": offer.id,
        "status": offer.status,
    }


def job_opened(tenant: Tenant) -> Event:
    """One more job."""
    now = tenant.clock.now()
    number = len(tenant.openings)
    made = jobs.opening(tenant.rng, number, tenant.staff, now, now + jobs.HISTORY, now)
    made.job.status = "SOURCING"
    made.job.posting_status = "PUBLIC"
    made.history = [Change(iso(now), "CREATED"), Change(iso(now), "SOURCING")]
    tenant.openings[made.job.id] = made
    tenant.keep_job(made)
    return {"kind": "job_opened", "job": made.job.id}


def _turn(tenant: Tenant, kind: str, uid: str, status: str, posting: str) -> Event:
    now = tenant.clock.now()
    opening = tenant.openings[uid]
    job = opening.job
    if job.status != status:
        opening.history.append(Change(iso(now), status))
    job.status, job.posting_status = status, posting
    job.updated_on = job.last_activity_on = iso(now)
    opening.updated = opening.activity = now
    tenant.keep_job(opening)
    return {"kind": kind, "job": uid}


def job_edited(tenant: Tenant) -> Event:
    """Somebody changes what a job says."""
    uid = open_job(tenant)
    job = tenant.openings[uid].job
    pay = job.compensation
    low = 40_000 if pay is UNSET else pay.min + 1_000
    job.compensation = Compensation(low, low + 20_000, "EUR" if pay is UNSET else pay.currency)
    return _turn(tenant, "job_edited", uid, job.status, job.posting_status)


def job_closed(tenant: Tenant) -> Event:
    """A job does not take candidates any more."""
    uid = open_job(tenant)
    return _turn(tenant, "job_closed", uid, tenant.rng.choice(("FILLED", "CANCELLED")), "NOT_PUBLISHED")


def job_reopened(tenant: Tenant) -> Event:
    """A closed job takes candidates again."""
    uid = drawn(tenant, "SELECT uid FROM job WHERE status IN ('FILLED', 'CANCELLED')")
    return _turn(tenant, "job_reopened", uid, "SOURCING", "PUBLIC")
