"""`make bench-publish`: candidates and their steps to a PostgreSQL, by ATS Desk and by inserts row by row.

Run as `python -m tests.benchmarks.publish [CANDIDATES]`. Seconds by the clock, and of the processors: ours and the
server's. The inserts are measured on a tenth of the rows, in one transaction, and told tenfold.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.export.write import Manner
from atsdesk.store.engine import Connection
from atsdesk.store.file import open_reader
from atsdesk.store.profiles import Profile, Selection
from atsdesk.store.tables import OWNED_PER_OWNER
from tests.benchmarks.export import fill
from tests.postgres_server import OWNER, OWNERS_PASSWORD, Server, programs, running

CANDIDATES, STEPS_EACH, CHANGED = 100_000, 4, 100
GOAL = 5
TENTH = 10
TABLES = ("candidates", "steps")
SEEN = "2026-03-01T08:00:00Z"


def with_steps(connection: Connection, candidates: int) -> None:
    """An application for each candidate, with its steps."""
    connection.execute(
        f"""
        insert into applications (pk, account_id, id, candidate_id, job_id, status, created_at, first_seen_at,
          last_changed_at)
        select pk, account_id, 'A' || pk, id, 'J' || pk % 50, iif(pk % 3, 'active', 'rejected'), '{SEEN}', '{SEEN}',
          '{SEEN}' from candidates limit {candidates}"""
    )
    connection.execute(
        f"""
        insert into steps (pk, account_id, id, application_id, stage_id, name, state, position, entered_at,
          completed_at, first_seen_at, last_changed_at)
        select a.pk * {OWNED_PER_OWNER} + n.value, a.account_id, n.value, a.id, n.value, 'Stage ' || n.value,
          iif(n.value = {STEPS_EACH - 1}, 'current', 'completed'), n.value + 1, '{SEEN}',
          iif(n.value = {STEPS_EACH - 1}, null, '2026-03-05T10:00:00Z'), '{SEEN}', '{SEEN}'
        from applications a, json_each('{list(range(STEPS_EACH))}') n"""
    )


def measured(server: Server, work: Callable[[], Any]) -> tuple[Any, float, float]:
    """What work gave, its seconds by the clock, and those of the processors."""
    postmaster = psutil.Process(int((server.folder / "data" / "postmaster.pid").read_text().split()[0]))

    def spent() -> float:
        ours, theirs = psutil.Process().cpu_times(), postmaster.cpu_times()
        return float(ours.user + ours.system + theirs.children_user + theirs.children_system)

    before, started = spent(), time.monotonic()
    given = work()
    seconds = time.monotonic() - started
    time.sleep(0.2)  # until the server has seen its process off
    return given, seconds, spent() - before


def rows_of(database: Path, table: str, share: int) -> Iterator[tuple[object, ...]]:
    """The rows of a table as anybody would read them: from the views in the file."""
    connection = open_reader(database)
    try:
        (count,) = connection.execute(f"select count(*) from export_{table}").fetchone()
        yield from connection.execute(f"select * from export_{table} limit ?", (count // share,))
    finally:
        connection.close()


def row_by_row(server: Server, target: str, database: Path, *, many: bool) -> None:
    """Inserts into tables like ours, with their key."""
    import psycopg

    with psycopg.connect(
        host="127.0.0.1", port=server.port, dbname=target, user=OWNER, password=OWNERS_PASSWORD
    ) as connection:
        for table in TABLES:
            connection.execute(f"create table {table} (like atsdesk.{table} including all)")
            connection.execute(f"alter table {table} alter column _row add generated always as identity")
            names = connection.execute(
                "select column_name, data_type from information_schema.columns where table_schema = 'atsdesk'"
                " and table_name = %s and column_name not like '\\_%%' order by ordinal_position",
                (table,),
            ).fetchall()
            columns = ", ".join(f'"{name}"' for name, _ in names)
            marks = ", ".join(f"%s::{'int::boolean' if kind == 'boolean' else kind}" for _, kind in names)
            statement: Any = f"insert into {table} (_account, {columns}) values ('bench', {marks})"
            rows = rows_of(database, table, TENTH)
            if many:
                connection.cursor().executemany(statement, list(rows))
                continue
            for row in rows:
                connection.execute(statement, row)


def main() -> None:
    candidates = int(sys.argv[1]) if sys.argv[1:] else CANDIDATES
    found = programs()
    if found is None:
        sys.exit("PostgreSQL is not installed (Debian package postgresql).")
    with tempfile.TemporaryDirectory() as temporary, running(found) as server:
        folder = Path(temporary)
        fill(folder, candidates)
        with Desk(folder) as desk:
            desk._store.write(lambda connection: with_steps(connection, candidates))
            database = server.database()
            profile = Profile("", server.url(database), "publish", Selection(TABLES))

            def publish() -> Any:
                return desk.profiles.publishing.run(
                    profile, Manner(password=OWNERS_PASSWORD), progress=lambda _: None, cancel=Cancel()
                )

            def tell(name: str, seconds: float, cpu: float, more: str) -> None:
                print(f"{name:34}{seconds:9.1f} s{cpu:9.1f} s of processors   {more}", flush=True)

            report, seconds, first = measured(server, publish)
            tell(
                "first publish",
                seconds,
                first,
                f"{report.total:,} rows, {sum(report.published.sent.values()):,} sent",
            )
            report, seconds, cpu = measured(server, publish)
            tell("second, nothing changed", seconds, cpu, f"{sum(report.published.sent.values()):,} sent")
            desk._store.write(
                lambda connection: connection.execute(
                    f"update candidates set headline = 'changed' where pk % {max(1, candidates // CHANGED)} = 0"
                )
            )
            report, seconds, cpu = measured(server, publish)
            tell(
                f"third, {CHANGED} people changed",
                seconds,
                cpu,
                f"{sum(report.published.sent.values()):,} sent",
            )
            for name, many in (("inserts row by row", False), ("inserts by executemany", True)):
                server.run(database, "drop table if exists candidates, steps")
                _, seconds, cpu = measured(
                    server, partial(row_by_row, server, database, desk.database, many=many)
                )
                ratio = cpu * TENTH / first
                tell(name, seconds * TENTH, cpu * TENTH, f"{ratio:.1f} times a first publish's processors")
                if not many:
                    print(f"{'':34}goal: {GOAL} times{'' if ratio >= GOAL else ', NOT reached'}")


if __name__ == "__main__":
    main()
