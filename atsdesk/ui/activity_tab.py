"""The Activity tab: what needs attention, and what every sync did, resource by resource."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from atsdesk.desk import Desk
from atsdesk.store.ledger import Issue, RunReport
from atsdesk.sync.books import Changes
from atsdesk.ui import formats, words
from atsdesk.ui.parts import button, clear, column, framed, line, margins, plain, row, scrolling
from atsdesk.ui.person import Glyph
from atsdesk.ui.requests_dialog import RequestsDialog
from atsdesk.ui.runs_view import RunsView
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import versions
from atsdesk.ui.workers import Workers

ISSUES_SHOWN = 50
MENDED_BY_SYNC = frozenset({"failed", "rejected_record", "watermark", "clock", "empty"})
"""Kinds of issues of which another sync may be the end."""
HELD = "deletions_held"
"""The kind of issue that a person can decide here."""


class ActivityTab(QFrame):
    """Open issues, each with what to do, above the runs."""

    said = Signal(str)
    counted = Signal(object)
    """How many issues are open."""
    deletions_accepted = Signal(str)
    """The account that may lose what its ATS no longer lists."""
    sync_wanted = Signal(str)
    settings_wanted = Signal()

    def __init__(self, desk: Desk, workers: Workers) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._desk, self._workers = desk, workers
        self._shown: list[Issue] | None = None
        self._asking = 0
        self._refused: set[str] = set()
        """The accounts that their ATS did not let in last."""
        self._issues = QVBoxLayout()
        self._issues.setSpacing(SPACE[2])
        self.runs = RunsView()
        self.runs.requests_wanted.connect(self.open_requests)
        inner = QWidget()
        inner.setLayout(
            column(
                plain(self.tr("Issues"), larger=5, bold=True),
                self._issues,
                SPACE[2],
                plain(self.tr("Syncs"), larger=5, bold=True),
                self.runs,
                None,
                gap=SPACE[3],
                margins=(SPACE[6], SPACE[5], SPACE[6], SPACE[5]),
            )
        )
        inner.setMaximumWidth(1180)
        area = scrolling(inner)
        self.setLayout(column(area, gap=0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reread()

    def take_changes(self, changes: Changes) -> None:
        """Runs and issues are read again at the end of a sync."""

    def reread(self) -> None:
        self._workers.read(_activity, self._desk, then=self._take)

    def _take(self, found: tuple[list[Issue], list[RunReport]] | None, error: BaseException | None) -> None:
        if found is None:
            self._workers.trouble.emit(error)
            return
        issues, runs = found
        self.runs.show_runs(runs)
        last = {run.account: run.state for run in reversed(runs)}
        refused = {account for account, state in last.items() if state == "AUTHENTICATION_FAILED"}
        self.counted.emit(len(issues))
        if issues != self._shown or refused != self._refused:
            self._refused = refused
            self._show_issues(issues)

    def open_requests(self, run: RunReport) -> QDialog:
        dialog = RequestsDialog(self._desk, self._workers, run, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _show_issues(self, issues: list[Issue]) -> None:
        self._shown = issues
        clear(self._issues)
        if not issues:
            self._issues.addWidget(self._cheer())
        for issue in issues[:ISSUES_SHOWN]:
            self._issues.addWidget(self._card(issue))
        if len(issues) > ISSUES_SHOWN:
            more = self.tr("And {} more; they appear as you finish these.").format(len(issues) - ISSUES_SHOWN)
            self._issues.addWidget(plain(more, "faint"))

    def _cheer(self) -> QFrame:
        words_ = column(
            plain(self.tr("All good"), bold=True),
            plain(
                self.tr("Nothing needs you. Whatever does will be listed here, with what to do."),
                "soft",
                wrap=True,
            ),
            gap=0,
        )
        box = row(
            Glyph("check", "good"), words_, gap=SPACE[3], margins=(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        )
        box.setStretch(1, 1)
        return framed("card", box)

    def _card(self, issue: Issue) -> QFrame:
        title = plain(told(issue.title), bold=True, wrap=True)
        about = [
            issue.account,
            words.resource(issue.resource) if issue.resource else "",
            formats.relative(issue.last_seen_at),
        ]
        if issue.times > 1:
            about.append(self.tr("seen {} times").format(formats.number(issue.times)))
        under = plain(" · ".join(part for part in about if part), "faint")
        under.setToolTip(formats.exact(issue.last_seen_at))
        copy = button(self.tr("Copy details"), partial(self._copy, issue), role="quiet", glyph="copy")
        copy.setAccessibleName(self.tr("Copy details of: {}").format(told(issue.title)))
        done = button(self.tr("Done"), partial(self._close, issue), glyph="check")
        done.setAccessibleName(self.tr("Done: {}").format(told(issue.title)))
        buttons = [copy, *self._action(issue), done]
        hint = told(issue.hint)
        if issue.kind == HELD:
            hint = self.tr(
                "If that is right, accept the deletions; if not, check what the key may see in the ATS."
            )
            accept = button(self.tr("Accept deletions"), partial(self._ask_accept, issue.id))
            accept.setAccessibleName(self.tr("Accept deletions: {}").format(told(issue.title)))
            accept.setEnabled(issue.id != self._asking)
            buttons = [copy, accept, done]
        says = column(title, plain(hint, "soft", wrap=True), under, gap=2)
        glyph = Glyph("alert", "warm")
        box = row(glyph, says, *buttons, gap=SPACE[3])
        box.setContentsMargins(*margins(SPACE[4], SPACE[3], SPACE[3], SPACE[3]))
        box.setStretch(1, 1)
        box.setAlignment(glyph, Qt.AlignmentFlag.AlignTop)
        if issue.kind == HELD and issue.id == self._asking:
            return framed("card", column(box, line(), self._question(issue), gap=0))
        return framed("card", box)

    def _action(self, issue: Issue) -> list[QWidget]:
        """What usually helps, where it is one click away."""
        if issue.kind == "refused" or (issue.kind == "failed" and self._needs_key(issue)):
            made = button(self.tr("Open settings"), self.settings_wanted.emit, glyph="settings")
        elif issue.kind in MENDED_BY_SYNC:
            made = button(self.tr("Sync again"), partial(self.sync_wanted.emit, issue.account), glyph="sync")
        else:
            return []
        made.setAccessibleName(self.tr("{}: {}").format(made.text(), issue.title))
        return [made]

    def _needs_key(self, issue: Issue) -> bool:
        return not issue.resource and issue.account in self._refused

    def _question(self, issue: Issue) -> QHBoxLayout:
        """Asked once below the issue: what is accepted holds for every list of the account."""
        sure = self.tr(
            "Read all of {} again and delete here whatever the ATS no longer lists, in all its lists?"
        )
        self.no = button(self.tr("Keep"), partial(self._ask_accept, 0))
        self.yes = button(self.tr("Sync and delete"), partial(self._accept, issue.account))
        ask = row(plain(sure.format(issue.account), wrap=True), self.no, self.yes, gap=SPACE[3])
        ask.setContentsMargins(*margins(SPACE[4], SPACE[3], SPACE[3], SPACE[3]))
        ask.setStretch(0, 1)
        return ask

    def _ask_accept(self, issue_id: int) -> None:
        self._asking = issue_id
        self._show_issues(self._shown or [])
        if issue_id:
            self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self, account: str) -> None:
        self._ask_accept(0)
        self.deletions_accepted.emit(account)

    def _copy(self, issue: Issue) -> None:
        """What support needs, without the record: it may hold a person."""
        lines = (
            f"{issue.kind}: {issue.title}",
            issue.hint,
            f"{issue.account} {issue.resource} {issue.record_id}".strip(),
            f"{issue.first_seen_at} - {issue.last_seen_at}, {issue.times}",
            versions(),
        )
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(self.tr("Details copied"))

    def _close(self, issue: Issue) -> None:
        self._workers.work(self._desk.close_issue, issue.id, then=self._closed)

    def _closed(self, _result: object, error: BaseException | None) -> None:
        if error is not None:
            self._workers.trouble.emit(error)
        self.reread()


def _activity(desk: Desk) -> tuple[list[Issue], list[RunReport]]:
    return desk.reading.issues(), desk.reading.runs()
