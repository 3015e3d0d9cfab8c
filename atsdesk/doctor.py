"""What may be wrong with an installation and its data folder, looked at one by one."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from atsdesk.desk import Desk
from atsdesk.errors import DeskError
from atsdesk.place import risk
from atsdesk.store.backups import examine as examine_copy
from atsdesk.store.engine import sqlite_version

LITTLE_SPACE = 500_000_000
"""Bytes below which a sync or an export may run out of room."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    good: bool
    subject: str
    sentence: str


def examine(folder: Path) -> Iterator[Finding]:
    """Look at everything that can be looked at; a finding that is not good says what to do."""
    try:
        desk = Desk(folder)
    except DeskError as error:
        yield Finding(False, "Data file", str(error))
        return
    with desk:
        yield Finding(True, "Data folder", str(desk.folder))
        yield from _privacy(desk)
        yield _space(desk.folder)
        yield Finding(True, "SQLite", sqlite_version())
        yield _look("Place", partial(risk, desk.folder))
        yield _look("Data file", desk.check)
        yield _copies(desk)
        keyring = _look("Keyring", desk.keyring_state)
        try:
            accounts = desk.accounts()
        except DeskError as error:
            yield keyring
            yield Finding(False, "Accounts", str(error))
            return
        secrets = [
            _look(f"Secrets of {account.id}", partial(desk.check_secrets, account.id)) for account in accounts
        ]
        if not keyring.good and secrets and all(one.good for one in secrets):
            needless = f"not needed, as every account's secrets can be read. {keyring.sentence}"
            keyring = Finding(True, keyring.subject, needless)
        yield keyring
        yield from secrets


def _look(subject: str, look: Callable[[], str]) -> Finding:
    """`look` returns or raises what is wrong; "" is good."""
    try:
        trouble = look()
    except DeskError as error:
        trouble = str(error)
    return Finding(not trouble, subject, trouble or "good.")


def _privacy(desk: Desk) -> Iterator[Finding]:
    if os.name == "nt":
        return
    for path, allowed in ((desk.folder, 0o700), (desk.database, 0o600)):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & ~allowed:
            yield Finding(
                False, "Privacy", f"Others on this computer may read {path}. Run: chmod {allowed:o} '{path}'"
            )


def _copies(desk: Desk) -> Finding:
    found = desk.care.backups()
    if not found:
        return Finding(
            True, "Safety copies", "none yet; the first is made with a sync when the folder is a day old."
        )
    if trouble := examine_copy(found[0].path):
        return Finding(
            False, "Safety copies", f"The newest cannot be used: {trouble} Run `atsdesk doctor --repair`."
        )
    return Finding(
        True, "Safety copies", f"{len(found)}, the newest of {found[0].made_at:%Y-%m-%d %H:%M} UTC verified."
    )


def _space(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    megabytes = f"{free // 1_000_000:,} MB free"
    if free < LITTLE_SPACE:
        return Finding(False, "Disk", f"Only {megabytes}. Make room before the next sync or export.")
    return Finding(True, "Disk", megabytes)
