"""One own job beside the job of the ATS that it is, with differences marked, or beside those that it may be."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from atsdesk.store.exposures import Key
from atsdesk.store.own_jobs import AtsJobRow, OwnJobRow
from atsdesk.ui import formats, job_words
from atsdesk.ui.job_picker import JobPicker, Offer, about
from atsdesk.ui.parts import Chip, button, clear, column, plain, row
from atsdesk.ui.theme import SPACE

if TYPE_CHECKING:
    from atsdesk.jobs.likeness import Suggestion

SUGGESTIONS_SHOWN = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("own_job_card", text)


class OwnJobCard(QFrame):
    """Shows what is known of an own job, and takes a person's word on it."""

    confirmed = Signal(int, str, str, str)
    """Number of the own job, account and id of the job that it is, and what speaks for it."""
    rejected = Signal(int, str, str)
    """The same without reasons: it is not this job."""
    unlinked = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setMinimumHeight(168)
        self._own: OwnJobRow | None = None
        self._ats: dict[Key, AtsJobRow] = {}
        self.picker = JobPicker(self.tr("Another job…"))
        self.picker.chosen.connect(self._picked)
        self._name, self._under = plain("", bold=True), plain("", "soft")
        self._body = column(gap=SPACE[2])
        head = row(self._name, self._under, None, self.picker, gap=SPACE[3])
        self.setLayout(
            column(head, self._body, None, gap=SPACE[2], margins=(SPACE[5], SPACE[3], SPACE[5], SPACE[3]))
        )
        self.empty()

    def empty(self) -> None:
        self._own = None
        clear(self._body)
        self._name.setText("")
        self._under.setText(self.tr("Point at an own job to see what it is."))
        self.picker.hide()

    def show_own(self, own: OwnJobRow, ats: Sequence[AtsJobRow]) -> None:
        self._own = own
        self._ats = {(job.account, job.id): job for job in ats}
        clear(self._body)
        self._name.setText(own.name)
        self._under.setText(_about(own))
        self.picker.offer(ats)
        self.picker.show()
        for link in own.links:
            self._body.addLayout(self._link(own, link))
        if not own.links:
            self._body.addWidget(plain(self.tr("Looking for jobs like it…"), "faint"))

    def _link(self, own: OwnJobRow, link: Any) -> QVBoxLayout:
        job = self._ats.get((link.account, link.job))
        name = plain(self.tr("is {}").format(formats.isolated(link.name)))
        known = plain(job_words.known_by(link.known_by), "soft")
        off = button(
            self.tr("Not the same"), partial(self.unlinked.emit, own.id, link.account, link.job), role="link"
        )
        head = row(name, Chip(link.openness), known, None, off, gap=SPACE[3])
        return column(head, compared(own, told(job)), gap=SPACE[2]) if job else column(head)

    def show_suggestions(self, own: int, found: Sequence["Suggestion"]) -> None:
        """What an own job may be, the likeliest first."""
        if self._own is None or self._own.id != own or self._own.links:
            return
        self.picker.offer(list(self._ats.values()), [_offer(one) for one in found])
        clear(self._body)
        if not found:
            self._body.addWidget(plain(self.tr("No job of an ATS is like it."), "faint"))
        for one in found[:SUGGESTIONS_SHOWN]:
            if job := self._ats.get((one.key.account_id, one.key.id)):
                self._body.addLayout(self._suggestion(own, one, job))

    def _suggestion(self, own: int, one: "Suggestion", job: AtsJobRow) -> QHBoxLayout:
        why = job_words.reasons(one.reasons)
        yes = button(self.tr("This one"), partial(self.confirmed.emit, own, job.account, job.id, why))
        yes.setAccessibleName(self.tr("It is {}").format(job.name))
        no = button(self.tr("Not this"), partial(self.rejected.emit, own, job.account, job.id), role="link")
        no.setAccessibleName(self.tr("It is not {}").format(job.name))
        told = column(
            row(plain(job.name), plain(about(job), "faint"), None, gap=SPACE[2]),
            plain(f"{why} · {one.score}", "soft", wrap=True),
            gap=0,
        )
        box = row(told, yes, no, gap=SPACE[3])
        box.setStretch(0, 1)
        return box

    def _picked(self, job: AtsJobRow) -> None:
        if self._own is not None:
            self.confirmed.emit(self._own.id, job.account, job.id, "")


def told(job: AtsJobRow) -> dict[str, str]:
    """What an ATS says of a job, by the words of own jobs."""
    return {"name": job.name, "code": job.code, "location": job.location, "department": job.department}


def compared(own: OwnJobRow, theirs: Mapping[str, object]) -> QGridLayout:
    """Both side by side; what differs is bold and says so."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[4])
    grid.setVerticalSpacing(SPACE[1])
    for place, title in enumerate(("", _tr("Own job"), _tr("In the ATS"))):
        grid.addWidget(plain(title, "faint"), 0, place)
    for line, (title, ours, other, differs) in enumerate(differences(own, theirs), 1):
        grid.addWidget(plain(title, "soft"), line, 0)
        grid.addWidget(plain(ours or "–", bold=differs, wrap=True), line, 1)
        grid.addWidget(plain(other or "–", bold=differs, wrap=True), line, 2)
        if differs:
            mark = plain(_tr("differs"), "late")
            grid.addWidget(mark, line, 3, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    return grid


def differences(own: OwnJobRow, theirs: Mapping[str, object]) -> list[tuple[str, str, str, bool]]:
    """What both say, and whether they say something else where both say something."""
    found = []
    for key in ("name", "code", "location", "department"):
        ours, other = (str(value or "").strip() for value in (getattr(own, key), theirs.get(key)))
        if ours or other:
            differs = bool(ours and other) and ours.casefold() != other.casefold()
            found.append((job_words.own_fields()[key], ours, other, differs))
    return found


def _about(own: OwnJobRow) -> str:
    parts = (own.own_id, own.code, own.location, own.department, own.source)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _offer(one: "Suggestion") -> Offer:
    return Offer((one.key.account_id, one.key.id), one.score, job_words.reasons(one.reasons))
