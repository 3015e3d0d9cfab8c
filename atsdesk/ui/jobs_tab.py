"""The Jobs tab: which jobs are worked on, chosen one by one or many at once, and what became of them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QMenu

from atsdesk.store.accounts import Account
from atsdesk.store.exposures import Done, Event, Key
from atsdesk.sync.books import Changes
from atsdesk.ui import formats, job_words
from atsdesk.ui.browse_tab import BrowseTab
from atsdesk.ui.job_alerts import JobAlerts
from atsdesk.ui.own_add_dialog import OwnAddDialog
from atsdesk.ui.own_import_dialog import OwnImportDialog
from atsdesk.ui.own_jobs_dialog import OwnJobsDialog
from atsdesk.ui.parts import Notice, button, column, row
from atsdesk.ui.paste_dialog import PasteDialog
from atsdesk.ui.table_model import Found, Row
from atsdesk.ui.theme import SPACE

Opened = TypeVar("Opened", bound=QDialog)
REFUSED_SHOWN = 3
CLOSED_SINCE = "exposed_closed"
EXPOSED = Changes(frozenset({"exposures"}), 0, 0, 0)


class JobsTab(BrowseTab):
    """Rows of jobs with a box to tick, a bar of what can be done with them, and the banner of what changed."""

    alerts_read = Signal(object)
    """What is still to be taken note of, of all accounts: it was read again."""

    def _build(self) -> None:
        super()._build()
        self._batch = 0
        self.alerts = JobAlerts()
        self.expose_button = button(self.tr("Expose"), self.expose)
        self.expose_button.setToolTip(self.tr("Work on the selected jobs  Space"))
        self.hide_button = button(self.tr("Hide"), self.give_up)
        self.hide_button.setToolTip(self.tr("Work on the selected jobs no more"))
        self.all_button = button(self.tr("Expose all shown"), self.expose_all)
        self.undo_button = button(self.tr("Undo"), self.undo, role="link")
        self.paste_button = button(self.tr("Paste a list…"), self.open_paste, glyph="copy")
        self.own_button = button(self.tr("Own jobs…"), self.open_own_jobs, glyph="link")
        self.refusals = Notice()
        self.undo_button.hide()
        bar = row(
            self.expose_button,
            self.hide_button,
            self.all_button,
            self.undo_button,
            None,
            self.paste_button,
            self.own_button,
            margins=(SPACE[4], 0, SPACE[3], SPACE[2]),
        )
        box = self.layout()
        assert isinstance(box, type(column()))
        box.insertLayout(1, column(bar, self.refusals, gap=0))
        box.insertWidget(0, self.alerts)
        box.setStretch(box.count() - 1, 1)

    def _connect(self) -> None:
        super()._connect()
        self.table.ticked.connect(self._ticked)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._able())
        self.alerts.acknowledged.connect(self.acknowledge)
        self.alerts.show_wanted.connect(self.show_closed)
        self.alerts.opened.connect(self._open_job)
        QShortcut(QKeySequence.StandardKey.Undo, self.table, self.undo)
        self._able()

    # what becomes of the chosen

    def tell_accounts(self, accounts: Sequence[Account]) -> None:
        super().tell_accounts(accounts)
        self.read_alerts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_alerts()

    def take_changes(self, changes: Changes) -> None:
        super().take_changes(changes)
        if changes.tables & {"exposures", "accounts"}:
            self.read_alerts()

    def read_alerts(self) -> None:
        self.workers.read(self.desk.jobs.alerts, then=self._take_alerts)

    def _take_alerts(self, alerts: list[Event] | None, error: BaseException | None) -> None:
        if alerts is None:
            self.workers.trouble.emit(error)
            return
        account = self.model.query.account
        self.alerts.show_alerts([one for one in alerts if account in {"", one.account}])
        self.alerts_read.emit(alerts)

    def acknowledge(self, keys: Sequence[Key]) -> None:
        """Take note of what became of these jobs; their history keeps it."""
        self.workers.work(self.desk.jobs.acknowledge, keys, then=self._noted)

    def _noted(self, _count: int | None, error: BaseException | None) -> None:
        if error is not None:
            self.workers.trouble.emit(error)
        self._look_again()

    def show_closed(self) -> None:
        """Show the exposed jobs that take no candidates, and nothing else."""
        self.show_everything()
        self.filters.choose({"exposure": (CLOSED_SINCE,)})

    def _open_job(self, account: str, job: str) -> None:
        self._show_panel()
        self.panel.show_row(account, job)

    # choosing

    def _ticked(self, key: Row | None) -> None:
        """A box was ticked, or the space bar pressed on what is selected."""
        if key is None:
            current = self.table.currentIndex()
            row = self.model.row(current.row()) if current.isValid() else None
            if row is not None:
                self.give_up() if self._is_exposed(row) else self.expose()
            return
        row = next((one for one in self._loaded() if one[:2] == key[:2]), None)
        if row is not None:
            act = self.desk.jobs.hide if self._is_exposed(row) else self.desk.jobs.expose
            self._work(act, [(str(key[0]), str(key[1]))])

    def _loaded(self) -> list[Row]:
        first, last = self.table.visible_rows()
        return [row for number in range(first, last + 1) if (row := self.model.row(number)) is not None]

    def _is_exposed(self, row: Row) -> bool:
        keys = [column.key for column in self.model.view.columns]
        return bool(row[len(self.model.view.hidden) + keys.index("exposed")])

    def expose(self) -> None:
        """Work on the selected jobs."""
        self._work_on_selected(self.desk.jobs.expose)

    def give_up(self) -> None:
        """Work on the selected jobs no more."""
        self._work_on_selected(self.desk.jobs.hide)

    def expose_all(self) -> None:
        """Work on all jobs that the search and the filters show, those that take candidates."""
        self._work(self._expose_seen, None)

    def _work_on_selected(self, act: Callable[[list[Key]], Done]) -> None:
        if ranges := self.table.selected_ranges():
            self._work(partial(self._act_on_seen, act), ranges)

    def _act_on_seen(
        self, act: Callable[[list[Key]], Done], ranges: Sequence[tuple[int, int]] | None
    ) -> Done:
        return act(self.desk.jobs.seen(self.model.view, self.model.query, ranges))

    def _expose_seen(self, _all: None) -> Done:
        return self._act_on_seen(self.desk.jobs.expose, None)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._batch:
            self._work(self.desk.jobs.undo, self._batch)

    def _work(self, act: Callable[..., Done], *arguments: object) -> None:
        self.workers.work(act, *arguments, then=self._done)

    def _done(self, done: Done | None, error: BaseException | None) -> None:
        if done is None:
            self.workers.trouble.emit(error)
            return
        self.take_done(done)

    def take_done(self, done: Done) -> None:
        """Something was done to the choice of jobs, here or in a dialog."""
        self._tell(done)
        self._look_again()

    def _tell(self, done: Done) -> None:
        """Say what an act did, and offer to take it back."""
        self._batch = done.batch
        self.undo_button.setVisible(bool(done.batch))
        count = formats.number(len(done.changed))
        self.undo_button.setText(self.tr("Undo ({})").format(count))
        if done.changed:
            self.said.emit(self.tr("Jobs changed: {}. Ctrl+Z takes it back.").format(count))
        self.refusals.say(self._refused(done), "warm")

    def _refused(self, done: Done) -> str:
        if not done.refused:
            return ""
        named = [
            f"{done.names.get(key, key[1])}: {job_words.sentence(reason)}"
            for key, reason in done.refused.items()
        ]
        says = self.tr("Not exposed: {}").format(formats.number(len(named)))
        more = " …" if len(named) > REFUSED_SHOWN else ""
        return f"{says}. {' '.join(named[:REFUSED_SHOWN])}{more}"

    def _look_again(self) -> None:
        self._reread()
        self.read_alerts()

    # dialogs

    def open_paste(self) -> PasteDialog:
        """Paste a list of jobs, to be found in the account shown."""
        dialog = PasteDialog(self.desk, self.workers, self.model.query.account, self.window())
        dialog.exposed.connect(self.take_done)
        return _opened(dialog)

    def open_own_jobs(self) -> OwnJobsDialog:
        dialog = OwnJobsDialog(self.desk, self.workers, self.window())
        dialog.changed.connect(self.take_done)
        dialog.import_wanted.connect(partial(self.open_import, dialog))
        dialog.add_wanted.connect(partial(self.open_add, dialog))
        return _opened(dialog)

    def open_import(self, around: OwnJobsDialog, path: Path | None = None) -> OwnImportDialog:
        """Import a list of own jobs; those that are shown are read again when it is in."""
        dialog = OwnImportDialog(self.desk, self.workers, around, path=path)
        dialog.imported.connect(around.reread)
        return _opened(dialog)

    def open_add(self, around: OwnJobsDialog) -> OwnAddDialog:
        dialog = OwnAddDialog(self.desk, self.workers, around)
        dialog.added.connect(around.reread)
        return _opened(dialog)

    def _able(self) -> None:
        chosen = bool(self.table.selected_ranges())
        self.expose_button.setEnabled(chosen)
        self.hide_button.setEnabled(chosen)

    def _found(self, found: Found) -> None:
        super()._found(found)
        self.all_button.setEnabled(found.count > 0)
        self.all_button.setText(self.tr("Expose all {} shown").format(formats.number(found.count)))

    def row_menu(self) -> QMenu:
        menu = super().row_menu()
        first = menu.actions()[0]
        chosen = bool(self.table.selected_ranges())
        for says, act in ((self.tr("Expose\tSpace"), self.expose), (self.tr("Hide"), self.give_up)):
            action = menu.addAction(says, act)
            action.setEnabled(chosen)
            menu.removeAction(action)
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        return menu


def _opened(dialog: Opened) -> Opened:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
