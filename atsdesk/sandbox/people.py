"""Invented people with Latin, accented and Hebrew names; mails and phones that belong to nobody."""

import random
import unicodedata

import msgspec

from atsdesk.sandbox import names

_STROKES = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ß": "ss", "æ": "ae", "đ": "d", "Đ": "d",
                          "ı": "i", "þ": "th", "ð": "d", "'": "", "’": "", " ": "", "-": ""})  # fmt: skip
DOMAINS = ("example.com", "example.org", "example.net", "mail.example.com")
COUNTRIES = ("us", "gb", "fr")


class Person(msgspec.Struct, gc=False):
    """What an applicant says about themselves; `None` where they left it out."""

    first: str
    middle: str | None
    last: str
    email: str | None
    phone: str | None
    mobile: str | None
    linkedin: str | None
    id_number: str | None


def latin(name: str) -> str:
    """A name in plain ASCII letters, for the local part of a mail address."""
    plain = unicodedata.normalize("NFKD", name.translate(_STROKES))
    return "".join(letter for letter in plain.lower() if letter.isascii() and letter.isalnum())


def _with_slugs(listed: str) -> list[tuple[str, str]]:
    return [(name, latin(name)) for name in listed.split("|")]


def _pairs(listed: str) -> list[tuple[str, str]]:
    """Hebrew names are listed as `name=latin`."""
    return [(name, slug) for name, _, slug in (pair.partition("=") for pair in listed.split("|"))]


LATIN = (_with_slugs(names.LATIN_FIRST), _with_slugs(names.LATIN_LAST))
ACCENTED = (_with_slugs(names.ACCENTED_FIRST), _with_slugs(names.ACCENTED_LAST))
HEBREW = (_pairs(names.HEBREW_FIRST), _pairs(names.HEBREW_LAST))
NIQQUD = (_pairs(names.NIQQUD_FIRST), _pairs(names.HEBREW_LAST))


def phone(rng: random.Random) -> str:
    """A number from a range that is kept for fiction (North America 555-01xx, United Kingdom 7700 900xxx,
    France 6 39 98 xx xx)."""
    draw = rng.random()
    number = int(rng.random() * 1000)
    if draw < 0.5:
        return f"+1 {201 + number % 700}-555-01{number % 100:02d}"
    if draw < 0.8:
        return f"+44 7700 900{number:03d}"
    return f"+33 6 39 98 {number // 10:02d} {number % 100:02d}"


class People:
    """Draws people from a random source: about 60 % Latin, 20 % accented, 20 % Hebrew names."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._count = 0
        self._last_email: str | None = None

    def person(self) -> Person:
        """One more person; some lack a mail, a phone or a middle name, a few share a mail address."""
        rng = self._rng
        draw = rng.random()
        share = rng.random()
        self._count += 1
        if draw < 0.6:
            firsts, lasts = LATIN
        elif draw < 0.8:
            firsts, lasts = ACCENTED
        elif share < 0.06:
            firsts, lasts = NIQQUD
        else:
            firsts, lasts = HEBREW
        first, first_slug = firsts[int(rng.random() * len(firsts))]
        last, last_slug = lasts[int(rng.random() * len(lasts))]
        middle = firsts[int(rng.random() * len(firsts))][0] if rng.random() < 0.12 else None
        if share > 0.997:
            first, last = _endless(rng, firsts, 9), _endless(rng, lasts, 12)
        email: str | None = None
        if rng.random() < 0.94:
            email = f"{first_slug}.{last_slug}{self._count}@{DOMAINS[int(rng.random() * 4)]}"
            if share > 0.99 and self._last_email:
                email = self._last_email  # two people, or one who applied twice: nobody knows
            self._last_email = email
        return Person(
            first=first,
            middle=middle,
            last=last,
            email=email,
            phone=phone(rng) if rng.random() < 0.35 else None,
            mobile=phone(rng) if rng.random() < 0.8 else None,
            linkedin=self._profile(first_slug, last_slug) if rng.random() < 0.6 else None,
            id_number=f"X{self._count:08d}" if rng.random() < 0.05 else None,
        )

    def _profile(self, first: str, last: str) -> str:
        return f"https://www.linkedin.com/in/example-{first}-{last}-{self._count:x}"


def _endless(rng: random.Random, listed: list[tuple[str, str]], parts: int) -> str:
    return " ".join(listed[int(rng.random() * len(listed))][0] for _ in range(parts))
