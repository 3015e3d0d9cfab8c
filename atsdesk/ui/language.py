"""The language of the window, the system's or a chosen one, with its direction, numbers and dates."""

from collections.abc import Mapping

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from atsdesk.ui.assets import RESOURCES

KEY = "language"
SYSTEM, ENGLISH, HEBREW = "system", "en", "he"
CHOICES = (SYSTEM, ENGLISH, HEBREW)
OWN_NAMES: Mapping[str, str] = {ENGLISH: "English", HEBREW: "עברית"}
"""Each language by its own name: whoever is lost in another one has to find it."""
LOCALES = {
    ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    HEBREW: QLocale(QLocale.Language.Hebrew, QLocale.Country.Israel),
}
_OLD_HEBREW = "iw"


class Language(QObject):
    """Keeps the program in a language. Widgets that exist stay as they are: whoever shows them builds them anew."""

    changed = Signal()
    """Another language is spoken."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self.choice = SYSTEM
        self.spoken = ENGLISH

    def choose(self, choice: str) -> None:
        """One of `CHOICES`; anything else is taken for the system's."""
        self.choice = choice if choice in CHOICES else SYSTEM
        wanted = of_the_system() if self.choice == SYSTEM else self.choice
        if wanted != self.spoken or not self._translators:
            before, self.spoken = self.spoken, wanted
            self._speak()
            if wanted != before:
                self.changed.emit()

    def _speak(self) -> None:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places = (("qtbase", qt), ("atsdesk", str(RESOURCES / "translations")))
        self._translators = []
        for name, folder in places:
            translator = QTranslator(self)
            if translator.load(f"{name}_{self.spoken}", folder):
                self._app.installTranslator(translator)
            self._translators.append(translator)
        QLocale.setDefault(LOCALES[self.spoken])
        hebrew = self.spoken == HEBREW
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if hebrew else Qt.LayoutDirection.LeftToRight
        )


def of_the_system() -> str:
    """The first of our languages that the person reads, or English."""
    for name in QLocale.system().uiLanguages():
        code = name.partition("-")[0]
        if code in {HEBREW, _OLD_HEBREW}:
            return HEBREW
        if code == ENGLISH:
            return ENGLISH
    return ENGLISH
