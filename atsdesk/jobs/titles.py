"""Titles of jobs, taken apart: what the job is, at which level, where; without what only advertisements need."""

import html
import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from atsdesk.jobs import places
from atsdesk.jobs.references import clean
from atsdesk.jobs.spelling import HEBREW_PREFIXES, folded, plain
from atsdesk.jobs.vocabulary import LEVELS, NOISE, PHRASES, SIGNS, WORDS


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is compared."""

    words: tuple[str, ...]
    """What the job is, each word once, in one spelling, sorted."""
    levels: frozenset[str]
    places: tuple[str, ...]
    """Places that the title names."""

    @property
    def core(self) -> str:
        return " ".join(self.words)


_TAG = re.compile(r"<[^<>]{0,200}>")
_LETTERS = re.compile(
    r"(?<![\w&])[mwfdxhni](?:\s?[/|*,:·\\-]\s?(?:[mwfdxhni]|div(?:ers)?|diverse))+\*?(?!\w)"
)
_IN_WORDS = re.compile(
    r"\((?:m[wf][dx]?|[wf]m[dx]?|[dx][mwf][mwf]|gn\*?|all genders?|alle geschlechter|male/female(?:/\w+)?)\)"
    r"|\ball genders\b|(?<![א-ת])(?:ז/נ|נ/ז)(?![א-ת])"
)
_ENDING = re.compile(
    r"(?<=[a-z])(?:[*:_·]in(?:nen)?|/-?in(?:nen)?|\(in(?:nen)?\)|/-?r|\((?:r|e|ne|n)\)|[·.](?:e|ne|trice)"
    r"|/(?:euse|trice|ne|e))(?![a-z])"
    r"|(?<=[א-ת])(?:[/.](?:ת|ה|ית|נית|ית)|\((?:ת|ה|ית|נית)\))(?![א-ת])"
)
_PERCENT = re.compile(r"(?<!\d)\d{1,3}\s?(?:[-–]\s?\d{1,3}\s?)?%")
_SEGMENT = re.compile(r"\s[-–—]+\s?|\s?[-–—]+\s|[|•·@()\[\]{},;:]|\s/\s|\s(?:in|at|based in)\s")
_HEBREW_IN = re.compile(r"^ב(?=[א-ת])")
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b")
_SIGNS = re.compile("|".join(re.escape(sign) for sign in SIGNS))
LONGEST = 500
"""Signs of a title that are looked at."""
MOST_PLACE_WORDS = 4


def unescaped(text: str) -> str:
    """Text without HTML, also where it was escaped twice."""
    return clean(_TAG.sub(" ", html.unescape(html.unescape(text))))


@lru_cache(maxsize=65536)
def _segments(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a title, by the pieces that signs divide it into."""
    signs = _SIGNS.sub(lambda found: SIGNS[found[0]], plain(unescaped(text)))
    signs = _LETTERS.sub(_unless_no_gender, signs)
    signs = _ENDING.sub("", _IN_WORDS.sub(" ", _PERCENT.sub(" ", signs)))
    return tuple(tuple(words.split()) for one in _SEGMENT.split(signs) if (words := folded(one)))


def _unless_no_gender(found: re.Match[str]) -> str:
    letters = set(re.findall(r"[a-z]+", found[0]))
    return " " if letters & {"m", "h"} and letters & {"w", "f", "n", "d"} else found[0]


def normalise(title: str, known_places: Container[str] = ()) -> Title:
    """The title as it is compared; pieces and ends of it that are `known_places` count as places."""
    words: list[str] = []
    found: dict[str, None] = {}
    for position, segment in enumerate(_segments(title[:LONGEST])):
        rest = _without_place(segment, known_places, found, whole=position > 0)
        words += rest
    text = _PHRASE.sub(lambda found: PHRASES[found[0]], " ".join(words))
    levels, core = set(), set()
    for word in (piece for one in text.split() for piece in WORDS.get(one, one).split()):
        if word in LEVELS:
            levels.add(LEVELS[word])
        elif word not in NOISE:
            core.add(HEBREW_PREFIXES.sub("", word))
    return Title(tuple(sorted(core)) or tuple(sorted(levels)), frozenset(levels), tuple(found))


def _without_place(
    segment: tuple[str, ...], known: Container[str], found: dict[str, None], *, whole: bool
) -> tuple[str, ...]:
    """A piece without the place at its end; the first piece has to say more than a place."""
    for length in range(min(MOST_PLACE_WORDS, len(segment) - (not whole)), 0, -1):
        end = " ".join(segment[-length:])
        for spelling in (end, _HEBREW_IN.sub("", end)):
            place = places.name(spelling)
            if place in known or place == places.REMOTE:
                found[place] = None
                return segment[:-length]
    return segment
