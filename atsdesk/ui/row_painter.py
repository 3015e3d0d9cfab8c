"""Paints the rows of a table, all that are on screen in one go.

Painting cell by cell through a delegate would hand the interpreter back and forth some hundred times per repaint;
while a worker is busy each time is a wait, and the window would stutter.
"""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from atsdesk.rows import Value
from atsdesk.store.tables import Kind
from atsdesk.store.views import ViewColumn
from atsdesk.ui import cells
from atsdesk.ui.assets import scaled
from atsdesk.ui.cells import Look
from atsdesk.ui.parts import TICK, chip_width, paint_chip, paint_tick
from atsdesk.ui.theme import SPACE, Tokens, Tone, tokens

SIDE = SPACE[3]
FULL_BAR_DAYS = 365.0
"""Days in a step that fill the bar: a year."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT = _MIDDLE | Qt.AlignmentFlag.AlignLeft
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight
_NUMBERS = {Kind.DECIMAL, Kind.INTEGER}


@lru_cache(maxsize=512)
def _color(value: str) -> QColor:
    return QColor(value)


class RowPainter:
    """Paints rows in one font; `band` is one row from edge to edge, `slots` are the columns shown with their boxes."""

    def __init__(self, columns: Sequence[ViewColumn], font: QFont) -> None:
        self._columns = columns
        self._looks = [cells.look(column) for column in columns]
        self._limit = next((place for place, one in enumerate(columns) if one.key == "limit_days"), None)
        self._font = font
        self._strong = scaled(font, weight=QFont.Weight.Medium)
        self._small = scaled(font, larger=-1, weight=QFont.Weight.Medium)
        self._small_metrics = QFontMetrics(self._small)
        self._number_width = QFontMetrics(font).horizontalAdvance("0000.0")
        metrics = {False: QFontMetrics(font), True: QFontMetrics(self._strong)}

        @lru_cache(maxsize=4096)
        def fit(shown: str, width: int, strong: bool) -> str:
            return metrics[strong].elidedText(shown, Qt.TextElideMode.ElideRight, width)

        self._fit = fit

    def paint(
        self,
        painter: QPainter,
        band: QRect,
        slots: Sequence[tuple[int, QRect]],
        values: Sequence[Value] | None,
        *,
        ground: str,
        outlined: bool,
        mirrored: bool,
        seed: int,
    ) -> None:
        """Paint one row; `values` are its cells, or None while they are still to come."""
        colors = tokens()
        if ground:
            painter.fillRect(band, _color(ground))
        edge = _color(colors.accent if outlined else colors.line)
        painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), edge)
        if outlined:
            painter.fillRect(QRect(band.left(), band.top(), band.width(), 1), edge)
        for section, box in slots:
            if values is None:
                _skeleton(painter, box, seed * 7 + section * 3, colors)
                continue
            value = values[section]
            look = self._looks[section]
            if look is Look.TICK:
                left = box.right() - TICK + 1 if mirrored else box.left()
                paint_tick(painter, QPoint(left, box.center().y() - TICK // 2), bool(value))
            elif look is Look.DAYS and isinstance(value, int | float):
                limit = None if self._limit is None else values[self._limit]
                shown = cells.text(self._columns[section], value)
                self._days(painter, box, value, limit, shown, mirrored, colors)
            elif value is not None and value != "":
                self._cell(painter, box, section, value, mirrored, colors)

    def _cell(
        self, painter: QPainter, box: QRect, section: int, value: Value, mirrored: bool, colors: Tokens
    ) -> None:
        column, look = self._columns[section], self._looks[section]
        shown = cells.text(column, value)
        if look is Look.CHIP:
            self._chip(painter, box, str(value), shown, mirrored)
            return
        strong = look is Look.STRONG
        painter.setFont(self._strong if strong else self._font)
        painter.setPen(_color(colors.text if strong else colors.text_2))
        ltr = look is Look.LTR
        painter.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if ltr else Qt.LayoutDirection.LayoutDirectionAuto
        )
        side = _RIGHT if mirrored or column.kind in _NUMBERS else _LEFT
        painter.drawText(box, side, self._fit(shown, box.width(), strong))

    def _chip(self, painter: QPainter, box: QRect, value: str, shown: str, mirrored: bool) -> None:
        painter.setFont(self._small)
        metrics = self._small_metrics
        width = min(chip_width(metrics.horizontalAdvance(shown)), box.width())
        height = metrics.capHeight() + 2 * SPACE[2] - 3
        left = box.right() - width if mirrored else box.left() - 1
        paint_chip(painter, QRectF(left, box.center().y() - height / 2 + 1, width, height), value, shown)

    def _days(
        self,
        painter: QPainter,
        box: QRect,
        value: float,
        limit: Value,
        shown: str,
        mirrored: bool,
        colors: Tokens,
    ) -> None:
        strain = cells.strain(value, limit)
        tone: Tone | None = getattr(colors, strain) if strain else None
        painter.setFont(self._strong if tone else self._font)
        painter.setPen(_color(tone.text if tone else colors.text_2))
        room = box.width() - self._number_width - SPACE[2]
        figures = QRect(box.left(), box.top(), self._number_width, box.height()) if mirrored else box
        painter.drawText(box if room < SPACE[4] else figures, _RIGHT, shown)
        bar = box.left() if not mirrored else box.right() + 1 - room
        if room < SPACE[4] or value <= 0:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        middle = box.center().y() + 0.5
        painter.setBrush(_color(colors.pressed))
        painter.drawRoundedRect(QRectF(bar, middle - 2, room, 4), 2, 2)
        painter.setBrush(_color(tone.dot if tone else colors.edge))
        filled = max(4.0, room * bar_share(value))
        painter.drawRoundedRect(QRectF(bar + room - filled if mirrored else bar, middle - 2, filled, 4), 2, 2)


def bar_share(days: float) -> float:
    """How much of the bar is filled; by the root, so that both weeks and months can be told apart."""
    return min(1.0, max(0.0, days) / FULL_BAR_DAYS) ** 0.5


def _skeleton(painter: QPainter, box: QRect, seed: int, colors: Tokens) -> None:
    share = 0.35 + (seed * 37 % 50) / 100
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_color(colors.skeleton))
    painter.drawRoundedRect(QRectF(box.left(), box.center().y() - 4, box.width() * share, 9), 4, 4)
