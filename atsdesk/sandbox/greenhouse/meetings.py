"""Appointments with candidates, who holds them and what they thought."""

import random
from collections.abc import Callable
from typing import Any

from atsdesk.sandbox.greenhouse import catalog
from atsdesk.sandbox.greenhouse.ids import Ids
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import interviews as i
from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.plans import Plan, Slot
from atsdesk.sandbox.greenhouse.times import DAY, HOUR, MINUTE, day, stamp

Keep = Callable[[Record], None]


class Meetings:
    """Makes interviews, panels and scorecards."""

    def __init__(self, rng: random.Random, ids: Ids, keep: Keep) -> None:
        self._rng = rng
        self._ids = ids
        self._keep = keep

    def _made(self, model: type[Any], at: int, changed: int, **members: Any) -> Any:
        created = stamp(at)
        updated = created if changed == at else stamp(changed)
        return model(id=self._ids.new(model), created_at=created, updated_at=updated, **members)

    def interview(
        self, application: a.Application, plan: Plan, slot: Slot, at: int, starts: int | None, status: str
    ) -> i.Interview:
        """An appointment made at `at`; a take-home test has no time, and some appointments take all day."""
        rng = self._rng
        minutes = slot.interview.duration
        interview: i.Interview = self._made(
            i.Interview,
            at,
            at,
            job_id=plan.job.id,
            application_id=application.id,
            job_interview_id=slot.interview.id,
            status=status,
            organizer_id=plan.coordinator_id if rng.random() < 0.9 else None,
        )
        if starts is not None and minutes is not None:
            starts -= starts % (15 * MINUTE)
            interview.scheduled_at = stamp(at)
            if rng.random() < 0.06:
                interview.all_day_start_on = interview.all_day_end_on = day(starts)
            else:
                interview.starts_at, interview.ends_at = stamp(starts), stamp(starts + minutes * MINUTE)
            if rng.random() < 0.4:
                interview.video_conferencing_url = f"https://meet.example.com/{interview.id:x}"
            else:
                interview.location = "Room 3" if rng.random() < 0.5 else None
            if rng.random() < 0.6:
                interview.external_event_id = f"event{interview.id:x}"
        return interview

    def panel(self, interview: i.Interview, slot: Slot, at: int, *, done: bool) -> list[i.Interviewer]:
        """Who holds it; at times a guest without a user, and an answer that is not documented (SECONDARY [T3])."""
        rng = self._rng
        people: list[i.Interviewer] = []
        for user_id in slot.users:
            answer = (
                "accepted"
                if done or rng.random() < 0.6
                else rng.choice(("needs_action", "tentative", "declined"))
            )
            if rng.random() < 0.01:
                answer = "delegated"
            people.append(
                self._made(
                    i.Interviewer, at, at, interview_id=interview.id, user_id=user_id, response_status=answer
                )
            )
        if rng.random() < 0.04:
            people.append(
                self._made(
                    i.Interviewer, at, at, interview_id=interview.id, user_id=None, email="guest@partner.example",
                    response_status="needs_action",
                )
            )  # fmt: skip
        return people

    def scorecard(
        self,
        application: a.Application,
        slot: Slot,
        user_id: int,
        held: int,
        at: int,
        *,
        good: bool,
        sent: bool,
    ) -> i.Scorecard:
        """What one interviewer thought; a draft says nothing yet."""
        rng = self._rng
        card: i.Scorecard = self._made(
            i.Scorecard,
            held,
            at,
            interview_kit_id=slot.kit.id,
            interviewer_id=user_id,
            submitter_id=user_id,
            interviewed_at=stamp(held),
            application_id=application.id,
        )
        if sent:
            card.status, card.submitted_at = "complete", stamp(at)
            number = int(rng.random() * 3) + (2 if good else 0)
            card.candidate_rating = None if rng.random() < 0.04 else catalog.RATINGS[number]
            card.notes = card.notes_with_tags = catalog.REMARKS[int(rng.random() * len(catalog.REMARKS))]
            if rng.random() < 0.2:
                card.private_notes = card.private_notes_with_tags = "Compare with the others first."
            if rng.random() < 0.2:
                card.public_notes = card.public_notes_with_tags = "Friendly and clear."
        return card

    def held(
        self, application: a.Application, plan: Plan, slot: Slot, at: int, until: int, *, good: bool
    ) -> None:
        """An interview between two moments, with its panel and their scorecards; some never wrote one."""
        rng, keep = self._rng, self._keep
        starts = at + int((0.3 + rng.random() * 0.5) * (until - at))
        test = slot.interview.duration is None
        interview = self.interview(application, plan, slot, at, starts, "received" if test else "complete")
        interview.updated_at = stamp(min(starts + HOUR, until))
        for member in self.panel(interview, slot, at, done=True):
            if member.user_id is not None and rng.random() < 0.93:
                written = min(starts + int(rng.random() * 2 * DAY), until)
                card = self.scorecard(
                    application, slot, member.user_id, starts, written, good=good, sent=rng.random() < 0.95
                )
                member.scorecard_id, member.updated_at = card.id, card.updated_at
                keep(card)
            keep(member)
        if rng.random() < 0.03:  # written ad hoc, without being on a panel (SECONDARY [T10])
            user = plan.recruiter_id
            keep(self.scorecard(application, slot, user, starts, until, good=good, sent=True))
        keep(interview)

    def planned(
        self, application: a.Application, plan: Plan, slot: Slot, at: int, starts: int | None, status: str
    ) -> i.Interview:
        """An interview that is still ahead, or whose feedback is still missing."""
        interview = self.interview(application, plan, slot, at, starts, status)
        for member in self.panel(interview, slot, at, done=False):
            self._keep(member)
        self._keep(interview)
        return interview
