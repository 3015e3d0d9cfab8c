"""Send a spreadsheet: choose it, say what its columns are, see every problem by its cell, send the good rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QWidget

from atsdesk.ats.form import Option
from atsdesk.desk import Desk
from atsdesk.errors import Cancelled
from atsdesk.sheets import Opened
from atsdesk.store.accounts import Account
from atsdesk.store.choices import Job
from atsdesk.submit.sheet import SheetReport
from atsdesk.ui import formats, help_window, words
from atsdesk.ui.parts import Notice, button, clear, column, framed, line, plain, row, scrolling
from atsdesk.ui.submit_choices import Box
from atsdesk.ui.submit_target import offer_jobs
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Job as Work
from atsdesk.ui.workers import Workers

ENDINGS = (".xlsx", ".csv", ".txt", ".tsv")
PROBLEMS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """A spreadsheet whose good rows are in the outbox: the submission by row."""

    opened: Opened
    report: SheetReport
    made: dict[int, int]


def dropped_sheet(data: QMimeData) -> Path | None:
    """The spreadsheet that is dragged, where it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None


def _put(desk: Desk, opened: Opened, report: SheetReport) -> Sent:
    return Sent(opened, report, desk.sheets.put(opened, report))


class SheetDialog(QDialog):
    """Nothing in it waits. Every row is checked before the first one is sent."""

    put_in = Signal(object)
    """A `Sent`: the good rows are in the outbox."""

    def __init__(
        self,
        desk: Desk,
        workers: Workers,
        accounts: Sequence[Account],
        shown: str,
        parent: QWidget | None = None,
        *,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self._path: Path | None = None
        self._opened: Opened | None = None
        self._work: Work | None = None
        self.report: SheetReport | None = None
        self.boxes: dict[str, Box] = {}
        self.setWindowTitle(self.tr("Import from spreadsheet"))
        help_window.offer(self, "spreadsheet")
        self.setAcceptDrops(True)
        self.account = Box(self._account_chosen)
        self.account.name(self.tr("Account"))
        self.account.offer([Option(one.id, one.id) for one in accounts])
        self.account.show_value(shown or next((one.id for one in accounts), ""))
        self.job = Box(self._look, self.tr("By the column “Job”"))
        self.job.name(self.tr("Job"))
        self.job.setMinimumContentsLength(28)
        self._build()
        self._read_jobs()
        self._able()
        if path is not None:
            self.look_at(path)

    def _build(self) -> None:
        says = self.tr(
            "An Excel workbook or a CSV file with one candidate a row; columns may hold paths of files,"
            " such as resumes. Drop it here, or choose it."
        )
        self.file = plain(self.tr("No file yet"), wrap=True)
        self.choose_button = button(self.tr("Choose…"), self.choose, glyph="folder")
        place = row(self.file, self.choose_button)
        place.setStretch(0, 1)
        account_label, job_label = plain(self.tr("Account"), "soft"), plain(self.tr("Job"), "soft")
        account_label.setBuddy(self.account)
        job_label.setBuddy(self.job)
        choices = row(account_label, self.account, SPACE[3], job_label, self.job, None)
        self._stripe = Stripe()
        self._stripe.hide()
        self.notice = Notice()
        head = column(
            plain(self.tr("Import from spreadsheet"), larger=5, bold=True), plain(says, "soft", wrap=True), place,
            choices, self._stripe, self.notice, gap=SPACE[3],
        )  # fmt: skip
        head.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[3])
        self._columns = QGridLayout()
        self._columns.setHorizontalSpacing(SPACE[4])
        self._columns.setVerticalSpacing(SPACE[2])
        self._columns.setColumnStretch(1, 1)
        self._problems = column(gap=SPACE[2])
        page = QWidget()
        page.setLayout(
            column(
                self._columns,
                self._problems,
                None,
                gap=SPACE[4],
                margins=(SPACE[5], SPACE[3], SPACE[5], SPACE[3]),
            )
        )
        area = scrolling(page, self.tr("Columns and problems"))
        self.close_button = button(self.tr("Cancel"), self.reject)
        self.send_button = button(self.tr("Send"), self.send, role="main", glyph="mail")
        foot = row(
            None, self.close_button, self.send_button, margins=(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        )
        box = column(head, line(), area, line(), foot, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(760, 680)

    # the file

    def choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Import from spreadsheet"),
            "",
            self.tr("Tables (*.xlsx *.csv *.txt *.tsv);;All files (*)"),
        )
        if path:
            self.look_at(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_sheet(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_sheet(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Read this file and check all its rows."""
        self._path = path
        self.file.setText(formats.isolated(path.name))
        self.file.setToolTip(formats.tip(str(path)))
        self._look()

    def _account_chosen(self) -> None:
        self._read_jobs()
        self._look()

    def _read_jobs(self) -> None:
        self._workers.read(self._desk.drafts.jobs, self.account.value(), then=self._take_jobs)

    def _take_jobs(self, jobs: Sequence[Job] | None, error: BaseException | None) -> None:
        if jobs is None:
            self._workers.trouble.emit(error)
            return
        offer_jobs(self.job, jobs)

    def _look(self) -> None:
        if self._path is not None:
            self._begin()
            self._work = self._workers.work(
                self._desk.sheets.open, self._path, self.account.value(), self.job.value(), then=self._looked
            )

    def _looked(self, opened: Opened | None, error: BaseException | None) -> None:
        if opened is None:
            self._complain(error)
            return
        self._opened = opened
        clear(self._columns)
        self.boxes.clear()
        options = [Option(one.key, words.label(one.label)) for one in opened.columns]
        for number, header in enumerate(opened.sheet.headers):
            box = Box(self.check, self.tr("Not used"))
            box.name(self.tr("Column for {}").format(header))
            box.offer(options)
            box.show_value(opened.mapping[header])
            samples = [one.cells[header] for one in opened.sheet.rows[:20] if header in one.cells]
            shown = " · ".join(formats.one_line(text)[:28] for text in dict.fromkeys(samples[:3]))
            self._columns.addWidget(plain(formats.isolated(header), wrap=True), number, 0)
            self._columns.addWidget(plain(formats.isolated(shown), "faint"), number, 1)
            self._columns.addWidget(box, number, 2)
            self.boxes[header] = box
        self.check()

    # checking

    def check(self) -> None:
        """Check every row by what the columns are said to be."""
        if self._opened is None:
            return
        self._begin()
        mapping = {header: str(box.value()) for header, box in self.boxes.items()}
        self._work = self._workers.work(self._desk.sheets.check, self._opened, mapping, then=self._checked)

    def _checked(self, report: SheetReport | None, error: BaseException | None) -> None:
        if report is None:
            self._complain(error)
            return
        self._finish()
        self.report = report
        good, every = len(report.good), len(report.rows)
        says = [self.tr("{} of {} rows can be sent.").format(formats.number(good), formats.number(every))]
        says += [self.tr("No column stands for {}.").format(words.label(label)) for label in report.missing]
        self.notice.say(" ".join(says), "good" if good == every and every else "warm")
        self._show_problems(report)
        self.send_button.setText(self.tr("Send {} rows").format(formats.number(good)))
        self._able()

    def _show_problems(self, report: SheetReport) -> None:
        clear(self._problems)
        found = [(one, problem) for one in report.rows for problem in one.problems]
        if not found:
            return
        self._problems.addWidget(plain(self.tr("To look at"), bold=True))
        table = QGridLayout()
        table.setHorizontalSpacing(SPACE[4])
        table.setVerticalSpacing(SPACE[2])
        table.setColumnStretch(2, 1)
        for number, (one, problem) in enumerate(found[:PROBLEMS_SHOWN]):
            place = one.header(problem)
            table.addWidget(
                plain(self.tr("Row {}").format(formats.number(one.row.number)), "soft"), number, 0
            )
            table.addWidget(plain(formats.isolated(place), "soft"), number, 1)
            tone = "bad" if problem.firm else "late"
            table.addWidget(plain(told(str(problem)), tone, wrap=True), number, 2)
        inside = column(table, margins=(SPACE[4], SPACE[3], SPACE[4], SPACE[3]))
        more = len(found) - PROBLEMS_SHOWN
        if more > 0:
            inside.addWidget(plain(self.tr("And {} more.").format(formats.number(more)), "faint"))
        self._problems.addWidget(framed("card", inside))

    # sending

    def send(self) -> None:
        """Put the good rows into the outbox."""
        if self._opened is None or self.report is None:
            return
        self._begin()
        self.close_button.setEnabled(False)
        self.notice.say(self.tr("Keeping the rows in the outbox…"), "info")
        self._work = self._workers.work(partial(_put, self._desk, self._opened, self.report), then=self._sent)

    def _sent(self, sent: Sent | None, error: BaseException | None) -> None:
        self.close_button.setEnabled(True)
        if sent is None:
            self._complain(error)
            return
        self.put_in.emit(sent)
        self.accept()

    def _begin(self) -> None:
        if self._work is not None:
            self._work.drop()
        self._stripe.show()
        self.send_button.setEnabled(False)

    def _finish(self) -> None:
        self._work = None
        self._stripe.hide()

    def _able(self) -> None:
        self.send_button.setEnabled(bool(self.report and self.report.good) and self._work is None)

    def _complain(self, error: BaseException | None) -> None:
        self._finish()
        if error is not None and not isinstance(error, Cancelled):
            self.notice.say(describe(error).says, "bad")

    def reject(self) -> None:
        if self.close_button.isEnabled():
            if self._work is not None:
                self._work.drop()
            super().reject()
