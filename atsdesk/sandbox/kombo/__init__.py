"""The Kombo unified ATS API, imitated after contracts/kombo.md."""

from atsdesk.sandbox.kombo.defaults import Rules
from atsdesk.sandbox.kombo.running import Sandbox, running

__all__ = ["Rules", "Sandbox", "running"]
