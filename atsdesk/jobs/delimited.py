"""Text with separators, to a grid: which sign separates is found by what makes rows of one length."""

import csv
import io
from collections import Counter

from atsdesk.errors import DataError
from atsdesk.jobs.raw import MOST_ROWS, Line

SEPARATORS = ",;\t|"
SAMPLE = 60
csv.field_size_limit(10_000_000)


def read(text: str) -> list[Line]:
    """The rows of a text; raises `DataError` for what is no table."""
    separator, text = _separator(text)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True
    )
    lines: list[Line] = []
    try:
        for cells in reader:
            lines.append(Line(len(lines) + 1, [cell.strip() for cell in cells]))
            if len(lines) > MOST_ROWS:
                raise DataError(
                    f"The file has more than {MOST_ROWS:,} rows.", "Import it in parts; nothing was imported."
                )
    except csv.Error as error:
        raise DataError(
            f"The file is no table: line {reader.line_num}, {error}.",
            "A quotation mark may be missing there. Mend it and import it again; nothing was imported.",
        ) from error
    return lines


def _separator(text: str) -> tuple[str, str]:
    """What separates, and the text without the line by which Excel is told so."""
    first, _, rest = text.lstrip("\ufeff").partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) <= 5:
        return (first.strip()[4:] or "\t"), rest

    def consistency(separator: str) -> tuple[float, int]:
        rows = []
        try:
            for cells in csv.reader(
                io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True
            ):
                if any(cells):
                    rows.append(len(cells))
                if len(rows) == SAMPLE:
                    break
        except csv.Error:
            return 0.0, 0
        wide = [count for count in rows if count > 1]
        if not wide:
            return 0.0, 0
        usual, times = Counter(wide).most_common(1)[0]
        return times / len(rows), usual

    return max(SEPARATORS, key=consistency), text
