"""The file is what the declarations say, is private, and a strange one is refused and left alone."""

import contextlib
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from atsdesk.errors import ConfigError
from atsdesk.store import backups
from atsdesk.store.engine import Connection, sqlite3
from atsdesk.store.file import FILE_NAME, OLDEST_SQLITE, Store, check_sqlite
from atsdesk.store.schema import SQL_TYPES
from atsdesk.store.tables import (
    APPLICATION_ID,
    DESK,
    SCHEMA_VERSION,
    SYNCED,
    TABLES,
    Grain,
    Kind,
    Privacy,
)
from tests.unit.filled import Filled, candidate, filled

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


def test_every_table_and_column_is_as_declared(file: Filled) -> None:
    for table in TABLES.values():
        found = {
            name: (kind, bool(primary))
            for name, kind, primary in file.select(
                f'select name, type, pk from pragma_table_info("{table.name}")'
            )
        }
        declared = {column.name: SQL_TYPES.get(column.kind, "TEXT") for column in table.columns}
        if table.grain is not Grain.DESK:
            assert found.pop("pk") == ("INTEGER", True), table.name
        assert {name: kind for name, (kind, _) in found.items()} == declared, table.name
        if table.grain is Grain.DESK:
            assert {name for name, (_, primary) in found.items() if primary} == set(table.key), table.name


def test_there_is_no_table_that_nobody_declared(file: Filled) -> None:
    names = {name for (name,) in file.select("select name from sqlite_schema where type = 'table'")}
    searched = {table.name for table in SYNCED if table.search}
    ours = {*TABLES, *(f"{name}_search" for name in searched), "_sqlite_migrations"}
    assert {name for name in names if not any(name.startswith(f"{one}_search_") for one in searched)} == ours


def test_tables_are_strict_and_ids_unique_in_their_account(file: Filled) -> None:
    strict = dict(file.select("select name, strict from pragma_table_list"))
    assert {name for name in TABLES if not strict[name]} == set()
    for table in SYNCED:
        if table.grain is Grain.ENTITY:
            unique = file.select(
                "select group_concat(i.name) from pragma_index_list(?) l, pragma_index_info(l.name) i"
                " where l.[unique] group by l.name",
                table.name,
            )
            assert ("account_id,id",) in unique, table.name


def test_every_declared_index_is_there(file: Filled) -> None:
    names = {name for (name,) in file.select("select name from sqlite_schema where type = 'index'")}
    for table in TABLES.values():
        assert {f"{table.name}_{number}" for number in range(1, len(table.indexes) + 1)} <= names


def test_declarations_say_what_they_mean() -> None:
    for table in TABLES.values():
        assert table.meaning.endswith(".") or "Answers:" in table.meaning, table.name
        assert len(set(table.names())) == len(table.columns), table.name
        for column in table.columns:
            assert column.meaning.endswith("."), f"{table.name}.{column.name}"
            assert column.title
            if column.name == "watermark":
                continue
            assert column.name.endswith("_at") == (column.kind is Kind.TIME), f"{table.name}.{column.name}"
            assert column.name.endswith("_on") == (column.kind is Kind.DAY), f"{table.name}.{column.name}"
            assert column.name != "id" or column.kind in (Kind.ID, Kind.INTEGER)
    for table in SYNCED:
        assert table.names()[:2] == ("account_id", "id")
        assert set(table.search) <= set(table.names())
        for owner in table.owners:
            assert {f"{owner.removesuffix('s')}_id", "row_id"} & set(table.names())


def test_what_is_personal_of_a_candidate_is_said_to_be() -> None:
    open_columns = {column.name for column in TABLES["candidates"].columns if column.privacy is Privacy.OPEN}
    assert open_columns == {
        "account_id", "id", "created_at", "updated_at", "first_seen_at", "last_changed_at", "deleted_at",
        "country", "average_rating", "is_internal", "is_private", "last_activity_at", "url",
    }  # fmt: skip
    assert TABLES["candidates"].column("national_id").privacy is Privacy.SENSITIVE
    assert TABLES["records"].column("body").privacy is Privacy.SENSITIVE


def test_the_header_names_the_program_and_the_version(file: Filled) -> None:
    assert file.select("pragma application_id") == [(APPLICATION_ID,)]
    assert file.select("pragma user_version") == [(SCHEMA_VERSION,)]
    assert file.select("pragma journal_mode") == [("wal",)]


@posix
def test_the_folder_and_the_file_are_private(data_dir: Path) -> None:
    before = os.umask(0)
    try:
        with filled(data_dir) as file:
            file.candidates(candidate("C.1", "Ada", "Example"))
            backups.make(file.store.path, "test")
            for path in (data_dir, *data_dir.rglob("*")):
                mode = stat.S_IMODE(path.stat().st_mode)
                assert mode & 0o077 == 0, f"{path.name} has {mode:o}"
    finally:
        os.umask(before)


def test_a_reader_cannot_write(file: Filled) -> None:
    with file.store.read() as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("delete from accounts")


def test_a_failure_undoes_the_whole_transaction(file: Filled) -> None:
    def work(connection: Connection) -> None:
        connection.execute("delete from accounts")
        raise KeyError("halfway")

    with pytest.raises(KeyError):
        file.store.write(work)
    assert file.select("select id from accounts") == [("acme",)]


def test_a_second_opening_changes_nothing(data_dir: Path) -> None:
    with filled(data_dir) as file:
        file.candidates(candidate("C.1", "Ada", "Example"))
        before = [file.select(f"select * from {table.name}") for table in (*SYNCED, *DESK)]
    store = Store(data_dir)
    with store.read() as connection:
        assert [
            list(connection.execute(f"select * from {table.name}")) for table in (*SYNCED, *DESK)
        ] == before
    store.close()
    assert not (data_dir / "backups").exists()


def newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")


def foreign(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("create table mine (a)")
        connection.commit()


def text(path: Path) -> None:
    path.write_text("Dear diary, this is no database. " * 100)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 3 * 16384 + 7])


def scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:16] = b"scribble scribbl"
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (newer, "made by a newer version"),
        (foreign, "is not a file of ATS Desk"),
        (text, "damaged, or it is not a file of ATS Desk"),
        (scribbled, "damaged, or it is not a file of ATS Desk"),
    ],
)
def test_a_strange_file_is_refused_and_left_alone(
    data_dir: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    with filled(data_dir):
        pass
    path = data_dir / FILE_NAME
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(ConfigError, match=sentence) as caught:
        Store(data_dir)
    assert caught.value.hint
    assert path.read_bytes() == before
    assert sorted(one.name for one in data_dir.iterdir() if one.suffix == ".db") == [FILE_NAME]


def test_damage_that_shows_only_later_is_found_by_the_check(data_dir: Path) -> None:
    with filled(data_dir) as file:
        assert file.store.check() == ""
        file.candidates(*(candidate(f"C.{number}", "Ada", "Example" * 50) for number in range(300)))
    cut(data_dir / FILE_NAME)
    try:
        store = Store(data_dir)
    except ConfigError as error:
        assert "damaged" in error.title  # noqa: PT017  both ways of finding it are right
        return
    try:
        assert "damaged" in store.check()
    finally:
        store.close()


def test_an_sqlite_that_can_damage_files_is_refused() -> None:
    check_sqlite(OLDEST_SQLITE)
    with pytest.raises(ConfigError, match=r"SQLite 3\.46\.1 is too old"):
        check_sqlite((3, 46, 1))


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(ConfigError, match="cannot be used"):
        Store(locked / "data")


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("I am a file.")
    with pytest.raises(ConfigError, match="cannot be used"):
        Store(tmp_path / "data")
