"""Where to publish to: the address of a database, without its password."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from atsdesk.errors import ConfigError

USUAL_SCHEMA = "atsdesk"
PASSWORD = "password"
"""The field of the keyring's entry."""
POSTGRESQL = "postgresql"
WAREHOUSES = ("bigquery", "databricks", "duckdb", "redshift", "snowflake")
"""Reached through dlt; each is called so there."""
_SAME = {"postgres": POSTGRESQL}
_EXAMPLE = "postgresql://reports@db.example.com/hr"
_SECRET = re.compile("password|passfile|passwd|token|secret|key$", re.IGNORECASE).search
_GOOD_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}").fullmatch
_OF_LIBPQ = frozenset(
    "connect_timeout channel_binding gssencmode host hostaddr keepalives port service sslcrl sslmode sslrootcert"
    " target_session_attrs".split()
)


@dataclass(frozen=True, slots=True)
class Target:
    """A database and the schema in it that is published to."""

    engine: str
    user: str
    host: str
    port: int | None
    database: str
    schema: str
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The address, the same however it was written; it holds no secret."""
        user = f"{quote(self.user)}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        asked = urlencode({"schema": self.schema, **self.options}, quote_via=quote)
        return f"{self.engine}://{user}{self.host}{port}/{quote(self.database)}?{asked}"

    @property
    def name(self) -> str:
        """What the place is called among people, and its password in the keyring."""
        if self.engine == "duckdb":
            return self.database
        host = self.host or self.options.get("host", "")
        return f"{self.user}@{host}/{self.database}" if self.user else f"{host}/{self.database}"


def parse(url: str) -> Target:
    """Raises `ConfigError` for what is no address of a database, or holds a secret."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise _wrong("This is not the address of a database.") from None
    engine = _SAME.get(parts.scheme, parts.scheme)
    if engine != POSTGRESQL and engine not in WAREHOUSES:
        known = ", ".join((POSTGRESQL, *WAREHOUSES))
        raise _wrong(
            f'"{parts.scheme}" is not a database that can be published to; it has to be one of: {known}.'
        )
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.password is not None or any(map(_SECRET, options)):
        raise ConfigError(
            "The address holds a password.",
            "Leave it out: addresses are kept and shown. The password is asked for, and kept in the keyring.",
            concerns="place",
        )
    schema = options.pop("schema", USUAL_SCHEMA)
    if not _GOOD_SCHEMA(schema):
        raise _wrong(f'"{schema}" cannot be a schema: lower case letters, digits and _ only.')
    if engine == POSTGRESQL and (unknown := options.keys() - _OF_LIBPQ):
        raise _wrong(f'"{min(unknown)}" cannot be set in the address.')
    database = unquote(parts.path.removeprefix("/"))
    if engine == "duckdb":
        database = str(Path(database).expanduser().absolute()) if database else ""
    if not database and engine not in {"bigquery", "databricks"}:
        raise _wrong("The address names no database.")
    user = unquote(parts.username or "")
    return Target(engine, user, parts.hostname or "", port, database, schema, options)


def _wrong(title: str) -> ConfigError:
    return ConfigError(title, f"An address looks like this: {_EXAMPLE}?schema=recruiting", concerns="place")
