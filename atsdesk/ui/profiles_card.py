"""The profiles of the Export tab: one click writes what one says."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from atsdesk.desk import Desk
from atsdesk.store.profiles import Disclosure, Profile
from atsdesk.ui import formats, words
from atsdesk.ui.parts import button, clear, column, plain, row, tool
from atsdesk.ui.place_field import PUBLISH, kind_names, place_name
from atsdesk.ui.profile_dialog import ProfileDialog
from atsdesk.ui.theme import SPACE
from atsdesk.ui.workers import Workers


class ProfilesCard(QFrame):
    """Lists them; what is to be written is told by a signal."""

    wanted = Signal(object)
    """A `Profile` to write."""

    def __init__(self, desk: Desk, workers: Workers) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._workers = desk, workers
        self._tables: Sequence[str] = ()
        self.accounts: Sequence[str] = ()
        self.profiles: list[Profile] = []
        self.run_buttons: dict[str, QPushButton] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE[3])
        self.new_button = button(self.tr("New profile…"), self.open_new, glyph="plus")
        self.new_button.setEnabled(False)
        head = row(plain(self.tr("Profiles"), bold=True), None, self.new_button)
        inside = column(head, self._rows, gap=SPACE[3])
        inside.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        self.setLayout(inside)

    def reread(self) -> None:
        self._workers.read(_look, self._desk, then=self._take)

    def show_tables(self, tables: Sequence[str]) -> None:
        """Take the tables that a profile can have; none is made or changed before."""
        self._tables = tables
        self.new_button.setEnabled(bool(tables))

    def able(self, able: bool) -> None:
        """Whether one can be written now."""
        for one in self.run_buttons.values():
            one.setEnabled(able)

    def open_new(self) -> None:
        self.open_profile(Profile("", "", "excel"))

    def open(self, name: str) -> None:
        """Show a profile to be changed."""
        if self._tables:
            self.open_profile(next(one for one in self.profiles if one.name == name))

    def open_profile(self, profile: Profile) -> ProfileDialog:
        """Show what a profile says, be it kept or not."""
        dialog = ProfileDialog(
            self._desk, self._workers, self._tables, self.accounts, self.window(), profile=profile
        )
        dialog.saved.connect(lambda _name: self.reread())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def remove(self, name: str) -> None:
        """Forget a profile; what it wrote stays."""
        self._workers.work(self._desk.profiles.remove, name, then=self._removed)

    def _removed(self, _result: object, error: BaseException | None) -> None:
        if error is not None:
            self._workers.trouble.emit(error)
        self.reread()

    def _take(self, looked: tuple[list[Profile], list[str]] | None, error: BaseException | None) -> None:
        if looked is None:
            self._workers.trouble.emit(error)
            return
        self.profiles, self.accounts = looked
        found = self.profiles
        self.run_buttons = {}
        clear(self._rows)
        if not found:
            says = self.tr(
                "None yet. A profile keeps what you export: tables, people with or without names, the place, and"
                " whether it is written after each sync."
            )
            self._rows.addWidget(plain(says, "faint", wrap=True))
        for profile in found:
            self._rows.addLayout(self._line(profile))

    def _line(self, profile: Profile) -> QVBoxLayout:
        name = plain(profile.name, wrap=True)
        name.setToolTip(formats.tip(profile.path))
        publishes = profile.format == PUBLISH
        run = button(
            self.tr("Publish") if publishes else self.tr("Export"), partial(self.wanted.emit, profile)
        )
        says = self.tr("Publish {}") if publishes else self.tr("Export {}")
        run.setAccessibleName(says.format(profile.name))
        self.run_buttons[profile.name] = run
        line = row(
            name,
            None,
            tool("settings", self.tr("Change {}").format(profile.name), partial(self.open, profile.name)),
            tool("trash", self.tr("Remove {}").format(profile.name), partial(self.remove, profile.name)),
            run,
        )
        return column(line, plain(self._about(profile), "faint", wrap=True), gap=SPACE[1])

    def _about(self, profile: Profile) -> str:
        told = {
            Disclosure.FULL: self.tr("with names"),
            Disclosure.PSEUDONYMOUS: self.tr("pseudonyms"),
            Disclosure.NONE: self.tr("no personal data"),
        }
        selection = profile.selection
        parts = [{word: name for name, word in kind_names()}.get(profile.format, profile.format)]
        parts.append(place_name(profile.format, profile.path))
        parts.append(told[selection.disclosure])
        if selection.query.account:
            parts.append(selection.query.account)
        parts += [", ".join(map(words.word, values)) for values in selection.query.chosen.values()]
        if selection.tables:
            parts.append(", ".join(words.resource(name) for name in selection.tables))
        if profile.after_sync:
            parts.append(self.tr("after each sync"))
        return " · ".join(parts)


def _look(desk: Desk) -> tuple[list[Profile], list[str]]:
    """The profiles, and the accounts there are; in a worker."""
    return desk.profiles.all(), [account.id for account in desk.accounts()]
