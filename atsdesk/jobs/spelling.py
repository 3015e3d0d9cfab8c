"""How words are brought to one spelling before they are compared."""

import re

from atsdesk.store.search import fold

_QUOTES_WITHIN = re.compile(r"(?<=[א-ת])[\"'״׳`’”](?=[א-ת])")
_FINAL = str.maketrans("ךםןףץ", "כמנפצ")
_NOT_WORD = re.compile(r"[\W_]+")
HEBREW_PREFIXES = re.compile(r"^[והבל]+(?=[א-ת]{3})")
"""The and, the, in and to before a Hebrew word. Words that begin so themselves lose it, too: on both sides alike."""
_APOSTROPHE = re.compile(r"(?<=\w)['’`׳](?=\w)")


def plain(text: str) -> str:
    """Lower case, without accents and Hebrew points; a Hebrew abbreviation is one word; signs stay."""
    return _QUOTES_WITHIN.sub("", fold(text))


def folded(text: str) -> str:
    """Words alone, in `plain` spelling, without the final forms of Hebrew letters."""
    return " ".join(_NOT_WORD.sub(" ", _APOSTROPHE.sub("", plain(text))).translate(_FINAL).split())
