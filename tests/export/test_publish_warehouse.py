"""Publishing through dlt into a DuckDB, as into the warehouses that dlt knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, TransientError
from atsdesk.export.snapshot import snapshot
from atsdesk.store.profiles import Disclosure, Profile, Selection
from tests.export.data import Data
from tests.export.test_csv_folder import rows_of
from tests.export.test_publish import GUARDED, of_one_desk, told
from tests.export.test_sql_views import awkward

pytest.importorskip("dlt", reason="the extra `warehouse` is not installed (make test-warehouse)")
pytestmark = pytest.mark.filterwarnings("default")  # dlt's and its engines' own


@pytest.fixture
def desk(data: Data) -> Iterator[Desk]:
    awkward(data)
    with Desk(data.folder) as desk:
        yield desk


def publish(desk: Desk, file: Path, selection: Selection | None = None) -> Any:
    profile = Profile("", f"duckdb:///{file}?schema=hr", "publish", selection or Selection())
    report = desk.profiles.run(profile, progress=lambda _: None, cancel=Cancel())
    return report.published


def select(file: Path, statement: str) -> list[tuple[Any, ...]]:
    import duckdb

    with duckdb.connect(str(file)) as connection:
        connection.execute("set timezone = 'UTC'")
        return list(connection.execute(statement).fetchall())


def test_every_cell_is_that_of_the_csv_folder_and_a_second_publish_sends_only_what_changed(
    desk: Desk, data: Data, tmp_path: Path
) -> None:
    file = tmp_path / "warehouse.duckdb"
    first = publish(desk, file)
    assert set(publish(desk, file).sent.values()) == {0}
    data.update("update candidates set name = 'Grace' where id = '001'")
    data.update("update jobs set deleted_at = '2026-04-01T00:00:00Z' where id = (select min(id) from jobs)")
    second = publish(desk, file)
    assert second.sent["candidates"] == 1
    assert second.removed["jobs"] == 1
    assert sum(second.sent.values()) < sum(first.sent.values()) / 2
    data.export_csv(tmp_path / "csv")
    with snapshot(data.path, Cancel()) as look:
        sheets = look.sheets()
    for sheet in sheets:
        header, *rows = rows_of(tmp_path / "csv", sheet.name)
        wanted = [[cell[cell[:2] in GUARDED :] for cell in row] for row in rows]
        columns = ", ".join(f'"{name}"' for name in header)
        found = [[*map(told, row)] for row in select(file, f"select {columns} from hr.{sheet.name}")]
        assert sorted(of_one_desk(header, found)) == sorted(wanted), sheet.name
    assert select(file, "select count(*) from hr_staging.candidates") == [(0,)]
    assert not [left for left in data.folder.iterdir() if left.name.startswith(".atsdesk-")]
    desk.forget("acme", "001")
    publish(desk, file)
    assert select(file, "select count(*) from hr.candidates where id = '001'") == [(0,)]


def test_what_breaks_off_is_replaced_by_the_next_and_other_desks_are_left_alone(
    desk: Desk, data: Data, tmp_path: Path
) -> None:
    file = tmp_path / "warehouse.duckdb"
    other = Data(tmp_path / "other")
    other.account("beta")
    other.add("candidates", account_id="beta", id="B1", name="Beta")
    with Desk(other.folder) as theirs:
        publish(theirs, file)
        first = publish(desk, file)
        file.rename(tmp_path / "aside")
        file.mkdir()
        with pytest.raises(TransientError, match="broke off"):
            publish(desk, file)
        file.rmdir()
        (tmp_path / "aside").rename(file)
        whole = publish(desk, file)
        assert whole.sent == first.sent
        told = Selection(("candidates",), disclosure=Disclosure.NONE)
        publish(desk, file, told)
        assert select(file, "select count(*) from hr.applications where account_id <> 'beta'") == [(0,)]
        assert select(file, "select count(name) from hr.candidates") == [(1,)]  # the other's
        assert set(publish(theirs, file).sent.values()) == {0}
        other.account("acme")
        with pytest.raises(ConfigError, match="acme is published there"):
            publish(theirs, file)
    other.close()
