"""The SmartRecruiters Customer API, imitated after vendor documentation."""

from atsdesk.sandbox.smartrecruiters.defaults import Rules
from atsdesk.sandbox.smartrecruiters.running import Sandbox, running

__all__ = ["Rules", "Sandbox", "running"]
