"""The Debian package: examined by Debian's own tools, installed, tried, removed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundle.conftest import ROOT, good, run

LINUX = ROOT / "packaging" / "linux"
SYSTEM = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}


def test_debians_own_tools_have_nothing_to_say(package: Path) -> None:
    commands: tuple[list[str | Path], ...] = (
        ["desktop-file-validate", LINUX / "atsdesk.desktop"],
        ["appstreamcli", "validate", "--no-net", LINUX / "com.example.atsdesk.metainfo.xml"],
        ["lintian", "--fail-on", "error,warning", "--allow-root", package],
    )
    for command in commands:
        good(run(command, environment=SYSTEM, seconds=300))


@pytest.fixture
def installed(package: Path, root_lane: None) -> Iterator[None]:
    known = subprocess.run(["dpkg-query", "-W", "atsdesk"], capture_output=True, check=False)
    if known.returncode == 0:
        pytest.skip("ATS Desk is installed on this computer already")
    # what it depends on may lack here, as in containers: `make ready-to-bundle` brings what the bundle needs
    good(run(["dpkg", "--install", "--force-depends", package], environment=SYSTEM))
    yield
    run(["dpkg", "--purge", "atsdesk"], environment=SYSTEM)


def test_it_installs_works_and_goes_and_the_data_stay_unless_asked(installed: None, home: Path) -> None:
    environment = {**SYSTEM, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}

    assert "good  languages" in good(run(["atsdesk-window", "--selftest"], environment=environment))
    assert "good  languages" in good(run(["atsdesk", "selftest"], environment=environment))
    run(["atsdesk", "doctor"], environment=environment)
    assert Path("/usr/share/applications/atsdesk.desktop").exists()
    assert Path("/usr/share/doc/atsdesk/sbom.json").exists()
    assert Path("/usr/share/man/man1/atsdesk.1.gz").exists()

    good(run(["dpkg", "--remove", "atsdesk"], environment=SYSTEM))
    assert not Path("/usr/lib/atsdesk").exists()
    assert (home / ".local/share/ATS Desk").is_dir()
    good(run(["dpkg", "--purge", "atsdesk"], environment=SYSTEM))
    assert (home / ".local/share/ATS Desk").is_dir()


def test_a_purge_takes_the_data_of_everybody_when_it_is_asked_to(tmp_path: Path) -> None:
    """The script itself, with homes of its own."""
    script = (LINUX / "postrm").read_text().replace("/home/* /root", f"{tmp_path}/*")
    data = tmp_path / "dana" / ".local/share/ATS Desk"
    for asked in ("", "1"):
        data.mkdir(parents=True, exist_ok=True)
        (tmp_path / "dana" / ".local/share/other").mkdir(exist_ok=True)
        good(
            run(
                ["sh", "-c", script, "postrm", "purge"],
                environment={"ATSDESK_PURGE_DATA": asked, "PATH": "/bin"},
            )
        )
        assert data.exists() is not bool(asked)
    assert (tmp_path / "dana" / ".local/share/other").is_dir()
