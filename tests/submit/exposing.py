"""Only exposed jobs take candidates."""

from atsdesk.desk import Desk


def expose_open(desk: Desk) -> None:
    """Choose all jobs that are open, as far as is known."""
    done = desk.jobs.expose(
        [(one.account, one.job) for one in desk.jobs.all() if one.openness in ("open", "unknown")]
    )
    assert done.changed
