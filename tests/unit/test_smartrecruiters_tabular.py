"""Tables of SmartRecruiters in every spelling: headers, encodings, separators, JSON, and what is no table."""

import json

import pytest

from atsdesk.ats.smartrecruiters import columns, interviews, records, services, tabular
from atsdesk.ats.smartrecruiters.columns import SERVICES
from atsdesk.errors import DataError
from atsdesk.rows import Rows

KEYS = (
    "interviewId,applicationId,applicationStage,candidateProfileId,candidateStatus,jobId,interviewType,"
    "interviewStartDate,interviewTimeZone,interviewCanceled,interviewerEmployeeId,interviewerStatus,startTime,endTime,"
    "duration"
)
SAMPLE = (
    "65f0a1b2c3d4e5f601020304,0b7c1d9e-0000-4000-8000-00000000b001,INTERVIEW,0b7c1d9e-0000-4000-8000-00000000c001,"
    "ACCEPTED,0b7c1d9e-0000-4000-8000-00000000a001,ONSITE,2026-03-10T00:00:00,Europe/Warsaw,FALSE,"
    "65f0a1b2c3d4e5f601029999,PENDING,2026-03-10T11:00:00,2026-03-10T11:30:00,0.5"
)
CONTRACT = f"{KEYS}\r\n{SAMPLE}\r\n"
"""The contract's own row."""


def rows_of(text: str) -> Rows:
    rows = Rows()
    for item in services.items(tabular.read(text.encode())):
        body = json.loads(item.body)
        interviews.slot_rows(records.Tabular(body["id"], body["rows"]), rows)
    return rows


def slot_of(text: str) -> dict[str, object]:
    ((row,),) = [list(rows_of(text).entities["interviews"].values())]
    return dict(zip(interviews.SHAPE["interviews"], row, strict=True))


def test_the_contract_s_row_becomes_a_slot_in_utc_with_its_own_clock_kept() -> None:
    slot = slot_of(CONTRACT)
    assert slot["id"] == "65f0a1b2c3d4e5f601020304:2026-03-10T10:00:00Z"
    assert (slot["starts_at"], slot["ends_at"]) == ("2026-03-10T10:00:00Z", "2026-03-10T10:30:00Z")
    assert (slot["starts_local"], slot["timezone"]) == ("2026-03-10T11:00:00", "Europe/Warsaw")
    assert (slot["type"], slot["status"], slot["hours"]) == ("onsite", "done", 0.5)
    assert slot["application_id"] == (
        "0b7c1d9e-0000-4000-8000-00000000c001:0b7c1d9e-0000-4000-8000-00000000a001"
    )
    assert slot["event_starts_on"] == "2026-03-10"


@pytest.mark.parametrize(
    "change",
    [str.upper, str.lower, lambda key: "".join(f" {one}" if one.isupper() else one for one in key).title()],
)
def test_headers_match_in_every_spelling(change: object) -> None:
    header = ",".join(change(key) for key in KEYS.split(","))  # type: ignore[operator]
    table = tabular.read(f"{header}\n{SAMPLE}\n".encode())
    assert table.service is SERVICES["interviews"]
    assert (table.unknown, table.problems) == ((), ())
    assert slot_of(f"{header}\n{SAMPLE}\n") == slot_of(CONTRACT)


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1255"])
def test_every_known_encoding_is_read(name: str) -> None:
    text = "jobId,jobTitle,jobDepartment\r\n1,מפתחת תוכנה,פיתוח\r\n"
    (row,) = tabular.read(text.encode(name)).rows
    assert row == {"jobId": "1", "jobTitle": "מפתחת תוכנה", "jobDepartment": "פיתוח"}


def test_an_unknown_encoding_is_refused_with_a_sentence() -> None:
    with pytest.raises(DataError, match="encoding that ATS Desk does not know") as caught:
        tabular.read("jobId,jobTitle\n1,Žluťoučký kůň\n".encode("cp1250"))
    assert "nothing was imported" in caught.value.hint


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_separator_is_read(separator: str) -> None:
    text = CONTRACT.replace(",", separator)
    assert slot_of(text) == slot_of(CONTRACT)


def test_json_of_the_services_is_the_same_table() -> None:
    row = dict(zip(KEYS.split(","), SAMPLE.split(","), strict=True))
    for document in ({"content": [row]}, [row]):
        assert slot_of(json.dumps(document)) == slot_of(CONTRACT)
    typed = {**row, "interviewCanceled": False, "duration": 0.5, "room": None}
    assert slot_of(json.dumps([typed])) == slot_of(CONTRACT)


def test_all_29_columns_of_the_service_are_known() -> None:
    keys = SERVICES["interviews"].columns
    assert len(keys) == len(set(keys)) == 29 + 1  # the contract's table names thirty keys
    table = tabular.read((",".join(keys) + "\n" + ",".join("1" for _ in keys) + "\n").encode())
    assert table.unknown == ()


def test_a_zone_name_with_a_space_is_repaired_and_an_unknown_one_is_told() -> None:
    repaired = slot_of(CONTRACT.replace("Europe/Warsaw", "America/Los Angeles"))
    assert (repaired["timezone"], repaired["starts_at"]) == ("America/Los_Angeles", "2026-03-10T18:00:00Z")
    rows = rows_of(CONTRACT.replace("Europe/Warsaw", "Middle/Earth"))
    (row,) = rows.entities["interviews"].values()
    slot = dict(zip(interviews.SHAPE["interviews"], row, strict=True))
    assert (slot["starts_at"], slot["starts_local"]) == (None, "2026-03-10T11:00:00")
    assert "Middle/Earth" in rows.odd[0].title


def test_hostile_cells_are_blank_and_told_and_the_row_goes_in() -> None:
    text = CONTRACT.replace(",0.5", ",half").replace("FALSE", "MAYBE").replace("11:30:00", "99:99:99")
    rows = rows_of(text)
    assert len(rows.entities["interviews"]) == 1
    assert {odd.title.split(" that is ")[1] for odd in rows.odd} == {
        "no number.",
        "neither true nor false.",
        "no usable time.",
    }


def test_unknown_headers_are_reported_with_a_suggestion_and_can_be_mapped() -> None:
    text = CONTRACT.replace("interviewerStatus", "Interviewer's reply", 1).replace(
        "startTime", "Start of slot", 1
    )
    table = tabular.read(text.encode(), "interviews")
    assert set(table.unknown) == {"Interviewer's reply", "Start of slot"}
    assert any("startTime is needed" in problem for problem in table.problems)
    mapping = {"Start of slot": "startTime", "Interviewer's reply": ""}
    mapped = tabular.read(text.encode(), "interviews", mapping)
    assert (mapped.unknown, mapped.problems) == ((), ())
    assert mapped.rows[0]["startTime"] == "2026-03-10T11:00:00"
    close = tabular.read(CONTRACT.replace("interviewerStatus", "interviewersStatus", 1).encode())
    assert close.suggestions == {"interviewersStatus": "interviewerStatus"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ('{"content": [', "no whole JSON"),
        ('{"message": "no"}', 'no list "content"'),
        ('a,b\n"1,2\n', "no table"),
    ],
)
def test_what_is_no_table_is_refused(text: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        tabular.read(text.encode())


def test_ragged_rows_and_rows_without_their_ids_are_problems() -> None:
    table = tabular.read(f"{CONTRACT}only,two\n{SAMPLE.replace('65f0a1b2c3d4e5f601020304', '')}\n".encode())
    assert table.problems == ("Row 3 has 2 cells instead of 15.", "Row 4 has no interviewId.")


def test_gender_and_ethnicity_are_left_out_unless_asked_for() -> None:
    text = b"candidateProfileId,jobId,candidateGender,candidateEthnicity\n1,2,FEMALE,OTHER\n"
    assert tabular.read(text).rows == [{"candidateProfileId": "1", "jobId": "2"}]
    assert tabular.read(text, sensitive=True).rows[0]["candidateGender"] == "FEMALE"
    assert columns.APPLICATIONS.sensitive == ("candidateGender", "candidateEthnicity")


def test_rows_of_one_slot_are_one_record_whatever_their_order() -> None:
    second = SAMPLE.replace("65f0a1b2c3d4e5f601029999", "65f0a1b2c3d4e5f601028888")
    one = services.items(tabular.read(f"{KEYS}\n{SAMPLE}\n{second}\n{SAMPLE}\n".encode()))
    other = services.items(tabular.read(f"{KEYS}\n{second}\n{SAMPLE}\n".encode()))
    assert [item.hash for item in one] == [item.hash for item in other]
    assert len(rows_of(f"{KEYS}\n{SAMPLE}\n{second}\n").entities["interviewers"]) == 2
