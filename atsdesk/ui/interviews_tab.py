"""The Interviews tab: the table, and beside it the agenda of a day or a week."""

from PySide6.QtWidgets import QWidget

from atsdesk.store.agenda import Meeting
from atsdesk.sync.books import Changes
from atsdesk.ui.agenda import WIDTH, AgendaList
from atsdesk.ui.browse_tab import READ_FROM, BrowseTab
from atsdesk.ui.panel_split import PANEL_WIDTH
from atsdesk.ui.parts import row, tool

AGENDA = "interviews.agenda"
TABLE_WIDTH = 480
"""Pixels that the table keeps where agenda and panel are both open."""


class InterviewsTab(BrowseTab):
    """Rows of interviewers in slots, and the same by day."""

    def own_tools(self) -> list[QWidget]:
        self.agenda_button = tool("calendar", self.tr("Agenda"), self.turn_agenda)
        return [self.agenda_button]

    def around(self, rows: QWidget) -> QWidget:
        self.agenda = AgendaList(self.desk, self.workers)
        self.agenda.opened.connect(self._open_meeting)
        self.agenda.interviewer_wanted.connect(lambda name: self.filters.choose({"interviewer": (name,)}))
        self.asked.connect(self.agenda.ask)
        holder = QWidget()
        across = row(self.agenda, rows, gap=1)
        across.setStretch(1, 1)
        holder.setLayout(across)
        self.agenda.setVisible(self._memory.get(AGENDA, True) is True)  # before, it would be a window
        return holder

    def turn_agenda(self) -> None:
        """Show the agenda, or hide it; it stays so."""
        self._memory.put(AGENDA, self.agenda.isHidden())
        self.agenda.setVisible(self.agenda.isHidden())

    def _show_panel(self) -> None:
        """A narrow window has no room for both: the agenda makes way for the panel."""
        if self.panel.isHidden() and self.width() - WIDTH - PANEL_WIDTH < TABLE_WIDTH:
            self.agenda.hide()
        super()._show_panel()

    def close_panel(self) -> None:
        super().close_panel()
        self.agenda.setVisible(self._memory.get(AGENDA, True) is True)

    def take_changes(self, changes: Changes) -> None:
        super().take_changes(changes)
        if changes.tables & READ_FROM:
            self.agenda.reread()

    def _open_meeting(self, meeting: Meeting) -> None:
        self._open((meeting.account, meeting.candidate_id, meeting.application_id))
