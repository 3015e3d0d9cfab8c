"""A whole soak: keyring, sandboxes, desk, window, the hours, the end, and the comparison with a new file."""

import re
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from atsdesk.desk import Desk
from atsdesk.store.file import open_reader
from atsdesk.vault import environment_name
from tests.keyring_daemon import missing_packages, own_keyring
from tests.soak.comparing import lost_beside
from tests.soak.measures import Measures, broken
from tests.soak.mischief import Mischief
from tests.soak.sandboxes import Sandbox, sandboxes
from tests.soak.soaking import AN_HOUR, PATIENCE, ROUND_SECONDS, Outcome, Soak

KEPT = {
    "data": re.compile(r"atsdesk\.(db|lock)|backups|window\.json|sync-\w+\.lock"),
    "exports": re.compile(r"(synced|shown)\.xlsx|synced - Power Query\.txt|contract\.json"),
    "temporary": re.compile(r"$"),
}
"""What may be in each folder at the end."""


@dataclass(frozen=True)
class Result:
    """What a soak came to."""

    outcome: Outcome
    mischief: Mischief
    candidates: int
    acts: Counter[str]
    """What a person did meanwhile."""
    syncs: Counter[tuple[str, str]]
    """How many ended how, by account and state."""
    compared: int
    keyring: bool
    processor_seconds: float

    @property
    def rounds(self) -> Sequence[Measures]:
        return self.outcome.rounds

    def broken(self, *, memory: bool) -> list[str]:
        """Every limit that does not hold."""
        return [*broken(self.rounds, AN_HOUR, whole=memory), *self.outcome.wrong, *self.outcome.lost]


def whole(home: Path, rounds: int, candidates: int, seed: int, stack: ExitStack) -> Result:
    """A soak in an empty folder; what it starts ends with the stack."""
    keyring = not missing_packages()
    if keyring:
        patch = pytest.MonkeyPatch()
        stack.callback(patch.undo)
        stack.enter_context(own_keyring(home, patch)).unlock()
    running = stack.enter_context(sandboxes(candidates, seed, rounds * ROUND_SECONDS))
    folder, exports = home / "data", home / "exports"
    exports.mkdir()
    began = time.process_time()
    with _desk(folder, running, keyring) as desk:
        with Soak(desk, running, exports, seed) as soak:
            soak.first_sync()
            soak.hours(rounds)
            soak.end()
        processor = time.process_time() - began
        with _desk(home / "fresh", running, keyring) as fresh:
            for one in running:
                fresh.sync(one.ats)
            compared, lost = lost_beside(running, desk, fresh)
    soak.outcome.lost += [f"beside a new file: {one}" for one in lost]
    soak.outcome.wrong += _left_over(home)
    return Result(
        soak.outcome,
        soak.mischief,
        candidates,
        soak.person.done,
        _syncs(folder / "atsdesk.db"),
        compared,
        keyring,
        processor,
    )


def _desk(folder: Path, running: Sequence[Sandbox], keyring: bool) -> Desk:
    """A new folder with an account of each sandbox."""
    environ = (
        {}
        if keyring
        else {environment_name(one.ats, key): text for one in running for key, text in one.secrets.items()}
    )
    desk = Desk(folder, patience=PATIENCE, environ=environ)
    for one in running:
        secrets = one.secrets if keyring else {}
        desk.add_account(one.ats, one.ats, secrets, base_url=one.base_url, settings=one.account_settings())
    return desk


def _syncs(database: Path) -> Counter[tuple[str, str]]:
    with closing(open_reader(database)) as connection:
        rows = connection.execute("select account_id, state, count(*) from runs group by 1, 2")
        return Counter({(account, state): count for account, state, count in rows})


def _left_over(home: Path) -> list[str]:
    """Files that nobody needs any more."""
    return [
        f"left over: {folder}/{one.name}"
        for folder, kept in KEPT.items()
        for one in (home / folder).iterdir()
        if not kept.fullmatch(one.name)
    ]
