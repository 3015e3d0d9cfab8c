"""No room, and nothing that may be written: the old file stays whole, it is told, and it goes on when there is room."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from atsdesk.errors import DeskError
from atsdesk.store.engine import sqlite3
from atsdesk.store.tables import SCHEMA_VERSION
from tests.faults.copies import NAME, Copy, Office, assert_plain, assert_told
from tests.faults.submitting import SENDS
from tests.faults.systems import EVERY
from tests.faults.whole import ask, assert_same, assert_sound, dump

FULL = pytest.mark.fault(19, "disk full")
READ_ONLY = pytest.mark.fault(19, "read-only")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB of the test's own."""
    place = tmp_path / "disk"
    place.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("only root can make a disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", place], check=False)
    if made.returncode:
        pytest.skip("no disk can be made here")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def on(disk: Path, copy: Copy) -> Copy:
    """A copy of the folder on the disk."""
    copy.close()
    shutil.copytree(copy.folder, disk / "data")
    return copy.office.keep(Copy(copy.office, disk / "data"))


def fill(disk: Path, but: int = 0) -> Path:
    """Something else takes all the room but so many bytes."""
    other = disk / "other"
    left = shutil.disk_usage(disk).free - but
    with suppress(OSError), other.open("wb", buffering=0) as file:
        while left > 0:
            left -= file.write(bytes(min(65536, left)))
    return other


@FULL
@READ_ONLY
@EVERY
def test_a_sync_without_room_or_right_keeps_what_there_was_and_goes_on_later(
    moving: Office, disk: Path
) -> None:
    reference = moving.reference()
    copy = on(disk, reference)
    before = copy.dump()
    moving.advance()
    reference.sync(full=True)

    copy.close()
    other = fill(disk, but=120_000)  # enough to open it, not for what comes
    refused_sync(copy)
    other.unlink()
    assert_same_but_for_pages(copy, before)

    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        with pytest.raises(DeskError) as refused:
            copy.sync()
        assert_plain(refused.value.title, refused.value.hint)
    finally:
        copy.close()
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)

    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference)


def refused_sync(copy: Copy) -> None:
    """It fails, by its report or at once, and says that the disk is full."""
    try:
        report = copy.sync()
    except DeskError as error:
        told, hint = error.title, error.hint
    else:
        assert report.state in ("FAILED", "PARTIALLY_FAILED")
        told = hint = report.message
    copy.close()
    assert "disk is full" in told or "no room" in told.lower(), told
    assert_plain(told, hint)


def assert_same_but_for_pages(copy: Copy, before: object) -> None:
    """What was there is there, whole; pages that had room may have come in."""
    assert_sound(copy.database)
    assert len(ask(copy.database, "select 1 from records")) >= sum(before["records"].values())  # type: ignore[index]


@FULL
def test_an_export_and_a_submission_without_room_are_told(office: Office, disk: Path) -> None:
    copy = on(disk, office.reference())
    before = copy.dump()
    copy.close()
    target = disk / "people.xlsx"
    target.write_bytes(b"the file from before")
    other = fill(disk, but=100_000)
    assert_told(copy.command("export", str(target)), 2, "room")
    assert target.read_bytes() == b"the file from before"
    other.unlink()
    assert copy.command("export", str(target)).returncode == 0

    sends = SENDS[office.system.ats]
    ((job,), *_) = ask(copy.database, "select id from jobs where status = 'open' and deleted_at is null")
    copy.desk.jobs.expose([(NAME, job)])
    other = fill(disk)
    with pytest.raises(DeskError) as refused:
        copy.desk.outbox.put(NAME, sends.draft(job, "full@example.com"), sends.files)
    assert_plain(refused.value.title, refused.value.hint)
    other.unlink()
    assert copy.desk.outbox.put(NAME, sends.draft(job, "full@example.com"), sends.files).state == "queued"
    copy.close()
    assert_same(dump(copy.database), before)
    assert_sound(copy.database)


@FULL
def test_a_migration_without_room_leaves_the_old_file(office: Office, disk: Path) -> None:
    copy = on(disk, office.reference())
    copy.close()
    with sqlite3.connect(copy.database) as db:
        db.execute("drop table candidates_search")
        db.execute(f"pragma user_version = {SCHEMA_VERSION - 1}")
    db.close()
    before = dump(copy.database)
    other = fill(disk, but=200_000)
    with pytest.raises(DeskError) as refused:
        copy.desk.accounts()
    assert_plain(refused.value.title, refused.value.hint)
    assert ask(copy.database, "pragma user_version") == [(SCHEMA_VERSION - 1,)]
    assert_same(dump(copy.database), before)
    other.unlink()
    assert copy.desk.accounts()
    assert_same(copy.dump(), before)
    assert_sound(copy.database)
