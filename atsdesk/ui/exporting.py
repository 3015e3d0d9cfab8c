"""An export as the window sees it: a child process writes, a worker waits for it, the window looks in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from atsdesk.cancel import Cancel
from atsdesk.export.profiles import Profiles
from atsdesk.export.write import Manner
from atsdesk.store.profiles import Profile
from atsdesk.ui.parts import Every
from atsdesk.ui.trouble import program_version
from atsdesk.ui.workers import Job, Workers

if TYPE_CHECKING:
    from atsdesk.export.on_screen import Shown
    from atsdesk.export.write import Progress, Report

LOOK_MS = 100


class Exporting(QObject):
    """Runs one export at a time."""

    moved = Signal(object)
    """The export's last `Progress`."""
    ended = Signal(object)
    """The `Report`."""
    failed = Signal(object)
    advised = Signal(object)
    """What to know before it is written, in sentences."""
    running_changed = Signal(bool)

    def __init__(self, database: Path, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._workers = workers
        self._job: Job | None = None
        self._news: list[Progress | list[str]] = []
        self._clock = Every(LOOK_MS, self._look, self)

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(self, profiles: Profiles, profile: Profile, *, anyway: bool = False) -> None:
        """Begin to write what a profile says, unless an export is under way.

        Fails with `Broken` where what was built on the last export would break, unless it is wanted `anyway`.
        """
        self._start(partial(_write, profiles, profile, anyway), Path(profile.path))

    def start_shown(self, target: Path, shown: "Callable[[], Shown]") -> None:
        """Begin to write what a table shows; `shown` is called by the worker."""
        self._start(partial(_export_shown, shown), target)

    def _start(
        self, doing: "Callable[[Path, Path, list[Progress | list[str]], Cancel], Report]", target: Path
    ) -> None:
        if self._job is not None:
            return
        cancel = Cancel()
        self._news = []
        work = partial(doing, self._database, target, self._news, cancel)
        self._job = self._workers.work(work, then=self._over, cancel=cancel)
        self._clock.start()
        self.running_changed.emit(True)

    def cancel(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _look(self) -> None:
        for advice in [news for news in self._news if isinstance(news, list)]:
            self._news.remove(advice)
            self.advised.emit(advice)
        if self._news:
            self.moved.emit(self._news[-1])
            del self._news[:-1]

    def _over(self, report: Any, error: BaseException | None) -> None:
        self._job = None
        self._clock.stop()
        self.running_changed.emit(False)
        if error is not None:
            self.failed.emit(error)
        else:
            self.ended.emit(report)


def sheets(database: Path) -> list[tuple[str, int]]:
    """The sheets the next workbook would have, with their rows; in a worker."""
    from atsdesk.export.snapshot import snapshot

    with snapshot(database, Cancel()) as data:
        return [(sheet.name, data.count(sheet.count_sql())) for sheet in data.sheets()]


def power_query(database: Path, target: Path, format_: str, table: str) -> str:
    """The text that reads a table of an export into Power BI or Excel; in a worker."""
    from atsdesk.export.power_query import of_csv_folder, of_parquet_folder, of_workbook
    from atsdesk.export.snapshot import snapshot

    ways = {"csv": of_csv_folder, "parquet": of_parquet_folder}
    with snapshot(database, Cancel()) as data:
        (sheet,) = (sheet for sheet in data.sheets() if sheet.name == table)
    return ways.get(format_, of_workbook)(sheet, target)


def _export_shown(
    shown: "Callable[[], Shown]",
    database: Path,
    target: Path,
    news: "list[Progress | list[str]]",
    cancel: Cancel,
) -> "Report":
    from atsdesk.export.child import export_in_child
    from atsdesk.export.on_screen import write_view

    return export_in_child(
        database,
        target,
        progress=news.append,
        cancel=cancel,
        version=program_version(),
        write=partial(write_view, shown=shown()),
    )


def _write(
    profiles: Profiles,
    profile: Profile,
    anyway: bool,
    _database: Path,
    _target: Path,
    news: "list[Progress | list[str]]",
    cancel: Cancel,
) -> "Report":
    if not anyway:
        profiles.check(profile, cancel)
    if advice := profiles.advice(profile, cancel):
        news.append(advice)
    return profiles.run(profile, Manner(program_version(), apart=True), progress=news.append, cancel=cancel)
