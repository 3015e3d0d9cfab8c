"""Interviews three ways, and the other data services.

Source: vendor documentation, "Interviews and reviews", "Reporting API", "Analytics API".
"""

import csv
import gzip
import io
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from atsdesk.sandbox.smartrecruiters import Rules
from tests.sandbox.smartrecruiters.conftest import INTERVIEWS, REPORTS, Caller, Start

COLUMNS = {
    "interviews": 30,
    "applications": 26,
    "jobs": 19,
    "positions": 12,
    "hiring-team": 6,
    "job-fields": 3,
}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read(caller: Caller, service: str, **parameters: str) -> str:
    answer = caller.client.get(f"/analytics/{service}", params=parameters, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/csv")
    return answer.text


def as_text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return "" if value is None else str(value)


def utc(local: str, zone: str) -> str:
    moment = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone.replace(" ", "_")))
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize("service", COLUMNS)
def test_csv_and_json_hold_the_same(smart: Caller, service: str) -> None:
    text = read(smart, service)
    assert "\r\n" in text
    assert not text.startswith("\ufeff")
    rows = table(text)
    objects = smart.good(f"/analytics/{service}")["content"]
    assert len(rows[0]) == COLUMNS[service]
    assert rows == [{key: as_text(value) for key, value in one.items()} for one in objects]


@pytest.mark.parametrize("accept", ["text/csv", "application/json"])
def test_an_answer_is_chunked_and_packed_when_asked_for(smart: Caller, accept: str) -> None:
    sizes = {}
    for encoding in ("gzip", "identity"):
        headers = {"Accept": accept, "Accept-Encoding": encoding}
        with smart.client.stream("GET", "/analytics/interviews", headers=headers) as answer:
            wire = b"".join(answer.iter_raw())
        assert answer.headers["transfer-encoding"] == "chunked"
        assert (answer.headers.get("content-encoding") == "gzip") == (encoding == "gzip")
        sizes[encoding] = gzip.decompress(wire) if encoding == "gzip" else wire
        assert encoding == "identity" or len(wire) * 2 < len(sizes["gzip"])
    assert sizes["gzip"] == sizes["identity"]


def test_a_row_is_an_interviewer_in_a_time_slot_in_the_interviews_own_zone(smart: Caller) -> None:
    truth = smart.control.truth()
    found = {}
    for row in smart.good("/analytics/interviews")["content"]:
        start = utc(row["startTime"], row["interviewTimeZone"])
        found[f"{row['interviewId']}/{row['interviewerEmployeeId']}/{start}"] = {
            "application": row["applicationId"],
            "type": row["interviewType"],
            "status": row["interviewerStatus"],
            "canceled": row["interviewCanceled"],
            "rating": row["interviewerRating"],
        }
        application = truth["applications"][row["applicationId"]]
        assert (application["candidate"], application["job"]) == (row["candidateProfileId"], row["jobId"])
        assert application["status"].replace("OFFERED", "OFFER") == row["applicationStage"]
    for one in truth["interviews"].values():
        del one["by_api"]
    assert found == truth["interviews"]


def lengths(row: dict[str, Any]) -> set[float]:
    """Hours from beginning to end by the clock there, which may have been set back or forth meanwhile."""
    zone = ZoneInfo(row["interviewTimeZone"].replace(" ", "_"))
    start, end = (
        [datetime.fromisoformat(row[name]).replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
        for name in ("startTime", "endTime")
    )
    return {(late - early).total_seconds() / 3600 for early in start for late in end}


def test_the_rows_look_like_the_vendors(start: Start) -> None:
    rows = start(candidates=1500, seed=3).good("/analytics/interviews")["content"]
    zones = {row["interviewTimeZone"] for row in rows}
    assert {"America/Los Angeles", "Europe/Warsaw"} < zones
    for row in rows:
        assert row["interviewStartDate"] == f"{row['interviewStartDate'][:10]}T00:00:00"
        assert row["duration"] in lengths(row)
        assert row["duration"] <= row["interviewDuration"]
        assert (row["timeToProvideFeedback"] is None) == (row["interviewerRating"] is None)
    for name, words in {
        "interviewType": {"ONSITE", "PHONE", "VIDEO", "OTHER"},
        "candidateStatus": {"PENDING", "TENTATIVE", "ACCEPTED", "DECLINED"},
        "interviewCanceled": {True, False},
        "interviewerRating": {None, 1, 2, 3, 4, 5},
    }.items():
        assert {row[name] for row in rows} == words
    reviews = [row["interviewerReview"] or "" for row in rows]
    assert any("\n" in review for review in reviews)
    assert any('"' in review for review in reviews)
    assert any(row["timeToProvideFeedback"] and row["timeToProvideFeedback"] % 1 for row in rows)


def test_dates_may_have_another_form(smart: Caller) -> None:
    usual = smart.good("/analytics/jobs")["content"][0]["jobCreateDate"]
    moment = datetime.fromisoformat(usual)
    for pattern, directive in {
        "yyyy-MM-dd'T'HH:mm:ss": "%Y-%m-%dT%H:%M:%S",
        "dd.MM.yy, HH'h'mm": "%d.%m.%y, %Hh%M",
        "yyyy''MM": "%Y'%m",
    }.items():
        shown = smart.good("/analytics/jobs", dateFormat=pattern)["content"][0]["jobCreateDate"]
        assert shown == moment.strftime(directive)
    for pattern in ("QQ", "yyyyy-", "yyyy'open"):
        smart.refused(smart.get("/analytics/jobs", dateFormat=pattern), 400)
    assert smart.get("/analytics/hiring-team", dateFormat="QQ").status_code == 200


def test_the_spelling_of_files_can_be_changed(start: Start) -> None:
    other = start(
        rules=Rules(analytics_header="label", analytics_bom=True, analytics_newline="\n", rate_requests=0)
    )
    text = read(other, "interviews")
    assert text.startswith("\ufeffInterview ID,Application ID,Application Stage")
    assert "\r" not in text
    assert "America/Los_Angeles" in read(
        start(rules=Rules(rate_requests=0, zone_with_space=False), candidates=600), "interviews"
    )


def test_services_agree_with_the_lists(smart: Caller) -> None:
    jobs = {job["id"]: job for job in smart.all("/jobs")}
    rows = smart.good("/analytics/jobs")["content"]
    assert {row["jobId"]: row["jobStatus"] for row in rows} == {
        uid: job["status"] for uid, job in jobs.items()
    }
    applications = smart.good("/analytics/applications")["content"]
    assert sum(row["candidatesTotal"] for row in rows) == len(applications)
    truth = smart.control.truth()["applications"]
    assert {row["applicationId"] for row in applications} == set(truth)
    hired = [row for row in applications if row["applicationStage"] == "HIRED"]
    taken = {
        row["positionId"] for row in smart.good("/analytics/positions")["content"] if row["positionHireDate"]
    }
    assert {row["positionId"] for row in hired} - {None} == taken != set()
    for row in applications:
        assert (row["applicationRejectedAfter"] is not None) == (row["applicationStage"] == "REJECTED")
        assert (row["applicationWithdrawnAfter"] is not None) == (row["applicationStage"] == "WITHDRAWN")
    assert {row["role"] for row in smart.good("/analytics/hiring-team")["content"]} >= {"RECRUITER"}
    fields = {one["label"] for one in smart.good("/configuration/job-properties")["content"]}
    assert {row["jobFieldName"] for row in smart.good("/analytics/job-fields")["content"]} == fields


def test_there_is_no_general_list_of_interviews(smart: Caller) -> None:
    smart.refused(smart.get(INTERVIEWS), 400)
    smart.refused(smart.get(INTERVIEWS, applicationId=""), 400)
    assert smart.good(INTERVIEWS, applicationId="nobody") == {"totalFound": 0, "content": []}


@pytest.mark.parametrize("visible", ["api", "all"])
def test_the_interview_api_shows_those_made_by_the_api_unless_it_shows_all(
    start: Start, visible: Any
) -> None:
    caller = start(rules=Rules(rate_requests=0, interviews_visible=visible), candidates=250)
    truth = caller.control.truth()
    expected = {
        tuple(key.split("/"))
        for key, one in truth["interviews"].items()
        if (visible == "all" or one["by_api"]) and not one["canceled"]
    }
    found = set()
    for application in truth["applications"]:
        for one in caller.good(INTERVIEWS, applicationId=application)["content"]:
            for slot in one["timeslots"]:
                start_at = f"{slot['startsOn'][:19]}Z"
                found |= {(one["id"], seat["id"], start_at) for seat in slot["interviewers"]}
    assert found == expected != set()


def test_an_application_is_found_from_its_pair(smart: Caller, start: Start) -> None:
    for uid, one in list(smart.control.truth()["applications"].items())[::40]:
        pair = smart.good(f"/candidates/{one['candidate']}/jobs/{one['job']}")
        assert (pair["applicationId"], pair["status"]) == (uid, one["status"])
        shown = smart.good(f"/job-applications-api/v202112/job-applications/{uid}")
        assert (shown["candidateId"], shown["jobId"]) == (one["candidate"], one["job"])
    silent = start(rules=Rules(rate_requests=0, application_id_in_pair=False))
    one = next(iter(silent.control.truth()["applications"].values()))
    assert "applicationId" not in silent.good(f"/candidates/{one['candidate']}/jobs/{one['job']}")


def test_reviews_need_candidate_and_job(smart: Caller) -> None:
    smart.refused(smart.get("/reviews-api/v201910/reviews", candidateId="x"), 400)
    rated = next(row for row in smart.good("/analytics/interviews")["content"] if row["interviewerRating"])
    pair = {"candidateId": rated["candidateProfileId"], "jobId": rated["jobId"]}
    reviews = smart.good("/reviews-api/v201910/reviews", **pair)["content"]
    assert rated["interviewerRating"] in [one["rating"] for one in reviews]
    assert rated["interviewerEmployeeId"] in [one["reviewerId"] for one in reviews]


def test_a_report_is_run_looked_at_and_downloaded(fresh: Caller) -> None:
    base = f"{REPORTS}/{fresh.sandbox.settings['report_id']}/files"
    fresh.refused(fresh.get(f"{base}/recent"), 404)
    started = fresh.client.post(base)
    assert (started.status_code, started.json()["reportFileStatus"]) == (201, "PENDING")
    fresh.refused(fresh.client.post(base), 409)
    assert "generationDate" not in started.json()
    statuses = [fresh.good(base)["content"][0]["reportFileStatus"] for _ in range(2)]
    fresh.refused(fresh.get(f"{base}/recent/data"), 404)
    done = fresh.good(f"{base}/recent")
    assert [*statuses, done["reportFileStatus"]] == ["PENDING", "RUNNING", "COMPLETED"]
    assert done["generationDate"] >= done["schedulingDate"]
    data = fresh.get(f"{base}/recent/data")
    of_file = fresh.get(f"/reporting-api/v201804/files/{done['reportFileId']}/data")
    assert data.text == of_file.text
    tag = {"If-None-Match": data.headers["etag"]}
    assert fresh.client.get(f"{base}/recent/data", headers=tag).status_code == 304
    assert fresh.client.post(base).status_code == 201
    assert len(fresh.good(base)["content"]) == 2
    fresh.refused(fresh.get(f"{REPORTS}/nobody/files"), 404)


def test_a_report_has_human_labels_moments_in_utc_and_columns_of_its_own(fresh: Caller) -> None:
    rows = table(fresh.run_report())
    assert "Interview ID" in rows[0]
    assert "Screening Question Answer: May you work here?" in rows[0]
    keys = {
        f"{row['Interview ID']}/{row['Interviewer Employee Id']}/{row['Start Time'][:19]}Z" for row in rows
    }
    assert keys == set(fresh.control.truth()["interviews"])
    assert {row["Interview Canceled"] for row in rows} == {"TRUE", "FALSE"}
    assert rows[0]["Start Time"].endswith(".000Z")


def test_a_report_shows_what_was_there_when_it_ran(fresh: Caller) -> None:
    before = fresh.run_report()
    fresh.control.advance(feedback=2, rescheduled=1)
    base = f"{REPORTS}/{fresh.sandbox.settings['report_id']}/files"
    assert fresh.get(f"{base}/recent/data").text == before
    assert fresh.run_report() != before


def test_there_is_a_report_of_applications_and_reports_are_paged(fresh: Caller) -> None:
    first = fresh.good(REPORTS, limit=1)
    second = fresh.good(REPORTS, limit=1, page=first["nextPage"])
    assert "nextPage" not in second
    (other,) = second["content"]
    assert fresh.good(f"{REPORTS}/{other['reportId']}") == other
    rows = table(fresh.run_report(other["reportId"]))
    assert {row["Application ID"] for row in rows} == set(fresh.control.truth()["applications"])


def test_runs_may_fail_or_never_end(fresh: Caller) -> None:
    base = f"{REPORTS}/{fresh.sandbox.settings['report_id']}/files"
    fresh.client.post(base)
    fresh.control.fail("report-failed@reporting-api/*", "report-stuck@reporting-api/*")
    statuses = [fresh.good(base)["content"][0]["reportFileStatus"] for _ in range(3)]
    assert statuses == ["FAILED", "RUNNING", "COMPLETED"]
