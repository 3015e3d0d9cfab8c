"""The SmartRecruiters Customer API, imitated after contracts/smartrecruiters.md."""

from atsdesk.sandbox.smartrecruiters.defaults import Rules
from atsdesk.sandbox.smartrecruiters.running import Sandbox, running

__all__ = ["Rules", "Sandbox", "running"]
