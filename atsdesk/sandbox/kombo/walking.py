"""How far an application comes, and which jobs could be applied for."""

import random
from bisect import bisect
from itertools import accumulate

from msgspec import Struct

from atsdesk.sandbox.kombo import catalog, times
from atsdesk.sandbox.kombo.company import HISTORY, Opening

WEEK = 7 * times.DAY


class Walk(Struct):
    """How far an application came."""

    outcome: str
    stage: int
    since: int
    updated: int
    reason: str | None = None
    meetings: list[tuple[int, int]] = []  # stage, when
    offer: tuple[int, str] | None = None


def walk(rng: random.Random, opening: Opening, created: int, now: int) -> Walk:
    """From the application to the end, or to `now`."""
    chance = rng.random
    way = Walk("PENDING", 0, created, created, meetings=[])
    at = created
    last = len(opening.flow) - 1
    for ordinal, stage in enumerate(opening.flow):
        way.stage, way.since = ordinal, at
        end = at + int((0.2 + rng.expovariate(0.3)) * stage.days * times.DAY * (15 if chance() < 0.04 else 1))
        if opening.closed <= min(end, now):
            way.outcome, way.reason = "DECLINED", catalog.REASONS[3]
            way.updated = max(opening.closed, at)
            return way
        if ordinal == last:
            way.outcome, way.updated = "HIRED", min(at + int(chance() * 3 * times.DAY), now)
            return way
        offered = stage.name in catalog.OFFER_STAGES
        if end > now:
            if stage.meeting and chance() < 0.7:
                way.meetings.append((ordinal, end))
            if offered:
                way.offer = at, ("DRAFT", "APPROVED", "SENT")[int(chance() * 3)]
            way.updated = at + int(chance() * (now - at))
            return way
        if stage.meeting:
            way.meetings.append((ordinal, end - times.HOUR))
        passed = chance() < stage.passes
        if offered:
            way.offer = at, "ACCEPTED" if passed else ("DECLINED", "ABANDONED")[int(chance() * 2)]
        at = end
        if not passed:
            way.outcome, way.updated = "DECLINED", min(at + int(chance() * 2 * times.DAY), now)
            way.reason = catalog.REASONS[int(chance() * 8)] if chance() < 0.85 else None
            return way
    return way


class Calendar:
    """Which jobs could be applied for in a given week, and how often each was chosen."""

    def __init__(self, openings: list[Opening], now: int) -> None:
        self._start = now - HISTORY
        self._weeks: list[tuple[list[Opening], list[float]]] = []
        for week in range(HISTORY // WEEK + 1):
            at = self._start + week * WEEK
            there = [one for one in openings if one.opened <= at and one.closed > at + WEEK]
            self._weeks.append((there, list(accumulate(one.weight for one in there))))

    def choose(self, rng: random.Random, at: int) -> Opening:
        """A job that took applications at that time."""
        there, weights = self._weeks[min(max(at - self._start, 0) // WEEK, len(self._weeks) - 1)]
        return there[bisect(weights, rng.random() * weights[-1])]
