"""What comes of an application: interviews, scorecards, offers, notes and files."""

import random
from typing import Any

from msgspec import Struct

from atsdesk.sandbox.kombo import catalog, nested, times
from atsdesk.sandbox.kombo.company import Company, Ids, Opening, place
from atsdesk.sandbox.kombo.model import Application, Attachment, Interview, Note, Offer, Record, Scorecard


class Entry(Struct):
    """A record with its moments."""

    model: str
    record: Any
    changed: int
    touched: int
    deleted_at: int | None = None


def end(entry: Entry, at: int) -> None:
    """The record is deleted; it keeps its content for now."""
    record: Record = entry.record
    record.remote_deleted_at = record.changed_at = times.stamp(at)
    entry.changed = entry.touched = entry.deleted_at = at


class Papers:
    """Makes them; the same random source makes the same ones."""

    def __init__(self, rng: random.Random, ids: Ids, company: Company) -> None:
        self._rng = rng
        self._ids = ids
        self.staff = [nested.of_user(user) for user in company.users]
        self._made = dict.fromkeys(
            ("candidates", "applications", "offers", "notes", "scorecards", "attachments"), 0
        )

    def number(self, model: str) -> int:
        """The next number of a model."""
        self._made[model] += 1
        return self._made[model] - 1

    def meeting(
        self, application: Application, opening: Opening, ordinal: int, starts: int, created: int, now: int
    ) -> list[Entry]:
        """An interview, and perhaps what came of it."""
        rng = self._rng
        starts -= starts % (times.HOUR // 4)
        planned = max(min(starts - 2 * times.DAY, now), created)
        changed = min(planned + times.HOUR, now)
        stage = opening.job.stages[ordinal]
        key = f"{application.remote_id}:{ordinal + 1}"
        draw = rng.random()
        first = int(draw * 240)
        users = [self.staff[(first + step) % len(self.staff)] for step in range(1 + (draw < 0.25))]
        interview = Interview(
            id=self._ids(key),
            remote_id=key,
            title=stage.name,
            starting_at=times.stamp(starts),
            ending_at=times.stamp(starts + (1 + ordinal % 2) * times.HOUR // 2),
            location=place(first) if draw < 0.3 else None,
            video_conferencing_url=f"https://meet.example.com/{application.remote_id}-{ordinal}"
            if draw > 0.5
            else None,
            application_id=application.id,
            stage_id=stage.id,
            canceled=True if 0.3 < draw < 0.34 else None if draw > 0.95 else False,
            users=users,
            application=nested.in_interview(application),
            remote_created_at=times.stamp(planned),
            remote_updated_at=times.stamp(planned) if draw < 0.6 else None,
            changed_at=times.stamp(changed),
        )
        made = [Entry("interviews", interview, changed, changed)]
        if starts < now and not interview.canceled and rng.random() < 0.6:
            at = min(starts + 3 * times.HOUR, now)
            made.append(self.scorecard(application, interview, at))
        return made

    def scorecard(self, application: Application, interview: Interview, at: int) -> Entry:
        """What an interviewer thought."""
        key = f"s-{self.number('scorecards') + 1}"
        pick = int(self._rng.random() * 60)
        author = interview.users[0]
        options = [{"remote_id": known, "label": label} for known, label in catalog.VERDICTS]
        asked = {"description": None, "required": False}
        card = Scorecard(
            id=self._ids(key),
            remote_id=key,
            candidate_id=str(application.candidate_id),
            application_id=application.id,
            interview_id=interview.id,
            author_id=author.id,
            author=author,
            remote_created_at=times.stamp(at),
            changed_at=times.stamp(at),
            responses=[
                {"remote_id": None, "label": "Overall", "description": None, "required": True, "type": "SINGLE_SELECT",
                 "options": options, "answer": options[pick % 3]},
                {"remote_id": "c9", "label": "Comment", **asked, "type": "TEXT", "answer": catalog.COMMENTS[pick % 5]},
                {"remote_id": "c10", "label": "Skills", **asked, "type": "NUMBER", "answer": 1 + pick % 5},
            ],
        )  # fmt: skip
        return Entry("scorecards", card, at, at)

    def offer(self, application: Application, at: int, status: str, updated: int) -> Entry:
        """An offer; it has no salary."""
        key = str(5001 + self.number("offers"))
        changed = max(at, updated)
        offer = Offer(
            id=self._ids(key),
            remote_id=key,
            status=status,
            employment_start_date=times.day(at + 40 * times.DAY),
            application_id=application.id,
            custom_fields={},
            application=nested.in_offer(application),
            remote_created_at=times.stamp(at),
            remote_updated_at=times.stamp(changed),
            changed_at=times.stamp(changed),
        )
        return Entry("offers", offer, changed, changed)

    def note(self, application: Application, at: int, changed: int) -> Entry:
        """Somebody's remark."""
        number = self.number("notes")
        author = self.staff[number % len(self.staff)]
        key = f"n-{number + 1}"
        note = Note(
            id=self._ids(key),
            remote_id=key,
            candidate_id=str(application.candidate_id),
            application_id=application.id if number % 4 else None,
            author_id=author.id,
            title="Phone call" if number % 3 == 0 else None,
            content_html=catalog.NOTES[number % 5],
            is_private=(False, None, True)[number % 3],
            author=author,
            remote_created_at=times.stamp(at),
            changed_at=times.stamp(changed),
        )
        return Entry("notes", note, changed, changed)

    def file(
        self, candidate_id: str, application_id: str | None, kind: str, name: str, at: int, changed: int
    ) -> Entry:
        """The mention of a file."""
        key = f"f-{self.number('attachments') + 1}"
        attachment = Attachment(
            id=self._ids(key),
            remote_id=key,
            candidate_id=candidate_id,
            application_id=application_id,
            type=kind,
            file_name=name,
            remote_created_at=times.stamp(at),
            changed_at=times.stamp(changed),
            content_ref={"bucket": "example-bucket", "key": f"kombo/{key}", "type": "s3"},
        )
        return Entry("attachments", attachment, changed, changed)
