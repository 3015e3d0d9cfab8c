"""The chip that names what a tab shows, and the menu of saved views behind it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMenu, QWidget

from atsdesk.desk import Desk
from atsdesk.store.saved_views import Arrangement, SavedView
from atsdesk.ui import formats
from atsdesk.ui.parts import DownButton, button, column, plain, restyle, row
from atsdesk.ui.theme import SPACE
from atsdesk.ui.workers import Workers

LONGEST = 32
"""Characters of a name that fit on the chip."""


class ViewPicker(DownButton):
    """Saved views of one tab: choose, save, rename, delete, show at the start, hand on as JSON."""

    chosen = Signal(object)
    """The `Arrangement` that the person wants to see."""
    said = Signal(str)

    def __init__(self, desk: Desk, workers: Workers, tab: str, shown: Callable[[], Arrangement]) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self._desk, self._workers, self._tab, self._shown = desk, workers, tab, shown
        self._known = False
        self._as_chosen: Arrangement | None = None
        self._deleted: SavedView | None = None
        self.views: Sequence[SavedView] = ()
        self.current: SavedView | None = None
        self.clicked.connect(
            lambda: self.menu_of_views().exec(self.mapToGlobal(QPoint(0, self.height() + SPACE[1])))
        )
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._known:
            self._workers.read(self._desk.views.of, self._tab, then=self._begin)

    def _begin(self, views: Sequence[SavedView] | None, error: BaseException | None) -> None:
        """The first answer: the view to begin with is shown, as soon as the tab is."""
        if views is None:
            self._workers.trouble.emit(error)
        elif self.isVisible() and not self._known:
            self._known, self.views = True, views
            default = next((view for view in views if view.is_default), None)
            if default is not None:
                self.choose(default)

    # what is shown

    @property
    def changed(self) -> bool:
        """Whether something else is shown than when the current view was chosen."""
        return self._as_chosen is not None and self._shown() != self._as_chosen

    def choose(self, view: SavedView) -> None:
        """Show a view."""
        self.current, self._as_chosen = view, None
        self.chosen.emit(view.shows)
        self.settle()

    def settle(self) -> None:
        """What is shown now is what the current view means here: some of its columns may not be here."""
        if self.current is not None:
            self._as_chosen = self._shown()
        self._say()

    def compare(self) -> None:
        """Something else is shown now."""
        if self.current is not None:
            self._say()

    def _say(self) -> None:
        says = self.tr("Views")
        if self.current is not None:
            name = self.current.name
            name = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
            says = self.tr("{} (changed)").format(name) if self.changed else name
        self.setText(formats.button_text(says))
        self.setAccessibleName(self.tr("Saved views: {}").format(says))
        restyle(self, "chosen", "true" if self.current else "false")

    # the menu

    def menu_of_views(self) -> QMenu:
        """The views, and what can be done with the current one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for view in self.views:
            title = self.tr("{}  · at the start").format(view.name) if view.is_default else view.name
            action = menu.addAction(formats.button_text(title), partial(self.choose, view))
            action.setCheckable(True)
            action.setChecked(self.current is not None and self.current.id == view.id)
        menu.addSeparator()
        if self.current is not None:
            name = formats.button_text(self.current.name)
            save = menu.addAction(self.tr("Save changes to “{}”").format(name), self.save_changes)
            save.setEnabled(self.changed)
        menu.addAction(self.tr("Save as a new view…"), self.ask_new)
        if self.current is not None:
            menu.addAction(self.tr("Rename…"), self.ask_name)
            start = menu.addAction(self.tr("Show at the start"), self.turn_default)
            start.setCheckable(True)
            start.setChecked(self.current.is_default)
            menu.addAction(self.tr("Delete “{}”").format(name), self.delete)
        if self._deleted is not None:
            back = formats.button_text(self._deleted.name)
            menu.addAction(self.tr("Bring back “{}”").format(back), self.bring_back)
        menu.addSeparator()
        menu.addAction(self.tr("Import views…"), self._choose_import)
        export = menu.addAction(self.tr("Export these views…"), self._choose_export)
        export.setEnabled(bool(self.views))
        return menu

    def save(self, name: str) -> None:
        """Keep what is shown under a name."""
        self._change(self._desk.views.save, self._tab, name, self._shown())

    def save_changes(self) -> None:
        if self.current is not None:
            self.save(self.current.name)

    def rename(self, name: str) -> None:
        if self.current is not None:
            self._change(self._desk.views.rename, self.current, name)

    def delete(self) -> None:
        """Delete the current view; what is shown stays, and the menu offers to bring the view back."""
        if self.current is not None:
            self._deleted, view = self.current, self.current
            self.current = self._as_chosen = None
            self._change(self._desk.views.delete, view)
            self.said.emit(self.tr("Deleted: {}. The menu can bring it back.").format(view.name))

    def bring_back(self) -> None:
        if self._deleted is not None:
            view, self._deleted = self._deleted, None
            self._change(self._desk.views.save, self._tab, view.name, view.shows)

    def turn_default(self) -> None:
        """Show the current view at the start from now on, or no longer."""
        if self.current is not None:
            view = None if self.current.is_default else self.current
            self._change(self._desk.views.make_default, self._tab, view)

    def import_from(self, path: Path) -> None:
        """Keep the views that a file holds."""
        self._workers.work(_take_in, self._desk, self._tab, path, then=self._imported)

    def _imported(self, count: int | None, error: BaseException | None) -> None:
        if count is not None:
            self.said.emit(self.tr("Views imported: {}").format(count))
        self._changed_one(None, error)

    def export_to(self, path: Path) -> None:
        """Write the views of this tab to a file."""
        self._workers.work(_write, self._desk, self._tab, path, then=partial(self._written, path))

    def _written(self, path: Path, _result: object, error: BaseException | None) -> None:
        if error is not None:
            self._workers.trouble.emit(error)
        else:
            self.said.emit(self.tr("Written: {}").format(path.name))

    def _change(self, function: Callable[..., Any], *arguments: object) -> None:
        self._workers.work(function, *arguments, then=self._changed_one)

    def _changed_one(self, made: object, error: BaseException | None) -> None:
        if error is not None:
            self._workers.trouble.emit(error)
        if isinstance(made, SavedView):
            self.current = made
            if made.shows == self._shown():
                self._as_chosen = made.shows
        self._workers.read(self._desk.views.of, self._tab, then=self._take)

    def _take(self, views: Sequence[SavedView] | None, error: BaseException | None) -> None:
        if views is None:
            self._workers.trouble.emit(error)
            return
        self.views = views
        if self.current is not None:
            wanted = self.current.id
            self.current = next((view for view in views if view.id == wanted), None)
        self._say()

    # asking

    def ask_new(self) -> QDialog:
        return self._ask(self.tr("Save as a new view"), "", self.save)

    def ask_name(self) -> QDialog:
        return self._ask(self.tr("Rename the view"), self.current.name if self.current else "", self.rename)

    def _ask(self, title: str, name: str, then: Callable[[str], None]) -> QDialog:
        dialog = NameDialog(title, name, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: then(dialog.name.text()))
        dialog.open()
        return dialog

    def _choose_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import views"), "", self.tr("Saved views (*.json)")
        )
        if path:
            self.import_from(Path(path))

    def _choose_export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export views"), f"{self._tab}-views.json", self.tr("Saved views (*.json)")
        )
        if path:
            self.export_to(Path(path).with_suffix(".json"))


class NameDialog(QDialog):
    """Asks for a name."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.selectAll()
        self.name.setMinimumWidth(320)
        self.ok = button(self.tr("Save"), self.accept, role="main")
        self.ok.setDefault(True)
        label = plain(self.tr("Name"))
        label.setBuddy(self.name)
        buttons = row(None, button(self.tr("Cancel"), self.reject), self.ok)
        box = column(plain(title, larger=2, bold=True), column(label, self.name, gap=SPACE[1]), buttons)
        box.setSpacing(SPACE[4])
        box.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        self.setLayout(box)
        self.name.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        self.ok.setEnabled(bool(self.name.text().strip()))


def _take_in(desk: Desk, tab: str, path: Path) -> int:
    """Import a file in a worker; how many views it brought."""
    return len(desk.views.take_in(tab, path.read_bytes()))


def _write(desk: Desk, tab: str, path: Path) -> None:
    path.write_text(desk.views.exported(tab), encoding="utf-8")
