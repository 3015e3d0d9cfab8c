"""What a sync test works with: a sandbox, the desk that is synced from it, and the rows in its file."""

import contextlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from atsdesk.ats.resource import Connector, Resource, chosen
from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.net.answer import Patience
from atsdesk.store.file import open_reader
from atsdesk.store.ledger import Issue, ResourceReport, RunReport
from atsdesk.store.tables import OURS, SYNCED, TABLES, Table
from atsdesk.sync.driver import Progress, Watcher

ACCOUNT = "acme"
PAGE_SIZE = 10
QUICK = Patience(first_pause=0.01, longest_pause=0.05, read=5.0, whole_answer=10.0, tries=3)
NOT_THE_ATS_S = {"pk", *(column.name for column in OURS)}
"""Columns that depend on when and in which order rows came."""

Row = dict[str, Any]


@dataclass(frozen=True)
class ApplicationTruth:
    """An application as the sandbox has it; `steps` holds the stages' ids by state, in order."""

    candidate_id: str
    job_id: str
    status_raw: str
    steps: Mapping[str, list[str]]


@dataclass(frozen=True)
class Truth:
    """What a complete copy holds. `unsaid` are gone without a word of the ATS: only a full pass finds them."""

    applications: Mapping[str, ApplicationTruth]
    jobs: Mapping[str, str]
    gone: frozenset[str]
    unsaid: frozenset[str] = frozenset()
    people: frozenset[str] | None = None
    """All candidates, where there may be some without an application."""


@dataclass(frozen=True)
class System:
    """All that the standard set has to know of one connector."""

    connector: Connector
    start: Callable[..., contextlib.AbstractContextManager[Any]]
    """Starts a sandbox without limits: `base_url`, `settings`, `secrets` and `control`, as every sandbox has."""
    truth: Callable[[Any], Truth]
    served: Callable[[Any], Mapping[str, Mapping[str, Any]]]
    """The decoded records a sandbox serves now, by resource and id, without links that expire."""
    main: str
    """The resource whose records are applications."""
    settings: Mapping[str, str] = field(
        default_factory=lambda: {"requests_per_minute": "0", "page_size": str(PAGE_SIZE)}
    )
    candidates: int = 50
    asides: int = 0
    """Requests of each sync besides those for lists."""
    beforehand: int = 0
    """Requests that only the first sync needs besides."""
    observes: bool = False
    """Steps are made by watching, so that former ones are known only to whoever watched."""
    whole_workflow: bool = False
    """Steps are all stages of the job, and some may be left out on the way; they come in any order."""
    marks: Callable[[Mapping[str, Any]], bool] = lambda record: False
    """Whether a served record is marked as deleted: what was known of it before stays."""
    told: Callable[[str, Mapping[str, Any]], Any] = lambda resource, record: record
    """The part of a record of a resource whose change brings the record into an increment."""
    restless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By resource: members that change without the list's filter telling of it."""
    again: Mapping[str, int] = field(default_factory=dict)
    """By resource: requests that a sync makes where nothing has changed, where it is not one."""


class Lab:
    """One account of one sandbox."""

    def __init__(self, system: System, sandbox: Any, desk: Desk) -> None:
        self.system, self.sandbox, self.desk = system, sandbox, desk
        self.control = sandbox.control

    def sync(self, **options: Any) -> RunReport:
        return self.desk.sync(ACCOUNT, **options)

    def good_sync(self, **options: Any) -> RunReport:
        report = self.sync(**options)
        assert report.state == "SUCCEEDED", report.message
        return report

    def cancelled_sync(self, pages: int, **options: Any) -> RunReport:
        """A sync that is cancelled once so many pages of the main resource are in the file."""
        cancel, written = Cancel(), []

        def progress(now: Progress) -> None:
            written.extend([1] if now.resource == self.system.main else [])
            if len(written) == pages:
                cancel.set()

        report = self.sync(cancel=cancel, watcher=Watcher(progress=progress), **options)
        assert report.state == "CANCELLED", report.message
        return report

    def resources(self) -> list[Resource]:
        """The lists that the account reads."""
        account = self.desk.account(ACCOUNT)
        return list(chosen(self.system.connector.resources, account.settings))

    def truth(self) -> Truth:
        return self.system.truth(self.sandbox)

    def issues(self, kind: str = "") -> list[Issue]:
        """Open issues."""
        return [issue for issue in self.desk.reading.issues() if not kind or issue.kind == kind]

    def select(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with contextlib.closing(open_reader(self.desk.database)) as connection:
            return list(connection.execute(statement, values))

    def one(self, statement: str, *values: object) -> Any:
        """The only value of the only row."""
        ((value,),) = self.select(statement, *values)
        return value

    def table(self, name: str, where: str = "1") -> dict[str, Row]:
        """Rows by id."""
        columns = TABLES[name].names()
        rows = self.select(f"select {', '.join(columns)} from {name} where {where}")
        return {row[columns.index("id")]: dict(zip(columns, row, strict=True)) for row in rows}

    def living(self, name: str) -> dict[str, Row]:
        return self.table(name, "deleted_at is null")

    def data(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row that a sync may write, its own books left out: also which details are still to be read again,
        as those of a record that changed just now are."""
        found = {name: self.select(f"select * from {name}") for name in (*map(_name, SYNCED), "changes")}
        known = ", ".join(name for name in TABLES["records"].names() if name != "parent_hash")
        return found | {"records": self.select(f"select {known} from records")}

    def facts(self) -> dict[str, dict[str, Row]]:
        """The living rows by table and id, without what depends on when they came."""
        beside = NOT_THE_ATS_S | ({"stage_entered_at"} if self.system.observes else set())
        return {
            table.name: {
                identity: {name: value for name, value in row.items() if name not in beside}
                for identity, row in self.living(table.name).items()
            }
            for table in SYNCED
            if not (self.system.observes and table.name == "steps")
        }

    def lone_application(self) -> str:
        """An application of somebody who has no other, and much to tell."""
        bodies = dict(self.select("select id, body from records where resource = ?", self.system.main))
        return max((ids[0] for ids in self._by_person() if len(ids) == 1), key=lambda one: len(bodies[one]))

    def one_of_several_applications(self) -> str:
        """An application of somebody who has another."""
        return next(ids[0] for ids in self._by_person() if len(ids) > 1)

    def _by_person(self) -> Collection[list[str]]:
        people: dict[str, list[str]] = {}
        for identity, row in self.living("applications").items():
            people.setdefault(row["candidate_id"], []).append(identity)
        return people.values()

    def requests(self, resource: str = "") -> list[dict[str, str]]:
        """The queries of the requests for a resource since they were cleared last, in order."""
        path = next((one.path for one in self.system.connector.resources if one.name == resource), "")
        whole = urlsplit(self.sandbox.base_url).path.rstrip("/") + path
        return [
            dict(parse_qsl(request["query"]))
            for request in self.control.requests()
            if not resource or request["path"].rstrip("/") == whole
        ]


def of(report: RunReport, resource: str) -> ResourceReport:
    """One resource of a run."""
    return next(one for one in report.resources if one.resource == resource)


@contextlib.contextmanager
def laboratory(
    system: System, folder: Path, *, settings: Mapping[str, str] | None = None, **options: Any
) -> Iterator[Lab]:
    """Starts a sandbox and connects an account to it; `settings` are those of the account."""
    with system.start(**{"candidates": system.candidates, **options}) as sandbox:
        given = {**system.settings, **(settings or {})}
        with connected(system, sandbox, folder, given) as lab:
            yield lab


@contextlib.contextmanager
def connected(
    system: System, sandbox: Any, folder: Path, settings: Mapping[str, str] | None = None
) -> Iterator[Lab]:
    """An account of a running sandbox in a folder of its own."""
    environ = {
        f"ATSDESK_SECRET__{ACCOUNT.upper()}__{key.upper()}": text for key, text in sandbox.secrets.items()
    }
    with Desk(folder, patience=QUICK, environ=environ) as desk:
        if ACCOUNT not in [one.id for one in desk.accounts()]:
            desk.add_account(
                system.connector.kind.key,
                ACCOUNT,
                {},
                base_url=sandbox.base_url,
                settings={**sandbox.settings, **(system.settings if settings is None else settings)},
            )
        yield Lab(system, sandbox, desk)


def _name(table: Table) -> str:
    return table.name
