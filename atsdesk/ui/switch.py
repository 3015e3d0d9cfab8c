"""A switch with its text: on or off by the place of its knob, not by colour alone."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from atsdesk.ui.theme import SPACE, tokens

TRACK = QSize(32, 18)
EDGE = 3
"""Room around the track for the focus ring."""


class Switch(QCheckBox):
    """A check box to the keyboard and to screen readers."""

    @staticmethod
    def text_from() -> int:
        """Where the text begins, for what stands below it."""
        return TRACK.width() + 2 * EDGE + SPACE[2]

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = max(TRACK.height(), metrics.height()) + 2 * EDGE
        return QSize(self.text_from() + metrics.horizontalAdvance(self.text()), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRect(EDGE, (self.height() - TRACK.height()) // 2, TRACK.width(), TRACK.height())
        text = self.rect().adjusted(self.text_from(), 0, 0, 0)
        if mirrored:
            box.moveRight(self.width() - EDGE - 1)
            text.translate(-text.left(), 0)
        track = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        round_ = track.height() / 2
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), round_ + 2, round_ + 2)
        on, able = self.isChecked(), self.isEnabled()
        ground = (colors.accent_fill if able else colors.edge) if on else colors.surface
        painter.setPen(QPen(QColor(ground if on else colors.text_3 if able else colors.edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(track, round_, round_)
        knob = track.adjusted(3, 3, -3, -3)
        knob.setWidth(knob.height())
        if on != mirrored:
            knob.moveRight(track.right() - 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.on_accent if on else colors.text_3 if able else colors.edge))
        painter.drawEllipse(knob)
        painter.setPen(QColor(colors.text if able else colors.text_3))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(text, middle | side, self.text())
