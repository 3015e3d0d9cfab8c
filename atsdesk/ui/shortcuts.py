"""The keyboard shortcuts: declared once, for their sheet and for the guide."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from atsdesk.ui import help_window
from atsdesk.ui.parts import button, column, plain, row
from atsdesk.ui.theme import SPACE


def keys(tabs: Sequence[str]) -> list[tuple[str, str]]:
    """Keys and what they do; each tab has one."""
    return [
        ("Ctrl+F", _tr("Search people")),
        ("F5", _tr("Sync now")),
        *((f"Ctrl+{number}", title) for number, title in enumerate(tabs, start=1)),
        ("Ctrl+N", _tr("Submit a candidate")),
        ("Ctrl+E", _tr("Export")),
        ("Enter", _tr("Open the candidate panel")),
        ("Esc", _tr("Close the panel, empty the search")),
        ("Ctrl+C", _tr("Copy the selected rows for a spreadsheet")),
        ("Ctrl+A", _tr("Select all rows")),
        ("Space", _tr("Jobs: work on the selected jobs, or give them up")),
        ("Ctrl+Z", _tr("Jobs: take that back")),
        ("Ctrl+,", _tr("Settings and accounts")),
        ("F1", _tr("Help for what you are looking at")),
        ("Shift+F1", _tr("This sheet")),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShortcutSheet", text)


class ShortcutSheet(QDialog):
    """Keys and what they do."""

    def __init__(self, tabs: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[5])
        grid.setVerticalSpacing(SPACE[2])
        for number, (key, what) in enumerate(keys(tabs)):
            grid.addWidget(plain(key, bold=True), number, 0)
            grid.addWidget(plain(what, "soft"), number, 1)
        close = button(self.tr("Close"), self.accept, role="main")
        title = plain(self.tr("Keyboard shortcuts"), larger=4, bold=True)
        box = column(title, grid, row(None, close), gap=SPACE[4])
        help_window.offer(self, "keys")
        box.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        self.setLayout(box)
