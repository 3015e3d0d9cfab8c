"""The few things a person is told while they look elsewhere, and the switch for them."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from atsdesk.ui import formats
from atsdesk.ui.memory import Memory
from atsdesk.ui.told import told

KEY = "notify"
IN_A_ROW = 2
"""Failed syncs of an account until somebody is told; then not again before one succeeded."""


class Notices(QObject):
    """One method an occasion; `say` shows a title and a text outside the window."""

    def __init__(
        self, memory: Memory, say: Callable[[str, str], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._memory, self._say = memory, say

    @property
    def on(self) -> bool:
        return self._memory.get(KEY, True) is not False

    def switch(self, on: bool) -> None:
        self._memory.put(KEY, on)

    def sync_failed(self, account: str, in_a_row: int, says: str) -> None:
        """A sync of an account failed, so many times in a row."""
        if self.on and in_a_row == IN_A_ROW:
            self._say(
                self.tr("{}: two syncs failed in a row").format(account), told(formats.without_links(says))
            )
