"""What happened to the choice of a job, in sentences for its history."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from atsdesk.store.exposures import Event
from atsdesk.ui import formats, words


def _tr(text: str) -> str:
    return QCoreApplication.translate("exposure_words", text)


def entries(events: Iterable[Event]) -> list[tuple[str, str]]:
    """The events as moments and sentences of a history."""
    return [(one.happened_at, sentence(one)) for one in events]


def sentence(one: Event) -> str:
    """One event, with who did it and why."""
    says = {
        "exposed": _tr("Exposed"),
        "hidden": _tr("Hidden: no longer worked on"),
        "closed": _tr("Takes no candidates any more: {}").format(words.word(one.openness)),
        "reopened": _tr("Takes candidates again"),
    }[one.kind]
    if one.done_by:
        says = _tr("{}, by {}").format(says, formats.isolated(one.done_by))
    if one.why:
        says = _tr("{}. {}").format(says, one.why)
    if one.acknowledged_at:
        who = formats.isolated(one.acknowledged_by or "")
        says = _tr("{}. Acknowledged {} {}").format(says, formats.relative(one.acknowledged_at), who)
    return says
