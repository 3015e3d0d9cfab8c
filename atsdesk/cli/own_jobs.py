"""`atsdesk jobs match`, `paste` and the like: own jobs, and which jobs of an ATS they are."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from atsdesk.cli.importing import read_mapping
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
from atsdesk.cli.tabular import table
from atsdesk.desk import Desk
from atsdesk.export.link_table import write_link_table
from atsdesk.jobs.bringing import Looked, Outcome
from atsdesk.store.exposures import Key
from atsdesk.store.own_jobs import AtsJobRow, Brought, OwnJobRow

if TYPE_CHECKING:
    from atsdesk.jobs.likeness import Suggestion
    from atsdesk.jobs.pasting import Wish

ON_A_SCREEN = 20
"""Own jobs whose suggestions a person is shown."""


@click.command()
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"), default="-")
@click.option("--account", default="", help="Look in this account only.")
@click.option("--expose", "exposing", is_flag=True, help="Expose those that were found by more than a title.")
@click.option("--here", is_flag=True, help="Look only among the jobs that are here; ask no ATS.")
@click.option("--why", default="", metavar="TEXT", help="A word on why, kept with it.")
@as_json
@with_folder
def paste(file: TextIO, account: str, exposing: bool, here: bool, why: str, as_json: bool) -> None:
    """Find the jobs that a text names: codes, ids, addresses and titles, mixed, one or more to a line.

    FILE is a text file; without one the text is read from standard input. Kombo is asked for what is not found here.
    """
    text = file.read()
    with open_desk() as desk, stoppable() as cancel:
        name = desk.account(account).id if account else ""
        found = desk.jobs.own.resolve(text, name, cancel)
        asked = [] if here else desk.asking.askable(found, name)
        answers = desk.asking.ask(asked, name, cancel=cancel)
        lines = {wish.line for wish in found.wishes if wish.text in asked}
        if any(one.jobs for one in answers):
            found = desk.jobs.own.resolve(text, name, cancel)
        known = {(row.account, row.id): row for row in desk.jobs.own.ats_jobs(name)}
        sure: list[Key] = [
            (wish.keys[0].account_id, wish.keys[0].id)
            for wish in found.wishes
            if wish.state == "found" and wish.by != "title"
        ]
        done = desk.jobs.expose(sure, why or "Pasted.") if exposing else None
    rows = [_wish(wish, known) | {"asked": wish.line in lines} for wish in found.wishes]
    for one in answers:
        if one.error:
            click.echo(f"{one.account} could not be asked. {one.error.title} {one.error.hint}", err=True)
    if as_json:
        changed = [{"account": one, "job": job} for one, job in done.changed] if done else []
        came = [
            {"account": one.account, "jobs": one.jobs, "error": str(one.error) if one.error else None}
            for one in answers
        ]
        number = done.batch or None if done else None
        print_json({"lines": rows, "asked": came, "exposed": changed, "number": number})
    else:
        for line in table(("line", "text", "state", "by", "job", "name", "openness", "account"), rows):
            click.echo(line)
        if told := [one for one in answers if not one.error]:
            click.echo(
                f"Asked for {len(asked):,} that were not here: {sum(one.jobs for one in told):,} jobs came."
            )
        if done:
            undone = f" To undo: `atsdesk jobs undo {done.batch}`." if done.batch else ""
            click.echo(f"{len(done.changed):,} exposed, {len(done.refused):,} refused.{undone}")
    whole = all(wish.state == "found" for wish in found.wishes) and not (done and done.refused)
    whole = whole and not any(one.error for one in answers)
    leave(GOOD if whole else WITH_ISSUES)


def _wish(wish: "Wish", known: dict[Key, AtsJobRow]) -> dict[str, Any]:
    key = (wish.keys[0].account_id, wish.keys[0].id) if wish.state == "found" else None
    job = known.get(key) if key else None
    return {
        "line": wish.line,
        "text": wish.text,
        "state": str(wish.state),
        "by": str(wish.by) if wish.by else None,
        "account": job.account if job else None,
        "job": job.id if job else None,
        "name": job.name if job else None,
        "openness": job.openness if job else None,
        "repeats": wish.repeats or None,
        "among": [{"account": one.account_id, "job": one.id} for one in wish.keys] if not job else [],
        "suggestions": [_suggestion(one, known) for one in wish.suggestions],
    }


def _suggestion(one: "Suggestion", known: dict[Key, AtsJobRow]) -> dict[str, Any]:
    job = known.get((one.key.account_id, one.key.id))
    return {
        "account": one.key.account_id,
        "job": one.key.id,
        "name": job.name if job else None,
        "score": one.score,
        "reasons": [str(reason) for reason in one.reasons],
    }


@click.command()
@as_json
@with_folder
def match(as_json: bool) -> None:
    """Link own jobs with the jobs of the ATS: by id, code or address at once; by title it only suggests.

    Exit code 1 where somebody has to look at something.
    """
    with open_desk() as desk, stoppable() as cancel:
        found = desk.jobs.own.match(cancel=cancel)
        own = {str(row.id): row for row in desk.jobs.own.all()}
        known = {(row.account, row.id): row for row in desk.jobs.own.ats_jobs()}
    if as_json:
        print_json(
            {
                "linked": [
                    {
                        "own": int(one.own_id),
                        "account": one.key.account_id,
                        "job": one.key.id,
                        "by": str(one.by),
                        "value": one.value or None,
                        "missing": one.is_missing,
                    }
                    for one in found.links
                ],
                "unmatched": [
                    {
                        "own": int(one),
                        "name": own[one].name,
                        "suggestions": [_suggestion(s, known) for s in found.suggestions.get(one, ())],
                    }
                    for one in found.unmatched
                ],
                "ambiguous": [{"own": int(one.own_id), "why": one.explanation} for one in found.ambiguous],
                "unmatched_ats": len(found.unmatched_ats),
                "doubly": [
                    {"own": [int(each) for each in one.own_ids], "jobs": [list(key) for key in one.keys]}
                    for one in found.doubly
                ],
            }
        )
        leave(WITH_ISSUES if found.unmatched or found.doubly else GOOD)
        return
    click.echo(f"{len(found.links):,} linked, {len(found.unmatched):,} without a link.")
    for ambiguous in found.ambiguous[:ON_A_SCREEN]:
        click.echo(f"? {ambiguous.own_id} {own[ambiguous.own_id].name}: {ambiguous.explanation}")
    for one in found.unmatched[:ON_A_SCREEN]:
        click.echo(f"  {one} {own[one].name}")
        for suggestion in found.suggestions.get(one, ())[:3]:
            told = _suggestion(suggestion, known)
            reasons = "; ".join(told["reasons"])
            click.echo(f"      {told['account']} {told['job']} {told['name']} ({told['score']}): {reasons}")
    for double in found.doubly[:ON_A_SCREEN]:
        click.echo(
            f"! Own {', '.join(double.own_ids)} and {', '.join(key.id for key in double.keys)} are linked."
        )
    if found.unmatched:
        click.echo("Confirm with `atsdesk jobs confirm OWN ACCOUNT ID`.")
    leave(WITH_ISSUES if found.unmatched or found.doubly else GOOD)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path),
    help='A JSON file that says what headers stand for: {"Header": "field"}; it is remembered.',
)
@click.option("--sheet", default="", help="The sheet of a workbook.")
@click.option("--no-headers", is_flag=True, help="The list has no headers: columns have letters for names.")
@click.option("--preview", "only_look", is_flag=True, help="Only show what would be imported.")
@click.option("--skip-bad", is_flag=True, help="Import the good rows of a list that has bad ones, too.")
@as_json
@with_folder
def import_(
    file: Path,
    map_file: Path | None,
    sheet: str,
    no_headers: bool,
    only_look: bool,
    skip_bad: bool,
    as_json: bool,
) -> None:
    """Import own jobs: a spreadsheet, CSV, or an XML or JSON feed. All of it goes in, or nothing.

    A list that was imported under the same name before is brought up to date.
    """
    mapping = read_mapping(map_file, "field") if map_file else None
    with open_desk() as desk:
        seen = desk.jobs.own.look(file, mapping, sheet=sheet, header_row=0 if no_headers else None)
        left_out = seen.count(Outcome.LEFT_OUT)
        done = None
        if not only_look and (skip_bad or not left_out):
            done = desk.jobs.own.bring(seen)
    if as_json:
        print_json(_looked(seen, done))
    else:
        _tell_looked(seen, done, only_look)
    leave(GOOD if only_look or (done and not left_out) else WITH_ISSUES)


def _looked(seen: Looked, done: Brought | None) -> dict[str, Any]:
    return {
        "source": seen.source,
        "kind": seen.preview.kind,
        "sheet": seen.preview.sheet or None,
        "mapping": dict(seen.preview.mapping),
        "counts": {str(one): seen.count(one) for one in Outcome},
        "problems": [str(one) for one in seen.preview.problems],
        "rows": [
            {
                "row": row.number,
                "outcome": str(outcome),
                **row.fields,
                "problems": [str(problem) for problem in row.problems],
            }
            for row, outcome in zip(seen.preview.rows, seen.outcomes, strict=True)
        ],
        "imported": done.number if done else None,
    }


def _tell_looked(seen: Looked, done: Brought | None, only_look: bool) -> None:
    for header in seen.preview.headers:
        click.echo(f"  {header} -> {seen.preview.mapping.get(header) or 'not used'}")
    problems = [*seen.preview.problems, *(one for row in seen.preview.rows for one in row.problems)]
    for problem in problems[:ON_A_SCREEN]:
        click.echo(f"{'✗' if problem.blocks else '·'} {problem}")
    if len(problems) > ON_A_SCREEN:
        click.echo(f"... and {len(problems) - ON_A_SCREEN:,} more; --json shows all.")
    counts = ", ".join(f"{seen.count(one):,} {one}" for one in Outcome)
    click.echo(f"{len(seen.outcomes):,} rows: {counts}.")
    if done:
        click.echo(f"Imported. To undo: `atsdesk jobs undo-import {done.number}`.")
    elif not only_look:
        click.echo("Nothing was imported: mend the rows, or leave them out with --skip-bad.")


@click.command("undo-import")
@click.argument("number", type=click.IntRange(1))
@with_folder
def undo_import(number: int) -> None:
    """Take an import of own jobs back by its NUMBER."""
    with open_desk() as desk:
        done = desk.jobs.own.undo_import(number)
    click.echo(f"{done.added:,} removed, {done.changed:,} as they were before.")


@click.command()
@click.argument("own", type=click.IntRange(1))
@click.argument("account")
@click.argument("job", metavar="ID")
@with_folder
def confirm(own: int, account: str, job: str) -> None:
    """Say that the own job of this number is the job ID of ACCOUNT. It stays so whatever is imported."""
    with open_desk() as desk:
        row, name = _own(desk, own), desk.account(account).id
        desk.jobs.own.confirm(own, name, job)
    click.echo(f'"{row.name}" is {job} of {name}.')


@click.command()
@click.argument("own", type=click.IntRange(1))
@click.argument("account")
@click.argument("job", metavar="ID")
@with_folder
def reject(own: int, account: str, job: str) -> None:
    """Say that the own job of this number is not the job ID of ACCOUNT. It is not suggested again."""
    with open_desk() as desk:
        row, name = _own(desk, own), desk.account(account).id
        desk.jobs.own.reject(own, name, job)
    click.echo(f'"{row.name}" is not {job} of {name}.')


@click.command()
@click.argument("title")
@click.option("--own-id", default="", help="Its id where it comes from.")
@click.option("--code", default="", help="Its requisition code.")
@click.option("--url", default="", help="Its page.")
@click.option("--location", default="", help="Where.")
@click.option("--department", default="", help="Department.")
@with_folder
def add(title: str, own_id: str, code: str, url: str, location: str, department: str) -> None:
    """Keep an own job by hand."""
    fields = {"name": title, "own_id": own_id, "code": code, "url": url}
    with open_desk() as desk:
        done = desk.jobs.own.add({**fields, "location": location, "department": department})
    click.echo("Kept." if done.added else "It was there already, and is now as you say." if done.changed else
               "It was there already.")  # fmt: skip


@click.command()
@click.argument("own", type=click.IntRange(1), nargs=-1, required=True)
@with_folder
def remove(own: tuple[int, ...]) -> None:
    """Let the own jobs of these numbers go, with what was decided of them."""
    with open_desk() as desk:
        numbers = [_own(desk, number).id for number in own]
        desk.jobs.own.remove(numbers)
    click.echo(f"{len(numbers):,} removed.")


@click.command()
@as_json
@with_folder
def own(as_json: bool) -> None:
    """List own jobs with the jobs of the ATS that they are."""
    with open_desk() as desk:
        found = desk.jobs.own.all()
    rows = [_row(one) for one in found]
    if as_json:
        print_json(rows)
        return
    shown = [
        {**row, "ats_job": ", ".join(f"{one['account']} {one['job']}" for one in row["links"])}
        for row in rows
    ]
    for line in (
        table(("own", "own_id", "name", "code", "source", "ats_job"), shown) if rows else ("There are none.",)
    ):
        click.echo(line)


@click.command()
@click.option("--csv", "path", type=click.Path(path_type=Path), help="Write the table to this file.")
@as_json
@with_folder
def links(path: Path | None, as_json: bool) -> None:
    """Show the table of links: own id, title, account and ATS job id; or write it as CSV to be handed on."""
    with open_desk() as desk:
        rows = desk.jobs.own.links()
        headers = desk.jobs.own.LINK_HEADERS
    if path:
        write_link_table(path, headers, rows)
        click.echo(f"{len(rows):,} links in {path}")
        return
    told = [dict(zip(headers, row, strict=True)) for row in rows]
    if as_json:
        print_json(told)
        return
    for line in table(headers, told) if told else ("Nothing is linked.",):
        click.echo(line)


def _own(desk: Desk, number: int) -> OwnJobRow:
    return desk.jobs.own.one(number)


def _row(one: OwnJobRow) -> dict[str, Any]:
    return {
        "own": one.id,
        "source": one.source,
        "own_id": one.own_id,
        "name": one.name,
        "code": one.code,
        "url": one.url,
        "location": one.location,
        "department": one.department,
        "links": [
            {
                "account": link.account,
                "job": link.job,
                "name": link.name,
                "known_by": link.known_by,
                "openness": link.openness,
                "exposed": link.exposed,
            }
            for link in one.links
        ],
    }


COMMANDS: Sequence[click.Command] = (
    paste,
    import_,
    undo_import,
    match,
    confirm,
    reject,
    add,
    remove,
    own,
    links,
)
