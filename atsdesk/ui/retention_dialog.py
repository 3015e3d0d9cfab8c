"""How long things are kept: safety copies, and candidates of whom nothing is heard any more."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from atsdesk.desk import Desk
from atsdesk.forgetting import Forgotten
from atsdesk.retention import MOST_MONTHS
from atsdesk.store.retention import Outdated, Retention
from atsdesk.store.thinning import Keep
from atsdesk.sync.books import Changes
from atsdesk.ui import formats, help_window
from atsdesk.ui.busy_dialog import BusyDialog
from atsdesk.ui.caretaker import READ_AGAIN
from atsdesk.ui.count_box import CountBox
from atsdesk.ui.parts import button, clear, column, framed, line, plain, row, scrolling
from atsdesk.ui.switch import Switch
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.workers import Workers

USUAL_MONTHS = 24
SHOWN = 200
"""Names that are listed; the number is told in any case."""


class RetentionDialog(BusyDialog):
    """Nothing is erased before somebody has seen whom it would be, and has typed their number."""

    purged = Signal(object)
    """The `Changes` for the views."""

    def __init__(self, desk: Desk, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self._before = Retention()
        self.people: list[Outdated] = []
        self.setWindowTitle(self.tr("How long things are kept"))
        help_window.offer(self, "privacy")
        self.days = CountBox(self.tr("Days for which all copies are kept"), 1, 60)
        self.daily = CountBox(self.tr("Daily copies"), 0, 60)
        self.weekly = CountBox(self.tr("Weekly copies"), 0, 60)
        self.monthly = CountBox(self.tr("Monthly copies"), 0, 60)
        self.limited = Switch(self.tr("Candidates are kept for a limited time"))
        self.months = CountBox(self.tr("Months without activity"), 1, MOST_MONTHS)
        self.by_itself = Switch(self.tr("Erase them without asking, once a day, and tell me"))
        self.look_button = button(self.tr("Show whom that would be"), self.look, glyph="search")
        self._names = QVBoxLayout()
        self.number = QLineEdit()
        self.number.setAccessibleName(self.tr("Number of candidates"))
        self._ask = plain("", wrap=True)
        self._ask.setBuddy(self.number)
        self.erase_button = button(self.tr("Erase"), self.erase, glyph="trash")
        self.ok = button(self.tr("Save"), self.save, role="main")
        self.cancel_button = button(self.tr("Cancel"), self.reject)
        self._erasing = QWidget()
        self._build()
        self._wait(True)
        workers.read(desk.care.chosen, then=self._take)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[4])
        grid.setVerticalSpacing(SPACE[2])
        grid.setColumnStretch(0, 1)
        for place, (text, count) in enumerate(
            (
                (self.tr("All copies of the last days"), self.days),
                (self.tr("Then the last one of so many days"), self.daily),
                (self.tr("Then the last one of so many weeks"), self.weekly),
                (self.tr("Then the last one of so many months"), self.monthly),
            )
        ):
            label = plain(text, wrap=True)
            label.setBuddy(count)
            grid.addWidget(label, place, 0)
            grid.addWidget(count, place, 1)
        says = plain(
            self.tr(
                "Whoever has no active application, and of whom nothing was heard for so many months, is forgotten:"
                " on this computer, in its safety copies, and in later syncs. The ATS itself is not touched. Ask"
                " whoever is in charge of data protection for the right time."
            ),
            "soft",
            wrap=True,
        )
        months = row(plain(self.tr("Months without activity")), None, self.months, gap=SPACE[3])
        self.number.textChanged.connect(self._tell)
        self._erasing.setLayout(column(self._ask, row(self.number, self.erase_button), gap=SPACE[2]))
        self._erasing.hide()
        self.limited.toggled.connect(self._tell)
        self.months.valueChanged.connect(self._forget_names)
        inner = QWidget()
        inner.setLayout(
            column(
                plain(self.tr("Safety copies"), larger=2, bold=True),
                grid,
                line(),
                plain(self.tr("Candidates"), larger=2, bold=True),
                says,
                self.limited,
                months,
                self.by_itself,
                row(self.look_button, None),
                self._names,
                self._erasing,
                None,
                gap=SPACE[3],
                margins=(SPACE[5], SPACE[5], SPACE[5], SPACE[4]),
            )
        )
        area = scrolling(inner)
        below = column(self._stripe, self.notice, row(None, self.cancel_button, self.ok), gap=SPACE[2])
        below.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[4])
        box = column(area, line(), below, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.resize(600, 680)

    # what was chosen

    def _take(self, found: Retention | None, error: BaseException | None) -> None:
        self._wait(False)
        if found is None:
            self._complain(error)
            return
        self._before = found
        copies = found.copies
        for box, value in (
            (self.days, copies.days),
            (self.daily, copies.daily),
            (self.weekly, copies.weekly),
            (self.monthly, copies.monthly),
            (self.months, found.months or USUAL_MONTHS),
        ):
            box.setValue(value)
        self.limited.setChecked(found.months is not None)
        self.by_itself.setChecked(found.by_itself)
        self._tell()

    def chosen(self) -> Retention:
        copies = Keep(self.days.value(), self.daily.value(), self.weekly.value(), self.monthly.value())
        limited = self.limited.isChecked()
        return replace(
            self._before,
            copies=copies,
            months=self.months.value() if limited else None,
            by_itself=limited and self.by_itself.isChecked(),
        )

    def save(self) -> None:
        self._wait(True)
        self._workers.work(self._desk.care.choose, self.chosen(), then=self._saved)

    def _saved(self, _result: object, error: BaseException | None) -> None:
        self._wait(False)
        if error is not None:
            self._complain(error)
            return
        self.accept()

    # whom that would be

    def look(self) -> None:
        """Show whom it would be."""
        self._wait(True)
        self._workers.work(self._desk.retention.outdated, self.months.value(), then=self._found)

    def _found(self, people: list[Outdated] | None, error: BaseException | None) -> None:
        self._wait(False)
        if people is None:
            self._complain(error)
            return
        self.people = people
        clear(self._names)
        number = formats.number(len(people))
        if not people:
            self.notice.say(self.tr("Nobody at present."), "good")
            return
        self.notice.say("")
        self._names.addWidget(plain(self.tr("%n candidates", "", len(people)), bold=True))
        self._names.addWidget(framed("card", self._listed(people[:SHOWN])))
        if len(people) > SHOWN:
            more = self.tr("And %n more.", "", len(people) - SHOWN)
            self._names.addWidget(plain(more, "faint"))
        asks = self.tr("To erase them now, type their number: {}. This cannot be undone.")
        self._ask.setText(asks.format(formats.isolated(number)))
        self.number.clear()
        self._erasing.show()
        self._tell()

    def _listed(self, people: Sequence[Outdated]) -> QVBoxLayout:
        box = column(gap=SPACE[1], margins=(SPACE[4], SPACE[3], SPACE[4], SPACE[3]))
        for one in people:
            last = plain(formats.day(one.last_at[:10]), "soft")
            name = plain(formats.isolated(one.name or one.id), wrap=True)
            pair = row(name, plain(formats.isolated(one.account), "faint"), last, gap=SPACE[3])
            pair.setStretch(0, 1)
            box.addLayout(pair)
        return box

    def _forget_names(self) -> None:
        """Another time means other people."""
        self.people = []
        clear(self._names)
        self._erasing.hide()
        self._tell()

    def erase(self) -> None:
        if not self._sure():
            return
        self._wait(True)
        self.notice.say(self.tr("Erasing. On a large file this takes some minutes."), "info")
        self._workers.work(self._desk.retention.purge, list(self.people), then=self._erased)

    def _erased(self, done: list[Forgotten] | None, error: BaseException | None) -> None:
        self._wait(False)
        if done is None:
            self._complain(error)
            return
        self._forget_names()
        self.purged.emit(Changes(READ_AGAIN, 0, 0, len(done)))
        unfinished = " ".join(dict.fromkeys(one.unfinished for one in done if one.unfinished))
        if unfinished:
            again = self.tr("{} It is tried again whenever ATS Desk starts.").format(told(unfinished))
            self.notice.say(again, "warm")
        else:
            self.notice.say(self.tr("%n candidates were erased.", "", len(done)), "good")

    def _sure(self) -> bool:
        typed = "".join(char for char in self.number.text() if char.isdigit())
        return bool(self.people) and not self._busy and typed == str(len(self.people))

    def _tell(self) -> None:
        limited = self.limited.isChecked() and not self._busy
        for part in (self.months, self.by_itself, self.look_button):
            part.setEnabled(limited)
        self.erase_button.setEnabled(self._sure())

    def _wait(self, busy: bool) -> None:
        super()._wait(busy)
        for part in (self.ok, self.cancel_button, self.number, self.limited):
            part.setEnabled(not busy)
        self._tell()
