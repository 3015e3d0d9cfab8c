"""An older file is brought up to date after a verified copy of it was made; one that cannot be stays as it was."""

import contextlib
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from atsdesk.errors import ConfigError
from atsdesk.store import file as file_module
from atsdesk.store import migrations as migrations_module
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


def test_where_no_copy_can_be_made_nothing_is_changed(old: Path, next_version: Callable[..., None]) -> None:
    (old.parent / "backups").write_text("A file where the folder should be.")
    before = content(old)
    next_version(add_column)
    with pytest.raises((ConfigError, OSError)):
        Store(old.parent)
    assert content(old) == before
