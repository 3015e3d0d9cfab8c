"""A table with the panel beside it: the panel comes and goes, and keeps its width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from atsdesk.ui.memory import Memory

PANEL_WIDTH = 400
TABLE_WIDTH = 200
"""Pixels that the table keeps at least, as the panel comes."""
WIDTH = "panel.width"


class PanelSplit(QSplitter):
    """The panel is hidden until it is opened."""

    def __init__(self, rows: QWidget, panel: QWidget, memory: Memory) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panel, self._memory = panel, memory
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(rows)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        panel.hide()
        self.splitterMoved.connect(lambda *_: memory.put(WIDTH, panel.width()))

    def open(self, across: int) -> None:
        """Show the panel, if it is hidden, in a tab that is so many pixels across."""
        if self._panel.isHidden():
            kept = self._memory.get(WIDTH, PANEL_WIDTH)
            width = kept if isinstance(kept, int) else PANEL_WIDTH
            self._panel.show()
            self.setSizes([max(TABLE_WIDTH, across - width), width])
