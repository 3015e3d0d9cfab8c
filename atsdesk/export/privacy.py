"""What of people an export tells: all, or nothing by which a person is known.

What is personal goes by the columns' declared privacy class, and the ids of people's rows with it. Keys stay, so that
tables still join: as pseudonyms, the same in every export of a data folder, or, where no personal data is wanted, made
anew for each export.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import replace

from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.store.engine import Connection
from atsdesk.store.profiles import Disclosure, salt
from atsdesk.store.tables import (
    CHANGES,
    HIRING_TEAM,
    SOURCE_CONTACTS,
    TABLES,
    USERS,
    Kind,
    Privacy,
    of_people,
)

TELLS = {
    Disclosure.FULL: "full: personal data is included; share with care",
    Disclosure.PSEUDONYMOUS: "pseudonymous: no names, addresses or free text; people's keys are pseudonyms, the same in"
    " every export of this data folder. In the sense of the law this is still personal data",
    Disclosure.NONE: "no personal data: no names, addresses or free text; people's keys are made anew for each export",
}
_PEOPLE = frozenset({*of_people(), *(table.name for table in (USERS, SOURCE_CONTACTS, HIRING_TEAM, CHANGES))})
DOMAINS_OF_PEOPLE = frozenset(name.removesuffix("s") for name in _PEOPLE)
_LEADS_TO_A_PERSON = ("url",)


def disclosed(sheet: Sheet, disclosure: Disclosure) -> Sheet:
    """The sheet as it may be told."""
    if disclosure is Disclosure.FULL:
        return sheet
    told = (_told(sheet, column) for column in sheet.columns)
    return replace(sheet, columns=tuple(column for column in told if column))


def pseudonyms(connection: Connection, disclosure: Disclosure) -> Callable[[str | None], str | None]:
    """The SQL function `pseudonym`, for one export."""
    if disclosure is Disclosure.FULL:
        return lambda key: key
    secret = salt(connection) if disclosure is Disclosure.PSEUDONYMOUS else secrets.token_bytes(32)

    def pseudonym(key: str | None) -> str | None:
        if not key:
            return None
        return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), key=secret, digest_size=12).hexdigest()

    return pseudonym


def is_of_people(table: str) -> bool:
    """Whether each row of a table is about a person, or belongs to one that is."""
    return table in _PEOPLE or any(owner in _PEOPLE for owner in TABLES[table].owners)


def _told(sheet: Sheet, column: SheetColumn) -> SheetColumn | None:
    if column.privacy is not Privacy.OPEN:
        return None
    if column.of in DOMAINS_OF_PEOPLE:
        return replace(
            column, sql=f"pseudonym({column.sql})", meaning=f"{column.meaning} A pseudonym stands for it."
        )
    table, _, name = column.declared.partition(".")
    if not column.of and table in TABLES and is_of_people(sheet.name):
        declared = TABLES[table].column(name)
        if name != "account_id" and (declared.kind is Kind.ID or name in _LEADS_TO_A_PERSON):
            return None
    return column
