"""An application's steps, painted: what is done, where it stands, what is to come."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from atsdesk.store.detail import StepDetail
from atsdesk.ui import formats, words
from atsdesk.ui.assets import scaled
from atsdesk.ui.cells import strain
from atsdesk.ui.theme import SPACE, Tokens, tokens

STATES = frozenset({"completed", "current", "future"})
BEGUN = "begun"
"""The state of the first entry, which is no step: the application. That of the last is the status of its end."""
RAIL = 20
NODE = 6.0
Point = QPointF


class Timeline(QWidget):
    """Steps from top to bottom with their dates and the days each took, between the application and its end."""

    def __init__(
        self,
        steps: Sequence[StepDetail],
        applied_at: str | None = None,
        ended: str = "",
        ended_at: str | None = None,
    ) -> None:
        """`ended` is the status with which the application ended; "" while it goes on."""
        super().__init__()
        first = [_event(self.tr("Applied"), BEGUN, applied_at)] if applied_at else []
        last = [_event(words.word(ended), ended, ended_at)] if ended else []
        taken = [step for step in steps if step.state != "future"]
        future = [step for step in steps if step.state == "future"]
        self._steps = [*first, *taken, *last, *future]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._strong = scaled(self.font(), weight=QFont.Weight.Medium)
        self._small = scaled(self.font(), larger=-1)
        self.setAccessibleName(self.tr("Steps"))
        self.setAccessibleDescription("; ".join(self.in_words(step) for step in self._steps))

    def in_words(self, step: StepDetail) -> str:
        """A step as a sentence, for screen readers and tooltips."""
        state = words.word(step.state) if step.state in STATES else ""
        parts = [step.name, state, step.type or "", self._when(step)]
        parts.append(formats.duration(step.days) if step.state != "future" else "")
        if step.state == "current" and strain(step.days, step.limit):
            parts.append(self.tr("over the limit of {}").format(formats.duration(step.limit)))
        return ", ".join(part for part in parts if part)

    def _when(self, step: StepDetail) -> str:
        parts = []
        if step.state not in STATES:
            parts.append(formats.short_day(step.completed_at))
        elif step.completed_at:
            begun = formats.short_day(step.entered_at)
            ended = formats.short_day(step.completed_at)
            parts.append(f"{begun} – {ended}" if begun and begun != ended else ended)
        elif step.state == "current" and step.entered_at:
            parts.append(self.tr("since {}").format(formats.short_day(step.entered_at)))
        if step.scheduled_at and not step.completed_at:
            parts.append(self.tr("planned for {}").format(formats.relative(step.scheduled_at)))
        if step.assignees:
            parts.append(formats.isolated(step.assignees))
        return " · ".join(parts)

    def _height(self, step: StepDetail) -> int:
        detail = QFontMetrics(self._small).height() if self._when(step) else 0
        return QFontMetrics(self._strong).height() + detail + SPACE[2]

    def sizeHint(self) -> QSize:
        return QSize(200, sum(self._height(step) for step in self._steps))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _rows(self) -> list[tuple[StepDetail, QRect]]:
        rows, top = [], 0
        for step in self._steps:
            rows.append((step, QRect(0, top, self.width(), self._height(step))))
            top += self._height(step)
        return rows

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for step, box in self._rows():
                if box.contains(event.pos()):
                    moments = (
                        (self.tr("Entered"), step.entered_at),
                        (self.tr("Planned"), step.scheduled_at),
                        (self.tr("Completed"), step.completed_at),
                    )
                    lines = [
                        self.in_words(step),
                        *(f"{name}: {formats.exact(at)}" for name, at in moments if at),
                    ]
                    QToolTip.showText(event.globalPos(), formats.tip("\n".join(lines)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = tokens()
        rows = self._rows()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number, (step, box) in enumerate(rows):
            following = rows[number + 1] if number + 1 < len(rows) else None
            self._rail(painter, step, box, following, mirrored, colors)
            self._text(painter, step, box, mirrored, colors)

    def _node(self, box: QRect, mirrored: bool) -> QPointF:
        middle = QFontMetrics(self._strong).height() / 2 + 1
        x = NODE + 2
        return QPointF(box.right() - x if mirrored else box.left() + x, box.top() + middle)

    def _rail(
        self,
        painter: QPainter,
        step: StepDetail,
        box: QRect,
        following: tuple[StepDetail, QRect] | None,
        mirrored: bool,
        colors: Tokens,
    ) -> None:
        at = self._node(box, mirrored)
        if following is not None:
            done = step.state in {"completed", BEGUN} and following[0].state != "future"
            pen = QPen(QColor(colors.good.dot if done else colors.edge), 2 if done else 1.5)
            pen.setStyle(Qt.PenStyle.SolidLine if done else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(at + Point(0, NODE + 1), self._node(following[1], mirrored) - Point(0, NODE + 2))
        if step.state == "completed":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.good.dot))
            painter.drawEllipse(at, NODE, NODE)
            painter.setPen(QPen(QColor(colors.surface), 1.6, c=Qt.PenCapStyle.RoundCap))
            painter.drawPolyline([at + Point(-2.6, 0.2), at + Point(-0.7, 2.1), at + Point(2.7, -1.9)])
        elif step.state == "current":
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(QColor(colors.surface))
            painter.drawEllipse(at, NODE - 0.5, NODE - 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(at, 2.6, 2.6)
        elif step.state == BEGUN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.good.dot))
            painter.drawEllipse(at, NODE / 2, NODE / 2)
        elif step.state not in STATES:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(words.dot(step.state, colors)))
            painter.drawEllipse(at, NODE - 1, NODE - 1)
        else:
            painter.setPen(QPen(QColor(colors.edge), 1.5))
            painter.setBrush(QColor(colors.surface))
            painter.drawEllipse(at, NODE - 1.5, NODE - 1.5)

    def _text(self, painter: QPainter, step: StepDetail, box: QRect, mirrored: bool, colors: Tokens) -> None:
        inner = QRect(box)
        if mirrored:
            inner.setRight(box.right() - RAIL - SPACE[1])
        else:
            inner.setLeft(box.left() + RAIL + SPACE[1])
        leading = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        trailing = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        absolute = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
        took = formats.duration(step.days) if step.state != "future" else ""
        painter.setFont(self._small)
        if took:
            painter.setPen(QColor(self._took_color(step, colors)))
            shifted = inner.adjusted(0, 1, 0, 0)
            painter.drawText(shifted, absolute | trailing, took)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(took) - SPACE[3]
        strong = self._strong if step.state != "future" else self.font()
        painter.setFont(strong)
        painter.setPen(QColor(colors.text if step.state != "future" else colors.text_3))
        name = painter.fontMetrics().elidedText(step.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(inner).toRect(), absolute | leading, name)
        when = self._when(step)
        if when:
            top = QFontMetrics(self._strong).height()
            painter.setFont(self._small)
            painter.setPen(QColor(colors.text_3))
            when = painter.fontMetrics().elidedText(when, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner.adjusted(0, top, 0, 0), absolute | leading, when)

    @staticmethod
    def _took_color(step: StepDetail, colors: Tokens) -> str:
        tone = strain(step.days, step.limit) if step.state == "current" else ""
        return str(getattr(colors, tone).text) if tone else colors.text_2


def _event(name: str, state: str, at: str | None) -> StepDetail:
    """What is no step, but stands among them."""
    return StepDetail(name, None, state, None, None, at, None, None, 0.0)
