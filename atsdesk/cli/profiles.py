"""`atsdesk export profiles`: exports that can be repeated."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import click

from atsdesk.cli.shared import as_json, open_desk, print_json, with_folder
from atsdesk.cli.tabular import table
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from atsdesk.export.profiles import FORMATS
from atsdesk.export.publish.publishing import PUBLISH
from atsdesk.export.readme import filters
from atsdesk.store.browse import Query
from atsdesk.store.profiles import Disclosure, Profile, Selection
from atsdesk.store.saved_views import SavedView
from atsdesk.store.views import CANDIDATES_VIEW


@click.group(invoke_without_command=True)
@as_json
@with_folder
@click.pass_context
def profiles(context: click.Context, as_json: bool) -> None:
    """List, add and remove profiles: exports that can be repeated."""
    if context.invoked_subcommand is None:
        _list(as_json)


def _list(as_json: bool) -> None:
    with open_desk() as desk:
        found = desk.profiles.all()
    if as_json:
        print_json([_document(one) for one in found])
        return
    if not found:
        click.echo("There are no profiles. Add one with: atsdesk export profiles add NAME PATH")
    rows = [_row(one) for one in found]
    for line in table(list(rows[0]) if rows else (), rows) if rows else ():
        click.echo(line)


@profiles.command()
@click.argument("name")
@click.argument("path")
@click.option(
    "--format",
    "way",
    type=click.Choice([*FORMATS, PUBLISH]),
    default="excel",
    help="What PATH is; of publish, an URL.",
)
@click.option(
    "--table", "tables", multiple=True, metavar="TABLE", help="Only this table; repeatable. Usually all."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="TABLE.COLUMN",
    help="Of this table only this column, and others named so; repeatable.",
)
@click.option("--account", default="", help="Only what came from this account.")
@click.option("--text", default="", help="Only candidates that the search of the tab Candidates finds.")
@click.option(
    "--view",
    "view",
    default="",
    metavar="NAME",
    help="Search and filters of a saved view of the tab Candidates.",
)
@click.option("--status", multiple=True, help="Only applications with this status; repeatable.")
@click.option(
    "--job", multiple=True, metavar="ACCOUNT:ID", help="Only applications for this job; repeatable."
)
@click.option(
    "--source", multiple=True, metavar="ACCOUNT:ID", help="Only applications from this source; repeatable."
)
@click.option(
    "--privacy",
    type=click.Choice([str(one) for one in Disclosure]),
    default=str(Disclosure.FULL),
    help="What of people is in it: everything; no names, addresses or text, and pseudonyms for keys; or no personal"
    " data, with keys that are new in each export.",
)
@click.option(
    "--formula-guard/--no-formula-guard",
    "guarded",
    default=True,
    help="In CSV, an apostrophe before text that a spreadsheet would run as a formula; usually on.",
)
@click.option(
    "--after-sync",
    is_flag=True,
    help="Write it after each sync that brought something, by window and command.",
)
@with_folder
def add(
    name: str,
    path: str,
    way: str,
    tables: Sequence[str],
    columns: Sequence[str],
    account: str,
    text: str,
    view: str,
    status: Sequence[str],
    job: Sequence[str],
    source: Sequence[str],
    privacy: str,
    guarded: bool,
    after_sync: bool,
) -> None:
    """Keep a profile NAME that writes to PATH or publishes to an address, in place of one of the same name.

    Filters choose applications; their candidates, steps, interviews and the like come with them. Jobs, stages and
    other lists stay whole.
    """
    chosen = {"status": tuple(status), "job": tuple(job), "source": tuple(source)}
    chosen = {key: some for key, some in chosen.items() if some}
    with open_desk() as desk:
        if view:
            shows = _saved_view(desk, view).shows
            text, chosen = text or shows.search, {**shows.filters, **chosen}
        query = Query(text=text, account=account, chosen=chosen)
        selection = Selection(tuple(tables), _by_table(columns), query, Disclosure(privacy), guarded)
        desk.profiles.save(Profile(name, path, way, selection, after_sync))
    click.echo(f'Kept. Write it with: atsdesk export --profile "{name}"')


@profiles.command()
@click.argument("name")
@with_folder
def remove(name: str) -> None:
    """Forget the profile NAME. What it wrote stays."""
    with open_desk() as desk:
        desk.profiles.remove(name)


@profiles.command()
@as_json
@with_folder
def tables(as_json: bool) -> None:
    """List the tables and columns that a profile can have."""
    with open_desk() as desk:
        found = desk.profiles.tables()
    if as_json:
        print_json(found)
        return
    for name, columns in found.items():
        click.echo(f"{name}\n  {', '.join(columns)}")


@profiles.command()
@click.option("--limit", type=click.IntRange(1), default=20, help="How many.")
@as_json
@with_folder
def history(limit: int, as_json: bool) -> None:
    """List the last exports, newest first."""
    with open_desk() as desk:
        found = desk.reading.exports(limit)
    documents: list[dict[str, Any]] = [
        {
            "ended_at": one.ended_at,
            "profile": one.profile or None,
            "path": one.path,
            "format": one.format or None,
            "privacy": one.privacy or None,
            "rows": one.rows,
            "seconds": round(one.seconds, 1),
            "hash": one.hash,
        }
        for one in found
    ]
    if as_json:
        print_json(
            [{**document, "tables": one.tables} for document, one in zip(documents, found, strict=True)]
        )
        return
    if not documents:
        click.echo("Nothing was exported yet.")
    for line in table(list(documents[0]), documents) if documents else ():
        click.echo(line)


def _saved_view(desk: Desk, name: str) -> SavedView:
    found = {one.name: one for one in desk.views.of(CANDIDATES_VIEW.name)}
    if name not in found:
        known = f"There are: {', '.join(found)}." if found else "Save one in the window first."
        raise ConfigError(f'The tab Candidates has no saved view "{name}".', known, concerns=name)
    return found[name]


def _by_table(columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for text in columns:
        name, point, column = text.partition(".")
        if not point:
            raise click.UsageError(f"--column takes TABLE.COLUMN, such as candidates.email, not {text}.")
        found[name] += (column,)
    return dict(found)


def _row(one: Profile) -> dict[str, Any]:
    return {
        "name": one.name,
        "path": one.path,
        "format": one.format,
        "privacy": str(one.selection.disclosure),
        "after_sync": one.after_sync,
        "what": filters(one.selection) or None,
    }


def _document(one: Profile) -> dict[str, Any]:
    query = one.selection.query
    return {
        **_row(one),
        "tables": one.selection.tables,
        "columns": one.selection.columns,
        "formula_guard": one.selection.guarded,
        "filters": {"text": query.text, "account": query.account, **query.chosen},
    }
