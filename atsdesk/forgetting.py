"""*Forget this person*: out of the file, its search, its history and its backups, and withheld when they come again."""

import contextlib
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from atsdesk.accounts import Accounts
from atsdesk.ats.moments import spell
from atsdesk.ats.registry import connector
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError, DeskError
from atsdesk.export.publish.publishing import PUBLISH
from atsdesk.store import backups, exports, forget, forgotten, ledger, published, replacing
from atsdesk.store.engine import Connection
from atsdesk.store.exports import ExportEntry
from atsdesk.store.file import Store
from atsdesk.store.forget import Belongings, Carrier, Person

KEPT_IN = (backups.FOLDER, replacing.QUARANTINE)
"""Where copies of the file lie."""


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What forgetting a person means: what goes, and what stays that a person has to see to."""

    person: Person
    what: Belongings
    exports: Sequence[ExportEntry]
    """Exported files that the person is in and are still there, and databases where they are until the next publish."""
    alike: Sequence[Person]
    """Other candidates with the same address or number, in all accounts; they stay unless they are forgotten too."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done."""

    asked: Forgetting
    """As it went, names and all: for whoever asked, and to be kept nowhere."""
    backups: Sequence[str]
    """Safety copies that held the person, or could not be read, and were removed."""
    unfinished: str
    """Why remains may still be in the file or its copies, in sentences; "" when they are not."""


class Forgetter:
    """Forgetting people of one open data folder."""

    def __init__(self, store: Store, accounts: Accounts) -> None:
        self._store = store
        self._accounts = accounts

    def preview(self, account: str, candidate: str) -> Forgetting:
        """What would go and what would stay; raises `ConfigError` where there is no such person."""
        carriers = _carriers(self._accounts.one(account).ats)
        with self._store.read() as connection:
            return self._preview(connection, account, candidate, carriers)

    def forget(self, account: str, candidate: str) -> Forgotten:
        """Forget a person; as `forget_all`."""
        (done,) = self.forget_all(account, [candidate])
        return done

    def forget_all(self, account: str, candidates: Sequence[str]) -> list[Forgotten]:
        """Forget people, each in one transaction, after which remains are cleaned away; raises as `preview` does.

        No sync of the account runs meanwhile, and nothing is sent to it. What keeps the cleaning from its end is in the
        report; it is tried again whenever the folder is opened.
        """
        carriers = _carriers(self._accounts.one(account).ats)
        now = _now()

        def work(candidate: str, connection: Connection) -> Forgetting:
            asked = self._preview(connection, account, candidate, carriers)
            forget.forget(connection, asked.person, carriers, now)
            exports.forget(connection, account, candidate)
            published.remain(connection)
            return asked

        with self._accounts.alone(account), self._accounts.sending(account, Cancel()):
            asked = [self._store.write(partial(work, candidate)) for candidate in candidates]
            backups, unfinished = self._clean(account)
        return [Forgotten(one, backups, unfinished) for one in asked]

    def allow(self, account: str, candidate: str) -> None:
        """Let a person come again with the next sync, which reads everything; `ConfigError` for one not forgotten."""
        self._accounts.one(account)

        def work(connection: Connection) -> None:
            if not forgotten.allow(connection, account, candidate):
                raise ConfigError(
                    f'Nobody with the id "{candidate}" was forgotten in {account}.',
                    "Check the id: it is the candidate's in the ATS.",
                    concerns=candidate,
                )
            ledger.demand_full(connection, account)

        with self._accounts.alone(account):
            self._store.write(work)

    def matches(self, email: str) -> list[Person]:
        """Everybody with an e-mail address, in all accounts."""
        with self._store.read() as connection:
            return forget.by_email(connection, email)

    def finish(self, accounts: Sequence[str]) -> None:
        """Clean up what a forgetting that was broken off left behind; without an end to it, the next start tries."""
        for account in accounts:
            with contextlib.suppress(ConfigError), self._accounts.alone(account):
                self._clean(account)

    def _preview(
        self, connection: Connection, account: str, candidate: str, carriers: Sequence[Carrier]
    ) -> Forgetting:
        person = forget.person(connection, account, candidate)
        if person is None:
            raise ConfigError(
                f'{account} has no candidate "{candidate}" here.',
                "Look for the id with `atsdesk erase --email ADDRESS`.",
                concerns=candidate,
            )
        return Forgetting(
            person,
            forget.belongings(connection, person, carriers),
            [
                one
                for one in exports.holding(connection, account, candidate, person.first_seen_at)
                if one.format == PUBLISH or Path(one.path).exists()
            ],
            forget.alike(connection, person),
        )

    def _clean(self, account: str) -> tuple[list[str], str]:
        """Remove safety copies that hold somebody forgotten, and write the file anew; the copies, and what failed."""
        removed: list[str] = []
        trouble: list[str] = []
        folder = self._store.path.parent
        for copy in sorted(one for place in KEPT_IN for one in (folder / place).glob("*.db")):
            with self._store.read() as connection:
                held = forgotten.held_in(copy, connection, account)
            if held:
                try:
                    for file in copy.parent.glob(f"{copy.name}*"):
                        file.unlink()
                    removed.append(str(copy))
                except OSError as error:
                    trouble.append(f"The safety copy {copy} could not be removed ({error.strerror}).")
        try:
            self._store.rewrite()
        except DeskError as error:
            trouble.append(f"The file could not be written anew. {error}")
        if not trouble:
            self._store.write(lambda connection: forgotten.cleaned(connection, account, _now()))
            self._store.settle()
        return removed, " ".join(trouble)


def _carriers(ats: str) -> list[Carrier]:
    """The lists of an ATS in whose records people may come."""
    resources = {one.name: one for one in connector(ats).resources if not one.ids_only}
    found: list[Carrier] = []
    for one in resources.values():
        table = resources[one.follow.of].table if one.follow else one.table
        part = one.belongs_to
        found.append(Carrier(one.name, table, part.table if part else "", part.member if part else ""))
    return found


def _now() -> str:
    return spell(dt.datetime.now(dt.UTC))
