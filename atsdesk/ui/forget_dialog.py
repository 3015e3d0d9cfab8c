"""*Forget this person*: who it is and what will go, the name typed, then what was done and what still holds them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLayout, QLineEdit, QScrollArea, QWidget

from atsdesk.desk import Desk
from atsdesk.forgetting import Forgetting, Forgotten
from atsdesk.store.exports import ExportEntry
from atsdesk.store.forget import Belongings, Person
from atsdesk.sync.books import Changes
from atsdesk.ui import formats, help_window, words
from atsdesk.ui.parts import Notice, button, clear, column, framed, line, margins, plain, row
from atsdesk.ui.place_field import PUBLISH
from atsdesk.ui.switch import Switch
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers

Done = tuple[list[Forgotten], BaseException | None]


class ForgetDialog(QDialog):
    """Looks in a worker, erases in a worker; it stays open until a person has read the report."""

    forgotten = Signal(object, object)
    """The people who were forgotten, and the `Changes` for the views."""

    def __init__(
        self, desk: Desk, workers: Workers, account: str, candidate: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._workers = desk, workers
        self._busy = False
        self.asked: Forgetting | None = None
        self.others: dict[Person, Switch] = {}
        self.setWindowTitle(self.tr("Forget this person"))
        help_window.offer(self, "privacy")
        self.title = plain(self.tr("Forget this person"), larger=5, bold=True, wrap=True)
        self.under = plain("", "soft", wrap=True)
        self.notice = Notice()
        self._body = column(gap=SPACE[4], margins=(SPACE[5], SPACE[4], SPACE[5], SPACE[4]))
        self._stripe = Stripe()
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the person"))
        self.name.textChanged.connect(self._tell)
        self._ask = plain("", wrap=True)
        self._ask.setBuddy(self.name)
        self._typing = QWidget()
        self._typing.setLayout(
            column(self._ask, self.name, margins=(SPACE[5], SPACE[3], SPACE[5], 0), gap=SPACE[2])
        )
        self.cancel_button = button(self.tr("Cancel"), self.reject)
        self.forget_button = button(self.tr("Forget"), self.forget, role="main", glyph="trash")
        self.cancel_button.setAutoDefault(False)
        self._build()
        self._wait(True)
        self._tell()
        workers.work(desk.preview_forget, account, candidate, then=self._take)

    def _build(self) -> None:
        inner = QWidget()
        inner.setLayout(column(self._body, None))
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("What is erased"))
        head = column(self.title, self.under, self.notice, gap=SPACE[2])
        head.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[3])
        buttons = row(None, self.cancel_button, self.forget_button)
        buttons.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[4])
        box = column(head, self._stripe, line(), area, line(), self._typing, buttons, gap=0)
        box.setStretch(3, 1)
        self.setLayout(box)
        self.resize(560, 620)
        self._typing.hide()

    # what will go

    def _take(self, asked: Forgetting | None, error: BaseException | None) -> None:
        self._wait(False)
        if asked is None:
            self._complain(error)
            return
        self.asked = asked
        person = asked.person
        self.title.setText(self.tr("Forget {}").format(_named(person)))
        self.under.setText(_contact(person))
        explained = self.tr(
            "Everything ATS Desk keeps of this person is erased on this computer, and later syncs leave out what the"
            " ATS still has. This cannot be undone. The ATS itself is not touched."
        )
        self._body.addWidget(plain(explained, wrap=True))
        self._body.addLayout(_section(self.tr("What is erased"), _counts(self._of(asked.what))))
        if asked.alike:
            self._body.addLayout(_section(self.tr("The same address or number"), self._offer(asked.alike)))
        if asked.exports:
            self._body.addLayout(_section(self.tr("Exports that stay as they are"), _files(asked.exports)))
        self._ask.setText(self.tr("To confirm, type: {}").format(formats.isolated(person.name or person.id)))
        self._typing.show()
        self.name.setFocus()
        self._tell()

    def _offer(self, alike: Sequence[Person]) -> QLayout:
        """The same person elsewhere, perhaps: nobody goes unless switched on."""
        box = column(gap=SPACE[2])
        for person in alike:
            switch = Switch(self.tr("Forget {} in {} too").format(_named(person), person.account))
            told = plain(_contact(person), "faint", wrap=True)
            told.setContentsMargins(*margins(switch.text_from(), 0, 0, 0))
            switch.setAccessibleDescription(told.text())
            self.others[person] = switch
            box.addLayout(column(switch, told, gap=0))
        return box

    def _of(self, what: Belongings) -> dict[str, int]:
        """What there is, by the words people know."""
        counts = {words.resource(name): count for name, count in what.rows.items()}
        counts[self.tr("Records as the ATS sent them")] = sum(what.records.values())
        counts[self.tr("Changes in the history")] = what.changes
        counts[self.tr("Issues")] = what.issues
        return counts

    def _sure(self) -> bool:
        named = self.asked is not None and self.asked.person.is_named(self.name.text())
        return named and not self._busy

    def _tell(self) -> None:
        self.forget_button.setEnabled(self._sure())

    # doing it

    def forget(self) -> None:
        if self.asked is None or not self._sure():
            return
        chosen = [self.asked.person, *(one for one, switch in self.others.items() if switch.isChecked())]
        self._wait(True)
        self.notice.say(self.tr("Erasing. On a large file this takes some minutes."), "info")
        self._workers.work(_forget_all, self._desk, chosen, then=self._report)

    def _report(self, done: Done | None, error: BaseException | None) -> None:
        self._wait(False)
        finished, trouble = done or ([], error)
        if finished:
            self.forgotten.emit([one.asked.person for one in finished], _changes(finished))
            self._show_report(finished)
        if trouble is not None:
            self._complain(trouble)

    def _show_report(self, finished: Sequence[Forgotten]) -> None:
        self.asked = None
        self.others.clear()
        self._typing.hide()
        self.forget_button.hide()
        self.cancel_button.setText(self.tr("Close"))
        self.cancel_button.setFocus()
        clear(self._body)
        self.under.hide()
        names = QLocale().createSeparatedList([_named(one.asked.person) for one in finished])
        self.title.setText(self.tr("{}: forgotten").format(names))
        unfinished = " ".join(dict.fromkeys(one.unfinished for one in finished if one.unfinished))
        self._say_end(unfinished)
        total: dict[str, int] = {}
        for one in finished:
            for name, count in self._of(one.asked.what).items():
                total[name] = total.get(name, 0) + count
        total[self.tr("Safety copies removed")] = sum(len(one.backups) for one in finished)
        self._body.addLayout(_section(self.tr("What was erased"), _counts(total)))
        held = list({entry.path: entry for one in finished for entry in one.asked.exports}.values())
        if held:
            self._body.addLayout(_section(self.tr("Exports that may still hold them"), _files(held)))
            advice = self.tr("Delete these files, or write them again.")
            self._body.addWidget(plain(advice, "soft", wrap=True))
            if any(entry.format == PUBLISH for entry in held):
                publish = self.tr("A database lets go of them with the next publish.")
                self._body.addWidget(plain(publish, "soft", wrap=True))
        beyond = self.tr(
            "Not reached from here: files that were copied or sent elsewhere, safety copies of the whole computer, and"
            " the ATS itself. Delete the person there too."
        )
        self._body.addWidget(plain(beyond, "soft", wrap=True))

    def _say_end(self, unfinished: str) -> None:
        if unfinished:
            again = self.tr("{} It is tried again whenever ATS Desk starts.").format(told(unfinished))
            self.notice.say(again, "warm")
        else:
            self.notice.say(self.tr("Nothing of them is left in the data folder."), "good")

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say(describe(error).says, "bad")

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        self._stripe.setVisible(busy)
        self.name.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)
        for switch in self.others.values():
            switch.setEnabled(not busy)
        self._tell()

    def reject(self) -> None:
        """Not while work is under way: its report would be lost."""
        if not self._busy:
            super().reject()


def _forget_all(desk: Desk, people: Sequence[Person]) -> Done:
    """Forget people one by one; those who were, and what kept the next one."""
    done: list[Forgotten] = []
    for person in people:
        try:
            done.append(desk.forget(person.account, person.id))
        except Exception as error:  # noqa: BLE001  shown beside the report of those before
            return done, error
    return done, None


def _changes(finished: Sequence[Forgotten]) -> Changes:
    tables = frozenset(name for one in finished for name in one.asked.what.rows)
    return Changes(tables | {"issues"}, 0, 0, len(finished))


def _named(person: Person) -> str:
    return person.name or formats.isolated(person.id)


def _contact(person: Person) -> str:
    parts = (person.account, *map(formats.isolated, filter(None, (person.email, person.phone, person.id))))
    return " · ".join(parts)


def _section(title: str, content: QLayout) -> QLayout:
    content.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
    return column(plain(title, bold=True), framed("card", content), gap=SPACE[2])


def _counts(counts: Mapping[str, int]) -> QLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[4])
    grid.setVerticalSpacing(SPACE[1])
    grid.setColumnStretch(0, 1)
    for number, (name, count) in enumerate((name, count) for name, count in counts.items() if count):
        grid.addWidget(plain(name, wrap=True), number, 0)
        grid.addWidget(plain(formats.number(count), "soft"), number, 1, Qt.AlignmentFlag.AlignRight)
    return grid


def _files(entries: Sequence[ExportEntry]) -> QLayout:
    box = column(gap=SPACE[2])
    for entry in entries:
        path = plain(formats.isolated(entry.path), wrap=True)
        box.addLayout(column(path, plain(formats.exact(entry.ended_at), "faint"), gap=0))
    return box
