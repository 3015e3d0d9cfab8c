"""Files that were downloaded from an ATS: looked at first, then taken in by one transaction, or not at all."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atsdesk.ats.moments import spell
from atsdesk.ats.registry import connector, importer
from atsdesk.ats.tables import FileTable
from atsdesk.errors import ConfigError, DataError
from atsdesk.store import accounts, exposures, fills, pages
from atsdesk.store.accounts import Account
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.sync.ahead import take

SHOWN = 20
"""Rows in a preview."""
LARGEST = 1_000_000_000
COLUMNS = "columns"
"""The setting in which an account remembers what its own headers stand for."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing a file would do; nothing is written yet."""

    service: str
    """Which of the ATS's tables it is; "" where no column tells."""
    columns: Mapping[str, str]
    """Column of the table by header of the file."""
    choices: Sequence[str]
    """Columns that a header can be mapped to."""
    unknown: Sequence[str]
    """Headers that stand for no column; their cells are kept in the record and go to no table."""
    suggestions: Mapping[str, str]
    """What unknown headers may stand for."""
    rows: Sequence[Mapping[str, Any]]
    """The first ones."""
    row_count: int
    problems: Sequence[str]
    """What keeps the file from being imported, in sentences."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What importing a file did. Counts are of what its rows tell of: time slots, applications, jobs ..."""

    service: str
    rows: int
    added: int
    changed: int
    unchanged: int
    withheld: int
    """Of people who were forgotten here."""


def preview(
    account: Account, path: Path, mapping: Mapping[str, str] | None = None, service: str = ""
) -> Preview:
    """Look at a file; raises `ConfigError` for one that cannot be read, `DataError` for one that is no table."""
    table = _read(account, path, mapping, service)
    return Preview(
        table.service,
        table.columns,
        table.choices,
        table.unknown,
        table.suggestions,
        table.rows[:SHOWN],
        len(table.rows),
        table.problems,
    )


def take_in(
    store: Store, account: Account, path: Path, mapping: Mapping[str, str] | None = None, service: str = ""
) -> Imported:
    """Take a file in whole and remember the mapping; raises as `preview` does, and `DataError` for its problems."""
    table = _read(account, path, mapping, service)
    if table.problems:
        raise DataError(
            f"{path.name} was not imported. {table.problems[0]}",
            "Map the headers, or mend the file, and import it again; nothing was written.",
            concerns=str(path),
        )
    resource = importer(account.ats).resource(table.service)
    now = spell(dt.datetime.now(dt.UTC))

    def work(connection: Connection) -> pages.Outcome:
        outcome = pages.write(
            connection,
            pages.Page(
                account=account.id,
                run=0,
                resource=resource.name,
                table=resource.table,
                shape=resource.shape,
                items=table.items,
                take=lambda items: take(resource, items),
                seen_at=now,
                owners=resource.owners,
                owns=resource.owns,
                completes=resource.completes,
            ),
        )
        if outcome.rejected:
            raise DataError(
                f"{path.name} was not imported. {outcome.rejected[0].reason}",
                "Mend the file and import it again; nothing was written.",
                concerns=str(path),
            )
        fills.fill(connection, account.id, connector(account.ats).fills, outcome.tables)
        exposures.watch(connection, account.id, None, now)
        if mapping:
            remembered = importer(account.ats).remembered(account.settings) | dict(mapping)
            settings = {**account.settings, COLUMNS: json.dumps(remembered, ensure_ascii=False)}
            accounts.save_settings(connection, account.id, settings, account.base_url)
        return outcome

    outcome = store.write(work)
    return Imported(
        table.service, len(table.rows), outcome.added, outcome.changed, outcome.unchanged, outcome.withheld
    )


def _read(account: Account, path: Path, mapping: Mapping[str, str] | None, service: str) -> FileTable:
    reader = importer(account.ats)
    reader.check(service, mapping or {})
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigError(
                f"{path.name} is too large.", "Import it in parts of up to 1 GB.", concerns=str(path)
            )
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"{path} cannot be read ({(error.strerror or str(error)).lower()}).",
            "Check the path, and close the program that has it open.",
            concerns=str(path),
        ) from error
    return reader.read(data, service, reader.remembered(account.settings) | dict(mapping or {}))
