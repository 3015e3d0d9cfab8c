"""Sending step by step: what one vendor does and another does not, and how a person's decisions are carried out."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from atsdesk.ats.draft import Draft, File, Note, Prospect
from atsdesk.ats.submitting import Enclosure
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, OfflineError
from atsdesk.sandbox.comeet.defaults import Rules as ComeetRules
from atsdesk.sandbox.greenhouse.defaults import Rules as GreenhouseRules
from atsdesk.sandbox.kombo import Rules as KomboRules
from atsdesk.store.outbox import Submission
from atsdesk.submit.sending import Progress
from tests.submit.exposing import expose_open
from tests.sync import greenhouse
from tests.sync.comeet import COMEET, all_of, client
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, QUICK, Lab, System, laboratory
from tests.sync.smartrecruiters import SMARTRECRUITERS

RESUME = Enclosure("resume", "cv.pdf", "application/pdf", b"%PDF-1.4 a")
LETTER = Enclosure("cover_letter", "letter.pdf", "application/pdf", b"%PDF-1.4 b")
BAD = Enclosure("other", "bad.pdf", "application/pdf", b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE")
SETTINGS = {
    "smartrecruiters": {"requests_per_second": "0", "interviews_mode": "off"},
}


class Out:
    """A desk with one account that was synced."""

    def __init__(self, lab: Lab) -> None:
        self.lab, self.control, self.desk = lab, lab.control, lab.desk
        self.outbox = lab.desk.outbox
        self.desk._accounts._patience = replace(QUICK, settling=0.2)
        lab.good_sync()
        expose_open(self.desk)
        self.job_id = lab.one(
            "select min(id) from jobs where status = 'open' and deleted_at is null"
            " and coalesce(is_confidential, 0) = 0 and coalesce(is_template, 0) = 0"
        )
        self.ada = Draft(job_id=self.job_id, first_name="Ada", last_name="Example", email="ada@example.com")

    def send(self, draft: Draft, *files: Enclosure, again: bool = False) -> Submission:
        named = structs.replace(draft, files=tuple(File(one.name, one.kind) for one in files))
        number = self.outbox.put(ACCOUNT, named, files, again=again).number
        self.outbox.send(ACCOUNT)
        return self.outbox.one(number)

    def go_on(self, number: int) -> Submission:
        self.outbox.send(ACCOUNT)
        return self.outbox.one(number)

    def states(self, number: int) -> list[tuple[str, str]]:
        return [(step.name, step.state) for step in self.outbox.one(number).steps]

    def posts(self) -> list[str]:
        """The paths of what was posted, in order."""
        return [one["path"] for one in self.control.requests() if one["method"] == "POST"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Out]]:
    with ExitStack() as stack:

        def begin(system: System, **options: Any) -> Out:
            ats = system.connector.kind.key
            settings = SETTINGS.get(ats)
            lab = stack.enter_context(
                laboratory(system, tmp_path / ats, settings=settings, candidates=12, **options)
            )
            return Out(lab)

        yield begin


# Comeet


@pytest.mark.parametrize("number", [False, True], ids=["uid", "number"])
def test_a_conflict_tells_where_the_lost_one_is(start: Callable[..., Out], number: bool) -> None:
    """Nobody may look, so that only the key that was kept can help."""
    out = start(COMEET, rules=ComeetRules(rate_requests=0, conflict_names_number=number))
    out.control.fail("403@sourcing/candidates/find_duplicatesx*", "lost@POST:candidates")
    sent = out.send(out.ada, RESUME)
    assert sent.state == "sent"
    (there,) = [one for one in all_of(out.lab.sandbox, "candidates") if one.get("email") == "ada@example.com"]
    assert (sent.application_id, sent.candidate_id) == (there["uid"], there["person_uid"])
    assert [one["status"] for one in out.control.requests() if one["method"] == "POST"][-1] == 409


def test_a_malicious_file_is_named_and_nothing_is_made(start: Callable[..., Out]) -> None:
    out = start(COMEET)
    failed = out.send(out.ada, RESUME, BAD)
    assert (failed.state, failed.field) == ("failed", "files[1]")
    assert "malicious" in failed.title
    kept = structs.replace(out.ada, files=(File("cv.pdf", "resume"),))
    edited = out.outbox.edit(failed.number, kept, [RESUME])
    assert (edited.number, edited.key, edited.state) == (failed.number, failed.key, "queued")
    assert out.go_on(failed.number).state == "sent"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"linkedin_url": "https://example.com/me"}, "linkedin_url"),
        ({"custom_fields": {"No such field": "x"}}, "custom_fields"),
        ({"links": ("not a link",)}, "links"),
        ({"note": Note("x" * 20_001)}, "note.text"),
        ({"middle_name": "x" * 300}, "middle_name"),
        ({"prospect_status": "Unknown"}, "prospect_status"),
    ],
)
def test_comeet_s_refusals_stand_at_their_fields(
    start: Callable[..., Out], change: dict[str, Any], field: str
) -> None:
    out = start(COMEET)
    failed = out.send(structs.replace(out.ada, **change))
    assert (failed.state, failed.field) == ("failed", field), failed.hint
    assert failed.title
    assert failed.hint.startswith("Correct it and send again.")


def test_what_a_person_has_to_act_on_is_an_issue_until_it_is_done(start: Callable[..., Out]) -> None:
    out = start(COMEET)
    wrong = {"linkedin_url": "https://example.com/me"}
    failed = [
        out.send(structs.replace(out.ada, email=f"a{number}@example.com", **wrong)).number
        for number in range(2)
    ]
    issues = out.lab.issues("submission")
    assert sorted(int(one.record_id) for one in issues) == failed
    assert issues[0].title == "A candidate was not sent. Comeet does not accept the LinkedIn address."
    assert "in the outbox" in issues[0].hint
    assert "example.com" not in f"{issues[0].title} {issues[0].hint}"

    out.outbox.cancel(failed[0])
    out.outbox.edit(failed[1], out.ada, ())
    assert out.lab.issues("submission") == []
    assert out.go_on(failed[1]).state == "sent"
    out.lab.good_sync()
    assert out.lab.issues("submission") == []


def test_a_missing_permission_is_told_with_its_name(start: Callable[..., Out]) -> None:
    out = start(COMEET, without=["create candidate"])
    failed = out.send(out.ada)
    assert failed.state == "failed"
    assert '"Create candidate" is missing' in failed.hint
    out.control.permit()
    out.outbox.retry(failed.number)
    assert out.go_on(failed.number).state == "sent"


def test_what_is_under_way_is_sent_first_and_once(start: Callable[..., Out], tmp_path: Path) -> None:
    """A desk that is opened again finds what was being sent, and clears it up before anything else leaves."""
    out = start(COMEET)
    number = out.outbox.put(ACCOUNT, out.ada, ()).number
    out.desk._store.write(
        lambda connection: [
            connection.execute("update submissions set state = 'sending'"),
            connection.execute("update submission_steps set state = 'sending', tries = 1, before = '[]'"),
        ]
    )
    environ = {f"ATSDESK_SECRET__ACME__{key.upper()}": text for key, text in out.lab.sandbox.secrets.items()}
    with Desk(out.desk.folder, environ=environ) as again:
        assert again.outbox.one(number).state == "unknown"
        assert again.outbox.due() == [ACCOUNT]
    out.outbox.put(ACCOUNT, structs.replace(out.ada, email="bea@example.com"), ())
    out.control.clear_requests()
    out.outbox.send(ACCOUNT)
    assert [one.state for one in out.outbox.all()] == ["sent", "sent"]
    paths = [one["path"] for one in out.control.requests()]
    assert paths[0] == "/sourcing/candidates/find_duplicates"
    assert paths.count("/candidates") == 2


def test_submissions_are_kept_until_the_account_goes(start: Callable[..., Out]) -> None:
    out = start(COMEET)
    out.send(out.ada, RESUME)
    out.desk.remove_account(ACCOUNT)
    assert out.outbox.all() == []
    assert out.lab.select("select count(*) from submission_files") == [(0,)]


def test_an_address_that_changes_in_its_writing_only_is_the_same_submission(
    start: Callable[..., Out],
) -> None:
    out = start(COMEET)
    first = out.outbox.put(ACCOUNT, out.ada, [RESUME])
    assert out.outbox.put(ACCOUNT, out.ada, [RESUME]).number == first.number
    assert out.outbox.put(ACCOUNT, out.ada, [LETTER]).number != first.number
    assert out.outbox.put(ACCOUNT, out.ada, [RESUME], again=True).number != first.number


def test_a_candidate_whom_comeet_deletes_leaves_the_outbox(start: Callable[..., Out]) -> None:
    out = start(COMEET)
    sent = out.send(out.ada, RESUME)
    with client(out.lab.sandbox) as other:
        other.delete(f"/person/{sent.candidate_id}").raise_for_status()
    out.lab.good_sync()
    assert out.outbox.all() == []


# Greenhouse


@pytest.fixture(params=[True, False], ids=["wrapped", "flat"])
def green(request: pytest.FixtureRequest, start: Callable[..., Out]) -> Out:
    return start(GREENHOUSE, rules=GreenhouseRules(created_wrapped=request.param, rate_requests=0))


def test_a_person_comes_with_application_files_and_note_however_it_answers(green: Out) -> None:
    sent = green.send(structs.replace(green.ada, note=Note("Hello.")), RESUME, LETTER)
    assert sent.state == "sent"
    assert [step.state for step in sent.steps] == ["sent"] * 4
    with greenhouse.client(green.lab.sandbox) as reader:
        (one,) = greenhouse.pages(reader, "applications", ids=sent.application_id)
        assert str(one["candidate_id"]) == sent.candidate_id
        files = list(greenhouse.pages(reader, "attachments", application_ids=sent.application_id))
    assert {(file["filename"], file["type"]) for file in files} == {
        ("cv.pdf", "resume"),
        ("letter.pdf", "cover_letter"),
    }


def test_a_step_that_is_refused_can_be_tried_again_or_left_out(start: Callable[..., Out]) -> None:
    out = start(GREENHOUSE, rules=GreenhouseRules(file_bytes=20, rate_requests=0))
    large = replace(LETTER, content=b"%PDF-1.4 " + b"x" * 100)
    failed = out.send(structs.replace(out.ada, note=Note("Hello.")), RESUME, large)
    assert (failed.state, failed.field) == ("failed", "files[1]")
    assert out.states(failed.number) == [
        ("create", "sent"), ("file", "sent"), ("file", "failed"), ("note", "queued"),
    ]  # fmt: skip
    with pytest.raises(ConfigError, match="in part"):
        out.outbox.cancel(failed.number)
    with pytest.raises(ConfigError, match="cannot be changed"):
        out.outbox.edit(failed.number, out.ada, ())

    out.outbox.retry(failed.number)
    out.control.clear_requests()
    assert out.go_on(failed.number).state == "failed"
    assert out.posts() == ["/v3/attachments"]

    out.outbox.resolve(failed.number, "leave-out")
    assert out.go_on(failed.number).state == "sent"
    assert out.states(failed.number)[2:] == [("file", "left_out"), ("note", "sent")]


def test_somebody_whom_greenhouse_knows_can_get_one_more_application(start: Callable[..., Out]) -> None:
    out = start(GREENHOUSE)
    first = out.send(structs.replace(out.ada, job_id="", prospect=Prospect((out.job_id,))))
    asked = out.send(out.ada, RESUME)
    assert (asked.state, asked.question) == ("needs_decision", "known_person")
    assert [one["candidate_id"] for one in asked.found] == [first.candidate_id]

    resolved = out.outbox.resolve(asked.number, "there")
    assert [step.name for step in resolved.steps] == ["application", "file"]
    sent = out.go_on(asked.number)
    assert (sent.state, sent.candidate_id) == ("sent", first.candidate_id)
    assert sent.application_id != first.application_id
    assert out.lab.one("select count(*) from candidates where email = 'ada@example.com'") == 1


@pytest.mark.parametrize("fault", ["lost", "drop"])
def test_somebody_known_can_be_sent_as_new_all_the_same(start: Callable[..., Out], fault: str) -> None:
    """What was there before is not taken for what was lost."""
    out = start(GREENHOUSE)
    first = out.send(structs.replace(out.ada, job_id=""))
    asked = out.send(out.ada)
    assert asked.question == "known_person"
    out.outbox.resolve(asked.number, "send")
    out.control.fail(f"{fault}@POST:candidates")
    sent = out.go_on(asked.number)
    assert sent.state == "sent"
    with greenhouse.client(out.lab.sandbox) as reader:
        people = {str(one["id"]) for one in greenhouse.pages(reader, "candidates", email=out.ada.email)}
    assert people == {first.candidate_id, sent.candidate_id}
    assert len(people) == 2


@pytest.mark.parametrize("fault", ["", "lost@POST:notes", "drop@POST:notes"])
def test_a_note_alone_goes_to_somebody_whom_greenhouse_has(start: Callable[..., Out], fault: str) -> None:
    out = start(GREENHOUSE)
    candidate, name = out.lab.select("select id, name from candidates where deleted_at is null limit 1")[0]
    note = Draft(candidate_id=candidate, note=Note("Called today."))
    assert out.send(note).state == "sent"
    out.control.clear_requests()
    if fault:
        out.control.fail(fault)
    sent = out.send(note, again=True)
    assert (sent.state, sent.name, sent.candidate_id) == ("sent", name, candidate)
    assert [step.name for step in sent.steps] == ["note"]
    with greenhouse.client(out.lab.sandbox) as reader:
        notes = [one["body"] for one in greenhouse.pages(reader, "notes", candidate_ids=candidate)]
    assert notes.count("Called today.") == 2
    assert out.lab.select("select count(*) from applications where id = ''") == [(0,)]


def test_what_is_here_only_by_what_was_sent_is_known(start: Callable[..., Out]) -> None:
    out = start(COMEET)
    sent = out.send(out.ada)
    assert [one.number for one in out.outbox.unconfirmed()] == [sent.number]
    out.lab.good_sync()
    assert out.outbox.unconfirmed() == []


def test_without_an_address_the_name_and_the_time_find_what_was_lost(start: Callable[..., Out]) -> None:
    out = start(GREENHOUSE)
    out.control.fail("lost@POST:candidates")
    sent = out.send(structs.replace(out.ada, email=""))
    assert sent.state == "sent"
    with greenhouse.client(out.lab.sandbox) as reader:
        named = [one for one in greenhouse.pages(reader, "candidates") if one["last_name"] == "Example"]
    assert [str(one["id"]) for one in named if one["first_name"] == "Ada"] == [sent.candidate_id]


def test_two_that_look_alike_after_a_loss_are_a_question(start: Callable[..., Out]) -> None:
    """Somebody else made the same person while the answer was lost."""
    out = start(GREENHOUSE)
    number = out.outbox.put(ACCOUNT, out.ada, ()).number
    out.control.fail("lost@POST:candidatesx2")
    body = {"first_name": "Ada", "last_name": "Example", "email_addresses": [
        {"value": "ada@example.com", "type": "personal"}]}  # fmt: skip
    out.desk._store.write(
        lambda connection: [
            connection.execute("update submissions set state = 'unknown'"),
            connection.execute("update submission_steps set state = 'unknown', tries = 1, before = '[]'"),
        ]
    )
    out.control.heal()
    with greenhouse.client(out.lab.sandbox) as other:
        for _ in range(2):
            other.post("/candidates", json=body).raise_for_status()
    asked = out.go_on(number)
    assert (asked.state, asked.question) == ("needs_decision", "several")
    with pytest.raises(ConfigError, match="Which one"):
        out.outbox.resolve(number, "there")
    chosen = str(asked.found[0]["id"])
    out.outbox.resolve(number, "there", chosen)
    done = out.go_on(number)
    assert (done.state, done.candidate_id) == ("sent", chosen)


# Kombo


def test_what_kombo_does_not_show_is_asked_about_and_sent_once(start: Callable[..., Out]) -> None:
    out = start(KOMBO, rules=KomboRules(rate_requests=0, created_readable=False))
    out.control.fail("lost@POST:ats/jobs/*/applications")
    asked = out.send(out.ada, RESUME)
    assert (asked.state, asked.question) == ("needs_decision", "not_found")
    out.outbox.send(ACCOUNT)
    assert len(out.posts()) == 1

    out.outbox.resolve(asked.number, "send")  # it had arrived: the ATS refuses the second
    assert out.go_on(asked.number).state == "sent"
    assert len(out.posts()) == 2


def test_what_the_tool_behind_kombo_takes_is_read_kept_and_counts(start: Callable[..., Out]) -> None:
    out = start(KOMBO, rules=KomboRules(rate_requests=0, attachment_bytes=10_000_000))
    desk, form = out.desk, out.desk.drafts.form(ACCOUNT)
    page = replace(RESUME, name="cv.html", media_type="text/html", content=b"<p>")
    (problem,) = desk.drafts.check_files(ACCOUNT, [page], form)
    assert (problem.rule, problem.words) == (
        "extension",
        "cv.html is .html; taken as resume: .pdf, .doc, .docx.",
    )
    law = desk.drafts.law(ACCOUNT)
    assert (law.total_bytes, law.total_is_firm) == (10_000_000, True)

    out.control.fail("404@GET:ats/actions/*x*")
    out.lab.good_sync()
    assert desk.drafts.law(ACCOUNT) == law  # what was told before stays

    out.control.heal()
    desk.set_settings(ACCOUNT, {**desk.account(ACCOUNT).settings, "resume_extensions": "html"})
    assert desk.drafts.check_files(ACCOUNT, [page], form) == []


@pytest.mark.parametrize("fault", ["404", "html", "500"])
def test_where_kombo_tells_no_limits_its_advice_counts(start: Callable[..., Out], fault: str) -> None:
    out = start(KOMBO, faults=[f"{fault}@GET:ats/actions/*x*"])
    law = out.desk.drafts.law(ACCOUNT)
    assert (law.total_bytes, law.total_is_firm) == (10_000_000, False)


def test_kombo_s_warnings_are_kept(start: Callable[..., Out]) -> None:
    out = start(KOMBO)
    sent = out.send(out.ada, RESUME, replace(RESUME, name="second.pdf"))
    assert sent.state == "sent"
    assert [warning for step in sent.steps for warning in step.warnings] == [
        "The ATS takes one CV: the attachment second.pdf was skipped."
    ]


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("ATS.JOB_CLOSED", "failed"),
        ("REMOTE.INPUT_INVALID", "failed"),
        ("INTEGRATION.ACTION_DISABLED", "failed"),
        ("PLATFORM.TASK_TIMED_OUT", "needs_decision"),
        ("PLATFORM.UNKNOWN_ERROR", "needs_decision"),
    ],
)
def test_kombo_s_codes_decide(start: Callable[..., Out], code: str, state: str) -> None:
    out = start(KOMBO)
    out.control.fail(f"code={code}@POST:ats/jobs/*/applications")
    assert out.send(out.ada).state == state


# SmartRecruiters


def test_smartrecruiters_pool_takes_somebody_with_files(start: Callable[..., Out]) -> None:
    out = start(SMARTRECRUITERS)
    sent = out.send(structs.replace(out.ada, job_id=""), RESUME, LETTER)
    assert (sent.state, sent.application_id) == ("sent", "")
    assert sent.candidate_id
    out.lab.good_sync()
    assert out.outbox.one(sent.number).confirmed_at
    names = out.lab.select("select name from attachments where candidate_id = ?", sent.candidate_id)
    assert sorted(name for (name,) in names) == ["cv.pdf", "letter.pdf"]


@pytest.mark.parametrize(
    ("system", "path"),
    [(SMARTRECRUITERS, "candidates/*/attachments"), (GREENHOUSE, "attachments")],
    ids=["smartrecruiters", "greenhouse"],
)
@pytest.mark.parametrize(("fault", "posts"), [("lost", 2), ("drop", 3)])
def test_a_file_of_the_same_name_twice_arrives_twice(
    start: Callable[..., Out], system: System, path: str, fault: str, posts: int
) -> None:
    out = start(system)
    out.control.fail(f"{fault}@POST:{path}%2")
    other = replace(RESUME, kind="other", name="cv.pdf")
    sent = out.send(out.ada, other, replace(other, content=b"%PDF-1.4 c"))
    assert sent.state == "sent"
    assert len({step.made_id for step in sent.steps}) == 3
    assert len([path for path in out.posts() if path.endswith("/attachments")]) == posts


# Around it


def test_what_a_person_may_not_do_is_said(start: Callable[..., Out]) -> None:
    out = start(COMEET)
    sent = out.send(out.ada)
    for wrong in (
        lambda: out.outbox.retry(sent.number),
        lambda: out.outbox.resolve(sent.number, "send"),
        lambda: out.outbox.resolve(sent.number, "perhaps"),
        lambda: out.outbox.resolve(sent.number, "leave-out"),
        lambda: out.outbox.edit(sent.number, out.ada, ()),
        lambda: out.outbox.one(99),
        lambda: out.outbox.put(ACCOUNT, structs.replace(out.ada, job_id="no such job"), ()),
        lambda: out.outbox.put("nobody", out.ada, ()),
    ):
        with pytest.raises(ConfigError) as refused:
            wrong()
        assert refused.value.hint
    waiting = out.outbox.put(ACCOUNT, structs.replace(out.ada, email="b@example.com"), ())
    with pytest.raises(ConfigError, match="call it off first"):
        out.outbox.remove(waiting.number)
    out.outbox.cancel(waiting.number)
    out.outbox.remove(waiting.number)
    assert [one.number for one in out.outbox.all()] == [sent.number]


def test_progress_tells_every_step_and_byte(start: Callable[..., Out]) -> None:
    out = start(GREENHOUSE)
    told: list[Progress] = []
    large = replace(RESUME, content=b"%PDF-1.4 " + b"x" * 300_000)
    named = structs.replace(out.ada, files=(File("cv.pdf", "resume"),))
    out.outbox.put(ACCOUNT, named, [large])
    out.outbox.send(ACCOUNT, progress=told.append)
    steps = list(dict.fromkeys(one.step for one in told))
    assert steps == ["Candidate with application", "File cv.pdf"]
    sent = [one.sent for one in told if one.step == "File cv.pdf"]
    assert sent == sorted(sent)
    assert (sent[0], sent[-1]) == (0, told[-1].size)
    assert len(sent) > 4


def test_offline_nothing_is_looked_for_and_nothing_is_lost(start: Callable[..., Out]) -> None:
    out = start(COMEET)
    number = out.outbox.put(ACCOUNT, out.ada, ()).number
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("socket.socket.connect", _unreachable)
        with pytest.raises(OfflineError):
            out.outbox.send(ACCOUNT)
    assert out.outbox.one(number).state == "queued"
    assert out.go_on(number).state == "sent"


def _unreachable(*address: object) -> None:
    raise OSError(101, "Network is unreachable")
