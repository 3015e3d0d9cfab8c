"""The pipeline moves on: what recruiters and candidates do at the sandbox's present moment."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from atsdesk.sandbox.clock import DAY, stamp
from atsdesk.sandbox.comeet.candidates import Process
from atsdesk.sandbox.comeet.model import Candidate, FilledOpening, Position, Step
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.happening import Event, Impossible, drawn, listed
from atsdesk.sandbox.people import phone

# kind: its share when nobody asks for a particular one
SHARES: dict[str, int] = {
    "new": 28,
    "moved": 30,
    "rejected": 17,
    "withdrawn": 3,
    "hired": 3,
    "held": 2,
    "resumed": 2,
    "edited": 8,
    "deleted": 2,
    "merged": 1,
    "position_edited": 2,
    "position_closed": 1,
    "position_reopened": 1,
}


def advance(tenant: Tenant, events: int) -> list[Event]:
    """So many events of all kinds."""
    happened: list[Event] = []
    for _ in range(events):
        with tenant.lock:
            try:
                happened.append(_HAPPEN[drawn(tenant.rng, SHARES)](tenant))
            except Impossible:
                happened.append(_new(tenant))
    return happened


def happen(tenant: Tenant, kinds: Mapping[str, int]) -> list[Event]:
    """So many events of each named kind."""
    with tenant.lock:
        return [_HAPPEN[kind](tenant) for kind in listed(SHARES, kinds)]


def _somebody(tenant: Tenant, status: str | None, fits: Callable[[Candidate], bool]) -> Candidate:
    """A living candidate, drawn at random."""
    if status is None:
        return _anybody(tenant, fits)
    uids = [
        uid
        for (uid,) in tenant.rows(
            "SELECT uid FROM candidate WHERE status = ? AND deleted_at IS NULL AND merged_into IS NULL ORDER BY id",
            (status,),
        )
    ]
    start = int(tenant.rng.random() * len(uids))
    for uid in (*uids[start:], *uids[:start]):
        candidate = tenant.candidate(uid)
        if fits(candidate):
            return candidate
    raise Impossible(f"There is no candidate left for this who is {status}.")


def _anybody(tenant: Tenant, fits: Callable[[Candidate], bool]) -> Candidate:
    start = int(tenant.rng.random() * tenant.next_number)
    for low, high in ((start, tenant.next_number), (0, start)):
        for (uid,) in tenant.rows(
            "SELECT uid FROM candidate WHERE id >= ? AND id < ? AND deleted_at IS NULL AND merged_into IS NULL "
            "ORDER BY id LIMIT 100",
            (low, high),
        ):
            candidate = tenant.candidate(uid)
            if fits(candidate):
                return candidate
    raise Impossible("There is no candidate left for this.")


def _event(kind: str, candidate: Candidate, **more: str) -> Event:
    return {"kind": kind, "uid": candidate.uid, "person_uid": candidate.person_uid, **more}


def _open_positions(tenant: Tenant, status: str) -> list[str]:
    return [
        uid for (uid,) in tenant.rows("SELECT uid FROM position WHERE status = ? ORDER BY uid", (status,))
    ]


def _new(tenant: Tenant) -> Event:
    open_now = _open_positions(tenant, "open")
    if not open_now:
        raise Impossible("There is no open position left.")
    opening = tenant.openings[tenant.rng.choice(open_now)]
    process = tenant.crowd.arrival(tenant.next_number, opening, tenant.clock.now())
    if tenant.rng.random() < 0.15 and tenant.next_number:
        _return(process, _somebody(tenant, None, lambda _: True))
    tenant.add(process)
    return _event("new", process.candidate)


def _return(process: Process, known: Candidate) -> None:
    """Somebody applies who was here before."""
    who = ("person_uid", "first_name", "middle_name", "last_name", "email", "phone", "mobile_phone",
           "id_number", "linkedin_url")  # fmt: skip
    for field in who:
        setattr(process.candidate, field, getattr(known, field))


def complete(candidate: Candidate, now: int) -> None:
    """The first of the current steps is done."""
    step, *rest = candidate.current_steps
    step.time_completed = stamp(now)
    if step.time_scheduled and step.time_scheduled > step.time_completed:
        step.time_scheduled = step.time_completed
    candidate.completed_steps = [*candidate.completed_steps, step]
    candidate.current_steps = rest


def _moved(tenant: Tenant) -> Event:
    now = tenant.clock.now()

    def edit(candidate: Candidate) -> None:
        complete(candidate, now)
        ahead = list(candidate.future_steps or [])
        if not candidate.current_steps:
            step = ahead.pop(0)
            meeting = "nterview" in step.type
            step.time_scheduled = stamp(now + int((1 + tenant.rng.random() * 9) * DAY)) if meeting else None
            candidate.current_steps = [step]
        candidate.future_steps = ahead

    who = _somebody(tenant, "In progress", lambda one: bool(one.current_steps and one.future_steps))
    return _event("moved", tenant.change(who.uid, edit))


def _ends(kind: str, status: str) -> Callable[[Tenant], Event]:
    def end(tenant: Tenant) -> Event:
        def edit(candidate: Candidate) -> None:
            if kind == "rejected" and candidate.current_steps:
                complete(candidate, tenant.clock.now())
            candidate.status = status
            _put_off(candidate)

        who = _somebody(tenant, "In progress", lambda _: True)
        return _event(kind, tenant.change(who.uid, edit))

    return end


def _put_off(candidate: Candidate) -> None:
    """Steps that were waiting lie ahead again: only somebody in progress has current ones."""
    for step in candidate.current_steps:
        step.time_scheduled = msgspec.UNSET
    candidate.future_steps = [*candidate.current_steps, *(candidate.future_steps or [])]
    candidate.current_steps = []


def _resumed(tenant: Tenant) -> Event:
    def edit(candidate: Candidate) -> None:
        ahead: list[Step] = list(candidate.future_steps or [])
        ahead[0].time_scheduled = None
        candidate.status = "In progress"
        candidate.current_steps, candidate.future_steps = ahead[:1], ahead[1:]

    who = _somebody(tenant, "On hold", lambda one: bool(one.future_steps))
    return _event("resumed", tenant.change(who.uid, edit))


def _hired(tenant: Tenant) -> Event:
    now = tenant.clock.now()

    def edit(candidate: Candidate) -> None:
        while candidate.current_steps:
            complete(candidate, now)
        for step in candidate.future_steps or []:
            step.time_scheduled, step.time_completed = None, stamp(now)
            candidate.completed_steps.append(step)
        candidate.future_steps = []
        candidate.status = "Hired"
        start = stamp(now - now % DAY + 30 * DAY)
        candidate.opening = FilledOpening(tenant.new_uid(), start, stamp(now - now % DAY))

    who = _somebody(tenant, "In progress", lambda _: True)
    return _event("hired", tenant.change(who.uid, edit))


def edit_person(tenant: Tenant, uid: str, changes: Mapping[str, Any]) -> None:
    """Contact details belong to the person: all hiring processes show them."""
    person_uid = tenant.candidate(uid).person_uid

    def edit(candidate: Candidate) -> None:
        for field, value in changes.items():
            setattr(candidate, field, value)

    for other in tenant.uids_of_person(person_uid):
        if other == uid or tenant.rules.edit_touches_all:
            tenant.change(other, edit)
        else:
            tenant.rewrite(other, edit)
    tenant.know_person(tenant.candidate(uid))


def _edited(tenant: Tenant) -> Event:
    who = _somebody(tenant, None, lambda _: True)
    changes: dict[str, Any] = {"mobile_phone": phone(tenant.rng)}
    if tenant.rng.random() < 0.5:
        changes["email"] = f"new.address{int(tenant.rng.random() * 1_000_000)}@example.org"
    if tenant.rng.random() < 0.2:
        changes["last_name"] = f"{who.last_name}-Newname"
    edit_person(tenant, who.uid, changes)
    return _event("edited", who)


def _deleted(tenant: Tenant) -> Event:
    who = _somebody(tenant, None, lambda _: True)
    tenant.delete(who.uid)
    return _event("deleted", who)


def _merged(tenant: Tenant) -> Event:
    """Two profiles turn out to be one human: one hiring process goes, the rest of its person moves over."""
    gone = _somebody(tenant, None, lambda _: True)
    kept = _somebody(tenant, None, lambda one: one.person_uid != gone.person_uid)
    return merge(tenant, gone, kept)


def merge(tenant: Tenant, gone: Candidate, kept: Candidate) -> Event:
    """`gone` answers 401 `duplicate_candidate` from now on and is in no list."""

    def move(candidate: Candidate) -> None:
        candidate.person_uid = kept.person_uid

    with tenant.changing() as db:
        db.execute(
            "UPDATE candidate SET merged_into = ?, updated = ? WHERE uid = ?",
            (kept.uid, tenant.clock.now(), gone.uid),
        )
        db.execute("DELETE FROM person WHERE uid = ?", (gone.person_uid,))
    for uid in tenant.uids_of_person(gone.person_uid):
        tenant.change(uid, move)
    tenant.change(kept.uid, lambda _: None)
    return _event("merged", gone, into=kept.uid)


def _position(kind: str, before: str, status: str) -> Callable[[Tenant], Event]:
    def turn(tenant: Tenant) -> Event:
        uids = _open_positions(tenant, before)
        if not uids:
            raise Impossible(f"There is no position left that is {before}.")

        def edit(position: Position) -> None:
            position.status = status
            if kind == "position_edited":
                position.employment_type = tenant.rng.choice(("Full-time", "Part-time", "Contract"))
                position.internal_use_custom_id = f"REQ-{int(tenant.rng.random() * 100_000)}"

        uid = tenant.change_position(tenant.rng.choice(uids), edit).uid
        return {"kind": kind, "uid": uid}

    return turn


_HAPPEN: dict[str, Callable[[Tenant], Event]] = {
    "new": _new,
    "moved": _moved,
    "rejected": _ends("rejected", "Rejected"),
    "withdrawn": _ends("withdrawn", "Withdrawn"),
    "hired": _hired,
    "held": _ends("held", "On hold"),
    "resumed": _resumed,
    "edited": _edited,
    "deleted": _deleted,
    "merged": _merged,
    "position_edited": _position("position_edited", "open", "open"),
    "position_closed": _position("position_closed", "open", "closed"),
    "position_reopened": _position("position_reopened", "closed", "open"),
}
assert set(_HAPPEN) == set(SHARES)
