"""The workbook of a data file, as readers find it."""

import datetime as dt
import json
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.export import profiles, workbook, write
from atsdesk.export.cell import Reason
from atsdesk.export.write import Progress
from atsdesk.store.profiles import Profile
from atsdesk.store.tables import CUSTOM_VALUES, span
from atsdesk.vault import Vault
from tests.export.data import Data, assert_sound, by_calamine, by_openpyxl, records, table

SHEETS = ["README", *json.loads(Path(__file__).with_name("columns.json").read_text()), "Dictionary", "Sync"]


def readme(path: Path) -> str:
    return "\n".join(
        " ".join(str(cell) for cell in row if cell is not None) for row in by_openpyxl(path, "README")
    )


def test_an_empty_data_file_gives_every_sheet_with_a_blank_row(empty: Data, target: Path) -> None:
    report = empty.export(target)
    assert_sound(target)
    assert openpyxl.load_workbook(target).sheetnames == SHEETS
    assert set(report.rows.values()) == {0}
    for sheet in SHEETS[1:-2]:
        header, *rows = by_openpyxl(target, sheet)
        assert rows == [[None] * len(header)]
    assert "none yet" in readme(target)


def test_one_row_is_one_row(data: Data, target: Path) -> None:
    data.add(
        "candidates", id="1A.2B", name="נועה לוי", email="noa@example.com", created_at="2026-03-01T22:30:00Z"
    )
    report = data.export(target)
    assert_sound(target)
    assert (report.rows["candidates"], report.total) == (1, 1)
    (row,) = table(target, "candidates")
    assert row["candidate_key"] == "acme:1A.2B"
    assert row["id"] == "1A.2B"
    assert row["name"] == "נועה לוי"
    assert row["middle_name"] is None
    assert row["created_at_utc"] == dt.datetime(2026, 3, 1, 22, 30)  # noqa: DTZ001
    assert row["created_date"] == dt.datetime(2026, 3, 2)  # noqa: DTZ001  # it was after midnight in Jerusalem
    assert row["updated_at_utc"] is None
    assert row["updated_date"] is None


def test_each_account_has_its_own_calendar(data: Data, target: Path) -> None:
    data.account("omaha", '{"timezone": "America/Chicago"}')
    data.account("plain", "not json")
    for name in ("acme", "omaha", "plain"):
        data.add("candidates", account_id=name, created_at="2026-03-01T23:30:00Z")
        data.add("candidates", account_id=name, id="2", created_at="2026-03-01T03:30:00Z")
    data.export(target)
    days = {(row["account_id"], row["id"]): row["created_date"].day for row in table(target, "candidates")}
    assert days == {
        ("acme", "1"): 2,
        ("acme", "2"): 1,
        ("omaha", "1"): 1,
        ("omaha", "2"): 28,
        ("plain", "1"): 1,
        ("plain", "2"): 1,
    }


def test_an_unknown_time_zone_is_told(empty: Data, target: Path) -> None:
    empty.account(settings='{"timezone": "Mars/Olympus"}')
    report = empty.export(target)
    assert report.warnings == (
        "The time zone of account acme is not known (Mars/Olympus); its dates are in UTC.",
    )
    assert "Mars/Olympus" in readme(target)


def test_rows_that_the_ats_no_longer_has_are_left_out(data: Data, target: Path) -> None:
    gone = "2026-03-02T08:00:00Z"
    data.add("candidates", id="stays", name="Noa")
    data.add("candidates", id="left", name="Dana", deleted_at=gone)
    kept = data.add("applications", id="A1", candidate_id="left")
    lost = data.add("applications", id="A2", candidate_id="stays", deleted_at=gone)
    data.step(kept, 0, application_id="A1")
    data.step(kept, 1, application_id="A1", deleted_at=gone)
    data.step(lost, 0, application_id="A2")
    report = data.export(target)
    assert (report.rows["candidates"], report.rows["applications"], report.rows["steps"]) == (1, 1, 1)
    assert "Dana" not in str(by_openpyxl(target, "applications"))


def test_sheets_join_by_their_keys(data: Data, target: Path) -> None:
    data.add("candidates", id="P1", name="Noa Levi")
    data.add("jobs", id="J1", name="Data Engineer", is_published=1, is_confidential=0, salary_min=10.5)
    data.add("sources", id="S1", name="Referral")
    data.add("stages", id="T1", job_id="J1")
    number = data.add("applications", id="A1", candidate_id="P1", job_id="J1", source_id="S1", stage_id="T1")
    data.step(number, 0, application_id="A1", stage_id="T1", position=1)
    data.add("candidate_tags", pk=number << 16, application_id="A1", candidate_id="P1", name="python")
    data.export(target)
    (application,), (step,), (tag,) = (
        table(target, sheet) for sheet in ("applications", "steps", "candidate_tags")
    )
    for sheet, key in (("candidates", "candidate_key"), ("jobs", "job_key"), ("sources", "source_key")):
        assert application[key] == table(target, sheet)[0][key]
    assert step["application_key"] == tag["application_key"] == application["application_key"] == "acme:A1"
    assert step["stage_key"] == table(target, "stages")[0]["stage_key"]
    assert (application["candidate_name"], application["job_name"], application["source_name"]) == (
        "Noa Levi",
        "Data Engineer",
        "Referral",
    )
    assert (step["candidate_name"], step["job_name"], step["position"]) == ("Noa Levi", "Data Engineer", 1)
    (job,) = table(target, "jobs")
    assert (job["is_published"], job["is_confidential"], job["is_talent_pool"]) == (True, False, None)
    assert job["salary_min"] == 10.5


def test_durations_are_days_up_to_the_last_sync(data: Data, target: Path) -> None:
    data.add("runs", id=1, account_id="acme", state="SUCCEEDED", ended_at="2026-03-11T12:00:00Z")
    data.add("runs", id=2, account_id="acme", state="FAILED", ended_at="2026-03-31T12:00:00Z")
    waiting = data.add(
        "applications",
        id="A1",
        status="active",
        created_at="2026-03-01T00:00:00Z",
        stage_entered_at="2026-03-10T00:00:00Z",
    )
    data.add(
        "applications",
        id="A2",
        status="hired",
        created_at="2026-03-01T00:00:00Z",
        status_changed_at="2026-03-03T06:00:00Z",
    )
    first, second = "2026-03-01T00:00:00Z", "2026-03-02T18:00:00Z"
    data.step(waiting, 0, state="completed", entered_at=first, completed_at=second)
    data.step(waiting, 1, state="current", entered_at=second)
    data.step(waiting, 2, state="completed", entered_at=second, completed_at=first)
    data.step(waiting, 3, state="future")
    data.export(target)
    ages = [(row["age_days"], row["in_stage_days"]) for row in table(target, "applications")]
    assert ages == [(10.5, 1.5), (2.25, None)]
    steps = [(row["duration_days"], row["waiting_days"]) for row in table(target, "steps")]
    assert steps == [(1.75, None), (None, 8.75), (None, None), (None, None)]


def test_ids_that_differ_by_case_only_stay_apart_and_still_join(data: Data, target: Path) -> None:
    for id_ in ("aB", "Ab", "plain"):
        data.add("candidates", id=id_)
        data.add("applications", id=f"of-{id_}", candidate_id=id_)
    data.add("applications", id="of-none", candidate_id="AB")
    data.export(target)
    keys = {row["id"]: row["candidate_key"] for row in table(target, "candidates")}
    assert keys["plain"] == "acme:plain"
    assert re.fullmatch(r"acme:aB~[0-9a-f]{8}", keys["aB"])
    assert len({key.lower() for key in keys.values()}) == 3
    found = {row["id"].removeprefix("of-"): row["candidate_key"] for row in table(target, "applications")}
    assert {id_: found[id_] for id_ in keys} == keys
    assert found["none"].lower() not in {key.lower() for key in keys.values()}
    data.export(target)
    assert {row["id"]: row["candidate_key"] for row in table(target, "candidates")} == keys


def test_accounts_and_ids_that_would_make_the_same_key_stay_apart(data: Data, target: Path) -> None:
    data.account("acme:1")
    data.account("ACME")
    data.add("candidates", id="1:2")
    data.add("candidates", account_id="acme:1", id="2")
    data.add("candidates", account_id="ACME", id="1:2")
    data.export(target)
    assert len({row["candidate_key"].lower() for row in table(target, "candidates")}) == 3


def test_custom_fields_are_columns_of_applications(data: Data, target: Path) -> None:
    data.account("other")
    for account in ("acme", "other"):
        data.add(
            "custom_fields",
            account_id=account,
            id="F1",
            key="Notice period",
            name="Notice period",
            applies_to="applications",
        )
    data.add("custom_fields", id="F2", key="notice-period", name="it's; another", applies_to="applications")
    first, second = data.add("applications", id="A1"), data.add("applications", account_id="other", id="A1")
    bare = data.add("applications", id="A0")
    data.add("custom_values", pk=first << 16, field_id="F1", value="=30 days")
    data.add("custom_values", pk=(first << 16) + 1, field_id="F2", value="x")
    data.add("custom_values", pk=(first << 16) + 2, field_id="F2", value="y")
    data.add("custom_values", pk=second << 16, account_id="other", field_id="F1", value="60 days")
    data.add("custom_values", pk=bare << 16, field_id="F1", value="gone", deleted_at="2026-03-01T08:00:00Z")
    data.export(target)
    assert_sound(target)
    header, *rows = by_openpyxl(target, "applications")
    plain, twin = (name for name in header if name.startswith("cf_"))
    assert plain == "cf_notice_period"
    assert [header[-2], header[-1]] == [plain, twin]
    found = [(row[plain], row[twin]) for row in records([header, *rows])]
    assert found == [("=30 days", "x; y"), ("60 days", None), (None, None)]
    assert any(row["column"] == plain and row["privacy"] == "personal" for row in table(target, "Dictionary"))


def test_custom_fields_of_every_table_are_typed_columns_of_its_sheet(data: Data, target: Path) -> None:
    data.add("accounts", id="other", ats="greenhouse", base_url="", settings="{}", created_at="2026-03-01")
    told = {
        ("candidates", "free"): ("yes_no", "yes", True),
        ("candidates", "years"): ("NUMBER", "7.5", 7.5),
        ("jobs", "opens"): ("date", "2026-05-04", dt.datetime.fromisoformat("2026-05-04")),
        ("offers", "bonus"): ("number", "about 10", "about 10"),
        ("offers", "car"): ("BOOLEAN", "perhaps", "perhaps"),
    }
    rows = {table: data.add(table, id="1") for table in ("candidates", "jobs", "offers")}
    for place, ((owner, key), (type_, value, _)) in enumerate(told.items()):
        data.add("custom_fields", id=key, key=key, name=key, applies_to=owner, type=type_)
        pk, _ = span(CUSTOM_VALUES, owner, rows[owner])
        data.add("custom_values", pk=pk + place, id=key, field_id=key, value=value)
    data.export(target)
    assert_sound(target)
    for (owner, key), (_, _, expected) in told.items():
        (row,) = records(by_openpyxl(target, owner))
        assert row[f"cf_{key}"] == expected, key


def test_two_accounts_that_disagree_on_a_type_have_text(data: Data, target: Path) -> None:
    data.account("other")
    for account, type_ in (("acme", "number"), ("other", "text")):
        row = data.add("jobs", account_id=account, id="1")
        data.add("custom_fields", account_id=account, id="F", key="rank", applies_to="jobs", type=type_)
        pk, _ = span(CUSTOM_VALUES, "jobs", row)
        data.add("custom_values", pk=pk, account_id=account, field_id="F", value="3")
    data.export(target)
    assert [row["cf_rank"] for row in records(by_openpyxl(target, "jobs"))] == ["3", "3"]


def test_tables_go_on_in_another_sheet_when_one_is_full(data: Data, target: Path) -> None:
    number = data.add("applications", id="A1")
    for place in range(7):
        data.step(number, place, position=place)
    report = data.export(target, rows_per_sheet=3)
    assert_sound(target)
    assert [report.rows[name] for name in ("steps", "steps_2", "steps_3")] == [3, 3, 1]
    positions = [row["position"] for name in ("steps", "steps_2", "steps_3") for row in table(target, name)]
    assert positions == list(range(7))
    assert report.warnings == ("steps has more rows than a sheet can hold: it goes on in steps_2.",)


def test_what_is_long_is_told_before_it_is_written(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    number = data.add("applications", id="A1")
    for place in range(5):
        data.step(number, place, position=place)
    monkeypatch.setattr(workbook, "MANY_ROWS", 4)
    monkeypatch.setattr(profiles, "ROWS_PER_SHEET", 3)
    exports = profiles.Profiles(data._store, Vault())
    assert exports.advice(Profile("", "x.xlsx", "excel"), Cancel()) == [
        "steps has more rows than a sheet can hold: it goes on in steps_2.",
        "steps has 5 rows: a folder of CSV or Parquet files is read much faster.",
    ]
    assert exports.advice(Profile("", "x", "csv"), Cancel()) == []


def test_what_was_altered_is_counted_and_told(data: Data, target: Path) -> None:
    data.add("candidates", id="1", name="Noa\x01", first_name="x" * 40_000, created_at="0200-01-01T00:00:00Z")
    data.add("candidates", id="2", name="\x02")
    report = data.export(target)
    assert_sound(target)
    told = {(altered.sheet, altered.column, altered.reason, altered.count) for altered in report.altered}
    assert told == {
        ("candidates", "name", Reason.CONTROL, 2),
        ("candidates", "first_name", Reason.CUT, 1),
        ("candidates", "created_at_utc", Reason.EARLY, 1),
        ("candidates", "created_date", Reason.EARLY, 1),
    }
    assert "candidates, name: 2 values, each of which had characters that no spreadsheet can hold" in readme(
        target
    )
    assert table(target, "candidates")[0]["created_at_utc"] == "0200-01-01T00:00:00Z"


def test_the_readme_tells_where_it_comes_from(data: Data, target: Path) -> None:
    data.add("candidates")
    data.export(target)
    text = readme(target)
    for words in (
        "ATS Desk 1.2.3",
        "UTC",
        "acme comeet",
        "Asia/Jerusalem",
        "never synced",
        "candidates 1",
        "overwritten",
    ):
        assert words in text


def test_names_that_look_like_formulas_are_text_in_the_readme_too(data: Data, target: Path) -> None:
    data.account("=HYPERLINK(1)", '{"timezone": "=1+1"}')
    data.export(target)
    assert_sound(target)
    assert "=HYPERLINK(1)" in readme(target)


def test_the_sync_sheet_tells_how_fresh_each_list_is(data: Data, target: Path) -> None:
    data.add("runs", id=1, account_id="acme", state="SUCCEEDED", started_at="2026-03-01T08:00:00Z")
    data.add("runs", id=2, account_id="acme", state="PARTIALLY_FAILED", started_at="2026-03-02T08:00:00Z")
    for run in (1, 2):
        data.add(
            "run_resources", run_id=run, resource="candidates", state="FAILED" if run == 2 else "SUCCEEDED"
        )
    data.add("checkpoints", account_id="acme", resource="candidates", watermark="2026-03-01T08:00:00Z")
    for number in range(3):
        gone = "2026-03-01T09:00:00Z" if number else None
        data.add("records", account_id="acme", resource="candidates", id=str(number), deleted_at=gone)
    data.add("issues", account_id="acme", resource="candidates", title="One")
    data.add(
        "issues", account_id="acme", resource="candidates", title="Over", closed_at="2026-03-01T09:00:00Z"
    )
    data.add("issues", account_id="acme", title="Of the account")
    data.export(target)
    whole, candidates = table(target, "Sync")
    assert (whole["resource"], whole["open_issues"], whole["rows"]) == (None, 1, 0)
    assert candidates["last_run_state"] == "FAILED"
    assert candidates["last_run_at_utc"] == dt.datetime(2026, 3, 2, 8)  # noqa: DTZ001
    assert candidates["last_success_at_utc"] == dt.datetime(2026, 3, 1, 8)  # noqa: DTZ001
    assert (candidates["rows"], candidates["deleted"], candidates["open_issues"]) == (1, 2, 1)


def test_the_same_data_gives_the_same_hash_and_other_data_another(
    data: Data, target: Path, tmp_path: Path
) -> None:
    data.add("candidates", id="1", name="Noa")
    first = data.export(target)
    again = data.export(tmp_path / "again.xlsx", version="2.0")
    assert again.hash == first.hash
    data.add("issues", account_id="acme", title="Something else")
    assert data.export(target).hash == first.hash
    data.add("candidates", id="2", name="Dana")
    assert data.export(target).hash != first.hash


def test_nobody_is_named_in_the_properties(data: Data, target: Path) -> None:
    data.export(target)
    with ZipFile(target) as archive:
        told = (archive.read("docProps/app.xml") + archive.read("docProps/core.xml")).decode().lower()
    assert "ats desk" in told
    assert "openpyxl" not in told
    assert "<dc:creator" in told
    assert "lastmodifiedby" not in told
    properties = openpyxl.load_workbook(target).properties
    assert (properties.creator, properties.lastModifiedBy) == ("ATS Desk", None)


def test_many_pieces_read_the_same_in_two_readers(data: Data, target: Path) -> None:
    for number in range(1201):
        name = ["Noa & Co", "דנה", "=1", None, "plain", " edge "][number % 6]
        data.add("candidates", id=f"{number}", name=name, created_at=f"2026-01-01T{number % 24:02}:00:00Z")
    progress: list[Progress] = []
    report = data.export(target, progress=progress.append)
    assert_sound(target)
    assert by_openpyxl(target, "candidates") == by_calamine(target, "candidates")
    assert report.rows["candidates"] == 1201
    assert [news.done for news in progress] == sorted(news.done for news in progress)
    assert progress[-1].done == progress[-1].total


@pytest.mark.parametrize("missing", ["isal", "isal.isal_zlib"])
def test_without_isal_the_workbook_is_the_same(
    data: Data, target: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    data.add("candidates", id="1", name="Noa")
    first = data.export(target).hash
    monkeypatch.setitem(sys.modules, missing, None)
    assert data.export(target).hash == first
    assert_sound(target)


def test_a_sheet_beyond_what_excel_takes_is_refused_in_words(
    data: Data, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.add("candidates", id="1", name="Noa")
    monkeypatch.setattr(write, "LARGEST_PART", 100)
    with pytest.raises(ConfigError, match="candidates is too large") as refused:
        data.export(target)
    assert refused.value.hint
    assert not list(target.parent.glob("*.xlsx"))


def test_no_part_needs_more_than_the_plainest_zip(data: Data, target: Path) -> None:
    data.add("candidates", id="1", name="Noa")
    data.export(target)
    with ZipFile(target) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {(info.extract_version, info.flag_bits, info.extra) for info in archive.infolist()} == {
            (20, 0, b"")
        }
