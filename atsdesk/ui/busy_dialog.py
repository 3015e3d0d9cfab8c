"""A dialog whose work goes on elsewhere: it stays until that has ended."""

from PySide6.QtWidgets import QDialog, QWidget

from atsdesk.ui.parts import Notice
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.trouble import describe


class BusyDialog(QDialog):
    """Shows that it works, and says what went wrong. It does not close meanwhile: what comes of it would be lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice()
        self._stripe = Stripe()
        self._busy = False

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        self._stripe.setVisible(busy)

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say(describe(error).says, "bad")

    def reject(self) -> None:
        if not self._busy:
            super().reject()
