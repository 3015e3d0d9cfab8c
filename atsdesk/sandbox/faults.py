"""Faults on demand: what shall go wrong, where, when and how often.

A fault is written as one word:

    KIND[=ARG][@[METHOD:]PATH][#PAGE | %NTH][xTIMES]

    503                        the next request fails with 503
    429=30@candidates#3        page 3 of /candidates answers 429 with `Retry-After: 30`, once
    502@candidates#7x*         page 7 fails for good
    slow=2@positions*x5        five requests under /positions take two seconds longer
    lost@POST:candidates       the candidate is created, the answer never arrives
    401%20x*                   from the 20th request on, the key is refused

PATH is the path without its first slash, `*` stands for any text; without it every request is meant.
`#PAGE` is the page of a list, counted from 1. `%NTH` is the nth request that fits. TIMES is a number or `*`; once
when left out.
"""

import re
import threading
from dataclasses import dataclass
from fnmatch import fnmatchcase

FOREVER = -1

KINDS: dict[str, str] = {
    "NNN": "this HTTP status (400-599) with the system's error body; ARG: seconds for Retry-After",
    "code": "the system's error with the code ARG, for systems that have codes",
    "html": "a web page instead of JSON; ARG: status (200)",
    "text": "plain text; ARG: status (502)",
    "empty": "no body; ARG: status (200)",
    "expired": "401 that says that the token has expired",
    "redirect": "302; ARG: where to (another origin)",
    "cut": "the JSON text stops half-way, all headers are right",
    "short": "the connection ends before Content-Length is reached",
    "slow": "ARG seconds late (1)",
    "dribble": "one byte every ARG seconds (0.05)",
    "drop": "closed without an answer",
    "reset": "reset without an answer",
    "hole": "accepted and never answered",
    "lost": "carried out, then closed without an answer; ARG: answer with this status instead",
    "huge": "an answer of ARG megabytes (60)",
    "bomb": "a small gzip body that unpacks to ARG megabytes (200)",
    "loop": "next_page is this page again",
    "elsewhere": "next_page has another origin; ARG: which",
    "nothing": "an empty list",
    "nan": "NaN as a number",
    "duplicate-keys": "one object with the same member twice",
    "twice": "one record twice in a page",
    "nulls": "one record with null everywhere but in its keys",
    "all-nulls": "null everywhere but in the keys, in every record",
    "wrong-types": "one record with wrong types",
    "not-objects": "a number, a text and null among the records",
    "unknown-members": "one record with members nobody knows",
    "surrogate": "half a surrogate pair in a name",
    "deep-unicode": "combining marks, emoji, right-to-left marks and U+0000 in a name",
    "long-text": "a text of ARG kilobytes (100) in one record",
    "big-numbers": "numbers beyond 64 bits in one record",
    "absurd-dates": "years 0001, 9999 and 30 February in one record",
    "unknown-status": "one record with a status nobody knows",
    "no-key": "one record without its key",
    "no-step-uid": "one step without its key",
    "step-twice": "one step in two lists of a candidate",
    "report-failed": "runs of reports end as FAILED",
    "report-stuck": "runs of reports stay RUNNING",
}

# ARG of these is a number
NUMBERED = frozenset(
    ("html", "text", "empty", "slow", "dribble", "lost", "huge", "bomb", "long-text"),
)
_NUMBER = re.compile(r"\d+(\.\d+)?")
_SHAPE = re.compile(
    r"(?P<kind>[a-z][a-z-]*|\d{3})(?:=(?P<arg>[^@#%]*?))?(?:@(?:(?P<method>[A-Z]+):)?(?P<path>[^#%]*?))?"
    r"(?:#(?P<page>\d+)|%(?P<nth>\d+))?(?:x(?P<times>\d+|\*))?"
)


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong; `left` counts down, `seen` counts the requests that fit."""

    spec: str
    kind: str
    arg: str
    method: str
    path: str
    page: int
    nth: int
    left: int
    seen: int = 0

    def number(self, default: float) -> float:
        """ARG as a number."""
        return float(self.arg) if self.arg else default

    def fits(self, method: str, path: str, page: int) -> bool:
        """Whether a request is meant, apart from how often."""
        if self.method and self.method != method:
            return False
        if self.path and not fnmatchcase(path.strip("/"), self.path.strip("/")):
            return False
        return not self.page or self.page == page


def parse(spec: str) -> Fault:
    """Reads one fault; `ValueError` with a plain sentence when it makes no sense."""
    shape = _SHAPE.fullmatch(spec.strip())
    if shape is None:
        raise ValueError(f"“{spec}” is not a fault: write KIND[=ARG][@PATH][#PAGE or %NTH][xTIMES]")
    kind = shape["kind"]
    if kind.isdigit():
        if not 400 <= int(kind) <= 599:
            raise ValueError(f"“{spec}”: a status to fail with is between 400 and 599")
    elif kind not in KINDS:
        raise ValueError(f"“{spec}”: there is no fault named {kind}")
    arg = shape["arg"] or ""
    if arg and (kind.isdigit() or kind in NUMBERED) and not _NUMBER.fullmatch(arg):
        raise ValueError(f"“{spec}”: what follows {kind}= has to be a number")
    times = shape["times"] or "1"
    return Fault(
        spec=spec.strip(),
        kind=kind,
        arg=arg,
        method=shape["method"] or "",
        path=shape["path"] or "",
        page=int(shape["page"] or 0),
        nth=int(shape["nth"] or 0),
        left=FOREVER if times == "*" else int(times),
    )


class Faults:
    """The faults in force, in the order in which they were asked for.

    `base` is what paths of the API begin with; a fault may leave it out.
    """

    def __init__(self, base: str = "") -> None:
        self._base = base
        self._lock = threading.Lock()
        self._faults: list[Fault] = []

    def add(self, *specs: str) -> None:
        """Adds all of them or, when one makes no sense, none."""
        parsed = [parse(spec) for spec in specs]
        with self._lock:
            self._faults.extend(parsed)

    def clear(self) -> None:
        """Everything works again."""
        with self._lock:
            self._faults.clear()

    def specs(self) -> list[str]:
        """Those that can still happen."""
        with self._lock:
            return [fault.spec for fault in self._faults if fault.left]

    def take(self, method: str, path: str, page: int) -> Fault | None:
        """The first fault that is due for a request; it is used up by one."""
        short = path.removeprefix(self._base)
        with self._lock:
            for fault in self._faults:
                if not fault.left or not (fault.fits(method, path, page) or fault.fits(method, short, page)):
                    continue
                fault.seen += 1
                if fault.seen < fault.nth:
                    continue
                if fault.left != FOREVER:
                    fault.left -= 1
                return fault
        return None
