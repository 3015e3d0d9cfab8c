"""Which lists of an account are read, and how far back: each with a switch, why it is off by itself, and how its last
reading went."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from atsdesk.ats.kind import FIRST_DAY, Kind
from atsdesk.desk import Desk
from atsdesk.store.ledger import ResourceReport
from atsdesk.sync.lists import ResourceChoice
from atsdesk.ui import formats, help_window, words
from atsdesk.ui.far_back import FarBack
from atsdesk.ui.parts import Chip, Notice, button, clear, column, line, plain, row, scrolling
from atsdesk.ui.switch import Switch
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers

STATES = {
    "SUCCEEDED": "readable",
    "REFUSED": "not_permitted",
    "SKIPPED": "not_available",
    "FAILED": "failed",
    "TIMED_OUT": "failed",
}
"""How a reading went, as the word the test of a connection has for it; others keep their own."""


class ResourceRow(QWidget):
    """One list of the account."""

    def __init__(self, choice: ResourceChoice, parent_label: str) -> None:
        super().__init__()
        self.choice = choice
        self.wanted = choice.wanted
        self.switch = Switch(words.label(choice.label))
        self.switch.setChecked(choice.on)
        top = row(self.switch, None)
        if choice.last is not None and choice.on:
            state = Chip(STATES.get(choice.last.state, choice.last.state))
            state.setToolTip(self._read(choice.last))
            top.addWidget(state)
        told = column(gap=2)
        says = self._says(parent_label)
        for text in says:
            told.addWidget(plain(text, "faint", wrap=True))
        self.switch.setAccessibleDescription(" ".join(says))
        indent = self.switch.text_from() if choice.follows else 0
        below = row(self.switch.text_from(), told, gap=0)
        inner = column(top, below, gap=2, margins=(0, SPACE[2], 0, SPACE[2]))
        across = row(indent, inner, gap=0)
        across.setStretch(1, 1)
        below.setStretch(1, 1)
        self.setLayout(across)

    def _says(self, parent_label: str) -> list[str]:
        choice = self.choice
        if not choice.possible:
            return [self.tr("Not with the settings of this account.")]
        last = choice.last if choice.on else None
        return [
            text
            for text in (
                self.tr("Comes record by record with {}.").format(parent_label) if choice.follows else "",
                self.tr("Off unless you switch it on. {}").format(told(choice.why)) if choice.why else "",
                told(formats.without_links(last.message)) if last else "",
            )
            if text
        ]

    def _read(self, last: ResourceReport) -> str:
        if last.state == "SUCCEEDED" and last.watermark:
            return self.tr("Complete up to {}.").format(formats.exact(last.watermark))
        return ""

    def follow(self, parent_on: bool) -> None:
        """A list that follows another is off with it, and comes back as it was."""
        able = parent_on and self.choice.possible
        self.switch.setEnabled(able)
        self.switch.setChecked(able and self.wanted)


class ResourceList(QWidget):
    """The lists of an account with their switches; one that follows another goes and comes with it."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, ResourceRow] = {}
        self._list = column(gap=0)
        self.setLayout(self._list)

    def show_choices(self, choices: Sequence[ResourceChoice]) -> None:
        clear(self._list)
        self.rows.clear()
        labels = {choice.name: words.label(choice.label) for choice in choices}
        for choice in _in_order(choices):
            if self.rows and not choice.follows:
                self._list.addWidget(line())
            shown = ResourceRow(choice, labels.get(choice.follows, ""))
            self.rows[choice.name] = shown
            self._list.addWidget(shown)
            shown.switch.clicked.connect(lambda on, name=choice.name: self._turn(name, on))
        for name in self.rows:
            self._follow(name)

    def _turn(self, name: str, on: bool) -> None:
        self.rows[name].wanted = on
        self._follow(name)
        self.turned.emit()

    def _follow(self, name: str) -> None:
        shown = self.rows[name]
        if not shown.choice.follows:
            shown.follow(parent_on=True)
        for other in self.rows.values():
            if other.choice.follows == name:
                other.follow(shown.switch.isChecked())

    def changed(self) -> Mapping[str, bool]:
        """What was switched, by list."""
        return {
            name: shown.wanted for name, shown in self.rows.items() if shown.wanted != shown.choice.wanted
        }


class ResourcesDialog(QDialog):
    """Read in a worker, saved in a worker; what changed is in effect with the next sync."""

    saved = Signal(str)
    """The account whose lists were chosen anew."""

    def __init__(self, desk: Desk, workers: Workers, account: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workers, self._account = desk, workers, account
        self.list = ResourceList()
        self.list.turned.connect(self._tell)
        self.far_back = FarBack()
        self.far_back.changed.connect(self._tell)
        title = self.tr("Lists of {}").format(account)
        self.setWindowTitle(title)
        help_window.offer(self, "sync")
        under = plain(
            self.tr(
                "What is switched off is no longer asked for, from the next sync on. What came before stays."
            ),
            "soft",
            wrap=True,
        )
        self.notice = Notice()
        inner = QWidget()
        inner.setLayout(column(self.list, None, margins=(SPACE[5], SPACE[2], SPACE[5], SPACE[3])))
        area = scrolling(inner, title)
        head = column(plain(title, larger=5, bold=True), under, self.far_back, self.notice, gap=SPACE[2])
        head.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[3])
        self.cancel_button = button(self.tr("Cancel"), self.reject)
        self.save_button = button(self.tr("Save"), self.save, role="main")
        self.save_button.setDefault(True)
        buttons = row(None, self.cancel_button, self.save_button)
        buttons.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        box = column(head, line(), area, line(), buttons, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(560, 620)
        self._tell()
        workers.read(_read, desk, account, then=self._take)

    def _take(self, read: tuple[Kind, str, list[ResourceChoice]] | None, error: BaseException | None) -> None:
        if read is None:
            self._complain(error)
            return
        kind, day, choices = read
        self.far_back.show_day(kind, day)
        self.list.show_choices(choices)
        first = next((shown.switch for shown in self.rows.values() if shown.switch.isEnabled()), None)
        if first is not None:
            first.setFocus()
        self._tell()

    @property
    def rows(self) -> Mapping[str, ResourceRow]:
        return self.list.rows

    def changed(self) -> Mapping[str, bool]:
        """What was switched, by list."""
        return self.list.changed()

    def _tell(self) -> None:
        self.save_button.setEnabled(bool(self.changed()) or self.far_back.is_changed)

    def save(self) -> None:
        self.save_button.setEnabled(False)
        on, desk = dict(self.changed()), self._desk
        besides = {FIRST_DAY: self.far_back.value()} if self.far_back.is_changed else {}
        self._workers.work(partial(desk.choose_resources, self._account, on, **besides), then=self._saved)

    def _saved(self, _result: object, error: BaseException | None) -> None:
        if error is not None:
            self._complain(error)
            self._tell()
            return
        self.saved.emit(self._account)
        self.accept()

    def _complain(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice.say(describe(error).says, "bad")


def _read(desk: Desk, name: str) -> tuple[Kind, str, list[ResourceChoice]]:
    """The system of an account, the day from which on it reads, and its lists; in a worker."""
    account = desk.account(name)
    kind = next(kind for kind in desk.kinds() if kind.key == account.ats)
    return kind, account.settings.get(FIRST_DAY, ""), desk.resources(name)


def _in_order(choices: Sequence[ResourceChoice], parent: str = "") -> Iterator[ResourceChoice]:
    """Each list with those that follow it below."""
    for choice in choices:
        if choice.follows == parent:
            yield choice
            yield from _in_order(choices, choice.name)
