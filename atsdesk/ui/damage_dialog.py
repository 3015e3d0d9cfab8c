"""The data file is damaged: what can be done, and what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from atsdesk.care import Care, ClosedFolder, find
from atsdesk.errors import ConfigError, DamagedError
from atsdesk.store.backups import Backup
from atsdesk.store.restoring import Restored
from atsdesk.ui import formats, words
from atsdesk.ui.backups_dialog import made
from atsdesk.ui.parts import Notice, button, column, plain, row
from atsdesk.ui.person import Glyph
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers


class DamageDialog(QDialog):
    """Offers the newest good safety copy and a new file; nothing happens without a choice."""

    repaired = Signal()
    """There is a good data file again."""

    def __init__(
        self, care: Care | ClosedFolder, workers: Workers, error: DamagedError, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._care, self._workers = care, workers
        self._busy = self._done = False
        self.copy: Backup | None = None
        self.setWindowTitle(self.tr("ATS Desk"))
        self.setModal(True)
        self.title = plain(told(error.title), larger=2, bold=True, wrap=True)
        self.says = plain(
            self.tr(
                "Whatever you choose, what you made here is saved as far as it can be read: the outbox with its files,"
                " drafts, exposed jobs, own jobs and their links, views, profiles, limits and accounts. The damaged"
                " file is kept for 14 days."
            ),
            "soft",
            wrap=True,
        )
        self.says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notice = Notice()
        self._stripe = Stripe()
        self.restore_button = button(self.tr("Go back to the newest safety copy"), self.restore, role="main")
        self.anew_button = button(self.tr("Start a new file, and sync everything again"), self.start_anew)
        self.close_button = button(self.tr("Close"), self.reject)
        self._build()
        self.setAccessibleDescription(f"{self.title.text()} {self.says.text()}")
        self._wait(True)
        self.notice.say(self.tr("Looking for a safety copy that is good…"), "info")
        workers.work(_newest_good, care, then=self._take)

    def _build(self) -> None:
        glyph = Glyph("alert")
        text = row(glyph, column(self.title, self.says, gap=SPACE[1]), gap=SPACE[3])
        text.setStretch(1, 1)
        text.setAlignment(glyph, Qt.AlignmentFlag.AlignTop)
        choices = column(self.restore_button, self.anew_button, gap=SPACE[2])
        box = column(text, self._stripe, self.notice, choices, row(None, self.close_button), gap=SPACE[4])
        box.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        self.setLayout(box)
        self.setMinimumWidth(520)

    def _take(self, copy: Backup | None, error: BaseException | None) -> None:
        self._wait(False)
        self.copy = copy
        if copy is not None:
            when = formats.exact(made(copy))
            self.notice.say(self.tr("The safety copy of {} is good.").format(when), "good")
            self.restore_button.setEnabled(True)
            self.restore_button.setFocus()
            self.adjustSize()
            return
        self.notice.say(self.tr("There is no safety copy that could be restored."), "warm")
        self.restore_button.hide()
        self.anew_button.setFocus()
        self.adjustSize()
        if error is not None and not isinstance(error, ConfigError):
            self._complain(error)

    def restore(self) -> None:
        if self.copy is not None:
            self._begin()
            self._workers.work(self._care.restore, self.copy.path, then=self._ended)

    def start_anew(self) -> None:
        self._begin()
        self._workers.work(self._care.start_anew, then=self._ended)

    def _begin(self) -> None:
        self._wait(True)
        self.notice.say(self.tr("Saving what can be saved…"), "info")

    def _ended(self, done: Restored | None, error: BaseException | None) -> None:
        self._wait(False)
        if done is None:
            self._complain(error)
            return
        self._done = True
        self.title.setText(self.tr("There is a good data file again"))
        self.says.setText(self._report(done))
        self.notice.say(self.tr("Sync now: what the ATS has comes back with that."), "good")
        self.restore_button.hide()
        self.anew_button.hide()
        self.close_button.setText(self.tr("Go on"))
        self.adjustSize()
        self.close_button.setFocus()

    def _report(self, done: Restored) -> str:
        kept = self.tr("The damaged file is kept for 14 days: {}").format(formats.isolated(str(done.kept)))
        if done.rescued is None or not done.rescued.partly:
            return self.tr("All that you made here was saved.") + "\n" + kept
        partly = ", ".join(words.resource(name) for name in done.rescued.partly)
        return self.tr("Not all could be read of: {}.").format(partly) + "\n" + kept

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        self._stripe.setVisible(busy)
        self.restore_button.setEnabled(not busy and self.copy is not None)
        for part in (self.anew_button, self.close_button):
            part.setEnabled(not busy)

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say(describe(error).says, "bad")

    def reject(self) -> None:
        """Not while work is under way; once the file is good again, that is told."""
        if self._busy:
            return
        if self._done:
            self.accept()
            self.repaired.emit()
        else:
            super().reject()


def _newest_good(care: Care | ClosedFolder) -> Backup | None:
    path: Path = find(care.folder, "")
    return next((one for one in care.backups() if one.path == path), None)
