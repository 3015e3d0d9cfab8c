"""What a connector is made of. Each list an ATS serves is declared once; one driver serves them all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.net.answer import Answer, Patience
from atsdesk.rows import Item, Rejected, Rows, Shape

if TYPE_CHECKING:
    from atsdesk.net.client import Client


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the ATS's time, both ends as `2026-03-01T08:00:00Z`; "" is open."""

    after: str
    before: str


@dataclass(frozen=True, slots=True)
class Filter:
    """The two query parameters that bound a window."""

    after: str
    before: str

    def query(self, window: Window) -> dict[str, str]:
        pairs = ((self.after, window.after), (self.before, window.before))
        return {name: value for name, value in pairs if value}


@dataclass(frozen=True, slots=True)
class Resource:
    """One list that an ATS serves.

    `shape` names the tables and columns its rows go to; `table` is the one whose ids are the records' ids.
    """

    name: str
    label: str
    path: str
    envelope: str
    """Name of the list inside the answer; "" for a bare array."""
    key: str
    """Name of the id inside a record."""
    table: str
    shape: Shape
    rows: Callable[[Any, Rows], None]
    """Adds what one decoded record holds; wrong values of its own become `Odd`."""
    record: type[msgspec.Struct]
    """The typed form of a record; one that does not fit is set aside."""
    changed: Filter
    """The filter for what changed within a window."""
    created: Filter | None = None
    """The filter that cuts a first load into months; without one it is read in a single pass."""
    permission: str = ""
    """What the ATS calls the permission this list needs."""
    optional: Mapping[str, str] = field(default_factory=dict)
    """Members that a missing permission silently removes, and the permission's name."""
    ids_only: bool = False
    """The list holds nothing but ids of what was deleted from `table`."""
    deletes: str = ""
    """The resource whose records such ids are."""
    swept: bool = True
    """A full pass sees all that exists, so what it does not see is gone."""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a list: its records, not decoded, and where the next page is."""

    items: Sequence[Item]
    next: str
    rejected: Sequence[Rejected] = ()
    """What was not even an object with an id."""


@dataclass(frozen=True, slots=True)
class Field:
    """A secret or setting that an account needs, and where a person finds it."""

    key: str
    label: str
    where_to_find: str
    secret: bool = True


def any_text(name: str, text: str) -> None:
    """Every value of a setting will do."""


def whole_number(name: str, text: str, least: int = 0) -> int:
    """A setting's value as a number; raises `ConfigError` where it is none, or too small."""
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least):
        raise ConfigError(
            f'The setting {name} is "{text}", which is not a whole number{f" from {least}" if least else ""}.',
            "Set it to a number, or leave it out for the usual one.",
            concerns=name,
        )
    return int(text)


def counting_number(name: str, text: str) -> int:
    """A number from 1."""
    return whole_number(name, text, 1)


def time_zone(name: str, text: str) -> None:
    """Raises `ConfigError` where a setting names no time zone."""
    from zoneinfo import ZoneInfo  # needed when an account is added, and a window can open without it

    try:
        ZoneInfo(text)
    except (ValueError, OSError, LookupError):
        raise ConfigError(
            f'The setting {name} is "{text}", which is not a time zone.',
            "Name it by continent and city, like Asia/Jerusalem, or leave it out for UTC.",
            concerns=name,
        ) from None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an account may set, and need not."""

    key: str
    meaning: str
    check: Callable[[str, str], object] = any_text
    """Takes the key and a value; raises `ConfigError` for an unusable one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """An ATS as the connect dialog shows it."""

    key: str
    label: str
    base_url: str
    fields: tuple[Field, ...]
    note: str = ""
    settings: tuple[Setting, ...] = ()

    def check_settings(self, given: Mapping[str, str]) -> dict[str, str]:
        """The settings that say something; raises `ConfigError` for unknown ones and unusable values."""
        checks = {field.key: any_text for field in self.fields if not field.secret}
        known = {**checks, **{setting.key: setting.check for setting in self.settings}}
        said = {key: value.strip() for key, value in given.items() if value.strip()}
        for key in given:
            if key not in known:
                names = ", ".join(known)
                raise ConfigError(
                    f'{self.label} has no setting "{key}".',
                    f"The settings are: {names}." if names else "Leave it out: there are no settings.",
                    concerns=key,
                )
        for key, value in said.items():
            known[key](key, value)
        return said


@dataclass(frozen=True, slots=True)
class Line:
    """One account as its connector sees it: where to call, with what, and how long to try."""

    base_url: str
    settings: Mapping[str, str]
    secrets: Mapping[str, str] = field(repr=False)
    cancel: Cancel
    waiting: Callable[[float], None]
    """Told the seconds still to wait for the ATS's limit, and 0 when the wait is over."""
    patience: Patience

    def number(self, name: str, default: int) -> int:
        """A whole number among the settings; raises `ConfigError` where it is none."""
        text = self.settings.get(name, "")
        return whole_number(name, text) if text else default


class Connector(Protocol):
    """One vendor. Everything it does over HTTP goes through the client it makes."""

    @property
    def kind(self) -> Kind: ...

    @property
    def resources(self) -> tuple[Resource, ...]:
        """Its lists, in the order in which they are read."""

    def client(self, line: Line) -> "Client":
        """A client for one account."""

    def query(self, resource: Resource, line: Line) -> dict[str, str]:
        """Query parameters of a first page, besides the window's."""

    def read(self, resource: Resource, answer: Answer) -> Page:
        """The page an answer holds; raises the error it stands for."""
