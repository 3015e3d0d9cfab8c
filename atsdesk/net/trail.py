"""What may be told of a request afterwards: no secret, no name, no id."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

LONGEST_WORD = 40
_word = re.compile(r"[a-z][a-z_.-]*|v\d{1,8}").fullmatch
"""A part of a path that names a list; whatever has digits or capitals may be the id of somebody."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and how it ended: `status` is 0 where no answer came, and `trouble` the kind of error then."""

    method: str
    path: str
    status: int
    milliseconds: int
    size: int
    """Bytes of the answer after decoding."""
    waited: float
    """Seconds waited before it for the ATS's limit, or to try again."""
    trouble: str = ""


def told_path(base_url: str, url: str, query: object = None) -> str:
    """The path of a request below the account's address, ids left out, with the names of query parameters alone."""
    parts = urlsplit(url)
    start = urlsplit(base_url).path.rstrip("/")
    path = parts.path.removeprefix(start)
    told = "/".join(part if not part or _is_word(part) else "{id}" for part in path.split("/"))
    names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    names += list(query) if isinstance(query, dict) else []
    names = [name if re.fullmatch(r"[\w.:\[\]-]{1,40}", name) else "…" for name in names]
    return f"{told}?{'&'.join(dict.fromkeys(names))}" if names else told


def _is_word(part: str) -> bool:
    return len(part) <= LONGEST_WORD and _word(part) is not None
