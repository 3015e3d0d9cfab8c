"""The dialogs of the window: how each is opened, and whom it tells what became of it.

A dialog is imported by the method that opens it: a window opens without any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from atsdesk.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from atsdesk.ats.draft import Draft
    from atsdesk.store.accounts import Account
    from atsdesk.ui.help_window import HelpWindow
    from atsdesk.ui.window import Window


def _nothing() -> None:
    """Nobody is told."""


class Dialogs(QObject):
    """Opens dialogs over the window; what is done in them comes out as a signal."""

    account_added = Signal(object)
    accounts_changed = Signal()
    limits_changed = Signal()
    language_chosen = Signal(str)
    imported = Signal(object)
    forgotten = Signal(object, object)
    noted = Signal(str, object)
    purged = Signal(object)
    restored = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._desk, self._workers = window, window.desk, window.workers
        self._help: HelpWindow | None = None

    def open_account(self) -> QDialog:
        """Connect an account."""
        from atsdesk.ui.accounts_dialog import AccountDialog

        names = [account.id for account in self._window.accounts]
        dialog = AccountDialog(self._desk, self._workers, names, self._window)
        dialog.added.connect(self.account_added)
        return self._open(dialog)

    def open_settings(self) -> QDialog:
        from atsdesk.ui.data_part import DataPart
        from atsdesk.ui.limits_dialog import LimitsPart
        from atsdesk.ui.newer import NewerPart
        from atsdesk.ui.routine import Routine
        from atsdesk.ui.settings_dialog import SettingsDialog

        window = self._window
        dialog = SettingsDialog(
            self._desk, self._workers, window.accounts, window.appearance, window.systems, window
        )
        dialog.add_part(
            Routine(self._desk.folder, self._workers, window.presence, window.accounts_known, window.accounts)
        )
        dialog.add_part(DataPart(self._desk, self._workers, self.open_backups, self.open_retention))
        dialog.add_part(LimitsPart(self._desk, self._workers, self.limits_changed.emit))
        dialog.add_part(NewerPart(self._desk, self._workers))
        if window.language is not None:
            dialog.look.offer_languages(window.language.choice, self.language_chosen.emit)
        dialog.accounts_changed.connect(self.accounts_changed)
        dialog.added.connect(self.account_added)
        dialog.import_wanted.connect(self._import_into)
        window.accounts_known.connect(dialog.show_accounts)
        return self._open(dialog)

    @property
    def in_settings(self) -> bool:
        """Whether the person is in the settings."""
        from atsdesk.ui.settings_dialog import SettingsDialog

        return any(dialog.isVisible() for dialog in self._window.findChildren(SettingsDialog))

    def importing(self) -> list[Account]:
        """The accounts that take files; the one shown first."""
        able = [account for account in self._window.accounts if self._desk.file_tables(account.ats)]
        return sorted(able, key=lambda account: account.id != self._window.side.account)

    def open_import(self, path: Path | None, account: str = "") -> QDialog:
        """Import a file, into one account or into one to be chosen."""
        from atsdesk.ui.import_dialog import ImportDialog

        able = [one for one in self.importing() if account in {"", one.id}]
        dialog = ImportDialog(self._desk, self._workers, able, self._window, path=path)
        dialog.imported.connect(self.imported)
        return self._open(dialog)

    def _import_into(self, account: str) -> None:
        self.open_import(None, account)

    def open_forget(self, account: str, candidate: str) -> QDialog:
        from atsdesk.ui.forget_dialog import ForgetDialog

        dialog = ForgetDialog(self._desk, self._workers, account, candidate, self._window)
        dialog.forgotten.connect(self.forgotten)
        return self._open(dialog)

    def open_note(self, draft: Draft, name: str) -> QDialog:
        """Write a note about somebody whom an ATS has."""
        from atsdesk.ui.note_dialog import NoteDialog

        dialog = NoteDialog(self._desk, self._workers, draft, name, self._window)
        dialog.put_in.connect(self.noted)
        return self._open(dialog)

    def open_backups(self, changed: Callable[[], object] = _nothing) -> QDialog:
        """The safety copies; `changed` is called when there is another one."""
        from atsdesk.ui.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self._desk, self._workers, self._window)
        dialog.changed.connect(lambda: changed())
        dialog.restored.connect(self.restored)
        return self._open(dialog)

    def open_retention(self, changed: Callable[[], object] = _nothing) -> QDialog:
        """How long things are kept; `changed` is called when another time was chosen."""
        from atsdesk.ui.retention_dialog import RetentionDialog

        dialog = RetentionDialog(self._desk, self._workers, self._window)
        dialog.accepted.connect(lambda: changed())
        dialog.purged.connect(self.purged)
        return self._open(dialog)

    def warn_of_place(self, says: str) -> QDialog:
        """The folder lies where the data file can get damaged."""
        from atsdesk.ui.told import told
        from atsdesk.ui.trouble import Trouble, TroubleDialog, versions

        title = self.tr("The data folder is not in a safe place")
        return self._open(TroubleDialog(Trouble(title, told(says), versions()), self._window))

    def open_shortcuts(self) -> QDialog:
        from atsdesk.ui.shortcuts import ShortcutSheet

        return self._open(ShortcutSheet(self._titles(), self._window))

    def open_help(self, page: str) -> HelpWindow:
        """Bring the one Help forward, at a page."""
        from atsdesk.ui.help_window import HelpWindow
        from atsdesk.ui.shortcuts import keys

        if self._help is None:
            self._help = HelpWindow(keys(self._titles()))
        self._help.open_page(page)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()
        return self._help

    def retint_help(self) -> None:
        if self._help is not None:
            self._help.retint()

    def close_help(self) -> None:
        """It goes with the window."""
        if self._help is not None:
            self._help.close()
            self._help.deleteLater()
            self._help = None

    def _titles(self) -> list[str]:
        return [tab.title for tab in self._window.pages.tabs]

    def show_trouble(self, error: BaseException | None) -> None:
        """Tell the person, calmly; one message at a time, the rest is in the log."""
        if error is None:
            return
        from atsdesk.ui.damage_dialog import DamageDialog
        from atsdesk.ui.trouble import TroubleDialog, describe, write_down

        write_down(error)
        told_before = (*self._window.findChildren(TroubleDialog), *self._window.findChildren(DamageDialog))
        if any(dialog.isVisible() for dialog in told_before):
            return
        if isinstance(error, DamagedError):
            dialog = DamageDialog(self._desk.care, self._workers, error, self._window)
            dialog.repaired.connect(self.restored)
            self._open(dialog)
        else:
            self._open(TroubleDialog(describe(error), self._window))

    def _open(self, dialog: QDialog) -> QDialog:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
