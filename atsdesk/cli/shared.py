"""What the commands share: the data folder, the way to stop, and how things are told."""

import contextlib
import json
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import click

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.folder import default_folder

GOOD, WITH_ISSUES, COULD_NOT_RUN, CANCELLED = 0, 1, 2, 130
"""Exit codes, which scripts rely on."""


class Folder(click.Path):
    """A folder; an empty text, as from a variable that is not set, is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value).strip():
            self.fail("it is empty. Name a folder, or leave the option out.", param, ctx)
        return super().convert(value, param, ctx)


def _keep_folder(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        context.find_root().meta["folder"] = folder


with_folder: Callable[[Any], Any] = click.option(
    "--data-dir",
    type=Folder(path_type=Path, file_okay=False),
    metavar="DIR",
    expose_value=False,
    callback=_keep_folder,
    help="The data folder; it holds the database atsdesk.db.",
)
"""Taken before and after the name of a command."""

as_json: Callable[[Any], Any] = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document instead."
)


def folder() -> Path:
    """The folder asked for, or the usual one."""
    given: Path | None = click.get_current_context().find_root().meta.get("folder")
    return given or default_folder()


@contextlib.contextmanager
def open_desk() -> Iterator[Desk]:
    """The desk of the data folder asked for."""
    with Desk(folder()) as desk:
        yield desk


@contextlib.contextmanager
def stoppable() -> Iterator[Cancel]:
    """A cancel that Ctrl+C and a polite kill set; a second Ctrl+C ends at once."""
    cancel = Cancel()

    def asked(_: int, __: FrameType | None) -> None:
        if cancel.is_set():
            raise KeyboardInterrupt
        cancel.set()

    before = {number: signal.signal(number, asked) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield cancel
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def print_json(document: object) -> None:
    """One document on standard output."""
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))


def warn(text: str) -> None:
    """A line on standard error."""
    click.echo(text, err=True)


def leave(code: int) -> None:
    """End the command with an exit code."""
    click.get_current_context().exit(code)
