"""The Submit tab: write somebody down and send them, or see what became of those who were sent."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QStackedWidget

from atsdesk.ats.draft import Draft
from atsdesk.desk import Desk
from atsdesk.store.accounts import Account
from atsdesk.sync.books import Changes
from atsdesk.ui import formats
from atsdesk.ui.parts import button, column, line, plain, row
from atsdesk.ui.sheet_dialog import Sent, SheetDialog
from atsdesk.ui.submit_editor import SubmitEditor
from atsdesk.ui.submit_outbox import OutboxView
from atsdesk.ui.submit_sending import Sendings
from atsdesk.ui.theme import SPACE
from atsdesk.ui.workers import Workers


class SubmitTab(QFrame):
    """Two pages: the draft that is written, and the outbox."""

    said = Signal(str)
    candidate_wanted = Signal(str, str)
    """Account and id of a candidate to look at."""

    def __init__(self, desk: Desk, workers: Workers) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._desk, self._workers = desk, workers
        self._accounts: Sequence[Account] = ()
        self._sheets: list[Sent] = []
        """Spreadsheets of which not everything is sent yet."""
        self.sendings = Sendings(desk, workers, self)
        self.editor = SubmitEditor(desk, workers)
        self.outbox = OutboxView(desk, workers, self.sendings)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.editor)
        self.pages.addWidget(self.outbox)
        self.write_button = self._segment(self.tr("New candidate"), 0)
        self.outbox_button = self._segment(self.tr("Outbox"), 1)
        group = QButtonGroup(self)
        for one in (self.write_button, self.outbox_button):
            group.addButton(one)
        self.write_button.setChecked(True)
        self.sheet_button = button(self.tr("Import from spreadsheet…"), self.open_sheet, glyph="sheet")
        head = row(
            plain(self.tr("Submit"), larger=5, bold=True), SPACE[4], self.write_button, self.outbox_button, None,
            self.sheet_button, margins=(SPACE[6], SPACE[4], SPACE[6], SPACE[3]),
        )  # fmt: skip
        box = column(head, line(), self.pages, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.editor.put_in.connect(self._put_in)
        self.editor.kept.connect(self.outbox.reread)
        self.editor.candidate_wanted.connect(self.candidate_wanted)
        self.outbox.edit_wanted.connect(self._edit)
        self.outbox.correct_wanted.connect(self._correct)
        self.outbox.new_wanted.connect(lambda: self.show_page(0))
        self.outbox.counted.connect(self._count)
        self.sendings.changed.connect(self._write_results)
        self.sendings.failed.connect(lambda error: workers.trouble.emit(error))

    def _segment(self, text: str, page: int) -> QPushButton:
        made = button(text, lambda: self.show_page(page), role="segment")
        made.setCheckable(True)
        return made

    def show_page(self, page: int) -> None:
        """Show the draft (0) or the outbox (1)."""
        self.pages.setCurrentIndex(page)
        (self.outbox_button if page else self.write_button).setChecked(True)

    def start(self) -> None:
        """Write somebody new down."""
        self.show_page(0)
        self.editor.start()
        self.editor.job.setFocus()

    def add_to(self, draft: Draft, name: str) -> None:
        """Write down what is added to somebody whom the ATS has."""
        self.show_page(0)
        self.editor.add_to(draft, name)
        self.editor.job.setFocus()

    def take_note(self, account: str, number: int) -> None:
        """Something is in the outbox that was not written here: it is sent while people stay where they are."""
        self.sendings.start(account)
        self.outbox.reread()
        self.said.emit(self.tr("In the outbox: {}").format(formats.number(number)))

    def tell_accounts(self, accounts: Sequence[Account], shown: str) -> None:
        self._accounts = accounts
        self.editor.tell_accounts(accounts, shown)
        self.sheet_button.setEnabled(bool(accounts))

    def take_changes(self, changes: Changes) -> None:
        """A sync may have confirmed what was sent."""
        if self.outbox.isVisible() and changes.tables & {"applications", "candidates"}:
            self.outbox.reread()

    def _put_in(self, account: str, number: int) -> None:
        self.show_page(1)
        self.sendings.start(account)
        self.said.emit(self.tr("In the outbox: {}").format(formats.number(number)))

    def _edit(self, number: int) -> None:
        self.show_page(0)
        self.editor.open(number)

    def _correct(self, number: int) -> None:
        self.show_page(0)
        self.editor.correct(number)

    def _count(self, number: int) -> None:
        text = self.tr("Outbox")
        self.outbox_button.setText(f"{text} ({formats.number(number)})" if number else text)

    def open_sheet(self, path: Path | None = None) -> SheetDialog:
        """Send a spreadsheet."""
        dialog = SheetDialog(
            self._desk, self._workers, self._accounts, self.editor.draft.account, self, path=path
        )
        dialog.put_in.connect(self._sheet_put_in)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _sheet_put_in(self, sent: Sent) -> None:
        self._sheets.append(sent)
        self.show_page(1)
        self.sendings.start(sent.opened.account)

    def _write_results(self) -> None:
        """What became of the rows of a spreadsheet goes into a file beside it, once nothing of it is being sent."""
        over = [one for one in self._sheets if not self.sendings.is_sending(one.opened.account)]
        for one in over:
            self._sheets.remove(one)
            results = self._desk.sheets.results
            self._workers.work(results, one.opened, one.report, one.made, then=self._written)

    def _written(self, path: Path | None, error: BaseException | None) -> None:
        if path is None:
            self._workers.trouble.emit(error)
        else:
            self.said.emit(self.tr("What became of each row is in {}").format(path.name))

    def stop(self) -> None:
        """Keep what is written, and send nothing more."""
        self.editor.keep()
        self.sendings.stop()
