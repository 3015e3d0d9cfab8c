"""What an account's key may read: one small request a resource, nothing stored."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from atsdesk.ats.moments import spell
from atsdesk.ats.resource import Connector, Line, Page, Readiness, Resource, Window, chosen
from atsdesk.errors import (
    AccountError,
    Cancelled,
    ConfigError,
    DeskError,
    NotOfferedError,
    NotReadyError,
    OfflineError,
    RefusedError,
)
from atsdesk.sync.asking import first_page

if TYPE_CHECKING:
    from atsdesk.net.client import Client


@dataclass(frozen=True, slots=True)
class ResourceCheck:
    """`state` is readable, not_permitted, not_available or failed; `message` says why and what to do."""

    resource: str
    label: str
    state: str
    message: str = ""
    missing_fields: tuple[str, ...] = ()
    """Members that no record of the sample has, or only empty ones, each with the permission that would bring it."""


def probe(connector: Connector, line: Line) -> list[ResourceCheck]:
    """Ask for the first page of every resource.

    Raises `AccountError`, `OfflineError` or `NotReadyError`, since those concern all of them, and `Cancelled`.
    """
    client = connector.client(line)
    try:
        readiness = connector.prepare(client, line)
        return [
            ResourceCheck(resource.name, resource.label, "not_available", readiness.hidden[resource.name])
            if resource.name in readiness.hidden
            else _check(connector, line, client, resource, readiness)
            for resource in chosen(connector.resources, line.settings)
            if not resource.follow
        ]
    finally:
        client.close()


def _check(
    connector: Connector, line: Line, client: "Client", resource: Resource, readiness: Readiness
) -> ResourceCheck:
    now = client.now()
    window = (
        Window(spell(now - dt.timedelta(days=1)), spell(now)) if resource.ids_only else Window("", spell(now))
    )
    try:
        if load := resource.glance or resource.load:
            page = load(client, line)
        else:
            page = first_page(client, connector, line, resource, window, resource.changed)
    except (AccountError, OfflineError, NotReadyError, Cancelled):
        raise
    except NotOfferedError as error:
        return ResourceCheck(resource.name, resource.label, "not_available", str(error))
    except RefusedError as error:
        return ResourceCheck(resource.name, resource.label, "not_permitted", str(error))
    except ConfigError as error:
        return ResourceCheck(resource.name, resource.label, "not_available", str(error))
    except DeskError as error:
        return ResourceCheck(resource.name, resource.label, "failed", str(error))
    missing = tuple(_missing(resource, page))
    message = "Some fields are missing; ask for the permissions at the ATS." if missing else ""
    if not page.items and not resource.ids_only and (meaning := readiness.empty.get(resource.name)):
        message = f"It is empty. {meaning}"
    return ResourceCheck(resource.name, resource.label, "readable", message, missing)


def _missing(resource: Resource, page: Page) -> Iterator[str]:
    seen: set[str] = set()
    for item in page.items:
        members = msgspec.json.decode(item.body, type=dict[str, msgspec.Raw])
        seen |= {name for name, value in members.items() if bytes(value) != b"{}"}
    for member, permission in resource.optional.items():
        if page.items and member not in seen:
            yield f"{member} ({permission})"
