"""What holds for every test: a home of its own, no keyring but a test's own, no network but loopback, nothing
left behind. Warnings are errors and Qt's messages fail a test by pyproject.toml."""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.keyring_daemon import KeyringDaemon
    from tests.postgres_server import Server

FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_RUNTIME_DIR": ".runtime",
    "XDG_STATE_HOME": ".local/state",
}
# The desktop, the keyring, the proxies and the choices of whoever runs the tests are not ours to use.
FOREIGN = (
    "ATSDESK_",
    "DBUS_",
    "GNOME_KEYRING_",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bundle", action="store_true", help="try the bundle in dist/ too (make test-bundle)")


def pytest_configure(config: pytest.Config) -> None:
    for name in list(os.environ):
        if name.upper().startswith(FOREIGN):
            del os.environ[name]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    # A test's client reaches loopback only, without TLS: loading the world's certificates takes longer than most tests.
    os.environ.pop("SSL_CERT_FILE", None)
    os.environ["SSL_CERT_DIR"] = os.devnull


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    # The process that reports does not load the conftest of every folder.
    from tests.faults import matrix

    matrix.summarise(terminalreporter)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, where every program under test believes to be at home."""
    folder = tmp_path_factory.mktemp("home")
    (folder / FOLDERS["XDG_RUNTIME_DIR"]).mkdir(mode=0o700)
    for name, inside in FOLDERS.items():
        monkeypatch.setenv(name, str(folder / inside))
    return folder


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Where a data folder may come into being; it does not exist yet."""
    return tmp_path / "data"


# --- Keyring ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def keyring_programs() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("a keyring of one's own can be made on Linux only")
    from tests.keyring_daemon import missing_packages

    missing = " ".join(missing_packages())
    if missing and os.environ.get("WITHOUT_KEYRING"):
        pytest.skip(f"WITHOUT_KEYRING is set; missing: {missing}")
    if missing:
        pytest.fail(f"sudo apt-get install {missing} (or leave these tests out: WITHOUT_KEYRING=1)")


@pytest.fixture
def keyring_daemon(
    keyring_programs: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[KeyringDaemon]:
    """A session bus on which no keyring has been set up yet; Python's keyring library is led to it."""
    from tests.keyring_daemon import own_keyring

    with own_keyring(tmp_path, monkeypatch) as daemon:
        yield daemon


@pytest.fixture
def real_keyring(keyring_daemon: KeyringDaemon) -> KeyringDaemon:
    """A real gnome-keyring, empty and open."""
    keyring_daemon.unlock()
    return keyring_daemon


# --- A database ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL of the tests' own."""
    from tests.postgres_server import programs, running

    pytest.importorskip("psycopg")
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql)")
    with running(found) as server:
        yield server


# --- Network ------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True, scope="session")
def only_loopback() -> Iterator[None]:
    """No test reaches beyond this machine. Names that end in `.invalid` do not exist, as everywhere."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        refuse_beyond_loopback(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        refuse_beyond_loopback(self, address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and name.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if name and not is_loopback(name):
            pytest.fail(f"A test asked for the address of {name}")
        return look_up(host, *args, **options)

    patch.setattr(socket.socket, "connect", guarded_connect)
    patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    patch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    patch.undo()


def refuse_beyond_loopback(connection: socket.socket, address: Any) -> None:
    if connection.family in {socket.AF_INET, socket.AF_INET6} and not is_loopback(address[0]):
        pytest.fail(f"A test connected to {address[0]}")


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


# --- Nothing is left behind ---------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_thread_left(home: Path) -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = new_threads(before)
    deadline = time.monotonic() + 2
    while left and time.monotonic() < deadline:
        time.sleep(0.01)
        left = new_threads(before)
    if left:
        pytest.fail(f"Threads left running: {', '.join(sorted(thread.name for thread in left))}")


def new_threads(before: set[threading.Thread]) -> set[threading.Thread]:
    # Threads that Qt owns show up as dummies, and stay listed after their end.
    return {
        thread
        for thread in set(threading.enumerate()) - before
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    }


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """What atsdesk logs at WARNING or above fails the test, unless it is marked `expects_log`."""
    told = Told()
    logger = logging.getLogger("atsdesk")
    logger.addHandler(told)
    yield
    logger.removeHandler(told)
    if told.lines and request.node.get_closest_marker("expects_log") is None:
        pytest.fail("Unexpected log:\n" + "\n".join(told.lines))


class Told(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")
