"""`atsdesk sandbox`: starts an imitation of an applicant tracking system on this machine."""

import contextlib
import json
import signal
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from types import FrameType
from typing import IO, Any

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


@click.group()
def sandbox() -> None:
    """Imitate an applicant tracking system on this machine, with invented people.

    Prints one line of JSON with everything an account needs, then runs until it is stopped.
    """


@sandbox.command(epilog=_fault_help())
@click.option("--port", type=click.IntRange(0, HIGHEST_PORT), default=0, help="0 takes a free port.")
@click.option("--seed", type=int, default=1, show_default=True, help="Same seed, same people.")
@click.option("--candidates", type=click.IntRange(0, 5_000_000), default=1_000, show_default=True)
@click.option(
    "--evolve",
    type=click.FloatRange(min=0.001),
    is_flag=False,
    flag_value=5.0,
    metavar="[SECONDS]",
    help="Let something happen every so many seconds (5).",
)
@click.option("--no-limit", is_flag=True, help="Never answer 429 for too many requests.")
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
@click.option("--now", callback=_moment, metavar="TIME", help="Start the clock at this UTC time.")
@click.option(
    "--fault", "faults", multiple=True, callback=_spec, metavar="SPEC", help="See below; repeatable."
)
def comeet(
    port: int,
    seed: int,
    candidates: int,
    evolve: float | None,
    no_limit: bool,
    page_size: int,
    max_page: int,
    without: tuple[str, ...],
    scope: str,
    now: int | None,
    faults: tuple[str, ...],
) -> None:
    """Imitate the Comeet Recruiting API."""
    from atsdesk.sandbox.comeet import Rules, running
    from atsdesk.sandbox.comeet.permissions import granted
    from atsdesk.sandbox.serving import PortTaken

    rules = Rules(page_size=page_size, page_cap=max_page, rate_requests=NO_LIMIT if no_limit else 100)
    try:
        granted(without, scope)
        with (
            _stoppable() as stop,
            running(
                seed,
                candidates,
                port,
                rules=rules,
                now=now,
                without=without,
                scope=scope,
                faults=faults,
                evolve_seconds=evolve,
            ) as started,
        ):
            if not stop.is_set():
                click.echo(json.dumps(started.start_line()))
                sys.stdout.flush()
            while not stop.wait(0.5):
                pass
    except (PortTaken, ValueError) as error:
        raise CannotStart(str(error)) from None


def main() -> None:
    """The command on its own: a mistake is one sentence on stderr and exit code 2."""
    try:
        sandbox.main(prog_name="atsdesk sandbox", standalone_mode=False)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
