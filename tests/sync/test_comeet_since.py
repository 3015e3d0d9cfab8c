"""How far back: candidates older than a day are left out, come when they change, and are not taken for gone."""

import datetime as dt
from pathlib import Path

import pytest

from atsdesk.errors import ConfigError
from tests.sync.comeet import COMEET, all_of
from tests.sync.lab import ACCOUNT, Lab, laboratory


def day_in_the_middle(lab: Lab) -> str:
    """The day before which half of the candidates were created."""
    created = sorted(one["time_created"] for one in all_of(lab.sandbox, "candidates"))
    return str(created[len(created) // 2])[:10]


def created(lab: Lab) -> list[str]:
    return [row["created_at"] for row in lab.living("applications").values()]


def limited(lab: Lab, day: str) -> None:
    lab.desk.set_settings(ACCOUNT, {**lab.desk.account(ACCOUNT).settings, "since": day})


def test_what_is_older_is_left_out_and_a_full_sync_deletes_nothing(tmp_path: Path) -> None:
    with laboratory(COMEET, tmp_path / "data") as lab:
        day, everybody = day_in_the_middle(lab), len(lab.truth().applications)
        limited(lab, day)
        lab.good_sync()
        assert 0 < len(created(lab)) < everybody
        assert min(created(lab)) >= day
        count = len(created(lab))
        lab.control.advance(edited=60)
        lab.good_sync()
        assert min(created(lab)) < day, "older ones come when they change"
        assert len(created(lab)) > count
        before = set(lab.living("applications"))
        report = lab.good_sync(full=True)
        assert before <= set(lab.living("applications"))
        assert sum(part.gone for part in report.resources) == 0
        assert lab.issues() == []


def test_reaching_further_back_reads_what_was_left_out(tmp_path: Path) -> None:
    with laboratory(COMEET, tmp_path / "data") as lab:
        limited(lab, day_in_the_middle(lab))
        lab.good_sync()
        limited(lab, "")
        lab.good_sync()
        assert len(created(lab)) == len(lab.truth().applications)


@pytest.mark.parametrize(
    "day", ["yesterday", "2024-1-1", "2024-02-30", "20240101", (dt.date(2999, 1, 1)).isoformat()]
)
def test_a_day_that_has_not_been_is_refused(tmp_path: Path, day: str) -> None:
    with (
        laboratory(COMEET, tmp_path / "data", candidates=5) as lab,
        pytest.raises(ConfigError, match="since"),
    ):
        limited(lab, day)
