"""When two copies of an ATS are the same: every synced row and record without our own keys and times, open issues,
and what must always hold inside the file."""

import json
import re
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

from atsdesk.store.search import SEARCHED
from atsdesk.store.tables import OWNED_PER_OWNER, OWNER_TABLES, SYNCED, TABLES, Grain, Table

OURS = {"account_id", "first_seen_at", "last_changed_at", "deleted_at"}

SERVER = re.compile(r"http://127\.0\.0\.1:\d+")
"""The origin in links of records, which is another where a server stands between."""

Rows = Counter[tuple[Any, ...]]
Dump = dict[str, Rows]


def dump(database: Path, *, changes: bool = False, living: bool = False) -> Dump:
    """Everything that has to be equal, by table; `living` leaves out what is deleted."""
    with closing(_open(database)) as db:
        found = {table.name: _rows(db, table, living) for table in SYNCED}
        found["records"] = Counter(
            (resource, identity, _canonical(body), gone)
            for resource, identity, body, gone in db.execute(
                "select resource, id, body, deleted_at is not null from records"
            )
        )
        found["issues"] = Counter(
            db.execute(
                "select kind, resource, iif(kind = 'rejected_record', record_id, ''), title from issues"
                " where closed_at is null"
            )
        )
        if changes:
            found["changes"] = Counter(
                db.execute("select table_name, row_id, owner_id, field, old, new from changes")
            )
        return found


def assert_same(found: Dump, wanted: Dump) -> None:
    """Fails with the first rows that differ."""
    differences = []
    for name, rows in wanted.items():
        missing, extra = rows - found[name], found[name] - rows
        if missing or extra:
            differences.append(
                f"{name}: {missing.total()} missing, such as {list(missing)[:2]};"
                f" {extra.total()} too many, such as {list(extra)[:2]}"
            )
    assert not differences, "\n".join(differences)


def assert_sound(database: Path) -> None:
    """What holds in the file after whatever happened to it."""
    with closing(_open(database)) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert db.execute("pragma foreign_key_check").fetchall() == []
        for table in SEARCHED:
            indexed = {pk for (pk,) in db.execute(f"select id from {table.name}_search_docsize")}
            living = {pk for (pk,) in db.execute(f"select pk from {table.name} where deleted_at is null")}
            assert indexed == living, f"the search index of {table.name}"
        for table in SYNCED:
            if table.grain is Grain.OWNED:
                for place, owner in enumerate(table.owners):
                    lost = db.execute(
                        f"select count(*) from {table.name} where pk / {OWNER_TABLES} = {place}"
                        f" and pk % {OWNER_TABLES} / {OWNED_PER_OWNER} not in (select pk from {owner})"
                    ).fetchone()
                    assert lost == (0,), f"{table.name} without an owner"


def unfinished(database: Path) -> list[str]:
    """The lists whose reading was broken off."""
    with closing(_open(database)) as db:
        return [name for (name,) in db.execute('select resource from checkpoints where "pass" is not null')]


def every_row(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All tables but the books of the runs, with keys and times of seeing."""
    books = {"runs", "run_resources", "requests", "checkpoints"}
    with closing(_open(database)) as db:
        found = {name: db.execute(f"select * from {name}").fetchall() for name in TABLES if name not in books}
        # That a list is empty is said again by each full read.
        found["issues"] = db.execute("select * from issues where kind <> 'empty'").fetchall()
        return found


def ask(database: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with closing(_open(database)) as db:
        return list(db.execute(sql, values))


def meddle(database: Path, sql: str, *values: Any) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(database)) as db, db:
        assert db.execute(sql, values).rowcount


def _open(database: Path) -> Any:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)


def _rows(db: Any, table: Table, living: bool) -> Rows:
    where = "where deleted_at is null" if living else ""
    names = ", ".join(name for name in table.names() if name not in OURS)
    return Counter(db.execute(f"select deleted_at is not null, {names} from {table.name} {where}"))


def _canonical(body: str) -> str:
    return SERVER.sub("http://sandbox", json.dumps(json.loads(body), sort_keys=True))
