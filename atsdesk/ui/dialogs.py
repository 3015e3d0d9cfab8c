"""The dialogs of the window: how each is opened, and whom it tells what became of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from atsdesk.desk import Account
from atsdesk.ui.accounts_dialog import AccountDialog
from atsdesk.ui.forget_dialog import ForgetDialog
from atsdesk.ui.help_window import HelpWindow
from atsdesk.ui.import_dialog import ImportDialog
from atsdesk.ui.limits_dialog import LimitsPart
from atsdesk.ui.routine import Routine
from atsdesk.ui.settings_dialog import SettingsDialog
from atsdesk.ui.shortcuts import ShortcutSheet, keys
from atsdesk.ui.trouble import TroubleDialog, describe, write_down

if TYPE_CHECKING:
    from atsdesk.ui.window import Window


class Dialogs(QObject):
    """Opens dialogs over the window; what is done in them comes out as a signal."""

    account_added = Signal(object)
    accounts_changed = Signal()
    limits_changed = Signal()
    language_chosen = Signal(str)
    imported = Signal(object)
    forgotten = Signal(object, object)

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk, self._workers = window, window.desk, window.workers
        self._help: HelpWindow | None = None

    def open_account(self) -> QDialog:
        """Connect an account."""
        names = [account.id for account in self._window.accounts]
        dialog = AccountDialog(self._desk, self._workers, names, self._window)
        dialog.added.connect(self.account_added)
        return self._open(dialog)

    def open_settings(self) -> QDialog:
        window = self._window
        dialog = SettingsDialog(
            self._desk, self._workers, window.accounts, window.appearance, window.systems, window
        )
        dialog.add_part(
            Routine(self._desk.folder, self._workers, window.presence, window.accounts_known, window.accounts)
        )
        dialog.add_part(LimitsPart(self._desk, self._workers, self.limits_changed.emit))
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
        return any(dialog.isVisible() for dialog in self._window.findChildren(SettingsDialog))

    def importing(self) -> list[Account]:
        """The accounts that take files; the one shown first."""
        able = [account for account in self._window.accounts if self._desk.file_tables(account.ats)]
        return sorted(able, key=lambda account: account.id != self._window.side.account)

    def open_import(self, path: Path | None, account: str = "") -> QDialog:
        """Import a file, into one account or into one to be chosen."""
        able = [one for one in self.importing() if account in {"", one.id}]
        dialog = ImportDialog(self._desk, self._workers, able, self._window, path=path)
        dialog.imported.connect(self.imported)
        return self._open(dialog)

    def _import_into(self, account: str) -> None:
        self.open_import(None, account)

    def open_forget(self, account: str, candidate: str) -> QDialog:
        dialog = ForgetDialog(self._desk, self._workers, account, candidate, self._window)
        dialog.forgotten.connect(self.forgotten)
        return self._open(dialog)

    def open_shortcuts(self) -> QDialog:
        return self._open(ShortcutSheet(self._titles(), self._window))

    def open_help(self, page: str) -> HelpWindow:
        """Bring the one Help forward, at a page."""
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
        return [title for _, title, _ in self._window.tabs]

    def show_trouble(self, error: BaseException | None) -> None:
        """Tell the person, calmly; one message at a time, the rest is in the log."""
        if error is None:
            return
        write_down(error)
        if not any(dialog.isVisible() for dialog in self._window.findChildren(TroubleDialog)):
            self._open(TroubleDialog(describe(error), self._window))

    def _open(self, dialog: QDialog) -> QDialog:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
