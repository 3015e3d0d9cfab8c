"""Every request of one sync: which list, what was asked, how it was answered, how long that took."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from atsdesk.desk import Desk
from atsdesk.store.ledger import RunReport
from atsdesk.store.requests import RequestEntry
from atsdesk.ui import formats, help_window, words
from atsdesk.ui.parts import Notice, button, column, plain, row
from atsdesk.ui.theme import SPACE, tokens
from atsdesk.ui.trouble import versions
from atsdesk.ui.workers import Workers

MOST = 1000
WRONG = 400
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NUMBERS = frozenset({3, 4, 5, 6})
WIDTHS = (86, 150, 430, 130, 80, 90, 80)


class RequestsDialog(QDialog):
    """A log that names nobody: it can be copied and sent to support as it is."""

    def __init__(self, desk: Desk, workers: Workers, run: RunReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._run = workers, run
        self._entries: Sequence[RequestEntry] = ()
        self.setWindowTitle(self.tr("Requests"))
        help_window.offer(self, "sync")
        title = plain(self.tr("Requests of {}").format(formats.isolated(run.account)), larger=4, bold=True)
        self.under = plain("", "soft", wrap=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a list, a path or a status"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Requests, the newest first"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(
            [
                self.tr("When"),
                self.tr("List"),
                self.tr("Request"),
                self.tr("Answer"),
                self.tr("Took"),
                self.tr("Size"),
                self.tr("Waited"),
            ]
        )
        for place in NUMBERS:
            self.list.headerItem().setTextAlignment(place, RIGHT)
        for place, width in enumerate(WIDTHS):
            self.list.setColumnWidth(place, width)
        self.list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.notice = Notice()
        self.copy_button = button(self.tr("Copy all"), self.copy, glyph="copy")
        close = button(self.tr("Close"), self.accept, role="main")
        box = column(
            column(title, self.under, gap=SPACE[1]),
            self.search,
            self.list,
            self.notice,
            row(self.copy_button, None, close),
            gap=SPACE[3],
            margins=(SPACE[5], SPACE[5], SPACE[5], SPACE[4]),
        )
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(1080, 640)
        workers.read(desk.reading.requests, run.id, MOST, then=self._take)

    def _take(self, entries: Sequence[RequestEntry] | None, error: BaseException | None) -> None:
        if entries is None:
            self._workers.trouble.emit(error)
            return
        self._entries = entries
        bad = QBrush(QColor(tokens().bad.text))
        for entry in entries:
            item = QTreeWidgetItem(_cells(entry))
            item.setToolTip(0, formats.exact(entry.ended_at))
            item.setToolTip(2, formats.tip(item.text(2)))
            for place in NUMBERS:
                item.setTextAlignment(place, RIGHT)
            if entry.status >= WRONG or not entry.status:
                item.setForeground(3, bad)
            self.list.addTopLevelItem(item)
        made = sum(part.requests for part in self._run.resources)
        says = self.tr("{} requests. Ids and values are left out, so that nobody is named.")
        self.under.setText(says.format(formats.number(max(made, len(entries)))))
        self.copy_button.setEnabled(bool(entries))
        if not entries:
            none = self.tr("No request of this sync is kept any more: only the latest of an account are.")
            self.notice.say(none if made else self.tr("This sync made no request."), "info")
        elif made > len(entries):
            self.notice.say(self.tr("The last {} are shown.").format(formats.number(len(entries))), "info")

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            assert item is not None
            cells = " ".join(item.text(place) for place in range(4)).casefold()
            item.setHidden(not all(word in cells for word in wanted))

    def copy(self) -> None:
        """Put the log on the clipboard, for a spreadsheet or for support."""
        titles = [self.list.headerItem().text(place) for place in range(self.list.columnCount())]
        lines = [
            "\t".join(titles),
            *("\t".join([entry.ended_at, *_cells(entry)[1:]]) for entry in self._entries),
        ]
        QGuiApplication.clipboard().setText("\n".join([*lines, versions()]))
        self.notice.say(self.tr("Copied."), "good")


def _cells(entry: RequestEntry) -> list[str]:
    ended = formats.moment(entry.ended_at)
    return [
        f"{ended.astimezone():%H:%M:%S}" if ended else "",
        words.resource(entry.resource) if entry.resource else "–",
        f"{entry.method} {entry.path}",
        str(entry.status) if entry.status else entry.trouble,
        formats.seconds(entry.milliseconds / 1000)
        if entry.milliseconds >= 1000
        else f"{entry.milliseconds} ms",
        formats.size(entry.size),
        formats.seconds(entry.waited) if entry.waited >= 0.1 else "–",
    ]
