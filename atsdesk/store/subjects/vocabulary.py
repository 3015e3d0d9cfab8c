"""The words in which the kinds of things that can be looked up are described."""

from dataclasses import dataclass
from enum import StrEnum

from atsdesk.store.tables import TABLES, Grain


class Takes(StrEnum):
    """What a filter is given: words or ids separated by commas, a moment, a day, or nothing."""

    WORDS = "words"
    MOMENT = "moment"
    DAY = "day"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to choose among rows `t`.

    In `sql`, `{ids}` and `{words}` stand for what was given (words in small letters), `{value}` for a moment or day.
    """

    key: str
    meaning: str
    sql: str
    takes: Takes = Takes.WORDS
    of: str = ""
    """The table whose ids are given."""
    among: tuple[str, ...] = ()
    """The words there are, besides those that the rows have in `spelt`; none means any."""
    spelt: tuple[str, ...] = ()


OWNED = "pk"


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of another kind that are shown below one: those whose column `by` names it, or those it owns."""

    subject: str
    by: str = OWNED
    through: str = ""
    """A table whose rows belong to it by the same column, and own some of them too."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One kind of thing: where its rows are, what a list shows of them, and what belongs to one of them."""

    name: str
    table: str
    columns: tuple[str, ...]
    """What a list shows: columns, and names by ids (`job` for `job_id`)."""
    filters: tuple[Filter, ...] = ()
    parts: tuple[Part, ...] = ()
    label: tuple[str, ...] = ("name",)
    """What it is called in a drop-down list: the first that is not blank."""
    choosable: str = ""
    """Condition under which it is in a drop-down list."""
    order: str = "t.name, t.id"
    key: str = "id"
    """The column that names one."""
    where: str = ""
    parent: str = ""
    """The column that names the row above it in a tree."""
    source: str = ""
    """SQL in place of the table, which then has the columns of `columns` only."""

    @property
    def plural(self) -> str:
        return f"{self.name}s"

    @property
    def noun(self) -> str:
        return self.name.replace("-", " ")

    @property
    def shown_alone(self) -> bool:
        """It has an id by which it can be asked for."""
        return TABLES[self.table].grain is Grain.ENTITY and not self.source


def window(key: str, column: str, what: str) -> tuple[Filter, Filter]:
    day = column.endswith("_on")
    takes = Takes.DAY if day else Takes.MOMENT
    return (
        Filter(f"{key}-after", f"{what} at or after WHEN.", f"t.{column} >= {{value}}", takes),
        Filter(f"{key}-before", f"{what} before WHEN.", f"t.{column} < {{value}}", takes),
    )


def of(key: str, table: str, column: str = "") -> Filter:
    return Filter(key, f"Of these {key}s, by id.", f"t.{column or key}_id in {{ids}}", of=table)


def status(*among: str, raw: bool = True) -> Filter:
    columns = ("t.status", "t.status_raw") if raw else ("t.status",)
    sql = " or ".join(f"lower({column}) in {{words}}" for column in columns)
    return Filter(
        "status", "With one of these standings, in our word or the ATS's.", sql, among=among, spelt=columns
    )


NAMED = Filter("ids", "With these ids.", "t.id in {ids}")
CREATED = window("created", "created_at", "Created")
UPDATED = window("updated", "updated_at", "Last changed in the ATS")
ACTIVITY = window("activity", "last_activity_at", "With the last activity")
ACTIVE = Filter("active", "Only those still in use.", "t.is_active is not 0", Takes.NOTHING)
INACTIVE = Filter("inactive", "Only those no longer in use.", "t.is_active = 0", Takes.NOTHING)
IN_USE = (ACTIVE, INACTIVE)
JOB, APPLICATION, CANDIDATE = (
    of("job", "jobs"),
    of("application", "applications"),
    of("candidate", "candidates"),
)
VALUES = Part("custom-value")
