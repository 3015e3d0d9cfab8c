"""Writing the file anew takes out what SQLite leaves behind in its pages, also where it overwrites what is deleted."""

import random
from contextlib import closing
from pathlib import Path

from atsdesk.store.engine import Connection
from atsdesk.store.file import Store

RECORDS = 5000
UPDATES = 8000
DELETED = 200


def moved_about(connection: Connection) -> None:
    """Records of all lengths that become longer and shorter, so that rows move from page to page."""
    rng = random.Random(1)
    connection.executemany(
        "insert into records (pk, account_id, resource, id, body) values (?, 'acme', 'candidates', ?, ?)",
        [(pk, str(pk), f"<mark {pk}>{'x' * rng.randint(100, 3000)}") for pk in range(RECORDS)],
    )
    connection.executemany(
        "update records set body = ? where pk = ?",
        [
            (f"<mark {pk}>{'x' * rng.randint(100, 3000)}", pk)
            for pk in (rng.randrange(RECORDS) for _ in range(UPDATES))
        ],
    )


def test_nothing_that_was_deleted_is_left_in_the_file(data_dir: Path) -> None:
    gone = range(0, RECORDS, RECORDS // DELETED)

    def left() -> list[int]:
        data = b"".join(path.read_bytes() for path in data_dir.glob("atsdesk.db*"))
        return [pk for pk in gone if f"<mark {pk}>".encode() in data]

    with closing(Store(data_dir)) as store:
        store.write(moved_about)
        store.write(lambda db: db.executemany("delete from records where pk = ?", [(pk,) for pk in gone]))
        store.settle()
        assert left(), "overwriting alone would do, and the file need not be written anew"

        store.rewrite()

        assert left() == []
        assert store.check() == ""
        assert (
            store.write(lambda db: db.execute("select count(*) from records").fetchone()[0])
            == RECORDS - DELETED
        )
