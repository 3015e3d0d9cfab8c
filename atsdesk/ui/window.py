"""The one window: accounts and tabs at the side, search and sync above, the chosen tab in the middle."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from atsdesk.once import is_made, once
from atsdesk.ui import geometry, language
from atsdesk.ui.dialogs import Dialogs
from atsdesk.ui.header import HeaderBar
from atsdesk.ui.memory import Memory
from atsdesk.ui.pages import Pages, Tab
from atsdesk.ui.parts import Toast, column, row
from atsdesk.ui.side import SideBar
from atsdesk.ui.sync_strip import SyncStrip
from atsdesk.ui.syncing import Syncs
from atsdesk.ui.waiting import Waiting
from atsdesk.ui.workers import Job, Workers

if TYPE_CHECKING:
    from atsdesk.ats.draft import Draft
    from atsdesk.desk import Desk
    from atsdesk.store.accounts import Account
    from atsdesk.store.forget import Person
    from atsdesk.store.ledger import RunReport
    from atsdesk.sync.books import Changes
    from atsdesk.sync.importing import Imported
    from atsdesk.ui.activity_tab import ActivityTab
    from atsdesk.ui.browse_tab import BrowseTab
    from atsdesk.ui.export_tab import ExportTab
    from atsdesk.ui.freshness import FreshnessPopup
    from atsdesk.ui.help_window import HelpWindow
    from atsdesk.ui.interviews_tab import InterviewsTab
    from atsdesk.ui.jobs_tab import JobsTab
    from atsdesk.ui.language import Language
    from atsdesk.ui.presence import Presence
    from atsdesk.ui.schedule import Surroundings
    from atsdesk.ui.steps_tab import StepsTab
    from atsdesk.ui.submit_tab import SubmitTab
    from atsdesk.ui.theme import Appearance
    from atsdesk.ui.welcome import Welcome

    Sample = Callable[[Desk], object]

UNSEEN_MS = 1_000
"""After this long a window that nobody sees comes to life all the same."""


class Window(QMainWindow):
    """Puts the parts together and says who tells whom.

    It opens in two steps: the frame, which is on the screen at once; then, behind its first painting, `begin` opens
    the folder, and shows what is in it.
    """

    painted = Signal()
    """It is on the screen, or nobody is going to look."""
    begun = Signal()
    """The folder is open: it does its work from now on."""
    unopened = Signal(object)
    """The folder could not be opened, and why."""
    closed = Signal()
    accounts_known = Signal(object)
    """The accounts were read again."""

    def __init__(
        self,
        desk: Desk,
        appearance: Appearance,
        *,
        sample: Sample | None = None,
        tray_there: Callable[[], bool] | None = None,
        world: Callable[[], Surroundings] | None = None,
        speaks: Language | None = None,
    ) -> None:
        """`sample` connects invented people; with `speaks`, another language can be chosen in the settings."""
        super().__init__()
        self.setWindowTitle("ATS Desk")
        self.desk, self.appearance, self._sample, self.language = desk, appearance, sample, speaks
        self._tray_there, self._world = tray_there, world
        self.workers = Workers()
        self.memory = Memory(desk, self.workers, self)
        self.syncs = Syncs(desk, self.workers, self)
        self.waiting = Waiting(self.syncs, self)
        self.accounts: list[Account] = []
        self.systems: dict[str, str] = {}
        self.alive = self._begins = self._known = False
        self._rereading: tuple[Job, ...] = ()
        self.dialogs = Dialogs(self)
        self._build()
        self._restore()
        self._unseen = QTimer(self, singleShot=True, interval=UNSEEN_MS)
        self._unseen.timeout.connect(self.begin)
        self._unseen.start()

    def _build(self) -> None:
        self.pages = Pages(self, self._tabs())
        self.side = SideBar([(tab.glyph, tab.title) for tab in self.pages.tabs])
        self.header = HeaderBar()
        self.strip = SyncStrip()
        body = QWidget()
        inside = column(self.header, self.strip, self.pages, gap=0)
        inside.setStretch(2, 1)
        body.setLayout(inside)
        self._working = QWidget()
        across = row(self.side, body, gap=0)
        across.setStretch(1, 1)
        self._working.setLayout(across)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._working)
        self.setCentralWidget(self.stack)
        self.toast = Toast(self)
        self.setMinimumSize(900, 560)
        self.appearance.changed.connect(self._retint)

    def _tabs(self) -> tuple[Tab, ...]:
        return (
            Tab("candidates", "people", self.tr("Candidates"), "browse"),
            Tab("steps", "steps", self.tr("Steps"), "steps"),
            Tab("jobs", "job", self.tr("Jobs"), "jobs"),
            Tab("interviews", "clock", self.tr("Interviews"), "interviews"),
            Tab("submit", "mail", self.tr("Submit"), "submit"),
            Tab("export", "export", self.tr("Export"), "export"),
            Tab("activity", "activity", self.tr("Activity"), "sync"),
        )

    def _connect(self) -> None:
        self.workers.trouble.connect(self.dialogs.show_trouble)
        self.side.chosen.connect(self.show_tab)
        self.side.account_chosen.connect(self._show_account)
        self.side.settings_wanted.connect(self.dialogs.open_settings)
        self.side.help_wanted.connect(self.help_here)
        self.side.keys_wanted.connect(self.dialogs.open_shortcuts)
        self.header.sync_wanted.connect(self.sync)
        self.header.fresh_wanted.connect(self.open_freshness)
        self.header.issues_wanted.connect(lambda: self.show_page(self.activity))
        self.header.search.searched.connect(self._search)
        self.header.search.left_down.connect(self._to_rows)
        self.strip.cancelled.connect(self.syncs.cancel)
        self.syncs.moved.connect(self.strip.show_standing)
        self.syncs.changed.connect(self.take_changes)
        self.syncs.ended.connect(self._sync_ended)
        self.syncs.missed.connect(lambda *_: self.reread_accounts())
        self.syncs.failed.connect(lambda _account, error: self._sync_failed(error))
        self.syncs.running_changed.connect(self.header.show_syncing)
        self.syncs.running_changed.connect(lambda _on: self.fresh.tell(self.syncs.shown))
        self.dialogs.account_added.connect(self._account_added)
        self.dialogs.accounts_changed.connect(self.reread_accounts)
        self.dialogs.limits_changed.connect(self._limits_changed)
        self.dialogs.language_chosen.connect(self.choose_language)
        self.dialogs.imported.connect(self._imported)
        self.dialogs.forgotten.connect(self._forgotten)
        self.dialogs.purged.connect(partial(self._forgotten, ()))
        self.dialogs.noted.connect(lambda account, number: self.submit.take_note(account, number))

    def _keys(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+F", self._to_search),
            ("F5", self.sync),
            ("Ctrl+,", self.dialogs.open_settings),
            ("F1", self.help_here),
            ("Shift+F1", self.dialogs.open_shortcuts),
            ("Ctrl+E", lambda: self.show_page(self.export)),
            ("Ctrl+N", self.submit_somebody),
        ]
        keys += [
            (f"Ctrl+{number}", partial(self.show_tab, number - 1))
            for number in range(1, len(self.pages.tabs) + 1)
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
        self.side.choose(tab if isinstance(tab, int) and 0 <= tab < len(self.pages.tabs) else 0)

    # the second step

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._begins:
            self._unseen.start(0)

    def begin(self) -> None:
        """Open the folder, and then go on."""
        self._unseen.stop()
        if not self._begins:
            self._begins = True
            self.painted.emit()
            self.workers.work(self.desk.open, then=self._opened)

    def _opened(self, _nothing: None, error: BaseException | None) -> None:
        """Heed the person, show the first tab, read the accounts, and begin what goes on beside them."""
        if error is not None:
            self.unopened.emit(error)
            return
        self.alive = True
        from atsdesk.ui.caretaker import Caretaker
        from atsdesk.ui.newer import DailyLook

        self._connect()
        self._keys()
        self.show_tab(self.side.number)
        self.accounts_known.connect(self.presence.show_accounts)
        self.caretaker = Caretaker(self)
        self.caretaker.purged.connect(partial(self._forgotten, ()))
        DailyLook(self.desk, self.workers, self.toast.say, self)
        self.reread_accounts()
        self.pages.make_all()
        self.begun.emit()

    # parts that are made when they are asked for

    @once
    def presence(self) -> Presence:
        from atsdesk.ui.presence import Presence

        world = self._world() if self._world else None
        made = Presence(self, self.syncs, self.memory, tray_there=self._tray_there, world=world)
        made.sync_wanted.connect(self.sync_all)
        made.export_wanted.connect(lambda: self.export.export())
        return made

    @once
    def fresh(self) -> FreshnessPopup:
        from atsdesk.ui.freshness import FreshnessPopup

        made = FreshnessPopup(self.desk, self.workers, self)
        made.sync_wanted.connect(self.sync_one)
        return made

    @once
    def welcome(self) -> Welcome:
        from atsdesk.ui.welcome import Welcome

        hosts = [host for kind in self.desk.kinds() for host in kind.hosts]
        made = Welcome(hosts, with_sample=self._sample is not None)
        made.connect_wanted.connect(self.dialogs.open_account)
        made.sample_wanted.connect(self.add_sample)
        made.language_wanted.connect(self.choose_language)
        self.stack.addWidget(made)
        return made

    @property
    def candidates(self) -> BrowseTab:
        return self.pages.candidates

    @property
    def steps(self) -> StepsTab:
        return self.pages.steps

    @property
    def jobs(self) -> JobsTab:
        return self.pages.jobs

    @property
    def interviews(self) -> InterviewsTab:
        return self.pages.interviews

    @property
    def submit(self) -> SubmitTab:
        return self.pages.submit

    @property
    def export(self) -> ExportTab:
        return self.pages.export

    @property
    def activity(self) -> ActivityTab:
        return self.pages.activity

    # accounts

    def reread_accounts(self) -> None:
        """An answer that is older than what is asked now may not come after it."""
        for job in self._rereading:
            job.drop()
        self._rereading = (
            self.workers.read(_accounts, self.desk, then=self._take_accounts),
            self.workers.read(self.desk.reading.issues, then=self._count_issues),
        )

    def _take_accounts(
        self, known: tuple[list[Account], dict[str, str]] | None, error: BaseException | None
    ) -> None:
        if known is None:
            self.dialogs.show_trouble(error)
            return
        first, self._known = not self._known, True
        self.accounts, self.systems = known
        self.side.show_accounts(self.systems)
        self.header.show_accounts(self.shown_accounts())
        self.accounts_known.emit(self.accounts)
        self.stack.setCurrentWidget(self._working if self.accounts else self.welcome)
        self.waiting.show_accounts(self.accounts)
        askable = {account.id for account in self.accounts if self.desk.can_ask_ats(account.ats)}
        self.fresh.show_accounts(self.accounts, self.systems, askable)
        self.fresh.tell(self.syncs.shown)
        self.pages.tell_accounts()
        if first and self.accounts and self.stack.currentIndex() == 0:
            self._to_rows()

    def _count_issues(self, issues: list[object] | None, error: BaseException | None) -> None:
        if issues is None:
            self.dialogs.show_trouble(error)
        else:
            self.header.show_issues(len(issues))

    def shown_accounts(self) -> Sequence[Account]:
        """Those of the account that is chosen, or of all."""
        chosen = self.side.account
        return [account for account in self.accounts if chosen in {"", account.id}]

    def _show_account(self, account: str) -> None:
        self.header.show_accounts(self.shown_accounts())
        self.pages.show_account(account)

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
            self.dialogs.show_trouble(error)
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
        for account in self.shown_accounts():
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

    def accept_deletions(self, account: str) -> None:
        """Read all of an account again and delete here what its ATS no longer lists."""
        if not self.syncs.start(account, full=True, accept_deletions=True):
            self.toast.say(
                self.tr("{} is being synced. Accept the deletions once that is done.").format(account)
            )

    def take_changes(self, changes: Changes) -> None:
        """Something changed in the store: let the tabs know."""
        for tab in self.pages.all_made():
            tab.take_changes(changes)

    def _sync_ended(self, report: RunReport) -> None:
        from atsdesk.sync.books import Changes
        from atsdesk.ui.told import told

        self.reread_accounts()
        if is_made(self.pages, "activity") and self.activity.isVisible():
            self.activity.reread()
        if report.state not in {"SUCCEEDED", "CANCELLED"}:
            self.toast.say(self.tr("{}: {}").format(report.account, told(report.message)))
        for rows in self.pages.browsed():
            rows.take_changes(Changes(frozenset({"accounts"}), 0, 0, 0))

    def _sync_failed(self, error: BaseException) -> None:
        self.reread_accounts()
        self.dialogs.show_trouble(error)

    # going places

    def show_tab(self, number: int) -> None:
        self.pages.show_tab(number)
        self.side.choose(number)
        rows = self.pages.current_rows()
        self.header.offer_search(rows is not None)
        if rows is not None:
            self.header.search.look_for(rows.subject, rows.model.query.text)
        self.memory.put("window.tab", number)

    def show_page(self, page: QWidget) -> None:
        """Show the tab of this page."""
        self.show_tab(self.pages.number(page))

    def open_help(self, page: str) -> HelpWindow:
        """Show a page of the guide."""
        return self.dialogs.open_help(page)

    def help_here(self) -> HelpWindow:
        """Show the page of the tab one is in, or how to begin."""
        from atsdesk.ui.guide import FIRST

        tab = self.pages.current()
        if self.stack.currentIndex() or tab is None:
            return self.open_help(FIRST)
        in_outbox = tab.name == "submit" and not self.submit.write_button.isChecked()
        return self.open_help("outbox" if in_outbox else tab.help)

    def submit_somebody(self) -> None:
        """Write a new candidate down."""
        self.show_page(self.submit)
        self.submit.start()

    def add_to(self, draft: Draft, name: str) -> None:
        """Write down what is added to somebody whom an ATS has."""
        self.show_page(self.submit)
        self.submit.add_to(draft, name)

    def show_candidate(self, account: str, candidate: str) -> None:
        """Look at a candidate, wherever one is named."""
        self.show_page(self.candidates)
        self.candidates.open_row(account, candidate)

    def _search(self, text: str) -> None:
        self._to_a_searched_tab()
        for rows in self.pages.browsed():
            if rows.subject == self.header.search.subject:
                rows.search(text)

    def _to_a_searched_tab(self) -> None:
        if self.pages.current_rows() is None:
            self.show_tab(0)

    def _to_search(self) -> None:
        self._to_a_searched_tab()
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _to_rows(self) -> None:
        rows = self.pages.current_rows()
        if rows is not None:
            rows.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_language(self, choice: str) -> None:
        """Speak another language from now on; an export would be lost on the way, so that it is waited for."""
        self.memory.put(language.KEY, choice)
        if self.pages.exporting:
            self.toast.say(self.tr("The language changes when ATS Desk starts again."))
        elif self.language is not None:
            self.language.choose(choice)

    def resume(self, accounts: Sequence[str], *, in_settings: bool) -> None:
        """Go on where another window was as soon as the accounts are known: sync these, and open the settings."""

        def go_on(_known: object) -> None:
            for name in accounts:
                self.syncs.start(name)
            if in_settings:
                self.dialogs.open_settings()

        self.accounts_known.connect(go_on, Qt.ConnectionType.SingleShotConnection)

    def _limits_changed(self) -> None:
        from atsdesk.ui.steps_tab import CHANGED

        self.take_changes(CHANGED)

    def _imported(self, done: Imported) -> None:
        from atsdesk.sync.books import Changes
        from atsdesk.ui.browse_tab import READ_FROM

        self.take_changes(Changes(READ_FROM, done.added, done.changed, 0))
        self.reread_accounts()

    def _forgotten(self, people: Sequence[Person], changes: Changes) -> None:
        """Close the panels that show them, and let the views read again."""
        from atsdesk.ui.candidate_panel import CandidatePanel

        for tab in self.pages.browsed():
            if isinstance(tab.panel, CandidatePanel) and any(
                tab.panel.shows(one.account, one.id) for one in people
            ):
                tab.panel.hide()
        self.take_changes(changes)
        self.reread_accounts()

    # look and end

    def _retint(self) -> None:
        self.header.search.retint()
        self.dialogs.retint_help()
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
        self.dialogs.close_help()
        self._unseen.stop()
        if is_made(self, "presence"):
            self.presence.end()
        self.waiting.stop()
        self.syncs.cancel()
        self.pages.stop()
        super().closeEvent(event)
        self.closed.emit()

    def end(self) -> bool:
        """Let go of everything, when the program ends; false when a worker did not stop in time."""
        ended = self.workers.stop()
        self.memory.flush()
        return ended


def _accounts(desk: Desk) -> tuple[list[Account], dict[str, str]]:
    """The accounts, and by account the short name of its system."""
    names: Mapping[str, str] = {kind.key: kind.short for kind in desk.kinds()}
    accounts = desk.accounts()
    return accounts, {account.id: names.get(account.ats, account.ats) for account in accounts}
