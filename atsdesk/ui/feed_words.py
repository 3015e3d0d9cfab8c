"""What is odd about a list of jobs or a row of it, in the user's language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from atsdesk.jobs.bringing import Outcome
from atsdesk.ui import job_words

if TYPE_CHECKING:
    from atsdesk.jobs.raw import Problem


def _tr(text: str) -> str:
    return QCoreApplication.translate("feed_words", text)


def outcome(word: Outcome, problems: "Sequence[Problem]") -> str:
    """What becomes of a row, and what is odd about it."""
    outcomes = {
        Outcome.NEW: _tr("New"),
        Outcome.CHANGED: _tr("Changed"),
        Outcome.AS_BEFORE: _tr("As before"),
        Outcome.LEFT_OUT: _tr("Left out"),
    }
    return ". ".join(one.rstrip(".") for one in (outcomes[word], *map(problem, problems)))


def problem(one: "Problem") -> str:
    """A problem in a sentence; its row is told beside it."""
    text = job_words.sentence(one.what.value)
    return text.format(header=one.header, value=one.value, other=one.other)
