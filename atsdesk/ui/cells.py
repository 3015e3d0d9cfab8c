"""How a cell reads and looks, by the column it is in; and the painter of table cells."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from atsdesk.rows import Value
from atsdesk.store.browse import ViewColumn
from atsdesk.store.tables import Kind
from atsdesk.ui import formats, words
from atsdesk.ui.assets import scaled
from atsdesk.ui.parts import chip_width, paint_chip
from atsdesk.ui.theme import SPACE, Tokens, tokens

RAW = Qt.ItemDataRole.UserRole + 1
LONG_DAYS, VERY_LONG_DAYS = 14.0, 30.0
"""Days in a step from which a cell says `long` and `very long`."""
SIDE = SPACE[3]
Index = QModelIndex | QPersistentModelIndex


class Look(Enum):
    TEXT = "text"
    STRONG = "strong"
    CHIP = "chip"
    TIME = "time"
    DAYS = "days"
    LTR = "ltr"


_LOOKS = {
    "name": Look.STRONG,
    "candidate": Look.STRONG,
    "status": Look.CHIP,
    "state": Look.CHIP,
    "days_in_step": Look.DAYS,
    "email": Look.LTR,
    "phone": Look.LTR,
    "account_id": Look.LTR,
}


def look(column: ViewColumn) -> Look:
    return _LOOKS.get(column.key) or (Look.TIME if column.kind in {Kind.TIME, Kind.DAY} else Look.TEXT)


def text(column: ViewColumn, value: Value) -> str:
    """What a cell reads."""
    if value is None:
        return ""
    match look(column):
        case Look.TIME:
            return formats.day(value) if column.kind is Kind.DAY else formats.relative(value)
        case Look.DAYS:
            return formats.days(value)
        case Look.CHIP:
            return words.word(str(value))
    if isinstance(value, float):
        return formats.number(value)
    return formats.one_line(str(value))


def tip(column: ViewColumn, value: Value) -> str:
    """What hovering tells: the exact time, or the whole text."""
    if value is None or value == "":
        return ""
    if look(column) is Look.TIME:
        return formats.exact(value)
    return formats.tip(str(value)) if look(column) in {Look.TEXT, Look.STRONG, Look.LTR} else ""


def copied(column: ViewColumn, value: Value) -> str:
    """What a cell becomes in a spreadsheet."""
    if value is None:
        return ""
    if look(column) is Look.TIME:
        return formats.plain_moment(value) if column.kind is Kind.TIME else str(value)
    return words.word(str(value)) if look(column) is Look.CHIP else str(value)


class CellPainter(QStyledItemDelegate):
    """Paints the cells of a table of rows. A cell that is still to come is a soft bar."""

    def __init__(self, columns: tuple[ViewColumn, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._looks = tuple(look(column) for column in columns)
        self.hovered = -1
        self.current = -1
        self.focused = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, row_height(option))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = tokens()
        box: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        self._ground(painter, box, state, index, colors)
        inner = box.adjusted(SIDE, 0, -SIDE, 0)
        column = self._columns[index.column()]
        if index.data(Qt.ItemDataRole.UserRole) is None:
            _skeleton(painter, inner, index.row() * 7 + index.column() * 3, colors)
        else:
            value = index.data(RAW)
            if value is not None:
                self._value(painter, inner, column, value, option, colors)
        painter.restore()

    def _ground(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, index: Index, colors: Tokens
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active)
            painter.fillRect(box, QColor(colors.selected if active else colors.selected_idle))
        elif index.row() == self.hovered:
            painter.fillRect(box, QColor(colors.hover))
        painter.setPen(QColor(colors.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if self.focused and index.row() == self.current:
            painter.setPen(QPen(QColor(colors.accent), 1))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _value(
        self,
        painter: QPainter,
        box: QRect,
        column: ViewColumn,
        value: Value,
        option: QStyleOptionViewItem,
        colors: Tokens,
    ) -> None:
        how = self._looks[self._columns.index(column)]
        font: QFont = option.font  # type: ignore[attr-defined]
        shown = text(column, value)
        if how is Look.CHIP:
            _chip(painter, box, str(value), shown, font)
            return
        if how is Look.DAYS:
            _days(painter, box, float(value), shown, font, colors)  # type: ignore[arg-type]
            return
        if how is Look.STRONG:
            font = scaled(font, weight=QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(colors.text if how is Look.STRONG else colors.text_2))
        where = Qt.AlignmentFlag.AlignVCenter
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft  # type: ignore[attr-defined]
        leading = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        if column.kind in {Kind.DECIMAL, Kind.INTEGER}:
            leading = Qt.AlignmentFlag.AlignRight
        by_content = Qt.LayoutDirection.LayoutDirectionAuto
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight if how is Look.LTR else by_content)
        shown = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, where | leading | Qt.AlignmentFlag.AlignAbsolute, shown)


def row_height(option: QStyleOptionViewItem) -> int:
    height: int = option.fontMetrics.height()  # type: ignore[attr-defined]
    return max(34, height + 2 * SPACE[2] - 2)


def _chip(painter: QPainter, box: QRect, value: str, shown: str, font: QFont) -> None:
    small = scaled(font, larger=-1, weight=QFont.Weight.Medium)
    painter.setFont(small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = painter.fontMetrics()
    width = min(chip_width(metrics.horizontalAdvance(shown)), box.width())
    height = metrics.capHeight() + 2 * SPACE[2] - 3
    left = box.left() - 1
    paint_chip(painter, QRectF(left, box.center().y() - height / 2 + 1, width, height), value, shown)


def _days(painter: QPainter, box: QRect, value: float, shown: str, font: QFont, colors: Tokens) -> None:
    tone = colors.bad if value >= VERY_LONG_DAYS else colors.warm if value >= LONG_DAYS else None
    painter.setFont(scaled(font, weight=QFont.Weight.Medium) if tone else font)
    painter.setPen(QColor(tone.text if tone else colors.text_2))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
    room = box.width() - painter.fontMetrics().horizontalAdvance("0000.0") - SPACE[2]
    if room < SPACE[4] or value <= 0:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    middle = box.center().y() + 0.5
    painter.setBrush(QColor(colors.pressed))
    painter.drawRoundedRect(QRectF(box.left(), middle - 2, room, 4), 2, 2)
    painter.setBrush(QColor(tone.dot if tone else colors.edge))
    painter.drawRoundedRect(QRectF(box.left(), middle - 2, max(4.0, room * min(1.0, value / 45)), 4), 2, 2)


def _skeleton(painter: QPainter, box: QRect, seed: int, colors: Tokens) -> None:
    share = 0.35 + (seed * 37 % 50) / 100
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.skeleton))
    middle = QPointF(box.left(), box.center().y())
    painter.drawRoundedRect(QRectF(middle.x(), middle.y() - 4, box.width() * share, 9), 4, 4)
