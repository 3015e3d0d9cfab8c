"""`atsdesk accounts`: add, list, test, give new keys and remove."""

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from atsdesk.ats.kind import Field, Kind
from atsdesk.ats.registry import CONNECTORS
from atsdesk.cli.shared import (
    GOOD,
    WITH_ISSUES,
    as_json,
    leave,
    open_desk,
    print_json,
    stoppable,
    with_folder,
)
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from atsdesk.store.accounts import HOW_TO_ADD

secrets_stdin: Callable[[Any], Any] = click.option(
    "--secrets-stdin", is_flag=True, help="Read the secrets as a JSON object from standard input."
)
MARKS = {"readable": "✓", "not_permitted": "✗", "not_available": "–", "failed": "!"}


@click.group()
@with_folder
def accounts() -> None:
    """Add, list, test and remove accounts; give them new keys."""


class WithSettings(click.Command):
    """A command whose help lists the settings that each ATS knows."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        for kind in (one.kind for one in CONNECTORS):
            if kind.settings:
                with formatter.section(f"Settings of {kind.key}"):
                    formatter.write_dl([(one.key, one.meaning) for one in kind.settings])


@accounts.command(cls=WithSettings)
@click.argument("ats")
@click.option("--name", required=True, help="How you call the account; it is its id.")
@click.option("--base-url", default="", help="Address of the API, where it is not the usual one.")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="A setting of the account, see below; repeatable.",
)
@secrets_stdin
@with_folder
def add(ats: str, name: str, base_url: str, settings: Sequence[str], secrets_stdin: bool) -> None:
    """Add an account of ATS (comeet, greenhouse, kombo, smartrecruiters). Secrets go to the keyring and nowhere else.

    On a machine without a keyring set ATSDESK_SECRET__NAME__FIELD instead (upper case, - as _).
    """
    given = dict(_pair(text) for text in settings)
    with open_desk() as desk:
        kind = next((kind for kind in desk.kinds() if kind.key == ats), None)
        if kind is None:
            known = ", ".join(kind.key for kind in desk.kinds())
            raise ConfigError(f'There is no system "{ats}".', f"Choose one of: {known}.", concerns=ats)
        desk.check_account(ats, name, base_url=base_url, settings=given)
        secrets = _secrets(desk, kind, name, secrets_stdin)
        with stoppable() as cancel:
            desk.add_account(ats, name, secrets, base_url=base_url, settings=given, cancel=cancel)
    click.echo(f"{name} was added. Try it with: atsdesk accounts test {name}")


@accounts.command()
@click.argument("name")
@secrets_stdin
@with_folder
def key(name: str, secrets_stdin: bool) -> None:
    """Give an account a new key: other secrets in place of those in the keyring. What was synced stays."""
    with open_desk() as desk:
        account = desk.account(name)
        kind = next(kind for kind in desk.kinds() if kind.key == account.ats)
        variables = desk.vault.given_by_environment(
            name, [field.key for field in kind.fields if field.secret]
        )
        if variables:
            raise ConfigError(
                f"The environment gives secrets of {name}, and those go before the keyring's.",
                f"Change them there, or unset {' and '.join(variables)} first.",
                concerns=name,
            )
        secrets = _secrets(desk, kind, name, secrets_stdin)
        with stoppable() as cancel:
            desk.set_secrets(name, secrets, cancel=cancel)
    click.echo(f"{name} has a new key. Try it with: atsdesk accounts test {name}")


@accounts.command("list")
@as_json
@with_folder
def list_(as_json: bool) -> None:
    """List the accounts."""
    with open_desk() as desk:
        found = desk.accounts()
    if as_json:
        print_json(
            [
                {
                    "id": one.id,
                    "ats": one.ats,
                    "base_url": one.base_url,
                    "settings": dict(one.settings),
                    "last_success_at": one.last_success_at,
                    "last_state": one.last_state,
                }
                for one in found
            ]
        )
        return
    if not found:
        click.echo(f"There is no account yet. {HOW_TO_ADD}")
    for one in found:
        click.echo(
            f"{one.id:20} {one.ats:16} {one.base_url:40} last synced: {one.last_success_at or 'never'}"
        )


@accounts.command()
@click.argument("name")
@as_json
@with_folder
def test(name: str, as_json: bool) -> None:
    """Try what the account's key may read; nothing is stored."""
    with open_desk() as desk, stoppable() as cancel:
        checks = desk.test_account(name, cancel=cancel)
    if as_json:
        print_json(
            [
                {
                    "resource": check.resource,
                    "state": check.state,
                    "message": check.message,
                    "missing_fields": check.missing_fields,
                }
                for check in checks
            ]
        )
    else:
        for check in checks:
            click.echo(f"{MARKS[check.state]} {check.label:24} {check.state.replace('_', ' ')}")
            for line in (check.message, *(f"missing: {text}" for text in check.missing_fields)):
                if line:
                    click.echo(f"    {line}")
    leave(GOOD if all(check.state == "readable" for check in checks) else WITH_ISSUES)


@accounts.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_folder
def remove(name: str, yes: bool) -> None:
    """Remove an account: its secrets and everything that was synced from it."""
    with open_desk() as desk:
        desk.account(name)
        if not yes:
            click.confirm(f"Remove {name} and everything that was synced from it?", abort=True)
        desk.remove_account(name)
    click.echo(f"{name} was removed.")


def _pair(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator or not key:
        raise click.BadParameter(f'"{text}" is not of the form key=value.', param_hint="--set")
    return key, value


def _secrets(desk: Desk, kind: Kind, name: str, from_stdin: bool) -> dict[str, str]:
    if from_stdin:
        return _from_json(sys.stdin.read(), kind)
    if any(desk.vault.has_outside_the_keyring(name, way) for way in kind.ways_in):
        return {}
    if not sys.stdin.isatty():
        raise ConfigError(
            "There is nobody to ask for the secrets.",
            "Pass them with --secrets-stdin as a JSON object, or set the environment variables.",
        )
    given: dict[str, str] = {}
    for number, way in enumerate(kind.ways_in, 1):
        for field in kind.fields:
            if field.key in way:
                given[field.key] = _ask_for(field, optional=number < len(kind.ways_in))
                if not given[field.key]:
                    break
        else:
            break
    return kind.complete(given)


def _ask_for(field: Field, *, optional: bool) -> str:
    label = f"{field.label} ({field.where_to_find})"
    if not optional:
        return str(click.prompt(label, hide_input=True))
    return str(
        click.prompt(f"{label}; empty for another way in", hide_input=True, default="", show_default=False)
    )


def _from_json(text: str, kind: Kind) -> dict[str, str]:
    keys = kind.ways_in[0]
    example = "{" + ", ".join(f'"{key}": "..."' for key in keys) + "}"
    try:
        given = json.loads(text)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise ConfigError(
            "Standard input holds no JSON object with the secrets.", f"It looks like {example}."
        )
    return kind.complete({key: value for key, value in given.items() if isinstance(value, str)})
