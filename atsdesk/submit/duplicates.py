"""Whether somebody is known already, in whichever account, and what to do then."""

from atsdesk.ats.draft import Draft
from atsdesk.ats.form import Form
from atsdesk.store import duplicates
from atsdesk.store.duplicates import EMAIL, LINKEDIN, NAME_AND_JOB, PHONE, Asked, Duplicate
from atsdesk.store.engine import Connection
from atsdesk.submit import values

WORDS = {
    EMAIL: "the same e-mail address",
    PHONE: "the same phone number",
    LINKEDIN: "the same LinkedIn profile",
    NAME_AND_JOB: "the same name on the same job",
}


def find(connection: Connection, draft: Draft) -> list[Duplicate]:
    """Candidates who may be the same person as that of a draft; the surest first."""
    country = draft.address.country
    phones = (draft.phone, draft.mobile_phone, *(one.value for one in draft.more_phones))
    profile = values.linkedin(draft.linkedin_url).value if draft.linkedin_url else ""
    return duplicates.find(
        connection,
        Asked(
            emails=(draft.email, *(one.value for one in draft.more_emails)),
            phones=[values.phone(number, country).value for number in phones if number.strip()],
            linkedin=profile.partition("/in/")[2],
            name=f"{draft.first_name} {draft.last_name}".strip(),
            account=draft.account,
            job_id=draft.job_id,
        ),
    )


def why(one: Duplicate) -> str:
    """By what they seem to be the same, in words."""
    reasons = [WORDS[by] for by in one.by]
    return f"{one.name} ({one.account}) has {' and '.join(reasons)}."


def advice(one: Duplicate, draft: Draft, form: Form) -> str:
    """What to do about it."""
    there = one.on_the_job
    if there and there.status in ("active", "on_hold"):
        return f"Is on this job already, in {there.stage or there.status}: do not send again."
    if there:
        return f"Was on this job before ({there.status.replace('_', ' ')}): look first."
    if one.account != draft.account:
        return "Is known in another account: sending makes a new candidate here."
    if form.known_candidates:
        return "Add an application to this candidate instead of a new one."
    return f"Is in {form.label} already: it may join the two."
