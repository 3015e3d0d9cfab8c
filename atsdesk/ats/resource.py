"""What a connector is made of. Each list an ATS serves is declared once; one driver serves them all."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, Self, runtime_checkable

import msgspec

from atsdesk.ats.kind import Kind, Setting, whole_number
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.net.answer import Answer, Patience
from atsdesk.rows import BelongsTo, Fill, Item, Rejected, Rows, Shape

if TYPE_CHECKING:
    from atsdesk.net.client import Client


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the ATS's time, both ends as `2026-03-01T08:00:00Z`; "" is open."""

    after: str
    before: str


class Bounds(Protocol):
    """How a list is asked for what changed, or was created, within a window."""

    def query(self, window: Window) -> dict[str, str]:
        """Query parameters; none for a window that is open at both ends."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Two parameters, one for each end."""

    after: str
    before: str

    def query(self, window: Window) -> dict[str, str]:
        pairs = ((self.after, window.after), (self.before, window.before))
        return {name: value for name, value in pairs if value}


@dataclass(frozen=True, slots=True)
class Since:
    """One parameter: a list that knows no other end than now."""

    after: str

    def query(self, window: Window) -> dict[str, str]:
        return {self.after: window.after} if window.after else {}


class Whole:
    """No parameter: a list that is read whole each time; what did not change costs no write."""

    def query(self, window: Window) -> dict[str, str]:
        return {}


WHOLE = Whole()


@dataclass(frozen=True, slots=True)
class Reach:
    """How a full pass leaves out what is older than the day from which on an account reads."""

    asked: Bounds
    """Asks for what is not older."""
    member: str
    """Member of a record with the moment that this goes by: what is older is not taken for gone."""


Get = Callable[[str, Mapping[str, str] | None], bytes]
"""GETs a path with query parameters and returns the JSON's bytes.

Raises `DataError` for an object that the ATS no longer has, and what a request may raise.
"""


@dataclass(frozen=True, slots=True)
class Follow:
    """A resource whose records are read one by one, each for a record of another: details that a list leaves out.

    They are read for the records that are new or changed since, the newest first.
    """

    of: str
    """The other resource."""
    fetch: Callable[[Item, Get], bytes]
    """The JSON object to keep for a record, put together from as many requests as it takes; has the same id."""
    batch: int = 20
    """Records in one transaction."""
    again: dt.timedelta = dt.timedelta()
    """Those for whose row `t` the SQL condition `again_while` holds are read again after this long: nothing tells when
    they change."""
    again_while: str = ""
    gone_is_final: bool = True
    """That the ATS no longer has the object means that it no longer has the record it belongs to."""


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
    changed: Bounds = WHOLE
    """The filter for what changed within a window."""
    changed_otherwise: Bounds | None = None
    """Asked with where the ATS does not understand `changed`."""
    created: Filter | None = None
    """The filter that cuts a first load into months; without one it is read in a single pass."""
    reach: Reach | None = None
    """It can leave out what is older; without one it is read whole, whatever the account says."""
    brings: Mapping[str, str] = field(default_factory=dict)
    """By column of `table`: another list, which leaves out what is older. What is named there and is not here is asked
    for by its id."""
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
    belongs_to: BelongsTo | None = None
    """Its rows are parts of rows that come in another list, which is read before."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """By owned table: the table of the owners, where it is not the first that the owned table declares."""
    goes_alone: bool = False
    """Of candidates: their applications have a list of their own, which says itself what is gone."""
    follow: Follow | None = None
    """It is read record by record."""
    single: Callable[[Sequence[str]], tuple[str, dict[str, str]]] | None = None
    """Path and query that ask for single records by their ids; `most_ids` at once."""
    most_ids: int = 1
    asked_by: Mapping[str, str] = field(default_factory=dict)
    """By column of `table`: the query parameter that asks for the records which name a row there."""
    load: Callable[["Client", "Line"], "Page"] | None = None
    """It takes more than a GET: everything it holds at once, as one page."""
    glance: Callable[["Client", "Line"], "Page"] | None = None
    """What tells whether `load` would be let in, where that takes long."""
    every: dt.timedelta | Callable[[Mapping[str, str]], dt.timedelta] = dt.timedelta()
    """It is read at most so often; may depend on the account's settings."""
    applies: Callable[[Mapping[str, str]], bool] = lambda settings: True
    """Whether an account with these settings could read it at all."""
    owns: Mapping[str, str] = field(default_factory=dict)
    """Entities that come whole with a record, by table: the column that names the record, or a row of a table before.

    Those that no longer come are gone, and all of them go with the record."""
    completes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """By table: another resource that knows better, and the column that holds the id of its record.

    Where that record is known, a row only fills in what is blank, and owned rows are left to it."""
    chosen: bool = True
    """It is read unless it is left out; otherwise only where it is included."""
    why: str = ""
    """Why it is not read by itself, for whoever thinks of including it."""

    @property
    def brings_people(self) -> bool:
        """Candidates come with their applications only, so that they go with the last of them."""
        return self.table == "applications" and "candidates" in self.shape


INCLUDE, LEAVE_OUT = "include", "leave_out"
"""Settings of every account: names of resources, separated by commas."""


def chosen(resources: Sequence[Resource], settings: Mapping[str, str]) -> tuple[Resource, ...]:
    """The resources that an account reads. One that follows another is not read without it."""
    wanted, unwanted = names_in(settings.get(INCLUDE, "")), names_in(settings.get(LEAVE_OUT, ""))
    found = [
        one
        for one in resources
        if one.name not in unwanted and (one.chosen or one.name in wanted) and one.applies(settings)
    ]
    names = {one.name for one in found}
    return tuple(one for one in found if not one.follow or one.follow.of in names)


def names_in(text: str) -> set[str]:
    """Names separated by commas."""
    return {name.strip() for name in text.split(",") if name.strip()}


def choice_of(resources: Sequence[Resource]) -> tuple[Setting, Setting]:
    """The two settings with which an account chooses among resources."""
    names = [one.name for one in resources]

    def check(key: str, text: str) -> None:
        if unknown := names_in(text) - set(names):
            raise ConfigError(
                f'The setting {key} names "{", ".join(sorted(unknown))}", which is no list of this system.',
                f"The lists are: {', '.join(names)}.",
                concerns=key,
            )

    off = ", ".join(one.name for one in resources if not one.chosen) or "none"
    return (
        Setting(INCLUDE, f"Lists to read that are off by themselves ({off}), separated by commas.", check),
        Setting(LEAVE_OUT, "Lists not to read, separated by commas.", check),
    )


Apart = Callable[[], tuple[Sequence[Item], Sequence[Rejected]]]
"""Tells records apart: those of a page, and what is none. Asked twice, it remembers."""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a list: its records, not decoded, and where the next page is.

    They are told apart when somebody asks for them: the next page may be on its way by then.
    """

    apart: Apart
    next: str

    @classmethod
    def of(cls, items: Sequence[Item]) -> Self:
        """A page that is all there is."""
        return cls(lambda: (items, ()), "")

    @property
    def items(self) -> Sequence[Item]:
        return self.apart()[0]

    @property
    def rejected(self) -> Sequence[Rejected]:
        """What was not even an object with an id."""
        return self.apart()[1]


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


@dataclass(frozen=True, slots=True)
class Readiness:
    """What an ATS says of an account before its lists are read."""

    stale: str = ""
    """Why everything has to be read again; "" where it need not."""
    basis: Mapping[str, str] = field(default_factory=dict)
    """What all that is read rests on, by name, without secrets: where any of it is another than at the last run,
    everything has to be read again."""
    empty: Mapping[str, str] = field(default_factory=dict)
    """What it means, in a sentence, that a resource holds nothing, where it would surprise."""
    hidden: Mapping[str, str] = field(default_factory=dict)
    """Resources that are not to be had now, each with the reason in a sentence."""
    health: Mapping[str, str] = field(default_factory=dict)
    """What it tells of the connection itself, by name, to show with the account."""
    files: bytes = b""
    """What it tells of the files that it takes, for the form's `told_law`; b"" where it tells nothing now."""


@runtime_checkable
class Refreshing(Protocol):
    """What a connector also is whose ATS stands behind a cache that can be asked to renew itself."""

    def ask_refresh(self, client: "Client", line: Line, full: bool) -> str:
        """Ask for fresh data, of everything when `full`; says in a sentence what came of it. A person's wish only."""


class Connector(Protocol):
    """One vendor. Everything it does over HTTP goes through the client it makes."""

    @property
    def kind(self) -> Kind: ...

    @property
    def resources(self) -> tuple[Resource, ...]:
        """Its lists, in the order in which they are read."""

    @property
    def overlap(self) -> dt.timedelta:
        """How far before the last window a new one begins."""

    @property
    def fills(self) -> tuple[Fill, ...]:
        """Columns that one list leaves to another, filled in when a run has ended."""

    @property
    def origins(self) -> Mapping[str, str]:
        """Where columns come from, for the data dictionary: by `table.column`, or by column."""

    def client(self, line: Line) -> "Client":
        """A client for one account."""

    def prepare(self, client: "Client", line: Line) -> Readiness:
        """Asked before the lists. Raises `NotReadyError` where the ATS is still setting the account up."""

    def query(self, resource: Resource, line: Line) -> dict[str, str]:
        """Query parameters of a first page, besides the window's."""

    def read(self, resource: Resource, answer: Answer) -> Page:
        """The page an answer holds; raises the error it stands for."""

    def one(self, resource: Resource, answer: Answer) -> Page:
        """The records in an answer to `Resource.single`; raises the error it stands for, `GoneError` for none."""

    def body(self, resource: Resource, answer: Answer) -> bytes:
        """The JSON of an answer that is no list, as a followed record's; raises the error it stands for."""
