"""A damaged data file: said, kept aside, and replaced with all that persons made as far as it can be read."""

import contextlib
import os
import random
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from atsdesk import care
from atsdesk.care import ClosedFolder
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, DamagedError, DeskError
from atsdesk.place import network_of, parsed, risk, synced_by
from atsdesk.repair import repair
from atsdesk.store import backups, replacing
from atsdesk.store.engine import sqlite3
from atsdesk.store.file import FILE_NAME
from atsdesk.store.rescue import MADE_HERE
from atsdesk.store.tables import Column, Kind, Table
from tests.faults.copies import run_command
from tests.faults.damage import ask, fill, people, said, scribbled_in_the_middle
from tests.unit.filled import filled

PAGE = 16384
ROWS = 40
pytestmark = pytest.mark.fault(20)


def value(table: Table, column: Column, number: int) -> object:
    if column.name == "ats":
        return "comeet"
    if column.name == "account_id":
        return "acme"
    if column.name == "state":
        return "sent"
    if column.name == "submission_pk":
        return number
    if column.kind in (Kind.INTEGER, Kind.BOOL):
        return number if column.name in table.key else 1
    if column.kind in (Kind.HASH, Kind.BYTES):
        return bytes([number]) * (3000 if column.kind is Kind.BYTES else 16)
    if column.kind is Kind.DECIMAL:
        return 0.5
    if column.kind is Kind.TIME:
        return "2026-01-01T00:00:00Z"
    if column.kind is Kind.JSON:
        return "{}"
    return f"{column.name} {number}"


def made_here(path: Path) -> dict[str, set[tuple[Any, ...]]]:
    found = {table.name: set(ask(path, f"select * from {table.name}")) for table in MADE_HERE}
    for name, rows in found.items():
        if name == "accounts":
            found[name] = {row for row in rows if row[0] != "acme"}
    return found


@pytest.fixture
def lived(data_dir: Path) -> Path:
    """A folder with people, and rows in every table that persons fill."""
    with filled(data_dir) as file:
        fill(file, *range(200))

        def work(connection: Any) -> None:
            for table in MADE_HERE:
                for number in range(1, ROWS + 1):
                    row = [value(table, column, number) for column in table.columns]
                    connection.execute(f"insert into {table.name} values ({','.join('?' * len(row))})", row)

        file.store.write(work)
    return data_dir / FILE_NAME


def scribble_over(path: Path, *tables: str) -> None:
    """Damage the first page of these tables."""
    for name in tables:
        (root,) = ask(path, "select rootpage from sqlite_schema where name = ?", name)[0]
        with path.open("r+b") as file:
            file.seek((root - 1) * PAGE)
            file.write(random.Random(root).randbytes(PAGE))


def a_leaf_of(path: Path, table: str) -> None:
    """Damage one page in the middle of a table."""
    (root,) = ask(path, "select rootpage from sqlite_schema where name = ?", table)[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * PAGE)
        page = file.read(PAGE)
        assert page[0] == 5, "the table is too small for this"
        cells = int.from_bytes(page[3:5], "big")
        place = int.from_bytes(page[12 + 2 * (cells // 2) :][:2], "big")
        leaf = int.from_bytes(page[place : place + 4], "big")
        file.seek((leaf - 1) * PAGE)
        file.write(b"\xff" * PAGE)


def test_all_that_persons_made_is_saved_from_a_file_with_damage_elsewhere(lived: Path) -> None:
    before = made_here(lived)
    assert all(len(rows) == ROWS for rows in before.values())
    scribble_over(lived, "records", "candidates")
    damaged = lived.read_bytes()
    done = ClosedFolder(lived.parent).start_anew()

    assert made_here(lived) == before
    assert done.rescued is not None
    assert done.rescued.partly == []
    assert done.kept.parent == lived.parent / replacing.QUARANTINE
    assert done.kept.read_bytes() == damaged
    assert backups.examine(lived) == ""
    if os.name != "nt":
        assert stat.S_IMODE(done.kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(done.kept.parent.stat().st_mode) == 0o700
    with Desk(lived.parent, environ={}) as desk:
        assert "acme" in [account.id for account in desk.accounts()]
        assert people(lived) == set()


def test_rows_around_a_page_that_cannot_be_read_are_saved(lived: Path) -> None:
    before = made_here(lived)
    a_leaf_of(lived, "submission_files")
    done = ClosedFolder(lived.parent).start_anew()
    after = made_here(lived)
    assert done.rescued is not None
    assert done.rescued.partly == ["submission_files"]
    assert ROWS // 2 < len(after["submission_files"]) < ROWS
    assert after["submission_files"] < before["submission_files"]
    for name in after.keys() - {"submission_files"}:
        assert after[name] == before[name], name


def test_what_may_have_been_sent_is_looked_for_where_the_outbox_was_damaged(lived: Path) -> None:
    with contextlib.closing(sqlite3.connect(lived)) as connection, connection:
        connection.execute("update submissions set state = 'queued'")
        connection.execute("update submission_steps set state = 'queued'")
        connection.execute("delete from submission_steps where pk = 1")
    scribble_over(lived, "submission_files")
    ClosedFolder(lived.parent).start_anew()
    states = dict(ask(lived, "select pk, state from submissions"))
    assert states.pop(1) == "failed"  # it has no steps
    assert set(states.values()) == {"unknown"}


def test_a_copy_is_restored_over_a_damaged_file_with_what_was_made_since(lived: Path) -> None:
    copy = backups.make(lived, "daily")
    with contextlib.closing(sqlite3.connect(lived)) as connection, connection:
        connection.execute("delete from candidates where id <> 'P.C.1'")
        connection.execute("insert into views (id, tab, name) values (999, 'jobs', 'since')")
    before = made_here(lived)
    scribble_over(lived, "records")
    said(run_command(lived.parent, "restore", "--yes"), 0, "Restored", str(copy.path), "quarantine")
    assert made_here(lived) == before
    assert people(lived) == people(copy.path)


def zero(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // PAGE * PAGE)


def text(path: Path) -> None:
    path.write_text("Dear diary, this is no database. " * 1000)


def first_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(random.Random(1).randbytes(4096))


def without_a_table(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("drop table stages")


@pytest.mark.parametrize(
    "spoil",
    [zero, cut, text, first_page, without_a_table, scribbled_in_the_middle],
    ids=lambda one: one.__name__,
)
def test_the_command_names_the_way_out_and_the_way_out_works(
    lived: Path, spoil: Callable[[Path], None]
) -> None:
    (lived.parent / "sync-acme.lock").touch()
    before = made_here(lived)
    spoil(lived)
    damaged = lived.read_bytes()
    folder = lived.parent
    if spoil is not scribbled_in_the_middle:
        with pytest.raises(DamagedError, match=r"atsdesk restore.*atsdesk doctor --repair"):
            Desk(folder, environ={})
        assert lived.read_bytes() == damaged
    with pytest.raises(ConfigError, match="no safety copy"):
        care.find(folder, "")
    told = list(repair(folder))
    assert [one.subject for one in told if not one.good] == ["Data file"]
    assert any("kept for 14 days" in one.sentence for one in told)
    (kept,) = (folder / replacing.QUARANTINE).glob("*.db")
    if spoil is not scribbled_in_the_middle:  # that one was opened, and its indexes were made anew
        assert kept.read_bytes() == damaged
    assert backups.examine(lived) == ""
    if spoil in (without_a_table, scribbled_in_the_middle):
        assert made_here(lived) == before
    with Desk(folder, environ={}) as desk:
        assert isinstance(desk.accounts(), list)


def newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 999")


def foreign(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("create table recipes (name text)")


@pytest.mark.parametrize("spoil", [newer, foreign], ids=lambda one: one.__name__)
def test_a_newer_or_foreign_file_is_not_repaired(lived: Path, spoil: Callable[[Path], None]) -> None:
    spoil(lived)
    before = lived.read_bytes()
    told = list(repair(lived.parent))
    assert any(not one.good and "not touched" in one.sentence for one in told)
    assert lived.read_bytes() == before
    assert not (lived.parent / replacing.QUARANTINE).exists()


def test_repair_says_in_a_line_what_it_did_with_each_thing(lived: Path) -> None:
    folder = lived.parent
    with contextlib.closing(sqlite3.connect(lived)) as connection, connection:
        connection.execute("delete from candidates_search")
    copy, bad = backups.make(lived, "daily"), backups.make(lived, "by-hand")
    zero(bad.path)
    (folder / "sync-gone.lock").touch(0o644)
    (folder / "atsdesk.db.making").touch()
    old = replacing.quarantine(lived)
    os.utime(old, (time.time() - 15 * 86400,) * 2)
    lived.chmod(0o644)
    told = run_command(folder, "doctor", "--repair")
    said(told, 0, "Permissions", "Data file: whole", "Search", "Views", "Locks", "Unfinished files: 1 file")
    said(told, 0, "1 verified, 1 set aside", "Quarantine: 1 file older")
    assert [one.path for one in backups.backups(folder)] == [copy.path]
    assert not old.exists()
    assert not (folder / "sync-gone.lock").exists()
    assert not (folder / "atsdesk.db.making").exists()
    with Desk(folder, environ={}) as desk:
        found = desk._store
        with found.read() as reader:
            match = reader.execute(
                "select count(*) from candidates_search where candidates_search match 'ada'"
            )
            assert match.fetchone() == (200,)
    if os.name != "nt":
        assert stat.S_IMODE(lived.stat().st_mode) == 0o600


def test_an_index_that_lost_rows_is_made_anew_and_nothing_else_changes(lived: Path) -> None:
    with contextlib.closing(sqlite3.connect(lived)) as connection, connection:
        connection.execute("create index steps_88 on steps (id)")
        (root,) = connection.execute("select rootpage from sqlite_schema where name = 'steps_88'").fetchone()
    with lived.open("r+b") as file:  # an empty leaf of an index
        file.seek((root - 1) * PAGE)
        file.write(b"\x0a\x00\x00\x00\x00" + PAGE.to_bytes(2, "big") + b"\x00")
    before, everybody = made_here(lived), people(lived)
    with Desk(lived.parent, environ={}) as desk:
        assert "damaged" in desk.care.check()
    assert all(one.good for one in repair(lived.parent))
    assert (made_here(lived), people(lived)) == (before, everybody)


def test_damage_while_the_program_runs_is_replaced_under_it(lived: Path) -> None:
    before = made_here(lived)
    with Desk(lived.parent, environ={}) as desk:
        desk._store.settle()
        scribble_over(lived, "records", "candidates")
        with pytest.raises(DamagedError):
            desk.care.daily()
        desk.care.start_anew()
        assert desk.care.check() == ""
        assert [account.id for account in desk.accounts()].count("acme") == 1
    assert made_here(lived) == before


# Where it lies


def test_a_network_drive_is_told_by_the_mount_that_holds_the_folder() -> None:
    mounted = [("/", "ext4"), ("/home", "nfs4"), ("/home/ada/local", "xfs"), ("/net", "fuse.sshfs")]
    assert network_of(Path("/home/ada"), mounted) == "NFS"
    assert network_of(Path("/home/ada/local/data"), mounted) == ""
    assert network_of(Path("/homely"), mounted) == ""
    assert network_of(Path("/net/x"), mounted) == "SSH"
    listed = "/dev/disk1s1 on / (apfs, local, journaled)\n//a@nas/team on /Volumes/My Team (smbfs, nodev)\n"
    assert network_of(Path("/Volumes/My Team/ats"), parsed(listed)) == "SMB"
    assert network_of(Path("/Users/ada"), parsed(listed)) == ""


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("OneDrive - Example Inc/ats", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/ats", "iCloud Drive"),
        ("Documents/ats", ""),
    ],
)
def test_a_folder_that_a_service_copies_is_told_by_its_name(place: str, service: str) -> None:
    assert synced_by(Path("/home/ada") / place) == service


@pytest.mark.fault(22)
def test_the_doctor_warns_of_a_folder_that_is_copied_elsewhere(tmp_path: Path) -> None:
    assert risk(tmp_path) == ""
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    folder = tmp_path / "shared" / "data"
    assert "Syncthing" in risk(folder)
    said(run_command(folder, "doctor"), 1, "Syncthing", "--data-dir")
    with Desk(folder, environ={}) as desk, contextlib.suppress(DeskError):
        assert desk.accounts() == []
