"""`atsdesk outbox`: candidates on their way, and the questions about them."""

import json
from typing import Any

import click

from atsdesk.cli.shared import (
    GOOD,
    WITH_ISSUES,
    as_json,
    leave,
    open_desk,
    print_json,
    stoppable,
    warn,
    with_folder,
)
from atsdesk.desk import Desk
from atsdesk.errors import Cancelled, DeskError
from atsdesk.outbox import CHOICES
from atsdesk.store.outbox import Submission

FINE = ("sent", "cancelled")


@click.group(invoke_without_command=True)
@click.pass_context
@with_folder
def outbox(context: click.Context) -> None:
    """Candidates on their way into an ATS: what was sent, what waits, and what has to be decided."""
    if context.invoked_subcommand is None:
        context.invoke(list_, account="", words="", as_json=False)


@outbox.command("list")
@click.argument("account", default="")
@click.option(
    "--search", "words", default="", metavar="WORDS", help="Only those in which all of these occur."
)
@as_json
@with_folder
def list_(account: str, words: str, as_json: bool) -> None:
    """What is in the outbox, the newest first."""
    with open_desk() as desk:
        found = desk.outbox.all(account, words)
    if as_json:
        print_json([document(one) for one in found])
        return
    for one in found:
        tell(one)
    if not found and words:
        click.echo("Nothing in the outbox has all of these words.")
    elif not found:
        click.echo(
            "The outbox is empty. Send somebody with: atsdesk submit ACCOUNT --job ID --file-json FILE"
        )


@outbox.command()
@click.argument("numbers", type=int, nargs=-1, metavar="[NUMBER]...")
@as_json
@with_folder
def retry(numbers: tuple[int, ...], as_json: bool) -> None:
    """Send what waits in the outbox, and what failed and is named; what has arrived is not sent again."""
    with open_desk() as desk, stoppable() as cancel:
        wanted = [desk.outbox.retry(number) for number in numbers]
        accounts = sorted({one.account for one in wanted}) or desk.outbox.due()
        waiting = [
            one.number for one in desk.outbox.all() if one.account in accounts and one.state not in FINE
        ]
        trouble = send_all(desk, accounts, list(numbers), cancel)
        found = [desk.outbox.one(number) for number in numbers or waiting]
    finish(found, trouble, as_json)


@outbox.command()
@click.argument("number", type=int)
@click.argument("choice", type=click.Choice(CHOICES))
@click.option("--id", "identity", default="", help="Which one it is, where the ATS has several.")
@as_json
@with_folder
def resolve(number: int, choice: str, identity: str, as_json: bool) -> None:
    """Decide about a submission, and send what is left of it.

    send: send it (again, or anyway). there: it has arrived, or is the same person. leave-out: go on without the step
    that failed.
    """
    with open_desk() as desk, stoppable() as cancel:
        account = desk.outbox.resolve(number, choice, identity).account
        trouble = send_all(desk, [account], [number], cancel)
        found = desk.outbox.one(number)
    finish([found], trouble, as_json)


@outbox.command()
@click.argument("number", type=int)
@as_json
@with_folder
def cancel(number: int, as_json: bool) -> None:
    """Call off a submission of which nothing was sent."""
    with open_desk() as desk:
        found = desk.outbox.cancel(number)
    if as_json:
        print_json(document(found))
    else:
        tell(found)


def send_all(desk: Desk, accounts: list[str], numbers: list[int], cancel: Any) -> list[DeskError]:
    """Send what waits for these accounts, or of that only these; what kept an account's from being sent."""
    trouble: list[DeskError] = []
    for account in accounts:
        try:
            desk.outbox.send(account, numbers, cancel=cancel)
        except Cancelled:
            raise
        except DeskError as error:
            trouble.append(error)
    return trouble


def finish(found: list[Submission], trouble: list[DeskError], as_json: bool) -> None:
    """Tell how submissions went, and end with the code that says it."""
    if as_json:
        print_json([document(one) for one in found])
    for one in found if not as_json else ():
        tell(one)
    for error in trouble:
        warn(str(error))
    for one in found:
        if one.state not in FINE and not trouble:
            warn(f"{one.number}: {one.title} {one.hint}".strip())
    leave(GOOD if all(one.state in FINE for one in found) else WITH_ISSUES)


def tell(one: Submission) -> None:
    """A submission in a few lines."""
    job = one.job or one.job_id or "no job"
    click.echo(f"{one.number:>5}  {one.state.replace('_', ' '):15}{one.account}: {one.name} -> {job}")
    for step in one.steps:
        made = f"  {step.made_id}" if step.made_id else ""
        click.echo(f"       {step.state.replace('_', ' '):15}{step.label}{made}")
        for warning in step.warnings:
            click.echo(f"       {'':15}{warning}")
    for match in one.found:
        parts = (match["id"], match["name"], match["url"])
        click.echo(f"       {'':15}{'  '.join(part for part in parts if part)}")
    if one.title:
        click.echo(f"       {one.title} {one.hint}")


def document(one: Submission) -> dict[str, Any]:
    """A submission as scripts read it."""
    return {
        "number": one.number,
        "account": one.account,
        "state": one.state,
        "job_id": one.job_id,
        "name": one.name,
        "candidate_id": one.candidate_id,
        "application_id": one.application_id,
        "question": one.question,
        "found": list(one.found),
        "title": one.title,
        "hint": one.hint,
        "field": one.field,
        "created_at": one.created_at,
        "sent_at": one.sent_at,
        "confirmed_at": one.confirmed_at,
        "draft": json.loads(one.draft),
        "steps": [
            {
                "name": step.name,
                "label": step.label,
                "state": step.state,
                "made_id": step.made_id,
                "status": step.status,
                "warnings": list(step.warnings),
            }
            for step in one.steps
        ],
        "files": [
            {"kind": file.kind, "name": file.name, "size": file.size, "sha256": file.hash}
            for file in one.files
        ],
    }
