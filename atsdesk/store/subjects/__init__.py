"""What can be looked up by name: one declaration a kind, for `show` and `list` alike."""

from atsdesk.errors import ConfigError
from atsdesk.store.subjects.company import COMPANY
from atsdesk.store.subjects.people import PEOPLE
from atsdesk.store.subjects.vocabulary import OWNED, Filter, Part, Subject, Takes

SUBJECTS = (*PEOPLE, *COMPANY)
BY_NAME = {subject.name: subject for subject in SUBJECTS}


def subject(name: str) -> Subject:
    """The kind of this name, in the singular or plural; raises `ConfigError` for an unknown one."""
    spelt = name.strip().lower().replace("_", "-")
    for one in SUBJECTS:
        if spelt in (one.name, one.plural):
            return one
    raise ConfigError(f'There is no kind "{name}".', f"The kinds are: {', '.join(BY_NAME)}.", concerns="kind")


def filters() -> list[Filter]:
    """The filters of all kinds, one for each key."""
    return list({given.key: given for one in reversed(SUBJECTS) for given in reversed(one.filters)}.values())[
        ::-1
    ]


__all__ = ["BY_NAME", "OWNED", "SUBJECTS", "Filter", "Part", "Subject", "Takes", "filters", "subject"]
