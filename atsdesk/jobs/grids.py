"""From a grid of cells to headers and rows: where the headers are, and what the columns without one are called."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from atsdesk.jobs import addresses, headers
from atsdesk.jobs.raw import Line, Problem, Raw, Row, What

LOOKED_AT = 15
"""Rows among which headers are looked for; above them stand titles and notes."""
SAMPLE = 50
MOSTLY = 0.8
LONGEST_TITLE = 70
"""Signs that titles have at most, on the whole; longer texts describe."""


def to_raw(kind: str, lines: Sequence[Line], header_row: int | None, *, ragged: bool) -> Raw:
    """Headers and rows of a grid. `header_row` says where the headers are (0: nowhere); else they are found.

    In a `ragged` grid, as CSV is, rows of another length are odd.
    """
    filled = [line for line in lines if any(line.cells)]
    at = _find(filled) if header_row is None else header_row
    titles = next((line.cells for line in filled if line.number == at), [])
    body = [line for line in filled if line.number > at]
    width = max((_length(line.cells) for line in body), default=0)
    expected = max(_length(titles), 0)
    problems = [] if at else [Problem(What.NO_HEADERS)]
    names = _names(titles, min(width, expected) if ragged and at else width, body, problems)
    rows = []
    for line in body:
        row = Row(
            line.number,
            {name: cell for name, cell in zip(names, line.cells, strict=False) if name},
            {
                names[column]: link
                for column, link in line.links.items()
                if column < len(names) and names[column]
            },
            [replace(one, header=names[column]) for column, one in line.problems if column < len(names)],
        )
        if ragged and at and _length(line.cells) > expected:
            row.problems.append(Problem(What.TOO_MANY, line.number, value=str(len(line.cells))))
        elif ragged and at and len(line.cells) < expected:
            row.problems.append(Problem(What.TOO_FEW, line.number, value=str(len(line.cells))))
        rows.append(row)
    return Raw(kind, [name for name in names if name], rows, problems, header_row=at)


def by_content(raw: Raw) -> dict[str, str]:
    """What columns stand for whose headers do not say it, judged by their cells."""
    found: dict[str, str] = {}
    wordy: list[tuple[float, str]] = []
    for header in raw.headers:
        cells = [cell for row in raw.rows[:SAMPLE] if (cell := row.values.get(header, ""))]
        if not cells:
            continue
        if _share(addresses.FOUND.match(cell) is not None for cell in cells) >= MOSTLY:
            found.setdefault(header, headers.URL)
        elif _share(" " not in cell and any(sign.isdigit() for sign in cell) for cell in cells) >= MOSTLY:
            if len(set(cells)) == len(cells) and headers.CODE not in found.values():
                found[header] = headers.CODE
        elif _share(any(sign.isalpha() for sign in cell) for cell in cells) >= MOSTLY:
            length = sum(map(len, cells)) / len(cells)
            wordy.append((len(set(cells)) / len(cells) * (length if length <= LONGEST_TITLE else 0), header))
    if wordy:
        found[max(wordy, key=lambda one: one[0])[1]] = headers.NAME
    return found


def letters(column: int) -> str:
    """A column's name in a spreadsheet, from 0: A, B ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _find(lines: Sequence[Line]) -> int:
    """The number of the row with the headers; 0 where no row looks so."""
    known = [
        (len({headers.field_of(cell) for cell in line.cells} - {""}), line) for line in lines[:LOOKED_AT]
    ]
    most, best = max(known, key=lambda one: one[0], default=(0, None))
    if best and (most > 1 or (most and best is lines[0])):
        return best.number
    return lines[0].number if lines and _differs(lines[0], lines[1 : SAMPLE + 1]) else 0


def _differs(first: Line, others: Sequence[Line]) -> bool:
    """Whether a first row of unknown words stands above cells of another kind than its own."""
    for column, cell in enumerate(first.cells):
        below = [line.cells[column] for line in others if column < len(line.cells) and line.cells[column]]
        if not cell or len(below) < 2 or any(sign.isdigit() for sign in cell):
            continue
        if _share(any(sign.isdigit() for sign in one) for one in below) >= MOSTLY:
            return True
    return False


def _names(titles: Sequence[str], width: int, body: Sequence[Line], problems: list[Problem]) -> list[str]:
    """A name for each column; "" for those that are empty."""
    names: list[str] = []
    counts: Counter[str] = Counter()
    for column in range(max(width, _length(titles))):
        name = " ".join(titles[column].split()) if column < len(titles) else ""
        if not name:
            if not any(column < len(line.cells) and line.cells[column] for line in body):
                names.append("")
                continue
            name = f"Column {letters(column)}"
            if titles:
                problems.append(Problem(What.UNNAMED, header=name))
        counts[name] += 1
        if counts[name] > 1:
            name = f"{name} ({counts[name]})"
            problems.append(Problem(What.HEADER_TWICE, header=name))
        names.append(name)
    return names


def _length(cells: Sequence[str]) -> int:
    """Cells up to the last that holds something."""
    return next((place for place in range(len(cells), 0, -1) if cells[place - 1]), 0)


def _share(found: Iterable[bool]) -> float:
    told = list(found)
    return sum(told) / len(told)
