"""Which own job is which job of an ATS (contracts/kombo.md, "Choosing/matching jobs").

An id, a code or an address links two jobs at once, as long as nothing speaks against it; a title only suggests. What a
person decided before wins over everything.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from atsdesk.cancel import Cancel
from atsdesk.errors import DataError
from atsdesk.jobs import addresses
from atsdesk.jobs.known import AtsJob, By, Key, OwnJob
from atsdesk.jobs.likeness import Suggestion, Titles
from atsdesk.jobs.reasons import Reason, Why
from atsdesk.jobs.references import LEAST_ID, References, clean, spelled

SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said about a pair."""

    own_id: str
    key: Key
    confirmed: bool
    """False for a pair that was refused."""


@dataclass(frozen=True, slots=True)
class Link:
    """An own job that is an ATS job."""

    own_id: str
    key: Key
    by: By
    value: str = ""
    """The id, code or address that both have."""
    is_missing: bool = False
    """A person confirmed it, and the ATS job is no longer among those given."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """An own job that ids, codes or addresses do not link, though they name ATS jobs; a person has to choose."""

    own_id: str
    keys: tuple[Key, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Doubly:
    """Own jobs that are linked with one ATS job, or ATS jobs that are linked with one own job."""

    own_ids: tuple[str, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Who is who."""

    links: tuple[Link, ...]
    ambiguous: tuple[Ambiguous, ...]
    suggestions: Mapping[str, tuple[Suggestion, ...]]
    """By own id, the likeliest first; for own jobs without a link only."""
    unmatched: tuple[str, ...]
    """Ids of own jobs without a link."""
    unmatched_ats: tuple[Key, ...]
    """ATS jobs without a link."""
    doubly: tuple[Doubly, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """What one id, code or address of an own job names."""

    by: By
    why: Why
    value: str
    keys: tuple[Key, ...]
    is_shared: bool
    """Other own jobs have it, too."""


class Index:
    """An ATS's jobs with what looks them up: it takes a while to make, and serves one matching after another."""

    def __init__(self, jobs: Sequence[AtsJob]) -> None:
        self.jobs = jobs
        self.references = References(jobs)
        self.keys = {job.key for job in jobs}

    @cached_property
    def titles(self) -> Titles:
        """Made when a title is looked up for the first time."""
        return Titles(self.jobs)


def match(
    own_jobs: Sequence[OwnJob],
    ats_jobs: Sequence[AtsJob] | Index,
    decisions: Iterable[Decision] = (),
    *,
    suggestions: int = SUGGESTIONS,
    cancel: Cancel | None = None,
) -> Matching:
    """Match all own jobs; the same ones always give the same. With 0 `suggestions` titles are not looked at.

    Raises `DataError` when two own jobs have one id, `Cancelled` when a person stopped it.
    """
    _check_ids(own_jobs)
    index = ats_jobs if isinstance(ats_jobs, Index) else Index(ats_jobs)
    references = index.references
    confirmed: defaultdict[str, dict[Key, None]] = defaultdict(dict)
    refused: defaultdict[str, set[Key]] = defaultdict(set)
    for decision in decisions:  # the later one wins
        (refused[decision.own_id].discard if decision.confirmed else refused[decision.own_id].add)(
            decision.key
        )
        if decision.confirmed:
            confirmed[decision.own_id][decision.key] = None
        else:
            confirmed[decision.own_id].pop(decision.key, None)

    shared = _Shared(own_jobs)
    links: list[Link] = []
    ambiguous: list[Ambiguous] = []
    besides: dict[str, dict[Key, list[Reason]]] = {}
    for own in own_jobs:
        if confirmed[own.id]:
            links += [Link(own.id, key, By.PERSON, "", key not in index.keys) for key in confirmed[own.id]]
            continue
        named = _named(own, references, shared)
        sure = _sure(named)
        if sure and sure[1] not in refused[own.id]:
            links.append(Link(own.id, sure[1], sure[0].by, sure[0].value))
            continue
        besides[own.id] = _speaking_for(own, named, references)
        open_ones = [key for one in named for key in one.keys if key not in refused[own.id]]
        if open_ones and not sure:
            ambiguous.append(Ambiguous(own.id, tuple(dict.fromkeys(open_ones)), _explained(named)))

    linked = {link.key for link in links}
    suggested = _suggested(
        [own for own in own_jobs if own.id in besides],
        index,
        suggestions,
        refused,
        linked,
        besides,
        cancel,
    )
    return Matching(
        tuple(links),
        tuple(ambiguous),
        suggested,
        tuple(own.id for own in own_jobs if own.id in besides),
        tuple(job.key for job in index.jobs if job.key not in linked),
        _doubly(links),
    )


def _suggested(
    unmatched: Sequence[OwnJob],
    index: Index,
    most: int,
    refused: Mapping[str, set[Key]],
    linked: set[Key],
    besides: Mapping[str, Mapping[Key, Sequence[Reason]]],
    cancel: Cancel | None,
) -> dict[str, tuple[Suggestion, ...]]:
    if not most or not unmatched:  # what looks titles up takes a while to make
        return {own.id: () for own in unmatched}
    titles = index.titles
    found = {}
    for own in unmatched:
        if cancel:
            cancel.check()
        found[own.id] = titles.suggest(
            own, most, refused=refused.get(own.id, ()), taken=linked, besides=besides[own.id]
        )
    return found


def _check_ids(own_jobs: Sequence[OwnJob]) -> None:
    twice = [own_id for own_id, count in Counter(own.id for own in own_jobs).items() if count > 1]
    if twice:
        raise DataError(
            f"Two of your jobs have the id {twice[0]}.", "Give each job an id of its own.", concerns=twice[0]
        )


class _Shared:
    """Codes and addresses that several own jobs have: none of them is linked by these."""

    def __init__(self, own_jobs: Iterable[OwnJob]) -> None:
        self._accounts: defaultdict[str, list[str]] = defaultdict(list)
        for own in own_jobs:
            for value in _values(own):
                self._accounts[value].append(own.account_id)

    def has(self, own: OwnJob, value: str) -> bool:
        accounts = self._accounts[value]
        return len(accounts) > 1 and (
            not own.account_id or sum(one in ("", own.account_id) for one in accounts) > 1
        )


def _values(own: OwnJob) -> set[str]:
    """An own job's code and addresses, as they are compared."""
    return ({spelled(own.code)} | {addresses.normalise(url) for url in own.urls if url}) - {""}


def _named(own: OwnJob, references: References, shared: _Shared) -> list[_Named]:
    """What the own job's id, code and addresses name, the surest first; what names nothing is left out."""
    found = [
        (By.ID, Why.SAME_ID, own.ats_id, references.by_id(own.ats_id), False),
        (By.CODE, Why.SAME_CODE, own.code, references.by_code(own.code), shared.has(own, spelled(own.code))),
        *(
            (By.URL, Why.SAME_URL, url, references.by_url(url), shared.has(own, addresses.normalise(url)))
            for url in own.urls
        ),
    ]
    named = []
    for by, why, value, keys, is_shared in found:
        fitting = tuple(key for key in keys if own.account_id in ("", key.account_id))
        if fitting:
            named.append(_Named(by, why, clean(value), fitting, is_shared))
    return named


def _sure(named: Sequence[_Named]) -> tuple[_Named, Key] | None:
    """What links, and with which job: something that names one job alone, and nothing that names only others."""
    for one in named:
        if len(one.keys) == 1 and not one.is_shared:
            key = one.keys[0]
            return (one, key) if all(key in other.keys for other in named) else None
    return None


def _explained(named: Sequence[_Named]) -> str:
    """Why nothing was linked, in a sentence."""
    words = {By.ID: "id", By.CODE: "code", By.URL: "address"}
    for one in named:
        if len(one.keys) > 1:
            return f"The {words[one.by]} {one.value} is on {len(one.keys)} jobs of the ATS."
    for one in named:
        if one.is_shared:
            return f"The {words[one.by]} {one.value} is on several of your jobs."
    told = " and ".join(f"the {words[one.by]} {one.value}" for one in named)
    return f"{told[:1].upper()}{told[1:]} name different jobs of the ATS."


def _speaking_for(own: OwnJob, named: Sequence[_Named], references: References) -> dict[Key, list[Reason]]:
    """Jobs that something else than the title speaks for, without being enough."""
    found: defaultdict[Key, list[Reason]] = defaultdict(list)
    for one in named:
        for key in one.keys:
            found[key].append(Reason(one.why, one.value))
    for key in references.nearly(own.code):
        if key not in found:
            found[key].append(Reason(Why.NEAR_CODE, own.code, references.code(key)))
    for url in own.urls:
        for key in references.inside(url):
            if key not in found:
                found[key].append(Reason(Why.URL_NAMES_IT, url))
    for word in own.title.replace("(", " ").replace(")", " ").split():
        if len(word) >= LEAST_ID - 2 and any(sign.isdigit() for sign in word):
            for key in references.by_code(word):
                if key not in found:
                    found[key].append(Reason(Why.CODE_IN_TITLE, word, references.code(key)))
    return {key: reasons for key, reasons in found.items() if own.account_id in ("", key.account_id)}


def _doubly(links: Iterable[Link]) -> tuple[Doubly, ...]:
    own_ids: defaultdict[Key, list[str]] = defaultdict(list)
    keys: defaultdict[str, list[Key]] = defaultdict(list)
    for link in links:
        own_ids[link.key].append(link.own_id)
        keys[link.own_id].append(link.key)
    several_own = [Doubly(tuple(several), (key,)) for key, several in own_ids.items() if len(several) > 1]
    several_ats = [Doubly((own_id,), tuple(several)) for own_id, several in keys.items() if len(several) > 1]
    return (*several_own, *several_ats)
