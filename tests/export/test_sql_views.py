"""The views in the data file: the sheets, for whoever reads the file itself."""

import contextlib
import datetime as dt
import sqlite3 as pythons_own
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.export.cell import As
from atsdesk.export.moment import LocalDays
from atsdesk.export.snapshot import snapshot
from atsdesk.store import unfinished
from atsdesk.store.engine import sqlite3
from atsdesk.store.file import Store
from atsdesk.store.tables import TABLES
from atsdesk.store.unfinished import EXPORT_VIEW
from atsdesk.vault import KeyringError
from tests.export.data import Data, by_openpyxl
from tests.export.test_csv_folder import fill, rows_of
from tests.export.test_readers import kept


def select(data: Data, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """As any tool would ask: with nothing of ours but the file."""
    with contextlib.closing(sqlite3.connect(data.path)) as connection:
        return list(connection.execute(statement, values))


def view(data: Data, sheet: str) -> list[dict[str, Any]]:
    with contextlib.closing(sqlite3.connect(data.path)) as connection:
        cursor = connection.execute(f"select * from {EXPORT_VIEW}{sheet}")
        names = [one[0] for one in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def cell(value: Any, kind: As) -> Any:
    """What a workbook's cell is in SQL, by the kind of its column."""
    if isinstance(value, dt.datetime) and kind is As.TIME:
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d")
    return float(value) if isinstance(value, (bool, int)) else value


def plain(value: Any) -> Any:
    """A view's value without what no workbook can hold."""
    if isinstance(value, str):
        return kept(value)
    return float(value) if isinstance(value, int) else value


def field(value: Any, yes_or_no: bool) -> str:
    """A view's value as a CSV field."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t")):
        return f"'{kept(value)}"
    if isinstance(value, str):
        return kept(value) or ""
    if value is None:
        return ""
    return str(bool(value)).upper() if yes_or_no else str(value)


def awkward(data: Data) -> None:
    """Custom fields, ids that differ by case only, a running application, an interview, many time zones."""
    fill(data)
    data.account("tokyo", '{"timezone": "Asia/Tokyo"}')
    data.add("runs", account_id="acme", state="SUCCEEDED", ended_at="2026-03-20T12:00:00Z")
    for id_ in ("aB", "Ab"):
        data.add("candidates", id=id_, account_id="tokyo", name=id_, created_at="2026-03-01T16:00:00Z")
    pk = data.add(
        "applications",
        id="A9",
        candidate_id="aB",
        account_id="tokyo",
        status="active",
        created_at="2026-02-28T15:00:00Z",
    )
    data.add("applications", id="A2", candidate_id="001", status="active", created_at="2026-03-01T22:30:00Z")
    data.step(pk, 0, application_id="A9", account_id="tokyo", entered_at="2026-03-01T14:59:59Z")
    data.add("custom_fields", id="F1", key="notice", name="Notice", applies_to="applications", type="number")
    data.custom_value("applications", pk, 0, account_id="tokyo", field_id="F1", value="30")
    own(data)


def own(data: Data) -> None:
    """What was seen to change, and what somebody chose here."""
    for field, old, new in (("name", "Ada", "=Ada\x01"), ("gone", None, None), ("company", None, "a,\nb")):
        data.change("candidates", "001", field, old, new)
    data.change("steps", "A9:0", "name", "Call", "Meeting", owner_id="A9", account_id="tokyo")
    data.change("jobs", "J1", "status", "open", "closed", seen_at="2026-02-28T23:30:00Z")
    chosen = {"account_id": "acme", "job_id": "J1"}
    data.add("exposures", **chosen, exposed_at="2026-03-01T22:30:00Z", exposed_by="rita", why="@north")
    number = data.add(
        "own_jobs", source="list.csv", own_id="007", name="R&D", added_at="2026-03-01T22:30:00Z"
    )
    data.add("job_matches", own_job_id=number, **chosen, state="linked", decided_at="2026-03-01T22:30:00Z")


@pytest.fixture
def told(data: Data) -> Data:
    awkward(data)
    data.refresh_views()
    return data


def test_every_cell_of_a_view_is_that_of_the_workbook(told: Data, target: Path) -> None:
    told.export(target)
    with snapshot(told.path, Cancel()) as look:
        sheets = look.sheets()
    assert len(sheets) > 8
    for sheet in sheets:
        kinds = [column.cell for column in sheet.columns]
        header, *rows = by_openpyxl(target, sheet.name)
        wanted = [[cell(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in rows]
        found = view(told, sheet.name)
        assert not found or list(found[0]) == header
        values = [[plain(value) for value in row.values()] for row in found]
        assert sorted(map(repr, values)) == sorted(repr(row) for row in wanted if any(row)), sheet.name


def test_every_cell_of_a_view_is_that_of_the_csv_folder(told: Data, tmp_path: Path) -> None:
    told.export_csv(tmp_path / "csv")
    for name in ("candidates", "applications", "steps", "calendar", "jobs"):
        header, *rows = rows_of(tmp_path / "csv", name)
        found = view(told, name)
        shown = [[field(value, name.startswith("is_")) for name, value in row.items()] for row in found]
        assert list(found[0]) == header
        assert sorted(shown) == sorted(rows), name


def test_no_view_is_called_like_a_table(told: Data) -> None:
    views = {name for (name,) in select(told, "select name from sqlite_schema where type = 'view'")}
    assert f"{EXPORT_VIEW}candidates" in views
    assert not views & set(TABLES)


def test_python_s_own_sqlite_reads_the_views(told: Data) -> None:
    with contextlib.closing(pythons_own.connect(told.path)) as connection:
        ((days, day),) = connection.execute(
            "select age_days, created_date from export_applications where application_key = 'acme:A2'"
        )
    assert (days, day) == (18.5625, "2026-03-02")


def test_ids_that_differ_by_case_only_have_the_keys_of_the_workbook(told: Data, target: Path) -> None:
    told.export(target)
    keys = {row["candidate_key"] for row in view(told, "candidates")}
    assert len({key.lower() for key in keys}) == len(keys)
    assert {row["candidate_key"] for row in view(told, "applications")} < keys


@pytest.mark.parametrize(
    "zone", ["Asia/Jerusalem", "America/St_Johns", "Africa/Casablanca", "Asia/Kathmandu"]
)
def test_a_day_in_any_zone_is_the_one_that_the_workbook_has(data: Data, zone: str) -> None:
    data.account("far", f'{{"timezone": "{zone}"}}')
    start = dt.datetime(1971, 1, 1, tzinfo=dt.UTC)
    moments = [start + dt.timedelta(hours=977.77 * number) for number in range(600)]
    for number, moment in enumerate(moments):
        data.add("jobs", id=f"{number}", account_id="far", created_at=moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    data.refresh_views()
    with snapshot(data.path, Cancel()) as look:
        days = LocalDays(next(one.zone for one in look.accounts if one.id == "far"))
    for row in view(data, "jobs"):
        number = (dt.date.fromisoformat(row["created_date"]) - dt.date(1899, 12, 30)).days
        assert days.of([row["created_at_utc"]]) == [str(number)]


def test_a_refresh_without_news_writes_nothing(told: Data) -> None:
    before = select(told, "pragma data_version"), told.path.read_bytes()
    wal = told.path.with_name(f"{told.path.name}-wal").stat().st_size
    told.refresh_views()
    assert (select(told, "pragma data_version"), told.path.read_bytes()) == before
    assert told.path.with_name(f"{told.path.name}-wal").stat().st_size == wal


def test_a_new_custom_field_and_another_time_zone_come_with_the_next_refresh(told: Data) -> None:
    told.add("custom_fields", id="F2", key="grade", name="Grade", applies_to="jobs", type="text")
    told.update("update accounts set settings = ? where id = 'tokyo'", '{"timezone": "UTC"}')
    told.refresh_views()
    assert "cf_grade" in view(told, "jobs")[0]
    (day,) = {row["entered_date"] for row in view(told, "steps") if row["account_id"] == "tokyo"}
    assert day == "2026-03-01"


def test_the_views_come_and_go_with_the_accounts(data_dir: Path) -> None:
    def views() -> set[str]:
        with desk._store.read() as connection:
            found = connection.execute("select name from sqlite_schema where type = 'view'")
            return {name for (name,) in found}

    with Desk(data_dir) as desk:
        assert views() == set()
        desk.add_account("comeet", "acme", {})
        assert f"{EXPORT_VIEW}applications" in views()
        assert f"{EXPORT_VIEW}offers" not in views()
        desk.add_account("greenhouse", "green", {})
        assert f"{EXPORT_VIEW}offers" in views()
        with contextlib.suppress(KeyringError):
            desk.remove_account("green")
        assert f"{EXPORT_VIEW}offers" not in views()


def test_views_that_an_update_took_away_are_there_again_at_the_next_start(data_dir: Path) -> None:
    with Desk(data_dir) as desk:
        desk.add_account("comeet", "acme", {})
    store = Store(data_dir)
    store.write(lambda connection: connection.execute("drop view export_candidates"))
    store.close()
    assert not sql_views_are_missing(data_dir)
    store = Store(data_dir)
    with store.read() as connection:
        names = [name for (name,) in connection.execute("select name from sqlite_schema where type = 'view'")]
    store.write(lambda connection: [connection.execute(f"drop view {name}") for name in names])
    store.close()
    assert sql_views_are_missing(data_dir)
    with Desk(data_dir):
        pass
    assert not sql_views_are_missing(data_dir)


def sql_views_are_missing(folder: Path) -> bool:
    store = Store(folder)
    try:
        with store.read() as connection:
            return unfinished.views(connection)
    finally:
        store.close()
