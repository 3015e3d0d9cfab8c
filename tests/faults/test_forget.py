"""*Forget this person*: no trace is left in the folder, nobody else is touched, and no sync brings them back."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from atsdesk.ats.resource import Resource
from atsdesk.store.file import back_up
from atsdesk.store.search import fold
from atsdesk.store.tables import SYNCED, TABLES, Grain, of_people
from tests.faults.copies import NAME, Copy, Office
from tests.faults.systems import EVERY
from tests.faults.whole import OURS, ask, assert_sound

pytestmark = pytest.mark.fault(26, "forgotten, and stays so")

EVERYTHING: Mapping[str, Mapping[str, str]] = {
    "greenhouse": {"include": "scorecards,notes,eeoc,demographic_answers"},
    "kombo": {"include": "notes,scorecards"},
    "smartrecruiters": {"leave_out": ""},
}
"""Settings with which also what is sensitive is read."""
SHORTEST = 7
"""Letters of a text that tells who somebody is; a shorter one may be in a file by chance."""


@pytest.fixture
def lived(open_office: Callable[..., Office]) -> Copy:
    """A copy in which a good deal has happened, with a safety copy of it."""
    office = open_office()
    copy = office.keep(Copy(office, office.folder / "data")).connect(EVERYTHING.get(office.system.ats))
    assert copy.sync().state == "SUCCEEDED"
    for _ in range(3):
        office.advance()
        assert copy.sync().state == "SUCCEEDED"
    back_up(copy.database, "test")
    return copy


def somebody(copy: Copy) -> str:
    """The living candidate with most changes to tell of."""
    ((identity,),) = ask(
        copy.database,
        """
        select candidate_id from applications a left join changes c on c.row_id = a.id or c.owner_id = a.id
        where a.deleted_at is null and exists (
            select 1 from candidates p where p.id = a.candidate_id and p.deleted_at is null and p.email is not null)
        group by candidate_id order by count(distinct a.id) > 1 desc, count(c.pk) desc, candidate_id limit 1
        """,
    )
    return str(identity)


Ids = Mapping[str, set[str]]
"""By table."""
LINKS = (
    ("candidates", "candidate_id"),
    ("applications", "application_id"),
    ("interviews", "interview_id"),
    ("notes", "note_id"),
    ("scorecards", "scorecard_id"),
)


def ids_of(copy: Copy, candidate: str) -> Ids:
    """The ids of a candidate, and of all that has an id of its own and tells of the candidate."""
    found: dict[str, set[str]] = {name: set() for name in of_people()}
    found["candidates"].add(candidate)
    for table in found:
        for owner, column in LINKS:
            if column in TABLES[table].names():
                asked = f"select id from {table} where {column} in (select value from json_each(?))"
                rows = ask(copy.database, asked, json.dumps(list(found[owner])))
                found[table] |= {identity for (identity,) in rows}
    return found


def lists_of(copy: Copy) -> Mapping[str, Resource]:
    """Every list of the system, also those that are off unless they are wanted."""
    return {one.name: one for one in copy.office.system.sync.connector.resources}


def texts(value: Any) -> Iterator[str]:
    """All texts in a value of JSON that are long enough to tell who somebody is."""
    if isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str) and len(value) >= SHORTEST:
        yield value


def every(copy: Copy) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of the file that comes from the ATS, or tells of one that does."""
    for name in (*(table.name for table in SYNCED), "records", "changes", "issues"):
        for row in ask(copy.database, f"select {', '.join(TABLES[name].names())} from {name}"):
            yield name, dict(zip(TABLES[name].names(), row, strict=True))


def is_of(name: str, row: Mapping[str, Any], ids: Ids, lists: Mapping[str, Resource]) -> bool:
    """Whether a row tells of the person with these ids."""
    if name == "records":
        resource = lists[row["resource"]]
        if part := resource.belongs_to:
            return str(json.loads(row["body"])[part.member]) in ids[part.table]
        table = lists[resource.follow.of].table if resource.follow else resource.table
        return row["id"] in ids.get(table, ())
    if name == "changes":
        mine = row["row_id"] in ids.get(row["table_name"], ())
        return mine or (
            row["owner_id"] is not None and row["owner_id"] in ids["candidates"] | ids["applications"]
        )
    if name in ids:
        return row["id"] in ids[name]
    if name == "custom_values":
        return row["row_id"] in ids.get(row["applies_to"], ())
    owned = TABLES[name].grain is Grain.OWNED
    return owned and (
        row["application_id"] in ids["applications"] or row.get("candidate_id") in ids["candidates"]
    )


def own_texts(copy: Copy, ids: Ids) -> set[str]:
    """Texts that stand in nobody else's rows and records."""
    own: set[str] = set()
    others: set[str] = set()
    for name, row in every(copy):
        found = {*texts(list(row.values())), *texts(json.loads(row["body"]) if name == "records" else None)}
        (own if is_of(name, row, ids, lists_of(copy)) else others).update(found)
    theirs = "\n".join(others)
    return {word for word in own if word not in theirs}


def others_rows(copy: Copy, ids: Ids) -> Counter[tuple[str, str]]:
    """Every row that tells of somebody or something else."""
    lists = lists_of(copy)
    return Counter((name, repr(row)) for name, row in every(copy) if not is_of(name, row, ids, lists))


def left_in(copy: Copy, words: set[str]) -> set[str]:
    """Those of these words that are in any file of the folder, as they are, as JSON writes them, or in the search."""
    found: set[str] = set()
    for path in copy.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            forms = {word: {word, json.dumps(word)[1:-1], fold(word)} for word in words}
            found |= {word for word in words if any(form.encode() in data for form in forms[word])}
    return found


@EVERY
def test_no_trace_is_left_and_nobody_else_is_touched(lived: Copy) -> None:
    candidate = somebody(lived)
    ids = ids_of(lived, candidate)
    words, others = own_texts(lived, ids), others_rows(lived, ids)
    person = lived.desk.preview_forget(NAME, candidate).person
    assert {person.name, person.email} <= words
    assert len(words) > 10
    assert left_in(lived, words)

    done = lived.desk.forget(NAME, candidate)

    assert done.unfinished == ""
    assert len(done.backups) == 1
    assert left_in(lived, words) == set()
    lived.close()
    assert left_in(lived, words) == set()
    assert others_rows(lived, ids) == others
    assert not any(is_of(name, row, ids, lists_of(lived)) for name, row in every(lived) if name != "changes")
    assert lived.desk.people_with(person.email) == []
    assert_sound(lived.database)


@EVERY
def test_no_sync_brings_a_forgotten_person_back(lived: Copy) -> None:
    candidate = somebody(lived)
    ids = ids_of(lived, candidate)
    words = own_texts(lived, ids)
    reference = lived.office.keep(lived.twin("reference"))
    lived.desk.forget(NAME, candidate)

    for full in (False, True):
        lived.office.advance()
        assert lived.sync(full=full).state == "SUCCEEDED"
        assert reference.sync(full=full).state == "SUCCEEDED"
        lived.desk._store.settle()
        lived.close()
        theirs = ids_of(reference, candidate)
        assert left_in(lived, words & own_texts(reference, theirs)) == set()
        assert_the_same_but_for(theirs, lived, reference)
        assert_sound(lived.database)
    last = lived.desk.runs(1)[0]
    assert sum(one.withheld for one in last.resources) > 0
    assert len([one for one in lived.issues() if one.kind == "withheld"]) == 1


def assert_the_same_but_for(ids: Ids, copy: Copy, reference: Copy) -> None:
    """Everything but what tells of the person with these ids is in the copy too, and nothing else."""
    found, wanted = (content(one, ids) for one in (copy, reference))
    assert found - wanted == Counter()
    assert wanted - found == Counter()


def content(copy: Copy, ids: Ids) -> Counter[tuple[str, str]]:
    """What the rows of everybody and everything else say, without our keys and times."""
    lists = lists_of(copy)
    found: Counter[tuple[str, str]] = Counter()
    for name, row in every(copy):
        if name in {"changes", "issues"} or is_of(name, row, ids, lists):
            continue
        kept = {key: value for key, value in row.items() if key not in OURS | {"pk", "parent_hash", "hash"}}
        found[name, repr(kept)] += 1
    return found
