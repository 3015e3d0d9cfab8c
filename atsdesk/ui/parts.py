"""Small parts that every screen is put together from."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from atsdesk.ui import words
from atsdesk.ui.assets import pixmap, put_glyph, scaled
from atsdesk.ui.theme import SPACE, tokens


def plain(
    text: str = "", role: str = "", *, larger: int = 0, bold: bool = False, wrap: bool = False
) -> QLabel:
    """A label that shows text as it is, never as HTML, and that can be wrapped."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    if larger or bold:
        label.setFont(scaled(label.font(), larger=larger, weight=QFont.Weight.DemiBold if bold else None))
    return label


def button(
    text: str, on_click: Callable[[], object] | None = None, *, role: str = "", glyph: str = ""
) -> QPushButton:
    made = QPushButton(text)
    if role:
        made.setProperty("role", role)
    if glyph:
        put_glyph(made, glyph, "on_accent" if role == "main" else "text_2")
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


def tool(
    glyph: str, name: str, on_click: Callable[[], object] | None = None, *, keys: str = ""
) -> QToolButton:
    """A button with a picture only; `name` is its tooltip and its accessible name."""
    made = QToolButton()
    made.setProperty("role", "quiet")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(f"{name}  {keys}" if keys else name)
    put_glyph(made, glyph)
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


def framed(role: str, layout: QLayout | None = None) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", role)
    if layout is not None:
        frame.setLayout(layout)
    return frame


def _laid(box: QBoxLayout, items: tuple[object, ...], gap: int, margins: tuple[int, int, int, int]) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif item is None:
            box.addStretch(1)


def row(
    *items: object, gap: int = SPACE[2], margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Widgets side by side; a number is a gap, None takes the room that is left."""
    box = QHBoxLayout()
    _laid(box, items, gap, margins)
    return box


def column(
    *items: object, gap: int = SPACE[2], margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Widgets below each other; a number is a gap, None takes the room that is left."""
    box = QVBoxLayout()
    _laid(box, items, gap, margins)
    return box


def line() -> QFrame:
    return framed("line")


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class DownButton(QPushButton):
    """A button that opens something below it: a small arrow stands at its end."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(SPACE[3], 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ratio = max(1.0, painter.device().devicePixelRatio())
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = SPACE[2] if left else self.width() - 12 - SPACE[2] - 1
        arrow = pixmap("down", tokens().text_3, 12, ratio)
        painter.drawPixmap(x, (self.height() - 12) // 2, arrow)


class Chip(QWidget):
    """A status: a dot and a word on a soft ground, so that colour never speaks alone."""

    def __init__(self, value: str = "", text: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_value(value, text)

    def show_value(self, value: str, text: str = "") -> None:
        self._value = value
        self._text = text or words.word(value)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            chip_width(metrics.horizontalAdvance(self._text)), metrics.capHeight() + 2 * SPACE[2] - 3
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self._value, self._text)


def chip_width(text_width: int) -> int:
    return text_width + 6 + SPACE[1] + 2 * SPACE[2]


def paint_chip(painter: QPainter, box: QRectF, value: str, text: str) -> None:
    """Paint a chip that fills `box`."""
    colors = tokens()
    tone = words.tone(value, colors)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setBrush(QColor(words.dot(value, colors)))
    painter.drawEllipse(QRectF(box.left() + SPACE[2], box.center().y() - 3, 6, 6))
    painter.setPen(QColor(tone.text))
    inner = box.adjusted(SPACE[2] + 6 + SPACE[1], 0, -SPACE[1], 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


TICK = 15
"""How wide a box to tick is."""


def paint_tick(painter: QPainter, at: QPoint, ticked: bool) -> None:
    """Paint a box to tick with its corner at a point."""
    colors = tokens()
    painter.setPen(QColor(colors.accent_fill if ticked else colors.text_3))
    painter.setBrush(QColor(colors.accent_fill if ticked else colors.surface))
    painter.drawRoundedRect(QRect(at.x(), at.y(), TICK, TICK), 4, 4)
    if ticked:
        ratio = max(2.0, painter.device().devicePixelRatio())
        painter.drawPixmap(at, pixmap("check", colors.on_accent, TICK, ratio))


class Notice(QFrame):
    """A calm sentence on a soft ground: good, info, warm or bad."""

    def __init__(self, text: str = "", tone: str = "info") -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._label = plain(text, wrap=True)
        self.setLayout(row(self._label, margins=(SPACE[3], SPACE[2], SPACE[3], SPACE[2])))
        self.say(text, tone)

    def say(self, text: str, tone: str = "info") -> None:
        self._label.setText(text)
        restyle(self, "tone", tone)
        self._label.style().unpolish(self._label)
        self._label.style().polish(self._label)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._label.text()


class Toast(QFrame):
    """A word at the bottom of the window that goes by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("role", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label = plain()
        self.setLayout(row(self._label, margins=(SPACE[4], SPACE[2], SPACE[4], SPACE[2])))
        self._timer = QTimer(self, singleShot=True, interval=2500)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        self._label.setText(text)
        self.adjustSize()
        around = self._around.rect()
        self.move((around.width() - self.width()) // 2, around.height() - self.height() - SPACE[5])
        self.show()
        self.raise_()
        self._timer.start()

    def text(self) -> str:
        return self._label.text()


class Every(QTimer):
    """Calls a function again and again while its owner lives."""

    def __init__(self, milliseconds: int, function: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(milliseconds)
        self.timeout.connect(lambda: function())
