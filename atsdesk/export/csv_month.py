"""Which tables are divided into a file per month of creation, so that a tool can refresh the last ones only."""

from atsdesk.export.shape import Sheet

MONTH_BY = "created_at_utc"
"""The column whose month decides which file a row of a divided table is in."""


def is_by_month(sheet: Sheet) -> bool:
    return any(column.name == MONTH_BY for column in sheet.columns)


def month_place(sheet: Sheet) -> int:
    """Where the deciding column of a divided table stands."""
    return [column.name for column in sheet.columns].index(MONTH_BY)
