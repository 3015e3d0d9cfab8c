"""The tabs of the window, each made when it is first shown or asked for, so that a window opens with one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from atsdesk.once import is_made, once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from atsdesk.store.views import View
    from atsdesk.ui.activity_tab import ActivityTab
    from atsdesk.ui.browse_tab import BrowseTab
    from atsdesk.ui.candidate_panel import CandidatePanel
    from atsdesk.ui.export_tab import ExportTab
    from atsdesk.ui.interviews_tab import InterviewsTab
    from atsdesk.ui.job_panel import JobPanel
    from atsdesk.ui.jobs_tab import JobsTab
    from atsdesk.ui.steps_tab import StepsTab
    from atsdesk.ui.submit_tab import SubmitTab
    from atsdesk.ui.window import Window

    Rows = TypeVar("Rows", bound=BrowseTab)

REST_MS = 100
"""What is left to the person between two tabs that are made before they are asked for."""
BROWSED = ("candidates", "steps", "jobs", "interviews")
"""The tabs of rows."""


class Tab(NamedTuple):
    """How a tab is called in the code, by its icon, for the person, and in the guide."""

    name: str
    glyph: str
    title: str
    help: str


class Pages(QStackedWidget):
    """Makes the tabs and ties each to the window. Before there is one, an empty page is shown."""

    whole = Signal()
    """All tabs are made."""

    def __init__(self, window: Window, tabs: tuple[Tab, ...]) -> None:
        super().__init__()
        self._window, self.tabs = window, tabs
        self._account = ""
        """The account whose rows the person wants to see; blank for all."""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make_one)
        empty = QFrame()
        empty.setProperty("role", "page")
        self.addWidget(empty)

    def show_tab(self, number: int) -> None:
        self.setCurrentWidget(self._page(self.tabs[number].name))

    def number(self, page: QWidget) -> int:
        """The number of a tab that is made."""
        return [self._page(name) if is_made(self, name) else None for name in self._names()].index(page)

    def current(self) -> Tab | None:
        """The tab that is shown; None while there is none."""
        shown = self.currentWidget()
        return next(
            (one for one in self.tabs if is_made(self, one.name) and self._page(one.name) is shown), None
        )

    def current_rows(self) -> BrowseTab | None:
        """The tab that is shown, where it is one of rows."""
        return next((rows for rows in self.browsed() if rows is self.currentWidget()), None)

    def browsed(self) -> Iterator[BrowseTab]:
        """The tabs of rows that are made."""
        yield from (getattr(self, name) for name in BROWSED if is_made(self, name))

    def all_made(self) -> Iterator[BrowseTab | SubmitTab | ExportTab | ActivityTab]:
        yield from (getattr(self, name) for name in self._names() if is_made(self, name))

    def tell_accounts(self) -> None:
        """The accounts were read again."""
        window = self._window
        for rows in self.browsed():
            rows.tell_accounts(window.shown_accounts())
        if is_made(self, "interviews"):
            self.interviews.offer_import(bool(window.dialogs.importing()))
        if is_made(self, "submit"):
            self.submit.tell_accounts(window.accounts, window.side.account)

    def show_account(self, account: str) -> None:
        """Show the rows of one account, or of all."""
        self._account = account
        for rows in self.browsed():
            rows.tell_accounts(self._window.shown_accounts())
            rows.show_account(account)

    @property
    def exporting(self) -> bool:
        """Whether the Export tab is writing."""
        return is_made(self, "export") and self.export.exporting.running

    def make_all(self) -> None:
        """Make those that nobody has asked for yet, one after the other: what they tell by themselves is told, and
        going to them takes no time."""
        self._rest.start()

    def stop(self) -> None:
        """Make no more, and end what they do: the window closes."""
        self._rest.stop()
        for rows in self.browsed():
            rows.exporting.exporting.cancel()
        if is_made(self, "export"):
            self.export.exporting.cancel()
        if is_made(self, "submit"):
            self.submit.stop()

    def _make_one(self) -> None:
        lacking = [name for name in self._names() if not is_made(self, name)]
        if lacking:
            self._page(lacking[0])
        self._rest.start() if lacking[1:] else self.whole.emit()

    def _names(self) -> list[str]:
        return [tab.name for tab in self.tabs]

    def _page(self, name: str) -> QWidget:
        page: QWidget = getattr(self, name)
        return page

    # how each is made

    @once
    def candidates(self) -> BrowseTab:
        from atsdesk.store.views import CANDIDATES_VIEW
        from atsdesk.ui.browse_tab import BrowseTab

        return self._rows(BrowseTab, "candidates", CANDIDATES_VIEW, self._person())

    @once
    def steps(self) -> StepsTab:
        from atsdesk.store.views import STEPS_VIEW
        from atsdesk.ui.steps_tab import StepsTab

        made = self._rows(StepsTab, "steps", STEPS_VIEW, self._person())
        made.changed.connect(self._window.take_changes)
        return made

    @once
    def jobs(self) -> JobsTab:
        from atsdesk.store.views import JOBS_VIEW
        from atsdesk.ui.job_panel import JobPanel
        from atsdesk.ui.jobs_tab import JobsTab

        window = self._window
        panel = JobPanel(window.desk, window.workers, self._systems)
        made = self._rows(JobsTab, "jobs", JOBS_VIEW, panel)
        made.alerts_read.connect(window.presence.notices.jobs_changed)
        return made

    @once
    def interviews(self) -> InterviewsTab:
        from atsdesk.store.views import INTERVIEWS_VIEW
        from atsdesk.ui.interviews_tab import InterviewsTab

        made = self._rows(InterviewsTab, "interviews", INTERVIEWS_VIEW, self._person())
        made.import_wanted.connect(self._window.dialogs.open_import)
        made.offer_import(bool(self._window.dialogs.importing()))
        return made

    @once
    def submit(self) -> SubmitTab:
        from atsdesk.ui.submit_tab import SubmitTab

        window = self._window
        made = SubmitTab(window.desk, window.workers)
        made.candidate_wanted.connect(window.show_candidate)
        made.tell_accounts(window.accounts, window.side.account)
        self._keep(made)
        return made

    @once
    def export(self) -> ExportTab:
        from atsdesk.ui.export_tab import ExportTab

        window = self._window
        made = ExportTab(window.desk, window.workers, window.memory)
        window.syncs.ended.connect(made.sync_ended)
        self._keep(made)
        return made

    @once
    def activity(self) -> ActivityTab:
        from atsdesk.ui.activity_tab import ActivityTab

        window = self._window
        made = ActivityTab(window.desk, window.workers)
        made.counted.connect(window.header.show_issues)
        made.deletions_accepted.connect(window.accept_deletions)
        made.sync_wanted.connect(window.sync_one)
        made.settings_wanted.connect(window.dialogs.open_settings)
        self._keep(made)
        return made

    def _person(self) -> CandidatePanel:
        from atsdesk.ui.candidate_panel import CandidatePanel

        window = self._window
        panel = CandidatePanel(window.desk, window.workers, self._systems)
        panel.forget_wanted.connect(window.dialogs.open_forget)
        panel.note_wanted.connect(window.dialogs.open_note)
        panel.more_wanted.connect(window.add_to)
        return panel

    def _systems(self) -> Mapping[str, str]:
        return self._window.systems

    def _rows(self, kind: type[Rows], name: str, view: View, panel: CandidatePanel | JobPanel) -> Rows:
        window = self._window
        title = next(tab.title for tab in self.tabs if tab.name == name)
        made = kind(window.desk, view, title, window.workers, window.memory, panel)
        made.sync_wanted.connect(window.sync)
        made.searched.connect(window.header.search.setText)
        if window.accounts:
            made.tell_accounts(window.shown_accounts())
            made.show_account(self._account)
        if made.subject == window.header.search.subject:
            made.search(window.header.search.text().strip())
        self._keep(made)
        return made

    def _keep(self, made: BrowseTab | SubmitTab | ExportTab | ActivityTab) -> None:
        made.said.connect(self._window.toast.say)
        self.addWidget(made)
