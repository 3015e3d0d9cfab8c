"""Greenhouse Harvest v3, imitated after contracts/greenhouse.md."""

from atsdesk.sandbox.greenhouse.defaults import Rules
from atsdesk.sandbox.greenhouse.running import Sandbox, running

__all__ = ["Rules", "Sandbox", "running"]
