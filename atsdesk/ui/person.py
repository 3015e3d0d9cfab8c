"""Parts of the candidate panel: initials, contact lines, tags, facts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from atsdesk.ui import formats
from atsdesk.ui.assets import pixmap, scaled
from atsdesk.ui.parts import leading, mirrored, plain, row, tool
from atsdesk.ui.theme import SPACE, tokens


class Initials(QWidget):
    """A person's initials in a circle."""

    SIZE = 40

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(self.SIZE, self.SIZE)
        self._text = ""
        self._number = 0

    def show_name(self, name: str) -> None:
        words = [word for word in name.split() if word[:1].isalpha()]
        self._text = "".join(
            word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)
        ).upper()
        self._number = sum(map(ord, name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = tokens()
        tone = (colors.info, colors.good, colors.warm, colors.calm)[self._number % 4]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.ground))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor(tone.text))
        painter.setFont(scaled(self.font(), larger=1, weight=QFont.Weight.DemiBold))
        painter.drawText(self.rect().adjusted(0, 1, 0, 0), Qt.AlignmentFlag.AlignCenter, self._text)


class Glyph(QLabel):
    """A small picture beside a text, in the colours of the theme."""

    def __init__(self, name: str, tone: str = "") -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = max(1.0, painter.device().devicePixelRatio())
        color = getattr(tokens(), self._tone).dot if self._tone else tokens().text_3
        painter.drawPixmap(self.rect().topLeft(), pixmap(self._name, color, 16, ratio))


class LtrLabel(QWidget):
    """Text that always runs left to right and ends in … where the room ends."""

    def __init__(self, text: str, token: str = "text") -> None:
        super().__init__()
        self._text, self._token = text, token
        self.setAccessibleName(text)
        self.setToolTip(formats.tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(getattr(tokens(), self._token)))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), leading(), shown)


class ContactLine(QWidget):
    """One way to reach a person: always left to right, with a copy button."""

    def __init__(self, glyph: str, value: str, name: str, copy: Callable[[str], object]) -> None:
        super().__init__()
        text = LtrLabel(value)
        self.copy = tool("copy", name, lambda: copy(value))
        box = row(Glyph(glyph), text, self.copy, gap=SPACE[2])
        box.setStretch(1, 1)
        self.setLayout(box)


class Tags(QWidget):
    """Words on soft grounds that flow over as many lines as they need."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        self._tags = [formats.one_line(tag) for tag in tags]
        self._small = scaled(self.font(), larger=-1)
        self.setFont(self._small)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(self._tags))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(240))

    def _places(self, width: int) -> list[QRect]:
        metrics = self.fontMetrics()
        height = metrics.height() + SPACE[1]
        places, x, y = [], 0, 0
        for tag in self._tags:
            wide = min(metrics.horizontalAdvance(tag) + 2 * SPACE[2], width)
            if x and x + wide > width:
                x, y = 0, y + height + SPACE[1]
            places.append(QRect(width - x - wide if mirrored() else x, y, wide, height))
            x += wide + SPACE[1]
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tag, box in zip(self._tags, self._places(self.width()), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.quiet.ground))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(colors.quiet.text))
            shown = painter.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, box.width() - SPACE[2])
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def facts(pairs: Sequence[tuple[str, str | QWidget]]) -> QGridLayout:
    """Names and values in two columns; a value may be a widget."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE[3])
    grid.setVerticalSpacing(SPACE[1])
    grid.setColumnStretch(1, 1)
    for number, (name, value) in enumerate(pairs):
        title = plain(name, "faint")
        title.setMinimumWidth(92)
        title.setMaximumWidth(130)
        title.setWordWrap(True)
        grid.addWidget(title, number, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(value, QWidget):
            grid.addWidget(value, number, 1)
            continue
        shown = plain(value, wrap=True)
        shown.setAlignment(leading(Qt.AlignmentFlag.AlignTop))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(shown, number, 1)
    return grid
