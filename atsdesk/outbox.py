"""The outbox of a data folder: candidates put in, sent one after the other, and questions answered."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from msgspec import structs

from atsdesk.accounts import Accounts
from atsdesk.ats import draft as drafts
from atsdesk.ats.draft import Draft
from atsdesk.ats.moments import spell
from atsdesk.ats.registry import connector
from atsdesk.ats.submitters import SUBMITTING
from atsdesk.ats.submitting import Enclosure, Made
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.net.answer import Patience
from atsdesk.store import addressed, outbox
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.outbox import Submission
from atsdesk.submit.accepting import why_not
from atsdesk.submit.books import ALREADY_THERE, KNOWN_PERSON, Books
from atsdesk.submit.packing import Packed, Planned, pack, plan
from atsdesk.submit.sending import Progress, Sending

READ_SECONDS, ANSWER_SECONDS = 300.0, 600.0
"""A candidate with large files takes its time: the ATS's, and that of the line to it."""
CHOICES = ("send", "there", "leave-out")
"""How a question, or a step that failed, can be resolved."""


class Outbox:
    """The outbox of one open data folder."""

    def __init__(self, store: Store, accounts: Accounts) -> None:
        self._store = store
        self._accounts = accounts
        self._recover()

    def all(self, account: str = "", words: str = "", limit: int = 0) -> list[Submission]:
        """Submissions, the newest first: those with all of these words in what was filled in, or what came back."""
        if account:
            self._accounts.one(account)
        with self._store.read() as connection:
            return outbox.all_of(connection, account, words.split(), limit)

    def unconfirmed(self, account: str = "") -> list[Submission]:
        """Those whose candidates and applications are here only by what was sent: no sync has met them yet."""
        return [one for one in self.all(account) if one.candidate_id and not one.confirmed_at]

    def one(self, number: int) -> Submission:
        """Raises `ConfigError` where there is none of this number."""
        with self._store.read() as connection:
            found = outbox.one(connection, number)
        if found is None:
            raise ConfigError(
                f"The outbox has no submission {number}.", "See `atsdesk outbox`.", concerns=str(number)
            )
        return found

    def files(self, number: int) -> list[Enclosure]:
        """The files of a submission; their bytes are kept until they have arrived."""
        with self._store.read() as connection:
            return [Enclosure(*one) for one in outbox.contents(connection, number)]

    def due(self) -> list[str]:
        """The accounts that have something to send, or to find out."""
        with self._store.read() as connection:
            return outbox.accounts_due(connection)

    def put(
        self, account: str, draft: Draft, files: Sequence[Enclosure], *, again: bool = False
    ) -> Submission:
        """Put a candidate into the outbox. The same once more is the submission that is there, unless `again` asks;
        where that has failed, it is tried again.

        Raises `ConfigError` where the job takes nobody.
        """
        packed = self._pack(account, draft, files)
        now = _now()

        def work(connection: Connection) -> int:
            known = None if again else outbox.twin(connection, account, packed.fingerprint)
            if known is not None:
                _try_again(connection, self._found(connection, known))
                return known
            if closed := why_not(connection, account, draft.job_id):
                raise closed
            name = packed.values["name"] or addressed.name_of(connection, account, draft.candidate_id)
            return outbox.add(connection, {**packed.values, "name": name}, packed.steps, packed.files, now)

        return self.one(self._store.write_through(work))

    def preview(self, account: str, draft: Draft, files: Sequence[Enclosure]) -> list[Planned]:
        """The requests that sending a draft would take; raises `ConfigError` where the job takes nobody."""
        submitting = SUBMITTING[self._accounts.one(account).ats]
        with self._store.read() as connection:
            closed = why_not(connection, account, draft.job_id)
        if closed:
            raise closed
        return plan(draft, files, submitting)

    def send(
        self,
        account: str,
        numbers: Sequence[int] = (),
        *,
        cancel: Cancel | None = None,
        progress: Callable[[Progress], None] = lambda progress: None,
    ) -> None:
        """Send what waits for an account, or of that only these. Slow; one at a time for an account.

        What an ATS says of a submission stands with it. Raises what keeps all from being sent: `OfflineError`, other
        `TransientError`s, `AuthError`, `Cancelled`; what was not sent stays in the outbox.
        """
        cancel = cancel or Cancel()
        one = self._accounts.one(account)
        line = self._accounts.line(one, cancel)
        line = replace(line, patience=_patience(line.patience))
        system = connector(one.ats)
        with self._accounts.sending(account, cancel):
            client = system.client(line)
            try:
                Sending(
                    self._store,
                    SUBMITTING[one.ats],
                    client,
                    account,
                    system.kind.label,
                    cancel=cancel,
                    settling=line.patience.settling,
                    progress=progress,
                ).run(numbers)
            finally:
                client.close()

    def edit(self, number: int, draft: Draft, files: Sequence[Enclosure]) -> Submission:
        """Put another draft in place of one of which nothing has arrived, and queue it."""
        packed = self._pack(self.one(number).account, draft, files)

        def work(connection: Connection, found: Submission) -> None:
            if not _is_untouched(found):
                raise _refused(found, "was sent already, at least in part, and cannot be changed")
            outbox.replace(connection, number, packed.values, packed.steps, packed.files, _now())

        return self._change(number, work)

    def retry(self, number: int) -> Submission:
        """Queue what failed once more; what has arrived is not sent again."""

        def work(connection: Connection, found: Submission) -> None:
            if found.state in outbox.DUE:
                return
            if found.state != outbox.FAILED:
                raise _refused(found, f"is {_said(found)}")
            _try_again(connection, found)

        return self._change(number, work)

    def resolve(self, number: int, choice: str, identity: str = "") -> Submission:
        """Answer a question: `send` it (again, or anyway), it is `there` (it has arrived, or is the same person), or
        `leave-out` the step that failed.

        A person who is known gets one more application by `there`. `identity` says which one, where there are several.
        """
        if choice not in CHOICES:
            raise ConfigError(
                f'"{choice}" is no way to resolve it.',
                f"Choose one of: {', '.join(CHOICES)}.",
                concerns=choice,
            )

        def work(connection: Connection, found: Submission) -> None:
            if choice == "leave-out":
                self._leave_out(connection, found)
            elif found.state != outbox.NEEDS_DECISION:
                raise _refused(found, f"is {_said(found)}, and asks nothing")
            elif choice == "send":
                for step in found.steps:
                    if step.state == outbox.UNKNOWN:
                        outbox.change_step(connection, step.pk, state=outbox.QUEUED)
                _queue(connection, found)
            else:
                self._is_there(connection, found, identity)

        return self._change(number, work)

    def cancel(self, number: int) -> Submission:
        """Call off a submission of which nothing was sent, or of which a person knows that nothing has arrived."""

        def work(connection: Connection, found: Submission) -> None:
            if found.state in outbox.OVER:
                raise _refused(found, f"is {_said(found)}")
            if any(step.state == outbox.SENT for step in found.steps):
                raise _refused(found, "has arrived in part, so that only the rest can be left out")
            if found.state in (outbox.SENDING, outbox.UNKNOWN):
                raise _refused(found, "may have left already; whether it has arrived is found out first")
            outbox.change(
                connection, number, _now(), state=outbox.CANCELLED, title=None, hint=None, question=None
            )
            outbox.drop_contents(connection, number)

        return self._change(number, work)

    def remove(self, number: int) -> None:
        """Take a submission that is over, with all that is kept of it, out of the outbox for good."""

        def work(connection: Connection, found: Submission) -> None:
            if found.state not in outbox.OVER:
                raise _refused(found, f"is {_said(found)}: call it off first")
            outbox.remove(connection, number)

        self._store.write(lambda connection: work(connection, self._found(connection, number)))
        self._store.settle()

    def _leave_out(self, connection: Connection, found: Submission) -> None:
        failed = [step for step in found.steps if step.state == outbox.FAILED]
        if not failed or failed[0] is found.steps[0]:
            raise _refused(found, "has no step that could be left out")
        for step in failed:
            outbox.change_step(connection, step.pk, state=outbox.LEFT_OUT)
        _queue(connection, found)

    def _is_there(self, connection: Connection, found: Submission, identity: str) -> None:
        step = next(one for one in found.steps if one.state not in outbox.DONE)
        chosen = [one for one in found.found if identity in ("", one["id"])]
        if len(chosen) > 1 or (identity and found.found and not chosen):
            ids = ", ".join(str(one["id"]) for one in found.found)
            raise ConfigError("Which one is it?", f"Name one of: {ids}.", concerns=identity)
        one = chosen[0] if chosen else {"id": identity}
        if found.question == KNOWN_PERSON:
            self._give_application(connection, found, str(one["candidate_id"]))
            return
        made = Made(str(one["id"]), str(one.get("candidate_id", "")), str(one.get("application_id", "")))
        books = Books(self._store, found.account, "")
        books.mark_arrived(connection, found, step, made, None, _now())
        if found.question == ALREADY_THERE:
            for later in found.steps:
                if later.state not in outbox.DONE and later.pk != step.pk:
                    outbox.change_step(connection, later.pk, state=outbox.LEFT_OUT)
        _queue(connection, found)

    def _give_application(self, connection: Connection, found: Submission, candidate: str) -> None:
        """Send the same as one more application of a candidate whom the ATS has."""
        given = structs.replace(drafts.read(found.draft), candidate_id=candidate)
        files = [Enclosure(*one) for one in outbox.contents(connection, found.number)]
        packed = self._pack(found.account, given, files)
        outbox.replace(connection, found.number, packed.values, packed.steps, packed.files, _now())

    def _pack(self, account: str, draft: Draft, files: Sequence[Enclosure]) -> Packed:
        return pack(account, draft, files, SUBMITTING[self._accounts.one(account).ats])

    def _change(self, number: int, work: Callable[[Connection, Submission], None]) -> Submission:
        self._store.write_through(lambda connection: work(connection, self._found(connection, number)))
        return self.one(number)

    def _found(self, connection: Connection, number: int) -> Submission:
        return outbox.one(connection, number) or self.one(number)

    def _recover(self) -> None:
        """What was being sent when the program ended is no longer being sent, unless by another process."""
        with self._store.read() as connection:
            broken_off = outbox.accounts_sending(connection)
        for account in broken_off:
            self._accounts.unless_sending(account, partial(self._recover_one, account))

    def _recover_one(self, account: str) -> None:
        self._store.write(lambda connection: outbox.recover(connection, account, _now()))


def _try_again(connection: Connection, found: Submission) -> None:
    """Queue one that has failed; others stay as they are."""
    if found.state == outbox.FAILED:
        for step in found.steps:
            if step.state == outbox.FAILED:
                outbox.change_step(connection, step.pk, state=outbox.QUEUED)
        _queue(connection, found)


def _queue(connection: Connection, found: Submission) -> None:
    outbox.change(
        connection,
        found.number,
        _now(),
        state=outbox.QUEUED,
        title=None,
        hint=None,
        field=None,
        question=None,
        found=None,
    )


def _is_untouched(found: Submission) -> bool:
    return found.state not in (outbox.SENDING, outbox.UNKNOWN, outbox.SENT) and all(
        step.state in (outbox.QUEUED, outbox.FAILED) for step in found.steps
    )


def _said(found: Submission) -> str:
    return found.state.replace("_", " ")


def _refused(found: Submission, why: str) -> ConfigError:
    return ConfigError(
        f"Submission {found.number} ({found.name}) {why}.",
        f"See `atsdesk outbox list {found.account}`.",
        concerns=str(found.number),
    )


def _patience(given: Patience) -> Patience:
    """Long enough for files; somebody who asks for less than usual gets it."""
    usual = Patience()
    return replace(
        given,
        read=READ_SECONDS if given.read == usual.read else given.read,
        whole_answer=ANSWER_SECONDS if given.whole_answer == usual.whole_answer else given.whole_answer,
    )


def _now() -> str:
    return spell(dt.datetime.now(dt.UTC))
