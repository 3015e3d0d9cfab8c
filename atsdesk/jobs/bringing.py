"""A list of own jobs from a file: looked at first, then taken in by one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from atsdesk.errors import ConfigError
from atsdesk.store import own_jobs
from atsdesk.store.engine import Connection

if TYPE_CHECKING:  # what reads spreadsheets takes a while to load
    from atsdesk.jobs.feeds import FeedRow, Preview

SAMPLES = 20


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    AS_BEFORE = "as before"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Looked:
    """What importing a list would do; nothing is written yet."""

    source: str
    preview: "Preview"
    outcomes: Sequence[Outcome]
    """One for each row of the preview."""
    samples: Sequence[Mapping[str, str]]
    """The first rows as they are in the file, by header."""

    def count(self, outcome: Outcome) -> int:
        return sum(one is outcome for one in self.outcomes)

    @property
    def choices(self) -> dict[str, str]:
        """What every header stands for, "" for those that are left out: to be remembered."""
        return {header: self.preview.mapping.get(header, "") for header in self.preview.headers}


def look(
    connection: Connection,
    path: Path,
    mapping: Mapping[str, str] | None,
    sheet: str,
    header_row: int | None,
) -> Looked:
    """Look at a file, its headers read as they were last where nothing else is said.

    Raises `ConfigError` for one that cannot be read, `DataError` for one that is no list.
    """
    from atsdesk.jobs import feeds

    raw = feeds.read(_bytes(path), sheet=sheet, header_row=header_row)
    before = own_jobs.remembered(connection, list(raw.headers))
    preview = feeds.preview(raw, before | dict(mapping or {}))
    there = own_jobs.known(connection, path.name)
    outcomes = [_outcome(row, there) for row in preview.rows]
    return Looked(path.name, preview, outcomes, [row.values for row in raw.rows[:SAMPLES]])


def _outcome(row: "FeedRow", there: Mapping[str, tuple[int, dict[str, str]]]) -> Outcome:
    if row.is_kept_out:
        return Outcome.LEFT_OUT
    fields = {name: (row.fields.get(name) or "").strip() for name in own_jobs.FIELDS}
    _, before = there.get(own_jobs.identity(fields), (0, None))
    if before is None:
        return Outcome.NEW
    return Outcome.AS_BEFORE if before == fields else Outcome.CHANGED


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"{path} cannot be read ({(error.strerror or str(error)).lower()}).",
            "Check the path, and close the program that has it open.",
            concerns=str(path),
        ) from error
