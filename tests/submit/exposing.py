"""Only exposed jobs take candidates."""

from atsdesk.desk import Desk
from atsdesk.store.openness import MAY


def expose_open(desk: Desk) -> None:
    """Choose all jobs that may take candidates."""
    done = desk.jobs.expose([(one.account, one.job) for one in desk.jobs.all() if one.openness in MAY])
    assert done.changed
