"""Shows one page of the guide in the colours of the theme. It loads the guide's own pictures, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from atsdesk.ui import guide
from atsdesk.ui.guide import Page
from atsdesk.ui.parts import mirrored
from atsdesk.ui.side_panel import open_page
from atsdesk.ui.theme import SPACE, tokens

LARGER = {1: 9, 2: 4, 3: 1}
"""By the level of a heading, how many pixels it is larger than the text."""
WIDEST_PICTURE = 620
PAGE_ADDRESS = re.compile(r"([\w-]+)\.md")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_FENCE = re.compile(r"(^```.*?^```)", re.MULTILINE | re.DOTALL)


class GuidePage(QTextBrowser):
    """A link to another page is told; one to the web opens the browser of the system."""

    page_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        self.setProperty("role", "guide")
        self.document().setDocumentMargin(SPACE[5])
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: Page, looked_for: Sequence[str] = ()) -> None:
        """Show a page from its beginning, with the words that were looked for marked."""
        self.setAccessibleName(page.title)
        document = self.document()
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if mirrored() else Qt.LayoutDirection.LeftToRight
        )
        document.setDefaultTextOption(option)
        document.setMarkdown(isolated(page.text) if mirrored() else page.text)
        dress(document, self.font())
        self._mark(looked_for)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _follow(self, address: QUrl) -> None:
        if known := PAGE_ADDRESS.fullmatch(address.toString()):
            self.page_wanted.emit(known[1])
        else:
            open_page(address.toString())

    def _mark(self, words: Sequence[str]) -> None:
        marks = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(QColor(tokens().warm.ground))
                mark.format.setForeground(QColor(tokens().warm.text))
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def loadResource(self, _type: int, address: QUrl | str) -> Any:
        """A picture of the guide by its name, as wide as there is room; whatever else is asked for is nothing."""
        asked = PurePosixPath(address.toString() if isinstance(address, QUrl) else address)
        if asked.parent != PurePosixPath("pictures"):
            return None
        picture = QImage(str(guide.folder(guide.spoken()) / "pictures" / asked.name))
        if picture.isNull():
            return None
        ratio = self.devicePixelRatioF()
        width = min(round(WIDEST_PICTURE * ratio), picture.width())
        shown = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(max(ratio, shown.width() / WIDEST_PICTURE))
        return shown


def isolated(text: str) -> str:
    """Inline code as islands that run from left to right, in a text of the other direction."""
    parts = _FENCE.split(text)
    return "".join(
        part
        if part.startswith("```")
        else _CODE.sub("`\N{LEFT-TO-RIGHT ISOLATE}\\1\N{POP DIRECTIONAL ISOLATE}`", part)
        for part in parts
    )


def dress(document: QTextDocument, font: QFont) -> None:
    """Give a document that came from Markdown our sizes, distances and colours."""
    size = font.pixelSize()
    for block in _blocks(document):
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        told = block.blockFormat()
        shape, letters = QTextBlockFormat(), QTextCharFormat()
        shape.setLineHeight(132, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        level = told.headingLevel()
        if level:
            larger = QFont(font)
            larger.setPixelSize(size + LARGER.get(level, 0))
            letters.setFont(larger)
            letters.setFontWeight(QFont.Weight.DemiBold)
            shape.setTopMargin(0 if level == 1 else SPACE[5])
            shape.setBottomMargin(SPACE[2])
            for part, _ in _parts(block):
                part.mergeCharFormat(letters)
        elif told.hasProperty(QTextFormat.Property.BlockCodeFence):
            shape.setBackground(QColor(tokens().pressed))
            shape.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            shape.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            shape.setLeftMargin(SPACE[2])
            shape.setRightMargin(SPACE[2])
        elif block.textList() is None and cursor.currentTable() is None:
            shape.setTopMargin(SPACE[1])
            shape.setBottomMargin(SPACE[2])
        QTextCursor(block).mergeBlockFormat(shape)
        for part, known in _parts(block):
            _color(part, known)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _parts(block: QTextBlock) -> list[tuple[QTextCursor, QTextCharFormat]]:
    """The stretches of a block that look the same."""
    parts = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        cursor = QTextCursor(block)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        parts.append((cursor, fragment.charFormat()))
        walk += 1
    return parts


def _color(part: QTextCursor, known: QTextCharFormat) -> None:
    letters = QTextCharFormat()
    if known.isAnchor():
        letters.setForeground(QColor(tokens().accent))
    elif known.fontFixedPitch():
        letters.setBackground(QColor(tokens().pressed))
    elif known.fontWeight() > QFont.Weight.Normal:
        letters.setFontWeight(QFont.Weight.DemiBold)
    part.mergeCharFormat(letters)


def _rule(table: QTextTable) -> None:
    """Thin lines around the cells of a table that is as wide as the page."""
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(QBrush(QColor(tokens().line)))
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setCellPadding(SPACE[1] + 2)
    shape.setCellSpacing(0)
    shape.setTopMargin(SPACE[1])
    shape.setBottomMargin(SPACE[3])
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
