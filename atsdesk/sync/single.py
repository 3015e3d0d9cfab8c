"""One thing read again from its ATS, with what the ATS serves of it in other lists: into the file as a sync puts it."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from atsdesk.ats.resource import Connector, Line, Page, Resource, chosen
from atsdesk.errors import ConfigError, DataError, GoneError
from atsdesk.store import ledger, lookup, pages, sweep
from atsdesk.store.accounts import Account
from atsdesk.store.file import Store
from atsdesk.store.ledger import Checkpoint, ResourceReport
from atsdesk.store.subjects import Subject
from atsdesk.store.tables import TABLES, owner_table
from atsdesk.sync.ahead import take
from atsdesk.sync.books import Books
from atsdesk.sync.coverage import unread
from atsdesk.sync.follow import Following
from atsdesk.sync.passes import broken_off

if TYPE_CHECKING:
    from atsdesk.net.client import Client

NO_RUN = 0
"""What is read outside a sync belongs to none."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Records of a resource: by their ids, or by a query that names what they belong to."""

    resource: Resource
    ids: Sequence[str] = ()
    query: Mapping[str, str] | None = None


class Rereading:
    """The reading of one thing of one account."""

    def __init__(self, store: Store, connector: Connector, account: Account, line: Line) -> None:
        self._store = store
        self._connector = connector
        self._account = account
        self._line = line
        self._resources = chosen(connector.resources, line.settings)
        self._rejected = self._withheld = 0
        self._books = Books(
            store,
            account.id,
            NO_RUN,
            accept_deletions=False,
            changed=lambda changes: None,
            resources=connector.resources,
        )

    def read(self, subject: Subject, identity: str) -> None:
        """Read it again; what the ATS no longer has goes with the next sync, if the rules of deletion allow.

        Raises `GoneError` then, `ConfigError` where it cannot be asked for alone, `DataError` where it could not be
        taken in, and what a request may raise.
        """
        itself = self._itself(subject, identity)
        if not itself:
            raise self._not_alone(subject, identity)
        with self._asking() as client:
            self._refuse_hidden(client, itself)
            there = sum(self._read(client, one) for one in itself) > 0
            for one in self._belongings(subject, identity) if there else ():
                self._read(client, one)
        if self._rejected:
            raise DataError(
                f"What the ATS has of this {subject.noun} could not be read, and was set aside.",
                f"See `atsdesk issues {self._account.id}`; what is stored here is as it was.",
                concerns=identity,
            )
        if self._withheld and not there:
            raise ConfigError(
                f"This {subject.noun} is of somebody who was forgotten here; what the ATS has was not kept.",
                f"To take the person in again: `atsdesk erase --allow {self._account.id} CANDIDATE_ID`, then sync.",
                concerns=identity,
            )
        if not there:
            raise GoneError(
                f'{self._connector.kind.label} has no {subject.noun} "{identity}", or does not show it to this key.',
                "What is stored of it here, if anything, stays until the next sync, and is shown without --live.",
                concerns=identity,
            )

    def take_in(self, name: str, pages_of: Callable[["Client"], Iterator[Page]]) -> int:
        """Take records of a list in that are asked for in a way of their own; how many came. Raises what a request may
        raise; what came before stays."""
        resource = next(one for one in self._connector.resources if one.name == name)
        came: set[str] = set()
        with self._asking() as client:
            for page in pages_of(client):
                self._write(client, resource, page)
                came |= {item.id for item in page.items}
        return len(came)

    @contextlib.contextmanager
    def _asking(self) -> Iterator["Client"]:
        """A client; at the end, what came is brought together as after a sync."""
        client = self._connector.client(self._line)
        try:
            yield client
        finally:
            client.close()
            self._books.fill(self._connector.fills)
            self._books.watch_exposed()
            if self._books.erased:
                self._store.settle()

    def _itself(self, subject: Subject, identity: str) -> list[_Wanted]:
        """How the thing can be asked for: of several lists, those in which it came are asked."""
        if by := self._asked_by(subject.table, subject.key):
            return [_Wanted(resource, query={parameter: identity}) for resource, parameter in by]
        found: list[_Wanted] = []
        for resource in self._resources:
            if not resource.follow and (resource.single or self._followers(resource)):
                ids = self._records_of(resource, subject, identity)
                found += [_Wanted(resource, ids)] if ids else []
        with self._store.read() as connection:
            known = [
                one
                for one in found
                if pages.ids_known(connection, self._account.id, one.resource.name, one.ids)
            ]
        return known or [one for one in found if one.resource.single]

    def _records_of(self, resource: Resource, subject: Subject, identity: str) -> list[str]:
        """The ids of the records of a resource in which the thing stands."""
        table, key = subject.table, subject.key
        if resource.table == table:
            return [identity] if key == "id" else self._ids(table, "id", key, identity)
        filled = {name for one in (resource, *self._followers(resource)) for name in one.shape}
        if table in filled and (link := _link(table, resource.table)):
            return self._ids(table, link, key, identity)
        if table in filled and resource.brings_people and (link := _link(resource.table, table)):
            return self._ids(resource.table, "id", link, identity)
        return []

    def _belongings(self, subject: Subject, identity: str) -> Iterator[_Wanted]:
        """What other lists serve of it, where they can be asked for that alone."""
        for resource in self._resources:
            for column, parameter in resource.asked_by.items():
                if subject.key == "id" and owner_table(resource.table, column) == subject.table:
                    yield _Wanted(resource, query={parameter: identity})

    def _asked_by(self, table: str, column: str) -> list[tuple[Resource, str]]:
        return [
            (one, one.asked_by[column])
            for one in self._resources
            if one.table == table and column in one.asked_by
        ]

    def _followers(self, resource: Resource) -> list[Resource]:
        return [one for one in self._resources if one.follow and one.follow.of == resource.name]

    def _ids(self, table: str, wanted: str, column: str, identity: str) -> list[str]:
        with self._store.read() as connection:
            return lookup.values(connection, self._account.id, table, wanted, column, identity)

    def _not_alone(self, subject: Subject, identity: str) -> ConfigError:
        sync = f"Sync the account: `atsdesk sync {self._account.id}`."
        if none := unread(self._connector, self._account, subject.table):
            return none
        served = [one for one in self._resources if subject.table in one.shape]
        if any(one.single or one.follow or self._followers(one) for one in served):
            title = f'{self._account.id} has no {subject.noun} "{identity}" here, through which it could be asked for.'
            return ConfigError(title, sync, concerns=identity)
        title = f"{self._connector.kind.label} cannot be asked for one {subject.noun} alone."
        return ConfigError(title, sync, concerns=subject.name)

    def _refuse_hidden(self, client: "Client", wanted: Sequence[_Wanted]) -> None:
        hidden = self._connector.prepare(client, self._line).hidden
        for one in wanted:
            if reason := hidden.get(one.resource.name):
                raise ConfigError(
                    f'"{one.resource.label}" is not to be had now.', reason, concerns=one.resource.name
                )

    def _read(self, client: "Client", wanted: _Wanted) -> bool:
        """Read records; whether any of those that were named is there, and stays."""
        resource = wanted.resource
        if wanted.query is not None:
            self._read_list(client, resource, wanted.query)
            return True
        for start in range(0, len(wanted.ids) if resource.single else 0, resource.most_ids):
            self._read_single(client, resource, wanted.ids[start : start + resource.most_ids])
        with self._store.read() as connection:
            known = pages.pks(connection, self._account.id, resource.name, wanted.ids)
        following = Following(self._store, self._connector, self._account.id, client, self._books)
        for one in self._followers(resource):
            self._begin(one)
            following.read_some(one, resource, known, self._point(one))
            self._end()
        with self._store.read() as connection:
            known = pages.pks(connection, self._account.id, resource.name, wanted.ids)
            return sweep.staying(connection, known) > 0

    def _read_single(self, client: "Client", resource: Resource, ids: Sequence[str]) -> None:
        assert resource.single
        path, query = resource.single(ids)
        try:
            page = client.get(path, query, partial(self._connector.one, resource))
        except GoneError:
            page = Page.of([])
        self._write(client, resource, page)
        came = {item.id for item in page.items}
        if not page.rejected and (missed := [one for one in ids if one not in came]):
            self._books.miss(resource, missed)

    def _read_list(self, client: "Client", resource: Resource, asked: Mapping[str, str]) -> None:
        read = partial(self._connector.read, resource)
        page = client.get(resource.path, self._connector.query(resource, self._line) | dict(asked), read)
        seen: set[str] = set()
        while True:
            self._write(client, resource, page)
            if not page.next or page.next in seen:
                return
            seen.add(page.next)
            page = client.get(page.next, None, read)

    def _write(self, client: "Client", resource: Resource, page: Page) -> None:
        """As a page of a sync, whose own pass, if one was broken off, has seen it then too."""
        point = self._point(resource)
        self._begin(resource)
        self._books.page(
            resource,
            page.items,
            lambda items: take(resource, items),
            rejected=list(page.rejected),
            following=broken_off(point, client.now()),
            point=point,
        )
        self._books.settle()
        self._end()

    def _begin(self, resource: Resource) -> None:
        self._books.report = ResourceReport(resource.name)

    def _end(self) -> None:
        self._rejected += self._books.report.rejected
        self._withheld += self._books.report.withheld

    def _point(self, resource: Resource) -> Checkpoint:
        with self._store.read() as connection:
            return ledger.checkpoint(connection, self._account.id, resource.name)


def _link(table: str, other: str) -> str:
    """The column of a table that names a row of the other; "" where there is none."""
    names = TABLES[table].names()
    return next((name for name in names if owner_table(table, name) == other), "")
