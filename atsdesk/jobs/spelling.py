"""How words are brought to one spelling before they are compared."""

import re

from atsdesk.store.search import fold

_QUOTES_WITHIN = re.compile(r"(?<=[א-ת])[\"'״׳`’”](?=[א-ת])")
_FINAL = str.maketrans("ךםןףץ", "כמנפצ")
_NOT_WORD = re.compile(r"[\W_]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’`׳](?=\w)")


def plain(text: str) -> str:
    """Lower case, without accents and Hebrew points; a Hebrew abbreviation is one word; signs stay."""
    return _QUOTES_WITHIN.sub("", fold(text))


def folded(text: str) -> str:
    """Words alone, in `plain` spelling, without the final forms of Hebrew letters."""
    return " ".join(_NOT_WORD.sub(" ", _APOSTROPHE.sub("", plain(text))).translate(_FINAL).split())
