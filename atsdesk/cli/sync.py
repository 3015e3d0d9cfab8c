"""`atsdesk sync`."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress as Bars
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from atsdesk.ats.moments import spell
from atsdesk.cli.backup import look_after
from atsdesk.cli.export import tell, write_due
from atsdesk.cli.shared import (
    CANCELLED,
    COULD_NOT_RUN,
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
from atsdesk.errors import ConfigError, DeskError
from atsdesk.store.accounts import HOW_TO_ADD
from atsdesk.store.ledger import ResourceReport, RunReport
from atsdesk.sync.driver import Progress, Watcher

EXIT_CODES = {"SUCCEEDED": GOOD, "CANCELLED": CANCELLED, "AUTHENTICATION_FAILED": COULD_NOT_RUN}


@click.command()
@click.argument("accounts", nargs=-1, metavar="[ACCOUNT]...")
@click.option("--full", is_flag=True, help="Read everything again, and look for what is gone.")
@click.option("--accept-deletions", is_flag=True, help="Believe a full read that misses a suspicious share.")
@click.option(
    "--ask-ats",
    is_flag=True,
    help="First ask the service in front of the ATS to fetch news (Kombo); name ACCOUNT.",
)
@as_json
@with_folder
def sync(accounts: Sequence[str], full: bool, accept_deletions: bool, ask_ats: bool, as_json: bool) -> None:
    """Bring the local copy up to date: of all accounts, or of those named."""
    if ask_ats and not accounts:
        raise click.UsageError("--ask-ats needs the name of an account.")
    with open_desk() as desk, stoppable() as cancel:
        if ask_ats:
            for name in dict.fromkeys(accounts):
                warn(f"{name}: {desk.ask_ats(name, full=full, cancel=cancel)}")
        names = [desk.account(name).id for name in dict.fromkeys(accounts)] or [
            one.id for one in desk.accounts()
        ]
        if not names:
            raise ConfigError("There is no account to sync.", HOW_TO_ADD)

        def run(name: str, progress: Callable[[Progress], None]) -> RunReport:
            watcher = Watcher(progress=progress)
            try:
                return desk.sync(
                    name, full=full, accept_deletions=accept_deletions, watcher=watcher, cancel=cancel
                )
            except DeskError as error:
                return _not_begun(name, full, error)

        if as_json:
            reports = _together(names, lambda name: run(name, lambda progress: None))
            print_json({"accounts": {report.account: _document(report) for report in reports}})
        else:
            reports = _with_bars(names, run)
        read = any(report.state in {"SUCCEEDED", "PARTIALLY_FAILED"} for report in reports)
        written = write_due(desk, cancel, news=any(map(_is_news, reports))) if read else []
        look_after(desk, cancel)
        closed = Counter(one.account for one in desk.jobs.alerts() if one.kind == "closed")
    for name in names:
        if closed[name]:
            warn(
                f"{name}: {closed[name]:,} exposed jobs take no candidates. See `atsdesk jobs list {name} --alerts`."
            )
    for report in reports:
        if report.state != "SUCCEEDED":
            warn(f"{report.account}: {report.message}")
    for profile, outcome in written:
        if isinstance(outcome, DeskError):
            warn(f"{profile.name} was not written. {outcome}")
        elif not as_json:
            tell(outcome)
    unwritten = any(isinstance(outcome, DeskError) for _, outcome in written)
    leave(max(WITH_ISSUES if unwritten else GOOD, *(_exit_code(report) for report in reports)))


def _is_news(report: RunReport) -> bool:
    return any(one.added or one.changed or one.gone for one in report.resources)


def _exit_code(report: RunReport) -> int:
    could_not_run = report.state == "FAILED" and all(one.state == "SKIPPED" for one in report.resources)
    return COULD_NOT_RUN if could_not_run else EXIT_CODES.get(report.state, WITH_ISSUES)


def _not_begun(name: str, full: bool, error: DeskError) -> RunReport:
    """What keeps one account from beginning does not hide how the others went."""
    now = spell(dt.datetime.now(dt.UTC))
    return RunReport(0, name, "FAILED", full, now, now, str(error))


def _together(names: Sequence[str], run: Callable[[str], RunReport]) -> list[RunReport]:
    """One account's wait does not delay another's. Short waits, since on Windows a long one hears no Ctrl+C."""
    with ThreadPoolExecutor(len(names), "sync") as pool:
        futures = [pool.submit(run, name) for name in names]
        while wait(futures, timeout=0.2).not_done:
            continue
        return [future.result() for future in futures]


def _with_bars(
    names: Sequence[str], run: Callable[[str, Callable[[Progress], None]], RunReport]
) -> list[RunReport]:
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bars(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[tuple[str, str], Any] = {}

        def show(progress: Progress) -> None:
            key = (progress.account, progress.resource)
            if key not in tasks:
                tasks[key] = bars.add_task("", total=None)
            waiting = f", waiting {progress.waiting:.0f} s (limit of the ATS)" if progress.waiting else ""
            text = f"{progress.account}: {progress.resource} {progress.received:,} received"
            bars.update(
                tasks[key],
                description=f"{text}, {progress.added:,} new, {progress.changed:,} changed{waiting}",
            )
            if progress.done:
                bars.update(tasks[key], total=1, completed=1)

        reports = _together(names, lambda name: run(name, show))
    for report in reports:
        click.echo(f"{report.account}: {report.state}")
        for one in report.resources:
            counts = (
                f"{one.received:,} received, {one.added:,} new, {one.changed:,} changed, {one.gone:,} gone"
            )
            aside = f", {one.rejected:,} set aside" if one.rejected else ""
            withheld = f", {one.withheld:,} withheld" if one.withheld else ""
            click.echo(f"  {one.resource:20} {one.requests:4} requests  {counts}{aside}{withheld}")
    return reports


def _document(report: RunReport) -> dict[str, Any]:
    """A run as scripts read it."""
    return {
        "state": report.state,
        "full": report.full,
        "started_at": report.started_at,
        "ended_at": report.ended_at,
        "message": report.message,
        "resources": {one.resource: _counts(one) for one in report.resources},
    }


def _counts(one: ResourceReport) -> dict[str, Any]:
    counts = asdict(one)
    del counts["resource"]
    return counts
