"""*Export this view*: what a table shows, written by a process of its own; a strip tells how far it is."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar, QWidget

from atsdesk.desk import Desk
from atsdesk.errors import Cancelled
from atsdesk.store.browse import Query
from atsdesk.store.exports import ExportEntry
from atsdesk.store.views import View, ViewColumn
from atsdesk.ui import cells, formats, words
from atsdesk.ui.cells import Look
from atsdesk.ui.exporting import Exporting
from atsdesk.ui.memory import Memory
from atsdesk.ui.parts import button, column, plain, restyle, row, tool
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers

if TYPE_CHECKING:
    from atsdesk.export.on_screen import Shown


class ViewExport(QFrame):
    """The strip below the filters while a view is written, and what came of it."""

    def __init__(self, desk: Desk, workers: Workers, memory: Memory, title: str) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._desk, self._workers, self._memory, self._title = desk, workers, memory, title
        self._path: Path | None = None
        self.exporting = Exporting(desk.database, workers, self)
        self.status = plain("", wrap=True)
        self.cancel_button = button(self.tr("Cancel"), self.exporting.cancel)
        self.open_button = button(self.tr("Open file"), partial(self._open, False), glyph="sheet")
        self.show_button = button(self.tr("Show in folder"), partial(self._open, True), glyph="folder")
        self.close_button = tool("close", self.tr("Close"), self.hide)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        line = row(
            self.status,
            self.cancel_button,
            self.open_button,
            self.show_button,
            self.close_button,
            margins=(SPACE[4], SPACE[2], SPACE[3], SPACE[2]),
        )
        line.setStretch(0, 1)
        self.setLayout(column(self.bar, line, gap=0))
        self.exporting.moved.connect(self._moved)
        self.exporting.ended.connect(self._ended)
        self.exporting.failed.connect(self._failed)
        self.exporting.running_changed.connect(self._running)
        self.hide()

    def choose(self, parent: QWidget) -> Path | None:
        """Ask for the file; the ending says whether it is a workbook or CSV."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._memory.text("export.view.folder") or documents or str(Path.home())
        kinds = {self.tr("Excel workbook (*.xlsx)"): ".xlsx", self.tr("CSV file (*.csv)"): ".csv"}
        wanted, kind = QFileDialog.getSaveFileName(
            parent, self.tr("Export this view"), str(Path(folder) / f"{self._title}.xlsx"), ";;".join(kinds)
        )
        if not wanted:
            return None
        path = Path(wanted)
        if path.suffix.lower() not in kinds.values():
            path = path.with_name(path.name + kinds.get(kind, ".xlsx"))
        self._memory.put("export.view.folder", str(path.parent))
        return path

    def export(self, path: Path, view: View, query: Query, sections: Sequence[int], filters: str) -> None:
        """Write these columns of a view, in this order, with the rows that the query has."""
        columns = [view.columns[section] for section in sections]
        facts = self._facts(view, query, filters)
        self.exporting.start_shown(path, partial(_shown, view.name, query, columns, facts))

    def _facts(self, view: View, query: Query, filters: str) -> list[tuple[str, str]]:
        none = self.tr("none")
        order = next((words.label(one.label) for one in view.columns if one.key == query.sort), none)
        way = self.tr("{}, descending") if query.descending else self.tr("{}, ascending")
        return [
            (self.tr("Tab"), self._title),
            (self.tr("Account"), query.account or self.tr("all")),
            (self.tr("Search"), query.text or none),
            (self.tr("Filters"), filters or none),
            (self.tr("Order"), way.format(order) if order != none else self.tr("as usual")),
        ]

    def _running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.cancel_button.setVisible(running)
        for done in (self.open_button, self.show_button):
            done.setVisible(False)
        self.close_button.setVisible(not running)
        if running:
            self._path = None
            self.bar.setRange(0, 0)
            self._say(self.tr("Counting…"), "")
            self.show()

    def _say(self, text: str, role: str) -> None:
        self.status.setText(text)
        restyle(self.status, "role", role)

    def _moved(self, progress: Any) -> None:
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        done, total = formats.number(progress.done), formats.number(progress.total)
        self._say(self.tr("Writing {} of {} rows").format(done, total), "")

    def _ended(self, report: Any) -> None:
        self._path = Path(report.path)
        rows, took = formats.number(report.total), formats.seconds(report.seconds)
        name = formats.isolated(self._path.name)
        self._say(self.tr("{}: {} rows in {}").format(name, rows, took), "good")
        self.open_button.show()
        self.show_button.show()
        entry = ExportEntry.now(self._path, report.total, report.hash, report.seconds)
        self._workers.work(self._desk.record_export, entry)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._say(self.tr("Cancelled. The file from before is as it was."), "")
            return
        self._say(describe(error).says, "bad")

    def _open(self, folder: bool) -> None:
        if self._path is not None:
            place = self._path.parent if folder else self._path
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def _shown(
    view: str, query: Query, columns: Sequence[ViewColumn], facts: Sequence[tuple[str, str]]
) -> "Shown":
    """What the table shows, with the words of the window; in a worker, as the export takes a moment to load."""
    from atsdesk.export.on_screen import Shown, ShownColumn

    known = words.vocabulary()
    made = [
        ShownColumn(one.key, words.label(one.label), known if cells.look(one) is Look.CHIP else {})
        for one in columns
    ]
    return Shown(view, query, made, facts)
