"""Column titles of a table: clicked to sort, dragged to move, with a menu to choose."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from atsdesk.ui import assets
from atsdesk.ui.parts import mirrored
from atsdesk.ui.row_painter import SIDE
from atsdesk.ui.theme import SPACE, tokens

ARROW = 14
"""Room for the arrow beside the title."""


class Header(QHeaderView):
    """Column titles with a small arrow on the one that sorts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(56)
        self.setFixedHeight(self.fontMetrics().height() + 2 * SPACE[1] + 4)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sorted_by, self.descending = -1, False

    def show_sort(self, section: int, descending: bool) -> None:
        self.sorted_by, self.descending = section, descending
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colors = tokens()
        chosen = section == self.sorted_by
        painter.save()
        painter.fillRect(rect, QColor(colors.surface))
        painter.setPen(QColor(colors.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        box = rect.adjusted(SIDE, 0, -SIDE, 0)
        painter.setFont(assets.scaled(self.font(), larger=-1))
        painter.setPen(QColor(colors.text if chosen else colors.text_3))
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        right = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        turned = mirrored()
        if chosen:
            box.adjust(*((ARROW, 0, 0, 0) if turned else (0, 0, -ARROW, 0)))
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if right or turned else Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(box, middle | side, text)
        if chosen:
            wide = painter.fontMetrics().horizontalAdvance(text)
            end = box.right() if right else box.left() + wide
            at = box.right() - wide - ARROW + 2 if turned else end + 5
            self._arrow(painter, QPoint(at, rect.center().y()), colors.accent)
        painter.restore()

    def _arrow(self, painter: QPainter, at: QPoint, color: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        tip = 3 if self.descending else -3
        painter.drawPolygon(
            [QPoint(at.x(), at.y() - tip), QPoint(at.x() + 7, at.y() - tip), QPoint(at.x() + 3, at.y() + tip)]
        )
