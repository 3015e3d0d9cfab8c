"""Jobs that a pasted text names and that are not here, asked of an ATS that finds many at once, and kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from atsdesk.accounts import Accounts
from atsdesk.ats.kombo.finding import By, find_wanted
from atsdesk.ats.registry import connector
from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, DeskError
from atsdesk.store.accounts import Account
from atsdesk.store.file import Store
from atsdesk.sync.single import Rereading

if TYPE_CHECKING:  # what compares titles takes a while to load, and is seldom needed
    from atsdesk.jobs.pasting import Pasted

ASKED = "kombo"
"""The system whose list of jobs takes many ids and codes in one request; the others are only read whole."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of asking one account: how many jobs it has, or why it could not be asked."""

    account: str
    jobs: int = 0
    error: DeskError | None = None


class Asking:
    """What is asked of ATSs about jobs, for one open data folder."""

    def __init__(self, store: Store, accounts: Accounts) -> None:
        self._store = store
        self._accounts = accounts

    def askable(self, pasted: "Pasted", account: str = "") -> list[str]:
        """What was not found in a text and may be in an ATS, as it is to be asked for; `account` is the only one."""
        from atsdesk.jobs import pasting

        return pasting.askable(pasted) if self._able(account) else []

    def ask(self, texts: Iterable[str], account: str = "", *, cancel: Cancel | None = None) -> list[Answered]:
        """Ask for the jobs that these texts name, in as few requests as the ATS allows, and keep those that it has.

        Slow. An account that could not be asked says so in its answer. Raises `Cancelled`; what came before stays.
        """
        from atsdesk.jobs import pasting

        wanted, cancel = pasting.to_ask(texts), cancel or Cancel()
        return [self._ask(one, wanted, cancel) for one in self._able(account)] if wanted else []

    def _able(self, account: str) -> list[Account]:
        return [one for one in self._accounts.all() if one.ats == ASKED and account in ("", one.id)]

    def _ask(self, one: Account, wanted: Mapping[By, list[str]], cancel: Cancel) -> Answered:
        try:
            line = self._accounts.line(one, cancel)
            with self._accounts.alone(one.id):
                reading = Rereading(self._store, connector(one.ats), one, line)
                return Answered(one.id, reading.take_in("jobs", partial(find_wanted, wanted=wanted)))
        except Cancelled:
            raise
        except DeskError as error:
            return Answered(one.id, error=error)
