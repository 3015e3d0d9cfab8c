"""One value of a draft: whether it is a usable address, number, URL, country or date, and how it is best written."""

import datetime as dt
import difflib
import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from urllib.parse import urlsplit

from atsdesk.ats.form import Takes


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of checking a value: how it is best written, or what is wrong with it and what to do."""

    value: str
    words: str = ""
    """What is wrong, in a sentence; "" where nothing is."""
    hint: str = ""
    firm: bool = True
    """No ATS would take it; otherwise it only looks wrong."""
    instead: str = ""
    """What was probably meant."""


_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_LABEL = re.compile(r"[^\W_](([^\W_]|-){0,61}[^\W_])?")
_COMMON = (
    "gmail.com",
    "hotmail.com",
    "icloud.com",
    "outlook.com",
    "walla.co.il",
    "yahoo.com",
)
"""Where most private addresses are: one letter less is a slip."""


def email(text: str) -> Verdict:
    """An e-mail address."""
    value = text.strip().removeprefix("mailto:")
    local, at, domain = value.rpartition("@")
    labels = domain.split(".")
    usable = (
        at
        and len(value) <= 254
        and len(local) <= 64
        and _LOCAL.fullmatch(local)
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) for label in labels)
        and not labels[-1].isdigit()
    )
    if not usable:
        return Verdict(text, f'"{text}" is not an e-mail address.', "It looks like name@example.com.")
    near = difflib.get_close_matches(domain.lower(), _COMMON, 1, 0.85)
    if near and domain.lower() not in _COMMON and len(domain) <= len(near[0]) + 1:
        meant = f"{local}@{near[0]}"
        return Verdict(
            value,
            f'"{domain}" may be a slip of the pen.',
            f"Was {meant} meant?",
            firm=False,
            instead=meant,
        )
    return Verdict(value)


def phone(text: str, country: str = "") -> Verdict:
    """A phone number as E.164 (`+972541234567`); one without a country code is taken as of the country."""
    import phonenumbers  # its tables are read when the first number is checked

    value = text.strip()
    if not re.search(r"\d", value) or re.search(r"[^\W\d_]{4,}", value):
        return Verdict(text, f'"{text}" is not a phone number.', "It looks like +1 202 555 0143.")
    try:
        number = phonenumbers.parse(value, _country_codes().get(country.strip().casefold()))
    except phonenumbers.NumberParseException as error:
        if error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
            return Verdict(
                value,
                f'"{value}" does not tell its country.',
                "Begin it with + and the country code, or choose the country of the address.",
                firm=False,
            )
        return Verdict(text, f'"{text}" is not a phone number.', "It looks like +1 202 555 0143.")
    spelt = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if not phonenumbers.is_valid_number(number):
        return Verdict(
            spelt,
            f"{spelt} is no number that phones have.",
            "Check the digits and the country code.",
            firm=False,
        )
    return Verdict(spelt)


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def url(text: str) -> Verdict:
    """A web address, with its scheme."""
    value = text.strip()
    if value and not _SCHEME.match(value):
        value = f"https://{value.lstrip('/')}"
    wrong = Verdict(text, f'"{text}" is not a web address.', "It looks like https://example.com/page.")
    try:
        parts = urlsplit(value)
        labels = (parts.hostname or "").split(".")
        _ = parts.port
    except ValueError:
        return wrong
    if parts.scheme.lower() not in ("http", "https") or re.search(r"\s", value) or parts.username is not None:
        return wrong
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return wrong
    return Verdict(value)


_PROFILE = re.compile(r"/(in|pub)/([^/?#]+)")


def linkedin(text: str) -> Verdict:
    """A LinkedIn profile."""
    found = url(text)
    wrong = Verdict(
        text, f'"{text}" is not a LinkedIn profile.', "It looks like https://www.linkedin.com/in/name."
    )
    if found.words:
        return wrong
    parts = urlsplit(found.value)
    host = (parts.hostname or "").lower()
    if host != "linkedin.com" and not host.endswith(".linkedin.com"):
        return wrong
    profile = _PROFILE.match(parts.path)
    if not profile:
        return Verdict(
            found.value,
            f'"{text}" is on LinkedIn, but is no profile.',
            "Open the profile and copy its address: https://www.linkedin.com/in/name.",
            firm=not parts.path.strip("/"),
        )
    if profile[1] == "in":
        return Verdict(f"https://www.linkedin.com/in/{profile[2]}")
    return Verdict(found.value)


@functools.cache
def countries() -> Mapping[str, str]:
    """Names of countries by their ISO 3166 codes."""
    text = resources.files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {code: name for code, name, *_ in rows}


@functools.cache
def _country_codes() -> Mapping[str, str]:
    names = {name.casefold(): code for code, name in countries().items()}
    others = {
        "uk": "GB",
        "united kingdom": "GB",
        "great britain": "GB",
        "england": "GB",
        "usa": "US",
        "united states of america": "US",
        "holland": "NL",
        "czechia": "CZ",
        "south korea": "KR",
        "uae": "AE",
        "ישראל": "IL",
        "deutschland": "DE",
    }
    return names | others | {code.casefold(): code for code in countries()}


def country(text: str) -> Verdict:
    """An ISO 3166 code of two letters; names in English will do."""
    codes, word = _country_codes(), text.strip().casefold()
    if word in codes:
        return Verdict(codes[word])
    near = difflib.get_close_matches(word, codes, 1, 0.8)
    meant = codes[near[0]] if near else ""
    return Verdict(
        text,
        f'"{text}" is not a country.',
        f"Was {countries()[meant]} ({meant}) meant?" if meant else "Give its code of two letters, like IL.",
        instead=meant,
    )


def day(text: str) -> Verdict:
    """A day as 2026-03-01."""
    value = text.strip()
    try:
        found = dt.date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        found = None
    if found is None:
        return Verdict(text, f'"{text}" is not a day.', "Write it as year-month-day: 2026-03-01.")
    if not 1900 <= found.year <= 2100:
        return Verdict(value, f"The year of {value} is not likely.", "Check it.", firm=False)
    return Verdict(value)


def period(text: str) -> Verdict:
    """A year, or a year and a month, or a day."""
    value = text.strip()
    if not re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?", value) or (
        len(value) == 10 and day(value).words
    ):
        return Verdict(
            text, f'"{text}" is not a year or month.', "Write it as a year, or a year and a month: 2019-10."
        )
    return Verdict(value)


CHECKS: Mapping[Takes, Callable[[str], Verdict]] = {
    Takes.EMAIL: email,
    Takes.URL: url,
    Takes.URLS: url,
    Takes.LINKEDIN: linkedin,
    Takes.COUNTRY: country,
    Takes.DAY: day,
    Takes.PERIOD: period,
}
"""By what a field takes; phones need their country as well."""
