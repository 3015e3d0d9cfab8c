"""Does this installation work? One line per check; asked of every bundle before it is shipped."""

import contextlib
import csv
import platform
import ssl
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import truststore

from atsdesk.cancel import Cancel
from atsdesk.errors import Bug, ConfigError, DeskError
from atsdesk.export.child import Write, export_in_child
from atsdesk.export.csv_folder import write_csv_folder
from atsdesk.export.write import write_workbook
from atsdesk.store.file import Store
from atsdesk.vault import Vault

Check = Callable[[], str]
"""Returns what is good, or raises what is not; named after what it looks at."""

ACCOUNT = "selftest"
AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/cert.pem",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where distributions keep whom they trust: truststore looks there when OpenSSL's own place is empty."""


def run(*more: Check) -> int:
    """Exit code 0 when ATS Desk can do its work here. `more` are the window's checks."""
    print(f"ATS Desk on Python {platform.python_version()}, {platform.platform()}")
    return max(
        [report(check) for check in (database, secure_connections, keyring, workbook, text_files, *more)]
    )


def report(check: Check) -> int:
    name = check.__name__.replace("_", " ")
    try:
        print(f"good  {name}: {check()}", flush=True)
    except (DeskError, OSError, ImportError) as problem:
        print(f"BAD   {name}: {problem}", file=sys.stderr, flush=True)
        return 1
    return 0


def database() -> str:
    """Opening the file refuses an SQLite that could damage it, and makes the tables of its search (FTS5)."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        try:
            with store.read() as connection:
                (version,) = connection.execute("select sqlite_version()").fetchone()
                (searched,) = connection.execute(
                    "select count(*) from sqlite_master where sql like '%using fts5%'"
                ).fetchone()
        finally:
            store.close()
    if not searched:
        raise Bug("A new file has no search.")
    return f"SQLite {version}, a new file opens, with its search"


def secure_connections() -> str:
    """A connection is begun, as far as it goes without a server, and there is somebody who vouches for servers."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    greeting = context.wrap_bio(incoming, outgoing, server_hostname="example.com")
    with contextlib.suppress(ssl.SSLWantReadError):
        greeting.do_handshake()
    if context.verify_mode is not ssl.CERT_REQUIRED or not outgoing.read():
        raise Bug("A secure connection does not begin.")
    if sys.platform == "linux":
        # elsewhere the system itself decides whom it trusts
        places = ssl.get_default_verify_paths()
        folder = Path(places.capath or "/nowhere")
        known = places.cafile or any(Path(name).exists() for name in AUTHORITIES)
        if not known and not (folder.is_dir() and any(folder.iterdir())):
            raise ConfigError("This computer trusts no certificate.", "Install ca-certificates.")
    return f"{ssl.OPENSSL_VERSION}, with the certificates that this computer trusts"


def keyring() -> str:
    """A secret goes in and out. Without a keyring the program asks once a session: that is only reported."""
    vault = Vault({})
    state = vault.state()
    if not state.usable:
        return f"{state.title} {state.hint}".strip()
    vault.set_all(ACCOUNT, {"key": "in and out"})
    try:
        if Vault({}).get(ACCOUNT, "key") != "in and out":
            raise Bug("The keyring gives back something else.")
    finally:
        vault.delete(ACCOUNT, ["key"])
    return f"{state.title} One went in and out."


def workbook() -> str:
    """Written in a process of its own, as the window does it, and read again."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "selftest.xlsx"
        rows = _export(Path(folder), target, write_workbook)
        book = openpyxl.load_workbook(target, read_only=True)
        names = book.sheetnames
        book.close()
    return f"{len(names)} sheets, {rows} rows, written by another process"


def text_files() -> str:
    """The same as CSV."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "selftest"
        _export(Path(folder), target, write_csv_folder)
        files = sorted(target.glob("*.csv"))
        for path in files:
            with path.open(encoding="utf-8-sig", newline="") as file:
                next(csv.reader(file))
    return f"{len(files)} CSV files"


def _export(folder: Path, target: Path, write: Write) -> int:
    store = Store(folder / "data")
    try:
        done = export_in_child(
            store.path, target, progress=lambda progress: None, cancel=Cancel(), write=write
        )
    finally:
        store.close()
    return done.total
