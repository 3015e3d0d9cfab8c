"""The README sheet: what the workbook is, for people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from atsdesk.export import cell
from atsdesk.export.cell import Noted, Reason
from atsdesk.export.privacy import TELLS
from atsdesk.export.snapshot import Account
from atsdesk.export.workbook import ACCENT, FONT, Page
from atsdesk.store.profiles import EVERYTHING, Selection

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_NOTES = 40
_TELLING = 108
_ROW = 19.0
_GREY = "5F6670"
_LINE = "D5DAE0"


@dataclass(frozen=True, slots=True)
class Altered:
    """Values of one column that could not be written as they are."""

    sheet: str
    column: str
    reason: Reason
    count: int

    def __str__(self) -> str:
        values = "1 value" if self.count == 1 else f"{self.count:,} values"
        return f"{self.sheet}, {self.column}: {values}, each of which {self.reason}."


@dataclass(frozen=True, slots=True)
class About:
    """What the README tells."""

    version: str
    when: datetime
    accounts: Sequence[Account]
    pages: Sequence[Page]
    altered: Sequence[Altered]
    warnings: Sequence[str]
    selection: Selection = EVERYTHING


def fill(sheet: "Worksheet", about: About) -> None:
    """Write the README."""
    letter = _Letter(sheet)
    letter.title(
        "ATS Desk export",
        "A copy of what your applicant tracking systems hold, ready for Excel, Power BI and Tableau.",
    )
    when = about.when
    letter.facts(
        (
            ("Written", f"{when.astimezone(UTC):%Y-%m-%d %H:%M} UTC"),
            ("Local time", local(when)),
            ("Program", f"ATS Desk {about.version}".strip()),
            ("Privacy", TELLS[about.selection.disclosure]),
            ("Filters", filters(about.selection) or "none: everything the ATS still has"),
            (
                "Editing",
                "Do not edit: the file is overwritten at each export. Build on it from another workbook.",
            ),
        )
    )
    letter.table(
        "Accounts",
        ("Account", "System", "Last sync and time zone"),
        [(account.id, account.ats, _freshness(account)) for account in about.accounts]
        or [("none yet", "", "Add an account in ATS Desk and sync it.")],
    )
    letter.table(
        "Sheets",
        ("Sheet", "Rows", "What it holds"),
        [(page.name, page.rows, page.sheet.meaning) for page in about.pages],
        links=True,
    )
    letter.notes(
        "How to read it",
        (
            "Sheets join by their key columns: applications.candidate_key is candidates.candidate_key.",
            "Columns ending in _at_utc are moments in UTC; those ending in _date are days in the account's time zone.",
            "Columns ending in _days are days with decimals, counted to the account's last sync where they still run.",
            "A blank cell means that the ATS has no value. Rows that the ATS has deleted are not included.",
            "The Dictionary explains every column; Sync tells how fresh each list is.",
        ),
    )
    letter.notes(
        "Notes on this export",
        (*about.warnings, *_told(about.altered)) or ("Every value was written as the ATS holds it.",),
    )


def filters(selection: Selection) -> str:
    """What was chosen, in words; "" where it was everything."""
    query = selection.query
    parts = [f"account {query.account}"] if query.account else []
    parts += [f"search {query.text.strip()}"] if query.text.strip() else []
    parts += [f"{key} {' or '.join(values)}" for key, values in query.chosen.items() if values]
    parts += [f"tables {', '.join(selection.tables)}"] if selection.tables else []
    parts += [f"some columns of {', '.join(selection.columns)}"] if selection.columns else []
    return "; ".join(parts)


def fill_short(sheet: "Worksheet", facts: Iterable[tuple[str, str]], altered: Sequence[Altered]) -> None:
    """Write the README of a workbook that holds what a table showed."""
    letter = _Letter(sheet)
    letter.title("ATS Desk", "Rows and columns as they were on screen; moments are in UTC.")
    letter.facts(facts)
    letter.notes("Notes on this export", _told(altered) or ("Every value was written as the ATS holds it.",))


def _told(altered: Sequence[Altered]) -> list[str]:
    told = [str(one) for one in altered[:_MOST_NOTES]]
    if len(altered) > _MOST_NOTES:
        told.append(f"... and {len(altered) - _MOST_NOTES} more columns.")
    return told


def _freshness(account: Account) -> str:
    synced = f"synced {account.last_sync} UTC" if account.last_sync else "never synced"
    return f"{synced}; dates are days in {account.zone_name}"


def local(when: datetime) -> str:
    """A moment as the computer's user tells the time."""
    here = when.astimezone()
    return f"{here:%Y-%m-%d %H:%M} ({here.tzname()})"


def _row_height(text: str) -> float:
    return _ROW + 15 * (len(text) // _TELLING)


class _Letter:
    """Writes down the sheet, block by block."""

    def __init__(self, sheet: "Worksheet") -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
        from openpyxl.worksheet.properties import PageSetupProperties

        self._sheet = sheet
        self._row = 1
        self._plain = Font(name=FONT, size=11)
        self._label = Font(name=FONT, size=11, color=_GREY)
        self._link = Font(name=FONT, size=11, color=ACCENT, underline="single")
        self._heading = Font(name=FONT, size=13, bold=True, color=ACCENT)
        self._titles = (
            Font(name=FONT, size=20, bold=True, color=ACCENT),
            Font(name=FONT, size=11, color=_GREY),
        )
        self._columns = Font(name=FONT, size=11, bold=True, color="FFFFFF")
        self._fill = PatternFill("solid", fgColor=ACCENT)
        self._wrap = Alignment(wrap_text=True, vertical="center", indent=1)
        self._number = Alignment(horizontal="right", vertical="center", indent=1)
        self._middle = Alignment(vertical="center", indent=1)
        self._line = Border(bottom=Side("thin", color=_LINE))
        for letter, width in (("A", 24), ("B", 14), ("C", _TELLING)):
            sheet.column_dimensions[letter].width = width
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def title(self, title: str, subtitle: str) -> None:
        for text, font, height in zip((title, subtitle), self._titles, (32, 18), strict=True):
            made = self._put(1, text)
            made.font, made.alignment = font, self._middle
            self._sheet.row_dimensions[self._row].height = height
            self._row += 1
        self._row += 1

    def facts(self, facts: Iterable[tuple[str, str]]) -> None:
        for label, value in facts:
            for place, text, font in ((1, label, self._label), (2, value, self._plain)):
                made = self._put(place, text)
                made.font, made.alignment = font, self._middle
            self._row += 1
        self._row += 1

    def table(
        self,
        heading: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[str | int]],
        *,
        links: bool = False,
    ) -> None:
        from openpyxl.worksheet.hyperlink import Hyperlink

        self._start(heading)
        for place, column in enumerate(columns, 1):
            made = self._put(place, column)
            made.font, made.fill, made.alignment = self._columns, self._fill, self._middle
            if column == "Rows":
                made.alignment = self._number
        self._sheet.row_dimensions[self._row].height = _ROW
        self._row += 1
        for row in rows:
            self._sheet.row_dimensions[self._row].height = _row_height(str(row[-1]))
            for place, value in enumerate(row, 1):
                made = self._put(place, value)
                made.font, made.border = self._plain, self._line
                made.alignment = self._number if isinstance(value, int) else self._wrap
                if isinstance(value, int):
                    made.number_format = "#,##0"
            if links:
                made = cast("Cell", self._sheet.cell(self._row, 1))
                made.hyperlink = Hyperlink(
                    ref=made.coordinate, location=f"'{row[0]}'!A1", display=str(row[0])
                )
                made.font = self._link
            self._row += 1
        self._row += 1

    def notes(self, heading: str, notes: Iterable[str]) -> None:
        self._start(heading)
        for note in notes:
            made = self._put(1, note)
            made.font, made.alignment = self._plain, self._middle
            self._row += 1
        self._row += 1

    def _start(self, heading: str) -> None:
        made = self._put(1, heading)
        made.font, made.alignment = self._heading, self._middle
        self._sheet.row_dimensions[self._row].height = 26
        self._row += 1

    def _put(self, place: int, value: str | int) -> "Cell":
        """A cell that is a number, or text whatever it looks like."""
        made = cast("Cell", self._sheet.cell(self._row, place))
        if isinstance(value, int):
            made.value = value
            return made
        text = cell.escape_like(cell.text(value, Noted()))
        made.value = text or None
        if text:
            made.data_type = "s"
            made.quotePrefix = cell.looks_like_formula(text)
        return made
