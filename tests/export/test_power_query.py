"""The text for Power Query: right path, right table, right types."""

import re
from pathlib import Path

import pytest

from atsdesk.export.plan import Keys, data_sheets
from atsdesk.export.power_query import beside, of_csv_folder, of_workbook, quoted
from atsdesk.export.shape import Sheet
from tests.export.data import Data, by_openpyxl


def sheet(name: str) -> Sheet:
    return next(one for one in data_sheets(Keys()) if one.name == name)


def typed(query: str) -> dict[str, str]:
    return dict(re.findall(r'\{"(\w+)", ([\w .]+)\}', query))


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("C:\\Users\\noa\\ats.xlsx", '"C:\\Users\\noa\\ats.xlsx"'),
        ('a "b".xlsx', '"a ""b"".xlsx"'),
        ("a#(lf).xlsx", '"a#(#)(lf).xlsx"'),
        ("שלום.xlsx", '"שלום.xlsx"'),
    ],
)
def test_a_path_stays_what_it_is(text: str, literal: str) -> None:
    assert quoted(text) == literal


def test_every_column_has_the_type_of_its_cells() -> None:
    types = typed(of_workbook(sheet("candidates"), Path("/data/x.xlsx")))
    assert list(types) == [column.name for column in sheet("candidates").columns]
    assert types["candidate_key"] == "type text"
    assert types["average_rating"] == "type number"
    assert types["is_internal"] == "type logical"
    assert types["created_at_utc"] == "type datetime"
    assert types["created_date"] == "type date"
    assert typed(of_workbook(sheet("steps"), Path("x.xlsx")))["position"] == "Int64.Type"


def test_a_folder_is_read_by_month_or_as_one_file_and_its_moments_have_a_zone() -> None:
    months = of_csv_folder(sheet("candidates"), Path("/data/csv"))
    assert f"Folder.Files({quoted(str(Path('/data/csv/candidates')))})" in months
    assert typed(months)["created_at_utc"] == "type datetimezone"
    single = of_csv_folder(sheet("steps"), Path("/data/csv"))
    assert f"File.Contents({quoted(str(Path('/data/csv/steps.csv')))})" in single
    for query in (months, single):
        assert query.count("(") == query.count(")")
        assert query.count("{") == query.count("}")


def test_it_lies_beside_the_export_and_names_its_tables(data: Data, target: Path) -> None:
    report = data.export(target)
    text = beside(target).read_text(encoding="utf-8")
    queries = dict(zip(re.findall(r"^// (\w+)$", text, re.M), text.split("\n// "), strict=True))
    assert list(queries) == list(report.rows)
    for name, query in queries.items():
        assert quoted(str(target)) in query
        assert list(typed(query)) == by_openpyxl(target, name)[0]
    folder = target.parent / "csv"
    data.export_csv(folder)
    assert set(re.findall(r"^// (\w+)$", beside(folder).read_text(encoding="utf-8"), re.M)) == set(
        report.rows
    )
    assert not [path for path in folder.iterdir() if path.suffix == ".txt"]
