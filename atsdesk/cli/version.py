"""`atsdesk version`: which one this is, and whether a newer one is out."""

import click

from atsdesk import __version__
from atsdesk.cli.shared import open_desk, with_folder


@click.command()
@click.option("--check", is_flag=True, help="Ask the program's address whether a newer one is out.")
@with_folder
def version(check: bool) -> None:
    """Tell which version this is."""
    click.echo(f"ATS Desk {__version__}")
    if not check:
        return
    with open_desk() as desk:
        newest = desk.updates.look()
    if newest.is_newer:
        click.echo(f"A newer version is out: {newest.version}")
    else:
        click.echo("This is the newest version.")
