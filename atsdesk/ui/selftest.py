"""The window's part of the self-test: Qt with its plugins, fonts, icons, and both languages."""

import os
import sys

from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtGui import QFontInfo, QImageReader, QRawFont
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication, QLabel

from atsdesk import selftest
from atsdesk.errors import Bug
from atsdesk.ui import assets
from atsdesk.ui.app import prepare
from atsdesk.ui.language import ENGLISH, HEBREW, Language
from atsdesk.ui.told import told

QTS_CONTEXT, QTS_TEXT = "QPlatformTheme", "Cancel"
PICTURES = {b"png", b"svg", b"ico", b"jpeg"}


def run() -> int:
    """All checks. Where there is no screen, Qt draws without one."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return selftest.run(window, pictures, fonts, languages)


def window() -> str:
    """A widget is shown and drawn."""
    prepare()
    label = QLabel("ATS Desk")
    label.show()
    QCoreApplication.processEvents()
    drawn = label.grab()
    label.close()
    if drawn.isNull() or not QLocalServer().listen(f"atsdesk-selftest-{os.getpid()}"):
        raise Bug("Qt does not draw, or hears no other start of the program.")
    return f"Qt {QLibraryInfo.version().toString()} on {QApplication.platformName()}"


def pictures() -> str:
    """Every icon draws something, and the usual pictures can be read."""
    lacking = PICTURES - {bytes(one.data()) for one in QImageReader.supportedImageFormats()}
    if lacking:
        raise Bug(f"Qt reads no {b', '.join(sorted(lacking)).decode()}.")
    names = sorted(path.stem for path in (assets.RESOURCES / "icons").glob("*.svg"))
    empty = [name for name in names if not _draws(name)]
    if empty or not names or assets.app_icon().pixmap(32).isNull():
        raise Bug(f"Some icons are empty: {', '.join(empty) or 'all'}.")
    return f"{len(names)} icons"


def _draws(name: str) -> bool:
    image = assets.pixmap(name, "#000000").toImage()
    return any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def fonts() -> str:
    """The shipped font is the one in use, and has Latin and Hebrew."""
    font = QApplication.font()
    family = QFontInfo(font).family()
    raw = QRawFont.fromFont(font)
    if family != "Heebo" or not all(raw.supportsCharacter(ord(letter)) for letter in "Aé₪אש"):
        raise Bug(f"The text would be drawn in {family}.")
    return family


def languages() -> str:
    """Hebrew is there: our texts, Qt's, and those of the parts below the window."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise Bug("There is no application.")
    language = Language(app)
    said = {}
    for name in (ENGLISH, HEBREW):
        language.choose(name)
        said[name] = (
            QCoreApplication.translate("SettingsDialog", "Accounts"),
            QCoreApplication.translate(QTS_CONTEXT, QTS_TEXT),
            told("The keyring is locked."),
        )
    language.choose(ENGLISH)
    if any(one == other for one, other in zip(said[ENGLISH], said[HEBREW], strict=True)):
        raise Bug(f"Hebrew is incomplete: {said[HEBREW]}.")
    return "English and Hebrew"
