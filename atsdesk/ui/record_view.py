"""The raw record of an application, as the ATS sent it: searchable, copyable, never taken for HTML."""

from collections.abc import Callable

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from atsdesk.ui.assets import put_glyph
from atsdesk.ui.parts import column, plain, row, tool
from atsdesk.ui.theme import SPACE


class RecordView(QWidget):
    """JSON in a monospaced font, with a search field (Enter finds the next place) and a copy button."""

    def __init__(self, copy: Callable[[str], object]) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in the record"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.found = plain("", "faint")
        self.text = QPlainTextEdit()
        self.text.setProperty("role", "record")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Record as the ATS sent it"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(12, self.fontInfo().pixelSize() - 1))
        self.text.setFont(font)
        self.copy = tool("copy", self.tr("Copy the record"), lambda: copy(self.text.toPlainText()))
        put_glyph(self.copy, "copy")
        self.setLayout(column(row(self.search, self.found, self.copy), self.text, gap=SPACE[2]))
        self.search.textChanged.connect(lambda: self.seek(afresh=True))
        self.search.returnPressed.connect(lambda: self.seek())

    def show_record(self, record: str) -> None:
        if record != self.text.toPlainText():
            self.text.setPlainText(record)
        self.found.clear()

    def seek(self, *, afresh: bool = False) -> None:
        """Go to the next place that has the words, from the top when they are new, and say which of how many it is."""
        wanted = self.search.text()
        cursor = self.text.textCursor()
        if afresh or not wanted:
            cursor.setPosition(0)
            self.text.setTextCursor(cursor)
        if not wanted:
            self.found.clear()
            return
        if not self.text.find(wanted):
            cursor.setPosition(0)
            self.text.setTextCursor(cursor)
            self.text.find(wanted)
        places = self._places(wanted)
        here = self.text.textCursor().selectionStart()
        at = places.index(here) + 1 if here in places else 0
        self.found.setText(self.tr("{} of {}").format(at, len(places)) if at else self.tr("Not found"))

    def _places(self, wanted: str) -> list[int]:
        document, places = self.text.document(), []
        found = document.find(wanted)
        while not found.isNull():
            places.append(found.selectionStart())
            found = document.find(wanted, found)
        return places
