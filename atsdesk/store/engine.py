"""The SQLite that is used: pysqlite3's where it is there, since Python's own may be too old (the choice of
sqlite-utils too)."""

from typing import Any

try:
    from pysqlite3 import dbapi2 as sqlite3
except ImportError:
    import sqlite3

__all__ = ["Connection", "sqlite3", "sqlite_version"]

Connection = Any
"""A DB-API connection of whichever module it is."""

# Binding one of these without an adapter walks the whole adaptation protocol and costs more than ten texts do:
# a first sync takes three times as long.
sqlite3.register_adapter(type(None), {None: None}.get)
sqlite3.register_adapter(bytes, bytes)
sqlite3.register_adapter(bool, int)


def sqlite_version() -> str:
    """The version that is used, and where it is from."""
    return (
        f"{sqlite3.sqlite_version}, of {'ATS Desk itself' if 'pysqlite3' in sqlite3.__name__ else 'Python'}."
    )
