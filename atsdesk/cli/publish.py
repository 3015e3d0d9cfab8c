"""`atsdesk publish`: the tables of an export in a shared database."""

import sys
from collections.abc import Callable
from functools import partial

import click

from atsdesk import __version__
from atsdesk.cancel import Cancel
from atsdesk.cli.export import check_contract, tell, with_bar
from atsdesk.cli.shared import open_desk, stoppable, warn, with_folder
from atsdesk.desk import Desk
from atsdesk.errors import AuthError, ConfigError
from atsdesk.export.publish.publishing import PUBLISH
from atsdesk.export.publish.target import parse
from atsdesk.export.write import Manner, Progress, Report
from atsdesk.store.accounts import HOW_TO_ADD
from atsdesk.store.profiles import Profile
from atsdesk.vault import KeyringError


@click.command()
@click.argument("url", required=False)
@click.option(
    "--profile", "name", metavar="NAME", help="Publish what a profile says; URL is then the profile's."
)
@click.option("--ask-password", is_flag=True, help="Ask for the password, also where the keyring has one.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@click.option("--take-over", is_flag=True, help="Also accounts that another data folder publishes there.")
@click.option(
    "--accept-changes",
    is_flag=True,
    help="Publish also where a column or table that is there would disappear or change its type.",
)
@with_folder
def publish(
    url: str | None,
    name: str | None,
    ask_password: bool,
    password_stdin: bool,
    take_over: bool,
    accept_changes: bool,
) -> None:
    """Bring the tables in a shared database up to date; after the first time only what changed is sent.

    URL is postgresql://USER@HOST/DATABASE?schema=NAME, without a password: that is asked for once and kept in the
    keyring. With the extra `warehouse` also duckdb:///FILE, snowflake://, bigquery://, redshift:// and databricks://.

    Everything is published; a profile (`atsdesk export profiles add NAME URL --format publish`) can choose tables,
    people and privacy, and publish after each sync.
    """
    if bool(url) == bool(name):
        raise click.UsageError("Give an address, or --profile and a name.")
    with open_desk() as desk, stoppable() as cancel:
        if not desk.accounts():
            raise ConfigError(
                f"There is nothing to publish in {desk.folder}.", f"Check --data-dir. {HOW_TO_ADD}"
            )
        profile = _profile(desk, url or "", name or "")
        password = _given(profile, ask=ask_password, stdin=password_stdin)
        if not accept_changes:
            check_contract(desk, profile, cancel)
        do = partial(_publish, desk, profile, cancel, take_over)
        try:
            report = do(password)
        except AuthError:
            if password or not sys.stdin.isatty():
                raise
            password = _asked(profile)
            report = do(password)
        if password:
            _keep(desk, profile, password, cancel)
    tell(report)


def _profile(desk: Desk, url: str, name: str) -> Profile:
    """The profile asked for, or one that publishes everything; not where a profile tells less of people."""
    if name:
        profile = desk.profiles.one(name)
        if profile.format != PUBLISH:
            raise ConfigError(
                f"The profile {name} does not publish.",
                f'Write it with: atsdesk export --profile "{name}"',
                concerns=name,
            )
        return profile
    place = parse(url).place
    for one in desk.profiles.all():
        if (one.format, one.path) == (PUBLISH, place):
            raise ConfigError(
                f"The profile {one.name} publishes there.",
                f'Use it: atsdesk publish --profile "{one.name}"',
                concerns=one.name,
            )
    return Profile("", place, PUBLISH)


def _publish(desk: Desk, profile: Profile, cancel: Cancel, take_over: bool, password: str) -> Report:
    def work(progress: Callable[[Progress], None]) -> Report:
        return desk.profiles.run(
            profile,
            Manner(__version__, password=password, take_over=take_over),
            progress=progress,
            cancel=cancel,
        )

    return with_bar(work)


def _given(profile: Profile, *, ask: bool, stdin: bool) -> str:
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return _asked(profile) if ask else ""


def _asked(profile: Profile) -> str:
    return str(click.prompt(f"Password for {parse(profile.path).name}", hide_input=True, err=True))


def _keep(desk: Desk, profile: Profile, password: str, cancel: Cancel) -> None:
    """Keep a password that was good; that there is no keyring is no reason to fail."""
    try:
        desk.profiles.publishing.keep_password(profile.path, password, cancel)
    except KeyringError as error:
        warn(f"The password was not kept. {error}")
