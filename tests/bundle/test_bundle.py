"""The frozen program where it has never been: without Python, as another user, with a keyring; and its start."""

from __future__ import annotations

import importlib.util
import os
import pwd
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
import pytest

from tests.bundle.conftest import ROOT, good, run
from tests.keyring_daemon import KeyringDaemon

BARE = {"HOME": "/home", "QT_QPA_PLATFORM": "offscreen", "TMPDIR": "/tmp"}
CHECKS = (
    "database",
    "secure connections",
    "keyring",
    "workbook",
    "text files",
    "window",
    "pictures",
    "fonts",
)
CALM_LOOKS = 8
EMPTY_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.exec()
"""


def test_it_holds_what_it_needs_and_nothing_that_may_not_be_shipped(bundle: Path) -> None:
    assert "The bundle is whole." in good(
        run([sys.executable, ROOT / "packaging" / "bundle.py", "check"], environment={"PATH": "/usr/bin"})
    )


def test_it_works_in_a_root_without_python(bare_root: Path) -> None:
    assert not list(bare_root.rglob("python3"))

    told = good(
        run(["/usr/sbin/chroot", bare_root, "/opt/atsdesk/atsdesk-window", "--selftest"], environment=BARE)
    )

    for check in (*CHECKS, "languages"):
        assert re.search(rf"^good  {check}: ", told, re.MULTILINE), told


def test_the_main_job_is_done_by_the_command_in_that_root(bare_root: Path) -> None:
    """Sandbox, sync, an export in a process of its own, and the pictures of the window in another."""
    demo = ["demo", "--folder", "/home/demo", "--candidates", "20", "--headless"]

    told = good(
        run(["/usr/sbin/chroot", bare_root, "/opt/atsdesk/atsdesk", *demo], environment=BARE, seconds=300)
    )

    assert "rows for Excel" in told
    assert (bare_root / "home/demo/hiring-data.xlsx").stat().st_size > 10_000
    assert len(list((bare_root / "home/demo/screenshots").glob("*.png"))) > 10


def test_it_works_without_any_environment(bundle: Path, home: Path) -> None:
    assert "good  workbook" in good(run([bundle / "atsdesk", "selftest"], environment={"HOME": str(home)}))


@pytest.fixture
def stranger(root_lane: None) -> Iterator[pwd.struct_passwd]:
    """A user who has just come to this computer."""
    subprocess.run(["useradd", "--create-home", "atsdesk-stranger"], check=True)
    yield pwd.getpwnam("atsdesk-stranger")
    subprocess.run(["userdel", "--remove", "atsdesk-stranger"], check=True, capture_output=True)


def test_another_user_can_run_it(bundle: Path, stranger: pwd.struct_passwd, tmp_path: Path) -> None:
    place = Path("/opt/atsdesk-under-test")
    shutil.copytree(bundle, place, symlinks=True)
    try:
        become = ["setpriv", f"--reuid={stranger.pw_uid}", f"--regid={stranger.pw_gid}", "--clear-groups"]
        environment = {"HOME": stranger.pw_dir, "PATH": "/usr/bin"}
        told = good(run([*become, place / "atsdesk", "selftest"], environment=environment))
        doctor = run([*become, place / "atsdesk", "doctor"], environment=environment).stdout
    finally:
        shutil.rmtree(place)

    assert "good  languages" in told
    assert f"Data folder: {stranger.pw_dir}/.local/share/ATS Desk" in doctor
    assert (Path(stranger.pw_dir) / ".local/share/ATS Desk").stat().st_uid == stranger.pw_uid


def test_a_secret_goes_into_a_real_keyring_and_out_again(bundle: Path, real_keyring: KeyringDaemon) -> None:
    told = good(run([bundle / "atsdesk", "selftest"], environment=real_keyring.environment))

    assert "keyring: Secrets are kept in this computer's keyring. One went in and out." in told
    assert real_keyring.entries() == []


def test_other_programs_are_started_with_their_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the bundle's own processes look for libraries in its folder."""
    spec = importlib.util.spec_from_file_location("bundled", ROOT / "packaging" / "bundled.py")
    assert spec is not None
    assert spec.loader is not None
    bundled = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bundled)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/theirs")

    bundled.give_libraries_back()

    assert os.environ["LD_LIBRARY_PATH"] == "/theirs"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_its_window_comes_as_soon_as_from_the_checkout(bundle: Path, home: Path) -> None:
    """By processor time until nothing happens any more, as others may use this computer; told beside an empty one."""
    environment = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    empty: list[str | Path] = [sys.executable, "-c", EMPTY_WINDOW]
    checkout: list[str | Path] = [sys.executable, ROOT / "main.py"]
    window: list[str | Path] = [bundle / "atsdesk-window"]
    seconds_until_calm(window, environment)  # the first one makes the file

    times = [
        [seconds_until_calm(command, environment) for command in (empty, checkout, window)] for _ in range(5)
    ]
    nothing, source, ours = (statistics.median(column) for column in zip(*times, strict=True))

    print(f"empty window {nothing:.2f} s, from the checkout {source:.2f} s, bundle {ours:.2f} s")
    assert ours <= 1.2 * source


def seconds_until_calm(command: Sequence[str | Path], environment: dict[str, str]) -> float:
    """Processor time of a program that opens a window, until it has used next to none for a while."""
    with subprocess.Popen(
        command, env=environment, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        process = psutil.Process(program.pid)
        used, calm = 0.0, 0
        while calm < CALM_LOOKS:
            time.sleep(0.25)
            times = process.cpu_times()
            assert program.poll() is None
            now = times.user + times.system
            calm = calm + 1 if now and now - used <= 0.01 else 0
            used = now
        program.terminate()
        program.wait(10)
    return used
