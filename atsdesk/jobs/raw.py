"""Lists of jobs as their files hold them: headers, rows of text, and what is odd about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

MOST_ROWS = 200_000
MOST_COLUMNS = 250


class What(StrEnum):
    """What may be odd about a list or a row of it. Sentences for the command; the window has its own."""

    NO_HEADERS = "No row looks like headers, so the columns have letters for names."
    NO_TITLES = "No column stands for the title of the jobs: say which one it is."
    UNNAMED = 'A column without a header has cells: it is called "{header}".'
    HEADER_TWICE = 'Two columns have one header: the second is called "{header}".'
    OTHER_SHEETS = "There are other sheets: {value}."
    MENDED = "The XML was not well-formed and was mended: compare some rows with the file."
    NO_TITLE = "There is no title."
    SAME_ID = "The id {value} is in row {other}, too."
    SAME_CODE = "The code {value} is in row {other}, too: no job is linked by it."
    SAME_JOB = "It is the same job as in row {other}: {value}."
    FORMULA = '"{header}" is a formula, and its result is not in the file: open and save it in Excel.'
    ERROR = '"{header}" is an error of the spreadsheet: {value}.'
    GARBLED = '"{header}" has letters of a wrong encoding: {value}.'
    MERGED = '"{header}" is merged with the cell of row {other}: it was taken from there.'
    TOO_MANY = "It has {value} cells, more than there are headers."
    TOO_FEW = "It has {value} cells, fewer than there are headers."
    NO_ADDRESS = '"{header}" is no address and is left out: {value}.'


BLOCKING = frozenset(
    (
        What.NO_TITLES,
        What.NO_TITLE,
        What.SAME_ID,
        What.SAME_JOB,
        What.FORMULA,
        What.ERROR,
        What.GARBLED,
        What.TOO_MANY,
    )
)
"""What keeps a row out; the rest is good to know."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd about one row, or about the whole list (row 0)."""

    what: What
    row: int = 0
    header: str = ""
    value: str = ""
    other: int = 0

    @property
    def blocks(self) -> bool:
        return self.what in BLOCKING

    def __str__(self) -> str:
        told = self.what.value.format(header=self.header, value=self.value, other=self.other)
        return f"Row {self.row}: {told[:1].lower()}{told[1:]}" if self.row else told


@dataclass(slots=True)
class Row:
    """A row of a file; `values` and `links` by header."""

    number: int
    """As a spreadsheet counts, from 1; of a feed, the job's place in it."""
    values: dict[str, str]
    links: Mapping[str, str] = field(default_factory=dict)
    """What a cell leads to, where that is not its text."""
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Raw:
    """A file that was read; nothing of it was understood yet."""

    kind: str
    """xlsx, csv, xml or json."""
    headers: Sequence[str]
    rows: Sequence[Row]
    problems: list[Problem] = field(default_factory=list)
    sheets: Sequence[str] = ()
    sheet: str = ""
    header_row: int = 0
    """The row that the headers were taken from; 0 for none."""


@dataclass(slots=True)
class Line:
    """A row of a grid, before anything is known of headers."""

    number: int
    cells: list[str]
    links: dict[int, str] = field(default_factory=dict)
    """By column, from 0."""
    problems: list[tuple[int, Problem]] = field(default_factory=list)
    """By column; the header is filled in later."""
