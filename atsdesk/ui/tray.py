"""The icon in the system's tray: how the program stands, and a menu. Absent where there is no tray."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from atsdesk.ui.assets import app_icon, pixmap
from atsdesk.ui.parts import Every
from atsdesk.ui.theme import LIGHT

LOOK_MS = 3_000
SIZES = (16, 22, 24, 32, 48, 64)
BADGES = {
    "idle": None,
    "syncing": ("sync", LIGHT.accent_fill),
    "trouble": ("alert", LIGHT.bad.text),
    "paused": ("minus", LIGHT.text_2),
}
"""By state, the sign in the icon's corner and the colour of its ground. A tray has no theme of ours."""


class Tray(QObject):
    """Shows itself as soon as the system has a tray; some begin after the programs that start with the computer."""

    open_wanted = Signal()
    sync_wanted = Signal()
    pause_wanted = Signal(bool)
    quit_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._available = available
        self.state = ""
        self.menu = QMenu(window)
        self.open_action = self.menu.addAction(self.tr("Open ATS Desk"))
        self.menu.setDefaultAction(self.open_action)
        self.menu.addSeparator()
        self.sync_action = self.menu.addAction(self.tr("Sync now"))
        self.pause_action = self.menu.addAction(self.tr("Pause syncing"))
        self.pause_action.setCheckable(True)
        self.pause_action.triggered.connect(self.pause_wanted)
        self.menu.addSeparator()
        self.quit_action = self.menu.addAction(self.tr("Quit"))
        self.open_action.triggered.connect(lambda: self.open_wanted.emit())
        self.sync_action.triggered.connect(lambda: self.sync_wanted.emit())
        self.quit_action.triggered.connect(lambda: self.quit_wanted.emit())
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self.open_wanted)
        self.show_state("idle", "")
        self._clock = Every(LOOK_MS, self._look, self)
        self._clock.start()
        self._look()

    @property
    def there(self) -> bool:
        """Whether the person can reach the program by its icon."""
        return self.icon.isVisible() and self._available()

    def show_state(self, state: str, says: str) -> None:
        """One of `BADGES`, and what the tooltip says of it."""
        if state != self.state:
            self.state = state
            self.icon.setIcon(badged(state))
        self.icon.setToolTip(f"{self.tr('ATS Desk')}\n{says}".strip())

    def show_paused(self, paused: bool) -> None:
        self.pause_action.setChecked(paused)

    def say(self, title: str, text: str) -> None:
        """A message of the system, where it can show one; a click on it opens the window."""
        if self.there and self.icon.supportsMessages():
            self.icon.showMessage(title, text, app_icon())

    def end(self) -> None:
        self._clock.stop()
        self.icon.hide()
        self.menu.close()

    def _look(self) -> None:
        if not self.icon.isVisible() and self._available():
            self.icon.show()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.open_wanted.emit()


def badged(state: str) -> QIcon:
    """The program's icon with the sign of a state in its corner."""
    base, badge = app_icon(), BADGES[state]
    if badge is None:
        return base
    made = QIcon()
    for size in SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base.paint(painter, picture.rect())
        wide = round(size * 0.62)
        corner = QRectF(size - wide, size - wide, wide, wide).adjusted(0, 0, -1, -1)
        painter.setPen(QPen(QColor("#FFFFFF"), size / 24))
        painter.setBrush(QColor(badge[1]))
        painter.drawEllipse(corner)
        inner = max(8, round(wide * 0.72))
        sign = pixmap(badge[0], "#FFFFFF", inner)
        painter.drawPixmap(corner.center() - QRectF(0, 0, inner, inner).center(), sign)
        painter.end()
        made.addPixmap(picture)
    return made
