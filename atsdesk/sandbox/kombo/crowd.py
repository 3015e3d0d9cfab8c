"""Invented candidates with all that hangs on them, from the application to the note about it."""

import random
from collections.abc import Iterator
from typing import Any

from msgspec import UNSET

from atsdesk.sandbox.kombo import catalog, nested, times
from atsdesk.sandbox.kombo.answering import answers
from atsdesk.sandbox.kombo.company import HISTORY, Company, Ids, Opening, place
from atsdesk.sandbox.kombo.defaults import WEB
from atsdesk.sandbox.kombo.model import Application, Candidate
from atsdesk.sandbox.kombo.papers import Entry, Papers, end
from atsdesk.sandbox.kombo.parts import Email, Named, Phone, Social
from atsdesk.sandbox.kombo.walking import Calendar, walk
from atsdesk.sandbox.people import People

FIRST = 1001  # candidates, applications and colleagues count from here, each on its own


class Crowd:
    """Makes candidates; the same random source makes the same ones."""

    def __init__(self, rng: random.Random, people: People, ids: Ids, company: Company, now: int) -> None:
        self._rng = rng
        self._people = people
        self._ids = ids
        self._company = company
        self._calendar = Calendar(company.openings, now)
        self._jobs = {one.job.id: nested.of_job(one.job) for one in company.openings}
        self._tags = [Named(tag.id, str(tag.remote_id), tag.name) for tag in company.tags]
        self.papers = Papers(rng, ids, company)

    def history(self, count: int, now: int) -> Iterator[list[Entry]]:
        """Candidates of the last two years, oldest first, more of them lately."""
        rng = self._rng
        for number in range(count):
            created = now - HISTORY + int(HISTORY * ((number + rng.random()) / count) ** 0.6)
            openings = [self._calendar.choose(rng, created)]
            while rng.random() < 0.16:
                openings.append(self._calendar.choose(rng, created))
            yield self._bundle({one.job.id: one for one in openings}, created, now)

    def arrival(self, opening: Opening, now: int) -> list[Entry]:
        """Somebody who applies now."""
        return self._bundle({opening.job.id: opening}, now, now)

    def application(self, candidate: Candidate, opening: Opening, now: int) -> Entry:
        """Somebody who is known applies for one more job."""
        return self._application(Entry("candidates", candidate, now, now), opening, now, now)[0]

    def _bundle(self, openings: dict[str, Opening], created: int, now: int) -> list[Entry]:
        rng = self._rng
        candidate = self._candidate(created)
        later = created + int(rng.random() * (now - created)) if rng.random() < 0.15 else created
        owner = Entry("candidates", candidate, self._seen(later, now), 0)
        candidate.remote_updated_at = times.stamp(later)
        candidate.changed_at = times.stamp(owner.changed)
        entries = [owner]
        for opening in openings.values():
            entries += self._application(owner, opening, created, now)
        entries += self._files(candidate, entries[1].record, created, now)
        applications = [one for one in entries if one.model == "applications"]
        candidate.applications = [nested.in_candidate(one.record) for one in applications]
        owner.touched = max(owner.changed, *(one.changed for one in applications))
        if created < now and rng.random() < 0.01:
            latest = max(one.touched for one in entries)
            gone = latest + int(rng.random() * (now - latest))
            for one in entries:
                end(one, gone)
        return entries

    def _seen(self, at: int, now: int) -> int:
        """Kombo notices a little later."""
        return min(at + int(self._rng.random() * 3 * times.HOUR), now)

    def _candidate(self, created: int) -> Candidate:
        rng = self._rng
        number = self.papers.number("candidates")
        key = str(FIRST + number)
        person = self._people.person()
        draw = rng.random()
        mails: Any = [Email(person.email, "PERSONAL")] if person.email else ([], None, UNSET)[number % 3]
        if person.email and draw > 0.93:
            mails.append(Email(f"work.{key}@example.org", "WORK"))
        phones = [
            Phone(text, kind) for text, kind in ((person.mobile, "MOBILE"), (person.phone, "HOME")) if text
        ]
        return Candidate(
            id=self._ids(key),
            remote_id=key,
            first_name=person.first,
            last_name=person.last,
            company=catalog.EMPLOYERS[number % 5] if draw < 0.4 else None,
            title=catalog.TITLES[number % 18].name if draw < 0.3 else None,
            confidential=None if number % 3 else False,
            source=catalog.SOURCES[int(draw * 700) % 7],
            phone_numbers=phones or ([], None, UNSET)[number % 3],
            email_addresses=mails,
            social_media=[Social(person.linkedin, "LINKEDIN", None)] if person.linkedin else [],
            location=place(number) if draw < 0.5 else None,
            custom_fields={"notice_period": "4 weeks", "salary_expectation": 40_000 + number % 50 * 1000}
            if draw < 0.3
            else {},
            remote_url=f"{WEB}/people/{key}",
            remote_created_at=times.stamp(created),
            tags=[self._tags[number % 8]] if rng.random() < 0.25 else [],
            changed_at="",
        )

    def _application(self, owner: Entry, opening: Opening, created: int, now: int) -> list[Entry]:
        rng = self._rng
        candidate = owner.record
        key = str(FIRST + self.papers.number("applications"))
        way = walk(rng, opening, created, now)
        changed = self._seen(way.updated, now)
        stage = opening.job.stages[way.stage]
        if rng.random() < 0.01 and opening.job.stages[-1].index is None:
            stage = opening.job.stages[-1]  # an inactive stage can still be the current one
        declined = way.outcome == "DECLINED"
        application = Application(
            id=self._ids(key),
            remote_id=key,
            outcome=way.outcome,
            rejection_reason_name=way.reason if declined else None,
            rejected_at=times.stamp(way.updated) if declined else None,
            current_stage_id=stage.id,
            job_id=opening.job.id,
            candidate_id=candidate.id,
            screening_question_answers=answers(rng, opening.job.screening_questions, created),
            custom_fields={"rating": int(rng.random() * 5)} if rng.random() < 0.2 else {},
            remote_url=f"{WEB}/applications/{key}",
            remote_created_at=times.stamp(created),
            remote_updated_at=times.stamp(way.updated),
            changed_at=times.stamp(changed),
            candidate=nested.of_candidate(candidate),
            current_stage=nested.of_stage(stage),
            job=self._jobs[opening.job.id],
        )
        if created < now and rng.random() < 0.005:  # one that belongs to no job, as for a talent pool
            application.job_id = application.current_stage_id = None
            application.job = application.current_stage = None
            return [Entry("applications", application, changed, max(changed, owner.changed))]
        meetings = [self.papers.meeting(application, opening, *one, created, now) for one in way.meetings]
        below = [one for meeting in meetings for one in meeting]
        if way.offer:
            below.append(self.papers.offer(application, *way.offer, min(way.updated, now)))
        if rng.random() < 0.3:
            below.append(self.papers.note(application, way.updated, self._seen(way.updated, now)))
        nested_in = [one for one in below if one.model in ("interviews", "offers")]
        for one in nested_in:
            one.touched = max(one.changed, changed)
        application.interviews = [nested.interview(one.record) for one in below if one.model == "interviews"]
        application.offers = [nested.offer(one.record) for one in below if one.model == "offers"]
        touched = max(changed, owner.changed, *(one.changed for one in nested_in))
        return [Entry("applications", application, changed, touched), *below]

    def _files(
        self, candidate: Candidate, application: Application, created: int, now: int
    ) -> Iterator[Entry]:
        draw = self._rng.random()
        changed = self._seen(created, now)
        if draw < 0.8:
            name = f"CV {candidate.last_name}"[:80] + ".pdf"
            yield self.papers.file(candidate.id, None, "CV", name, created, changed)
        if draw < 0.15:
            yield self.papers.file(
                candidate.id, application.id, "COVER_LETTER", "Cover letter.pdf", created, changed
            )
