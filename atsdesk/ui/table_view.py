"""The table every tab uses: columns that are remembered by key, sorting in SQL, copying into spreadsheets."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from atsdesk.store.tables import Kind
from atsdesk.store.views import View, ViewColumn
from atsdesk.ui import formats, words
from atsdesk.ui.cells import Index, Look, look
from atsdesk.ui.memory import Memory
from atsdesk.ui.row_painter import SIDE, RowPainter
from atsdesk.ui.table_header import Header
from atsdesk.ui.table_model import Row, RowsModel
from atsdesk.ui.theme import SPACE, tokens

WIDTHS = {
    "name": 190,
    "candidate": 190,
    "job": 190,
    "exposed": 76,
    "openness": 126,
    "stage": 150,
    "step": 160,
    "status": 116,
    "state": 120,
    "source": 140,
    "email": 220,
    "phone": 140,
    "days_in_step": 150,
    "assignees": 160,
}
HIDDEN_AT_FIRST = {"account_id", "status_changed_at", "type", "limit_days"}
USUAL_WIDTH = 130


class RowsTable(QTableView):
    """A table over `RowsModel`. Tab leaves it; Enter or a double click opens a row."""

    opened = Signal(object)
    """The key of the row a person wants to see."""
    pointed = Signal(object)
    """The key of the row that became the current one."""
    sorted_by = Signal(str, bool)
    copy_wanted = Signal()
    menu_wanted = Signal(object)
    arranged = Signal()
    """Columns were shown, hidden, moved or made wider."""
    ticked = Signal(object)
    """The key of the row whose box was ticked, or None for those that are selected."""

    def __init__(self, model: RowsModel, memory: Memory, name: str) -> None:
        super().__init__()
        self.rows = model
        self._memory = memory
        self._place = f"columns.{model.view.name}"
        self._kept: tuple[Row | None, set[Row]] = (None, set())
        self.setAccessibleName(name)
        self._hovered = -1
        self._painter = RowPainter(model.view.columns, self.font())
        self.setModel(model)
        self.head = Header(self)
        self.setHorizontalHeader(self.head)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(max(34, self.fontMetrics().height() + 2 * SPACE[2] - 2))
        self._restore()
        self.head.sectionClicked.connect(self._sort)
        self.head.customContextMenuRequested.connect(
            lambda at: self.column_menu().exec(self.head.mapToGlobal(at))
        )
        self.head.sectionMoved.connect(lambda *_: self._remember())
        self.head.sectionResized.connect(lambda *_: self._remember())
        self.doubleClicked.connect(self._open)
        model.refreshing.connect(self._keep)
        model.refreshed.connect(self._take_up)

    # columns

    @property
    def columns(self) -> tuple[ViewColumn, ...]:
        return self.rows.view.columns

    def _restore(self) -> None:
        kept = self._memory.mapping(self._place)
        widths, order, hidden = kept.get("widths"), kept.get("order"), kept.get("hidden")
        widths = widths if isinstance(widths, dict) else {}
        hidden = set(hidden) if isinstance(hidden, list) else HIDDEN_AT_FIRST
        added = kept.get("added")
        added = added if isinstance(added, list) else []
        self.head.blockSignals(True)
        for section, column in enumerate(self.columns):
            width = widths.get(column.key)
            usual = WIDTHS.get(column.key, USUAL_WIDTH)
            self.setColumnWidth(section, width if isinstance(width, int) and 40 <= width <= 1200 else usual)
            self.setColumnHidden(section, column.key not in added if column.custom else column.key in hidden)
        keys = [column.key for column in self.columns]
        known = [key for key in order if key in keys] if isinstance(order, list) else []
        for place, key in enumerate(known):
            self.head.moveSection(self.head.visualIndex(keys.index(key)), place)
        self.head.blockSignals(False)

    def _remember(self) -> None:
        columns = list(enumerate(self.columns))
        in_order = sorted(columns, key=lambda at: self.head.visualIndex(at[0]))
        shown = [(section, column) for section, column in columns if not self.isColumnHidden(section)]
        kept = self._memory.mapping(self._place)
        before, added = kept.get("widths"), kept.get("added")
        widths = dict(before) if isinstance(before, dict) else {}
        here = {column.key for _, column in columns}
        elsewhere = [key for key in added if key not in here] if isinstance(added, list) else []
        self._memory.put(
            self._place,
            {
                "order": [column.key for _, column in in_order],
                "hidden": [column.key for section, column in columns if self.isColumnHidden(section)],
                "added": elsewhere + [column.key for _, column in shown if column.custom],
                "widths": widths | {column.key: self.columnWidth(section) for section, column in shown},
            },
        )

        self.arranged.emit()

    def arrangement(self) -> tuple[tuple[str, ...], dict[str, int]]:
        """The columns shown, from first to last, and how wide each is."""
        shown = self.shown_columns()
        keys = [self.columns[section].key for section in shown]
        return tuple(keys), {key: self.columnWidth(section) for key, section in zip(keys, shown, strict=True)}

    def arrange(self, shown: Sequence[str], widths: Mapping[str, int]) -> None:
        """Show these columns in this order; those that are not here yet are shown when they come."""
        keys = [column.key for column in self.columns]
        own = [column.key for column in self.columns if not column.custom]
        if not set(shown) & set(own):
            return
        self._memory.put(
            self._place,
            {
                "order": [*shown, *(key for key in keys if key not in shown)],
                "hidden": [key for key in own if key not in shown],
                "added": [key for key in shown if key not in own],
                "widths": dict(widths),
            },
        )
        self._restore()

    def shown_columns(self) -> list[int]:
        """The columns on screen, in their order there."""
        sections = [section for section in range(len(self.columns)) if not self.isColumnHidden(section)]
        return sorted(sections, key=self.head.visualIndex)

    def column_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section, column in enumerate(self.columns):
            if column.custom and section and not self.columns[section - 1].custom:
                menu.addSection(self.tr("Custom fields"))
            action = menu.addAction(formats.button_text(words.label(column.label)))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(section))
            action.setEnabled(self.isColumnHidden(section) or len(self.shown_columns()) > 1)
            action.toggled.connect(lambda on, section=section: self.show_column(section, on))
        menu.addSeparator()
        menu.addAction(self.tr("Usual columns"), self.reset_columns)
        return menu

    def show_column(self, section: int, on: bool) -> None:
        self.setColumnHidden(section, not on)
        self._remember()

    def show_view(self, view: View) -> None:
        """Offer other columns behind the view's own, each shown and placed as it was last."""
        self.rows.show_view(view)
        self._painter = RowPainter(view.columns, self.font())
        self._restore()

    def reset_columns(self) -> None:
        self._memory.put(self._place, {"order": [column.key for column in self.columns]})
        self._restore()
        self.arranged.emit()

    # sorting

    def _sort(self, section: int) -> None:
        """First click sorts (times and durations from the top), the second turns it around, the third undoes it."""
        column = self.columns[section]
        first = column.kind in {Kind.TIME, Kind.DAY, Kind.DECIMAL}
        if self.head.sorted_by != section:
            self.sort_by(column.key, first)
        elif self.head.descending == first:
            self.sort_by(column.key, not first)
        else:
            self.sort_by("", False)

    def sort_by(self, key: str, descending: bool) -> None:
        self.show_sort(key, descending)
        self.sorted_by.emit(key, descending)

    def show_sort(self, key: str, descending: bool) -> None:
        keys = [column.key for column in self.columns]
        self.head.show_sort(keys.index(key) if key in keys else -1, descending)

    # rows

    def _open(self, index: QModelIndex) -> None:
        key = self.rows.key(index.row()) if index.isValid() else None
        if key:
            self.opened.emit(key)

    def selectRow(self, row: int) -> None:
        """Qt's own finds no column to begin with where rows run from right to left."""
        index = self.rows.index(row, self.shown_columns()[0])
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def selected_ranges(self) -> list[tuple[int, int]]:
        """First and last row of each stretch of selected rows, from the top."""
        return sorted({(part.top(), part.bottom()) for part in self.selectionModel().selection().toList()})

    def visible_rows(self) -> tuple[int, int]:
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else max(first, self.rows.rowCount() - 1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        key = self.rows.key(current.row()) if current.isValid() else None
        if key:
            self.pointed.emit(key)

    def _keep(self) -> None:
        selected = set()
        for first, last in self.selected_ranges()[:50]:
            keys = (self.rows.loaded_key(row) for row in range(first, min(last, first + 500) + 1))
            selected |= {key for key in keys if key is not None}
        self._kept = (self.rows.loaded_key(self.currentIndex().row()), selected)

    def _take_up(self) -> None:
        """Rows have moved: the people that were selected stay selected."""
        current, selected = self._kept
        if current is None and not selected:
            return
        first, last = self.visible_rows()
        chosen, model = QItemSelection(), self.selectionModel()
        place: int | None = None
        for row in range(first, last + 1):
            key = self.rows.loaded_key(row)
            if key is not None and key in selected:
                chosen.select(self.rows.index(row, 0), self.rows.index(row, len(self.columns) - 1))
            if key is not None and key == current:
                place = row
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if place is not None:
            model.setCurrentIndex(self.rows.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows on screen at once, see `row_painter`."""
        colors = tokens()
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        count = self.rows.rowCount()
        if first < 0 or not count:
            return
        last = last if last >= 0 else count - 1
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, width = self.rowHeight(first), self.viewport().width()
        places = [(self.columnViewportPosition(at), self.columnWidth(at), at) for at in self.shown_columns()]
        places = [place for place in places if place[0] < width and place[0] + place[1] > 0]
        top = self.rowViewportPosition(first)
        chosen = {
            row for low, high in self.selected_ranges() for row in range(max(low, first), min(high, last) + 1)
        }
        current = self.currentIndex().row() if self.hasFocus() else -1
        marked = colors.selected if self.isActiveWindow() else colors.selected_idle
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        hidden = len(self.rows.view.hidden)
        for row in range(first, last + 1):
            values = self.rows.row(row)
            self._painter.paint(
                painter,
                QRect(0, top, width, height),
                [(at, QRect(x + SIDE, top, wide - 2 * SIDE, height)) for x, wide, at in places],
                None if values is None else values[hidden:],
                ground=marked if row in chosen else colors.hover if row == self._hovered else "",
                outlined=row == current,
                mirrored=mirrored,
                seed=row,
            )
            top += height
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._painter = RowPainter(self.columns, self.font())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and any(look(one) is Look.TICK for one in self.columns):
            self.ticked.emit(None)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._ticks(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._ticks(event):
            super().mouseReleaseEvent(event)
        elif key := self.rows.key(self.rowAt(event.position().toPoint().y())):
            self.ticked.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._ticks(event):
            super().mouseDoubleClickEvent(event)

    def _ticks(self, event: QMouseEvent) -> bool:
        """Whether the mouse is on a box to tick."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        return left and index.isValid() and look(self.columns[index.column()]) is Look.TICK

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.rows.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(max(0, self.currentIndex().row()))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
