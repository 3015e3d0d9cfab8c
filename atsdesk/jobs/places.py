"""Places as jobs name them: which of them are one and the same."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from atsdesk.jobs.spelling import folded

REMOTE = "remote"
ALIASES = {
    folded(name): known
    for known, names in {
        "berlin": "ברלין",
        "beer sheva": "beersheba|beer sheba|באר שבע",
        "cologne": "koln|koeln",
        "frankfurt": "frankfurt am main|frankfurt a m|frankfurt main|ffm|פרנקפורט",
        "geneva": "genf|geneve",
        "haifa": "חיפה",
        "herzliya": "herzlia|hertzliya|הרצליה",
        "jerusalem": "ירושלים|jlm",
        "london": "לונדון",
        "los angeles": "la",
        "milan": "milano|mailand",
        "munich": "munchen|muenchen|מינכן",
        "netanya": "נתניה",
        "new york": "nyc|new york city|ny|ניו יורק",
        "nuremberg": "nurnberg|nuernberg",
        "paris": "פריז",
        "petah tikva": "petach tikva|petach tikwa|petah tiqwa|פתח תקווה|פתח תקוה",
        "prague": "prag|praha",
        "raanana": "ra anana|רעננה",
        "ramat gan": "רמת גן",
        "rehovot": "רחובות",
        REMOTE: (
            "anywhere|home office|homeoffice|work from home|wfh|fully remote|100 remote|מרחוק|עבודה מהבית|מהבית"
        ),
        "rishon lezion": "rishon le zion|rishon letzion|ראשון לציון",
        "rome": "roma|rom",
        "san francisco": "sf|san francisco bay area|bay area",
        "tel aviv": "tel aviv yafo|tel aviv jaffa|tlv|תל אביב|תל אביב יפו|תא",
        "vienna": "wien",
        "warsaw": "warszawa|warschau",
        "washington": "washington dc|dc",
        "zurich": "zuerich|ציריך",
    }.items()
    for name in names.split("|")
}
"""Other names of places that people hire in."""
SAME = 88
"""Likeness, of 100, from which on two names are one place with a slip of the pen."""
_ASIDE = re.compile(r"\([^)]{0,100}\)|\[[^\]]{0,100}\]")
_OR = re.compile(r"[;/|+\n]| or | oder | and | und | או |&", re.IGNORECASE)
_PARTS = re.compile(r",|\s[-–—]\s")


@lru_cache(maxsize=65536)
def name(text: str) -> str:
    """One place in its known spelling."""
    plain = folded(text)
    return ALIASES.get(plain, plain)


@lru_cache(maxsize=65536)
def cities(location: str) -> tuple[str, ...]:
    """The places that a location names, without regions and countries: "Berlin, Germany or Paris" has two."""
    found: dict[str, None] = {}
    for one in _OR.split(_ASIDE.sub(" ", location)):
        if city := name(_PARTS.split(one.strip())[0]):
            found[city] = None
    return tuple(found)


@lru_cache(maxsize=65536)
def all_names(location: str) -> tuple[str, ...]:
    """The places that a location names, with regions and countries."""
    pieces = [piece for one in _OR.split(location) for piece in _PARTS.split(re.sub(r"[()\[\]]", ",", one))]
    return tuple(dict.fromkeys(found for piece in pieces if (found := name(piece))))


@lru_cache(maxsize=65536)
def same(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether some place is in both."""
    return any(_is_one(one, other) for one in ours for other in theirs)


def _is_one(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return (len(short) > 3 and f" {short} " in f" {long} ") or fuzz.ratio(one, other) >= SAME
