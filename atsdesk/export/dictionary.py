"""The Dictionary sheet: every column of every sheet, said in words."""

from collections.abc import Sequence

from atsdesk.ats.registry import CONNECTORS
from atsdesk.ats.resource import Connector
from atsdesk.export.cell import As
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.store.tables import TABLES, Grain

_EXAMPLES = {
    As.TEXT: "",
    As.WHOLE: "3",
    As.DECIMAL: "2.5",
    As.BOOL: "TRUE",
    As.TIME: "2026-03-01 08:00:00",
    As.DAY: "2026-03-01",
    As.LOCAL_DAY: "2026-03-01",
}
_NAMED_EXAMPLES = {
    "account_id": "acme",
    "id": "1A.2B3C",
    "name": "Noa Levi",
    "candidate_name": "Noa Levi",
    "first_name": "Noa",
    "middle_name": "Ruth",
    "last_name": "Levi",
    "email": "noa@example.com",
    "phone": "+972 3 555 0100",
    "mobile_phone": "+972 50 555 0100",
    "linkedin_url": "https://www.linkedin.com/in/example",
    "status": "active",
    "stage": "Phone interview",
    "job_name": "Data Engineer",
    "source_name": "Referral",
    "state": "current",
    "origin": "ats",
    "salary_currency": "ILS",
    "timezone": "Asia/Jerusalem",
    "country": "IL",
    "applications.status_raw": "In Progress",
    "jobs.name": "Data Engineer",
    "jobs.state": "Tel Aviv District",
    "jobs.status": "open",
    "jobs.email": "jobs-1a2b@example.com",
    "openings.name": "Data Engineer 2",
    "openings.status": "filled",
    "sources.name": "Referral",
    "stages.name": "Phone interview",
    "steps.name": "Phone interview",
    "candidate_tags.name": "python",
}

DICTIONARY = Sheet(
    "Dictionary",
    "One row is one column of a sheet, or a sheet as a whole.",
    (
        SheetColumn("table", "1", As.TEXT, "The sheet, which is also the Table.", wraps=18),
        SheetColumn("column", "2", As.TEXT, "The column; blank for the sheet as a whole.", wraps=24),
        SheetColumn("type", "3", As.TEXT, "What the column's cells are.", wraps=32),
        SheetColumn("meaning", "4", As.TEXT, "What it tells.", wraps=84),
        *(
            SheetColumn(
                one.kind.key, f"5 + {number}", As.TEXT, f"Where it comes from in {one.kind.label}.", wraps=40
            )
            for number, one in enumerate(CONNECTORS)
        ),
        SheetColumn(
            "privacy", f"5 + {len(CONNECTORS)}", As.TEXT, "open, colleague, personal or sensitive.", wraps=11
        ),
        SheetColumn("example", f"6 + {len(CONNECTORS)}", As.TEXT, "An invented example.", wraps=26),
    ),
)


def rows(sheets: Sequence[Sheet]) -> list[tuple[object, ...]]:
    """The rows of the Dictionary, for the given sheets; the first cell stands for the account, as in any sheet."""
    found: list[tuple[object, ...]] = []
    for sheet in sheets:
        found.append((None, sheet.name, "", "table", sheet.meaning, *("" for _ in CONNECTORS), "", ""))
        found += [
            (
                None,
                sheet.name,
                column.name,
                str(column.cell),
                column.meaning,
                *(_origin(one, column) for one in CONNECTORS),
                str(column.privacy),
                _example(sheet, column),
            )
            for column in sheet.columns
        ]
    return found


def _origin(connector: Connector, column: SheetColumn) -> str:
    """Where a column comes from in one system."""
    table, _, name = column.declared.partition(".")
    if table in TABLES and TABLES[table].grain is Grain.DESK:
        return ""
    return connector.origins.get(column.declared) or connector.origins.get(name, "")


def _example(sheet: Sheet, column: SheetColumn) -> str:
    if column.name.endswith("_key"):
        return "acme:1A.2B3C"
    named = _NAMED_EXAMPLES.get(f"{sheet.name}.{column.name}") or _NAMED_EXAMPLES.get(column.name)
    return named or _EXAMPLES[column.cell]
