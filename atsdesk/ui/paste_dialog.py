"""Paste what a customer mailed: each line is found or not, a person chooses where it is unclear, and exposes them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from atsdesk.cancel import Cancel
from atsdesk.desk import AtsJobRow, Desk, Done, Key
from atsdesk.ui import formats, help_window, job_words, words
from atsdesk.ui.job_picker import JobPicker, Offer, about
from atsdesk.ui.lines import Line, Lines, LinesView
from atsdesk.ui.parts import Notice, button, column, line, plain, row
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Job, Workers

if TYPE_CHECKING:
    from atsdesk.jobs.pasting import Wish

TYPED_MS = 400
MAY = ("open", "unknown")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a line asks for, and the job that it is taken for."""

    wish: "Wish"
    job: AtsJobRow | None
    chosen: bool = False
    """A person chose it."""


def resolved(desk: Desk, text: str, account: str, cancel: Cancel) -> tuple[list[Asked], dict[Key, AtsJobRow]]:
    """Find what a text names, in a worker."""
    known = {(job.account, job.id): job for job in desk.jobs.own.ats_jobs(account)}
    found = desk.jobs.own.resolve(text, account, cancel)
    return [
        Asked(wish, known[wish.keys[0].account_id, wish.keys[0].id] if wish.state == "found" else None)
        for wish in found.wishes
    ], known


class PasteDialog(QDialog):
    """Nothing in it waits: lines are found by a worker, and only what is ticked is exposed."""

    exposed = Signal(object)
    """What was done, as `Done`."""

    def __init__(self, desk: Desk, workers: Workers, account: str, parent: QWidget | None = None) -> None:
        """`account` is the only one to look in; "" looks in all."""
        super().__init__(parent)
        self._desk, self._workers, self._account = desk, workers, account
        self._known: Mapping[Key, AtsJobRow] = {}
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Paste a list of jobs"))
        help_window.offer(self, "jobs")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("The list"))
        self.text.setPlaceholderText(
            self.tr("Codes, ids, addresses or titles, mixed, one or more to a line.\nREQ-1042, REQ-1043")
        )
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(6 * self.fontMetrics().lineSpacing())
        self.lines = Lines(
            (
                Line(self.tr("What was pasted"), lambda one: formats.isolated(one.wish.text), 250),
                Line(self.tr("Job"), self._named, 250),
                Line(self.tr("Result"), self._result, 150, faint=True),
            ),
            lambda one: one.job is not None and one.job.openness in MAY,
        )
        self.view = LinesView(self.lines, self.tr("Lines"))
        self.notice = Notice()
        self.picker = JobPicker(self.tr("Choose the job…"))
        self.reasons = plain("", "soft", wrap=True)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Why, if you like: kept with the jobs"))
        self.why.setAccessibleName(self.tr("Why"))
        self._stripe = Stripe()
        self.close_button = button(self.tr("Cancel"), self.reject)
        self.expose_button = button(self.tr("Expose"), self.expose, role="main")
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._build()
        self._typed.timeout.connect(self.look)
        self.text.textChanged.connect(self._typed.start)
        self.view.pointed.connect(self._point)
        self.picker.chosen.connect(self._choose)
        self.lines.ticks_changed.connect(self._count)
        self._idle()

    def _build(self) -> None:
        title = plain(self.tr("Paste a list of jobs"), larger=5, bold=True)
        under = plain(
            self.tr("What the customer mailed, as it is. Nothing is exposed before you say so."),
            "soft",
            wrap=True,
        )
        head = column(title, under, self.text, self._stripe, self.notice, gap=SPACE[3])
        head.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[3])
        below = row(self.picker, self.reasons, gap=SPACE[3])
        below.setStretch(1, 1)
        below.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        buttons = row(self.why, self.close_button, self.expose_button)
        buttons.setStretch(0, 1)
        buttons.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        box = column(head, self.view, below, line(), buttons, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.resize(760, 640)

    def _idle(self) -> None:
        self._stripe.hide()
        self.picker.setEnabled(False)
        self._count()

    # finding

    def look(self) -> None:
        """Find what the text names."""
        self._typed.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None
        text = self.text.toPlainText()
        if not text.strip():
            self.lines.show_rows([])
            self.notice.say("")
            self._idle()
            return
        cancel = Cancel()
        self._stripe.show()
        self._job = self._workers.work(
            resolved, self._desk, text, self._account, cancel, then=self._looked, cancel=cancel
        )

    def _looked(
        self, found: tuple[list[Asked], dict[Key, AtsJobRow]] | None, error: BaseException | None
    ) -> None:
        self._job = None
        self._stripe.hide()
        if found is None:
            self.lines.show_rows([])
            trouble = describe(error) if error is not None else None
            self.notice.say(f"{trouble.title} {trouble.hint}".strip() if trouble else "", "warm")
            return
        asked, self._known = found
        self.lines.show_rows(asked, {number for number, one in enumerate(asked) if self._is_sure(one)})
        found_here = [one for one in asked if one.job is not None]
        usable = sum(one.job is not None and one.job.openness in MAY for one in found_here)
        counts = (len(found_here), usable, len(asked) - len(found_here))
        says = self.tr("Found: {}, of which {} can be exposed. To be looked at: {}.")
        self.notice.say(says.format(*(formats.number(count) for count in counts)), "info")
        first = next((number for number, one in enumerate(asked) if one.job is None), 0)
        self.view.point_at(first)

    @staticmethod
    def _is_sure(one: Asked) -> bool:
        """A title alone is to be confirmed by a person, and a job that was named twice is ticked once."""
        wish = one.wish
        return one.job is not None and one.job.openness in MAY and wish.by != "title" and not wish.repeats

    def _named(self, one: Asked) -> str:
        return f"{one.job.name} ({about(one.job)})" if one.job else ""

    def _result(self, one: Asked) -> str:
        if one.job is None:
            if one.wish.state == "ambiguous":
                return self.tr("Several: choose")
            return self.tr("Perhaps: choose") if one.wish.suggestions else self.tr("Not found")
        if one.job.openness not in MAY:
            return words.word(one.job.openness)
        if one.wish.repeats:
            return self.tr("As in line {}").format(one.wish.repeats)
        if one.chosen:
            return self.tr("Chosen by you")
        return job_words.known_by(str(one.wish.by or ""))

    # choosing

    def _point(self, number: int) -> None:
        if not 0 <= number < len(self.lines.rows):
            self.picker.setEnabled(False)
            self.reasons.clear()
            return
        one: Asked = self.lines.rows[number]
        offers = [
            Offer((found.key.account_id, found.key.id), found.score, job_words.reasons(found.reasons))
            for found in one.wish.suggestions
        ]
        offers += [Offer((key.account_id, key.id)) for key in one.wish.keys]
        self.picker.offer(list(self._known.values()), offers)
        best = offers[0] if offers and one.job is None else None
        job = self._known.get(best.key) if best else None
        self.reasons.setText(
            self.tr("Perhaps {}: {}").format(job.name, best.why) if job and best and best.why else ""
        )

    def _choose(self, job: AtsJobRow) -> None:
        number = self.view.currentIndex().row()
        if 0 <= number < len(self.lines.rows):
            one = replace(self.lines.rows[number], job=job, chosen=True)
            self.lines.change(number, one, ticked=job.openness in MAY)
            self.view.setFocus()

    def _count(self) -> None:
        count = len(self._keys())
        self.expose_button.setEnabled(count > 0)
        self.expose_button.setText(
            self.tr("Expose {}").format(formats.number(count)) if count else self.tr("Expose")
        )

    def _keys(self) -> list[Key]:
        ticked = (self.lines.rows[number].job for number in sorted(self.lines.ticked))
        return list(dict.fromkeys((job.account, job.id) for job in ticked if job is not None))

    # exposing

    def expose(self) -> None:
        """Expose the jobs that are ticked."""
        self.expose_button.setEnabled(False)
        why = self.why.text() or self.tr("From a pasted list.")
        self._workers.work(self._desk.jobs.expose, self._keys(), why, then=self._exposed)

    def _exposed(self, done: Done | None, error: BaseException | None) -> None:
        if done is None:
            trouble = describe(error) if error is not None else None
            self.notice.say(f"{trouble.title} {trouble.hint}".strip() if trouble else "", "bad")
            self._count()
            return
        self.exposed.emit(done)
        self.accept()
