"""A language that shows what would go wrong in one: accented, longer by two fifths, in brackets."""

import re

from PySide6.QtCore import QObject, QTranslator

from tests.ui.translations import translations

OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.4
_KEPT = re.compile(r"(\{\w*\}|\t.*)")
_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćđéƒĝĥíĵķłɱñóþǫřšţúṽŵẋýžÁƁĆĐÉƑĜĤÍĴĶŁṀÑÓÞǪŘŠŢÚṼŴẊÝŽ",
)


class Pseudo(QTranslator):
    """Translates every text that the translators' tool finds; patterns of dates stay patterns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = {(text.context, text.source) for text in translations.texts()}

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if (context, source) not in self._known or re.fullmatch(r"(ddd )?d MMM( yyyy)?", source):
            return ""
        return pseudo(source)


def pseudo(source: str) -> str:
    """`Sync {}` is ⟦Šýñć {}··⟧; gaps and the keys of menus stay."""
    parts = _KEPT.split(source)
    said = "".join(part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts))
    letters = sum(len(part) for part in parts[::2])
    said, tab, keys = said.partition("\t")
    return f"{OPEN}{said}{'·' * round(letters * LONGER)}{CLOSE}{tab}{keys}"
