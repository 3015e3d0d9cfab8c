"""Accounts that their ATS is still setting up: looked at again every minute while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from atsdesk.ui.parts import Every

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atsdesk.store.accounts import Account
    from atsdesk.ui.syncing import Syncs

LOOK_AGAIN_MS = 60_000
WAITING = "WAITING"


class Waiting(QObject):
    """Knows which accounts wait, and asks for them until they are ready: one request each time."""

    def __init__(self, syncs: Syncs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._syncs = syncs
        self._names: list[str] = []
        self.clock = Every(LOOK_AGAIN_MS, self._look_again, self)

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """The clock runs only while one of these waits."""
        self._names = [account.id for account in accounts if account.last_state == WAITING]
        if not self._names:
            self.clock.stop()
        elif not self.clock.isActive():
            self.clock.start()

    def stop(self) -> None:
        """Ask no more, when the window closes."""
        self._names = []
        self.clock.stop()

    def _look_again(self) -> None:
        for name in self._names:
            self._syncs.start_unseen(name)
