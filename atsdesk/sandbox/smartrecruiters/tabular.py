"""Tables as CSV or JSON text, in pieces. Source: vendor documentation, "Analytics API" and "Unknowns" 1."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from atsdesk.sandbox.smartrecruiters.columns import Column
from atsdesk.sandbox.smartrecruiters.model import encode
from atsdesk.sandbox.smartrecruiters.refusals import Refused

Say = Callable[[datetime], str]
_PIECE = 64_000
_PATTERN = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+")
_DIRECTIVES = {
    "yyyy": "%Y", "yy": "%y", "MM": "%m", "MMM": "%b", "dd": "%d", "HH": "%H", "hh": "%I", "mm": "%M", "ss": "%S",
    "a": "%p", "EEE": "%a", "Z": "%z",
}  # fmt: skip


def local(moment: datetime) -> str:
    """`yyyy-MM-dd'T'HH:mm:ss`, the default: without a zone."""
    return moment.replace(tzinfo=None).isoformat("T", "seconds")


def universal(moment: datetime) -> str:
    """In UTC and saying so, as reports write it."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat('T', 'seconds')}.000Z"


def dates(pattern: str | None) -> Say:
    """What writes a moment after a pattern such as `dd.MM.yyyy HH:mm`; 400 for one that makes no sense."""
    if pattern is None:
        return local
    parts = []
    at = 0
    for found in _PATTERN.finditer(pattern):
        quoted, letter = found[1], found[2]
        if found.start() != at:
            break
        at = found.end()
        if quoted is not None:
            parts.append((quoted.replace("''", "'") or "'").replace("%", "%%"))
        elif letter is None:
            parts.append(found[0].replace("%", "%%"))
        elif found[0] == "SSS":
            parts.append("000")
        elif found[0] in _DIRECTIVES:
            parts.append(_DIRECTIVES[found[0]])
        else:
            break
    else:
        if at == len(pattern):
            directive = "".join(parts)
            return lambda moment: moment.strftime(directive)
    raise Refused(400, f"dateFormat “{pattern}” is not a valid pattern.", "INVALID_PARAMETER")


def _cell(value: Any, say: Say) -> Any:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"  # C:V10
    if isinstance(value, datetime):
        return say(value)
    return "" if value is None else value


def comma_separated(
    header: Iterable[str], rows: Iterable[Iterable[Any]], say: Say, newline: str, bom: bool = False
) -> Iterator[bytes]:
    """The text of a CSV file."""
    held = io.StringIO("\ufeff" if bom else "", newline="")
    held.seek(0, io.SEEK_END)
    writer = csv.writer(held, lineterminator=newline)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value, say) for value in row])
        if held.tell() > _PIECE:
            yield held.getvalue().encode()
            held.seek(0)
            held.truncate()
    yield held.getvalue().encode()


def objects(columns: tuple[Column, ...], rows: Iterable[Iterable[Any]], say: Say) -> Iterator[bytes]:
    """`{"content": [...]}` with the columns' keys (S:T1)."""
    keys = [column.key for column in columns]
    held = bytearray(b'{"content":[')
    for number, row in enumerate(rows):
        said = (say(value) if isinstance(value, datetime) else value for value in row)
        held += b"," if number else b""
        held += encode(dict(zip(keys, said, strict=True)))
        if len(held) > _PIECE:
            yield bytes(held)
            held.clear()
    yield bytes(held + b"]}")
