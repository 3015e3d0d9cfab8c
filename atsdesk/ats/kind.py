"""An ATS as a person connects it: its secrets and settings, where each is found, and what it may be."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from atsdesk.errors import ConfigError

FIRST_DAY = "since"
"""Setting of accounts whose system can be asked by age: the day before which nothing is read."""


@dataclass(frozen=True, slots=True)
class Field:
    """A secret or setting that an account needs, and where a person finds it."""

    key: str
    label: str
    where_to_find: str
    secret: bool = True


def any_text(name: str, text: str) -> None:
    """Every value of a setting will do."""


def whole_number(name: str, text: str, least: int = 0) -> int:
    """A setting's value as a number; raises `ConfigError` where it is none, or too small."""
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least):
        raise ConfigError(
            f'The setting {name} is "{text}", which is not a whole number{f" from {least}" if least else ""}.',
            "Set it to a number, or leave it out for the usual one.",
            concerns=name,
        )
    return int(text)


def counting_number(name: str, text: str) -> int:
    """A number from 1."""
    return whole_number(name, text, 1)


def past_day(name: str, text: str) -> None:
    """Raises `ConfigError` where a setting is no day that has been."""
    try:
        day = dt.date.fromisoformat(text)
        good = text == day.isoformat() and day < dt.datetime.now(dt.UTC).date()
    except ValueError:
        good = False
    if not good:
        raise ConfigError(
            f'The setting {name} is "{text}", which is not a day that has been.',
            "Write it like 2024-01-31, or leave it out to read everything.",
            concerns=name,
        )


def time_zone(name: str, text: str) -> None:
    """Raises `ConfigError` where a setting names no time zone."""
    from zoneinfo import ZoneInfo  # needed when an account is added, and a window can open without it

    try:
        ZoneInfo(text)
    except (ValueError, OSError, LookupError):
        raise ConfigError(
            f'The setting {name} is "{text}", which is not a time zone.',
            "Name it by continent and city, like Asia/Jerusalem, or leave it out for UTC.",
            concerns=name,
        ) from None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an account may set, and need not."""

    key: str
    meaning: str
    check: Callable[[str, str], object] = any_text
    """Takes the key and a value; raises `ConfigError` for an unusable one."""


def first_day(means: str) -> Setting:
    """The setting that leaves out what is older; what that `means` of a system."""
    return Setting(
        FIRST_DAY,
        f"The day from which on people are read, like 2024-01-31; usually all are. {means}",
        past_day,
    )


@dataclass(frozen=True, slots=True)
class Kind:
    """An ATS as the connect dialog shows it."""

    key: str
    label: str
    base_url: str
    fields: tuple[Field, ...]
    note: str = ""
    settings: tuple[Setting, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Where the address depends on a setting: by its value, in small letters."""
    address_by: str = ""
    """That setting."""

    also: tuple[str, ...] = ()
    """Other addresses that are asked, as for tokens."""
    far_back: str = ""
    """What it means here that the older is left out, or why it cannot be; in sentences."""
    alternatives: tuple[tuple[str, ...], ...] = ()
    """Sets of secrets, by key, of which one will do; none means that all are needed."""

    def address(self, settings: Mapping[str, str]) -> str:
        """The usual address of the API for an account with these settings."""
        return self.addresses.get(settings.get(self.address_by, "").strip().lower(), self.base_url)

    @property
    def short(self) -> str:
        """Its name without what stands in brackets."""
        return self.label.partition(" (")[0]

    @property
    def hosts(self) -> list[str]:
        """The computers of the vendor that an account may talk to."""
        known = (self.base_url, *self.addresses.values(), *self.also)
        return list(dict.fromkeys(urlsplit(address).hostname or "" for address in known))

    @property
    def dated(self) -> bool:
        """Whether an account can leave out what is older than a day."""
        return any(setting.key == FIRST_DAY for setting in self.settings)

    @property
    def ways_in(self) -> tuple[tuple[str, ...], ...]:
        """The sets of secrets with one of which an account is complete."""
        return self.alternatives or (tuple(one.key for one in self.fields if one.secret),)

    def complete(self, given: Mapping[str, str]) -> dict[str, str]:
        """The first whole set among secrets that were given; raises `ConfigError` where there is none."""
        said = {key: text.strip() for key, text in given.items() if text.strip()}
        for keys in self.ways_in:
            if said.keys() >= set(keys):
                return {key: said[key] for key in keys}
        begun = max(self.ways_in, key=lambda keys: len(said.keys() & set(keys)))
        missing = " and ".join(key for key in begun if key not in said)
        if len(self.ways_in) > 1 and not said.keys() & set(begun):
            missing = ", or ".join(" and ".join(keys) for keys in self.ways_in)
        example = ", or ".join(
            "{" + ", ".join(f'"{key}": "..."' for key in keys) + "}" for keys in self.ways_in
        )
        raise ConfigError(f"The secrets lack {missing}.", f"They look like {example}.", concerns=begun[0])

    def check_settings(self, given: Mapping[str, str]) -> dict[str, str]:
        """The settings that say something; raises `ConfigError` for unknown ones and unusable values."""
        checks = {field.key: any_text for field in self.fields if not field.secret}
        known = {**checks, **{setting.key: setting.check for setting in self.settings}}
        said = {key: value.strip() for key, value in given.items() if value.strip()}
        for key in given:
            if key not in known:
                names = ", ".join(known)
                raise ConfigError(
                    f'{self.label} has no setting "{key}".',
                    f"The settings are: {names}." if names else "Leave it out: there are no settings.",
                    concerns=key,
                )
        for key, value in said.items():
            known[key](key, value)
        for one in self.fields:
            if not one.secret and one.key not in said:
                raise ConfigError(
                    f"{self.label} needs the {one.label} ({one.key}).", one.where_to_find, concerns=one.key
                )
        return said
