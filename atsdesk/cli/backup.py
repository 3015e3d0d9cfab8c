"""`atsdesk backup` and `restore`: safety copies of the data file."""

import sys
from pathlib import Path

import click

from atsdesk import care
from atsdesk.cancel import Cancel
from atsdesk.care import ClosedFolder
from atsdesk.cli.shared import as_json, folder, open_desk, print_json, stoppable, warn, with_folder
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from atsdesk.store.backups import Backup, backups, examine
from atsdesk.store.restoring import Restored


@click.command()
@click.argument("place", type=click.Path(path_type=Path), required=False, metavar="[PATH]")
@with_folder
def backup(place: Path | None) -> None:
    """Make a safety copy of the data file, which may be in use: in its folder backups, or at PATH.

    Copies are also made by themselves, once a day with a sync and before an update changes the file. In the folder
    backups all of the last days are kept, and fewer of the older ones; what is at PATH is left alone.
    """
    with open_desk() as desk, stoppable() as cancel:
        made = desk.care.write_copy(place.absolute(), cancel) if place else desk.care.back_up(cancel).path
    click.echo(f"Made and verified: {made}")


@click.command()
@click.argument("which", default="")
@click.option("--list", "only_list", is_flag=True, help="Only list the safety copies, and verify each.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json
@with_folder
def restore(which: str, only_list: bool, yes: bool, as_json: bool) -> None:
    """Put a safety copy in the place of the data file: the newest, or WHICH (a number of the list, or a path).

    The copy is verified first, and the file that it replaces is kept. People who were forgotten since stay forgotten,
    and what was sent since stays sent. Nothing may have the data folder open.
    """
    if only_list:
        _list(as_json)
        return
    copy = care.find(folder().absolute(), which)
    if not yes:
        _confirm(copy)
    done = ClosedFolder(folder()).restore(copy)
    if as_json:
        print_json(_document(done))
    else:
        click.echo(f"Restored: {done.copy}")
        tell(done)
        click.echo("Sync to bring back from the ATS what came since: atsdesk sync")


def tell(done: Restored) -> None:
    """Where the file that was there is, and what came over from it."""
    click.echo(f"Kept: the file that was there before, {done.kept}")
    if done.rescued is not None:
        for table, rows in done.rescued.rows.items():
            click.echo(f"  saved from it: {table.replace('_', ' '):20}{rows:>8,}")
        if done.rescued.partly:
            parts = ", ".join(name.replace("_", " ") for name in done.rescued.partly)
            warn(f"Not all could be read of: {parts}.")


def look_after(desk: Desk, cancel: Cancel) -> None:
    """What is due once a day: the safety copy, and whose time is over. A sync that went well is none the worse."""
    try:
        desk.care.daily(cancel)
        purged = desk.retention.keep_up()
    except ConfigError as error:
        warn(str(error))
        return
    if purged is not None:
        warn(purged.sentence)


def _list(as_json: bool) -> None:
    found = [(one, examine(one.path)) for one in backups(folder().absolute())]
    if as_json:
        print_json([_line(number, one, trouble) for number, (one, trouble) in enumerate(found, 1)])
        return
    if not found:
        click.echo("There is no safety copy yet. Make one with: atsdesk backup")
    for number, (one, trouble) in enumerate(found, 1):
        size = f"{one.size / 1e6:,.1f} MB"
        verdict = f"cannot be used: {trouble}" if trouble else "good"
        click.echo(f"{number:>3}  {one.made_at:%Y-%m-%d %H:%M} UTC  {one.why:18}{size:>12}  {verdict}")


def _line(number: int, one: Backup, trouble: str) -> dict[str, object]:
    return {
        "number": number,
        "path": str(one.path),
        "made_at": f"{one.made_at:%Y-%m-%dT%H:%M:%SZ}",
        "why": one.why,
        "bytes": one.size,
        "trouble": trouble,
    }


def _document(done: Restored) -> dict[str, object]:
    rescued = done.rescued
    return {
        "restored": str(done.copy or ""),
        "kept": str(done.kept),
        "rescued": dict(rescued.rows) if rescued else {},
        "not_all_readable": list(rescued.partly) if rescued else [],
    }


def _confirm(copy: Path) -> None:
    if not sys.stdin.isatty():
        raise ConfigError(
            "There is nobody to ask; nothing was restored.", "Pass --yes if you are sure.", concerns=str(copy)
        )
    click.confirm(f"Put {copy} in the place of the data file?", abort=True, err=True)
