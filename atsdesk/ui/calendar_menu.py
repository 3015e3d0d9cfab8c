"""A calendar that opens below a field in which a day is typed."""

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction


class CalendarMenu(QMenu):
    """Writes the day that is clicked into a field, as `2026-03-01`. The calendar is made when it is first opened."""

    chosen = Signal()
    """A day was clicked; it is in the field."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.calendar: QCalendarWidget | None = None

    def open_below(self, widget: QWidget) -> None:
        """Open on the day of the field."""
        self.calendar = self.calendar or self._made()
        day = QDate.fromString(self._edit.text().strip(), Qt.DateFormat.ISODate)
        self.calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))

    def _made(self) -> QCalendarWidget:
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.clicked.connect(self._choose)
        action = QWidgetAction(self)
        action.setDefaultWidget(calendar)
        self.addAction(action)
        return calendar

    def _choose(self, day: QDate) -> None:
        self._edit.setText(day.toString(Qt.DateFormat.ISODate))
        self.close()
        self.chosen.emit()
