"""`atsdesk sandbox`: starts an imitation of an applicant tracking system on this machine."""

import contextlib
import json
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from types import FrameType
from typing import IO, Any, Protocol

import click

from atsdesk.sandbox import faults as fault_words
from atsdesk.sandbox.clock import moment

HIGHEST_PORT = 65_535
NO_LIMIT = 0


def _spec(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    for spec in value:
        try:
            fault_words.parse(spec)
        except ValueError as error:
            raise click.BadParameter(str(error)) from None
    return value


def _moment(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    try:
        return moment(value)
    except ValueError:
        example = datetime(2026, 3, 1, 8, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        raise click.BadParameter(f"“{value}” is not a time such as {example}") from None


class CannotStart(click.ClickException):
    """Said in one sentence, without the usage text."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Writes the sentence."""
        click.echo(self.format_message(), file=file, err=True)


def _fault_help() -> str:
    words = (fault_words.__doc__ or "").strip().replace("\n\n", "\n\n\b\n")
    kinds = "\n".join(f"  {kind:16} {meaning}" for kind, meaning in fault_words.KINDS.items())
    return f"\b\n{words}\n\n\b\nKinds:\n{kinds}"


@contextlib.contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """An event that a stop signal sets."""
    stop = threading.Event()

    def asked(_: int, __: FrameType | None) -> None:
        stop.set()

    wanted = (signal.SIGINT, signal.SIGTERM)
    before = {each: signal.signal(each, asked) for each in wanted}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


class Started(Protocol):
    """A running imitation."""

    def start_line(self) -> dict[str, Any]:
        """Everything an account needs."""


_COMMON = (
    click.option("--port", type=click.IntRange(0, HIGHEST_PORT), default=0, help="0 takes a free port."),
    click.option("--seed", type=int, default=1, show_default=True, help="Same seed, same people."),
    click.option("--candidates", type=click.IntRange(0, 5_000_000), default=1_000, show_default=True),
    click.option(
        "--evolve",
        "evolve_seconds",
        type=click.FloatRange(min=0.001),
        is_flag=False,
        flag_value=5.0,
        metavar="[SECONDS]",
        help="Let something happen every so many seconds (5).",
    ),
    click.option("--no-limit", is_flag=True, help="Never answer 429 for too many requests."),
    click.option("--now", callback=_moment, metavar="TIME", help="Start the clock at this UTC time."),
    click.option(
        "--fault", "faults", multiple=True, callback=_spec, metavar="SPEC", help="See below; repeatable."
    ),
)


def _common(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every imitation has."""
    for option in reversed(_COMMON):
        command = option(command)
    return command


def _serve(running: AbstractContextManager[Started]) -> None:
    """Prints the line and serves until a stop signal."""
    from atsdesk.sandbox.serving import PortTaken

    try:
        with _stoppable() as stop, running as started:
            if not stop.is_set():
                click.echo(json.dumps(started.start_line()))
                sys.stdout.flush()
            while not stop.wait(0.5):
                pass
    except (PortTaken, ValueError) as error:
        raise CannotStart(str(error)) from None


@click.group()
def sandbox() -> None:
    """Imitate an applicant tracking system on this machine, with invented people.

    Prints one line of JSON with everything an account needs, then runs until it is stopped.
    """


@sandbox.command(epilog=_fault_help())
@_common
@click.option(
    "--page-size", type=click.IntRange(1), default=100, show_default=True, help="Rows without `limit`."
)
@click.option(
    "--max-page", type=click.IntRange(1), default=1_000, show_default=True, help="Most rows a page has."
)
@click.option(
    "--without", multiple=True, metavar="PERMISSION", help="A permission the key lacks; repeatable."
)
@click.option("--scope", default="all", show_default=True, help="Positions: all, non-discreet or published.")
def comeet(
    no_limit: bool, page_size: int, max_page: int, without: tuple[str, ...], scope: str, **common: Any
) -> None:
    """Imitate the Comeet Recruiting API."""
    from atsdesk.sandbox.comeet import Rules, running

    rules = Rules(page_size=page_size, page_cap=max_page, rate_requests=NO_LIMIT if no_limit else 100)
    _serve(running(**common, rules=rules, without=without, scope=scope))


@sandbox.command(epilog=_fault_help())
@_common
@click.option(
    "--max-page", type=click.IntRange(1), default=500, show_default=True, help="Most rows a page has."
)
@click.option(
    "--limit", type=click.IntRange(1), default=50, show_default=True, help="Requests in 30 seconds."
)
@click.option(
    "--token-seconds",
    type=click.IntRange(1),
    default=3_600,
    show_default=True,
    help="How long a token lives.",
)
@click.option(
    "--without",
    multiple=True,
    metavar="SCOPE",
    help="A scope the credential lacks, such as notes:list; repeatable.",
)
@click.option("--hide-private", is_flag=True, help="The acting user does not see private candidates.")
@click.option("--hide-confidential", is_flag=True, help="The acting user does not see confidential jobs.")
@click.option("--id-offset", type=click.IntRange(0, 2**62), default=0, help="Added to the ids of people.")
def greenhouse(
    no_limit: bool,
    max_page: int,
    limit: int,
    token_seconds: int,
    hide_private: bool,
    hide_confidential: bool,
    **common: Any,
) -> None:
    """Imitate Greenhouse Harvest v3."""
    from atsdesk.sandbox.greenhouse import Rules, running

    rules = Rules(
        page_size=min(100, max_page),
        page_cap=max_page,
        rate_requests=NO_LIMIT if no_limit else limit,
        token_requests=NO_LIMIT if no_limit else 60,
        token_seconds=token_seconds,
    )
    _serve(running(**common, rules=rules, private=not hide_private, confidential=not hide_confidential))


@sandbox.command(epilog=_fault_help())
@_common
@click.option(
    "--integrations", type=click.IntRange(1, 50), default=1, help="How many connections the key opens (1)."
)
@click.option(
    "--without",
    "unavailable",
    multiple=True,
    metavar="NAME",
    help="A model, such as notes, or an action that the tool lacks; repeatable.",
)
@click.option(
    "--disabled", multiple=True, metavar="NAME", help="One that the scope config switches off; repeatable."
)
@click.option(
    "--lacking",
    multiple=True,
    metavar="MODEL.FIELD",
    help="A field that the tool lacks, such as jobs.job_code; repeatable.",
)
@click.option("--setup", metavar="STATE", help="SETUP_INCOMPLETE, SETUP_SYNC_PENDING or QA_FAILED at first.")
@click.option("--setup-seconds", type=click.FloatRange(min=0), help="How long that lasts (for ever).")
@click.option("--created-only", is_flag=True, help="Only candidates that were created through Kombo.")
@click.option("--lagging", is_flag=True, help="What happens arrives with the next forced sync.")
@click.option("--drop", is_flag=True, help="Deleted records vanish after 14 days instead of being nulled.")
def kombo(no_limit: bool, created_only: bool, lagging: bool, drop: bool, **more: Any) -> None:
    """Imitate the Kombo unified ATS API."""
    from atsdesk.sandbox.kombo import Rules, running

    rules = Rules(
        rate_requests=NO_LIMIT if no_limit else 300,
        tracking="created" if created_only else "all",
        lagging=lagging,
        purge="drop" if drop else "null",
    )
    _serve(running(**more, rules=rules))


@sandbox.command(epilog=_fault_help())
@_common
@click.option("--oauth", is_flag=True, help="Give out a client's id and secret instead of an API key.")
@click.option(
    "--interviews-mode",
    default="report",
    show_default=True,
    help="How the account reads interviews: report, analytics or api.",
)
@click.option("--without", multiple=True, metavar="SCOPE", help="A scope the credential lacks; repeatable.")
def smartrecruiters(no_limit: bool, **common: Any) -> None:
    """Imitate the SmartRecruiters Customer API."""
    from atsdesk.sandbox.smartrecruiters import Rules, running

    unlimited = Rules(rate_requests=NO_LIMIT, concurrent=NO_LIMIT, concurrent_candidates=NO_LIMIT)
    _serve(running(**common, rules=unlimited if no_limit else Rules()))


def main() -> None:
    """The command on its own: a mistake is one sentence on stderr and exit code 2."""
    try:
        sandbox.main(prog_name="atsdesk sandbox", standalone_mode=False)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
