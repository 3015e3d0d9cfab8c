"""The figures of a soak, for people."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.soak.measures import MEGABYTE, trend
from tests.soak.soaking import AN_HOUR
from tests.soak.whole import Result


def told(result: Result, seed: int, seconds: float, broken: Sequence[str]) -> Iterator[str]:
    """The table, then what does not hold."""
    rounds = result.rounds
    states = Counter[str]()
    for (_, state), count in result.syncs.items():
        states[state] += count
    yield ""
    yield _line("rounds of five minutes", f"{len(rounds)} (seed {seed}), {len(rounds) / AN_HOUR:.1f} hours")
    yield _line("took", f"{seconds / 60:.1f} minutes, {result.processor_seconds / 60:.1f} of the processor's")
    yield _line("candidates at first", f"{result.candidates} in each sandbox")
    yield _line("secrets in", "a real keyring" if result.keyring else "the environment")
    yield _line("syncs", f"{states.total()}: {_parts(states)}")
    yield _line(
        "events in the sandboxes", f"{result.mischief.happened.total()}: {_parts(result.mischief.happened)}"
    )
    yield _line("requests", f"{result.mischief.requests:,}")
    yield _line("faults met", f"{result.mischief.met.total()}: {_parts(result.mischief.met)}")
    yield _line("acts of a person", f"{result.acts.total()}: {_parts(result.acts)}")
    yield _line("exports", f"{result.outcome.exports}")
    yield f"\n{'':26}{'warm':>12}{'end':>12}{'most':>12}{'an hour':>12}"
    for label, name, unit in (
        ("memory, MB", "memory", MEGABYTE),
        ("descriptors", "descriptors", 1),
        ("threads", "threads", 1),
        ("child processes", "children", 1),
        ("Python objects", "objects", 1),
        ("widgets", "widgets", 1),
        ("WAL, MB", "wal", MEGABYTE),
        ("data file, MB", "database", MEGABYTE),
    ):
        found = trend([getattr(one, name) / unit for one in rounds], AN_HOUR)
        values = (found.warm, found.end, found.most)
        figures = "".join(f"{value:12,.1f}" if unit > 1 else f"{value:12,.0f}" for value in values)
        yield f"{label:26}{figures}{found.per_hour:+12,.1f}"
    yield ""
    yield _line("rows compared", f"{result.compared:,} with a file filled just now")
    yield _line("changes lost", f"{len(result.outcome.lost)}")
    for one in broken:
        yield f"BROKEN  {one}"


def _line(label: str, value: str) -> str:
    return f"{label:26}{value}"


def _parts(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())
