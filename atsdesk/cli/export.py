"""`atsdesk export`."""

from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars

from atsdesk import __version__
from atsdesk.cli.shared import open_desk, stoppable, warn, with_folder
from atsdesk.desk import ExportEntry
from atsdesk.errors import ConfigError
from atsdesk.export.write import Progress, write_workbook
from atsdesk.store.accounts import HOW_TO_ADD


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH.xlsx")
@with_folder
def export(path: Path) -> None:
    """Write everything to an Excel workbook; one that is there is replaced in one step."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:16}"), BarColumn(), MofNCompleteColumn())
    with open_desk() as desk, stoppable() as cancel:
        if not desk.accounts():  # an empty workbook in place of a full one would be worse than none
            raise ConfigError(
                f"There is nothing to export in {desk.folder}.",
                f"Check --data-dir. {HOW_TO_ADD}",
            )
        with Bars(*columns, console=console, disable=not console.is_terminal) as bars:
            task = bars.add_task("", total=None)

            def show(progress: Progress) -> None:
                bars.update(task, description=progress.sheet, completed=progress.done, total=progress.total)

            report = write_workbook(desk.database, path, progress=show, cancel=cancel, version=__version__)
        desk.record_export(ExportEntry.now(report.path, report.total, report.hash, report.seconds))
    for warning in report.warnings:
        warn(warning)
    click.echo(f"{report.total:,} rows in {report.seconds:.1f} s: {report.path}")
