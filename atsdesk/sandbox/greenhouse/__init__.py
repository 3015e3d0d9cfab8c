"""Greenhouse Harvest v3, imitated after Harvest documentation."""

from atsdesk.sandbox.greenhouse.defaults import Rules
from atsdesk.sandbox.greenhouse.running import Sandbox, running

__all__ = ["Rules", "Sandbox", "running"]
