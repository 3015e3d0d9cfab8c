"""A tab of rows: filter chips, how many of how many, the table, and the panel beside it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedLayout, QWidget

from atsdesk.desk import Desk
from atsdesk.store.accounts import Account
from atsdesk.store.browse import Choice
from atsdesk.store.days import this_day
from atsdesk.store.saved_views import Arrangement
from atsdesk.store.views import View
from atsdesk.sync.books import Changes
from atsdesk.ui import formats
from atsdesk.ui.copying import Copying
from atsdesk.ui.filters import FilterBar
from atsdesk.ui.import_dialog import dropped_file
from atsdesk.ui.memory import Memory
from atsdesk.ui.no_rows import NoRows
from atsdesk.ui.panel_split import PanelSplit
from atsdesk.ui.parts import Every, column, plain, row, tool
from atsdesk.ui.saved_views import ViewPicker
from atsdesk.ui.side_panel import SidePanel
from atsdesk.ui.table_model import Found, Row, RowsModel
from atsdesk.ui.table_view import RowsTable
from atsdesk.ui.theme import SPACE
from atsdesk.ui.view_export import ViewExport
from atsdesk.ui.workers import Workers

MINUTE_MS = 60_000
REFRESH_MS = 1000
"""A table that is on screen while rows arrive is read again at most this often."""
REST = 5
"""Many times as long as reading it again takes, it is left alone."""
AT_FIRST: dict[str, dict[str, tuple[str, ...]]] = {
    "steps": {"state": ("current",), "status": ("active",)},
    "jobs": {"status": ("open",)},
}
"""Filters that are ticked at the start: of the steps, where everyone in the running is now; of the jobs, open ones."""
READ_FROM = frozenset(
    {
        "accounts",
        "candidates",
        "applications",
        "steps",
        "jobs",
        "exposures",
        "openings",
        "sources",
        "users",
        "interviews",
        "interviewers",
        "scorecards",
        "custom_values",
    }
)


class BrowseTab(QFrame):
    """Rows of one view; candidates, steps, jobs and interviews all are this."""

    said = Signal(str)
    """A word for the toast."""
    sync_wanted = Signal()
    import_wanted = Signal(object)
    """A file that was dropped here, or None: the person wants to choose one."""
    asked = Signal(object)
    """Another `Query` rules what is shown."""
    searched = Signal(str)
    """These words are searched now: the search field is to show them."""

    def __init__(
        self,
        desk: Desk,
        view: View,
        title: str,
        workers: Workers,
        memory: Memory,
        panel: SidePanel,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.desk, self._view, self._title = desk, view, title
        self.subject = view.subject
        self.workers, self._memory = workers, memory
        self._stale = True
        self.model = RowsModel(desk, view, workers, self)
        self.table = RowsTable(self.model, memory, title)
        self.copying = Copying(desk, workers, self.model, self.table)
        self.filters = FilterBar(view)
        self.views = ViewPicker(desk, workers, view.name, self.arrangement)
        self.exporting = ViewExport(desk, workers, memory, title)
        self.count = plain("", "soft")
        self.panel = panel
        self.empty = NoRows(view.name)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._reread)
        self._day = this_day()
        Every(MINUTE_MS, self.look_at_the_day, self).start()
        self._build()
        self._connect()
        self.filters.choose(AT_FIRST.get(view.name, {}))
        self._restore_sort()
        self._read_fields()

    def _build(self) -> None:
        self.columns_button = tool("columns", self.tr("Columns"), self._choose_columns)
        self.export_button = tool("export", self.tr("Export this view"), self._choose_export)
        self.panel_button = tool("panel", self.tr("Panel"), self.turn_panel, keys="Enter")
        bar = row(
            self.views,
            self.filters,
            self.count,
            *self.own_tools(),
            self.columns_button,
            self.export_button,
            self.panel_button,
            gap=SPACE[2],
            margins=(SPACE[4], SPACE[2], SPACE[3], SPACE[2]),
        )
        bar.setStretch(1, 1)
        rows = QFrame()
        self._stack = QStackedLayout(rows)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.split = PanelSplit(rows, self.panel, self._memory)
        box = column(bar, self.exporting, self.around(self.split), gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)

    def own_tools(self) -> list[QWidget]:
        """Buttons that a tab has besides those of all."""
        return []

    def around(self, rows: QWidget) -> QWidget:
        """What a tab has beside its rows and the panel."""
        return rows

    def _connect(self) -> None:
        self.model.found.connect(self._found)
        self.model.failed.connect(self.workers.trouble)
        self.table.opened.connect(self._open)
        self.table.pointed.connect(self._pointed)
        self.table.sorted_by.connect(self._sorted)
        self.table.copy_wanted.connect(self.copy)
        self.table.menu_wanted.connect(lambda at: self.row_menu().exec(at))
        self.table.arranged.connect(self.views.compare)
        self.empty.everything_wanted.connect(self.show_everything)
        self.empty.sync_wanted.connect(self.sync_wanted)
        self.empty.import_wanted.connect(self.import_wanted)
        self.views.chosen.connect(self.arrange)
        self.views.said.connect(self.said)
        self.filters.changed.connect(lambda chosen: self._ask(chosen=dict(chosen)))
        self.filters.wanted.connect(self._read_choices)
        self.exporting.exporting.running_changed.connect(self.export_button.setDisabled)
        self.panel.closed.connect(self.close_panel)
        self.panel.said.connect(self.said)
        self.copying.said.connect(self.said)

    def _read_fields(self) -> None:
        if self._view.extended:
            self.workers.read(self.desk.reading.with_custom_fields, self._view, then=self._take_fields)

    def _take_fields(self, view: View | None, error: BaseException | None) -> None:
        if view is None:
            self.workers.trouble.emit(error)
        elif view != self.model.view:
            as_chosen = not self.views.changed
            self.table.show_view(view)
            self._restore_sort()
            if as_chosen:
                self.views.settle()
            self._stale = True
            self._ask()

    def _restore_sort(self) -> None:
        kept = self._memory.mapping(f"sort.{self._view.name}")
        key, descending = kept.get("key"), bool(kept.get("descending"))
        if isinstance(key, str) and key in {column.key for column in self.model.view.columns}:
            self.model.query = replace(self.model.query, sort=key, descending=descending)
            self.table.show_sort(key, descending)

    # asking

    def offer_import(self, can: bool) -> None:
        """Whether files with rows of this tab can be dropped on it."""
        self.empty.imports = can
        self.setAcceptDrops(can)
        self._show_empty()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.import_wanted.emit(path)

    def search(self, text: str) -> None:
        self._ask(text=text)

    def show_account(self, account: str) -> None:
        self._ask(account=account)

    def tell_accounts(self, accounts: Sequence[Account]) -> None:
        """The accounts whose rows are here, which rule what is said where there are none."""
        self.empty.tell_accounts(accounts)
        self._show_empty()

    def _ask(self, **changed: object) -> None:
        query = replace(self.model.query, **changed)  # type: ignore[arg-type]
        if query == self.model.query and not self._stale:
            return
        if self.isVisible():
            self._stale = False
            self.model.ask(query)
        else:
            self._stale = True
            self.model.query = query
        self.views.compare()
        self.asked.emit(query)

    # views

    def arrangement(self) -> Arrangement:
        """What is shown now, and how."""
        query = self.model.query
        filters = {key: values for key, values in query.chosen.items() if values}
        columns, widths = self.table.arrangement()
        return Arrangement(
            query.text, filters, query.sort, query.descending and bool(query.sort), columns, widths
        )

    def arrange(self, shows: Arrangement) -> None:
        """Show this; filters and columns that are not here are left out."""
        self.table.arrange(shows.columns, shows.widths)
        known = {column.key for column in self.model.view.columns}
        sort = shows.sort if shows.sort in known else ""
        self.table.show_sort(sort, shows.descending)
        self._memory.put(f"sort.{self._view.name}", {"key": sort, "descending": shows.descending})
        kept = {one.key for one in self._view.filters}
        chosen = {key: tuple(values) for key, values in shows.filters.items() if key in kept}
        self._ask(text=shows.search, chosen=chosen, sort=sort, descending=shows.descending)
        self.filters.choose(chosen)
        self.searched.emit(shows.search)

    def _sorted(self, key: str, descending: bool) -> None:
        self._memory.put(f"sort.{self._view.name}", {"key": key, "descending": descending})
        self._ask(sort=key, descending=descending)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.model.ask(self.model.query)
        self.panel.reread()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = self._stale or self._refresh.isActive()
        self._refresh.stop()

    def take_changes(self, changes: Changes) -> None:
        """Rows changed in the store: read again what is on screen, or later when shown."""
        if "custom_fields" in changes.tables:
            self._read_fields()
        if not changes.tables & READ_FROM:
            return
        if not self.isVisible():
            self._stale = True
        elif not self._refresh.isActive():
            rest = max(REFRESH_MS, round(self.model.took * 1000 * REST))
            self._refresh.start(rest if self.model.rowCount() else 50)

    def look_at_the_day(self) -> None:
        """Another day has begun: what is shown of "today" is another."""
        if self._day != this_day():
            self._day, self._stale = this_day(), not self.isVisible()
            if not self._stale:
                self._reread()

    def _reread(self) -> None:
        self.model.refresh(*self.table.visible_rows())
        self.panel.reread()

    # answers

    def _found(self, found: Found) -> None:
        count, total = formats.number(found.count), formats.number(found.total)
        self.count.setText(count if found.count == found.total else self.tr("{} of {}").format(count, total))
        self._show_empty()

    def _show_empty(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
            return
        self.empty.explain(self.model.query)
        self._stack.setCurrentWidget(self.empty)

    def show_everything(self) -> None:
        self.searched.emit("")
        self.filters.clear()

    def _read_choices(self, key: str) -> None:
        self.workers.count(
            self.desk.reading.choices,
            self._view,
            key,
            self.model.query,
            then=partial(self._take_choices, key),
        )

    def _take_choices(self, key: str, choices: list[Choice] | None, error: BaseException | None) -> None:
        if choices is None:
            self.workers.trouble.emit(error)
        else:
            self.filters.fill(key, choices)

    # the panel

    def _open(self, key: Row) -> None:
        self._show_panel()
        self.panel.show_row(*(str(cell or "") for cell in key[:3]))

    def _pointed(self, key: Row) -> None:
        if self.panel.isVisible():
            self.panel.show_row(*(str(cell or "") for cell in key[:3]))

    def open_row(self, account: str, identity: str) -> None:
        """Show something in the panel, whether or not the table shows it."""
        self._show_panel()
        self.panel.show_row(account, identity)

    def _show_panel(self) -> None:
        self.split.open(self.width())

    def turn_panel(self) -> None:
        key = self.model.key(self.table.currentIndex().row()) if self.table.currentIndex().isValid() else None
        if self.panel.isVisible():
            self.close_panel()
        elif key:
            self._open(key)
        elif self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, self.table.shown_columns()[0]))
            self.turn_panel() if self.model.key(0) else None

    def close_panel(self) -> None:
        self.panel.hide()
        self.table.setFocus()

    # rows for elsewhere

    def _choose_columns(self) -> None:
        below = self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height()))
        self.table.column_menu().exec(below)

    def row_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self.table.currentIndex()
        key = self.model.key(current.row()) if current.isValid() else None
        if key is not None:
            menu.addAction(self.tr("Open panel"), partial(self._open, key))
            says, can = self.panel.offer_page(str(key[0]), str(key[2] or ""))
            menu.addAction(says, partial(self._visit, key)).setEnabled(can)
        menu.addSeparator()
        menu.addAction(self.tr("Copy rows\tCtrl+C"), self.copy).setEnabled(bool(self.table.selected_ranges()))
        value = str(self.model.data(current) or "") if current.isValid() else ""
        menu.addAction(self.tr("Copy cell"), partial(self.copying.copy_text, value)).setEnabled(bool(value))
        menu.addAction(self.tr("Select all\tCtrl+A"), self.table.selectAll)
        menu.addSeparator()
        menu.addAction(self.tr("Columns…"), self._choose_columns)
        menu.addAction(self.tr("Export this view…"), self._choose_export).setEnabled(
            not self.exporting.exporting.running
        )
        return menu

    def _choose_export(self) -> None:
        if path := self.exporting.choose(self):
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write exactly these rows and columns, in this order, to a workbook or a CSV file."""
        filters = "; ".join(self.filters.told())
        self.exporting.export(path, self.model.view, self.model.query, self.table.shown_columns(), filters)

    def _visit(self, key: Row) -> None:
        self.panel.visit(*(str(cell or "") for cell in key[:3]))

    def copy(self) -> None:
        """Copy the selected rows."""
        self.copying.copy_rows()
