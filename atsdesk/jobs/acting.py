"""Who does something: whoever uses this computer."""

import datetime as dt
import getpass

from atsdesk.ats.moments import spell
from atsdesk.store.exposures import Act


def act(why: str = "") -> Act:
    """An act of whoever uses this computer, now."""
    return Act(whoever(), spell(dt.datetime.now(dt.UTC)), why.strip())


def whoever() -> str:
    """The name by which this computer knows who uses it; "" where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name in the environment, and none for the user's number
        return ""
