"""Lists of own jobs from files: read, understood by their headers, looked over row by row. Nothing is written here.

`read` makes rows of a spreadsheet, of CSV in any known encoding, or of an XML or JSON feed; `preview` says which jobs
they are under a mapping, and what keeps rows out.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atsdesk.ats.encoding import decode
from atsdesk.cancel import Cancel
from atsdesk.errors import DataError
from atsdesk.jobs import addresses, delimited, grids, headers, titles, trees, workbooks
from atsdesk.jobs.raw import Problem, Raw, Row, What
from atsdesk.jobs.references import clean, spelled
from atsdesk.store.own_jobs import FIELDS

LARGEST = 200_000_000
_GARBLED = re.compile(
    r"\ufffd|[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?:×[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2}"
)
"""UTF-8 that was read as Windows' letters, or letters that were lost before."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One job of a list, by the fields of `own_jobs.FIELDS`."""

    number: int
    fields: Mapping[str, str]
    problems: tuple[Problem, ...]

    @property
    def is_kept_out(self) -> bool:
        return any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing a list would bring; nothing is written yet."""

    kind: str
    headers: tuple[str, ...]
    header_row: int
    sheets: tuple[str, ...]
    sheet: str
    mapping: Mapping[str, str]
    """Field by header."""
    rows: tuple[FeedRow, ...]
    problems: tuple[Problem, ...]
    """Of the list as a whole."""

    @property
    def jobs(self) -> list[Mapping[str, str]]:
        """The jobs of the rows that nothing keeps out."""
        return [row.fields for row in self.rows if not row.is_kept_out]

    @property
    def kept_out(self) -> list[FeedRow]:
        return [row for row in self.rows if row.is_kept_out]

    @property
    def is_whole(self) -> bool:
        """Whether all of it can be imported as it is."""
        return not self.kept_out and not any(problem.blocks for problem in self.problems)


def read(data: bytes, *, sheet: str = "", header_row: int | None = None) -> Raw:
    """The rows of a file. `sheet` and `header_row` (0: there are no headers) are found where they are not given.

    Raises `DataError` for what is empty, too large, or no list in any known form.
    """
    if len(data) > LARGEST:
        raise DataError(f"The file is larger than {LARGEST // 1_000_000} MB.", "Import it in parts.")
    if data.startswith(_OLD_EXCEL):
        raise DataError(
            "The workbook is in Excel's old form, or has a password.",
            "Save it as .xlsx without a password, or as CSV UTF-8; nothing was imported.",
        )
    if data.startswith(b"PK"):
        grid = workbooks.read(data, sheet)
        raw = grids.to_raw("xlsx", grid.lines, header_row, ragged=False)
        raw.sheets, raw.sheet = grid.sheets, grid.sheet
        others = [one for one in grid.sheets if one != grid.sheet]
        raw.problems += [Problem(What.OTHER_SHEETS, value=", ".join(others))] if others else []
    else:
        raw = _of_text(data, header_row)
    if not raw.rows:
        raise DataError("The file holds no jobs.", "Choose another one; nothing was imported.")
    return raw


def preview(raw: Raw, mapping: Mapping[str, str] | None = None, *, cancel: Cancel | None = None) -> Preview:
    """The jobs of a list. `mapping` gives fields for headers ("" leaves one out); the rest is proposed.

    Raises `DataError` for a header or a field that there is not, `Cancelled` when a person stopped it.
    """
    given = mapping or {}
    for header, field in given.items():
        if header not in raw.headers or field not in ("", *FIELDS):
            raise DataError(
                f'"{header}" cannot be "{field}".',
                f"Headers: {', '.join(raw.headers)}. Fields: {', '.join(FIELDS)}.",
                concerns=header,
            )
    mapped = headers.override(_proposed(raw), given)
    problems = list(raw.problems)
    has_titles = headers.NAME in mapped.values()
    if not has_titles:
        problems.append(Problem(What.NO_TITLES))
    found = []
    for place, row in enumerate(raw.rows):
        if cancel and place % 1000 == 0:
            cancel.check()
        found.append((row.number, *_fields(row, mapped)))
    _tell_apart(found)
    for number, fields, odd in found:
        if has_titles and not fields.get(headers.NAME):
            odd.append(Problem(What.NO_TITLE, number))
    rows = (FeedRow(number, fields, tuple(odd)) for number, fields, odd in found)
    return Preview(
        raw.kind,
        tuple(raw.headers),
        raw.header_row,
        tuple(raw.sheets),
        raw.sheet,
        mapped,
        tuple(rows),
        tuple(problems),
    )


def _of_text(data: bytes, header_row: int | None) -> Raw:
    start = data[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise DataError(
            "The file is a web page, not a list.", "Save the list itself, as .xlsx, CSV, XML or JSON."
        )
    if start.startswith(b"<"):
        return trees.read_xml(data)
    text = decode(data)
    if start.startswith((b"{", b"[{", b"[\n", b"[\r", b"[ ", b"[]")):
        return trees.read_json(text)
    return grids.to_raw("csv", delimited.read(text), header_row, ragged=True)


def _fields(row: Row, mapping: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """A row by fields, and what is odd about those."""
    fields: dict[str, str] = {}
    problems = [one for one in row.problems if not one.header or one.header in mapping]
    for header, field in mapping.items():
        value = row.values.get(header, "")
        if _GARBLED.search(value):
            problems.append(Problem(What.GARBLED, row.number, header, _short(value)))
        if field == headers.URL:
            value, odd = _address(row, header, value)
            problems += odd
        elif field in (headers.OWN_ID, headers.CODE, headers.ATS_ID):
            value = clean(value)
        elif field != headers.DESCRIPTION:
            value = titles.unescaped(value)
        if field in headers.JOINED and fields.get(field) and value:
            value = ", ".join(dict.fromkeys((*fields[field].split(", "), value)))
        if value or field not in fields:
            fields[field] = value
    named = next((header for header, field in mapping.items() if field == headers.NAME), "")
    if not fields.get(headers.URL) and addresses.normalise(row.links.get(named, "")):
        fields[headers.URL] = row.links[named]
    return fields, problems


def _address(row: Row, header: str, value: str) -> tuple[str, list[Problem]]:
    """The address in a cell, or the one that the cell leads to."""
    for one in (*addresses.found_in(value)[:1], value.strip(), row.links.get(header, "")):
        if " " not in one and addresses.normalise(one):
            return one, []
    return "", [Problem(What.NO_ADDRESS, row.number, header, _short(value))] if value.strip() else []


def _tell_apart(rows: Sequence[tuple[int, Mapping[str, str], list[Problem]]]) -> None:
    """Note in each row what another has, too: ids and codes in all that have them, a job in all but the first."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    codes: defaultdict[str, list[int]] = defaultdict(list)
    jobs: dict[tuple[str, ...], int] = {}
    for number, fields, _ in rows:
        ids[fields.get(headers.OWN_ID, "")].append(number)
        codes[spelled(fields.get(headers.CODE, ""))].append(number)
    for number, fields, odd in rows:
        own_id, code, url = (fields.get(field, "") for field in (headers.OWN_ID, headers.CODE, headers.URL))
        if own_id and len(ids[own_id]) > 1:
            odd.append(Problem(What.SAME_ID, number, value=own_id, other=_other(ids[own_id], number)))
        if own_id and code and len(codes[spelled(code)]) > 1:
            odd.append(
                Problem(What.SAME_CODE, number, value=code, other=_other(codes[spelled(code)], number))
            )
        title = (fields.get(headers.NAME, ""), fields.get(headers.LOCATION, ""))
        named = (spelled(code),) if code else (url,) if url else title
        if not own_id and any(named) and (first := jobs.setdefault(named, number)) != number:
            odd.append(Problem(What.SAME_JOB, number, value=_short(code or " ".join(named)), other=first))


def _other(numbers: Sequence[int], number: int) -> int:
    return numbers[0] if numbers[0] != number else numbers[1]


def _proposed(raw: Raw) -> dict[str, str]:
    """What the headers say; where none says which is the title, the cells have to."""
    said = headers.propose(raw.headers)
    if headers.NAME in said.values():
        return said
    left = {
        header: field
        for header, field in grids.by_content(raw).items()
        if header not in said and field not in said.values()
    }
    return said | left


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
