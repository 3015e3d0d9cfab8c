"""What has to be sent of a table: the rows whose line is another than the one that was sent last, and those gone.

All rows are looked at, in the order of their numbers, beside the hashes of what was sent. The history of changes would
not do: what is erased leaves it, and a row also changes with the names, custom fields and keys that it shows of others.
"""

import csv
import datetime as dt
import io
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xxhash import xxh3_64_intdigest

from atsdesk.export import csv_text
from atsdesk.export.calendar import CALENDAR
from atsdesk.export.cell import As
from atsdesk.export.csv_folder import Lines, joined, local_day
from atsdesk.export.moment import LocalDays
from atsdesk.export.plan import OWN_JOB
from atsdesk.export.publish.target import Target
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.export.snapshot import Snapshot
from atsdesk.store.profiles import EVERYTHING, Selection
from atsdesk.store.published import Publication

ROW, ACCOUNT = "_row", "_account"
"""The columns by which rows are told apart: their number in the folder they come from, and the account they are of."""
_NUMBERED = {CALENDAR.name: "unixepoch(calendar.day) / 86400"}
"""Sheets of no account: their rows have the same numbers in every folder, and are shared."""
_SIGN = 1 << 63


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be published where, and what was there after the last time."""

    target: Target
    password: str
    publication: Publication
    selection: Selection = EVERYTHING
    take_over: bool = False
    """Also accounts that another folder publishes there."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A sheet as it is published: the two columns in front of it, and behind it the moments that days go on from."""

    sheet: Sheet
    columns: tuple[SheetColumn, ...]
    going_on: tuple[SheetColumn, ...]
    """Columns of days that the database reckons up to the last sync, from `since_name`."""

    @property
    def name(self) -> str:
        return self.sheet.name

    @property
    def shared(self) -> bool:
        """Whether the rows are of no account, and belong to all who publish there."""
        return self.name in _NUMBERED

    @property
    def types(self) -> dict[str, str]:
        return {column.name: str(column.cell) for column in self.columns}

    @property
    def promised(self) -> dict[str, str]:
        """The columns that people build on."""
        return {name: kind for name, kind in self.types.items() if not name.startswith("_")}


def desk_of(publication: Publication) -> str:
    """What stands for the account in rows that are of none: other desks publish to the same place."""
    return f"desk:{publication.id}"


def plan(sheet: Sheet, publication: Publication, *, reckoned: bool) -> Plan:
    """`reckoned`: the database reckons days that go on, so that their rows need not be sent after each sync."""
    counted, order = sheet.key or _NUMBERED.get(sheet.name, ""), sheet.order
    if not counted:
        counted = f"{sheet.name}.rowid"
        order = f"order by {counted}"
    number = SheetColumn(ROW, counted, As.WHOLE, "Number of the row where it comes from.")
    account = sheet.account
    if account == "null":
        account = "''" if sheet.name in _NUMBERED else f"'{desk_of(publication)}'"
    whose = SheetColumn(ACCOUNT, account, As.TEXT, "The account that the row is of, or the data folder.")
    going_on = tuple(column for column in sheet.columns if column.since and reckoned)
    told = tuple(_told(column, publication, goes_on=column in going_on) for column in sheet.columns)
    since = (
        SheetColumn(since_name(column.name), column.since, As.TIME, f"From when {column.name} goes on.")
        for column in going_on
    )
    columns = (number, whose, *told, *since)
    return Plan(replace(sheet, columns=columns, order=order), columns, going_on)


def _told(column: SheetColumn, publication: Publication, *, goes_on: bool) -> SheetColumn:
    if goes_on:
        return replace(column, sql=f"case when {column.since} is null then {column.sql} end")
    if column.of == OWN_JOB:  # every desk numbers its own jobs from 1
        return replace(column, sql=f"'{desk_of(publication)}:' || {column.sql}")
    return column


def since_name(column: str) -> str:
    return f"_{column}_since"


@dataclass(slots=True)
class Difference:
    """One table on its way. `pieces` has to be read to its end before the rest is known."""

    data: Snapshot
    plan: Plan
    before: bytes
    """The digests of what was sent last; blank to send everything."""
    salt: int
    numbered_anew: bool = False
    """Rows have new numbers each time, so that nothing in them tells which was which."""
    count: int = 0
    sent: int = 0
    gone: list[int] = field(default_factory=list)
    hashes: bytes = b""
    digests: bytes = b""
    """Blank where rows are numbered anew: they can be compared with nothing."""

    def pieces(self, zones: Mapping[object, LocalDays]) -> Iterator[tuple[int, list[bytes]]]:
        """How many rows were looked at, and the lines to send among them."""
        sheet = self.plan.sheet
        cells = Lines(sheet, zones, guarded=False)
        made = csv_text.Lines(sheet, None, lambda rows: joined(fitting(sheet, cells.of(rows))), guarded=False)
        numbers, hashes = _unpacked(self.before)
        now_numbers, now_hashes = array("q"), array("q")
        place, last, salt = 0, len(numbers), self.salt
        for _, piece in made.read(self.data):
            changed = []
            for line in piece:
                head, _, rest = line.partition(b",")
                number = int(head)
                hashed = xxh3_64_intdigest(rest, salt) - _SIGN
                now_numbers.append(number)
                now_hashes.append(hashed)
                while place < last and numbers[place] < number:
                    self.gone.append(numbers[place])
                    place += 1
                if place < last and numbers[place] == number:
                    place += 1
                    if hashes[place - 1] == hashed:
                        continue
                changed.append(line)
            if self.numbered_anew:
                first = self.count + 1
                changed = [
                    b"%d,%b" % (first + at, line.partition(b",")[2]) for at, line in enumerate(changed)
                ]
            self.count += len(piece)
            self.sent += len(changed)
            yield len(piece), changed
        self.gone += numbers[place:]
        self.hashes = now_hashes.tobytes()
        self.digests = b"" if self.numbered_anew else now_numbers.tobytes() + self.hashes


def rows_in(digests: bytes) -> int:
    return len(digests) // 16


def zones_of(data: Snapshot) -> dict[object, LocalDays]:
    """The time zones of the accounts, known to the connection by the function `local_day` from now on."""
    zones: dict[object, LocalDays] = {account.id: LocalDays(account.zone) for account in data.accounts}
    data.connection.create_function("local_day", 2, local_day(zones), deterministic=True)
    return zones


def _unpacked(digests: bytes) -> tuple["array[int]", "array[int]"]:
    both = array("q")
    both.frombytes(digests)
    return both[: len(both) // 2], both[len(both) // 2 :]


def fields_of(line: bytes) -> list[str | None]:
    """The fields of a line; blanks as None."""
    (row,) = csv.reader(io.StringIO(line.decode(), newline=""))
    return [value or None for value in row]


def fitting(sheet: Sheet, rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Rows of fields, with blanks in place of what is not of its column's type."""
    fits = [_FITS[column.cell] for column in sheet.columns]
    return [
        tuple(value if not value or is_it(value) else "" for is_it, value in zip(fits, row, strict=True))
        for row in rows
    ]


def _is_whole(value: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]{1,18}", value))


def _is_decimal(value: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?", value)) and len(value) < 300


_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[-+]\d\d:\d\d)?)?", re.ASCII).fullmatch


def _is_moment(value: str) -> bool:
    try:
        return bool(_MOMENT(value)) and dt.datetime.fromisoformat(value).year > 1
    except ValueError:
        return False


_FITS: dict[As, Callable[[str], bool]] = {
    As.TEXT: lambda _: True,
    As.WHOLE: _is_whole,
    As.DECIMAL: _is_decimal,
    As.BOOL: lambda value: value in {"TRUE", "FALSE"},
    As.TIME: _is_moment,
    As.DAY: _is_moment,
    As.LOCAL_DAY: _is_moment,
}
