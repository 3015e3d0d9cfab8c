"""The form of one account and job: that of the ATS, with the company's own fields and the job's questions."""

from dataclasses import replace

import msgspec

from atsdesk.ats.draft import Draft, is_blank, value
from atsdesk.ats.form import Form, FormField, Local, Option, Section, Takes
from atsdesk.errors import DataError
from atsdesk.store import choices
from atsdesk.store.choices import CustomField
from atsdesk.store.engine import Connection
from atsdesk.submit.checks import NEW_PERSON

CUSTOM, QUESTIONS = "Custom fields", "Questions of the job"


def complete(connection: Connection, form: Form, account: str, job_id: str) -> Form:
    """The form with what the account and the job add; raises `DataError` for questions that cannot be read."""
    added: list[Section] = []
    for table, part in form.custom.items():
        fields = tuple(
            _field(one, part, form)
            for one in choices.custom_fields(connection, account, table)
            if one.type in form.custom_types
        )
        of_person = table == "candidates" and form.known_candidates
        label = CUSTOM if len(form.custom) == 1 else f"{CUSTOM} of the {table.removesuffix('s')}"
        added += [Section(label, fields, (NEW_PERSON,) if of_person else ())] if fields else []
    if form.questions and job_id:
        added += _questions(connection, form, account, job_id)
    return replace(form, sections=(*form.sections, *added))


def _field(one: CustomField, part: str, form: Form) -> FormField:
    takes = form.custom_types[one.type]
    of_users = takes is Takes.CHOICE and one.type == "user"
    return FormField(
        f"{part}.{one.key}",
        one.name,
        takes,
        one.required,
        options=tuple(Option(identity, label) for identity, label in one.options),
        local=Local("users", where={"is_active": 1}) if of_users else None,
        hint=one.description or form.custom_hints.get(one.type, ""),
    )


def _questions(connection: Connection, form: Form, account: str, job_id: str) -> list[Section]:
    record = choices.job_record(connection, account, job_id)
    if not record or not form.questions:
        return []
    try:
        fields = form.questions(record)
    except msgspec.DecodeError as error:
        raise DataError(
            "The questions of this job cannot be read.",
            f"Sync the account; {form.label} may ask for answers that are missing here. {error}.",
            concerns=job_id,
        ) from error
    return [Section(QUESTIONS, fields)] if fields else []


def offered(connection: Connection, field: FormField, draft: Draft) -> tuple[Option, ...]:
    """The choices of a field: its own, or rows of the local copy; none before what they depend on is chosen."""
    local = field.local
    if local is None:
        return field.options
    by = {column: value(draft, key) for column, key in local.by.items()}
    if any(is_blank(one) for one in by.values()):
        return ()
    found = choices.rows(
        connection, draft.account, local.table, local.value, local.label, local.where, by, local.of_field
    )
    return tuple(Option(one, label) for one, label in found)
