"""What the editor of a draft reads from the desk; all of it takes a moment, so that workers do it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atsdesk.ats import draft as drafts
from atsdesk.ats.draft import Draft
from atsdesk.ats.form import FileLaw, Form, Group, Option
from atsdesk.ats.submitting import Enclosure
from atsdesk.desk import Desk
from atsdesk.store.choices import Job


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the form of an account and job needs."""

    account: str
    form: Form
    law: FileLaw
    jobs: Sequence[Job]
    options: Mapping[str, Sequence[Option]]


def prepare(desk: Desk, draft: Draft) -> Prepared:
    """Read what the form of a draft needs from the local copy."""
    form = desk.drafts.form(draft.account, draft.job_id)
    return Prepared(
        draft.account,
        form,
        desk.drafts.law(draft.account),
        desk.drafts.jobs(draft.account),
        offers(desk, draft, form),
    )


def offers(desk: Desk, draft: Draft, form: Form) -> dict[str, Sequence[Option]]:
    """The choices of all fields that have some in the local copy; those of a group's by `group.field`."""
    found: dict[str, Sequence[Option]] = {}
    for one in form.fields():
        for field in one.fields if isinstance(one, Group) else (one,):
            if field.local:
                key = f"{one.key}.{field.key}" if isinstance(one, Group) else one.key
                found[key] = desk.drafts.options(field, draft)
    return found


def put_and_forget(desk: Desk, draft: Draft, files: Sequence[Enclosure], number: int, submission: int) -> int:
    """Put a draft into the outbox, where it is kept from now on, or in place of a submission; its number there."""
    tidied = desk.drafts.tidy(draft)
    if submission:
        made = desk.outbox.edit(submission, tidied, files).number
    else:
        made = desk.outbox.put(draft.account, tidied, files).number
    if number:
        desk.drafts.remove(number)
    return made


def submitted(desk: Desk, number: int) -> tuple[Draft, list[Enclosure]]:
    """What a submission sends, to be corrected."""
    return drafts.read(desk.outbox.one(number).draft), desk.outbox.files(number)
