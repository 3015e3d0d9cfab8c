"""The pipeline moves on: what recruiters, interviewers and candidates do at the sandbox's present moment."""

from collections.abc import Callable, Mapping
from typing import Any

from atsdesk.sandbox import happening
from atsdesk.sandbox.clock import DAY
from atsdesk.sandbox.happening import Event, Impossible, listed
from atsdesk.sandbox.people import phone
from atsdesk.sandbox.smartrecruiters import candidates, catalog, happenings
from atsdesk.sandbox.smartrecruiters.candidates import Applied, end, enter
from atsdesk.sandbox.smartrecruiters.happenings import drawn
from atsdesk.sandbox.smartrecruiters.model import Candidate
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

# kind: its share when nobody asks for a particular one
SHARES: dict[str, int] = {
    "new": 24,
    "applied": 3,
    "moved": 26,
    "rejected": 15,
    "withdrawn": 3,
    "hired": 3,
    "transferred": 1,
    "interviewed": 6,
    "rescheduled": 2,
    "canceled": 1,
    "feedback": 6,
    "offered": 2,
    "offer_moved": 2,
    "edited": 6,
    "deleted": 2,
    "job_opened": 1,
    "job_edited": 2,
    "job_closed": 1,
    "job_reopened": 1,
}
_ACTIVE = "SELECT id FROM application WHERE status IN ('LEAD', 'NEW', 'IN_REVIEW', 'INTERVIEW', 'OFFERED')"


def advance(tenant: Tenant, events: int) -> list[Event]:
    """So many events of all kinds."""
    happened: list[Event] = []
    for _ in range(events):
        with tenant.lock:
            try:
                happened.append(_HAPPEN[happening.drawn(tenant.rng, SHARES)](tenant))
            except Impossible:
                happened.append(_new(tenant))
    return happened


def happen(tenant: Tenant, kinds: Mapping[str, int]) -> list[Event]:
    """So many events of each named kind."""
    with tenant.lock:
        return [_HAPPEN[kind](tenant) for kind in listed(SHARES, kinds)]


def finish(one: Applied, status: str, reason: str | None, now: int, starts: int | None = None) -> None:
    """The application ends; who is hired takes a position."""
    if status == "HIRED":
        candidates.hire(one, now, starts)
    else:
        end(one, status, reason, now)


def _event(tenant: Tenant, kind: str, one: Applied, **more: str) -> Event:
    return {"kind": kind, "candidate": happenings.owner(tenant, one), "job": one.opening.job.id,
            "application": one.uid, **more}  # fmt: skip


def _active(tenant: Tenant, fits: Callable[[Applied], Any]) -> Applied:
    return happenings.application(tenant, _ACTIVE, fits)


def _new(tenant: Tenant) -> Event:
    opening = tenant.openings[happenings.open_job(tenant)]
    pool = tenant.rng.random() < candidates.POOL
    process = tenant.crowd.arrival(tenant.next_number, None if pool else opening, tenant.clock.now())
    tenant.add(process)
    if not process.applied:
        return {"kind": "new", "candidate": process.candidate.id}
    return _event(tenant, "new", process.applied[0])


def _applied(tenant: Tenant) -> Event:
    """Somebody who is known applies for another job, which becomes their primary one."""
    opening = tenant.openings[happenings.open_job(tenant)]
    number = drawn(
        tenant,
        "SELECT id FROM candidate WHERE id NOT IN (SELECT candidate FROM application WHERE job = ?)",
        opening.job.id,
    )
    one = tenant.crowd.apply(opening, tenant.clock.now())
    tenant.apply(number, one, primary=True)
    return _event(tenant, "applied", one)


def _moved(tenant: Tenant) -> Event:
    who = _active(tenant, lambda one: one.stage + 1 < len(one.opening.flow))

    def edit(one: Applied) -> None:
        one.stage += 1
        enter(one, one.opening.flow[one.stage], tenant.clock.now())

    return _event(tenant, "moved", tenant.change_application(who.number, edit))


def _ends(kind: str, status: str, reasons: tuple[str, ...]) -> Callable[[Tenant], Event]:
    def happens(tenant: Tenant) -> Event:
        reason = tenant.rng.choice(reasons) if reasons else None

        def edit(one: Applied) -> None:
            finish(one, status, reason, tenant.clock.now())

        who = _active(tenant, lambda _: True)
        return _event(tenant, kind, tenant.change_application(who.number, edit))

    return happens


def _hired(tenant: Tenant) -> Event:
    who = _active(tenant, lambda _: True)
    for offer in tenant.offers(who.number):
        tenant.change_offer(offer.id, "ACCEPTED")

    def edit(one: Applied) -> None:
        finish(one, "HIRED", None, tenant.clock.now())

    return _event(tenant, "hired", tenant.change_application(who.number, edit))


def _transferred(tenant: Tenant) -> Event:
    """The application ends here and goes on with another job."""
    who = _active(tenant, lambda _: True)
    number = happenings.owner_number(tenant, who)
    taken = {job for (job,) in tenant.rows("SELECT job FROM application WHERE candidate = ?", (number,))}
    free = [uid for uid in happenings.open_jobs(tenant) if uid not in taken]
    if not free:
        raise Impossible("There is no open job left for this.")

    def edit(one: Applied) -> None:
        finish(one, "TRANSFERRED", None, tenant.clock.now())

    tenant.change_application(who.number, edit)
    opening = tenant.openings[tenant.rng.choice(free)]
    tenant.apply(number, tenant.crowd.apply(opening, tenant.clock.now()), primary=True)
    return _event(tenant, "transferred", who, to=opening.job.id)


def _interviewed(tenant: Tenant) -> Event:
    who = _active(tenant, lambda one: one.stage >= 0 and one.opening.flow[one.stage].meeting)
    now = tenant.clock.now()
    start = now + int((1 + tenant.rng.random() * 9) * DAY)
    meeting = tenant.crowd.meeting(happenings.owner(tenant, who), who, start, now, now)
    meeting.canceled = False

    def edit(one: Applied) -> None:
        one.meetings = [meeting]
        one.updated = now

    tenant.change_application(who.number, edit)
    return _event(tenant, "interviewed", who, interview=meeting.id)


def _offered(tenant: Tenant) -> Event:
    """The application reaches the state of an offer, if it is not there yet, and gets one."""
    who = _active(tenant, lambda one: one.stage >= 0)
    now = tenant.clock.now()
    offer = tenant.crowd.offer(happenings.owner(tenant, who), who, now)
    offer.status = "CREATED"

    def edit(one: Applied) -> None:
        if one.status != "OFFERED":
            flow = one.opening.flow
            one.stage = next(ordinal for ordinal, stage in enumerate(flow) if stage.status == "OFFERED")
            enter(one, flow[one.stage], now)
        one.offers = [offer]

    tenant.change_application(who.number, edit)
    return _event(tenant, "offered", who, offer=offer.id)


def _edited(tenant: Tenant) -> Event:
    number = drawn(tenant, "SELECT id FROM candidate")
    draw = tenant.rng.random()
    mail = f"new.address{int(draw * 1_000_000)}@example.org"
    called, tag = phone(tenant.rng), tenant.rng.choice(catalog.TAGS)

    def edit(candidate: Candidate) -> None:
        candidate.phone_number = called
        if draw < 0.5:
            candidate.email = mail
        if draw < 0.2:
            candidate.last_name = f"{candidate.last_name}-Newname"
        if draw > 0.7:
            candidate.tags = list(dict.fromkeys([*candidate.tags, tag]))

    return {"kind": "edited", "candidate": tenant.change(number, edit).id}


def _deleted(tenant: Tenant) -> Event:
    number = drawn(tenant, "SELECT id FROM candidate")
    uid = tenant.candidate(number).id
    tenant.delete(number)
    return {"kind": "deleted", "candidate": uid}


_HAPPEN: dict[str, Callable[[Tenant], Event]] = {
    "new": _new,
    "applied": _applied,
    "moved": _moved,
    "rejected": _ends("rejected", "REJECTED", catalog.REJECTION_REASONS),
    "withdrawn": _ends("withdrawn", "WITHDRAWN", catalog.WITHDRAWAL_REASONS),
    "hired": _hired,
    "transferred": _transferred,
    "interviewed": _interviewed,
    "rescheduled": happenings.rescheduled,
    "canceled": happenings.canceled,
    "feedback": happenings.feedback,
    "offered": _offered,
    "offer_moved": happenings.offer_moved,
    "edited": _edited,
    "deleted": _deleted,
    "job_opened": happenings.job_opened,
    "job_edited": happenings.job_edited,
    "job_closed": happenings.job_closed,
    "job_reopened": happenings.job_reopened,
}
assert set(_HAPPEN) == set(SHARES)
