"""Does this installation work? One line per check; asked of every bundle before it is shipped."""

import platform
import ssl
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import truststore

from atsdesk.errors import DeskError
from atsdesk.store.file import Store
from atsdesk.vault import Vault


def run() -> int:
    """Exit code 0 when ATS Desk can do its work here."""
    print(f"ATS Desk on Python {platform.python_version()}, {platform.platform()}")
    return max(report(check) for check in (database, secure_connections, keyring))


def report(check: Callable[[], str]) -> int:
    name = check.__name__.replace("_", " ")
    try:
        print(f"good  {name}: {check()}")
    except (DeskError, OSError, ImportError) as problem:
        print(f"BAD   {name}: {problem}", file=sys.stderr)
        return 1
    return 0


def database() -> str:
    """Opening the file refuses an SQLite that could damage it."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        try:
            with store.read() as connection:
                (version,) = connection.execute("select sqlite_version()").fetchone()
        finally:
            store.close()
    return f"SQLite {version}, a new file opens"


def secure_connections() -> str:
    truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return f"{ssl.OPENSSL_VERSION}, with the certificates that this computer trusts"


def keyring() -> str:
    """Only reported: without a keyring the program asks for secrets once a session."""
    state = Vault().state()
    return f"{state.title} {state.hint}".strip()
