"""Every table and column of the local file, described once.

From these declarations come the SQL schema, the headers and tooltips of the window, search, the export,
the data dictionary and the privacy profiles. A new field is one line here (and a new `SCHEMA_VERSION` for old files).
"""

from collections.abc import Iterator, Mapping
from functools import cache

from atsdesk.store.tables.books import (
    ACCOUNTS,
    CHANGES,
    CHECKPOINTS,
    DOOMED,
    EXPORTS,
    FORGOTTEN,
    ISSUES,
    OFFSETS,
    PROFILES,
    PSEUDONYMS,
    PUBLICATIONS,
    PUBLISHED,
    RECORDS,
    REQUESTS,
    RETENTION,
    RUN_RESOURCES,
    RUNS,
    STAGE_LIMITS,
    SWEEP,
    TWINS,
    VIEWS,
)
from atsdesk.store.tables.choosing import EXPOSURE_EVENTS, EXPOSURES, JOB_MATCHES, OWN_IMPORTS, OWN_JOBS
from atsdesk.store.tables.company import (
    CLOSE_REASONS,
    CUSTOM_FIELDS,
    CUSTOM_OPTIONS,
    CUSTOM_VALUES,
    DEPARTMENTS,
    HIRING_TEAM,
    JOB_POSTS,
    JOBS,
    OFFICES,
    OPENINGS,
    PROSPECT_POOL_STAGES,
    PROSPECT_POOLS,
    REJECTION_REASONS,
    SOURCE_CONTACTS,
    SOURCES,
    STAGES,
    TAGS,
    USERS,
)
from atsdesk.store.tables.hiring import INTERVIEWERS, INTERVIEWS, OFFERS, PROSPECTS, REJECTIONS, SCORECARDS
from atsdesk.store.tables.outbox import DRAFTS, SUBMISSION_FILES, SUBMISSION_STEPS, SUBMISSIONS
from atsdesk.store.tables.people import (
    APPLICATIONS,
    ATTACHMENTS,
    CANDIDATE_TAGS,
    CANDIDATES,
    DEMOGRAPHICS,
    EDUCATIONS,
    EEOC,
    EMPLOYMENTS,
    NOTES,
    STEPS,
)
from atsdesk.store.tables.vocabulary import (
    OURS,
    OWNED_PER_OWNER,
    OWNER_TABLES,
    Column,
    Grain,
    Kind,
    Privacy,
    Table,
    span,
)

SCHEMA_VERSION = 2
APPLICATION_ID = 0x41545344  # "ATSD" in the file's header

SYNCED: tuple[Table, ...] = (
    SOURCES,
    SOURCE_CONTACTS,
    USERS,
    DEPARTMENTS,
    OFFICES,
    REJECTION_REASONS,
    CLOSE_REASONS,
    TAGS,
    CUSTOM_FIELDS,
    CUSTOM_OPTIONS,
    JOBS,
    STAGES,
    HIRING_TEAM,
    JOB_POSTS,
    PROSPECT_POOLS,
    PROSPECT_POOL_STAGES,
    CANDIDATES,
    APPLICATIONS,
    OPENINGS,
    REJECTIONS,
    PROSPECTS,
    OFFERS,
    INTERVIEWS,
    INTERVIEWERS,
    SCORECARDS,
    NOTES,
    EDUCATIONS,
    EMPLOYMENTS,
    EEOC,
    DEMOGRAPHICS,
    STEPS,
    CANDIDATE_TAGS,
    CUSTOM_VALUES,
    ATTACHMENTS,
)
"""Tables a sync fills, owners before what they own."""

DESK: tuple[Table, ...] = (
    ACCOUNTS,
    RECORDS,
    CHANGES,
    RUNS,
    RUN_RESOURCES,
    CHECKPOINTS,
    SWEEP,
    DOOMED,
    ISSUES,
    TWINS,
    OFFSETS,
    EXPORTS,
    PROFILES,
    PUBLICATIONS,
    PUBLISHED,
    PSEUDONYMS,
    FORGOTTEN,
    VIEWS,
    STAGE_LIMITS,
    EXPOSURES,
    EXPOSURE_EVENTS,
    OWN_JOBS,
    JOB_MATCHES,
    OWN_IMPORTS,
    SUBMISSIONS,
    SUBMISSION_STEPS,
    SUBMISSION_FILES,
    DRAFTS,
    REQUESTS,
    RETENTION,
)

TABLES: dict[str, Table] = {table.name: table for table in (*SYNCED, *DESK)}


def owned_by(owner: str) -> Iterator[Table]:
    """The tables whose rows may belong to rows of `owner`."""
    return (table for table in SYNCED if owner in table.owners)


def owner_table(name: str, column: str) -> str:
    """The table whose id a column of a table holds: the one declared, or the one it is called after."""
    return TABLES[name].column(column).of or f"{column.removesuffix('_id')}s"


@cache
def of_people() -> Mapping[str, tuple[str, ...]]:
    """The tables whose rows go with a candidate, and the columns that name what they go with; owned ones left out."""
    found: dict[str, tuple[str, ...]] = {CANDIDATES.name: ()}
    while True:
        links = {
            table.name: tuple(
                column.name
                for column in table.columns
                if column.kind is Kind.ID and owner_table(table.name, column.name) in found
            )
            for table in SYNCED
            if table.grain is Grain.ENTITY and table is not CANDIDATES
        }
        grown = {CANDIDATES.name: ()} | {name: columns for name, columns in links.items() if columns}
        if grown == found:
            return found
        found = grown


__all__ = [
    "ACCOUNTS",
    "APPLICATIONS",
    "APPLICATION_ID",
    "ATTACHMENTS",
    "CANDIDATES",
    "CANDIDATE_TAGS",
    "CHANGES",
    "CHECKPOINTS",
    "CLOSE_REASONS",
    "CUSTOM_FIELDS",
    "CUSTOM_OPTIONS",
    "CUSTOM_VALUES",
    "DEMOGRAPHICS",
    "DEPARTMENTS",
    "DESK",
    "DOOMED",
    "DRAFTS",
    "EDUCATIONS",
    "EEOC",
    "EMPLOYMENTS",
    "EXPORTS",
    "EXPOSURES",
    "EXPOSURE_EVENTS",
    "FORGOTTEN",
    "HIRING_TEAM",
    "INTERVIEWERS",
    "INTERVIEWS",
    "ISSUES",
    "JOBS",
    "JOB_MATCHES",
    "JOB_POSTS",
    "NOTES",
    "OFFERS",
    "OFFICES",
    "OFFSETS",
    "OPENINGS",
    "OURS",
    "OWNED_PER_OWNER",
    "OWNER_TABLES",
    "OWN_IMPORTS",
    "OWN_JOBS",
    "PROFILES",
    "PROSPECTS",
    "PROSPECT_POOLS",
    "PROSPECT_POOL_STAGES",
    "PSEUDONYMS",
    "PUBLICATIONS",
    "PUBLISHED",
    "RECORDS",
    "REJECTIONS",
    "REJECTION_REASONS",
    "REQUESTS",
    "RETENTION",
    "RUNS",
    "RUN_RESOURCES",
    "SCHEMA_VERSION",
    "SCORECARDS",
    "SOURCES",
    "SOURCE_CONTACTS",
    "STAGES",
    "STAGE_LIMITS",
    "STEPS",
    "SUBMISSIONS",
    "SUBMISSION_FILES",
    "SUBMISSION_STEPS",
    "SWEEP",
    "SYNCED",
    "TABLES",
    "TAGS",
    "TWINS",
    "USERS",
    "VIEWS",
    "Column",
    "Grain",
    "Kind",
    "Privacy",
    "Table",
    "of_people",
    "owned_by",
    "owner_table",
    "span",
]
