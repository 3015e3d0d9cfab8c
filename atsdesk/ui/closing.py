"""What closing the window means: quit, or go on in the tray; asked once, when a sync is under way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from atsdesk.ui.parts import button, column, plain, row
from atsdesk.ui.theme import SPACE

KEY = "close"
ASK, TRAY, QUIT = "ask", "tray", "quit"
"""Ask during a sync, and quit otherwise; always go on in the tray; always quit."""


class CloseQuestion(QDialog):
    """Go on in the tray, or stop and quit. Esc leaves the window open."""

    answered = Signal(str)
    """`TRAY` or `QUIT`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("ATS Desk"))
        title = plain(self.tr("A sync is under way"), larger=2, bold=True)
        says = self.tr(
            "ATS Desk can go on in the tray and keep your data fresh. If it stops now, nothing is lost: the next sync "
            "goes on where this one was. Your answer is remembered; Settings can change it."
        )
        text = plain(says, "soft", wrap=True)
        self.quit_button = button(self.tr("Stop and quit"), lambda: self._answer(QUIT))
        self.tray_button = button(self.tr("Go on in the tray"), lambda: self._answer(TRAY), role="main")
        self.tray_button.setDefault(True)
        box = column(title, text, None, row(None, self.quit_button, self.tray_button), gap=SPACE[4])
        box.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        self.setLayout(box)
        self.setMinimumWidth(460)
        self.setAccessibleDescription(says)

    def _answer(self, answer: str) -> None:
        self.accept()
        self.answered.emit(answer)
