"""The standard connector test set: what must hold for every system that ATS Desk reads.

A connector joins with a `System`, the little the set has to know of it, and a class:

    class TestComeet(StandardSet):
        system = COMEET
"""

import contextlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from atsdesk.ats.moments import moment
from atsdesk.ats.resource import Filter, Resource
from atsdesk.store.file import open_reader
from atsdesk.store.ledger import checkpoint
from atsdesk.store.tables import SYNCED, TABLES, Grain, Kind
from atsdesk.sync.passes import MONTHS_APART
from tests.sync.lab import ACCOUNT, PAGE_SIZE, Lab, System, connected, of

IS_DAY = re.compile(r"(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])").fullmatch
IS_KIND: dict[Kind, Callable[[Any], bool]] = {
    Kind.TEXT: lambda value: isinstance(value, str),
    Kind.HTML: lambda value: isinstance(value, str) and value != "",
    Kind.ID: lambda value: isinstance(value, str) and value.strip() == value != "",
    Kind.TIME: lambda value: isinstance(value, str) and moment(value) == value,
    Kind.DAY: lambda value: isinstance(value, str) and bool(IS_DAY(value)),
    Kind.INTEGER: lambda value: type(value) is int,
    Kind.DECIMAL: lambda value: type(value) is float,
    Kind.BOOL: lambda value: value in (0, 1),
    Kind.JSON: lambda value: isinstance(json.loads(value), dict),
    Kind.HASH: lambda value: isinstance(value, bytes),
}
STATES = ("completed", "current", "future")
ROUNDS = 6


class StandardSet:
    """Inherit, and set `system`."""

    system: System

    # --- Declarations -----------------------------------------------------------------------------------

    def test_shapes_name_tables_and_columns_that_exist_and_begin_with_the_id(self) -> None:
        for resource in self.system.connector.resources:
            for table, columns in resource.shape.items():
                declared = TABLES[table].names()
                assert table in {one.name for one in SYNCED}, f"{resource.name} fills {table}"
                assert columns[0] == "id", f"{resource.name}: {table}"
                assert len(set(columns)) == len(columns), f"{resource.name}: {table}"
                assert set(columns) <= set(declared) - {"account_id", "first_seen_at", "deleted_at"}, table

    def test_a_shape_of_a_searched_table_has_every_searched_column(self) -> None:
        for resource in self.system.connector.resources:
            for table, columns in resource.shape.items():
                filled = {one.column for one in self.system.connector.fills if one.table == table}
                searched = [name for name in TABLES[table].search if name in TABLES[table].names()]
                assert set(searched) - filled <= set(columns), f"{resource.name}: {table}"

    def test_owned_rows_come_with_their_owner(self) -> None:
        for resource in self.system.connector.resources:
            for table in resource.shape:
                if TABLES[table].grain is Grain.OWNED:
                    owner = resource.owners.get(table, TABLES[table].owners[0])
                    elsewhere = resource.belongs_to or resource.follow or table in resource.completes
                    assert elsewhere or owner in resource.shape, f"{resource.name}: {table}"

    def test_resources_are_declared_once_and_the_ids_of_each_are_those_of_a_table(self) -> None:
        resources = self.system.connector.resources
        assert len({one.name for one in resources}) == len(resources)
        for resource in resources:
            assert resource.table in TABLES
            assert resource.ids_only or resource.table in resource.shape
            assert resource.label
            assert not resource.deletes or resource.deletes in {one.name for one in resources}

    # --- A first sync -----------------------------------------------------------------------------------

    def test_every_record_of_every_resource_arrives(self, read_only: Lab) -> None:
        served = self.system.served(read_only.sandbox)
        for resource in self.whole_resources(read_only):
            stored = {
                identity
                for (identity,) in read_only.select(
                    "select id from records where resource = ?", resource.name
                )
            }
            assert stored == served[resource.name].keys()
        report = read_only.desk.reading.runs()[0]
        for resource in self.whole_resources(read_only):
            one = of(report, resource.name)
            assert (one.state, one.rejected, one.changed, one.unchanged) == ("SUCCEEDED", 0, 0, 0)
            assert one.received == one.added == len(served[resource.name])

    def test_the_store_says_what_the_ats_says(self, read_only: Lab) -> None:
        same_as_truth(read_only)

    def test_records_are_kept_whole(self, read_only: Lab) -> None:
        served = self.system.served(read_only.sandbox)
        for resource in self.whole_resources(read_only):
            kept = dict(read_only.select("select id, body from records where resource = ?", resource.name))
            assert {identity: json.loads(body) for identity, body in kept.items()} == served[resource.name]

    def test_keys_are_unique_and_never_blank(self, read_only: Lab) -> None:
        for table in SYNCED:
            rows, keys, blank = read_only.select(
                "select count(*), count(distinct account_id || '/' || id), sum(id is null or id = '')"
                f" from {table.name}"
            )[0]
            assert rows == keys, f"{table.name} has one id twice"
            assert not blank, f"{table.name} has a row without id"

    def test_values_are_of_the_kinds_that_the_tables_declare(self, read_only: Lab) -> None:
        for name in (*(table.name for table in SYNCED), "records", "changes", "checkpoints"):
            table = TABLES[name]
            for column in table.columns:
                wrong = [
                    value
                    for (value,) in read_only.select(f'select distinct "{column.name}" from {name}')
                    if value is not None and not IS_KIND[column.kind](value)
                ]
                assert not wrong, f"{name}.{column.name} is no {column.kind}: {wrong[:3]}"

    def test_rows_point_to_rows_that_are_there(self, read_only: Lab) -> None:
        ids = {table.name: read_only.table(table.name).keys() for table in SYNCED}
        for table, column, target in (
            ("applications", "candidate_id", "candidates"),
            ("applications", "job_id", "jobs"),
            ("applications", "source_id", "sources"),
            ("applications", "source_contact_id", "source_contacts"),
            ("applications", "stage_id", "stages"),
            ("steps", "application_id", "applications"),
            ("steps", "stage_id", "stages"),
            ("stages", "job_id", "jobs"),
            ("candidate_tags", "application_id", "applications"),
            ("candidate_tags", "candidate_id", "candidates"),
            *(
                (f"(select * from custom_values where applies_to = '{one}')", "row_id", one)
                for one in TABLES["custom_values"].owners
            ),
            ("custom_values", "field_id", "custom_fields"),
            ("attachments", "application_id", "applications"),
        ):
            found = {
                value
                for (value,) in read_only.select(
                    f"select distinct {column} from {table} where {column} is not null"
                )
            }
            assert found <= ids[target], f"{table}.{column}"
        for target, row in read_only.select("select distinct applies_to, row_id from custom_values"):
            assert row in ids[target], f"custom_values of {target}"

    def test_steps_are_in_order_and_say_when_they_began(self, read_only: Lab) -> None:
        for application, row in read_only.living("applications").items():
            steps = read_only.select(
                "select position, state, entered_at, completed_at from steps where application_id = ? order by pk",
                application,
            )
            if self.system.whole_workflow:
                assert len({one[0] for one in steps}) == len(steps)
                assert all(one[0] for one in steps)
            else:
                assert [one[0] for one in steps] == [*range(1, len(steps) + 1)]
                assert [one[1] for one in steps] == sorted((one[1] for one in steps), key=STATES.index)
            assert all(one[2] for one in steps if one[1] != "future")
            assert all(one[3] is None for one in steps if one[1] != "completed")
            assert (row["stage"] is not None) == any(one[1] == "current" for one in steps)

    def test_requests_are_the_least_that_paging_allows(self, lab: Lab) -> None:
        report = lab.good_sync()
        for resource in lab.resources():
            if resource.follow or resource.load:
                continue
            one = of(report, resource.name)
            windows = MONTHS_APART + 1 if resource.created else 1
            assert one.requests <= len(lab.requests(resource.name))  # another may ask for its path too
            assert windows <= one.requests <= windows + one.received // PAGE_SIZE
            if not resource.created:
                assert one.requests in (1, max(1, -(-one.received // PAGE_SIZE)))
        for_lists = sum(one.requests for one in report.resources)
        assert len(lab.requests()) == for_lists + self.system.asides + self.system.beforehand

    def test_every_window_has_both_ends(self, synced: Lab) -> None:
        synced.good_sync()
        for resource in synced.resources():
            bounds = [one for one in (resource.created, resource.changed) if isinstance(one, Filter)]
            if not bounds:
                continue
            queries = synced.requests(resource.name)
            assert queries
            for query in queries:
                assert any(one.before in query for one in bounds), query
            # Only what has never been read begins with the beginning of time.
            assert isinstance(resource.changed, Filter)
            assert resource.changed.after in queries[-1]
            assert resource.changed.before in queries[-1]

    def test_the_watermark_is_the_start_of_the_pass(self, read_only: Lab) -> None:
        report = read_only.desk.reading.runs()[0]
        with_mark = {one.resource: one.watermark for one in report.resources}
        with contextlib.closing(open_reader(read_only.desk.database)) as connection:
            for resource in read_only.resources():
                point = checkpoint(connection, ACCOUNT, resource.name)
                assert point.watermark == with_mark[resource.name]
                assert point.reading is None
                assert report.started_at <= str(point.watermark) <= str(report.ended_at)

    # --- Syncs after the first --------------------------------------------------------------------------

    def test_the_same_sync_twice_writes_nothing(self, synced: Lab) -> None:
        before = synced.data()
        reports = [synced.good_sync(), synced.good_sync(full=True), synced.good_sync()]
        assert synced.data() == before
        for report in reports:
            assert [(one.added, one.changed, one.gone) for one in report.resources] == [(0, 0, 0)] * len(
                report.resources
            )
            assert all(one.received == one.unchanged for one in report.resources)

    def test_a_sync_after_one_that_found_changes_writes_nothing(self, synced: Lab) -> None:
        synced.control.advance(30, deleted=2, hired=1)
        synced.good_sync()
        before = synced.data()
        for report in (synced.good_sync(), synced.good_sync()):
            assert [(one.added, one.changed, one.gone) for one in report.resources] == [(0, 0, 0)] * len(
                report.resources
            )
        assert synced.data() == before

    def test_a_second_sync_makes_one_request_a_resource(self, synced: Lab) -> None:
        synced.control.clear_requests()
        report = synced.good_sync()
        expected = {one.name: self.system.again.get(one.name, 1) for one in synced.resources()}
        assert {one.resource: one.requests for one in report.resources} == expected
        assert len(synced.requests()) == sum(expected.values()) + self.system.asides

    def test_an_increment_brings_exactly_what_changed(self, synced: Lab) -> None:
        for _ in range(ROUNDS):
            before, was = self.system.served(synced.sandbox), record_hashes(synced)
            synced.control.advance(8)
            after = self.system.served(synced.sandbox)
            report = synced.good_sync()
            now, gone_unsaid = record_hashes(synced), self.system.truth(synced.sandbox).unsaid
            for resource in self.whole_resources(synced):
                name = resource.name
                touched = {
                    identity
                    for identity in before[name].keys() | after[name].keys()
                    if before[name].get(identity) != after[name].get(identity)
                }
                touched -= {
                    identity
                    for identity in touched & before[name].keys() & after[name].keys()
                    if self.system.marks(after[name][identity])
                }
                told = {
                    identity
                    for identity in touched
                    if identity not in before[name]
                    or identity not in after[name]
                    or self.system.told(name, self.but_restless(name, before[name][identity]))
                    != self.system.told(name, self.but_restless(name, after[name][identity]))
                }
                swept = (before[name].keys() - after[name].keys()) & known_as_gone(synced, name)
                unsaid = touched & (gone_unsaid | swept)
                written = {
                    identity
                    for kind, identity in now
                    if kind == name and now[name, identity] != was.get((name, identity))
                }
                assert told - unsaid <= written <= touched - unsaid
                one = of(report, name)
                assert one.added == len(after[name].keys() - before[name].keys())
                assert one.added + one.changed == len(written)

    def test_increments_alone_keep_up_with_the_truth(self, synced: Lab) -> None:
        for _ in range(ROUNDS):
            synced.control.advance(25)
            synced.good_sync()
            same_as_truth(synced, but_for_unsaid=True)
        synced.good_sync(full=True)
        same_as_truth(synced)

    def test_increments_end_where_a_fresh_sync_does(self, synced: Lab, tmp_path: Path) -> None:
        for _ in range(ROUNDS):
            synced.control.advance(15)
            synced.good_sync()
        synced.good_sync(full=True)
        with connected(self.system, synced.sandbox, tmp_path / "fresh") as fresh:
            fresh.good_sync()
            expected, found = fresh.facts(), synced.facts()
        for table in SYNCED:
            if table.name not in expected:
                continue
            shared = expected[table.name].keys() & found[table.name].keys()
            assert {one: found[table.name][one] for one in shared} == expected[table.name], table.name
            if table.name in {"applications", "candidates", "jobs"} or table.grain is Grain.OWNED:
                assert found[table.name].keys() == expected[table.name].keys(), table.name

    def test_the_index_finds_those_who_live_and_nobody_else(self, synced: Lab) -> None:
        synced.control.advance(60)
        synced.good_sync()
        synced.good_sync(full=True)
        for table in SYNCED:
            if table.search:
                living = {
                    pk for (pk,) in synced.select(f"select pk from {table.name} where deleted_at is null")
                }
                indexed = {pk for (pk,) in synced.select(f"select rowid from {table.name}_search")}
                assert indexed == living, table.name

    def test_the_history_tells_what_became_another(self, synced: Lab) -> None:
        brought = {
            name for one in self.system.connector.resources for name in one.shape.get("applications", ())
        }
        filled = {one.column for one in self.system.connector.fills if one.table == "applications"} - brought
        before = synced.table("applications")
        synced.control.advance(40)
        synced.good_sync()
        after = synced.living("applications")
        for identity in before.keys() & after.keys():
            told = {
                field: (old, new)
                for field, old, new in synced.select(
                    "select field, old, new from changes where table_name = 'applications' and row_id = ?",
                    identity,
                )
            }
            for column in TABLES["applications"].columns:
                name, values = column.name, (before[identity][column.name], after[identity][column.name])
                if name in ("last_changed_at", "first_seen_at") or column.derived:
                    assert name not in told
                elif name not in filled:
                    assert told.get(name, (None, None)) == (
                        values if values[0] != values[1] else (None, None)
                    )

    # --- Broken off -------------------------------------------------------------------------------------

    @pytest.mark.parametrize("pages", [1, 4, 9])
    def test_a_cancelled_first_load_goes_on_where_it_stopped(
        self, lab: Lab, tmp_path: Path, pages: int
    ) -> None:
        lab.cancelled_sync(pages)
        first = lab.requests(self.system.main)
        lab.control.clear_requests()
        lab.good_sync()
        again = lab.requests(self.system.main)
        assert len([one for one in again if one in first]) <= 2, "the page in flight, and the one after it"
        with connected(self.system, lab.sandbox, tmp_path / "clean") as clean:
            clean.good_sync()
            assert lab.facts() == clean.facts()

    def test_what_changes_while_a_load_is_broken_off_arrives_with_its_end(self, lab: Lab) -> None:
        lab.cancelled_sync(5)
        lab.control.advance(40)
        report = lab.good_sync()
        same_as_truth(lab, but_for_unsaid=True)
        assert of(report, self.system.main).watermark == lab.one(
            "select watermark from checkpoints where resource = ?", self.system.main
        )

    def test_a_cancelled_increment_loses_nothing(self, start: Callable[..., Lab]) -> None:
        lab = start(settings={"page_size": "5"})
        lab.good_sync()
        lab.control.advance(60)
        lab.cancelled_sync(2)
        lab.control.advance(20)
        lab.good_sync()
        same_as_truth(lab, but_for_unsaid=True)

    def test_a_page_that_stays_broken_leaves_the_watermark_where_it_was(self, synced: Lab) -> None:
        path = next(one.path for one in self.system.connector.resources if one.name == self.system.main)
        before = synced.select("select resource, watermark from checkpoints order by resource")
        synced.control.advance(10)
        synced.control.fail(f"503@{path.strip('/')}x*")
        report = synced.sync()
        assert report.state == "PARTIALLY_FAILED"
        after = synced.select("select resource, watermark from checkpoints order by resource")
        assert dict(after)[self.system.main] == dict(before)[self.system.main]
        assert [issue.kind for issue in synced.issues()] == ["failed"]
        synced.control.heal()
        synced.good_sync()
        same_as_truth(synced, but_for_unsaid=True)
        assert synced.issues() == []

    # --- Bad records ------------------------------------------------------------------------------------

    @pytest.mark.parametrize("fault", ["wrong-types", "nan", "no-key", "not-objects"])
    def test_a_record_that_cannot_be_read_is_set_aside_until_it_is_mended(self, lab: Lab, fault: str) -> None:
        path = next(one.path for one in self.system.connector.resources if one.name == self.system.main)
        lab.control.fail(f"{fault}@{path.strip('/')}")
        report = lab.sync()
        assert report.state == "PARTIALLY_FAILED"
        issues = lab.issues("rejected_record")
        assert len(issues) == of(report, self.system.main).rejected >= 1
        assert all(issue.body and issue.hint and issue.record_id for issue in issues)
        missing = self.system.truth(lab.sandbox).applications.keys() - lab.living("applications").keys()
        assert len(missing) <= 1
        lab.sync(full=True)
        same_as_truth(lab)
        if fault in ("wrong-types", "nan"):
            assert lab.issues("rejected_record") == []

    @pytest.mark.parametrize("fault", ["twice", "unknown-members", "big-numbers", "duplicate-keys"])
    def test_a_record_that_is_only_strange_goes_in(self, lab: Lab, fault: str) -> None:
        path = next(one.path for one in self.system.connector.resources if one.name == self.system.main)
        lab.control.fail(f"{fault}@{path.strip('/')}")
        lab.good_sync()
        same_as_truth(lab)
        assert lab.issues() == []

    def test_pages_that_lead_in_a_circle_are_left(self, synced: Lab) -> None:
        path = next(one.path for one in self.system.connector.resources if one.name == self.system.main)
        synced.control.advance(new=8, moved=2)
        synced.control.fail(f"loop@{path.strip('/')}x*")
        report = synced.sync()
        assert report.state == "PARTIALLY_FAILED"
        assert "circle" in report.message
        assert of(report, self.system.main).requests <= 3
        same_as_truth(synced, but_for_unsaid=True)

    def but_restless(self, resource: str, record: Mapping[str, Any]) -> dict[str, Any]:
        """A record without what changes unsaid."""
        restless = self.system.restless.get(resource, ())
        return {name: value for name, value in record.items() if name not in restless}

    def whole_resources(self, lab: Lab) -> list[Resource]:
        return [one for one in lab.resources() if not one.ids_only]


def same_as_truth(lab: Lab, *, but_for_unsaid: bool = False) -> None:
    """Ids, statuses, jobs, people and the state of every step."""
    truth = lab.truth()
    applications, steps = lab.living("applications"), lab.living("steps").values()
    extra = applications.keys() - truth.applications.keys()
    assert extra <= (truth.unsaid if but_for_unsaid else set())
    assert truth.applications.keys() <= applications.keys()
    assert not truth.gone & applications.keys() - extra
    of_application: dict[str, dict[str, list[str]]] = {}
    for step in sorted(steps, key=lambda one: one["position"]):
        by_state = of_application.setdefault(step["application_id"], {})
        by_state.setdefault(step["state"], []).append(step["stage_id"])
    for identity, true in truth.applications.items():
        row = applications[identity]
        assert (row["candidate_id"], row["job_id"], row["status_raw"]) == (
            true.candidate_id,
            true.job_id,
            true.status_raw,
        )
        assert row["status"] != "unknown"
        assert (row["stage"] is not None) == bool(true.steps["current"])
        found = of_application.get(identity, {})
        for state in ("current", "future") if lab.system.observes else STATES:
            assert found.get(state, []) == true.steps[state], identity
    people = truth.people or {one.candidate_id for one in truth.applications.values()}
    assert people <= lab.living("candidates").keys()
    if not but_for_unsaid:
        assert lab.living("candidates").keys() == people
    assert {identity: row["status_raw"] for identity, row in lab.living("jobs").items()} == truth.jobs


def known_as_gone(lab: Lab, resource: str) -> set[str]:
    return {
        identity
        for (identity,) in lab.select(
            "select id from records where resource = ? and deleted_at is not null", resource
        )
    }


def record_hashes(lab: Lab) -> dict[tuple[str, str], Any]:
    """What was kept of each record, and whether it is still there."""
    return {
        (resource, identity): rest
        for resource, identity, *rest in lab.select("select resource, id, body from records")
    }
