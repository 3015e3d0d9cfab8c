"""Errors for people: what happened, what to do, and details to copy that name no person."""

import logging
import platform
import traceback
from dataclasses import dataclass
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from atsdesk.errors import DeskError
from atsdesk.ui import help_window
from atsdesk.ui.parts import button, column, plain, row
from atsdesk.ui.person import Glyph
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told

log = logging.getLogger("atsdesk.ui")


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error in words, and the details that go to support."""

    title: str
    hint: str
    details: str

    @property
    def says(self) -> str:
        """What happened and what to do, in a line."""
        return f"{self.title} {self.hint}".strip()


def describe(error: BaseException) -> Trouble:
    """An error as a person reads it."""
    if isinstance(error, DeskError):
        return Trouble(told(error.title), told(error.hint), details(error))
    if isinstance(error, OSError) and error.strerror:
        hint = QCoreApplication.translate("trouble", "The computer says: {}.").format(error.strerror)
        return Trouble(QCoreApplication.translate("trouble", "That did not work."), hint, details(error))
    return Trouble(
        QCoreApplication.translate("trouble", "Something unexpected happened."),
        QCoreApplication.translate(
            "trouble",
            "Your data is safe and you can go on. If it happens again, copy the details and send them to us.",
        ),
        details(error),
    )


def details(error: BaseException) -> str:
    """Versions, kind of error and where in our code; no message of an unforeseen error, as it may quote a record."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    known = [error.title, error.hint, error.concerns] if isinstance(error, DeskError) else []
    return "\n".join([f"{type(error).__name__}", *filter(None, known), *where, versions()])


def _short(filename: str) -> str:
    """A file without the folders above the program, which may name a person."""
    return "/".join(Path(filename).parts[-3:])


def program_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("atsdesk")
    except PackageNotFoundError:
        return "?"


def versions() -> str:
    python, system = platform.python_version(), platform.platform()
    return f"ATS Desk {program_version()}, Python {python}, Qt {pyside_version}, {system}"


def write_down(error: BaseException) -> None:
    """Put an unforeseen error into the log: its kind and where it happened."""
    if isinstance(error, DeskError):
        log.warning("%s %s", type(error).__name__, error.title)
    else:
        log.error("%s", details(error))


class TroubleDialog(QDialog):
    """A calm message: what, what to do, *Copy details*."""

    def __init__(self, trouble: Trouble, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("ATS Desk"))
        help_window.offer(self, "troubleshooting")
        self.setModal(True)
        self.trouble = trouble
        title = plain(trouble.title, larger=2, bold=True, wrap=True)
        hint = plain(trouble.hint, "soft", wrap=True)
        hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = button(self.tr("Copy details"), self.copy, glyph="copy")
        self.ok = button(self.tr("OK"), self.accept, role="main")
        self.ok.setDefault(True)
        glyph = Glyph("info")
        text = row(glyph, column(title, hint, gap=SPACE[1]), gap=SPACE[3])
        text.setStretch(1, 1)
        text.setAlignment(glyph, Qt.AlignmentFlag.AlignTop)
        box = column(text, None, row(self.copy_button, None, self.ok), gap=SPACE[5])
        box.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        self.setLayout(box)
        self.setMinimumWidth(440)
        self.setAccessibleDescription(f"{trouble.title} {trouble.hint}")

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.trouble.details)
        self.copy_button.setText(self.tr("Copied"))
