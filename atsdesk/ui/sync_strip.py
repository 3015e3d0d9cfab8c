"""The strip under the header while a sync runs: what arrives, how fast, whether it waits, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from atsdesk.ui import formats, words
from atsdesk.ui.assets import put_glyph
from atsdesk.ui.parts import Chip, Every, button, clear, column, plain, row, tool
from atsdesk.ui.theme import SPACE, tokens

if TYPE_CHECKING:
    from atsdesk.sync.driver import Progress
    from atsdesk.ui.syncing import Standing


class Stripe(QWidget):
    """A thin bar that moves while work of unknown length goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._at = 0.0
        self._clock = Every(40, self._move, self)

    def showEvent(self, event: object) -> None:
        self._clock.start()

    def hideEvent(self, event: object) -> None:
        self._clock.stop()

    def _move(self) -> None:
        self._at = (self._at + 0.012) % 1.3
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = float(self.width())
        painter.fillRect(self.rect(), QColor(tokens().pressed))
        box = QRectF((self._at - 0.3) * width, 0, 0.3 * width, self.height())
        painter.fillRect(box, QColor(tokens().accent_fill))


class SyncStrip(QFrame):
    """One line that says it all, and a table by resource when opened."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.summary = plain("")
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.waiting = Chip("on_hold", " ")
        self.more = tool("down", self.tr("Progress by resource"), self.turn)
        self.more.setCheckable(True)
        self.cancel = button(self.tr("Cancel"), self.cancelled.emit)
        self._stripe = Stripe()
        self._details = QWidget()
        self._grid = QGridLayout(self._details)
        self._grid.setContentsMargins(SPACE[5], 0, SPACE[5], SPACE[3])
        self._grid.setHorizontalSpacing(SPACE[5])
        self._grid.setVerticalSpacing(SPACE[1])
        self._grid.setColumnStretch(6, 1)
        self._rows: list[tuple[str, str]] = []
        self._cells: dict[tuple[str, str], list[QLabel]] = {}
        bar = row(
            self.summary,
            self.waiting,
            self.more,
            self.cancel,
            gap=SPACE[3],
            margins=(SPACE[5], SPACE[2], SPACE[4], SPACE[2]),
        )
        bar.setStretch(0, 1)
        self.setLayout(column(self._stripe, bar, self._details, gap=0))
        self._details.hide()
        self.hide()

    def turn(self) -> None:
        """Open or close the table by resource."""
        self._details.setVisible(self._details.isHidden())
        put_glyph(self.more, "down" if self._details.isHidden() else "minus")
        self.more.setChecked(not self._details.isHidden())

    def open(self) -> None:
        if self._details.isHidden():
            self.turn()

    def show_standing(self, standings: list[Standing]) -> None:
        """Show where the running syncs stand; none hides the strip."""
        self.setVisible(bool(standings))
        if not standings:
            self._lay([])
            return
        self.summary.setText(" · ".join(self._summary(standings)))
        wait = max(one.waiting for one in standings)
        self.waiting.setVisible(wait > 0)
        if wait > 0:
            self.waiting.show_value(
                "on_hold", self.tr("Waiting {} (limit of the ATS)").format(formats.seconds(wait))
            )
        ending = all(one.ending for one in standings)
        self.cancel.setEnabled(not ending)
        self.cancel.setText(self.tr("Stopping…") if ending else self.tr("Cancel"))
        rows = [(one.account, part) for one in standings for part in one.resources]
        self._lay(rows)
        for one in standings:
            for part in one.resources.values():
                self._tell(self._cells[one.account, part.resource], part)

    def _summary(self, standings: list[Standing]) -> list[str]:
        names = ", ".join(one.account for one in standings)
        parts = [self.tr("Syncing {}").format(names)]
        now = [part for one in standings for part in one.resources.values() if not part.done]
        if now:
            parts[0] = self.tr("Syncing {}: {}").format(names, words.resource(now[-1].resource).lower())
        received = sum(one.received for one in standings)
        parts.append(self.tr("{} rows received", "", received).format(formats.number(received)))
        parts.append(self.tr("requests: {}").format(formats.number(sum(one.requests for one in standings))))
        rate = sum(one.rate for one in standings)
        if rate >= 1:
            parts.append(self.tr("{} rows/s").format(formats.number(round(rate))))
        return parts

    def _lay(self, rows: list[tuple[str, str]]) -> None:
        if rows == self._rows:
            return
        self._rows = list(rows)
        self._cells.clear()
        clear(self._grid)
        if not rows:
            return
        titles = (
            self.tr("Resource"),
            self.tr("Requests"),
            self.tr("Received"),
            self.tr("Added"),
            self.tr("Changed"),
            self.tr("State"),
        )
        right = Qt.AlignmentFlag.AlignRight
        for place, title in enumerate(titles):
            self._grid.addWidget(
                plain(title, "faint"), 0, place, right if 0 < place < 5 else Qt.AlignmentFlag(0)
            )
        several = len({account for account, _ in rows}) > 1
        for number, (account, resource) in enumerate(rows, start=1):
            name = words.resource(resource)
            cells = [plain(f"{account}: {name}" if several else name), *(plain("", "soft") for _ in range(5))]
            for place, cell in enumerate(cells):
                self._grid.addWidget(cell, number, place, right if 0 < place < 5 else Qt.AlignmentFlag(0))
            self._cells[account, resource] = cells

    def _tell(self, cells: list[QLabel], part: Progress) -> None:
        for cell, value in zip(
            cells[1:5], (part.requests, part.received, part.added, part.changed), strict=True
        ):
            cell.setText(formats.number(value))
        if part.done:
            cells[5].setText(self.tr("Done"))
        elif part.waiting > 0:
            cells[5].setText(self.tr("Waiting {}").format(formats.seconds(part.waiting)))
        else:
            cells[5].setText(self.tr("Reading"))
