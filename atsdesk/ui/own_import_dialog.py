"""Import a list of own jobs: say what its headers stand for, see what becomes of each row, import."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QStackedWidget,
    QWidget,
)

from atsdesk.desk import Desk
from atsdesk.jobs.bringing import Looked, Outcome
from atsdesk.store.own_jobs import Brought
from atsdesk.sync.importing import Preview
from atsdesk.ui import feed_words, formats, help_window
from atsdesk.ui.column_mapping import ColumnMapping
from atsdesk.ui.job_words import own_fields
from atsdesk.ui.lines import Line, Lines, LinesView
from atsdesk.ui.own_jobs_dialog import dropped_list
from atsdesk.ui.parts import ChoiceBox, Notice, button, column, line, plain, row, scrolling
from atsdesk.ui.switch import Switch
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Job, Workers

HEADERS, ROWS = range(2)


def look(desk: Desk, path: Path, mapping: dict[str, str], sheet: str, has_headers: bool) -> Looked:
    """Look at a file, in a worker."""
    return desk.jobs.own.look(path, mapping, sheet=sheet, header_row=None if has_headers else 0)


class OwnImportDialog(QDialog):
    """Nothing in it waits: files are read, and taken in, by workers. All of a list goes in, or nothing."""

    imported = Signal(object)
    """What was `Brought`, or taken back."""

    def __init__(
        self, desk: Desk, workers: Workers, parent: QWidget | None = None, *, path: Path | None = None
    ) -> None:
        """`path` is the file that was dropped."""
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self._path: Path | None = None
        self._seen: Looked | None = None
        self._brought = 0
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Import own jobs"))
        help_window.offer(self, "jobs")
        self.setAcceptDrops(True)
        self.file = plain(self.tr("No file yet"), wrap=True)
        self.choose_button = button(self.tr("Choose a file…"), self.choose, glyph="file")
        self.sheet = ChoiceBox(self.tr("Sheet"))
        self.sheet_label = plain(self.tr("Sheet"), "soft")
        self.sheet_label.setBuddy(self.sheet)
        self.headers = Switch(self.tr("The list has headers"))
        self.headers.setChecked(True)
        self.notice, self.problems = Notice(), Notice()
        self.mapping = ColumnMapping(own_fields())
        self.lines = Lines(
            (
                Line(self.tr("Row"), lambda one: str(one[0].number), 60, faint=True),
                Line(self.tr("Title"), lambda one: one[0].fields.get("name", ""), 220),
                Line(self.tr("Id"), lambda one: one[0].fields.get("own_id", ""), 90, faint=True),
                Line(self.tr("Code"), lambda one: one[0].fields.get("code", ""), 90, faint=True),
                Line(self.tr("Where"), lambda one: one[0].fields.get("location", ""), 110, faint=True),
                Line(self.tr("Result"), lambda one: feed_words.outcome(one[1], one[0].problems), 240),
            )
        )
        self.view = LinesView(self.lines, self.tr("Rows"))
        self._stripe = Stripe()
        self._parts = QButtonGroup(self)
        self._pages = QStackedWidget()
        self.undo_button = button(self.tr("Undo the import"), self.undo, role="link")
        self.close_button = button(self.tr("Cancel"), self.reject)
        self.import_button = button(self.tr("Import"), self.take_in, role="main")
        self._build()
        self.sheet.activated.connect(lambda _at: self._look())
        self.headers.clicked.connect(lambda _on: self._look())
        self.mapping.changed.connect(lambda: self._look(anew=False))
        self._idle()
        if path is not None:
            self.look_at(path)

    def _build(self) -> None:
        title = plain(self.tr("Import own jobs"), larger=5, bold=True)
        under = plain(
            self.tr(
                "A spreadsheet, CSV, or an XML or JSON feed. Drop it here, or choose it. What you say of its"
                " headers is remembered; a list of the same name is brought up to date."
            ),
            "soft",
            wrap=True,
        )
        place = row(self.file, self.choose_button)
        place.setStretch(0, 1)
        choices = row(self.headers, SPACE[3], self.sheet_label, self.sheet, None)
        segments = row(gap=SPACE[1])
        for number, says in ((HEADERS, self.tr("Headers")), (ROWS, self.tr("Rows"))):
            part = button(says, role="segment")
            part.setCheckable(True)
            part.setChecked(number == HEADERS)
            self._parts.addButton(part, number)
            segments.addWidget(part)
        segments.addStretch(1)
        self._parts.idClicked.connect(self._pages.setCurrentIndex)
        head = column(
            title, under, place, choices, self._stripe, self.notice, self.problems, segments, gap=SPACE[3]
        )
        head.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[2])
        area = scrolling(self.mapping, self.tr("Headers"))
        self._pages.addWidget(area)
        self._pages.addWidget(self.view)
        buttons = row(self.undo_button, None, self.close_button, self.import_button)
        buttons.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        box = column(head, line(), self._pages, line(), buttons, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(860, 680)

    def _idle(self) -> None:
        self._stripe.hide()
        self.undo_button.hide()
        self.import_button.setEnabled(False)
        for widget in (self.sheet, self.sheet_label, self.headers):
            widget.hide()

    # the file

    def choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Import own jobs"),
            "",
            self.tr("Lists (*.xlsx *.xlsm *.csv *.tsv *.txt *.xml *.json);;All files (*)"),
        )
        if path:
            self.look_at(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_list(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_list(event.mimeData()):
            event.acceptProposedAction()
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show what importing this file would do."""
        self._path = path
        self.file.setText(formats.isolated(path.name))
        self.file.setToolTip(formats.tip(str(path)))
        self.sheet.clear()
        self.headers.setChecked(True)
        self._look()

    def _look(self, *, anew: bool = True) -> None:
        """Read the file again; `anew` forgets what was said of its headers, as they are others."""
        if self._path is None:
            return
        if self._job is not None:
            self._job.drop()
        if anew:
            self.mapping.clear()
        said = self.mapping.said()
        sheet = self.sheet.currentText()
        self._begin(
            self._workers.work(
                look,
                self._desk,
                self._path,
                said,
                sheet,
                self.headers.isChecked(),
                then=partial(self._looked, anew),
            )
        )

    def _looked(self, anew: bool, seen: Looked | None, error: BaseException | None) -> None:
        self._finish()
        self._seen = seen
        if seen is None:
            self.lines.show_rows([])
            self._complain(error)
            return
        if anew:
            self._show_headers(seen)
        self.lines.show_rows(list(zip(seen.preview.rows, seen.outcomes, strict=True)))
        counts = (seen.count(one) for one in Outcome)
        says = self.tr("New: {}, changed: {}, as before: {}, left out: {}.").format(
            *map(formats.number, counts)
        )
        self.notice.say(says, "info")
        problems = [feed_words.problem(one) for one in seen.preview.problems]
        if seen.count(Outcome.LEFT_OUT):
            problems.append(self.tr("Rows that are left out say why under “Rows”."))
        self.problems.say("\n".join(problems), "warm")
        usable = len(seen.preview.jobs)
        blocked = any(one.blocks for one in seen.preview.problems)
        self.import_button.setEnabled(usable > 0 and not blocked)
        self.import_button.setText(self.tr("Import {} jobs").format(formats.number(usable)))
        self._parts.button(ROWS).setText(self.tr("Rows  {}").format(formats.number(len(seen.outcomes))))

    def _show_headers(self, seen: Looked) -> None:
        """Offer the fields for every header, and the sheets where there are several."""
        preview = seen.preview
        unknown = [header for header in preview.headers if header not in preview.mapping]
        samples = [
            {**one, **{field: one.get(header, "") for header, field in preview.mapping.items()}}
            for one in seen.samples
        ]
        self.mapping.show_preview(
            Preview("", preview.mapping, list(own_fields()), unknown, {}, samples, len(preview.rows), [])
        )
        if not self.sheet.count():
            self.sheet.addItems(list(preview.sheets))
            self.sheet.setCurrentText(preview.sheet)
        for widget in (self.sheet, self.sheet_label):
            widget.setVisible(self.sheet.count() > 1)
        self.headers.setVisible(preview.kind in {"xlsx", "csv"})

    # taking it in

    def take_in(self) -> None:
        """Import the rows that nothing keeps out."""
        if self._seen is not None:
            self.close_button.setEnabled(False)
            self._begin(self._workers.work(self._desk.jobs.own.bring, self._seen, then=self._taken))

    def _taken(self, done: Brought | None, error: BaseException | None) -> None:
        self._finish()
        self.close_button.setEnabled(True)
        if done is None:
            self._complain(error)
            return
        self._brought = done.number
        says = self.tr("Imported. New: {}, changed: {}, as before: {}.").format(
            *(formats.number(count) for count in (done.added, done.changed, done.unchanged))
        )
        self.problems.say("")
        self.notice.say(says, "good")
        self.import_button.setEnabled(False)
        self.undo_button.show()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.imported.emit(done)

    def undo(self) -> None:
        """Take the import back."""
        self._begin(self._workers.work(self._desk.jobs.own.undo_import, self._brought, then=self._undone))

    def _undone(self, done: Brought | None, error: BaseException | None) -> None:
        self._finish()
        if done is None:
            self._complain(error)
            return
        self.undo_button.hide()
        self.imported.emit(done)
        self._look(anew=False)

    def _begin(self, job: Job) -> None:
        self._job = job
        self._stripe.show()
        self.import_button.setEnabled(False)

    def _finish(self) -> None:
        self._job = None
        self._stripe.hide()

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say("")
            self.problems.say(describe(error).says, "bad")

    def reject(self) -> None:
        if self.close_button.isEnabled():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.close_button.isEnabled():
            event.ignore()  # a list goes in whole, in one transaction that cannot be stopped
