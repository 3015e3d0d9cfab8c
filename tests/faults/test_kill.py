"""`kill -9` at any moment: one normal run later everything is whole, and the checkpoint never ran ahead of the data.

The kills of submissions and of people forgotten are in their modules; `make test-faults` makes all of them more often.
"""

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import httpx
import jwt
import openpyxl
import pytest

from atsdesk.desk import Desk
from atsdesk.store.engine import sqlite3
from atsdesk.store.file import Store
from atsdesk.store.tables import SCHEMA_VERSION
from tests.faults.copies import COMMAND, Copy, Office
from tests.faults.killing import ROUNDS, Note, kill_after, killed_rounds
from tests.faults.systems import COMEET, EVERY
from tests.faults.whole import ask, assert_sound, every_row
from tests.unit.filled import candidate, filled

A_ROUND = 3
KILLED = pytest.mark.fault(1, "killed at any moment")


def kill_a_sync(copy: Copy, rng: random.Random, requests: int) -> None:
    """Start `atsdesk sync` and kill it a moment after one of its first so many requests, or before any."""
    control = copy.office.control
    control.clear_requests()
    wanted = rng.randint(0, requests)
    process = copy.start("sync")
    deadline = time.monotonic() + 20
    try:
        if not wanted:
            time.sleep(rng.uniform(0.3, 1.0))
        while len(control.requests()) < wanted and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(rng.uniform(0, 0.02))
    finally:
        process.kill()
        process.communicate(timeout=10)


def assert_checkpoint_is_behind_the_data(copy: Copy, reference: Copy) -> None:
    """Every list that is said to have been read holds what it holds without a kill."""
    whole = dict(ask(reference.database, "select resource, count(*) from records group by 1"))
    held = dict(ask(copy.database, "select resource, count(*) from records group by 1"))
    for (name,) in ask(copy.database, "select resource from checkpoints where watermark is not null"):
        assert held.get(name, 0) == whole.get(name, 0), name


def assert_checkpoint_equals_data(copy: Copy) -> None:
    """What is stored of Comeet, and what the checkpoint says is still to come, make everything; and hardly overlap."""
    office = copy.office
    stored = {
        identity
        for (identity,) in ask(
            copy.database, "select id from records where resource = ?", office.system.people
        )
    }
    reading = ask(copy.database, 'select "pass" from checkpoints where resource = ?', office.system.people)
    if not reading:
        assert not stored
        return
    if reading[0][0] is None:
        return
    to_come = set(still_to_come(office, json.loads(reading[0][0])))
    assert stored | to_come >= set(office.control.truth()["candidates"])
    assert len(stored & to_come) <= 2  # windows share a second


def still_to_come(office: Office, reading: dict) -> Iterator[str]:
    """Ids that the ATS still has to serve, asked with a client of our own."""
    secrets = office.sandbox.secrets
    token = jwt.encode({"iss": secrets["api_key"], "exp": int(time.time()) + 60}, secrets["secret"], "HS256")
    with httpx.Client(
        base_url=office.sandbox.base_url, headers={"Authorization": f"Bearer {token}"}
    ) as client:
        for number, (after, before) in enumerate(reading["windows"]):
            query = {"time_created:after": after, "time_created:before": before, "limit": "100"}
            params = {name: value for name, value in query.items() if value}
            if not number and reading["next"]:
                params = dict(parse_qsl(urlsplit(reading["next"]).query))
            while True:
                answer = client.get("/candidates", params=params).json()
                yield from (record["uid"] for record in answer["candidates"])
                if not answer["next_page"]:
                    break
                params = dict(parse_qsl(urlsplit(answer["next_page"]).query))


@KILLED
@EVERY
@killed_rounds
def test_a_first_load_killed_again_and_again_is_whole(
    seed: int, open_office: Callable[..., Office], killed: Note
) -> None:
    rng = random.Random(f"first load {seed}")
    office = open_office(seed=seed)
    reference = office.reference()
    requests = len(office.control.requests())
    copy = office.copy()
    copy.close()
    for _ in range(A_ROUND):
        kill_a_sync(copy, rng, requests=requests // 2)
        killed("sync")
        assert_sound(copy.database)
        assert_checkpoint_is_behind_the_data(copy, reference)
        if office.system is COMEET:
            assert_checkpoint_equals_data(copy)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)
    assert [run.state for run in copy.desk.reading.runs() if run.state == "RUNNING"] == []


@KILLED
@EVERY
@killed_rounds
def test_an_increment_killed_again_and_again_is_whole(
    seed: int, open_office: Callable[..., Office], killed: Note
) -> None:
    rng = random.Random(f"increment {seed}")
    office = open_office(seed=seed)
    reference = office.reference(page_size="5")
    requests = len(office.control.requests())
    copy = office.keep(reference.twin("data"))
    event = office.system.event
    for _ in range(A_ROUND):
        office.control.advance(**event)
        event = {kind: times for kind, times in event.items() if kind != "deleted"}  # both saw those who went
        if office.system.sync.observes:
            event = {}  # who looks more often sees more steps
        kill_a_sync(copy, rng, requests=max(8, requests // 5))
        killed("sync")
        assert_sound(copy.database)
    assert reference.sync().state == "SUCCEEDED"

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)


OPEN_THE_FILE = "import sys, pathlib, atsdesk.store.file as f; f.Store(pathlib.Path(sys.argv[1])).close()"


@KILLED
@pytest.mark.parametrize("seed", range(2 * ROUNDS))
def test_a_kill_while_the_file_is_made_leaves_one_that_opens(seed: int, tmp_path: Path, killed: Note) -> None:
    rng = random.Random(f"new file {seed}")
    folder = tmp_path / "data"
    with subprocess.Popen([sys.executable, "-c", OPEN_THE_FILE, str(folder)]) as process:
        while not (folder / "atsdesk.db").exists() and process.poll() is None:
            time.sleep(0.0005)
        time.sleep(rng.uniform(0, 0.03))
        process.kill()
    killed("a new file")

    with Desk(folder) as desk:
        assert desk.accounts() == []
        assert desk.check() == ""
    assert_sound(folder / "atsdesk.db")


def make_older(folder: Path) -> None:
    """A file of the version before, which lacks much of what is declared now."""
    with filled(folder) as file:
        file.candidates(*(candidate(f"C.{number}", "Ada", f"Example {number}") for number in range(300)))
    with closing(sqlite3.connect(folder / "atsdesk.db")) as db:
        db.executescript(f"""
            drop index steps_1; alter table candidates drop column country; drop table forgotten;
            drop table candidates_search; pragma user_version = {SCHEMA_VERSION - 1};
        """)


@pytest.mark.fault(21, "migration killed half-way")
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_kill_while_an_older_file_is_brought_up_to_date_leaves_it_old_or_new(
    seed: int, tmp_path: Path, killed: Note
) -> None:
    rng = random.Random(f"migration {seed}")
    make_older(tmp_path / "older")
    older = every_row_but_new(tmp_path / "older")
    words = [sys.executable, "-c", OPEN_THE_FILE]
    shutil.copytree(tmp_path / "older", tmp_path / "reference")
    started = time.monotonic()
    subprocess.run([*words, str(tmp_path / "reference")], check=True)
    lasts = time.monotonic() - started
    wanted = every_row(tmp_path / "reference" / "atsdesk.db")
    for number in range(4):
        folder = tmp_path / f"killed-{number}"
        shutil.copytree(tmp_path / "older", folder)
        kill_after([*words, str(folder)], rng.uniform(0.3 * lasts, 1.02 * lasts))
        killed("migration")
        ((version,),) = ask(folder / "atsdesk.db", "pragma user_version")
        assert version in (SCHEMA_VERSION - 1, SCHEMA_VERSION)
        if version == SCHEMA_VERSION:
            (copy,) = (folder / "backups").glob("*.db")
            assert every_row_but_new(copy.parent, copy.name) == older
        else:
            assert every_row_but_new(folder) == older
        Store(folder).close()
        assert every_row(folder / "atsdesk.db") == wanted
        assert_sound(folder / "atsdesk.db")


def every_row_but_new(folder: Path, name: str = "atsdesk.db") -> list[tuple[object, ...]]:
    """What the older file has to tell of people."""
    people = ask(folder / name, "select * from candidates order by pk")
    return people + ask(folder / name, "select * from records order by pk")


@pytest.mark.fault(1, "export killed")
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_an_export_that_is_killed_leaves_the_file_from_before_or_a_new_one(
    seed: int, office: Office, killed: Note
) -> None:
    rng = random.Random(f"export {seed}")
    copy = office.reference()
    before, target = every_row(copy.database), office.folder / "people.xlsx"
    copy.close()
    started = time.monotonic()
    assert copy.command("export", str(target)).returncode == 0
    lasts = time.monotonic() - started
    wanted = cells(target)
    for _ in range(3):
        target.write_bytes(b"the file from before")
        kill_after(
            [*COMMAND, "--data-dir", str(copy.folder), "export", str(target)], rng.uniform(0.2, 1.0) * lasts
        )
        killed("export")
        if target.read_bytes() != b"the file from before":
            assert cells(target) == wanted
    assert copy.command("export", str(target)).returncode == 0
    assert cells(target) == wanted
    found = every_row(copy.database)
    for books in ("exports", "pseudonyms"):
        del found[books], before[books]
    assert found == before
    assert_sound(copy.database)


def cells(workbook: Path) -> dict[str, int]:
    """How much each sheet holds."""
    with closing(openpyxl.load_workbook(workbook, read_only=True)) as book:
        return {sheet.title: sum(1 for _ in sheet.iter_rows()) for sheet in book}
