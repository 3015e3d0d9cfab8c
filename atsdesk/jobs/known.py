"""The jobs of both sides, and how they are spoken of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Key(NamedTuple):
    """Names one ATS job among those of all accounts."""

    account_id: str
    id: str


@dataclass(frozen=True, slots=True)
class AtsJob:
    """A job as an account holds it."""

    account_id: str
    id: str
    title: str
    code: str = ""
    """Requisition code, the ATS's own word for the job."""
    other_ids: tuple[str, ...] = ()
    """What else names it, such as the id that the system behind Kombo has."""
    urls: tuple[str, ...] = ()
    """Its pages: in the ATS, on the careers site, its posts."""
    location: str = ""
    department: str = ""
    is_open: bool = True

    @property
    def key(self) -> Key:
        return Key(self.account_id, self.id)


@dataclass(frozen=True, slots=True)
class OwnJob:
    """A job as it is known outside of the ATS."""

    id: str
    title: str
    code: str = ""
    """What its owner has for the ATS's code: a requisition or reference number."""
    ats_id: str = ""
    urls: tuple[str, ...] = ()
    location: str = ""
    department: str = ""
    account_id: str = ""
    """The only account it can be in; "" where that is open."""


class By(StrEnum):
    """By what two jobs are taken for the same, the surest first (Choosing/matching jobs, CONFIRMED for the order)."""

    PERSON = "person"
    ID = "id"
    CODE = "code"
    URL = "url"
    TITLE = "title"
