"""Tables as the data services, reports and downloads spell them: bytes of CSV or JSON, in any known encoding, to rows.

Headers are matched after removing all but letters and digits and lowering the case (CONFIRMED, Analytics API: keys and
labels differ); what matches nothing is reported, and kept under its own header.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from atsdesk.ats.encoding import decode
from atsdesk.ats.smartrecruiters.columns import SERVICES, Service, by_header, plain
from atsdesk.errors import DataError

LIKENESS = 0.6
"""From here on a header is so much like a column's that the column is suggested."""
MOST_PROBLEMS = 20
csv.field_size_limit(10_000_000)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: rows by the keys of the service, or by their own header where that is unknown."""

    service: Service | None
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    """Key of the service by header."""
    unknown: tuple[str, ...]
    suggestions: Mapping[str, str]
    rows: Sequence[Mapping[str, Any]]
    problems: tuple[str, ...] = field(default=())


def read(
    data: bytes, service: str = "", mapping: Mapping[str, str] | None = None, *, sensitive: bool = False
) -> Table:
    """The table that the bytes are; `mapping` names columns for headers ("" leaves one out).

    What is `sensitive` is left out unless it is asked for.

    Without a service the one is taken that knows most of the headers. Raises `DataError` for what is no table.
    """
    text = decode(data)
    headers, raw, problems = _from_json(text) if text.lstrip()[:1] in ("{", "[") else _from_csv(text)
    given = {plain(header): key for header, key in (mapping or {}).items()}
    found = SERVICES[service] if service in SERVICES else _likeliest(headers, given)
    columns, unknown = _match(headers, found, given)
    rows = []
    for number, values in raw:
        row = {
            columns.get(header, header): value for header, value in values.items() if header not in unknown
        }
        row |= {header: value for header, value in values.items() if header in unknown}
        if found:
            lacking = [key for key in found.needed if row.get(key) in (None, "")]
            if lacking and lacking[0] in columns.values():
                problems.append(f"Row {number} has no {lacking[0]}.")
            row = {key: value for key, value in row.items() if sensitive or key not in found.sensitive}
        rows.append(row)
    if found is None:
        problems.insert(0, "No column tells which table this is: map at least an id, such as Interview ID.")
    else:
        missing = [key for key in found.needed if key not in columns.values()]
        problems[:0] = [f"The column {key} is needed, and no header stands for it." for key in missing]
    return Table(
        found,
        tuple(headers),
        columns,
        tuple(unknown),
        _suggest(unknown, found, columns),
        rows,
        tuple(problems[:MOST_PROBLEMS]),
    )


_Raw = list[tuple[int, dict[str, Any]]]


def _from_csv(text: str) -> tuple[list[str], _Raw, list[str]]:
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        lines = [line for line in _lines(text, separator) if any(cell.strip() for cell in line[1])]
    except csv.Error as error:
        raise DataError(
            f"The file is no table ({error}).", "Download it again; nothing was imported."
        ) from error
    if not lines:
        raise DataError("The file is empty.", "Download it again; nothing was imported.")
    headers = [header.strip() for header in lines[0][1]]
    problems = [f'The header "{one}" is there twice.' for one in headers if headers.count(one) > 1 and one]
    rows: _Raw = []
    for number, cells in lines[1:]:
        if len(cells) != len(headers):
            problems.append(f"Row {number} has {len(cells)} cells instead of {len(headers)}.")
            continue
        rows.append((number, {header: cell for header, cell in zip(headers, cells, strict=True) if header}))
    return [one for one in dict.fromkeys(headers) if one], rows, list(dict.fromkeys(problems))


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    for cells in reader:
        yield reader.line_num, cells


def _from_json(text: str) -> tuple[list[str], _Raw, list[str]]:
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataError("The file is no whole JSON.", "Download it again; nothing was imported.") from error
    found = answer.get("content") if isinstance(answer, dict) else answer
    if not isinstance(found, list):
        raise DataError('The JSON holds no list "content".', "Download it again; nothing was imported.")
    rows: _Raw = []
    problems: list[str] = []
    for number, row in enumerate(found, 1):
        if isinstance(row, dict):
            rows.append((number, row))
        else:
            problems.append(f"Row {number} is no object.")
    return list(dict.fromkeys(key for _, row in rows for key in row)), rows, problems


def _likeliest(headers: Sequence[str], given: Mapping[str, str]) -> Service | None:
    """The service whose needed columns are there, and that knows the greatest share of the headers."""

    def knows(service: Service) -> tuple[bool, int, float]:
        columns, _ = _match(headers, service, given)
        there = set(columns.values())
        return there >= set(service.needed), len(there), len(there) / len(service.columns)

    best = max(SERVICES.values(), key=knows)
    return best if knows(best)[1] else None


def _match(
    headers: Sequence[str], service: Service | None, given: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """Keys by header, and the headers that stand for none. What a person said goes first; a key counts once."""
    known = by_header(service) if service else {}
    columns: dict[str, str] = {}
    unknown: list[str] = []
    for header in sorted(headers, key=lambda one: plain(one) not in given):
        key = given.get(plain(header), known.get(plain(header)))
        if key and service and key in service.columns and key not in columns.values():
            columns[header] = key
        elif given.get(plain(header)) != "":
            unknown.append(header)
    return columns, [header for header in headers if header in unknown]


def _suggest(unknown: Sequence[str], service: Service | None, columns: Mapping[str, str]) -> dict[str, str]:
    """What unknown headers may stand for."""
    free = (
        {name: key for name, key in by_header(service).items() if key not in columns.values()}
        if service
        else {}
    )
    close = {header: get_close_matches(plain(header), free, 1, LIKENESS) for header in unknown}
    return {header: free[found[0]] for header, found in close.items() if found}
