"""Interviews and offers of an application, as the candidate panel shows them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from atsdesk.store.person import InterviewDetail, InterviewerDetail, OfferDetail
from atsdesk.ui import formats, words
from atsdesk.ui.parts import Chip, column, plain, row
from atsdesk.ui.theme import SPACE


def _tr(text: str) -> str:
    return QCoreApplication.translate("meetings", text)


def interview(one: InterviewDetail) -> QVBoxLayout:
    """What, when (here, and there where its zone is another), where, and whose feedback there is."""
    title = plain(one.title or one.stage or _tr("Interview"), wrap=True)
    top = row(title, Chip(one.status or "unknown"), gap=SPACE[2])
    top.setStretch(0, 1)
    when = formats.exact(one.starts_at) or formats.day(one.held_on)
    there = f"{one.starts_local[11:16]} {one.timezone}" if one.starts_local and one.timezone else ""
    under = [when, there, formats.isolated(formats.one_line(one.location)) if one.location else ""]
    box = column(top, gap=SPACE[1])
    if any(under):
        box.addWidget(plain(" · ".join(part for part in under if part), "soft", wrap=True))
    for interviewer in one.interviewers:
        box.addLayout(_interviewer(interviewer))
    return box


def _interviewer(one: InterviewerDetail) -> QHBoxLayout:
    name = plain(formats.isolated(one.name or _tr("(no name)")), wrap=True)
    says = []
    if one.rating:
        says.append(words.resource(one.rating))
    if one.feedback_at:
        says.append(_tr("feedback {}").format(formats.relative(one.feedback_at)))
    elif one.late:
        says.append(_tr("feedback is due"))
    elif one.response:
        says.append(words.word(one.response))
    told = plain(" · ".join(says), "late" if one.late else "soft")
    told.setToolTip(formats.tip(one.review or ""))
    box = row(name, told, gap=SPACE[2], margins=(SPACE[3], 0, 0, 0))
    box.setStretch(0, 1)
    return box


def offer(one: OfferDetail) -> QVBoxLayout:
    """A version of an offer and what came of it."""
    version = _tr("Offer, version {}").format(one.version) if one.version else _tr("Offer")
    top = row(
        plain(version, "" if one.is_current else "faint", wrap=True),
        Chip(one.status or "unknown"),
        gap=SPACE[2],
    )
    top.setStretch(0, 1)
    says = [
        _tr("sent {}").format(formats.day(one.sent_on)) if one.sent_on else "",
        _tr("starts {}").format(formats.day(one.starts_on)) if one.starts_on else "",
        _tr("resolved {}").format(formats.relative(one.resolved_at)) if one.resolved_at else "",
    ]
    box = column(top, gap=SPACE[1])
    if any(says):
        box.addWidget(plain(" · ".join(part for part in says if part), "soft", wrap=True))
    return box
