"""`atsdesk export`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars

from atsdesk import __version__
from atsdesk.cancel import Cancel
from atsdesk.cli.shared import open_desk, stoppable, warn, with_folder
from atsdesk.desk import ExportEntry
from atsdesk.errors import ConfigError
from atsdesk.export import contract
from atsdesk.export.csv_folder import write_csv_folder
from atsdesk.export.write import Progress, Report, write_workbook
from atsdesk.store.accounts import HOW_TO_ADD

_WAYS: dict[str, Callable[..., Report]] = {
    "excel": partial(write_workbook, version=__version__),
    "csv": write_csv_folder,
}


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@click.option(
    "--format",
    "way",
    type=click.Choice(list(_WAYS)),
    default="excel",
    help="A workbook (PATH.xlsx), or a folder of CSV files with one file per month for large tables.",
)
@click.option(
    "--accept-changes",
    is_flag=True,
    help="Write also where a column or table that the last export had would disappear or change its type.",
)
@with_folder
def export(path: Path, way: str, accept_changes: bool) -> None:
    """Write everything to an Excel workbook or a folder; what ATS Desk wrote there before is replaced whole."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:16}"), BarColumn(), MofNCompleteColumn())
    with open_desk() as desk, stoppable() as cancel:
        if not desk.accounts():  # an empty workbook in place of a full one would be worse than none
            raise ConfigError(
                f"There is nothing to export in {desk.folder}.",
                f"Check --data-dir. {HOW_TO_ADD}",
            )
        if not accept_changes:
            _check_contract(desk.database, path, cancel)
        with Bars(*columns, console=console, disable=not console.is_terminal) as bars:
            task = bars.add_task("", total=None)

            def show(progress: Progress) -> None:
                bars.update(task, description=progress.sheet, completed=progress.done, total=progress.total)

            report = _WAYS[way](desk.database, path, progress=show, cancel=cancel)
        desk.record_export(ExportEntry.now(report.path, report.total, report.hash, report.seconds))
    for warning in report.warnings:
        warn(warning)
    click.echo(f"{report.total:,} rows in {report.seconds:.1f} s: {report.path}")


def _check_contract(database: Path, path: Path, cancel: Cancel) -> None:
    try:
        contract.check(database, path, cancel)
    except contract.Broken as error:
        hint = error.hint.replace("or accept it", "or add --accept-changes")
        raise contract.Broken(error.title, hint, concerns=error.concerns) from error
