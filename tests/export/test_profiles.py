"""Exports that can be repeated: what they hold, what they tell of people, and who is in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from atsdesk.export.contract import Broken
from atsdesk.export.plan import Keys, data_sheets
from atsdesk.export.privacy import DOMAINS_OF_PEOPLE
from atsdesk.export.snapshot import snapshot
from atsdesk.export.write import Manner
from atsdesk.store.browse import Query
from atsdesk.store.profiles import Disclosure, Profile, Selection
from atsdesk.store.tables import Privacy
from atsdesk.vault import KeyringError
from tests.export.data import Data, table

if TYPE_CHECKING:
    from tests.keyring_daemon import KeyringDaemon

NAMES = ("Ada", "Noa", "Grace")


@pytest.fixture
def people(data: Data) -> Data:
    """Three people: one hired and one active in acme, one active in another account; each with what people have."""
    data.account("other")
    for number, (name, account, status) in enumerate(
        zip(NAMES, ("acme", "acme", "other"), ("hired", "active", "active"), strict=True)
    ):
        id_ = f"SECRET{number}"
        candidate = data.add(
            "candidates",
            id=id_,
            account_id=account,
            name=name,
            email=f"{name}@example.com",
            url=f"https://app.example.com/{id_}",
            created_at="2026-03-01T08:00:00Z",
        )
        data.searchable("candidates", candidate, name)
        application = data.add(
            "applications",
            id=f"SECRETA{number}",
            account_id=account,
            candidate_id=id_,
            job_id=f"J{number}",
            status=status,
            answers=f"I am {name}",
        )
        data.step(
            application,
            0,
            account_id=account,
            application_id=f"SECRETA{number}",
            name="Interview",
            assignees="Rita Recruiter",
        )
        data.add(
            "candidate_tags",
            pk=candidate << 16,
            id=f"{id_}:python",
            account_id=account,
            candidate_id=id_,
            name="python",
        )
        data.add(
            "jobs", id=f"J{number}", account_id=account, name=f"Job {number}", recruiter="Rita Recruiter"
        )
    data.add("candidates", id="SECRET9", name="Without application")
    return data


@pytest.fixture
def desk(people: Data) -> Iterator[Desk]:
    with Desk(people.folder) as desk:
        yield desk


def run(desk: Desk, profile: Profile) -> Any:
    return desk.profiles.run(profile, progress=lambda _: None, cancel=Cancel())


def text_of(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.csv")))


def test_a_profile_is_kept_as_it_was_given(desk: Desk, tmp_path: Path) -> None:
    asked = Profile(
        "Weekly",
        str(tmp_path / "weekly.xlsx"),
        "excel",
        Selection(
            ("candidates", "jobs"),
            {"candidates": ("name", "candidate_key")},
            Query(text="ada", account="acme", chosen={"status": ("hired",)}),
            Disclosure.PSEUDONYMOUS,
            guarded=False,
        ),
        after_sync=True,
    )
    desk.profiles.save(asked)
    assert desk.profiles.one("Weekly") == asked
    assert desk.profiles.all() == [asked]
    desk.profiles.remove("Weekly")
    assert desk.profiles.all() == []
    for gone in (desk.profiles.one, desk.profiles.remove):
        with pytest.raises(ConfigError, match="no export profile"):
            gone("Weekly")


def test_only_the_tables_and_columns_chosen_are_written(desk: Desk, target: Path) -> None:
    chosen = Selection(("candidates", "jobs"), {"candidates": ("name", "candidate_key")})
    report = run(desk, Profile("", str(target), "excel", chosen))
    assert list(report.rows) == ["candidates", "jobs"]
    assert list(table(target, "candidates")[0]) == ["candidate_key", "name"]
    assert len(table(target, "jobs")[0]) > 20


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (Query(), {"Ada", "Noa", "Grace", "Without application"}),
        (Query(account="acme"), {"Ada", "Noa", "Without application"}),
        (Query(chosen={"status": ("active",)}), {"Noa", "Grace"}),
        (Query(account="acme", chosen={"status": ("active",)}), {"Noa"}),
        (Query(chosen={"job": ("acme:J0",)}), {"Ada"}),
        (Query(text="grace"), {"Grace"}),
        (Query(text="nobody"), set()),
    ],
)
def test_a_filter_leaves_people_and_what_is_theirs(
    desk: Desk, target: Path, query: Query, names: set[str]
) -> None:
    report = run(desk, Profile("", str(target), "excel", Selection(query=query)))
    assert {row["name"] for row in table(target, "candidates")} - {None} == names
    keys = {row["candidate_key"] for row in table(target, "candidates")}
    applications = table(target, "applications")
    with_application = names - {"Without application"}
    assert {row["candidate_name"] for row in applications} - {None} == with_application
    assert {row["candidate_key"] for row in applications} <= keys
    assert {row["candidate_name"] for row in table(target, "steps")} - {None} == with_application
    assert {row["candidate_key"] for row in table(target, "candidate_tags")} <= keys
    assert report.rows["jobs"] == (2 if query.account else 3), "lists of the company stay whole"


def test_a_readme_tells_of_filters_and_privacy(desk: Desk, target: Path) -> None:
    query = Query(account="acme", chosen={"status": ("active", "hired")})
    run(desk, Profile("", str(target), "excel", Selection(("jobs",), {}, query, Disclosure.NONE)))
    import openpyxl

    told = {row[0]: row[1] for row in openpyxl.load_workbook(target)["README"].iter_rows(values_only=True)}
    assert told["Filters"] == "account acme; status active or hired; tables jobs"
    assert str(told["Privacy"]).startswith("no personal data")


@pytest.mark.parametrize("disclosure", [Disclosure.PSEUDONYMOUS, Disclosure.NONE])
def test_nothing_by_which_a_person_is_known_is_written(
    desk: Desk, tmp_path: Path, disclosure: Disclosure
) -> None:
    selection = Selection(disclosure=disclosure)
    run(desk, Profile("", str(tmp_path / "csv"), "csv", selection))
    run(desk, Profile("", str(tmp_path / "out.xlsx"), "excel", selection))
    text = text_of(tmp_path / "csv")
    assert "Job 1" in text
    assert "Interview" in text
    for word in (*NAMES, "example.com", "SECRET", "Rita"):
        assert word not in text
    told = str(
        [table(tmp_path / "out.xlsx", name) for name in ("candidates", "applications", "steps", "jobs")]
    )
    assert "Job 1" in told
    for word in (*NAMES, "example.com", "SECRET", "Rita"):
        assert word not in told


def test_no_column_that_is_declared_personal_is_ever_disclosed(people: Data) -> None:
    declared = {
        (sheet.name, column.name)
        for sheet in data_sheets(Keys())
        for column in sheet.columns
        if column.privacy is not Privacy.OPEN
    }
    assert ("candidates", "email") in declared
    for disclosure in (Disclosure.PSEUDONYMOUS, Disclosure.NONE):
        people.salt()
        with snapshot(people.path, Cancel(), Selection(disclosure=disclosure)) as look:
            shown = {(sheet.name, column.name) for sheet in look.sheets() for column in sheet.columns}
            keys = [
                (sheet.name, column.name)
                for sheet in look.sheets()
                for column in sheet.columns
                if column.of in DOMAINS_OF_PEOPLE and not column.sql.startswith("pseudonym(")
            ]
        assert not declared & shown
        assert not keys
        assert ("candidates", "id") not in shown
        assert ("jobs", "id") in shown


def test_pseudonyms_join_the_tables_and_are_those_of_the_folder(desk: Desk, tmp_path: Path) -> None:
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in files:
        run(desk, Profile("", str(path), "excel", Selection(disclosure=Disclosure.PSEUDONYMOUS)))
    first, second = ({row["candidate_key"] for row in table(path, "candidates")} for path in files)
    assert first == second
    assert len(first) == 4
    assert {row["candidate_key"] for row in table(files[0], "applications")} < first
    applications = {row["application_key"] for row in table(files[0], "applications")}
    assert {row["application_key"] for row in table(files[0], "steps")} == applications
    assert {row["job_key"] for row in table(files[0], "applications")} == {"acme:J0", "acme:J1", "other:J2"}


def test_another_folder_has_other_pseudonyms(people: Data, tmp_path: Path) -> None:
    other = Data(tmp_path / "other")
    other.account()
    other.add("candidates", id="SECRET0")
    other.close()
    keys: list[set[str]] = []
    for folder in (people.folder, tmp_path / "other"):
        with Desk(folder) as one:
            path = tmp_path / f"{len(keys)}.xlsx"
            run(one, Profile("", str(path), "excel", Selection(disclosure=Disclosure.PSEUDONYMOUS)))
            keys.append({row["candidate_key"] for row in table(path, "candidates")})
    assert not keys[0] & keys[1]


def test_without_personal_data_keys_join_and_are_new_each_time(desk: Desk, tmp_path: Path) -> None:
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in files:
        run(desk, Profile("", str(path), "excel", Selection(disclosure=Disclosure.NONE)))
    first, second = ({row["candidate_key"] for row in table(path, "candidates")} for path in files)
    assert len(first) == len(second) == 4
    assert not first & second
    assert {row["candidate_key"] for row in table(files[0], "applications")} < first


@pytest.mark.parametrize(
    ("selection", "held"),
    [
        (Selection(), {"SECRET0", "SECRET1", "SECRET9"}),
        (Selection(disclosure=Disclosure.PSEUDONYMOUS), {"SECRET0", "SECRET1", "SECRET9"}),
        (Selection(disclosure=Disclosure.NONE), set()),
        (Selection(query=Query(chosen={"status": ("active",)})), {"SECRET1"}),
        (Selection(("steps", "jobs")), {"SECRET0", "SECRET1"}),
        (Selection(("jobs",)), set()),
        (Selection(("candidate_tags",), query=Query(chosen={"status": ("hired",)})), {"SECRET0"}),
    ],
)
def test_forgetting_names_exactly_the_exports_that_hold_the_person(
    desk: Desk, target: Path, selection: Selection, held: set[str]
) -> None:
    run(desk, Profile("", str(target), "excel", selection))
    named = {
        candidate
        for candidate in ("SECRET0", "SECRET1", "SECRET9")
        if desk.preview_forget("acme", candidate).exports
    }
    assert named == held


def test_an_export_that_was_written_again_holds_who_is_in_it_now(desk: Desk, target: Path) -> None:
    run(desk, Profile("", str(target), "excel"))
    assert desk.preview_forget("acme", "SECRET0").exports
    run(desk, Profile("", str(target), "excel", Selection(query=Query(chosen={"status": ("active",)}))))
    assert not desk.preview_forget("acme", "SECRET0").exports
    assert desk.preview_forget("acme", "SECRET1").exports


def test_who_was_forgotten_is_noted_in_no_export_any_more(desk: Desk, target: Path) -> None:
    run(desk, Profile("", str(target), "excel"))
    assert desk.forget("acme", "SECRET0").asked.exports
    with desk._store.read() as connection:
        ((people,),) = connection.execute("select people from exports").fetchall()
    assert len(people) == 8 * 3, "one of four is gone"


def test_the_history_tells_what_was_written(desk: Desk, tmp_path: Path) -> None:
    desk.profiles.save(Profile("Weekly", str(tmp_path / "w"), "csv", Selection(("jobs", "candidates"))))
    report = run(desk, desk.profiles.one("Weekly"))
    (entry,) = desk.reading.exports()
    assert (entry.profile, entry.format, entry.privacy) == ("Weekly", "csv", "full")
    assert entry.tables == {"candidates": 4, "jobs": 3} == report.rows
    assert entry.hash == report.hash
    assert entry.rows == 7


def test_what_is_due_after_a_sync(desk: Desk, tmp_path: Path) -> None:
    desk.profiles.save(Profile("by hand", str(tmp_path / "a.xlsx"), "excel"))
    desk.profiles.save(Profile("each time", str(tmp_path / "b.xlsx"), "excel", after_sync=True))
    assert [one.name for one in desk.profiles.due(news=False)] == ["each time"], "it is not there yet"
    run(desk, desk.profiles.one("each time"))
    assert desk.profiles.due(news=False) == []
    assert [one.name for one in desk.profiles.due(news=True)] == ["each time"]


@pytest.mark.parametrize(
    ("profile", "says"),
    [
        (Profile("/", "x.xlsx", "excel"), "cannot be a profile's name"),
        (Profile("a", "x.xlsx", "pdf"), "no format pdf"),
        (Profile("a", "x.xlsx", "excel", Selection(("people",))), "no table people"),
        (Profile("a", "x.xlsx", "excel", Selection(("jobs", "people"))), "no people"),
        (Profile("a", "x.xlsx", "excel", Selection(columns={"jobs": ("name", "shoes")})), "no jobs.shoes"),
        (Profile("a", "x.xlsx", "excel", Selection(columns={"jobs": ("shoes",)})), "no column shoes"),
        (Profile("a", "x.xlsx", "excel", Selection(query=Query(account="gone"))), "no account gone"),
    ],
)
def test_a_profile_that_could_not_be_written_is_not_kept(desk: Desk, profile: Profile, says: str) -> None:
    with pytest.raises(ConfigError, match=says) as caught:
        desk.profiles.save(profile)
    assert caught.value.hint
    assert desk.profiles.all() == []


def test_a_table_that_went_away_later_is_told_and_the_rest_is_written(desk: Desk, target: Path) -> None:
    report = run(desk, Profile("", str(target), "excel", Selection(("jobs", "hobbies"))))
    assert list(report.rows) == ["jobs"]
    assert report.warnings[0] == "hobbies was chosen, and is not there any more."


def test_a_narrower_profile_at_the_same_place_breaks_what_was_built(desk: Desk, target: Path) -> None:
    run(desk, Profile("", str(target), "excel"))
    narrow = Profile("", str(target), "excel", Selection(("jobs",)))
    with pytest.raises(Broken, match="candidates would disappear"):
        desk.profiles.check(narrow, Cancel())
    run(desk, narrow)
    desk.profiles.check(narrow, Cancel())
    kept = json.loads((target.parent / "contract.json").read_bytes())
    assert list(kept[target.name]) == ["jobs"]


def test_a_profile_is_written_in_a_process_of_its_own(desk: Desk, target: Path) -> None:
    selection = Selection(("jobs",), disclosure=Disclosure.PSEUDONYMOUS)
    report = desk.profiles.run(
        Profile("", str(target), "excel", selection),
        Manner(apart=True),
        progress=lambda _: None,
        cancel=Cancel(),
    )
    assert report.rows == {"jobs": 3}
    assert desk.reading.exports()[0].path == str(target)


def test_a_profile_that_names_who_is_forgotten_goes_with_them(desk: Desk, tmp_path: Path) -> None:
    for name, text in (("asks for her", "ada"), ("Ada", ""), ("by address", "ADA@example.com"), ("all", "")):
        query = Query(text=text)
        desk.profiles.save(Profile(name, str(tmp_path / "x.xlsx"), "excel", Selection(query=query)))
    run(desk, desk.profiles.one("Ada"))
    desk.forget("acme", "SECRET0")
    assert [one.name for one in desk.profiles.all()] == ["all"]
    assert desk.reading.exports()[0].profile == ""


def test_the_password_of_a_database_goes_with_the_last_profile_that_publishes_there(
    desk: Desk, real_keyring: KeyringDaemon
) -> None:
    place = "postgresql://reports@db.example.com/hr"
    desk.profiles.publishing.keep_password(place, "kept-secret")
    for name, schema in (("one", "a"), ("two", "b"), ("three", "c")):
        desk.profiles.save(Profile(name, f"{place}?schema={schema}", "publish"))
    desk.profiles.remove("one")
    assert len(real_keyring.entries()) == 1
    desk.profiles.remove("two")
    desk.profiles.remove("three")
    assert real_keyring.entries() == []
    desk.profiles.save(Profile("four", place, "publish"))
    desk.profiles.remove("four")  # that there is no password is no trouble
    desk.profiles.save(Profile("five", place, "publish"))
    real_keyring.lock()
    with pytest.raises(KeyringError, match="may still be in the keyring"):
        desk.profiles.remove("five")
    assert desk.profiles.all() == []
