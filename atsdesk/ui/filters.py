"""Filter chips above a table: each opens a short list of values with counts; what is ticked combines."""

from collections.abc import Callable, Mapping, Sequence
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
from atsdesk.ui import day_words, formats, words
from atsdesk.ui.between import Between
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
UNCOUNTED = -1
"""The count of a choice that is known before its rows are counted."""
NAMED = 2
"""A chip names this many chosen values; more are counted."""


class Choices(QAbstractListModel):
    """The values of one filter, narrowed by what is typed. `reads` and `tells` put a value in words, for the list and
    for a tip."""

    def __init__(self, reads: Callable[[str], str], tells: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._reads, self._tells = reads, tells
        self._all: Sequence[Choice] = ()
        self.shown: list[Choice] = []
        self.ticked: set[str] = set()
        self._typed = ""

    def fill(self, choices: Sequence[Choice], ticked: set[str]) -> None:
        self._all = choices
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

    def label(self, choice: Choice) -> str:
        return self._reads(choice.label) or "–"

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(choice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return formats.tip(self._tells(choice.label))
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
        count = "" if choice.count == UNCOUNTED else formats.number(choice.count)
        painter.setPen(QColor(colors.text_3))
        inner = QRect(box).marginsRemoved(QMargins(*margins(SPACE[3] + TICK + SPACE[2], 0, SPACE[3], 0)))
        trailing = Qt.AlignmentFlag.AlignLeft if turned else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inner, middle | trailing, count)
        taken = painter.fontMetrics().horizontalAdvance(count) + SPACE[2]
        inner = inner.marginsRemoved(QMargins(*margins(0, 0, taken, 0)))
        painter.setPen(QColor(colors.text))
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, leading(), text)
        painter.restore()


class FilterPopup(QFrame):
    """The list a chip opens: search, tick, clear. Space or Enter ticks, Esc closes.

    That of ranges of days has two fields of its own instead of the search, and one range is ticked at a time.
    """

    changed = Signal(object)
    """The values ticked."""

    def __init__(self, title: str, dated: bool, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName(title)
        self.between = Between() if dated else None
        words_of = (day_words.word, day_words.told) if dated else (words.word, words.word)
        self.choices = Choices(*words_of, self)
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
        around = (SPACE[2], SPACE[2], SPACE[2], 0)
        below = (SPACE[2], 0, SPACE[2], SPACE[2])
        if self.between:
            self.between.chosen.connect(self._choose_days)
            asked = row(self.between, margins=around)
            ends = row(None, self.clear, self.between.show_button, margins=below)
            box = column(self.list, self.empty, asked, ends, gap=SPACE[1])
        else:
            ends = row(None, self.clear, margins=below)
            box = column(row(self.search, margins=around), self.list, self.empty, ends, gap=SPACE[1])
        self.setLayout(box)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.clicked.connect(self._turn)
        self.list.installEventFilter(self)

    def fill(self, choices: Sequence[Choice], ticked: set[str]) -> None:
        at = self.list.currentIndex().row()
        self.choices.fill(choices, ticked)
        self.list.setCurrentIndex(self.choices.index(at))
        if self.between:
            self.between.show_value(next(iter(ticked), ""))
        self._fit()

    def begin(self) -> None:
        """The keyboard is where most begin: in the search, or on the ranges."""
        self.search.clear()
        (self.list if self.between else self.search).setFocus()
        if self.between:
            self.list.setCurrentIndex(self.choices.index(0))

    def _fit(self) -> None:
        rows = len(self.choices.shown)
        height = self.fontMetrics().height() + SPACE[2]
        self.list.setFixedHeight(min(max(rows, 1), POPUP_ROWS) * height + 8)
        self.list.setVisible(rows > 0)
        self.empty.setVisible(rows == 0 and not self.between)
        self.clear.setEnabled(bool(self.choices.ticked))
        self.setFixedWidth(POPUP_WIDTH)
        self.adjustSize()

    def _narrow(self, typed: str) -> None:
        self.choices.narrow(typed)
        self._fit()
        if self.choices.shown:
            self.list.setCurrentIndex(self.choices.index(0))

    def _turn(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self.between:
            self.choices.ticked &= {self.choices.shown[index.row()].value}
        self.choices.turn(index)
        if self.between:
            self.choices.layoutChanged.emit()
            self.between.show_value(next(iter(self.choices.ticked), ""))
        self._fit()
        self.changed.emit(tuple(sorted(self.choices.ticked)))

    def _choose_days(self, value: str) -> None:
        self.changed.emit((value,))
        self.close()

    def _clear(self) -> None:
        self.choices.ticked.clear()
        self.choices.layoutChanged.emit()
        if self.between:
            self.between.show_value("")
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
            popup = FilterPopup(title, bool(part.ranges), self)
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
        ticked = self._chosen.get(key, ())
        ranges = self._filters[key].ranges  # known before they are counted
        offered = dict.fromkeys((*ranges, *ticked)) if ranges else ()
        popup.fill([Choice(value, value, UNCOUNTED) for value in offered], set(ticked))
        corner = chip.mapToGlobal(chip.rect().bottomLeft()) + QPoint(0, SPACE[1])
        popup.move(corner - QPoint(popup.width() - chip.width(), 0) if mirrored() else corner)
        self.wanted.emit(key)
        popup.show()
        popup.begin()

    def fill(self, key: str, choices: Sequence[Choice]) -> None:
        """The values that were wanted, and how many rows have each."""
        for choice in choices:
            self._labels[key, choice.value] = self.popups[key].choices.label(choice)
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
        reads = day_words.word if self._filters[key].ranges else words.word
        return [self._labels.get((key, value)) or reads(value) for value in self._chosen.get(key, ())]

    def told(self) -> list[str]:
        """What is ticked, a sentence for each filter."""
        said = []
        for key, values in self.chosen.items():
            ranges = self._filters[key].ranges
            names = [day_words.told(value) for value in values] if ranges else self._names(key)
            said.append(self.tr("{}: {}").format(words.label(self._filters[key].label), ", ".join(names)))
        return said

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
