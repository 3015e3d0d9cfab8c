"""Files of candidates: fetched by a worker when clicked, then opened with the program this computer has for them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from atsdesk.ats.filing import FileWanted
from atsdesk.desk import Desk
from atsdesk.files import opens
from atsdesk.store.detail import FileDetail
from atsdesk.ui import formats
from atsdesk.ui.parts import column, link
from atsdesk.ui.workers import Workers

LONGEST = 48


class FileOpener(QObject):
    """Fetches and opens; a file that is on its way is not asked for twice."""

    said = Signal(str)
    """A word for the toast."""

    def __init__(self, desk: Desk, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self._coming: set[tuple[str, str, str]] = set()

    def open(self, account: str, file: FileDetail) -> None:
        """Fetch a file and open it; what keeps it from that is told."""
        key = (account, file.id, file.name)
        if key in self._coming:
            return
        self._coming.add(key)
        self.said.emit(self.tr("Fetching {}…").format(formats.isolated(file.name)))
        wanted = FileWanted(file.id, file.name, file.candidate_id, file.application_id)
        self._workers.work(self._desk.files.fetch, account, wanted, then=partial(self._came, key))

    def _came(self, key: tuple[str, str, str], path: Path | None, error: BaseException | None) -> None:
        self._coming.discard(key)
        if path is None:
            self._workers.trouble.emit(error)
        elif not opens(path):
            self.said.emit(self.tr("Files of this kind are not opened, but shown in their folder."))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            says = self.tr("No program of this computer opens {}: it is shown in its folder.")
            self.said.emit(says.format(formats.isolated(path.name)))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def file_links(files: Sequence[FileDetail], open_file: Callable[[FileDetail], None], hint: str) -> QWidget:
    """A link per file; `hint` says what a click does."""
    links = []
    for file in files:
        name = file.name if len(file.name) <= LONGEST else f"{file.name[: LONGEST - 1]}…"
        opener = link(formats.button_text(formats.isolated(name)), partial(open_file, file))
        opener.setToolTip(formats.tip(f"{file.name}\n{hint}"))
        opener.setAccessibleName(f"{file.name}. {hint}")
        links.append(opener)
    holder = QWidget()
    box = column(*links, gap=0)
    for opener in links:
        box.setAlignment(opener, Qt.AlignmentFlag.AlignLeading)
    holder.setLayout(box)
    return holder
