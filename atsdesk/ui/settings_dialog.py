"""Settings: accounts and look. More pages come beside these."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFrame, QMenu, QVBoxLayout, QWidget

from atsdesk.desk import Desk
from atsdesk.store.accounts import Account
from atsdesk.sync.probe import ResourceCheck
from atsdesk.ui import formats, help_window
from atsdesk.ui.accounts_dialog import AccountDialog, CheckList
from atsdesk.ui.look import LookPart
from atsdesk.ui.parts import Chip, Notice, button, clear, column, framed, line, plain, row, scrolling, tool
from atsdesk.ui.resources_dialog import ResourcesDialog
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE, Appearance
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers


class SettingsDialog(QDialog):
    """Accounts can be added, tested and removed here; the look chosen."""

    accounts_changed = Signal()
    added = Signal(object)
    import_wanted = Signal(str)
    """The account that takes a file in."""

    def __init__(
        self,
        desk: Desk,
        workers: Workers,
        accounts: Sequence[Account],
        appearance: Appearance,
        systems: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._workers, self._appearance, self._systems = desk, workers, appearance, systems
        self._accounts = list(accounts)
        self._leaving: str = ""
        self.setWindowTitle(self.tr("Settings"))
        help_window.offer(self, "connect")
        self.notice = Notice()
        self.checks = CheckList()
        self._stripe = Stripe()
        self._stripe.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE[2])
        self._more = QVBoxLayout()
        self._build()
        self.show_accounts(accounts)

    def _build(self) -> None:
        self.add_button = button(self.tr("Connect an ATS"), self.add, glyph="plus")
        head = row(plain(self.tr("Accounts"), larger=2, bold=True), None, self.add_button)
        self.look = LookPart(self._appearance)
        folder = plain(str(self._desk.folder), "faint", wrap=True)
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = button(self.tr("Show folder"), self._show_folder, glyph="folder")
        place = row(column(plain(self.tr("Data folder")), folder, gap=0), show)
        place.setStretch(0, 1)
        inner = QWidget()
        inner.setLayout(
            column(
                head,
                self._list,
                self._stripe,
                self.notice,
                self.checks,
                SPACE[2],
                line(),
                self.look,
                self._more,
                line(),
                place,
                None,
                gap=SPACE[3],
                margins=(SPACE[5], SPACE[5], SPACE[5], SPACE[4]),
            )
        )
        self.area = scrolling(inner)
        self.close_button = button(self.tr("Close"), self.accept, role="main")
        buttons = row(None, self.close_button, margins=(SPACE[5], SPACE[3], SPACE[5], SPACE[3]))
        self.setLayout(column(self.area, line(), buttons, gap=0))
        self.resize(680, 640)

    def add_part(self, part: QWidget) -> None:
        """Put another part below the look."""
        self._more.addWidget(part)

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        self._accounts = list(accounts)
        clear(self._list)
        if not accounts:
            self._list.addWidget(
                plain(self.tr("No account yet. Connect the ATS you work with."), "soft", wrap=True)
            )
        for account in accounts:
            self._list.addWidget(self._card(account))

    def _card(self, account: Account) -> QFrame:
        fresh = self.tr("never synced")
        if account.last_success_at:
            fresh = self.tr("synced {}").format(formats.relative(account.last_success_at))
        system = self._systems.get(account.id, account.ats)
        name = plain(account.id, bold=True)
        under = plain(f"{system} · {fresh}", "soft", wrap=True)
        address = plain(formats.isolated(account.base_url), "faint", wrap=True)
        parts: list[object] = [column(name, under, address, gap=0)]
        if account.last_state:
            parts.append(Chip(account.last_state))
        test = button(self.tr("Test"), partial(self.test, account.id))
        test.setAccessibleName(self.tr("Test {}").format(account.id))
        lists = button(self.tr("Lists"), partial(self.open_lists, account.id))
        lists.setAccessibleName(self.tr("Lists of {}").format(account.id))
        more = tool("more", self.tr("More for {}").format(account.id))
        more.clicked.connect(
            lambda: self.account_menu(account).exec(more.mapToGlobal(more.rect().bottomLeft()))
        )
        leaving = self._leaving == account.id
        box = row(*parts, lists, test, more, margins=(SPACE[4], SPACE[3], SPACE[3], SPACE[3]))
        box.setStretch(0, 1)
        if not leaving:
            return framed("card", box)
        sure = plain(
            self.tr("Remove its key and everything synced from it? The ATS itself is not touched."), wrap=True
        )
        yes = button(self.tr("Remove"), partial(self._remove, account.id))
        no = button(self.tr("Keep"), partial(self._ask_remove, ""))
        ask = row(sure, no, yes, margins=(SPACE[4], 0, SPACE[3], SPACE[3]))
        ask.setStretch(0, 1)
        return framed("card", column(box, ask, gap=0))

    def account_menu(self, account: Account) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Enter the key again…"), partial(self._ask_key, account))
        if self._desk.file_tables(account.ats):
            menu.addAction(self.tr("Import a file…"), partial(self.import_wanted.emit, account.id))
        menu.addSeparator()
        menu.addAction(self.tr("Remove…"), partial(self._ask_remove, account.id))
        return menu

    def open_lists(self, name: str) -> QDialog:
        dialog = ResourcesDialog(self._desk, self._workers, name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._lists_saved)
        dialog.open()
        return dialog

    def _lists_saved(self, name: str) -> None:
        self.notice.say(
            self.tr("The next sync of {} reads the lists as you chose them.").format(name), "good"
        )
        self.accounts_changed.emit()

    def _ask_remove(self, name: str) -> None:
        self._leaving = name
        self.show_accounts(self._accounts)

    def _remove(self, name: str) -> None:
        self._leaving = ""
        self._stripe.show()
        self._workers.work(self._desk.remove_account, name, then=self._removed)

    def _removed(self, _result: object, error: BaseException | None) -> None:
        self._stripe.hide()
        if error is not None:
            self._complain(error)
        self.accounts_changed.emit()

    def test(self, name: str) -> None:
        self._stripe.show()
        self.notice.say(self.tr("Asking the ATS what {} may read…").format(name), "info")
        self.checks.show_checks([])
        self._workers.work(self._desk.test_account, name, then=self._tested)

    def _tested(self, checks: list[ResourceCheck] | None, error: BaseException | None) -> None:
        self._stripe.hide()
        if error is not None:
            self._complain(error)
            return
        self.notice.say("")
        self.checks.show_checks(checks or [])

    def _complain(self, error: BaseException) -> None:
        self.notice.say(describe(error).says, "bad")

    def add(self) -> None:
        dialog = AccountDialog(self._desk, self._workers, [account.id for account in self._accounts], self)
        dialog.added.connect(self.added)
        dialog.open()

    def _ask_key(self, account: Account) -> None:
        dialog = AccountDialog(self._desk, self._workers, [], self, account=account)
        dialog.added.connect(lambda known: self.test(known.id))
        dialog.open()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.folder)))
