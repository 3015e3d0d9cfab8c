"""Answers that are no answers, and connections that break, stall or dribble. A sync gives up in time, keeps what it
has, and can be cancelled within a second whatever it waits for."""

import socket
import threading
import time
from dataclasses import replace

import pytest

from atsdesk.cancel import Cancel
from atsdesk.sync.driver import Watcher
from tests.faults.copies import FAST, Office, assert_plain, assert_told, run_command
from tests.faults.servers import Said, serving
from tests.faults.systems import EVERY, across
from tests.faults.whole import assert_same, meddle

PASSING = ["429x2", "429=0x2", "429=1", "500", "502", "503x2", "504", "html", "html=503", "text", "empty"]
BROKEN = ["reset", "drop", "short", "cut", "slow=1.4"]
QUICK_TO_PASS = [
    "429x2",
    "reset",
    "503x2",
    "html",
    "cut",
    "502",
    "drop",
    "empty",
    "500",
    "short",
    "text",
    "504",
]
LASTING = ["429", "503", "html", "html=503", "text", "text=200", "empty", "cut", "reset", "drop", "short"]
SHORT = replace(FAST, read=0.4, whole_answer=0.8, tries=2)


TROUBLE = pytest.mark.fault(9, "429, 5xx, HTML, no body")
CONNECTION = pytest.mark.fault(10, "breaks, stalls, dribbles")
NOBODY = pytest.mark.fault(10, "nobody there, proxy 407")
OF_CONNECTION = {*BROKEN, "hole", "dribble=0.02"}


def row_of(fault: str) -> pytest.MarkDecorator:
    return CONNECTION if fault in OF_CONNECTION else TROUBLE


def at(fault: str, path: str, times: str = "") -> str:
    """`429=1x2` at a path, from the second request on."""
    kind, _, own = fault.partition("x") if not fault.startswith("text") else (fault, "", "")
    return f"{kind}@{path}%2x{times or own or 1}"


@across("fault", [*PASSING, *BROKEN], elsewhere=QUICK_TO_PASS, others=5, marks=row_of)
def test_a_passing_fault_is_not_even_noticed(office: Office, fault: str) -> None:
    reference = office.reference()
    copy = office.copy()
    office.control.fail(at(fault, office.people_path))

    assert copy.sync().state == "SUCCEEDED"
    assert office.control.faults() == []
    assert copy.issues() == []
    copy.assert_whole(reference, changes=True)


@across(
    "fault",
    [*LASTING, "hole", "dribble=0.02"],
    elsewhere=["html", "hole", "429", "cut", "503", "reset", "empty", "drop"],
    others=2,
    marks=row_of,
)
def test_a_lasting_fault_is_told_and_costs_nothing_else(office: Office, fault: str) -> None:
    reference = office.reference()
    copy = office.copy(patience=SHORT)
    office.control.fail(at(fault, office.people_path, "*"))
    started = time.monotonic()

    report = copy.sync()
    assert time.monotonic() - started < 10
    assert report.state == "PARTIALLY_FAILED"
    people = copy.people(report)
    assert copy.others(report) == {"SUCCEEDED"}
    assert people.state == ("TIMED_OUT" if fault in ("hole", "dribble=0.02") else "FAILED")
    assert_plain(report.message, people.message)
    (issue,) = copy.issues()
    assert_plain(issue.title, issue.hint)

    office.control.heal()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@CONNECTION
def test_nothing_answered_in_time_is_a_time_out(office: Office) -> None:
    copy = office.copy(patience=SHORT)
    office.control.fail("holex*")

    report = copy.sync()
    assert report.state == "TIMED_OUT"
    assert "Try again later" in report.message


@CONNECTION
def test_an_answer_that_dribbles_ends_at_the_overall_deadline(office: Office) -> None:
    """Each byte arrives in time; the whole does not."""
    copy = office.copy(patience=replace(FAST, read=5, whole_answer=0.6, tries=1))
    office.control.fail("dribble=0.05x*")
    started = time.monotonic()

    assert copy.sync().state == "TIMED_OUT"
    assert time.monotonic() - started < 6


@TROUBLE
@EVERY
def test_retry_after_is_heeded(office: Office) -> None:
    copy = office.copy()
    office.control.fail(f"429=1@{office.people_path}")
    office.control.clear_requests()

    assert copy.sync().state == "SUCCEEDED"
    path = f"/{office.people_path}"
    times = [one["at"] for one in office.control.requests() if one["path"].endswith(path)]
    assert times[1] - times[0] >= 1


@TROUBLE
def test_the_limit_of_the_ats_is_waited_for(office: Office) -> None:
    office.control.set_limit(10, 1.0)
    reference_patience = replace(FAST, tries=10, longest_pause=0.5)
    copy = office.copy(patience=reference_patience)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_complete()


@pytest.mark.fault(11, "far too large")
@across("fault", ["huge=60", "bomb=60"])
def test_an_answer_beyond_50_mb_is_not_read_to_its_end(office: Office, fault: str) -> None:
    reference = office.reference()
    copy = office.copy(patience=replace(FAST, read=20, whole_answer=20))
    office.control.fail(f"{fault}@{office.people_path}")

    report = copy.sync()
    assert copy.people(report).state == "FAILED"
    assert "50 MB" in report.message
    assert_plain(report.message, report.message)
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


def nobody_listens() -> str:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{sock.getsockname()[1]}"


@NOBODY
@across("address", ["refused", "https://ats.invalid"], others=2)
def test_an_ats_that_cannot_be_reached_is_told_at_once_and_data_stays(office: Office, address: str) -> None:
    copy = office.reference()
    before = copy.dump()
    url = nobody_listens() if address == "refused" else address
    meddle(copy.database, "update accounts set base_url = ?", url)

    report = copy.sync()
    assert report.state == "FAILED"
    states = [one.state for one in report.resources]
    assert states.count("SKIPPED") >= len(states) - 1  # the others would not come any further
    assert "could not be reached" in report.message
    (issue,) = copy.issues()
    assert_plain(issue.title, issue.hint)

    meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
    assert copy.sync().state == "SUCCEEDED"
    assert_same(copy.dump(), before)


@NOBODY
@EVERY
def test_a_proxy_that_wants_a_password_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = office.reference()
    before = copy.dump()
    meddle(copy.database, "update accounts set base_url = 'https://ats.example'")
    with serving(lambda asked: Said(b"", 407, "text/plain")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.base_url)
        report = copy.sync()
        assert {asked.method for asked in proxy.asked} == {"CONNECT"}
    assert report.state == "FAILED"
    states = [one.state for one in report.resources]
    assert states.count("SKIPPED") >= len(states) - 1
    assert "proxy" in report.message
    (issue,) = copy.issues()
    assert_plain(issue.title, issue.hint)

    meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
    assert copy.sync().state == "SUCCEEDED"
    assert_same(copy.dump(), before)


@NOBODY
def test_the_command_says_that_the_ats_cannot_be_reached(office: Office) -> None:
    copy = office.copy()
    meddle(copy.database, "update accounts set base_url = ?", nobody_listens())
    copy.close()

    assert_told(copy.command("accounts", "test", "acme"), 2, "could not be reached", "Check the network")


@TROUBLE
def test_a_web_page_instead_of_an_api_is_told_with_the_address_in_mind(office: Office) -> None:
    copy = office.copy()
    copy.close()
    office.control.fail("htmlx*")

    ended = copy.command("accounts", "test", "acme")
    assert ended.returncode == 1
    assert "web page" in ended.stdout
    assert "address" in ended.stdout


@across(
    "wait",
    ["hole", "dribble=0.01", "slow=30", "429=60", "503", "429"],
    marks=lambda wait: row_of(wait.replace("0.01", "0.02")),
)
def test_every_wait_ends_within_a_second_of_a_cancel(office: Office, wait: str) -> None:
    reference = office.reference()
    patient = replace(FAST, read=30, whole_answer=60, tries=50, first_pause=20, longest_pause=60)
    copy = office.copy(patience=patient)
    office.control.fail(at(wait, office.people_path, "*"))
    cancel = Cancel()
    cancelled_at: list[float] = []

    def stop() -> None:
        cancelled_at.append(time.monotonic())
        cancel.set()

    timer = threading.Timer(0.6, stop)
    timer.start()
    report = copy.sync(cancel=cancel)
    assert time.monotonic() - cancelled_at[0] < 1
    timer.join()
    assert report.state == "CANCELLED"

    office.control.heal()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@TROUBLE
def test_the_wait_for_our_own_limit_is_told_and_ends_with_a_cancel(office: Office) -> None:
    copy = office.copy(requests_per_minute="3")
    cancel, waits = Cancel(), []
    watcher = Watcher(progress=lambda one: waits.append(one.waiting) if one.waiting else None)
    timer = threading.Timer(1.5, cancel.set)
    timer.start()

    started = time.monotonic()
    assert copy.sync(cancel=cancel, watcher=watcher).state == "CANCELLED"
    assert time.monotonic() - started < 3
    timer.join()
    assert waits
    assert waits == sorted(waits, reverse=True)


def test_no_account_is_asked_for_where_there_is_no_data(tmp_path) -> None:
    assert_told(run_command(tmp_path / "new", "sync"), 2, "no account", "accounts add")
