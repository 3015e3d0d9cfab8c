"""Invented interviews: time slots, who sits in them, and what they thought."""

import random
from collections.abc import Iterator

from atsdesk.sandbox.clock import DAY
from atsdesk.sandbox.smartrecruiters import catalog, ids
from atsdesk.sandbox.smartrecruiters.jobs import Opening
from atsdesk.sandbox.smartrecruiters.model import Meeting, Seat, Slot

HOUR = 3600
QUARTER = 900


def plan(
    rng: random.Random,
    number: int,
    opening: Opening,
    ordinal: int,
    who: tuple[str, str],
    start: int,
    entered: int,
    now: int,
) -> Meeting:
    """The interview that ends stage `ordinal`; `who` is the application and the candidate."""
    stage = opening.flow[ordinal]
    kind = stage.meeting or "OTHER"
    chance = rng.random
    start -= start % QUARTER
    created = max(entered, start - int((1 + chance() * 5) * DAY))
    created = min(created, now, start)
    past = start < now
    place = _place(kind, opening, number)
    slots = []
    at = start
    for slot in range(stage.slots):
        length = (2 + int(chance() * 3)) * QUARTER
        seats = list(_seats(rng, opening, slot, at + length, past, now))
        slots.append(
            Slot(
                id=ids.hex24("slot", f"{number}.{slot}"),
                type=kind,
                title=stage.sub or stage.status,
                place=place,
                room=catalog.ROOMS[(number + slot) % len(catalog.ROOMS)] if kind == "ONSITE" else None,
                start=at,
                end=at + length,
                seats=seats,
                no_show=past and chance() < 0.01,
            )
        )
        at += length + (QUARTER if slot % 2 else 0)
    reviewed = [seat.reviewed for slot in slots for seat in slot.seats if seat.reviewed]
    return Meeting(
        id=ids.hex24("meeting", number),
        application=who[0],
        candidate=who[1],
        job=opening.job.id,
        status=_attendance(chance(), past),
        location=place,
        organizer=opening.team[0][0],
        zone=opening.place.zone,
        created=created,
        updated=max([created, *reviewed]),
        by_api=number % 5 == 0,
        slots=slots,
        canceled=chance() < 0.06,
    )


def _place(kind: str, opening: Opening, number: int) -> str:
    if kind == "PHONE":
        return f"+1 202-555-01{number % 100:02d}"
    if kind == "VIDEO":
        return f"https://meet.example.com/{number:x}"
    return ", ".join(part for part in (opening.place.address, opening.place.city) if part)


def _attendance(draw: float, past: bool) -> str:
    if draw < (0.85 if past else 0.5):
        return "ACCEPTED"
    return "PENDING" if draw < 0.9 else "TENTATIVE" if draw < 0.96 else "DECLINED"


def _seats(rng: random.Random, opening: Opening, slot: int, end: int, past: bool, now: int) -> Iterator[Seat]:
    others = opening.team[1:]
    for number in range(1 + (rng.random() < 0.4)):
        seat = Seat(others[(slot + number) % len(others)][0], _attendance(rng.random(), past))
        if past and rng.random() < 0.75:
            review(rng, seat, end + int(rng.expovariate(1 / (20 * HOUR))), now)
        yield seat


def review(rng: random.Random, seat: Seat, at: int, now: int) -> None:
    """The interviewer says what they think, unless that is still to come."""
    if at <= now:
        seat.rating = min(1 + int(rng.random() * 4.7), 5)
        seat.review = (
            catalog.REVIEWS[int(rng.random() * len(catalog.REVIEWS))] if rng.random() < 0.8 else None
        )
        seat.reviewed = at


def ratings(meetings: list[Meeting]) -> list[int]:
    """What interviewers gave, in numbers."""
    return [seat.rating for one in meetings for slot in one.slots for seat in slot.seats if seat.rating]
