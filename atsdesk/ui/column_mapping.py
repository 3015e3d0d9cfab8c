"""What the headers of a file stand for: each with some of its values and a box to choose the column."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from atsdesk.sync.importing import Preview
from atsdesk.ui import formats
from atsdesk.ui.parts import ChoiceBox, clear, plain
from atsdesk.ui.person import LtrLabel
from atsdesk.ui.theme import SPACE

SAMPLES, LONGEST_SAMPLE = 3, 28
_KEY = re.compile(r"[a-z]+[A-Z]\w*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def column_name(key: str) -> str:
    """A column's key as words, those of the ATS: `interviewStartDate` is Interview start date."""
    return _HUMP.sub(" ", key).capitalize()


def in_words(sentence: str, keys: Sequence[str]) -> str:
    """A sentence with columns named as the boxes name them."""
    known = {key: formats.isolated(f"“{column_name(key)}”") for key in keys}
    return _KEY.sub(lambda found: known.get(found[0], found[0]), sentence)


class ColumnMapping(QWidget):
    """A row per header, those that were not recognised first."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        """`names` are those of columns whose keys do not say it."""
        super().__init__()
        self._names = names or {}
        self.boxes: dict[str, ChoiceBox] = {}
        self._first: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        self._grid.setHorizontalSpacing(SPACE[4])
        self._grid.setVerticalSpacing(SPACE[2])
        self._grid.setColumnStretch(1, 1)

    def clear(self) -> None:
        clear(self._grid)
        self.boxes.clear()
        self._first.clear()

    def said(self) -> dict[str, str]:
        """The column by header where it is another than was recognised; blank leaves a header out."""
        chosen = {header: box.currentData() for header, box in self.boxes.items()}
        return {header: key for header, key in chosen.items() if key != self._first[header]}

    def show_preview(self, seen: Preview) -> None:
        """Offer the columns of the table for every header of the file."""
        self.clear()
        if not seen.choices:
            return
        line = 0
        for title, headers in (
            (self.tr("Not recognised"), seen.unknown),
            (self.tr("Recognised"), list(seen.columns)),
        ):
            if headers:
                self._grid.addWidget(plain(title, "soft", bold=True), line, 0, 1, 3)
                line += 1
            for header in headers:
                self._add(line, header, seen)
                line += 1
        self._grid.setRowStretch(line, 1)

    def _name(self, key: str) -> str:
        return self._names.get(key) or column_name(key)

    def _add(self, line: int, header: str, seen: Preview) -> None:
        name = plain(formats.isolated(header), wrap=True)
        box = ChoiceBox(self.tr("Column for {}").format(header))
        suggested = seen.suggestions.get(header, "")
        box.addItem(self.tr("Not used"), "")
        if suggested:
            box.addItem(self.tr("{} (suggested)").format(self._name(suggested)), suggested)
        for key in seen.choices:
            if key != suggested:
                box.addItem(self._name(key), key)
        self._first[header] = seen.columns.get(header, "")
        box.setCurrentIndex(max(0, box.findData(self._first[header])))
        box.activated.connect(lambda _at: self.changed.emit())
        name.setBuddy(box)
        samples = LtrLabel(" · ".join(_samples(seen, header)), "text_3")
        for place, widget in enumerate((name, samples, box)):
            self._grid.addWidget(widget, line, place)
        self.boxes[header] = box


def _samples(seen: Preview, header: str) -> Sequence[str]:
    """Some different values of a column."""
    key = seen.columns.get(header, header)
    values = [str(row[key]) for row in seen.rows if row.get(key) not in (None, "")]
    return [_short(formats.one_line(value)) for value in dict.fromkeys(values)][:SAMPLES]


def _short(value: str) -> str:
    return value if len(value) <= LONGEST_SAMPLE else f"{value[: LONGEST_SAMPLE - 1]}…"
