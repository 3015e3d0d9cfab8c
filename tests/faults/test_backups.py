"""Safety copies: made, verified, thinned, put back; the old file or the new one, never anything between."""

import contextlib
import datetime as dt
import json
import os
import random
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from atsdesk.care import ClosedFolder, find
from atsdesk.desk import Desk
from atsdesk.errors import BusyError, ConfigError, DamagedError
from atsdesk.store import backups, replacing, restoring
from atsdesk.store.engine import sqlite3
from atsdesk.store.file import FILE_NAME, Store
from atsdesk.store.tables import TABLES
from tests.faults.copies import run_command
from tests.faults.damage import ask, fill, people, said, scribbled_in_the_middle
from tests.unit.filled import Filled, filled

KILLS = int(os.environ.get("KILLS", "4"))
pytestmark = pytest.mark.fault(20)


def put(store: Store, sql: str, *values: object) -> None:
    store.write(lambda connection: connection.execute(sql, values))


@pytest.fixture
def copied(data_dir: Path) -> Iterator[Filled]:
    """An open folder with thirty people and a copy, and ten people since."""
    with filled(data_dir) as file:
        fill(file, *range(30))
        backups.make(file.store.path, "daily")
        fill(file, *range(30, 40))
        yield file


def test_a_copy_is_whole_private_one_file_and_made_while_others_write(data_dir: Path) -> None:
    with filled(data_dir) as file:
        fill(file, 1, 2, 3)
        with file.store.read() as reading:
            reading.execute("begin")
            reading.execute("select * from candidates").fetchone()
            made = backups.make(file.store.path, "by-hand")
        assert backups.examine(made.path) == ""
        assert people(made.path) == people(file.store.path)
        assert {one.name for one in made.path.parent.iterdir()} == {made.path.name}
        assert ask(made.path, "pragma journal_mode") == [("delete",)]
        if os.name != "nt":
            assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert [one.path for one in backups.backups(data_dir)] == [made.path]


def zero(path: Path) -> None:
    path.write_bytes(b"")


def scribbled(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(16384 * 3)
        file.write(random.Random(1).randbytes(16384 * 4))


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def foreign(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("create table recipes (name text)")


def newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 999")


def without_a_table(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("drop table applications")


@pytest.mark.parametrize(
    "spoil", [zero, scribbled, cut, foreign, newer, without_a_table], ids=lambda one: one.__name__
)
def test_a_copy_that_is_not_whole_is_not_restored(copied: Filled, spoil: Callable[[Path], None]) -> None:
    path = copied.store.path
    (copy,) = backups.backups(path.parent)
    copied.store.close()
    spoil(copy.path)
    before = path.read_bytes()
    with pytest.raises(ConfigError, match="cannot be restored"):
        restoring.restore(path, copy.path)
    assert path.read_bytes() == before
    copied.store = Store(path.parent)


def test_a_copy_comes_back_with_what_must_not_go_back(copied: Filled) -> None:
    """People forgotten since stay forgotten, what was sent since stays sent, an account added since stays."""
    store, path = copied.store, copied.store.path
    copied.account("later")
    put(store, "insert into forgotten (account_id, mark, person, salt) values ('acme', x'01', x'01', x'02')")
    put(store, "insert into submissions (pk, account_id, key, state) values (7, 'acme', 'k', 'sent')")
    put(store, "insert into views (id, tab, name) values (1, 'jobs', 'since')")
    (copy,) = backups.backups(path.parent)
    done = store.while_closed(lambda: restoring.restore(path, copy.path))

    assert people(path) == people(copy.path)
    assert len(people(path)) == 30
    assert ask(path, "select state from submissions") == [("sent",)]
    assert ask(path, "select count(*) from forgotten") == [(1,)]
    assert ask(path, "select id from accounts order by id") == [("acme",), ("later",)]
    assert ask(path, "select count(*) from views") == [(0,)]
    assert len(people(done.kept)) == 40
    assert backups.examine(done.kept) == ""
    assert len(copied.select("select id from candidates")) == 30  # the open file goes on
    fill(copied, 50)
    assert len(people(path)) == 31


def test_nothing_is_restored_while_another_process_has_the_folder_open(copied: Filled) -> None:
    path = copied.store.path
    copied.store.close()
    before = people(path)
    hold = "import sys; from pathlib import Path; from atsdesk.store.file import Store; "
    hold += "store = Store(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(path.parent)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        assert replacing.in_use(path)
        told = run_command(path.parent, "restore", "--yes")
        other.communicate()
    said(told, 2, "has the data folder open", "Close the window")
    assert people(path) == before
    said(run_command(path.parent, "restore", "--yes"), 0, "Restored", "Kept")
    assert len(people(path)) == 30
    copied.store = Store(path.parent)


def test_a_restore_waits_for_readers_and_no_longer(copied: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("atsdesk.store.file.PATIENCE_SECONDS", 0.01)
    with copied.store.read() as reading, pytest.raises(BusyError):
        copied.store.while_closed(lambda: pytest.fail("somebody was reading"))
    assert reading.execute("select 1").fetchone() == (1,)
    assert copied.store.while_closed(lambda: 5) == 5


def test_a_kill_while_restoring_leaves_the_old_file_or_the_new_one(copied: Filled) -> None:
    path = copied.store.path
    put(copied.store, "insert into views (id, tab, name) values (1, 'jobs', 'mine')")
    copied.store.close()
    (copy,) = backups.backups(path.parent)
    old, new = people(path), people(copy.path)
    rng = random.Random(8)
    seen = set()
    for number in range(KILLS):
        (path.parent / "killed").unlink(missing_ok=True)
        run = [
            sys.executable,
            "-c",
            KILLED,
            str(path),
            str(copy.path),
            str((7, 0)[number] if number < 2 else rng.randrange(8)),
        ]
        assert subprocess.run(run, check=False, capture_output=True).returncode in {-9, 1, 0}
        store = Store(path.parent)
        try:
            found = people(path)
            assert found in (old, new)
            seen.add(len(found))
            assert store.check() == ""
        finally:
            store.close()
        with contextlib.closing(sqlite3.connect(path)) as connection:
            assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        if found == new:  # back to the beginning
            kept = next(one for one in backups.backups(path.parent) if people(one.path) == old)
            restoring.restore(path, kept.path)
    assert seen == {30, 40}
    copied.store = Store(path.parent)


KILLED = """
import os, signal, sys
from pathlib import Path
from atsdesk.store import restoring
left = int(sys.argv[3])
def count(name):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
def audit(event, arguments):
    if event in ("os.rename", "os.remove", "shutil.copyfile") and "atsdesk" in str(arguments[0]):
        count(event)
sys.addaudithook(audit)
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""
"""Kills itself before the n-th file that it moves, removes or copies."""


def test_a_copy_with_somebody_forgotten_goes_also_where_they_were_only_on_their_way(copied: Filled) -> None:
    """Before a sync met the candidate, a copy holds a draft or a submission of them at most."""
    folder = copied.store.path.parent
    for old in backups.backups(folder):
        old.path.unlink()
    told = (
        "insert into submissions (account_id, key, state, name, email) values ('acme', ?, 'sent', 'Ada', ?)"
    )
    put(copied.store, told, "k", "c.77@example.com")
    early = backups.make(copied.store.path, "daily")
    put(copied.store, "delete from submissions")
    without = backups.make(copied.store.path, "by-hand")
    put(copied.store, told, "k", "c.77@example.com")
    fill(copied, 77)
    copied.store.close()
    with Desk(folder, environ={}) as desk:
        done = desk.forget("acme", "P.C.77")
        assert list(done.backups) == [str(early.path)]
        assert [one.path for one in desk.care.backups()] == [without.path]
        desk.care.restore(without.path)
        with pytest.raises(ConfigError, match="has no candidate"):
            desk.preview_forget("acme", "P.C.77")
    copied.store = Store(folder)


# The copy of the day


def test_a_copy_is_made_when_a_day_has_passed_and_old_ones_go(data_dir: Path) -> None:
    with filled(data_dir) as file:
        fill(file, 1)
    with Desk(data_dir, environ={}) as desk:
        made = desk.care.daily()
        assert made is not None
        assert made.why == "daily"
        assert desk.care.daily() is None
        aged(made.path, 1)
        for days in (3, 3, 40, 41, 42, 800, 900):
            aged(desk.care.back_up().path, days)
        again = desk.care.daily()
        assert again is not None
        ages = [(again.made_at - one.made_at).days for one in desk.care.backups()]
        assert ages[:3] == [0, 1, 3]
        assert len(ages) == 8  # of the two of one day the last one stays


def aged(path: Path, days: int) -> None:
    when = dt.datetime.now(dt.UTC) - dt.timedelta(days=days, seconds=len(list(path.parent.iterdir())))
    path.rename(path.with_name(f"atsdesk-{when:%Y%m%dT%H%M%SZ}-daily.db"))


def test_a_new_folder_needs_no_copy_and_a_damaged_one_gets_none(data_dir: Path) -> None:
    with Desk(data_dir, environ={}) as desk:
        assert desk.care.daily() is None
    with filled(data_dir) as file:
        fill(file, *range(200))
    with Desk(data_dir, environ={}) as desk:
        scribbled_in_the_middle(desk.database)
        with pytest.raises(DamagedError):
            desk.care.daily()
        assert desk.care.backups() == []
        assert list((data_dir / "backups").iterdir()) == []


def test_the_command_makes_lists_and_restores(copied: Filled, tmp_path: Path) -> None:
    folder, place = copied.store.path.parent, tmp_path / "elsewhere.db"
    backups.make(copied.store.path, "by-hand")
    copied.store.close()
    said(run_command(folder, "backup", str(place)), 0, "Made and verified", str(place))
    assert backups.examine(place) == ""
    with Desk(folder, environ={}) as desk, pytest.raises(ConfigError, match="exists already"):
        desk.care.write_copy(place)
    found = json.loads(run_command(folder, "restore", "--list", "--json").stdout)
    listed = [(one["number"], one["why"], one["trouble"]) for one in found]
    assert listed == [(1, "by-hand", ""), (2, "daily", "")]
    said(run_command(folder, "restore", "2"), 2, "nobody to ask")
    with pytest.raises(ConfigError, match='no safety copy "99"'):
        find(folder, "99")
    said(run_command(folder, "restore", "2", "--yes"), 0, "Restored", "Sync")
    assert len(people(folder / FILE_NAME)) == 30
    ClosedFolder(folder).restore(find(folder, str(place)))
    assert len(people(folder / FILE_NAME)) == 40
    assert set(TABLES) <= {name for (name,) in ask(folder / FILE_NAME, "select name from sqlite_schema")}
    copied.store = Store(folder)
