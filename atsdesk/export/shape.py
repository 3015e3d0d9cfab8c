"""What a sheet is: a name, columns, and the statement that reads its rows."""

from dataclasses import dataclass

from atsdesk.export.cell import As
from atsdesk.store.tables import Privacy


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet: `sql` reads its values, `cell` says what they become."""

    name: str
    sql: str
    cell: As
    meaning: str
    privacy: Privacy = Privacy.OPEN
    declared: str = ""
    """The column of a table that it tells, as `applications.status`."""
    of: str = ""
    """What a key is the key of, as `candidate`."""
    wraps: int = 0
    """Text wraps in a column this wide; 0: it does not, and the width is found from the rows."""
    since: str = ""
    """Reads the moment from which days are counted up to the last sync; null in rows whose days stand still."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is one Table. `source` and `where` decide which rows there are, `lookups` only add to them."""

    name: str
    meaning: str
    columns: tuple[SheetColumn, ...]
    source: str = ""
    where: str = ""
    lookups: str = ""
    group: str = ""
    order: str = ""
    key: str = ""
    """The internal key that tells rows apart and that they are ordered by, where there is one."""
    account: str = "null"
    """Reads the account of a row, whose time zone its dates are in."""

    @property
    def select(self) -> tuple[str, ...]:
        """What the statement reads: the account, then each expression once."""
        return tuple(dict.fromkeys((self.account, *(column.sql for column in self.columns))))

    @property
    def places(self) -> tuple[int, ...]:
        """Where in a row of the statement each column's value stands."""
        place = {sql: number for number, sql in enumerate(self.select)}
        return tuple(place[column.sql] for column in self.columns)

    def rows_sql(self) -> str:
        read = ",\n  ".join(self.select)
        parts = (self.source, self.lookups, self.where, self.group, self.order)
        return "\n".join(("select", f"  {read}", *parts))

    def count_sql(self) -> str:
        return "\n".join(("select count(*)", self.source, self.where))
