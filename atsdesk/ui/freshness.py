"""What the stamp in the header opens: how fresh every account is, how its last sync went, and what to do about it."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from atsdesk.desk import Desk
from atsdesk.store.accounts import Account
from atsdesk.ui import formats
from atsdesk.ui.parts import Chip, Notice, button, clear, column, line, plain, row, scrolling
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers

CHARACTERS, MOST_ROOM = 64, 0.7
"""How wide it is, and which share of the window's height it may take."""
HEALTH = ("system", "connection", "setup", "data")


def _health(name: str) -> str:
    known = {
        "system": QCoreApplication.translate("freshness", "System"),
        "connection": QCoreApplication.translate("freshness", "Connection"),
        "setup": QCoreApplication.translate("freshness", "Setup"),
        "data": QCoreApplication.translate("freshness", "Data"),
    }
    return known.get(name, name)


class AccountStamp(QWidget):
    """One account: how it stands, in a few lines."""

    sync_wanted = Signal(str)
    ask_wanted = Signal(str)

    def __init__(self, name: str, system: str, *, can_ask: bool) -> None:
        super().__init__()
        self.fresh, self.state = plain("", "soft"), Chip()
        self.message = plain("", "soft", wrap=True)
        self.answer = Notice()
        self.health = QGridLayout()
        self.health.setHorizontalSpacing(SPACE[3])
        self.health.setVerticalSpacing(2)
        self.health.setColumnStretch(1, 1)
        self.sync = button(self.tr("Sync"), lambda: self.sync_wanted.emit(name), glyph="sync")
        self.sync.setAccessibleName(self.tr("Sync {} only").format(name))
        self.ask = button(self.tr("Ask the ATS to refresh"), lambda: self.ask_wanted.emit(name))
        self.ask.setAccessibleName(self.tr("Ask the ATS of {} to refresh").format(name))
        self.ask.setToolTip(
            self.tr("{} keeps a copy of the ATS. Its next syncs bring what it then finds.").format(system)
        )
        self.ask.setVisible(can_ask)
        title = row(plain(formats.isolated(name), bold=True), plain(system, "faint"), None, self.state)
        buttons = row(self.fresh, None, self.ask, self.sync)
        self.setLayout(
            column(
                title,
                self.message,
                self.health,
                self.answer,
                buttons,
                margins=(SPACE[4], SPACE[3], SPACE[4], SPACE[3]),
            )
        )

    def show_account(self, account: Account, *, running: bool) -> None:
        state = "RUNNING" if running else account.last_state or ""
        self.state.show_value(state)
        self.state.setVisible(bool(state))
        at = account.last_success_at
        self.fresh.setText(
            self.tr("Synced {}").format(formats.relative(at)) if at else self.tr("Not synced yet")
        )
        self.fresh.setToolTip(formats.exact(at))
        troubled = account.last_state not in {None, "SUCCEEDED", "RUNNING"} and not running
        self.message.setText(told(formats.without_links(account.last_message)) if troubled else "")
        self.message.setVisible(bool(self.message.text()))
        self.sync.setEnabled(not running)
        self.sync.setText(self.tr("Syncing…") if running else self.tr("Sync"))
        self._show_health(account.health)

    def _show_health(self, health: Mapping[str, str]) -> None:
        clear(self.health)
        top = Qt.AlignmentFlag.AlignTop
        for number, name in enumerate(name for name in HEALTH if health.get(name)):
            self.health.addWidget(plain(_health(name), "faint"), number, 0, top)
            self.health.addWidget(plain(told(health[name]), "soft", wrap=True), number, 1, top)

    def show_answer(self, text: str, tone: str) -> None:
        """What came of asking the ATS; blank while it is being asked."""
        self.answer.say(text, tone)
        self.ask.setEnabled(bool(text))


class FreshnessPopup(QFrame):
    """Every account below each other. Esc closes it."""

    sync_wanted = Signal(str)

    def __init__(self, desk: Desk, workers: Workers, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._desk, self._workers = desk, workers
        self.setProperty("role", "popup")
        self.setAccessibleName(self.tr("How fresh every account is"))
        self.stamps: dict[str, AccountStamp] = {}
        self._around = parent
        self._accounts: Sequence[Account] = ()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._inner = QWidget()
        self._inner.setLayout(self._rows)
        self.area = scrolling(self._inner)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(self.area, gap=0, margins=(1, SPACE[1], 1, SPACE[1])))

    def show_accounts(
        self, accounts: Sequence[Account], systems: Mapping[str, str], askable: Collection[str]
    ) -> None:
        """The accounts, by account the name of its system, and the accounts whose ATS can be asked to refresh."""
        self._accounts = accounts
        if list(self.stamps) != [account.id for account in accounts]:
            self._lay(systems, askable)

    def _lay(self, systems: Mapping[str, str], askable: Collection[str]) -> None:
        clear(self._rows)
        self.stamps.clear()
        for number, account in enumerate(self._accounts):
            if number:
                self._rows.addWidget(line())
            stamp = AccountStamp(account.id, systems.get(account.id, ""), can_ask=account.id in askable)
            stamp.sync_wanted.connect(self.sync_wanted)
            stamp.ask_wanted.connect(self.ask_ats)
            self.stamps[account.id] = stamp
            self._rows.addWidget(stamp)

    def tell(self, running: Collection[str]) -> None:
        """Say how every account stands; `running` are those being synced."""
        for account in self._accounts:
            self.stamps[account.id].show_account(account, running=account.id in running)
        if self.isVisible():
            self._fit()

    def ask_ats(self, account: str) -> None:
        """Ask an ATS that is a cache to renew itself; what it says appears with the account."""
        self.stamps[account].show_answer("", "info")
        self._workers.work(self._desk.ask_ats, account, then=partial(self._ats_asked, account))

    def _ats_asked(self, account: str, says: str | None, error: BaseException | None) -> None:
        stamp = self.stamps.get(account)
        if stamp is not None:
            trouble = describe(error) if error is not None else None
            text = trouble.says if trouble else told(says or "")
            stamp.show_answer(formats.without_links(text), "bad" if trouble else "good")
            if self.isVisible():
                self._fit()

    def open_below(self, widget: QWidget) -> None:
        """Open with the end of the popup below the end of `widget`, the first button in focus."""
        self._fit()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = widget.mapToGlobal(QPoint(0 if mirrored else widget.width(), widget.height() + SPACE[1]))
        self.move(corner if mirrored else corner - QPoint(self.width(), 0))
        self.show()
        first = next(iter(self.stamps.values()), None)
        if first is not None:
            first.sync.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        around = self._around.size()
        width = min(self.fontMetrics().averageCharWidth() * CHARACTERS, around.width() - SPACE[5])
        edges = 2 * (SPACE[1] + self.frameWidth() + 1)
        wanted = self._rows.totalHeightForWidth(width - 4) + edges
        self.resize(QSize(width, min(wanted, round(around.height() * MOST_ROOM))))
