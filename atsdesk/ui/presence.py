"""The program beside its window: it syncs by itself, stands in the tray, tells a few things, and knows when to stay."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QSystemTrayIcon

from atsdesk.store.accounts import Account
from atsdesk.ui.closing import ASK, KEY, QUIT, TRAY, CloseQuestion
from atsdesk.ui.instance import EXPORT, SHOW, SYNC
from atsdesk.ui.memory import Memory
from atsdesk.ui.notify import Notices
from atsdesk.ui.schedule import FAILED, Schedule, Surroundings
from atsdesk.ui.syncing import Syncs
from atsdesk.ui.tray import Tray


class Presence(QObject):
    """Puts schedule, tray and notices together for a window."""

    sync_wanted = Signal()
    """Every account is to be synced."""
    export_wanted = Signal()

    def __init__(
        self,
        window: QMainWindow,
        syncs: Syncs,
        memory: Memory,
        *,
        tray_there: Callable[[], bool] | None = None,
        world: Surroundings | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._syncs, self._memory = window, syncs, memory
        self._failed: list[str] = []
        self._known = self._sync_then = False
        self.tray = Tray(window, tray_there or QSystemTrayIcon.isSystemTrayAvailable)
        self.schedule = Schedule(syncs, memory, self, world)
        self.notices = Notices(memory, self.tray.say, self)
        self.schedule.failed.connect(self.notices.sync_failed)
        self.schedule.paused_changed.connect(self._paused)
        syncs.moved.connect(lambda _standings: self._tell())
        self.tray.open_wanted.connect(self.show_window)
        self.tray.sync_wanted.connect(self.sync_wanted)
        self.tray.pause_wanted.connect(self.schedule.pause)
        self.tray.quit_wanted.connect(window.close)

    @property
    def on_close(self) -> str:
        """What closing means: `ASK`, `TRAY` or `QUIT`."""
        choice = self._memory.text(KEY, ASK)
        return choice if choice in {TRAY, QUIT} else ASK

    def choose_on_close(self, choice: str) -> None:
        self._memory.put(KEY, choice)

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        self._failed = [account.id for account in accounts if account.last_state in FAILED]
        self.schedule.show_accounts(accounts)
        self._known = True
        if self._sync_then:
            self._sync_then = False
            self.sync_wanted.emit()
        self._tell()

    def fulfil(self, wish: str) -> None:
        """Do what a start of the program wishes; a sync as soon as the accounts are known."""
        if wish == SHOW:
            self.show_window()
        elif wish == SYNC and self._known:
            self.sync_wanted.emit()
        elif wish == SYNC:
            self._sync_then = True
        elif wish == EXPORT:
            self.export_wanted.emit()

    def show_window(self) -> None:
        """Bring the window before the person, wherever it is."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def stays(self) -> bool:
        """A person closes the window: whether the program stays, in the tray or until they have answered."""
        if not self.tray.there or self.on_close == QUIT:
            return False
        if self.on_close == TRAY:
            self._window.hide()
            return True
        if not self._syncs.shown:
            return False
        question = CloseQuestion(self._window)
        question.answered.connect(self._answered)
        question.finished.connect(question.deleteLater)
        question.open()
        return True

    def end(self) -> None:
        """Begin nothing any more, and leave the tray."""
        self.schedule.stop()
        self.tray.end()

    def _answered(self, answer: str) -> None:
        self.choose_on_close(answer)
        if answer == QUIT:
            self._window.close()
        else:
            self._window.hide()

    def _paused(self, paused: bool) -> None:
        self.tray.show_paused(paused)
        self._tell()

    def _tell(self) -> None:
        state, says = self._state()
        self.tray.show_state(state, says)

    def _state(self) -> tuple[str, str]:
        running = ", ".join(sorted(self._syncs.shown))
        if running:
            return "syncing", self.tr("Syncing {}").format(running)
        if self._failed:
            return "trouble", self.tr("The last sync failed: {}").format(", ".join(self._failed))
        if self.schedule.paused:
            return "paused", self.tr("Paused: nothing syncs by itself")
        return "idle", ""
