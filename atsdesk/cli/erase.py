"""`atsdesk erase`: forget a person."""

import sys
from dataclasses import asdict
from typing import Any

import click

from atsdesk.cli.shared import GOOD, WITH_ISSUES, as_json, leave, open_desk, print_json, warn, with_folder
from atsdesk.errors import ConfigError
from atsdesk.forgetting import Forgetting, Forgotten
from atsdesk.store.forget import Person

BEYOND = (
    "Not reached from here: files that were copied or sent elsewhere, safety copies of the whole computer, and the ATS"
    " itself. Delete the person there too."
)


@click.command()
@click.argument("account", default="")
@click.argument("candidate_id", default="")
@click.option("--email", default="", metavar="ADDRESS", help="Only list everybody with this address.")
@click.option(
    "--allow", is_flag=True, help="Undo: let this forgotten candidate come again with the next sync."
)
@click.option("--yes", is_flag=True, help="Do not ask for the person's name.")
@as_json
@with_folder
def erase(account: str, candidate_id: str, email: str, allow: bool, yes: bool, as_json: bool) -> None:
    """Forget a person: erase a candidate, and all that belongs to them, from the local copy.

    Rows, records, search, history, issues and safety copies go. Later syncs withhold what the ATS still has of the
    person; for that, salted hashes of ids are kept, and nothing else. Nothing is erased in the ATS.
    """
    if email and not (account or candidate_id or allow):
        _list(email, as_json)
        return
    if email or not account or not candidate_id:
        raise click.UsageError("Give an account and a candidate's id, or --email alone.")
    with open_desk() as desk:
        if allow:
            desk.allow(account, candidate_id)
            _tell_allowed(account, candidate_id, as_json)
            return
        asked = desk.preview_forget(account, candidate_id)
        if not as_json:
            _show(asked)
        if not yes:
            _confirm(asked.person)
        done = desk.forget(account, candidate_id)
    if as_json:
        print_json(_document(done))
    else:
        _report(done)
    leave(WITH_ISSUES if done.unfinished else GOOD)


def _list(email: str, as_json: bool) -> None:
    with open_desk() as desk:
        found = desk.people_with(email)
    if as_json:
        print_json([asdict(one) for one in found])
        return
    for one in found:
        click.echo(_line(one))
    click.echo(
        "Nobody here has this address." if not found else "Erase one with: atsdesk erase ACCOUNT CANDIDATE_ID"
    )


def _tell_allowed(account: str, candidate: str, as_json: bool) -> None:
    if as_json:
        print_json({"account": account, "candidate": candidate, "allowed": True})
    else:
        click.echo(f"The next sync of {account} takes {candidate} in again, if the ATS still has them.")


def _show(asked: Forgetting) -> None:
    person = asked.person
    click.echo(_line(person))
    click.echo("What will be erased here:")
    _echo_counts(asked)
    if asked.alike:
        click.echo("The same address or number, and not erased with it:")
        for other in asked.alike:
            click.echo(f"  {_line(other)}   atsdesk erase {other.account} {other.id}")


def _echo_counts(asked: Forgetting) -> None:
    what = asked.what
    counts = {name.replace("_", " "): count for name, count in what.rows.items()}
    counts |= {"records": sum(what.records.values()), "changes": what.changes, "issues": what.issues}
    for name, count in counts.items():
        if count:
            click.echo(f"  {name:20}{count:>8,}")


def _confirm(person: Person) -> None:
    """Ask for the person's name; raises `ConfigError` where nobody can be asked, or it is another."""
    if not sys.stdin.isatty():
        raise ConfigError(
            "There is nobody to ask; nothing was erased.", "Pass --yes if you are sure.", concerns=person.id
        )
    wanted = person.name or person.id
    typed = click.prompt(f"Erasing cannot be undone. Type {wanted} to erase", err=True)
    if not person.is_named(typed):
        raise ConfigError("That is not the name; nothing was erased.", "Try again.", concerns=person.id)


def _report(done: Forgotten) -> None:
    click.echo("Erased:")
    _echo_counts(done.asked)
    for path in done.backups:
        click.echo(f"  safety copy removed: {path}")
    if done.asked.exports:
        click.echo("Exports that may still hold the person; delete them, or write or publish them again:")
        for one in done.asked.exports:
            click.echo(f"  {one.path}   {one.ended_at}")
    click.echo(BEYOND)
    if done.unfinished:
        warn(f"Not finished: {done.unfinished} It is tried again at each start.")


def _line(person: Person) -> str:
    parts = (person.account, person.id, person.name or "(no name)", person.email, person.phone)
    return "   ".join(part for part in (*parts, "(deleted in the ATS)" if person.deleted_at else "") if part)


def _document(done: Forgotten) -> dict[str, Any]:
    asked = done.asked
    return {
        "account": asked.person.account,
        "candidate": asked.person.id,
        "erased": {
            "rows": dict(asked.what.rows),
            "records": dict(asked.what.records),
            "changes": asked.what.changes,
            "issues": asked.what.issues,
            "backups": list(done.backups),
        },
        "exports": [{"path": one.path, "ended_at": one.ended_at} for one in asked.exports],
        "same_person": [asdict(one) for one in asked.alike],
        "not_reached": BEYOND,
        "unfinished": done.unfinished,
    }
