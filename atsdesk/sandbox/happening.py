"""What may happen in an imitation, by kind, and how often each happens when nobody asks for a particular one."""

import random
from collections.abc import Mapping
from typing import Any

Event = dict[str, Any]


class Impossible(Exception):
    """There is nobody left to whom this could happen; the message says so."""


def drawn(chance: random.Random, shares: Mapping[str, int]) -> str:
    """A kind, drawn by its share."""
    return chance.choices(list(shares), list(shares.values()))[0]


def listed(shares: Mapping[str, int], kinds: Mapping[str, int]) -> list[str]:
    """The named kinds one by one; `ValueError` for a name nobody knows."""
    unknown = sorted(set(kinds) - set(shares))
    if unknown:
        raise ValueError(f"There is no event named “{unknown[0]}”; known are: {', '.join(shares)}")
    return [kind for kind, times in kinds.items() for _ in range(times)]
