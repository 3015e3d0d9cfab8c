"""Answers as a vendor might give them some day: records as they are, some of them changed at random."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Place = tuple[Any, Any]
"""An object or a list, and the member of it."""

STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**53 + 1, 2**64, 10**30, 1e308, float("nan"), float("inf"), 0.1,
    "", " ", "null", "NaN", "0", "x" * 100_000, "\ud800", "\x00", "a\u202eb", "e\u0301", "שלום", "=1+1",
    "<script>alert(1)</script>", "quantum_hold", "2999-01-01T00:00:00Z", "0001-01-01", "2026-02-30T25:61:00Z",
    "20:00", "-1", "1e9", "http://[", "../../etc", [], {}, [None], [[]], [{}], {"": None}, {"id": {}}, [1, "a", {}],
)  # fmt: skip
"""Values that stand in for whatever a member held: of other types, too large, of no sense."""


def places(record: Any) -> Iterator[Place]:
    """Every member of a record, however deep."""
    members = list(record.items()) if isinstance(record, dict) else list(enumerate(record))
    for name, value in members:
        yield record, name
        if isinstance(value, dict | list):
            yield from places(value)


def replaced(rng: random.Random, holder: Any, name: Any) -> None:
    holder[name] = copy.deepcopy(rng.choice(STRANGE))


def removed(rng: random.Random, holder: Any, name: Any) -> None:
    del holder[name]


def wrapped(rng: random.Random, holder: Any, name: Any) -> None:
    holder[name] = rng.choice(([holder[name]], {"value": holder[name]}, [holder[name]] * 40))


def spelt(rng: random.Random, holder: Any, name: Any) -> None:
    """The same value as another type."""
    value = holder[name]
    holder[name] = rng.choice((str(value), f" {value} ", str(value).upper(), len(str(value))))


def deepened(rng: random.Random, holder: Any, name: Any) -> None:
    deep: Any = holder[name]
    for _ in range(rng.choice((5, 60))):
        deep = [deep] if rng.random() < 0.5 else {"more": deep}
    holder[name] = deep


def doubled(rng: random.Random, holder: Any, name: Any) -> None:
    """Twice the same in a list, or a new member with the value of another."""
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[name]))
    else:
        holder[f"{name}_novel"] = copy.deepcopy(holder[name])


def moved(rng: random.Random, holder: Any, name: Any) -> None:
    """Two members change places."""
    names = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    other = rng.choice(names)
    holder[name], holder[other] = holder[other], holder[name]


def truncated(rng: random.Random, holder: Any, name: Any) -> None:
    if isinstance(holder[name], str):
        holder[name] = holder[name][: rng.randint(0, len(holder[name]))]
    else:
        replaced(rng, holder, name)


KINDS: tuple[Callable[[random.Random, Any, Any], None], ...] = (
    replaced, replaced, replaced, removed, wrapped, spelt, deepened, doubled, moved, truncated,
)  # fmt: skip


def mutated(rng: random.Random, record: dict[str, Any]) -> bytes:
    """A record with one to four things changed; now and then its bytes too, so that they may be no JSON."""
    changed = copy.deepcopy(record)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        if found := list(places(changed)):
            rng.choice(KINDS)(rng, *rng.choice(found))
    body = json.dumps(changed, ensure_ascii=rng.random() < 0.8).encode(errors="surrogatepass")
    if rng.random() < 0.1 and body.startswith(b"{") and len(body) > 2:  # the same member twice
        body = b'{"%b": 1, ' % rng.choice([name.encode() for name in record]) + body[1:]
    return body


@dataclass(frozen=True)
class Mixed:
    """A page in which some records are as they were."""

    body: bytes
    good: dict[str, bytes]
    """By id, as they are kept."""
    mutations: int


def mix(rng: random.Random, held: dict[str, bytes], key: str, envelope: str) -> Mixed:
    """A page of a list made of some of its records, about half of them mutated."""
    chosen = rng.sample(sorted(held), min(len(held), 12))
    spoilt = set(chosen[: max(1, len(chosen) // 2)])
    parts = [mutated(rng, json.loads(held[one])) if one in spoilt else held[one] for one in chosen]
    rng.shuffle(parts)
    array = b"[" + b",".join(parts) + b"]"
    body = b"%b" % array if not envelope else b'{"%b": %b}' % (envelope.encode(), array)
    return Mixed(body, {one: held[one] for one in chosen if one not in spoilt}, len(spoilt))
