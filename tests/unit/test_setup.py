"""The set-up of a fresh checkout, and the pins that keep people's data safe."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QObject, Signal

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "requirements"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt"])
def test_every_locked_package_has_a_version_and_hashes_and_no_address(name: str) -> None:
    text = (LOCKS / name).read_text()

    assert "://" not in text
    for entry in re.split(r"\n(?=[a-z])", text.strip()):
        assert PINNED.match(entry), entry
        assert "--hash=sha256:" in entry, entry


def test_what_is_tested_is_what_runs() -> None:
    runtime, dev = (dict(PINNED.findall((LOCKS / name).read_text())) for name in ("runtime.txt", "dev.txt"))

    assert runtime.items() <= dev.items()


def test_the_locks_hold_everything_that_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=~!; \[]", requirement)[0].lower().replace("_", "-") for requirement in wanted}

    assert names <= dict(PINNED.findall((LOCKS / "dev.txt").read_text())).keys()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal from Python 3.12 on")
def test_a_lost_reference_per_emit_would_show_here() -> None:
    """PySide6 6.12.0 loses a reference of True per emit: the process dies after some hundred."""

    class Source(QObject):
        changed = Signal(object)

    received: list[object] = []
    source = Source()
    source.changed.connect(received.append)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(10_000):
        source.changed.emit(True)
    received.clear()
    after = sys.getrefcount(True), sys.getrefcount(None)

    assert all(now > then - 1_000 for then, now in zip(before, after, strict=True))


def test_the_selftest_reports_each_part() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "--selftest"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert re.search(r"^good  database: SQLite 3\.(5[2-9]|51\.[3-9]|[6-9]\d)", done.stdout, re.MULTILINE)
    assert "good  secure connections: OpenSSL 3" in done.stdout
    assert "good  keyring: " in done.stdout


# --- packaging/bootstrap.py ---------------------------------------------------------------------------------


def test_an_old_python_can_read_the_bootstrap() -> None:
    ast.parse((ROOT / "packaging" / "bootstrap.py").read_text(), feature_version=(3, 7))


def test_an_old_python_is_told_plainly(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", "")

    with pytest.raises(bootstrap.CannotPrepare, match=r"needs Python 3\.11 or newer"):
        bootstrap.use_a_new_enough_python()


@pytest.fixture
def debian(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A Debian that lacks a package; its apt-get writes down how it was called, and installs them."""
    monkeypatch.setattr(sys, "platform", "linux")
    installed = tmp_path / "installed"
    monkeypatch.setattr(bootstrap, "FOR_THE_WINDOW", {str(installed): "libwindow7", "/": "base-files"})
    apt = tmp_path / "apt-get"
    apt.write_text(
        f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> {tmp_path}/calls\n[ "$1" = update ] || touch {installed}\n'
    )
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_root_gets_what_is_missing_installed_once(
    bootstrap: ModuleType, debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    bootstrap.install_system_packages("run")
    bootstrap.install_system_packages("run")

    assert (debian / "calls").read_text().splitlines() == [
        "noninteractive update",
        "noninteractive install --yes --no-install-recommends libwindow7",
    ]
    assert capsys.readouterr().out == "Installing system packages: libwindow7\n"


def test_others_are_told_what_is_missing_and_how_to_install_it(
    bootstrap: ModuleType, debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None if name == "sudo" else name)

    with pytest.raises(bootstrap.CannotPrepare) as problem:
        bootstrap.install_system_packages("run")

    assert "missing: libwindow7\n" in str(problem.value)
    assert "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libwindow7" in str(
        problem.value
    )
    assert not (debian / "calls").exists()


def test_elsewhere_system_packages_are_left_alone(
    bootstrap: ModuleType, debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")

    bootstrap.install_system_packages("test")

    assert not (debian / "calls").exists()
