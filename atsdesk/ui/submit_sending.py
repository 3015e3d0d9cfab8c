"""Sending what waits in the outbox: one run an account at a time, told to whoever shows it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.errors import Cancelled
from atsdesk.ui.workers import Job, Workers


class Sendings(QObject):
    """The runs over the outbox of each account."""

    moved = Signal(object)
    """A `Progress` of the outbox: how far a submission is."""
    changed = Signal()
    """Something in the outbox may stand differently now."""
    failed = Signal(object)
    """What keeps all of an account from being sent."""
    _told = Signal(object)

    def __init__(self, desk: Desk, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self._running: dict[str, Job] = {}
        self._again: set[str] = set()
        self._told.connect(self._moved)

    def is_sending(self, account: str) -> bool:
        return account in self._running

    def start(self, account: str) -> None:
        """Send what waits for an account; while that goes on, once more afterwards."""
        if account in self._running:
            self._again.add(account)
            return
        told, cancel = self._told, Cancel()
        send = partial(self._desk.outbox.send, account, cancel=cancel, progress=told.emit)
        self._running[account] = self._workers.work(send, then=partial(self._ended, account), cancel=cancel)
        self.changed.emit()

    def stop(self) -> None:
        """Stop all; what has not left stays in the outbox."""
        self._again.clear()
        for job in self._running.values():
            job.stop()

    def _moved(self, progress: object) -> None:
        self.moved.emit(progress)

    def _ended(self, account: str, _result: object, error: BaseException | None) -> None:
        self._running.pop(account, None)
        self.changed.emit()
        if error is not None and not isinstance(error, Cancelled):
            self.failed.emit(error)
        if account in self._again:
            self._again.discard(account)
            self.start(account)
