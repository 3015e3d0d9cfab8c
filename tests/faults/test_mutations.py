"""Whatever a vendor may answer one day: no crash, and the good records of the same page go in.

`MUTATIONS=10000` tries more, as `make test-faults` does.
"""

import json
import logging
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from atsdesk.ats.resource import Page, Resource
from atsdesk.errors import TransientError
from atsdesk.net.answer import Answer
from atsdesk.store import ledger
from atsdesk.store.file import Store
from atsdesk.sync.ahead import take
from atsdesk.sync.books import Books
from tests.faults import matrix
from tests.faults.copies import NAME, Copy, Office, assert_plain
from tests.faults.mutations import Mixed, mix
from tests.faults.systems import EVERY, SYSTEMS, System
from tests.faults.whole import ask, assert_sound

MUTATIONS = int(os.environ.get("MUTATIONS", "400"))
A_MOMENT = "2026-03-01T08:00:00Z"
Held = dict[str, dict[str, bytes]]


@pytest.fixture
def everything(system: System, open_office: Callable[..., Office]) -> Copy:
    """A copy with all lists that the ATS serves, also those that are not read by themselves."""
    office = open_office(candidates=12)
    wanted = ",".join(one.name for one in system.sync.connector.resources if not one.chosen)
    copy = office.copy(include=wanted, leave_out="", page_size="50")
    assert copy.sync().state in ("SUCCEEDED", "PARTIALLY_FAILED")
    copy.close()
    return copy


def held_by(copy: Copy) -> Held:
    """The records of each list, as they are kept."""
    found: Held = {}
    for resource, identity, body in ask(
        copy.database, "select resource, id, cast(body as blob) from records where deleted_at is null"
    ):
        found.setdefault(resource, {})[identity] = body
    return found


def read(system: System, resource: Resource, mixed: Mixed) -> Page | None:
    """The page as the connector reads it; None for bytes that are refused as a whole, with a sentence."""
    body = b'{"status": "success", "data": %b}' % mixed.body if system.ats == "kombo" else mixed.body
    answer = Answer(200, {"content-type": "application/json"}, body, "https://ats.example/list?limit=50")
    try:
        page = system.sync.connector.read(resource, answer)
        assert page.items is not None  # taken apart only when it is asked for
    except TransientError as refused:
        assert_plain(refused.title, refused.hint)
        return None
    return page


def put(folder: Path, resource: Resource, page: Page) -> ledger.ResourceReport:
    """A page into the file of a folder, as a first load does it."""
    store = Store(folder)
    try:
        run = store.write(lambda connection: ledger.begin_run(connection, NAME, True, A_MOMENT))
        books = Books(store, NAME, run, accept_deletions=False, changed=lambda _: None, resources=(resource,))
        books.page(
            resource,
            page.items,
            lambda items: take(resource, items),
            rejected=list(page.rejected),
            following=None,
            point=ledger.Checkpoint(),
        )
        books.settle()
        return books.report
    finally:
        store.close()


@EVERY
@pytest.mark.fault(11, "random mutations")
@pytest.mark.expects_log
def test_mutated_records_crash_nothing_and_cost_no_good_one(
    everything: Copy,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    record_property: Callable[[str, object], None],
) -> None:
    system = everything.office.system
    empty = everything.office.copy("empty")
    empty.close()
    lists = [one for one in system.sync.connector.resources if one.name in held_by(everything)]
    held = held_by(everything)
    rng = random.Random(f"mutations {system.ats} {MUTATIONS}")
    tried = number = refused = 0
    caplog.set_level(logging.ERROR)
    while tried * len(SYSTEMS) < MUTATIONS:
        resource = lists[number % len(lists)]
        mixed = mix(rng, held[resource.name], resource.key, resource.envelope)
        tried, number = tried + mixed.mutations, number + 1
        page = read(system, resource, mixed)
        if page is None:
            refused += 1
            continue
        folder = tmp_path / "mixed"
        shutil.copytree(empty.folder, folder)
        report = put(folder, resource, page)
        assert report.received == len(page.items) + len(page.rejected)
        stored = dict(ask(folder / "atsdesk.db", "select id, body from records"))
        twice = {item.id for item in page.items if mixed.good.get(item.id, item.body) != item.body}
        for identity, body in mixed.good.items():
            assert identity in stored, (resource.name, identity, mixed.body)
            if identity not in twice:  # a mutation may have taken its id
                assert json.loads(stored[identity]) == json.loads(body)
        if not number % 10:
            assert_sound(folder / "atsdesk.db")
        shutil.rmtree(folder)
    assert refused < number / 2
    stumbles = {str(record.exc_info[1]) for record in caplog.records if record.exc_info}
    assert stumbles == set(), caplog.text[:4000]
    record_property(matrix.MUTATIONS, tried)
