"""`atsdesk apply`, `prospect` and `note`: what is added to people whom an ATS has, and people to keep in touch with.

Greenhouse takes them; others say that they do not.
"""

from pathlib import Path

import click
from msgspec import structs

from atsdesk.ats.draft import Draft, Note
from atsdesk.cli.shared import as_json, open_desk, stoppable, with_folder
from atsdesk.cli.submit import A_FILE, read, send, with_files

WHO_READS = ("public", "private", "admin_only")
RESUME = click.option("--resume", type=A_FILE, help="A resume.")
ATTACH = click.option(
    "--attach", type=A_FILE, multiple=True, help="Another file; may be given several times."
)
AGAIN = click.option("--again", is_flag=True, help="Send it although the same was sent before.")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Only show what would be sent; nothing is kept.")


@click.command()
@click.argument("account")
@click.argument("candidate")
@click.option("--job", "job_id", required=True, metavar="ID", help="The job, by its id in the ATS.")
@click.option(
    "--stage", "stage_id", default="", metavar="ID", help="Its first stage, by id; usually the job's."
)
@RESUME
@ATTACH
@AGAIN
@DRY_RUN
@as_json
@with_folder
def apply(
    account: str,
    candidate: str,
    job_id: str,
    stage_id: str,
    resume: Path | None,
    attach: tuple[Path, ...],
    again: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Give CANDIDATE, whom ACCOUNT has, one more application."""
    said = Draft(account=account, candidate_id=candidate, job_id=job_id, stage_id=stage_id)
    with open_desk() as desk, stoppable() as cancel:
        said = with_files(said, resume, attach)
        send(desk, said, Path(), cancel, again=again, dry_run=dry_run, as_json=as_json)


@click.command()
@click.argument("account")
@click.argument("candidate", default="")
@click.option("--file-json", type=A_FILE, help="Somebody new: a JSON file with all that is known.")
@click.option(
    "--job", "jobs", multiple=True, metavar="ID", help="A job they may fit; may be given several times."
)
@click.option("--pool", "pool_id", default="", metavar="ID", help="A pool of prospects, by its id.")
@RESUME
@ATTACH
@AGAIN
@DRY_RUN
@as_json
@with_folder
def prospect(
    account: str,
    candidate: str,
    file_json: Path | None,
    jobs: tuple[str, ...],
    pool_id: str,
    resume: Path | None,
    attach: tuple[Path, ...],
    again: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Keep somebody in ACCOUNT as a prospect, who applies for nothing yet: CANDIDATE, whom it has, or --file-json."""
    if bool(candidate) == bool(file_json):
        raise click.UsageError("Name a CANDIDATE, or give --file-json.")
    said = read(file_json) if file_json else Draft(candidate_id=candidate)
    given = said.prospect
    given = structs.replace(given, job_ids=jobs or given.job_ids, pool_id=pool_id or given.pool_id)
    said = structs.replace(said, account=account, as_prospect=True, prospect=given)
    with open_desk() as desk, stoppable() as cancel:
        said = with_files(said, resume, attach)
        folder = file_json.parent if file_json else Path()
        send(desk, said, folder, cancel, again=again, dry_run=dry_run, as_json=as_json)


@click.command()
@click.argument("account")
@click.argument("candidate")
@click.argument("text")
@click.option(
    "--for", "visibility", type=click.Choice(WHO_READS), default="private", show_default=True,
    help="Who may read it: all who see the candidate, the hiring team, or administrators.",
)  # fmt: skip
@click.option("--author", "author_id", default="", metavar="ID", help="Who wrote it, by the user's id.")
@AGAIN
@DRY_RUN
@as_json
@with_folder
def note(
    account: str,
    candidate: str,
    text: str,
    visibility: str,
    author_id: str,
    again: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write a note about CANDIDATE, whom ACCOUNT has."""
    said = Draft(account=account, candidate_id=candidate, note=Note(text, visibility, author_id))
    with open_desk() as desk, stoppable() as cancel:
        send(desk, said, Path(), cancel, again=again, dry_run=dry_run, as_json=as_json)
