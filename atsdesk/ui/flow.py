"""Widgets side by side, as many in a line as there is room for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class Flow(QLayout):
    """A line of widgets that goes on in a second one where the window is narrow or the words are long.

    With `at_end` the lines stand at the side at which lines end.
    """

    def __init__(self, parent: QWidget, gap: int, *, at_end: bool = False) -> None:
        super().__init__(parent)
        self._at_end = at_end
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((box.bottom() + 1 for _, box in places), default=0)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in shown), default=0),
            max((size.height() for size in shown), default=0),
        )

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        direction = QGuiApplication.layoutDirection()
        places = self._places(box.width())
        above = max(0, box.height() - max((place.bottom() + 1 for _, place in places), default=0)) // 2
        ends = {line.y(): line.right() for _, line in places}  # the last of each line
        for item, place in places:
            left = box.x() + (box.width() - 1 - ends[place.y()] if self._at_end else 0)
            item.setGeometry(QStyle.visualRect(direction, box, place.translated(left, box.y() + above)))

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Where each widget goes, from the left of a box of this width."""
        places: list[tuple[QLayoutItem, QRect]] = []
        x = y = high = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x and x + size.width() > width:
                x, y, high = 0, y + high + self.spacing(), 0
            places.append((item, QRect(x, y, min(size.width(), width), size.height())))
            x, high = x + size.width() + self.spacing(), max(high, size.height())
        return places
