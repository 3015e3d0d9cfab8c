"""How an application goes through the stages of a job until it ends or is still under way."""

import random
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from atsdesk.sandbox.greenhouse import catalog
from atsdesk.sandbox.greenhouse.ids import Ids
from atsdesk.sandbox.greenhouse.meetings import Meetings
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model import jobs as j
from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.organization import RECRUITERS, Organization
from atsdesk.sandbox.greenhouse.plans import Plan, Step
from atsdesk.sandbox.greenhouse.times import DAY, day, milliseconds, stamp

Keep = Callable[[Record], None]
JOB_CLOSED = "Job closed"


class Journey(Struct, gc=False):
    """An application, and when something last happened to it."""

    application: a.Application
    last: int


class Journeys:
    """Makes what happens to applications."""

    def __init__(self, rng: random.Random, company: Organization, ids: Ids, keep: Keep) -> None:
        self._rng = rng
        self._company = company
        self._ids = ids
        self._keep = keep
        self.meetings = Meetings(rng, ids, keep)

    def _made(self, model: type[Any], at: int, **members: Any) -> Any:
        written = stamp(at)
        return model(id=self._ids.new(model), created_at=written, updated_at=written, **members)

    def begin(self, application: a.Application, plan: Plan, at: int) -> list[a.ApplicationStage]:
        """A row for every stage of the job (SECONDARY [T2]); the first is entered."""
        rows: list[a.ApplicationStage] = [
            self._made(
                a.ApplicationStage, at, application_id=application.id, job_interview_stage_id=step.stage.id
            )
            for step in plan.steps
        ]
        enter(application, rows[0], plan.steps[0], at)
        return rows

    def walk(self, application: a.Application, plan: Plan, at: int, now: int) -> Journey:
        """From the application to the end, or to `now`; the stages are kept, the application is not."""
        rng = self._rng
        rows = self.begin(application, plan, at)
        closed = plan.closed if plan.closed <= now else None
        last = at
        offers: list[a.Offer] = []
        for ordinal, step in enumerate(plan.steps):
            if ordinal:
                enter(application, rows[ordinal], step, last)
            if step.spec.kind == "offer":
                offers = self.offers(application, plan, last, now)
            end = last + int((0.2 + rng.expovariate(0.45)) * step.spec.days * DAY)
            if rng.random() < 0.04:
                end += 15 * (end - last)  # forgotten
            if closed is not None and end > closed:
                last = self._rejected(application, plan, rows[ordinal], max(closed, last), now, JOB_CLOSED)
                break
            if end > now:
                last = self._under_way(application, plan, step, last, end, now)
                break
            passed = rng.random() < step.spec.passes
            for slot in step.slots:
                self.meetings.held(application, plan, slot, last, end, good=passed)
            if not passed:
                last = self._rejected(application, plan, rows[ordinal], end, now)
                break
            leave(rows[ordinal], end)
            last = end
        else:
            application.status = "hired"
            rows[-1].current = True
            self._seat(application, plan, last)
        for row in rows:
            if row.entered_at and not row.exited_at:
                row.days_in_stage = int((now - milliseconds(row.entered_at)) / DAY)
            self._keep(row)
        if offers:
            resolve(offers[-1], application, last)
        for offer in offers:
            self._keep(offer)
        if rng.random() < 0.3:
            self.note(application, last, catalog.REMARKS[int(rng.random() * len(catalog.REMARKS))])
        return Journey(application, last)

    def _under_way(
        self, application: a.Application, plan: Plan, step: Step, last: int, end: int, now: int
    ) -> int:
        rng = self._rng
        touched = last + int(rng.random() * (now - last))
        for slot in step.slots:
            draw = rng.random()
            if draw < 0.25:
                self.meetings.planned(application, plan, slot, touched, None, "to_be_scheduled")
            elif slot.interview.duration is None:
                self.meetings.planned(application, plan, slot, touched, None, "sent")
            elif draw < 0.7:
                soon = now + int((0.1 + rng.random() * 12) * DAY)
                self.meetings.planned(application, plan, slot, touched, soon, "scheduled")
            else:
                self.meetings.planned(application, plan, slot, last, touched, "awaiting_feedback")
                application.needs_decision = True
        return touched

    def offers(self, application: a.Application, plan: Plan, at: int, now: int) -> list[a.Offer]:
        """Versions of an offer, the newest last."""
        rng = self._rng
        first = self.offer(application, plan, at, 1)
        later = at + DAY
        if rng.random() < 0.3 and later < now:
            first.status, first.updated_at = "Deprecated", stamp(later)
            return [first, self.offer(application, plan, later, 2)]
        return [first]

    def offer(self, application: a.Application, plan: Plan, at: int, version: int) -> a.Offer:
        """One version, not answered yet."""
        company = self._company
        salary = {
            "amount": plan.title.salary * 12_000 + version * 2_500,
            "currency_code": plan.currency,
        }
        return a.Offer(
            id=self._ids.new(a.Offer),
            created_at=stamp(at),
            updated_at=stamp(at),
            version=version,
            application_id=application.id,
            job_id=plan.job.id,
            candidate_id=application.candidate_id,
            opening_id=plan.openings[0].id if version == 1 else None,
            starts_on=day(at + 45 * DAY),
            sent_on=day(at) if version % 2 else None,
            custom_fields={
                "salary": {**company.value("salary", salary), "version": version},
                "bonus_percent": company.value("bonus_percent", 10.5 if version == 1 else 12),
                "contract": company.choice(self._rng, "contract"),
            },
        )

    def _rejected(
        self,
        application: a.Application,
        plan: Plan,
        row: a.ApplicationStage,
        at: int,
        now: int,
        why: str = "",
    ) -> int:
        decided = min(at + int(self._rng.random() * 2 * DAY), now)
        leave(row, decided, current=True)
        self._keep(self.reject(application, plan, decided, why))
        return decided

    def reject(
        self, application: a.Application, plan: Plan | None, at: int, why: str = ""
    ) -> a.RejectionDetail:
        """Marks the application; the answer is the row about it."""
        rng, company = self._rng, self._company
        reasons = company.reasons
        reason = next((one for one in reasons if one.name == why), None)
        reason = reason or reasons[int(rng.random() * len(reasons))]
        application.status, application.rejected_at = "rejected", stamp(at)
        application.needs_decision = False
        detail: a.RejectionDetail = self._made(
            a.RejectionDetail,
            at,
            application_id=application.id,
            rejected_by_id=None if why or plan is None else plan.recruiter_id,
            rejection_reason_id=None if rng.random() < 0.03 else reason.id,
            rejected_at=stamp(at),
        )
        if rng.random() < 0.1:
            detail.rejection_note_id = self.note(application, at, "Not this time.")
        if rng.random() < 0.2:
            detail.question_custom_fields = {
                "keep_in_touch": company.value("keep_in_touch", rng.random() < 0.5),
                "strongest_point": company.choice(rng, "strongest_point"),
            }
        return detail

    def _seat(self, application: a.Application, plan: Plan, at: int) -> None:
        """The seat that a hired candidate took."""
        reason = self._company.close_reasons[0].id
        self._keep(
            j.Opening(
                id=self._ids.new(j.Opening), created_at=application.created_at, updated_at=stamp(at),
                job_id=plan.job.id, opened_at=application.created_at, closed_at=stamp(at), sort_order=9,
                application_id=application.id, close_reason_id=reason, open=False,
            )
        )  # fmt: skip

    def note(self, application: a.Application, at: int, body: str, kind: str = "") -> int:
        """An entry of the feed; the answer is its id."""
        rng = self._rng
        draw = rng.random()
        kind = kind or ("NOTE" if draw < 0.7 else ("EMAIL" if draw < 0.9 else "ACTIVITY"))
        note: c.Note = self._made(
            c.Note,
            at,
            candidate_id=application.candidate_id,
            application_id=application.id if draw < 0.85 else None,
            body=body,
            body_with_tags=body,
            type=kind,
            user_id=self._company.users[int(rng.random() * RECRUITERS)].id,
            visibility=("publicly_visible", "publicly_visible", "privately_visible", "admin_only_visible")[
                int(draw * 40) % 4
            ],
        )
        if kind == "EMAIL":
            note.subject, note.email_from = "Your application", "jobs@northwind.example"
            note.email_to, note.email_cc = "candidate@example.com", []
        self._keep(note)
        return note.id


def enter(application: a.Application, row: a.ApplicationStage, step: Step, at: int) -> None:
    """The application is in this stage from now on."""
    row.entered_at, row.exited_at, row.current = stamp(at), None, True
    row.updated_at = stamp(at)
    application.stage_id, application.stage_name = row.id, step.stage.name
    application.job_interview_stage_id = step.stage.id


def leave(row: a.ApplicationStage, at: int, *, current: bool = False) -> None:
    """The stage lies behind; after a rejection it stays the current one (SECONDARY [T2])."""
    row.exited_at, row.current, row.updated_at = stamp(at), current, stamp(at)
    row.days_in_stage = int((at - milliseconds(row.entered_at or row.exited_at)) / DAY)


def resolve(offer: a.Offer, application: a.Application, at: int) -> None:
    """The offer is answered as the application ended; nothing changes while it is under way."""
    answers = {"hired": "Accepted", "rejected": "Rejected"}
    if application.status in answers:
        offer.status = answers[application.status]
        offer.resolved_at = offer.updated_at = stamp(at)
