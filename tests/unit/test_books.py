"""Pages on their way into the file: in their order, and none behind one that did not go in."""

import json
from dataclasses import replace

import pytest

from atsdesk.ats.comeet.connector import POSITIONS, Comeet
from atsdesk.ats.resource import Window
from atsdesk.net.answer import Answer
from atsdesk.rows import Items, Rejected, Rows
from atsdesk.store import ledger
from atsdesk.sync.ahead import take
from atsdesk.sync.books import Books, Take
from atsdesk.sync.passes import Pass
from tests.unit.filled import Filled

WHOLE = Pass("2026-03-01T08:00:00Z", full=True, by_creation=False, windows=(Window("", ""),))


def usual(items: Items) -> tuple[Rows, list[Rejected]]:
    return take(POSITIONS, items)


def full_disk(_items: Items) -> tuple[Rows, list[Rejected]]:
    raise OSError(28, "No space left on device")


def test_behind_a_page_that_did_not_go_in_no_page_and_no_checkpoint_goes_in(file: Filled) -> None:
    run = file.store.write(lambda connection: ledger.begin_run(connection, "acme", True, WHOLE.started_at))
    books = Books(file.store, "acme", run, accept_deletions=False, changed=lambda changes: None)

    def page(number: int, way: Take) -> None:
        body = json.dumps({"positions": [{"uid": f"J.{number}", "name": "Nurse", "status": "open"}]})
        page = Comeet().read(POSITIONS, Answer(200, {}, body.encode()))
        following = replace(WHOLE, next=f"page {number + 1}")
        point = ledger.Checkpoint()
        books.page(POSITIONS, page.items, way, rejected=[], following=following, point=point)

    def go_on() -> None:
        for number in (1, 2, 3, 4, 5):
            page(number, full_disk if number == 2 else usual)

    with pytest.raises(OSError, match="No space left"):
        go_on()
    books.settle()
    assert file.select("select id from jobs") == [("J.1",)]
    point = file.read(lambda connection: ledger.checkpoint(connection, "acme", POSITIONS.name))
    assert point.reading is not None
    assert point.reading["next"] == "page 2"
