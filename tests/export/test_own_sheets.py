"""The sheets of what ATS Desk saw change, and of what somebody chose here."""

from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.export.profiles import Profiles
from atsdesk.export.snapshot import snapshot
from atsdesk.store.browse import Query
from atsdesk.store.exports import mark
from atsdesk.store.profiles import Disclosure, Selection
from atsdesk.vault import Vault
from tests.export.data import Data, table
from tests.export.test_csv_folder import rows_of


@pytest.fixture
def moving(data: Data) -> Data:
    """Two people with an application each, one of them gone by now, and what was seen to change."""
    for id_, gone in (("C1", None), ("C2", "2026-03-05T00:00:00Z")):
        pk = data.add("candidates", id=id_, name=f"Name of {id_}", deleted_at=gone)
        data.searchable("candidates", pk, f"Name of {id_}")
        data.add(
            "applications", id=f"A{id_}", candidate_id=id_, job_id="J1", status="active", deleted_at=gone
        )
        data.change("candidates", id_, "email", f"old-{id_}@example.com", f"new-{id_}@example.com")
        data.change("applications", f"A{id_}", "stage", "Call", "Offer")
        data.change("steps", f"A{id_}:1", "state", "current", "completed", owner_id=f"A{id_}")
        data.change("offers", f"O{id_}", "status", "open", "sent")
        data.add("offers", id=f"O{id_}", application_id=f"A{id_}", deleted_at=gone)
    data.change("candidates", "C2", "gone", None, None)
    data.change("jobs", "J1", "status", "open", "closed", seen_at="2026-02-28T23:30:00Z")
    data.change("jobs", "J1", "description", "<p>long</p>", "<p>longer</p>")
    data.change("eeoc", "E1", "gender", "a", "b")
    data.add("jobs", id="J1", name="Engineer")
    return data


def of(row: dict[str, Any], *names: str) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def test_changes_tell_of_what_the_sheets_have_and_lead_to_them(moving: Data, target: Path) -> None:
    moving.export(target)
    rows = table(target, "changes")
    found = {of(row, "table_name", "field", "candidate_key", "application_key", "job_key") for row in rows}
    assert found == {
        ("candidates", "email", "acme:C1", None, None),
        ("applications", "stage", "acme:C1", "acme:AC1", "acme:J1"),
        ("steps", "state", "acme:C1", "acme:AC1", "acme:J1"),
        ("offers", "status", "acme:C1", "acme:AC1", "acme:J1"),
        ("candidates", "gone", "acme:C2", None, None),
        ("jobs", "status", None, None, "acme:J1"),
    }
    (job,) = (row for row in rows if row["table_name"] == "jobs")
    assert of(job, "row_id", "old", "new") == ("J1", "open", "closed")
    assert f"{job['seen_at_utc']:%Y-%m-%d} {job['seen_date']:%Y-%m-%d}" == "2026-02-28 2026-03-01"


def test_changes_lie_in_the_file_of_the_month_they_were_seen_in(moving: Data, tmp_path: Path) -> None:
    moving.export_csv(tmp_path / "csv")
    assert [path.name for path in sorted((tmp_path / "csv" / "changes").iterdir())] == [
        "2026-02.csv",
        "2026-03.csv",
    ]
    header, *rows = rows_of(tmp_path / "csv", "changes")
    assert len(rows) == 6
    assert header[-3:] == ["candidate_key", "application_key", "job_key"]


def test_a_filter_leaves_the_changes_of_those_it_finds_and_of_the_company(moving: Data, target: Path) -> None:
    moving.add("candidates", id="C3", name="Else")
    moving.add("applications", id="AC3", candidate_id="C3", job_id="J1", status="hired")
    moving.change("candidates", "C3", "email", "a", "b")
    moving.change("applications", "AC3", "stage", "Call", "Offer")
    moving.export(target, selection=Selection(query=Query(chosen={"status": ("hired",)})))
    found = {of(row, "table_name", "field", "candidate_key") for row in table(target, "changes")}
    assert found == {
        ("candidates", "email", "acme:C3"),
        ("applications", "stage", "acme:C3"),
        ("jobs", "status", None),
    }
    moving.export(target, selection=Selection(query=Query(account="acme")))
    assert len(table(target, "changes")) == 8


@pytest.mark.parametrize("disclosure", [Disclosure.PSEUDONYMOUS, Disclosure.NONE])
def test_changes_name_nobody_where_nobody_is_to_be_named(
    moving: Data, target: Path, disclosure: Disclosure
) -> None:
    moving.salt()
    moving.export(target, selection=Selection(disclosure=disclosure))
    rows = table(target, "changes")
    assert not {"old", "new", "row_id", "owner_id"} & set(rows[0])
    keys = {row["candidate_key"] for row in table(target, "candidates")}
    assert keys < {row["candidate_key"] for row in rows}
    told = str(rows)
    assert not any(word in told for word in ("C1", "C2", "example.com"))


def test_who_is_in_the_changes_is_in_the_export(moving: Data) -> None:
    def people(*tables: str) -> bytes:
        with snapshot(moving.path, Cancel(), Selection(tables)) as look:
            return look.people()

    assert mark("acme", "C1") in people("changes")
    assert mark("acme", "C2") in people("changes")
    assert mark("acme", "C2") in people("candidates", "changes"), "it says that they are gone"
    assert mark("acme", "C2") not in people("candidates")


def test_what_somebody_chose_here_joins_the_jobs_of_the_ats(data: Data, target: Path) -> None:
    data.add("jobs", id="J1", name="Engineer")
    data.add(
        "exposures", account_id="acme", job_id="J1", exposed_at="2026-03-01T22:30:00Z", exposed_by="rita"
    )
    number = data.add(
        "own_jobs", source="list.csv", own_id="007", name="Eng", added_at="2026-03-01T22:30:00Z"
    )
    data.add("job_matches", own_job_id=number, account_id="acme", job_id="J1", state="linked")
    data.export(target)
    (exposure,), (own,), (link,) = (table(target, name) for name in ("exposures", "own_jobs", "job_matches"))
    assert exposure["job_key"] == link["job_key"] == table(target, "jobs")[0]["job_key"]
    assert link["own_job_key"] == own["own_job_key"] == str(number)
    assert of(own, "own_id", "name") == ("007", "Eng")
    assert f"{exposure['exposed_date']:%Y-%m-%d}" == "2026-03-02", "the day in Jerusalem"
    data.salt()
    data.export(target, selection=Selection(disclosure=Disclosure.NONE))
    assert "exposed_by" not in table(target, "exposures")[0]


def test_they_can_be_chosen_in_a_profile(moving: Data) -> None:
    names = set(Profiles(moving._store, Vault()).tables())
    assert {"changes", "exposures", "own_jobs", "job_matches"} <= names
