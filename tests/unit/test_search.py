"""Search finds people as a person would look for them, and no text can make it stumble."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atsdesk.store.search import fold, indexed, match_expression
from tests.unit.filled import Filled, candidate, filled

PEOPLE = (
    candidate("C.1", "נֹעָה", "כֹּהֵן", phone="+972 54-123-4567"),
    candidate("C.2", "François", "Lefèvre", mobile_phone="(054) 765 43 21"),
    candidate("C.3", "Łukasz", "Jørgensen", email="lukasz.j@firma.example"),
    candidate("C.4", "Zoë", "O’Súilleabháin"),
    candidate("C.5", "ג׳ורג׳", "D'Angelo"),
    candidate("C.6", "Anna-Maria", "Großmann"),
)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    with filled(tmp_path_factory.mktemp("people")) as file:
        file.candidates(*PEOPLE)
        yield file


def found(people: Filled, text: str) -> set[str]:
    rows = people.select(
        "select c.id from candidates c where c.pk in"
        " (select rowid from candidates_search where candidates_search match ?)",
        match_expression(text),
    )
    return {identity.removeprefix("P.") for (identity,) in rows}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("נועה", set()),
        ("נעה", {"C.1"}),
        ("נֹעָה", {"C.1"}),
        ("כהן נעה", {"C.1"}),
        ("כה", {"C.1"}),
        ("francois", {"C.2"}),
        ("FRANÇOIS lefevre", {"C.2"}),
        ("Lefe Fran", {"C.2"}),
        ("lukasz", {"C.3"}),
        ("Łukasz", {"C.3"}),
        ("jorgensen", {"C.3"}),
        ("lukasz.j@firma.example", {"C.3"}),
        ("firma.example", {"C.3"}),
        ("zoe", {"C.4"}),
        ("o’súilleabháin", {"C.4"}),
        ("suilleabhain", {"C.4"}),
        ("ג׳ורג׳", {"C.5"}),
        ("d'angelo", {"C.5"}),
        ("anna maria", {"C.6"}),
        ("anna-maria", {"C.6"}),
        ("grossmann", {"C.6"}),
        ("GROSSMANN", {"C.6"}),
        ("great unknown", set()),
        ("anna lefevre", set()),
    ],
)
def test_names_are_found_without_points_accents_and_case(people: Filled, text: str, who: set[str]) -> None:
    assert found(people, text) == who


@pytest.mark.parametrize(
    "text",
    [
        "+972 54-123-4567",
        "+972541234567",
        "972541234567",
        "0541234567",
        "054-1234567",
        "054 123 4567",
        "054-1234",
    ],
)
def test_a_phone_is_found_however_it_is_written(people: Filled, text: str) -> None:
    assert found(people, text) == {"C.1"}


def test_a_mobile_phone_is_found_too(people: Filled) -> None:
    assert found(people, "0547654321") == {"C.2"}


@pytest.mark.parametrize("text", ["", " ", "\t\n", "*", '"', "()", "-", "😀", "…", "\x00", "((("])
def test_a_text_without_letters_asks_nothing(text: str) -> None:
    assert match_expression(text) == ""


@pytest.mark.parametrize(
    "text",
    ["a AND b", "NOT x", 'x" OR "y', "col:val", "NEAR(a b)", "a*", "^a", "{a}", "a\x00b", "\ud800a"],
)
def test_words_of_the_query_language_are_only_words(people: Filled, text: str) -> None:
    found(people, text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), max_size=40))
def test_no_text_makes_the_search_stumble(people: Filled, text: str) -> None:
    if match_expression(text):
        found(people, text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PEOPLE), st.data())
def test_everybody_is_found_by_the_beginnings_of_their_names(
    people: Filled, who: dict[str, str], data: st.DataObject
) -> None:
    words = [who["first_name"], who["last_name"]]
    beginnings = [word[: data.draw(st.integers(3, len(word)))] for word in words]
    assert who["uid"] in found(people, " ".join(data.draw(st.permutations(beginnings))))


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_what_is_no_text_is_not_indexed() -> None:
    assert indexed([None, 5, "A", ""]).split() == ["a"]


def test_an_edit_moves_the_index_along(file: Filled) -> None:
    file.candidates(candidate("C.1", "Ada", "Before"))
    file.candidates(candidate("C.1", "Ada", "After"))
    assert found(file, "before") == set()
    assert found(file, "after") == found(file, "ada") == {"C.1"}
    file.candidates({"uid": "C.1", "deleted": True})
    assert found(file, "ada") == set()


def test_jobs_are_searched_too(file: Filled) -> None:
    file.positions(
        {
            "uid": "J.1",
            "name": "Développeur",
            "status": "open",
            "department": "R&D",
            "location": {"name": "Łódź"},
        }
    )
    for text in ("developpeur", "R&D", "lodz"):
        assert file.select("select rowid from jobs_search where jobs_search match ?", match_expression(text))


def test_the_file_needs_no_folder_of_a_certain_name(tmp_path: Path) -> None:
    with filled(tmp_path / "עִבְרִית ?#%") as file:
        file.candidates(*PEOPLE)
        assert found(file, "zoe") == {"C.4"}
