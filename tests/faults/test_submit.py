"""Whatever happens while a candidate is sent: exactly one is in the ATS, with all files, or a person is asked."""

import itertools
import json
import random
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec import structs

from atsdesk.ats import draft as drafts
from atsdesk.ats.draft import File
from atsdesk.cancel import Cancel
from atsdesk.errors import AuthError, Cancelled, ConfigError, OfflineError, TransientError
from atsdesk.store.outbox import Submission
from atsdesk.submit.enclosing import enclose
from atsdesk.submit.sending import Progress
from tests.faults.copies import FAST, NAME, Copy, Office, assert_plain
from tests.faults.killing import Note, killed_rounds
from tests.faults.submitting import SENDS, Sends, There
from tests.faults.systems import EVERY, System
from tests.faults.whole import ask, assert_sound, meddle
from tests.submit.papers import PDF

PATIENT = replace(FAST, connect=5, read=6, whole_answer=10, settling=0.3)
_numbers = itertools.count(1)


class Counter:
    """A desk with one account, and somebody to send."""

    def __init__(self, office: Office, copy: Copy, sends: Sends) -> None:
        self.office, self.copy, self.sends = office, copy, sends
        self.control = office.control
        self.email = f"sent{next(_numbers)}@example.com"
        self.job_id = self._open_job()
        self.copy.desk.jobs.expose([(NAME, self.job_id)])
        self.draft = sends.draft(self.job_id, self.email)

    def next_person(self) -> None:
        """Somebody else, who was never sent."""
        self.email = f"sent{next(_numbers)}@example.com"
        self.draft = self.sends.draft(self.job_id, self.email)

    def _open_job(self) -> str:
        rows = ask(
            self.copy.database,
            "select id from jobs where status = 'open' and deleted_at is null"
            " and coalesce(is_confidential, 0) = 0 and coalesce(is_template, 0) = 0 order by id limit 1",
        )
        return str(rows[0][0])

    @property
    def outbox(self):
        return self.copy.desk.outbox

    def put(self) -> int:
        return self.outbox.put(NAME, self.draft, self.sends.files).number

    def send(self) -> Submission:
        """Put it in and send it; what keeps it from being sent is left to the outbox."""
        number = self.put()
        with suppress(TransientError, AuthError):
            self.outbox.send(NAME)
        return self.outbox.one(number)

    def there(self) -> list[There]:
        return self.sends.there(self.office.sandbox, self.email)

    def assert_one(self, number: int) -> There:
        """It was sent, and the ATS has it once, with everything."""
        found = self.outbox.one(number)
        assert found.state == "sent", (found.state, found.title, found.hint)
        assert {step.state for step in found.steps} == {"sent"}
        (one,) = self.there()
        assert one.job_id == self.job_id
        assert sorted(one.files) == sorted(file.name for file in self.sends.files)
        assert len(one.notes) == len(set(one.notes)), one.notes
        assert len(one.notes) == bool(self.draft.note.text) * self.sends.tells_notes + len(
            self.draft.employments
        )
        assert_sound(self.copy.database)
        return one

    def settle(self, number: int) -> Submission:
        """Send until nothing more happens by itself."""
        for _ in range(4):
            found = self.outbox.one(number)
            if found.state not in ("queued", "sending", "unknown"):
                break
            with suppress(TransientError):
                self.outbox.send(NAME)
        return self.outbox.one(number)

    def command(self, tmp_path: Path) -> list[str]:
        """The words of the command that sends the same."""
        files = []
        for one in self.sends.files:
            (tmp_path / one.name).write_bytes(one.content)
            files += ["--resume" if one.kind == "resume" else "--attach", str(tmp_path / one.name)]
        said = drafts.plain(self.draft)
        said.pop("files", None)
        (tmp_path / "draft.json").write_text(json.dumps(said))
        return ["submit", NAME, "--file-json", str(tmp_path / "draft.json"), *files]


@pytest.fixture
def counter(system: System, synced_for_sending: Copy, tmp_path: Path) -> Iterator[Counter]:
    """A desk that was synced once, at a sandbox that keeps what it is sent."""
    sandbox = synced_for_sending.office.sandbox
    office = Office(system, sandbox, tmp_path, synced=synced_for_sending)
    copy = office.reference("data")
    copy.patience = PATIENT
    yield Counter(office, copy, SENDS[system.ats])
    office.close()
    sandbox.control.heal()


Stills = dict[str, Copy]


@pytest.fixture(scope="session")
def senders() -> Iterator[tuple[ExitStack, Stills]]:
    with ExitStack() as stack:
        yield stack, {}


@pytest.fixture(scope="session")
def synced_for_sending(
    system: System, senders: tuple[ExitStack, Stills], tmp_path_factory: pytest.TempPathFactory
) -> Copy:
    stack, copies = senders
    if system.ats not in copies:
        sandbox = stack.enter_context(system.running(seed=11, candidates=20))
        copies[system.ats] = Office(system, sandbox, tmp_path_factory.mktemp("sending")).reference()
        copies[system.ats].close()
    return copies[system.ats]


@EVERY
@pytest.mark.fault(15, "answer lost, one is there")
def test_without_a_fault_it_is_there_with_all_that_belongs_to_it(counter: Counter) -> None:
    sent = counter.send()
    counter.assert_one(sent.number)
    assert sent.application_id
    rows = ask(
        counter.copy.database, "select job_id, status from applications where id = ?", sent.application_id
    )
    assert rows == [(counter.job_id, "active")]
    assert ask(counter.copy.database, "select email from candidates where id = ?", sent.candidate_id) == [
        (counter.email,)
    ]
    assert ask(counter.copy.database, "select count(*) from submission_files where content is not null") == [
        (0,)
    ]
    assert not sent.confirmed_at

    assert counter.copy.sync().state == "SUCCEEDED"
    assert counter.outbox.one(sent.number).confirmed_at
    assert len(ask(counter.copy.database, "select 1 from candidates where email = ?", counter.email)) == 1


LOST = ("lost", "lost=502", "short", "cut")
"""Carried out, and the answer is lost, is an error, or breaks off."""
NOT_DONE = ("drop", "503", "429x2", "expired")
"""Not carried out."""


def arrives_once(counter: Counter, fault: str, path: str) -> None:
    """One goes wrong at one step; nothing is doubled, nothing is missing, or a person is asked."""
    counter.control.fail(fault.replace("x2", "") + f"@POST:{path}" + ("x2" if fault.endswith("x2") else ""))
    number = counter.send().number
    found = counter.settle(number)
    if found.state == "needs_decision":
        assert found.question == "not_found"
        assert counter.sends.asks, found.title
        counter.outbox.resolve(number, "send")
        counter.settle(number)
    assert counter.control.faults() == []
    counter.assert_one(number)


@EVERY
@pytest.mark.fault(15, "answer lost, one is there")
@pytest.mark.parametrize("fault", LOST)
def test_an_answer_that_is_lost_at_any_step_leaves_exactly_one(counter: Counter, fault: str) -> None:
    for path in counter.sends.steps:
        arrives_once(counter, fault, path)
        counter.next_person()


@EVERY
@pytest.mark.fault(15, "answer lost, one is there")
@pytest.mark.parametrize("fault", NOT_DONE)
def test_a_request_that_was_not_carried_out_is_made_again(counter: Counter, fault: str) -> None:
    for path in counter.sends.steps:
        arrives_once(counter, fault, path)
        counter.next_person()


@EVERY
@pytest.mark.fault(15, "answer lost, one is there")
def test_answers_that_keep_getting_lost_make_no_second_one(counter: Counter) -> None:
    path = counter.sends.steps[0]
    counter.control.fail(f"lost@POST:{path}x*")
    number = counter.send().number
    counter.settle(number)
    counter.control.heal()
    counter.settle(number)
    counter.assert_one(number)


@EVERY
@pytest.mark.fault(16, "killed between steps")
@pytest.mark.parametrize("fault", ["hole", "dribble=0.3"])
def test_a_kill_at_any_step_leaves_exactly_one(counter: Counter, fault: str) -> None:
    for path in counter.sends.steps:
        counter.put()
        counter.copy.close()
        counter.control.clear_requests()
        counter.control.fail(f"{fault}@POST:{path}")
        with counter.copy.start("outbox", "retry") as process:
            wait_for_use_of(counter, process)
            time.sleep(0.05)
            process.kill()
        counter.control.heal()
        (found, *_) = counter.outbox.all()
        assert found.state == "unknown"
        assert found.email == counter.email
        counter.settle(found.number)
        if counter.outbox.one(found.number).state == "needs_decision":
            assert counter.sends.asks
            assert counter.there() == []
            counter.outbox.resolve(found.number, "send")
            counter.settle(found.number)
        counter.assert_one(found.number)
        counter.next_person()


def wait_for_use_of(counter: Counter, process: subprocess.Popen[str]) -> None:
    """Until the fault has struck."""
    deadline = time.monotonic() + 60
    while counter.control.faults():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)


@EVERY
@pytest.mark.fault(16, "twice, two at once")
def test_a_double_click_sends_once(counter: Counter) -> None:
    first, second = counter.put(), counter.put()
    assert first == second
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(counter.outbox.send, NAME, [first]) for _ in range(2)]:
            done.result(timeout=30)
    assert counter.put() == first
    counter.assert_one(first)


@EVERY
@pytest.mark.fault(16, "twice, two at once")
def test_two_processes_send_once(counter: Counter) -> None:
    counter.put()
    assert_two_at_once(counter, ["outbox", "retry"])


@pytest.mark.fault(16, "twice, two at once")
def test_two_commands_that_submit_the_same_send_it_once(counter: Counter, tmp_path: Path) -> None:
    assert_two_at_once(counter, counter.command(tmp_path))


def assert_two_at_once(counter: Counter, words: list[str]) -> None:
    counter.copy.close()
    counter.control.fail(f"slow=0.5@POST:{counter.sends.steps[0]}")
    processes = [counter.copy.start(*words) for _ in range(2)]
    for process in processes:
        said, told = process.communicate(timeout=60)
        assert process.returncode == 0, (said, told)
    (found,) = counter.outbox.all()
    counter.assert_one(found.number)


@EVERY
@pytest.mark.fault(16, "twice, two at once")
def test_the_same_person_on_the_same_job_is_asked_about(counter: Counter) -> None:
    first = counter.send()
    assert first.state == "sent"
    again = counter.outbox.put(NAME, counter.draft, counter.sends.files, again=True)
    counter.outbox.send(NAME)
    asked = counter.outbox.one(again.number)
    assert (asked.state, asked.question) == ("needs_decision", "already_there")
    assert [one["application_id"] for one in asked.found] == [first.application_id]

    there = counter.outbox.resolve(again.number, "there")
    counter.outbox.send(NAME)
    there = counter.outbox.one(again.number)
    assert (there.state, there.application_id) == ("sent", first.application_id)
    counter.assert_one(first.number)


@EVERY
@pytest.mark.fault(16, "offline, sent later")
def test_what_is_sent_offline_goes_when_there_is_a_network(counter: Counter) -> None:
    address = ask(counter.copy.database, "select base_url from accounts")[0][0]
    number = counter.put()
    meddle(counter.copy.database, "update accounts set base_url = ?", "http://127.0.0.1:1")
    with pytest.raises(OfflineError):
        counter.outbox.send(NAME)
    waiting = counter.outbox.one(number)
    assert waiting.state == "queued"
    assert "could not be reached" in waiting.title
    counter.copy.close()

    meddle(counter.copy.database, "update accounts set base_url = ?", address)
    counter.outbox.send(NAME)
    counter.assert_one(number)


@EVERY
@pytest.mark.fault(16, "offline, sent later")
def test_what_was_called_off_is_not_sent(counter: Counter) -> None:
    number = counter.put()
    assert counter.outbox.cancel(number).state == "cancelled"
    counter.outbox.send(NAME)
    assert counter.there() == []
    with pytest.raises(ConfigError, match="is cancelled"):
        counter.outbox.cancel(number)
    sent = counter.send()
    assert sent.number != number
    with pytest.raises(ConfigError, match="is sent"):
        counter.outbox.cancel(sent.number)


@EVERY
@pytest.mark.fault(16, "killed between steps")
def test_a_cancel_while_it_is_under_way_makes_no_second_one(counter: Counter) -> None:
    number, cancel = counter.put(), Cancel()
    counter.control.fail(f"dribble=0.3@POST:{counter.sends.steps[0]}")

    def stop_when_all_has_left(progress: Progress) -> None:
        if progress.size and progress.sent == progress.size:
            while counter.control.faults():
                time.sleep(0.01)
            cancel.set()

    with pytest.raises(Cancelled):
        counter.outbox.send(NAME, cancel=cancel, progress=stop_when_all_has_left)
    assert counter.outbox.one(number).state == "unknown"
    with pytest.raises(ConfigError, match="may have left already"):
        counter.outbox.cancel(number)
    counter.settle(number)
    counter.assert_one(number)


@EVERY
@pytest.mark.fault(17, "bytes read once")
def test_a_file_that_changes_after_it_was_chosen_is_sent_as_it_was(counter: Counter, tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(PDF)
    named = structs.replace(counter.draft, files=(File(str(path), "resume"),))
    files = enclose(named, tmp_path)
    number = counter.outbox.put(NAME, named, files).number
    path.write_bytes(b"%PDF-1.4 something else")
    counter.outbox.send(NAME)
    (kept,) = counter.outbox.one(number).files
    assert (kept.size, kept.hash) == (len(PDF), sha256(PDF).hexdigest())
    (one,) = counter.there()
    assert counter.sends.content(counter.office.sandbox, one) == PDF


@EVERY
@pytest.mark.fault(18, "refusals at their place")
def test_a_refusal_is_told_at_its_field_and_can_be_corrected(counter: Counter) -> None:
    bad = structs.replace(counter.draft, email="nobody at example")
    number = counter.outbox.put(NAME, bad, counter.sends.files).number
    counter.outbox.send(NAME)
    failed = counter.outbox.one(number)
    assert (failed.state, failed.field) == ("failed", "email"), (failed.title, failed.hint)
    assert_plain(failed.title, failed.hint)
    counter.outbox.send(NAME)
    assert counter.outbox.one(number).state == "failed"

    counter.outbox.edit(number, counter.draft, counter.sends.files)
    counter.outbox.send(NAME)
    assert counter.outbox.one(number).key == failed.key
    counter.assert_one(number)


@EVERY
@pytest.mark.fault(18, "refusals at their place")
def test_a_key_that_is_refused_leaves_all_in_the_outbox(counter: Counter) -> None:
    number = counter.put()
    counter.control.fail(f"401@POST:{counter.sends.steps[0]}x*")
    with pytest.raises(ConfigError) as refused:
        counter.outbox.send(NAME)
    assert_plain(refused.value.title, refused.value.hint)
    counter.control.heal()
    assert counter.outbox.one(number).state == "queued"
    counter.outbox.send(NAME)
    counter.assert_one(number)


@EVERY
@pytest.mark.fault(18, "refusals at their place")
def test_a_job_that_is_closed_takes_nobody(counter: Counter) -> None:
    number = counter.put()
    meddle(counter.copy.database, "update jobs set status = 'closed' where id = ?", counter.job_id)
    with pytest.raises(ConfigError, match="takes no candidates"):
        counter.outbox.put(NAME, counter.sends.draft(counter.job_id, "other@example.com"), ())
    counter.outbox.send(NAME)
    failed = counter.outbox.one(number)
    assert (failed.state, failed.field) == ("failed", "job_id")
    assert counter.there() == []
    meddle(counter.copy.database, "update jobs set status = 'open' where id = ?", counter.job_id)
    counter.outbox.retry(number)
    counter.outbox.send(NAME)
    counter.assert_one(number)


@EVERY
@pytest.mark.fault(26, "forgotten with what was sent")
def test_somebody_forgotten_leaves_the_outbox_too(counter: Counter) -> None:
    sent = counter.send()
    waiting = counter.outbox.put(NAME, structs.replace(counter.draft, job_id=counter.job_id, tags=("x",)), ())
    other = counter.outbox.put(NAME, counter.sends.draft(counter.job_id, "other@example.com"), ())
    asked = counter.copy.desk.preview_forget(NAME, sent.candidate_id)
    assert asked.what.rows["submissions"] == 2
    done = counter.copy.desk.forget(NAME, sent.candidate_id)

    assert done.unfinished == ""
    assert [one.number for one in counter.outbox.all()] == [other.number]
    with pytest.raises(ConfigError):
        counter.outbox.one(waiting.number)
    counter.copy.close()
    for path in counter.copy.folder.glob("atsdesk.db*"):
        held = path.read_bytes()
        assert counter.email.encode() not in held
        assert sha256(PDF).digest() not in held
    assert len(counter.there()) == 1


@EVERY
@killed_rounds
@pytest.mark.fault(16, "killed between steps")
def test_killed_again_and_again_at_any_moment_it_is_there_once(
    counter: Counter, seed: int, killed: Note
) -> None:
    rng = random.Random(f"submission {seed}")
    counter.put()
    counter.copy.close()
    counter.control.fail("slow=0.05x*")
    for _ in range(2):
        counter.control.clear_requests()
        wanted = rng.randint(1, 2 + 2 * len(counter.sends.steps))
        with counter.copy.start("outbox", "retry") as process:
            while len(counter.control.requests()) < wanted and process.poll() is None:
                time.sleep(0.001)
            time.sleep(rng.uniform(0, 0.08))
            process.kill()
        killed("submission")
        assert_sound(counter.copy.database)
    counter.control.heal()
    (found,) = counter.outbox.all()
    done = counter.settle(found.number)
    if done.state == "needs_decision":
        assert done.question == "not_found"
        assert counter.sends.asks
        counter.outbox.resolve(found.number, "send")
        counter.settle(found.number)
    counter.assert_one(found.number)
