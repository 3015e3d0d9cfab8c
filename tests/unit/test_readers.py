"""Reading connections: as many as are needed at once, few that stay."""

from contextlib import ExitStack, suppress
from pathlib import Path

from atsdesk.store.engine import sqlite3
from atsdesk.store.file import KEPT_READERS, Store


def test_only_a_few_reading_connections_outlive_a_rush(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with ExitStack() as rush:
        lent = [rush.enter_context(store.read()) for _ in range(3 * KEPT_READERS)]
        for connection in lent:
            assert connection.execute("select count(*) from accounts").fetchone() == (0,)
    usable = 0
    for connection in lent:
        with suppress(sqlite3.ProgrammingError):
            usable += connection.execute("select 1").fetchone()[0]
    assert usable == KEPT_READERS
    store.close()
