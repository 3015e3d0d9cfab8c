"""Two sets of colours, and following the system from one to the other while the program runs."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from atsdesk.ui.assets import retint

SPACE = (0, 4, 8, 12, 16, 24, 32, 48)
"""The spacing scale, in logical pixels; index 2 is the usual gap."""
RADIUS = 6
DARK_BELOW = 128


@dataclass(frozen=True, slots=True)
class Tone:
    """Colours of a status: text on its soft ground, and the dot before it."""

    text: str
    ground: str
    dot: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of a theme by what it is for. Texts keep 4.5:1 on each ground they may stand on."""

    name: str
    ground: str
    side: str
    surface: str
    hover: str
    pressed: str
    line: str
    edge: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_fill: str
    accent_fill_hover: str
    on_accent: str
    selected: str
    selected_idle: str
    skeleton: str
    good: Tone
    info: Tone
    warm: Tone
    bad: Tone
    calm: Tone
    quiet: Tone


LIGHT = Tokens(
    name="light",
    ground="#F7F7F5",
    side="#F0F0ED",
    surface="#FFFFFF",
    hover="#F4F4F2",
    pressed="#E8E8E4",
    line="#E7E6E2",
    edge="#CFCEC8",
    text="#1D2025",
    text_2="#525966",
    text_3="#646B77",
    accent="#2456CC",
    accent_fill="#2F62DE",
    accent_fill_hover="#2553C4",
    on_accent="#FFFFFF",
    selected="#E4ECFD",
    selected_idle="#EDEDEA",
    skeleton="#ECEBE7",
    good=Tone("#17663D", "#E1F3E8", "#2C9C63"),
    info=Tone("#2450B8", "#E6EDFC", "#3B74EE"),
    warm=Tone("#7F4C00", "#FBF0DA", "#D08A1B"),
    bad=Tone("#A32018", "#FCE9E7", "#D9483B"),
    calm=Tone("#5B3AB0", "#F0EAFC", "#8461D6"),
    quiet=Tone("#525966", "#EFEFEC", "#9299A4"),
)
DARK = Tokens(
    name="dark",
    ground="#18191B",
    side="#141517",
    surface="#1E1F22",
    hover="#26282C",
    pressed="#303237",
    line="#2C2E32",
    edge="#45484F",
    text="#ECEDEE",
    text_2="#B1B6BF",
    text_3="#9AA0AB",
    accent="#8AABFF",
    accent_fill="#3A68DE",
    accent_fill_hover="#4470DF",
    on_accent="#FFFFFF",
    selected="#25345A",
    selected_idle="#2B2D32",
    skeleton="#2B2D31",
    good=Tone("#7FD9A6", "#183325", "#3FB77C"),
    info=Tone("#A3BEFF", "#1E2D52", "#6A95FB"),
    warm=Tone("#F0C270", "#3A2C12", "#DDA23C"),
    bad=Tone("#FF9F96", "#43201D", "#EA6358"),
    calm=Tone("#C6B1FB", "#30264D", "#9C7DEB"),
    quiet=Tone("#B1B6BF", "#2B2D32", "#7F8590"),
)


def tokens() -> Tokens:
    """The colours in force: those of the application's palette, so that a painted widget is never out of step."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < DARK_BELOW else LIGHT


def palette(colors: Tokens) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for where, value in (
        (role.Window, colors.ground),
        (role.WindowText, colors.text),
        (role.Base, colors.surface),
        (role.AlternateBase, colors.hover),
        (role.Text, colors.text),
        (role.PlaceholderText, colors.text_3),
        (role.Button, colors.surface),
        (role.ButtonText, colors.text),
        (role.BrightText, colors.bad.text),
        (role.ToolTipBase, colors.surface),
        (role.ToolTipText, colors.text),
        (role.Highlight, colors.accent_fill),
        (role.HighlightedText, colors.on_accent),
        (role.Accent, colors.accent_fill),
        (role.Link, colors.accent),
        (role.Light, colors.hover),
        (role.Midlight, colors.line),
        (role.Mid, colors.edge),
        (role.Dark, colors.edge),
        (role.Shadow, colors.edge),
    ):
        made.setColor(where, QColor(value))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colors.text_3))
    return made


class Appearance(QObject):
    """Keeps the program in the chosen theme: `light`, `dark`, or `system`, which follows the system live.

    Nothing is put on until the first choice: a window is built in half the time while it has no style sheet yet.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = "system"
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> str:
        return self._choice

    def choose(self, choice: str) -> None:
        self._choice = choice
        hints = self._app.styleHints()
        if choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
        self._follow()

    def _follow(self) -> None:
        scheme = self._app.styleHints().colorScheme()
        dark = scheme == Qt.ColorScheme.Dark if self._choice == "system" else self._choice == "dark"
        self.show(DARK if dark else LIGHT)

    def show(self, colors: Tokens) -> None:
        """Put one set of colours on everything."""
        from atsdesk.ui.style import sheet

        self._app.setPalette(palette(colors))
        style = sheet(colors)
        if style != self._app.styleSheet():  # all widgets would be styled anew
            self._app.setStyleSheet(style)
        retint()
        self.changed.emit(colors)
