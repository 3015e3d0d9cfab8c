"""Make a profile: what is exported, what of people it tells, where to, and when."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from atsdesk.desk import Desk
from atsdesk.store.browse import Query
from atsdesk.store.profiles import Disclosure, Profile, Selection
from atsdesk.ui import help_window, words
from atsdesk.ui.lines import TickPainter
from atsdesk.ui.parts import ChoiceBox, Notice, button, column, line, plain, row
from atsdesk.ui.place_field import PUBLISH, PlaceField, kind_names
from atsdesk.ui.switch import Switch
from atsdesk.ui.theme import SPACE
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers

_BETWEEN = ";"
_STATUSES = ("active", "on_hold", "hired", "rejected", "withdrawn", "transferred")


class ProfileDialog(QDialog):
    """Nothing in it waits: the profile is checked and kept by a worker."""

    saved = Signal(str)
    """The name of a profile that is kept now."""

    def __init__(
        self,
        desk: Desk,
        workers: Workers,
        tables: Sequence[str],
        accounts: Sequence[str],
        parent: QWidget | None = None,
        *,
        profile: Profile,
    ) -> None:
        """`profile` is the one to change, or what a new one begins with; tables and accounts are those there are."""
        super().__init__(parent)
        self._desk, self._workers, self._before = desk, workers, profile
        selection = profile.selection
        self.setWindowTitle(self.tr("Export profile"))
        help_window.offer(self, "profiles")
        self.name = QLineEdit(profile.name)
        self.name.setPlaceholderText(self.tr("Weekly report"))
        self.format = self._box(self.tr("Format"), kind_names(), profile.format)
        self.place = PlaceField(profile.path, lambda: str(self.format.currentData()))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Kept in this computer's keyring; empty: as it is there"))
        self.format.currentIndexChanged.connect(lambda _at: self._fit())
        self.tables = QListWidget()
        self.tables.setItemDelegate(TickPainter(self.tables))
        for name in tables:
            item = QListWidgetItem(words.resource(name), self.tables)
            item.setData(Qt.ItemDataRole.UserRole, name)
            chosen = not selection.tables or name in selection.tables
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        known = [(account, account) for account in accounts]
        self.account = self._box(
            self.tr("Account"), [(self.tr("All accounts"), ""), *known], selection.query.account
        )
        several = selection.query.chosen.get("status", ())
        statuses = [(one,) for one in _STATUSES] + ([tuple(several)] if len(several) > 1 else [])
        self.status = self._box(
            self.tr("Applications"),
            [
                (self.tr("All applications"), ""),
                *((", ".join(map(words.word, some)), _BETWEEN.join(some)) for some in statuses),
            ],
            _BETWEEN.join(several),
        )
        self.privacy = self._box(
            self.tr("People"),
            [
                (self.tr("Everything, names included"), str(Disclosure.FULL)),
                (self.tr("Pseudonyms instead of names"), str(Disclosure.PSEUDONYMOUS)),
                (self.tr("No personal data"), str(Disclosure.NONE)),
            ],
            str(selection.disclosure),
        )
        self.after_sync = Switch(self.tr("Write it after each sync that brought something"))
        self.after_sync.setChecked(profile.after_sync)
        self.guarded = Switch(self.tr("Put an apostrophe before text that a spreadsheet would run (CSV)"))
        self.guarded.setChecked(selection.guarded)
        self.format.currentIndexChanged.connect(lambda _at: self._format_chosen())
        self._format_chosen()
        self.notice = Notice()
        self.cancel_button = button(self.tr("Cancel"), self.reject)
        self.save_button = button(self.tr("Save"), self.save, role="main")
        self._build()

    @staticmethod
    def _box(name: str, choices: Sequence[tuple[str, str]], chosen: str) -> ChoiceBox:
        box = ChoiceBox(name)
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[3])
        grid.setColumnStretch(1, 1)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name"), self.name),
            (self.tr("Format"), self.format),
            (self.tr("Where to"), self.place),
            (self.tr("Password"), self.password),
            (self.tr("Account"), self.account),
            (self.tr("Applications"), self.status),
            (self.tr("People"), self.privacy),
            (self.tr("Tables"), self.tables),
        )
        for number, (text, field) in enumerate(fields):
            label = plain(text, "soft")
            label.setBuddy(field)
            field.setAccessibleName(text)
            top = Qt.AlignmentFlag.AlignTop if field is self.tables else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, number, 0, top)
            grid.addWidget(field, number, 1)
            if field is self.password:
                self._password_label = label
        says = self.tr(
            "A choice of applications brings their candidates, steps and interviews; lists of jobs stay whole."
            " Columns and more filters: atsdesk export profiles add --help."
        )
        inside = column(
            grid, plain(says, "faint", wrap=True), self.guarded, self.after_sync, self.notice, gap=SPACE[3]
        )
        inside.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[3])
        buttons = row(None, self.cancel_button, self.save_button)
        buttons.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        self.setLayout(column(inside, line(), buttons, gap=0))
        self.resize(560, 620)
        self._fit()

    def _fit(self) -> None:
        """Show what the kind of profile asks for."""
        self.place.fit()
        for widget in (self._password_label, self.password):
            widget.setVisible(self.format.currentData() == PUBLISH)

    def _format_chosen(self) -> None:
        self.guarded.setEnabled(self.format.currentData() == "csv")

    def profile(self) -> Profile:
        """What the dialog says."""
        before = self._before.selection
        items = [self.tables.item(number) for number in range(self.tables.count())]
        chosen = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        tables = tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in chosen)
        filters = {key: values for key, values in before.query.chosen.items() if key != "status"}
        if status := str(self.status.currentData()):
            filters["status"] = tuple(status.split(_BETWEEN))
        query = Query(text=before.query.text, account=str(self.account.currentData()), chosen=filters)
        return Profile(
            self.name.text().strip(),
            self.place.text().strip(),
            str(self.format.currentData()),
            Selection(
                () if len(chosen) == len(items) else tables,
                {table: columns for table, columns in before.columns.items() if table in tables},
                query,
                Disclosure(self.privacy.currentData()),
                self.guarded.isChecked(),
            ),
            self.after_sync.isChecked(),
        )

    def save(self) -> None:
        profile = self.profile()
        if not profile.path:
            self.notice.say(self.tr("Say where to write it."), "warm")
            return
        if not any(
            self.tables.item(number).checkState() is Qt.CheckState.Checked
            for number in range(self.tables.count())
        ):
            self.notice.say(self.tr("Choose a table at least."), "warm")
            return
        self.save_button.setEnabled(False)
        password = self.password.text() if profile.format == PUBLISH else ""
        self._workers.work(
            *(_save, self._desk, self._before, profile, password), then=partial(self._kept, profile.name)
        )

    def _kept(self, name: str, _result: object, error: BaseException | None) -> None:
        self.save_button.setEnabled(True)
        if error is not None:
            self.notice.say(describe(error).says, "bad")
            return
        self.saved.emit(name)
        self.accept()


def _save(desk: Desk, before: Profile, profile: Profile, password: str) -> None:
    """Keep a profile, in place of what it was called before, and its password; in a worker."""
    desk.profiles.save(profile, instead_of=before.name)
    if password:
        desk.profiles.publishing.keep_password(profile.path, password)
