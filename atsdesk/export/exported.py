"""The tables that have a sheet, in the order of the sheets."""

from atsdesk.store import tables
from atsdesk.store.tables import Table

EXPORTED: tuple[Table, ...] = (
    tables.CANDIDATES,
    tables.APPLICATIONS,
    tables.STEPS,
    tables.JOBS,
    tables.SOURCES,
    tables.STAGES,
    tables.SOURCE_CONTACTS,
    tables.OPENINGS,
    tables.CANDIDATE_TAGS,
    tables.USERS,
    tables.DEPARTMENTS,
    tables.OFFICES,
    tables.HIRING_TEAM,
    tables.JOB_POSTS,
    tables.INTERVIEWS,
    tables.INTERVIEWERS,
    tables.OFFERS,
    tables.REJECTIONS,
    tables.REJECTION_REASONS,
    tables.CLOSE_REASONS,
    tables.CHANGES,
    tables.EXPOSURES,
    tables.OWN_JOBS,
    tables.JOB_MATCHES,
)
"""A sheet is there when a connected system or somebody here can fill it, whether or not it has rows today."""
