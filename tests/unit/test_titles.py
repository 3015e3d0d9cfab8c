"""Titles are the same when they mean the same job."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atsdesk.jobs import titles

PLACES = frozenset({"berlin", "tel aviv", "munich", "bath"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senior Backend Engineer (m/f/d)", "Sr. Back-End Eng. w/m/d"),
        ("Senior Backend Engineer", "Backend Engineer, Senior"),
        (
            "Software-Entwickler:in (all genders)",
            "Software Entwickler*in",
        ),
        ("Sales Manager", "Sales Manager (gn) | 80-100 %"),
        ("Product Manager", "Product Manager &ndash; Full-time"),
        ("R&D Engineer", "R&amp;D Engineer"),
        ("R&D Engineer", "R&amp;amp;D <b>Engineer</b>"),
        ("Ingénieur Qualité (H/F)", "Ingénieur·e qualite"),
        ("Software Engineer II", "Software Engineer 2"),
        ("VP Marketing", "Vice President of Marketing"),
        ("Full Stack Developer", "Fullstack Dev"),
        ("C++ Developer", "Developer C++"),
        ("Human Resources Manager", "HR Manager"),
        ("Kaufm. Sachbearbeiter", "Kaufmännischer Sachbearbeiter"),
        ("מפתח", "מְפַתֵּחַ"),
        ("מפתח/ת Full Stack", "מפתח.ת fullstack"),
        ("מנהל השיווק", "מנהל שיווק"),
        ("סמנכ״ל כספים", 'סמנכ"ל כספים'),
        ("דרוש/ה מנהל/ת משרד", "מנהל משרד"),
        ("אחראי מחסן", "אחראי מחסן ז/נ - משרה מלאה"),
    ],
)
def test_titles_of_the_same_job_are_the_same(one: str, other: str) -> None:
    first, second = titles.normalise(one, PLACES), titles.normalise(other, PLACES)
    assert first == second
    assert first.words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C Developer", "C++ Developer"),
        ("C# Developer", "C Developer"),
        ("Java Developer", "JavaScript Developer"),
        ("Engineer II", "Engineer III"),
        ("Junior Engineer", "Senior Engineer"),
        ("Engineer", "Senior Engineer"),
        ("R&D Manager", "Manager"),
        ("Lead Generation Specialist", "Specialist"),
    ],
)
def test_titles_of_different_jobs_stay_different(one: str, other: str) -> None:
    assert titles.normalise(one) != titles.normalise(other)


@pytest.mark.parametrize(
    "title",
    [
        "Baker - Berlin",
        "Baker (Berlin)",
        "Baker | Berlin",
        "Baker in Berlin",
        "Baker Berlin",
        "Baker @ Berlin",
        "Baker, Berlin",
    ],
)
def test_a_known_place_in_a_title_is_a_place(title: str) -> None:
    found = titles.normalise(title, PLACES)
    assert (found.words, found.places) == (("baker",), ("berlin",))


def test_a_hebrew_place_may_have_its_preposition() -> None:
    found = titles.normalise("אופה בתל אביב", PLACES)
    assert (found.words, found.places) == (("אופה",), ("tel aviv",))


def test_a_place_is_no_place_where_the_title_says_nothing_else() -> None:
    assert titles.normalise("Bath", PLACES).words == ("bath",)


def test_a_title_of_a_level_alone_still_says_something() -> None:
    assert titles.normalise("Trainee").words


@given(st.text(max_size=80))
def test_any_text_is_a_title_and_is_the_same_twice(text: str) -> None:
    found = titles.normalise(text, PLACES)
    assert found == titles.normalise(text, PLACES)
    assert list(found.words) == sorted(set(found.words))


@given(
    st.sampled_from(["Senior Baker", "מפתח תוכנה בכיר", "Ingénieur qualité"]),
    st.sampled_from(
        [
            " (m/f/d)",
            " m/w/d",
            " (w|m|d)",
            " (f/m/x)",
            " H/F",
            " (all genders)",
            " *",
            " – 100 %",
            "\u200e",
            " ",
        ]
    ),
)
def test_what_advertisements_add_says_nothing(title: str, addition: str) -> None:
    assert titles.normalise(title + addition) == titles.normalise(title)
