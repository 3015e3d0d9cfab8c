"""The part of the settings about what the program does by itself: how often it syncs, start, close, messages."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from atsdesk import autostart
from atsdesk.desk import default_folder
from atsdesk.store.accounts import Account
from atsdesk.ui import formats, instance
from atsdesk.ui.closing import ASK, QUIT, TRAY
from atsdesk.ui.parts import Notice, clear, column, line, margins, plain, segments
from atsdesk.ui.presence import Presence
from atsdesk.ui.schedule import CHOICES
from atsdesk.ui.switch import Switch
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers


class Routine(QWidget):
    """Every choice is in effect at once."""

    def __init__(
        self,
        folder: Path,
        workers: Workers,
        presence: Presence,
        accounts_known: SignalInstance,
        accounts: Sequence[Account],
    ) -> None:
        super().__init__()
        self._workers, self._presence = workers, presence
        self._entry = instance.name(folder)
        self._command = autostart.program(folder, default_folder())
        self.intervals: dict[str, QButtonGroup] = {}
        self._schedule = QVBoxLayout()
        self._schedule.setSpacing(SPACE[2])
        self.notice = Notice()
        self.start = Switch(self.tr("Start with the computer"))
        self.start.setEnabled(False)
        self.start.clicked.connect(self._switch_start)
        self.messages = Switch(self.tr("Messages from the tray"))
        self.messages.setChecked(presence.notices.on)
        self.messages.clicked.connect(presence.notices.switch)
        told = plain(self.tr("When two syncs of an account failed in a row."), "faint", wrap=True)
        told.setContentsMargins(*margins(Switch.text_from(), 0, 0, 0))
        self._build(told)
        accounts_known.connect(self.show_accounts)
        self.show_accounts(accounts)
        workers.work(autostart.switched_on, self._entry, self._command, then=self._start_known)

    def _build(self, told: QWidget) -> None:
        names = {
            ASK: self.tr("Asks during a sync"),
            TRAY: self.tr("Goes to the tray"),
            QUIT: self.tr("Quits"),
        }
        closing, self.closing = segments(
            self.tr("Closing the window"), names, self._presence.on_close, self._presence.choose_on_close
        )
        there = self._presence.tray.there
        for part in self.closing.buttons():
            part.setEnabled(there)
        self.messages.setEnabled(there)
        parts: list[object] = [
            line(),
            plain(self.tr("By itself"), larger=2, bold=True),
            self._schedule,
            closing,
        ]
        if not there:
            says = self.tr("This desktop has no tray: closing the window quits, and no messages are shown.")
            parts.append(plain(says, "faint", wrap=True))
        self.setLayout(
            column(*parts, self.start, self.notice, column(self.messages, told, gap=2), gap=SPACE[3])
        )

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        names = [account.id for account in accounts]
        if names == list(self.intervals) and self.intervals:
            return
        clear(self._schedule)
        self.intervals.clear()
        schedule = self._presence.schedule
        titles = {minutes: _interval(minutes) for minutes in CHOICES}
        for name in names:
            box, self.intervals[name] = segments(
                self.tr("Sync {}").format(formats.isolated(name)),
                titles,
                schedule.minutes(name),
                partial(schedule.choose, name),
            )
            self._schedule.addLayout(box)
        if not names:
            self._schedule.addWidget(
                plain(self.tr("How often each account syncs is chosen here."), "faint", wrap=True)
            )

    def _switch_start(self, on: bool) -> None:
        self.start.setEnabled(False)
        self.notice.say("")
        work = partial(autostart.switch_on, self._entry, self._command)
        self._workers.work(work if on else partial(autostart.switch_off, self._entry), then=self._switched)

    def _switched(self, _result: object, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say(describe(error).says, "bad")
        self._workers.work(autostart.switched_on, self._entry, self._command, then=self._start_known)

    def _start_known(self, on: bool | None, error: BaseException | None) -> None:
        self.start.setEnabled(error is None)
        self.start.setChecked(bool(on))


def _interval(minutes: int) -> str:
    if not minutes:
        return QCoreApplication.translate("Routine", "Only when asked")
    return (
        QCoreApplication.translate("Routine", "Every hour")
        if minutes == 60
        else QCoreApplication.translate("Routine", "{} min").format(minutes)
    )
