"""How a job is known, and what speaks for it, in the user's language."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from atsdesk.jobs.reasons import Reason

_REASONS = {
    "SAME_ID": "same id",
    "SAME_CODE": "same code",
    "SAME_URL": "same address",
    "NEAR_CODE": "nearly the code {theirs}",
    "CODE_IN_TITLE": "its code {theirs} is in the title",
    "URL_NAMES_IT": "the address names it",
    "SAME_TITLE": "same title",
    "LIKE_TITLE": "title alike ({likeness} %)",
    "SAME_LEVEL": "same level",
    "OTHER_LEVEL": "another level ({theirs})",
    "SAME_PLACE": "same place",
    "OTHER_PLACE": "another place ({theirs})",
    "SAME_DEPARTMENT": "same department",
    "OTHER_DEPARTMENT": "another department ({theirs})",
    "TAKEN": "linked with another of your jobs",
    "CLOSED": "not open",
}
_KNOWN_BY = {
    "person": "Confirmed by a person",
    "id": "By its id",
    "code": "By its code",
    "url": "By its address",
    "title": "By its title: confirm",
}


def known_by(word: str) -> str:
    """What an own job and an ATS's are known to be the same by."""
    known = _KNOWN_BY.get(word)
    return QCoreApplication.translate("job_words", known) if known else word


def reasons(found: "Iterable[Reason]") -> str:
    """What speaks for a job and against it, in a line."""
    return ", ".join(
        QCoreApplication.translate("job_words", _REASONS[one.why.name]).format(
            theirs=one.theirs, likeness=one.likeness
        )
        for one in found
    )


def word(text: str) -> str:
    """A heading of the comparison of two jobs."""
    return QCoreApplication.translate("job_words", text)


def own_fields() -> dict[str, str]:
    """What an own job may tell, by the names of the columns of its table."""
    return {
        "own_id": word("Your id"),
        "name": word("Title"),
        "code": word("Code"),
        "ats_id": word("Id in the ATS"),
        "url": word("Page"),
        "location": word("Location"),
        "department": word("Department"),
        "status": word("Status"),
        "description": word("Description"),
    }
