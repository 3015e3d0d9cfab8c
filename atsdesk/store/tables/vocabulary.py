"""The words that tables are described in.

Names are the same everywhere: SQLite table = sheet = word in the window = word in code. Ids are the
vendor's, as text. `*_at` is a moment in UTC (`2026-03-01T08:00:00Z`), `*_on` a day (`2026-03-01`).
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds; decides its SQL type, its look in the window and its cell in an export."""

    TEXT = "text"
    ID = "id"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOL = "bool"
    TIME = "time"
    DAY = "day"
    JSON = "json"
    HTML = "html"
    HASH = "hash"
    BYTES = "bytes"


class Privacy(StrEnum):
    """How near a column is to a person; exports and erasure go by it."""

    OPEN = "open"
    COLLEAGUE = "colleague"
    """Of somebody who works for the company: it stays when a candidate is erased."""
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class Grain(StrEnum):
    """How rows of a table come and go."""

    ENTITY = "entity"  # has the vendor's id; upserted one by one
    OWNED = "owned"  # belongs to one row of another table and is replaced together with its siblings
    DESK = "desk"  # ATS Desk's own book-keeping, or the user's


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind
    meaning: str
    privacy: Privacy = Privacy.OPEN
    label: str = ""
    of: str = ""
    """The table whose id it is, where its name does not say so."""
    keep_earliest: bool = False
    """On an upsert the earlier of the stored and the new value stays."""
    derived: bool = False
    """Follows from other columns, so that its changes say nothing new and are left out of the history."""

    @property
    def title(self) -> str:
        return self.label or self.name.removesuffix("_at").removesuffix("_on").replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    meaning: str
    columns: tuple[Column, ...]
    grain: Grain = Grain.ENTITY
    owners: tuple[str, ...] = ()
    """The tables whose rows own those of an owned table; each row belongs to one row of one of them."""
    key: tuple[str, ...] = ()
    """Primary key of a desk table; the others have theirs by grain."""
    indexes: tuple[str, ...] = ()
    """Comma separated columns or expressions, one entry an index, `where ...` behind them for a partial one."""
    search: tuple[str, ...] = ()
    """Columns the full-text index covers."""
    label: str = ""

    @property
    def title(self) -> str:
        return self.label or self.name.replace("_", " ").capitalize()

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


OWNED_PER_OWNER = 1 << 16
OWNER_TABLES = 1 << 60
"""An owned row's `pk` is its owner's `pk` times 65536, plus its place: siblings lie together in the file and need no
index, which is what makes 700,000 steps cheap (the owner is `pk / 65536`). Where rows of several tables own rows of
one, 2 to the power of 60 times the owner's table's place among them is added."""


def span(table: Table, owner: str, pk: int) -> tuple[int, int]:
    """The first and the last pk that rows of `table` may have that belong to row `pk` of the table `owner`."""
    first = table.owners.index(owner) * OWNER_TABLES + pk * OWNED_PER_OWNER
    return first, first + OWNED_PER_OWNER - 1


T, ID_, INT, DEC, YES = Kind.TEXT, Kind.ID, Kind.INTEGER, Kind.DECIMAL, Kind.BOOL
AT, ON, JSON, HTML = Kind.TIME, Kind.DAY, Kind.JSON, Kind.HTML
PERSONAL, SENSITIVE, COLLEAGUE = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.COLLEAGUE

ACCOUNT = Column("account_id", ID_, "The account the row came from.", label="Account")
ID = Column("id", ID_, "The ATS's own id, unique in the account.", label="Id")
OURS = (
    Column("first_seen_at", AT, "When ATS Desk first saw the row."),
    Column("last_changed_at", AT, "When ATS Desk last saw the row change."),
    Column("deleted_at", AT, "When the ATS no longer had the row; blank while it exists."),
)
CREATED = Column("created_at", AT, "When it was created in the ATS.", keep_earliest=True)
UPDATED = Column("updated_at", AT, "When the ATS last changed it, where the ATS says so.")


def entity(
    name: str, meaning: str, *columns: Column, indexes: tuple[str, ...] = (), search: tuple[str, ...] = ()
) -> Table:
    return Table(
        name, meaning, (ACCOUNT, ID, *columns, CREATED, UPDATED, *OURS), indexes=indexes, search=search
    )


def owned(
    name: str, owners: tuple[str, ...], meaning: str, *columns: Column, indexes: tuple[str, ...] = ()
) -> Table:
    return Table(name, meaning, (ACCOUNT, ID, *columns, *OURS), Grain.OWNED, owners, indexes=indexes)


def desk(
    name: str, meaning: str, *columns: Column, key: tuple[str, ...] = (), indexes: tuple[str, ...] = ()
) -> Table:
    return Table(name, meaning, columns, Grain.DESK, key=key, indexes=indexes)
