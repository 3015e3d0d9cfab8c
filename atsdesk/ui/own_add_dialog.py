"""One own job typed by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from atsdesk.desk import Desk
from atsdesk.store.own_jobs import Brought
from atsdesk.ui import help_window
from atsdesk.ui.job_words import own_fields
from atsdesk.ui.parts import Notice, button, column, plain, row
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers


class OwnAddDialog(QDialog):
    """A title, and what may link it with a job of an ATS."""

    added = Signal(object)
    """What was `Brought`."""

    def __init__(self, desk: Desk, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self.setWindowTitle(self.tr("Add an own job"))
        help_window.offer(self, "jobs")
        left_out = ("status", "description")
        labels = {key: text for key, text in own_fields().items() if key not in left_out}
        self.fields = {key: QLineEdit() for key in labels}
        self.notice = Notice()
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[2])
        title_first = sorted(labels.items(), key=lambda one: one[0] != "name")
        for number, (key, text) in enumerate(title_first):
            label = plain(text, "soft")
            label.setBuddy(self.fields[key])
            self.fields[key].setAccessibleName(text)
            grid.addWidget(label, number, 0)
            grid.addWidget(self.fields[key], number, 1)
        title = plain(self.tr("Add an own job"), larger=5, bold=True)
        self.add_button = button(self.tr("Add"), self.add, role="main")
        buttons = row(None, button(self.tr("Cancel"), self.reject), self.add_button)
        box = column(title, grid, self.notice, buttons, gap=SPACE[4])
        box.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        self.setLayout(box)
        self.setMinimumWidth(480)
        self.fields["name"].textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        self.add_button.setEnabled(False)
        self.add_button.setDefault(True)
        self.fields["name"].setFocus()

    def add(self) -> None:
        """Keep it."""
        self.add_button.setEnabled(False)
        said = {key: field.text().strip() for key, field in self.fields.items()}
        self._workers.work(self._desk.jobs.own.add, said, then=self._added)

    def _added(self, done: Brought | None, error: BaseException | None) -> None:
        if done is None:
            trouble = describe(error) if error is not None else None
            self.notice.say(trouble.says if trouble else "", "bad")
            self.add_button.setEnabled(True)
            return
        self.added.emit(done)
        self.accept()
