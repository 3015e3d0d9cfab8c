"""How long a step may take: the usual limit, one of a stage, one of a stage of one job."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.errors import ConfigError
from atsdesk.store import accounts, browse, detail
from atsdesk.store.browse import Query
from atsdesk.store.limits import StageLimit, StageLimits
from atsdesk.store.views import STEPS_VIEW
from tests.unit.filled import Filled, candidate, filled, step

POSITIONS = (
    {"uid": "J.1", "name": "Data Engineer", "status": "open"},
    {"uid": "J.2", "name": "Nurse", "status": "open"},
    {"uid": "J.3", "name": "Gone", "status": "closed"},
)
SCREENED = {"completed_steps": [step("Screen", "T.1", time_completed="2026-01-01T08:00:00Z")]}


@pytest.fixture
def file(data_dir: Path) -> Iterator[Filled]:
    with filled(data_dir) as file:
        file.positions(*POSITIONS)
        file.candidates(
            candidate("C.1", "Ada", "Alef", **SCREENED),
            candidate("C.2", "Ben", "Bet", position_uid="J.2", **SCREENED),
            candidate("C.3", "Cleo", "Gimel", current_steps=[step("Offer", "T.9")], **SCREENED),
        )
        yield file


def limits(file: Filled, **query: Any) -> dict[tuple[str, str], float]:
    """The limit of each current step by person and step."""
    columns = [column.key for column in STEPS_VIEW.columns]
    wanted = Query(chosen={"state": ("current",), **query})
    rows = file.read(lambda connection: browse.rows(connection, STEPS_VIEW, wanted, 0, 100))
    places = [len(STEPS_VIEW.hidden) + columns.index(key) for key in ("candidate", "step", "limit_days")]
    return {(str(row[places[0]]), str(row[places[1]])): row[places[2]] for row in rows}  # type: ignore[misc]


def test_without_a_word_there_is_a_usual_limit(file: Filled) -> None:
    assert set(limits(file).values()) == {14.0}
    found = StageLimits(file.store).all()
    assert (found.usual, found.kept) == (14.0, [])
    assert "Interview" in found.stages
    assert [job.name for job in found.jobs] == ["Data Engineer", "Nurse"]


def test_the_limit_of_a_job_goes_before_that_of_the_stage_and_that_before_the_usual(file: Filled) -> None:
    StageLimits(file.store).keep(
        10, [StageLimit("INTERVIEW", 5), StageLimit("Interview", 2, "acme", "J.2", "Nurse")]
    )
    assert limits(file) == {
        ("Ada Alef", "Interview"): 5,
        ("Ben Bet", "Interview"): 2,
        ("Cleo Gimel", "Offer"): 10,
    }
    kept = StageLimits(file.store).all().kept
    assert [(one.stage, one.job, one.days) for one in kept] == [
        ("INTERVIEW", "", 5.0),
        ("Interview", "Nurse", 2.0),
    ]


def test_keeping_puts_all_in_place_of_all(file: Filled) -> None:
    of = StageLimits(file.store)
    of.keep(10, [StageLimit("Interview", 5), StageLimit("interview", 6), StageLimit("", 99)])
    assert [(one.stage, one.days) for one in of.all().kept] == [("interview", 6.0)]
    of.keep(20, [])
    assert (of.all().usual, of.all().kept) == (20.0, [])


@pytest.mark.parametrize("days", [0, -1, 4000, float("nan")])
def test_a_limit_is_a_sane_number_of_days_or_nothing_is_kept(file: Filled, days: float) -> None:
    of = StageLimits(file.store)
    of.keep(10, [])
    with pytest.raises(ConfigError):
        of.keep(12, [StageLimit("Interview", days)])
    assert of.all().usual == 10


def test_steps_can_be_filtered_by_their_limit(file: Filled) -> None:
    assert limits(file, pace=("within",)) == {}
    StageLimits(file.store).keep(3000, [StageLimit("Offer", 1)])
    assert list(limits(file, pace=("over",))) == [("Cleo Gimel", "Offer")]
    assert len(limits(file, pace=("within",))) == 2


def test_the_panel_knows_the_limit_too(file: Filled) -> None:
    StageLimits(file.store).keep(10, [StageLimit("Interview", 2, "acme", "J.2")])
    person = file.read(lambda connection: detail.candidate(connection, "acme", "P.C.2"))
    assert person is not None
    assert [one.limit for one in person.applications[0].steps] == [10, 2, 10]


def test_limits_of_a_job_go_with_its_account(file: Filled) -> None:
    of = StageLimits(file.store)
    of.keep(10, [StageLimit("Interview", 2, "acme", "J.2"), StageLimit("Interview", 3)])
    file.store.write(lambda connection: accounts.remove(connection, "acme"))
    assert [(one.job_id, one.days) for one in of.all().kept] == [("", 3.0)]
