"""`atsdesk window` and `atsdesk demo`."""

from pathlib import Path

import click

from atsdesk.cli.shared import folder, leave, stoppable, with_folder
from atsdesk.errors import ConfigError


@click.command()
@with_folder
def window() -> None:
    """Open the window."""
    from atsdesk import demo

    if not demo.has_display():
        raise ConfigError(
            "There is no display to show a window on.",
            "Use the other commands (`atsdesk --help`), or start it from a desktop.",
        )
    from atsdesk.ui import app

    with demo.Sample() as sample:
        leave(app.main(["--data-dir", str(folder())], sample=sample.add))


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
