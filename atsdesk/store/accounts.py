"""The accounts: which ATS, where, with which settings. Never a secret."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from atsdesk.errors import ConfigError
from atsdesk.store import search
from atsdesk.store.engine import Connection
from atsdesk.store.tables import DESK, SYNCED

HOW_TO_ADD = "Add one with `atsdesk accounts add ATS --name NAME`; ATS is comeet, greenhouse, kombo or smartrecruiters."
GOOD_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}").fullmatch


@dataclass(frozen=True, slots=True)
class Account:
    """One connection to one ATS. The last success is the end of the last run that read something whole."""

    id: str
    ats: str
    base_url: str
    settings: Mapping[str, str]
    created_at: str
    last_success_at: str | None = None
    last_state: str | None = None
    last_message: str = ""
    """What the last run said of itself, in a sentence."""
    health: Mapping[str, str] = field(default_factory=dict)
    """What the ATS last told of the connection itself, by name."""


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """An account, its living rows by table, and its open issues."""

    account: Account
    rows: Mapping[str, int]
    issues: int


_SELECT = """
    select id, ats, base_url, settings, created_at,
      (select max(ended_at) from runs r where r.account_id = a.id and r.state in ('SUCCEEDED', 'PARTIALLY_FAILED')),
      (select state from runs r where r.account_id = a.id order by r.id desc limit 1),
      (select coalesce(message, '') from runs r where r.account_id = a.id order by r.id desc limit 1),
      coalesce(health, '{}')
    from accounts a
"""


def accounts(connection: Connection) -> list[Account]:
    return [_account(row) for row in connection.execute(f"{_SELECT} order by created_at, id")]


def account(connection: Connection, name: str) -> Account:
    """Raises `ConfigError` where there is none of this name."""
    row = connection.execute(f"{_SELECT} where id = ?", (name,)).fetchone()
    if row is None:
        names = ", ".join(one.id for one in accounts(connection))
        raise ConfigError(
            f'There is no account "{name}".',
            f"The accounts are: {names}." if names else HOW_TO_ADD,
            concerns=name,
        )
    return _account(row)


def status(connection: Connection) -> list[AccountStatus]:
    """How every account stands."""
    return [_status(connection, one) for one in accounts(connection)]


def _status(connection: Connection, account: Account) -> AccountStatus:
    rows = {
        table.name: connection.execute(
            f"select count(*) from {table.name} where account_id = ? and deleted_at is null", (account.id,)
        ).fetchone()[0]
        for table in SYNCED
    }
    issues = connection.execute(
        "select count(*) from issues where account_id = ? and closed_at is null", (account.id,)
    ).fetchone()[0]
    return AccountStatus(account, rows, issues)


def check_name(name: str) -> None:
    """An account's name is part of keys, of environment variables and of the keyring's entries."""
    if not GOOD_NAME(name):
        raise ConfigError(
            f'"{name}" cannot be an account\'s name.',
            "Use up to 40 letters, digits, - and _, beginning with a letter or digit.",
            concerns="name",
        )


def check_free(connection: Connection, name: str) -> None:
    """Raises `ConfigError` where there is such an account, in whatever case and with _ for -.

    The environment's variables, which give secrets, know no difference.
    """
    same = "replace(lower(id), '-', '_') = replace(lower(?), '-', '_')"
    row = connection.execute(f"select id from accounts where {same}", (name,)).fetchone()
    if row is None:
        return
    alike = "" if row[0] == name else f', and "{name}" is too much like it'
    raise ConfigError(
        f'There is already an account "{row[0]}"{alike}.',
        f"Choose another name. A new key for it is entered with `atsdesk accounts key {row[0]}`.",
        concerns="name",
    )


def add(connection: Connection, new: Account) -> None:
    """Raises `ConfigError` where the name is taken."""
    check_free(connection, new.id)
    connection.execute(
        "insert into accounts (id, ats, base_url, settings, created_at) values (?, ?, ?, ?, ?)",
        (new.id, new.ats, new.base_url, json.dumps(dict(new.settings)), new.created_at),
    )


def save_health(connection: Connection, name: str, health: Mapping[str, str]) -> None:
    """Keep what the ATS says of the connection itself; the same again costs no write."""
    connection.execute(
        "update accounts set health = :health where id = :name and health is not :health",
        {"health": json.dumps(dict(health)), "name": name},
    )


def save_file_rules(connection: Connection, name: str, rules: bytes) -> None:
    """Keep what the ATS says of the files that it takes; the same again costs no write."""
    connection.execute(
        "update accounts set file_rules = :rules where id = :name and file_rules is not :rules",
        {"rules": rules.decode(), "name": name},
    )


def file_rules(connection: Connection, name: str) -> bytes:
    """What the ATS last said of the files that it takes; b"" where it said nothing."""
    row = connection.execute("select file_rules from accounts where id = ?", (name,)).fetchone()
    return str(row[0]).encode() if row and row[0] else b""


def save_basis(connection: Connection, name: str, basis: Mapping[str, str]) -> bool:
    """Keep what the copy rests on from now on; whether it rested on something else. An empty one says nothing."""
    if not basis:
        return False
    row = connection.execute("select basis from accounts where id = ?", (name,)).fetchone()
    before = json.loads(row[0]) if row and row[0] else None
    if before != dict(basis):
        connection.execute("update accounts set basis = ? where id = ?", (json.dumps(dict(basis)), name))
    return before is not None and before != dict(basis)


def save_settings(connection: Connection, name: str, settings: Mapping[str, str], base_url: str) -> None:
    connection.execute(
        "update accounts set settings = ?, base_url = ? where id = ?",
        (json.dumps(dict(settings)), base_url, name),
    )


def remove(connection: Connection, name: str) -> None:
    """Everything that came from the account goes with it."""
    for table in search.SEARCHED:
        connection.execute(
            f"delete from {table.name}_search where rowid in (select pk from {table.name} where account_id = ?)",
            (name,),
        )
        search.purge(connection, table)
    for noted in ("sweep", "doomed"):
        connection.execute(
            f"delete from {noted} where record_pk in (select pk from records where account_id = ?)", (name,)
        )
    connection.execute(
        "delete from run_resources where run_id in (select id from runs where account_id = ?)", (name,)
    )
    for table in (*SYNCED, *DESK):
        if "account_id" in table.names():
            connection.execute(f"delete from {table.name} where account_id = ?", (name,))
    connection.execute("delete from accounts where id = ?", (name,))


def _account(row: tuple[str, ...]) -> Account:
    name, ats, base_url, settings, created_at, last_success_at, last_state, message, health = row
    return Account(
        name,
        ats,
        base_url,
        json.loads(settings),
        created_at,
        last_success_at,
        last_state,
        message or "",
        json.loads(health),
    )
