"""Publishing to a real PostgreSQL: the same tables, only what changed, and nobody disturbed."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.errors import (
    AuthError,
    BusyError,
    Cancelled,
    ConfigError,
    DeskError,
    OfflineError,
    TransientError,
)
from atsdesk.export.cell import FORMULA_FIRST
from atsdesk.export.contract import Broken
from atsdesk.export.publish.target import parse
from atsdesk.export.snapshot import snapshot
from atsdesk.export.write import Manner, Progress
from atsdesk.store.browse import Query
from atsdesk.store.profiles import Disclosure, Profile, Selection
from atsdesk.vault import environment_name
from tests.export.data import Data
from tests.export.test_csv_folder import rows_of
from tests.export.test_sql_views import awkward
from tests.postgres_server import OWNER, OWNERS_PASSWORD, Server

GUARDED = {f"'{sign}" for sign in FORMULA_FIRST}


@pytest.fixture
def server(postgres: Server) -> Server:
    return postgres


@pytest.fixture
def database(server: Server) -> str:
    return server.database()


@pytest.fixture
def url(server: Server, database: str) -> str:
    return server.url(database)


class Office:
    """A desk on a data file that a test fills."""

    def __init__(self, data: Data, url: str) -> None:
        self.data, self.url = data, url
        self.desk = Desk(data.folder)

    def publish(self, selection: Selection | None = None, url: str = "", **options: Any) -> Any:
        profile = Profile("", url or self.url, "publish", selection or Selection())
        given = {name: options.pop(name) for name in ("password", "take_over") if name in options}
        manner = Manner(**{"password": OWNERS_PASSWORD, **given})
        options = {"progress": lambda _: None, "cancel": Cancel(), **options}
        report = self.desk.profiles.publishing.run(profile, manner, **options)
        self.desk.profiles.record(report, profile)
        return report.published


@pytest.fixture
def office(data: Data, url: str) -> Iterator[Office]:
    awkward(data)
    data.add(
        "candidates",
        id="N1",
        name="Noa\nLevi\n\\.\n",
        email="=noa@example.com",
        created_at="2026-03-01T08:00:00Z",
    )
    office = Office(data, url)
    yield office
    office.desk.close()


def told(value: object) -> str:
    """A cell as CSV has it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case dt.datetime():
            return value.strftime("%Y-%m-%dT%H:%M:%SZ")
        case _:
            return str(value)


def shown(
    server: Server, database: str, table: str, names: list[str], schema: str = "atsdesk"
) -> list[list[str]]:
    """A table's cells as CSV has them."""

    columns = ", ".join(f'"{name}"' for name in names)
    return [list(map(told, row)) for row in server.run(database, f"select {columns} from {schema}.{table}")]


def of_one_desk(header: list[str], rows: list[list[str]]) -> list[list[str]]:
    """The rows with keys of own jobs as one desk has them; there they are unique among all desks."""
    if "own_job_key" not in header:
        return rows
    place = header.index("own_job_key")
    assert all(row[place].startswith("desk:") for row in rows)
    return [[*row[:place], row[place].rsplit(":", 1)[1], *row[place + 1 :]] for row in rows]


def assert_same(office: Office, server: Server, database: str, folder: Path) -> None:
    """Every cell there is that of the CSV folder, but for the apostrophe that only spreadsheets need."""
    office.data.export_csv(folder)
    with snapshot(office.data.path, Cancel()) as look:
        sheets = look.sheets()
    for sheet in sheets:
        header, *rows = rows_of(folder, sheet.name)
        wanted = [[cell[cell[:2] in GUARDED :] for cell in row] for row in rows]
        assert header == [column.name for column in sheet.columns]
        found = of_one_desk(header, shown(server, database, sheet.name, header))
        assert sorted(found) == sorted(wanted), sheet.name


def test_every_cell_is_that_of_the_csv_folder_and_a_second_publish_sends_only_what_changed(
    office: Office, server: Server, database: str, tmp_path: Path
) -> None:
    first = office.publish()
    assert_same(office, server, database, tmp_path / "first")
    assert sum(first.sent.values()) == sum(first.sent[name] for name in first.sent) > 0
    assert set(office.publish().sent.values()) == {0}
    office.data.update("update candidates set name = 'Grace' where id = '001'")
    office.data.update(
        "update jobs set deleted_at = '2026-04-01T00:00:00Z' where id = (select min(id) from jobs)"
    )
    office.data.add("runs", account_id="acme", state="SUCCEEDED", ended_at="2026-03-25T01:02:03Z")
    office.data.update("update own_jobs set name = 'R&D, renamed'")
    office.data.update("delete from exposures")
    office.data.update("delete from job_matches")
    second = office.publish()
    assert (second.sent["candidates"], second.sent["own_jobs"]) == (1, 1)
    assert [second.removed[name] for name in ("jobs", "exposures", "job_matches")] == [1, 1, 1]
    assert sum(second.sent.values()) < sum(first.sent.values()) / 2
    assert_same(office, server, database, tmp_path / "second")


def test_who_is_forgotten_or_deleted_is_gone_there_after_the_next_publish(
    office: Office, server: Server, database: str
) -> None:
    office.data.salt()
    office.desk.profiles.save(Profile("Shared", office.url, "publish", after_sync=True))
    assert [one.name for one in office.desk.profiles.due(news=False)] == ["Shared"]  # never published
    office.publish()
    assert not office.desk.profiles.due(news=False)
    found = "select count(*) from atsdesk.candidates where id = '001'"
    assert server.run(database, found) == [(1,)]
    told = office.desk.forget("acme", "001").asked.exports
    assert [(one.format, one.path) for one in told] == [("publish", office.desk.profiles.one("Shared").path)]
    assert [one.name for one in office.desk.profiles.due(news=False)] == ["Shared"]
    done = office.publish()
    assert done.removed["candidates"] == 1
    assert server.run(database, found) == [(0,)]
    assert server.run(database, "select count(*) from atsdesk.steps where application_key = 'acme:A1'") == [
        (0,)
    ]
    assert OWNERS_PASSWORD.encode() not in b"".join(
        file.read_bytes() for file in office.data.folder.rglob("*") if file.is_file()
    )


def test_two_desks_that_publish_different_accounts_do_not_disturb_each_other(
    office: Office, server: Server, database: str, tmp_path: Path
) -> None:
    office.publish()
    counts = """
        select (select count(*) from atsdesk.candidates where account_id = %s),
               (select count(*) from atsdesk.calendar)"""
    (before,) = server.run(database, counts, ["acme"])
    theirs = Data(tmp_path / "theirs")
    theirs.account("beta")
    for number in range(3):
        theirs.add("candidates", account_id="beta", id=f"B{number}", name=f"Beta {number}")
    theirs.add(
        "applications",
        account_id="beta",
        id="A1",
        candidate_id="B1",
        created_at="2025-05-05T08:00:00Z",
        status="active",
    )
    chosen = {"account_id": "beta", "job_id": "J1"}
    theirs.add("exposures", **chosen, exposed_at="2026-03-01T22:30:00Z")
    theirs.add("own_jobs", source="theirs.csv", own_id="1", name="Theirs")  # as the other's: number 1
    theirs.add("job_matches", own_job_id=1, **chosen, state="linked", decided_at="2026-03-01T22:30:00Z")
    linked = (
        "select source, job_key from atsdesk.own_jobs join atsdesk.job_matches using (own_job_key) order by 1"
    )
    other = Office(theirs, office.url)
    try:
        other.publish()
        assert server.run(database, linked) == [("list.csv", "acme:J1"), ("theirs.csv", "beta:J1")]
        for table in ("exposures", "own_jobs", "job_matches"):
            theirs.update(f"delete from {table}")
        theirs.update("update candidates set deleted_at = ? where id = 'B0'", "2026-04-01T00:00:00Z")
        removed = other.publish().removed
        assert [removed[name] for name in ("candidates", "exposures", "own_jobs", "job_matches")] == [1] * 4
        assert server.run(database, linked) == [("list.csv", "acme:J1")]
        (after,) = server.run(database, counts, ["acme"])
        assert after[0] == before[0]
        assert after[1] == before[1] + 365  # days of the year that only the other one speaks of
        assert set(office.publish().sent.values()) == {0}
        assert server.run(database, "select count(*) from atsdesk.candidates where account_id = 'beta'") == [
            (2,)
        ]
        books = "select account_id from atsdesk.atsdesk_accounts where published_at_utc is not null"
        assert {account for (account,) in server.run(database, books)} > {"acme", "beta", "tokyo"}
    finally:
        other.desk.close()
        theirs.close()


def test_an_account_of_another_desk_is_refused_until_it_is_taken_over(
    office: Office, server: Server, database: str, tmp_path: Path
) -> None:
    office.publish()
    twin = Data(tmp_path / "twin")
    twin.account()
    twin.add("candidates", id="T1", name="Twin")
    other = Office(twin, office.url)
    try:
        with pytest.raises(ConfigError, match="acme is published there by another data folder"):
            other.publish()
        other.publish(take_over=True)
        rows = "select id from atsdesk.candidates where account_id = 'acme'"
        assert server.run(database, rows) == [("T1",)]
        with pytest.raises(ConfigError, match="acme is published there"):
            office.publish()
    finally:
        other.desk.close()
        twin.close()


@pytest.mark.parametrize("percent", [0, 50, 100])
def test_a_publish_that_breaks_off_changes_nothing_and_the_next_one_sends_all_that_is_missing(
    office: Office, server: Server, database: str, tmp_path: Path, percent: int
) -> None:
    office.publish()
    office.data.update("update candidates set name = name || ' x'")
    office.data.update("update applications set deleted_at = '2026-04-01T00:00:00Z' where id = 'A9'")
    names = """
        select md5(string_agg(name, ',' order by _row)), (select count(*) from atsdesk.applications)
        from atsdesk.candidates"""
    before = server.run(database, names)
    killed: list[Progress] = []

    def kill(progress: Progress) -> None:
        if not killed and progress.done * 100 >= progress.total * percent:
            killed.append(progress)
            server.run(
                database,
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ATS Desk'",
            )

    with pytest.raises(TransientError):
        office.publish(progress=kill)
    assert server.run(database, names) == before
    office.publish()
    assert_same(office, server, database, tmp_path / "whole")


def test_where_there_and_here_do_not_agree_any_more_everything_is_sent(
    office: Office, server: Server, database: str, tmp_path: Path
) -> None:
    first = office.publish()
    # as when the program ended between the database's end and its own note of it
    office.data.update("update publications set token = 'older'")
    again = office.publish()
    assert again.sent == first.sent
    server.run(database, "delete from atsdesk.steps")
    server.run(database, "alter table atsdesk.jobs drop column name")
    server.run(database, "drop table atsdesk.stages")
    mended = office.publish()
    whole = {"steps", "jobs", "stages"}
    assert {name: count for name, count in mended.sent.items() if count} == {
        name: count for name, count in first.sent.items() if name in whole and count
    }
    assert_same(office, server, database, tmp_path / "mended")


def test_what_a_profile_tells_no_more_is_gone_there_too(
    office: Office, server: Server, database: str
) -> None:
    office.data.salt()
    office.publish()
    told = Selection(("candidates", "applications"), disclosure=Disclosure.PSEUDONYMOUS)
    with pytest.raises(Broken, match="would disappear"):
        office.desk.profiles.check(Profile("", office.url, "publish", told), Cancel())
    office.publish(told)
    assert server.run(database, "select count(*) from atsdesk.steps") == [(0,)]
    assert server.run(database, "select count(name), count(email) from atsdesk.candidates") == [(0, 0)]
    assert set(office.publish(told).sent.values()) == {0}
    nobody = Selection(("candidates",), disclosure=Disclosure.NONE)
    office.publish(nobody)
    keys = "select _row, candidate_key from atsdesk.candidates order by 1"
    before = server.run(database, keys)
    assert [row for row, _ in before] == list(range(1, len(before) + 1))
    office.publish(nobody)
    after = server.run(database, keys)
    assert len(after) == len(before)
    assert not {key for _, key in after} & {key for _, key in before}
    alone = Selection(query=Query(account="tokyo"))
    office.publish(alone)
    assert server.run(database, "select distinct account_id from atsdesk.candidates") == [("tokyo",)]


def test_what_the_database_says_is_told_in_plain_words(office: Office, server: Server, database: str) -> None:
    host = f"127.0.0.1:{server.port}"

    def refused(kind: type[DeskError], title: str, **options: Any) -> str:
        with pytest.raises(kind, match=title) as caught:
            office.publish(**options)
        assert caught.value.hint
        assert "sesame" not in str(caught.value)
        return str(caught.value)

    server.run(database, "create role guest login password 'guest'")
    guest = server.url(database, "guest")
    refused(OfflineError, "was not reached", url=f"postgresql://owner@127.0.0.1:1/{database}")
    refused(OfflineError, "was not reached", url=f"postgresql://owner@nowhere.invalid/{database}")
    refused(AuthError, "wants a password", password="")
    refused(AuthError, "did not accept", password="wrong")
    refused(ConfigError, "no_such", url=f"postgresql://owner@{host}/no_such")
    hint = refused(ConfigError, "not allowed", url=guest, password="guest")
    assert "create schema if not exists atsdesk" in hint
    server.run(database, "create schema atsdesk; grant usage on schema atsdesk to guest")
    refused(ConfigError, "not allowed", url=guest, password="guest")
    office.publish()
    refused(ConfigError, "not allowed", url=guest, password="guest", take_over=True)
    server.run(database, "alter table atsdesk.jobs alter column name type varchar(3) using left(name, 3)")
    refused(ConfigError, "column name of jobs is character varying")
    for odd in ("postgresql://owner:sesame@db/hr", "postgresql://db/hr?password=sesame"):
        assert "keyring" in refused(ConfigError, "holds a password", url=odd)
    for odd in (
        "hr",
        "mysql://db/hr",
        "postgresql://db",
        "postgresql://db/hr?schema=A;",
        "postgresql://db/hr?x=1",
    ):
        assert "An address looks like this" in refused(ConfigError, ".", url=odd)


def test_no_two_publish_the_same_at_once_and_a_wish_to_stop_is_heard(
    office: Office, server: Server, database: str
) -> None:
    def again(_: object) -> None:
        with pytest.raises(BusyError):
            office.publish()
        cancel.set()

    cancel = Cancel()
    with pytest.raises(Cancelled):
        office.publish(progress=again, cancel=cancel)
    assert server.run(database, "select count(*) from atsdesk.candidates") == [(0,)]
    office.publish()
    # while another holds a table, the wish to stop is heard too
    import psycopg

    with psycopg.connect(
        host="127.0.0.1", port=server.port, dbname=database, user=OWNER, password=OWNERS_PASSWORD
    ) as other:
        other.execute("lock table atsdesk.candidates")
        office.data.update("update candidates set name = 'x'")
        cancel = Cancel()
        timer = threading.Timer(0.5, cancel.set)
        timer.start()
        with pytest.raises(Cancelled):
            office.publish(cancel=cancel)
        timer.join()


def test_in_a_process_of_its_own_with_the_password_of_the_environment(
    office: Office, server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = parse(office.url)
    monkeypatch.setenv(environment_name(target.name, "password"), OWNERS_PASSWORD)
    profile = Profile("Shared", office.url, "publish")
    office.desk.profiles.save(profile)
    with pytest.raises(ConfigError, match="publishes there"):
        office.desk.profiles.save(Profile("Another", office.url, "publish"))
    office.desk.profiles.save(Profile("Renamed", office.url, "publish"), instead_of="Shared")
    profile = office.desk.profiles.one("Renamed")
    report = office.desk.profiles.run(profile, Manner(apart=True), progress=lambda _: None, cancel=Cancel())
    assert report.path == profile.path == target.place
    assert report.published
    assert report.published.sent["candidates"] == report.rows["candidates"] > 0
    (entry,) = office.desk.reading.exports()
    assert (entry.profile, entry.format, entry.path, entry.rows) == (
        "Renamed",
        "publish",
        target.place,
        report.total,
    )


def test_a_number_that_comes_to_a_row_of_another_account_takes_the_old_row_away(
    office: Office, server: Server, database: str, tmp_path: Path
) -> None:
    office.publish()
    office.data.update("update candidates set account_id = 'tokyo', id = 'moved' where id = '001'")
    assert office.publish().removed["candidates"] == 1
    assert_same(office, server, database, tmp_path / "moved")


def test_whatever_changes_here_is_the_same_there_after_each_publish(
    office: Office, server: Server, database: str, tmp_path: Path
) -> None:
    """Names that other rows show, time zones, custom fields and twins change rows without a word in their history."""
    office.publish()
    update, add = office.data.update, office.data.add
    rounds = (
        lambda: update("update jobs set name = name || ' (new)'"),
        lambda: update(
            """update accounts set settings = '{"timezone": "Pacific/Auckland"}' where id = 'acme'"""
        ),
        lambda: add(
            "custom_fields", id="F2", key="level", name="Level", applies_to="candidates", type="text"
        ),
        lambda: office.data.custom_value("candidates", 1, 7, field_id="F2", value="senior"),
        lambda: add("candidates", id="n1", name="A twin by case", created_at="2026-03-09T08:00:00Z"),
        lambda: update("delete from steps where pk in (select max(pk) from steps)"),
        lambda: update(
            "update applications set status = 'hired', status_changed_at = '2026-03-19T00:00:00Z'"
        ),
        lambda: add("runs", account_id="tokyo", state="SUCCEEDED", ended_at="2026-04-02T10:00:00Z"),
        lambda: update("delete from candidates where id = 'N1'"),
    )
    for number in range(0, len(rounds), 2):
        for change in rounds[number : number + 2]:
            change()
        office.publish()
        assert_same(office, server, database, tmp_path / str(number))
