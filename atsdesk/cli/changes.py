"""`atsdesk changes`: what became another."""

import datetime as dt
from dataclasses import asdict

import click

from atsdesk.ats.moments import spell
from atsdesk.cli.shared import as_json, open_desk, print_json, with_folder
from atsdesk.cli.tabular import said
from atsdesk.cli.when import When

ON_A_SCREEN = 100


@click.command()
@click.argument("account", default="")
@click.option("--since", type=When(), metavar="WHEN", help="A day, a moment, 7d, 24h, today or yesterday.")
@click.option("--table", default="", metavar="TABLE", help="Only of this table, such as applications.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    help=f"Changes at most; 0 is no limit. Usually {ON_A_SCREEN}, and all with --json.",
)
@as_json
@with_folder
def changes(account: str, since: dt.datetime | None, table: str, limit: int | None, as_json: bool) -> None:
    """Show what changed, as ATS Desk saw it: field by field, the newest first.

    What a first sync brings is no change.
    """
    usual = 0 if as_json else ON_A_SCREEN
    with open_desk() as desk:
        found, total = desk.reading.changes(
            account=account,
            since=spell(since) if since else "",
            table=table.strip().lower(),
            limit=usual if limit is None else limit,
        )
    if as_json:
        print_json({"total": total, "changes": [asdict(one) for one in found]})
        return
    if not found:
        click.echo("Nothing changed.")
    for one in found:
        about = f"{said(one.about)}: " if one.about else ""
        click.echo(f"{one.seen_at}  {one.account}  {one.table} {one.row_id}  {about}{said(one.sentence)}")
    if left := total - len(found):
        click.echo(f"... and {left:,} more; --limit 0 shows all.")
