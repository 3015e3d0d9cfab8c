"""One window a data folder: a second start hands its wish to the first and ends.

A lock in the folder, which is void when the program that made it has died, says who is first; a local socket that only
this person can open takes the wishes.
"""

from __future__ import annotations

import os
import sys
import time
from errno import EACCES
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from atsdesk.errors import ConfigError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK = "window.lock"
SHOW, SYNC, EXPORT, NOTHING = "show", "sync", "export", "nothing"
WISHES = (SHOW, SYNC, EXPORT, NOTHING)
"""What a second start can ask for; the last is one that started with the computer."""
TAKEN = b"taken\n"
LONGEST_WISH = 64
PATIENCE = 5.0
"""Seconds for the first to answer; it may be starting itself."""
ONE_TRY_MS = 1_000


def name(folder: Path) -> str:
    """The name of this person's program on a folder, the same for every way to spell it."""
    import getpass
    import hashlib

    told = f"{getpass.getuser()}\n{os.path.normcase(folder.expanduser().resolve())}"
    return f"atsdesk-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def address(folder: Path) -> str:
    """Where the socket is: among the person's own where the system has such a place."""
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    return (
        str(Path(own) / name(folder))
        if sys.platform == "linux" and Path(own).is_dir() and own
        else name(folder)
    )


class Instance(QObject):
    """Being the first on a folder: hears what later starts wish."""

    wished = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(1)  # an old one counts as long as the system still holds it for somebody
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the first; false when there is one. Raises `OSError` for a folder that cannot be written."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            (self._folder / LOCK).chmod(0o600)
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        raise PermissionError(EACCES, "The folder cannot be written", str(self._folder))

    def listen(self) -> None:
        """Hear what later starts wish, which wait until somebody does."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is None:
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._meet)
            where = address(self._folder)
            QLocalServer.removeServer(where)  # one that died leaves its socket behind
            self._server.listen(where)

    def end(self) -> None:
        """Hear nothing more, and let another be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _meet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            guest.disconnected.connect(guest.deleteLater)
            guest.readyRead.connect(partial(self._hear, guest))
            self._hear(guest)

    def _hear(self, guest: QLocalSocket) -> None:
        if not guest.canReadLine():
            if guest.bytesAvailable() > LONGEST_WISH:
                guest.abort()
            return
        wish = bytes(guest.readLine(LONGEST_WISH).data()).decode("ascii", "replace").strip()
        if wish not in WISHES:
            guest.abort()
            return
        guest.write(TAKEN)
        guest.disconnectFromServer()
        self.wished.emit(wish)


def hand_over(folder: Path, wish: str, patience: float = PATIENCE) -> None:
    """Tell the first one what is wished. Raises `ConfigError` when it does not answer."""
    end = time.monotonic() + patience
    while not _tell(address(folder), wish):
        if time.monotonic() > end:
            raise ConfigError(
                "ATS Desk is open already, but does not answer.",
                "Look for its window, or end it and start again.",
                concerns=str(folder),
            )
        time.sleep(0.1)


def _tell(where: str, wish: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(ONE_TRY_MS):
        return False
    socket.write(f"{wish}\n".encode())
    while not socket.canReadLine() and socket.waitForReadyRead(ONE_TRY_MS):
        pass
    heard = bytes(socket.readAll().data())
    socket.abort()
    return heard == TAKEN
