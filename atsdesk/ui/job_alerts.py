"""The banner above the jobs: exposed ones that closed, or opened again, until somebody takes note."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from atsdesk.store.exposures import Event, Key
from atsdesk.ui import formats
from atsdesk.ui.parts import Chip, button, clear, column, plain, row
from atsdesk.ui.theme import SPACE

NAMED = 3
"""Jobs that have a line of their own; more are counted."""


class JobAlerts(QFrame):
    """A line for each job, the newest first; hidden while there is nothing to tell."""

    acknowledged = Signal(object)
    """The keys of the jobs that were taken note of."""
    show_wanted = Signal()
    """The person wants to see these jobs in the table."""
    opened = Signal(str, str)
    """Account and id of a job whose panel is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.setAccessibleName(self.tr("Exposed jobs that changed"))
        self.title = plain("", bold=True)
        self.show_button = button(self.tr("Show them"), self.show_wanted.emit, role="link")
        self.note_button = button(self.tr("Acknowledge all"), self._note_all)
        self._lines = column(gap=SPACE[1])
        self._alerts: Sequence[Event] = ()
        head = row(self.title, self.show_button, None, self.note_button)
        self.setLayout(
            column(head, self._lines, gap=SPACE[2], margins=(SPACE[4], SPACE[2], SPACE[3], SPACE[2]))
        )
        self.hide()

    def show_alerts(self, alerts: Sequence[Event]) -> None:
        self.setVisible(bool(alerts))
        if alerts == self._alerts:
            return
        self._alerts = alerts
        clear(self._lines)
        closed = sum(one.kind == "closed" for one in alerts)
        says = [
            self.tr("{} no longer take candidates").format(formats.number(closed)) if closed else "",
            self.tr("{} are open again").format(formats.number(len(alerts) - closed))
            if len(alerts) > closed
            else "",
        ]
        self.title.setText(self.tr("Exposed jobs: {}").format(", ".join(part for part in says if part)))
        for one in alerts[:NAMED]:
            self._lines.addLayout(self._line(one))
        more = len(alerts) - NAMED
        if more > 0:
            self._lines.addWidget(plain(self.tr("and {} more").format(formats.number(more)), "faint"))

    def _line(self, one: Event) -> QHBoxLayout:
        name = button(
            formats.button_text(one.name), partial(self.opened.emit, one.account, one.job), role="link"
        )
        name.setAccessibleName(self.tr("Open {}").format(one.name))
        when = plain(formats.relative(one.happened_at), "faint")
        when.setToolTip(formats.exact(one.happened_at))
        note = button(
            self.tr("Acknowledge"), partial(self.acknowledged.emit, [(one.account, one.job)]), role="link"
        )
        note.setAccessibleName(self.tr("Acknowledge {}").format(one.name))
        chip = Chip(one.kind if one.kind == "reopened" else one.openness)
        word = one.status_raw or ""
        told = word.casefold() == chip.text().casefold() or one.openness == "deleted"
        about = " · ".join(part for part in ("" if told else word, one.code or "", one.account) if part)
        return row(chip, name, plain(about, "soft"), when, None, note, gap=SPACE[2])

    def keys(self) -> list[Key]:
        return [(one.account, one.job) for one in self._alerts]

    def _note_all(self) -> None:
        self.acknowledged.emit(self.keys())
