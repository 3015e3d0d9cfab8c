"""Newer versions and licences: the settings' part, and the look once a day for those who want it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFrame, QTextBrowser, QWidget

from atsdesk import __version__
from atsdesk.desk import Desk
from atsdesk.ui.assets import RESOURCES
from atsdesk.ui.parts import Every, Notice, button, column, line, margins, plain, row
from atsdesk.ui.side_panel import open_page
from atsdesk.ui.switch import Switch
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers
from atsdesk.updates import Release

LICENCES = RESOURCES / "licences.md"
FIRST_TEXT = "\n## "
"""Where the page goes over from the list to the licences' texts."""
LOOK_EVERY = 600_000
"""Milliseconds between two looks at the clock."""


class DailyLook(QObject):
    """Says once a day that a newer version is out, if it is, and if that is wanted; says nothing else."""

    def __init__(self, desk: Desk, workers: Workers, say: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._workers, self._say = desk, workers, say
        Every(LOOK_EVERY, self.look_if_due, self).start()

    def look_if_due(self) -> None:
        if self._desk.updates.is_due(dt.datetime.now(dt.UTC)):
            self._workers.work(self._desk.updates.look, then=self._looked)

    def _looked(self, newest: Release | None, _error: BaseException | None) -> None:
        if newest is not None and newest.is_newer:
            self._say(self.tr("ATS Desk {} is out. You have {}.").format(newest.version, __version__))


class NewerPart(QWidget):
    """Which version this is, whether to look for newer ones, and what it is made of."""

    def __init__(self, desk: Desk, workers: Workers) -> None:
        super().__init__()
        self._desk, self._workers = desk, workers
        self.daily = Switch(self.tr("Look for a newer version once a day"))
        self.daily.setChecked(desk.updates.on)
        self.daily.clicked.connect(self._switch)
        says = plain(
            self.tr(
                "Asks one address for a version number. Nothing of yours is sent, nothing is downloaded."
            ),
            "faint",
            wrap=True,
        )
        says.setContentsMargins(*margins(Switch.text_from(), 0, 0, 0))
        self.notice = Notice()
        self.look_button = button(self.tr("Look now"), self.look)
        self.licences_button = button(self.tr("Licences"), self.open_licences)
        self.licences_button.setVisible(LICENCES.exists())
        head = row(
            plain(self.tr("ATS Desk {}").format(__version__), larger=2, bold=True),
            None,
            self.licences_button,
            self.look_button,
        )
        self.setLayout(column(line(), head, column(self.daily, says, gap=2), self.notice, gap=SPACE[3]))

    def _switch(self, on: bool) -> None:
        self._workers.work(self._desk.updates.switch, on, then=self._switched)

    def _switched(self, _result: object, error: BaseException | None) -> None:
        if error is not None:
            self._complain(error)

    def look(self) -> None:
        """Look now, whether it is switched on or not."""
        self.look_button.setEnabled(False)
        self.notice.say(self.tr("Looking…"), "info")
        self._workers.work(self._desk.updates.look, then=self._looked)

    def _looked(self, newest: Release | None, error: BaseException | None) -> None:
        self.look_button.setEnabled(True)
        if newest is None:
            self._complain(error)
        elif newest.is_newer:
            self.notice.say(self.tr("ATS Desk {} is out.").format(newest.version), "info")
        else:
            self.notice.say(self.tr("This is the newest version."), "good")

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say(describe(error).says, "bad")

    def open_licences(self) -> QDialog:
        dialog = LicencesDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog


class LicencesDialog(QDialog):
    """What the program is made of, with each licence; the page is made when the program is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences"))
        parts, _, texts = LICENCES.read_text(encoding="utf-8").partition(FIRST_TEXT)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.windowTitle())
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(lambda url: open_page(url.toString()))
        self.page.document().setDocumentMargin(SPACE[4])
        self.page.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.page.setMarkdown(parts)
        self.page.append("")
        self.page.append("")
        self.page.insertPlainText(texts.replace("```", ""))
        self.page.moveCursor(self.page.textCursor().MoveOperation.Start)
        close = button(self.tr("Close"), self.accept, role="main")
        box = column(self.page, row(None, close), gap=SPACE[3])
        box.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        self.setLayout(box)
        self.resize(720, 640)
