"""A spreadsheet of candidates: every row checked before the first one is sent, and a file that tells what became of
each."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from atsdesk.ats import draft as drafts
from atsdesk.ats.draft import Draft
from atsdesk.ats.form import Form, FormField, Option
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError, DeskError
from atsdesk.spreadsheet import Sheet, SheetRow
from atsdesk.submit import columns, values
from atsdesk.submit.columns import FILE, JOB, Column
from atsdesk.submit.problem import Problem, is_sendable

Checked = Callable[[Draft], list[Problem]]


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row: the draft it makes, and what is wrong with its cells."""

    row: SheetRow
    draft: Draft
    problems: tuple[Problem, ...]
    headers: Mapping[str, str]
    """Header of the column by key, to say which cell a problem is in."""

    @property
    def sendable(self) -> bool:
        return is_sendable(list(self.problems))

    def header(self, problem: Problem) -> str:
        """The column of the cell that a problem is in; "" for one of the row as a whole."""
        return self.headers.get(problem.field, "")


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What sending a spreadsheet would do; nothing is sent yet."""

    columns: Mapping[str, str]
    """Key by header; "" for those that are left out."""
    missing: tuple[str, ...]
    """Labels of required fields that no column stands for."""
    rows: tuple[RowReport, ...]

    @property
    def good(self) -> list[RowReport]:
        return [row for row in self.rows if row.sendable]

    @property
    def bad(self) -> list[RowReport]:
        return [row for row in self.rows if not row.sendable]


def check_mapping(mapping: Mapping[str, str], known: Sequence[Column]) -> None:
    """Raises `ConfigError` for headers that stand for what there is not, or for the same."""
    keys = {one.key for one in known}
    taken: dict[str, str] = {}
    for header, key in mapping.items():
        if key and key not in keys:
            raise ConfigError(
                f'"{header}" is mapped to "{key}", which is no field.',
                f"The fields are: {', '.join(sorted(keys))}. Leave one out with an empty text.",
                concerns=header,
            )
        if key in taken and key:
            raise ConfigError(
                f'"{header}" and "{taken[key]}" both stand for {key}.', "Map one of them.", concerns=header
            )
        taken[key] = header


def check(
    sheet: Sheet,
    mapping: Mapping[str, str],
    known: Sequence[Column],
    start: Draft,
    form: Form,
    offered: Callable[[FormField, Draft], Sequence[Option]],
    jobs: Callable[[str], str],
    checked: Checked,
    cancel: Cancel,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> SheetReport:
    """Check all rows. Slow. `start` is what all rows share, `jobs` gives the id of a job by its id, code or name and
    raises `DeskError`, `checked` finds what is wrong with a draft, its files, and whom it is."""
    by_key = {one.key: one for one in known}
    headers = {key: header for header, key in mapping.items() if key}
    rows: list[RowReport] = []
    for number, row in enumerate(sheet.rows):
        cancel.check()
        cells = {key: row.cells[header] for key, header in headers.items() if header in row.cells}
        rows.append(_row(row, cells, by_key, headers, start, offered, jobs, checked))
        progress(number + 1, len(sheet.rows))
    required = [one for one in form.fields() if isinstance(one, FormField) and one.required and not one.when]
    missing = tuple(
        one.label for one in required if one.key not in headers and not drafts.value(start, one.key)
    )
    return SheetReport(dict(mapping), missing, tuple(_twins(rows)))


def _row(
    row: SheetRow,
    cells: Mapping[str, str],
    known: Mapping[str, Column],
    headers: Mapping[str, str],
    start: Draft,
    offered: Callable[[FormField, Draft], Sequence[Option]],
    jobs: Callable[[str], str],
    checked: Checked,
) -> RowReport:
    problems: list[Problem] = []
    if JOB in cells:
        try:
            start = drafts.put(start, JOB, jobs(cells[JOB]))
        except DeskError as error:
            problems.append(Problem(JOB, "job", error.title, error.hint))
    others = {key: cell for key, cell in cells.items() if key != JOB}
    draft, unread = columns.draft_of(others, known, start, offered)
    problems += unread
    wrong = {problem.field for problem in problems}
    problems += [problem for problem in checked(draft) if problem.field not in wrong]
    located = {key: header for key, header in headers.items() if not key.startswith(FILE)}
    for place, file in enumerate(draft.files):
        key = f"{FILE}answers.{file.question}" if file.question else f"{FILE}{file.kind}"
        located[f"files[{place}]"] = headers.get(key, "")
    return RowReport(row, draft, tuple(problems), located)


def _twins(rows: Sequence[RowReport]) -> list[RowReport]:
    """Rows about the same person on the same job as a good row before get a problem that says so."""
    first: dict[tuple[str, str, str], int] = {}
    made = []
    for one in rows:
        same = [(mark, first[mark]) for mark in _marks(one.draft) if mark in first]
        if same:
            (field, _, _), number = same[0]
            words = f"The same person is in row {number}, for the same job."
            hint = "Take one of the two out; the first one is sent."
            made.append(replace(one, problems=(*one.problems, Problem(field, "twice", words, hint))))
        else:
            made.append(one)
            if one.sendable:
                first |= dict.fromkeys(_marks(one.draft), one.row.number)
    return made


def _marks(draft: Draft) -> list[tuple[str, str, str]]:
    """What tells a person apart, for one job."""
    country = draft.address.country
    marks = [("email", draft.email.strip().lower())]
    for field, number in (("mobile_phone", draft.mobile_phone), ("phone", draft.phone)):
        marks.append((field, values.phone(number, country).value if number else ""))
    marks.append(("linkedin_url", values.linkedin(draft.linkedin_url).value if draft.linkedin_url else ""))
    if not any(mark for _, mark in marks):
        marks = [("last_name", draft.name.casefold())]
    return [(field, mark, draft.job_id) for field, mark in marks if mark]


OUTCOMES = ("Row", "Result", "What to do", "Submission", "Candidate id", "Application id")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row."""

    result: str
    hint: str = ""
    submission: int = 0
    candidate_id: str = ""
    application_id: str = ""


def results_path(path: Path) -> Path:
    """The file that tells what became of the rows of another."""
    return path.with_name(f"{path.stem}.results.xlsx")


def write_results(path: Path, sheet: Sheet, report: SheetReport, outcomes: Mapping[int, Outcome]) -> Path:
    """Write the result file beside a spreadsheet: its cells, and what became of each row, by its number. Slow.

    Raises `ConfigError` where it cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    target = results_path(path)
    book = Workbook(write_only=True)
    page = book.create_sheet("Results")
    for number, line in enumerate(_lines(sheet, report, outcomes)):
        cells = []
        for text in line:
            cell = WriteOnlyCell(page, value=_storable(text))
            cell.data_type = "s"  # never a formula, whatever it begins with
            cells.append(cell)
        page.append(cells)
        if number == 0:
            page.freeze_panes = "A2"
    fresh = target.with_name(f"{target.name}.new")
    try:
        book.save(fresh)
        fresh.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise ConfigError(
            f"{target.name} cannot be written ({(error.strerror or str(error)).lower()}).",
            "Close it where it is open, or put the spreadsheet where you may write.",
            concerns=str(target),
        ) from error
    return target


def _storable(text: str) -> str:
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")[:32_000]


def _lines(sheet: Sheet, report: SheetReport, outcomes: Mapping[int, Outcome]) -> list[list[str]]:
    lines = [[*OUTCOMES, *sheet.headers]]
    for one in report.rows:
        outcome = outcomes.get(one.row.number) or Outcome("Not sent", _told(one))
        lines.append(
            [
                str(one.row.number),
                outcome.result,
                outcome.hint,
                str(outcome.submission or ""),
                outcome.candidate_id,
                outcome.application_id,
                *(one.row.cells.get(header, "") for header in sheet.headers),
            ]
        )
    return lines


def _told(one: RowReport) -> str:
    return " ".join(
        f"{header}: {problem}" if (header := one.header(problem)) else str(problem)
        for problem in one.problems
        if problem.firm
    )
