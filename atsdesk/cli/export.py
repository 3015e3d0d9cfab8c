"""`atsdesk export`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars

from atsdesk import __version__
from atsdesk.cancel import Cancel
from atsdesk.cli.profiles import profiles
from atsdesk.cli.shared import open_desk, stoppable, warn, with_folder
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, DeskError, TransientError
from atsdesk.export import contract
from atsdesk.export.profiles import FORMATS
from atsdesk.export.write import Manner, Progress, Report
from atsdesk.store.accounts import HOW_TO_ADD
from atsdesk.store.profiles import Profile, Selection


class Export(click.Command):
    """The command, with one below it: its argument is a path, or the word that leads on."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if args[:1] == [profiles.name]:
            return profiles.make_context(f"{info_name} {profiles.name}", args[1:], parent=parent, **extra)
        return super().make_context(info_name, args, parent=parent, **extra)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl([(str(profiles.name), profiles.get_short_help_str(80))])


@click.command(cls=Export)
@click.argument("path", type=click.Path(path_type=Path), metavar="[PATH]", required=False)
@click.option(
    "--profile", "name", metavar="NAME", help="Write what a profile says; PATH is then the profile's."
)
@click.option(
    "--format",
    "way",
    type=click.Choice(list(FORMATS)),
    default="excel",
    help="A workbook (PATH.xlsx), a folder of CSV files with one file per month for large tables, or of Parquet files.",
)
@click.option(
    "--formula-guard/--no-formula-guard",
    "guarded",
    default=True,
    help="In CSV, an apostrophe before text that a spreadsheet would run as a formula; usually on. Without it only for"
    " what no spreadsheet opens.",
)
@click.option(
    "--accept-changes",
    is_flag=True,
    help="Write also where a column or table that the last export had would disappear or change its type.",
)
@with_folder
def export(path: Path | None, name: str | None, way: str, guarded: bool, accept_changes: bool) -> None:
    """Write everything to an Excel workbook or a folder; what ATS Desk wrote there before is replaced whole.

    With --profile, what a profile says: these tables and columns, these people, with or without personal data.
    """
    if bool(path) == bool(name):
        raise click.UsageError("Give a path, or --profile and a name.")
    with open_desk() as desk, stoppable() as cancel:
        if not desk.accounts():  # an empty workbook in place of a full one would be worse than none
            raise ConfigError(
                f"There is nothing to export in {desk.folder}.",
                f"Check --data-dir. {HOW_TO_ADD}",
            )
        asked = desk.profiles.one(name) if name else Profile("", str(path), way, Selection(guarded=guarded))
        report = write(desk, asked, cancel, accept_changes=accept_changes)
    tell(report)


def write(desk: Desk, profile: Profile, cancel: Cancel, *, accept_changes: bool = False) -> Report:
    """Write what a profile says, with a bar on a terminal."""
    if not accept_changes:
        check_contract(desk, profile, cancel)
    before = desk.profiles.advice(profile, cancel)
    for warning in before:
        warn(warning)
    report = with_bar(
        lambda progress: desk.profiles.run(profile, Manner(__version__), progress=progress, cancel=cancel)
    )
    return replace(report, warnings=tuple(one for one in report.warnings if one not in before))


def with_bar(work: Callable[[Callable[[Progress], None]], Report]) -> Report:
    """Do it, with a bar on a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:16}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=console, disable=not console.is_terminal) as bars:
        task = bars.add_task("", total=None)

        def show(progress: Progress) -> None:
            bars.update(task, description=progress.sheet, completed=progress.done, total=progress.total)

        return work(show)


def tell(report: Report) -> None:
    """What was written."""
    for warning in report.warnings:
        warn(warning)
    click.echo(f"{report.total:,} rows in {report.seconds:.1f} s: {report.path}")
    if done := report.published:
        sent, removed = sum(done.sent.values()), sum(done.removed.values())
        click.echo(f"{sent:,} of them were new or changed and were sent; {removed:,} were removed there.")


def write_due(desk: Desk, cancel: Cancel, *, news: bool) -> Sequence[tuple[Profile, Report | DeskError]]:
    """Write the profiles that are due after a sync; one that cannot be written does not keep back the others."""
    done: list[tuple[Profile, Report | DeskError]] = []
    for profile in desk.profiles.due(news=news):
        try:
            done.append((profile, write(desk, profile, cancel)))
        except (ConfigError, TransientError) as error:
            done.append((profile, error))
    return done


def check_contract(desk: Desk, profile: Profile, cancel: Cancel) -> None:
    """Raise `Broken`, with the option that accepts it."""
    try:
        desk.profiles.check(profile, cancel)
    except contract.Broken as error:
        hint = error.hint.replace("or accept it", "or add --accept-changes")
        raise contract.Broken(error.title, hint, concerns=error.concerns) from error
