"""An older file is brought up to date after a verified copy of it was made; one that cannot be stays as it was."""

import contextlib
import hashlib
import os
import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from atsdesk.errors import ConfigError
from atsdesk.store import file as file_module
from atsdesk.store import migrations as migrations_module
from atsdesk.store import schema
from atsdesk.store.engine import sqlite3
from atsdesk.store.file import FILE_NAME, Store
from atsdesk.store.tables import SCHEMA_VERSION, SYNCED
from tests.unit.filled import candidate, filled

NEXT = SCHEMA_VERSION + 1
Step = Callable[[Database], None]


@pytest.fixture
def old(data_dir: Path) -> Path:
    """A file of the present version with some people in it, as the next version will find it."""
    with filled(data_dir) as file:
        file.candidates(*(candidate(f"C.{number}", "Ada", f"Example {number}") for number in range(30)))
    return data_dir / FILE_NAME


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the program one version newer, with these steps besides the present ones."""

    def make(*steps: Step) -> None:
        newer = Migrations("atsdesk")
        for one in migrations_module.migrations._migrations:
            newer(name=one.name)(one.fn)
        for number, step in enumerate(steps, NEXT):
            newer(name=str(number))(step)
        monkeypatch.setattr(migrations_module, "migrations", newer)
        for module in (migrations_module, file_module):
            monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + len(steps))

    return make


def add_column(db: Database) -> None:
    db.conn.execute("alter table candidates add column shoe_size integer")
    db.conn.execute("update candidates set shoe_size = 42")


def add_wrong_column(db: Database) -> None:
    db.conn.execute("delete from candidates")
    db.conn.execute("alter table nowhere add column shoe_size integer")


def stumble(db: Database) -> None:
    db.conn.execute("drop table steps")
    raise ValueError("a value nobody thought of")


def select(path: Path, statement: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(statement))


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    names = [*(table.name for table in SYNCED), "records", "accounts", "_sqlite_migrations", "sqlite_schema"]
    return {name: select(path, f"select * from {name}") for name in names}


def copies(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*"))


def test_an_older_file_is_copied_and_then_brought_up_to_date(
    old: Path, next_version: Callable[..., None]
) -> None:
    before = content(old)
    next_version(add_column)
    store = Store(old.parent)
    store.close()

    assert select(old, "pragma user_version") == [(NEXT,)]
    assert select(old, "select count(*), min(shoe_size), max(shoe_size) from candidates") == [(30, 42, 42)]
    (copy,) = copies(old)
    assert copy.name.endswith(f"-before-version-{NEXT}.db")
    assert content(copy) == before
    assert select(copy, "pragma user_version") == [(SCHEMA_VERSION,)]
    assert select(copy, "pragma integrity_check") == [("ok",)]
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_a_file_that_is_up_to_date_is_not_copied_again(old: Path, next_version: Callable[..., None]) -> None:
    next_version(add_column)
    for _ in range(2):
        Store(old.parent).close()
    assert len(copies(old)) == 1


def test_a_new_file_takes_all_steps_and_needs_no_copy(
    data_dir: Path, next_version: Callable[..., None]
) -> None:
    next_version(add_column)
    Store(data_dir).close()
    assert select(data_dir / FILE_NAME, "pragma user_version") == [(NEXT,)]
    assert copies(data_dir / FILE_NAME) == []


def test_the_copy_can_be_put_back(old: Path, next_version: Callable[..., None]) -> None:
    before = content(old)
    next_version(add_column)
    Store(old.parent).close()
    (copy,) = copies(old)
    copy.replace(old)
    assert content(old) == before
    Store(old.parent).close()
    assert select(old, "pragma user_version") == [(NEXT,)]


@pytest.mark.parametrize(
    "steps", [[add_wrong_column], [stumble], [add_column, stumble]], ids=["sql", "ours", "the second"]
)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    old: Path, next_version: Callable[..., None], steps: list[Step]
) -> None:
    before, bytes_before = content(old), old.read_bytes()
    next_version(*steps)
    with pytest.raises(ConfigError, match="could not be brought up to date") as caught:
        Store(old.parent)
    assert "It is as it was" in caught.value.hint
    assert "backups" in caught.value.hint
    assert "Traceback" not in str(caught.value)
    assert content(old) == before
    assert select(old, "pragma user_version") == [(SCHEMA_VERSION,)]
    assert old.read_bytes() == bytes_before
    (copy,) = copies(old)
    assert content(copy) == before


def test_a_kill_while_a_file_is_brought_up_to_date_leaves_the_old_or_the_new_one(old: Path) -> None:
    before = content(old)
    rng = random.Random(3)
    seen = set()
    for number in range(KILLS):
        run = [
            sys.executable,
            "-c",
            KILLED,
            str(old.parent),
            str((1000, 5)[number] if number < 2 else rng.randrange(46)),
        ]
        ended = subprocess.run(run, check=False, capture_output=True, text=True)
        assert ended.returncode in {-9, 0}, ended.stderr
        ((version,),) = select(old, "pragma user_version")
        seen.add(version)
        assert select(old, "pragma integrity_check") == [("ok",)]
        if version == SCHEMA_VERSION:
            assert content(old) == before
        else:
            assert select(old, "select count(*), min(shoe_size) from candidates") == [(30, 42)]
        for copy in old.parent.glob("backups/*.db"):  # each is whole, or not there
            assert content(copy) == before
            newest = copy
        if version != SCHEMA_VERSION:
            for left in old.parent.glob("atsdesk.db-*"):
                left.unlink()
            shutil.copyfile(newest, old)
    assert seen == {SCHEMA_VERSION, NEXT}


KILLS = int(os.environ.get("KILLS", "4"))
KILLED = """
import os, signal, sys
from pathlib import Path
from sqlite_utils import Migrations
from atsdesk.store import file, migrations, schema
from atsdesk.store.tables import SCHEMA_VERSION
left = int(sys.argv[2])
def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(lambda event, arguments: count() if event in ("os.rename", "os.remove") else None)
newer = Migrations("atsdesk")
for one in migrations.migrations._migrations:
    newer(name=one.name)(one.fn)
@newer(name="next")
def step(db):
    db.conn.execute("alter table candidates add column shoe_size integer")
    for (pk,) in db.conn.execute("select pk from candidates").fetchall():
        db.conn.execute("update candidates set shoe_size = 42 where pk = ?", (pk,))
migrations.migrations = newer
migrations.SCHEMA_VERSION = file.SCHEMA_VERSION = SCHEMA_VERSION + 1
careful = migrations.migrate
def counted(connection):
    connection.set_trace_callback(count)
    careful(connection)
    connection.set_trace_callback(None)
migrations.migrate = counted
file.Store(Path(sys.argv[1])).close()
"""
"""Brings the file up to the next version, and kills itself before the n-th statement or file that it moves."""


def test_where_no_copy_can_be_made_nothing_is_changed(old: Path, next_version: Callable[..., None]) -> None:
    (old.parent / "backups").write_text("A file where the folder should be.")
    before = content(old)
    next_version(add_column)
    with pytest.raises((ConfigError, OSError)):
        Store(old.parent)
    assert content(old) == before


def schema_of(path: Path) -> dict[str, object]:
    """Everything the file declares: tables with their columns in no order, indexes and search as written."""
    found: dict[str, object] = dict(select(path, "select name, sql from sqlite_schema where sql is not null"))
    for (name,) in select(
        path, "select name from sqlite_schema where type = 'table' and sql not like '%using%'"
    ):
        found[name] = {row[1:] for row in select(path, f"select * from pragma_table_info('{name}')")}
    return found


def test_what_a_newer_version_declares_is_added_to_an_older_file(old: Path, tmp_path: Path) -> None:
    Store(tmp_path / "new").close()
    with contextlib.closing(sqlite3.connect(old)) as connection:
        connection.executescript(f"""
            drop index steps_1;
            create index steps_1 on steps (id);
            create index candidates_99 on candidates (id);
            alter table run_resources drop column withheld;
            alter table candidates drop column country;
            drop table forgotten;
            drop table candidates_search;
            pragma user_version = {SCHEMA_VERSION - 1};
        """)
    assert schema_of(old) != schema_of(tmp_path / "new" / FILE_NAME)
    people = select(old, "select pk, id, first_name from candidates")
    with contextlib.closing(Store(old.parent)) as store, store.read() as connection:
        assert schema_of(old) == schema_of(tmp_path / "new" / FILE_NAME)
        found = connection.execute("select rowid from candidates_search where candidates_search match 'ada'")
        assert len(found.fetchall()) == len(people) == 30
    assert select(old, "select pk, id, first_name from candidates") == people
    assert len(copies(old)) == 1


def test_what_is_declared_is_the_schema_of_this_version() -> None:
    """Who changes a table's columns or indexes says so by a new version: otherwise older files do not get them."""
    declared = "\n".join(sorted(schema.statements()))
    assert (SCHEMA_VERSION, hashlib.sha256(declared.encode()).hexdigest()[:12]) == (2, "8fa29c3fb708"), (
        "raise SCHEMA_VERSION (unless this version was never released), and put the new hash here"
    )
