"""ATS jobs ranked by how much their title is like another, with the reasons.

All distinct titles are compared letter by letter (by rapidfuzz) and looked up word by word; the best of both are then
weighed: rare words count more than common ones, and level, place and department decide between jobs of the same title.
"""

import heapq
import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from rapidfuzz import fuzz, process

from atsdesk.jobs import places, titles
from atsdesk.jobs.known import AtsJob, Key, OwnJob
from atsdesk.jobs.languages import meaning
from atsdesk.jobs.reasons import Reason, Why
from atsdesk.jobs.references import clean
from atsdesk.jobs.spelling import folded
from atsdesk.jobs.titles import Title

LOOKED_AT = 50
"""Titles that each way of looking hands on to be weighed."""
LEAST_LETTERS = 60
"""Likeness of letters, of 100, below which a title is not looked at."""
COMMON = 2_000
"""Titles that share a word from which on the word alone finds none."""
SLIP = 78
"""Likeness of two words, of 100, from which on one may be the other with a slip of the pen."""
OF_MEANING, CUT_SHORT = 0.85, 0.85
"""How far two words are one that mean the same in two languages, and of which one begins the other."""
LEAST_SCORE = 45
HIGHEST_SCORE = 99
"""A suggestion is never certain."""

OF_TITLE, OF_LETTERS = 0.85, 0.35
"""Share of the title in the score, and of the letters in the title."""
POINTS = {
    Why.SAME_ID: 30,
    Why.SAME_CODE: 30,
    Why.SAME_URL: 30,
    Why.NEAR_CODE: 25,
    Why.CODE_IN_TITLE: 25,
    Why.URL_NAMES_IT: 25,
    Why.SAME_LEVEL: 5,
    Why.OTHER_LEVEL: -10,
    Why.SAME_PLACE: 6,
    Why.OTHER_PLACE: -16,
    Why.SAME_DEPARTMENT: 4,
    Why.OTHER_DEPARTMENT: -3,
    Why.TAKEN: -12,
    Why.CLOSED: -4,
}
"""What a reason adds to the score."""
ONE_LEVEL = -3
"""The same, where one side tells a level and the other none."""
OTHER_LANGUAGE = -5
"""The same, where one title is in Hebrew and the other is not."""
MOST_POINTS = sum(POINTS[why] for why in (Why.SAME_LEVEL, Why.SAME_PLACE, Why.SAME_DEPARTMENT))
_HEBREW = re.compile("[א-ת]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A job that may be meant."""

    key: Key
    score: int
    """0 to 99: good for the order, and no probability."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Features:
    """What decides between jobs of one title."""

    levels: frozenset[str]
    cities: tuple[str, ...]
    regions: tuple[str, ...]
    """The cities with what they lie in."""
    department: str
    is_hebrew: bool
    is_open: bool


@dataclass(slots=True)
class _Group:
    """Jobs of one title, level and place aside."""

    weights: dict[str, float] = field(default_factory=dict)
    """Its words, and how much each tells."""
    meaning: str = ""
    """Its words in English."""
    jobs: defaultdict[_Features, list[AtsJob]] = field(default_factory=lambda: defaultdict(list))


class Titles:
    """The titles of an ATS's jobs, ready to be asked."""

    def __init__(self, jobs: Iterable[AtsJob]) -> None:
        self._jobs = {job.key: job for job in jobs}
        known_places = {
            name
            for place in {job.location for job in self._jobs.values()}
            for name in places.all_names(place)
        }
        self._normal = lru_cache(maxsize=65536)(partial(titles.normalise, known_places=known_places))
        groups: dict[str, _Group] = {}
        for job in self._jobs.values():
            title = self._normal(job.title)
            group = groups.setdefault(title.core, _Group())
            group.jobs[_features(title, job)].append(job)
        self._groups = groups
        self._cores = list(groups)
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for core in groups:
            for word in {one for each in core.split() for one in (each, *meaning(each).split())}:
                self._by_word[word].append(core)
        self._vocabulary = list(self._by_word)
        self._meant: dict[str, str] = {}
        for core, group in groups.items():
            group.weights = self._weights(core.split())
            group.meaning = _in_english(group.weights)

    def suggest(
        self,
        own: OwnJob,
        most: int,
        *,
        refused: Collection[Key] = (),
        taken: Collection[Key] = (),
        besides: Mapping[Key, Sequence[Reason]] | None = None,
    ) -> tuple[Suggestion, ...]:
        """Jobs that `own` may be, the likeliest first.

        `besides` are jobs that something else speaks for; `refused` ones are left out, `taken` ones come later.
        """
        title = self._normal(own.title)
        ours = _features(title, own)
        besides = besides or {}
        found = [*self._special(own, title, besides), *self._alike(own, title, ours, most, refused, taken)]
        best: dict[Key, tuple[float, AtsJob]] = {}
        for score, job in found:
            if job.key not in refused and score > best.get(job.key, (0, job))[0]:
                best[job.key] = (score, job)
        ranked = heapq.nsmallest(most, best.values(), key=lambda one: (-one[0], one[1].key))
        return tuple(
            Suggestion(
                job.key,
                min(HIGHEST_SCORE, round(score)),
                (*besides.get(job.key, ()), *self._reasons(own, title, ours, job, taken)),
            )
            for score, job in ranked
            if score >= LEAST_SCORE
        )

    def same_title(self, text: str, around: str = "") -> list[Key]:
        """Jobs whose title is the same words at the same level, and the same place where `text` names one, or what
        stands `around` it."""
        title = self._normal(text)
        group = self._groups.get(title.core) if title.words else None
        if not group:
            return []
        near = title.places or self._normal(around).places
        return [
            job.key
            for theirs, jobs in group.jobs.items()
            if theirs.levels == title.levels and (not near or places.same(near, theirs.cities))
            for job in jobs
        ]

    def _alike(
        self,
        own: OwnJob,
        title: Title,
        ours: _Features,
        most: int,
        refused: Collection[Key],
        taken: Collection[Key],
    ) -> Iterator[tuple[float, AtsJob]]:
        """The best by title; of jobs that nothing tells apart, as many as are needed."""
        weights = self._weights(title.words)
        by_title = sorted(
            (
                (OF_TITLE * self._likeness(weights, self._groups[core]), core)
                for core in self._looked_at(weights)
            ),
            reverse=True,
        )
        best: list[float] = []
        for points, core in by_title:
            bar = best[0] if len(best) == most else LEAST_SCORE
            if points + MOST_POINTS < bar:
                return
            for theirs, jobs in self._groups[core].jobs.items():
                score = points + _points(ours, theirs)
                free = most if score >= bar else 0
                for job in jobs if free else ():
                    if job.key in refused or own.account_id not in ("", job.account_id):
                        continue
                    if job.key in taken:
                        yield score + POINTS[Why.TAKEN], job
                        continue
                    yield score, job
                    (heapq.heappush if len(best) < most else heapq.heappushpop)(best, score)
                    free -= 1
                    if not free:
                        break

    def _special(
        self, own: OwnJob, title: Title, besides: Mapping[Key, Sequence[Reason]]
    ) -> Iterator[tuple[float, AtsJob]]:
        """Jobs that something else than the title speaks for: never left out."""
        weights = self._weights(title.words)
        for key, reasons in besides.items():
            job = self._jobs.get(key)
            if job is not None:
                other = self._normal(job.title)
                score = OF_TITLE * self._likeness(weights, self._groups[other.core])
                score += _points(_features(title, own), _features(other, job))
                yield max(LEAST_SCORE, score + sum(POINTS[one.why] for one in reasons)), job

    def _reasons(
        self, own: OwnJob, title: Title, ours: _Features, job: AtsJob, taken: Collection[Key]
    ) -> Iterator[Reason]:
        other = self._normal(job.title)
        theirs = _features(other, job)
        likeness = round(self._likeness(self._weights(title.words), self._groups[other.core]))
        shown = titles.unescaped(job.title)
        if title.words == other.words:
            yield Reason(Why.SAME_TITLE, own.title, shown, 100)
        elif likeness >= LEAST_SCORE:
            yield Reason(Why.LIKE_TITLE, own.title, shown, min(likeness, 99))
        texts = {
            Why.SAME_LEVEL: (ours.levels, theirs.levels),
            Why.SAME_PLACE: (_places(own.location, ours), _places(job.location, theirs)),
            Why.SAME_DEPARTMENT: ((own.department,), (job.department,)),
        }
        texts |= {
            Why.OTHER_LEVEL: texts[Why.SAME_LEVEL],
            Why.OTHER_PLACE: texts[Why.SAME_PLACE],
            Why.OTHER_DEPARTMENT: texts[Why.SAME_DEPARTMENT],
        }
        for why in _compared(ours, theirs):
            mine, others = texts.get(why, ((), ()))
            yield Reason(why, ", ".join(sorted(mine)), ", ".join(sorted(others)))
        if job.key in taken:
            yield Reason(Why.TAKEN)

    def _looked_at(self, weights: Mapping[str, float]) -> set[str]:
        """The titles that are worth weighing."""
        if not weights:
            return set()
        alike = process.extract(
            " ".join(weights), self._cores, scorer=fuzz.ratio, limit=LOOKED_AT, score_cutoff=LEAST_LETTERS
        )
        shared: dict[str, float] = defaultdict(float)
        for word, weight in weights.items():
            for one in {self._known(word), *meaning(word).split()}:
                cores = self._by_word.get(one, ())
                if len(cores) < COMMON:
                    for core in cores:
                        shared[core] += weight
        return {core for core, _, _ in alike} | set(heapq.nlargest(LOOKED_AT, shared, key=shared.__getitem__))

    def _known(self, word: str) -> str:
        """The word of the titles that is meant."""
        if word in self._by_word:
            return word
        if word not in self._meant:
            best = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=SLIP)
            self._meant[word] = best[0] if best else word
        return self._meant[word]

    def _weights(self, words: Iterable[str]) -> dict[str, float]:
        """How much each word tells: the rarer, the more."""
        count = 1 + len(self._cores)
        return {
            word: math.log(1 + count / (1 + len(self._by_word.get(self._known(word), ())))) for word in words
        }

    def _likeness(self, weights: Mapping[str, float], group: _Group) -> float:
        """How alike the words are, 0 to 100."""
        theirs = group.weights
        if weights.keys() == theirs.keys():
            return 100.0
        if not weights or not theirs:
            return 0.0
        left = [word for word in theirs if word not in weights]
        shared = 0.0
        for word, weight in weights.items():
            if word in theirs:
                shared += weight
            elif left:
                slip, best = max((_slip(word, other), other) for other in left)
                shared += (weight + theirs[best]) / 2 * slip
        of_words = 200 * shared / (sum(weights.values()) + sum(theirs.values()))
        of_letters = fuzz.ratio(" ".join(weights), " ".join(theirs))
        if shared and of_letters < LEAST_LETTERS:  # they may be of two languages
            of_letters = max(of_letters, fuzz.ratio(_in_english(weights), group.meaning))
        return (1 - OF_LETTERS) * min(100.0, of_words) + OF_LETTERS * of_letters


@lru_cache(maxsize=262144)
def _slip(one: str, other: str) -> float:
    """How far two words that differ may be one, 0 to 1: in two languages, with a slip of the pen, or one cut short."""
    if not set(meaning(one).split()).isdisjoint(meaning(other).split()):
        return OF_MEANING
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return CUT_SHORT
    likeness = fuzz.ratio(one, other)
    return likeness / 100 if likeness >= SLIP else 0.0


def _in_english(words: Iterable[str]) -> str:
    return " ".join(sorted({english for word in words for english in meaning(word).split()}))


def _features(title: Title, job: AtsJob | OwnJob) -> _Features:
    cities = places.cities(job.location) or title.places
    regions = places.all_names(job.location) or title.places
    is_open = job.is_open if isinstance(job, AtsJob) else True
    is_hebrew = _HEBREW.search(job.title) is not None
    return _Features(title.levels, cities, regions, folded(job.department), is_hebrew, is_open)


def _places(location: str, features: _Features) -> tuple[str, ...]:
    """The place as a person wrote it, else as the title tells it."""
    return (clean(location),) if location else tuple(one.title() for one in features.cities)


def _compared(ours: _Features, theirs: _Features) -> Iterator[Why]:
    """What besides the title speaks for a pair, and against it; silence of one side says nothing."""
    if ours.levels and theirs.levels:
        yield Why.SAME_LEVEL if ours.levels == theirs.levels else Why.OTHER_LEVEL
    if ours.cities and theirs.cities:
        if places.same(ours.cities, theirs.regions) or places.same(theirs.cities, ours.regions):
            yield Why.SAME_PLACE
        elif places.REMOTE not in ours.cities and places.REMOTE not in theirs.cities:
            yield Why.OTHER_PLACE
    if ours.department and theirs.department:
        alike = _is_like(ours.department, theirs.department)
        yield Why.SAME_DEPARTMENT if alike else Why.OTHER_DEPARTMENT
    if not theirs.is_open:
        yield Why.CLOSED


@lru_cache(maxsize=65536)
def _is_like(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one, other) >= SLIP


def _points(ours: _Features, theirs: _Features) -> int:
    """What level, place and department add to the score."""
    points = sum(POINTS[why] for why in _compared(ours, theirs))
    points += OTHER_LANGUAGE * (ours.is_hebrew != theirs.is_hebrew)
    if not ours.levels and not theirs.levels:
        return points + POINTS[Why.SAME_LEVEL]
    return points if ours.levels and theirs.levels else points + ONE_LEVEL
