"""`atsdesk purge`: candidates whose time is over."""

import sys
from collections.abc import Sequence
from dataclasses import asdict

import click

from atsdesk.cli.erase import BEYOND
from atsdesk.cli.shared import GOOD, WITH_ISSUES, as_json, leave, open_desk, print_json, warn, with_folder
from atsdesk.errors import ConfigError
from atsdesk.store.retention import Outdated

SHOWN = 50


@click.command()
@click.option(
    "--months", type=int, metavar="N", help="Months without activity; without it, as in the settings."
)
@click.option("--dry-run", is_flag=True, help="Only show who it would be.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json
@with_folder
def purge(months: int | None, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Erase candidates without an active application of whom nothing was heard for N months.

    They are erased here as `atsdesk erase` does it, safety copies that hold them included, and later syncs withhold
    what the ATS still has of them; `atsdesk erase ACCOUNT ID --allow` lets one come again. Nothing is erased in the
    ATS.
    """
    with open_desk() as desk:
        months = months if months is not None else desk.care.chosen().months
        if months is None:
            raise ConfigError(
                "No time is chosen after which candidates are erased.",
                "Give one, as in `atsdesk purge --months 24 --dry-run`, or choose one in the settings of the window.",
            )
        people = desk.retention.outdated(months)
        if not as_json:
            _show(people, months)
        if dry_run or not people:
            if as_json:
                print_json({"months": months, "erased": False, "people": [asdict(one) for one in people]})
            return
        if not yes:
            _confirm(len(people))
        done = desk.retention.purge(people)
    unfinished = " ".join(dict.fromkeys(one.unfinished for one in done if one.unfinished))
    copies = {path for one in done for path in one.backups}
    if as_json:
        erased = [asdict(one) for one in people]
        print_json({"months": months, "erased": True, "people": erased, "unfinished": unfinished})
    else:
        click.echo(
            f"Erased: {len(done):,} candidates, and {len(copies)} safety copies that held some of them."
        )
        click.echo(BEYOND)
    if unfinished:
        warn(f"Not finished: {unfinished} It is tried again at each start.")
    leave(WITH_ISSUES if unfinished else GOOD)


def _show(people: Sequence[Outdated], months: int) -> None:
    click.echo(
        f"{len(people):,} candidates without an active application, and nothing heard for {months} months."
    )
    for one in people[:SHOWN]:
        click.echo(f"  {one.account}   {one.id}   {one.name or '(no name)'}   last {one.last_at[:10]}")
    if len(people) > SHOWN:
        click.echo(f"  and {len(people) - SHOWN:,} more; --json lists all.")


def _confirm(number: int) -> None:
    if not sys.stdin.isatty():
        raise ConfigError("There is nobody to ask; nothing was erased.", "Pass --yes if you are sure.")
    typed = click.prompt(
        f"Erasing cannot be undone. Type the number of candidates, {number}, to erase", err=True
    )
    if str(typed).strip().replace(",", "") != str(number):
        raise ConfigError("That is not the number; nothing was erased.", "Try again.")
