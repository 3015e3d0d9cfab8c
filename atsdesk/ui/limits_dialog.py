"""How long a step may take: limits by stage, for all jobs or one, in a small dialog."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QGridLayout, QWidget

from atsdesk.desk import Desk
from atsdesk.store.limits import LimitedJob, Limits, StageLimit
from atsdesk.ui import formats, help_window
from atsdesk.ui.count_box import CountBox
from atsdesk.ui.parts import ChoiceBox, Notice, button, clear, column, line, plain, row, scrolling, tool
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers

MOST_DAYS = 999


class DaysBox(CountBox):
    """A number of days."""

    def __init__(self, days: float, name: str) -> None:
        super().__init__(name, 1, MOST_DAYS)
        self.setSuffix(self.tr(" days"))
        self.setValue(round(days))


class LimitsDialog(QDialog):
    """The usual limit, those that differ, and a line to add one."""

    saved = Signal()

    def __init__(
        self, desk: Desk, workers: Workers, parent: QWidget | None = None, *, stage: str = ""
    ) -> None:
        """`stage` is proposed for a limit of its own."""
        super().__init__(parent)
        self._desk, self._workers, self._proposed = desk, workers, stage
        self.setWindowTitle(self.tr("Limits"))
        help_window.offer(self, "steps")
        self.limits: list[StageLimit] = []
        self.usual = DaysBox(1, self.tr("Usual limit"))
        self.stage = ChoiceBox(self.tr("Stage"))
        self.stage.setEditable(True)
        if (written := self.stage.lineEdit()) is not None:
            written.setAccessibleName(self.tr("Stage"))
        self.job = ChoiceBox(self.tr("Jobs"))
        self.days = DaysBox(7, self.tr("Limit of the stage"))
        self.add_button = button(self.tr("Add"), self.add, glyph="plus")
        self.ok = button(self.tr("Save"), self.save, role="main")
        self.notice = Notice()
        self._grid = QGridLayout()
        self._build()
        self.setEnabled(False)
        workers.read(desk.limits.all, then=self._take)

    def _build(self) -> None:
        title = plain(self.tr("How long a step may take"), larger=4, bold=True)
        says = plain(
            self.tr("From its limit on, a step is marked as stuck; from twice the limit on, in red."),
            "soft",
            wrap=True,
        )
        usual = row(plain(self.tr("Usual limit")), self.usual, None, gap=SPACE[3])
        self._grid.setHorizontalSpacing(SPACE[3])
        self._grid.setVerticalSpacing(SPACE[2])
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        inner = QWidget()
        inner.setLayout(column(self._grid, None, margins=(0, 0, SPACE[2], 0)))
        area = scrolling(inner)
        area.setMinimumHeight(150)
        for chooser in (self.stage, self.job):
            chooser.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            chooser.setMinimumContentsLength(16)
        adding = row(self.stage, self.job, self.days, self.add_button)
        adding.setStretch(0, 1)
        adding.setStretch(1, 1)
        buttons = row(None, button(self.tr("Cancel"), self.reject), self.ok)
        box = column(
            column(title, says, gap=SPACE[1]),
            usual,
            line(),
            plain(self.tr("Stages with a limit of their own"), bold=True),
            area,
            adding,
            self.notice,
            buttons,
            gap=SPACE[3],
            margins=(SPACE[5], SPACE[5], SPACE[5], SPACE[4]),
        )
        self.setLayout(box)
        self.resize(640, 520)

    def _take(self, found: Limits | None, error: BaseException | None) -> None:
        self.setEnabled(found is not None)
        if found is None:
            self._complain(error)
            return
        self.usual.setValue(round(found.usual))
        self.limits = list(found.kept)
        self.stage.addItems(list(found.stages))
        self.stage.setCurrentText(self._proposed)
        completer = self.stage.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.job.addItem(self.tr("All jobs"), None)
        for one in found.jobs:
            self.job.addItem(self.tr("{} · {}").format(one.name, one.account), one)
        self._show()
        (self.days if self._proposed else self.stage).setFocus()

    def _show(self) -> None:
        clear(self._grid)
        for number, one in enumerate(self.limits):
            where = self.tr("{} · {}").format(one.job, one.account) if one.job_id else self.tr("All jobs")
            name = self.tr("Limit of {}, {}").format(one.stage, where)
            days = DaysBox(one.days, name)
            days.valueChanged.connect(partial(self._set, number))
            bin_ = tool("trash", self.tr("Remove the {}").format(name), partial(self.remove, number))
            stage = plain(formats.isolated(one.stage), wrap=True)
            for place, widget in enumerate(
                (stage, plain(formats.isolated(where), "soft", wrap=True), days, bin_)
            ):
                self._grid.addWidget(widget, number, place)
        if not self.limits:
            says = plain(self.tr("None yet: the usual limit is for all."), "faint", wrap=True)
            self._grid.addWidget(says, 0, 0, 1, 4)

    def _set(self, number: int, days: int) -> None:
        one = self.limits[number]
        self.limits[number] = StageLimit(one.stage, float(days), one.account, one.job_id, one.job)

    def add(self) -> None:
        """Take the line below into the list; the same stage again changes its days."""
        stage, job = " ".join(self.stage.currentText().split()), self.job.currentData()
        if not stage:
            self.notice.say(self.tr("Say which stage: choose one or type its name."), "warm")
            return
        self.notice.say("")
        days = float(self.days.value())
        made = StageLimit(stage, days)
        if isinstance(job, LimitedJob):
            made = StageLimit(stage, days, job.account, job.id, job.name)
        self.limits = [one for one in self.limits if _subject(one) != _subject(made)] + [made]
        self.limits.sort(key=lambda one: (one.stage.casefold(), one.job_id != "", one.job.casefold()))
        self.stage.setCurrentText("")
        self._show()

    def remove(self, number: int) -> None:
        del self.limits[number]
        self._show()

    def save(self) -> None:
        """Keep the limits and close; what is in the line below counts too."""
        if self.stage.currentText().strip():
            self.add()
        self._workers.work(
            self._desk.limits.keep, float(self.usual.value()), list(self.limits), then=self._kept
        )

    def _kept(self, _result: object, error: BaseException | None) -> None:
        if error is not None:
            self._complain(error)
            return
        self.saved.emit()
        self.accept()

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say(describe(error).says, "bad")


def _subject(one: StageLimit) -> tuple[str, str, str]:
    return one.account, one.job_id, one.stage.casefold()


def open_limits(
    desk: Desk, workers: Workers, parent: QWidget, saved: Callable[[], object], stage: str = ""
) -> LimitsDialog:
    """Open the dialog over a widget; `saved` is called when something was kept."""
    dialog = LimitsDialog(desk, workers, parent.window(), stage=stage)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.saved.connect(lambda: saved())
    dialog.open()
    return dialog


class LimitsPart(QWidget):
    """The line of the settings that leads to the limits."""

    def __init__(self, desk: Desk, workers: Workers, saved: Callable[[], object]) -> None:
        super().__init__()
        self.open_button = button(
            self.tr("Change limits…"), lambda: open_limits(desk, workers, self, saved), glyph="clock"
        )
        says = plain(self.tr("From when on a step counts as stuck, by stage and job."), "faint", wrap=True)
        text = column(plain(self.tr("Limits of steps")), says, gap=0)
        box = row(text, self.open_button)
        box.setStretch(0, 1)
        self.setLayout(column(line(), box, gap=SPACE[3]))
