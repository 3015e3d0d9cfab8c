"""What was sent and what is on its way, searchable, with what can be done about each; above it the drafts."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from atsdesk.desk import Desk
from atsdesk.store import outbox
from atsdesk.store.drafts import Kept
from atsdesk.store.outbox import Submission
from atsdesk.store.search import fold
from atsdesk.submit.sending import Progress
from atsdesk.ui import formats, words
from atsdesk.ui.empty_state import EmptyState
from atsdesk.ui.parts import Chip, button, clear, column, framed, line, plain, row, scrolling, tool
from atsdesk.ui.submit_sending import Sendings
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.workers import Workers

SHOWN = 60
SEARCH_MS, SOON_MS = 150, 300


class OutboxView(QWidget):
    """Reads again whenever the outbox moves; each row opens to its steps."""

    edit_wanted = Signal(object)
    """Number of a draft to go on with."""
    correct_wanted = Signal(object)
    """Number of a submission to be corrected and sent again."""
    new_wanted = Signal()
    counted = Signal(object)
    """How many submissions ask for something."""

    def __init__(self, desk: Desk, workers: Workers, sendings: Sendings) -> None:
        super().__init__()
        self._desk, self._workers, self._sendings = desk, workers, sendings
        self.submissions: list[Submission] = []
        self._drafts: list[Kept] = []
        self._open: set[int] = set()
        self._moving: dict[int, Progress] = {}
        self._steps: dict[int, QLabel] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search name, e-mail, job or state"))
        self.search.setAccessibleName(self.tr("Search what was submitted"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(360)
        self.count = plain("", "faint")
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._timer.timeout.connect(self._show)
        self.search.textEdited.connect(lambda _text: self._timer.start())
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.reread)
        self._draft_rows, self._rows = QVBoxLayout(), QVBoxLayout()
        for rows in (self._draft_rows, self._rows):
            rows.setSpacing(0)
        inside = column(plain(self.tr("Drafts"), bold=True), self._draft_rows, gap=SPACE[2])
        inside.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        self.drafts_card = framed("card", inside)
        self.empty = EmptyState()
        self.empty.say(
            "mail",
            self.tr("Nothing was submitted yet"),
            self.tr("Whom you send stays listed here, with all that was sent and what the ATS said."),
            (self.tr("Write somebody down"), self.new_wanted.emit),
        )
        self.card = framed("card", self._rows)
        page = QWidget()
        head = row(self.search, self.count, None)
        page.setLayout(
            column(
                self.drafts_card, head, self.card, self.empty, None, gap=SPACE[3],
                margins=(SPACE[6], SPACE[4], SPACE[6], SPACE[5]),
            )
        )  # fmt: skip
        page.setMaximumWidth(1180)
        area = scrolling(page)
        self.setLayout(column(area, gap=0))
        sendings.moved.connect(self._moved)
        sendings.changed.connect(self.reread)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reread()

    def reread(self) -> None:
        self._workers.read(self._desk.outbox.all, then=self._take)
        self._workers.read(self._desk.drafts.all, then=self._take_drafts)

    def _take(self, found: list[Submission] | None, error: BaseException | None) -> None:
        if found is None:
            self._workers.trouble.emit(error)
            return
        self.counted.emit(sum(one.state in (outbox.FAILED, outbox.NEEDS_DECISION) for one in found))
        if found != self.submissions:
            self.submissions = found
            self._show()
        self.empty.setVisible(not found)
        self.search.setVisible(bool(found))

    def _take_drafts(self, found: list[Kept] | None, error: BaseException | None) -> None:
        if found is None:
            self._workers.trouble.emit(error)
            return
        self._drafts = found
        clear(self._draft_rows)
        for one in found:
            self._draft_rows.addWidget(self._draft(one))
        self.drafts_card.setVisible(bool(found))

    def _draft(self, one: Kept) -> QWidget:
        name = one.name or one.email or self.tr("Without a name")
        about = " · ".join(part for part in (one.job or one.job_id, one.account) if part)
        opener = button(self.tr("Go on"), partial(self.edit_wanted.emit, one.number), role="link")
        opener.setAccessibleName(self.tr("Go on with {}").format(name))
        away = tool(
            "trash", self.tr("Throw the draft of {} away").format(name), partial(self._away, one.number)
        )
        holder = QWidget()
        when = plain(formats.relative(one.changed_at), "faint")
        holder.setLayout(
            row(
                plain(formats.isolated(name)),
                plain(formats.isolated(about), "faint"),
                None,
                when,
                opener,
                away,
            )
        )
        return holder

    def _away(self, number: int) -> None:
        self._do(partial(self._desk.drafts.remove, number))

    # submissions

    def found(self) -> list[Submission]:
        """Those that hold every word of the search."""
        wanted = fold(self.search.text()).split()
        return [one for one in self.submissions if all(word in _text(one) for word in wanted)]

    def _show(self) -> None:
        clear(self._rows)
        self._steps.clear()
        found = self.found()
        for number, one in enumerate(found[:SHOWN]):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(one))
        more = len(found) - SHOWN
        if more > 0:
            says = plain(self.tr("And {} more: search for them.").format(formats.number(more)), "faint")
            says.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
            self._rows.addWidget(says)
        self.card.setVisible(bool(found))
        text = self.tr("{} of {}").format(formats.number(len(found)), formats.number(len(self.submissions)))
        self.count.setText(text if self.submissions else "")

    def _row(self, one: Submission) -> QWidget:
        opened = one.number in self._open
        opener = tool(
            "minus" if opened else "right",
            self.tr("Steps of {}").format(one.name),
            partial(self._turn, one.number),
        )
        when = plain(formats.relative(one.sent_at or one.changed_at), "faint")
        when.setToolTip(formats.exact(one.sent_at or one.changed_at))
        job = one.job or one.job_id or self.tr("Pool")
        head = row(
            opener,
            plain(formats.isolated(one.name), bold=True),
            Chip(one.state),
            plain(formats.isolated(f"{job} · {one.account}"), "soft"),
            None,
            when,
            gap=SPACE[3],
        )
        box = column(head, gap=SPACE[1], margins=(SPACE[3], SPACE[2], SPACE[4], SPACE[2]))
        under = column(gap=SPACE[1], margins=(SPACE[6] + SPACE[1], 0, 0, 0))
        progress = plain(self._progress(one.number), "soft")
        if not progress.text():
            progress.hide()
        self._steps[one.number] = progress
        under.addWidget(progress)
        if one.title and one.state != outbox.SENT:
            tone = "bad" if one.state == outbox.FAILED else "soft"
            under.addWidget(plain(told(f"{one.title} {one.hint}"), tone, wrap=True))
        for match in one.found:
            parts = (str(match.get(key) or "") for key in ("name", "id", "url"))
            under.addWidget(
                plain(formats.isolated(" · ".join(part for part in parts if part)), "faint", wrap=True)
            )
        if opened:
            self._details(one, under)
        actions = self._actions(one)
        if actions:
            under.addLayout(row(*(button(text, act) for text, act in actions), None))
        box.addLayout(under)
        holder = QWidget()
        holder.setLayout(box)
        return holder

    def _details(self, one: Submission, under: QVBoxLayout) -> None:
        for step in one.steps:
            said = [Chip(step.state), plain(formats.isolated(step.label), "soft"), None]
            under.addLayout(row(*said))
            for warning in step.warnings:
                under.addWidget(plain(warning, "late", wrap=True))
        for file in one.files:
            told = f"{file.name} · {formats.size(file.size)} · SHA-256 {file.hash[:16]}…"
            under.addWidget(plain(formats.isolated(told), "faint", wrap=True))
        ids = [f"{words.resource(name)} {value}" for name, value in
               (("candidate", one.candidate_id), ("application", one.application_id)) if value]  # fmt: skip
        if ids:
            confirmed = "" if one.confirmed_at else self.tr("not met by a sync yet")
            under.addWidget(
                plain(" · ".join([*ids, *([confirmed] if confirmed else [])]), "faint", wrap=True)
            )

    def _turn(self, number: int) -> None:
        self._open ^= {number}
        self._show()

    def _actions(self, one: Submission) -> list[tuple[str, Callable[[], object]]]:
        """What can be done about a submission now."""
        box = self._desk.outbox
        arrived = any(step.state == outbox.SENT for step in one.steps)
        failed = [step for step in one.steps if step.state == outbox.FAILED]
        made: list[tuple[str, Callable[[], object]]] = []
        if one.state in (outbox.QUEUED, outbox.UNKNOWN) and not self._sendings.is_sending(one.account):
            made.append((self.tr("Send now"), partial(self._sendings.start, one.account)))
        unsent = all(step.state in (outbox.QUEUED, outbox.FAILED) for step in one.steps)
        if unsent and one.state in (outbox.QUEUED, outbox.FAILED, outbox.NEEDS_DECISION):
            made.append((self.tr("Correct…"), partial(self.correct_wanted.emit, one.number)))
        if one.state == outbox.FAILED:
            made.append(
                (self.tr("Try again"), partial(self._do, partial(box.retry, one.number), one.account))
            )
            if failed and failed[0] is not one.steps[0]:
                leave = partial(box.resolve, one.number, "leave-out")
                made.append((self.tr("Go on without it"), partial(self._do, leave, one.account)))
        if one.state == outbox.NEEDS_DECISION:
            made.append(
                (
                    self.tr("Send anyway") if one.question == "already_there" else self.tr("Send again"),
                    partial(self._do, partial(box.resolve, one.number, "send"), one.account),
                )
            )
            for match in one.found or ({"id": "", "name": ""},):
                there = partial(box.resolve, one.number, "there", str(match["id"]))
                name = str(match.get("name") or match["id"])
                text = self.tr("It is {}").format(name) if len(one.found) > 1 else self.tr("It is there")
                made.append((text, partial(self._do, there, one.account)))
        if not arrived and one.state in (outbox.QUEUED, outbox.FAILED, outbox.NEEDS_DECISION):
            made.append((self.tr("Call off"), partial(self._do, partial(box.cancel, one.number))))
        if one.state == outbox.CANCELLED:
            made.append((self.tr("Remove"), partial(self._do, partial(box.remove, one.number))))
        return made

    def _do(self, work: Callable[[], object], account: str = "") -> None:
        """Do something to the outbox, then send what waits for the account."""
        self._workers.work(work, then=partial(self._done, account))

    def _done(self, account: str, _result: object, error: BaseException | None) -> None:
        if error is not None:
            self._workers.trouble.emit(error)
        elif account:
            self._sendings.start(account)
        self.reread()

    def _progress(self, number: int) -> str:
        said = self._moving.get(number)
        if said is None:
            return ""
        if said.checking:
            return self.tr("Looking whether it has arrived: {}").format(said.step)
        if said.size:
            sent, size = formats.size(said.sent), formats.size(said.size)
            return self.tr("{}: {} of {}").format(said.step, sent, size)
        return said.step

    def _moved(self, progress: Progress) -> None:
        before = self._moving.get(progress.number)
        self._moving = {progress.number: progress}
        label = self._steps.get(progress.number)
        if before is None or before.step != progress.step:
            self._soon.start()
        if label is not None:
            label.setText(self._progress(progress.number))
            label.show()


def _text(one: Submission) -> str:
    """What a submission is found by."""
    parts: Sequence[str] = (
        one.name,
        one.email,
        one.phone,
        one.job,
        one.job_id,
        one.account,
        words.word(one.state),
    )
    return fold(" ".join(parts))
