"""The sheet of shortcuts that F1 opens."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from atsdesk.ui.parts import button, column, plain, row
from atsdesk.ui.theme import SPACE


class ShortcutSheet(QDialog):
    """Keys and what they do."""

    def __init__(self, tabs: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        keys = [
            ("Ctrl+F", self.tr("Search people")),
            ("F5", self.tr("Sync now")),
            *((f"Ctrl+{number}", title) for number, title in enumerate(tabs, start=1)),
            ("Ctrl+N", self.tr("Submit a candidate")),
            ("Ctrl+E", self.tr("Export")),
            ("Enter", self.tr("Open the candidate panel")),
            ("Esc", self.tr("Close the panel, empty the search")),
            ("Ctrl+C", self.tr("Copy the selected rows for a spreadsheet")),
            ("Ctrl+A", self.tr("Select all rows")),
            ("Space", self.tr("Jobs: work on the selected jobs, or give them up")),
            ("Ctrl+Z", self.tr("Jobs: take that back")),
            ("Ctrl+,", self.tr("Settings and accounts")),
            ("F1", self.tr("This sheet")),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[5])
        grid.setVerticalSpacing(SPACE[2])
        for number, (key, what) in enumerate(keys):
            grid.addWidget(plain(key, bold=True), number, 0)
            grid.addWidget(plain(what, "soft"), number, 1)
        close = button(self.tr("Close"), self.accept, role="main")
        title = plain(self.tr("Keyboard shortcuts"), larger=4, bold=True)
        box = column(title, grid, row(None, close), gap=SPACE[4])
        box.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        self.setLayout(box)
