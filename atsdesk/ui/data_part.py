"""The part of the settings about the data itself: safety copies, and how long things are kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from atsdesk.desk import Desk
from atsdesk.place import risk
from atsdesk.store.backups import Backup
from atsdesk.store.retention import Retention
from atsdesk.ui.backups_dialog import newest
from atsdesk.ui.parts import Notice, button, column, line, plain, row
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.workers import Workers

Found = tuple[list[Backup], Retention, str]


class DataPart(QWidget):
    """Two lines that lead to their dialogs, and a warning where the folder is not in a safe place."""

    def __init__(
        self,
        desk: Desk,
        workers: Workers,
        open_backups: Callable[[Callable[[], object]], QDialog],
        open_retention: Callable[[Callable[[], object]], QDialog],
    ) -> None:
        super().__init__()
        self._desk, self._workers = desk, workers
        self.notice = Notice()
        self.copies = plain("", "faint", wrap=True)
        self.kept = plain("", "faint", wrap=True)
        self.backups_button = button(
            self.tr("Safety copies…"), lambda: open_backups(self.reread), glyph="history"
        )
        self.retention_button = button(
            self.tr("How long…"), lambda: open_retention(self.reread), glyph="clock"
        )
        copies = row(column(plain(self.tr("Safety copies")), self.copies, gap=0), self.backups_button)
        kept = row(
            column(plain(self.tr("How long things are kept")), self.kept, gap=0), self.retention_button
        )
        for box in (copies, kept):
            box.setStretch(0, 1)
        title = plain(self.tr("Data"), larger=2, bold=True)
        self.setLayout(column(line(), title, self.notice, copies, kept, gap=SPACE[3]))
        self.reread()

    def reread(self) -> None:
        self._workers.work(_look, self._desk, then=self._take)

    def _take(self, found: Found | None, error: BaseException | None) -> None:
        if found is None:
            if error is not None:
                self._workers.trouble.emit(error)
            return
        copies, chosen, unsafe = found
        self.copies.setText(newest(copies))
        self.notice.say(told(unsafe), "warm")
        if chosen.months is None:
            self.kept.setText(self.tr("Candidates are kept without a limit."))
        else:
            self.kept.setText(
                self.tr("Candidates are kept for %n months after they were last active.", "", chosen.months)
            )


def _look(desk: Desk) -> Found:
    return desk.care.backups(), desk.care.chosen(), risk(desk.folder)
