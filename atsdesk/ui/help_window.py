"""Help: the guide in a window beside the program. F1 opens it at the page of what one is looking at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from atsdesk.ui import guide
from atsdesk.ui.guide import Page
from atsdesk.ui.guide_page import GuidePage
from atsdesk.ui.parts import column, line, row, tool
from atsdesk.ui.theme import SPACE

KEY = "F1"
CONTENTS_WIDTH = 250
NAME = Qt.ItemDataRole.UserRole


@runtime_checkable
class Helping(Protocol):
    """Whoever has the Help."""

    def open_help(self, page: str) -> object:
        """Show a page."""


def offer(part: QWidget, page: str) -> None:
    """Let F1 in a dialog open its page."""
    QShortcut(QKeySequence(KEY), part).activated.connect(lambda: show_page(part, page))


def show_page(part: QWidget, page: str) -> None:
    """Show a page, from anywhere in a window that has the Help."""
    around: QWidget | None = part
    while around is not None and not isinstance(around, Helping):
        around = around.parentWidget()
    if around is not None:
        around.open_help(page)


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was looked at, and how far down."""

    name: str
    place: int


class HelpWindow(QDialog):
    """Contents and search at the side, a page beside them, and the way back and forward."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """Beside all windows, so that it stays open to the hand while a dialog waits."""
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Help"))
        self.sections = guide.read(guide.spoken(), keys)
        self.pages = {page.name: page for section in self.sections for page in section.pages}
        self.name = ""
        self._before: list[Visit] = []
        self._after: list[Visit] = []
        self._build()
        self._fill()

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the guide"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._open_first)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Contents"))
        self.list.currentItemChanged.connect(self._chosen)
        self.back = tool("left", self.tr("Back"), self.go_back, keys="Alt+←")
        self.forward = tool("right", self.tr("Forward"), self.go_forward, keys="Alt+→")
        self.page = GuidePage()
        self.page.page_wanted.connect(self.open_page)
        side = QWidget()
        side.setFixedWidth(max(CONTENTS_WIDTH, self.fontMetrics().averageCharWidth() * 34))
        side.setLayout(
            column(
                row(self.back, self.forward, None),
                self.search,
                self.list,
                margins=(SPACE[3], SPACE[3], SPACE[3], SPACE[3]),
            )
        )
        across = row(side, self.page, gap=0)
        across.setStretch(1, 1)
        self.setLayout(column(line(), across, gap=0))
        self.resize(980, 720)
        for key, go in (
            (QKeySequence.StandardKey.Back, self.go_back),
            (QKeySequence.StandardKey.Forward, self.go_forward),
            (QKeySequence.StandardKey.Find, self.search.setFocus),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(go)

    def _fill(self) -> None:
        """The contents, or the pages with what is looked for."""
        self.list.blockSignals(True)
        self.list.clear()
        if self.search.text().strip():
            hits = guide.found(self.sections, self.search.text())
            self._head(
                self.tr("{} pages", "", len(hits)).format(len(hits)) if hits else self.tr("Nothing found")
            )
            self._entries(hits)
        else:
            for section in self.sections:
                self._head(section.title)
                self._entries(section.pages)
        self._point()
        self.list.blockSignals(False)

    def _head(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        self.list.addItem(item)

    def _entries(self, pages: Sequence[Page]) -> None:
        for page in pages:
            item = QListWidgetItem(page.title)
            item.setData(NAME, page.name)
            self.list.addItem(item)

    def _point(self) -> None:
        """Mark the page that is shown in the list, where it is there."""
        for number in range(self.list.count()):
            if self.list.item(number).data(NAME) == self.name:
                self.list.setCurrentRow(number)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(NAME):
            self.open_page(item.data(NAME))

    def _open_first(self) -> None:
        hits = guide.found(self.sections, self.search.text())
        if hits:
            self.open_page(hits[0].name)

    def open_page(self, name: str) -> None:
        """Go to a page; one that is not there leads to the first."""
        if name != self.name:
            if self.name:
                self._before.append(self._here())
            self._after.clear()
        self._show(Visit(name if name in self.pages else guide.FIRST, 0))

    def _here(self) -> Visit:
        return Visit(self.name, self.page.verticalScrollBar().value())

    def _show(self, visit: Visit) -> None:
        self.name = visit.name
        self.page.show_page(self.pages[visit.name], guide.words_of(self.search.text()))
        self.page.verticalScrollBar().setValue(visit.place)
        self.list.blockSignals(True)
        self._point()
        self.list.blockSignals(False)
        self.back.setEnabled(bool(self._before))
        self.forward.setEnabled(bool(self._after))

    def go_back(self) -> None:
        if self._before:
            self._after.append(self._here())
            self._show(self._before.pop())

    def go_forward(self) -> None:
        if self._after:
            self._before.append(self._here())
            self._show(self._after.pop())

    def retint(self) -> None:
        """Take on the colours of another theme."""
        if self.name:
            self._show(self._here())

    def closeEvent(self, event: QCloseEvent) -> None:
        """It is opened again as it was."""
        self.finished.emit(0)
        super().closeEvent(event)
