"""A PostgreSQL of the tests' own: a new cluster in a folder of its own, on loopback, by a user without rights."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OWNER, OWNERS_PASSWORD = "owner", "sesame%/:@ öffne"
UNPRIVILEGED = "nobody"


def programs() -> Path | None:
    """The folder of the server's programs, where it is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    places = [*reversed(found), *([Path(on_path).resolve().parent] if on_path else [])]
    return next((place for place in places if (place / "initdb").exists()), None)


@dataclass
class Server:
    """A running cluster."""

    folder: Path
    port: int
    _made: list[str] = field(default_factory=list)

    def url(self, database: str, user: str = OWNER, schema: str = "atsdesk") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}?schema={schema}"

    def database(self) -> str:
        """A new, empty database; its name."""
        name = f"hr{len(self._made)}"
        self._made.append(name)
        self.run("postgres", f"create database {name}")
        return name

    def run(self, database: str, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """As the owner would at a prompt."""
        import psycopg

        with psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            dbname=database,
            user=OWNER,
            password=OWNERS_PASSWORD,
            autocommit=True,
            options="-c timezone=UTC",
        ) as connection:
            cursor = connection.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []


@contextlib.contextmanager
def running(bin_: Path) -> Iterator[Server]:
    """A cluster until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="atsdesk-postgres-"))
    data, password = folder / "data", folder / "password"
    command = ["setpriv", "--pdeathsig", "INT"]  # it ends with the tests, however they end
    if os.geteuid() == 0:  # whom the server refuses
        command += ["--reuid", UNPRIVILEGED, "--regid", "nogroup", "--clear-groups"]
        shutil.chown(folder, UNPRIVILEGED, "nogroup")
    password.write_text(OWNERS_PASSWORD, encoding="utf-8")
    password.chmod(0o644)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def start(program: str, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*command, str(bin_ / program), "-D", str(data), *arguments],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    try:
        made = start(
            *("initdb", "--username", OWNER, "--pwfile", str(password), "--auth", "scram-sha-256"),
            *("--encoding", "UTF8", "--no-locale", "--no-sync"),
        )
        assert made.wait() == 0
        settings = ("listen_addresses=127.0.0.1", "fsync=off", f"unix_socket_directories={folder}")
        process = start("postgres", "-p", str(port), *(word for one in settings for word in ("-c", one)))
        try:
            _wait_for(bin_, port, process)
            yield Server(folder, port)
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(bin_: Path, port: int, process: subprocess.Popen[bytes]) -> None:
    ask = [str(bin_ / "pg_isready"), "--quiet", "--host", "127.0.0.1", "--port", str(port)]
    while subprocess.run(ask, check=False).returncode:
        assert process.poll() is None, "the server ended while it started"
        time.sleep(0.05)
