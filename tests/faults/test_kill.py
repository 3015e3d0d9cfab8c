"""`kill -9` at any moment: one normal run later everything is whole, and the checkpoint never ran ahead of the data.

`KILLS=200 make test ARGS="-k test_kill"` kills more often.
"""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import httpx
import jwt
import pytest

from atsdesk.desk import Desk
from tests.faults.copies import Copy, Office
from tests.faults.systems import COMEET, across
from tests.faults.whole import ask, assert_sound

KILLS = int(os.environ.get("KILLS", "12"))
A_ROUND = 3
FIRST_LOADS = range((KILLS + A_ROUND - 1) // A_ROUND)
INCREMENTS = range((KILLS // 2 + A_ROUND - 1) // A_ROUND)
pytestmark = pytest.mark.fault(1, "killed at any moment")


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


@across("seed", FIRST_LOADS)
def test_a_first_load_killed_again_and_again_is_whole(seed: int, open_office: Callable[..., Office]) -> None:
    rng = random.Random(f"first load {seed}")
    office = open_office(seed=seed)
    reference = office.reference()
    requests = len(office.control.requests())
    copy = office.copy()
    copy.close()
    for _ in range(A_ROUND):
        kill_a_sync(copy, rng, requests=requests // 2)
        assert_sound(copy.database)
        assert_checkpoint_is_behind_the_data(copy, reference)
        if office.system is COMEET:
            assert_checkpoint_equals_data(copy)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)
    assert [run.state for run in copy.desk.reading.runs() if run.state == "RUNNING"] == []


@across("seed", INCREMENTS)
def test_an_increment_killed_again_and_again_is_whole(seed: int, open_office: Callable[..., Office]) -> None:
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
        assert_sound(copy.database)
    assert reference.sync().state == "SUCCEEDED"

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)


MAKE_A_FILE = "import sys, pathlib, atsdesk.store.file as f; f.Store(pathlib.Path(sys.argv[1])).close()"


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_while_the_file_is_made_leaves_one_that_opens(seed: int, tmp_path: Path) -> None:
    rng = random.Random(f"new file {seed}")
    folder = tmp_path / "data"
    with subprocess.Popen([sys.executable, "-c", MAKE_A_FILE, str(folder)]) as process:
        while not (folder / "atsdesk.db").exists() and process.poll() is None:
            time.sleep(0.0005)
        time.sleep(rng.uniform(0, 0.03))
        process.kill()

    with Desk(folder) as desk:
        assert desk.accounts() == []
        assert desk.check() == ""
    assert_sound(folder / "atsdesk.db")
