"""Sentences of the parts below the window in the person's language.

They come in English, put together with names and numbers, and some were stored long ago. They are known again by
what was found in the sources when the translations were compiled: whole sentences, and patterns with gaps.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from atsdesk.store.changes import Phrase
from atsdesk.ui import formats, words
from atsdesk.ui.assets import RESOURCES
from atsdesk.ui.parts import mirrored

GAP = re.compile(r"\{(\w*)\}")
_END = re.compile(r"(?<=[.!?])\)?\s+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?")
_INSIDE = r"((?:(?![.!?] [A-Z]).)+?)"
"""What fills a gap goes on over no end of a sentence."""


@dataclass(frozen=True, slots=True)
class _Known:
    whole: frozenset[str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    """The one that says most first."""


@lru_cache(maxsize=1)
def _known() -> _Known:
    try:
        known: list[str] = json.loads((RESOURCES / "translations" / "told.json").read_text(encoding="utf-8"))
    except OSError:
        known = []
    gapped = sorted((one for one in known if GAP.search(one)), key=lambda one: -len(GAP.sub("", one)))
    return _Known(frozenset(known), tuple((_regex(one), one) for one in gapped))


def _regex(pattern: str) -> re.Pattern[str]:
    parts = GAP.split(pattern)[::2]
    return re.compile(_INSIDE.join(map(re.escape, parts)), re.DOTALL)


def told(text: str) -> str:
    """One or several sentences; those that are not known stay as they are."""
    known, rest = [], text.strip()
    while rest:
        ends = [found.start() for found in _END.finditer(rest)]
        for end in (len(rest), *reversed(ends)):
            if (said := _sentence(rest[:end])) is not None:
                break
        else:
            end = ends[0] if ends else len(rest)
            said = rest[:end]
        known.append(said)
        rest = rest[end:].strip()
    return " ".join(known)


@lru_cache(maxsize=2048)
def _match(text: str) -> tuple[str, tuple[str, ...]] | None:
    known = _known()
    if text in known.whole:
        return text, ()
    for regex, pattern in known.patterns:
        if found := regex.fullmatch(text):
            return pattern, found.groups()
    return None


def _sentence(text: str) -> str | None:
    found = _match(text)
    if found is None:
        return None
    pattern, values = found
    said = QCoreApplication.translate("told", pattern)
    return fill(said, *map(_value, values)) if values else said


def fill(pattern: str, *values: str) -> str:
    """Put values into the gaps `{}`, or `{0}` and `{1}`, of a pattern; names in gaps count as `{}`."""
    rest = iter(values)
    return GAP.sub(lambda gap: values[int(gap[1])] if gap[1].isdigit() else next(rest), pattern)


def _value(value: str) -> str:
    """What fills a gap: a sentence, a label, a word of ours, or a name, which keeps its own direction."""
    if (said := _sentence(value)) is not None:
        return said
    written = value.capitalize() if value.islower() else value
    label = words.label(written)
    if label != written:
        return label
    known = words.word(value)
    if known != value:
        return known
    return formats.isolated(value) if mirrored() else value


def phrase(one: Phrase) -> str:
    """A change in words."""
    said = QCoreApplication.translate("told", one.pattern)
    if said == one.pattern:
        said = words.label(one.pattern.capitalize()) if one.pattern.islower() else words.label(one.pattern)
    return said.format(*(phrase(part) if isinstance(part, Phrase) else _data(part) for part in one.parts))


def _data(value: str) -> str:
    if _MOMENT.fullmatch(value):
        return formats.exact(value) if "T" in value else formats.day(value)
    return formats.isolated(value) if mirrored() else value
