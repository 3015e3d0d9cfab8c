"""The command `atsdesk`: everything the program does, without a window."""

from atsdesk.cli.main import main

__all__ = ["main"]
