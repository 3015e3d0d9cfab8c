"""Write a note about somebody whom an ATS has: it goes through the outbox, as everything that is sent."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from atsdesk.ats.draft import Draft, Note, put
from atsdesk.desk import Desk
from atsdesk.ui import formats, help_window
from atsdesk.ui.parts import ChoiceBox, Notice, button, column, plain, row
from atsdesk.ui.submit_prepared import put_and_forget
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers


class NoteDialog(QDialog):
    """A text, and who may read it."""

    put_in = Signal(str, object)
    """Account and number of a submission that is in the outbox now."""

    def __init__(
        self, desk: Desk, workers: Workers, draft: Draft, name: str, parent: QWidget | None = None
    ) -> None:
        """`draft` says whom it is about."""
        super().__init__(parent)
        self._desk, self._workers, self._draft = desk, workers, draft
        self.setWindowTitle(self.tr("Write a note"))
        help_window.offer(self, "submit")
        title = plain(self.tr("Note about {}").format(formats.isolated(name)), larger=5, bold=True, wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(7 * self.fontMetrics().lineSpacing())
        self.readers = ChoiceBox(self.tr("Who may read it"))
        for says, value in (
            (self.tr("The hiring team"), "private"),
            (self.tr("Everyone who sees the candidate"), "public"),
            (self.tr("Administrators"), "admin_only"),
        ):
            self.readers.addItem(says, value)
        label = plain(self.tr("Who may read it"), "soft")
        label.setBuddy(self.readers)
        final = plain(self.tr("Notes cannot be changed or removed afterwards."), "faint", wrap=True)
        self.notice = Notice()
        self.send_button = button(self.tr("Send"), self.send, role="main", glyph="mail")
        buttons = row(None, button(self.tr("Cancel"), self.reject), self.send_button)
        box = column(
            title, self.text, row(label, self.readers, None), final, self.notice, buttons, gap=SPACE[4]
        )
        box.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        self.setLayout(box)
        self.setMinimumWidth(480)
        self.text.textChanged.connect(self._able)
        self._able()

    def _able(self) -> None:
        self.send_button.setEnabled(bool(self.text.toPlainText().strip()))

    def send(self) -> None:
        """Put it into the outbox; from there it is sent."""
        self.send_button.setEnabled(False)
        self.notice.say("")
        given = Note(self.text.toPlainText().strip(), self.readers.currentData())
        work = partial(put_and_forget, self._desk, put(self._draft, "note", given), (), 0, 0)
        self._workers.work(work, then=self._put_in)

    def _put_in(self, number: int | None, error: BaseException | None) -> None:
        if number is None:
            trouble = describe(error) if error is not None else None
            self.notice.say(trouble.says if trouble else "", "bad")
            self._able()
            return
        self.put_in.emit(self._draft.account, number)
        self.accept()
