"""`atsdesk status`, `issues` and `doctor`: how things stand."""

import click

from atsdesk import doctor as physician
from atsdesk import repair as repairing
from atsdesk.cli.shared import GOOD, WITH_ISSUES, as_json, folder, leave, open_desk, print_json, with_folder
from atsdesk.store.accounts import HOW_TO_ADD


@click.command()
@as_json
@with_folder
def status(as_json: bool) -> None:
    """Show each account: when it was synced, what is stored, open issues."""
    with open_desk() as desk:
        found = desk.reading.status()
        database = str(desk.database)
    if as_json:
        accounts = {
            one.account.id: {
                "ats": one.account.ats,
                "base_url": one.account.base_url,
                "last_success_at": one.account.last_success_at,
                "last_state": one.account.last_state,
                "health": dict(one.account.health),
                "issues": one.issues,
                "rows": dict(one.rows),
            }
            for one in found
        }
        print_json({"database": database, "accounts": accounts})
        return
    click.echo(f"Database: {database}")
    if not found:
        click.echo(f"There is no account yet. {HOW_TO_ADD}")
    for one in found:
        state = one.account.last_state or "never synced"
        click.echo(f"\n{one.account.id} ({one.account.ats}): {state}, {one.issues} open issues")
        click.echo(f"  last synced   {one.account.last_success_at or 'never'}")
        for name, sentence in one.account.health.items():
            click.echo(f"  {name:14}{sentence}")
        for table, rows in one.rows.items():
            if rows:
                click.echo(f"  {table.replace('_', ' '):16}{rows:>12,}")


@click.command()
@click.argument("account", default="")
@as_json
@with_folder
def issues(account: str, as_json: bool) -> None:
    """List what needs a person, with what to do about it."""
    with open_desk() as desk:
        found = desk.reading.issues(desk.account(account).id if account else "")
    if as_json:
        keys = ("id", "account", "kind", "resource", "record_id", "title", "hint")
        times = ("first_seen_at", "last_seen_at", "times")
        print_json([{key: getattr(one, key) for key in (*keys, *times)} for one in found])
        return
    if not found:
        click.echo("Nothing needs you. All is well.")
    for one in found:
        often = f", {one.times} times" if one.times > 1 else ""
        record = f" ({one.record_id})" if one.record_id else ""
        click.echo(f"{one.account}: {one.title}{record}\n    {one.hint} Last seen {one.last_seen_at}{often}.")


@click.command()
@click.option("--repair", is_flag=True, help="Put right what can be put right, and say what was done.")
@with_folder
def doctor(repair: bool) -> None:
    """Check the installation, the data folder, the keyring and the accounts.

    With --repair: permissions, the data file and its indexes, the search, the views, locks that nobody holds, safety
    copies. A damaged data file is kept aside, and a new one takes its place with what was made here; sync then, or go
    back to a safety copy with `atsdesk restore`.
    """
    look = repairing.repair if repair else physician.examine
    good = True
    for one in look(folder()):
        click.echo(f"{'✓' if one.good else '✗'} {one.subject}: {one.sentence}")
        good &= one.good
    leave(GOOD if good else WITH_ISSUES)
