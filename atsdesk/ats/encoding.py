"""Files of unknown encoding, to text."""

import re

from atsdesk.errors import DataError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_USUAL = frozenset("äöüßéèàâçêëîïôûùœñáíóúåøæãõìòÄÖÜÉÈÀÇÑÁÍÓÚÅØÆ–—‘’“”„«»‚•…·€£§°©®´²³½\xa0\xad")
"""What texts of western Europe have beyond ASCII; another encoding read as theirs is full of other signs."""
_IN_LATIN_WORDS = re.compile(r"(?<=[A-Za-z])[א-ת]|[א-ת](?=[a-z])")
"""Where umlauts are read as Hebrew."""
ENOUGH = 0.8
MOST_BEYOND = 0.35
"""Share of letters beyond ASCII above which a text is none of western Europe."""


def decode(data: bytes) -> str:
    """Text of the encodings that tables come in: Unicode, and Windows' for Hebrew and for western Europe.

    Raises `DataError` for all others.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    sample = data[:400]
    for place, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(sample) > 3 and sample[place::2].count(0) > len(sample) // 4:
            return _strictly(data, name)
    try:
        return data.decode()
    except UnicodeDecodeError:
        for name, fits in (("cp1255", _is_hebrew), ("cp1252", _is_western)):
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            if fits(text):
                return text
        raise _no_encoding() from None


def _is_hebrew(text: str) -> bool:
    beyond = [letter for letter in text if ord(letter) > 127]
    hebrew = sum("\u05b0" <= letter <= "\u05f4" for letter in beyond)
    return hebrew * 2 >= len(beyond) and len(_IN_LATIN_WORDS.findall(text)) * 4 < hebrew


def _is_western(text: str) -> bool:
    beyond = [letter for letter in text if ord(letter) > 127]
    letters = sum(letter.isalpha() for letter in text)
    return (
        sum(letter in _USUAL for letter in beyond) >= ENOUGH * len(beyond)
        and sum(letter.isalpha() for letter in beyond) <= MOST_BEYOND * letters
    )


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        raise _no_encoding() from None


def _no_encoding() -> DataError:
    return DataError(
        "The file's letters are in an encoding that ATS Desk does not know.",
        "Save it as “CSV UTF-8” and import it again; nothing was imported.",
    )
