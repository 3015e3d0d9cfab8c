"""Whether anything was lost: the file beside the sandboxes' truth, and beside a file that was filled just now."""

import traceback
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from atsdesk.desk import Desk
from atsdesk.store.file import open_reader
from atsdesk.store.tables import SYNCED, Grain, Table
from tests.soak.sandboxes import Sandbox
from tests.sync.lab import Lab, Row, Truth
from tests.sync.standard import same_as_truth

SWEPT = {"applications", "candidates", "jobs"}
"""Tables in which a full read leaves nothing that is gone."""


class Account(Lab):
    """One account among others, by the standard set's eyes."""

    def __init__(self, sandbox: Sandbox, desk: Desk) -> None:
        super().__init__(sandbox.system.sync, sandbox, desk)

    def truth(self) -> Truth:
        return self.sandbox.truth()

    def table(self, name: str, where: str = "1") -> dict[str, Row]:
        return super().table(name, f"account_id = '{self.sandbox.ats}' and {where}")


def lost_of_truth(sandboxes: Sequence[Sandbox], desk: Desk, *, swept: bool) -> list[str]:
    """What the file lacks of what the sandboxes say, or says otherwise; `swept`: it was read whole just now."""
    says = []
    for sandbox in sandboxes:
        try:
            same_as_truth(Account(sandbox, desk), but_for_unsaid=not swept)
        except AssertionError as error:
            line = traceback.extract_tb(error.__traceback__)[-1].line
            says.append(f"{sandbox.ats} is not as the truth: {line} {error}")
    return says


def lost_beside(sandboxes: Sequence[Sandbox], desk: Desk, fresh: Desk) -> tuple[int, list[str]]:
    """How many rows were compared with those of a file filled just now, and which are not the same."""
    compared, says = 0, []
    for sandbox in sandboxes:
        found, expected = (Account(sandbox, one).facts() for one in (desk, fresh))
        for table in SYNCED:
            if table.name not in expected:
                continue
            compared += len(expected[table.name])
            says += [
                f"{sandbox.ats}: {one}"
                for one in _differences(table, found[table.name], expected[table.name])
            ]
    return compared, says


def _differences(table: Table, found: dict[str, Row], expected: dict[str, Row]) -> list[str]:
    says = [f"{table.name} lacks {one}" for one in expected.keys() - found.keys()]
    if table.name in SWEPT or table.grain is Grain.OWNED:
        says += [f"{table.name} still has {one}" for one in found.keys() - expected.keys()]
    for one in expected.keys() & found.keys():
        other = [
            f"{name} is {found[one][name]!r}, not {value!r}"
            for name, value in expected[one].items()
            if found[one][name] != value and not _earlier(table, name, found[one][name], value)
        ]
        if other:
            says.append(f"{table.name} {one}: {'; '.join(other)}")
    return says


def _earlier(table: Table, name: str, found: Any, expected: Any) -> bool:
    """Whether the file knows of an earlier moment than is still told: that of an application which is gone by now."""
    return table.column(name).keep_earliest and found is not None and str(found) < str(expected or "~")


def outcomes(database: Path) -> list[tuple[Any, ...]]:
    """How many syncs ended how, by account."""
    with closing(open_reader(database)) as connection:
        return list(
            connection.execute("select account_id, state, count(*) from runs group by 1, 2 order by 1, 2")
        )
