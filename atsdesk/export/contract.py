"""What people build on: the tables, columns and types of an export, kept beside it in `contract.json`.

The next export to the same place is compared with it first, since a report in Power BI or Tableau breaks where a column
is gone or holds something else. New tables and columns break nothing.
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.export.place import replacing
from atsdesk.export.shape import Sheet
from atsdesk.export.snapshot import snapshot
from atsdesk.store.profiles import EVERYTHING, Selection

FILE_NAME = "contract.json"
_MOST_TOLD = 5

Tables = Mapping[str, Mapping[str, str]]
"""The type of each column, by table."""


class Broken(ConfigError):
    """The next export would break what was built on the last one."""


def check(database: Path, target: Path, cancel: Cancel, selection: Selection = EVERYTHING) -> None:
    """Raise `Broken` where the next export to `target` would take away or change what the last one had there."""
    compare(_promised(target), database, target.name, cancel, selection)


def compare(
    promised: Tables, database: Path, name: str, cancel: Cancel, selection: Selection = EVERYTHING
) -> None:
    """Raise `Broken` where an export called `name` would take away or change what was promised there."""
    if not promised:
        return
    with snapshot(database, cancel, selection) as data:
        breaks = differences(promised, tables(data.sheets()))
    if breaks:
        more = f" And {len(breaks) - _MOST_TOLD} more." if len(breaks) > _MOST_TOLD else ""
        raise Broken(
            " ".join(breaks[:_MOST_TOLD]) + more,
            f"What was built on {name} would break, in Power BI, Tableau or Excel. Export to another place, or "
            "accept it.",
            concerns=name,
        )


def keep(target: Path, sheets: Sequence[Sheet]) -> str:
    """Note what the export at `target` now has; what stood in the way, as a sentence, or "" where nothing did."""
    noted = {**_all(target.parent / FILE_NAME), target.name: tables(sheets)}
    try:
        with replacing(target.parent / FILE_NAME) as file:
            file.write(json.dumps(noted, indent=1, ensure_ascii=False).encode())
    except ConfigError as error:
        return f"The next export cannot be compared with this one: {error.title}"
    return ""


def tables(sheets: Sequence[Sheet]) -> dict[str, dict[str, str]]:
    """What these sheets promise."""
    return {sheet.name: {column.name: str(column.cell) for column in sheet.columns} for sheet in sheets}


def differences(promised: Tables, planned: Tables) -> list[str]:
    """What would break, a sentence each."""
    found = []
    for table, columns in promised.items():
        if table not in planned:
            found.append(f"The table {table} would disappear.")
            continue
        for column, kind in columns.items():
            now = planned[table].get(column)
            if now is None:
                found.append(f"The column {column} of {table} would disappear.")
            elif now != kind:
                found.append(f"The column {column} of {table} would become {now}; it was {kind}.")
    return found


def _promised(target: Path) -> Tables:
    real = Path(os.path.realpath(target))
    return _all(real.parent / FILE_NAME).get(real.name, {})


def _all(path: Path) -> dict[str, Tables]:
    """By the export's name; nothing where there is no file, or one that is not ours."""
    try:
        noted = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return {
        name: kept for name, kept in (noted.items() if isinstance(noted, dict) else ()) if _is_tables(kept)
    }


def _is_tables(kept: object) -> bool:
    return isinstance(kept, dict) and all(isinstance(columns, dict) for columns in kept.values())
