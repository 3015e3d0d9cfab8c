"""The export in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Bug, Cancelled, ConfigError, TransientError
from atsdesk.export import child
from atsdesk.export.child import ExportProcess, export_in_child
from atsdesk.export.write import Progress, Report
from tests.export.data import Data, assert_sound
from tests.export.test_place import BEFORE, assert_untouched, many

POSIX = pytest.mark.skipif(os.name == "nt", reason="the signals of POSIX are needed")
SMALL, LARGE = 2_000, 60_000


def wait_for(export: ExportProcess, wanted: type[Progress] | type[Report] = Progress) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if isinstance(export.poll(0.1), wanted):
            return
    pytest.fail("no news from the export")


def test_a_child_writes_the_same_workbook_and_tells_how_far_it_is(data: Data, target: Path) -> None:
    many(data, SMALL)
    news: list[Progress] = []
    report = export_in_child(data.path, target, progress=news.append, cancel=Cancel(), version="1.2.3")
    assert_sound(target)
    assert report.rows["candidates"] == SMALL + 1
    assert report.path == target
    assert news
    assert all(told.total >= SMALL for told in news)
    assert data.export(target).hash == report.hash


def test_the_childs_errors_are_the_parents(data: Data, target: Path) -> None:
    with pytest.raises(ConfigError, match="is not a name for a workbook") as refused:
        export_in_child(data.path, target.with_suffix(".csv"), progress=print, cancel=Cancel())
    assert refused.value.hint
    assert refused.value.concerns.endswith(".csv")


def test_a_cancelled_child_stops_by_itself(data: Data, target: Path) -> None:
    many(data, LARGE)
    target.write_bytes(BEFORE)
    with ExportProcess(data.path, target) as export:
        wait_for(export)
        export.cancel()
        with pytest.raises(Cancelled):
            wait_for(export, Report)
        assert export._process.exitcode == 0
    assert_untouched(target)


@POSIX
def test_a_child_that_does_not_hear_is_ended(
    data: Data, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(data, LARGE)
    target.write_bytes(BEFORE)
    monkeypatch.setattr(child, "CANCEL_SECONDS", 0.3)
    with ExportProcess(data.path, target) as export:
        wait_for(export)
        assert export._process.pid
        os.kill(export._process.pid, signal.SIGSTOP)
        export.cancel()
        with pytest.raises(Cancelled):
            wait_for(export, Report)
    assert_untouched(target)


def test_a_killed_child_leaves_the_file_from_before(data: Data, target: Path) -> None:
    many(data, LARGE)
    target.write_bytes(BEFORE)
    with ExportProcess(data.path, target) as export:
        wait_for(export)
        assert [path for path in target.parent.iterdir() if path.suffix == ".tmp"]
        export._process.kill()
        with pytest.raises(TransientError, match="ended from outside"):
            wait_for(export, Report)
    assert_untouched(target)


@POSIX
def test_a_child_ends_with_its_parent(data: Data, target: Path) -> None:
    many(data, LARGE)
    target.write_bytes(BEFORE)
    script = f"""
import os, signal
from pathlib import Path
from atsdesk.export.child import ExportProcess
if __name__ == "__main__":
    export = ExportProcess(Path({str(data.path)!r}), Path({str(target)!r}))
    while export.poll(0.1) is None:
        pass
    print(export._process.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    started = target.with_name("parent.py")
    started.write_text(script)
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    ended = subprocess.run(
        [sys.executable, started], capture_output=True, text=True, check=False, env=environment
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    deadline = time.monotonic() + 10
    while Path(f"/proc/{ended.stdout.strip()}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert_untouched(target)


@pytest.mark.expects_log
def test_a_bug_in_the_child_is_logged_whole_and_told_calmly(
    data: Data, target: Path, caplog: pytest.LogCaptureFixture
) -> None:
    data._store.write(lambda connection: connection.execute("drop table steps"))
    with pytest.raises(Bug) as told:
        export_in_child(data.path, target, progress=print, cancel=Cancel())
    assert "steps" in told.value.title
    assert not target.exists()


def test_importing_the_export_is_cheap() -> None:
    heavy = ("openpyxl", "isal", "sqlite_utils")
    script = f"import sys, atsdesk.export.child; print([name for name in {heavy} if name in sys.modules])"
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert ended.stdout.strip() == "[]"
