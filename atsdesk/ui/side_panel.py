"""The frame of a panel beside a table: a head, parts to choose among, and what all panels have."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from atsdesk.ats.registry import PAGED
from atsdesk.store.detail import HistoryEntry
from atsdesk.ui import formats
from atsdesk.ui.parts import Notice, button, clear, column, line, plain, row, tool
from atsdesk.ui.record_view import RecordView
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import phrase
from atsdesk.ui.workers import Job, Workers

LEAST_WIDTH = 320


def open_page(url: str) -> bool:
    """Open a page of the ATS in the browser; only over https, whatever a record says."""
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    if not address.isValid() or address.scheme() != "https" or not address.host():
        return False
    return QDesktopServices.openUrl(address)


class SidePanel(QFrame):
    """Shows what a table points at; whoever builds on it says what that is."""

    closed = Signal()
    said = Signal(str)
    """A word for the toast."""
    itself, part = "", ""
    """Tables of what a row stands for, and of the part of it that the row is about."""

    def __init__(
        self, workers: Workers, read: Callable[[str, str], Any], systems: Callable[[], Mapping[str, str]]
    ) -> None:
        """`read` takes the account and the id of a row, and returns `None` for what is not there; `systems` tells the
        systems by account."""
        super().__init__()
        self._systems = systems
        self.setProperty("role", "panel")
        self._workers, self._read = workers, read
        self._job: Job | None = None
        self.key: tuple[str, str, str] = ("", "", "")
        self.detail: Any = None
        self._filled_about = ""
        """The part of the thing that was pointed at when it was shown last."""
        self.record = RecordView(
            lambda text: self.copy(text, QCoreApplication.translate("SidePanel", "Record copied"))
        )
        self.name = plain("", larger=4, bold=True, wrap=True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.under = plain("", "faint", wrap=True)
        self.close_button = tool(
            "close", QCoreApplication.translate("SidePanel", "Close panel"), self.closed.emit, keys="Esc"
        )
        self.notice = Notice()
        self._pages = QStackedWidget()
        self._parts = QButtonGroup(self)

    def build(
        self,
        picture: QWidget | None,
        under_name: QLayout,
        pages: Mapping[str, QWidget],
        more: QWidget | None = None,
    ) -> None:
        """Lay the panel out, with these pages by their titles; `more` stands before the button that closes it."""
        self._parts.setExclusive(True)
        segments = row(gap=SPACE[1])
        for number, (title, page) in enumerate(pages.items()):
            part = button(title, role="segment")
            part.setCheckable(True)
            part.setChecked(number == 0)
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._parts.addButton(part, number)
            segments.addWidget(part)
            self._pages.addWidget(page)
        segments.addStretch(1)
        self._parts.idClicked.connect(self._pages.setCurrentIndex)
        names = column(self.name, self.under, gap=0)
        buttons = row(*([more] if more else []), self.close_button, gap=SPACE[1])
        buttons.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = row(*([picture] if picture else []), names, buttons, gap=SPACE[3])
        top.setStretch(1 if picture else 0, 1)
        head = column(
            top,
            under_name,
            self.notice,
            segments,
            gap=SPACE[3],
            margins=(SPACE[4], SPACE[4], SPACE[3], SPACE[2]),
        )
        self.setLayout(column(head, line(), self._pages, gap=0))

    def minimumSizeHint(self) -> QSize:
        """The titles of its pages are read whole."""
        return super().minimumSizeHint().expandedTo(QSize(LEAST_WIDTH, 0))

    # what to show

    def show_row(self, account: str, identity: str, about: str = "") -> None:
        """Read what a row stands for in a worker and show it; the keys are the row's hidden cells."""
        self.key = (account, identity, about)
        if self._job is not None:
            self._job.drop()
        self._job = self._workers.read(self._read, account, identity, then=self._take)

    def reread(self) -> None:
        """Look whether what is shown has changed in the store."""
        if self.key[1] and self.isVisible():
            self.show_row(*self.key)

    def offer_page(self, account: str, about: str) -> tuple[str, bool]:
        """The entry of a menu that opens the page in the ATS, and whether it can; if it never can, it says why."""
        system = self._systems().get(account, "")
        paged = PAGED.get(system, frozenset())
        if not system or paged & {self.itself, self.part}:
            says = QCoreApplication.translate("SidePanel", "Open in the ATS")
            return says, self.itself in paged or bool(about)
        says = QCoreApplication.translate("SidePanel", "Open in the ATS ({} tells no address)")
        return says.format(system), False

    def visit(self, account: str, identity: str, about: str = "") -> None:
        """Open the page in the ATS of what a row stands for."""

        def opened(detail: Any, error: BaseException | None) -> None:
            if error is not None:
                self._workers.trouble.emit(error)
            elif detail is None or not open_page(self.page(detail, about)):
                self.said.emit(QCoreApplication.translate("SidePanel", "It has no page in the ATS."))

        self._workers.read(self._read, account, identity, then=opened)

    def _take(self, detail: Any, error: BaseException | None) -> None:
        self._job = None
        if error is not None:
            self._workers.trouble.emit(error)
        elif detail is None:
            self.detail = None
            self.name.setText(QCoreApplication.translate("SidePanel", "No longer there"))
            self.under.clear()
            self.record.show_record("")
            self.empty()
        elif detail != self.detail or self.key[2] != self._filled_about:
            self.detail, self._filled_about = detail, self.key[2]
            self.fill(detail)

    def fill(self, detail: Any) -> None:
        """Show what was read; whoever builds on this does."""

    def empty(self) -> None:
        """Leave nothing of what is no longer there."""

    def page(self, detail: Any, about: str) -> str:
        """The address of its page in the ATS; "" for none."""
        return ""

    def show_part(self, number: int) -> None:
        """The page of this number, from 0."""
        self._parts.button(number).setChecked(True)
        self._pages.setCurrentIndex(number)

    def copy(self, text: str, says: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(says)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def scrolled(name: str) -> tuple[QVBoxLayout, QScrollArea]:
    """A page that scrolls from top to bottom, and where its content goes."""
    inner = QWidget()
    layout = column(gap=SPACE[3], margins=(SPACE[4], SPACE[4], SPACE[4], SPACE[4]))
    inner.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setWidget(inner)
    return layout, area


def padded(widget: QWidget) -> QWidget:
    """A page that is filled by one widget."""
    page = QWidget()
    page.setLayout(column(widget, margins=(SPACE[4], SPACE[2], SPACE[4], SPACE[4])))
    return page


def in_words(history: Iterable[HistoryEntry]) -> list[tuple[str, str]]:
    """Changes as moments and sentences."""
    return [(entry.seen_at, phrase(entry.phrase)) for entry in history]


def fill_history(layout: QVBoxLayout, history: Sequence[tuple[str, str]], nothing: str) -> None:
    """Show moments with what happened then, or the sentence `nothing`."""
    clear(layout)
    if not history:
        layout.addWidget(plain(nothing, "faint", wrap=True))
    for moment, says in history:
        when = plain(formats.relative(moment), "faint")
        when.setToolTip(formats.exact(moment))
        sentence = plain(says, wrap=True)
        sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout.addLayout(column(sentence, when, gap=0))
    layout.addStretch(1)
