"""From which day on an account reads people, to change later; or why its system cannot be asked so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from atsdesk.ats.kind import Kind
from atsdesk.ui.calendar_menu import CalendarMenu
from atsdesk.ui.parts import column, plain, row, tool
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told


class FarBack(QWidget):
    """Above the lists of an account."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before = ""
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("How far back: first day"))
        self.edit.setPlaceholderText(self.tr("Everything"))
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.edit.textChanged.connect(self.changed)
        self.menu = CalendarMenu(self.edit)
        self.opener = tool(
            "calendar", self.tr("Choose the first day"), lambda: self.menu.open_below(self.opener)
        )
        label = plain(self.tr("How far back"), bold=True)
        label.setBuddy(self.edit)
        self.day = QWidget()
        across = row(label, self.edit, self.opener, gap=SPACE[2])
        across.setStretch(1, 1)
        rule = self.tr(
            "An earlier day, or none, reads what was left out. What is here stays, whatever the day."
        )
        self.day.setLayout(column(across, plain(rule, "faint", wrap=True), gap=SPACE[1]))
        self.means = plain("", "faint", wrap=True)
        self.setLayout(column(self.day, self.means, gap=SPACE[1]))
        self.hide()

    def show_day(self, kind: Kind, day: str) -> None:
        """What an account of this system has now; "" is everything."""
        self._before = day
        self.edit.setText(day)
        self.day.setVisible(kind.dated)
        self.means.setText(told(kind.far_back))
        self.setVisible(bool(kind.far_back))

    def value(self) -> str:
        return self.edit.text().strip()

    @property
    def is_changed(self) -> bool:
        return self.value() != self._before
