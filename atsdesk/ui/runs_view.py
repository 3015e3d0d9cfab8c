"""Syncs as cards: the outcome in a line, the resources below when opened."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from atsdesk.store.ledger import ResourceReport, RunReport
from atsdesk.ui import formats, words
from atsdesk.ui.parts import Chip, button, clear, column, line, margins, plain, row, tool
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told

RUNS_SHOWN = 40


class RunsView(QFrame):
    """The last syncs, newest first."""

    requests_wanted = Signal(object)
    """The `RunReport` whose requests a person wants to see."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, SPACE[1], 0, SPACE[1])
        self._rows.setSpacing(0)
        self._open: set[int] = set()
        self._shown: list[RunReport] | None = None

    def show_runs(self, runs: Sequence[RunReport]) -> None:
        runs = list(runs)[:RUNS_SHOWN]
        if runs == self._shown:
            return
        self._shown = runs
        clear(self._rows)
        if not runs:
            none = plain(self.tr("No sync yet. Press F5 to begin."), "faint")
            none.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
            self._rows.addWidget(none)
        for number, run in enumerate(runs):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(run))

    def _row(self, run: RunReport) -> QWidget:
        holder = QWidget()
        grid = QWidget()
        grid.setVisible(run.id in self._open)
        glyph = "minus" if run.id in self._open else "right"
        opener = tool(glyph, self.tr("Resources of the sync of {}").format(run.account))
        when = plain(formats.relative(run.started_at), "soft")
        when.setToolTip(formats.exact(run.started_at))
        name = plain(run.account, bold=True)
        kind = self.tr("full") if run.full else ""
        head = row(
            opener,
            name,
            Chip(run.state),
            plain(kind, "faint"),
            None,
            plain(self._counts(run), "soft"),
            when,
            gap=SPACE[3],
        )
        box = column(head, gap=SPACE[1], margins=(SPACE[3], SPACE[2], SPACE[4], SPACE[2]))
        if run.message and run.state != "SUCCEEDED":
            says = plain(told(run.message), "soft", wrap=True)
            says.setContentsMargins(*margins(SPACE[6], 0, 0, 0))
            box.addWidget(says)
        box.addWidget(grid)
        holder.setLayout(box)
        if run.id in self._open:
            self._fill(grid, run)
        opener.clicked.connect(partial(self._turn, run, grid, opener))
        return holder

    def _turn(self, run: RunReport, grid: QWidget, opener: object, *_: object) -> None:
        from atsdesk.ui.assets import put_glyph

        if grid.layout() is None:
            self._fill(grid, run)
        grid.setVisible(grid.isHidden())
        (self._open.discard if grid.isHidden() else self._open.add)(run.id)
        put_glyph(opener, "right" if grid.isHidden() else "minus")  # type: ignore[arg-type]

    def open_first(self) -> None:
        """Open the newest sync, for pictures and tests."""
        if self._shown:
            self._open.add(self._shown[0].id)
            runs, self._shown = self._shown, None
            self.show_runs(runs)

    def _counts(self, run: RunReport) -> str:
        added = sum(part.added for part in run.resources)
        changed = sum(part.changed for part in run.resources)
        gone = sum(part.gone for part in run.resources)
        withheld = sum(part.withheld for part in run.resources)
        requests = sum(part.requests for part in run.resources)
        parts = [
            self.tr("{} new", "", added).format(formats.number(added)) if added else "",
            self.tr("{} changed", "", changed).format(formats.number(changed)) if changed else "",
            self.tr("{} gone", "", gone).format(formats.number(gone)) if gone else "",
            self.tr("{} withheld", "", withheld).format(formats.number(withheld)) if withheld else "",
        ]
        counts = [part for part in parts if part] or [self.tr("nothing new")]
        return " · ".join([*counts, self.tr("requests: {}").format(formats.number(requests))])

    def _fill(self, holder: QWidget, run: RunReport) -> None:
        grid = QGridLayout(holder)
        grid.setContentsMargins(*margins(SPACE[6], SPACE[1], 0, SPACE[2]))
        grid.setHorizontalSpacing(SPACE[5])
        grid.setVerticalSpacing(SPACE[1])
        grid.setColumnStretch(9, 1)
        titles = (
            self.tr("Resource"),
            self.tr("State"),
            self.tr("Requests"),
            self.tr("Received"),
            self.tr("Added"),
            self.tr("Changed"),
            self.tr("Gone"),
            self.tr("Set aside"),
            self.tr("Waited"),
        )
        for place, title in enumerate(titles):
            grid.addWidget(plain(title, "faint"), 0, place, _side(place))
        number = 1
        for part in run.resources:
            for place, text in enumerate(self._cells(part)):
                cell: QWidget = Chip(part.state) if place == 1 else plain(text, "soft" if place else "")
                grid.addWidget(cell, number, place, _side(place))
            number += 1
            if part.message:
                grid.addWidget(plain(told(part.message), "faint", wrap=True), number, 0, 1, 10)
                number += 1
        log = button(self.tr("See every request"), partial(self.requests_wanted.emit, run), role="link")
        log.setAccessibleName(self.tr("See every request of the sync of {}").format(run.account))
        grid.addWidget(log, number, 0, 1, 10, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def _cells(part: ResourceReport) -> list[str]:
        counts = (part.requests, part.received, part.added, part.changed, part.gone, part.rejected)
        waited = formats.seconds(part.waited) if part.waited >= 0.1 else "–"
        return [words.resource(part.resource), "", *map(formats.number, counts), waited]


def _side(place: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if place > 1 else Qt.AlignmentFlag.AlignLeft
