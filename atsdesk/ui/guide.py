"""Guides that show how to build on an export: a page for each tool."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFrame, QTabWidget, QTextBrowser, QWidget

from atsdesk.ui.assets import RESOURCES
from atsdesk.ui.parts import button, column, row
from atsdesk.ui.side_panel import open_page
from atsdesk.ui.theme import SPACE


def pages() -> list[tuple[str, str]]:
    """What each page is called, and its file in `resources/guide`."""
    return [
        ("Excel", "excel"),
        ("Power BI", "power-bi"),
        ("Tableau", "tableau"),
        (QCoreApplication.translate("Guide", "SQL"), "sql"),
        (QCoreApplication.translate("Guide", "Shared database"), "publish"),
    ]


class Guide(QDialog):
    """The pages, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How to build on an export"))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.windowTitle())
        self.tabs.tabBar().setAccessibleName(self.windowTitle())
        for title, name in pages():
            page = QTextBrowser()
            page.setAccessibleName(title)
            page.setFrameShape(QFrame.Shape.NoFrame)
            page.setOpenLinks(False)
            page.anchorClicked.connect(lambda url: open_page(url.toString()))
            page.document().setDocumentMargin(SPACE[4])
            page.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            page.setMarkdown((RESOURCES / "guide" / f"{name}.md").read_text(encoding="utf-8"))
            self.tabs.addTab(page, title)
        close = button(self.tr("Close"), self.accept, role="main")
        box = column(self.tabs, row(None, close), gap=SPACE[3])
        box.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        box.setStretch(0, 1)
        self.setLayout(box)
        self.resize(760, 640)
