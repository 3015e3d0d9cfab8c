"""`atsdesk show` and `atsdesk list`: what the local copy has, one thing or many."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from atsdesk.ats.moments import spell
from atsdesk.cli.shared import as_json, open_desk, print_json, stoppable, warn, with_folder
from atsdesk.cli.tabular import pairs, said, table
from atsdesk.cli.when import When
from atsdesk.store import lookup, subjects
from atsdesk.store.lookup import Asked, Found, Listing, Node, Shown
from atsdesk.store.subjects import SUBJECTS, Filter, Takes

ON_A_SCREEN = 100
"""Rows that a person is shown without asking for more."""
WITH_DELETED = click.option("--deleted", is_flag=True, help="Also what the ATS no longer has.")


class WithKinds(click.Command):
    """A command whose help lists the kinds of things."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        listing = self.name == "list"
        with formatter.section("Kinds, with their filters" if listing else "Kinds"):
            if listing:
                formatter.write_dl(
                    [
                        (one.plural, " ".join(f"--{given.key}" for given in one.filters) or "-")
                        for one in SUBJECTS
                    ]
                )
            else:
                formatter.write_text(", ".join(one.name for one in SUBJECTS if one.shown_alone))


def _with_filters(command: click.Command) -> click.Command:
    """One option for each filter of any kind; that it is one of the kind asked for is seen to by the lookup."""
    for one in subjects.filters():
        command.params.append(click.Option([f"--{one.key}"], help=one.meaning, **_taking(one)))
    return command


def _taking(one: Filter) -> dict[str, Any]:
    if one.takes is Takes.NOTHING:
        return {"is_flag": True}
    if one.takes is Takes.WORDS:
        return {"metavar": "WORD,..." if not one.of and one.key != "ids" else "ID,..."}
    return {"type": When(), "metavar": "WHEN"}


@click.command(cls=WithKinds)
@click.argument("account")
@click.argument("kind")
@click.argument("identity", metavar="ID")
@click.option("--live", is_flag=True, help="Read it again from the ATS first, and keep what came.")
@WITH_DELETED
@as_json
@with_folder
def show(account: str, kind: str, identity: str, live: bool, deleted: bool, as_json: bool) -> None:
    """Show one thing of ACCOUNT by its ID in the ATS, with what belongs to it.

    The ID of a current-offer is that of its application.
    """
    with open_desk() as desk:
        subjects.subject(kind)
        if live:
            with stoppable() as cancel:
                desk.reread(account, kind, identity, cancel=cancel)
        found = desk.reading.show(account, kind, identity, deleted=deleted)
    if as_json:
        parts = {part.subject.plural: part.rows for part in found.parts}
        print_json({"account": account, "kind": found.subject.name, **found.row, "parts": parts})
        return
    for line in _shown(found):
        click.echo(line)


@_with_filters
@click.command("list", cls=WithKinds)
@click.argument("account")
@click.argument("kind")
@click.option("--tree", is_flag=True, help="One below another: departments, offices.")
@click.option(
    "--choices", is_flag=True, help="Only ids and labels, of what one may choose: for a drop-down list."
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    help=f"Rows at most; 0 is no limit. Usually {ON_A_SCREEN}, and all with --json, --tree and --choices.",
)
@WITH_DELETED
@as_json
@with_folder
def list_(
    account: str,
    kind: str,
    tree: bool,
    choices: bool,
    limit: int | None,
    deleted: bool,
    as_json: bool,
    **filters: Any,
) -> None:
    """List the KIND of things that ACCOUNT has, from the local copy.

    WHEN is a day, a moment, 7d, 24h, today or yesterday. Several words or ids are separated by commas.
    """
    if tree and choices:
        raise click.UsageError("--tree and --choices do not go together.")
    usual = 0 if as_json or tree or choices else ON_A_SCREEN
    asked = Asked(_given(filters), deleted, choices, usual if limit is None else limit)
    with open_desk() as desk:
        found = desk.reading.listing(account, kind, asked)
    if tree:
        _print(account, found, _branches(lookup.tree(found)), _lines_of(lookup.tree(found)), as_json)
    elif choices:
        pairs_of = [{"id": row["id"], "label": lookup.label(found.subject, row)} for row in found.rows]
        _print(account, found, pairs_of, table(("id", "label"), pairs_of), as_json)
    else:
        columns = (*found.subject.columns, *(("deleted_at",) if deleted else ()))
        _print(account, found, found.rows, table(columns, found.rows), as_json)


def _given(filters: Mapping[str, Any]) -> dict[str, str]:
    """The filters that were given, as the lookup takes them."""
    kinds = {one.key: one.takes for one in subjects.filters()}
    found: dict[str, str] = {}
    for name, value in filters.items():
        key = name.replace("_", "-")
        if isinstance(value, dt.datetime):
            found[key] = value.date().isoformat() if kinds[key] is Takes.DAY else spell(value)
        elif value is not None and value is not False:
            found[key] = "" if value is True else value
    return found


def _print(account: str, found: Listing, rows: Sequence[object], lines: Iterator[str], as_json: bool) -> None:
    if found.note:
        warn(found.note)
    if as_json:
        print_json({"account": account, "kind": found.subject.name, "total": found.total, "rows": rows})
        return
    if not found.rows:
        click.echo(f"There are no such {found.subject.plural.replace('-', ' ')}.")
        return
    for line in lines:
        click.echo(line)
    if left := found.total - len(found.rows):
        click.echo(f"... and {left:,} more; --limit 0 shows all.")


def _branches(nodes: Sequence[Node]) -> list[Found | Any]:
    return [{**one.row, "children": _branches(one.children)} for one in nodes]


def _lines_of(nodes: Sequence[Node], depth: int = 0) -> Iterator[str]:
    for one in nodes:
        yield f"{'  ' * depth}{said(one.row['name'])}  ({one.row['id']})"
        yield from _lines_of(one.children, depth + 1)


def _shown(found: Shown) -> Iterator[str]:
    yield from pairs(found.row)
    for part in found.parts:
        yield f"\n{part.subject.plural.replace('-', ' ').capitalize()}"
        for line in table(part.subject.columns, part.rows):
            yield f"  {line}"
