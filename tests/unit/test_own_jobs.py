"""Own jobs: taken in whole and taken back, matched where that is beyond doubt, and by a person's word for good."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.errors import ConfigError, DataError
from atsdesk.export.link_table import write_link_table
from atsdesk.jobs.bringing import Outcome
from atsdesk.jobs.own import OwnJobs
from tests.unit.filled import Filled, filled

POSITIONS: tuple[dict[str, Any], ...] = (
    {"uid": "J.1", "name": "Senior Data Engineer (m/f/d)", "status": "open", "is_published": True,
     "internal_use_custom_id": "REQ-100", "url_active_page": "https://jobs.example.com/data?utm_source=mail"},
    {"uid": "J.2", "name": "Nurse", "status": "open", "is_published": True, "internal_use_custom_id": "REQ-7"},
    {"uid": "J.3", "name": "Night nurse", "status": "open", "internal_use_custom_id": "REQ-7"},
    {"uid": "J.4", "name": "=Cook", "status": "closed", "internal_use_custom_id": "REQ-400"},
)  # fmt: skip


@pytest.fixture
def file(data_dir: Path) -> Iterator[Filled]:
    with filled(data_dir) as file:
        file.positions(*POSITIONS)
        yield file


@pytest.fixture
def own(file: Filled) -> OwnJobs:
    return OwnJobs(file.store)


def links(own: OwnJobs) -> dict[str, list[tuple[str, str]]]:
    """By own title: the jobs it is, and what it is known by."""
    return {row.name: [(one.job, one.known_by) for one in row.links] for row in own.all()}


def number(own: OwnJobs, name: str) -> int:
    return next(row.id for row in own.all() if row.name == name)


def test_ids_codes_and_addresses_link_at_once_and_titles_do_not(own: OwnJobs) -> None:
    own.take_in(
        "feed.xml",
        [
            {"own_id": "1", "name": "Data wizard", "code": "req-100"},
            {"own_id": "2", "name": "Chef", "ats_id": "J.4"},
            {"own_id": "3", "name": "Data", "url": "https://jobs.example.com/data"},
            {"own_id": "4", "name": "Nurse"},
        ],
    )
    assert links(own) == {
        "Data wizard": [("J.1", "code")],
        "Chef": [("J.4", "id")],
        "Data": [("J.1", "url")],
        "Nurse": [],
    }


def test_a_code_that_is_on_two_jobs_links_nothing(own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Carer", "code": "REQ-7"}])
    assert links(own) == {"Carer": []}
    (ambiguous,) = own.match().ambiguous
    assert "is on 2 jobs of the ATS" in ambiguous.explanation


def test_a_title_suggests_with_reasons_and_a_person_confirms(own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Sr. Data Engineer"}])
    own_id = number(own, "Sr. Data Engineer")
    best = own.suggestions(own_id)[0]
    assert (best.key.id, bool(best.reasons)) == ("J.1", True)
    own.confirm(own_id, "acme", "J.1")
    assert links(own) == {"Sr. Data Engineer": [("J.1", "person")]}
    assert own.suggestions(own_id)


def test_what_was_refused_is_not_suggested_again(own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Nurse"}])
    own_id = number(own, "Nurse")
    assert own.suggestions(own_id)[0].key.id == "J.2"
    own.reject(own_id, "acme", "J.2")
    assert "J.2" not in [one.key.id for one in own.suggestions(own_id)]


def test_a_persons_word_survives_the_next_import_and_wins_over_a_code(own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Nurse"}])
    own.confirm(number(own, "Nurse"), "acme", "J.3")
    done = own.take_in("feed.xml", [{"own_id": "1", "name": "Nurse", "code": "REQ-100"}])
    assert (done.added, done.changed) == (0, 1)
    assert links(own) == {"Nurse": [("J.3", "person")]}


def test_a_confirmed_job_takes_the_place_of_another_of_the_same_account(own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Nurse"}])
    own.confirm(number(own, "Nurse"), "acme", "J.2")
    own.confirm(number(own, "Nurse"), "acme", "J.3")
    assert links(own) == {"Nurse": [("J.3", "person")]}


def test_a_job_that_the_account_does_not_have_cannot_be_confirmed(own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Nurse"}])
    with pytest.raises(ConfigError, match=r"has no job .J\.99"):
        own.confirm(number(own, "Nurse"), "acme", "J.99")


def test_the_same_list_again_changes_nothing(own: OwnJobs) -> None:
    jobs = [{"own_id": "1", "name": "Nurse"}, {"name": "Cook", "location": "Haifa"}]
    own.take_in("feed.xml", jobs)
    again = own.take_in("feed.xml", jobs)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)


def test_the_same_id_in_another_list_is_another_job(own: OwnJobs) -> None:
    own.take_in("ours.xlsx", [{"own_id": "1", "name": "Nurse"}])
    own.take_in("theirs.xlsx", [{"own_id": "1", "name": "Cook"}])
    assert [(row.source, row.name) for row in own.all()] == [("ours.xlsx", "Nurse"), ("theirs.xlsx", "Cook")]


def test_an_import_is_taken_back_whole(own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Nurse", "code": "A-1"}])
    second = own.take_in("feed.xml", [{"own_id": "1", "name": "Sister"}, {"own_id": "2", "name": "Cook"}])
    back = own.undo_import(second.number)
    assert (back.added, back.changed) == (1, 1)
    assert [(row.own_id, row.name, row.code) for row in own.all()] == [("1", "Nurse", "A-1")]
    with pytest.raises(ConfigError, match="no import"):
        own.undo_import(second.number)


def test_a_job_by_hand_needs_a_title(own: OwnJobs) -> None:
    with pytest.raises(DataError, match="no title"):
        own.add({"name": " ", "code": "A"})
    assert own.add({"name": "Baker"}).added == 1


def test_the_table_of_links_is_a_harmless_csv(own: OwnJobs, tmp_path: Path) -> None:
    own.take_in("feed.xml", [{"own_id": "=1+1", "name": "Chef", "code": "REQ-400"}])
    path = tmp_path / "links.csv"
    write_link_table(path, own.LINK_HEADERS, own.links())
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["own_id"], row["account_id"], row["ats_job_id"]) == ("'=1+1", "acme", "J.4")
    assert (row["ats_title"], row["openness"], row["known_by"]) == ("'=Cook", "closed", "code")
    with pytest.raises(ConfigError, match="cannot be written"):
        write_link_table(tmp_path / "nowhere" / "links.csv", own.LINK_HEADERS, [])


def test_pasted_lines_are_resolved_and_an_empty_paste_is_said_to_be_so(own: OwnJobs) -> None:
    found = own.resolve("REQ-100\nhttps://jobs.example.com/data?utm_source=x\n\nSomething else\nREQ-7")
    assert [(wish.line, str(wish.state)) for wish in found.wishes] == [
        (1, "found"),
        (2, "found"),
        (4, "not found"),
        (5, "ambiguous"),
    ]
    with pytest.raises(DataError, match="nothing in the text"):
        own.resolve(" \n ")


def test_a_link_to_a_job_that_is_gone_stays_and_says_so(file: Filled, own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Nurse"}])
    own.confirm(number(own, "Nurse"), "acme", "J.2")
    file.store.write(
        lambda connection: connection.execute(
            "update jobs set deleted_at = '2026-04-01T00:00:00Z' where id = 'J.2'"
        )
    )
    (link,) = own.match().links
    assert link.is_missing
    (row,) = own.all()
    assert [(one.job, one.openness) for one in row.links] == [("J.2", "deleted")]


def csv_file(folder: Path, *lines: str, name: str = "ours.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_list_is_looked_at_row_by_row_and_only_then_taken_in(own: OwnJobs, tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Id,Title,Code", "1,Chef,REQ-400", "2,,X", "1,Twin,Y", "3,Nurse,")
    seen = own.look(path)
    assert [str(one) for one in seen.outcomes][1] == "left out"
    assert seen.count(Outcome.LEFT_OUT) in (2, 3), "of two of one id, one at most is taken"
    assert own.all() == [], "looking writes nothing"
    done = own.bring(seen)
    assert done.added == seen.count(Outcome.NEW)
    again = own.look(path)
    assert again.count(Outcome.AS_BEFORE) == done.added
    csv_file(tmp_path, "Id,Title,Code", "3,Night nurse,")
    assert [str(one) for one in own.look(path).outcomes] == ["changed"]
    own.undo_import(done.number)
    assert own.all() == []


def test_what_a_person_said_of_the_headers_is_used_again(own: OwnJobs, tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Title,Qqq,Place", "Chef,REQ-400,Haifa")
    with pytest.raises(DataError, match="was not imported"):
        own.bring(own.look(path, {"Title": ""}))
    own.bring(own.look(path, {"Qqq": "code", "Place": ""}))
    other = own.look(csv_file(tmp_path, "Title,Qqq,Place", "Baker,REQ-7,Bonn", name="next.csv"))
    assert dict(other.preview.mapping) == {"Title": "name", "Qqq": "code"}
    changed = own.look(path, {"Place": "location"})
    assert dict(changed.preview.mapping)["Place"] == "location"


def test_a_file_that_is_not_there_or_is_no_list_is_said_to_be_so(own: OwnJobs, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        own.look(tmp_path / "nowhere.csv")
    with pytest.raises(DataError):
        own.look(csv_file(tmp_path, ""))


def test_a_link_keeps_its_day_when_all_is_matched_again(file: Filled, own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Chef", "code": "REQ-400"}])
    early = "2026-01-01T00:00:00Z"
    file.store.write(lambda connection: connection.execute("update job_matches set decided_at = ?", (early,)))
    own.match()
    assert file.select("select known_by, decided_at from job_matches") == [("code", early)]
    own.take_in("feed.xml", [{"own_id": "1", "name": "Chef", "code": "REQ-999"}])
    assert links(own) == {"Chef": []}, "a code that is another now links no more"


def test_an_own_job_that_is_removed_takes_its_links_along(file: Filled, own: OwnJobs) -> None:
    own.take_in("feed.xml", [{"own_id": "1", "name": "Chef", "code": "REQ-400"}])
    own.remove([number(own, "Chef")])
    assert (own.all(), file.select("select count(*) from job_matches")) == ([], [(0,)])
