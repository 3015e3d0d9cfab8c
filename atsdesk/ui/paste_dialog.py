"""Paste what a customer mailed: each line is found or not, a person chooses where it is unclear, and exposes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from atsdesk.asking import Answered
from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.store.exposures import Done, Key
from atsdesk.store.own_jobs import AtsJobRow
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
STILL_MS = 900
"""How long the text stands still after it was looked at, before an ATS is asked for what is not here."""
MAY = ("open", "unknown")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a line asks for, and the job that it is taken for."""

    wish: "Wish"
    job: AtsJobRow | None
    chosen: bool = False
    """A person chose it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a text names."""

    asked: list[Asked]
    known: dict[Key, AtsJobRow]
    askable: list[str]
    """What is not here, and may be in an ATS."""
    answers: Sequence[Answered] = ()


def resolved(desk: Desk, text: str, account: str, cancel: Cancel) -> Found:
    """Find what a text names, in a worker."""
    known = {(job.account, job.id): job for job in desk.jobs.own.ats_jobs(account)}
    found = desk.jobs.own.resolve(text, account, cancel)
    asked = [
        Asked(wish, known[wish.keys[0].account_id, wish.keys[0].id] if wish.state == "found" else None)
        for wish in found.wishes
    ]
    return Found(asked, known, desk.asking.askable(found, account))


def asked_for(desk: Desk, text: str, account: str, texts: Sequence[str], cancel: Cancel) -> Found:
    """Ask the ATS for what is not here, and find what the text names then, in a worker."""
    answers = desk.asking.ask(texts, account, cancel=cancel)
    return replace(resolved(desk, text, account, cancel), answers=answers)


class PasteDialog(QDialog):
    """Nothing in it waits: lines are found by a worker, and only what is ticked is exposed."""

    exposed = Signal(object)
    """What was done, as `Done`."""

    def __init__(self, desk: Desk, workers: Workers, account: str, parent: QWidget | None = None) -> None:
        """`account` is the only one to look in; "" looks in all."""
        super().__init__(parent)
        self._desk, self._workers, self._account = desk, workers, account
        self._known: Mapping[Key, AtsJobRow] = {}
        self._askable: Sequence[str] = ()
        self._job: Job | None = None
        self._asked: set[str] = set()
        """What an ATS was asked for, and answered."""
        self._left: set[str] = set()
        """What is not asked for again by itself: it went wrong, or somebody stopped it."""
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
        self.asking = plain("", "soft", wrap=True)
        self.stop_button = button(self.tr("Do not ask"), self.stop)
        self._asking = QWidget()
        self._asking.setLayout(row(self.asking, self.stop_button, gap=SPACE[3]))
        self.close_button = button(self.tr("Cancel"), self.reject)
        self.expose_button = button(self.tr("Expose"), self.expose, role="main")
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._build()
        self._typed.timeout.connect(self.look)
        self._still.timeout.connect(self.ask)
        self.text.textChanged.connect(self._typed.start)
        self.text.textChanged.connect(self._still.stop)
        self.finished.connect(self._end)
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
        self._asking.layout().setStretch(0, 1)  # type: ignore[union-attr, attr-defined]
        head = column(title, under, self.text, self._stripe, self._asking, self.notice, gap=SPACE[3])
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
        self._asking.hide()
        self.picker.setEnabled(False)
        self._count()

    # finding

    def look(self) -> None:
        """Find what the text names, among the jobs that are here."""
        self._typed.stop()
        self._end()
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

    def _end(self) -> None:
        """Whatever is under way for a former text, or for nobody any more, ends."""
        self._still.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _due(self) -> list[str]:
        return [one for one in self._askable if one not in self._asked | self._left]

    def ask(self) -> None:
        """Ask the ATS for what is not here, once for each."""
        texts = self._due()
        if self._job is not None or not texts:
            return
        self.asking.setText(
            self.tr("Asking Kombo for {} that are not here…", "", len(texts)).format(
                formats.number(len(texts))
            )
        )
        self._asking.show()
        self._stripe.show()
        cancel, text = Cancel(), self.text.toPlainText()
        work = partial(asked_for, self._desk, text, self._account, texts, cancel)
        self._job = self._workers.work(work, then=partial(self._answered, texts), cancel=cancel)

    def stop(self) -> None:
        """Give up asking; the same is not asked for again."""
        self._end()
        self._left |= set(self._askable)
        self._stripe.hide()
        self._asking.hide()

    def _answered(self, texts: Sequence[str], found: Found | None, error: BaseException | None) -> None:
        self._asking.hide()
        wrong = next((one for one in (found.answers if found else ()) if one.error), None)
        (self._left if wrong or error else self._asked).update(texts)
        self._looked(found, error)
        if wrong is not None and wrong.error is not None:
            trouble = describe(wrong.error)
            says = self.tr("{} could not be asked for what is not here. {} {}")
            self.notice.say(says.format(wrong.account, trouble.title, trouble.hint).strip(), "warm")

    def _looked(self, found: Found | None, error: BaseException | None) -> None:
        self._job = None
        self._stripe.hide()
        if found is None:
            self.lines.show_rows([])
            trouble = describe(error) if error is not None else None
            self.notice.say(trouble.says if trouble else "", "warm")
            return
        self._known, self._askable = found.known, found.askable
        asked = self._show(found.asked)
        found_here = [one for one in asked if one.job is not None]
        usable = sum(one.job is not None and one.job.openness in MAY for one in found_here)
        counts = (len(found_here), usable, len(asked) - len(found_here))
        says = self.tr("Found: {}, of which {} can be exposed. To be looked at: {}.")
        self.notice.say(says.format(*(formats.number(count) for count in counts)), "info")
        first = next((number for number, one in enumerate(asked) if one.job is None), 0)
        self.view.point_at(first)
        if self._due():
            self._still.start()

    def _show(self, asked: list[Asked]) -> list[Asked]:
        """Show lines; what a person said of the same before stays said."""
        said = {
            (one.wish.line, one.wish.text): (one, number in self.lines.ticked)
            for number, one in enumerate(self.lines.rows)
            if one.job is not None
        }
        shown, ticked = [], set()
        for number, one in enumerate(asked):
            before, on = said.get((one.wish.line, one.wish.text), (one, self._is_sure(one)))
            shown.append(before if before.chosen and one.job is None else one)
            if on and (before.job == shown[-1].job):
                ticked.add(number)
        self.lines.show_rows(shown, ticked)
        return shown

    @staticmethod
    def _is_sure(one: Asked) -> bool:
        """A title alone is to be confirmed by a person, and a job that was named twice is ticked once."""
        wish = one.wish
        return one.job is not None and one.job.openness in MAY and wish.by != "title" and not wish.repeats

    def _named(self, one: Asked) -> str:
        return formats.isolated(f"{one.job.name} ({about(one.job)})") if one.job else ""

    def _result(self, one: Asked) -> str:
        if one.job is None:
            if one.wish.state == "ambiguous":
                return self.tr("Several: choose")
            if one.wish.suggestions:
                return self.tr("Perhaps: choose")
            return (
                self.tr("Not found, nor in Kombo") if one.wish.text in self._asked else self.tr("Not found")
            )
        if one.job.openness not in MAY:
            return words.word(one.job.openness)
        if one.wish.repeats:
            return self.tr("As in line {}").format(one.wish.repeats)
        if one.chosen:
            return self.tr("Chosen by you")
        by = job_words.known_by(str(one.wish.by or ""))
        return self.tr("{}, just asked of Kombo").format(by) if one.wish.text in self._asked else by

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
            self.notice.say(trouble.says if trouble else "", "bad")
            self._count()
            return
        self.exposed.emit(done)
        self.accept()
