"""The side panel: one person with contact, applications, what happened, and the record behind it all."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from atsdesk.ats.draft import Draft, put
from atsdesk.ats.registry import FORMS
from atsdesk.desk import Desk
from atsdesk.store.detail import ApplicationDetail, CandidateDetail
from atsdesk.store.person import Elsewhere
from atsdesk.ui import background, formats, meetings
from atsdesk.ui.file_opener import FileOpener, file_links
from atsdesk.ui.parts import Chip, Notice, button, clear, column, framed, line, margins, plain, row, tool
from atsdesk.ui.person import ContactLine, Initials, Tags, facts
from atsdesk.ui.side_panel import SidePanel, fill_history, in_words, open_page, padded, scrolled
from atsdesk.ui.theme import SPACE
from atsdesk.ui.timeline import Timeline
from atsdesk.ui.workers import Workers

CONTACT = (("email", "mail"), ("phone", "phone"), ("mobile_phone", "phone"), ("linkedin_url", "link"))

ENDED = frozenset({"hired", "rejected", "withdrawn", "transferred"})
"""Statuses with which an application is over."""
TAKE_MORE = frozenset(form.label for form in FORMS.values() if form.known_candidates)
"""Systems that take more of somebody whom they have."""
ALSO_SHOWN = 3
"""Of people who seem to be the same, so many are shown."""


class CandidatePanel(SidePanel):
    """Shows the candidate a table points at; everything in it is plain text."""

    itself, part = "candidates", "applications"
    forget_wanted = Signal(str, str)
    """Account and candidate."""
    note_wanted = Signal(object, str)
    more_wanted = Signal(object, str)
    """A note, or something else to be sent about somebody whom the ATS has: the draft as it begins, and the name."""

    def __init__(self, desk: Desk, workers: Workers, systems: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(workers, desk.reading.candidate, systems)
        self.opener = FileOpener(desk, workers, self)
        self.opener.said.connect(self.said)
        self.initials = Initials()
        self._contact = column(gap=0)
        self._applications, applications = scrolled(self.tr("Applications"))
        self._scroll = applications.verticalScrollBar()
        self._shown_key = self.key
        self._background, about = scrolled(self.tr("Background"))
        self._history, history = scrolled(self.tr("History"))
        pages = {
            self.tr("Applications"): applications,
            self.tr("Background"): about,
            self.tr("History"): history,
            self.tr("Record"): padded(self.record),
        }
        self.more_button = tool("more", self.tr("More for this person"))
        self.more_button.clicked.connect(
            lambda: self.more_menu().exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        )
        self.build(self.initials, self._contact, pages, self.more_button)

    def more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.detail is not None and self._systems().get(self.detail.account) in TAKE_MORE:
            known = Draft(account=self.detail.account, candidate_id=self.detail.id)
            name = self.name.text()
            for says, wanted, draft in (
                (self.tr("One more application…"), self.more_wanted, known),
                (self.tr("Keep as a prospect…"), self.more_wanted, put(known, "as_prospect", True)),
                (self.tr("Write a note…"), self.note_wanted, known),
            ):
                menu.addAction(says).triggered.connect(partial(wanted.emit, draft, name))
            menu.addSeparator()
        forget = menu.addAction(self.tr("Forget this person…"))
        if self.detail is not None:
            account, candidate = self.detail.account, self.detail.id
            forget.triggered.connect(lambda: self.forget_wanted.emit(account, candidate))
        forget.setEnabled(self.detail is not None)
        return menu

    def shows(self, account: str, candidate: str) -> bool:
        """Whether it is open, or was left open, on this candidate."""
        return not self.isHidden() and self.key[:2] == (account, candidate)

    def page(self, detail: CandidateDetail, about: str) -> str:
        """The page of the application; without one, the candidate's own."""
        own = str(detail.fields.get("url") or "")
        return next((one.url for one in detail.applications if one.id == about and one.url), own)

    def empty(self) -> None:
        self.initials.show_name("")
        for layout in (self._contact, self._applications, self._background, self._history):
            clear(layout)
        self.notice.say(self.tr("The ATS has deleted this person, or they were forgotten here."))

    def fill(self, detail: CandidateDetail) -> None:
        name = str(detail.fields.get("name") or self.tr("(no name)"))
        self.name.setText(name)
        self.initials.show_name(name)
        added = formats.relative(detail.fields.get("created_at"))
        self.under.setText(" · ".join(part for part in (detail.account, added) if part))
        self.notice.say("")
        clear(self._contact)
        for field, glyph in CONTACT:
            value = detail.fields.get(field)
            if value:
                self._contact.addWidget(self._contact_line(glyph, str(value)))
        for other in detail.elsewhere[:ALSO_SHOWN]:
            self._contact.addWidget(self._elsewhere(other), alignment=Qt.AlignmentFlag.AlignLeading)
        self._fill_applications(detail)
        if self.key != self._shown_key:
            self._shown_key = self.key
            self._scroll.setValue(0)
        background.fill(self._background, detail)
        nothing = self.tr(
            "Nothing has changed since ATS Desk first saw this person. Changes will be listed here."
        )
        fill_history(self._history, in_words(detail.history), nothing)
        self.record.show_record(self._first(detail).record if detail.applications else "")

    def _contact_line(self, glyph: str, value: str) -> ContactLine:
        name = self.tr("Copy {}").format(value)
        return ContactLine(
            glyph, value, name, lambda text: self.copy(text, self.tr("Copied: {}").format(text))
        )

    def _elsewhere(self, other: Elsewhere) -> QPushButton:
        """A link to somebody who seems to be the same person."""
        says = self.tr("Same e-mail: {} in {}") if other.by == "email" else self.tr("Same phone: {} in {}")
        text = says.format(formats.isolated(other.name or other.id), other.account)
        return button(formats.button_text(text), lambda: self.show_row(other.account, other.id), role="link")

    def _first(self, detail: CandidateDetail) -> ApplicationDetail:
        return next((one for one in detail.applications if one.id == self.key[2]), detail.applications[0])

    def _fill_applications(self, detail: CandidateDetail) -> None:
        clear(self._applications)
        if not detail.applications:
            self._applications.addWidget(plain(self.tr("No applications."), "faint"))
        first = self._first(detail) if detail.applications else None
        for number, application in enumerate(sorted(detail.applications, key=lambda one: one is not first)):
            if number:
                self._applications.addWidget(line())
            shown = self._application(detail.account, application)
            pointed = len(detail.applications) > 1 and application.id == self.key[2]
            if pointed:
                self._applications.addWidget(_marked(shown, self.tr("Selected in the table")))
            else:
                self._applications.addLayout(shown)
        if detail.interviews:
            self._applications.addWidget(line())
        for meeting in detail.interviews:
            self._applications.addLayout(meetings.interview(meeting))
        self._applications.addStretch(1)

    def _application(self, account: str, one: ApplicationDetail) -> QVBoxLayout:
        title = plain(one.job or self.tr("(no job)"), larger=1, bold=True, wrap=True)
        chip = Chip(one.status)
        top = row(title, chip)
        top.setStretch(0, 1)
        top.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
        box = column(top, gap=SPACE[3])
        if one.deleted_at:
            box.addWidget(Notice(self.tr("The ATS no longer has this application."), "warm"))
        actions = row(gap=SPACE[1])
        if one.url and one.url.startswith("https://"):
            system = self._systems().get(account, "ATS")
            open_button = button(
                self.tr("Open in {}").format(system), lambda: open_page(one.url or ""), glyph="open"
            )
            actions.addWidget(open_button)
        if one.record:
            see = button(self.tr("See record"), lambda: self._see_record(one), role="quiet")
            actions.addWidget(see)
        actions.addStretch(1)
        if actions.count() > 1:
            box.addLayout(actions)
        if one.steps:
            ended = one.status if one.status in ENDED else ""
            box.addWidget(Timeline(one.steps, one.created_at, ended, one.status_changed_at))
        for meeting in one.interviews:
            box.addLayout(meetings.interview(meeting))
        for version in one.offers:
            box.addLayout(meetings.offer(version))
        pairs = self._facts(account, one)
        if pairs:
            box.addLayout(facts(pairs))
        return box

    def _facts(self, account: str, one: ApplicationDetail) -> list[tuple[str, str | QWidget]]:
        pairs: list[tuple[str, str | QWidget]] = [
            (name, value)
            for name, value in (
                (self.tr("Source"), one.source or ""),
                (self.tr("Contact"), one.source_contact or ""),
                (self.tr("Applied"), formats.exact(one.created_at)),
                (self.tr("Status since"), formats.exact(one.status_changed_at)),
                (self.tr("ATS status"), one.status_raw or ""),
                (self.tr("Hired on"), formats.day(one.hired_on)),
                (self.tr("Starts on"), formats.day(one.starts_on)),
            )
            if value
        ]
        if one.tags:
            pairs.append((self.tr("Tags"), Tags(one.tags)))
        if one.files:
            hint = self.tr("Fetched from the ATS and opened; removed when the program ends.")
            pairs.append((self.tr("Files"), file_links(one.files, partial(self.opener.open, account), hint)))
        return pairs + [(name, value) for name, value in one.custom if value]

    def _see_record(self, one: ApplicationDetail) -> None:
        self.record.show_record(one.record)
        self.show_part(3)


def _marked(layout: QVBoxLayout, says: str) -> QFrame:
    """An application with a line at its side and a word, as it is the one that the table points at."""
    layout.insertWidget(0, plain(says, "faint"))
    layout.setContentsMargins(*margins(SPACE[3], 0, 0, 0))
    frame = framed("pointed", layout)
    frame.setAccessibleDescription(says)
    return frame
