"""Start of the window: folder, look, and what happens when something goes wrong or the program ends."""

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from atsdesk import desk as desks
from atsdesk.errors import DamagedError, DeskError
from atsdesk.ui import assets, language, theme
from atsdesk.ui.collector import Collector
from atsdesk.ui.instance import EXPORT, NOTHING, SHOW, SYNC, Instance, hand_over
from atsdesk.ui.language import ENGLISH, LOCALES, Language
from atsdesk.ui.parts import Every
from atsdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from atsdesk.ui.schedule import Surroundings
    from atsdesk.ui.window import Sample, Window

log = logging.getLogger("atsdesk.ui")

STYLE = "Fusion"
LOG = "atsdesk.log"
LOG_BYTES = 1_000_000
SWITCH_SECONDS = 0.0005
"""After this long a busy worker lets the window have the interpreter. Python's usual 5 ms, some forty times in one
repaint of a table, would be seen."""


def main(argv: Sequence[str] | None = None, *, sample: "Sample | None" = None) -> int:
    """Open the data folder and show the window until it is closed; returns the exit code."""
    options = _options(argv)
    folder = Path(options.data_dir) if options.data_dir else desks.default_folder()
    wishes = _wishes(options)
    app = prepare()
    first = Instance(folder)
    try:
        if not first.claim():
            for wish in wishes:
                hand_over(folder, wish)
            return 0
        try:
            with desks.Desk.unopened(folder) as desk:
                return show(desk, sample=sample, first=first, wishes=wishes)
        finally:
            first.end()
    except (DeskError, OSError) as error:
        return _refuse(app, error)


def repair(app: QApplication, folder: Path, error: DamagedError) -> bool:
    """Ask what is to be done about a damaged file, and do it; whether there is a good one now."""
    Language(app).choose(language.SYSTEM)
    Appearance(app).choose(theme.SYSTEM)
    from atsdesk.care import ClosedFolder
    from atsdesk.ui.damage_dialog import DamageDialog
    from atsdesk.ui.trouble import write_down
    from atsdesk.ui.workers import Workers

    write_down(error)
    workers = Workers()
    answer = DamageDialog(ClosedFolder(folder), workers, error).exec()
    workers.stop()
    return bool(answer)


def _wishes(options: argparse.Namespace) -> list[str]:
    asked = [wish for wish in (SYNC, EXPORT) if getattr(options, wish)]
    return [*asked, NOTHING] if options.background else asked or [SHOW]


def show(
    desk: desks.Desk,
    *,
    sample: "Sample | None" = None,
    first: Instance | None = None,
    wishes: Sequence[str] = (SHOW,),
) -> int:
    """Show the window on a desk until it is closed; returns the exit code. `sample` connects invented people.

    `first` hears what later starts wish. Closing the desk is the caller's; only when work hangs the process ends
    here, at once.
    """
    app = prepare()
    collector = Collector(app)
    stage = Stage(app, desk, sample)
    alarm = Alarm(stage.show_trouble)
    alarm.install()
    app.aboutToQuit.connect(stage.end)
    _heed_signals(stage)
    app.commitDataRequest.connect(lambda _manager: QTimer.singleShot(0, stage.close))
    if first is not None:
        first.wished.connect(stage.fulfil)
        stage.painted.connect(first.listen)
    stage.begun.connect(collector.keep)
    stage.painted.connect(partial(write_log, desk.folder), Qt.ConnectionType.SingleShotConnection)
    stage.whole.connect(collector.keep)
    stage.open(wishes)
    code = app.exec()
    collector.end()
    alarm.remove()
    if not stage.ended:
        log.warning("Work did not stop in time; the program ends without it.")
        logging.shutdown()
        os._exit(code)  # a thread that hangs in the system would keep the program for ever
    return code


class Stage(QObject):
    """Holds the window on a desk, and puts another in its place when another language is spoken."""

    painted = Signal()
    """The window is on the screen, or is not to be."""
    begun = Signal()
    """The folder is open, and the window does its work."""
    whole = Signal()
    """It is all there, also what nobody has looked at yet."""

    def __init__(self, app: QApplication, desk: desks.Desk, sample: "Sample | None" = None) -> None:
        super().__init__(app)
        self._app, self._desk, self._sample = app, desk, sample
        self.appearance, self.language = Appearance(app), Language(app)
        self.ended = True
        """Whether all work has stopped in time."""
        self.language.choose(str(desk.remembered(language.KEY, language.SYSTEM)))
        self.window = self._build()
        self.appearance.choose(str(desk.remembered("theme", theme.SYSTEM)))
        self.language.changed.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)

    def _build(self) -> "Window":
        from atsdesk.ui.window import Window

        window = Window(self._desk, self.appearance, sample=self._sample, world=_world, speaks=self.language)
        window.closed.connect(self._app.quit)
        window.painted.connect(self.painted)
        window.begun.connect(self.begun)
        window.unopened.connect(self._ask_or_end)
        window.pages.whole.connect(self.whole)
        window.dialogs.restored.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)
        return window

    def open(self, wishes: Sequence[str]) -> None:
        """Show the window, unless it is to wait in a tray."""
        if NOTHING not in wishes:
            self.window.show()
        else:
            self.window.begin()
            if not self.window.presence.tray.there:
                self.window.showMinimized()
        for wish in wishes:
            if wish != SHOW:
                self.window.presence.fulfil(wish)

    def _ask_or_end(self, error: BaseException) -> None:
        """The folder did not open: a person is asked what is to be done about a damaged file, and told all else."""
        self.window.closed.disconnect(self._app.quit)
        self.window.hide()
        if not isinstance(error, DamagedError):
            self._app.exit(_refuse(self._app, error))
        elif repair(self._app, self._desk.folder, error):
            self.window.closed.connect(self._app.quit)
            self.rebuild()
        else:
            self._app.exit(2)

    def rebuild(self) -> None:
        """Another window in the place of this one; its syncs go on where they stopped."""
        before, running, in_settings = (
            self.window,
            sorted(self.window.syncs.shown),
            self.window.dialogs.in_settings,
        )
        before.closed.disconnect(self._app.quit)
        before.close()
        self.end()
        self.appearance.refresh()
        self.window = self._build()
        self.window.resume(running, in_settings=in_settings)
        self.window.show()
        before.deleteLater()

    def end(self) -> None:
        """Let go of everything."""
        self.ended = self.window.end() and self.ended

    def close(self) -> None:
        self.window.close()

    def fulfil(self, wish: str) -> None:
        self.window.presence.fulfil(wish)

    def show_trouble(self, error: BaseException) -> None:
        self.window.dialogs.show_trouble(error)


def _world() -> "Surroundings":
    from atsdesk.ui.network import online
    from atsdesk.ui.schedule import Surroundings

    return Surroundings(online=online)


def _heed_signals(stage: Stage) -> None:
    """Ctrl+C in the terminal and a polite `kill` close the window as a person would."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, stage.close))
    Every(300, lambda: None, stage).start()  # Python looks at signals only when its own code runs


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="atsdesk", description="The window of ATS Desk.")
    parser.add_argument("--data-dir", metavar="DIR", default="", help="the folder that holds the data")
    parser.add_argument("--background", action="store_true", help="wait in the tray, where there is one")
    parser.add_argument("--sync", action="store_true", help="sync all accounts at once")
    parser.add_argument("--export", action="store_true", help="repeat the last export at once")
    return parser.parse_args(argv)


def prepare() -> QApplication:
    """The application with our font, icon and number formats, without a window."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyle(STYLE)
    else:
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        # by its argument: `setStyle` gives a QStyle back, and PySide takes long to make that known to Python
        app = QApplication([*sys.argv[:1], "-style", STYLE])
    QLocale.setDefault(LOCALES[ENGLISH])
    app.setApplicationName("ATS Desk")
    app.setApplicationDisplayName("ATS Desk")
    app.setDesktopFileName("atsdesk")
    app.setFont(assets.text_font())
    app.setWindowIcon(assets.app_icon())
    app.setQuitOnLastWindowClosed(False)  # it may go on in the tray
    return app


def write_log(folder: Path) -> None:
    """Keep the program's log in the data folder, private and small."""
    from logging.handlers import RotatingFileHandler

    path = folder / LOG
    handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.setLevel(logging.INFO)
    path.touch(mode=0o600, exist_ok=True)
    path.chmod(0o600)
    logging.getLogger("atsdesk").addHandler(handler)


def _refuse(app: QApplication, error: BaseException) -> int:
    Language(app).choose(language.SYSTEM)
    Appearance(app).choose(theme.SYSTEM)
    from atsdesk.ui.trouble import TroubleDialog, describe, write_down

    write_down(error)
    TroubleDialog(describe(error)).exec()
    return 2


class Alarm(QObject):
    """Brings every exception that nobody caught to the person, on the GUI thread, whichever thread it was on."""

    rang = Signal(object)

    def __init__(self, tell: Callable[[BaseException], object]) -> None:
        super().__init__(QCoreApplication.instance())
        self.rang.connect(tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._except
        threading.excepthook = lambda args: self._ring(args.exc_value)
        sys.unraisablehook = lambda args: self._ring(args.exc_value)

    @staticmethod
    def remove() -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def _except(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        else:
            self._ring(error.with_traceback(trace))

    def _ring(self, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit):
            self.rang.emit(error)
