"""`atsdesk jobs`: what a person and a script are told of the jobs that are worked on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cli.main import _run
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running
from tests.unit.test_cli import NO_LIMIT, Command, Ended, give_secrets


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
    monkeypatch.setenv("LOGNAME", "ada")

    def run(*arguments: str) -> Ended:
        capsys.readouterr()
        code = _run(["--data-dir", str(data_dir), *arguments])
        return Ended(code, *capsys.readouterr())

    added = run("accounts", "add", "comeet", "--name", "acme", "--base-url", sandbox.base_url, *NO_LIMIT)
    assert added.code == 0, added
    assert run("sync").code == 0
    return run


def listed(acme: Command, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = acme("jobs", "list", "acme", *options, "--json").document
    return found


def of(acme: Command, openness: str) -> list[str]:
    return [one["job"] for one in listed(acme) if one["openness"] == openness]


def test_jobs_are_chosen_listed_hidden_and_the_choice_undone(acme: Command) -> None:
    first, second, *_ = of(acme, "open")
    (shut, *_) = of(acme, "closed")
    done = acme("jobs", "expose", "acme", first, second, shut, "--why", "Our clients.", "--json")
    assert done.code == 1
    assert [one["job"] for one in done.document["changed"]] == [first, second]
    assert done.document["refused"] == [{"account": "acme", "job": shut, "reason": "It is closed."}]
    chosen = listed(acme, "--exposed")
    assert {one["job"] for one in chosen} == {first, second}
    assert {(one["exposed_by"], one["why"]) for one in chosen} == {("ada", "Our clients.")}
    hidden = acme("jobs", "hide", "acme", first)
    assert hidden.code == 0
    number = hidden.out.split("jobs undo ")[1].split("`")[0]
    assert [one["job"] for one in listed(acme, "--exposed")] == [second]
    assert acme("jobs", "undo", number).code == 0
    assert {one["job"] for one in listed(acme, "--exposed")} == {first, second}


def test_a_department_is_exposed_whole(acme: Command) -> None:
    usable = [one for one in listed(acme) if one["openness"] == "open" and one["department"]]
    department = usable[0]["department"]
    assert acme("jobs", "expose", "acme", "--department", department.upper()).code == 0
    assert {one["job"] for one in listed(acme, "--exposed")} == {
        one["job"] for one in usable if one["department"] == department
    }


def test_alerts_end_with_another_code_until_they_are_taken_note_of(sandbox: Sandbox, acme: Command) -> None:
    ids = of(acme, "open")
    acme("jobs", "expose", "acme", *ids)
    assert acme("jobs", "list", "--alerts").code == 0
    sandbox.control.advance(position_closed=1)
    synced = acme("sync")
    assert synced.code == 0
    assert "1 exposed jobs take no candidates" in synced.err
    told = acme("jobs", "list", "--alerts", "--json")
    assert told.code == 1
    (alert,) = told.document
    assert (alert["kind"], alert["reason"]) == ("closed", "It is closed.")
    assert "It is closed." in acme("jobs", "list", "--alerts").out
    assert acme("jobs", "acknowledge", "acme").out == "1 job taken note of.\n"
    assert acme("jobs", "list", "--alerts").out == "Nothing became of the exposed jobs.\n"
    kinds = [one["kind"] for one in listed(acme, "--history")]
    assert (kinds[0], kinds[-1]) == ("closed", "exposed")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("expose", "acme"), "Name the IDs of jobs, or a department"),
        (("expose", "acme", "J.1", "--department", "Care"), "Name the IDs of jobs, or a department"),
        (("expose", "acme", "--department", "Nowhere"), "no such job that is open and publishable"),
        (("expose", "nobody", "J.1"), 'There is no account "nobody"'),
        (("list", "nobody"), 'There is no account "nobody"'),
        (("list", "--exposed", "--alerts"), "do not go together"),
    ],
)
def test_wrong_questions_get_a_sentence(acme: Command, arguments: tuple[str, ...], sentence: str) -> None:
    assert sentence in acme("jobs", *arguments).sentence()


def test_an_unknown_job_is_refused_by_its_id(acme: Command) -> None:
    told = acme("jobs", "expose", "acme", "NO.SUCH")
    assert told.code == 1
    assert "✗ NO.SUCH: There is no such job." in told.out


def test_a_list_is_imported_matched_confirmed_and_handed_on(acme: Command, tmp_path: Path) -> None:
    jobs = listed(acme)
    path = tmp_path / "ours.csv"
    path.write_text(
        f"Our id,Title,ATS id\n1,Anything,{jobs[0]['job']}\n2,{jobs[1]['name']},\n3,,\n", encoding="utf-8"
    )
    refused = acme("jobs", "import", str(path))
    assert refused.code == 1
    assert "Nothing was imported" in refused.out
    assert acme("jobs", "own", "--json").document == []
    done = acme("jobs", "import", str(path), "--skip-bad", "--json")
    assert done.document["counts"] == {"new": 2, "changed": 0, "as before": 0, "left out": 1}
    first, second = acme("jobs", "own", "--json").document
    assert [(one["job"], one["known_by"]) for one in first["links"]] == [(jobs[0]["job"], "id")]
    assert second["links"] == []
    matched = acme("jobs", "match", "--json")
    assert matched.code == 1
    suggested = matched.document["unmatched"][0]["suggestions"]
    assert suggested[0]["name"] == jobs[1]["name"]
    assert suggested[0]["reasons"]
    assert acme("jobs", "confirm", str(second["own"]), "acme", suggested[0]["job"]).code == 0
    assert acme("jobs", "match").code in (0, 1)
    table = tmp_path / "links.csv"
    assert acme("jobs", "links", "--csv", str(table)).code == 0
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == 3
    number = str(done.document["imported"])
    assert acme("jobs", "undo-import", number).out == "2 removed, 0 as they were before.\n"
    assert acme("jobs", "own").out == "There are none.\n"


def test_a_pasted_text_is_resolved_line_by_line_and_exposed(acme: Command, tmp_path: Path) -> None:
    first, second, *_ = of(acme, "open")
    text = tmp_path / "mail.txt"
    text.write_text(f"{first}\nzzz unheard of\n{second}\n", encoding="utf-8")
    told = acme("jobs", "paste", str(text), "--account", "acme", "--expose", "--json")
    assert told.code == 1
    assert [(one["line"], one["state"]) for one in told.document["lines"]] == [
        (1, "found"),
        (2, "not found"),
        (3, "found"),
    ]
    assert {one["job"] for one in listed(acme, "--exposed")} == {first, second}
    assert "There is nothing in the text." in acme("jobs", "paste", "/dev/null").sentence()
