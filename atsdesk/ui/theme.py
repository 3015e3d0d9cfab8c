"""Sets of colours, and following the system from one to the other while the program runs."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QScreen
from PySide6.QtWidgets import QApplication

from atsdesk.ui.assets import retint

SPACE = (0, 4, 8, 12, 16, 24, 32, 48)
"""The spacing scale, in logical pixels; index 2 is the usual gap."""
RADIUS = 6
DARK_BELOW = 128


class Tone(NamedTuple):
    """Colours of a status: text on its soft ground, and the dot before it."""

    text: str
    ground: str
    dot: str


class Tokens(NamedTuple):
    """Every colour of a theme by what it is for. Texts keep 4.5:1 on each ground they may stand on, 7:1 in high
    contrast, where lines bound what a soft ground sets off elsewhere."""

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
    outlined: bool = False
    """High contrast: what is painted on a ground of its own has an edge."""


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
CONTRAST_LIGHT = Tokens(
    name="contrast-light",
    ground="#FFFFFF",
    side="#FFFFFF",
    surface="#FFFFFF",
    hover="#E6E6E6",
    pressed="#D9D9D9",
    line="#000000",
    edge="#000000",
    text="#000000",
    text_2="#000000",
    text_3="#2E2E2E",
    accent="#0B2F9E",
    accent_fill="#0B2F9E",
    accent_fill_hover="#061E6B",
    on_accent="#FFFFFF",
    selected="#CFE0FF",
    selected_idle="#D9D9D9",
    skeleton="#8A8A8A",
    good=Tone("#00471F", "#FFFFFF", "#00702F"),
    info=Tone("#0B2F9E", "#FFFFFF", "#1746D1"),
    warm=Tone("#5C3300", "#FFFFFF", "#9A5B00"),
    bad=Tone("#7A0A04", "#FFFFFF", "#C01208"),
    calm=Tone("#3C1A86", "#FFFFFF", "#5B2FC0"),
    quiet=Tone("#2E2E2E", "#FFFFFF", "#5A5A5A"),
    outlined=True,
)
CONTRAST_DARK = Tokens(
    name="contrast-dark",
    ground="#000000",
    side="#000000",
    surface="#000000",
    hover="#2A2A2A",
    pressed="#3A3A3A",
    line="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    text_2="#FFFFFF",
    text_3="#E0E0E0",
    accent="#FFD92E",
    accent_fill="#FFD92E",
    accent_fill_hover="#FFE873",
    on_accent="#000000",
    selected="#173A8A",
    selected_idle="#3A3A3A",
    skeleton="#7A7A7A",
    good=Tone("#7CFFB0", "#000000", "#3FE07F"),
    info=Tone("#B8CCFF", "#000000", "#7FA4FF"),
    warm=Tone("#FFD37A", "#000000", "#FFB52E"),
    bad=Tone("#FFC9C4", "#000000", "#FF6E61"),
    calm=Tone("#DDCCFF", "#000000", "#B594FF"),
    quiet=Tone("#E0E0E0", "#000000", "#B0B0B0"),
    outlined=True,
)
THEMES = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
_BY_GROUND = {QColor(colors.ground).rgb(): colors for colors in THEMES}


def tokens() -> Tokens:
    """The colours in force: those of the application's palette, so that a painted widget is never out of step."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    known = _BY_GROUND.get(ground.rgb())
    return known or (DARK if ground.lightness() < DARK_BELOW else LIGHT)


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


SYSTEM, CONTRAST = "system", "contrast"
CHOICES = (SYSTEM, LIGHT.name, DARK.name, CONTRAST)


class Appearance(QObject):
    """Keeps the program in the chosen theme, one of `CHOICES`; `system` follows the system live, and `contrast`
    follows it between light and dark.

    Nothing is put on until the first choice: a window is built in half the time while it has no style sheet yet.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = SYSTEM
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        app.screenAdded.connect(self._watch)
        for screen in app.screens():
            screen.logicalDotsPerInchChanged.connect(self.refresh)

    @property
    def choice(self) -> str:
        return self._choice

    def choose(self, choice: str) -> None:
        """Anything that is no choice is taken for the system's."""
        self._choice = choice if choice in CHOICES else SYSTEM
        hints = self._app.styleHints()
        if self._choice in {LIGHT.name, DARK.name}:
            dark = self._choice == DARK.name
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        else:
            hints.unsetColorScheme()
        self._follow()

    def refresh(self) -> None:
        """Put the colours on again, where a language has turned the sides around, or a screen shows more dots."""
        self._follow()

    def _watch(self, screen: QScreen) -> None:
        """Icons are drawn for the screens there are."""
        screen.logicalDotsPerInchChanged.connect(self.refresh)
        self.refresh()

    def _follow(self) -> None:
        hints = self._app.styleHints()
        strong = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        self.show(fitting(self._choice, dark=hints.colorScheme() == Qt.ColorScheme.Dark, strong=strong))

    def show(self, colors: Tokens) -> None:
        """Put one set of colours on everything."""
        from atsdesk.ui.style import sheet

        self._app.setPalette(palette(colors))
        mirrored = self._app.layoutDirection() == Qt.LayoutDirection.RightToLeft
        style = sheet(colors, mirrored=mirrored)
        if style != self._app.styleSheet():  # all widgets would be styled anew
            self._app.setStyleSheet(style)
        retint()
        self.changed.emit(colors)


def fitting(choice: str, *, dark: bool, strong: bool) -> Tokens:
    """The colours of a choice in a system that is dark, or wants strong contrasts."""
    if choice in {LIGHT.name, DARK.name}:
        return DARK if choice == DARK.name else LIGHT
    if choice == CONTRAST or strong:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT
