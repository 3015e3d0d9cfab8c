"""What the process has of everything, round by round, and whether that stays as it was."""

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression, median

import psutil
from PySide6.QtWidgets import QApplication

MEGABYTE = 1_000_000
PAGE = os.sysconf("SC_PAGE_SIZE")
GROWTH = 0.10
"""Memory may be so much larger at the end than after the warm-up."""
MORE = 6
"""Descriptors and threads that may be more at the end: two reading connections more or less are no leak."""
MOST = {"descriptors": 70, "threads": 20, "children": 8}
"""At rest, however short the run."""
WAL_LIMIT = 64 * MEGABYTE + 16 * MEGABYTE
"""It is brought back into the file at 64 MB, by the transaction that passes that."""


@dataclass(frozen=True)
class Measures:
    """The process at rest."""

    memory: int
    """Bytes resident."""
    descriptors: int
    threads: int
    children: int
    objects: int
    """That Python's search for cycles knows."""
    widgets: int
    wal: int
    database: int


def measure(database: Path) -> Measures:
    """Now, after what nobody holds any more is gone."""
    gc.collect()
    wal = database.with_name(database.name + "-wal")
    return Measures(
        memory=int(Path("/proc/self/statm").read_text().split()[1]) * PAGE,
        descriptors=len(list(Path("/proc/self/fd").iterdir())),
        threads=len(list(Path("/proc/self/task").iterdir())),
        children=len(psutil.Process().children(recursive=True)),
        objects=len(gc.get_objects()),
        widgets=len(QApplication.allWidgets()),
        wal=wal.stat().st_size if wal.exists() else 0,
        database=database.stat().st_size,
    )


@dataclass(frozen=True)
class Trend:
    """One measure over all rounds."""

    warm: float
    """In the middle, after the warm-up."""
    end: float
    """In the middle, of the last rounds."""
    most: float
    per_hour: float

    @property
    def growth(self) -> float:
        return self.end / self.warm - 1 if self.warm else 0.0


def trend(values: Sequence[float], an_hour: int) -> Trend:
    """Leaves the warm-up out: an eighth of the rounds. `an_hour` is how many rounds make one."""
    eighth = max(1, len(values) // 8)
    after = values[eighth:] or values
    slope = linear_regression(range(len(after)), after).slope if len(after) > 1 else 0.0
    return Trend(median(after[:eighth]), median(after[-eighth:]), max(after), slope * an_hour)


def broken(rounds: Sequence[Measures], an_hour: int, *, whole: bool) -> list[str]:
    """The limits that do not hold; a run of a few rounds is too short to tell of growth."""
    says = []
    memory = trend([one.memory for one in rounds], an_hour)
    if whole and memory.growth > GROWTH:
        says.append(f"memory grew by {memory.growth:.0%}")
    for name in ("descriptors", "threads", "children"):
        found = trend([getattr(one, name) for one in rounds], an_hour)
        if found.most > MOST[name]:
            says.append(f"{name}: {found.most:g}")
        if whole and found.end > found.warm + MORE:
            says.append(f"{name}: {found.warm:g} after the warm-up, {found.end:g} at the end")
    if max(one.wal for one in rounds) > WAL_LIMIT:
        says.append("the WAL was not brought back into the file")
    return says
