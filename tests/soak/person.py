"""Somebody who works in the window meanwhile: searches, looks at people, turns to other tabs, opens dialogs."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from atsdesk.ui.browse_tab import BrowseTab
from atsdesk.ui.window import Window

WORDS = ("a", "mar", "co", "le", "כ", "@example", "xyzzy", "an", "05")
PAGES = ("start", "browse", "sync", "export")
"""Of the guide."""
Wait = Callable[[str], None]
"""Until no worker works for the window; the words say for whom."""


class Person:
    """Does one thing after another, by lot."""

    def __init__(self, window: Window, folder: Path, seed: int, wait: Wait) -> None:
        self._window, self._folder, self._wait = window, folder, wait
        self._rng = random.Random(f"person {seed}")
        self.done: Counter[str] = Counter()
        self._acts: dict[str, Callable[[], None]] = {
            "searches": self._search,
            "opens a row": self._open_row,
            "sorts": self._sort,
            "turns to a tab": self._turn,
            "chooses an account": self._choose_account,
            "scrolls": self._scroll,
            "copies rows": self._copy,
            "opens a dialog": self._open_dialog,
            "reads the guide": self._read_guide,
            "changes the look": self._change_look,
            "exports what is shown": self._export_shown,
        }

        self._cheap = [name for name in self._acts for _ in range(4) if name != "exports what is shown"]

    def act(self) -> None:
        """Do something."""
        name = self._rng.choice([*self._cheap, "exports what is shown"])
        self._acts[name]()
        self.done[name] += 1

    def rest(self) -> None:
        """Leave the window as it was at first, so that rounds can be compared."""
        self._window.header.search.setText("")
        self._window.side.account_chosen.emit("")
        for tab in self._window.pages.browsed():
            tab.close_panel()
        self._window.show_tab(0)

    def _tab(self) -> BrowseTab:
        tab = self._rng.choice(list(self._window.pages.browsed()))
        self._window.show_page(tab)
        self._wait("the rows of a tab")
        return tab

    def _search(self) -> None:
        self._tab()
        field = self._window.header.search
        field.setText("")
        word = self._rng.choice(WORDS)
        if word.isascii():
            QTest.keyClicks(field, word)
        else:
            field.setText(word)
        self._wait("what was searched")

    def _open_row(self) -> None:
        tab = self._tab()
        if not tab.model.rowCount():
            return
        tab.table.selectRow(self._rng.randrange(min(20, tab.model.rowCount())))
        QTest.keyClick(tab.table, Qt.Key.Key_Return)
        self._wait("a panel")
        for part in (1, 0):
            tab.panel.show_part(part)
        QTest.keyClick(tab.panel, Qt.Key.Key_Escape)

    def _sort(self) -> None:
        tab = self._tab()
        tab.table.sort_by(self._rng.choice(tab.model.view.columns).key, self._rng.random() < 0.5)
        self._wait("sorted rows")

    def _turn(self) -> None:
        self._window.show_tab(self._rng.randrange(len(self._window.pages.tabs)))
        self._wait("a tab")

    def _choose_account(self) -> None:
        self._tab()
        for action in self._window.side.menu.actions()[: self._rng.randint(1, 5)][-1:]:
            action.trigger()
        self._wait("the rows of an account")
        self._window.side.menu.actions()[0].trigger()

    def _scroll(self) -> None:
        bar = self._tab().table.verticalScrollBar()
        for _ in range(5):
            bar.setValue(self._rng.randint(0, max(1, bar.maximum())))
            QTest.qWait(10)

    def _copy(self) -> None:
        tab = self._tab()
        if tab.model.rowCount():
            tab.table.selectAll()
            tab.copy()
            self._wait("copied rows")

    def _open_dialog(self) -> None:
        dialogs = self._window.dialogs
        opened = self._rng.choice(
            (dialogs.open_settings, dialogs.open_shortcuts, dialogs.open_account, dialogs.open_backups)
        )()
        self._wait("a dialog")
        self._close(opened)

    def _close(self, dialog: QDialog) -> None:
        """As a person does: again, where the dialog still waits for something."""
        for _ in range(100):
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            QTest.qWait(50)
            if dialog not in self._window.findChildren(QDialog):
                return

    def _read_guide(self) -> None:
        self._window.open_help(self._rng.choice(PAGES))
        self._wait("the guide")
        self._window.dialogs.close_help()

    def _change_look(self) -> None:
        self._window.appearance.choose(self._rng.choice(("light", "dark")))

    def _export_shown(self) -> None:
        self._tab().export_to(self._folder / "shown.xlsx")
