"""*Forget this person*: no trace is left in the folder, nobody else is touched, and no sync brings them back."""

import json
import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from typing import Any

import pytest
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

from atsdesk.ats.resource import Resource
from atsdesk.errors import ConfigError
from atsdesk.rows import Rejected
from atsdesk.store import backups, forgotten
from atsdesk.store.file import open_reader
from atsdesk.store.search import fold
from atsdesk.store.tables import SYNCED, TABLES, Grain, of_people
from tests.faults.copies import NAME, Copy, Office, assert_told
from tests.faults.systems import EVERY, across
from tests.faults.whole import OURS, ask, assert_sound, meddle

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
    backups.make(copy.database, "test")
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
    last = lived.desk.reading.runs(1)[0]
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


@across("seed", range(4))
def test_a_kill_leaves_all_of_a_person_or_nothing(seed: int, lived: Copy) -> None:
    rng = random.Random(f"forget {seed}")
    candidate = somebody(lived)
    ids = ids_of(lived, candidate)
    words, before = own_texts(lived, ids), Counter((name, repr(row)) for name, row in every(lived))
    lived.close()
    for _ in range(20):
        with lived.start("erase", NAME, candidate, "--yes") as process:
            kill_soon(process, lived, rng)
        assert_sound(lived.database)
        if not ask(lived.database, "select 1 from forgotten"):
            assert Counter((name, repr(row)) for name, row in every(lived)) == before
            assert len(list(lived.folder.glob("backups/*.db"))) == 1
            continue
        assert lived.desk.accounts()
        assert left_in(lived, words) == set()
        assert ask(lived.database, "select 1 from forgotten where cleaned_at is null") == []
        return
    pytest.fail("the command never came so far")


def kill_soon(process: subprocess.Popen[str], copy: Copy, rng: random.Random) -> None:
    """Kill it before it has written anything, or as soon as the person is out of the tables."""
    deadline = time.monotonic() + (rng.uniform(0.3, 0.8) if rng.random() < 0.5 else 20)
    while time.monotonic() < deadline and process.poll() is None:
        if ask(copy.database, "select 1 from forgotten"):
            break
        time.sleep(0.001)
    process.kill()
    process.communicate(timeout=10)


@EVERY
def test_who_is_allowed_again_comes_back_whole(lived: Copy) -> None:
    candidate = somebody(lived)
    reference = lived.office.keep(lived.twin("reference"))
    lived.desk.forget(NAME, candidate)
    assert lived.sync(full=True).state == "SUCCEEDED"
    lived.desk.allow(NAME, candidate)
    with pytest.raises(ConfigError, match="Nobody with the id"):
        lived.desk.allow(NAME, candidate)

    assert lived.sync().state == "SUCCEEDED"
    assert lived.sync(full=True).state == "SUCCEEDED"

    found, wanted = (ids_of(one, candidate) for one in (lived, reference))
    assert found["applications"] == wanted["applications"]
    assert found == {name: ids & found[name] for name, ids in wanted.items()}
    assert lived.desk.reading.candidate(NAME, candidate)
    assert [one for one in lived.issues() if one.kind == "withheld"] == []


@EVERY
def test_what_cannot_be_read_of_a_forgotten_person_is_not_set_aside(lived: Copy) -> None:
    candidate = somebody(lived)
    words = own_texts(lived, ids_of(lived, candidate))
    lived.desk.forget(NAME, candidate)
    control, path = lived.office.control, lived.office.people_path
    control.fail(f"wrong-types@{path}x*")

    lived.sync(full=True)

    control.heal()
    bodies = "\n".join(one.body or "" for one in lived.issues())
    assert bodies
    assert {word for word in words if word in bodies} == set()


def test_a_new_record_that_cannot_be_read_is_known_by_the_ids_in_it(lived: Copy) -> None:
    candidate = somebody(lived)
    theirs = [
        Rejected(
            "new 1", "It cannot be read.", json.dumps({"of": {"candidate": candidate}, "at": [1, None]})
        ),
        Rejected("new 2", "It cannot be read.", json.dumps({"of": "somebody else"})),
        Rejected("new 3", "It cannot be read.", "{no JSON"),
    ]
    lived.desk.forget(NAME, candidate)
    with closing(open_reader(lived.database)) as connection:
        assert forgotten.withhold_unread(connection, NAME, "candidates", theirs) == {"new 1"}
        assert forgotten.withhold_unread(connection, "another", "candidates", theirs) == set()


def test_a_set_aside_record_of_a_person_goes_too(lived: Copy) -> None:
    candidate = somebody(lived)
    email = lived.desk.preview_forget(NAME, candidate).person.email
    body = json.dumps({"uid": "NEW.1", "person": {"uid": "other", "mail": email}})
    for number, text in enumerate(
        (body, json.dumps({"person_uid": candidate}), json.dumps({"uid": "NEW.3"}))
    ):
        meddle(
            lived.database,
            "insert into issues (id, account_id, kind, resource, record_id, title, body)"
            " values (?, ?, 'rejected_record', 'candidates', ?, 'x', ?)",
            900 + number,
            NAME,
            f"NEW.{number}",
            text,
        )
    assert lived.desk.preview_forget(NAME, candidate).what.issues == 2

    assert lived.desk.forget(NAME, candidate).asked.what.issues == 2

    assert ask(lived.database, "select id from issues where id >= 900") == [(902,)]


def test_reading_one_again_does_not_bring_a_forgotten_person_back(lived: Copy) -> None:
    candidate = somebody(lived)
    (application, *_) = sorted(ids_of(lived, candidate)["applications"])
    words = own_texts(lived, ids_of(lived, candidate))
    lived.desk.forget(NAME, candidate)

    with pytest.raises(ConfigError, match="forgotten here"):
        lived.desk.reread(NAME, "application", application)

    lived.close()
    assert left_in(lived, words) == set()


def test_a_reader_that_does_not_end_is_told_of_and_the_next_start_cleans_up(
    lived: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("atsdesk.store.file.BUSY_SECONDS", 0.2)
    lived.close()
    candidate = somebody(lived)
    words = own_texts(lived, ids_of(lived, candidate))
    with closing(sqlite3.connect(lived.database)) as other:
        other.execute("begin")
        other.execute("select count(*) from candidates").fetchone()

        done = lived.desk.forget(NAME, candidate)

        assert "Another program" in done.unfinished
        assert lived.desk.reading.candidate(NAME, candidate) is None
        assert left_in(lived, words)
        lived.close()
    assert lived.desk.accounts()
    assert left_in(lived, words) == set()
    assert ask(lived.database, "select 1 from forgotten where cleaned_at is null") == []


def test_nobody_is_forgotten_while_a_sync_runs(lived: Copy) -> None:
    candidate = somebody(lived)
    lived.office.control.clear_requests()
    lived.office.control.fail(f"hole@{lived.office.system.people}")
    with lived.start("sync") as process:
        while not lived.office.control.requests():
            assert process.poll() is None
            time.sleep(0.01)
        assert_told(lived.command("erase", NAME, candidate, "--yes"), 2, "being synced already")
        process.kill()
    assert lived.desk.reading.candidate(NAME, candidate)


def test_the_command_shows_asks_erases_and_reports(lived: Copy) -> None:
    candidate = somebody(lived)
    person = lived.desk.preview_forget(NAME, candidate).person
    export = lived.folder / "hiring.xlsx"
    assert lived.command("export", str(export)).returncode == 0
    listed = lived.command("erase", "--email", person.email.upper(), "--json")
    assert [one["id"] for one in json.loads(listed.stdout)] == [candidate]

    refused = lived.command("erase", NAME, candidate)
    assert_told(refused, 2, "nobody to ask", "--yes")
    assert person.name in refused.stdout
    assert_told(lived.command("erase", NAME, "nobody", "--yes"), 2, "has no candidate")
    assert_told(lived.command("erase", NAME), 2, "Give an account")

    done = lived.command("erase", NAME, candidate, "--yes", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["erased"]["rows"]["candidates"] == 1
    assert len(told["erased"]["backups"]) == 1
    assert [one["path"] for one in told["exports"]] == [str(export)]
    assert told["unfinished"] == ""
    assert json.loads(lived.command("erase", "--email", person.email, "--json").stdout) == []

    assert_told(lived.command("erase", "--allow", NAME, "nobody"), 2, "Nobody with the id")
    assert lived.command("erase", "--allow", NAME, candidate).returncode == 0
    assert lived.command("sync").returncode == 0
    assert lived.desk.reading.candidate(NAME, candidate)
