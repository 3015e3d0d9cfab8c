"""How far back: what is older than a day is not asked for, comes when it changes, and is not taken for gone."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from atsdesk.errors import ConfigError
from tests.sync import comeet, greenhouse, smartrecruiters
from tests.sync.comeet import COMEET
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, Lab, System, laboratory
from tests.sync.smartrecruiters import SMARTRECRUITERS
from tests.sync.standard import same_as_truth

Ages = Mapping[str, str]


@dataclass(frozen=True)
class Aged:
    """A system whose list of `resource` can leave out what is older; its records are rows of `table`."""

    system: System
    resource: str
    table: str
    ages: Callable[[Any], Ages]
    """The moment that this goes by, of every record that the sandbox serves now."""
    asks: str
    """What is asked of it for that."""
    written: Callable[[str], str]
    """The beginning of a day in that."""
    changes: str = "edited"
    """What happens to older ones."""


def _of_comeet(sandbox: Any) -> Ages:
    found = comeet.all_of(sandbox, "candidates")
    return {one["uid"]: one["time_created"] for one in found if not one.get("deleted")}


def _of_greenhouse(sandbox: Any) -> Ages:
    with greenhouse.client(sandbox) as reader:
        return {str(one["id"]): one["created_at"] for one in greenhouse.pages(reader, "applications")}


def _of_smartrecruiters(sandbox: Any) -> Ages:
    with smartrecruiters.client_of(sandbox) as client:
        return {one["id"]: one["updatedOn"] for one in smartrecruiters.all_of(client, "/candidates")}


SYSTEMS = (
    Aged(COMEET, "candidates", "applications", _of_comeet, "time_created:after", lambda day: f"{day}T00:00:00Z"),
    Aged(
        GREENHOUSE, "applications", "applications", _of_greenhouse, "created_at", lambda day: f"gte|{day}T00:00:00Z",
        "unrejected",
    ),
    Aged(
        SMARTRECRUITERS,
        "candidates",
        "candidates",
        _of_smartrecruiters,
        "updatedAfter",
        lambda day: f"{day}T00:00:00.000+00:00",
    ),
)  # fmt: skip


@pytest.fixture(params=SYSTEMS, ids=lambda one: one.system.connector.kind.key)
def aged(request: pytest.FixtureRequest) -> Aged:
    found: Aged = request.param
    return found


@pytest.fixture
def lab(aged: Aged, tmp_path: Path) -> Iterator[Lab]:
    with laboratory(aged.system, tmp_path / "data", candidates=30) as lab:
        yield lab


def day_in_the_middle(ages: Ages) -> str:
    """The day before which half of them were."""
    return sorted(ages.values())[len(ages) // 2][:10]


def limited(lab: Lab, day: str) -> None:
    lab.desk.set_settings(ACCOUNT, {**lab.desk.account(ACCOUNT).settings, "since": day})


def named_by_newer(lab: Lab) -> set[str]:
    """Applications that interviews and offers name, where they have lists of their own."""
    return {
        identity
        for table in ("interviews", "offers")
        for (identity,) in lab.select(f"select application_id from {table}")
    }


def test_what_is_older_is_not_asked_for_until_it_is_wanted(aged: Aged, lab: Lab) -> None:
    ages = aged.ages(lab.sandbox)
    day = day_in_the_middle(ages)
    limited(lab, day)
    lab.control.clear_requests()
    lab.good_sync()
    young = {identity for identity, at in ages.items() if at >= day}
    found = set(lab.living(aged.table))
    assert young <= found
    assert found - young <= named_by_newer(lab)
    assert len(found) < len(ages)
    assert not lab.select(
        "select 1 from applications a where not exists (select 1 from candidates c where c.id = a.candidate_id)"
    ), "nobody is without a name"
    beginning = aged.written(day)
    first, *_ = lab.requests(aged.resource)
    assert aged.asks in first
    assert all(query[aged.asks] >= beginning for query in lab.requests(aged.resource) if aged.asks in query)
    assert lab.issues() == []
    lab.control.clear_requests()
    lab.good_sync()
    asked = lab.requests(aged.resource)
    assert len(asked) == 1, "from then on, what changed and nothing else"
    assert asked[0].get(aged.asks) != beginning
    lab.control.advance(5)
    limited(lab, "")
    lab.good_sync()
    same_as_truth(lab)


def test_older_ones_come_when_they_change_and_a_sweep_finds_only_what_it_can_tell_of(
    aged: Aged, lab: Lab
) -> None:
    before = aged.ages(lab.sandbox)
    day = day_in_the_middle(before)
    limited(lab, day)
    lab.good_sync()
    count = len(lab.living(aged.table))
    lab.control.advance(**{aged.changes: 12})
    lab.good_sync()
    assert len(lab.living(aged.table)) > count
    kept = set(lab.living(aged.table))
    there = aged.ages(lab.sandbox)
    lab.control.advance(deleted=10)
    left = aged.ages(lab.sandbox)
    gone = there.keys() - left.keys()
    lab.control.clear_requests()
    report = lab.good_sync(full=True, accept_deletions=True)
    found = set(lab.living(aged.table))
    young = {identity for identity in gone if there[identity][:10] > day}
    assert young & kept
    assert not found & young
    assert kept - gone <= found, "what is older and came nevertheless stays"
    strangers = found - kept
    assert all(left[identity] >= day for identity in strangers), "no older one is brought by it"
    assert sum(part.gone for part in report.resources) >= len(young & kept)


def test_older_records_that_newer_ones_name_come_by_their_ids(tmp_path: Path) -> None:
    """Somebody who is known for long applied again."""
    with laboratory(GREENHOUSE, tmp_path / "data", candidates=40) as lab:
        with greenhouse.client(lab.sandbox) as reader:
            people = {str(one["id"]): one["created_at"] for one in greenhouse.pages(reader, "candidates")}
            applied: dict[str, str] = {}
            for one in greenhouse.pages(reader, "applications"):
                known = applied.get(str(one["candidate_id"]), "")
                applied[str(one["candidate_id"])] = max(known, one["created_at"])
        again = max(applied, key=lambda one: applied[one][:10] > people[one][:10])
        assert applied[again][:10] > people[again][:10]
        limited(lab, applied[again][:10])
        lab.control.clear_requests()
        lab.good_sync()
        assert again in lab.living("candidates")
        assert any(again in query.get("ids", "").split(",") for query in lab.requests("candidates"))
        lab.control.clear_requests()
        lab.good_sync()
        assert not any("ids" in query for query in lab.requests("candidates")), "once is enough"


def test_a_system_that_cannot_be_asked_by_age_says_so(tmp_path: Path) -> None:
    kind = KOMBO.connector.kind
    assert not kind.dated
    assert "cannot be asked" in kind.far_back
    with laboratory(KOMBO, tmp_path / "data", candidates=5) as lab, pytest.raises(ConfigError, match="since"):
        limited(lab, "2024-01-31")


@pytest.mark.parametrize(
    "day", ["yesterday", "2024-1-1", "2024-02-30", "20240101", (dt.date(2999, 1, 1)).isoformat()]
)
def test_a_day_that_has_not_been_is_refused(tmp_path: Path, day: str) -> None:
    with (
        laboratory(COMEET, tmp_path / "data", candidates=5) as lab,
        pytest.raises(ConfigError, match="since"),
    ):
        limited(lab, day)
