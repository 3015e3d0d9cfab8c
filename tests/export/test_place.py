"""The file from before stays whole until the new one takes its place in one step."""

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.export.place import explained
from atsdesk.export.write import Progress
from tests.export.data import Data, assert_sound, table

POSIX = pytest.mark.skipif(os.name == "nt", reason="a POSIX system is needed")
BEFORE = b"the workbook from before"


def many(data: Data, count: int = 3000) -> None:
    data.add("candidates", id="first", name="Noa")
    rows = [("acme", str(number), "Dana") for number in range(count)]
    data._store.write(
        lambda connection: connection.executemany(
            "insert into candidates (account_id, id, name) values (?, ?, ?)", rows
        )
    )


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == BEFORE
    assert not [path for path in target.parent.iterdir() if path.suffix == ".tmp"]


def test_a_cancelled_export_leaves_the_file_from_before(data: Data, target: Path) -> None:
    many(data)
    target.write_bytes(BEFORE)
    cancel = Cancel()
    with pytest.raises(Cancelled):
        data.export(target, cancel=cancel, progress=lambda _: cancel.set())
    assert_untouched(target)


def test_a_wish_to_stop_before_the_start_is_heard(data: Data, target: Path) -> None:
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        data.export(target, cancel=cancel)
    assert not list(target.parent.glob("*.xlsx"))


def test_a_long_query_hears_the_wish_to_stop(data: Data) -> None:
    from atsdesk.export.snapshot import snapshot

    cancel = Cancel()
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    stopper = threading.Timer(0.2, cancel.set)
    stopper.start()
    with pytest.raises(Cancelled), snapshot(data.path, cancel) as look:
        look.count(endless)
    stopper.join()


def test_a_failure_in_the_middle_leaves_the_file_from_before(data: Data, target: Path) -> None:
    many(data)
    target.write_bytes(BEFORE)

    def fail(progress: Progress) -> None:
        if progress.done > 1000:
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        data.export(target, progress=fail)
    assert_untouched(target)


@POSIX
@pytest.mark.fault(19, "disk full")
def test_a_full_disk_is_told_and_leaves_the_file_from_before(data: Data, target: Path) -> None:
    many(data)
    target.write_bytes(BEFORE)
    script = f"""
import resource, sys
from pathlib import Path
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.export.write import write_workbook
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    write_workbook(Path({str(data.path)!r}), Path({str(target)!r}), progress=lambda _: None, cancel=Cancel())
except ConfigError as error:
    sys.exit(str(error))
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=Path.cwd()
    )
    assert ended.returncode == 1
    assert "There is no room for ats-desk.xlsx" in ended.stderr
    assert "The file from before is as it was." in ended.stderr
    assert_untouched(target)


def test_a_file_that_excel_holds_is_told(data: Data, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.write_bytes(BEFORE)

    def refuse(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use", str(other))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ConfigError, match="open in another program") as refused:
        data.export(target)
    assert "Close it in Excel" in refused.value.hint
    monkeypatch.undo()
    assert_untouched(target)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("missing/x.xlsx", "does not exist"),
        ("data.xlsx", "is a folder"),
        ("report.csv", "not a name for a workbook"),
        ("file.txt/x.xlsx", "does not exist"),
        ("x" * 300 + ".xlsx", "is too long"),
    ],
)
@pytest.mark.fault(19, "read-only")
def test_places_where_nothing_can_be_written_are_told_first(
    data: Data, tmp_path: Path, name: str, title: str
) -> None:
    (tmp_path / "data.xlsx").mkdir()
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(ConfigError, match=title) as refused:
        data.export(tmp_path / name)
    assert refused.value.hint
    assert refused.value.concerns


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="a folder that nobody may write to is needed")
def test_a_folder_that_cannot_be_written_to_is_told(data: Data) -> None:
    with pytest.raises(ConfigError, match=r"could not be written|cannot be written") as refused:
        data.export(Path("/proc/ats-desk.xlsx"))
    assert "folder" in refused.value.hint


@pytest.mark.parametrize(
    "code", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EIO, errno.ENAMETOOLONG]
)
def test_every_refusal_of_the_system_has_words_and_a_hint(code: int, target: Path) -> None:
    told = explained(OSError(code, os.strerror(code)), target)
    assert told.title.endswith(".")
    assert told.hint.endswith("The file from before is as it was.")


def test_a_missing_or_foreign_data_file_is_told(tmp_path: Path, target: Path) -> None:
    from atsdesk.export.write import write_workbook

    (tmp_path / "notes.db").write_text("these are notes, and long enough to look like something" * 50)
    for name in ("none.db", "notes.db"):
        with pytest.raises(ConfigError):
            write_workbook(tmp_path / name, target, progress=lambda _: None, cancel=Cancel())
    assert not target.exists()


@POSIX
def test_a_new_file_is_private_and_one_that_was_shared_stays_shared(data: Data, target: Path) -> None:
    data.export(target)
    assert target.stat().st_mode & 0o777 == 0o600
    target.chmod(0o644)
    data.export(target)
    assert target.stat().st_mode & 0o777 == 0o644


@POSIX
def test_a_link_stays_a_link(data: Data, target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(target)
    data.export(link)
    assert link.is_symlink()
    assert_sound(target)


def test_what_an_export_killed_long_ago_left_behind_is_removed(data: Data, target: Path) -> None:
    old, new = (target.parent / f".atsdesk-{name}-0.tmp" for name in ("1", "2"))
    for left in (old, new):
        left.write_bytes(b"people")
    os.utime(old, (time.time() - 100_000,) * 2)
    data.export(target)
    assert not old.exists()
    assert new.exists()


def test_all_sheets_show_the_same_moment_while_a_sync_writes(data: Data, target: Path) -> None:
    many(data, 5000)
    done = threading.Event()

    def go_on(_: Progress) -> None:
        if not done.is_set():
            data.add("applications", id="late")
            data.add("candidates", id="late")
            done.set()

    report = data.export(target, progress=go_on)
    assert (report.rows["candidates"], report.rows["applications"]) == (5001, 0)
    assert len(table(target, "candidates")) == 5001
    assert data.export(target).rows["applications"] == 1
