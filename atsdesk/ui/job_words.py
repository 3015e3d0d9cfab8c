"""How a job is known, what speaks for it and what is told of it, in the user's language."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from atsdesk.jobs.reasons import Reason


def _tr(text: str) -> str:
    return QCoreApplication.translate("job_words", text)


def known_by(word: str) -> str:
    """What an own job and an ATS's are known to be the same by."""
    known = {
        "person": _tr("Confirmed by a person"),
        "id": _tr("By its id"),
        "code": _tr("By its code"),
        "url": _tr("By its address"),
        "title": _tr("By its title: confirm"),
    }
    return known.get(word, word)


def reasons(found: "Iterable[Reason]") -> str:
    """What speaks for a job and against it, in a line."""
    phrases = {
        "SAME_ID": _tr("same id"),
        "SAME_CODE": _tr("same code"),
        "SAME_URL": _tr("same address"),
        "NEAR_CODE": _tr("nearly the code {theirs}"),
        "CODE_IN_TITLE": _tr("its code {theirs} is in the title"),
        "URL_NAMES_IT": _tr("the address names it"),
        "SAME_TITLE": _tr("same title"),
        "LIKE_TITLE": _tr("title alike ({likeness} %)"),
        "SAME_LEVEL": _tr("same level"),
        "OTHER_LEVEL": _tr("another level ({theirs})"),
        "SAME_PLACE": _tr("same place"),
        "OTHER_PLACE": _tr("another place ({theirs})"),
        "SAME_DEPARTMENT": _tr("same department"),
        "OTHER_DEPARTMENT": _tr("another department ({theirs})"),
        "TAKEN": _tr("linked with another of your jobs"),
        "CLOSED": _tr("not open"),
    }
    return ", ".join(
        phrases[one.why.name].format(theirs=one.theirs or one.ours, likeness=one.likeness) for one in found
    )


def own_fields() -> dict[str, str]:
    """What an own job may tell, by the names of the columns of its table."""
    return {
        "own_id": _tr("Your id"),
        "name": _tr("Title"),
        "code": _tr("Code"),
        "ats_id": _tr("Id in the ATS"),
        "url": _tr("Page"),
        "location": _tr("Location"),
        "department": _tr("Department"),
        "status": _tr("Status"),
        "description": _tr("Description"),
    }


def sentence(text: str) -> str:
    """A sentence of the parts below the window, such as why a job takes no candidates."""
    return QCoreApplication.translate("told", text)
