"""The invented company looks like a real one and consists of nobody."""

import re
import unicodedata
from collections import Counter
from typing import Any

import pytest

from tests.sandbox.conftest import Caller, calling

FICTION = re.compile(r"\+1 \d{3}-555-01\d\d|\+44 7700 900\d{3}|\+33 6 39 98 \d\d \d\d")
RESERVED = re.compile(r"@([a-z.-]+\.)?example(\.com|\.org|\.net)?$")


@pytest.fixture(scope="module")
def everybody() -> list[dict[str, Any]]:
    with calling(seed=11, candidates=2500) as caller:
        return caller.all("/candidates", deleted="False")


@pytest.fixture(scope="module")
def positions() -> list[dict[str, Any]]:
    with calling(seed=11, candidates=2500) as caller:
        return caller.all("/positions")


def script(name: str) -> str:
    if any("HEBREW" in unicodedata.name(letter, "") for letter in name):
        return "hebrew"
    return "latin" if name.isascii() else "accented"


def test_names_are_latin_accented_and_hebrew(everybody: list[dict[str, Any]]) -> None:
    share = Counter(script(one["last_name"] + one["first_name"]) for one in everybody)
    total = len(everybody)
    assert 0.5 < share["latin"] / total < 0.68
    assert 0.13 < share["accented"] / total < 0.27
    assert 0.15 < share["hebrew"] / total < 0.25
    names = [one["first_name"] + one["last_name"] for one in everybody]
    assert any("\N{HEBREW POINT QAMATS}" in name for name in names)
    assert any("'" in name for name in names)
    assert any(len(name) > 60 for name in names)


def test_mails_and_phones_belong_to_nobody(everybody: list[dict[str, Any]]) -> None:
    mails = [one["email"] for one in everybody]
    phones = [phone for one in everybody for phone in (one["phone"], one["mobile_phone"])]
    for values, pattern in ((mails, RESERVED), (phones, FICTION)):
        assert None in values
        assert all(pattern.search(value) for value in values if value is not None)
    contacts = [one["source_contact"]["email"] for one in everybody if one["source_contact"]]
    assert contacts
    assert all(RESERVED.search(mail) for mail in contacts)


def test_about_one_in_seven_hiring_processes_shares_its_person(everybody: list[dict[str, Any]]) -> None:
    count = Counter(one["person_uid"] for one in everybody)
    shared = sum(times for times in count.values() if times > 1)
    assert 0.1 < shared / len(everybody) < 0.2
    by_person: dict[str, set[str]] = {}
    for one in everybody:
        by_person.setdefault(one["person_uid"], set()).add(one["last_name"])
    assert all(len(names) == 1 for names in by_person.values())


def test_most_are_closed_some_are_under_way(everybody: list[dict[str, Any]]) -> None:
    share = Counter(one["status"] for one in everybody)
    assert set(share) == {"In progress", "On hold", "Awaiting Decision", "Rejected", "Withdrawn", "Hired"}
    assert share["Rejected"] > len(everybody) * 0.6
    assert len(everybody) * 0.02 < share["In progress"] < len(everybody) * 0.15


def test_steps_are_consistent(everybody: list[dict[str, Any]]) -> None:
    lengths = []
    for one in everybody:
        parts = [one["completed_steps"], one["current_steps"], one["future_steps"]]
        uids = [step["position_step_uid"] for part in parts for step in part]
        lengths.append(len(uids))
        assert len(set(uids)) == len(uids)
        done = [step["time_completed"] for step in parts[0]]
        assert done == sorted(done)
        assert all(time >= one["time_created"] for time in done)
        assert not any("time_completed" in step for part in parts[1:] for step in part)
        assert parts[1] or one["status"] != "In progress"
        assert ("opening" in one) == (one["status"] == "Hired")
    assert 6 < sum(lengths) / len(lengths) < 8
    odd = [one for one in everybody if one["status"] != "In progress" and one["current_steps"]]
    assert {one["status"] for one in odd} == {"Rejected", "Withdrawn"}
    assert len(odd) < len(everybody) * 0.05


def test_optional_parts_are_there_for_some(everybody: list[dict[str, Any]]) -> None:
    total = len(everybody)
    assert 0.75 < sum("resume" in one for one in everybody) / total < 0.85
    for name in ("tags", "custom_fields", "source_contact", "prospect_status", "middle_name", "linkedin_url"):
        filled = sum(bool(one[name]) for one in everybody)
        assert 0 < filled < total, name
    assert len({one["uid"] for one in everybody}) == total
    assert all(re.fullmatch(r"[0-9A-F]{2}\.[0-9A-F]{5}", one["uid"]) for one in everybody)


def test_positions_cover_every_case(positions: list[dict[str, Any]], everybody: list[dict[str, Any]]) -> None:
    assert len(positions) == 2500 // 120
    assert {position["status"] for position in positions} == {"open", "on hold", "closed"}
    for name in ("is_discreet", "is_published", "is_talent_pool"):
        assert {position[name] for position in positions} == {True, False}
    assert any("HEBREW" in unicodedata.name(position["name"][0], "") for position in positions)
    assert any(position["salary_range"] is None for position in positions)
    assert all(position["details"][0]["value"].startswith("<p") for position in positions)
    assert {one["position_uid"] for one in everybody} <= {position["uid"] for position in positions}


def test_a_small_data_set_has_twelve_positions(comeet: Caller) -> None:
    assert len(comeet.all("/positions")) == 12
