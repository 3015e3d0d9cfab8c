"""What people build on is noted, and nothing of it goes without a word."""

import json
import os
from pathlib import Path

import pytest

from atsdesk.cancel import Cancel
from atsdesk.export import contract
from atsdesk.export.contract import FILE_NAME, Broken, differences
from tests.export.data import Data

POSIX = pytest.mark.skipif(os.name != "posix", reason="links are made without leave on POSIX only")


def noted(target: Path) -> dict[str, dict[str, dict[str, str]]]:
    return dict(json.loads((target.parent / FILE_NAME).read_text()))


def change(target: Path, table: str, column: str, kind: str) -> None:
    """As if the last export had had this."""
    kept = noted(target)
    kept[target.name].setdefault(table, {})[column] = kind
    (target.parent / FILE_NAME).write_text(json.dumps(kept))


def test_each_export_has_its_own_contract_beside_it(data: Data, target: Path) -> None:
    folder = target.parent / "csv"
    data.export(target)
    data.export_csv(folder)
    kept = noted(target)
    assert set(kept) == {target.name, "csv"}
    assert kept["csv"] == kept[target.name]
    assert kept["csv"]["candidates"]["created_at_utc"] == "date and time (UTC)"
    contract.check(data.path, target, Cancel())
    contract.check(data.path, folder, Cancel())


@POSIX
@pytest.mark.parametrize(
    ("table", "column", "kind", "told"),
    [
        ("candidates", "shoe_size", "text", "The column shoe_size of candidates would disappear."),
        ("candidates", "name", "date", "The column name of candidates would become text; it was date."),
        ("horses", "name", "text", "The table horses would disappear."),
    ],
)
def test_what_would_break_is_told_before_anything_is_written(
    data: Data, target: Path, table: str, column: str, kind: str, told: str
) -> None:
    data.export(target)
    change(target, table, column, kind)
    with pytest.raises(Broken) as refused:
        contract.check(data.path, target, Cancel())
    assert refused.value.title == told
    assert "Power BI" in refused.value.hint
    link = target.with_name("link.xlsx")
    link.symlink_to(target)
    with pytest.raises(Broken):
        contract.check(data.path, link, Cancel())
    contract.check(data.path, target.with_name("other.xlsx"), Cancel())
    data.export(target)
    contract.check(data.path, target, Cancel())


def test_what_is_new_breaks_nothing() -> None:
    before = {"jobs": {"name": "text"}}
    assert differences(before, {"jobs": {"name": "text", "city": "text"}, "offers": {}}) == []


@pytest.mark.parametrize("content", ["", "[]", "{", '{"ats-desk.xlsx": 3}', '{"ats-desk.xlsx": {"jobs": 3}}'])
def test_a_contract_that_cannot_be_read_holds_nobody_up(data: Data, target: Path, content: str) -> None:
    (target.parent / FILE_NAME).write_text(content)
    contract.check(data.path, target, Cancel())
    data.export(target)
    assert "jobs" in noted(target)[target.name]


def test_a_contract_that_cannot_be_written_is_a_warning(data: Data, target: Path) -> None:
    (target.parent / FILE_NAME).mkdir()
    (target.parent / FILE_NAME / "x").touch()
    report = data.export(target)
    assert target.exists()
    assert "cannot be compared" in report.warnings[-1]
