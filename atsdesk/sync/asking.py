"""The first page of a list, asked for by what changed within a window."""

from functools import partial
from typing import TYPE_CHECKING

from atsdesk.ats.resource import Bounds, Connector, Line, Page, Resource, Window
from atsdesk.errors import NotUnderstoodError

if TYPE_CHECKING:
    from atsdesk.net.client import Client


def first_page(
    client: "Client", connector: Connector, line: Line, resource: Resource, window: Window, bounds: Bounds
) -> Page:
    """Ask by `bounds`, and where the ATS does not understand them as the resource has it otherwise.

    Raises what a request may raise.
    """

    def ask(by: Bounds) -> Page:
        query = by.query(window) | connector.query(resource, line)
        return client.get(resource.path, query, partial(connector.read, resource))

    try:
        return ask(bounds)
    except NotUnderstoodError:
        if not resource.changed_otherwise or bounds is not resource.changed:
            raise
        return ask(resource.changed_otherwise)
