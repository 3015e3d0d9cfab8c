"""The bundle in dist/ and the package made of it: tried only when asked for with `--bundle` (`make test-bundle`)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "dist" / "atsdesk"


@pytest.fixture(scope="session")
def bundle(request: pytest.FixtureRequest) -> Path:
    """The folder, copied to where nothing of the checkout is near."""
    if not request.config.getoption("--bundle"):
        pytest.skip("make test-bundle tries the bundle")
    if not sys.platform.startswith("linux"):
        pytest.skip("these ways to lock a program out of everything are Linux's")
    assert FOLDER.is_dir(), "make bundle"
    return FOLDER


@pytest.fixture(scope="session")
def package(bundle: Path) -> Path:
    (found,) = (ROOT / "dist").glob("*.deb")
    return found


@pytest.fixture
def root_lane() -> None:
    if os.geteuid() != 0:
        pytest.skip("another root, another user and installing need root")


def run(
    command: Sequence[str | Path], *, environment: Mapping[str, str], seconds: float = 100
) -> subprocess.CompletedProcess[str]:
    """A program with this environment and nothing else of ours."""
    return subprocess.run(
        command, env=dict(environment), capture_output=True, text=True, check=False, timeout=seconds, cwd="/"
    )


def good(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


# --- A root without Python ------------------------------------------------------------------------------------


NEEDED = ("/etc/fonts", "/etc/ssl/certs", "/usr/share/ca-certificates", "/usr/share/fonts/truetype/dejavu")
MODULES = ("libnss_files.so.2", "libnss_dns.so.2")


@pytest.fixture
def bare_root(bundle: Path, root_lane: None, tmp_path: Path) -> Path:
    """A root with the bundle, the libraries of the system it asks for, a font and certificates: no Python, no shell."""
    root = tmp_path / "root"
    shutil.copytree(bundle, root / "opt" / "atsdesk", symlinks=True)
    for name in ("tmp", "home", "dev", "proc"):
        (root / name).mkdir()
    for name in NEEDED:
        shutil.copytree(name, root / name.lstrip("/"), symlinks=True)
    for library in libraries(bundle):
        place = root / str(library).lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, place)
    for name, number in (("null", 3), ("urandom", 9)):
        os.mknod(root / "dev" / name, 0o666 | 0o020000, os.makedev(1, number))
    (root / "etc" / "passwd").write_text("root:x:0:0::/home:/none\n")
    return root


def libraries(bundle: Path) -> list[Path]:
    """What the loader takes from the system for every file of the bundle; the loader itself too."""
    found: set[Path] = set()
    for file in sorted(path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()):
        if file.read_bytes()[:4] != b"\x7fELF":
            continue
        told = subprocess.run(["ldd", file], capture_output=True, text=True, check=False).stdout
        assert "not found" not in told, f"{file.name}: {told}"
        for word in told.split():
            if word.startswith("/") and not word.startswith(str(bundle)):
                found.add(Path(word))
    return sorted(found)
