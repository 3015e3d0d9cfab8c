"""Spreadsheets of candidates: mapped, checked row by row, put into the outbox, and what became of each told beside."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from atsdesk import memory, spreadsheet
from atsdesk.accounts import Accounts
from atsdesk.ats.draft import Draft, value
from atsdesk.ats.form import Form, FormField, Option
from atsdesk.cancel import Cancel
from atsdesk.drafts import Drafts
from atsdesk.errors import ConfigError, DeskError
from atsdesk.outbox import Outbox
from atsdesk.spreadsheet import Sheet
from atsdesk.store import choices
from atsdesk.store.file import Store
from atsdesk.submit import columns, sheet
from atsdesk.submit.columns import Column
from atsdesk.submit.enclosing import enclose
from atsdesk.submit.problem import Problem
from atsdesk.submit.sheet import Outcome, SheetReport

REMEMBERED = "submit.columns"
"""What headers stood for, by account."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A spreadsheet that was read, with what its columns may stand for."""

    path: Path
    account: str
    job_id: str
    sheet: Sheet
    form: Form
    columns: tuple[Column, ...]
    mapping: Mapping[str, str]
    """Key by header: as remembered, or as the headers say; "" for those that say nothing."""


class Sheets:
    """The spreadsheets that go into one open data folder."""

    def __init__(self, store: Store, accounts: Accounts, drafts: Drafts, outbox: Outbox) -> None:
        self._store = store
        self._accounts = accounts
        self._drafts = drafts
        self._outbox = outbox

    @property
    def _folder(self) -> Path:
        return self._store.path.parent

    def open(self, path: Path, account: str, job_id: str = "") -> Opened:
        """Read a spreadsheet; raises `ConfigError` or `DataError` for one that cannot be read, or is no table. Slow."""
        found = spreadsheet.read(path)
        form = self._drafts.form(account, job_id)
        known = columns.columns(form, self._drafts.law(account))
        keys = {one.key for one in known}
        remembered = memory.read(self._folder).get(REMEMBERED, {}).get(account, {})
        said = {header: remembered[header] for header in found.headers if remembered.get(header) in keys}
        rest = [header for header in found.headers if header not in remembered]
        guessed = columns.guess(rest, [one for one in known if one.key not in said.values()])
        mapping = {header: said.get(header) or guessed.get(header, "") for header in found.headers}
        return Opened(path, account, job_id, found, form, tuple(known), mapping)

    def remember(self, opened: Opened, mapping: Mapping[str, str]) -> None:
        """Keep what the headers stand for, for the next spreadsheet of the account."""
        known = memory.read(self._folder).get(REMEMBERED, {})
        before = known.get(opened.account, {})
        memory.keep(self._folder, REMEMBERED, known | {opened.account: before | dict(mapping)})

    def check(
        self,
        opened: Opened,
        mapping: Mapping[str, str] | None = None,
        *,
        cancel: Cancel | None = None,
        progress: Callable[[int, int], None] = lambda done, of: None,
    ) -> SheetReport:
        """Check every row; nothing is sent. Slow: it reads all files. Raises `ConfigError` for a wrong mapping."""
        said = dict(opened.mapping if mapping is None else mapping)
        sheet.check_mapping(said, opened.columns)
        known: dict[tuple[str, tuple[str, ...]], tuple[Option, ...]] = {}

        def offered(field: FormField, draft: Draft) -> tuple[Option, ...]:
            by = tuple(str(value(draft, key)) for key in (field.local.by.values() if field.local else ()))
            if (field.key, by) not in known:
                known[field.key, by] = self._drafts.options(field, draft)
            return known[field.key, by]

        return sheet.check(
            opened.sheet,
            said,
            opened.columns,
            Draft(account=opened.account, job_id=opened.job_id),
            opened.form,
            offered,
            functools.cache(functools.partial(self._job, opened.account)),
            lambda draft: self._problems(draft, opened.path.parent),
            cancel or Cancel(),
            progress,
        )

    def put(self, opened: Opened, report: SheetReport, *, cancel: Cancel | None = None) -> dict[int, int]:
        """Put the good rows into the outbox, those that are there already excepted; submissions by row. Slow.

        A row that was put in before is the submission that it was, so that all can be done again after a break.
        """
        made: dict[int, int] = {}
        for one in report.good:
            (cancel or Cancel()).check()
            draft = self._drafts.tidy(one.draft)
            files = enclose(draft, opened.path.parent)
            made[one.row.number] = self._outbox.put(opened.account, draft, files).number
        self.remember(opened, report.columns)
        return made

    def results(self, opened: Opened, report: SheetReport, made: Mapping[int, int]) -> Path:
        """Write what became of each row beside the spreadsheet. Slow; raises `ConfigError`."""
        outcomes = {}
        for row, number in made.items():
            one = self._outbox.one(number)
            outcomes[row] = Outcome(
                one.state.replace("_", " ").capitalize(),
                f"{one.title} {one.hint}".strip(),
                one.number,
                one.candidate_id,
                one.application_id,
            )
        return sheet.write_results(opened.path, opened.sheet, report, outcomes)

    def _problems(self, draft: Draft, folder: Path) -> list[Problem]:
        try:
            files = enclose(draft, folder)
        except DeskError as error:
            unread = [Problem(error.concerns, "readable", error.title, error.hint)]
            return [*unread, *self._drafts.check_all(draft, ())]
        found = self._drafts.check_all(draft, files)
        for one in self._drafts.duplicates(draft):
            field = {"email": "email", "phone": "mobile_phone", "linkedin": "linkedin_url"}
            key = field.get(one.duplicate.by[0], "last_name")
            found.append(Problem(key, "duplicate", one.why, one.advice, firm=False))
        return found

    def _job(self, account: str, text: str) -> str:
        """The id of the job that a cell names."""
        with self._store.read() as connection:
            found = choices.jobs_named(connection, account, text)
        if len(found) != 1:
            raise ConfigError(
                f'"{text}" is the name of {len(found)} jobs.' if found else f'There is no job "{text}".',
                "Give the job's id or code.",
                concerns="job_id",
            )
        return found[0]
