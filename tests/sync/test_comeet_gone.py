"""What Comeet no longer has: deletions it tells of, merges it does not, people to erase, rows that come back."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.store.file import FILE_NAME
from atsdesk.store.search import match_expression
from atsdesk.store.tables import DESK, SYNCED, TABLES, Privacy, owned_by
from tests.sync.comeet import all_of
from tests.sync.lab import Lab, of
from tests.sync.standard import same_as_truth

WITHOUT_STUBS = Rules(rate_requests=0, stubs_in_list=False)


def personal_values(lab: Lab, application: str, candidate: str) -> set[str]:
    """What the file says of one person and of nobody else, long enough to be looked for."""
    values: set[str] = set()
    for table, column, key in (
        ("candidates", "id", candidate),
        ("applications", "id", application),
        *(
            (owned.name, "row_id" if "row_id" in owned.names() else "application_id", application)
            for owned in owned_by("applications")
        ),
    ):
        for column_of in TABLES[table].columns:
            if column_of.privacy in {Privacy.PERSONAL, Privacy.SENSITIVE}:
                found = lab.select(f"select {column_of.name} from {table} where {column} = ?", key)
                values |= {str(value) for (value,) in found if value and len(str(value)) > 8}
    others = {
        text for (text,) in lab.select("select value from custom_values where row_id <> ?", application)
    }
    return values - others


def all_text(lab: Lab) -> str:
    """Every value of every table."""
    rows = [lab.select(f"select * from {table.name}") for table in (*SYNCED, *DESK)]
    return "\n".join(str(value) for table in rows for row in table for value in row if value is not None)


def bytes_on_disk(lab: Lab) -> bytes:
    """The database and its WAL as they lie there, free pages included."""
    return b"".join(path.read_bytes() for path in lab.desk.folder.glob(f"{FILE_NAME}*"))


def delete(lab: Lab, uid: str) -> None:
    lab.control._tenant.delete(uid)


@pytest.mark.parametrize("rules", [Rules(rate_requests=0), WITHOUT_STUBS], ids=["stubs", "ids only"])
@pytest.mark.parametrize("full", [False, True], ids=["increment", "full"])
def test_a_deleted_person_leaves_no_personal_value_behind(
    start: Callable[..., Lab], rules: Rules, full: bool
) -> None:
    lab = start(rules=rules)
    lab.good_sync()
    lab.control.advance(edited=30)
    lab.good_sync()
    application = lab.lone_application()
    candidate = lab.living("applications")[application]["candidate_id"]
    values = personal_values(lab, application, candidate)
    email, phone = lab.select("select email, phone from candidates where id = ?", candidate)[0]
    digits = re.sub(r"\D", "", phone or "")
    assert values
    assert any(value in all_text(lab) for value in values)

    delete(lab, application)
    report = lab.good_sync(full=full)

    assert sum(one.gone for one in report.resources) == 1
    assert application not in lab.living("applications")
    assert candidate not in lab.living("candidates")
    left = all_text(lab)
    assert not [value for value in values if value in left]
    for text in (email, phone):
        if text:
            assert not lab.select(
                "select rowid from candidates_search where candidates_search match ?", match_expression(text)
            )
    file = bytes_on_disk(lab)
    assert not [value for value in (*values, digits or email) if value.encode() in file]
    assert lab.table("applications")[application]["status"], "what is not personal stays for the counts"
    assert (
        lab.one("select count(*) from steps where application_id = ? and deleted_at is null", application)
        == 0
    )


def test_a_person_with_another_application_stays(synced: Lab) -> None:
    application = synced.one_of_several_applications()
    before = synced.living("candidates")
    candidate = synced.living("applications")[application]["candidate_id"]
    delete(synced, application)
    synced.good_sync()
    assert application not in synced.living("applications")
    assert synced.living("candidates") == before
    assert synced.one("select body from records where id = ? and resource = 'candidates'", application) in (
        json.dumps({"uid": application, "deleted": True}, separators=(",", ":")),
        "{}",
    )
    assert synced.living("candidates")[candidate]["name"]


def test_a_person_goes_with_the_last_application(synced: Lab) -> None:
    application = synced.one_of_several_applications()
    candidate = synced.living("applications")[application]["candidate_id"]
    for one, row in synced.living("applications").items():
        if row["candidate_id"] == candidate:
            delete(synced, one)
    synced.good_sync()
    row = synced.table("candidates")[candidate]
    assert row["deleted_at"]
    assert not any(
        row[column.name] for column in TABLES["candidates"].columns if column.privacy is not Privacy.OPEN
    )


def test_a_deletion_is_told_once(synced: Lab) -> None:
    application = synced.lone_application()
    delete(synced, application)
    first, second = synced.good_sync(), synced.good_sync()
    assert sum(one.gone for one in first.resources) == 1
    assert sum(one.gone for one in second.resources) == 0
    assert synced.select("select field from changes where row_id = ?", application) == [("gone",)]


def test_who_was_buried_by_a_sweep_is_erased_when_comeet_names_them(start: Callable[..., Lab]) -> None:
    lab = start(rules=Rules(rate_requests=0, stubs_in_list=False))
    lab.good_sync()
    application = lab.lone_application()
    candidate = lab.living("applications")[application]["candidate_id"]
    values = personal_values(lab, application, candidate)
    delete(lab, application)
    lab.control.fail("503@deleted-candidatesx*")
    lab.sync(full=True)
    assert lab.table("candidates")[candidate]["deleted_at"]
    assert lab.table("candidates")[candidate]["name"], "a sweep hides; it does not erase"
    lab.control.heal()
    lab.good_sync()
    assert not lab.table("candidates")[candidate]["name"]
    file = bytes_on_disk(lab)
    assert not [value for value in values if value.encode() in file]


def test_who_was_deleted_while_the_first_load_lasted_is_erased(start: Callable[..., Lab]) -> None:
    lab = start(rules=WITHOUT_STUBS, now=1_790_000_000)
    lab.control.set_clock(0)
    lab.cancelled_sync(10)
    application = lab.lone_application()
    delete(lab, application)
    lab.good_sync()
    assert application not in lab.living("applications")


def test_merged_candidates_go_with_the_next_full_pass(synced: Lab) -> None:
    merged = {event["uid"] for event in synced.control.advance(merged=3)}
    synced.good_sync()
    assert merged <= synced.living("applications").keys(), "Comeet does not say a word of them"
    report = synced.good_sync(full=True)
    assert of(report, "candidates").gone == len(merged)
    same_as_truth(synced)


def test_who_has_no_application_left_after_a_merge_goes(synced: Lab) -> None:
    alone, other = synced.lone_application(), synced.one_of_several_applications()
    former = synced.living("applications")[alone]["candidate_id"]
    kept = synced.living("applications")[other]["candidate_id"]

    def move(candidate: Any) -> None:
        candidate.person_uid = kept

    synced.control._tenant.change(alone, move)
    synced.good_sync()
    assert synced.living("applications")[alone]["candidate_id"] == kept
    row = synced.table("candidates")[former]
    assert row["deleted_at"]
    assert row["email"] is None, "the person is kept once, under the name Comeet gives them now"
    assert kept in synced.living("candidates")
    same_as_truth(synced)


def test_a_full_pass_that_misses_many_asks_first(synced: Lab) -> None:
    before = synced.facts()
    synced.control.permit(scope="published")
    visible = {one["uid"] for one in all_of(synced.sandbox, "candidates")}
    missing = before["applications"].keys() - visible
    assert len(missing) > 0.2 * len(before["applications"])

    report = synced.sync(full=True)

    assert sum(one.gone for one in report.resources if one.resource == "candidates") == 0
    assert synced.living("applications").keys() == before["applications"].keys()
    (issue,) = (one for one in synced.issues("deletions_held") if one.resource == "candidates")
    assert f"{len(missing):,} of {len(before['applications']):,}" in issue.title
    assert "--accept-deletions" in issue.hint

    report = synced.good_sync(full=True, accept_deletions=True)

    assert of(report, "candidates").gone == len(missing)
    assert synced.living("applications").keys() == visible
    assert synced.issues("deletions_held") == []


def test_held_deletions_are_over_once_the_records_are_back(synced: Lab) -> None:
    synced.control.permit(scope="published")
    synced.sync(full=True)
    assert synced.issues("deletions_held")
    synced.control.permit()
    synced.good_sync()
    assert synced.issues("deletions_held"), "an increment does not look for what is gone"
    synced.good_sync(full=True)
    assert synced.issues("deletions_held") == []
    same_as_truth(synced)


def test_rows_that_come_back_live_again(synced: Lab) -> None:
    before = synced.facts()
    synced.control.permit(scope="published")
    report = synced.good_sync(full=True, accept_deletions=True)
    gone = of(report, "candidates").gone
    assert gone > 0
    synced.control.permit()
    report = synced.good_sync(full=True)
    assert of(report, "candidates").changed == gone
    assert synced.facts() == before
    assert (
        synced.one("select count(*) from changes where table_name = 'applications' and field = 'back'")
        == gone
    )
    same_as_truth(synced)
    indexed = {pk for (pk,) in synced.select("select rowid from candidates_search")}
    assert indexed == {pk for (pk,) in synced.select("select pk from candidates where deleted_at is null")}


def test_an_empty_list_deletes_nothing(synced: Lab) -> None:
    before = synced.facts()
    synced.control.fail("nothing@candidatesx*", "nothing@positionsx*")
    synced.sync(full=True)
    assert synced.facts() == before
    assert {issue.resource for issue in synced.issues("deletions_held")} == {"positions", "candidates"}


def test_a_full_pass_that_was_broken_off_and_resumed_deletes_only_what_is_gone(synced: Lab) -> None:
    merged = {event["uid"] for event in synced.control.advance(merged=2)}
    synced.cancelled_sync(8, full=True)
    assert merged <= synced.living("applications").keys()
    synced.good_sync()
    assert not merged & synced.living("applications").keys()
    same_as_truth(synced)


def test_issues_about_an_erased_person_are_over(lab: Lab) -> None:
    lab.control.fail("wrong-types@candidates#1x1")
    lab.sync()
    (issue,) = lab.issues("rejected_record")
    delete(lab, issue.record_id)
    lab.control.fail("nothing@candidatesx*")
    lab.sync()
    assert lab.issues("rejected_record") == []
    assert lab.one("select body from issues where id = ?", issue.id) is None


def test_a_removed_account_leaves_nothing(synced: Lab) -> None:
    synced.desk.remove_account("acme")
    for table in (*SYNCED, *DESK):
        if "account_id" in table.names():
            assert synced.one(f"select count(*) from {table.name}") == 0, table.name
    for table in SYNCED:
        if table.search:
            assert synced.select(f"select rowid from {table.name}_search") == []


def test_a_full_pass_with_a_record_of_unknown_id_takes_nothing_for_gone(synced: Lab) -> None:
    before = synced.living("applications").keys()
    synced.control.fail("no-key@candidates")
    report = synced.sync(full=True)
    assert of(report, "candidates").rejected == 1
    assert of(report, "candidates").gone == 0
    assert synced.living("applications").keys() == before
