"""The sending of one account's outbox, one submission after the other. Whatever happens at whatever moment, each step
is done once: its state is committed before the first byte leaves, and an outcome that is not known is found out, or
asked for, before anything is sent again."""

import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from atsdesk.ats import draft
from atsdesk.ats.moments import spell
from atsdesk.ats.submitting import (
    Enclosure,
    Exists,
    Later,
    Made,
    Match,
    Parcel,
    Refused,
    Step,
    Submitting,
    Unclear,
    Verdict,
)
from atsdesk.cancel import Cancel
from atsdesk.errors import AccountError, Cancelled, DeskError, NotOfferedError, RefusedError, TransientError
from atsdesk.net.answer import Answer
from atsdesk.net.upload import Upload
from atsdesk.store import outbox
from atsdesk.store.file import Store
from atsdesk.store.outbox import Submission, SubmissionStep
from atsdesk.submit.accepting import why_not
from atsdesk.submit.books import ALREADY_THERE, KNOWN_PERSON, NOT_FOUND, SEVERAL, Books

if TYPE_CHECKING:
    from atsdesk.net.client import Client

REQUESTS_A_STEP = 3
"""At most, usually: a look before, the step itself, and what it made."""
A_STEP = 2.0
"""Seconds from the moment that is noted, which is a whole second, to the last of these requests."""
TRIES = 3
"""So often a step is sent in one go; one whose answers keep getting lost waits for the next."""
MARGIN = dt.timedelta(minutes=10)
"""INFERRED: by so much an ATS's own times may be off."""
LOOK_AGAIN = 2.0
"""Seconds between two looks for what may have arrived."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a submission is: the step in words, bytes that have left and that there are."""

    account: str
    number: int
    step: str
    sent: int = 0
    size: int = 0
    checking: bool = False
    """It is being found out whether the step arrived."""


class Sending:
    """One run over an account's outbox. Whoever runs it holds the account's outbox for itself."""

    def __init__(
        self,
        store: Store,
        submitting: Submitting,
        client: "Client",
        account: str,
        ats: str,
        *,
        cancel: Cancel,
        settling: float,
        progress: Callable[[Progress], None] = lambda progress: None,
    ) -> None:
        """`ats` is what the system is called, `settling` how many seconds are waited for it at most."""
        self._store = store
        self._steps = {step.name: step for step in submitting.steps}
        self._settles = min(submitting.settles.total_seconds(), settling)
        self._client = client
        self._books = Books(store, account, ats)
        self._account = account
        self._ats = ats
        self._cancel = cancel
        self._progress = progress
        self._lost: Counter[int] = Counter()
        """How often the answer to a step was lost in this run."""

    def run(self, wanted: Sequence[int] = ()) -> None:
        """Send what is due, or of that only what is wanted, once it is clear what became of all that was sent before.

        Raises what keeps all of it from being sent: `OfflineError` and other `TransientError`s, `AccountError`,
        `Cancelled`. What was not sent stays queued.
        """
        self._store.write(lambda connection: outbox.recover(connection, self._account, _now()))
        self._mind_what_was_sent_before()
        seen: set[int] = set()
        while (number := self._next(seen, wanted)) is not None:
            seen.add(number)
            self._cancel.check()
            try:
                self._send(number)
            except Cancelled:
                raise
            except DeskError as error:
                self._books.note(number, error)
                raise

    def _mind_what_was_sent_before(self) -> None:
        """The ATS counts requests, and not by whom: those of a process that was killed count too."""
        now = dt.datetime.now(dt.UTC)
        with self._store.read() as connection:
            begun = outbox.begun_since(
                connection, self._account, spell(now - dt.timedelta(seconds=self._client.budget.seconds))
            )
        ages = [(now - dt.datetime.fromisoformat(one)).total_seconds() - A_STEP for one in begun]
        self._client.budget.assume([max(age, 0.0) for age in ages for _ in range(REQUESTS_A_STEP)])

    def _next(self, seen: Collection[int], wanted: Sequence[int]) -> int | None:
        with self._store.read() as connection:
            due = outbox.due(connection, self._account)
        return next(
            (
                number
                for number, state in due
                if number not in seen and (not wanted or number in wanted or state == outbox.UNKNOWN)
            ),
            None,
        )

    def _send(self, number: int) -> None:
        completed = False
        while True:
            submission = self._load(number)
            if submission.state not in outbox.DUE:
                return
            first = self._steps[submission.steps[0].name]
            lacks_ids = not (submission.candidate_id and submission.application_id)
            if first.whole and lacks_ids and submission.steps[0].state == outbox.SENT and not completed:
                self._complete(submission, first)
                completed = True
                continue
            step = next((one for one in submission.steps if one.state not in outbox.DONE), None)
            if step is None:
                self._books.finish(submission)
                return
            if step.state == outbox.UNKNOWN:
                self._find_out(submission, step)
            else:
                self._do(submission, step)

    # Sending

    def _do(self, submission: Submission, step: SubmissionStep) -> None:
        """Send one step, unless something is in the way."""
        declared, parcel = self._steps[step.name], self._parcel(submission)
        if step is submission.steps[0]:
            with self._store.read() as connection:
                closed = why_not(connection, self._account, submission.job_id)
            if closed:
                self._books.fail(submission, step, Refused(closed, "job_id"), None)
                return
        before = step.before
        if before is None and declared.fresh(parcel):
            before = ()
        elif before is None and declared.find:
            matches = self._look(submission, step, parcel)
            before = None if matches is None else tuple(one.id for one in matches)
            for question, which in ((ALREADY_THERE, "here"), (KNOWN_PERSON, "known")):
                if there := [one for one in matches or () if getattr(one, which)]:
                    self._books.ask(submission, step, question, there, before)
                    return
        begun = self._store.write_through(
            lambda connection: outbox.begin(connection, submission.number, step, before, _now())
        )
        if begun:  # nobody has called it off meanwhile
            self._post(submission, step, declared, parcel, before)

    def _post(
        self,
        submission: Submission,
        step: SubmissionStep,
        declared: Step,
        parcel: Parcel,
        before: Sequence[str] | None,
    ) -> None:
        body = declared.body(parcel, step.part)
        size = len(body.content)
        upload = Upload(body.content, body.media_type, lambda sent: self._tell(submission, step, sent, size))
        answers: list[Answer] = []

        def read(answer: Answer) -> Verdict:
            answers.append(answer)
            return declared.judge(parcel, step.part, answer)

        self._tell(submission, step, 0, size)
        try:
            verdict = self._client.send(declared.path(parcel), read, upload)
        except DeskError as error:
            if not upload.may_have_arrived:
                self._books.put_back(submission, step)
                raise
            self._lost[step.pk] += 1
            self._books.leave_unclear(submission, step, error.title, None)
            if isinstance(error, Cancelled):
                raise
            return
        match verdict:
            case Made():
                self._books.arrived(submission, step, verdict, answers[-1])
            case Exists() if step.tries:  # an earlier try has made it
                self._books.arrived(submission, step, Made(""), answers[-1])
            case Exists():
                self._books.put_back(submission, step)
                matches = self._look(submission, step, parcel) if declared.find else None
                self._books.ask(submission, step, ALREADY_THERE, matches or [], before)
            case Refused() if isinstance(verdict.error, AccountError):
                self._books.put_back(submission, step)
                raise verdict.error
            case Refused():
                self._books.fail(submission, step, verdict, answers[-1])
            case Later():
                self._books.put_back(submission, step)
                raise TransientError(verdict.title, "It is sent again later.", concerns=self._account)
            case Unclear():
                self._lost[step.pk] += 1
                self._books.leave_unclear(submission, step, verdict.title, answers[-1])

    def _complete(self, submission: Submission, declared: Step) -> None:
        """Learn the ids that the answer left out; where nothing else is to be sent, they may stay unknown."""
        assert declared.whole
        rest = [one for one in submission.steps if one.state not in outbox.DONE]
        end = time.monotonic() + self._settles
        while True:
            made: Made | None = None
            try:
                made = declared.whole(self._parcel(submission, files=False), self._get)
            except (TransientError, RefusedError):
                if rest:
                    raise
                end = 0.0
            if made or time.monotonic() >= end:
                break
            self._cancel.sleep(min(LOOK_AGAIN, max(self._settles / 4, 0.01)))
        now = _now()
        if made:
            found = made
            self._store.write(lambda connection: self._books.note_ids(connection, submission, found, now))
        elif rest:
            raise TransientError(
                f"{self._ats} does not show the new application yet, so that its files have to wait.",
                "They are sent with the next try.",
                concerns=self._account,
            )

    # Finding out

    def _find_out(self, submission: Submission, step: SubmissionStep) -> None:
        """Look whether a step whose outcome is not known has arrived: then it is done, else it is due or a question."""
        declared, parcel = self._steps[step.name], self._parcel(submission, files=False)
        end = time.monotonic() + self._settles
        while True:
            self._progress(Progress(self._account, submission.number, step.label, checking=True))
            matches = self._look(submission, step, parcel) if declared.find else None
            if matches is None or (step.before is None and not declared.fresh(parcel)):
                return self._decide(submission, step, declared, matches or [])
            others = {*(step.before or ()), *(one.made_id for one in submission.steps)}
            new = [one for one in matches if one.ours and one.id not in others]
            if len(new) > 1:
                return self._books.ask(submission, step, SEVERAL, new, step.before)
            if new:
                made = Made(new[0].id, new[0].candidate_id, new[0].application_id)
                return self._books.arrived(submission, step, made, None)
            if declared.guarded or time.monotonic() >= end:
                return self._decide(submission, step, declared, [], looked=True)
            self._cancel.sleep(min(LOOK_AGAIN, max(self._settles / 4, 0.01)))

    def _decide(
        self,
        submission: Submission,
        step: SubmissionStep,
        declared: Step,
        matches: Sequence[Match],
        looked: bool = False,
    ) -> None:
        """Nothing was found of a step: send it again where that cannot do harm, else ask."""
        if not (declared.guarded or (looked and declared.certain)):
            self._books.ask(submission, step, NOT_FOUND, matches, step.before)
            return
        self._books.put_back(submission, step)
        if self._lost[step.pk] >= TRIES:
            raise TransientError(
                f"The answers of {self._ats} get lost again and again.",
                "It did not arrive, and is sent again later.",
                concerns=self._account,
            )

    def _look(self, submission: Submission, step: SubmissionStep, parcel: Parcel) -> list[Match] | None:
        """What in the ATS looks like what the step makes; None where it cannot be asked."""
        find = self._steps[step.name].find
        assert find
        try:
            return find(parcel, step.part, self._get)
        except AccountError:
            raise
        except RefusedError:
            return None

    def _get(self, path: str, query: Mapping[str, str] | None, headers: Mapping[str, str]) -> Any:
        return self._client.get(path, query, self._read, headers=headers)

    def _read(self, answer: Answer) -> Any:
        if answer.status in (200, 201):
            try:
                return json.loads(answer.body)
            except ValueError:
                raise TransientError(
                    f"{self._ats} answered with something else than data.",
                    "Try again later.",
                    concerns=self._account,
                ) from None
        if answer.status == 401:
            raise AccountError(
                f"{self._ats} refused the account's key.",
                f"Test the account: `atsdesk accounts test {self._account}`.",
                concerns=self._account,
            )
        if answer.status == 404:
            return None
        error = RefusedError if answer.status == 403 else NotOfferedError
        raise error(f"{self._ats} did not let us look ({answer.status}).", concerns=self._account)

    # Around it

    def _load(self, number: int) -> Submission:
        with self._store.read() as connection:
            found = outbox.one(connection, number)
        assert found
        return found

    def _parcel(self, submission: Submission, files: bool = True) -> Parcel:
        enclosed: list[Enclosure] = []
        if files:
            with self._store.read() as connection:
                enclosed = [Enclosure(*one) for one in outbox.contents(connection, submission.number)]
        else:
            enclosed = [
                Enclosure(one.kind, one.name, one.media_type, b"", one.question) for one in submission.files
            ]
        return Parcel(
            submission.key,
            draft.read(submission.draft),
            enclosed,
            submission.candidate_id,
            submission.application_id,
            spell(dt.datetime.fromisoformat(submission.created_at) + self._client.clock_offset - MARGIN),
        )

    def _tell(self, submission: Submission, step: SubmissionStep, sent: int, size: int) -> None:
        self._progress(Progress(self._account, submission.number, step.label, sent, size))


def _now() -> str:
    return spell(dt.datetime.now(dt.UTC))
