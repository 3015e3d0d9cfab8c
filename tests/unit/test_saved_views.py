"""Saved views: kept by name in the data folder, one of them the first, handed on as JSON."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from atsdesk.store import saved_views
from atsdesk.store.saved_views import Arrangement, SavedViews
from tests.unit.filled import filled

STUCK = Arrangement(
    "ada", {"status": ("active",), "job": ("acme:1", "acme:2")}, "stage", True, ("name", "job"), {"job": 300}
)


@pytest.fixture
def desk(data_dir: Path) -> Iterator[Desk]:
    with Desk(data_dir, environ={}) as desk:
        yield desk


def test_a_view_comes_back_as_it_was_saved_also_after_a_restart(data_dir: Path) -> None:
    with Desk(data_dir, environ={}) as desk:
        desk.views.save("candidates", "Stuck", STUCK)
        desk.views.save("jobs", "Stuck", Arrangement())
    with Desk(data_dir, environ={}) as desk:
        (view,) = desk.views.of("candidates")
        assert (view.name, view.tab, view.is_default, view.shows) == ("Stuck", "candidates", False, STUCK)


def test_saving_under_a_name_that_is_there_replaces_what_it_shows(desk: Desk) -> None:
    first = desk.views.save("steps", "Mine", STUCK)
    desk.views.make_default("steps", first)
    assert desk.views.save("steps", "  MINE ", Arrangement("bob")).id == first.id
    (view,) = desk.views.of("steps")
    assert (view.name, view.shows.search, view.is_default) == ("Mine", "bob", True)


def test_a_name_is_of_one_view_alone(desk: Desk) -> None:
    one = desk.views.save("steps", "One", STUCK)
    desk.views.save("steps", "Two", STUCK)
    with pytest.raises(ConfigError, match='There is a view "Two" already'):
        desk.views.rename(one, "two")
    desk.views.rename(one, "ONE")
    assert [view.name for view in desk.views.of("steps")] == ["ONE", "Two"]


@pytest.mark.parametrize("name", ["", " \n ", "x" * 61])
def test_a_view_has_a_name_of_a_sane_length(desk: Desk, name: str) -> None:
    with pytest.raises(ConfigError):
        desk.views.save("steps", name, STUCK)
    assert desk.views.of("steps") == []


def test_one_view_of_a_tab_is_the_first_or_none(desk: Desk) -> None:
    one, two = (desk.views.save("steps", name, STUCK) for name in ("One", "Two"))
    other = desk.views.save("jobs", "Other", STUCK)
    desk.views.make_default("jobs", other)
    desk.views.make_default("steps", one)
    desk.views.make_default("steps", two)
    assert [view.name for view in desk.views.of("steps") if view.is_default] == ["Two"]
    desk.views.make_default("steps", None)
    assert not any(view.is_default for view in desk.views.of("steps"))
    assert desk.views.of("jobs")[0].is_default


def test_a_deleted_view_is_gone(desk: Desk) -> None:
    desk.views.delete(desk.views.save("steps", "One", STUCK))
    assert desk.views.of("steps") == []


def test_views_travel_as_json_and_take_a_free_name(desk: Desk) -> None:
    desk.views.make_default("steps", desk.views.save("steps", "Eigene Sicht – שלי", STUCK))
    luggage = desk.views.exported("steps")
    assert "שלי" in luggage
    (came,) = desk.views.take_in("steps", luggage)
    assert (came.name, came.shows, came.is_default) == ("Eigene Sicht – שלי (2)", STUCK, False)
    assert len(desk.views.of("steps")) == 2


def test_a_name_that_is_taken_stays_short_when_it_gets_a_number(desk: Desk) -> None:
    desk.views.save("steps", "x" * 60, STUCK)
    (came,) = desk.views.take_in("steps", desk.views.exported("steps"))
    assert (len(came.name), came.name[-4:]) == (60, " (2)")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"[1]",
        b'{"views": []}',
        b'{"atsdesk_views": 1, "views": [{"tab": "steps", "name": "", "shows": {}}]}',
        b'{"atsdesk_views": 1, "views": [{"tab": "steps", "name": "x", "shows": {"columns": [1]}}]}',
    ],
)
def test_what_is_no_file_of_views_is_refused_whole(desk: Desk, text: bytes) -> None:
    with pytest.raises(ConfigError, match="no file of saved views"):
        desk.views.take_in("steps", text)
    assert desk.views.of("steps") == []


def test_views_of_another_tab_and_of_a_newer_program_are_refused_with_the_reason(desk: Desk) -> None:
    desk.views.save("jobs", "Mine", STUCK)
    with pytest.raises(ConfigError, match="holds no view of steps"):
        desk.views.take_in("steps", desk.views.exported("jobs"))
    newer = json.dumps({"atsdesk_views": 2, "views": []})
    with pytest.raises(ConfigError, match="newer version"):
        desk.views.take_in("steps", newer)


def test_somebody_who_is_forgotten_is_in_no_view_either(data_dir: Path) -> None:
    with filled(data_dir) as file:
        views = SavedViews(file.store)
        for name, text in (
            ("Ada Lóvelace", "lovelace"),
            ("By mail", "ADA.L@example.com open"),
            ("By phone", "+44 7700 900068"),
            ("Ada", "adam"),
            ("Others", "grace"),
        ):
            views.save("candidates", name, Arrangement(text, {"status": ("active",)}, "name"))
        file.store.write(
            lambda connection: saved_views.forget(
                connection, "Ada Lovelace", "ada.l@example.com", "+44 7700 900068"
            )
        )
        found = {view.name: view.shows for view in views.of("candidates")}
        assert set(found) == {"Ada", "By mail", "By phone", "Others", "View 1"}
        assert {name: shows.search for name, shows in found.items() if shows.search} == {
            "Ada": "adam",
            "Others": "grace",
        }
        assert all(
            shows.filters == {"status": ("active",)} and shows.sort == "name" for shows in found.values()
        )
