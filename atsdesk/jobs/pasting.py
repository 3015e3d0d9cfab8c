"""Whatever a customer mails about jobs, understood line by line: ids, codes, addresses, titles, mixed.

Everything is looked up among jobs that are known here. What Kombo may know though it is not known here is in `to_ask`;
the text is resolved again with what was found.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from atsdesk.ats.kombo.finding import By as KomboFilter
from atsdesk.cancel import Cancel
from atsdesk.jobs import addresses
from atsdesk.jobs.known import AtsJob, By, Key, OwnJob
from atsdesk.jobs.likeness import Suggestion, Titles
from atsdesk.jobs.reasons import Reason, Why
from atsdesk.jobs.references import References, clean

MOST_GUESSED = 200
"""Lines that get suggestions; a person does not look through more, and each costs a millisecond or two."""
MOST_ASKED = 1_000
"""Wishes that an ATS is asked for: some forty requests; more is a list to import."""
SUGGESTIONS = 3
MOST_SIGNS = 2_000
"""Longer lines are letters, not jobs; only their addresses are looked at."""


class State(StrEnum):
    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that a line asks for, and what came of it."""

    line: int
    """From 1, as pasted."""
    text: str
    state: State
    by: By | None = None
    """By what it was found; a title says less than the rest, and is to be confirmed."""
    keys: tuple[Key, ...] = ()
    """The job that was found, or those between which a person has to choose."""
    suggestions: tuple[Suggestion, ...] = ()
    repeats: int = 0
    """The earlier line that found the same job; 0 for none."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a pasted text."""

    wishes: tuple[Wish, ...]
    not_guessed: int = 0
    """Wishes that were not found and got no suggestions, because there were too many."""

    @property
    def found(self) -> tuple[Key, ...]:
        """The jobs that were found, each once."""
        return tuple(dict.fromkeys(wish.keys[0] for wish in self.wishes if wish.state is State.FOUND))


_BULLET = re.compile(
    r"^(?:[>|]\s*|[-–—*·+]\s+|[•●○◦▪■□☐☑✓✔→⇒]\s*|\[[ xX]?\]\s*"
    r"|\(?\d{1,4}[.)](?:\s+|(?=[^\d\s]))|\(?[a-zA-Z][.)]\s+)+"
)
_LABEL = re.compile(
    r"^(?:(?:ats|code|external|id|job|key|kombo|link|name|new|no|nr|number|opening|our|position|posting|ref|reference|"
    r"remote|req|requisition|role|the|title|uid|url|vacancy|"
    r"kennziffer|nummer|referenz|referenznummer|stelle|stellen|stellentitel|titel|"
    r"כותרת|מספר|משרה|קוד|קישור)[\s_\-./]*){1,4}[:=#]+\s*",
    re.IGNORECASE,
)
_QUOTES = "\"'“”„‟«»‹›‘’‚`<>*_"
_ENDS = " ,;.:" + _QUOTES
_STRONG = re.compile(r"\s*[;|]\s*")
_WEAK = re.compile(r"\s*[;|,]\s*|\s+(?:and|und|or|oder|&|/)\s+")
_BETWEEN_CODES = re.compile(r"[\s,;|]+(?:(?:and|und|or|oder|&|/)\s+)?")
_CODE_LIKE = re.compile(r"#?(?=\S*\d)\w[\w.#/:\-‐‑–]{0,59}")
_IN_A_TITLE = 4
"""Signs that an id or a code has at least, for it to be seen between other words."""
_KOMBO_ID = re.compile(r"[1-9A-HJ-NP-Za-km-z]{20,28}")


def resolve(
    text: str, jobs: Sequence[AtsJob], *, guess: int = MOST_GUESSED, cancel: Cancel | None = None
) -> Pasted:
    """Understand a text, line by line; blank lines and lines of signs alone say nothing.

    At most `guess` of the wishes that are not found get suggestions. Raises `Cancelled` when a person stopped it.
    """
    reader = _Reader(jobs)
    first: dict[Key, int] = {}
    known: dict[str, list[Wish]] = {}
    wishes: list[Wish] = []
    for number, raw in enumerate(text.splitlines(), 1):
        if cancel and number % 500 == 0:
            cancel.check()
        line = clean(raw.replace("\t", " | "))
        if line not in known:
            known[line] = reader.wishes(line)
        for wish in known[line]:
            repeats = 0
            if wish.state is State.FOUND:
                repeats = first.setdefault(wish.keys[0], number)
            wishes.append(replace(wish, line=number, repeats=repeats if repeats != number else 0))
    return _guessed(wishes, reader, guess, cancel)


def askable(pasted: Pasted) -> list[str]:
    """The first of the wishes that were not found by which Kombo finds a job beyond doubt: addresses, ids and codes."""
    texts = dict.fromkeys(wish.text for wish in pasted.wishes if wish.state is State.NOT_FOUND)
    named = (one for one in texts if addresses.found_in(one) or _CODE_LIKE.fullmatch(one))
    return list(itertools.islice(named, MOST_ASKED))


def to_ask(texts: Iterable[str]) -> dict[KomboFilter, list[str]]:
    """What to ask Kombo for such texts, by filter, the surest first."""
    asked: dict[KomboFilter, dict[str, None]] = {"ids": {}, "job_codes": {}, "remote_ids": {}, "post_url": {}}
    for text in texts:
        reference = clean(text).strip("#")
        if urls := addresses.found_in(text):
            asked["post_url"] |= dict.fromkeys(urls)
        elif _KOMBO_ID.fullmatch(reference):
            asked["ids"][reference] = None
        else:
            asked["job_codes"][reference] = None
            asked["remote_ids"][reference.removeprefix("remote:")] = None
    return {one: list(values) for one, values in asked.items() if values}


class _Reader:
    """Understands one line."""

    def __init__(self, jobs: Sequence[AtsJob]) -> None:
        self.references = References(jobs)
        self.titles = Titles(jobs)

    def wishes(self, line: str) -> list[Wish]:
        """What a line without bullets asks for."""
        if not any(sign.isalnum() for sign in line):
            return []
        if whole := self._named(self._word(line)):
            return [whole]
        urls = addresses.found_in(line)
        rest = self._rest(line, urls) if len(line) <= MOST_SIGNS else ""
        codes = self._codes(rest)
        named = [wish for one in urls if (wish := self._named(one))]
        named += [wish for one in codes if (wish := self._named(one))]
        if codes and not urls and _is_list(rest):
            return [self._named(one) or Wish(0, one, State.NOT_FOUND) for one in codes]
        if named:
            return _distinct(named)
        if urls:
            return [Wish(0, _joined(one, rest if len(urls) == 1 else ""), State.NOT_FOUND) for one in urls]
        return self._titled(rest or line[:MOST_SIGNS])

    def suggestions(self, text: str) -> tuple[Suggestion, ...]:
        """Jobs that a text which was not found may mean."""
        besides: dict[Key, list[Reason]] = {}
        urls = addresses.found_in(text)
        for url in urls:
            for key in self.references.inside(url):
                besides.setdefault(key, []).append(Reason(Why.URL_NAMES_IT, url))
        rest = _without(text, urls)
        for word in _BETWEEN_CODES.split(rest):
            if _CODE_LIKE.fullmatch(word):
                for key in self.references.nearly(word):
                    besides.setdefault(key, []).append(Reason(Why.NEAR_CODE, word, self.references.code(key)))
        return self.titles.suggest(OwnJob("", rest), SUGGESTIONS, besides=besides)

    def _named(self, text: str) -> Wish | None:
        """What an id, a code or an address names."""
        by, keys = self.references.any_way(text)
        if not keys:
            return None
        return Wish(0, text, State.FOUND if len(keys) == 1 else State.AMBIGUOUS, by, tuple(keys))

    def _codes(self, text: str) -> list[str]:
        """The ids and codes in a text: all that look so, or those among other words that are known."""
        words = [bare for one in _BETWEEN_CODES.split(text) if (bare := self._word(one))]
        if _is_list(text):
            return words
        long = (one.strip("()[]") for one in words)
        return [
            one for one in long if len(one) >= _IN_A_TITLE and _CODE_LIKE.fullmatch(one) and self._named(one)
        ]

    def _word(self, text: str) -> str:
        """Text without what is around it; an id may begin like a numbered line, as Comeet's 64.FC4D2."""
        whole = text.strip(_ENDS)
        known = (one for one in (whole, _unnumbered(whole)) if one and self._named(one))
        return next(known, "") or _bare(text)

    def _rest(self, line: str, urls: Sequence[str]) -> str:
        """A line without its addresses, and without a number before it that is none of an id."""
        plain = _unnumbered(line)
        if not urls and self._named(_BETWEEN_CODES.split(plain)[0].strip(_ENDS)):
            return plain
        return _without(line, urls)

    def _titled(self, text: str) -> list[Wish]:
        """The titles in a text: it is one, or it has several, or one beside other things."""
        title = _bare(text)
        if not any(sign.isalnum() for sign in title):  # a number or a label of a list, and nothing behind it
            return []
        if whole := self._title(title, text):
            return [whole]
        pieces = _pieces(_STRONG, text)
        if found := [wish for one in pieces if (wish := self._title(one, text))]:
            return found
        titled = [self._title(one, one) for one in _pieces(_WEAK, text)]
        if titled and all(titled):
            return [wish for wish in titled if wish]
        return [Wish(0, title, State.NOT_FOUND)]

    def _title(self, text: str, line: str) -> Wish | None:
        keys = self.titles.same_title(text, line)
        if not keys:
            return None
        return Wish(0, text, State.FOUND if len(keys) == 1 else State.AMBIGUOUS, By.TITLE, tuple(keys))


def _bare(text: str) -> str:
    """Text without bullets, labels, quotes, and signs at its ends."""
    before = ""
    while before != text:
        before = text
        text = _LABEL.sub("", _BULLET.sub("", text.strip())).strip(_ENDS)
    return text


def _unnumbered(text: str) -> str:
    """Text without a bullet or number that stands apart before it."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip(_ENDS) if _BULLET.fullmatch(f"{first} ") else text.strip(_ENDS)


def _pieces(between: re.Pattern[str], text: str) -> list[str]:
    """The pieces of a text that has several."""
    pieces = [bare for one in between.split(text) if (bare := _bare(one))]
    return pieces if len(pieces) > 1 else []


def _is_list(text: str) -> bool:
    """Whether a text holds nothing but what looks like ids and codes."""
    words = [bare for one in _BETWEEN_CODES.split(text) if (bare := _bare(one))]
    return bool(words) and all(_CODE_LIKE.fullmatch(word) for word in words)


def _without(text: str, parts: Iterable[str]) -> str:
    for one in parts:
        text = text.replace(one, " | ")
    return _bare(text.strip(" |"))


def _joined(url: str, rest: str) -> str:
    return f"{url} {rest}".strip()


def _distinct(named: Sequence[Wish]) -> list[Wish]:
    """One wish a job: what names several jobs counts only where nothing names one of them alone."""
    found = {wish.keys[0]: wish for wish in reversed(named) if wish.state is State.FOUND}
    unsure = [wish for wish in named if wish.state is State.AMBIGUOUS and not found.keys() & set(wish.keys)]
    return [*reversed(found.values()), *unsure]


def _guessed(wishes: Sequence[Wish], reader: _Reader, guess: int, cancel: Cancel | None) -> Pasted:
    """The same wishes, with suggestions for the first that were not found."""
    texts = list(dict.fromkeys(wish.text for wish in wishes if wish.state is State.NOT_FOUND))
    suggestions = {}
    for text in texts[:guess]:
        if cancel:
            cancel.check()
        suggestions[text] = reader.suggestions(text)
    return Pasted(
        tuple(
            replace(wish, suggestions=suggestions[wish.text])
            if wish.state is State.NOT_FOUND and suggestions.get(wish.text)
            else wish
            for wish in wishes
        ),
        sum(wish.state is State.NOT_FOUND and wish.text not in suggestions for wish in wishes),
    )
