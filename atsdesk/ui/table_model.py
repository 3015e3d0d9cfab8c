"""Rows of a view for a table: pages read from SQL by workers, a few of them kept, nothing read on the GUI thread."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from atsdesk.desk import Desk
from atsdesk.rows import Value
from atsdesk.store.browse import Query
from atsdesk.store.tables import Kind
from atsdesk.store.views import View
from atsdesk.ui import cells, formats, words
from atsdesk.ui.workers import Job, Workers

PAGE = 200
PAGES_KEPT = 40
PAGES_AT_ONCE = 3
SHOW_SKELETON_AFTER_MS = 150

KEY = Qt.ItemDataRole.UserRole
"""The hidden cells of a row: account, candidate, application."""
RAW = Qt.ItemDataRole.UserRole + 1
"""The cell as it is in the store."""

Row = tuple[Value, ...]
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Found:
    """An answer to a query: how many rows, of how many in all."""

    count: int
    total: int


def tally(desk: Desk, view: View, query: Query, count: int | None, total: int | None) -> Found:
    """Count what is not known yet, in a worker."""
    if count is None:
        count = desk.reading.count(view, query)
    if total is None:
        narrowed = query.text or any(query.chosen.values())
        total = desk.reading.total(view, query.account) if narrowed else count
    return Found(count, total)


def look_again(
    desk: Desk, view: View, query: Query, pages: tuple[int, ...]
) -> tuple[Found, dict[int, list[Row]], float]:
    """Count and read these pages anew, in a worker, and how long it took; pages beyond the end are left out."""
    started = time.monotonic()
    found = tally(desk, view, query, None, None)
    inside = [page for page in pages if page * PAGE < max(found.count, 1)]
    rows = {page: desk.reading.rows(view, query, page * PAGE, PAGE) for page in inside}
    return found, rows, time.monotonic() - started


class RowsModel(QAbstractTableModel):
    """A view's rows under a query. A row whose page is still to come reads as None and is painted as a soft bar."""

    found = Signal(object)
    """A `Found` came in: another query's rows are counted, or the same query's after a change in the store."""
    refreshing = Signal()
    """Rows are about to be replaced in place."""
    refreshed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, view: View, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view = view
        self.query = Query()
        self._workers = workers
        self._count = 0
        self._total: int | None = None
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._reading: dict[int, Job] = {}
        self._asked: Job | None = None
        self._replacing = False
        """Other rows are asked for: those that are here will not stay."""
        self.took = 0.0
        """Seconds that it took to read and count again."""
        self._stale: tuple[int, int] | None = None
        """Rows that were on screen when the store changed while something else was asked."""
        self._generation = 0
        self._hidden = len(view.hidden)
        self._late = QTimer(self, singleShot=True, interval=SHOW_SKELETON_AFTER_MS)
        self._late.timeout.connect(self._forget_pages)
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._read_wanted)

    # what the table asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.view.columns)

    def row(self, number: int) -> Row | None:
        """A row if its page is here; else the page is fetched and `dataChanged` tells when it came."""
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        return rows[number - page * PAGE] if number - page * PAGE < len(rows) else None

    def key(self, number: int) -> Row | None:
        row = self.row(number)
        return row[: self._hidden] if row else None

    def loaded_key(self, number: int) -> Row | None:
        """The key of a row that is here; nothing is fetched."""
        rows = self._pages.get(number // PAGE)
        place = number % PAGE
        return rows[place][: self._hidden] if rows is not None and place < len(rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == KEY:
            return row[: self._hidden]
        column = self.view.columns[index.column()]
        value = row[self._hidden + index.column()]
        if role == RAW:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.text(column, value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return cells.tip(column, value)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.view.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.label(column.label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return formats.tip(words.label(column.meaning))
        if role == Qt.ItemDataRole.TextAlignmentRole and column.kind in {Kind.DECIMAL, Kind.INTEGER}:
            return Qt.AlignmentFlag.AlignRight
        return None

    # asking the store

    def show_view(self, view: View) -> None:
        """Show the same rows with other columns behind the view's own; they have to be asked for again."""
        self.beginResetModel()
        self._generation += 1
        self._drop_reads()
        self.view = view
        self._count = 0
        self._pages.clear()
        self.endResetModel()

    @property
    def total(self) -> int:
        return self._total or 0

    @property
    def waiting(self) -> bool:
        return self._asked is not None or bool(self._reading) or bool(self._wanted)

    def ask(self, query: Query) -> None:
        """Show another query: its first rows at once, the others when they are counted.

        The old rows stay until the new ones are here, or a moment has passed.
        """
        if query.account != self.query.account:
            self._total = None
        self.query = query
        self._start(self._workers.read, self._take_first, self._desk.reading.rows, self.view, query, 0, PAGE)
        self._replacing = True
        self._late.start()

    def refresh(self, first: int, last: int) -> None:
        """Read the same query again after a change in the store; rows `first` to `last` are on screen."""
        if self._asked is not None:
            self._stale = (first, last)
            return
        pages = tuple(range(max(0, first) // PAGE, max(0, last) // PAGE + 1))
        self._start(
            self._workers.count, self._take_again, look_again, self._desk, self.view, self.query, pages
        )

    def _start(
        self,
        way: Callable[..., Job],
        then: Callable[[Any], None],
        read: Callable[..., Any],
        *arguments: object,
    ) -> None:
        """Read in a worker; an answer to what was asked before is not wanted any more."""
        self._generation += 1
        self._replacing = False
        generation = self._generation
        if self._asked is not None:
            self._asked.drop()
        self._drop_reads()

        def answered(found: Any, error: BaseException | None) -> None:
            if generation == self._generation:
                self._asked = None
                self._late.stop()
                if found is None:
                    self.failed.emit(error)
                else:
                    then(found)

        self._asked = way(read, *arguments, then=answered)

    def _take_first(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._count = len(rows)
        self._pages = OrderedDict({0: rows})
        self.endResetModel()
        count = len(rows) if len(rows) < PAGE else None
        if count is not None and self._total is not None:
            self._take_tally(Found(count, self._total))
            return
        counting = (tally, self._desk, self.view, self.query, count, self._total)
        self._start(self._workers.count, self._take_tally, *counting)

    def _take_tally(self, found: Found) -> None:
        self._total = found.total
        self._resize(found.count)
        self.found.emit(found)
        if self._stale is not None:
            stale, self._stale = self._stale, None
            self.refresh(*stale)

    def _take_again(self, answer: tuple[Found, dict[int, list[Row]], float]) -> None:
        found, pages, self.took = answer
        self._total = found.total
        self.refreshing.emit()
        self._pages = OrderedDict(pages)
        self._resize(found.count)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, self.columnCount() - 1))
        self.found.emit(found)
        self.refreshed.emit()

    def _resize(self, count: int) -> None:
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def _forget_pages(self) -> None:
        self._pages.clear()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, self.columnCount() - 1))

    # pages

    def _want(self, page: int) -> None:
        if (self._asked is not None and self._replacing) or page in self._reading:
            return
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        while len(self._wanted) > PAGES_AT_ONCE:
            self._wanted.popitem(last=False)  # scrolled past
        if not self._fetch.isActive():
            self._fetch.start()

    def _read_wanted(self) -> None:
        while self._wanted and len(self._reading) < PAGES_AT_ONCE:
            page, _ = self._wanted.popitem()
            generation = self._generation

            def came(
                rows: list[Row] | None,
                error: BaseException | None,
                page: int = page,
                generation: int = generation,
            ) -> None:
                if generation == self._generation:
                    self._take_page(page, rows, error)

            self._reading[page] = self._workers.read(
                self._desk.reading.rows, self.view, self.query, page * PAGE, PAGE, then=came
            )

    def _take_page(self, page: int, rows: list[Row] | None, error: BaseException | None) -> None:
        self._reading.pop(page, None)
        if rows is None:
            self.failed.emit(error)
            return
        self._pages[page] = rows
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, self._count) - 1
        if page * PAGE <= last:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, self.columnCount() - 1))
        if self._wanted:
            self._fetch.start()

    def _drop_reads(self) -> None:
        self._wanted.clear()
        for job in self._reading.values():
            job.drop()
        self._reading.clear()
