"""`atsdesk show`, `list` and `changes`: what a person and a script are told, and what wrong questions get."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from atsdesk.cli.main import _run
from atsdesk.cli.tabular import pairs, table
from atsdesk.cli.when import When
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running
from atsdesk.store.subjects import SUBJECTS
from atsdesk.store.tables import TABLES
from tests.unit.test_cli import NO_LIMIT, Command, Ended, give_secrets

DAY = dt.timedelta(days=1)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with running(seed=4, candidates=40, rules=Rules(rate_requests=0)) as sandbox:
        yield sandbox


@pytest.fixture
def acme(
    sandbox: Sandbox, data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """The command on a data folder with one account that was synced."""
    give_secrets(monkeypatch, "acme", sandbox.secrets)

    def run(*arguments: str) -> Ended:
        capsys.readouterr()
        code = _run(["--data-dir", str(data_dir), *arguments])
        return Ended(code, *capsys.readouterr())

    added = run("accounts", "add", "comeet", "--name", "acme", "--base-url", sandbox.base_url, *NO_LIMIT)
    assert added.code == 0, added
    assert run("sync").code == 0
    return run


def test_every_kind_names_columns_filters_and_parts_that_exist() -> None:
    names = {one.name for one in SUBJECTS}
    assert len(names) == len(SUBJECTS)
    for one in SUBJECTS:
        columns = set(TABLES[one.table].names()) | {"pk"}
        for sql in (one.choosable, one.order, one.where, *(given.sql for given in one.filters)):
            if not one.source:
                assert set(re.findall(r"\bt\.(\w+)", sql)) <= columns, one.name
        for column in one.columns if not one.source else ():
            assert column in columns or f"{column}_id" in columns, f"{one.name}: {column}"
        for part in one.parts:
            assert part.subject in names
        assert not one.parent or one.parent in columns


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "acme", "unicorn", "1"], "The kinds are: candidate,"),
        (["list", "acme", "unicorns"], "The kinds are: candidate,"),
        (["show", "nobody", "candidate", "1"], "The accounts are: acme."),
        (["list", "nobody", "candidates"], "The accounts are: acme."),
        (["changes", "nobody"], "The accounts are: acme."),
        (["show", "acme", "candidate", "P.0"], "Check the id"),
        (["show", "acme", "candidate", "P.0", "--live"], "no candidate"),
        (["show", "acme", "candidate"], "ID"),
        (["show", "acme", "step", "1"], "atsdesk list acme steps"),
        (["list", "acme", "jobs", "--email", "a@example.com"], "The filters are: --status"),
        (["list", "acme", "sources", "--current-only"], "The filters are: --ids"),
        (["list", "acme", "applications", "--job", "J.0"], "atsdesk list acme jobs"),
        (["list", "acme", "applications", "--job", ","], "--job is empty"),
        (["list", "acme", "applications", "--created-after", "someday"], "2026-03-01"),
        (["list", "acme", "jobs", "--tree"], "These do: departments, offices"),
        (["list", "acme", "sources", "--tree", "--choices"], "do not go together"),
        (["list", "acme", "sources", "--limit", "-1"], "--limit"),
        (["list", "acme", "offers"], "Comeet (Spark Hire Recruit) gives ATS Desk no offers"),
        (["changes", "--table", "unicorns"], "The tables are: sources,"),
        (["changes", "--since", "2026-13-01"], "yesterday"),
    ],
)
def test_a_wrong_question_is_answered_with_a_sentence(acme: Command, arguments: list[str], said: str) -> None:
    ended = acme(*arguments)
    assert said in ended.sentence()
    assert ended.out == ""


def test_a_word_that_nothing_has_is_told_beside_the_empty_list(acme: Command) -> None:
    ended = acme("list", "acme", "applications", "--status", "activ", "--json")
    assert (ended.code, ended.document["rows"]) == (0, [])
    assert "There are: active, on_hold" in ended.err


def test_a_person_reads_tables_and_is_told_how_much_is_left(acme: Command) -> None:
    total = acme("list", "acme", "applications", "--json").document["total"]
    ended = acme("list", "acme", "applications", "--limit", "3")
    head, *rows, left = ended.out.splitlines()
    assert head.split()[:3] == ["id", "candidate", "job"]
    assert len(rows) == 3
    assert left == f"... and {total - 3} more; --limit 0 shows all."
    assert len(acme("list", "acme", "applications", "--limit", "0").out.splitlines()) == total + 1


def test_a_thing_is_shown_with_names_and_what_belongs_to_it(acme: Command) -> None:
    (row,) = acme("list", "acme", "applications", "--limit", "1", "--json").document["rows"]
    shown = acme("show", "acme", "application", row["id"])
    assert shown.code == 0
    assert re.search(rf"^candidate +{re.escape(row['candidate'])}$", shown.out, re.MULTILINE)
    assert "\nSteps\n" in shown.out
    document = acme("show", "acme", "application", row["id"], "--json").document
    assert document["account"] == "acme"
    assert document["job"] == row["job"]
    assert {one["application_id"] for one in document["parts"]["steps"]} == {row["id"]}
    assert acme("show", "acme", "applications", row["id"]).out == shown.out


def test_what_is_gone_is_shown_when_asked_for(acme: Command, sandbox: Sandbox) -> None:
    before = {one["id"] for one in acme("list", "acme", "applications", "--json").document["rows"]}
    sandbox.control.advance(deleted=2)
    acme("sync")
    after = {one["id"] for one in acme("list", "acme", "applications", "--json").document["rows"]}
    gone = before - after
    assert gone
    everything = acme("list", "acme", "applications", "--deleted", "--json").document["rows"]
    assert {one["id"] for one in everything if one["deleted_at"]} == gone
    for identity in gone:
        assert "no longer in the ATS" in acme("show", "acme", "application", identity).sentence()
        assert acme("show", "acme", "application", identity, "--deleted").code == 0


def test_live_reads_again_before_it_shows(acme: Command, sandbox: Sandbox) -> None:
    before = {one["id"]: one for one in acme("list", "acme", "applications", "--json").document["rows"]}
    sandbox.control.advance(40)
    truth = sandbox.control.truth()["candidates"]
    changed = next(
        one for one in before.keys() & truth.keys() if truth[one]["status"] != before[one]["status_raw"]
    )
    stale = acme("show", "acme", "application", changed, "--json").document
    fresh = acme("show", "acme", "application", changed, "--live", "--json").document
    assert stale["status_raw"] == before[changed]["status_raw"]
    assert fresh["status_raw"] == truth[changed]["status"]


def test_changes_are_told_in_words_and_whole_as_json(acme: Command, sandbox: Sandbox) -> None:
    assert acme("changes").out == "Nothing changed.\n"
    sandbox.control.advance(moved=6, rejected=2)
    acme("sync")
    document = acme("changes", "acme", "--since", "24h", "--json").document
    assert document["total"] == len(document["changes"]) > 0
    one = next(
        one for one in document["changes"] if (one["table"], one["field"]) == ("applications", "stage")
    )
    assert one["sentence"] == f"Moved from {one['old']} to {one['new'] or 'no step'}"
    assert one["about"]
    assert one["run"]
    lines = acme("changes", "--limit", "0").out.splitlines()
    assert len(lines) == document["total"]
    assert any(f"{one['about']}: {one['sentence']}" in line for line in lines)
    of_table = acme("changes", "--table", "steps", "--json").document["changes"]
    assert {change["table"] for change in of_table} == {"steps"}
    assert [change["seen_at"] for change in document["changes"]] == sorted(
        (change["seen_at"] for change in document["changes"]), reverse=True
    )
    tomorrow = (dt.datetime.now().astimezone() + DAY).isoformat(timespec="seconds")
    assert acme("changes", "--since", tomorrow).out == "Nothing changed.\n"
    few = acme("changes", "--limit", "2").out.splitlines()
    assert few[-1] == f"... and {document['total'] - 2} more; --limit 0 shows all."


@pytest.mark.parametrize(
    ("text", "back"),
    [("7d", 7 * DAY), ("24h", DAY), ("2w", 14 * DAY), ("30 m", DAY / 48), ("30min", DAY / 48)],
)
def test_a_stretch_of_time_is_counted_back_from_now(text: str, back: dt.timedelta) -> None:
    before = dt.datetime.now(dt.UTC)
    found = When().convert(text, None, None)
    assert before <= found + back <= dt.datetime.now(dt.UTC)


def test_days_begin_by_this_computer_s_clock() -> None:
    today = dt.datetime.now().astimezone().date()
    for text, day in (("today", today), ("yesterday", today - DAY), ("2026-03-01", dt.date(2026, 3, 1))):
        found = When().convert(text, None, None).astimezone()
        assert (found.date(), found.time()) == (day, dt.time())
    assert When().convert("2026-03-01T08:00z", None, None) == dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize("text", ["", "someday", "2026-02-30", "99999w", "0001-01-01", "-7d"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="no moment"):
        When().convert(text, None, None)


@pytest.mark.parametrize(
    ("keys", "rows", "lines"),
    [
        (["a_b", "c"], [{"a_b": 1, "c": None}], ["a b", "1"]),
        (["a", "b"], [{"a": True, "b": "x"}, {"a": None, "b": "y"}], ["a    b", "yes  x", "     y"]),
        (["a", "b"], [{"a": "日本", "b": "1"}, {"a": "é", "b": "2"}], ["a     b", "日本  1", "é     2"]),
        (["a"], [{"a": "one\ntwo\x1b[31m"}], ["a", "one, two [31m"]),
        (["a"], [{"a": "x" * 60}], ["a", "x" * 43 + "…"]),
    ],
)
def test_tables_line_up_and_no_cell_moves_the_cursor(
    keys: Sequence[str], rows: Sequence[dict[str, str]], lines: Sequence[str]
) -> None:
    assert list(table(keys, rows)) == list(lines)


def test_further_lines_of_a_text_stand_below_its_first() -> None:
    assert list(pairs({"name": "Ada", "blank": None, "answers": "1\n2"})) == [
        "name     Ada",
        "answers  1\n         2",
    ]
