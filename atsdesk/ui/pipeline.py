"""How many candidates are in each stage of a job, painted as bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from atsdesk.store.job import StageCount
from atsdesk.ui import formats
from atsdesk.ui.theme import SPACE, tokens

BAR = 6


class Pipeline(QWidget):
    """A line a stage: its name, a bar, and the number; from top to bottom as candidates go."""

    def __init__(self, stages: Sequence[StageCount]) -> None:
        super().__init__()
        self._stages = list(stages)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Candidates in each stage"))
        self.setAccessibleDescription("; ".join(f"{one.name}: {one.count}" for one in self._stages))

    def _line(self) -> int:
        return self.fontMetrics().height() + SPACE[2]

    def sizeHint(self) -> QSize:
        return QSize(200, self._line() * len(self._stages))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._line() * len(self._stages))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, mirrored = self.fontMetrics(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        most = max(one.count for one in self._stages)
        figures = metrics.horizontalAdvance(formats.number(most)) + SPACE[2]
        names = int(self.width() * 0.45)
        room = self.width() - names - figures - SPACE[2]
        for number, one in enumerate(self._stages):
            top = number * self._line()
            painter.setPen(QColor(colors.text if one.count else colors.text_3))
            name = metrics.elidedText(one.name, Qt.TextElideMode.ElideRight, names)
            self._draw(painter, QRect(0, top, names, self._line()), name, leading=True)
            length = max(BAR, room * one.count / most) if one.count else 0.0
            start = names + SPACE[2] if not mirrored else self.width() - names - SPACE[2] - length
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.info.dot))
            middle = top + (self._line() - BAR) / 2
            painter.drawRoundedRect(QRectF(start, middle, length, BAR), BAR / 2, BAR / 2)
            painter.setPen(QColor(colors.text if one.count else colors.text_3))
            place = QRect(self.width() - figures, top, figures, self._line())
            self._draw(painter, place, formats.number(one.count), leading=False)

    def _draw(self, painter: QPainter, box: QRect, text: str, *, leading: bool) -> None:
        """Text at the leading or the trailing side of a box that is given for left to right."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirrored:
            box = QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())
        side = Qt.AlignmentFlag.AlignRight if leading == mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, text)
