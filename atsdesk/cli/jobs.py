"""`atsdesk jobs`: which jobs are worked on, and what became of them."""

from collections.abc import Sequence
from typing import Any

import click

from atsdesk.cli import own_jobs
from atsdesk.cli.shared import GOOD, WITH_ISSUES, as_json, leave, open_desk, print_json, with_folder
from atsdesk.cli.tabular import table
from atsdesk.store.exposures import Choosable, Done, Event, Key

WHY = click.option("--why", default="", metavar="TEXT", help="A word on why, kept with it.")


@click.group()
@with_folder
def jobs() -> None:
    """Choose the jobs to work on, and see what became of them."""


@jobs.command()
@click.argument("account")
@click.argument("ids", metavar="ID...", nargs=-1)
@click.option("--department", default="", help="All that are open, of this department.")
@click.option("--location", default="", help="All that are open, at this location, city or country.")
@click.option("--recruiter", default="", help="All that are open, of this recruiter.")
@WHY
@as_json
@with_folder
def expose(
    account: str,
    ids: tuple[str, ...],
    department: str,
    location: str,
    recruiter: str,
    why: str,
    as_json: bool,
) -> None:
    """Choose jobs of ACCOUNT to work on, by their IDs in the ATS, or all of a department, location or recruiter.

    A job that takes no candidates is refused with the reason.
    """
    alike = {"department": department, "location": location, "recruiter": recruiter}
    if bool(ids) == any(alike.values()):
        raise click.UsageError("Name the IDs of jobs, or a department, location or recruiter.")
    with open_desk() as desk:
        name = desk.account(account).id
        keys = [(name, one) for one in ids] or desk.jobs.like(name, **alike)
        _tell(desk.jobs.expose(keys, why), "exposed", "exposed before", as_json)


@jobs.command()
@click.argument("account")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@WHY
@as_json
@with_folder
def hide(account: str, ids: tuple[str, ...], why: str, as_json: bool) -> None:
    """Give jobs of ACCOUNT up, by their IDs in the ATS."""
    with open_desk() as desk:
        name = desk.account(account).id
        _tell(desk.jobs.hide([(name, one) for one in ids], why), "hidden", "not exposed anyway", as_json)


@jobs.command()
@click.argument("number", type=click.IntRange(1))
@as_json
@with_folder
def undo(number: int, as_json: bool) -> None:
    """Take back an exposing or hiding by its NUMBER, where nothing was done to the job since."""
    with open_desk() as desk:
        _tell(desk.jobs.undo(number), "as they were", "", as_json)


@jobs.command()
@click.argument("account")
@click.argument("ids", metavar="ID...", nargs=-1)
@with_folder
def acknowledge(account: str, ids: tuple[str, ...]) -> None:
    """Take note of what became of jobs of ACCOUNT; of all of them where no ID is given. The history keeps it."""
    with open_desk() as desk:
        name = desk.account(account).id
        keys: list[Key] = [(name, one) for one in ids]
        noted = desk.jobs.acknowledge(keys or [(one.account, one.job) for one in desk.jobs.alerts(name)])
    click.echo(f"{noted:,} {'job' if noted == 1 else 'jobs'} taken note of.")


@jobs.command("list")
@click.argument("account", default="")
@click.option("--exposed", "only_exposed", is_flag=True, help="Only those that are worked on.")
@click.option("--alerts", is_flag=True, help="What became of those, and nobody has taken note of.")
@click.option("--history", is_flag=True, help="All that happened to those.")
@as_json
@with_folder
def list_(account: str, only_exposed: bool, alerts: bool, history: bool, as_json: bool) -> None:
    """List the jobs of ACCOUNT, or of all accounts, with whether they take candidates and are worked on.

    Exit code 1 with --alerts where there is something to take note of.
    """
    if only_exposed + alerts + history > 1:
        raise click.UsageError("--exposed, --alerts and --history do not go together.")
    with open_desk() as desk:
        name = desk.account(account).id if account else ""
        if alerts or history:
            events = desk.jobs.alerts(name) if alerts else desk.jobs.history(name)
            _show_events(events, as_json)
            leave(WITH_ISSUES if alerts and events else GOOD)
            return
        _show_jobs(desk.jobs.all(name, exposed=only_exposed), as_json)


def _tell(done: Done, verb: str, before: str, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "number": done.batch or None,
                "changed": [{"account": account, "job": job} for account, job in done.changed],
                "as_before": [{"account": account, "job": job} for account, job in done.as_before],
                "refused": [
                    {"account": account, "job": job, "reason": reason}
                    for (account, job), reason in done.refused.items()
                ],
            }
        )
    else:
        undone = f" To undo: `atsdesk jobs undo {done.batch}`." if done.batch else ""
        click.echo(f"{len(done.changed):,} {verb}.{undone}")
        if done.as_before:
            click.echo(f"{len(done.as_before):,} {before}.")
        for key, reason in done.refused.items():
            named = f" {done.names[key]}" if key in done.names else ""
            click.echo(f"✗ {key[1]}{named}: {reason}")
    leave(WITH_ISSUES if done.refused else GOOD)


def _show_jobs(found: Sequence[Choosable], as_json: bool) -> None:
    keys = ("account", "job", "name", "code", "department", "location", "recruiter", "status", "status_raw")
    more = ("openness", "exposed_at", "exposed_by", "why", "alert")
    rows = [{key: getattr(one, key) for key in (*keys, *more)} for one in found]
    if as_json:
        print_json(rows)
        return
    _print(
        ("job", "name", "code", "openness", "exposed_at", "alert", "account"), rows, "There are no such jobs."
    )


def _show_events(found: Sequence[Event], as_json: bool) -> None:
    keys = ("id", "account", "job", "name", "code", "status_raw", "kind", "openness", "reason")
    more = ("happened_at", "done_by", "why", "acknowledged_at", "acknowledged_by")
    rows = [{key: getattr(one, key) for key in (*keys, *more)} for one in found]
    if as_json:
        print_json(rows)
        return
    shown = ("happened_at", "job", "name", "kind", "reason", "done_by", "why", "acknowledged_at", "account")
    _print(shown, rows, "Nothing became of the exposed jobs.")


def _print(keys: Sequence[str], rows: Sequence[Any], none: str) -> None:
    for line in table(keys, rows) if rows else (none,):
        click.echo(line)


for command in own_jobs.COMMANDS:
    jobs.add_command(command)
