"""The bar above every tab: search, how fresh the data is, sync, issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy

from atsdesk.ui import assets, formats
from atsdesk.ui.parts import DownButton, Every, button, row
from atsdesk.ui.theme import SPACE, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atsdesk.store.accounts import Account

DEBOUNCE_MS = 30


class SearchLine(QLineEdit):
    """Tells what is typed shortly after the last key; Esc empties it, Down goes to the rows."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self.setToolTip(self.tr("Search  Ctrl+F"))
        self.subject = ""
        """What is searched: people or jobs."""
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda: self._timer.start())
        self.retint()

    def look_for(self, subject: str, text: str) -> None:
        """Search another subject, with the text that was last searched there."""
        if subject == self.subject:
            return
        if self._timer.isActive():
            self._timer.stop()
            self.searched.emit(self.text().strip())
        self.subject = subject
        hint = (
            self.tr("Search jobs by title, code, department or location")
            if subject == "jobs"
            else self.tr("Search people by name, e-mail or phone")
        )
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        with QSignalBlocker(self):
            self.setText(text)

    def retint(self) -> None:
        self._glass.setIcon(assets.icon("search", tokens().text_3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class HeaderBar(QFrame):
    """Search in the middle of attention, sync and issues at the end."""

    sync_wanted = Signal()
    fresh_wanted = Signal()
    """The person wants to know how every account stands."""
    issues_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self._accounts: Sequence[Account] = ()
        self.search = SearchLine()
        self.search.setMaximumWidth(520)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fresh = DownButton("")
        self.fresh.setProperty("role", "stamp")
        self.fresh.clicked.connect(lambda: self.fresh_wanted.emit())
        self.sync = button(self.tr("Sync now"), self.sync_wanted.emit, glyph="sync")
        self.sync.setToolTip(self.tr("Sync now  F5"))
        self.issues = button("", self.issues_wanted.emit, role="badge")
        self.issues.hide()
        box = row(self.search, None, self.issues, self.fresh, self.sync, gap=SPACE[3])
        box.setContentsMargins(SPACE[4], SPACE[2], SPACE[4], SPACE[2])
        box.setStretch(0, 4)
        box.setStretch(1, 1)
        self.setLayout(box)
        Every(30_000, self._tell, self).start()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """The accounts whose freshness is told: the oldest counts."""
        self._accounts = accounts
        self._tell()

    def offer_search(self, can: bool) -> None:
        """Whether what is shown can be searched."""
        self.search.setVisible(can)

    def show_syncing(self, syncing: bool) -> None:
        self.sync.setEnabled(not syncing)
        self.sync.setText(self.tr("Syncing…") if syncing else self.tr("Sync now"))

    def show_issues(self, count: int) -> None:
        self.issues.setVisible(count > 0)
        self.issues.setText(self.tr("Issues: {}").format(formats.number(count)))
        self.issues.setAccessibleName(self.tr("Open issues: {}. Show them").format(count))

    def _tell(self) -> None:
        times = [account.last_success_at for account in self._accounts]
        oldest = min((time for time in times if time), default=None)
        self.fresh.setVisible(bool(times))
        missing = [account for account in self._accounts if not account.last_success_at]
        if len(missing) == len(times):
            waits = any(account.last_state == "WAITING" for account in missing)
            self.fresh.setText(self.tr("Waiting for the ATS") if waits else self.tr("Not synced yet"))
        elif missing:
            self.fresh.setText(self.tr("Not all synced yet"))
        else:
            self.fresh.setText(self.tr("Synced {}").format(formats.relative(oldest)))
        self.fresh.setToolTip(formats.exact(oldest))
        self.fresh.setAccessibleName(self.tr("{}. Show every account").format(self.fresh.text()))
