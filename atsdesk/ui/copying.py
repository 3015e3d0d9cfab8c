"""Rows and cells of a table on their way to the clipboard."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from atsdesk.desk import Desk
from atsdesk.ui import clipboard, formats
from atsdesk.ui.table_model import RowsModel
from atsdesk.ui.table_view import RowsTable
from atsdesk.ui.workers import Workers


class Copying(QObject):
    """Copies what is selected in a table."""

    said = Signal(str)
    """What was copied, for the toast."""

    def __init__(self, desk: Desk, workers: Workers, model: RowsModel, table: RowsTable) -> None:
        super().__init__(table)
        self._desk, self._workers = desk, workers
        self._model, self._table = model, table

    def copy_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("Copied: {}").format(text))

    def copy_rows(self) -> None:
        """Copy the selected rows, with the columns shown, for a spreadsheet."""
        ranges, sections = self._table.selected_ranges(), self._table.shown_columns()
        if ranges:
            self._workers.read(
                clipboard.copy_rows,
                self._desk,
                self._model.view,
                self._model.query,
                ranges,
                sections,
                then=self._copied,
            )

    def _copied(self, rows: tuple[str, str, int] | None, error: BaseException | None) -> None:
        if rows is None:
            self._workers.trouble.emit(error)
            return
        text, table, count = rows
        QGuiApplication.clipboard().setMimeData(clipboard.mime(text, table))
        self.said.emit(self.tr("Rows copied: {}").format(formats.number(count)))
