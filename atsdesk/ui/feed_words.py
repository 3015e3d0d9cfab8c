"""What is odd about a list of jobs or a row of it, in the user's language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from atsdesk.desk import Outcome

if TYPE_CHECKING:
    from atsdesk.jobs.raw import Problem

_OUTCOMES = {
    Outcome.NEW: "New",
    Outcome.CHANGED: "Changed",
    Outcome.AS_BEFORE: "As before",
    Outcome.LEFT_OUT: "Left out",
}


def outcome(word: Outcome, problems: "Sequence[Problem]") -> str:
    """What becomes of a row, and what is odd about it."""
    says = [QCoreApplication.translate("feed_words", _OUTCOMES[word]), *map(problem, problems)]
    return ". ".join(one.rstrip(".") for one in says)


def problem(one: "Problem") -> str:
    """A problem in a sentence; its row is told beside it."""
    text = QCoreApplication.translate("feed_words", one.what.value)
    return text.format(header=one.header, value=one.value, other=one.other)
