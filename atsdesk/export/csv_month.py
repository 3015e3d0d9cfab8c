"""Which tables are divided into a file per month, so that a tool can refresh the last ones only."""

from atsdesk.export.shape import Sheet

MONTH_BY = ("created_at_utc", "seen_at_utc")
"""The columns whose month decides which file a row of a divided table is in; a table has one of them."""


def is_by_month(sheet: Sheet) -> bool:
    return any(column.name in MONTH_BY for column in sheet.columns)


def month_place(sheet: Sheet) -> int:
    """Where the deciding column of a divided table stands."""
    return next(place for place, column in enumerate(sheet.columns) if column.name in MONTH_BY)
