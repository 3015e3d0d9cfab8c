"""Safety copies: those there are, one made now, and one put back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from atsdesk.desk import Desk
from atsdesk.store.backups import Backup
from atsdesk.store.restoring import Restored
from atsdesk.ui import formats, help_window
from atsdesk.ui.busy_dialog import BusyDialog
from atsdesk.ui.parts import button, clear, column, framed, line, plain, row, scrolling
from atsdesk.ui.theme import SPACE
from atsdesk.ui.workers import Workers


def _tr(text: str) -> str:
    return QCoreApplication.translate("backups", text)


def occasion(why: str) -> str:
    """Why a copy was made, in words."""
    known = {"daily": _tr("Once a day"), "by-hand": _tr("By hand"), "before-restore": _tr("Before a restore")}
    return known.get(why) or _tr("Before an update")


def made(one: Backup) -> str:
    """When a copy was made, as the formats take it."""
    return f"{one.made_at:%Y-%m-%dT%H:%M:%SZ}"


class BackupsDialog(BusyDialog):
    """A copy is restored after a second click beside it; the window is made anew then."""

    changed = Signal()
    restored = Signal()

    def __init__(self, desk: Desk, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self._asked: Backup | None = None
        self.found: list[Backup] = []
        self.setWindowTitle(self.tr("Safety copies"))
        help_window.offer(self, "backup")
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE[2])
        self.make_button = button(self.tr("Back up now"), self.make, glyph="plus")
        self.close_button = button(self.tr("Close"), self.accept, role="main")
        self._build()
        self.reread()

    def _build(self) -> None:
        title = plain(self.tr("Safety copies"), larger=4, bold=True)
        says = plain(
            self.tr(
                "One is made each day, and before an update changes the data file. They hold what the data file holds,"
                " so that whoever is forgotten goes from them too."
            ),
            "soft",
            wrap=True,
        )
        inner = QWidget()
        inner.setLayout(column(self._list, None, margins=(0, 0, SPACE[2], 0)))
        area = scrolling(inner)
        buttons = row(self.make_button, None, self.close_button)
        box = column(
            column(title, says, gap=SPACE[1]),
            self._stripe,
            self.notice,
            area,
            line(),
            buttons,
            gap=SPACE[3],
            margins=(SPACE[5], SPACE[5], SPACE[5], SPACE[4]),
        )
        box.setStretch(3, 1)
        self.setLayout(box)
        self.resize(600, 520)

    def reread(self) -> None:
        self._wait(True)
        self._workers.work(self._desk.care.backups, then=self._take)

    def _take(self, found: list[Backup] | None, error: BaseException | None) -> None:
        self._wait(False)
        if found is None:
            self._complain(error)
            return
        self.found = found
        self._show()

    def _show(self) -> None:
        clear(self._list)
        for one in self.found:
            self._list.addWidget(self._card(one))
        if not self.found:
            says = self.tr("None yet. The first is made when the data is a day old, or now if you wish.")
            self._list.addWidget(plain(says, "faint", wrap=True))

    def _card(self, one: Backup) -> QFrame:
        when = formats.exact(made(one))
        text = column(
            plain(when, bold=True),
            plain(f"{occasion(one.why)} · {formats.size(one.size)}", "soft", wrap=True),
            gap=0,
        )
        wanted = button(self.tr("Restore…"), partial(self._ask, one))
        wanted.setAccessibleName(self.tr("Restore the copy of {}").format(when))
        wanted.setEnabled(not self._busy)
        box = row(text, wanted, margins=(SPACE[4], SPACE[3], SPACE[3], SPACE[3]))
        box.setStretch(0, 1)
        if self._asked != one:
            return framed("card", box)
        sure = plain(
            self.tr(
                "Go back to this copy? The present file is kept as one more. What the ATS has since comes back with"
                " the next sync, and nothing that was sent is sent again."
            ),
            wrap=True,
        )
        yes = button(self.tr("Restore"), partial(self.restore, one), role="main")
        no = button(self.tr("Cancel"), partial(self._ask, None))
        ask = column(sure, row(None, no, yes), margins=(SPACE[4], 0, SPACE[3], SPACE[3]))
        return framed("card", column(box, ask, gap=0))

    def _ask(self, one: Backup | None) -> None:
        self._asked = one
        self._show()

    def make(self) -> None:
        """Make a copy now."""
        self._wait(True)
        self.notice.say(self.tr("Making a copy and verifying it…"), "info")
        self._workers.work(self._desk.care.back_up, then=self._made)

    def _made(self, _one: Backup | None, error: BaseException | None) -> None:
        self._wait(False)
        if error is not None:
            self._complain(error)
            return
        self.notice.say(self.tr("The copy is made and verified."), "good")
        self.changed.emit()
        self.reread()

    def restore(self, one: Backup) -> None:
        """Put a copy in the place of the data file."""
        self._asked = None
        self._wait(True)
        self.notice.say(self.tr("Verifying the copy and putting it back…"), "info")
        self._workers.work(self._desk.care.restore, one.path, then=self._restored)

    def _restored(self, _done: Restored | None, error: BaseException | None) -> None:
        self._wait(False)
        if error is not None:
            self._complain(error)
            return
        self.accept()
        self.restored.emit()

    def _wait(self, busy: bool) -> None:
        super()._wait(busy)
        self.make_button.setEnabled(not busy)
        self.close_button.setEnabled(not busy)
        self._show()


def newest(found: Sequence[Backup]) -> str:
    """What there is of copies, in a line."""
    if not found:
        return _tr("None yet.")
    age = formats.relative(made(found[0]))
    count = QCoreApplication.translate("backups", "%n copies", None, len(found))
    return _tr("{}, the newest: {}.").format(count, age)
