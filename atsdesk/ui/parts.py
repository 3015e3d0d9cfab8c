"""Small parts that every screen is put together from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from atsdesk.ui import words
from atsdesk.ui.assets import pixmap, put_glyph, scaled
from atsdesk.ui.theme import SPACE, tokens

Key = TypeVar("Key", int, str)


def mirrored() -> bool:
    """Whether the language runs from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def leading(vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter) -> Qt.AlignmentFlag:
    """The side at which lines begin, also for words of the other direction."""
    side = Qt.AlignmentFlag.AlignRight if mirrored() else Qt.AlignmentFlag.AlignLeft
    return side | vertical | Qt.AlignmentFlag.AlignAbsolute


def margins(before: int, above: int, after: int, below: int) -> tuple[int, int, int, int]:
    """Margins for Qt, which knows left and right, of what begins and ends."""
    return (after, above, before, below) if mirrored() else (before, above, after, below)


def plain(
    text: str = "", role: str = "", *, larger: int = 0, bold: bool = False, wrap: bool = False
) -> QLabel:
    """A label that shows text as it is, never as HTML, and that can be wrapped."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setAlignment(leading())
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


def link(text: str, on_click: Callable[[], object]) -> QPushButton:
    """A button that reads as text among texts: it begins where they do."""
    made = button(text, on_click, role="link")
    made.setProperty("flush", "true")
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


def _laid(box: QBoxLayout, items: tuple[object, ...], gap: int, around: tuple[int, int, int, int]) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*margins(*around))
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


def scrolling(inner: QWidget, name: str = "") -> QScrollArea:
    """An area through which `inner` scrolls; keys go to what is in it, not to itself."""
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    return area


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
        _paint_arrow(self)


def _paint_arrow(widget: QWidget) -> None:
    """A small arrow down at the end of a widget that opens something."""
    painter = QPainter(widget)
    ratio = max(1.0, painter.device().devicePixelRatio())
    x = SPACE[2] if mirrored() else widget.width() - 12 - SPACE[2] - 1
    arrow = pixmap("down", tokens().text_3, 12, ratio)
    painter.drawPixmap(x, (widget.height() - 12) // 2, arrow)


class ChoiceBox(QComboBox):
    """A box to choose from. Turning the wheel over it scrolls what is around it: nothing is chosen in passing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setView(QListView())
        self.setItemDelegate(QStyledItemDelegate(self))  # the style sheet reaches into its list
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)


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
    painter.setPen(QColor(tone.text) if colors.outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.ground))
    around = box.adjusted(0.5, 0.5, -0.5, -0.5) if colors.outlined else box
    painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(words.dot(value, colors)))
    left = box.right() - SPACE[2] - 6 if mirrored() else box.left() + SPACE[2]
    painter.drawEllipse(QRectF(left, box.center().y() - 3, 6, 6))
    painter.setPen(QColor(tone.text))
    beside = SPACE[2] + 6 + SPACE[1]
    inner = box.adjusted(SPACE[1], 0, -beside, 0) if mirrored() else box.adjusted(beside, 0, -SPACE[1], 0)
    painter.drawText(inner, leading(), text)


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


def segments(
    title: str, names: Mapping[Key, str], chosen: Key, choose: Callable[[Key], object]
) -> tuple[QHBoxLayout, QButtonGroup]:
    """A line with one button a choice, of which one is down."""
    from atsdesk.ui.flow import Flow  # what it needs of Qt takes a while to load

    holder = QWidget()
    parts = Flow(holder, SPACE[1], at_end=True)
    box = row(plain(title), holder, gap=SPACE[3])
    box.setStretch(1, 1)
    group = QButtonGroup(box)
    for number, (key, name) in enumerate(names.items()):
        part = button(name, partial(choose, key), role="segment")
        part.setCheckable(True)
        part.setChecked(key == chosen)
        part.setAccessibleName(f"{title}: {name}")
        group.addButton(part, number)
        parts.addWidget(part)
    return box, group


class Every(QTimer):
    """Calls a function again and again while its owner lives."""

    def __init__(self, milliseconds: int, function: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(milliseconds)
        self.timeout.connect(lambda: function())
