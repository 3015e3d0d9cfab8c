"""The log of requests: every request of a sync, without a secret, a name or an id; and no more than some thousands."""

import re
from pathlib import Path

import pytest

from atsdesk.net.trail import told_path
from atsdesk.store import requests
from atsdesk.sync import trail
from tests.sync.comeet import COMEET
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.kombo import KOMBO
from tests.sync.lab import Lab, System, laboratory
from tests.sync.smartrecruiters import SMARTRECRUITERS

SYSTEMS = (COMEET, GREENHOUSE, KOMBO, SMARTRECRUITERS)
BASE = "https://api.example.com/v3"


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.connector.kind.key)
def test_every_request_is_noted_and_names_nobody(system: System, tmp_path: Path) -> None:
    with laboratory(system, tmp_path / "data", candidates=40) as lab:
        report = lab.good_sync()
        found = lab.desk.reading.requests(report.id)
        asked = [
            one for one in lab.control.requests() if "oauth" not in one["path"] and "token" not in one["path"]
        ]
        assert len(found) == min(len(asked), 1000) > 0
        assert {one.status for one in found if one.method == "GET"} == {200}
        assert all(one.size > 0 and one.milliseconds >= 0 and not one.trouble for one in found)
        by_list = {part.resource: part.requests for part in report.resources if part.requests}
        for name, count in by_list.items():
            assert len([one for one in found if one.resource == name]) == count or len(found) == 1000
        told = "\n".join(one.path for one in found)
        assert not re.search(r"\d", re.sub(r"/v\d+", "", told)), told
        assert "=" not in told
        for secret in lab.sandbox.secrets.values():
            assert secret not in told


def test_a_request_without_an_answer_is_noted_too(tmp_path: Path) -> None:
    with laboratory(COMEET, tmp_path / "data", candidates=40) as lab:
        lab.control.fail("500@candidates")
        report = lab.sync()
        found = [one for one in lab.desk.reading.requests(report.id) if one.resource == "candidates"]
        assert found
        assert any(one.status == 500 for one in found)
        assert any(one.waited > 0 for one in found), "what was waited before another try is told"


def test_a_dropped_connection_has_no_status(tmp_path: Path) -> None:
    with laboratory(COMEET, tmp_path / "data", candidates=40) as lab:
        lab.control.fail("drop@candidates")
        report = lab.sync()
        dropped = [one for one in lab.desk.reading.requests(report.id) if not one.status]
        assert dropped
        assert all(one.trouble and one.size == 0 for one in dropped)


def kept(lab: Lab) -> int:
    return int(lab.one("select count(*) from requests"))


def test_only_the_latest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "KEPT", 7)
    monkeypatch.setattr(trail, "AT_ONCE", 3)
    with laboratory(COMEET, tmp_path / "data", candidates=110) as lab:
        first = lab.good_sync()
        assert sum(part.requests for part in first.resources) > 5
        last = lab.good_sync()
        assert kept(lab) == 7
        assert lab.desk.reading.requests(last.id)
        lab.desk.remove_account("acme")
        assert kept(lab) == 0


@pytest.mark.parametrize(
    ("url", "query", "told"),
    [
        (f"{BASE}/candidates", None, "/candidates"),
        (f"{BASE}/candidates/00.1A2/files", {"name": "Ada"}, "/candidates/{id}/files?name"),
        (f"{BASE}/users/ada@example.com", None, "/users/{id}"),
        (f"{BASE}/candidates?email=ada%40example.com&limit=5", None, "/candidates?email&limit"),
        (f"{BASE}/interviews-api/v201904/x", {"applicationId": "1"}, "/interviews-api/v201904/x?applicationId"),
        (f"{BASE}/ats/jobs/{'a' * 41}", None, "/ats/jobs/{id}"),
        (f"{BASE}/x?a%20b=1", None, "/x?…"),
        ("https://api.example.com/other", None, "/other"),
    ],
)  # fmt: skip
def test_paths_are_told_without_ids_and_values(url: str, query: dict[str, str] | None, told: str) -> None:
    assert told_path(BASE, url, query) == told
