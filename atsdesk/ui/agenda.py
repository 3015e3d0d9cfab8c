"""The interviews of a day or a week beside their table, and how much everybody interviews in it."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from atsdesk.desk import Desk
from atsdesk.store.agenda import Agenda, Load, Meeting
from atsdesk.store.browse import Query
from atsdesk.ui import formats, words
from atsdesk.ui.parts import Chip, button, clear, column, framed, line, link, plain, row, tool
from atsdesk.ui.side_panel import scrolled
from atsdesk.ui.theme import SPACE
from atsdesk.ui.workers import Job, Workers

WIDTH = 320
DAY, WEEK = 1, 7
SHOWN = 150
"""Meetings that are listed; there are weeks with more, which filters narrow."""


class AgendaList(QFrame):
    """Walks through days or weeks; it shows what the search and the filters of its tab leave."""

    opened = Signal(object)
    """The `Meeting` whose candidate the person wants to see."""
    interviewer_wanted = Signal(str)
    """Somebody whose interviews are to be seen alone."""

    def __init__(self, desk: Desk, workers: Workers, today: Callable[[], dt.date] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._desk, self._workers, self._today = desk, workers, today or _today
        self._query = Query()
        self._job: Job | None = None
        self._shown: Agenda | None = None
        self.days = WEEK
        self.start = self._beginning(self._today())
        self.title = plain("", larger=1, bold=True)
        self.before = tool("left", self.tr("Earlier"), partial(self.walk, -1))
        self.after = tool("right", self.tr("Later"), partial(self.walk, 1))
        self.today_button = button(self.tr("Today"), self.show_today, role="link")
        self.spans = QButtonGroup(self)
        spans = row(gap=0)
        for days, name in ((DAY, self.tr("Day")), (WEEK, self.tr("Week"))):
            part = button(name, partial(self.choose_span, days), role="segment")
            part.setCheckable(True)
            part.setChecked(days == self.days)
            self.spans.addButton(part, days)
            spans.addWidget(part)
        self._list, area = scrolled(self.tr("Agenda"))
        head = column(
            row(self.title, None, self.before, self.after, gap=SPACE[1]),
            row(*[spans], None, self.today_button, gap=SPACE[1]),
            gap=SPACE[1],
            margins=(SPACE[4], SPACE[3], SPACE[2], SPACE[2]),
        )
        self.setLayout(column(head, line(), area, gap=0))
        self.setFixedWidth(WIDTH)
        self._say_title()

    # where in time

    def _beginning(self, day: dt.date) -> dt.date:
        if self.days == DAY:
            return day
        return day - dt.timedelta(days=(day.isoweekday() - QLocale().firstDayOfWeek().value) % WEEK)

    def walk(self, steps: int) -> None:
        """Go so many days or weeks on."""
        self._go(self.start + dt.timedelta(days=steps * self.days))

    def show_today(self) -> None:
        self._go(self._beginning(self._today()))

    def choose_span(self, days: int) -> None:
        """Show a day or a week: the present one where the one shown has it."""
        inside = self.start <= self._today() < self.start + dt.timedelta(days=self.days)
        self.days = days
        self._go(self._beginning(self._today() if inside else self.start))

    def _go(self, start: dt.date) -> None:
        self.start = start
        self._say_title()
        self.reread()

    def _say_title(self) -> None:
        first, last = self.start, self.start + dt.timedelta(days=self.days - 1)
        if self.days == DAY:
            self.title.setText(_day(first, "ddd d MMM yyyy"))
        else:
            says = self.tr("{} – {}").format(_day(first, "d MMM"), _day(last, "d MMM yyyy"))
            self.title.setText(says)

    # what is in it

    def ask(self, query: Query) -> None:
        """Show what another search and other filters leave."""
        self._query = query
        self.reread()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reread()

    def reread(self) -> None:
        """Read the meetings anew, if anybody sees them."""
        if not self.isVisible():
            return
        if self._job is not None:
            self._job.drop()
        start = dt.datetime.combine(self.start, dt.time()).astimezone()
        end = dt.datetime.combine(self.start + dt.timedelta(days=self.days), dt.time()).astimezone()
        self._job = self._workers.read(self._desk.reading.agenda, self._query, start, end, then=self._take)

    def _take(self, found: Agenda | None, error: BaseException | None) -> None:
        self._job = None
        if found is None:
            self._workers.trouble.emit(error)
        elif found != self._shown or not self._list.count():
            self._shown = found
            self._fill(found)

    def _fill(self, found: Agenda) -> None:
        clear(self._list)
        for day, meetings in groupby(found.meetings[:SHOWN], _day_of):
            title = _day(day, "dddd d MMM") if day else self.tr("Without a day")
            here = day == self._today()
            head = plain(self.tr("{}, today").format(title) if here else title, bold=True)
            self._list.addWidget(head)
            for meeting in meetings:
                self._list.addWidget(self._entry(meeting))
        if not found.meetings:
            self._list.addWidget(plain(self.tr("No interviews here."), "faint", wrap=True))
        elif found.more or len(found.meetings) > SHOWN:
            more = self.tr("There are more. Filters, or a single day, narrow the list.")
            self._list.addWidget(plain(more, "faint", wrap=True))
        if found.loads:
            self._list.addWidget(line())
            self._list.addWidget(plain(self.tr("Who interviews how much"), bold=True))
            for one in found.loads:
                self._list.addLayout(self._load(one))
        self._list.addStretch(1)

    def _entry(self, one: Meeting) -> QFrame:
        name = formats.isolated(one.candidate or self.tr("(no name)"))
        when = self._when(one)
        opener = link(formats.button_text(name), partial(self.opened.emit, one))
        opener.setAccessibleName(self.tr("{}, {}. Open the panel").format(name, when))
        top = row(plain(when, bold=True), None)
        if one.status == "canceled":
            top.addWidget(Chip(one.status))
        box = column(top, gap=2, margins=(SPACE[3], SPACE[2], SPACE[3], SPACE[2]))
        if there := self.there(one):
            box.addWidget(plain(there, "faint", wrap=True))
        box.addWidget(opener, alignment=Qt.AlignmentFlag.AlignLeading)
        about = " · ".join(formats.isolated(part) for part in (one.title, one.job) if part)
        if about:
            box.addWidget(plain(about, "soft", wrap=True))
        self._people(box, one)
        return framed("card", box)

    def _people(self, box: QVBoxLayout, one: Meeting) -> None:
        for person in one.interviewers:
            says = [words.resource(person.rating)] if person.rating else []
            if person.feedback == "overdue":
                says.append(self.tr("feedback overdue"))
            elif person.feedback == "given" and not person.rating:
                says.append(self.tr("feedback given"))
            elif not person.feedback and person.response:
                says.append(words.word(person.response))
            told = plain(" · ".join(says), "late" if person.feedback == "overdue" else "faint")
            across = row(plain(formats.isolated(person.name), wrap=True), told, gap=SPACE[2])
            across.setStretch(0, 1)
            box.addLayout(across)

    def _when(self, one: Meeting) -> str:
        begins, ends = formats.moment(one.starts_at), formats.moment(one.ends_at)
        if begins is None:
            return self.tr("All day")
        clock = f"{begins.astimezone():%H:%M}"
        return f"{clock} – {ends.astimezone():%H:%M}" if ends and ends > begins else clock

    def there(self, one: Meeting) -> str:
        """When it begins by its own clock, where that is not this computer's."""
        begins = formats.moment(one.starts_at)
        if begins is None or not one.timezone:
            return ""
        try:
            local = begins.astimezone(ZoneInfo(one.timezone))
        except (ValueError, OSError, LookupError):
            return self.tr("{} in {}").format(one.there[11:16], one.timezone) if one.there else ""
        here = begins.astimezone()
        if local.utcoffset() == here.utcoffset():
            return ""
        clock = (
            f"{local:%H:%M}"
            if local.date() == here.date()
            else _day(local.date(), "d MMM") + f" {local:%H:%M}"
        )
        return self.tr("{} in {}").format(clock, one.timezone.replace("_", " "))

    def _load(self, one: Load) -> QVBoxLayout:
        name = formats.button_text(formats.isolated(one.name))
        alone = link(name, partial(self.interviewer_wanted.emit, one.name))
        says = formats.number(one.meetings)
        if one.hours:
            says = self.tr("{} · {} h").format(says, formats.number(round(one.hours, 1)))
        alone.setAccessibleName(self.tr("{}, interviews: {}. Show them alone").format(one.name, says))
        across = row(alone, None, plain(says, "soft"), gap=SPACE[1])
        box = column(across, gap=0)
        if one.overdue:
            late = plain(self.tr("Feedback overdue: {}").format(formats.number(one.overdue)), "late")
            box.addWidget(late)
        return box


def _today() -> dt.date:
    now = QDate.currentDate()
    return dt.date(now.year(), now.month(), now.day())


def _day_of(one: Meeting) -> dt.date | None:
    """The day of a meeting by this computer's clock."""
    begins = formats.moment(one.starts_at)
    if begins is not None:
        return begins.astimezone().date()
    held = formats.moment(one.held_on)
    return held.date() if held else None


def _day(day: dt.date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
