"""Invented jobs: what they say about themselves, who looks after them, and how candidates move through them."""

import random
from bisect import bisect
from itertools import accumulate
from typing import Any

from msgspec import Struct

from atsdesk.sandbox.greenhouse import catalog
from atsdesk.sandbox.greenhouse.defaults import COMPANY, WEB
from atsdesk.sandbox.greenhouse.ids import Ids
from atsdesk.sandbox.greenhouse.model import jobs as j
from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.organization import HISTORY, RECRUITERS, Organization
from atsdesk.sandbox.greenhouse.times import DAY, day, stamp

PER_JOB = 120
FEWEST = 12
EVER_OPEN, CLOSED, CONFIDENTIAL, DRAFT, TEMPLATE = (
    3,
    5,
    7,
    8,
    9,
)  # these are there in the smallest data set too


class Slot(Struct, gc=False):
    """An interview of the plan, with its kit and who usually holds it."""

    interview: j.JobInterview
    kit: j.InterviewKit
    users: list[int]


class Step(Struct, gc=False):
    """A stage of one job."""

    stage: j.InterviewStage
    spec: catalog.Stage
    slots: list[Slot]


class Plan(Struct, gc=False):
    """A job over its life: when candidates may come, and the stages they pass."""

    job: j.Job
    title: catalog.Title
    steps: list[Step]
    openings: list[j.Opening]
    post_id: int
    recruiter_id: int
    coordinator_id: int
    currency: str
    opened: int
    closed: int
    weight: float


class Planner:
    """Makes jobs with everything that hangs on them; `records` go into the lists."""

    def __init__(self, rng: random.Random, company: Organization, ids: Ids, now: int) -> None:
        self._rng = rng
        self._company = company
        self._ids = ids
        self._now = now
        self.records: list[Record] = []

    def _add(self, model: type[Any], at: int, changed: int | None = None, **members: Any) -> Any:
        updated = stamp(at if changed is None else changed)
        record = model(id=self._ids.new(model), created_at=stamp(at), updated_at=updated, **members)
        self.records.append(record)
        return record

    def plans(self, candidates: int) -> list[Plan]:
        """About one job for every 120 candidates, at least 12; the first few stay open for ever."""
        rng, now = self._rng, self._now
        start = now - HISTORY
        lives = []
        for number in range(max(FEWEST, candidates // PER_JOB)):
            opened = start + int(rng.random() * HISTORY * 0.97)
            closed = opened + int((45 + rng.expovariate(1 / 110)) * DAY)
            if number <= EVER_OPEN or number == CONFIDENTIAL:
                opened, closed = start, now + HISTORY
            elif number == CLOSED:
                opened, closed = start, start + HISTORY // 2
            lives.append((number, opened, closed))
        return [self._plan(*life) for life in lives]

    def _plan(self, number: int, opened: int, closed: int) -> Plan:
        rng, company = self._rng, self._company
        title = catalog.TITLES[number % len(catalog.TITLES)]
        ended = closed <= self._now
        shape = number % 40
        status = "draft" if shape in (DRAFT, TEMPLATE) else ("closed" if ended else "open")
        changed = closed if status == "closed" else opened + int(rng.random() * (self._now - opened))
        office = 1 + number % 4
        currency = catalog.OFFICES[office][4]
        salary = title.salary * 1000
        job = self._add(
            j.Job,
            opened,
            changed,
            name=title.name,
            requisition_id=f"REQ-{1000 + number}" if rng.random() < 0.7 else None,
            notes="<p>Ask <b>finance</b> first.</p>" if rng.random() < 0.3 else None,
            confidential=shape == CONFIDENTIAL,
            status=status,
            opened_at=None if status == "draft" else stamp(opened),
            closed_at=stamp(closed) if status == "closed" else None,
            is_template=shape == TEMPLATE,
            department_id=company.departments[title.department].id,
            office_ids=[company.offices[office].id, *([company.offices[6].id] if number % 6 == 5 else [])],
            custom_fields={
                "employment_type": company.choice(rng, "employment_type"),
                "salary_range": {
                    **company.value(
                        "salary_range",
                        {"min_amount": salary, "max_amount": int(salary * 1.4), "currency_code": currency},
                    ),
                    "internal": True,  # entries of jobs and offers have extra members (SECONDARY [T3])
                },
                "hiring_priority": company.value("hiring_priority", None if number % 4 == 3 else number % 4),
            },
        )
        recruiter = company.users[number % RECRUITERS].id
        coordinator = company.users[(number + 3) % RECRUITERS].id
        self._team(job, opened, number, recruiter, coordinator)
        steps = [
            self._step(job, title, spec, ordinal, opened)
            for ordinal, spec in enumerate(catalog.FLOWS[title.flow])
        ]
        post = self._posts(job, title, number, opened, status)
        openings = self._openings(job, number, opened, closed if status == "closed" else None)
        if status == "draft":
            closed = opened  # nobody applies
        return Plan(
            job=job,
            title=title,
            steps=steps,
            openings=openings,
            post_id=post.id,
            recruiter_id=recruiter,
            coordinator_id=coordinator,
            currency=currency,
            opened=opened,
            closed=closed,
            weight=0.4 + rng.expovariate(1.0),
        )

    def _team(self, job: j.Job, at: int, number: int, recruiter: int, coordinator: int) -> None:
        users = self._company.users
        self._add(j.JobOwner, at, job_id=job.id, user_id=recruiter, type="recruiter", responsible=True)
        self._add(j.JobOwner, at, job_id=job.id, user_id=coordinator, type="coordinator", responsible=True)
        if number % 3 == 0:
            sourcer = users[(number + 5) % RECRUITERS].id
            self._add(j.JobOwner, at, job_id=job.id, user_id=sourcer, type="sourcer")
        for ordinal in range(1 + number % 2):
            manager = users[RECRUITERS + (number + ordinal * 4) % 12].id
            self._add(j.HiringManager, at, job_id=job.id, user_id=manager)

    def _step(self, job: j.Job, title: catalog.Title, spec: catalog.Stage, ordinal: int, at: int) -> Step:
        stage = self._add(j.InterviewStage, at, job_id=job.id, sort_order=ordinal, name=spec.name)
        slots = []
        for place, (name, minutes) in enumerate(spec.meetings):
            interview = self._add(
                j.JobInterview,
                at,
                job_interview_stage_id=stage.id,
                job_id=job.id,
                sort_order=place,
                scheduling_type=spec.kind,
                duration=minutes or None,
                summary=None,
                instructions=f"<p>See how they would work as {title.name}.</p>" if place == 0 else None,
                name=name,
            )
            kit = self._add(j.InterviewKit, at, job_id=job.id, job_interview_id=interview.id)
            self._add(
                j.ScorecardQuestion,
                at,
                interview_kit_id=kit.id,
                question="What stood out?",
                sort_order=0,
                active=True,
                answer_type="text",
                required=False,
            )
            users = self._rng.sample(self._company.users[RECRUITERS:22], 2 if place == 0 else 1)
            for user in users:
                self._add(j.DefaultInterviewer, at, user_id=user.id, interview_kit_id=kit.id)
            slots.append(Slot(interview, kit, [user.id for user in users]))
        return Step(stage, spec, slots)

    def _posts(self, job: j.Job, title: catalog.Title, number: int, at: int, status: str) -> j.JobPost:
        company = self._company
        words = catalog.ABOUT.format(company=COMPANY, title=title.name)
        questions = [
            j.Question(None, None, "short_text", True, False, "First Name", "first_name"),
            j.Question(None, None, "attachment", number % 2 == 0, False, "Resume/CV", "resume"),
            j.Question(
                number + 500_000,
                "Roughly is fine.",
                "single_select",
                False,
                True,
                catalog.QUESTIONS[0][0],
                f"question_{number + 500_000}",
                [j.Choice(number * 10 + 1, "1 to 3"), j.Choice(number * 10 + 2, "4 or more")],
            ),
        ]
        post: j.JobPost = self._add(
            j.JobPost,
            at,
            title=title.name,
            live=status == "open",
            first_published_at=None if status == "draft" else stamp(at),
            content=words,
            language="iw" if title.flow == "hebrew" else "en",
            public_url=f"{WEB}/northwind/jobs/{job.id}",
            demographic_question_set_id=company.question_set.id if number % 2 else None,
            job_id=job.id,
            job_board_id=company.boards[0].id,
            questions=questions,
        )
        if number % 4 == 1:
            self._add(
                j.JobPost, at, title=title.name, internal=True, live=status == "open", featured=number % 8 == 1,
                internal_content=words, job_id=job.id, job_board_id=company.boards[1].id,
            )  # fmt: skip
        if number % 5 == 2:
            self._add(
                j.JobPost, at, title=f"{title.name} (old)", active=False, live=False, content=words, job_id=job.id,
                job_board_id=company.boards[0].id,
            )  # fmt: skip
        office = company.offices[1 + number % 4]
        self._add(
            j.JobPostLocation, at, plain_text_location=office.location, office_id=office.id, type="office",
            job_post_id=post.id,
        )  # fmt: skip
        return post

    def _openings(self, job: j.Job, number: int, opened: int, closed: int | None) -> list[j.Opening]:
        company = self._company
        made = []
        for ordinal in range(1 + number % 3):
            reason = company.close_reasons[(number + ordinal) % 5].id if closed else None
            opening: j.Opening = self._add(
                j.Opening,
                opened,
                closed,
                job_id=job.id,
                opened_at=stamp(opened),
                closed_at=stamp(closed) if closed else None,
                sort_order=ordinal,
                opening_id=f"{number + 100}-{ordinal + 1}" if number % 4 else None,
                close_reason_id=reason,
                target_start_on=day(opened + 90 * DAY) if ordinal == 0 else None,
                open=closed is None,
                custom_fields={
                    "cost_center": company.value("cost_center", f"CC{10 + number % 7}"),
                    "backfill": company.value("backfill", ordinal == 0),
                },
            )
            made.append(opening)
        return made


class Calendar:
    """Which jobs could be applied for in a given week, and how often each was chosen."""

    def __init__(self, plans: list[Plan], now: int) -> None:
        self._start = now - HISTORY
        self._weeks: list[tuple[list[Plan], list[float]]] = []
        for week in range(HISTORY // (7 * DAY) + 1):
            at = self._start + week * 7 * DAY
            there = [plan for plan in plans if plan.opened <= at and plan.closed > at + 7 * DAY]
            self._weeks.append((there, list(accumulate(plan.weight for plan in there))))

    def choose(self, rng: random.Random, at: int) -> Plan:
        """A job that took applications at that time."""
        week = min(max(at - self._start, 0) // (7 * DAY), len(self._weeks) - 1)
        there, weights = self._weeks[week]
        return there[bisect(weights, rng.random() * weights[-1])]
