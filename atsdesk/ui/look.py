"""The part of the settings about how the program looks: its colours and its language."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from atsdesk.ui import theme
from atsdesk.ui.language import OWN_NAMES, SYSTEM
from atsdesk.ui.parts import plain, segments
from atsdesk.ui.theme import SPACE, Appearance


class LookPart(QWidget):
    """Every choice is in effect at once."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        names = {
            theme.SYSTEM: self.tr("Like the system"),
            theme.LIGHT.name: self.tr("Light"),
            theme.DARK.name: self.tr("Dark"),
            theme.CONTRAST: self.tr("High contrast"),
        }
        themes, self.themes = segments(self.tr("Theme"), names, appearance.choice, appearance.choose)
        self.languages: QButtonGroup | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE[3])
        self._rows.addWidget(plain(self.tr("Look"), larger=2, bold=True))
        self._rows.addLayout(themes)

    def offer_languages(self, chosen: str, choose: Callable[[str], object]) -> None:
        """Let the language be chosen too."""
        names = {SYSTEM: self.tr("Like the system"), **OWN_NAMES}
        languages, self.languages = segments(self.tr("Language"), names, chosen, choose)
        self._rows.addLayout(languages)
