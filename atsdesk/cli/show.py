"""`atsdesk window`, `atsdesk demo` and `atsdesk selftest`."""

from pathlib import Path

import click

from atsdesk.cli.shared import folder, leave, stoppable, with_folder
from atsdesk.errors import ConfigError


@click.command()
@with_folder
@click.option("--background", is_flag=True, help="Wait in the tray, where there is one.")
@click.option("--sync", is_flag=True, help="Sync all accounts at once.")
@click.option("--export", is_flag=True, help="Repeat the last export at once.")
def window(**wishes: bool) -> None:
    """Open the window.

    Where it is open already it comes forward, or does in its place what the options say.
    """
    from atsdesk import demo

    if not demo.has_display():
        raise ConfigError(
            "There is no display to show a window on.",
            "Use the other commands (`atsdesk --help`), or start it from a desktop.",
        )
    from atsdesk.ui import app

    with demo.Sample() as sample:
        leave(
            app.main(
                ["--data-dir", str(folder()), *(f"--{name}" for name, on in wishes.items() if on)],
                sample=sample.add,
            )
        )


@click.command()
@click.option(
    "--folder", "place", type=click.Path(path_type=Path), default=Path("atsdesk-demo"), show_default=True
)
@click.option("--candidates", type=click.IntRange(1, 200_000), default=1500, show_default=True)
@click.option("--headless", is_flag=True, help="No window, also where there is a display.")
def demo(place: Path, candidates: int, headless: bool) -> None:
    """Show the main job on invented people: sandbox, sync, workbook, window."""
    from atsdesk import demo as show

    with stoppable() as cancel:
        leave(show.run(place, candidates, cancel, headless=headless or not show.has_display()))


@click.command()
def selftest() -> None:
    """Check that this installation can do its work: database, connections, keyring, exports, window."""
    from atsdesk.ui import selftest as test

    leave(test.run())
