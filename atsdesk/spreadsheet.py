"""Tables that people keep in spreadsheets: an Excel workbook or a CSV file, read as rows of text by header."""

import csv
import datetime as dt
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from atsdesk.errors import ConfigError, DataError

LARGEST = 100_000_000
MOST_ROWS = 100_000
ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in the file, and its cells as text by header; blank cells are left out."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that was read; rows without any cell are left out."""

    headers: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read(path: Path) -> Sheet:
    """The first sheet of a workbook, or a CSV file, in whatever usual encoding. Slow.

    Raises `ConfigError` for a file that cannot be read, `DataError` for one that is no table.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigError(
                f"{path.name} is larger than {LARGEST:,} bytes.", "Split it.", concerns=str(path)
            )
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"{path.name} cannot be read ({(error.strerror or str(error)).lower()}).",
            "Check the path, and close the program that has it open.",
            concerns=str(path),
        ) from error
    lines = _workbook(data, path) if data.startswith(b"PK\x03\x04") else _csv(data, path)
    return _sheet(lines, path)


def _sheet(lines: Iterable[tuple[int, Sequence[str]]], path: Path) -> Sheet:
    headers: list[str] = []
    rows: list[SheetRow] = []
    for number, cells in lines:
        if not any(cells):
            continue
        if not headers:
            headers = [cell.strip() for cell in cells]
            _check(headers, path)
            continue
        if len(rows) == MOST_ROWS:
            raise DataError(f"{path.name} has more than {MOST_ROWS:,} rows.", "Split it.", concerns=str(path))
        rows.append(
            SheetRow(
                number,
                {header: cell for header, cell in zip(headers, cells, strict=False) if header and cell},
            )
        )
    if not headers:
        raise DataError(
            f"{path.name} is empty.", "Its first row holds the headers, the others one person each.",
            concerns=str(path),
        )  # fmt: skip
    return Sheet(tuple(header for header in headers if header), tuple(rows))


def _check(headers: Sequence[str], path: Path) -> None:
    twice = [header for header, times in Counter(headers).items() if times > 1 and header]
    if twice:
        raise DataError(
            f'{path.name} has the header "{twice[0]}" twice.', "Rename one of the two.", concerns=twice[0]
        )


def _workbook(data: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, [_text(value) for value in row]
        book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, EOFError) as error:
        raise DataError(
            f"{path.name} is no workbook that can be read.",
            "Open it in Excel and save it anew as .xlsx, or as CSV UTF-8.",
            concerns=str(path),
        ) from error


def _text(value: object) -> str:
    """A cell as a person reads it: whole numbers without a point, days without a time."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).strip()


def _csv(data: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(data, path)
    first = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise DataError(
            f"{path.name} is no table ({error}).", "Save it anew as CSV.", concerns=str(path)
        ) from error


def _decoded(data: bytes, path: Path) -> str:
    known = [name for mark, name in ENCODINGS if data.startswith(mark)]
    for name in known or ["utf-8", "cp1255"]:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DataError(
        f"The letters of {path.name} are in an encoding that ATS Desk does not know.",
        "Save it as “CSV UTF-8”, or as an Excel workbook.",
        concerns=str(path),
    )
