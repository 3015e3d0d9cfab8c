"""Makes a fresh checkout ready: system packages, `.venv`, locked Python packages, ATS Desk itself.

    python3 packaging/bootstrap.py run     what `make demo` needs
    python3 packaging/bootstrap.py test    the same, and what `make check` and `make test` need
    python3 packaging/bootstrap.py bundle  what `make bundle` and `make deb` need, on top of those

Standard library only, and nothing that Python 3.7 does not know: it has to be able to say that a Python is
too old. A second run costs a few milliseconds. Exit code 2 means that something has to be done by hand first;
it says what.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {
    "run": ROOT / "packaging" / "requirements" / "runtime.txt",
    "test": ROOT / "packaging" / "requirements" / "dev.txt",
    "bundle": ROOT / "packaging" / "requirements" / "bundle.txt",
}
OLDEST_PYTHON = (3, 11)

# What is looked for -> the Debian package that brings it. A name with ".so" is a library, one that begins
# with "/" a file, anything else a command.
FOR_THE_WINDOW = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "fc-list": "fontconfig",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
}
FOR_TESTS = {
    "dbus-daemon": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "Xvfb": "xvfb",
    "soffice": "libreoffice-calc-nogui",
    "pg_createcluster": "postgresql",
}
# binutils and libpython are PyInstaller's, the rest makes and examines Debian packages
FOR_BUNDLES = {
    "objdump": "binutils",
    f"libpython3.{sys.version_info[1]}.so.1.0": f"libpython3.{sys.version_info[1]}",
    "dpkg-deb": "dpkg",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "lintian": "lintian",
}


FOR_TESTS_WITH_ROOT = {
    "openbox": "openbox",
    "xdotool": "xdotool",
}
"""Where nobody may install them, what needs them is skipped with the reason."""


class CannotPrepare(Exception):
    """Something the person has to do first; the text says what."""


def prepare(purpose: str) -> None:
    use_a_new_enough_python()
    if VENV_PYTHON.exists() and is_ready(purpose):
        return
    install_system_packages(purpose)
    make_venv()
    install_python_packages(LOCKS[purpose])
    check_that_qt_starts()
    stamp(purpose).write_text(fingerprint(purpose))


def use_a_new_enough_python() -> None:
    """Go on in a newer Python from the PATH where the one called is too old."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(19, OLDEST_PYTHON[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606  no shell on purpose
    raise CannotPrepare(
        f"ATS Desk needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).\n"
        "Install a newer one, or say where it is: make PYTHON=/path/to/python3.11"
    )


def is_ready(purpose: str) -> bool:
    return stamp(purpose).exists() and stamp(purpose).read_text() == fingerprint(purpose)


def stamp(purpose: str) -> Path:
    return VENV / f".ready-to-{purpose}"


def fingerprint(purpose: str) -> str:
    """Changes whenever the set-up would do something else than last time."""
    inputs = [Path(__file__), LOCKS[purpose], ROOT / "pyproject.toml"]
    return hashlib.sha256(b"\0".join([bytes(ROOT), *(file.read_bytes() for file in inputs)])).hexdigest()


# --- System packages (Debian and its family; elsewhere they are the person's own affair) ------------------


def install_system_packages(purpose: str) -> None:
    if shutil.which("apt-get") is None or not sys.platform.startswith("linux"):
        return
    missing = missing_packages(purpose)
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    root = way_to_root()
    if root is None:
        raise CannotPrepare(
            f"These system packages are missing: {' '.join(missing)}\n"
            "Install them, then run the same command again:\n"
            f"    sudo apt-get update && sudo {' '.join(install)}"
        )
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    for command in (["apt-get", "update"], install):
        run_quietly([*root, "env", "DEBIAN_FRONTEND=noninteractive", *command])
    still_missing = missing_packages(purpose)
    if still_missing:
        raise CannotPrepare(f"Installed, and yet not found: {' '.join(still_missing)}")


def missing_packages(purpose: str) -> list[str]:
    wanted = {**FOR_THE_WINDOW, **{"test": FOR_TESTS, "bundle": FOR_BUNDLES}.get(purpose, {})}
    if (
        purpose == "test"
        and any(not is_there(name) for name in FOR_TESTS_WITH_ROOT)
        and way_to_root() is not None
    ):
        wanted.update(FOR_TESTS_WITH_ROOT)
    missing = [package for name, package in wanted.items() if not is_there(name)]
    if importlib.util.find_spec("ensurepip") is None and not VENV_PYTHON.exists():
        missing.append("python3-venv")
    return missing


def is_there(name: str) -> bool:
    if name.startswith("/"):
        return Path(name).exists()
    if ".so" in name:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True
    return shutil.which(name) is not None


def way_to_root() -> list[str] | None:
    """What to put before a command that needs root: nothing, `sudo`, or None where there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    sudo = ["sudo"] if sys.stdin.isatty() else ["sudo", "--non-interactive"]
    allowed = subprocess.run([*sudo, "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    return sudo if allowed else None


def run_quietly(command: list[str]) -> None:
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotPrepare(f"{last_lines(done.stdout, 12)}\n\nThis failed: {' '.join(command)}")


def last_lines(output: str, count: int) -> str:
    return "\n".join(output.splitlines()[-count:])


# --- Python packages --------------------------------------------------------------------------------------


def make_venv() -> None:
    if VENV_PYTHON.exists():
        usable = f"import pip, sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
        if subprocess.run([str(VENV_PYTHON), "-c", usable], capture_output=True, check=False).returncode == 0:
            return
    print(f"Making .venv with Python {sys.version.split()[0]}", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
        raise CannotPrepare("Python could not make a virtual environment in .venv; its own words are above.")


def install_python_packages(lock: Path) -> None:
    print("Installing Python packages (a minute or two the first time)", flush=True)
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for what in (
        ["--require-hashes", "--requirement", str(lock)],
        ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    ):
        if subprocess.run([*pip, *what], check=False).returncode:
            raise CannotPrepare("The Python packages could not be installed; pip's own words are above.")


def check_that_qt_starts() -> None:
    start = [str(VENV_PYTHON), "-c", "import PySide6.QtWidgets"]
    done = subprocess.run(start, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotPrepare(
            f"Qt does not start here: {last_lines(done.stderr, 1)}\n"
            "A library of the system is missing, or the system is older than Qt supports (glibc 2.34)."
        )


if __name__ == "__main__":
    try:
        prepare(sys.argv[1] if sys.argv[1:] else "run")
    except CannotPrepare as problem:
        print(problem, file=sys.stderr)
        sys.exit(2)
