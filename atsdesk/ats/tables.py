"""What a connector makes of a file that somebody downloaded from its ATS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from atsdesk.ats.resource import Resource
from atsdesk.rows import Item


@dataclass(frozen=True, slots=True)
class FileTable:
    """A file that was read."""

    service: str
    """Which of the ATS's tables it is; "" where no column tells."""
    columns: Mapping[str, str]
    """Column of the table by header."""
    choices: Sequence[str]
    """All columns of the table."""
    unknown: Sequence[str]
    """Headers that stand for none."""
    suggestions: Mapping[str, str]
    """What unknown headers may stand for."""
    rows: Sequence[Mapping[str, Any]]
    items: Sequence[Item]
    problems: Sequence[str]
    """What keeps it from being imported, in sentences."""


class Importer(Protocol):
    """How files of one ATS are read."""

    def tables(self) -> Sequence[str]: ...

    def remembered(self, settings: Mapping[str, str]) -> dict[str, str]: ...

    def check(self, service: str, mapping: Mapping[str, str]) -> None: ...

    def read(self, data: bytes, service: str, mapping: Mapping[str, str]) -> FileTable: ...

    def resource(self, service: str) -> Resource: ...
