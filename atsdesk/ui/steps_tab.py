"""The Steps tab: rows of steps, and how long each may take."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from atsdesk.sync.books import Changes
from atsdesk.ui import formats
from atsdesk.ui.browse_tab import BrowseTab
from atsdesk.ui.limits_dialog import open_limits
from atsdesk.ui.parts import tool

CHANGED = Changes(frozenset({"steps"}), 0, 0, 0)
"""What is to be read again when limits were changed."""


class StepsTab(BrowseTab):
    """Steps with their limits at hand."""

    changed = Signal(object)
    """The `Changes` that other views have to take in."""

    def own_tools(self) -> list[QWidget]:
        self.limits_button = tool("clock", self.tr("Limits per stage"), partial(self.open_limits, ""))
        return [self.limits_button]

    def row_menu(self) -> QMenu:
        menu = super().row_menu()
        stage = self._pointed_stage()
        if stage:
            menu.addSeparator()
            title = self.tr("Limit for “{}”…").format(stage)
            menu.addAction(formats.button_text(title), partial(self.open_limits, stage))
        return menu

    def _pointed_stage(self) -> str:
        current = self.table.currentIndex()
        section = [column.key for column in self.table.columns].index("step")
        return str(current.siblingAtColumn(section).data() or "") if current.isValid() else ""

    def open_limits(self, stage: str) -> QDialog:
        """Change the limits; `stage` is proposed for one of its own."""
        return open_limits(self.desk, self.workers, self, lambda: self.changed.emit(CHANGED), stage)
