"""Reading lists and single objects. Source: Comeet's Recruiting API documentation, "Pagination", "Endpoints"."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from atsdesk.sandbox.comeet import Rules
from tests.sandbox.conftest import Caller, Start

CLOSED = {"Rejected", "Withdrawn", "Hired"}


def moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def uids(records: list[dict[str, Any]]) -> list[str]:
    return [record["uid"] for record in records]


def updates(caller: Caller) -> dict[str, str]:
    """When each candidate of the list was updated, stubs left out."""
    found = caller.all("/candidates", include="time_hiring_process_updated", deleted="False")
    return {one["uid"]: one["time_hiring_process_updated"] for one in found}


def test_a_page_holds_100_unless_asked_and_never_more_than_1000(comeet: Caller) -> None:
    assert len(comeet.good("/candidates")["candidates"]) == 100
    assert len(comeet.good("/candidates", limit=7)["candidates"]) == 7
    assert len(comeet.good("/candidates", limit=5000)["candidates"]) == 400


def test_the_cap_holds(start: Start) -> None:
    caller = start(rules=Rules(page_size=4, page_cap=9))
    assert len(caller.good("/candidates")["candidates"]) == 4
    assert len(caller.good("/candidates", limit=10)["candidates"]) == 9


@pytest.mark.parametrize("limit", ["0", "-3", "many", "", "1.5"])
def test_a_limit_that_is_no_number_means_the_default(comeet: Caller, limit: str) -> None:
    assert len(comeet.good("/candidates", limit=limit)["candidates"]) == 100


def test_pages_are_walked_through_an_absolute_address_that_keeps_the_filters(comeet: Caller) -> None:
    pages = list(comeet.pages("/candidates", limit=60, status="Rejected,Withdrawn"))
    assert len(pages) > 2
    for page in pages[:-1]:
        assert page["next_page"].startswith(comeet.sandbox.base_url + "/candidates?")
        assert len(page["candidates"]) == 60
    assert pages[-1]["next_page"] is None
    seen = [candidate for page in pages for candidate in page["candidates"]]
    assert len(set(uids(seen))) == len(seen)
    assert {candidate["status"] for candidate in seen} == {"Rejected", "Withdrawn"}


def test_the_list_is_in_order_of_the_last_update_then_uid(comeet: Caller) -> None:
    found = comeet.all("/candidates", include="time_hiring_process_updated", deleted="False")
    order = [(one["time_hiring_process_updated"], one["uid"]) for one in found]
    assert order == sorted(order)


def test_page_size_does_not_change_what_is_listed(comeet: Caller) -> None:
    assert uids(comeet.all("/candidates", limit=33)) == uids(comeet.all("/candidates"))


def test_a_record_that_changes_between_pages_moves_to_the_end(fresh: Caller) -> None:
    first = fresh.good("/candidates", limit=100, deleted="False")
    event = fresh.control.advance(edited=1)[0]
    rest = fresh.client.get(first["next_page"]).json()["candidates"]
    assert uids(rest)[-1] in {event["uid"], *_person(fresh, event["person_uid"])}


def _person(caller: Caller, person_uid: str) -> set[str]:
    known = caller.control.truth()["candidates"]
    return {uid for uid, one in known.items() if one["person_uid"] == person_uid}


def test_a_cursor_from_elsewhere_is_refused(comeet: Caller) -> None:
    comeet.refused(comeet.get("/candidates", cursor="abc"), 400, "invalid_cursor")


def test_status_takes_several_names(comeet: Caller) -> None:
    everybody = Counter(one["status"] for one in comeet.all("/candidates", deleted="False"))
    for names in (["Hired"], ["In progress", "Rejected"], ["On hold", "Awaiting Decision"]):
        found = comeet.all("/candidates", status=",".join(names))
        assert len(found) == sum(everybody[name] for name in names)
        assert {one["status"] for one in found} <= set(names)
    assert comeet.all("/candidates", status="No such status") == []


@pytest.mark.parametrize(
    ("parameter", "field"),
    [
        ("time_created", "time_created"),
        ("time_last_status_change", "time_last_status_changed"),
        ("time_hiring_process_updated", "time_hiring_process_updated"),
        ("time_person_last_activity", "time_person_last_activity"),
    ],
)
def test_time_filters_exclude_the_lower_bound_and_include_the_upper(
    comeet: Caller, parameter: str, field: str
) -> None:
    optional = ["time_hiring_process_updated", "time_person_last_activity"]
    everybody = comeet.all("/candidates", include=optional, deleted="False")
    times = sorted(one[field] for one in everybody)
    low, high = times[len(times) // 4], times[3 * len(times) // 4]
    bounds = {f"{parameter}:after": low, f"{parameter}:before": high}
    found = comeet.all("/candidates", include=optional, deleted="False", **bounds)
    assert set(uids(found)) == {one["uid"] for one in everybody if low < one[field] <= high}
    assert found


def test_bounds_can_be_turned_round(start: Start) -> None:
    turned = start(rules=Rules(rate_requests=0, after_inclusive=True, before_inclusive=False), seed=5)
    times = updates(turned)
    low, high = sorted(times.values())[10], sorted(times.values())[90]
    bounds = {"time_hiring_process_updated:after": low, "time_hiring_process_updated:before": high}
    found = turned.all("/candidates", deleted="False", **bounds)
    assert set(uids(found)) == {uid for uid, at in times.items() if low <= at < high}


def test_a_persons_activity_is_the_latest_of_all_their_hiring_processes(comeet: Caller) -> None:
    optional = ["time_hiring_process_updated", "time_person_last_activity"]
    everybody = comeet.all("/candidates", include=",".join(optional), deleted="False")
    latest: dict[str, str] = {}
    for one in everybody:
        person = one["person_uid"]
        latest[person] = max(latest.get(person, ""), one["time_hiring_process_updated"])
    assert all(one["time_person_last_activity"] >= latest[one["person_uid"]] for one in everybody)
    assert any(one["time_person_last_activity"] > one["time_hiring_process_updated"] for one in everybody)


@pytest.mark.parametrize(
    "text", ["yesterday", "", "2026-03-01", "2026-02-30T00:00:00Z", "2026-03-01T08:00:00+01:00"]
)
@pytest.mark.parametrize("path", ["/candidates", "/positions", "/deleted-candidates"])
def test_a_bad_time_is_refused(comeet: Caller, path: str, text: str) -> None:
    name = {"/candidates": "time_created", "/positions": "time_last_updated"}.get(path, "time_deleted")
    comeet.refused(comeet.get(path, **{f"{name}:after": text}), 400, "invalid_datetime")


def test_deleted_stubs_are_listed_unless_left_out(comeet: Caller) -> None:
    everybody = comeet.all("/candidates")
    stubs = [one for one in everybody if one["deleted"]]
    assert stubs
    assert all(one == {"uid": one["uid"], "deleted": True} for one in stubs)
    assert comeet.all("/candidates", deleted="True") == stubs
    assert len(comeet.all("/candidates", deleted="False")) == len(everybody) - len(stubs)
    assert uids(comeet.all("/candidates", deleted="true")) == uids(everybody)


def test_deleted_candidates_are_named_in_a_bare_array(fresh: Caller) -> None:
    before = fresh.good("/deleted-candidates")
    assert set(before) == set(uids(fresh.all("/candidates", deleted="True")))
    now = fresh.control.state()["now"]
    gone = fresh.control.advance(deleted=3)
    later = fresh.good("/deleted-candidates", time_deleted__before="2999-01-01T00:00:00Z")
    assert later[-3:] != before[-3:]
    assert set(later) - set(before) == {event["uid"] for event in gone}
    earlier = f"{datetime.fromtimestamp(moment(now).timestamp() - 1, UTC):%Y-%m-%dT%H:%M:%SZ}"
    assert set(fresh.good("/deleted-candidates", time_deleted__after=earlier)) == set(later) - set(before)


def test_one_candidate_is_the_same_as_in_the_list(comeet: Caller) -> None:
    for listed in comeet.all("/candidates", limit=50)[::40]:
        single = comeet.good(f"/candidates/{listed['uid']}")
        for one in (listed, single):
            one.get("resume", {}).pop("url", None)
        assert single == listed


def test_the_number_of_the_web_page_works_with_its_header_only(comeet: Caller) -> None:
    candidate = comeet.all("/candidates", status="Hired")[0]
    number = candidate["URL"].rpartition("/")[2]
    comeet.refused(comeet.get(f"/candidates/{number}"), 404, "not_found")
    answer = comeet.client.get(f"/candidates/{number}", headers={"IDENTIFIER_TYPE": "REAL_ID"})
    assert answer.json()["uid"] == candidate["uid"]
    for wrong in ("1", str(int(number) + 1), "x", "9" * 40):
        answer = comeet.client.get(f"/candidates/{wrong}", headers={"IDENTIFIER_TYPE": "REAL_ID"})
        comeet.refused(answer, 404, "not_found")


def test_a_merged_candidate_answers_401_and_leaves_the_lists(fresh: Caller) -> None:
    event = fresh.control.advance(merged=1)[0]
    fresh.refused(fresh.get(f"/candidates/{event['uid']}"), 401, "duplicate_candidate")
    assert event["uid"] not in uids(fresh.all("/candidates"))
    assert event["uid"] not in fresh.good("/deleted-candidates")
    assert fresh.good(f"/candidates/{event['into']}")["person_uid"] != event["person_uid"]


def test_merged_candidates_can_count_as_deleted(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, merged_count_as_deleted=True))
    event = caller.control.advance(merged=1)[0]
    assert event["uid"] in caller.good("/deleted-candidates")


def test_positions_are_paged_filtered_and_read_one_by_one(comeet: Caller) -> None:
    pages = list(comeet.pages("/positions", limit=5))
    listed = [position for page in pages for position in page["positions"]]
    assert len(pages) == 3
    assert listed == comeet.all("/positions")
    order = [(position["time_updated"], position["uid"]) for position in listed]
    assert order == sorted(order)
    assert {position["status"] for position in listed} >= {"open", "closed"}
    assert {position["status"] for position in comeet.all("/positions", status="open")} == {"open"}
    assert comeet.good(f"/positions/{listed[3]['uid']}") == listed[3]
    comeet.refused(comeet.get("/positions/00.00000"), 404, "position_not_found")
    low, high = listed[2]["time_updated"], listed[8]["time_updated"]
    some = comeet.all("/positions", time_last_updated__after=low, time_last_updated__before=high)
    assert uids(some) == [one["uid"] for one in listed if low < one["time_updated"] <= high]


def test_candidates_of_one_position_leave_out_those_rejected_at_screening(comeet: Caller) -> None:
    everybody = comeet.all("/candidates", deleted="False")
    position = Counter(one["position_uid"] for one in everybody).most_common(1)[0][0]
    here = [one for one in everybody if one["position_uid"] == position]
    screened = [one for one in here if one["status"] == "Rejected" and len(one["completed_steps"]) <= 1]
    found = comeet.all(f"/positions/{position}/candidates", deleted="False", limit=20)
    assert screened
    assert set(uids(found)) == set(uids(here)) - set(uids(screened))
    comeet.refused(comeet.get("/positions/00.00000/candidates"), 404, "position_not_found")


def test_resume_links_serve_bytes_for_a_quarter_of_an_hour(fresh: Caller) -> None:
    candidate = next(one for one in fresh.all("/candidates") if "resume" in one)
    answer = fresh.client.get(candidate["resume"]["url"], headers={"Authorization": ""})
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-1.4")
    fresh.control.set_clock(899)
    assert fresh.client.get(candidate["resume"]["url"]).status_code == 200
    fresh.control.set_clock(901)
    assert fresh.client.get(candidate["resume"]["url"]).status_code == 403
    parts = urlsplit(candidate["resume"]["url"])
    assert fresh.client.get(parts.path.replace(".", "1.", 1)).status_code == 403


def test_the_files_tab_is_a_bare_array_without_the_resume(comeet: Caller) -> None:
    everybody = comeet.all("/candidates", deleted="False")
    files = {one["uid"]: comeet.good(f"/candidates/{one['uid']}/files") for one in everybody[::4]}
    filled = [listed for listed in files.values() if listed]
    assert filled
    assert [] in files.values()
    assert filled[0][0]["name"].startswith("Task ")
    assert comeet.client.get(filled[0][0]["url"]).content.startswith(b"%PDF")
    comeet.refused(comeet.get("/candidates/00.00000/files"), 404, "not_found")


def test_other_paths_are_not_found(comeet: Caller) -> None:
    comeet.refused(comeet.get("/no-such-list"), 404, "not_found")
    comeet.refused(comeet.get("/candidates/00.00000"), 404, "not_found")
    for path in ("/v1", "/v1/candidates"):
        answer = comeet.get(path)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/html")
    comeet.refused(comeet.get("/candidates/00.00000/notes"), 405, "method_not_allowed")


def test_every_answer_carries_the_sandboxs_date(fresh: Caller) -> None:
    fresh.control.set_clock(86_400 * 365)
    stated = datetime.strptime(fresh.get("/nothing").headers["date"], "%a, %d %b %Y %H:%M:%S GMT").replace(
        tzinfo=UTC
    )
    assert abs((stated - moment(fresh.control.state()["now"])).total_seconds()) <= 2
    assert (stated - datetime.now(UTC)).days >= 364
