"""What names an ATS job beyond doubt: its ids, its code, its addresses."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from atsdesk.jobs import addresses
from atsdesk.jobs.known import AtsJob, By, Key

LEAST_ID = 6
"""Signs from which on a text that was meant as a code may also be an id; shorter ones mean too much."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−־", "-"))
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LOOSE = re.compile(r"[^0-9a-z\u05d0-\u05ea]+")
_LETTERS_BEFORE = re.compile(r"^[a-z\u05d0-\u05ea]+(?=\d{3})")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def clean(text: str) -> str:
    """Text without unseen signs and doubled spaces."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


def spelled(reference: str) -> str:
    """An id or a code as it is compared: case, kind of dash and a leading # say nothing."""
    text = unicodedata.normalize("NFKC", clean(reference)).translate(_DASHES)
    return text.strip("#\"' ").casefold()


def loosely(reference: str) -> str:
    """A code as somebody may have mistyped it: without signs, leading zeros, and letters before a number.

    Good for suggestions only.
    """
    return _LETTERS_BEFORE.sub("", _LOOSE.sub("", _ZEROS.sub("", spelled(reference))))


class References:
    """Looks ATS jobs up by what names them."""

    def __init__(self, jobs: Sequence[AtsJob]) -> None:
        self._jobs = jobs
        self._ids: defaultdict[str, list[Key]] = defaultdict(list)
        self._codes: defaultdict[str, list[Key]] = defaultdict(list)
        self._loose: defaultdict[str, list[Key]] = defaultdict(list)
        self._code_of: dict[Key, str] = {}
        for job in jobs:
            key = job.key
            for one in {spelled(each) for each in (job.id, *job.other_ids)} - {""}:
                self._ids[one].append(key)
            if code := spelled(job.code):
                self._codes[code].append(key)
                self._loose[loosely(code)].append(key)
                self._code_of[key] = clean(job.code)

    @cached_property
    def _urls(self) -> Mapping[str, Sequence[Key]]:
        """Made when the first address is asked for: there are many, and often none is."""
        urls: defaultdict[str, list[Key]] = defaultdict(list)
        for job in self._jobs:
            for url in {addresses.normalise(each) for each in job.urls if each} - {""}:
                urls[url].append(job.key)
        return urls

    def by_id(self, reference: str) -> Sequence[Key]:
        """Jobs of that id. Kombo's own spelling `remote:4711` is taken, too."""
        return self._ids.get(spelled(reference).removeprefix("remote:"), ())

    def by_code(self, reference: str) -> Sequence[Key]:
        """Jobs of that code, or of that id where somebody holds an id for a code."""
        code = spelled(reference)
        found = self._codes.get(code, ())
        ids = self._ids.get(code, ()) if len(code) >= LEAST_ID else ()
        return [*found, *(key for key in ids if key not in found)]

    def by_url(self, address: str) -> Sequence[Key]:
        """Jobs that have that page."""
        page = addresses.normalise(address)
        return self._urls.get(page, ()) if page else ()

    def any_way(self, text: str) -> tuple[By | None, Sequence[Key]]:
        """Jobs that a text of unknown kind names, and by what."""
        ids = self.by_id(text)
        codes = self._codes.get(spelled(text), ())
        if ids or codes:
            return By.ID if ids else By.CODE, [*ids, *(key for key in codes if key not in ids)]
        urls = self.by_url(text) if "." in text and " " not in text else ()
        return (By.URL, urls) if urls else (None, ())

    def code(self, key: Key) -> str:
        """The code of a job as the ATS has it; "" where it has none."""
        return self._code_of.get(key, "")

    def nearly(self, reference: str) -> Sequence[Key]:
        """Jobs whose code is the same but for signs and zeros."""
        loose = loosely(reference)
        return self._loose.get(loose, ()) if len(loose) > 1 else ()

    def inside(self, address: str) -> Sequence[Key]:
        """Jobs whose id or code is a part of an address."""
        found: dict[Key, None] = {}
        for word in addresses.words(address):
            if len(word) >= LEAST_ID and any(sign.isdigit() for sign in word):
                found |= dict.fromkeys(
                    [*self._ids.get(spelled(word), ()), *self._codes.get(spelled(word), ())]
                )
        return list(found)
