"""Invented candidates: each walks through the stages of a position until it ends or is still under way."""

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import msgspec

from atsdesk.sandbox.clock import DAY, stamp
from atsdesk.sandbox.comeet import catalog, ids
from atsdesk.sandbox.comeet.defaults import CUSTOM_FIELDS, PROSPECT_STATUSES, WEB
from atsdesk.sandbox.comeet.model import (
    Candidate,
    File,
    FilledOpening,
    Source,
    SourceContact,
    Step,
    Tag,
)
from atsdesk.sandbox.comeet.positions import HISTORY, Calendar, Opening, Stage
from atsdesk.sandbox.people import People, Person

SIGNED = "sandbox-signed://"  # becomes the address and signature of the file server when an answer leaves
RETURNING = 0.15  # share of hiring processes of a person who was there before
HOUR = 3600


class Process(msgspec.Struct):
    """A candidate with the times that filters work on."""

    candidate: Candidate
    created: int
    status_changed: int
    updated: int
    deleted_at: int | None = None


class Walk(msgspec.Struct):
    """How far a candidate came."""

    status: str
    completed: list[Step]
    current: list[Step]
    future: list[Step]
    status_changed: int
    updated: int


def done(stage: Stage, scheduled: int | None, completed: int) -> Step:
    """A step that lies behind."""
    return Step(
        name=stage.stage.name,
        type=stage.stage.type,
        position_step_uid=stage.uid,
        time_scheduled=None if scheduled is None else stamp(scheduled),
        time_completed=stamp(completed),
        assignees=stage.ahead.assignees,
    )


def waiting(stage: Stage, scheduled: int | None) -> Step:
    """A step that somebody has to do now."""
    return Step(
        name=stage.stage.name,
        type=stage.stage.type,
        position_step_uid=stage.uid,
        time_scheduled=None if scheduled is None else stamp(scheduled),
        assignees=stage.ahead.assignees,
    )


def begin(candidate: Candidate, opening: Opening) -> None:
    """Puts a candidate at the first stage."""
    first, *later = opening.stages
    candidate.status = "In progress"
    candidate.completed_steps, candidate.current_steps = [], [waiting(first, None)]
    candidate.future_steps = [stage.ahead for stage in later]


def walk(rng: random.Random, opening: Opening, created: int, now: int) -> Walk:
    """From the application to the end, or to `now`."""
    at = created
    completed: list[Step] = []
    stages = opening.stages
    chance = rng.random
    closed = opening.closed if opening.closed <= now else None
    for ordinal, stage in enumerate(stages):
        what = stage.stage
        wait = int((0.2 + rng.expovariate(0.45)) * what.days * DAY)
        if chance() < 0.04:
            wait *= 15  # forgotten
        end = at + wait
        future = [later.ahead for later in stages[ordinal + 1 :]]
        if closed is not None and end > closed:
            return Walk(
                "Rejected", completed, [], [stage.ahead, *future], max(closed, created), max(closed, created)
            )
        if end > now:
            return _under_way(rng, stage, future, completed, at, end, now, created)
        completed.append(done(stage, end - HOUR if what.meeting else None, end))
        at = end
        if chance() >= what.passes:
            status = "Withdrawn" if chance() < 0.15 else "Rejected"
            decided = min(at + int(chance() * 2 * DAY), now)
            left = [waiting(stages[ordinal + 1], None)] if future and chance() < 0.02 else []  # SECONDARY
            return Walk(status, completed, left, future[len(left) :], decided, decided)
    return Walk("Hired", completed, [], [], at, min(at + int(chance() * 9 * DAY), now))


def _under_way(
    rng: random.Random,
    stage: Stage,
    future: list[Step],
    completed: list[Step],
    at: int,
    end: int,
    now: int,
    created: int,
) -> Walk:
    draw = rng.random()
    last = at + int(rng.random() * (now - at))
    if draw < 0.06:
        return Walk("On hold", completed, [], [stage.ahead, *future], last, last)
    if draw < 0.13:
        return Walk("Awaiting Decision", completed, [], [stage.ahead, *future], last, last)
    soon = stage.stage.meeting and end < now + 21 * DAY and draw < 0.8
    current = [waiting(stage, end if soon else None)]
    if draw > 0.9 and future:
        beside = future[0]
        current.append(
            Step(
                name=beside.name,
                type=beside.type,
                position_step_uid=beside.position_step_uid,
                time_scheduled=None,
                assignees=beside.assignees,
            )
        )
        future = future[1:]
    return Walk("In progress", completed, current, future, created, last)


class Sources:
    """Sources with their contacts, drawn by their share."""

    def __init__(self, people: People) -> None:
        self.sources = [Source(ids.uid(ids.OTHER, 100 + n), name, kind) for n, (name, kind, _) in
                        enumerate(catalog.SOURCES)]  # fmt: skip
        self._shares = list(accumulate(share for _, _, share in catalog.SOURCES))
        self.contacts: list[list[SourceContact]] = []
        for number, source in enumerate(self.sources):
            contacts = []
            for ordinal in range(6 if source.type in catalog.CONTACT_TYPES else 0):
                person = people.person()
                uid = ids.uid(ids.OTHER, 1_000 + number * 20 + ordinal)
                mail = f"contact{number}.{ordinal}@partner.example"
                contacts.append(SourceContact(uid, person.first, person.last, mail))
            self.contacts.append(contacts)

    def choose(self, rng: random.Random) -> tuple[Source, SourceContact | None]:
        """A source, and for agencies and referrers one of its people."""
        number = bisect(self._shares, rng.random() * self._shares[-1])
        contacts = self.contacts[number]
        return self.sources[number], contacts[int(rng.random() * len(contacts))] if contacts else None

    def emails(self) -> frozenset[str]:
        """Mail addresses that belong to these sources."""
        return frozenset(str(contact.email) for contacts in self.contacts for contact in contacts)


class Crowd:
    """Makes candidates; the same random source makes the same ones."""

    def __init__(self, rng: random.Random, people: People, sources: Sources, calendar: Calendar) -> None:
        self.rng = rng
        self.people = people
        self.sources = sources
        self._calendar = calendar
        self._persons: list[tuple[str, Person]] = []
        self._tags = [Tag(ids.uid(ids.OTHER, 300 + n), name) for n, name in enumerate(catalog.TAGS)]

    def history(self, count: int, now: int) -> Iterator[Process]:
        """Candidates of the last two years, oldest first, more of them lately."""
        rng = self.rng
        for number in range(count):
            share = (number + rng.random()) / count
            created = now - HISTORY + int(HISTORY * share**0.75)
            opening = self._calendar.choose(rng, created)
            process = self._process(number, self._who(number), opening, created, now)
            draw = rng.random()
            if draw < 0.01 and process.updated < now:
                process.deleted_at = process.updated + int(rng.random() * (now - process.updated))
                process.updated = process.deleted_at
            elif draw < 0.12:
                process.updated += int(rng.random() * min(now - process.updated, 20 * DAY))
            yield process

    def arrival(self, number: int, opening: Opening, now: int) -> Process:
        """Somebody who applies now."""
        who = (ids.uid(ids.PERSON, number), self.people.person())
        process = self._process(number, who, opening, now, now)
        candidate = process.candidate
        begin(candidate, opening)
        process.status_changed = process.updated = now
        candidate.time_last_status_changed = stamp(now)
        return process

    def forget_persons(self) -> None:
        """Frees what only the making of the history needs."""
        self._persons.clear()

    def _who(self, number: int) -> tuple[str, Person]:
        if self._persons and self.rng.random() < RETURNING / (
            2 - RETURNING
        ):  # the first time counts as shared too
            return self._persons[int(self.rng.random() * len(self._persons))]
        known = (ids.uid(ids.PERSON, number), self.people.person())
        self._persons.append(known)
        return known

    def _process(
        self, number: int, who: tuple[str, Person], opening: Opening, created: int, now: int
    ) -> Process:
        rng = self.rng
        person_uid, person = who
        uid = ids.uid(ids.CANDIDATE, number)
        way = walk(rng, opening, created, now)
        source, contact = self.sources.choose(rng)
        sought = source.type.lower() == "sourcing" and rng.random() < 0.7
        candidate = Candidate(
            uid=uid,
            person_uid=person_uid,
            first_name=person.first,
            middle_name=person.middle,
            last_name=person.last,
            email=person.email,
            phone=person.phone,
            mobile_phone=person.mobile,
            id_number=person.id_number,
            linkedin_url=person.linkedin,
            position_uid=opening.position.uid,
            status=way.status,
            prospect_status=PROSPECT_STATUSES[int(rng.random() * 6)] if sought else None,
            source=source,
            source_contact=contact,
            time_created=stamp(created),
            time_last_status_changed=stamp(way.status_changed),
            url=f"{WEB}/candidates/{ids.web_number(number)}",
            completed_steps=way.completed,
            current_steps=way.current,
            future_steps=way.future,
            tags=[self._tags[int(rng.random() * len(self._tags))]] if rng.random() < 0.25 else [],
            custom_fields=self._custom_fields(),
        )
        if way.status == "Hired":
            start = stamp(way.status_changed - way.status_changed % DAY + int(10 + rng.random() * 50) * DAY)
            hire = stamp(way.status_changed)[:10] + "T00:00:00Z"
            candidate.opening = FilledOpening(ids.uid(ids.OTHER, 10_000 + number), start, hire)
        if rng.random() < 0.8:
            candidate.resume = File(f"CV {person.last}.pdf"[:80], f"{SIGNED}{uid}/0/resume.pdf")
        return Process(candidate, created, way.status_changed, way.updated)

    def _custom_fields(self) -> dict[str, Any]:
        draw = self.rng.random()
        if draw < 0.3:
            return {}
        pick = int(draw * 1000)
        values: dict[str, Any] = {CUSTOM_FIELDS[0]: catalog.NOTICE[pick % 5]}
        if draw > 0.5:
            values[CUSTOM_FIELDS[1]] = 8_000 + pick * 20
            values[CUSTOM_FIELDS[2]] = pick % 2 == 0
        if draw > 0.8:
            values[CUSTOM_FIELDS[3]] = [catalog.LANGUAGES[pick % 7], catalog.LANGUAGES[(pick + 3) % 7]]
        if draw > 0.95:
            values[CUSTOM_FIELDS[4]] = None
            values[CUSTOM_FIELDS[5]] = "לחזור אחרי החגים"
        return values
