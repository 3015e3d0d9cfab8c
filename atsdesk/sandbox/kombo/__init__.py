"""The Kombo unified ATS API, imitated after Kombo documentation."""

from atsdesk.sandbox.kombo.defaults import Rules
from atsdesk.sandbox.kombo.running import Sandbox, running

__all__ = ["Rules", "Sandbox", "running"]
