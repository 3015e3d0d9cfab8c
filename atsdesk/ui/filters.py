"""Filter chips above a table: each opens a short list of values with counts; what is ticked combines."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from atsdesk.store.browse import Choice
from atsdesk.store.views import View
from atsdesk.ui import formats, words
from atsdesk.ui.flow import Flow
from atsdesk.ui.parts import (
    TICK,
    DownButton,
    button,
    column,
    leading,
    margins,
    mirrored,
    paint_tick,
    plain,
    restyle,
    row,
)
from atsdesk.ui.theme import SPACE, tokens

Index = QModelIndex | QPersistentModelIndex
POPUP_WIDTH, POPUP_ROWS = 288, 9
NAMED = 2
"""A chip names this many chosen values; more are counted."""


class Choices(QAbstractListModel):
    """The values of one filter, narrowed by what is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Choice] = ()
        self.shown: list[Choice] = []
        self.ticked: set[str] = set()
        self._typed = ""

    def fill(self, choices: Sequence[Choice], ticked: set[str]) -> None:
        self._all = sorted(choices, key=lambda choice: choice.value not in ticked)
        self.ticked = set(ticked)
        self.narrow(self._typed)

    def narrow(self, typed: str) -> None:
        self._typed = typed
        wanted = typed.casefold().split()
        self.beginResetModel()
        self.shown = [
            choice for choice in self._all if all(word in self.label(choice).casefold() for word in wanted)
        ]
        self.endResetModel()

    @staticmethod
    def label(choice: Choice) -> str:
        return words.word(choice.label) or "–"

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(choice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return formats.tip(self.label(choice))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if choice.value in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.UserRole:
            return choice
        return None

    def turn(self, index: Index) -> None:
        value = self.shown[index.row()].value
        self.ticked ^= {value}
        self.dataChanged.emit(index, index)


class _ChoicePainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + SPACE[2])  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = tokens()
        box: QRect = option.rect  # type: ignore[attr-defined]
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        state = option.state  # type: ignore[attr-defined]
        lit = (
            QStyle.StateFlag.State_HasFocus
            | QStyle.StateFlag.State_MouseOver
            | QStyle.StateFlag.State_Selected
        )
        if state & lit:
            painter.fillRect(
                box, QColor(colors.hover if not state & QStyle.StateFlag.State_Selected else colors.pressed)
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turned = mirrored()
        side = box.right() - SPACE[3] - TICK + 1 if turned else box.left() + SPACE[3]
        paint_tick(painter, QPoint(side, box.center().y() - 7), ticked)
        count = formats.number(choice.count)
        painter.setPen(QColor(colors.text_3))
        inner = QRect(box).marginsRemoved(QMargins(*margins(SPACE[3] + TICK + SPACE[2], 0, SPACE[3], 0)))
        trailing = Qt.AlignmentFlag.AlignLeft if turned else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inner, middle | trailing, count)
        taken = painter.fontMetrics().horizontalAdvance(count) + SPACE[2]
        inner = inner.marginsRemoved(QMargins(*margins(0, 0, taken, 0)))
        painter.setPen(QColor(colors.text))
        text = painter.fontMetrics().elidedText(
            Choices.label(choice), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, leading(), text)
        painter.restore()


class FilterPopup(QFrame):
    """The list a chip opens: search, tick, clear. Space or Enter ticks, Esc closes."""

    changed = Signal(object)
    """The values ticked."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName(title)
        self.choices = Choices(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in {}").format(title.lower()))
        self.search.setAccessibleName(self.search.placeholderText())
        self.list = QListView()
        self.list.setAccessibleName(title)
        self.list.setModel(self.choices)
        self.list.setItemDelegate(_ChoicePainter(self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = plain(self.tr("Nothing to choose from"), "faint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = button(self.tr("Clear"), self._clear, role="link")
        self.setLayout(
            column(
                row(self.search, margins=(SPACE[2], SPACE[2], SPACE[2], 0)),
                self.list,
                self.empty,
                row(None, self.clear, margins=(SPACE[2], 0, SPACE[2], SPACE[2])),
                gap=SPACE[1],
            )
        )
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.clicked.connect(self._turn)
        self.list.installEventFilter(self)

    def fill(self, choices: Sequence[Choice], ticked: set[str]) -> None:
        self.choices.fill(choices, ticked)
        self._fit()

    def _fit(self) -> None:
        rows = len(self.choices.shown)
        height = self.fontMetrics().height() + SPACE[2]
        self.list.setFixedHeight(min(max(rows, 1), POPUP_ROWS) * height + 8)
        self.list.setVisible(rows > 0)
        self.empty.setVisible(rows == 0)
        self.clear.setEnabled(bool(self.choices.ticked))
        self.setFixedWidth(POPUP_WIDTH)
        self.adjustSize()

    def _narrow(self, typed: str) -> None:
        self.choices.narrow(typed)
        self._fit()
        if self.choices.shown:
            self.list.setCurrentIndex(self.choices.index(0))

    def _turn(self, index: QModelIndex) -> None:
        if index.isValid():
            self.choices.turn(index)
            self._fit()
            self.changed.emit(tuple(sorted(self.choices.ticked)))

    def _clear(self) -> None:
        self.choices.ticked.clear()
        self.choices.layoutChanged.emit()
        self._fit()
        self.changed.emit(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or (
                key == Qt.Key.Key_Space and watched is self.list
            ):
                self._turn(self.list.currentIndex())
                return True
            if watched is self.search and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                at = self.list.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
                self.list.setCurrentIndex(self.choices.index(max(0, min(at, len(self.choices.shown) - 1))))
                return True
        return super().eventFilter(watched, event)


class FilterBar(QWidget):
    """One chip per filter of a view, and one that clears them all."""

    changed = Signal(object)
    """What is chosen: values by filter key."""
    wanted = Signal(str)
    """The values of this filter are needed: a popup was opened, or something ticked has no name yet."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._filters = {part.key: part for part in view.filters}
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self.chips: dict[str, QPushButton] = {}
        self.popups: dict[str, FilterPopup] = {}
        layout = Flow(self, SPACE[2])
        for part in view.filters:
            title = words.label(part.label)
            chip = DownButton(title)
            chip.setProperty("role", "chip")
            chip.clicked.connect(partial(self.open, part.key))
            self.chips[part.key] = chip
            popup = FilterPopup(title, self)
            popup.changed.connect(lambda values, key=part.key: self._choose(key, values))
            self.popups[part.key] = popup
            layout.addWidget(chip)
        self.clear_all = button(self.tr("Clear"), self.clear, role="link")
        self.clear_all.setAccessibleName(self.tr("Clear all filters"))
        layout.addWidget(self.clear_all)
        self.show_chosen()

    @property
    def chosen(self) -> Mapping[str, tuple[str, ...]]:
        return {key: values for key, values in self._chosen.items() if values}

    def open(self, key: str, *_: object) -> None:
        chip, popup = self.chips[key], self.popups[key]
        popup.search.clear()
        popup.fill([], set(self._chosen.get(key, ())))
        corner = chip.mapToGlobal(chip.rect().bottomLeft()) + QPoint(0, SPACE[1])
        popup.move(corner - QPoint(popup.width() - chip.width(), 0) if mirrored() else corner)
        self.wanted.emit(key)
        popup.show()
        popup.search.setFocus()

    def fill(self, key: str, choices: Sequence[Choice]) -> None:
        """The values that were wanted, and how many rows have each."""
        for choice in choices:
            self._labels[key, choice.value] = Choices.label(choice)
        self.show_chosen()
        self.popups[key].fill(choices, set(self._chosen.get(key, ())))

    def _choose(self, key: str, values: tuple[str, ...]) -> None:
        self._chosen[key] = values
        self.show_chosen()
        self.changed.emit(self.chosen)

    def choose(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Tick these values, by filter key; others are left."""
        self._chosen = dict(chosen)
        self.show_chosen()
        self.changed.emit(self.chosen)
        for key, values in self.chosen.items():
            named = self._filters[key].sql == self._filters[key].label_sql
            if not named and any((key, value) not in self._labels for value in values):
                self.wanted.emit(key)

    def clear(self) -> None:
        if self.chosen:
            self._chosen.clear()
            self.show_chosen()
            self.changed.emit({})

    def _names(self, key: str) -> list[str]:
        values = self._chosen.get(key, ())
        return [self._labels.get((key, value)) or words.word(value) for value in values]

    def told(self) -> list[str]:
        """What is ticked, a sentence for each filter."""
        titles = {key: words.label(self._filters[key].label) for key in self.chosen}
        return [self.tr("{}: {}").format(title, ", ".join(self._names(key))) for key, title in titles.items()]

    def show_chosen(self) -> None:
        for key, chip in self.chips.items():
            values = self._chosen.get(key, ())
            title = words.label(self._filters[key].label)
            names = self._names(key)
            says = title
            if 0 < len(names) <= NAMED:
                says = self.tr("{}: {}").format(title, ", ".join(names))
            elif names:
                says = self.tr("{}: {} chosen").format(title, len(names))
            chip.setText(formats.button_text(says if len(says) < 48 else says[:46] + "…"))
            chip.setAccessibleName(self.tr("Filter by {}").format(says))
            restyle(chip, "chosen", "true" if values else "false")
        self.clear_all.setVisible(bool(self.chosen))
