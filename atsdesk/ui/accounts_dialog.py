"""Connect an ATS: choose it, give its key, see what the key may read, keep it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from atsdesk.ats.kind import Kind
from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.errors import Cancelled
from atsdesk.store.accounts import Account
from atsdesk.sync.probe import ResourceCheck
from atsdesk.ui import formats, help_window, words
from atsdesk.ui.account_form import AccountForm
from atsdesk.ui.parts import Chip, Notice, button, clear, column, framed, plain, row, scrolling
from atsdesk.ui.switch import Switch
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.what_to_read import WhatToRead
from atsdesk.ui.workers import Job, Workers


class CheckList(QWidget):
    """What an account may read: a line per resource with the reason where it may not."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE[3])

    def show_checks(self, checks: Sequence[ResourceCheck]) -> None:
        clear(self._rows)
        for check in checks:
            name, chip = plain(words.label(check.label), wrap=True), Chip(check.state)
            top = row(name, chip)
            top.setStretch(0, 1)
            self._rows.addLayout(top)
            missing = self.tr("Fields left out for lack of permission: {}").format(
                ", ".join(check.missing_fields)
            )
            for text in (told(check.message), missing if check.missing_fields else ""):
                if text:
                    self._rows.addWidget(plain(text, "faint", wrap=True))
        self._rows.addStretch(1)


class AccountDialog(QDialog):
    """Adds an account. Nothing in it waits: the connection and the keyring are spoken to in workers."""

    added = Signal(object)
    """The `Account` that is new, or has a new key."""

    def __init__(
        self,
        desk: Desk,
        workers: Workers,
        taken: Sequence[str],
        parent: QWidget | None = None,
        *,
        account: Account | None = None,
    ) -> None:
        """With an `account`, its key is entered again; without, a new one is added."""
        super().__init__(parent)
        self._desk, self._workers, self._account = desk, workers, account
        self._job: Job | None = None
        self._title = self.tr("New key for {}").format(account.id) if account else self.tr("Connect an ATS")
        self.setWindowTitle(self._title)
        help_window.offer(self, "connect")
        self.form = AccountForm(taken)
        self.reading = WhatToRead(desk.offered_resources)
        self.reading.setVisible(account is None)
        self.checks = CheckList()
        self.outcome = Notice()
        self.keyring = Notice()
        self.for_session = Switch(self.tr("Keep the key for this session only"))
        self.for_session.setToolTip(self.tr("You will be asked again at the next start."))
        self.for_session.hide()
        self._stripe = Stripe()
        self._stripe.hide()
        self.test_button = button(self.tr("Test connection"), self.test, glyph="plug")
        self.stop_button = button(self.tr("Cancel"), self.stop)
        self.save_button = button(self.tr("Connect"), self.save, role="main")
        self._kinds = [kind for kind in desk.kinds() if account is None or kind.key == account.ats]
        self._build()
        self.form.changed.connect(self._changed)
        if account is not None:
            self.form.ask_key_of(account.id)
        self._choose(self._kinds[0])
        first = next(iter(self.form.fields.values()), self.form.name)
        first.edit.setFocus()
        workers.work(desk.keyring_state, then=self._take_keyring)

    def _build(self) -> None:
        title = plain(self._title, larger=5, bold=True)
        self.under = plain("", "soft", wrap=True)
        chooser = row(gap=SPACE[1])
        self.kind_buttons = QButtonGroup(self)
        for number, kind in enumerate(self._kinds):
            part = button(kind.label.partition(" (")[0], role="segment")
            part.setCheckable(True)
            part.setChecked(number == 0)
            self.kind_buttons.addButton(part, number)
            chooser.addWidget(part)
        chooser.addStretch(1)
        self.kind_buttons.idClicked.connect(lambda number: self._choose(self._kinds[number]))
        left = column(
            title,
            self.under,
            chooser,
            self.keyring,
            self.for_session,
            self.form,
            self.reading,
            None,
            gap=SPACE[4],
        )
        left.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        left_side = QWidget()
        left_side.setLayout(left)
        right = column(
            plain(self.tr("What this key may read"), bold=True),
            self._stripe,
            self.outcome,
            self.checks,
            None,
            gap=SPACE[3],
            margins=(SPACE[5], SPACE[5], SPACE[5], SPACE[4]),
        )
        right_side = framed("panel", right)
        sides = row(scrolling(left_side, self.tr("Form")), scrolling(right_side, self.tr("Result")), gap=0)
        sides.setStretch(0, 5)
        sides.setStretch(1, 4)
        buttons = row(self.test_button, None, self.stop_button, self.save_button)
        buttons.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        box = column(sides, framed("line"), buttons, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.save_button.setDefault(True)
        self.resize(880, 680)
        self._idle_outcome()

    def _idle_outcome(self) -> None:
        self.outcome.say(self.tr("Test the connection to see each list the ATS lets this key read."), "info")

    def _choose(self, kind: Kind) -> None:
        self.form.show_kind(kind)
        self.reading.show_kind(kind)
        hosts = ", ".join(formats.isolated(host) for host in kind.hosts)
        says = self.tr(
            "The key stays in this computer's keyring and goes to {} alone. Nothing is written to the ATS unless you"
            " submit somebody."
        )
        self.under.setText(says.format(hosts))
        self.checks.show_checks([])
        self._idle_outcome()

    def _changed(self) -> None:
        ready = self._job is None
        self.test_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    # talking to the ATS and the keyring

    def _arguments(self) -> tuple[str, str, Mapping[str, str], Mapping[str, str]]:
        kind = self.form.kind or self._kinds[0]
        secret_keys = {field.key for field in kind.fields if field.secret}
        values = self.form.values()
        secrets = {key: value for key, value in values.items() if key in secret_keys and value}
        settings = {key: value for key, value in values.items() if key not in secret_keys}
        if self._account is not None:
            settings = {**self._account.settings, **settings}
        else:
            settings = self._desk.with_resources(
                kind.key, {**settings, **self.reading.settings()}, self.reading.changed()
            )
        return kind.key, self.form.name.text(), secrets, settings

    def _base_url(self) -> str:
        return self._account.base_url if self._account is not None else self.form.base_url.text()

    def test(self) -> None:
        """Ask the ATS what this key may read."""
        if self._job is not None or not self.form.check(everything=True):
            return
        ats, name, secrets, settings = self._arguments()
        base_url, cancel = self._base_url(), Cancel()

        def ask() -> list[ResourceCheck]:
            return self._desk.test(ats, name, secrets, base_url=base_url, settings=settings, cancel=cancel)

        self.outcome.say(self.tr("Asking the ATS…"), "info")
        self.checks.show_checks([])
        self._begin(self._workers.work(ask, then=self._tested, cancel=cancel))

    def _tested(self, checks: list[ResourceCheck] | None, error: BaseException | None) -> None:
        self._finish()
        if (
            self.focusWidget() is self.stop_button
        ):  # from the test's button, which could not be pressed meanwhile
            (self.test_button if error is not None else self.save_button).setFocus()
        if isinstance(error, Cancelled):
            self._idle_outcome()
        elif error is not None:
            self.outcome.say(describe(error).says, "bad")
        else:
            checks = checks or []
            self.checks.show_checks(checks)
            good = bool(checks) and all(
                check.state == "readable" and not check.missing_fields for check in checks
            )
            some = any(check.state == "readable" for check in checks)
            if good:
                self.outcome.say(self.tr("The connection works and everything is readable."), "good")
            elif some:
                self.outcome.say(
                    self.tr("The connection works. Some things are not readable with this key."), "warm"
                )
            else:
                self.outcome.say(self.tr("The ATS answered, but nothing is readable with this key."), "bad")

    def save(self) -> None:
        """Keep the account; its secrets go to the keyring."""
        if self._job is not None or not self.form.check(everything=True):
            return
        ats, name, secrets, settings = self._arguments()
        known, base_url, for_session = self._account, self._base_url(), self.for_session.isChecked()
        cancel = Cancel()

        def add() -> Account:
            if known is not None:
                self._desk.set_secrets(known.id, secrets, for_session=for_session, cancel=cancel)
                return known
            return self._desk.add_account(
                ats, name, secrets, base_url=base_url, settings=settings, for_session=for_session
            )

        self._begin(self._workers.work(add, then=self._added, cancel=cancel))

    def _added(self, account: Account | None, error: BaseException | None) -> None:
        self._finish()
        if account is not None:
            self.added.emit(account)
            self.accept()
        elif error is not None and not isinstance(error, Cancelled):
            self.outcome.say(describe(error).says, "bad")
            self._workers.work(self._desk.keyring_state, then=self._take_keyring)

    def _take_keyring(self, state: str | None, error: BaseException | None) -> None:
        if error is not None:
            trouble = describe(error)
            state = trouble.says
        self.keyring.say(told(state or ""), "warm")
        self.for_session.setVisible(bool(state))
        self.for_session.setChecked(bool(state))

    def _begin(self, job: Job) -> None:
        self._job = job
        self._stripe.show()
        self._changed()

    def _finish(self) -> None:
        self._job = None
        self._stripe.hide()
        self._changed()

    def stop(self) -> None:
        """Stop what is going on; with nothing going on, close."""
        if self._job is None:
            self.reject()
        else:
            self._job.stop()

    def reject(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
        super().closeEvent(event)
