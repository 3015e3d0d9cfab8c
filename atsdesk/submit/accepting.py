"""Whether a job takes candidates: asked when one is put into the outbox, and again before the first byte leaves."""

from atsdesk.errors import ConfigError
from atsdesk.store import addressed
from atsdesk.store.engine import Connection


def why_not(connection: Connection, account: str, job_id: str) -> ConfigError | None:
    """What is in the way of sending somebody to a job; a pool of talent, which has no job, takes everybody."""
    if not job_id:
        return None
    job = addressed.job(connection, account, job_id)
    if job is None:
        return ConfigError(
            f'{account} has no job "{job_id}" here.',
            f"Check the id, or sync first: `atsdesk sync {account}`.",
            concerns="job_id",
        )
    if job.deleted_at:
        return ConfigError(
            f'The job "{job.name}" is no longer in the ATS.', "Choose another one.", concerns="job_id"
        )
    if job.status in CLOSED:
        return ConfigError(
            f'The job "{job.name}" takes no candidates: it is {job.status.replace("_", " ")}.',
            f"Choose one that is open, or sync if it was opened: `atsdesk sync {account}`.",
            concerns="job_id",
        )
    return None


CLOSED = ("closed", "draft")
"""Standings in which no ATS takes candidates; one that is on hold may."""
