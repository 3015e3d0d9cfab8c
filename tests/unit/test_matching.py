"""Own jobs and ATS jobs: what links, what only suggests, and what a person decided."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, DataError
from atsdesk.jobs.known import AtsJob, By, Key, OwnJob
from atsdesk.jobs.matching import Decision, Matching, match
from atsdesk.jobs.reasons import Why
from tests.benchmarks.hiring import invent


def ats(job_id: str, title: str = "Baker", **more: object) -> AtsJob:
    return AtsJob("acme", job_id, title, **more)  # type: ignore[arg-type]


def key(job_id: str) -> Key:
    return Key("acme", job_id)


def linked(matching: Matching) -> dict[str, tuple[str, By]]:
    return {link.own_id: (link.key.id, link.by) for link in matching.links}


def suggested(own: OwnJob, jobs: Sequence[AtsJob]) -> list[str]:
    return [one.key.id for one in match([own], jobs).suggestions[own.id]]


JOBS = (
    ats("471101", code="R-101", other_ids=("REM-7",), urls=("https://jobs.example.com/acme/101?gh_jid=5",)),
    ats("471102", "Barista", code="R-102"),
    ats("471103", "Cook", code="R-103"),
    ats("471104", "Driver", code="R-103"),
)


@pytest.mark.parametrize(
    ("own", "by"),
    [
        (OwnJob("1", "Something else", ats_id="471101"), By.ID),
        (OwnJob("1", "", ats_id=" rem-7 "), By.ID),
        (OwnJob("1", "", ats_id="remote:REM-7"), By.ID),
        (OwnJob("1", "", code="r-101"), By.CODE),
        (OwnJob("1", "", code="#R‑101\u200e"), By.CODE),
        (OwnJob("1", "", code="471101"), By.CODE),
        (
            OwnJob("1", "", urls=("http://www.jobs.example.com/acme/101/?utm_source=mail&gh_jid=5#top",)),
            By.URL,
        ),
    ],
)
def test_id_code_and_address_link_at_once(own: OwnJob, by: By) -> None:
    assert linked(match([own], JOBS)) == {"1": ("471101", by)}


def test_the_same_code_on_two_ats_jobs_never_links() -> None:
    matching = match([OwnJob("1", "Cook", code="R-103")], JOBS)
    assert not matching.links
    assert [one.keys for one in matching.ambiguous] == [(key("471103"), key("471104"))]
    assert "R-103 is on 2 jobs" in matching.ambiguous[0].explanation
    assert matching.suggestions["1"][0].key == key("471103"), "the title decides what comes first"
    assert matching.unmatched == ("1",)


def test_the_same_code_on_two_own_jobs_never_links() -> None:
    matching = match([OwnJob("1", "Baker", code="R-101"), OwnJob("2", "Baker", code="R-101")], JOBS)
    assert not matching.links
    assert {one.own_id for one in matching.ambiguous} == {"1", "2"}
    assert "several of your jobs" in matching.ambiguous[0].explanation


def test_own_jobs_of_different_accounts_may_have_one_code() -> None:
    jobs = [*JOBS, AtsJob("beta", "9", "Baker", code="R-101")]
    own = [OwnJob("1", "", code="R-101", account_id="acme"), OwnJob("2", "", code="R-101", account_id="beta")]
    assert linked(match(own, jobs)) == {"1": ("471101", By.CODE), "2": ("9", By.CODE)}
    assert not match([OwnJob("3", "", code="R-101")], jobs).links, "the code is in both accounts"


def test_an_id_that_contradicts_the_code_links_nothing() -> None:
    matching = match([OwnJob("1", "", ats_id="471101", code="R-102")], JOBS)
    assert not matching.links
    assert matching.ambiguous[0].keys == (key("471101"), key("471102"))
    assert "name different jobs" in matching.ambiguous[0].explanation


def test_an_address_decides_between_jobs_of_one_code() -> None:
    jobs = [*JOBS[:3], ats("471104", "Driver", code="R-103", urls=("https://jobs.example.com/acme/104",))]
    own = OwnJob("1", "", code="R-103", urls=("https://jobs.example.com/acme/104?fbclid=1",))
    assert linked(match([own], jobs)) == {"1": ("471104", By.URL)}


def test_a_title_alone_suggests_and_never_links() -> None:
    matching = match([OwnJob("1", "Baker (m/f/d)")], JOBS)
    assert not matching.links
    assert not matching.ambiguous
    best = matching.suggestions["1"][0]
    assert best.key == key("471101")
    assert [reason.why for reason in best.reasons] == [Why.SAME_TITLE]
    assert best.score < 100


def test_level_and_place_decide_between_jobs_of_one_title() -> None:
    jobs = [
        ats("1", "Senior Data Engineer", location="Berlin, Germany"),
        ats("2", "Data Engineer", location="Paris, France"),
        ats("3", "Senior Data Engineer (w/m/d)", location="Paris, France"),
    ]
    own = OwnJob("x", "Sr. Data Engineer - Paris")
    found = match([own], jobs).suggestions["x"]
    assert found[0].key.id == "3"
    told = [str(reason) for reason in found[0].reasons]
    assert told == [
        "the title is the same: Senior Data Engineer (w/m/d)",
        "the level is the same: senior",
        "the place is the same: Paris, France",
    ]


@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        ("מפתחת תוכנה", "Software Developer"),
        ("מנהל/ת המוצר", "Product Manager - Payments"),
        ("נציג שרות לקוחות", "Customer Service Representative"),
        ("Product Manager", "מנהל מוצר"),
        ("Projektleiterin (m/w/d)", "Project Manager"),
    ],
)
def test_a_title_in_another_language_is_suggested(own: str, theirs: str) -> None:
    jobs = [ats("1", "Barista"), ats("2", theirs), ats("3", "נהג"), ats("4", "Marketing Lead")]
    assert suggested(OwnJob("x", own), jobs)[:1] == ["2"]


def test_of_two_languages_the_same_is_suggested_first() -> None:
    jobs = [ats("1", "Product Manager"), ats("2", "מנהל מוצר")]
    assert suggested(OwnJob("x", "מנהלת מוצר"), jobs) == ["2", "1"]


def test_jobs_that_nothing_tells_apart_cost_no_more_than_are_shown() -> None:
    jobs = [ats(str(number), location="Town 5") for number in range(3000)]
    found = match([OwnJob("x", "Baker", location="Town 5")], jobs).suggestions["x"]
    assert [one.key.id for one in found] == ["0", "1", "2", "3", "4"]


def test_a_code_that_lost_its_zeros_is_suggested() -> None:
    matching = match([OwnJob("1", "Nothing alike", code="101")], [ats("9", code="REQ-00101"), *JOBS[1:]])
    assert not matching.links
    assert [one.key.id for one in matching.suggestions["1"]] == ["9"]
    assert matching.suggestions["1"][0].reasons[0].why is Why.NEAR_CODE


def test_what_is_linked_already_is_suggested_later() -> None:
    own = [OwnJob("1", "Baker", code="R-1"), OwnJob("2", "Baker")]
    found = match(own, [ats("a", code="R-1"), ats("b")]).suggestions["2"]
    assert [one.key.id for one in found] == ["b", "a"]
    assert Why.TAKEN in {reason.why for reason in found[1].reasons}


def test_what_a_person_confirmed_wins_over_id_and_code() -> None:
    own = OwnJob("1", "", ats_id="471101", code="R-101")
    matching = match([own], JOBS, [Decision("1", key("471102"), confirmed=True)])
    assert linked(matching) == {"1": ("471102", By.PERSON)}


def test_what_a_person_refused_is_neither_linked_nor_suggested() -> None:
    own = OwnJob("1", "Baker", code="R-101")
    matching = match([own], JOBS, [Decision("1", key("471101"), confirmed=False)])
    assert not matching.links
    assert key("471101") not in {one.key for one in matching.suggestions["1"]}


def test_the_later_decision_wins() -> None:
    yes, no = (Decision("1", key("471102"), confirmed=confirmed) for confirmed in (True, False))
    assert linked(match([OwnJob("1", "")], JOBS, [no, yes])) == {"1": ("471102", By.PERSON)}
    assert not match([OwnJob("1", "")], JOBS, [yes, no]).links


def test_a_confirmed_job_that_is_gone_stays_linked_and_says_so() -> None:
    (link,) = match([OwnJob("1", "")], JOBS, [Decision("1", key("gone"), confirmed=True)]).links
    assert link.is_missing


def test_doubly_matched_jobs_are_listed_both_ways() -> None:
    own = [OwnJob("1", "", ats_id="471101"), OwnJob("2", "", code="R-101"), OwnJob("3", "")]
    decisions = [Decision("3", key("471103"), confirmed=True), Decision("3", key("471104"), confirmed=True)]
    matching = match(own, JOBS, decisions)
    assert [(one.own_ids, one.keys) for one in matching.doubly] == [
        (("1", "2"), (key("471101"),)),
        (("3",), (key("471103"), key("471104"))),
    ]
    assert matching.unmatched_ats == (key("471102"),)


def test_own_jobs_with_one_id_are_refused() -> None:
    with pytest.raises(DataError, match="have the id 1"):
        match([OwnJob("1", "a"), OwnJob("1", "b")], JOBS)


def test_links_come_without_suggestions_where_nobody_wants_any() -> None:
    matching = match([OwnJob("1", "", code="R-101"), OwnJob("2", "Baker")], JOBS, suggestions=0)
    assert linked(matching) == {"1": ("471101", By.CODE)}
    assert (matching.suggestions, matching.unmatched) == ({"2": ()}, ("2",))


def test_no_jobs_at_all_match_nothing() -> None:
    assert match([], []).links == ()
    assert match([OwnJob("1", "Baker")], []).suggestions == {"1": ()}


def test_matching_stops_when_a_person_wants_it() -> None:
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        match([OwnJob("1", "Baker")], JOBS, cancel=cancel)


def test_of_invented_jobs_no_link_is_wrong_and_suggestions_hold_the_truth() -> None:
    made = invent(300, 3_000)
    matching = match(made.own, made.ats)
    assert len(matching.links) > 200
    assert all(made.truth.get(link.own_id) == link.key for link in matching.links)
    assert not made.traps & {link.own_id for link in matching.links}
    titles = match([replace(own, code="", ats_id="", urls=()) for own in made.own], made.ats).suggestions
    found = sum(key in [one.key for one in titles[own_id][:3]] for own_id, key in made.truth.items())
    assert found >= 0.95 * len(made.truth)


_codes = st.sampled_from(["", "R-1", "R-2", "r-2", "R-3", "471001"])
_own = st.builds(OwnJob, id=st.uuids().map(str), title=st.sampled_from(["Baker", "Cook", ""]), code=_codes)
_ats = st.builds(
    AtsJob,
    account_id=st.sampled_from(["a", "b"]),
    id=st.sampled_from(["471001", "471002", "471003", "471004"]),
    title=st.sampled_from(["Baker", "Cook"]),
    code=_codes,
)


@given(
    st.lists(_own, max_size=6, unique_by=lambda one: one.id),
    st.lists(_ats, max_size=8, unique_by=lambda one: one.key),
)
def test_only_what_is_named_by_one_and_names_one_is_linked(own: list[OwnJob], jobs: list[AtsJob]) -> None:
    matching = match(own, jobs)
    for link in matching.links:
        (mine,) = (one for one in own if one.id == link.own_id)
        named = {job.key for job in jobs if mine.code.lower() in (job.code.lower(), job.id) and mine.code}
        assert named == {link.key}
        assert sum(one.code.lower() == mine.code.lower() for one in own) == 1
    assert {link.own_id for link in matching.links} | set(matching.unmatched) == {one.id for one in own}
    assert set(matching.suggestions) == set(matching.unmatched)
    assert {one.own_id for one in matching.ambiguous} <= set(matching.unmatched)
    assert matching == match(own, jobs)
