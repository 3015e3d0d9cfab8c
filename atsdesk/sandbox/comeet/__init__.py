"""The Comeet Recruiting API, imitated after its documentation."""

from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running

__all__ = ["Rules", "Sandbox", "running"]
