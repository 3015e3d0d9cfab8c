"""The words of SmartRecruiters and ours."""

from atsdesk.ats.moments import moment
from atsdesk.rows import Odd, Rows

STATUS = {
    "LEAD": "active",
    "NEW": "active",
    "IN_REVIEW": "active",
    "INTERVIEW": "active",
    "OFFERED": "active",
    "HIRED": "hired",
    "REJECTED": "rejected",
    "WITHDRAWN": "withdrawn",
    "TRANSFERRED": "transferred",
}
"""CONFIRMED (Candidate details)."""
OTHER_SPELLINGS = {"OFFER": "OFFERED", "HIRE": "HIRED"}
"""CONFIRMED (Candidate details): data services and the application-status endpoint spell the same otherwise."""
JOB_STATUS = {
    "CREATED": "open",
    "SOURCING": "open",
    "INTERVIEW": "open",
    "OFFER": "open",
    "ON_HOLD": "on_hold",
    "FILLED": "closed",
    "CANCELLED": "closed",
}
OFFER_STATUS = {
    "CREATED": "draft",
    "PENDING_APPROVAL": "draft",
    "APPROVED": "approved",
    "NOT_APPROVED": "abandoned",
    "PENDING_ACCEPTANCE": "sent",
    "ACCEPTED": "accepted",
    "NOT_ACCEPTED": "declined",
    "ABANDONED": "abandoned",
}
FILE_TYPE = {"RESUME": "resume", "GENERIC_FILE": "other"}
PUBLISHED = frozenset({"PUBLIC", "INTERNAL"})


def state(word: str | None) -> str | None:
    """A status in the candidates' spelling."""
    if not word or not word.strip():
        return None
    plain = word.strip().upper().replace("-", "_").replace(" ", "_")
    return OTHER_SPELLINGS.get(plain, plain)


def stage(status: str | None, sub_status: str | None) -> tuple[str, str, str] | None:
    """Id, name and type of the stage that a status and its sub status make; none without a status.

    Stages are the company's, not a job's: the same words are the same stage in every job.
    """
    word = state(status)
    if not word:
        return None
    title = word.replace("_", " ").capitalize()
    sub = (sub_status or "").strip()
    return (f"{word}/{sub}", f"{title}: {sub}", word) if sub else (word, title, word)


def known(word: str | None, words: dict[str, str], what: str, identity: str, rows: Rows) -> str:
    """Our word for one of theirs; what is not known is `unknown`, and a person is told."""
    found = words.get(state(word) or "") or words.get((word or "").strip().upper())
    if found is None and word:
        title = f'{what} has the status "{word}", which ATS Desk does not know.'
        rows.odd.append(
            Odd(identity, title, "It is kept as it came and shown as unknown. An update may know it.")
        )
    return found or "unknown"


def at(member: str, text: str | None, identity: str, rows: Rows) -> str | None:
    """A moment in UTC; what cannot be right is left blank and noted."""
    try:
        return moment(text)
    except ValueError:
        title = f"A record has a {member} that is no usable date."
        rows.odd.append(Odd(identity, title, f'"{text}" was left blank; correct it in the ATS.'))
        return None


def on(member: str, text: str | None, identity: str, rows: Rows) -> str | None:
    """The day of a moment or of a bare day."""
    found = at(member, text, identity, rows)
    return found[:10] if found else None


def text(identity: str | int | None) -> str | None:
    """An id as text; blank stays blank."""
    return None if identity is None else str(identity).strip() or None


def full_name(*parts: str | None) -> str | None:
    return " ".join(part.strip() for part in parts if part and part.strip()) or None
