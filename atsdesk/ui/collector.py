"""Python's search for cycles, on the GUI thread alone."""

import gc

from PySide6.QtCore import QObject

from atsdesk.ui.parts import Every

EVERY_MS = 500


class Collector(QObject):
    """Looks for cycles between two events of the window, and nowhere else until `end`.

    By itself Python looks wherever an object is made: in a worker's thread, or in the middle of Qt's walk over all
    widgets. Objects of Qt that lie in a cycle are then destroyed there, and the program dies at some later time.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = Every(EVERY_MS, self._collect, self)
        self._clock.start()

    def keep(self) -> None:
        """Let what exists now stay as long as the program does, so that a search costs little."""
        gc.freeze()

    def end(self) -> None:
        self._clock.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        made = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, limit) in enumerate(made) if count > limit]
        if due:
            gc.collect(max(due))
