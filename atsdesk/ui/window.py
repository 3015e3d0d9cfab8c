"""The one window: accounts and tabs at the side, search and sync above, the chosen tab in the middle."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QSystemTrayIcon, QWidget

from atsdesk.desk import Account, Changes, Desk, Imported, Person, RunReport
from atsdesk.store.views import CANDIDATES_VIEW, INTERVIEWS_VIEW, JOBS_VIEW, STEPS_VIEW, View
from atsdesk.ui import formats, geometry
from atsdesk.ui.accounts_dialog import AccountDialog
from atsdesk.ui.activity_tab import ActivityTab
from atsdesk.ui.browse_tab import READ_FROM, BrowseTab
from atsdesk.ui.candidate_panel import CandidatePanel
from atsdesk.ui.export_tab import ExportTab
from atsdesk.ui.forget_dialog import ForgetDialog
from atsdesk.ui.freshness import FreshnessPopup
from atsdesk.ui.header import HeaderBar
from atsdesk.ui.import_dialog import ImportDialog
from atsdesk.ui.interviews_tab import InterviewsTab
from atsdesk.ui.job_panel import JobPanel
from atsdesk.ui.limits_dialog import LimitsPart
from atsdesk.ui.memory import Memory
from atsdesk.ui.parts import Toast, column, row
from atsdesk.ui.presence import Presence
from atsdesk.ui.routine import Routine
from atsdesk.ui.schedule import Surroundings
from atsdesk.ui.settings_dialog import SettingsDialog
from atsdesk.ui.shortcuts import ShortcutSheet
from atsdesk.ui.side import SideBar
from atsdesk.ui.steps_tab import CHANGED, StepsTab
from atsdesk.ui.sync_strip import SyncStrip
from atsdesk.ui.syncing import Syncs
from atsdesk.ui.theme import Appearance
from atsdesk.ui.trouble import TroubleDialog, describe, write_down
from atsdesk.ui.waiting import Waiting
from atsdesk.ui.welcome import Welcome
from atsdesk.ui.workers import Workers

Sample = Callable[[Desk], object]
Tab = TypeVar("Tab", bound=BrowseTab)


class Window(QMainWindow):
    """Puts the parts together and says who tells whom."""

    closed = Signal()
    accounts_known = Signal(object)
    """The accounts were read again."""

    def __init__(
        self,
        desk: Desk,
        appearance: Appearance,
        *,
        sample: Sample | None = None,
        tray_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        world: Surroundings | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("ATS Desk")
        self.desk, self.appearance, self._sample = desk, appearance, sample
        self.workers = Workers()
        self.memory = Memory(desk, self.workers, self)
        self.syncs = Syncs(desk, self.workers, self)
        self.waiting = Waiting(self.syncs, self)
        self.presence = Presence(self, self.syncs, self.memory, tray_there=tray_there, world=world)
        self.accounts: list[Account] = []
        self._systems: dict[str, str] = {}
        self._known = False
        self._build()
        self._connect()
        self._keys()
        self._restore()
        self.reread_accounts()

    def _build(self) -> None:
        parts = (self.desk, self.workers, self.memory)
        self.candidates = self._rows(BrowseTab, CANDIDATES_VIEW, self.tr("Candidates"), CandidatePanel)
        self.steps = self._rows(StepsTab, STEPS_VIEW, self.tr("Steps"), CandidatePanel)
        self.jobs = self._rows(BrowseTab, JOBS_VIEW, self.tr("Jobs"), JobPanel)
        self.interviews = self._rows(InterviewsTab, INTERVIEWS_VIEW, self.tr("Interviews"), CandidatePanel)
        self.browsed = (self.candidates, self.steps, self.jobs, self.interviews)
        self.export = ExportTab(*parts)
        self.activity = ActivityTab(self.desk, self.workers)
        self.tabs: list[tuple[str, str, QWidget]] = [
            ("people", self.tr("Candidates"), self.candidates),
            ("steps", self.tr("Steps"), self.steps),
            ("job", self.tr("Jobs"), self.jobs),
            ("clock", self.tr("Interviews"), self.interviews),
            ("export", self.tr("Export"), self.export),
            ("activity", self.tr("Activity"), self.activity),
        ]
        self.side = SideBar([(glyph, title) for glyph, title, _ in self.tabs])
        self.header = HeaderBar()
        self.fresh = FreshnessPopup(self)
        self.strip = SyncStrip()
        hosts = [host for kind in self.desk.kinds() for host in kind.hosts]
        self.welcome = Welcome(hosts, with_sample=self._sample is not None)
        self.pages = QStackedWidget()
        for _, _, page in self.tabs:
            self.pages.addWidget(page)
        body = QWidget()
        inside = column(self.header, self.strip, self.pages, gap=0)
        inside.setStretch(2, 1)
        body.setLayout(inside)
        working = QWidget()
        across = row(self.side, body, gap=0)
        across.setStretch(1, 1)
        working.setLayout(across)
        self.stack = QStackedWidget()
        self.stack.addWidget(working)
        self.stack.addWidget(self.welcome)
        self.setCentralWidget(self.stack)
        self.toast = Toast(self)
        self.setMinimumSize(900, 560)

    def _rows(self, kind: type[Tab], view: View, title: str, panel: type[CandidatePanel | JobPanel]) -> Tab:
        beside = panel(self.desk, self.workers, lambda: self._systems)
        if isinstance(beside, CandidatePanel):
            beside.forget_wanted.connect(self.open_forget)
        return kind(self.desk, view, title, self.workers, self.memory, beside)

    def _connect(self) -> None:
        self.workers.trouble.connect(self.show_trouble)
        self.side.chosen.connect(self.show_tab)
        self.side.account_chosen.connect(self._show_account)
        self.side.settings_wanted.connect(self.open_settings)
        self.side.keys_wanted.connect(self.open_shortcuts)
        self.header.sync_wanted.connect(self.sync)
        self.header.fresh_wanted.connect(self.open_freshness)
        self.fresh.sync_wanted.connect(self.sync_one)
        self.fresh.ask_wanted.connect(self.ask_ats)
        self.header.issues_wanted.connect(lambda: self.show_page(self.activity))
        self.header.search.searched.connect(self._search)
        self.header.search.left_down.connect(self._to_rows)
        self.strip.cancelled.connect(self.syncs.cancel)
        self.syncs.moved.connect(self.strip.show_standing)
        self.syncs.changed.connect(self._changed)
        self.syncs.ended.connect(self._sync_ended)
        self.syncs.missed.connect(lambda *_: self.reread_accounts())
        self.syncs.failed.connect(lambda _account, error: self._sync_failed(error))
        self.syncs.running_changed.connect(self.header.show_syncing)
        self.syncs.running_changed.connect(lambda _on: self.fresh.tell(self.syncs.shown))
        self.activity.counted.connect(self.header.show_issues)
        self.activity.deletions_accepted.connect(self.accept_deletions)
        self.activity.sync_wanted.connect(self.sync_one)
        self.activity.settings_wanted.connect(self.open_settings)
        self.accounts_known.connect(self.presence.show_accounts)
        self.presence.sync_wanted.connect(self.sync_all)
        self.presence.export_wanted.connect(self.export.export)
        self.welcome.connect_wanted.connect(self.add_account)
        self.welcome.sample_wanted.connect(self.add_sample)
        self.appearance.changed.connect(self._retint)
        for tab in (*self.browsed, self.export, self.activity):
            tab.said.connect(self.toast.say)
        self.steps.changed.connect(self._changed)
        self.interviews.import_wanted.connect(self.open_import)
        for rows in self.browsed:
            rows.sync_wanted.connect(self.sync)
            rows.searched.connect(self.header.search.setText)

    def _keys(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+F", self._to_search),
            ("F5", self.sync),
            ("Ctrl+,", self.open_settings),
            ("F1", self.open_shortcuts),
            ("Ctrl+E", partial(self.show_page, self.export)),
        ]
        keys += [
            (f"Ctrl+{number}", partial(self.show_tab, number - 1)) for number in range(1, len(self.tabs) + 1)
        ]
        for key, function in keys:
            QShortcut(QKeySequence(key), self).activated.connect(function)

    # what is remembered

    def _restore(self) -> None:
        self.resize(1280, 800)
        kept = self.memory.text("window.geometry")
        if kept:
            geometry.restore(self, kept)
        tab = self.memory.get("window.tab", 0)
        self.show_tab(tab if isinstance(tab, int) and 0 <= tab < len(self.tabs) else 0)

    # accounts

    def reread_accounts(self) -> None:
        self.workers.read(_accounts, self.desk, then=self._take_accounts)
        self.workers.read(self.desk.reading.issues, then=self._count_issues)

    def _take_accounts(
        self, known: tuple[list[Account], dict[str, str]] | None, error: BaseException | None
    ) -> None:
        if known is None:
            self.show_trouble(error)
            return
        first, self._known = not self._known, True
        self.accounts, self._systems = known
        self.side.show_accounts(self._systems)
        self.header.show_accounts(self._shown_accounts())
        self.accounts_known.emit(self.accounts)
        self.stack.setCurrentIndex(0 if self.accounts else 1)
        self.waiting.show_accounts(self.accounts)
        askable = {account.id for account in self.accounts if self.desk.can_ask_ats(account.ats)}
        self.fresh.show_accounts(self.accounts, self._systems, askable)
        self.fresh.tell(self.syncs.shown)
        for rows in self.browsed:
            rows.tell_accounts(self._shown_accounts())
        self.interviews.offer_import(bool(self._importing()))
        if first and self.accounts and self.stack.currentIndex() == 0:
            self._to_rows()

    def _count_issues(self, issues: list[object] | None, error: BaseException | None) -> None:
        if issues is None:
            self.show_trouble(error)
        else:
            self.header.show_issues(len(issues))

    def _shown_accounts(self) -> Sequence[Account]:
        chosen = self.side.account
        return [account for account in self.accounts if chosen in {"", account.id}]

    def _show_account(self, account: str) -> None:
        self.header.show_accounts(self._shown_accounts())
        for rows in self.browsed:
            rows.tell_accounts(self._shown_accounts())
            rows.show_account(account)

    def add_account(self) -> QDialog:
        dialog = AccountDialog(self.desk, self.workers, [account.id for account in self.accounts], self)
        dialog.added.connect(self._account_added)
        return self._open(dialog)

    def _account_added(self, account: Account) -> None:
        self.strip.open()
        self.syncs.start(account.id)
        self.reread_accounts()

    def add_sample(self) -> None:
        """Connect invented people: the caller of the window knows how."""
        if self._sample is not None:
            self.welcome.wait(True)
            self.workers.work(self._sample, self.desk, then=self._sample_added)

    def _sample_added(self, _result: object, error: BaseException | None) -> None:
        self.welcome.wait(False)
        if error is not None:
            self.show_trouble(error)
            return
        self.workers.read(_accounts, self.desk, then=self._sync_new)

    def _sync_new(
        self, known: tuple[list[Account], dict[str, str]] | None, error: BaseException | None
    ) -> None:
        self._take_accounts(known, error)
        for account in self.accounts:
            if account.last_success_at is None:
                self.strip.open()
                self.syncs.start(account.id)

    # syncing

    def sync(self) -> None:
        """Sync the accounts shown."""
        for account in self._shown_accounts():
            self.syncs.start(account.id)

    def sync_all(self) -> None:
        """Sync every account, also those not shown."""
        for account in self.accounts:
            self.syncs.start(account.id)

    def sync_one(self, account: str) -> None:
        self.syncs.start(account)
        self.fresh.tell(self.syncs.shown)

    def open_freshness(self) -> FreshnessPopup:
        self.fresh.tell(self.syncs.shown)
        self.fresh.open_below(self.header.fresh)
        return self.fresh

    def ask_ats(self, account: str) -> None:
        """Ask an ATS that is a cache to renew itself; what it says appears with the account."""
        self.fresh.stamps[account].show_answer("", "info")
        self.workers.work(self.desk.ask_ats, account, then=partial(self._ats_asked, account))

    def _ats_asked(self, account: str, says: str | None, error: BaseException | None) -> None:
        stamp = self.fresh.stamps.get(account)
        if stamp is not None:
            trouble = describe(error) if error is not None else None
            text = f"{trouble.title} {trouble.hint}".strip() if trouble else says or ""
            stamp.show_answer(formats.without_links(text), "bad" if trouble else "good")
            self.fresh.tell(self.syncs.shown)

    def accept_deletions(self, account: str) -> None:
        """Read all of an account again and delete here what its ATS no longer lists."""
        if not self.syncs.start(account, full=True, accept_deletions=True):
            self.toast.say(
                self.tr("{} is being synced. Accept the deletions once that is done.").format(account)
            )

    def _changed(self, changes: Changes) -> None:
        for tab in (*self.browsed, self.export, self.activity):
            tab.take_changes(changes)

    def _sync_ended(self, report: RunReport) -> None:
        self.reread_accounts()
        if self.activity.isVisible():
            self.activity.reread()
        if report.state not in {"SUCCEEDED", "CANCELLED"}:
            self.toast.say(self.tr("{}: {}").format(report.account, report.message))
        for rows in self.browsed:
            rows.take_changes(Changes(frozenset({"accounts"}), 0, 0, 0))

    def _sync_failed(self, error: BaseException) -> None:
        self.reread_accounts()
        self.show_trouble(error)

    # going places

    def show_tab(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        self.side.choose(number)
        page = self.pages.currentWidget()
        if isinstance(page, BrowseTab):
            self.header.search.look_for(page.subject, page.model.query.text)
        self.memory.put("window.tab", number)

    def show_page(self, page: QWidget) -> None:
        """Show the tab of this page."""
        self.show_tab(self.pages.indexOf(page))

    def _search(self, text: str) -> None:
        self._to_a_searched_tab()
        for rows in self.browsed:
            if rows.subject == self.header.search.subject:
                rows.search(text)

    def _to_a_searched_tab(self) -> None:
        if self.pages.currentWidget() not in self.browsed:
            self.show_tab(0)

    def _to_search(self) -> None:
        self._to_a_searched_tab()
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _to_rows(self) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, BrowseTab):
            page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_settings(self) -> QDialog:
        dialog = SettingsDialog(self.desk, self.workers, self.accounts, self.appearance, self._systems, self)
        dialog.add_part(
            Routine(self.desk.folder, self.workers, self.presence, self.accounts_known, self.accounts)
        )
        dialog.add_part(LimitsPart(self.desk, self.workers, partial(self._changed, CHANGED)))
        dialog.accounts_changed.connect(self.reread_accounts)
        dialog.added.connect(self._account_added)
        dialog.import_wanted.connect(self._import_into)
        self.accounts_known.connect(dialog.show_accounts)
        return self._open(dialog)

    def _importing(self) -> list[Account]:
        """The accounts that take files; the one shown first."""
        able = [account for account in self.accounts if self.desk.file_tables(account.ats)]
        return sorted(able, key=lambda account: account.id != self.side.account)

    def open_import(self, path: Path | None, account: str = "") -> QDialog:
        """Import a file, into one account or into one to be chosen."""
        able = [one for one in self._importing() if account in {"", one.id}]
        dialog = ImportDialog(self.desk, self.workers, able, self, path=path)
        dialog.imported.connect(self._imported)
        return self._open(dialog)

    def _import_into(self, account: str) -> None:
        self.open_import(None, account)

    def _imported(self, done: Imported) -> None:
        self._changed(Changes(READ_FROM, done.added, done.changed, 0))
        self.reread_accounts()

    def open_forget(self, account: str, candidate: str) -> QDialog:
        dialog = ForgetDialog(self.desk, self.workers, account, candidate, self)
        dialog.forgotten.connect(self._forgotten)
        return self._open(dialog)

    def _forgotten(self, people: Sequence[Person], changes: Changes) -> None:
        """Close the panels that show them, and let the views read again."""
        for tab in self.browsed:
            if isinstance(tab.panel, CandidatePanel) and any(
                tab.panel.shows(one.account, one.id) for one in people
            ):
                tab.panel.hide()
        self._changed(changes)
        self.reread_accounts()

    def open_shortcuts(self) -> QDialog:
        return self._open(ShortcutSheet([title for _, title, _ in self.tabs], self))

    def _open(self, dialog: QDialog) -> QDialog:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def show_trouble(self, error: BaseException | None) -> None:
        """Tell the person, calmly; one message at a time, the rest is in the log."""
        if error is None:
            return
        write_down(error)
        if not any(dialog.isVisible() for dialog in self.findChildren(TroubleDialog)):
            self._open(TroubleDialog(describe(error), self))

    # look and end

    def _retint(self) -> None:
        self.header.search.retint()
        for widget in self.findChildren(QWidget):
            widget.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toast.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs and go at once; the next sync goes on where this one was.

        Only a person's click asks or leads to the tray: the system's end, a signal and *Quit* mean it.
        """
        if event.spontaneous() and self.presence.stays():
            event.ignore()
            return
        self.memory.put("window.geometry", geometry.kept(self))
        self.memory.put("theme", self.appearance.choice)
        self.presence.end()
        self.waiting.stop()
        self.syncs.cancel()
        self.export.exporting.cancel()
        for rows in self.browsed:
            rows.exporting.exporting.cancel()
        super().closeEvent(event)
        self.closed.emit()

    def end(self) -> bool:
        """Let go of everything, when the program ends; false when a worker did not stop in time."""
        ended = self.workers.stop()
        self.memory.flush()
        return ended


def _accounts(desk: Desk) -> tuple[list[Account], dict[str, str]]:
    """The accounts, and by account the short name of its system."""
    names: Mapping[str, str] = {kind.key: kind.label.partition(" (")[0] for kind in desk.kinds()}
    accounts = desk.accounts()
    return accounts, {account.id: names.get(account.ats, account.ats) for account in accounts}
