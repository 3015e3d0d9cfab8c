"""A real gnome-keyring on a D-Bus and in a home of its own: never the keyring of whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psutil
import pytest
import secretstorage
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

PROGRAMS = {"dbus-daemon": "dbus", "gnome-keyring-daemon": "gnome-keyring", "Xvfb": "xvfb"}
PASSWORD = b"opens the keyring"


def missing_packages() -> list[str]:
    """The Debian packages without which there is no keyring to test against."""
    return [package for program, package in PROGRAMS.items() if shutil.which(program) is None]


class KeyringDaemon:
    """A session bus and, once `unlock` was called, a keyring on it. `environment` leads programs to it."""

    def __init__(self, home: Path, display: str = "") -> None:
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        self.environment = {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime / 'bus'}",
        }
        self._everything = {**os.environ, **self.environment, **({"DISPLAY": display} if display else {})}
        self._bus = self._start_bus()
        self._keyring: subprocess.Popen[bytes] | None = None

    def _start_bus(self) -> subprocess.Popen[bytes]:
        address = self.environment["DBUS_SESSION_BUS_ADDRESS"]
        bus = subprocess.Popen(
            [
                "dbus-daemon",
                "--session",
                "--nofork",
                "--nopidfile",
                f"--address={address}",
                "--print-address=1",
            ],
            env=self._everything,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert bus.stdout is not None
        with bus.stdout:
            bus.stdout.readline()  # the address: printed once the bus takes connections
        return bus

    def unlock(self) -> None:
        """Start the keyring, open; its password is set by the first call."""
        self._keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"],
            env=self._everything,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._keyring.stdin is not None
        with self._keyring.stdin:
            self._keyring.stdin.write(PASSWORD)
        deadline = time.monotonic() + 10
        while not self._is_open():
            assert time.monotonic() < deadline, "gnome-keyring does not open"
            time.sleep(0.02)

    def _is_open(self) -> bool:
        with self._connection() as bus:
            (running,) = Proxy(message_bus, bus).NameHasOwner("org.freedesktop.secrets")
            if not running:  # asking it anything now would start another one
                return False
            try:
                collection = secretstorage.get_collection_by_alias(bus, "default")
            except secretstorage.SecretStorageException:
                return False
            return not collection.is_locked()

    def lock(self) -> None:
        with self._connection() as bus:
            secretstorage.get_default_collection(bus).lock()

    def entries(self) -> list[dict[str, str]]:
        """The attributes of every entry, as another program would see them."""
        with self._connection() as bus:
            return [
                item.get_attributes() for item in secretstorage.get_default_collection(bus).get_all_items()
            ]

    def delete(self, service: str, username: str) -> None:
        """Delete one entry as the person would in Passwords and Keys."""
        with self._connection() as bus:
            wanted = {"service": service, "username": username}
            (item,) = secretstorage.get_default_collection(bus).search_items(wanted)
            item.delete()

    def freeze(self) -> None:
        """The keyring takes calls and answers none, as when its dialog stands open."""
        assert self._keyring is not None
        self._keyring.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._keyring is not None
        self._keyring.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """The keyring dies; the bus stays (and may start another keyring, which is locked)."""
        assert self._keyring is not None
        self._keyring.kill()
        self._keyring.wait()

    def kill_bus(self) -> None:
        self._bus.kill()
        self._bus.wait()

    def stop(self) -> None:
        started_by_the_bus: list[psutil.Process] = []
        with suppress(psutil.NoSuchProcess):
            started_by_the_bus = psutil.Process(self._bus.pid).children()
        if self._keyring is not None:
            self._keyring.kill()
            self._keyring.wait()
        self._bus.terminate()
        self._bus.wait()
        for process in started_by_the_bus:
            with suppress(psutil.NoSuchProcess):
                process.kill()

    @contextmanager
    def _connection(self) -> Iterator[DBusConnection]:
        with closing(open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"])) as bus:
            yield bus


@contextmanager
def own_keyring(home: Path, monkeypatch: pytest.MonkeyPatch, display: str = "") -> Iterator[KeyringDaemon]:
    """A session bus without a keyring yet; this process and those it starts are led to it."""
    daemon = KeyringDaemon(home, display)
    for name, value in daemon.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    try:
        yield daemon
    finally:
        daemon.stop()


@contextmanager
def screen() -> Iterator[str]:
    """An X screen that nobody looks at, for dialogs that nobody answers; yields its DISPLAY."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().decode().strip()}"
        server.terminate()
