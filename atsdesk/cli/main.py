"""The command's entry: its list of commands, and how an error is told."""

import importlib
import io
import os
import sys
from typing import NoReturn

import click

from atsdesk import __version__
from atsdesk.cli.shared import CANCELLED, COULD_NOT_RUN, warn, with_folder
from atsdesk.errors import Cancelled, DeskError

COMMANDS = {
    "accounts": ("atsdesk.cli.accounts", "accounts"),
    "sync": ("atsdesk.cli.sync", "sync"),
    "import": ("atsdesk.cli.importing", "import_"),
    "status": ("atsdesk.cli.report", "status"),
    "show": ("atsdesk.cli.lookup", "show"),
    "list": ("atsdesk.cli.lookup", "list_"),
    "jobs": ("atsdesk.cli.jobs", "jobs"),
    "changes": ("atsdesk.cli.changes", "changes"),
    "issues": ("atsdesk.cli.report", "issues"),
    "export": ("atsdesk.cli.export", "export"),
    "publish": ("atsdesk.cli.publish", "publish"),
    "submit": ("atsdesk.cli.submit", "submit"),
    "apply": ("atsdesk.cli.known", "apply"),
    "prospect": ("atsdesk.cli.known", "prospect"),
    "note": ("atsdesk.cli.known", "note"),
    "outbox": ("atsdesk.cli.outbox", "outbox"),
    "erase": ("atsdesk.cli.erase", "erase"),
    "purge": ("atsdesk.cli.purge", "purge"),
    "backup": ("atsdesk.cli.backup", "backup"),
    "restore": ("atsdesk.cli.backup", "restore"),
    "window": ("atsdesk.cli.show", "window"),
    "demo": ("atsdesk.cli.show", "demo"),
    "doctor": ("atsdesk.cli.report", "doctor"),
    "version": ("atsdesk.cli.version", "version"),
    "selftest": ("atsdesk.cli.show", "selftest"),
    "sandbox": ("atsdesk.sandbox.command", "sandbox"),
}
"""Where each command lives; imported when it is asked for, so that the others start at once."""


class Commands(click.Group):
    """Commands by name, each loaded when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="atsdesk")
@with_folder
def atsdesk() -> None:
    """Keep a local, complete copy of what your applicant tracking systems hold.

    Exit codes: 0 good, 1 finished with issues, 2 could not run, 130 cancelled.
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and exit. An error is one plain sentence with a hint on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what is piped on Windows would know no Hebrew
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        code = atsdesk.main(arguments, prog_name="atsdesk", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "atsdesk"
        warn(f"{error.format_message()} See `{command} --help`.")
        return COULD_NOT_RUN
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except (Cancelled, KeyboardInterrupt, click.Abort):
        warn("Cancelled.")
        return CANCELLED
    except DeskError as error:
        warn(str(error))
        return COULD_NOT_RUN
    except Exception as error:
        if os.environ.get("ATSDESK_DEBUG"):
            raise
        warn(f"Something went wrong inside ATS Desk ({type(error).__name__}: {error}). {_REPORT}")
        return COULD_NOT_RUN
    return code if isinstance(code, int) else 0


_REPORT = "Your data is whole. Please report it; ATSDESK_DEBUG=1 before the command shows the details."
