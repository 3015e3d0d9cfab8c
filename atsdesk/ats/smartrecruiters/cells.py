"""Cells of a table as values: text, words, numbers, flags and moments; what is no such thing is blank and noted."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from atsdesk.ats.moments import EARLIEST, LATEST
from atsdesk.rows import Odd, Rows

DATE_FORMATS = ("%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y")
"""INFERRED: what a spreadsheet program makes of dates in a file that was saved again, besides ISO 8601."""
FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
"""CONFIRMED `TRUE` and `FALSE`; the others INFERRED."""


def text(value: Any) -> str | None:
    """A cell's text; blank stays blank."""
    return None if value is None else str(value).strip() or None


def moment_of(value: Any) -> dt.datetime | None:
    """A moment, with its zone where the cell says one; none for what is no moment of our time."""
    said = text(value)
    found = None
    try:
        found = dt.datetime.fromisoformat(said or "")
    except ValueError:
        for pattern in DATE_FORMATS:
            try:
                found = dt.datetime.strptime(said or "", pattern)  # noqa: DTZ007  a local moment is meant
                break
            except ValueError:
                continue
    return found if found and EARLIEST < found.year < LATEST else None


class Cells:
    """One row of a table, by the keys of its service."""

    def __init__(self, row: Mapping[str, Any], identity: str, rows: Rows) -> None:
        self._row, self._identity, self._rows = row, identity, rows

    def raw(self, key: str) -> Any:
        return self._row.get(key)

    def text(self, key: str) -> str | None:
        return text(self.raw(key))

    def word(self, key: str) -> str | None:
        """A word of an enumeration, in small letters."""
        said = self.text(key)
        return said.lower() if said else None

    def number(self, key: str) -> float | None:
        said = self.text(key)
        if said is None:
            return None
        try:
            found = float(said.replace(",", "."))
        except ValueError:
            found = math.nan
        if not math.isfinite(found):
            self.odd(key, "no number")
            return None
        return found

    def whole(self, key: str) -> int | None:
        found = self.number(key)
        return None if found is None or abs(found) >= 1 << 53 else int(found)

    def flag(self, key: str) -> bool | None:
        said = self.text(key)
        if said is None:
            return None
        if said.lower() not in FLAGS:
            self.odd(key, "neither true nor false")
            return None
        return FLAGS[said.lower()]

    def at(self, key: str) -> str | None:
        """A moment in UTC; one without a zone is taken to be UTC."""
        found = moment_of(self.raw(key))
        if found is None:
            if self.text(key):
                self.odd(key, "no usable date")
            return None
        return (found.astimezone(dt.UTC) if found.tzinfo else found).strftime("%Y-%m-%dT%H:%M:%SZ")

    def on(self, key: str) -> str | None:
        found = self.at(key)
        return found[:10] if found else None

    def odd(self, key: str, what: str) -> None:
        title = f"A row has a {key} that is {what}."
        hint = f'"{self.text(key)}" was left blank; correct it in the ATS or the file.'
        self._rows.odd.append(Odd(self._identity, title, hint))
