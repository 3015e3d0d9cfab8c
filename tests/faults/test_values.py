"""Values that nobody has seen before, and values in spellings of their own: kept as they came, and read where they
can be."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.faults.copies import Copy, Office, assert_plain
from tests.faults.servers import Asked, Said, between, serving
from tests.faults.systems import COMEET, EVERY, KOMBO, SMARTRECRUITERS
from tests.faults.whole import ask, assert_same, assert_sound

Edit = Callable[[dict[str, Any], int], object]


@contextmanager
def edited(office: Office, edit: Edit) -> Iterator[Copy]:
    """A copy that reads people through a server that edits them, each with a number of its own by its id."""
    numbers: dict[str, int] = {}

    def change(asked: Asked, answer: Any) -> Any:
        for record in office.people_in(asked, answer):
            if not record.get("deleted"):
                edit(record, numbers.setdefault(str(record[office.system.names.id]), len(numbers)))
        return answer

    copy = office.keep(Copy(office, office.folder / "edited"))
    with between(office.sandbox.base_url, change) as server:
        yield copy.connect(office.system.alone, base_url=server.base_url)


@pytest.mark.fault(11, "new values and members")
@EVERY
def test_a_status_and_members_that_nobody_knows_are_kept(office: Office) -> None:
    settings: Any = {**office.system.alone, "page_size": office.system.largest_page}
    reference, copy = office.copy("reference", **settings), office.copy(**settings)
    reference.sync()
    office.control.fail(f"unknown-status@{office.people_path}")

    assert copy.sync().state == "SUCCEEDED"
    raw = "select status_raw from applications where status = 'unknown' and status_raw > ''"
    assert ask(copy.database, raw) == [("Quantum hold",)]
    issues = [issue for issue in copy.issues() if issue.kind == "odd_value"]
    assert ["Quantum hold" in issue.title for issue in issues] == [True]
    for issue in issues:
        assert_plain(issue.title, issue.hint)
    office.control.fail(f"unknown-members@{office.people_path}x*")
    assert copy.sync(full=True).state == "SUCCEEDED"
    novelty = "select count(*) from records where resource = ? and body ->> '$.novelty.parts[3].deep[0]'"
    ((novel,),) = ask(copy.database, novelty, office.system.people)
    assert novel

    office.control.heal()
    assert copy.sync(full=True).state == "SUCCEEDED"
    assert copy.issues() == []
    found, wanted = copy.dump(), reference.dump()
    for table in (
        "stages",
        "steps",
    ):  # a status that nobody knew may have been a stage, or may have ended one
        del found[table], wanted[table]
    assert_same(found, wanted)


@pytest.mark.fault(11, "nulls everywhere")
@EVERY
def test_nulls_everywhere_delete_nobody_and_are_made_up_for(office: Office) -> None:
    reference = office.reference()
    copy = office.keep(reference.twin("data"))
    office.control.fail(f"all-nulls@{office.people_path}x*")

    report = copy.sync(full=True)
    assert copy.people(report).state == "SUCCEEDED"
    assert copy.people(report).gone == 0
    assert copy.others(report) == {"SUCCEEDED"}
    living = f"select count(*) from {office.system.table} where deleted_at is null"
    assert ask(copy.database, living) >= ask(reference.database, living)
    assert_sound(copy.database)

    office.control.heal()
    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference, living=True)


@pytest.mark.fault(11, "ids beyond 2^53")
@EVERY
def test_ids_beyond_what_a_float_can_tell_apart_stay_apart(office: Office) -> None:
    """Neighbours beyond 2^53 and beyond 64 bits; as numbers, and as text."""
    names = office.system.names
    ids: set[str] = set()
    others: set[str] = set()

    def enlarge(record: dict[str, Any], number: int) -> None:
        base = (2**53, 2**64, 10**24, 2**53 + 10**6)[number % 4]
        spelt = str if number % 4 == 3 else int
        record[names.id] = spelt(base + number)
        ids.add(str(base + number))
        holder: Any = record
        for member in names.other[:-1]:
            holder = holder.get(member) or {}
        if holder.get(names.other[-1]):
            holder[names.other[-1]] = spelt(base + 10**5 + number)
            others.add(str(base + 10**5 + number))

    with edited(office, enlarge) as copy:
        first = copy.people(copy.sync())
        assert (first.state, first.rejected) == ("SUCCEEDED", 0), first.message
        again = copy.people(copy.sync(full=True))
        assert (again.added, again.changed, again.gone) == (0, 0, 0)
    assert {one for (one,) in ask(copy.database, f"select id from {office.system.table}")} == ids
    found = ask(copy.database, f"select distinct {names.other_column} from applications")
    assert others
    assert others <= {one for (one,) in found}
    assert_sound(copy.database)


TWINS = ("aBcD.1234", "AbCd.1234", "abcd.1234")


@pytest.mark.fault(11, "ids that differ by case")
@pytest.mark.parametrize(
    "system", [COMEET, KOMBO, SMARTRECRUITERS], indirect=True, ids=lambda system: system.ats
)
def test_ids_that_differ_only_in_case_are_of_different_records(office: Office) -> None:
    names = office.system.names
    wanted = {twin: f"2026-01-0{number}T00:00:00Z" for number, twin in enumerate(TWINS, 1)}

    def rename(record: dict[str, Any], number: int) -> None:
        if number < len(TWINS):
            record[names.id] = TWINS[number]
            record[names.created] = wanted[TWINS[number]]

    with edited(office, rename) as copy:
        assert copy.people(copy.sync()).state == "SUCCEEDED"
        sql = f"select id, created_at from {office.system.table} where lower(id) = 'abcd.1234'"
        assert dict(ask(copy.database, sql)) == wanted
        again = copy.people(copy.sync(full=True))
        assert (again.added, again.changed, again.gone) == (0, 0, 0)
    assert_sound(copy.database)


SPELLINGS = {
    "2026-03-01T08:00:00Z": "2026-03-01T08:00:00Z",
    "2026-03-01T10:00:00+02:00": "2026-03-01T08:00:00Z",
    "2026-03-01T08:00:00.000+0000": "2026-03-01T08:00:00Z",
    "2026-02-28T20:30:00-11:30": "2026-03-01T08:00:00Z",
    "2026-03-01T08:00:00.123456Z": "2026-03-01T08:00:00Z",
    "2026-03-01T10:00:00.5+02:00": "2026-03-01T08:00:00Z",
    "2026-03-01": "2026-03-01T00:00:00Z",
}
"""With `Z`, with an offset, with a fraction, and a day alone; no vendor counts seconds."""


@pytest.mark.fault(11, "spellings of a date")
@EVERY
def test_dates_in_every_spelling_are_the_same_moment(office: Office) -> None:
    names, spellings = office.system.names, list(SPELLINGS)
    wanted: dict[str, str] = {}

    def spell(record: dict[str, Any], number: int) -> None:
        record[names.created] = spellings[number % len(spellings)]
        wanted[str(record[names.id])] = SPELLINGS[record[names.created]]

    with edited(office, spell) as copy:
        assert copy.people(copy.sync()).state == "SUCCEEDED"
        assert [issue for issue in copy.issues() if issue.kind == "odd_value"] == []
    found = dict(ask(copy.database, f"select id, created_at from {office.system.table}"))
    assert {identity: found[identity] for identity in wanted} == wanted


HTML = (
    '<p onclick="go()">Saw <b>her</b> &amp; <a href="{trap}/a">him</a></p><img src="{trap}/b.png" onerror=x()>'
    '<script src="{trap}/c.js"></script><iframe src="{trap}/d"></iframe><style>@import "{trap}/e";</style>'
)
KEPT = {
    "comeet": ("candidates", "$.custom_fields.remark"),
    "greenhouse": ("notes", "$.body"),
    "kombo": ("notes", "$.content_html"),
    "smartrecruiters": ("job_details", "$.job.jobAd.sections.jobDescription.text"),
}
"""The list with notes or other long texts, and where they stand in its records as they are kept."""


def write_notes(asked: Asked, answer: Any, html: str) -> None:
    """Put HTML into the notes of an answer, or what comes nearest to notes."""
    if asked.path == "/candidates" and isinstance(answer, dict):
        for record in answer.get("candidates", ()):
            record["custom_fields"] = {"remark": html}
    elif asked.path.endswith("/notes"):
        for record in answer if isinstance(answer, list) else answer["data"]["results"]:
            record["body" if isinstance(answer, list) else "content_html"] = html
    elif isinstance(answer, dict) and "jobAd" in answer:
        answer["jobAd"]["sections"]["jobDescription"]["text"] = html


@pytest.mark.fault(11, "HTML kept, not fetched")
@EVERY
def test_html_is_kept_as_it_came_and_nothing_in_it_is_fetched(office: Office) -> None:
    with serving(lambda asked: Said(b"")) as trap:
        html = HTML.format(trap=trap.base_url)

        def note(asked: Asked, answer: Any) -> Any:
            write_notes(asked, answer, html)
            return answer

        copy = office.keep(Copy(office, office.folder / "data"))
        with between(office.sandbox.base_url, note) as server:
            assert copy.connect(base_url=server.base_url).sync().state == "SUCCEEDED"
        copy.close()
        assert copy.command("export", str(office.folder / "people.xlsx")).returncode == 0
        assert trap.asked == []
    resource, place = KEPT[office.system.ats]
    kept = "select distinct body ->> ? from records where resource = ?"
    assert (html,) in ask(copy.database, kept, place, resource)
