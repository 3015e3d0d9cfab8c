"""`python -m tests.benchmarks.matching [OWN] [ATS]`: own jobs against an ATS's, with a known truth."""

import sys
import time
from collections.abc import Mapping
from dataclasses import replace

from atsdesk.jobs.known import Key
from atsdesk.jobs.likeness import Suggestion
from atsdesk.jobs.matching import match
from tests.benchmarks.hiring import invent

OWN, ATS = 2_000, 20_000
SECONDS, PRECISION, TOP_3 = 10, 1.0, 0.95
"""The goals."""


def measure(own_count: int = OWN, ats_count: int = ATS) -> None:
    """Print time, precision and recall: with codes as they are, and with titles alone."""
    made = invent(own_count, ats_count)
    print(f"\nMatching {own_count:,} own jobs with {ats_count:,} jobs of an ATS\n")
    print(f"{'':44}{'':>9}{'goal':>8}")
    started = time.perf_counter(), time.process_time()
    matching = match(made.own, made.ats)
    _took("10 % without a code", *started)
    right = sum(made.truth.get(link.own_id) == link.key for link in matching.links)
    linkable = {own.id for own in made.own if own.id in made.truth and (own.code or own.ats_id or own.urls)}
    _line("links", len(matching.links))
    _line("precision of links", right / len(matching.links), f"{PRECISION:.2f}")
    _line("recall of links (of unambiguous ones)", right / len(linkable - made.traps))
    _line(
        "linked in spite of a code on two jobs",
        len(made.traps & {link.own_id for link in matching.links}),
        "0",
    )
    _tops(matching.suggestions, made.truth)

    by_title = [replace(own, code="", ats_id="", urls=()) for own in made.own]
    started = time.perf_counter(), time.process_time()
    titles = match(by_title, made.ats)
    _took("titles alone", *started)
    _tops(titles.suggestions, made.truth)


def _took(what: str, clock: float, processor: float) -> None:
    """The processor's time is what others on the computer do not stretch."""
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    _line(f"seconds, {what}", clock, f"< {SECONDS}")
    _line(f"seconds of the processor, {what}", processor)


def _tops(suggestions: Mapping[str, tuple[Suggestion, ...]], truth: Mapping[str, Key]) -> None:
    """How often the truth is first, and among the first three."""
    wanted = {own_id: key for own_id, key in truth.items() if own_id in suggestions}
    for count, goal in ((1, ""), (3, f"{TOP_3:.2f}")):
        found = sum(key in [one.key for one in suggestions[own_id][:count]] for own_id, key in wanted.items())
        _line(f"truth in the first {count} of {len(wanted):,} suggested", found / len(wanted), goal)


def _line(what: str, value: float, goal: str = "") -> None:
    told = f"{value:,}" if isinstance(value, int) else f"{value:.3f}"
    print(f"{what:44}{told:>9}{goal:>8}")


if __name__ == "__main__":
    measure(*(int(text) for text in sys.argv[1:3]))
