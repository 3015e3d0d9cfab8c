"""The side of the window: which account, which tab, settings and help."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton

from atsdesk.ui import formats
from atsdesk.ui.assets import put_glyph
from atsdesk.ui.parts import DownButton, button, column
from atsdesk.ui.theme import SPACE

WIDTH = 196


class SideBar(QFrame):
    """Tabs below each other: there is room for more of them."""

    chosen = Signal(object)
    """The number of a tab."""
    account_chosen = Signal(str)
    """An account's name; blank for all."""
    settings_wanted = Signal()
    help_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setFixedWidth(max(WIDTH, self.fontMetrics().averageCharWidth() * 26))
        self.account = ""
        self._systems: Mapping[str, str] = {}
        self.picker = DownButton("")
        self.picker.setProperty("role", "picker")
        self.menu = QMenu(self)
        self.picker.clicked.connect(self._open_menu)
        self._tabs = QButtonGroup(self)
        self.buttons = []
        for number, (glyph, title) in enumerate(tabs):
            tab = self._nav(glyph, title)
            tab.setCheckable(True)
            tab.setToolTip(f"Ctrl+{number + 1}")
            self._tabs.addButton(tab, number)
            self.buttons.append(tab)
        self._tabs.idClicked.connect(lambda number: self.chosen.emit(number))
        self._tabs.idToggled.connect(self._tint)
        self.settings = self._nav("settings", self.tr("Settings"))
        self.settings.setToolTip("Ctrl+,")
        self.settings.clicked.connect(lambda: self.settings_wanted.emit())
        self.help = self._nav("info", self.tr("Help"))
        self.help.setToolTip("F1")
        self.help.clicked.connect(lambda: self.help_wanted.emit())
        self.keys = self._nav("keyboard", self.tr("Shortcuts"))
        self.keys.setToolTip("Shift+F1")
        self.keys.clicked.connect(lambda: self.keys_wanted.emit())
        box = column(self.picker, SPACE[2], *self.buttons, None, self.settings, self.help, self.keys, gap=2)
        box.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        self.setLayout(box)
        self.show_accounts({})

    @staticmethod
    def _nav(glyph: str, title: str) -> QPushButton:
        return button(title, role="nav", glyph=glyph)

    def _tint(self, number: int, on: bool) -> None:
        name = str(self.buttons[number].property("glyph")).partition(":")[0]
        put_glyph(self.buttons[number], name, "accent" if on else "text_2")

    @property
    def number(self) -> int:
        """The number of the tab that is chosen."""
        return self._tabs.checkedId()

    def choose(self, number: int) -> None:
        self.buttons[number].setChecked(True)

    def show_accounts(self, systems: Mapping[str, str]) -> None:
        """Offer these accounts, each with the name of its system, and all of them together."""
        self._systems = systems
        names = list(systems)
        if self.account not in names:
            self.account = names[0] if len(names) == 1 else ""
        self.menu.clear()
        choices = [(name, f"{name}\t{system}") for name, system in systems.items()]
        if len(names) != 1:
            choices.insert(0, ("", self.tr("All accounts")))
        for value, title in choices:
            action = self.menu.addAction(formats.button_text(title), partial(self._pick, value))
            action.setCheckable(True)
            action.setChecked(value == self.account)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Manage accounts…"), self.settings_wanted.emit)
        self._tell()

    def _open_menu(self) -> None:
        self.menu.setMinimumWidth(self.picker.width())
        self.menu.popup(self.picker.mapToGlobal(self.picker.rect().bottomLeft()))

    def _tell(self) -> None:
        shown = self.account or self.tr("All accounts")
        self.picker.setText(shown)
        self.picker.setAccessibleName(self.tr("Account: {}").format(shown))

    def _pick(self, name: str) -> None:
        if name != self.account:
            self.account = name
            self.account_chosen.emit(name)
        self.show_accounts(self._systems)
