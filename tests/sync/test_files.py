"""Files of candidates: their link is read when one is wanted; it lies in a private folder, and goes at the end."""

import datetime as dt
import io
import os
import stat
import sys
from pathlib import Path

import pytest

from atsdesk.ats.filing import FileWanted
from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError, DataError, GoneError, TransientError
from atsdesk.files import LONGEST_NAME, opens, safe_name
from atsdesk.net.download import DeadLinkError, download
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.store.detail import FileDetail
from tests.faults.servers import Asked, Said, serving
from tests.sync.comeet import COMEET
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, QUICK, Lab, System, laboratory
from tests.sync.smartrecruiters import SMARTRECRUITERS

SYSTEMS = (COMEET, GREENHOUSE, KOMBO, SMARTRECRUITERS)
PDF = b"%PDF"


def files_of(lab: Lab, most: int = 3) -> list[FileDetail]:
    """Some files of different people, as their panels show them."""
    found: dict[str, FileDetail] = {}
    for identity in lab.living("candidates"):
        person = lab.desk.reading.candidate(ACCOUNT, identity)
        assert person is not None
        for one in person.applications:
            found |= {file.candidate_id: file for file in one.files}
        if len(found) >= most:
            break
    assert found, "nobody has a file"
    return list(found.values())


def wanted(file: FileDetail) -> FileWanted:
    return FileWanted(file.id, file.name, file.candidate_id, file.application_id)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.connector.kind.key)
def test_a_file_is_fetched_through_a_fresh_link_and_goes_with_the_program(
    system: System, tmp_path: Path
) -> None:
    with laboratory(system, tmp_path / "data", candidates=40) as lab:
        lab.good_sync()
        lab.control.clear_requests()
        places = [lab.desk.files.fetch(ACCOUNT, wanted(file)) for file in files_of(lab)]
        for place, file in zip(places, files_of(lab), strict=True):
            assert place.read_bytes().startswith(PDF)
            assert place.name == safe_name(file.name)
            if sys.platform != "win32":
                assert stat.S_IMODE(place.stat().st_mode) == 0o600
                assert stat.S_IMODE(place.parent.parent.stat().st_mode) == 0o700
        assert len(set(places)) == len(places)
        assert len(lab.control.requests()) >= 2 * len(places), "the link, and the file"
    assert not any(place.exists() for place in places)
    assert not places[0].parent.parent.exists()


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.connector.kind.key)
def test_a_file_that_the_ats_no_longer_has_is_told(system: System, tmp_path: Path) -> None:
    with laboratory(system, tmp_path / "data", candidates=40) as lab:
        lab.good_sync()
        file = files_of(lab, 1)[0]
        gone = FileWanted("0", "no such name.pdf", file.candidate_id, file.application_id)
        if system is COMEET:  # its files have no ids: the candidate is what may be gone
            gone = FileWanted("0", "x.pdf", "", "00.000")
        with pytest.raises(GoneError):
            lab.desk.files.fetch(ACCOUNT, gone)


def test_a_link_that_is_over_is_read_once_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    rules = Rules(rate_requests=0, file_url_seconds=0)
    with laboratory(COMEET, tmp_path / "data", candidates=40, rules=rules) as lab:
        lab.good_sync()
        file = files_of(lab, 1)[0]
        lab.control.clear_requests()
        with pytest.raises(DeadLinkError, match="The link to the file is over"):
            lab.desk.files.fetch(ACCOUNT, wanted(file))
        paths = [request["path"] for request in lab.control.requests()]
        assert len([path for path in paths if "/candidates/" in path]) == 2
        assert not list((tmp_path / "tmp").glob("*/*/*"))


def test_forgetting_somebody_removes_what_was_fetched(tmp_path: Path) -> None:
    with laboratory(COMEET, tmp_path / "data", candidates=40) as lab:
        lab.good_sync()
        file = files_of(lab, 1)[0]
        place = lab.desk.files.fetch(ACCOUNT, wanted(file))
        lab.desk.forget(ACCOUNT, file.candidate_id)
        assert not place.exists()


class TestLinks:
    """What is behind a link, fetched without credentials."""

    def test_the_file_comes_without_any_credential(self) -> None:
        with serving(lambda asked: Said(b"content", kind="application/pdf")) as server:
            into = io.BytesIO()
            download(f"{server.base_url}/x?sig=1", into, cancel=Cancel(), patience=QUICK, from_here=True)
        assert into.getvalue() == b"content"
        assert "authorization" not in {name.lower() for name in server.asked[0].headers}
        assert server.asked[0].query == {"sig": "1"}

    @pytest.mark.parametrize(
        ("said", "kind"),
        [
            (Said(b"", 403), DeadLinkError),
            (Said(b"", 404), DeadLinkError),
            (Said(b"", 500), TransientError),
            (Said(b"", 302, location="https://example.com/"), TransientError),
        ],
    )
    def test_what_is_no_file_is_told_without_the_link(self, said: Said, kind: type[Exception]) -> None:
        def answer(asked: Asked) -> Said:
            return said

        with serving(answer) as server, pytest.raises(kind) as told:
            download(
                f"{server.base_url}/secret", io.BytesIO(), cancel=Cancel(), patience=QUICK, from_here=True
            )
        assert "secret" not in str(told.value)
        assert len(server.asked) == 1

    @pytest.mark.parametrize(
        "url",
        [
            "http://files.example.com/x", "http://127.0.0.1:1/x", "file:///etc/passwd", "https://", "x",
            "https://user:password@files.example.com/x", "https://[",
        ],
    )  # fmt: skip
    def test_links_that_lead_astray_are_not_followed(self, url: str) -> None:
        with pytest.raises(DataError) as told:
            download(url, io.BytesIO(), cancel=Cancel(), patience=QUICK)
        assert "password" not in str(told.value)

    def test_a_wish_to_stop_is_heard(self) -> None:
        cancel = Cancel()

        def answer(asked: Asked) -> Said:
            cancel.set()
            return Said(b"x" * 1_000_000)

        with serving(answer) as server, pytest.raises(Cancelled):
            download(f"{server.base_url}/x", io.BytesIO(), cancel=cancel, patience=QUICK, from_here=True)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\cv.pdf", "C__cv.pdf"),
        (".bashrc", "bashrc"),
        ("", "file"),
        ("...", "file"),
        ("CON.txt", "file CON.txt"),
        ("קורות חיים.pdf", "קורות חיים.pdf"),
        ("cv\u202efdp.exe", "cv_fdp.exe"),
        ("a\nb.pdf", "a_b.pdf"),
    ],
)
def test_names_become_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    made = safe_name("x" * 500 + ".pdf")
    assert (len(made), made[-4:]) == (LONGEST_NAME, ".pdf")


@pytest.mark.parametrize(
    ("name", "shown"), [("cv.PDF", True), ("a.docx", True), ("a.exe", False), ("a.html", False), ("a", False)]
)
def test_only_what_is_looked_at_is_opened(name: str, shown: bool) -> None:
    assert opens(Path(name)) is shown


def test_folders_left_behind_long_ago_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    old, young = (tmp_path / "tmp" / f"atsdesk-files-{name}" for name in ("old", "young"))
    for folder in (old, young):
        folder.mkdir(parents=True)
    days = dt.timedelta(days=3).total_seconds()
    os.utime(old, (old.stat().st_mtime - days, old.stat().st_mtime - days))
    with laboratory(COMEET, tmp_path / "data", candidates=40) as lab:
        lab.good_sync()
        lab.desk.files.fetch(ACCOUNT, wanted(files_of(lab, 1)[0]))
        assert not old.exists()
        assert young.exists()


def test_a_temporary_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with laboratory(COMEET, tmp_path / "data", candidates=40) as lab:
        lab.good_sync()
        file = files_of(lab, 1)[0]
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
        with pytest.raises(ConfigError, match="There is no place for the file"):
            lab.desk.files.fetch(ACCOUNT, wanted(file))
