"""Invented candidates, each with what they said about themselves and the jobs they applied for."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from atsdesk.sandbox.greenhouse import catalog
from atsdesk.sandbox.greenhouse.files import unsigned
from atsdesk.sandbox.greenhouse.ids import Ids
from atsdesk.sandbox.greenhouse.journeys import Journey, Journeys
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.organization import HISTORY, RECRUITERS, Organization
from atsdesk.sandbox.greenhouse.plans import Calendar, Plan
from atsdesk.sandbox.greenhouse.sensitive import statistics
from atsdesk.sandbox.greenhouse.times import DAY, SECOND, day, stamp
from atsdesk.sandbox.people import People

RETURNING = 0.15  # share of applications of a person who was there before
PROSPECTS = 0.06
REMEMBERED = 3_000  # of so many of the newest candidates some come back

Keep = Callable[[Record], None]


class Crowd:
    """Makes candidates and applications; the same random source makes the same ones."""

    def __init__(
        self,
        rng: random.Random,
        people: People,
        company: Organization,
        calendar: Calendar,
        ids: Ids,
        keep: Keep,
    ) -> None:
        self._rng = rng
        self._people = people
        self._company = company
        self._calendar = calendar
        self._ids = ids
        self._keep = keep
        self._known: list[c.Candidate] = []
        self.journeys = Journeys(rng, company, ids, keep)

    def history(self, count: int, now: int) -> Iterator[c.Candidate]:
        """So many candidates of the last two years with their applications, oldest first, more of them lately."""
        rng = self._rng
        for number in range(count):
            share = (number + rng.random()) / count
            at = now - HISTORY + int(HISTORY * share**0.75)
            candidate = self.candidate(at)
            self.apply(candidate, self._calendar.choose(rng, at), at, now)
            if len(self._known) < REMEMBERED:
                self._known.append(candidate)
            else:
                yield self._known[number % REMEMBERED]
                self._known[number % REMEMBERED] = candidate
            if rng.random() < RETURNING / (1 - RETURNING):
                again = self._known[int(rng.random() * len(self._known))]
                self.apply(again, self._calendar.choose(rng, at), at + SECOND, now)
        yield from self._known
        self._known.clear()

    def candidate(self, at: int) -> c.Candidate:
        """One more person."""
        rng, person = self._rng, self._people.person()
        candidate = c.Candidate(
            id=self._ids.new(c.Candidate),
            created_at=stamp(at),
            updated_at=stamp(at),
            first_name=person.first,
            last_name=person.last,
            preferred_name=person.first[:3] if rng.random() < 0.06 else None,
            company=_pick(rng, catalog.COMPANIES) if rng.random() < 0.5 else None,
            title=_pick(rng, catalog.ROLES) if rng.random() < 0.6 else None,
            last_activity_at=stamp(at),
            private=rng.random() < 0.02,
            can_email=rng.random() < 0.93,
            time_zone=_pick(rng, catalog.ZONES),
            custom_fields=self._custom(),
        )
        if person.email:
            candidate.email_addresses = [c.Typed(person.email, "personal")]
            if rng.random() < 0.08:
                candidate.email_addresses.append(c.Typed(f"work.{person.email}", "work"))
        phones = ((person.mobile, "mobile"), (person.phone, "home"))
        candidate.phone_numbers = [c.Typed(number, kind) for number, kind in phones if number]
        if rng.random() < 0.2:
            candidate.addresses = [c.Typed(f"{_pick(rng, catalog.PLACES) or 'Springfield'}", "home")]
        if person.linkedin:
            candidate.social_media_addresses = [c.Social(person.linkedin)]
        if rng.random() < 0.1:
            site = f"https://portfolio.example.com/{candidate.id}"
            candidate.website_addresses = [c.Typed(site, "portfolio")]
        self._background(candidate, at)
        if rng.random() < 0.15:
            self.tag(candidate, at)
        return candidate

    def tag(self, candidate: c.Candidate, at: int) -> None:
        """One of the tags, if the candidate does not have it yet."""
        tag = _pick(self._rng, self._company.tags)
        if tag.name not in candidate.tags:
            candidate.tags = [*candidate.tags, tag.name]
            self._keep(self._made(c.AppliedTag, at, candidate_tag_id=tag.id, candidate_id=candidate.id))

    def _made(self, model: type[Any], at: int, **members: Any) -> Any:
        written = stamp(at)
        return model(id=self._ids.new(model), created_at=written, updated_at=written, **members)

    def _custom(self) -> dict[str, dict[str, Any]]:
        rng, company = self._rng, self._company
        draw = rng.random()
        if draw < 0.3:
            return {}
        pick = int(draw * 1000)
        values = {"notice_period": company.value("notice_period", catalog.NOTICE[pick % 5])}
        if draw > 0.5:
            money = {"amount": 38_000 + pick * 60, "currency_code": ("EUR", "USD", "ILS")[pick % 3]}
            values["salary_expectation"] = company.value("salary_expectation", money)
            values["open_to_relocation"] = company.value("open_to_relocation", pick % 2 == 0)
        if draw > 0.8:
            spoken = company.options["languages"]
            labels = [spoken[pick % 6].name, spoken[(pick + 2) % 6].name]
            values["languages"] = company.value("languages", labels)
        if draw > 0.93:
            user = company.users[pick % RECRUITERS]
            values["work_permit_until"] = company.value(
                "work_permit_until", f"20{27 + pick % 4}-0{1 + pick % 9}-15"
            )
            values["met_by"] = company.value("met_by", {"id": user.id, "name": user.name})
            values["recruiter_remarks"] = company.value("recruiter_remarks", "לחזור אחרי החגים")
        return values

    def _background(self, candidate: c.Candidate, at: int) -> None:
        rng, options = self._rng, self._company.options
        if rng.random() < 0.45:
            years = int(2 + rng.random() * 15)
            end = at - years * 365 * DAY
            start = end - 4 * 365 * DAY
            self._keep(
                self._made(
                    c.Education,
                    at,
                    candidate_id=candidate.id,
                    school_name_custom_field_option_id=_pick(rng, options["school_name"]).id,
                    degree_custom_field_option_id=_pick(rng, options["degree"]).id,
                    discipline_custom_field_option_id=_pick(rng, options["discipline"]).id
                    if years % 3
                    else None,
                    start_at=f"{day(start)}T00:00:00.000Z",
                    end_at=f"{day(end)}T00:00:00.000Z",
                    latest=True,
                    start_date_month=int(day(start)[5:7]),
                    start_date_year=int(day(start)[:4]),
                    end_date_month=int(day(end)[5:7]) if years % 2 else None,
                    end_date_year=int(day(end)[:4]),
                )
            )
        end_date = None
        for ordinal in range(int(rng.random() * 2.4)):
            begin = day(at - int((ordinal + 0.5 + rng.random()) * 900 * DAY))
            self._keep(
                self._made(
                    c.Employment, at, candidate_id=candidate.id, company_name=_pick(rng, catalog.COMPANIES),
                    title=_pick(rng, catalog.ROLES), start_date=begin, end_date=end_date, latest=ordinal == 0,
                )
            )  # fmt: skip
            end_date = begin

    def apply(self, candidate: c.Candidate, plan: Plan, at: int, now: int) -> Journey:
        """The candidate applies for a job, and what became of it until `now`."""
        rng = self._rng
        if rng.random() < PROSPECTS:
            return self.prospect(candidate, plan, at)
        application = self.application(candidate, at)
        application.job_id = plan.job.id
        application.job_post_id = plan.post_id if rng.random() < 0.7 else None
        application.recruiter_id, application.coordinator_id = plan.recruiter_id, plan.coordinator_id
        journey = self.journeys.walk(application, plan, at, now)
        self.papers(application, at)
        for record in statistics(rng, self._company, self._ids, application):
            self._keep(record)
        self._settle(candidate, application, journey)
        return journey

    def application(self, candidate: c.Candidate, at: int) -> a.Application:
        """An application that nothing has happened to yet."""
        rng, company = self._rng, self._company
        source, strategy = company.source(rng)
        referrer = _pick(rng, company.referrers).id if strategy == catalog.REFERRAL else None
        application: a.Application = self._made(
            a.Application,
            at,
            candidate_id=candidate.id,
            source_id=None if rng.random() < 0.02 else source.id,
            referrer_id=referrer,
            location_address=_pick(rng, catalog.PLACES),
            answers=[c_answer(rng, *question) for question in catalog.QUESTIONS]
            if rng.random() < 0.4
            else [],
            last_activity_at=stamp(at),
        )
        if strategy == catalog.AGENCY:
            application.agency_note_id = self.journeys.note(application, at, "Submitted by the agency.")
        draw = rng.random()
        if draw < 0.3:
            application.custom_fields = {"seniority": company.choice(rng, "seniority")}
        if draw < 0.05:
            span = {"min_value": 3, "max_value": 5}
            application.custom_fields = {"days_a_week": company.value("days_a_week", span)}
        return application

    def prospect(self, candidate: c.Candidate, plan: Plan, at: int) -> Journey:
        """Somebody who is kept in mind for a job."""
        rng, company = self._rng, self._company
        application = self.application(candidate, at)
        application.prospect = True
        application.prospective_job_ids = [plan.job.id] if rng.random() < 0.7 else []
        pool, stages = company.pools[int(rng.random() * 2)]
        self._keep(
            self._made(
                a.ProspectDetail,
                at,
                application_id=application.id,
                pool_id=pool.id,
                pool_stage_id=_pick(rng, stages).id,
                prospect_owner_id=_pick(rng, company.users[:RECRUITERS]).id if rng.random() < 0.7 else None,
                department_id=company.departments[plan.title.department].id if rng.random() < 0.4 else None,
                office_id=None,
            )
        )
        journey = Journey(application, at)
        self.papers(application, at)
        self._settle(candidate, application, journey)
        return journey

    def _settle(self, candidate: c.Candidate, application: a.Application, journey: Journey) -> None:
        ended = stamp(journey.last)
        application.updated_at = application.last_activity_at = ended
        candidate.updated_at = max(candidate.updated_at, ended)
        candidate.last_activity_at = candidate.updated_at
        self._keep(application)

    def papers(self, application: a.Application, at: int) -> None:
        """The files that came with the application."""
        rng = self._rng
        for kind, share in (("resume", 0.82), ("cover_letter", 0.15), ("other", 0.04)):
            if rng.random() < share:
                number = self._ids.new(c.Attachment)
                name = f"{kind.replace('_', '-')}-{application.candidate_id}.pdf"
                self._keep(
                    c.Attachment(
                        id=number, created_at=stamp(at), updated_at=stamp(at), application_id=application.id,
                        candidate_id=application.candidate_id, type=kind, filename=name, url=unsigned(number, name),
                    )
                )  # fmt: skip


def c_answer(rng: random.Random, question: str, answers: tuple[str | None, ...]) -> a.Answer:
    """An answer to a question; its text may be null (SECONDARY [T3])."""
    return a.Answer(question, _pick(rng, answers))


def _pick(rng: random.Random, listed: Any) -> Any:
    return listed[int(rng.random() * len(listed))]
