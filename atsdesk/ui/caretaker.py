"""What is due once a day while the window is open: a safety copy, and whose time is over; and where the folder lies."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.errors import Cancelled
from atsdesk.place import risk
from atsdesk.retention import Purged
from atsdesk.sync.books import Changes
from atsdesk.ui.told import told

if TYPE_CHECKING:
    from atsdesk.ui.window import Window

WARNED = "place.warned"
"""The folder of whose place a person was warned."""
READ_AGAIN = frozenset({"candidates", "applications", "steps", "interviews", "issues"})


class Caretaker(QObject):
    """Looks when the window opens and after each sync; there is seldom anything to do."""

    purged = Signal(object)
    """The `Changes` of a purge, for the views."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._cancel: Cancel | None = None
        window.accounts_known.connect(self.look)
        window.syncs.ended.connect(self.look)
        window.closed.connect(self.stop)

    def look(self) -> None:
        """Do what is due, unless that is being done."""
        if self._cancel is None:
            self._cancel = Cancel()
            self._window.workers.work(
                _keep_up, self._window.desk, self._cancel, then=self._kept_up, cancel=self._cancel
            )

    def stop(self) -> None:
        if self._cancel is not None:
            self._cancel.set()

    def _kept_up(self, found: tuple[Purged | None, str] | None, error: BaseException | None) -> None:
        self._cancel = None
        if found is None:
            if not isinstance(error, Cancelled):
                self._window.dialogs.show_trouble(error)
            return
        purged, unsafe = found
        if purged is not None:
            self._window.toast.say(told(purged.sentence))
            if purged.people:
                self.purged.emit(Changes(READ_AGAIN, 0, 0, purged.people))
        elif unsafe and self._window.memory.text(WARNED, "") != str(self._window.desk.folder):
            self._window.memory.put(WARNED, str(self._window.desk.folder))
            self._window.dialogs.warn_of_place(unsafe)


def _keep_up(desk: Desk, cancel: Cancel) -> tuple[Purged | None, str]:
    desk.care.daily(cancel)
    return desk.retention.keep_up(), risk(desk.folder)
