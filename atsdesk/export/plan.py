"""What an export holds: one sheet per table, its columns derived from `store/tables.py` by rule.

- an id becomes `<word>_key` = `account:id`, the one text column that sheets join by (`candidate_key`);
- `*_at` becomes a real date-time `*_at_utc` and a real date `*_date` in the account's time zone;
- `*_on` becomes a real date `*_date`; a duration is decimal days, `*_days`;
- JSON, HTML and hashes stay behind, and so do rows that the ATS no longer has.

Names are for ever: whoever builds on a column finds it again. New ones go to the end (`LATER`).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from atsdesk.ats.registry import CONNECTORS
from atsdesk.export import about
from atsdesk.export.calendar import CALENDAR
from atsdesk.export.cell import As
from atsdesk.export.exported import EXPORTED
from atsdesk.export.extra import EXTRA, LOOKUPS
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.store import custom as custom_fields
from atsdesk.store import tables
from atsdesk.store.custom import CustomField
from atsdesk.store.tables import OURS, OWNED_PER_OWNER, Column, Grain, Kind, Privacy, Table

ROWS_PER_SHEET = 1_048_576 - 1
"""Rows of data on one sheet; Excel has 1,048,576 with the header."""

LATER: dict[str, tuple[str, ...]] = {}
"""Columns by sheet that came after the first release, in the order they came."""

DOMAINS: dict[str, Table] = {
    table.name.removesuffix("s"): table for table in tables.SYNCED if table.grain is Grain.ENTITY
}
"""What a key can point at: `candidate` -> candidates."""

_CELLS = {
    Kind.TEXT: As.TEXT,
    Kind.ID: As.TEXT,
    Kind.INTEGER: As.WHOLE,
    Kind.DECIMAL: As.DECIMAL,
    Kind.BOOL: As.BOOL,
}
_CUSTOM_CELLS = _CELLS | {Kind.DAY: As.DAY}
OWN_JOB = "own_job"
_OWN_JOB_KEYS = ("own_jobs.id", "job_matches.own_job_id")
_INTERNAL = ("pk", "run_id", "import_id")
"""Numbers of our own books that nothing in an export joins with."""
OF_NO_PERSON = ("jobs", "openings")
"""Tables whose custom fields tell nothing of a person."""


@dataclass(frozen=True, slots=True)
class CustomColumn:
    """A field that the company added to its ATS, as a column of the sheet of the table it extends."""

    name: str
    field: CustomField


@dataclass(frozen=True, slots=True)
class Keys:
    """How keys are read. `twins` names the domains where ids differ by case only; their keys carry a suffix.

    The table `twins` has it: an export's own, found at its moment, and for the views the one that is kept.
    """

    twins: frozenset[str] = field(default=frozenset())

    def sql(self, domain: str, account: str, id_: str) -> str:
        key = f"{account} || ':' || nullif({id_}, '')"
        if domain not in self.twins:
            return key
        return (
            f"{key} || coalesce((select twins.suffix from twins where twins.domain = '{domain}'"
            f" and twins.account_id = {account} and twins.id = {id_}), '')"
        )


def data_sheets(
    keys: Keys, custom: Sequence[CustomColumn] = (), systems: Collection[str] = ()
) -> list[Sheet]:
    """The data sheets in their order: those that these systems can fill, or any system where none is named."""
    filled = {
        table
        for one in CONNECTORS
        if not systems or one.kind.key in systems
        for resource in one.resources
        for table in resource.shape
    }
    made = (
        _sheet(table, keys, [one for one in custom if one.field.table == table.name])
        for table in EXPORTED
        if table.name in filled or table.grain is Grain.DESK
    )
    return [*made, CALENDAR]


@cache
def domain_of(column: Column) -> str:
    """What an id column points at, as `candidate`; blank for any other column."""
    if column.of:
        return column.of.removesuffix("s")
    word = column.name.removesuffix("_id")
    if column.kind is not Kind.ID or word == column.name:
        return ""
    if word in DOMAINS:
        return word
    return next((domain for domain in DOMAINS if word.endswith(f"_{domain}")), "")


def owner_id(table: Table) -> str:
    """The column of an owned table that points at its only kind of owner; blank for other tables."""
    return f"{table.owners[0].removesuffix('s')}_id" if len(table.owners) == 1 else ""


def _sheet(table: Table, keys: Keys, custom: Sequence[CustomColumn]) -> Sheet:
    name = table.name
    if table.grain is Grain.DESK:
        return _own(table, keys)
    source, where = f"from {name}", f"where {name}.deleted_at is null"
    if len(table.owners) == 1:
        # cross join keeps the order: rows as they lie in the file, each looking its owner up by integer key
        (owner,) = table.owners
        source += f"\ncross join {owner} on {owner}.pk = {name}.pk / {OWNED_PER_OWNER}"
        where += f" and {owner}.deleted_at is null"
    later = LATER.get(name, ())
    columns = list(_declared(table, keys))
    for before, extra in EXTRA.get(name, ()):
        columns.insert([column.name for column in columns].index(before) + 1, extra)
    columns.sort(key=lambda column: later.index(column.name) + 1 if column.name in later else 0)
    lookups, group = LOOKUPS.get(name, ""), ""
    if custom:
        columns += map(_custom, custom)
        lookups += custom_fields.lookup(name, f"{name}.pk")
        group = f"group by {name}.pk"
    return Sheet(
        name,
        table.meaning,
        tuple(columns),
        source,
        where,
        lookups,
        group,
        f"order by {name}.pk",
        f"{name}.pk",
        f"{name}.account_id",
    )


def _own(table: Table, keys: Keys) -> Sheet:
    """The sheet of what ATS Desk itself saw, or somebody chose here."""
    name, where = table.name, "where true"
    columns = list(_declared(table, keys))
    if table is tables.CHANGES:
        where = _told_changes()
        columns += (
            SheetColumn(
                f"{word}_key",
                keys.sql(word, "changes.account_id", about.changed(f"{word}s")),
                As.TEXT,
                f"The {word} that it is about.",
                of=word,
            )
            for word in ("candidate", "application", "job")
        )
    key = f"{name}.{table.key[0]}" if len(table.key) == 1 else ""
    order = ", ".join(f"{name}.{column}" for column in table.key)
    account = f"{name}.account_id" if "account_id" in table.names() else "null"
    return Sheet(
        name,
        table.meaning,
        tuple(columns),
        f"from {name}",
        where,
        order=f"order by {order}",
        key=key,
        account=account,
    )


def _told_changes() -> str:
    """Which changes are told: those of what the sheets have; of people who are gone, nothing but that."""
    exported = [table for table in EXPORTED if table.grain is not Grain.DESK]
    shown = {*_CELLS, Kind.TIME, Kind.DAY}
    hidden = [
        f"'{table.name}.{column.name}'"
        for table in exported
        for column in table.columns
        if column.kind not in shown
    ]
    names = ", ".join(f"'{table.name}'" for table in exported)
    return f"""\
where changes.table_name in ({names})
  and changes.table_name || '.' || changes.field not in ({", ".join(hidden)})
  and (
    changes.old is null and changes.new is null
    or not exists (
      select 1 from candidates
      where candidates.account_id = changes.account_id and candidates.deleted_at is not null
        and candidates.id = {about.changed("candidates")}
    )
  )"""


def _declared(table: Table, keys: Keys) -> Iterator[SheetColumn]:
    """The sheet's columns for the declared ones, by the rules at the top of this module."""
    ours = {column.name for column in OURS}
    own = table.name.removesuffix("s")
    account = f"{table.name}.account_id"
    if own in DOMAINS:
        meaning = f"Key of the row, the account and the ATS's id; other sheets have it as {own}_key."
        yield SheetColumn(f"{own}_key", keys.sql(own, account, f"{table.name}.id"), As.TEXT, meaning, of=own)
    for column in sorted(table.columns, key=lambda column: column.name != owner_id(table)):
        sql = f"{table.name}.{column.name}"
        known = (column.meaning, column.privacy, f"{table.name}.{column.name}")
        domain = domain_of(column)
        if column.name == "deleted_at" or (column.name in ours and table.grain is Grain.OWNED):
            continue
        if domain and DOMAINS[domain] not in EXPORTED:
            continue
        if table.grain is Grain.DESK and column.name in _INTERNAL:
            continue
        if sql in _OWN_JOB_KEYS:
            yield SheetColumn("own_job_key", f"cast({sql} as text)", As.TEXT, *known, of=OWN_JOB)
            continue
        if domain:
            name = f"{column.name.removesuffix('_id')}_key"
            sql = f"{table.owners[0]}.id" if column.name == owner_id(table) else sql
            yield SheetColumn(name, keys.sql(domain, account, sql), As.TEXT, *known, of=domain)
        elif column.kind is Kind.TIME:
            word = column.name.removesuffix("_at")
            yield SheetColumn(f"{word}_at_utc", sql, As.TIME, *known)
            if column.name not in ours and "account_id" in table.names():
                yield SheetColumn(f"{word}_date", sql, As.LOCAL_DAY, *known)
        elif column.kind is Kind.DAY:
            yield SheetColumn(f"{column.name.removesuffix('_on')}_date", sql, As.DAY, *known)
        elif column.kind in _CELLS:
            yield SheetColumn(column.name, sql, _CELLS[column.kind], *known)


def _custom(column: CustomColumn) -> SheetColumn:
    field = column.field
    meaning = f"Custom field “{field.label}”."
    privacy = Privacy.OPEN if field.table in OF_NO_PERSON else Privacy.PERSONAL
    return SheetColumn(
        column.name,
        custom_fields.gathered(field),
        _CUSTOM_CELLS[field.kind],
        meaning,
        privacy,
        "custom_values.value",
    )
