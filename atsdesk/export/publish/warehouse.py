"""To the warehouse that a company runs, through dlt: it knows their dialects, and how each takes rows in.

Rows go as Parquet files, which DuckDB makes of our lines: as Python's objects they take dlt a dozen times as long.
What it takes in counts table by table: where it breaks off, the next publish replaces everything of ours.
"""

import contextlib
import logging
import os
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from xxhash import xxh3_128

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError, DeskError, TransientError
from atsdesk.export.calendar import CALENDAR
from atsdesk.export.cell import As
from atsdesk.export.extra import LAST_SYNCS
from atsdesk.export.folder import working_folder
from atsdesk.export.moment import LocalDays
from atsdesk.export.parquet_folder import copy_sql, duckdb_connection, typed_sql
from atsdesk.export.publish import difference
from atsdesk.export.publish.difference import ROW, Difference, Order, Plan
from atsdesk.export.publish.ground import BOOKS
from atsdesk.export.publish.target import Target
from atsdesk.export.snapshot import Snapshot, snapshot
from atsdesk.export.write import Progress, Published, Report
from atsdesk.store.profiles import Disclosure
from atsdesk.store.published import Publication, SentSheet

DESK, GONE = "_desk", "_gone"
"""Columns that only warehouses have: whose the row is, and that it is to be removed; no row there has that."""
_KEY = (DESK, ROW)
_TYPES = {
    As.TEXT: "text",
    As.WHOLE: "bigint",
    As.DECIMAL: "double",
    As.BOOL: "bool",
    As.TIME: "timestamp",
    As.DAY: "date",
    As.LOCAL_DAY: "date",
}
_WITH_LOGIN = ("redshift", "snowflake")
"""Reached with the user and the password of the address; the others as dlt's own settings say."""


def publish_to_warehouse(
    database: Path,
    beside: Path,
    *,
    progress: Callable[[Progress], None],
    cancel: Cancel,
    order: Order,
    version: str = "",  # nothing there tells it
) -> Report:
    """Bring the tables there up to what was chosen of the file.

    A wish to stop is heard until dlt loads. `ConfigError` where dlt is not installed or set up, or another folder
    publishes an account, `TransientError` where the warehouse fails, `Cancelled`.
    """
    started = time.monotonic()
    cancel.check()
    target, publication = order.target, order.publication
    if order.take_over:
        raise ConfigError(
            "In a warehouse no account can be taken over.",
            f"Remove the rows of the account there, and its row in {BOOKS}, and publish again.",
            concerns=target.name,
        )
    dlt = _dlt()
    with (
        working_folder(beside) as folder,
        duckdb_connection() as duck,
        snapshot(database, cancel, order.selection) as data,
        _told(target, order.password),
    ):
        pipeline = dlt.pipeline(
            "atsdesk",
            pipelines_dir=str(folder / "dlt"),
            destination=_destination(dlt, target, order.password),
            dataset_name=target.schema,
        )
        accounts = [one.id for one in data.accounts if order.selection.query.account in {"", one.id}]
        token = _checked(pipeline, publication, accounts, target)
        sending = _Sending(dlt, data, duck, folder, publication, progress, cancel)
        sheets = sending.write(
            [difference.plan(sheet, publication, reckoned=False) for sheet in data.sheets()], token
        )
        people = data.people()
        cancel.check()
        if sending.resources:
            pipeline.run(sending.resources)
            sending.check(pipeline, target)
        pipeline.run([_books(dlt, data, publication, accounts, sending.token)])
    return Report(
        target.place,
        sending.rows,
        sum(sending.rows.values()),
        time.monotonic() - started,
        sending.hash.hexdigest(),
        (),
        data.warnings,
        people,
        Published(sending.token, sheets, sending.sent, sending.removed),
    )


def _dlt() -> Any:
    os.environ.setdefault("RUNTIME__DLTHUB_TELEMETRY", "false")
    try:
        import dlt
    except ImportError:
        raise ConfigError(
            "Publishing to a warehouse needs dlt, which is not installed.",
            'Install it with `pip install "atsdesk[warehouse]"`.',
            concerns="publish",
        ) from None
    logging.getLogger("dlt").setLevel(logging.ERROR)
    dlt.config["schema.naming"] = "direct"  # the columns' names as they are
    dlt.config["load.truncate_staging_dataset"] = True  # no copy of people stays beside the tables
    return dlt


def _destination(dlt: Any, target: Target, password: str) -> Any:
    factory = getattr(dlt.destinations, target.engine)
    if target.engine == "duckdb":
        return factory(target.database)
    if target.engine not in _WITH_LOGIN:
        return factory()
    secret = f":{quote(password, safe='')}" if password else ""
    port = f":{target.port}" if target.port else ""
    options = "&".join(f"{name}={quote(value, safe='')}" for name, value in target.options.items())
    address = f"{quote(target.user, safe='')}{secret}@{target.host}{port}/{quote(target.database)}"
    return factory(f"{target.engine}://{address}{'?' if options else ''}{options}")


@contextlib.contextmanager
def _told(target: Target, password: str) -> Iterator[None]:
    """What dlt fails with, in a sentence that holds no password."""
    from dlt.common.configuration.exceptions import ConfigurationException
    from dlt.common.exceptions import DltException, MissingDependencyException

    try:
        yield
    except DltException as error:
        cause: BaseException = error
        while isinstance(cause.__cause__ or cause.__context__, Exception):
            cause = cause.__cause__ or cause.__context__ or cause
        said = " ".join(str(cause).split())[:300]
        for secret in filter(None, (password, quote(password, safe=""))):
            said = said.replace(secret, "***")
        told: DeskError
        if isinstance(cause, MissingDependencyException | ConfigurationException):
            told = ConfigError(
                f"dlt cannot reach {target.name} yet ({said}).",
                f'Install `pip install "dlt[{target.engine}]"`, and set it up as dlt describes for {target.engine}: by'
                " environment variables or .dlt/secrets.toml.",
                concerns=target.name,
            )
        else:
            told = TransientError(
                f"{target.name} broke off ({said}).",
                "Check address and password, then publish again: everything of this folder is then replaced.",
                concerns=target.name,
            )
        raise told from None


def _checked(pipeline: Any, publication: Publication, accounts: Sequence[str], target: Target) -> str:
    """The token of the last publish; `ConfigError` where another folder publishes one of the accounts."""
    from dlt.destinations.exceptions import DatabaseUndefinedRelation

    try:
        with pipeline.sql_client() as client:
            name = client.make_qualified_table_name(BOOKS)
            rows = client.execute_sql(f"select account_id, publication, token from {name}")
            found: list[tuple[str, str, str]] = list(rows or ())
    except DatabaseUndefinedRelation:
        return ""
    for account, other, _ in found:
        if other != publication.id and account in accounts:
            raise ConfigError(
                f"{account} is published there by another data folder.",
                "Publish to another schema (?schema=...).",
                concerns=account,
            )
    tokens = {token for _, other, token in found if other == publication.id}
    return str(tokens.pop()) if len(tokens) == 1 else ""


def _books(dlt: Any, data: Snapshot, publication: Publication, accounts: Sequence[str], token: str) -> Any:
    """Who publishes which account, and how fresh it is: the rows of this folder are replaced."""
    synced: Mapping[str, str] = dict(
        data.connection.execute(
            f"select account_id, strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') from {LAST_SYNCS}"
        ).fetchall()
    )
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    rows = [
        {
            "account_id": account,
            "publication": publication.id,
            "token": token,
            "last_sync_at_utc": synced.get(account),
            "published_at_utc": now,
        }
        for account in accounts
    ]
    moments = {name: {"data_type": "timestamp"} for name in ("last_sync_at_utc", "published_at_utc")}
    return dlt.resource(
        rows,
        name=BOOKS,
        write_disposition={"disposition": "merge", "strategy": "delete-insert"},
        primary_key=("account_id",),
        merge_key=("publication",),
        columns=moments,
    )


@dataclass(slots=True)
class _Sending:
    """The tables on their way: each a Parquet file, and what dlt has to know of it."""

    dlt: Any
    data: Snapshot
    duck: Any
    folder: Path
    publication: Publication
    progress: Callable[[Progress], None]
    cancel: Cancel
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    rows: dict[str, int] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    hash: xxh3_128 = field(default_factory=xxh3_128)
    resources: list[Any] = field(default_factory=list)
    _touched: list[str] = field(default_factory=list)
    _done: int = 0
    _total: int = 0

    def write(self, plans: Sequence[Plan], token: str) -> dict[str, SentSheet]:
        """Make the files; what is there once they are loaded."""
        zones = difference.zones_of(self.data)
        self._total = sum(self.data.count(plan.sheet.count_sql()) for plan in plans)
        anew = self.data.selection.disclosure is Disclosure.NONE
        known = bool(token) and token == self.publication.token and not anew
        done: dict[str, SentSheet] = {}
        for plan in plans:
            last = self.publication.sheets.get(plan.name) if known else None
            digests = last.digests if last else b""
            one = Difference(self.data, plan, digests, int(self.publication.id, 16), anew)
            self._table(one, zones, whole=last is None)
            done[plan.name] = SentSheet(plan.types, one.digests)
        for name in self.publication.sheets.keys() - done.keys():
            self._add(
                name, f"select {self._mine} as {DESK}, -1::bigint as {ROW}, true as {GONE}", {}, whole=True
            )
        return done

    def check(self, pipeline: Any, target: Target) -> None:
        """Raise `TransientError` where there are not as many rows of ours as there have to be."""
        with pipeline.sql_client() as client:
            for name in self._touched:
                there = client.make_qualified_table_name(name)
                mine = client.escape_column_name(DESK)
                counted = client.execute_sql(f"select count(*) from {there} where {mine} = {self._mine}")
                rows = next(iter(counted or ()), (0,))[0]
                if rows != self.rows.get(name, 0):
                    raise TransientError(
                        f"{name} has {rows:,} rows in {target.name}, and should have {self.rows.get(name, 0):,}.",
                        "Publish again: everything of this folder is then replaced.",
                        concerns=target.name,
                    )

    @property
    def _mine(self) -> str:
        return f"'{self.publication.id}'"

    def _table(self, one: Difference, zones: Mapping[object, LocalDays], *, whole: bool) -> None:
        plan, name = one.plan, one.plan.name
        lines, gone = self.folder / f"{name}.csv", self.folder / f"{name}.gone.csv"
        with lines.open("wb") as file:
            for looked_at, piece in one.pieces(zones):
                self.cancel.check()
                file.write(b"".join([line + b"\r\n" for line in piece]))
                self._done += looked_at
                self.progress(Progress(name, self._done, self._total))
        self.hash.update(repr((name, plan.types)).encode())
        self.hash.update(one.hashes)
        self.rows[name], self.sent[name] = one.count, one.sent
        numbers = [] if plan.shared else one.gone
        self.removed[name] = len(numbers)
        gone.write_text("".join(f"{number}\n" for number in ([-1] if whole else numbers)), encoding="utf-8")
        if one.sent or numbers or whole:
            desk = "''" if plan.shared else self._mine
            rows = f"select {desk} as {DESK}, *, false as {GONE} from ({typed_sql(plan.sheet, lines)})"
            if not plan.shared:
                rows += (
                    f" union all by name select {desk} as {DESK}, {ROW}, true as {GONE} from"
                    f" read_csv('{_escaped(gone)}', header = false, columns = {{'{ROW}': 'bigint'}})"
                )
            self._add(name, rows, plan.types, whole=whole and not plan.shared)
        lines.unlink()
        gone.unlink()

    def _add(self, name: str, rows: str, types: Mapping[str, str], *, whole: bool) -> None:
        """`whole`: these rows take the place of all that this folder has there."""
        made = self.folder / f"{name}.parquet"
        if name != CALENDAR.name:
            self._touched.append(name)
        self.duck.execute(copy_sql(rows, made))

        def file() -> Iterator[Any]:
            yield self.dlt.mark.with_file_import(str(made), "parquet")

        columns: dict[str, dict[str, Any]] = {
            DESK: {
                "data_type": "text",
                "nullable": False,
                "merge_key": whole,
            },  # said each time: dlt remembers
            ROW: {"data_type": "bigint", "nullable": False},
            **{column: {"data_type": _TYPES[As(kind)]} for column, kind in types.items() if column != ROW},
            GONE: {"data_type": "bool", "hard_delete": True},
        }
        self.resources.append(
            self.dlt.resource(
                file,
                name=name,
                write_disposition={"disposition": "merge", "strategy": "delete-insert"},
                primary_key=_KEY,
                columns=columns,
            )
        )


def _escaped(path: Path) -> str:
    return str(path).replace("'", "''")
