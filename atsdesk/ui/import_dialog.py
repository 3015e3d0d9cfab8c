"""Take in a file that was downloaded from an ATS: choose it, see what it is, say what its columns are, import."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget

from atsdesk.desk import Desk
from atsdesk.store.accounts import Account
from atsdesk.sync.importing import Imported, Preview
from atsdesk.ui import formats, help_window, words
from atsdesk.ui.column_mapping import ColumnMapping, in_words
from atsdesk.ui.parts import ChoiceBox, Notice, button, column, line, plain, row, scrolling
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Job, Workers

ENDINGS = (".csv", ".json", ".txt")
PROBLEMS_SHOWN = 4


def dropped_file(data: QMimeData) -> Path | None:
    """The table that is dragged, where it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None


class ImportDialog(QDialog):
    """Nothing in it waits: files are read, and taken in, by workers. All of a file goes in, or nothing."""

    imported = Signal(object)
    """An `Imported`: the rows are in the store."""

    def __init__(
        self,
        desk: Desk,
        workers: Workers,
        accounts: Sequence[Account],
        parent: QWidget | None = None,
        *,
        path: Path | None = None,
    ) -> None:
        """`accounts` are those that take files; `path` is the file that was dropped."""
        super().__init__(parent)
        self._desk, self._workers, self._accounts = desk, workers, accounts
        self._path: Path | None = None
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Import a file"))
        help_window.offer(self, "smartrecruiters")
        self.setAcceptDrops(True)
        self.account = self._box(self.tr("Account"), [(account.id, account.id) for account in accounts])
        self.table = self._box(
            self.tr("Table"),
            [
                (self.tr("Recognised by its columns"), ""),
                *((words.resource(name), name) for name in desk.file_tables(accounts[0].ats)),
            ],
        )
        self.file = plain("", wrap=True)
        self.choose_button = button(self.tr("Choose a file…"), self.choose, glyph="file")
        self.notice, self.problems = Notice(), Notice()
        self.mapping = ColumnMapping()
        self._stripe = Stripe()
        self.close_button = button(self.tr("Cancel"), self.reject)
        self.import_button = button(self.tr("Import"), self.take_in, role="main")
        self._build()
        self.account.activated.connect(lambda _at: self._look())
        self.table.activated.connect(lambda _at: self._look())
        self.mapping.changed.connect(lambda: self._look(anew=False))
        self._idle()
        if path is not None:
            self.look_at(path)

    @staticmethod
    def _box(name: str, choices: Sequence[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(name)
        for text, value in choices:
            box.addItem(text, value)
        return box

    def _build(self) -> None:
        title = plain(self.tr("Import a file"), larger=5, bold=True)
        under = plain(
            self.tr(
                "A table downloaded from the ATS, as CSV or JSON: an extract of a data service, or a report."
                " Drop it here, or choose it."
            ),
            "soft",
            wrap=True,
        )
        place = row(self.file, self.choose_button)
        place.setStretch(0, 1)
        choices = row(
            self._label(self.tr("Account"), self.account),
            self.account,
            SPACE[3],
            self._label(self.tr("Table"), self.table),
            self.table,
            None,
        )
        head = column(title, under, place, choices, self._stripe, self.notice, self.problems, gap=SPACE[3])
        head.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[3])
        self.area = scrolling(self.mapping, self.tr("Columns"))
        buttons = row(None, self.close_button, self.import_button)
        buttons.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        box = column(head, line(), self.area, line(), buttons, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(700, 640)

    @staticmethod
    def _label(text: str, box: ChoiceBox) -> QLabel:
        label = plain(text, "soft")
        label.setBuddy(box)
        return label

    # the file

    def choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a file"), "", self.tr("Tables (*.csv *.json *.txt);;All files (*)")
        )
        if path:
            self.look_at(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show what importing this file would do."""
        self._path = path
        self.file.setText(formats.isolated(path.name))
        self.file.setToolTip(formats.tip(str(path)))
        self._look()

    def _look(self, *, anew: bool = True) -> None:
        """Read the file again; `anew` forgets what was said of its columns, as it is another file or table."""
        if self._path is None:
            return
        if self._job is not None:
            self._job.drop()
        if anew:
            self.mapping.clear()
        self._begin(
            self._workers.work(
                self._desk.preview_import,
                self.account.currentData(),
                self._path,
                self.mapping.said(),
                self.table.currentData(),
                then=partial(self._looked, anew),
            )
        )

    def _looked(self, anew: bool, seen: Preview | None, error: BaseException | None) -> None:
        self._finish()
        if seen is None:
            self._complain(error)
            return
        if anew:
            self.mapping.show_preview(seen)
        known, count = len(seen.columns), len(seen.columns) + len(seen.unknown)
        table = words.resource(seen.service) if seen.service else self.tr("a table that was not recognised")
        says = self.tr("Rows of {}: {}. Columns recognised: {} of {}.").format(
            table, formats.number(seen.row_count), formats.number(known), formats.number(count)
        )
        self.notice.say(says, "info")
        problems = [in_words(told(problem), seen.choices) for problem in seen.problems[:PROBLEMS_SHOWN]]
        self.problems.say("\n".join(problems), "warm")
        self.import_button.setEnabled(not seen.problems and seen.row_count > 0)
        if anew:
            unsure = self.mapping.boxes[seen.unknown[0]] if seen.unknown and seen.choices else None
            (unsure or self.import_button).setFocus(Qt.FocusReason.OtherFocusReason)

    # taking it in

    def take_in(self) -> None:
        self.problems.say("")
        self._begin(
            self._workers.work(
                self._desk.import_file,
                self.account.currentData(),
                self._path,
                self.mapping.said(),
                self.table.currentData(),
                then=self._taken,
            )
        )
        self.close_button.setEnabled(False)
        self.notice.say(self.tr("Importing…"), "info")

    def _taken(self, done: Imported | None, error: BaseException | None) -> None:
        self._finish()
        self.close_button.setEnabled(True)
        if done is None:
            self._complain(error)
            self.import_button.setEnabled(True)
            return
        says = self.tr("Imported. New: {}, changed: {}, as before: {}.").format(
            *(formats.number(count) for count in (done.added, done.changed, done.unchanged))
        )
        self.notice.say(says, "good")
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.imported.emit(done)

    def _begin(self, job: Job) -> None:
        self._job = job
        self._stripe.show()
        self.import_button.setEnabled(False)
        self._able(False)

    def _finish(self) -> None:
        self._job = None
        self._stripe.hide()
        self._able(True)

    def _able(self, able: bool) -> None:
        for widget in (self.choose_button, self.account, self.table):
            widget.setEnabled(able)

    def _idle(self) -> None:
        self._stripe.hide()
        self.import_button.setEnabled(False)
        self.file.setText(self.tr("No file yet"))

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say("")
            self.problems.say(describe(error).says, "bad")

    def reject(self) -> None:
        if self.close_button.isEnabled():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.close_button.isEnabled():
            event.ignore()  # a file goes in whole, in one transaction that cannot be stopped
