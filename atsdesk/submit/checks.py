"""A draft against the form of its ATS: what is asked, what is missing, what no ATS would take."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from atsdesk.ats import draft as drafts
from atsdesk.ats.draft import Draft, Part, is_blank, put, value
from atsdesk.ats.form import Form, FormField, Group, Option, Takes, When
from atsdesk.submit import values
from atsdesk.submit.problem import Problem
from atsdesk.submit.values import Verdict

Offered = Callable[[FormField, Draft], Sequence[Option]]
"""The choices that a field has in the local copy."""

NEW_PERSON = When("candidate_id", ("",))
"""What belongs to a person is not asked of one whom the ATS has already."""
OURS = ("account", "files")
"""What a draft holds beside what the form asks."""


def fixed(field: FormField, draft: Draft) -> Sequence[Option]:
    """The choices that a form brings itself."""
    return field.options


def check(draft: Draft, form: Form, offered: Offered = fixed) -> list[Problem]:
    """All that is wrong with a draft; its files are checked where they lie (see `files`)."""
    problems: list[Problem] = []
    if form.job is not None and not draft.job_id and _holds(form.job, draft, form):
        problems.append(_no_job(draft, form))
    if draft.candidate_id and not form.known_candidates:
        problems.append(_not_taken("candidate_id", "applications of candidates it has already", form))
    for one in asked(draft, form):
        if isinstance(one, Group):
            problems += _group(one, draft, form, offered)
        else:
            problems += _field(one, one.key, value(draft, one.key), draft, offered)
    known = {one.key for one in form.fields()} | {"job_id", "candidate_id", *OURS}
    for key in _said(draft):
        if not any(key == one or key.startswith(f"{one}.") for one in known):
            problems.append(_not_taken(key, key.replace("_", " ").replace(".", " "), form))
    return problems


def _no_job(draft: Draft, form: Form) -> Problem:
    """Whoever is known may get a note alone; everybody else applies for something."""
    more = any(not is_blank(value(draft, key)) for key in form.without_application)
    if draft.candidate_id and more and not draft.files:
        words = "No job is chosen: the candidate gets no further application, only what is written here."
        return Problem("job_id", "required", words, "Choose a job if they apply for one.", firm=False)
    return Problem("job_id", "required", "No job is chosen.", "Choose the job to apply for.")


def asked(draft: Draft, form: Form) -> list[FormField | Group]:
    """What the form asks of this draft: all but what hangs on an answer that was not given."""
    return [
        one
        for section in form.sections
        if _holds(section.when, draft, form)
        for one in section.fields
        if _holds(one.when, draft, form)
    ]


def tidy(draft: Draft, form: Form) -> Draft:
    """The draft as it is sent: well spelled, and nothing that is not asked for."""
    kept = {one.key for one in asked(draft, form)}
    draft = spelled(draft, form)
    for one in form.fields():
        before = value(draft, one.key)
        if one.key not in kept and not is_blank(before):
            draft = put(draft, one.key, _nothing(before))
        elif isinstance(one, Group):
            draft = put(draft, one.key, tuple(part for part in before if drafts.plain(part)))
    return draft


def spelled(draft: Draft, form: Form) -> Draft:
    """The draft with numbers as E.164, addresses with their scheme, and codes for countries."""
    for one in form.fields():
        before = value(draft, one.key)
        if is_blank(before):
            continue
        if isinstance(one, Group):
            draft = put(draft, one.key, tuple(_tidy_part(one, part, draft) for part in before))
        else:
            draft = put(draft, one.key, _tidied(one, before, draft))
    return draft


def _nothing(before: Any) -> Any:
    return {str: "", tuple: (), dict: {}, bool: False}.get(type(before))


def _tidy_part(group: Group, part: Part, draft: Draft) -> Part:
    for field in group.fields:
        before = value(part, field.key)
        if not is_blank(before):
            part = put(part, field.key, _tidied(field, before, draft))
    return part


def _tidied(field: FormField, before: Any, draft: Draft) -> Any:
    if isinstance(before, str):
        return _verdict(field.takes, before.strip(), draft).value
    if isinstance(before, tuple) and field.takes in (Takes.TEXTS, Takes.URLS):
        texts = (_verdict(field.takes, text.strip(), draft).value for text in before if text.strip())
        return tuple(dict.fromkeys(texts))
    return before


def _holds(conditions: tuple[When, ...], draft: Draft, form: Form) -> bool:
    return all(_one_holds(when, draft, form) for when in conditions)


def _one_holds(when: When, draft: Draft, form: Form) -> bool:
    found = value(draft, when.key)
    given = found if isinstance(found, list) else [found]
    met = any(choice in when.values for choice in given)
    # What hangs on a question that is not asked itself is not asked either.
    above = next((one for one in form.fields() if one.key == when.key), None)
    return met and (above is None or _holds(above.when, draft, form))


def _said(draft: Draft) -> Iterator[str]:
    """The paths at which a draft says something."""
    for name in draft.__struct_fields__:
        found = getattr(draft, name)
        if isinstance(found, Part):
            yield from (f"{name}.{inner}" for inner in drafts.plain(found))
        elif isinstance(found, dict):
            yield from (f"{name}.{key}" for key in found)
        elif not is_blank(found) and found is not False:
            yield name


def _not_taken(key: str, what: str, form: Form) -> Problem:
    words = f"{form.label} does not take {what}."
    return Problem(key, "not_taken", words, "It will not be sent.", firm=False)


def _group(group: Group, draft: Draft, form: Form, offered: Offered) -> Iterator[Problem]:
    parts: Sequence[Part] = value(draft, group.key)
    if group.most and len(parts) > group.most:
        words = f"{group.label}: there are {len(parts)}, and {form.label} takes {group.most}."
        yield Problem(group.key, "number", words, "Take some out.")
    for place, part in enumerate(parts):
        if not drafts.plain(part):
            continue
        at = f"{group.key}[{place}]"
        for field in group.fields:
            yield from _field(field, f"{at}.{field.key}", value(part, field.key), draft, offered)
        began, ended = getattr(part, "started", ""), getattr(part, "ended", "")
        least = min(len(began), len(ended))
        if ended[:least] < began[:least]:
            words = f"{group.label}: it ended ({ended}) before it began ({began})."
            yield Problem(f"{at}.ended", "order", words, "Correct one of the two.")


def _field(field: FormField, at: str, found: Any, draft: Draft, offered: Offered) -> Iterator[Problem]:
    if is_blank(found):
        if field.required and field.takes is not Takes.FILE:
            question = f"“{field.label}” is not answered." if at.startswith("answers.") else ""
            hint = "Fill it in." if field.demanded else "The ATS may refuse an application without it."
            yield Problem(at, "required", question or f"{field.label} is missing.", hint, firm=field.demanded)
        elif field.required_with and drafts.plain(value(draft, field.required_with)):
            others = field.required_with.replace("_", " ")
            yield Problem(at, "required", f"{field.label} is missing.", f"It is needed with a {others}.")
        return
    if field.needs and is_blank(value(draft, field.needs)):
        words = f"{field.label} says nothing alone."
        yield Problem(at, "needs", words, "Fill in what it belongs to, or leave it out.")
    if field.takes is Takes.NUMBER:
        yield from _number(field, at, found)
    elif field.takes is Takes.YES_NO:
        if not isinstance(found, bool):
            yield Problem(at, "yes_or_no", f"{field.label} is neither yes nor no.", "Choose one.")
    elif field.takes in (Takes.CHOICE, Takes.MULTI):
        yield from _choice(field, at, found, draft, offered)
    elif field.takes is Takes.JSON:
        yield from _json(field, at, found)
    else:
        for text in found if isinstance(found, list | tuple) else (found,):
            yield from _text(field, at, text, draft)


def _text(field: FormField, at: str, text: Any, draft: Draft) -> Iterator[Problem]:
    if not isinstance(text, str):
        yield Problem(at, "text", f"{field.label} is no text.", "Write it as text.")
        return
    if field.limit and len(text) > field.limit:
        words = f"{field.label} has {len(text):,} characters; {field.limit:,} are the limit."
        hint = "Shorten it." if field.firm else "The ATS may refuse it: shorten it."
        yield Problem(at, "length", words, hint, firm=field.firm)
    if any(ord(letter) < 32 and letter not in "\t\n\r" for letter in text):
        yield Problem(at, "control", f"{field.label} holds characters that cannot be seen.", "Type it anew.")
    verdict = _verdict(field.takes, text, draft)
    if not verdict.words and field.whole_days:
        verdict = values.day(text)
    if verdict.words:
        rule = Takes.URL if field.takes is Takes.URLS else field.takes
        yield Problem(at, rule.value, verdict.words, verdict.hint, verdict.firm, verdict.instead)


def _verdict(takes: Takes, text: str, draft: Draft) -> Verdict:
    if takes is Takes.PHONE:
        return values.phone(text, draft.address.country)
    return values.CHECKS[takes](text) if takes in values.CHECKS else Verdict(text)


def _number(field: FormField, at: str, found: Any) -> Iterator[Problem]:
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        yield Problem(at, "number", f"{field.label} is not a number.", "Write digits only.")
        return
    if field.least is not None and found < field.least:
        yield Problem(at, "least", f"{field.label} is below {field.least:,g}.", "Correct it.")
    if field.most is not None and found > field.most:
        yield Problem(at, "most", f"{field.label} is above {field.most:,g}.", "Correct it.")


def _choice(field: FormField, at: str, found: Any, draft: Draft, offered: Offered) -> Iterator[Problem]:
    several = field.takes is Takes.MULTI
    if isinstance(found, list | tuple) != several:
        words = f"{field.label} takes {'a list of choices' if several else 'one choice'}."
        yield Problem(at, "choice", words, "Choose again.")
        return
    options = [option.value for option in offered(field, draft)]
    if field.open or (field.local and not options):
        return
    for choice in found if several else (found,):
        if choice not in options:
            words = f'{field.label}: "{choice}" is not among the choices.'
            yield Problem(at, "choice", words, "Choose one that is offered; sync if it is new in the ATS.")


def _json(field: FormField, at: str, found: Any) -> Iterator[Problem]:
    if not field.options:
        return
    known = {option.value for option in field.options}
    for name in found if isinstance(found, dict) else ():
        if name not in known:
            words = f'{field.label}: no system is called "{name}".'
            names = ", ".join(str(one) for one in known)
            yield Problem(at, "json", words, f"The names are: {names}.")
