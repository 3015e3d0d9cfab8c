"""Rows for the clipboard: tab separated and as an HTML table, with headers, ids kept as text."""

import csv
import html
import io
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

from atsdesk.desk import Desk
from atsdesk.rows import Value
from atsdesk.store.browse import Query
from atsdesk.store.tables import Kind
from atsdesk.store.views import View, ViewColumn
from atsdesk.ui import cells, words
from atsdesk.ui.table_model import PAGE

_NUMBERS = {Kind.INTEGER, Kind.DECIMAL}
_FORMULA_STARTS = ("=", "@", "\t", "\r")


def copy_rows(
    desk: Desk, view: View, query: Query, ranges: Sequence[tuple[int, int]], sections: Sequence[int]
) -> tuple[str, str, int]:
    """Read the rows of `ranges` in a worker: (tab separated text, HTML, how many)."""
    columns = [view.columns[section] for section in sections]
    headers = [words.label(column.label) for column in columns]
    rows = [
        [
            cells.copied(column, row[len(view.hidden) + section])
            for section, column in zip(sections, columns, strict=True)
        ]
        for row in _rows(desk, view, query, ranges)
    ]
    return tab_separated(headers, rows), as_html(columns, headers, rows), len(rows)


def _rows(
    desk: Desk, view: View, query: Query, ranges: Sequence[tuple[int, int]]
) -> Iterable[tuple[Value, ...]]:
    for first, last in ranges:
        for offset in range(first, last + 1, PAGE):
            yield from desk.reading.rows(view, query, offset, min(PAGE, last + 1 - offset))


def tab_separated(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Text that spreadsheets paste as columns; what would become a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerow(headers)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def _guarded(cell: str) -> str:
    harmless_sign = (
        cell[:1] in {"+", "-"} and cell[1:].replace(" ", "").replace("-", "").replace(".", "").isdigit()
    )
    starts = cell.startswith((*_FORMULA_STARTS, "+", "-")) and not harmless_sign
    return f"'{cell}" if starts else cell


def as_html(columns: Sequence[ViewColumn], headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table for spreadsheets that read HTML: every text cell is marked as text, so an id keeps its zeros."""
    styles = ["" if column.kind in _NUMBERS else r""" style='mso-number-format:"\@"'""" for column in columns]
    head = "".join(f"<th>{html.escape(header)}</th>" for header in headers)
    body = "".join(
        "<tr>"
        + "".join(f"<td{style}>{html.escape(cell)}</td>" for style, cell in zip(styles, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f"<meta charset='utf-8'><table><tr>{head}</tr>{body}</table>"


def mime(text: str, table: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    data.setHtml(table)
    return data
