"""Rich text from an ATS, made safe: what is left shows letters and loads nothing."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

from atsdesk.ui.side_panel import open_page

TAGS = {
    "a", "b", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p",
    "pre", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
"""Elements that stay; of all others their text does, but for scripts and styles."""


def clean(html: str) -> str:
    """HTML without scripts, styles, pictures and addresses other than https."""
    import nh3  # needed for a job that is looked at, and a window can open without it

    return nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel=None)


def as_text(html: str) -> str:
    """What HTML reads, as lines of plain text; plain text stays as it is."""
    if "<" not in html and "&" not in html:
        return html
    document = QTextDocument()
    document.setHtml(clean(html).replace("\n", "<br>") if "<p" not in html.lower() else clean(html))
    return document.toPlainText().strip()


class RichText(QTextBrowser):
    """Shows cleaned HTML; a link opens in the browser of the system."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(lambda address: open_page(address.toString()))

    def show_html(self, html: str) -> None:
        self.setHtml(clean(html))

    def loadResource(self, _type: int, _address: QUrl | str) -> Any:
        """Nothing is loaded, whatever the text asks for."""
        return None
