"""The folder of Parquet files: the workbook's values with real types, where DuckDB is installed."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.export.cell import Reason
from atsdesk.export.parquet_folder import write_parquet_folder
from atsdesk.export.write import Progress, Report
from tests.export.data import Data, by_openpyxl
from tests.export.test_sql_views import awkward


def export(data: Data, target: Path, **options: Any) -> Report:
    return write_parquet_folder(
        data.path, target, **{"progress": lambda _: None, "cancel": Cancel(), **options}
    )


def read(path: Path) -> tuple[list[tuple[str, str]], list[tuple[Any, ...]]]:
    """The columns with their types, and the rows."""
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        connection.execute("set timezone = 'UTC'")
        found = connection.execute(f"select * from read_parquet('{path}')")
        described = [(one[0], str(one[1])) for one in found.description]
        return described, found.fetchall()


def as_cell(value: Any) -> Any:
    """What a Parquet value is in a workbook."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).replace(tzinfo=None)
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def test_every_cell_is_that_of_the_workbook(data: Data, target: Path, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    awkward(data)
    book, files = data.export(target), export(data, tmp_path / "parquet")
    assert files.rows == book.rows
    assert len(files.rows) > 8
    for name in files.rows:
        columns, rows = read(tmp_path / "parquet" / f"{name}.parquet")
        header, *wanted = by_openpyxl(target, name)
        assert [column for column, _ in columns] == header
        shown = sorted(repr([as_cell(value) for value in row]) for row in rows)
        kept = sorted(repr([as_cell(value) for value in row]) for row in wanted if any(row))
        assert shown == kept, name
    assert [path.name for path in (tmp_path / "parquet").glob("*.csv")] == []


def test_columns_have_the_types_that_they_declare(data: Data, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    data.add("candidates", id="1", average_rating=4.5, is_internal=1, created_at="2026-03-01T22:30:00Z")
    export(data, tmp_path / "parquet")
    columns, ((*values,),) = read(tmp_path / "parquet" / "candidates.parquet")
    types = dict(columns)
    found = dict(zip(types, values, strict=True))
    assert types["candidate_key"] == "VARCHAR"
    assert types["average_rating"] == "DOUBLE"
    assert types["is_internal"] == "BOOLEAN"
    assert types["created_at_utc"] == "TIMESTAMP WITH TIME ZONE"
    assert types["created_date"] == "DATE"
    assert found["created_date"] == dt.date(2026, 3, 2), "the day in Jerusalem"
    assert found["average_rating"] == 4.5


def test_what_does_not_fit_a_type_is_blank_and_told(data: Data, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    data.add("candidates", id="1", created_at="the other day", name="=1+1")
    report = export(data, tmp_path / "parquet")
    columns, ((*values,),) = read(tmp_path / "parquet" / "candidates.parquet")
    found = dict(zip([name for name, _ in columns], values, strict=True))
    assert found["created_at_utc"] is None
    assert found["name"] == "=1+1", "no apostrophe: nothing runs it"
    assert Reason.ODD in {one.reason for one in report.altered}
    assert any("blank in Parquet" in warning for warning in report.warnings)


def test_a_cancelled_export_leaves_the_folder_from_before(data: Data, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    folder = tmp_path / "parquet"
    data.add("candidates", id="1")
    export(data, folder)
    before = {path: path.read_bytes() for path in folder.rglob("*.parquet")}
    cancel = Cancel()

    def stop(_: Progress) -> None:
        cancel.set()

    with pytest.raises(Cancelled):
        export(data, folder, progress=stop, cancel=cancel)
    assert {path: path.read_bytes() for path in folder.rglob("*.parquet")} == before


def test_without_duckdb_it_is_said_what_to_do(
    data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ConfigError, match="DuckDB, which is not installed") as caught:
        export(data, tmp_path / "parquet")
    assert "atsdesk[parquet]" in caught.value.hint
    assert not (tmp_path / "parquet").exists()
