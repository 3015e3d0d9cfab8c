"""What the plan makes of the declared tables."""

import json
from pathlib import Path

from atsdesk.export import dictionary
from atsdesk.export.cell import As
from atsdesk.export.exported import EXPORTED
from atsdesk.export.plan import DOMAINS, Keys, data_sheets, domain_of
from atsdesk.export.snapshot import custom_columns
from atsdesk.export.twins import fold, twin
from atsdesk.store.custom import CustomField
from atsdesk.store.tables import APPLICATIONS, CANDIDATES, OPENINGS, OWN_JOBS, TABLES, Kind

RELEASED = Path(__file__).with_name("columns.json")
"""The columns of the first release by sheet. A newer column belongs behind them: name it in `plan.LATER`."""


def columns() -> dict[str, list[str]]:
    return {sheet.name: [column.name for column in sheet.columns] for sheet in data_sheets(Keys())}


def test_columns_stay_where_they_were_released_and_new_ones_come_last() -> None:
    for sheet, released in json.loads(RELEASED.read_text()).items():
        assert columns()[sheet][: len(released)] == released


def test_names_are_unique_snake_case_and_say_what_they_hold() -> None:
    for sheet in data_sheets(Keys()):
        names = [column.name for column in sheet.columns]
        assert len(set(names)) == len(names), sheet.name
        for column in sheet.columns:
            assert column.name.isidentifier()
            assert column.name == column.name.lower()
            assert (column.cell is As.TIME) == column.name.endswith("_at_utc")
            assert (column.cell in {As.DAY, As.LOCAL_DAY}) == column.name.endswith("_date")
            assert not column.name.endswith("_days") or column.cell is As.DECIMAL
            assert not column.name.endswith("_key") or column.cell is As.TEXT
            assert column.meaning


def test_what_no_spreadsheet_can_use_stays_behind() -> None:
    left_out = {Kind.JSON, Kind.HTML, Kind.HASH}
    for table in (one for one in EXPORTED if one.name in columns()):
        gone = {column.name for column in table.columns if column.kind in left_out} | {"deleted_at"}
        assert not gone & set(columns()[table.name])


def test_an_id_column_knows_what_it_points_at() -> None:
    assert domain_of(APPLICATIONS.column("candidate_id")) == "candidate"
    assert domain_of(APPLICATIONS.column("source_contact_id")) == "source_contact"
    assert domain_of(OPENINGS.column("hired_application_id")) == "application"
    assert domain_of(APPLICATIONS.column("id")) == ""
    assert domain_of(APPLICATIONS.column("account_id")) == ""
    assert domain_of(CANDIDATES.column("national_id")) == ""
    assert DOMAINS["candidate"] is CANDIDATES


def test_every_key_of_a_row_is_found_in_the_sheet_of_that_row() -> None:
    for sheet in data_sheets(Keys()):
        for column in sheet.columns:
            if column.name == "own_job_key":
                assert OWN_JOBS in EXPORTED
            elif column.name.endswith("_key") and column.declared:
                table, _, name = column.declared.partition(".")
                assert DOMAINS[domain_of(TABLES[table].column(name))] in EXPORTED, column.declared


def test_the_dictionary_tells_of_every_column() -> None:
    sheets = data_sheets(Keys(), custom_columns([field("Notice")]))
    rows = dictionary.rows(sheets)
    told = {(table, column) for _, table, column, *_ in rows}
    assert told >= {(sheet.name, column.name) for sheet in sheets for column in sheet.columns}
    assert ("applications", "cf_notice") in told
    assert all(meaning for _account, _table, _column, _type, meaning, *_ in rows)


def test_each_sheet_names_its_grain_and_the_questions_it_answers() -> None:
    for sheet in data_sheets(Keys()):
        assert sheet.meaning.startswith("One row is "), sheet.name
        assert " Answers: " in sheet.meaning, sheet.name
        assert len(f"{sheet.name}_99") <= 31


def field(key: str, table: str = "applications") -> CustomField:
    return CustomField(table, key, key, Kind.TEXT, (1,))


def test_custom_fields_get_readable_unique_names_that_do_not_move() -> None:
    fields = [field(key) for key in ("Notice period", "notice-period", "זמינות", "!!", "x" * 300)]
    names = [column.name for column in custom_columns(fields)]
    assert names[0] == "cf_notice_period"
    assert names[1].startswith("cf_notice_period_")
    assert names[2] == "cf_זמינות"
    assert len(set(names)) == 5
    assert max(map(len, names)) < 255
    assert [column.name for column in custom_columns(fields[:3])] == names[:3]


def test_a_custom_field_with_a_key_that_is_no_word_is_named_after_its_label() -> None:
    key = "910fe9c7-7c51-40a3-ac27-12fbe685909f"
    (column,) = custom_columns([CustomField("jobs", key, "Salary band", Kind.TEXT, (1,))])
    assert column.name == "cf_salary_band"


def test_each_sheet_has_the_custom_fields_of_its_table() -> None:
    columns = custom_columns([field("notice"), field("notice", "candidates"), field("rank", "jobs")])
    sheets = {sheet.name: [column.name for column in sheet.columns] for sheet in data_sheets(Keys(), columns)}
    assert sheets["applications"][-1] == sheets["candidates"][-1] == "cf_notice"
    assert sheets["jobs"][-1] == "cf_rank"
    assert not any(name.startswith("cf_") for name in sheets["offers"])


def test_keys_are_folded_as_engines_do_that_ignore_case() -> None:
    assert fold("acme:aB") == fold("ACME:Ab ") == "acme:ab"
    assert fold("é") == fold("É") == fold("e\u0301")
    assert fold("ß") == fold("SS")
    assert twin("acme", "a") != twin("acme", "A")
