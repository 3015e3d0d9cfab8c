"""Whether a job takes candidates: asked when one is put into the outbox, and again before the first byte leaves."""

from atsdesk.errors import ConfigError
from atsdesk.store import exposures
from atsdesk.store.engine import Connection


def why_not(connection: Connection, account: str, job_id: str) -> ConfigError | None:
    """What is in the way of sending somebody to a job; a pool of talent, which has no job, takes everybody."""
    return exposures.refusal(connection, account, job_id) if job_id else None
