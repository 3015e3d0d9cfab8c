"""What a customer mails is understood line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atsdesk.ats.kombo.finding import MOST_VALUES
from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled
from atsdesk.jobs.known import AtsJob, By
from atsdesk.jobs.pasting import Pasted, State, askable, resolve, to_ask

JOBS = (
    AtsJob(
        "acme",
        "471101",
        "Senior Baker (m/f/d)",
        "R-101",
        urls=("https://example.com/jobs/101",),
        location="Berlin",
    ),
    AtsJob("acme", "471102", "Senior Baker", "R-102", location="Paris, France"),
    AtsJob("acme", "471103", "Product Manager - Payments", "R-103", other_ids=("REM 7",)),
    AtsJob("acme", "471104", "Head of HR", "R-104"),
    AtsJob("acme", "471105", "Cook, Pastry", "R-104"),
)


def told(pasted: Pasted) -> list[tuple[int, str, str]]:
    """Line, by what or in which state, and the ids."""
    return [
        (
            wish.line,
            wish.by.value if wish.state is State.FOUND and wish.by else wish.state.value,
            " ".join(key.id for key in wish.keys),
        )
        for wish in pasted.wishes
    ]


@pytest.mark.parametrize(
    "line",
    [
        "R-101",
        "  r-101  ",
        "- R-101",
        "• R-101;",
        "> > R-101",
        "1. R-101",
        "12) R-101,",
        "[x] R-101",
        "“R-101”",
        "'R-101'",
        "Job code: R-101",
        "Req. No.: R-101",
        "Requisition #R-101",
        "משרה: R-101",
        "R–101",
        "R-101 Senior Baker",
        "Senior Baker (R-101) Berlin",
        "R-101\tSenior Baker\tBerlin\thttps://example.com/elsewhere",
        "please open R-101, thanks!",
    ],
)
def test_a_code_is_found_however_it_is_written(line: str) -> None:
    assert told(resolve(line, JOBS)) == [(1, "code", "471101")]


def test_each_kind_is_found_by_what_it_is() -> None:
    text = "471102\nrem 7\nhttps://www.example.com/jobs/101?utm_campaign=x\nhead of hr\nremote:471103"
    assert told(resolve(text, JOBS)) == [
        (1, "id", "471102"),
        (2, "id", "471103"),
        (3, "url", "471101"),
        (4, "title", "471104"),
        (5, "id", "471103"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "R-101, R-102, R-999",
        "R-101 R-102 R-999",
        "R-101; R-102 and R-999",
        "R-101|R-102|R-999",
        "- R-101 / R-102 & R-999",
    ],
)
def test_many_a_line_are_many_wishes(line: str) -> None:
    assert told(resolve(line, JOBS)) == [(1, "code", "471101"), (1, "code", "471102"), (1, "not found", "")]


def test_titles_may_be_many_a_line_and_may_have_commas() -> None:
    assert told(resolve("Head of HR; Product Manager Payments", JOBS)) == [
        (1, "title", "471104"),
        (1, "title", "471103"),
    ]
    assert told(resolve("Cook, Pastry", JOBS)) == [(1, "title", "471105")]
    assert told(resolve("Head of HR, Product Manager Payments", JOBS)) == [
        (1, "title", "471104"),
        (1, "title", "471103"),
    ]


def test_one_code_on_two_jobs_is_for_a_person_to_decide() -> None:
    (wish,) = resolve("R-104", JOBS).wishes
    assert (wish.state, wish.by, [key.id for key in wish.keys]) == (
        State.AMBIGUOUS,
        By.CODE,
        ["471104", "471105"],
    )


def test_a_place_beside_the_title_decides_between_jobs_of_one_title() -> None:
    assert told(resolve("Senior Baker\nSenior Baker - Paris\nSenior Baker | Berlin", JOBS)) == [
        (1, "ambiguous", "471101 471102"),
        (2, "title", "471102"),
        (3, "title", "471101"),
    ]


def test_a_code_and_an_address_of_one_job_are_one_wish() -> None:
    assert told(resolve("R-101 Baker https://example.com/jobs/101", JOBS)) == [(1, "url", "471101")]


def test_a_line_that_finds_an_earlier_job_says_so() -> None:
    wishes = resolve("R-101\nR-102\n471101", JOBS).wishes
    assert [wish.repeats for wish in wishes] == [0, 0, 1]
    assert len(resolve("R-101\nR-102\n471101", JOBS).found) == 2


def test_what_is_not_found_gets_suggestions() -> None:
    pasted = resolve("Prodct Manager (Paymnts)\nR101\nhttps://example.com/other/471102/baker", JOBS)
    assert [wish.state for wish in pasted.wishes] == [State.NOT_FOUND] * 3
    assert [wish.suggestions[0].key.id for wish in pasted.wishes] == ["471103", "471101", "471102"]


def test_numbers_within_a_title_are_no_ids() -> None:
    jobs = [*JOBS, AtsJob("acme", "2", "Driver")]
    assert told(resolve("Senior Baker 2", jobs))[0][1] == "not found"


@pytest.mark.parametrize(
    "text", ["", "\n\n  \n", "---\n***\n•", "Job ID:\nTitle =", "0):", "\ufeff", "\u200e\u200f"]
)
def test_an_empty_paste_asks_for_nothing(text: str) -> None:
    assert resolve(text, JOBS) == Pasted(())


def test_a_hundred_thousand_lines_are_told_one_by_one() -> None:
    lines = [
        f"R-{number % 2000}" if number % 3 else f"unknown thing {number % 600}" for number in range(100_000)
    ]
    jobs = [AtsJob("acme", str(900_000 + number), f"Job {number}", f"R-{number}") for number in range(2000)]
    pasted = resolve("\r\n".join(lines), jobs, guess=3)
    assert len(pasted.wishes) == 100_000
    assert pasted.wishes[-1].line == 100_000
    assert len(pasted.found) == 2000
    unknown = [line for line in lines if line.startswith("unknown")]
    assert pasted.not_guessed == sum(line not in unknown[:3] for line in unknown)


def test_resolving_stops_when_a_person_wants_it() -> None:
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        resolve("unknown", JOBS, cancel=cancel)


def test_kombo_is_asked_only_for_what_it_may_know() -> None:
    text = "R-101\nR-999\n3NkQ7wYt9LmRzVbXcHjPdFa2\nhttps://example.com/jobs/9\nSome Title\nR-999\nremote:55"
    assert to_ask(askable(resolve(text, JOBS))) == {
        "remote_ids": ["R-999", "55"],
        "job_codes": ["R-999", "55"],
        "ids": ["3NkQ7wYt9LmRzVbXcHjPdFa2"],
        "post_url": ["https://example.com/jobs/9"],
    }
    assert MOST_VALUES == 50


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "sign", ["(", "1", "a ", "m/", "- ", "R-1 ", "job ", "job:", "https://", "?a=1&", "&amp;", "ה"]
)
def test_a_line_without_end_takes_no_time_without_end(sign: str) -> None:
    assert len(resolve(sign * 50_000, JOBS).wishes) <= 50_000
    assert len(resolve("https://example.com/" + sign * 50_000, JOBS).wishes) <= 50_000


@given(st.text(max_size=200))
def test_any_text_can_be_pasted(text: str) -> None:
    pasted = resolve(text, JOBS)
    assert all(1 <= wish.line <= len(text.splitlines()) for wish in pasted.wishes)
    assert all(len(wish.keys) == 1 for wish in pasted.wishes if wish.state is State.FOUND)
    assert all(len(wish.keys) > 1 for wish in pasted.wishes if wish.state is State.AMBIGUOUS)
    assert all(any(sign.isalnum() for sign in wish.text) for wish in pasted.wishes)


@given(
    st.lists(
        st.sampled_from(["R-101", "471102", "R-103", "https://example.com/jobs/101"]), min_size=1, max_size=6
    ),
    st.sampled_from(["\n", "\r\n", ", ", "; ", "\t", " | ", "\n- ", "\n> ", "\n\n"]),
)
def test_references_are_found_whatever_stands_between(references: list[str], between: str) -> None:
    assert {key.id for key in resolve(between.join(references), JOBS).found} == {
        {"R-101": "471101", "R-103": "471103", "https://example.com/jobs/101": "471101"}.get(one, one)
        for one in references
    }


def test_an_id_that_begins_like_a_numbered_line_is_found() -> None:
    jobs = [AtsJob("acme", "64.FC4D2", "Nurse"), AtsJob("acme", "10.2EAAC", "Cook")]
    found = resolve("1. 64.FC4D2\n64.FC4D2\n64.FC4D2, 10.2EAAC", jobs)
    assert [wish.keys[0].id for wish in found.wishes] == ["64.FC4D2", "64.FC4D2", "64.FC4D2", "10.2EAAC"]
