"""The Export tab: what will be written, where to, how far it is, and what was written before."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from atsdesk.desk import Desk
from atsdesk.errors import Cancelled
from atsdesk.store.exports import ExportEntry
from atsdesk.store.ledger import RunReport
from atsdesk.store.profiles import Profile
from atsdesk.sync.books import Changes
from atsdesk.ui import formats, help_window, words
from atsdesk.ui.exporting import Exporting, power_query, sheets
from atsdesk.ui.memory import Memory
from atsdesk.ui.parts import ChoiceBox, Notice, button, clear, column, framed, plain, row, scrolling, tool
from atsdesk.ui.place_field import ENDINGS, PUBLISH, PlaceField, format_names, place_name
from atsdesk.ui.profiles_card import ProfilesCard
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Workers

_PLACES = {"excel": "export.path", "csv": "export.csv_path", "parquet": "export.parquet_path"}
"""Under which the window remembers where a format was written to."""


class ExportTab(QFrame):
    """One click repeats the last export: the same file, swapped in whole."""

    said = Signal(str)

    def __init__(self, desk: Desk, workers: Workers, memory: Memory) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._desk, self._workers, self._memory = desk, workers, memory
        self.exporting = Exporting(desk.database, workers, self)
        self._sheets: dict[str, tuple[QLabel, QLabel]] = {}
        self._done_path: Path | None = None
        self._asked: Profile | None = None
        self._due: dict[str, Profile] = {}
        self._build()
        self.exporting.moved.connect(self._moved)
        self.exporting.advised.connect(self._advised)
        self.exporting.ended.connect(self._ended)
        self.exporting.failed.connect(self._failed)
        self.exporting.running_changed.connect(self._running)

    def _build(self) -> None:
        title = plain(self.tr("Export"), larger=5, bold=True)
        says = self.tr(
            "All tables, ready for Excel, Power BI and Tableau; a profile keeps what of them you need."
        )
        self.format = self._format_box()
        self.path = PlaceField(self._place(), self._format)
        self.path.setAccessibleName(self.tr("File to write"))
        self.path.edited.connect(self._keep_place)
        label = plain(self.tr("File to write"))
        label.setBuddy(self.path)
        self.export_button = button(self.tr("Export"), self.export, role="main", glyph="export")
        self.cancel_button = button(self.tr("Cancel"), self.exporting.cancel)
        self.cancel_button.hide()
        self.anyway_button = button(self.tr("Export anyway"), self.export_anyway)
        self.anyway_button.hide()
        where = row(self.format, self.path, self.export_button, self.cancel_button)
        where.setStretch(1, 1)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.bar.hide()
        self.status = plain("", "soft")
        self.status.hide()
        self.notice = Notice()
        self.open_button = button(self.tr("Open file"), self._open_file, glyph="sheet")
        self.show_button = button(self.tr("Show in folder"), self._show_folder, glyph="folder")
        self.guide_button = button(self.tr("How to build on it"), self.open_guide, glyph="info")
        head = row(title, None, self.guide_button)
        self._after = QWidget()
        self._after.setLayout(row(self.open_button, self.show_button, None))
        self._after.hide()
        anyway = row(self.anyway_button, None)
        doing = column(label, where, self.bar, self.status, self.notice, anyway, self._after, gap=SPACE[2])
        doing.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        self.profiles = ProfilesCard(self._desk, self._workers)
        self.profiles.wanted.connect(self.export_profile)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(SPACE[2])
        self._grid.setHorizontalSpacing(SPACE[4])
        self._grid.setColumnStretch(0, 1)
        inside = column(plain(self.tr("Sheets"), bold=True), self._grid, None, gap=SPACE[3])
        inside.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        self._past = QVBoxLayout()
        self._past.setSpacing(SPACE[2])
        past = column(plain(self.tr("Last exports"), bold=True), self._past, None, gap=SPACE[3])
        past.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        below = row(framed("card", inside), framed("card", past), gap=SPACE[4])
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        inner = QWidget()
        inner.setLayout(
            column(
                column(head, plain(says, "soft", wrap=True), gap=SPACE[1]),
                framed("card", doing),
                self.profiles,
                below,
                None,
                gap=SPACE[4],
                margins=(SPACE[6], SPACE[5], SPACE[6], SPACE[5]),
            )
        )
        inner.setMaximumWidth(1040)
        area = scrolling(inner)
        self.setLayout(column(area, gap=0))

    def _format_box(self) -> ChoiceBox:
        box = ChoiceBox(self.tr("Format"))
        for text, value in format_names():
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(self._memory.text("export.format", "excel"))))
        box.activated.connect(lambda _at: self._format_chosen())
        return box

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reread()

    def take_changes(self, changes: Changes) -> None:
        """The counts are read when the tab is shown, and after each export."""

    def reread(self) -> None:
        self._workers.read(sheets, self._desk.database, then=self._take_rows)
        self._workers.read(self._desk.reading.exports, then=self._take_past)
        self.profiles.reread()

    def _take_rows(self, planned: Sequence[tuple[str, int]] | None, error: BaseException | None) -> None:
        if planned is None:
            self._workers.trouble.emit(error)
            return
        self.profiles.show_tables([name for name, _ in planned])
        if [name for name, _ in planned] != list(self._sheets):
            clear(self._grid)
            self._sheets.clear()
            for number, (name, _) in enumerate(planned):
                title, count = plain(words.resource(name)), plain("", "soft")
                self._grid.addWidget(title, number, 0)
                self._grid.addWidget(count, number, 1, Qt.AlignmentFlag.AlignRight)
                tip = self.tr("Copy the Power Query text that reads {} into Power BI or Excel").format(
                    title.text()
                )
                self._grid.addWidget(tool("copy", tip, partial(self.copy_power_query, name)), number, 2)
                self._sheets[name] = (title, count)
            extra = self.tr(
                "Also inside: README, Dictionary (every column explained) and Sync (how fresh it is)."
            )
            self._grid.addWidget(plain(extra, "faint", wrap=True), len(planned), 0, 1, 3)
        for name, rows in planned:
            self._sheets[name][1].setText(formats.number(rows))

    def _take_past(self, entries: Sequence[ExportEntry] | None, error: BaseException | None) -> None:
        if entries is None:
            self._workers.trouble.emit(error)
            return
        clear(self._past)
        if not entries:
            self._past.addWidget(
                plain(self.tr("None yet. What you export is listed here."), "faint", wrap=True)
            )
        for entry in entries[:8]:
            place = place_name(entry.format, entry.path)
            name = plain(f"{entry.profile} · {place}" if entry.profile else place)
            name.setToolTip(formats.tip(self._told(entry)))
            took = self.tr("{} rows, {}", "", entry.rows).format(
                formats.number(entry.rows), formats.seconds(entry.seconds)
            )
            under = plain(f"{formats.relative(entry.ended_at)} · {took}", "faint")
            line = row(column(name, under, gap=0))
            if entry.format != PUBLISH:
                tip = self.tr("Show {} in its folder").format(place)
                line.addWidget(tool("folder", tip, partial(_show, Path(entry.path))))
            line.setStretch(0, 1)
            self._past.addLayout(line)

    def _told(self, entry: ExportEntry) -> str:
        """Where an export went, and what was in it."""
        counts = [f"{words.resource(name)}: {formats.number(rows)}" for name, rows in entry.tables.items()]
        privacy = [self.tr("People: {}").format(entry.privacy)] if entry.privacy else []
        return "\n".join((entry.path, *privacy, *counts, self.tr("Hash: {}").format(entry.hash)))

    # doing it

    def _format(self) -> str:
        return str(self.format.currentData())

    def _place(self) -> str:
        """Where the format was last written to, or the usual place."""
        kept = self._memory.text(_PLACES[self._format()])
        return kept or _usual_place(self._format())

    def _keep_place(self, path: str) -> None:
        self._memory.put(_PLACES[self._format()], path)

    def _format_chosen(self) -> None:
        self._memory.put("export.format", self._format())
        self.path.setText(self._place())

    def export(self) -> None:
        target = self.path.text().strip()
        if not target:
            self.notice.say(self.tr("Say where to write it: choose a place."), "warm")
            return
        self._keep_place(target)
        self._start(Profile("", target, self._format()))

    def export_anyway(self) -> None:
        """Also where what was built on the last export would break."""
        if self._asked is not None:
            self._start(self._asked, anyway=True)

    def export_profile(self, profile: Profile) -> None:
        """Write what a profile says."""
        self._start(profile)

    def sync_ended(self, report: RunReport) -> None:
        """Write the profiles that follow a sync."""
        if report.state in {"SUCCEEDED", "PARTIALLY_FAILED"}:
            news = any(one.added or one.changed or one.gone for one in report.resources)
            self._workers.read(partial(self._desk.profiles.due, news=news), then=self._take_due)

    def _take_due(self, due: list[Profile] | None, error: BaseException | None) -> None:
        if due is None:
            self._workers.trouble.emit(error)
            return
        self._due |= {profile.name: profile for profile in due}
        self._next_due()

    def _next_due(self) -> None:
        if self._due and not self.exporting.running:
            self._start(self._due.pop(next(iter(self._due))))

    def _start(self, profile: Profile, *, anyway: bool = False) -> None:
        if self.exporting.running:
            return
        self._asked = profile
        self.notice.say("")
        self._after.hide()
        self.anyway_button.hide()
        self.exporting.start(self._desk.profiles, profile, anyway=anyway)

    def open_guide(self) -> None:
        """Show how Excel, Power BI and others build on an export."""
        help_window.show_page(self, "build")

    def copy_power_query(self, table: str) -> None:
        """Put the text that reads a table of the workbook on the clipboard."""
        target = Path(self.path.text().strip()).expanduser().absolute()
        self._workers.read(power_query, self._desk.database, target, self._format(), table, then=self._copied)

    def _copied(self, text: str | None, error: BaseException | None) -> None:
        if text is None:
            self._workers.trouble.emit(error)
            return
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("Copied. Paste it into a blank query's Advanced Editor."))

    def _running(self, running: bool) -> None:
        self.export_button.setVisible(not running)
        self.cancel_button.setVisible(running)
        for widget in (self.path, self.format):
            widget.setEnabled(not running)
        self.profiles.able(not running)
        self.bar.setVisible(running)
        self.status.setVisible(running)
        if running:
            self.bar.setRange(0, 0)
            self.status.setText(self.tr("Counting…"))

    def _moved(self, progress: Any) -> None:
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        self.status.setText(
            self.tr("Writing {}: {} of {} rows", "", progress.total).format(
                words.resource(progress.sheet).lower(),
                formats.number(progress.done),
                formats.number(progress.total),
            )
        )

    def _advised(self, advice: Sequence[str]) -> None:
        self.notice.say(" ".join(map(told, advice)), "warm")

    def _ended(self, report: Any) -> None:
        published = report.published
        self._done_path = None if published else Path(report.path)
        if published:
            sent = sum(published.sent.values())
            says = self.tr("Published: {} rows that were new or changed, {} removed.", "", sent).format(
                formats.number(sent), formats.number(sum(published.removed.values()))
            )
        else:
            says = self.tr("Written: {} rows in {}.", "", report.total).format(
                formats.number(report.total), formats.seconds(report.seconds)
            )
        self.notice.say(" ".join((says, *map(told, report.warnings))), "warm" if report.warnings else "good")
        self._after.setVisible(not published)
        if self.isVisible():
            self.reread()
        self._next_due()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self.notice.say(self.tr("Cancelled. The file from before is as it was."), "info")
            return
        trouble = describe(error)
        says = trouble.says
        if self._asked is not None and self._asked.name:
            says = self.tr("{} was not written.").format(self._asked.name) + f" {says}"
            self.said.emit(says)
        self.anyway_button.setVisible(_would_break(error))
        self.notice.say(says, "bad")
        if self._due:
            self._next_due()

    def _open_file(self) -> None:
        if self._done_path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._done_path)))

    def _show_folder(self) -> None:
        if self._done_path is not None:
            _show(self._done_path)


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _would_break(error: BaseException) -> bool:
    from atsdesk.export.contract import Broken

    return isinstance(error, Broken)


def _usual_place(format_: str) -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(documents or Path.home()) / f"ATS Desk{ENDINGS.get(format_, '')}")
