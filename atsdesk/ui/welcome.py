"""The first thing a person sees: what this is, that it stays here, and two ways to begin."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from atsdesk.ui import formats
from atsdesk.ui.assets import app_icon
from atsdesk.ui.language import OWN_NAMES
from atsdesk.ui.parts import button, column, framed, plain, row
from atsdesk.ui.person import Glyph
from atsdesk.ui.sync_strip import Stripe
from atsdesk.ui.theme import SPACE


class _Emblem(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(56, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        app_icon().paint(QPainter(self), self.rect())


class Welcome(QFrame):
    """Shown while there is no account."""

    connect_wanted = Signal()
    sample_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, hosts: Sequence[str], *, with_sample: bool) -> None:
        """`hosts` are the computers that the program may talk to."""
        super().__init__()
        self.setProperty("role", "page")
        emblem = _Emblem()
        title = plain(self.tr("Welcome to ATS Desk"), larger=11, bold=True)
        says = plain(
            self.tr(
                "A complete, always fresh copy of your applicant tracking system, to browse and to export to Excel."
            ),
            "soft",
            larger=1,
            wrap=True,
        )
        for label in (title, says):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        facts = column(
            self._fact("folder", self.tr("Your data stays on this computer, in one file that is yours.")),
            self._fact("key", self.tr("Keys go into this computer's keyring, and to your ATS alone.")),
            self._fact(
                "sync",
                self.tr(
                    "It reads as far as your key permits, keeps to the limits of your ATS, and writes nothing there"
                    " unless you submit somebody."
                ),
            ),
            self._fact(
                "link",
                self.tr(
                    "It talks to the system that you connect, and to where that keeps its files: {}."
                ).format(", ".join(formats.isolated(host) for host in hosts)),
            ),
            gap=SPACE[3],
            margins=(SPACE[5], SPACE[4], SPACE[5], SPACE[4]),
        )
        card = framed("card", facts)
        self.connect_button = button(
            self.tr("Connect an ATS"), self.connect_wanted.emit, role="main", glyph="plug"
        )
        self.sample_button = button(self.tr("Try with sample data"), self.sample_wanted.emit, glyph="sample")
        self.sample_button.setVisible(with_sample)
        self._stripe = Stripe()
        self._stripe.hide()
        block = column(
            emblem,
            title,
            says,
            SPACE[3],
            card,
            SPACE[3],
            row(None, self.connect_button, self.sample_button, None, gap=SPACE[3]),
            self._stripe,
            gap=SPACE[3],
        )
        block.setAlignment(emblem, Qt.AlignmentFlag.AlignHCenter)
        holder = QWidget()
        holder.setLayout(block)
        holder.setFixedWidth(520)
        self.languages = [
            button(name, partial(self.language_wanted.emit, key), role="link")
            for key, name in OWN_NAMES.items()
        ]
        below = row(None, *self.languages, None, margins=(0, 0, 0, SPACE[4]))
        self.setLayout(column(None, row(None, holder, None), None, None, below))

    @staticmethod
    def _fact(glyph: str, text: str):
        box = row(Glyph(glyph), plain(text, wrap=True), gap=SPACE[3])
        box.setStretch(1, 1)
        return box

    def wait(self, waiting: bool) -> None:
        """The sample is being prepared."""
        self._stripe.setVisible(waiting)
        self.connect_button.setEnabled(not waiting)
        self.sample_button.setEnabled(not waiting)
