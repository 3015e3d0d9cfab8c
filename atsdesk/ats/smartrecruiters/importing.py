"""Files of SmartRecruiters' tables that somebody downloaded: the same reader as for the API's, and the same rows."""

from collections.abc import Mapping

from atsdesk.ats.resource import Resource
from atsdesk.ats.smartrecruiters import columns, loads, services, tabular
from atsdesk.ats.smartrecruiters.resources import OF_SERVICE
from atsdesk.ats.tables import FileTable
from atsdesk.errors import ConfigError


def tables() -> tuple[str, ...]:
    """The tables that files may hold."""
    return tuple(columns.SERVICES)


def remembered(settings: Mapping[str, str]) -> dict[str, str]:
    """What the account's own headers stand for."""
    return loads.mapping(settings)


def check(service: str, mapping: Mapping[str, str]) -> None:
    """Raises `ConfigError` for a table or a column that there is not."""
    if service and service not in columns.SERVICES:
        raise ConfigError(
            f'There is no table "{service}".',
            f"Choose one of: {', '.join(columns.SERVICES)}.",
            concerns="service",
        )
    known = {key for one in columns.SERVICES.values() for key in one.columns}
    for header, key in mapping.items():
        if key and key not in known:
            raise ConfigError(
                f'"{header}" is mapped to "{key}", which is no column.',
                "Map it to a column of the table, or to an empty text to leave it out.",
                concerns=header,
            )


def read(data: bytes, service: str, mapping: Mapping[str, str]) -> FileTable:
    """What a file holds; raises `DataError` for what is no table."""
    table = tabular.read(data, service, mapping)
    return FileTable(
        service=table.service.name if table.service else "",
        columns=dict(table.columns),
        choices=table.service.columns if table.service else (),
        unknown=table.unknown,
        suggestions=dict(table.suggestions),
        rows=table.rows,
        items=services.items(table) if table.service else [],
        problems=table.problems,
    )


def resource(service: str) -> Resource:
    """Where the rows of a table go."""
    return OF_SERVICE[service]
