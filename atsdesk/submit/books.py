"""What the sending of an outbox writes: what became of each step and submission, each in one transaction."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict

from atsdesk.ats import draft
from atsdesk.ats.moments import spell
from atsdesk.ats.submitting import Made, Match, Refused
from atsdesk.errors import DeskError
from atsdesk.net.answer import Answer
from atsdesk.store import arrivals, outbox
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.outbox import Submission, SubmissionStep

ALREADY_THERE, KNOWN_PERSON, NOT_FOUND, SEVERAL = "already_there", "known_person", "not_found", "several"
"""What a person has to decide."""


QUESTIONS = {
    ALREADY_THERE: (
        "Somebody like this is on the job already.",
        "Send anyway, say that it is the same person, or call it off.",
    ),
    KNOWN_PERSON: (
        "{ats} has this person already.",
        "Give them one more application, send them as somebody new, or call it off.",
    ),
    NOT_FOUND: (
        "The answer was lost, and {ats} does not show whether it arrived.",
        "Look there: say that it has arrived, or send it again.",
    ),
    SEVERAL: (
        "The answer was lost, and {ats} shows more than one that may be it.",
        "Look there, and say which one it is.",
    ),
}


class Books:
    """The writing side of one run over an account's outbox."""

    def __init__(self, store: Store, account: str, ats: str) -> None:
        """`ats` is what the system is called."""
        self._store = store
        self._account = account
        self._ats = ats

    def arrived(
        self, submission: Submission, step: SubmissionStep, made: Made, answer: Answer | None
    ) -> None:
        """The step is done."""
        now = _now()
        self._store.write_through(
            lambda connection: self.mark_arrived(connection, submission, step, made, answer, now)
        )

    def mark_arrived(
        self,
        connection: Connection,
        submission: Submission,
        step: SubmissionStep,
        made: Made,
        answer: Answer | None,
        now: str,
    ) -> None:
        """The same, within a transaction."""
        outbox.change_step(
            connection,
            step.pk,
            state=outbox.SENT,
            ended_at=now,
            made_id=made.id or None,
            warnings=json.dumps(list(made.warnings)),
            **_said(answer),
        )
        self.note_ids(connection, submission, made, now)

    def note_ids(self, connection: Connection, submission: Submission, made: Made, now: str) -> None:
        """Keep what the ATS calls it, and let it appear here."""
        ids = {
            "candidate_id": made.candidate_id or submission.candidate_id,
            "application_id": made.application_id or submission.application_id,
        }
        outbox.change(connection, submission.number, now, **{name: one or None for name, one in ids.items()})
        if ids["candidate_id"]:
            said = draft.read(submission.draft)
            arrivals.appear(
                connection,
                self._account,
                {
                    "id": ids["candidate_id"],
                    "name": said.name,
                    "first_name": said.first_name,
                    "middle_name": said.middle_name,
                    "last_name": said.last_name,
                    "email": said.email,
                    "phone": said.phone,
                    "mobile_phone": said.mobile_phone,
                    "linkedin_url": said.linkedin_url,
                    "created_at": now,
                },
                {
                    "id": ids["application_id"],
                    "candidate_id": ids["candidate_id"],
                    "job_id": submission.job_id,
                    "status": "active",
                    "created_at": now,
                },
                now,
            )

    def finish(self, submission: Submission) -> None:
        now = _now()

        def work(connection: Connection) -> None:
            outbox.change(
                connection, submission.number, now, state=outbox.SENT, sent_at=now, title=None, hint=None
            )
            outbox.drop_contents(connection, submission.number)

        self._store.write(work)

    def put_back(self, submission: Submission, step: SubmissionStep) -> None:
        """Nothing of the step has arrived: it is due as before."""

        def work(connection: Connection) -> None:
            outbox.change_step(connection, step.pk, state=outbox.QUEUED)
            outbox.change(connection, submission.number, _now(), state=outbox.QUEUED, title=None, hint=None)

        self._store.write(work)

    def leave_unclear(
        self, submission: Submission, step: SubmissionStep, title: str, answer: Answer | None
    ) -> None:
        hint = f"ATS Desk looks in {self._ats} whether it arrived before anything is sent again."

        def work(connection: Connection) -> None:
            outbox.change_step(connection, step.pk, state=outbox.UNKNOWN, **_said(answer))
            outbox.change(connection, submission.number, _now(), state=outbox.UNKNOWN, title=title, hint=hint)

        self._store.write(work)

    def fail(
        self, submission: Submission, step: SubmissionStep, refused: Refused, answer: Answer | None
    ) -> None:
        now, error = _now(), refused.error

        def work(connection: Connection) -> None:
            outbox.change_step(connection, step.pk, state=outbox.FAILED, ended_at=now, **_said(answer))
            outbox.change(
                connection,
                submission.number,
                now,
                state=outbox.FAILED,
                title=error.title,
                hint=error.hint,
                field=refused.field,
            )

        self._store.write(work)

    def ask(
        self,
        submission: Submission,
        step: SubmissionStep,
        question: str,
        matches: Sequence[Match],
        before: Sequence[str] | None,
    ) -> None:
        title, hint = QUESTIONS[question]
        now = _now()

        def work(connection: Connection) -> None:
            outbox.change_step(
                connection, step.pk, before=None if before is None else json.dumps(list(before))
            )
            outbox.change(
                connection,
                submission.number,
                now,
                state=outbox.NEEDS_DECISION,
                question=question,
                found=json.dumps([asdict(one) for one in matches]),
                title=title.format(ats=self._ats),
                hint=hint,
            )

        self._store.write(work)

    def note(self, number: int, error: DeskError) -> None:
        self._store.write(
            lambda connection: outbox.change(connection, number, _now(), title=error.title, hint=error.hint)
        )


def _said(answer: Answer | None) -> dict[str, str | int | None]:
    if answer is None:
        return {}
    return {"status": answer.status, "answer": answer.body[:100_000].decode(errors="replace")}


def _now() -> str:
    return spell(dt.datetime.now(dt.UTC))
