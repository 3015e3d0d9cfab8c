"""*From … to …*: two days to type or to choose in a calendar, either of which may be left out."""

import datetime as dt

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from atsdesk.store.days import between, meant
from atsdesk.ui.calendar_menu import CalendarMenu
from atsdesk.ui.parts import button, plain, tool
from atsdesk.ui.theme import SPACE


class Between(QWidget):
    """Two fields, one a line; Enter or *Show* chooses what they say."""

    chosen = Signal(str)
    """A range of days, as a filter's value."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = QLineEdit(), QLineEdit()
        self.show_button = button(self.tr("Show"), self._choose, role="main")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE[1])
        grid.setColumnStretch(1, 1)
        for line, (title, name, edit) in enumerate(
            (
                (self.tr("From"), self.tr("Choose the first day"), self.first),
                (self.tr("To"), self.tr("Choose the last day"), self.last),
            )
        ):
            label = plain(title, "soft")
            label.setBuddy(edit)
            menu = CalendarMenu(edit)
            opener = tool("calendar", name)
            opener.clicked.connect(lambda _=False, menu=menu, edit=edit: menu.open_below(edit))
            edit.setAccessibleName(title)
            edit.setPlaceholderText("2026-03-01")
            edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            edit.textChanged.connect(self._look)
            edit.returnPressed.connect(self._choose)
            for place, part in enumerate((label, edit, opener)):
                grid.addWidget(part, line, place)
        self._look()

    def show_value(self, value: str) -> None:
        """The days that a range means today; none for what is no range."""
        found = meant(value)
        for edit, day in (
            (self.first, found.first if found else None),
            (self.last, found.last if found else None),
        ):
            edit.setText(day.isoformat() if day else "")

    def value(self) -> str:
        """What the fields say; "" where that is no range of days."""
        days: list[dt.date | None] = []
        for edit in (self.first, self.last):
            text = edit.text().strip()
            day = QDate.fromString(text, Qt.DateFormat.ISODate)
            if text and not day.isValid():
                return ""
            days.append(dt.date(day.year(), day.month(), day.day()) if text else None)
        first, last = days
        if first and last:
            return between(first, last) if first <= last else ""
        return between(first, last) if first or last else ""

    def _look(self) -> None:
        self.show_button.setEnabled(bool(self.value()))

    def _choose(self) -> None:
        if value := self.value():
            self.chosen.emit(value)
