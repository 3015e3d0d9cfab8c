"""The choice of jobs to work on: made, taken back, and what became of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from atsdesk.errors import ConfigError
from atsdesk.jobs.acting import act
from atsdesk.jobs.own import OwnJobs
from atsdesk.store import accounts, browse, exposures
from atsdesk.store.browse import Query
from atsdesk.store.engine import Connection
from atsdesk.store.exposures import Choosable, Done, Event, Key
from atsdesk.store.file import Store
from atsdesk.store.views import View

UNDONE = "Undone."


class Jobs:
    """The jobs of one open data folder."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.own = OwnJobs(store)

    def expose(self, keys: Iterable[Key], why: str = "") -> Done:
        """Choose jobs to work on; those that take no candidates are refused, each with its reason."""
        asked = list(keys)
        return self._store.write(lambda connection: exposures.expose(connection, asked, act(why)))

    def hide(self, keys: Iterable[Key], why: str = "") -> Done:
        """Give jobs up."""
        asked = list(keys)
        return self._store.write(lambda connection: exposures.hide(connection, asked, act(why)))

    def undo(self, batch: int) -> Done:
        """Take an exposing or a hiding back, where nothing was done to the job since."""
        return self._store.write(lambda connection: exposures.undo(connection, batch, act(UNDONE)))

    def all(self, account: str = "", *, exposed: bool = False) -> list[Choosable]:
        """The jobs with how they stand, or those that are `exposed` only.

        Raises `ConfigError` for an account that there is not.
        """
        with self._store.read() as connection:
            return exposures.jobs(connection, _known(connection, account), exposed=exposed)

    def alerts(self, account: str = "") -> list[Event]:
        """What became of chosen jobs and nobody has taken note of, the newest first; raises as `all`."""
        with self._store.read() as connection:
            return exposures.alerts(connection, _known(connection, account))

    def acknowledge(self, keys: Collection[Key]) -> int:
        """Take note of what became of jobs; it stays in their history. How many had something to be noted."""
        return self._store.write(lambda connection: exposures.acknowledge(connection, keys, act()))

    def history(self, account: str = "", job: str = "") -> list[Event]:
        """All that happened to chosen jobs, the newest first."""
        with self._store.read() as connection:
            return exposures.history(connection, account, job)

    def refusal(self, account: str, job: str) -> ConfigError | None:
        """Why nobody may be submitted to a job: it takes no candidates, or nobody chose to work on it."""
        with self._store.read() as connection:
            return exposures.refusal(connection, account, job)

    def like(
        self, account: str, *, department: str = "", location: str = "", recruiter: str = ""
    ) -> list[Key]:
        """The jobs of an account that take candidates and are of a department, a location, a recruiter.

        Raises `ConfigError` where there is none.
        """
        with self._store.read() as connection:
            found = exposures.like(
                connection,
                _known(connection, account),
                department=department,
                location=location,
                recruiter=recruiter,
            )
        if not found:
            raise ConfigError(
                f"{account} has no such job that is open and publishable.",
                f"See what there is: `atsdesk jobs list {account}`.",
                concerns=account,
            )
        return found

    def seen(self, view: View, query: Query, ranges: Sequence[tuple[int, int]] | None = None) -> list[Key]:
        """The jobs that a view shows for what was asked of it: those from first rows to last ones, else all."""
        parts = [(0, -1)] if ranges is None else [(first, last - first + 1) for first, last in ranges]
        bare = replace(view, columns=tuple(column for column in view.columns if column.key == query.sort))
        with self._store.read() as connection:
            return [
                (str(row[0]), str(row[1]))
                for first, count in parts
                for row in browse.rows(connection, bare, query, first, count)
            ]


def _known(connection: Connection, account: str) -> str:
    return accounts.account(connection, account).id if account else ""
