"""Interviews of SmartRecruiters: three ways in, and files."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.desk import ResourceCheck
from atsdesk.errors import ConfigError, DataError
from atsdesk.sandbox.smartrecruiters import Rules
from tests.sync.lab import ACCOUNT, Lab, connected, of
from tests.sync.smartrecruiters import SMARTRECRUITERS, client_of

Start = Callable[..., Lab]
ONLY_INTERVIEWS = (
    "users,departments,sources,rejection_reasons,withdrawal_reasons,candidate_properties,job_properties,"
    "candidate_options,job_options,job_details,candidate_details,status_histories,attachments,candidate_values,"
    "application_values,offers"
)


@pytest.fixture(scope="class")
def system() -> Any:
    return SMARTRECRUITERS


@pytest.fixture
def quick(start: Start) -> Callable[..., Lab]:
    """A sandbox and an account that reads jobs, candidates and interviews only."""

    def begin(name: str = "data", mode: str = "report", **options: Any) -> Lab:
        settings = {"leave_out": ONLY_INTERVIEWS, "interviews_mode": mode, **options.pop("settings", {})}
        return start(name, settings=settings, **options)

    return begin


def true_seats(lab: Lab, *, by_api: bool = False) -> dict[str, Any]:
    found = lab.control.truth()["interviews"]
    return {key: one for key, one in found.items() if not by_api or (one["by_api"] and not one["canceled"])}


def seats(lab: Lab) -> set[str]:
    """Interviewers as the sandbox tells them apart: interview, interviewer, beginning."""
    return {
        f"{event}/{user}/{start}"
        for event, user, start in lab.select(
            "select i.event_id, p.user_id, i.starts_at from interviewers p join interviews i on i.id = p.interview_id"
            " where p.deleted_at is null and i.deleted_at is null"
        )
    }


@pytest.mark.parametrize("mode", ["report", "analytics"])
def test_every_interviewer_of_every_slot_arrives(quick: Callable[..., Lab], mode: str) -> None:
    lab = quick(mode=mode)
    lab.good_sync()
    truth = true_seats(lab)
    assert seats(lab) == truth.keys()
    canceled = {row["event_id"] for row in lab.living("interviews").values() if row["status"] == "canceled"}
    assert canceled == {key.split("/")[0] for key, one in truth.items() if one["canceled"]}
    ratings = {row["id"]: row["rating"] for row in lab.living("interviewers").values() if row["rating"]}
    assert len(ratings) == sum(one["rating"] is not None for one in truth.values())
    for row in lab.living("interviews").values():
        assert row["timezone"]
        assert " " not in row["timezone"]
        assert row["application_id"] in lab.living("applications")


def test_the_ways_agree_on_every_row(quick: Callable[..., Lab], tmp_path: Path) -> None:
    lab = quick()
    lab.good_sync()
    settings = {"interviews_mode": "analytics", "leave_out": ONLY_INTERVIEWS, "requests_per_second": "0"}
    with connected(SMARTRECRUITERS, lab.sandbox, tmp_path / "other", settings) as other:
        other.good_sync()
        for table in ("interviews", "interviewers"):
            assert other.facts()[table] == lab.facts()[table]


def test_changing_the_way_keeps_the_rows_and_writes_only_what_differs(quick: Callable[..., Lab]) -> None:
    lab = quick(mode="report")
    lab.good_sync()
    before = lab.facts()["interviews"]
    settings = lab.desk.account(ACCOUNT).settings
    lab.desk.set_settings(ACCOUNT, {**settings, "interviews_mode": "analytics"})
    lab.good_sync(full=True)
    assert lab.facts()["interviews"] == before


def test_slots_that_move_and_go_are_followed(quick: Callable[..., Lab]) -> None:
    lab = quick(candidates=300)
    lab.good_sync()
    for _ in range(3):
        lab.control.advance(interviewed=4, rescheduled=2, canceled=1, feedback=3, deleted=2)
        lab.good_sync(accept_deletions=True)
    assert seats(lab) == true_seats(lab).keys()


def test_interviews_of_the_api_come_by_the_ids_of_applications(quick: Callable[..., Lab]) -> None:
    lab = quick(mode="api")
    report = lab.good_sync()
    assert "interviews" not in [one.resource for one in report.resources]
    assert seats(lab) == true_seats(lab, by_api=True).keys()
    assert all(
        row["application_id"] in lab.living("applications") for row in lab.living("interviews").values()
    )


def test_a_full_sync_finds_what_the_api_s_interviews_became(quick: Callable[..., Lab]) -> None:
    lab = quick(mode="api", candidates=250)
    lab.good_sync()
    for _ in range(4):
        lab.control.advance(interviewed=6, rescheduled=2, canceled=1)
    lab.good_sync(full=True)
    assert seats(lab) == true_seats(lab, by_api=True).keys()


def test_an_api_that_tells_no_application_ids_is_explained(quick: Callable[..., Lab]) -> None:
    lab = quick(mode="api", rules=Rules(rate_requests=0, list_seconds=0, application_id_in_pair=False))
    report = lab.sync()
    assert of(report, "api_interviews").state == "FAILED"
    assert "interviews_mode" in report.message


@pytest.mark.parametrize("settings", [{"interviews_mode": "off"}, {"interviews_mode": "", "report_id": ""}])
def test_off_reads_no_interviews(quick: Callable[..., Lab], settings: dict[str, str]) -> None:
    lab = quick(settings=settings)
    report = lab.good_sync()
    assert not {"interviews", "api_interviews"} & {one.resource for one in report.resources}


def test_the_data_service_is_asked_once_a_day_unless_a_full_sync_is_wanted(quick: Callable[..., Lab]) -> None:
    lab = quick(mode="analytics")
    lab.good_sync()
    assert of(lab.good_sync(), "interviews").requests == 0
    assert of(lab.good_sync(full=True), "interviews").requests == 1
    lab.control.set_clock(86_500)
    assert of(lab.good_sync(), "interviews").requests == 1


# --- Reports ----------------------------------------------------------------------------------------------------


def test_a_run_under_way_is_waited_for(quick: Callable[..., Lab]) -> None:
    lab = quick()
    files = f"/reporting-api/v201804/reports/{lab.sandbox.settings['report_id']}/files"
    with client_of(lab.sandbox) as client:
        assert client.post(files).status_code == 201
    lab.good_sync()
    assert seats(lab) == true_seats(lab).keys()


def test_a_report_that_fails_is_told_and_the_rest_goes_on(quick: Callable[..., Lab]) -> None:
    lab = quick()
    lab.good_sync()
    before = lab.living("interviews").keys()
    lab.control.fail("report-failed@reporting-api/*x*")
    report = lab.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert "could not make the report" in of(report, "interviews").message
    assert of(report, "candidates").state == "SUCCEEDED"
    assert lab.living("interviews").keys() == before


def test_waiting_for_a_report_ends_with_a_cancel(quick: Callable[..., Lab]) -> None:
    lab = quick()
    lab.control.fail("report-stuck@reporting-api/*x*")
    cancel, reports = Cancel(), []
    thread = threading.Thread(target=lambda: reports.append(lab.sync(cancel=cancel)))
    thread.start()
    while not any(
        one["path"].endswith("/files") and one["method"] == "GET" for one in lab.control.requests()
    ):
        assert thread.is_alive()
    cancel.set()
    thread.join(timeout=10)
    assert [report.state for report in reports] == ["CANCELLED"]
    lab.control.heal()
    lab.good_sync()
    assert seats(lab) == true_seats(lab).keys()


def test_without_a_report_id_one_is_told_what_to_do(quick: Callable[..., Lab]) -> None:
    lab = quick(settings={"report_id": ""})
    report = lab.sync()
    assert "report_id" in of(report, "interviews").message


def test_trying_an_account_runs_no_report(quick: Callable[..., Lab]) -> None:
    lab = quick()
    checks = {check.resource: check for check in lab.desk.test_account(ACCOUNT)}
    assert isinstance(checks["interviews"], ResourceCheck)
    assert checks["interviews"].state == "readable"
    assert "POST" not in [one["method"] for one in lab.control.requests()]


def test_a_report_without_a_needed_column_says_which(quick: Callable[..., Lab]) -> None:
    lab = quick()
    reports = client_of(lab.sandbox)
    with reports as client:
        listed = client.get("/reporting-api/v201804/reports").json()["content"]
    other = next(one["reportId"] for one in listed if one["reportId"] != lab.sandbox.settings["report_id"])
    settings = lab.desk.account(ACCOUNT).settings
    lab.desk.set_settings(ACCOUNT, {**settings, "report_id": other})
    message = of(lab.sync(), "interviews").message
    assert "interviewId is needed" in message
    assert "Add the column to the report" in message


# --- Files ------------------------------------------------------------------------------------------------------


def download(lab: Lab, folder: Path, service: str, kind: str = "text/csv") -> Path:
    with client_of(lab.sandbox) as client:
        answer = client.get(f"/analytics/{service}", headers={"Accept": kind}).raise_for_status()
    path = folder / f"{service}-extract.{'csv' if 'csv' in kind else 'json'}"
    path.write_bytes(answer.content)
    return path


@pytest.fixture
def off(quick: Callable[..., Lab]) -> Lab:
    return quick(mode="off")


@pytest.mark.parametrize("kind", ["text/csv", "application/json"])
def test_a_downloaded_extract_brings_the_same_rows_as_the_service(
    off: Lab, quick: Callable[..., Lab], tmp_path: Path, kind: str
) -> None:
    path = download(off, tmp_path, "interviews", kind)
    seen = off.desk.preview_import(ACCOUNT, path)
    assert (seen.service, seen.unknown, seen.problems) == ("interviews", (), ())
    assert off.living("interviews") == {}, "a preview writes nothing"
    done = off.desk.import_file(ACCOUNT, path)
    assert done.rows == len(true_seats(off)) == seen.row_count
    assert seats(off) == true_seats(off).keys()
    again = off.desk.import_file(ACCOUNT, path)
    assert (again.added, again.changed) == (0, 0)


def test_a_mapping_is_remembered_for_the_account_and_its_reports(off: Lab, tmp_path: Path) -> None:
    path = download(off, tmp_path, "interviews")
    path.write_text(path.read_text(encoding="utf-8").replace("startTime", "Slot begins", 1), encoding="utf-8")
    with pytest.raises(DataError, match="startTime is needed"):
        off.desk.import_file(ACCOUNT, path)
    assert off.living("interviews") == {}
    seen = off.desk.preview_import(ACCOUNT, path)
    assert seen.unknown == ("Slot begins",)
    assert "startTime" in seen.choices
    off.desk.import_file(ACCOUNT, path, {"Slot begins": "startTime"})
    assert seats(off) == true_seats(off).keys()
    assert json.loads(off.desk.account(ACCOUNT).settings["columns"]) == {"Slot begins": "startTime"}
    assert off.desk.preview_import(ACCOUNT, path).problems == ()


def test_a_file_with_a_bad_row_goes_in_not_at_all(off: Lab, tmp_path: Path) -> None:
    path = download(off, tmp_path, "interviews")
    path.write_bytes(path.read_bytes() + b"a,b\r\n")
    with pytest.raises(DataError, match="cells instead of 30"):
        off.desk.import_file(ACCOUNT, path)
    assert off.living("interviews") == {}
    assert off.select("select count(*) from records where resource = 'interviews'") == [(0,)]


@pytest.mark.parametrize("service", ["applications", "jobs", "positions", "hiring-team", "job-fields"])
def test_every_other_extract_goes_in(off: Lab, tmp_path: Path, service: str) -> None:
    path = download(off, tmp_path, service)
    done = off.desk.import_file(ACCOUNT, path)
    assert done.service == service
    truth = off.control.truth()
    match service:
        case "applications":
            pairs = {f"{one['candidate']}:{one['job']}" for one in truth["applications"].values()}
            assert off.living("applications").keys() == pairs
            assert {row["status"] for row in off.living("applications").values()} <= {
                "active", "hired", "rejected", "withdrawn", "transferred",
            }  # fmt: skip
            assert all(row["name"] for row in off.living("candidates").values())
            assert off.living("eeoc") == {}
            assert "Gender" not in str(off.select("select body from records"))
        case "jobs":
            assert {key: row["status_raw"] for key, row in off.living("jobs").items()} == truth["jobs"]
        case "positions":
            assert {row["job_id"] for row in off.living("openings").values()} <= truth["jobs"].keys()
        case "hiring-team":
            assert all(row["name"] and row["role"] for row in off.living("hiring_team").values())
        case "job-fields":
            assert off.living("custom_values") == {}, "no job is known yet that could own them"


def test_an_old_extract_does_not_undo_what_the_api_says(start: Start, tmp_path: Path) -> None:
    lab = start(settings={"interviews_mode": "off"})
    paths = [
        download(lab, tmp_path, service) for service in ("applications", "jobs", "positions", "hiring-team")
    ]
    lab.good_sync()
    lab.control.advance(moved=5, rejected=5, deleted=3, edited=5, job_closed=2)
    lab.good_sync(full=True)
    before = lab.facts()
    for path in (*paths, download(lab, tmp_path, "job-fields")):
        lab.desk.import_file(ACCOUNT, path)
    after = lab.facts()
    for table in ("jobs", "openings", "hiring_team", "custom_values", "candidates", "applications"):
        for identity, row in before[table].items():
            now = after[table][identity]
            said = {name: value for name, value in row.items() if value is not None}
            assert {name: now[name] for name in said} == said
    assert lab.control.truth()["deleted"]
    assert not set(lab.control.truth()["deleted"]) & lab.living("candidates").keys()


def test_the_services_complete_what_the_lists_say_when_they_are_included(start: Start) -> None:
    names = (
        "analytics_applications,analytics_jobs,analytics_positions,analytics_hiring_team,analytics_job_fields"
    )
    lab = start(settings={"include": names, "interviews_mode": "off"})
    report = lab.good_sync()
    assert {of(report, name).state for name in names.split(",")} == {"SUCCEEDED"}
    assert all(row["updated_at"] for row in lab.living("applications").values())
    assert lab.living("eeoc") == {}
    values = lab.select("select row_id, count(*) from custom_values where applies_to = 'jobs' group by 1")
    assert all(count <= 3 for _, count in values), "no field of a job is there twice"


def test_gender_and_ethnicity_come_only_where_they_are_included(quick: Callable[..., Lab]) -> None:
    lab = quick(mode="off", settings={"include": "analytics_eeoc"})
    lab.good_sync()
    assert {row["gender"] for row in lab.living("eeoc").values()} >= {"MALE", "FEMALE"}


def test_a_system_without_importable_files_says_so(tmp_path: Path, data_dir: Path) -> None:
    from atsdesk.desk import Desk

    with Desk(data_dir) as desk:
        desk.add_account("comeet", "other", {})
        with pytest.raises(ConfigError, match="cannot be imported"):
            desk.preview_import("other", tmp_path / "x.csv")
