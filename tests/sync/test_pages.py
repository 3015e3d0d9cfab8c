"""*Open in the ATS*: addresses are those that came, and there are none where no contract tells any."""

from pathlib import Path

import pytest

from atsdesk.ats.registry import CONNECTORS, PAGED
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.kombo import KOMBO
from tests.sync.lab import System, laboratory
from tests.sync.smartrecruiters import SMARTRECRUITERS


def test_kombo_gives_the_address_in_the_ats_behind_it(tmp_path: Path) -> None:
    with laboratory(KOMBO, tmp_path / "data", candidates=12) as lab:
        lab.good_sync()
        served = KOMBO.served(lab.sandbox)
        for table in ("candidates", "applications", "jobs"):
            told = {identity: one["remote_url"] for identity, one in served[table].items()}
            found = {identity: row["url"] for identity, row in lab.living(table).items()}
            assert found
            assert found == {identity: told[identity] for identity in found}
            assert table in PAGED["Kombo"]
        pages = [row["url"] for row in lab.living("applications").values() if row["url"]]
        assert pages
        assert all(page.startswith("https://") for page in pages)


@pytest.mark.parametrize("system", [GREENHOUSE, SMARTRECRUITERS], ids=lambda one: one.connector.kind.key)
def test_where_the_contract_tells_no_address_none_is_made_up(system: System, tmp_path: Path) -> None:
    """Harvest and the Customer API link to themselves alone, and to posts on job boards."""
    with laboratory(system, tmp_path / "data", candidates=12) as lab:
        lab.good_sync()
        for table in ("candidates", "applications", "jobs"):
            assert lab.living(table)
            assert {row["url"] for row in lab.living(table).values()} == {None}
            assert table not in PAGED[system.connector.kind.short]


def test_every_system_is_known_by_its_short_name() -> None:
    assert set(PAGED) == {"Comeet", "Greenhouse", "Kombo", "SmartRecruiters"}
    assert all(one.kind.short in PAGED for one in CONNECTORS)
