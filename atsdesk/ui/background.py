"""Where a candidate worked and studied, how else to reach them, and what colleagues noted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atsdesk.store.detail import CandidateDetail
from atsdesk.store.person import Note, Station
from atsdesk.ui import formats
from atsdesk.ui.parts import clear, column, plain
from atsdesk.ui.person import facts
from atsdesk.ui.rich import as_text
from atsdesk.ui.theme import SPACE


def _tr(text: str) -> str:
    return QCoreApplication.translate("background", text)


def fill(layout: QVBoxLayout, detail: CandidateDetail) -> None:
    """Show all there is, or that there is nothing."""
    clear(layout)
    pairs = _about(detail)
    if pairs:
        layout.addLayout(facts(pairs))
    _stations(layout, _tr("Work"), detail.employments)
    _stations(layout, _tr("Education"), detail.educations)
    if detail.notes:
        layout.addWidget(plain(_tr("Notes"), bold=True))
        for note in detail.notes:
            layout.addLayout(_note(note))
    if not layout.count():
        says = _tr("The ATS tells nothing more. Notes are read where they are switched on in Settings.")
        layout.addWidget(plain(says, "faint", wrap=True))
    layout.addStretch(1)


def _about(detail: CandidateDetail) -> list[tuple[str, str | QWidget]]:
    fields = detail.fields
    pairs = (
        (_tr("Title"), fields.get("headline")),
        (_tr("Company"), fields.get("company")),
        (_tr("Lives in"), fields.get("location") or fields.get("city")),
        (_tr("Website"), fields.get("website")),
        (_tr("More contacts"), fields.get("other_contacts")),
    )
    return [(name, str(value)) for name, value in pairs if value]


def _stations(layout: QVBoxLayout, title: str, stations: Sequence[Station]) -> None:
    if not stations:
        return
    layout.addWidget(plain(title, bold=True))
    for one in stations:
        head = " · ".join(part for part in (one.what, one.where) if part)
        years = " – ".join(str(end)[:7] for end in (one.started, one.ended) if end)
        box = column(plain(head or _tr("(not named)"), wrap=True), gap=SPACE[1])
        if years:
            box.addWidget(plain(years, "faint"))
        if one.description:
            box.addWidget(plain(as_text(one.description), "soft", wrap=True))
        layout.addLayout(box)


def _note(one: Note) -> QVBoxLayout:
    who = " · ".join(
        part
        for part in (formats.isolated(one.author) if one.author else "", formats.relative(one.at))
        if part
    )
    text = plain("\n".join(part for part in (one.subject or "", as_text(one.body)) if part), wrap=True)
    return column(text, plain(who, "faint"), gap=SPACE[1])
