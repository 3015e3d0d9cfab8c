"""Who may be the same person as the one who is written down: found while typing, with what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atsdesk.drafts import Advised
from atsdesk.ui import formats
from atsdesk.ui.parts import Chip, button, clear, column, framed, line, plain, row
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told

SHOWN = 5


class KnownCard(QWidget):
    """Hidden while nobody is known."""

    open_wanted = Signal(str, str)
    """Account and id of a candidate to look at."""
    use_wanted = Signal(str, str)
    """Id and name of a candidate who gets one more application."""

    def __init__(self) -> None:
        super().__init__()
        self.people: Sequence[Advised] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE[3])
        inside = column(plain(self.tr("Possibly known already"), bold=True), self._rows, gap=SPACE[3])
        inside.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        self.setLayout(column(framed("card", inside)))
        self.hide()

    def show_people(self, people: Sequence[Advised], account: str, *, usable: bool) -> None:
        """Show them; `usable` ones, of the same account, can get one more application."""
        self.people = people
        clear(self._rows)
        for number, one in enumerate(people[:SHOWN]):
            if number:
                self._rows.addWidget(line())
            self._rows.addLayout(self._row(one, usable and one.duplicate.account == account))
        if len(people) > SHOWN:
            more = self.tr("And {} more.").format(formats.number(len(people) - SHOWN))
            self._rows.addWidget(plain(more, "faint"))
        self.setVisible(bool(people))

    def _row(self, one: Advised, usable: bool) -> QVBoxLayout:
        who = one.duplicate
        there = who.on_the_job or next(iter(who.applications), None)
        head = row(plain(formats.isolated(who.name), bold=True, wrap=True), None)
        if there:
            head.addWidget(Chip(there.status))
        opener = button(self.tr("Show"), lambda: self.open_wanted.emit(who.account, who.id), role="link")
        opener.setAccessibleName(self.tr("Show {}").format(who.name))
        actions = row(opener)
        if usable and not who.on_the_job:
            use = button(
                self.tr("Add an application instead"),
                lambda: self.use_wanted.emit(who.id, who.name),
                role="link",
            )
            actions.addWidget(use)
        actions.addStretch(1)
        where = f"{there.job} · {who.account}" if there and there.job else who.account
        return column(
            head,
            plain(formats.isolated(where), "faint", wrap=True),
            plain(told(one.why), "soft", wrap=True),
            plain(told(one.advice), "late" if who.on_the_job else "soft", wrap=True),
            actions,
            gap=SPACE[1],
        )
