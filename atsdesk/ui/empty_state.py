"""What a screen shows when there is nothing to show: why, and what to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from atsdesk.ui.assets import pixmap
from atsdesk.ui.parts import button, clear, column, plain, row
from atsdesk.ui.theme import SPACE, tokens

Action = tuple[str, Callable[[], object]]


class _Picture(QLabel):
    SIZE = 40

    def __init__(self) -> None:
        super().__init__()
        self.name = "people"
        self.setFixedSize(self.SIZE, self.SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = max(1.0, painter.device().devicePixelRatio())
        painter.drawPixmap(0, 0, pixmap(self.name, tokens().text_3, self.SIZE, ratio))


class EmptyState(QWidget):
    """A picture, a sentence, a hint, and at most two things to do; the first is the usual one."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = _Picture()
        self.title = plain("", larger=3, bold=True, wrap=True)
        self.hint = plain("", "soft", wrap=True)
        for label in (self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._actions = row(gap=SPACE[2])
        block = column(self._picture, SPACE[2], self.title, self.hint, SPACE[2], self._actions, gap=SPACE[2])
        block.setAlignment(self._picture, Qt.AlignmentFlag.AlignHCenter)
        holder = QWidget()
        holder.setLayout(block)
        holder.setFixedWidth(460)
        across = row(None, holder, None)
        self.setLayout(column(None, across, None, None, margins=(SPACE[5], SPACE[5], SPACE[5], SPACE[5])))

    def say(self, picture: str, title: str, hint: str, *actions: Action) -> None:
        self._picture.name = picture
        self._picture.update()
        self.title.setText(title)
        self.hint.setText(hint)
        clear(self._actions)
        self._actions.addStretch(1)
        for number, (text, function) in enumerate(actions):
            self._actions.addWidget(button(text, function, role="" if number else "main"))
        self._actions.addStretch(1)
