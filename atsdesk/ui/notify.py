"""The few things a person is told while they look elsewhere, and the switch for them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from atsdesk.store.exposures import Event
from atsdesk.ui import formats, words
from atsdesk.ui.memory import Memory
from atsdesk.ui.told import told

KEY = "notify"
IN_A_ROW = 2
"""Failed syncs of an account until somebody is told; then not again before one succeeded."""


LAST_TOLD = "notify.jobs"
"""The last event of a job that somebody was told of."""
NAMED = 3
"""Jobs that are named; more are counted."""


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

    def jobs_changed(self, alerts: Sequence[Event]) -> None:
        """What became of exposed jobs and nobody has taken note of; each is told once."""
        last = self._memory.get(LAST_TOLD, 0)
        last = last if isinstance(last, int) else 0
        new = [one for one in alerts if one.id > last and one.kind == "closed"]
        if not new:
            return
        self._memory.put(LAST_TOLD, max(one.id for one in new))
        if not self.on:
            return
        first = new[0]
        title = self.tr("Exposed job: {}").format(first.name)
        if len(new) > 1:
            title = self.tr("{} exposed jobs no longer take candidates").format(formats.number(len(new)))
        named = ", ".join(f"{one.name} ({words.word(one.openness)})" for one in new[:NAMED])
        self._say(title, words.word(first.openness) if len(new) == 1 else named)
