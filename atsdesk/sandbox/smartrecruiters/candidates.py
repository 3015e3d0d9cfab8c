"""Invented candidates: each walks through the stages of a job until it ends or is still under way."""

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from msgspec import UNSET, Struct

from atsdesk.sandbox.clock import DAY
from atsdesk.sandbox.people import People, Person
from atsdesk.sandbox.smartrecruiters import catalog, ids, meetings, offers, resumes
from atsdesk.sandbox.smartrecruiters.catalog import SourceValue, Stage
from atsdesk.sandbox.smartrecruiters.jobs import HISTORY, Calendar, Opening, Position, iso
from atsdesk.sandbox.smartrecruiters.model import (
    AssignedJob,
    Assignment,
    AssignmentActions,
    Candidate,
    CandidateLocation,
    Change,
    DetailsActions,
    JobActions,
    Labelled,
    Meeting,
    Offer,
    Web,
    link,
)

HOUR = 3600
SECOND, THIRD = 0.14, 0.03  # share of candidates with another job, and with two others
POOL = 0.03  # share without any job


class Applied(Struct):
    """An application with what only the sandbox knows of it."""

    number: int
    uid: str
    opening: Opening
    status: str
    stage: int  # an index into the flow of the job; -1 before its first stage
    created: int
    updated: int
    source: SourceValue
    answer: int
    history: list[Change]
    reason: str | None = None
    ended_after: str | None = None
    position: Position | None = None
    starts: int | None = None
    sub: str | None = None
    meetings: list[Meeting] = []
    offers: list[Offer] = []


class Process(Struct):
    """A candidate with their applications, the primary one first, and the values that filters work on."""

    candidate: Candidate
    created: int
    updated: int
    applied: list[Applied]
    consent: str = "ACQUIRED"
    onboarding: str | None = None


def assignment(one: Applied) -> Assignment:
    """An application as the details of a candidate show it."""
    job = one.opening.job
    shown = Assignment(
        AssignedJob(job.id, job.title, JobActions(link(f"/jobs/{job.id}"))),
        one.status,
        source=one.source.label,
        actions=AssignmentActions(link(f"/configuration/sources/{one.source.type}/values/{one.source.id}")),
    )
    if one.sub is not None:
        shown.sub_status = one.sub
    if one.starts is not None:
        shown.starts_on = iso(one.starts)
    if one.reason is not None and one.status == "REJECTED":
        shown.reason_of_rejection = Labelled(catalog.REJECTION_IDS[one.reason], one.reason)
    return shown


def enter(one: Applied, stage: Stage, at: int) -> None:
    """The application reaches a state."""
    one.status, one.sub, one.updated = stage.status, stage.sub, at
    one.history.append(Change(iso(at), stage.status, UNSET if stage.sub is None else stage.sub))


def end(one: Applied, status: str, reason: str | None, at: int) -> None:
    """The application ends."""
    one.ended_after, one.reason = one.status, reason
    enter(one, Stage(status, None, 0, 0), at)


class Crowd:
    """Makes candidates; the same random source makes the same ones."""

    def __init__(self, rng: random.Random, people: People, calendar: Calendar) -> None:
        self.rng = rng
        self.people = people
        self._calendar = calendar
        self._shares = list(accumulate(source.share for source in catalog.SOURCES))
        self.applications = 0
        self.meetings = 0
        self.offers = 0

    def history(self, count: int, now: int) -> Iterator[Process]:
        """Candidates of the last two years, oldest first, more of them lately."""
        rng = self.rng
        for number in range(count):
            share = (number + rng.random()) / count
            created = now - HISTORY + int(HISTORY * share**0.75)
            process = self._process(number, self.people.person(), created)
            if rng.random() >= POOL:
                self._applications(process, now)
            latest = max([created, *(one.updated for one in process.applied)])
            if rng.random() < 0.12:
                latest += int(rng.random() * min(now - latest, 20 * DAY))
            self._finish(process, latest)
            yield process

    def arrival(self, number: int, opening: Opening | None, now: int) -> Process:
        """Somebody who applies now, or comes into the talent pool."""
        process = self._process(number, self.people.person(), now)
        if opening is not None:
            process.applied = [self.apply(opening, now)]
        self._finish(process, now)
        return process

    def apply(self, opening: Opening, now: int, source: SourceValue | None = None) -> Applied:
        """A new application at its first stage."""
        rng = self.rng
        one = Applied(
            number=self.applications,
            uid=ids.uuid("application", self.applications),
            opening=opening,
            status="",
            stage=0,
            created=now,
            updated=now,
            source=source or catalog.SOURCES[bisect(self._shares, rng.random() * self._shares[-1])],
            answer=int(rng.random() * 4),
            history=[],
        )
        self.applications += 1
        if source is None and one.source.type == "SOURCING" and rng.random() < 0.7:
            one.stage = -1
            enter(one, catalog.LEAD, now)
        else:
            enter(one, opening.flow[0], now)
        return one

    def _applications(self, process: Process, now: int) -> None:
        draw = self.rng.random()
        at = process.created
        jobs: set[str] = set()
        for _ in range(1 + (draw < SECOND) + (draw < THIRD)):
            opening = self._calendar.choose(self.rng, at)
            if opening.job.id in jobs:
                break
            jobs.add(opening.job.id)
            one = self.apply(opening, at)
            self._walk(process.candidate.id, one, now)
            process.applied.insert(0, one)  # the latest is the primary one
            at = min(at + int(self.rng.random() * 60 * DAY), now)

    def _walk(self, candidate: str, one: Applied, now: int) -> None:
        """From the application to the end, or to `now`."""
        rng = self.rng
        chance = rng.random
        opening = one.opening
        stages = ((-1, catalog.LEAD), *enumerate(opening.flow)) if one.stage < 0 else enumerate(opening.flow)
        closed = opening.closed if opening.closed <= now else None
        at = one.created
        for ordinal, stage in stages:
            one.stage = ordinal
            if at > one.created:
                enter(one, stage, at)
            if stage.sub in catalog.OFFERED:
                one.offers = [self.offer(candidate, one, at)]
            wait = int((0.2 + rng.expovariate(0.45)) * stage.days * DAY)
            if chance() < 0.04:
                wait *= 15  # forgotten
            until = at + wait
            if closed is not None and until > closed:
                end(one, "REJECTED", catalog.CLOSED_REASON, max(closed, at))
                self._decide_offer(one, "ABANDONED")
                return
            if until > now:
                one.updated = at + int(chance() * (now - at)) if chance() < 0.3 else at
                if stage.meeting and until < now + 21 * DAY and chance() < 0.8:
                    one.meetings.append(self.meeting(candidate, one, until, at, now))
                return
            if stage.meeting:
                one.meetings.append(self.meeting(candidate, one, until - HOUR, at, now))
            at = until
            if chance() >= stage.passes:
                status = "WITHDRAWN" if chance() < 0.15 else "REJECTED"
                reasons = catalog.WITHDRAWAL_REASONS if status == "WITHDRAWN" else catalog.REJECTION_REASONS
                reason = reasons[int(chance() * len(reasons))] if chance() < 0.85 else None
                end(one, status, reason, min(at + int(chance() * 2 * DAY), now))
                self._decide_offer(one, "NOT_ACCEPTED")
                return
        self._decide_offer(one, "ACCEPTED")
        hire(one, at)

    def _decide_offer(self, one: Applied, status: str) -> None:
        for offer in one.offers:
            offer.status, offer.updated_on = status, iso(one.updated)

    def meeting(self, candidate: str, one: Applied, start: int, entered: int, now: int) -> Meeting:
        """The interview of the application's present stage."""
        self.meetings += 1
        return meetings.plan(
            self.rng, self.meetings, one.opening, one.stage, (one.uid, candidate), start, entered, now
        )

    def offer(self, candidate: str, one: Applied, at: int) -> Offer:
        """An offer of the application's present stage."""
        self.offers += 1
        return offers.draft(self.rng, self.offers, candidate, one.opening.job, at)

    def _process(self, number: int, person: Person, created: int) -> Process:
        rng = self.rng
        uid = ids.uuid("candidate", number)
        place = catalog.PLACES[int(rng.random() * len(catalog.PLACES))]
        candidate = Candidate(
            id=uid,
            internal=rng.random() < 0.03,
            first_name=person.first,
            last_name=person.last,
            email=person.email or UNSET,
            phone_number=person.mobile or person.phone or UNSET,
            location=CandidateLocation(place.country, place.code, city=place.city)
            if rng.random() < 0.85
            else UNSET,
            web=Web(linkedin=person.linkedin) if person.linkedin else UNSET,
            created_on=iso(created),
            updated_on=iso(created),
            actions=DetailsActions(
                link(f"/candidates/{uid}/properties"), link(f"/candidates/{uid}/attachments")
            ),
            tags=[catalog.TAGS[int(rng.random() * len(catalog.TAGS))]] if rng.random() < 0.25 else [],
            education=resumes.education(rng),
            experience=resumes.experience(rng),
        )
        if candidate.location is not UNSET and rng.random() < 0.5:
            candidate.location.lat, candidate.location.lng = float(place.latitude), float(place.longitude)
        consent = ("ACQUIRED", "ACQUIRED", "ACQUIRED", "PENDING", "REQUIRED")[int(rng.random() * 5)]
        return Process(candidate, created, created, [], consent)

    def _finish(self, process: Process, updated: int) -> None:
        candidate = process.candidate
        process.updated = updated
        candidate.updated_on = iso(updated)
        shown = [assignment(one) for one in process.applied]
        if shown:
            candidate.primary_assignment, candidate.secondary_assignments = shown[0], shown[1:]
            if process.applied[0].status == "HIRED":
                process.onboarding = (
                    "ONBOARDING_SUCCESSFUL" if self.rng.random() < 0.6 else "READY_TO_ONBOARD"
                )
        rated = meetings.ratings([meeting for one in process.applied for meeting in one.meetings])
        if rated:
            candidate.average_rating = round(sum(rated) / len(rated), 1)


def hire(one: Applied, at: int, starts: int | None = None) -> None:
    """The application ends well: it takes a free position, if there is one."""
    end(one, "HIRED", None, at)
    one.ended_after = None
    one.starts = starts or at - at % DAY + 30 * DAY
    for position in one.opening.positions:
        if position.hired is None:
            position.hired, position.started = at, one.starts
            one.position = position
            return
