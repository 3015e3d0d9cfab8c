"""The side panel of a job: who hires, where its candidates stand, its seats, its text, and the record behind it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from atsdesk.desk import Desk
from atsdesk.store.job import JobDetail
from atsdesk.ui import exposure_words, formats, words
from atsdesk.ui.own_job_card import compared
from atsdesk.ui.parts import Chip, button, clear, plain, row
from atsdesk.ui.person import facts
from atsdesk.ui.pipeline import Pipeline
from atsdesk.ui.rich import RichText
from atsdesk.ui.side_panel import SidePanel, fill_history, in_words, open_page, padded, scrolled
from atsdesk.ui.theme import SPACE
from atsdesk.ui.workers import Workers


class JobPanel(SidePanel):
    """Shows the job a table points at."""

    part = "jobs"

    def __init__(self, desk: Desk, workers: Workers, systems: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(workers, desk.reading.job, systems)
        self._status = row(gap=SPACE[2])
        self._about, about = scrolled(self.tr("Overview"))
        self.text = RichText(self.tr("Description"))
        self._history, history = scrolled(self.tr("History"))
        pages = {
            self.tr("Overview"): about,
            self.tr("Description"): padded(self.text),
            self.tr("History"): history,
            self.tr("Record"): padded(self.record),
        }
        self.build(None, self._status, pages)

    def page(self, detail: JobDetail, about: str) -> str:
        return _page(detail)

    def empty(self) -> None:
        for layout in (self._status, self._about, self._history):
            clear(layout)
        self.text.show_html("")

    def fill(self, detail: JobDetail) -> None:
        fields = detail.fields
        self.name.setText(str(fields.get("name") or self.tr("(no title)")))
        where = (fields.get("department"), fields.get("location"), detail.account)
        self.under.setText(" · ".join(str(part) for part in where if part))
        clear(self._status)
        self._status.addWidget(Chip(detail.openness))
        url = _page(detail)
        if url.startswith("https://"):
            system = self._systems().get(detail.account, "ATS")
            says = self.tr("Open in {}").format(system) if fields.get("url") else self.tr("Open careers page")
            self._status.addWidget(button(says, lambda: open_page(url), glyph="open"))
        self._status.addStretch(1)
        self.notice.say(
            self.tr("The ATS no longer has this job.") if fields.get("deleted_at") else "", "warm"
        )
        self._fill_about(detail)
        description = str(fields.get("description") or "")
        self.text.show_html(description or f"<p>{self.tr('The ATS gives no description of this job.')}</p>")
        nothing = self.tr(
            "Nothing has changed since ATS Desk first saw this job. Changes will be listed here."
        )
        history = [*in_words(detail.history), *exposure_words.entries(detail.events)]
        fill_history(self._history, sorted(history, reverse=True), nothing)
        self.record.show_record(detail.record)

    def _fill_about(self, detail: JobDetail) -> None:
        clear(self._about)
        if says := self._choice(detail):
            self._about.addWidget(plain(says, "soft", wrap=True))
        title = self.tr("Candidates")
        counts = " · ".join(
            f"{words.word(status)} {formats.number(count)}" for status, count in detail.by_status.items()
        )
        self._about.addWidget(plain(title, bold=True))
        self._about.addWidget(plain(counts or self.tr("Nobody has applied yet."), "soft", wrap=True))
        if any(stage.count for stage in detail.stages):
            self._about.addWidget(Pipeline(detail.stages))
        if pairs := self._facts(detail):
            self._about.addLayout(facts(pairs))
        for own in detail.own:
            self._about.addWidget(plain(self.tr("Own job, from {}").format(own.source), bold=True))
            self._about.addLayout(compared(own, detail.fields))
        if detail.openings:
            self._about.addWidget(plain(self.tr("Openings"), bold=True))
            for one in detail.openings:
                self._about.addLayout(self._opening(one.name, one.is_open, one.hired, one.closed_at))
        self._about.addStretch(1)

    def _choice(self, detail: JobDetail) -> str:
        """Whether it is exposed, since when, by whom and why."""
        last = next((one for one in detail.events if one.kind in {"exposed", "hidden"}), None)
        if last is None or last.kind == "hidden":
            return ""
        says = self.tr("Exposed {} by {}").format(
            formats.relative(last.happened_at), formats.isolated(last.done_by or "–")
        )
        return self.tr("{}. {}").format(says, last.why) if last.why else says

    def _opening(
        self, name: str | None, is_open: bool | None, hired: str | None, closed_at: str | None
    ) -> QHBoxLayout:
        says = plain(name or self.tr("Opening"), wrap=True)
        state = self.tr("open") if is_open else ""
        if hired:
            state = self.tr("hired: {}").format(formats.isolated(hired))
        elif closed_at or is_open is False:
            state = self.tr("closed {}").format(formats.day(closed_at)) if closed_at else self.tr("closed")
        box = row(says, plain(state, "soft"), gap=SPACE[2])
        box.setStretch(0, 1)
        return box

    def _facts(self, detail: JobDetail) -> list[tuple[str, str | QWidget]]:
        fields = detail.fields
        code, kind, level = (
            str(fields.get(name) or "") for name in ("code", "employment_type", "experience_level")
        )
        pairs: list[tuple[str, str | QWidget]] = [
            (words.resource(role), name) for role, name in _by_role(detail)
        ]
        pairs += [
            (self.tr("Code"), code),
            (self.tr("Employment"), " · ".join(part for part in (kind, level) if part)),
            (self.tr("Salary"), _salary(fields)),
            (self.tr("Opened"), formats.exact(fields.get("opened_at") or fields.get("created_at"))),
            (self.tr("Closed"), formats.exact(fields.get("closed_at"))),
            (self.tr("ATS status"), str(fields.get("status_raw") or "")),
        ]
        return [(name, value) for name, value in [*pairs, *detail.custom] if value]


def _page(detail: JobDetail) -> str:
    return str(detail.fields.get("url") or detail.fields.get("careers_url") or "")


def _by_role(detail: JobDetail) -> list[tuple[str, str]]:
    """The team, one line a role; without a team those whom the job names."""
    roles: dict[str, list[str]] = {}
    for role, name in detail.team:
        roles.setdefault(role or "member", []).append(name)
    for role in ("recruiter", "hiring_manager"):
        if (named := detail.fields.get(role)) and not roles.get(role):
            roles[role] = [str(named)]
    return [(role, ", ".join(dict.fromkeys(names))) for role, names in roles.items()]


def _salary(fields: Mapping[str, object]) -> str:
    ends = [fields.get("salary_min"), fields.get("salary_max")]
    figures = " – ".join(formats.number(end) for end in ends if isinstance(end, (int, float)))
    if not figures:
        return ""
    unit, period = fields.get("salary_currency"), fields.get("salary_period")
    return " ".join(str(part) for part in (figures, unit, period) if part)
