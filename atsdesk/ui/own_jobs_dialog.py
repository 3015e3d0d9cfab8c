"""Own jobs and the jobs of the ATS that they are: what is linked, and what a person has to look at."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.export.link_table import write_link_table
from atsdesk.store.exposures import Done
from atsdesk.store.own_jobs import AtsJobRow, OwnJobRow
from atsdesk.ui import formats, help_window, job_words
from atsdesk.ui.lines import Line, Lines, LinesView
from atsdesk.ui.own_job_card import OwnJobCard
from atsdesk.ui.parts import Notice, button, column, line, plain, row
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Job, Workers

if TYPE_CHECKING:
    from atsdesk.jobs.likeness import Suggestion

ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".xml", ".json")
ALL, UNMATCHED, DOUBLE, LINKED = range(4)


def dropped_list(data: QMimeData) -> Path | None:
    """The list of jobs that is dragged, where it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None


@dataclass(frozen=True, slots=True)
class Known:
    """All own jobs and all jobs of the ATSs."""

    own: Sequence[OwnJobRow]
    ats: Sequence[AtsJobRow]


def read_all(desk: Desk) -> Known:
    """Read both, in a worker."""
    return Known(desk.jobs.own.all(), desk.jobs.own.ats_jobs())


def match_all(desk: Desk) -> Known:
    """Link what the lists themselves link, and read both, in a worker."""
    desk.jobs.own.match(suggestions=0)
    return read_all(desk)


def doubly(own: Sequence[OwnJobRow]) -> set[int]:
    """Own jobs that share a job of an ATS with another, or are linked with several of one account."""
    shared = Counter((link.account, link.job) for one in own for link in one.links)
    found = set()
    for one in own:
        accounts = [link.account for link in one.links]
        if len(set(accounts)) < len(accounts) or any(
            shared[link.account, link.job] > 1 for link in one.links
        ):
            found.add(one.id)
    return found


class OwnJobsDialog(QDialog):
    """A table of own jobs with the card of the one that is pointed at."""

    changed = Signal(object)
    """Something was exposed, as `Done`."""
    import_wanted = Signal(object)
    """A file that was dropped here, or None: the person wants to choose one."""
    add_wanted = Signal()

    def __init__(self, desk: Desk, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self._known = Known((), ())
        self._doubly: set[int] = set()
        self._shown = ALL
        self._looking: Job | None = None
        self.setWindowTitle(self.tr("Own jobs"))
        help_window.offer(self, "jobs")
        self.setAcceptDrops(True)
        self.lines = Lines(
            (
                Line(self.tr("Own job"), lambda one: one.name, 230),
                Line(self.tr("Id"), lambda one: one.own_id or one.code or "", 90, faint=True),
                Line(self.tr("Where"), lambda one: one.location or "", 110, faint=True),
                Line(self.tr("From"), lambda one: one.source, 130, faint=True),
                Line(self.tr("Job in the ATS"), self._linked, 230),
                Line(self.tr("Known by"), self._known_by, 140, faint=True),
            )
        )
        self.view = LinesView(self.lines, self.tr("Own jobs"))
        self.card = OwnJobCard()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find an own job"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.notice = Notice()
        self._stripe = Stripe()
        self._parts = QButtonGroup(self)
        self._segments: list[QPushButton] = []
        self._build()
        self.search.textChanged.connect(lambda _text: self._show())
        self.view.pointed.connect(self._point)
        self.card.confirmed.connect(self._confirm)
        self.card.rejected.connect(self._reject)
        self.card.unlinked.connect(self._unlink)
        self._work(match_all)

    def _build(self) -> None:
        title = plain(self.tr("Own jobs"), larger=5, bold=True)
        under = plain(
            self.tr(
                "Jobs as your own lists have them. The same id, code or address links them with the ATS's;"
                " a title only suggests, and you decide. What you decide stays, whatever is imported."
            ),
            "soft",
            wrap=True,
        )
        actions = row(
            button(self.tr("Import a list…"), lambda: self.import_wanted.emit(None), glyph="file"),
            button(self.tr("Add one…"), self.add_wanted.emit, glyph="plus"),
            button(self.tr("Match again"), lambda: self._work(match_all), glyph="sync"),
            None,
            button(self.tr("Export links…"), self.export, glyph="export"),
        )
        filters = row(gap=SPACE[1])
        for number in (ALL, UNMATCHED, DOUBLE, LINKED):
            part = button("", role="segment")
            part.setCheckable(True)
            part.setChecked(number == ALL)
            self._parts.addButton(part, number)
            self._segments.append(part)
            filters.addWidget(part)
        filters.addStretch(1)
        self.search.setFixedWidth(240)
        filters.addWidget(self.search)
        self._parts.idClicked.connect(self._choose_part)
        head = column(title, under, actions, self._stripe, self.notice, filters, gap=SPACE[3])
        head.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[2])
        self.expose_button = button(self.tr("Expose linked jobs"), self.expose)
        self.remove_button = button(self.tr("Remove"), self.remove)
        self.close_button = button(self.tr("Close"), self.accept, role="main")
        buttons = row(self.expose_button, self.remove_button, None, self.close_button)
        buttons.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        box = column(head, self.view, line(), self.card, line(), buttons, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.resize(1000, 760)

    # what is shown

    def reread(self, _brought: object = None) -> None:
        """Something came in: link what can be linked, and show it."""
        self._work(match_all)

    def _work(self, function: Callable[[Desk], Known]) -> None:
        self._stripe.show()
        self._workers.work(function, self._desk, then=self._take)

    def _take(self, known: Known | None, error: BaseException | None) -> None:
        self._stripe.hide()
        if known is None:
            self._complain(error)
            return
        self._known, self._doubly = known, doubly(known.own)
        self._show()

    def _choose_part(self, number: int) -> None:
        self._shown = number
        self._show()

    def _show(self) -> None:
        own = self._known.own
        parts = (
            (self.tr("All"), list(own)),
            (self.tr("Without a job"), [one for one in own if not one.links]),
            (self.tr("Doubly linked"), [one for one in own if one.id in self._doubly]),
            (self.tr("Linked"), [one for one in own if one.links]),
        )
        for segment, (title, rows) in zip(self._segments, parts, strict=True):
            segment.setText(f"{title}  {formats.number(len(rows))}")
        words = self.search.text().casefold().split()
        pointed = self._pointed()
        rows = [one for one in parts[self._shown][1] if all(word in _searched(one) for word in words)]
        self.lines.show_rows(rows)
        if not own:
            self.notice.say(
                self.tr(
                    "There are none yet. Import a spreadsheet or a feed, drop one here, or add one by hand."
                ),
                "info",
            )
        elif self.notice.property("tone") == "info":
            self.notice.say("")
        ids = [one.id for one in rows]
        if rows:
            self.view.point_at(ids.index(pointed.id) if pointed and pointed.id in ids else 0)
        else:
            self.card.empty()
        self._able()

    def _pointed(self) -> OwnJobRow | None:
        number = self.view.currentIndex().row()
        return self.lines.rows[number] if 0 <= number < len(self.lines.rows) else None

    def _point(self, number: int) -> None:
        self._able()
        if not 0 <= number < len(self.lines.rows):
            return
        one: OwnJobRow = self.lines.rows[number]
        self.card.show_own(one, self._known.ats)
        if self._looking is not None:
            self._looking.drop()
            self._looking = None
        if not one.links:
            cancel = Cancel()
            self._looking = self._workers.work(
                self._desk.jobs.own.suggestions,
                one.id,
                cancel,
                then=partial(self._suggested, one.id),
                cancel=cancel,
            )

    def _suggested(self, own: int, found: "Sequence[Suggestion] | None", error: BaseException | None) -> None:
        if found is None:
            self._complain(error)
        else:
            self.card.show_suggestions(own, found)

    def _linked(self, one: OwnJobRow) -> str:
        return ", ".join(f"{link.name} ({link.account})" for link in one.links)

    def _known_by(self, one: OwnJobRow) -> str:
        return ", ".join(dict.fromkeys(job_words.known_by(link.known_by) for link in one.links))

    def _able(self) -> None:
        chosen = [self.lines.rows[number] for number in self.view.chosen() if number < len(self.lines.rows)]
        self.expose_button.setEnabled(any(one.links for one in chosen))
        self.remove_button.setEnabled(bool(chosen))

    # deciding

    def _confirm(self, own: int, account: str, job: str, why: str) -> None:
        self._decide(self._desk.jobs.own.confirm, own, account, job, why)

    def _reject(self, own: int, account: str, job: str) -> None:
        self._decide(self._desk.jobs.own.reject, own, account, job)

    def _unlink(self, own: int, account: str, job: str) -> None:
        """They are not the same: also what the lists say of it does not count any more."""
        self._decide(self._desk.jobs.own.reject, own, account, job)

    def _decide(self, function: Callable[..., None], *arguments: object) -> None:
        self._workers.work(function, *arguments, then=self._decided)

    def _decided(self, _done: None, error: BaseException | None) -> None:
        if error is not None:
            self._complain(error)
        self._work(match_all)

    # with the selected ones

    def expose(self) -> None:
        """Expose the jobs that the selected own jobs are."""
        keys = [
            (link.account, link.job)
            for number in self.view.chosen()
            for link in self.lines.rows[number].links
        ]
        self._workers.work(
            self._desk.jobs.expose, keys, self.tr("Linked with an own job."), then=self._exposed
        )

    def _exposed(self, done: Done | None, error: BaseException | None) -> None:
        if done is None:
            self._complain(error)
            return
        says = self.tr("Exposed: {}. Exposed before: {}. Refused: {}.").format(
            *(formats.number(len(part)) for part in (done.changed, done.as_before, done.refused))
        )
        reasons = " ".join(
            f"{done.names.get(key, key[1])}: {job_words.sentence(why)}"
            for key, why in list(done.refused.items())[:3]
        )
        self.notice.say(f"{says} {reasons}".strip(), "warm" if done.refused else "good")
        self.changed.emit(done)
        self._work(read_all)

    def remove(self) -> None:
        """Let the selected own jobs go."""
        numbers = [self.lines.rows[number].id for number in self.view.chosen()]
        self._decide(self._desk.jobs.own.remove, numbers)

    def export(self) -> None:
        """Write the table of links as a file to be handed on."""
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export links"), "job-links.csv", self.tr("Tables (*.csv)")
        )
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        self._workers.work(_export, self._desk, path, then=partial(self._exported, path))

    def _exported(self, path: Path, count: int | None, error: BaseException | None) -> None:
        if count is None:
            self._complain(error)
        else:
            says = self.tr("Links written to {}: {}").format(
                formats.isolated(path.name), formats.number(count)
            )
            self.notice.say(says, "good")

    def tell(self, says: str, tone: str = "good") -> None:
        self.notice.say(says, tone)

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say(describe(error).says, "bad")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_list(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_list(event.mimeData()):
            event.acceptProposedAction()
            self.import_wanted.emit(path)


def _searched(one: OwnJobRow) -> str:
    parts = (one.name, one.own_id, one.code, one.location, one.source, *(link.name for link in one.links))
    return " ".join(part for part in parts if part).casefold()


def _export(desk: Desk, path: Path) -> int:
    rows = desk.jobs.own.links()
    write_link_table(path, desk.jobs.own.LINK_HEADERS, rows)
    return len(rows)
