"""Candidates whose time is over: found, shown, and forgotten as anybody is who asks for it. Off unless it is chosen."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from atsdesk.ats.moments import spell
from atsdesk.care import Care
from atsdesk.errors import ConfigError
from atsdesk.forgetting import Forgetter, Forgotten
from atsdesk.store import retention
from atsdesk.store.file import Store
from atsdesk.store.retention import Outdated

A_DAY = dt.timedelta(days=1)
SUSPICIOUS = 0.2
"""The share of all candidates over which nobody is erased without a person having looked."""
FEW = 10
"""So many may go at once however few there are."""
MOST_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Purged:
    """What came of a purge that nobody was asked about."""

    people: int
    held: int
    """How many it would have been, where they were too many to go unseen."""
    unfinished: str = ""

    @property
    def sentence(self) -> str:
        if self.held:
            return (
                f"{self.held:,} candidates are to be erased by the time that was chosen, which is a large share."
                " Look at them first: Settings, Data, or `atsdesk purge --dry-run`."
            )
        done = f"{self.people:,} candidates of whom nothing was heard for long were erased, as was chosen."
        return f"{done} {self.unfinished}".strip()


class RetentionTime:
    """The time for which the people of one open data folder are kept."""

    def __init__(self, store: Store, care: Care, forgetter: Forgetter) -> None:
        self._store, self._care, self._forgetter = store, care, forgetter

    def outdated(self, months: int) -> list[Outdated]:
        """The candidates without an active application of whom nothing was heard for so many months. Slow."""
        if not 1 <= months <= MOST_MONTHS:
            raise ConfigError(f"{months} is no time in months.", f"Give a number from 1 to {MOST_MONTHS}.")
        before = months_before(dt.datetime.now(dt.UTC), months)
        with self._store.read() as connection:
            return retention.outdated(connection, spell(before))

    def purge(self, people: Sequence[Outdated]) -> list[Forgotten]:
        """Forget these people; raises as `Forgetter.forget_all` does. Slow."""
        done: list[Forgotten] = []
        for account in dict.fromkeys(one.account for one in people):
            done += self._forgetter.forget_all(account, [one.id for one in people if one.account == account])
        return done

    def keep_up(self) -> Purged | None:
        """Once a day, forget whose time is over, where that was chosen; None where there was nothing to do. Slow."""
        chosen, now = self._care.chosen(), dt.datetime.now(dt.UTC)
        if not (chosen.months and chosen.by_itself):
            return None
        if chosen.purged_at and chosen.purged_at > spell(now - A_DAY):
            return None
        self._care.choose(replace(chosen, purged_at=spell(now)))
        people = self.outdated(chosen.months)
        if not people:
            return None
        with self._store.read() as connection:
            everybody = retention.people(connection)
        if len(people) > max(FEW, everybody * SUSPICIOUS):
            return Purged(0, len(people))
        done = self.purge(people)
        return Purged(len(done), 0, " ".join(dict.fromkeys(one.unfinished for one in done if one.unfinished)))


def months_before(moment: dt.datetime, months: int) -> dt.datetime:
    """The same day so many months earlier, or the last one of that month."""
    index = moment.year * 12 + moment.month - 1 - months
    year, month = index // 12, index % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return moment.replace(year=year, month=month, day=min(moment.day, last))
