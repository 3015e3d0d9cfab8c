"""Several processes on one data folder: the window and the command, two commands, a reader of the file."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from tests.faults.copies import FAST, NAME, Copy, Office, assert_plain, assert_told
from tests.faults.systems import EVERY
from tests.faults.whole import ask, assert_sound

pytestmark = pytest.mark.fault(14, "several processes")


def wait_for(condition: Callable[[], object], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@EVERY
def test_a_second_sync_of_an_account_is_refused_with_a_sentence(office: Office) -> None:
    reference = office.reference()
    copy = office.copy()
    office.control.clear_requests()
    office.control.fail(f"slow=3@{office.people_path}x*")
    with copy.start("sync") as first:
        wait_for(lambda: len(office.control.requests()) > 2)

        assert_told(copy.command("sync"), 2, "being synced already", "Wait until")
        with pytest.raises(ConfigError, match="being synced already") as problem:
            copy.sync()
        assert_plain(problem.value.title, problem.value.hint)
        with pytest.raises(ConfigError, match="being synced already"):
            copy.desk.remove_account(NAME)

        assert first.poll() is None
        office.control.heal()
        assert first.wait(timeout=60) == 0
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)


def test_two_threads_do_not_sync_an_account_at_once(office: Office) -> None:
    copy = office.copy()
    office.control.fail(f"slow=0.5@{office.system.people}")
    cancel = Cancel()
    thread = threading.Thread(target=copy.sync, kwargs={"cancel": cancel})
    thread.start()
    wait_for(lambda: office.control.faults() == [])

    with pytest.raises(ConfigError, match="being synced already"):
        copy.sync()
    cancel.set()
    thread.join()
    assert copy.sync().state == "SUCCEEDED"


def test_a_sync_that_was_killed_leaves_no_lock_behind(office: Office) -> None:
    copy = office.copy()
    office.control.clear_requests()
    office.control.fail(f"hole@{office.system.people}")
    with copy.start("sync") as process:
        wait_for(lambda: len(office.control.requests()) > 1)
        process.kill()

    assert copy.sync().state == "SUCCEEDED"


def test_two_accounts_of_one_folder_are_synced_by_two_processes_at_once(office: Office) -> None:
    reference = office.reference()
    copy = office.copy()
    copy.desk.add_account(
        office.system.ats, "globex", {}, base_url=office.sandbox.base_url, settings=office.settings({})
    )
    office.environment |= {
        name.replace("ACME", "GLOBEX"): value for name, value in office.environment.items()
    }
    copy.close()

    with copy.start("sync", NAME) as one, copy.start("sync", "globex") as other:
        assert one.communicate(timeout=60)[1] == ""
        assert other.communicate(timeout=60)[1] == ""
        assert (one.returncode, other.returncode) == (0, 0)
    counted = "select account_id, count(*), min(pk), max(pk) from records group by 1"
    (acme, globex) = ask(copy.database, counted)
    assert acme[1] == globex[1]
    assert_sound(copy.database)
    copy.desk.remove_account("globex")
    copy.assert_whole(reference)


def test_whoever_reads_during_a_sync_sees_whole_pages(office: Office) -> None:
    """A foreign program holds the file open and reads in transactions of its own; nobody waits for anybody."""
    copy = office.copy(page_size="20")
    problems: list[str] = []
    stop = threading.Event()

    def read() -> None:
        uri = f"{copy.database.as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=0)) as db:
            while not stop.is_set():
                try:
                    db.execute("begin")
                    ((records,),) = db.execute(
                        "select count(*) from records where resource = ? and body not like '%\"deleted\":true%'",
                        (office.system.people,),
                    )
                    ((rows,),) = db.execute("select count(*) from applications")
                    ((steps,),) = db.execute("select count(distinct pk / 65536) from steps")
                    db.execute("commit")
                except sqlite3.Error as error:
                    problems.append(str(error))
                    return
                if records != rows or steps > rows:
                    problems.append(f"{records} records, {rows} applications, {steps} with steps")

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        with copy.start("sync") as process:
            assert process.communicate(timeout=60)[1] == ""
            assert process.returncode == 0
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    assert problems == []
    copy.assert_complete()


def test_another_program_that_keeps_the_file_locked_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("atsdesk.store.file.BUSY_SECONDS", 0.3)
    copy = office.reference()
    copy.close()
    with closing(sqlite3.connect(copy.database, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(ConfigError) as problem:
            copy.sync()
        assert_plain(problem.value.title, problem.value.hint)
        assert "busy" in problem.value.title
    assert copy.sync().state == "SUCCEEDED"


OPEN = """
import pathlib, sys
from atsdesk.desk import Desk
with Desk(pathlib.Path(sys.argv[1])) as desk:
    assert desk.accounts() == []
"""


def test_several_processes_may_open_a_new_folder_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    processes = [
        subprocess.Popen([sys.executable, "-c", OPEN, str(folder)], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in processes:
        assert process.communicate(timeout=60)[1] == ""
        assert process.returncode == 0
    assert_sound(folder / "atsdesk.db")


def test_the_window_sees_what_the_command_brings(office: Office) -> None:
    copy = office.copy()
    with Desk(copy.folder, patience=FAST) as window:
        assert copy.command("sync").returncode == 0
        (status,) = window.reading.status()
        assert status.rows["applications"] == len(office.control.truth()["candidates"])
        assert window.reading.runs()[0].state == "SUCCEEDED"


def test_a_polite_kill_ends_a_sync_as_a_cancel(office: Office) -> None:
    reference = office.reference()
    copy: Copy = office.copy()
    office.control.clear_requests()
    office.control.fail(f"hole@{office.system.people}%5")
    with copy.start("sync") as process:
        wait_for(lambda: len(office.control.requests()) > 5)
        process.terminate()
        _, told = process.communicate(timeout=10)
        assert process.returncode == 130
    assert "cancelled" in told
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)
