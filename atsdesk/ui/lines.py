"""A short table of things that are all here: columns are functions of a row, and rows may have a box to tick."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from atsdesk.ui import formats
from atsdesk.ui.parts import TICK, mirrored, paint_tick
from atsdesk.ui.theme import SPACE, tokens

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A column: its title, what a row shows in it, and how wide it is."""

    title: str
    text: Callable[[Any], str]
    width: int = 140
    faint: bool = False


class Lines(QAbstractTableModel):
    """Rows of any kind. `able` says which can be ticked; without it there are no boxes."""

    ticks_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Line],
        able: Callable[[Any], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: list[Any] = []
        self.ticked: set[int] = set()
        self._able = able

    def show_rows(self, rows: Sequence[Any], ticked: set[int] | None = None) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.ticked = ticked or set()
        self.endResetModel()
        self.ticks_changed.emit()

    def change(self, number: int, row: Any, *, ticked: bool) -> None:
        """Put another row in a row's place."""
        self.rows[number] = row
        self._tick(number, ticked)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return formats.one_line(column.text(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return formats.tip(column.text(row))
        if role == Qt.ItemDataRole.ForegroundRole and column.faint:
            return QColor(tokens().text_2)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and self._ticks(index.row()):
            return Qt.CheckState.Checked if index.row() in self.ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._ticks(index.row()):
            return False
        self._tick(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if index.column() == 0 and self._ticks(index.row()):
            return usual | Qt.ItemFlag.ItemIsUserCheckable
        return usual

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def _ticks(self, number: int) -> bool:
        return self._able is not None and self._able(self.rows[number])

    def _tick(self, number: int, on: bool) -> None:
        (self.ticked.add if on else self.ticked.discard)(number)
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))
        self.ticks_changed.emit()


@lru_cache(maxsize=8)
def _box(ticked: bool, theme: str, ratio: float) -> QIcon:
    """A box to tick, as the tables have it."""
    picture = QPixmap(round((TICK + 1) * ratio), round((TICK + 1) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_tick(painter, QPoint(0, 0), ticked)
    painter.end()
    return QIcon(picture)


class TickPainter(QStyledItemDelegate):
    """Boxes to tick; a click on one, or the space bar, turns it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        features = QStyleOptionViewItem.ViewItemFeature
        option.features = (  # type: ignore[attr-defined]
            option.features & ~features.HasCheckIndicator | features.HasDecoration  # type: ignore[attr-defined]
        )
        ratio = max(1.0, option.widget.devicePixelRatioF())  # type: ignore[attr-defined]
        ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        option.icon = _box(ticked, tokens().name, ratio)  # type: ignore[attr-defined]
        option.decorationSize = QSize(TICK + 1, TICK + 1)  # type: ignore[attr-defined]

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return False
        inside = False
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            rect: QRect = option.rect  # type: ignore[attr-defined]
            x = event.position().x()
            inside = (rect.right() - x if mirrored() else x - rect.left()) < TICK + 2 * SPACE[2]
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            inside = event.key() == Qt.Key.Key_Space
        if inside:
            ticked = Qt.CheckState(state) == Qt.CheckState.Checked
            turned = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)
        return inside


class LinesView(QTreeView):
    """The view of such a table; Tab leaves it."""

    pointed = Signal(object)
    """The number of the row that became the current one; -1 for none."""

    def __init__(self, model: Lines, name: str) -> None:
        super().__init__()
        self.lines = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setItemDelegateForColumn(0, TickPainter(self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for section, column in enumerate(model.columns):
            self.setColumnWidth(section, column.width)
        self.header().setStretchLastSection(True)
        model.modelReset.connect(lambda: self.pointed.emit(-1))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.pointed.emit(current.row() if current.isValid() else -1)

    def chosen(self) -> list[int]:
        """The numbers of the selected rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def point_at(self, number: int) -> None:
        self.setCurrentIndex(self.lines.index(number, 0))
