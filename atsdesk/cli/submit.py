"""`atsdesk submit`: send a candidate."""

from pathlib import Path

import click
import msgspec

from atsdesk.ats import draft
from atsdesk.ats.draft import Draft, File
from atsdesk.cli.outbox import finish, send_all
from atsdesk.cli.shared import GOOD, as_json, leave, open_desk, print_json, stoppable, with_folder
from atsdesk.errors import ConfigError
from atsdesk.submit.enclosing import enclose

A_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("account")
@click.option("--job", "job_id", default="", metavar="ID", help="The job, by its id in the ATS.")
@click.option(
    "--file-json", type=A_FILE, required=True, help="The draft: a JSON file with all that is known."
)
@click.option("--resume", type=A_FILE, help="The resume.")
@click.option("--attach", type=A_FILE, multiple=True, help="Another file; may be given several times.")
@click.option("--again", is_flag=True, help="Send it although the same was sent before.")
@click.option("--dry-run", is_flag=True, help="Only show what would be sent; nothing is kept.")
@as_json
@with_folder
def submit(
    account: str,
    job_id: str,
    file_json: Path,
    resume: Path | None,
    attach: tuple[Path, ...],
    again: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Send a candidate into an ATS: kept first, sent once, and asked about where that is not certain.

    Without a connection it stays in the outbox, and goes with the next `atsdesk outbox retry`.
    """
    said = _read(file_json, job_id, resume, attach)
    files = enclose(said, file_json.parent)
    with open_desk() as desk, stoppable() as cancel:
        if dry_run:
            shown = desk.outbox.preview(account, said, files)
            if as_json:
                print_json([{"step": one.label, "path": one.path, "bytes": one.size} for one in shown])
            for one in shown if not as_json else ():
                click.echo(f"POST {one.path}  {one.size:,} bytes  {one.label}")
            leave(GOOD)
        number = desk.outbox.put(account, said, files, again=again).number
        trouble = send_all(desk, [account], [number], cancel)
        found = desk.outbox.one(number)
    finish([found], trouble, as_json)


def _read(file: Path, job_id: str, resume: Path | None, attach: tuple[Path, ...]) -> Draft:
    try:
        said = draft.read(file.read_bytes())
    except OSError as error:
        raise ConfigError(
            f"{file} cannot be read ({(error.strerror or str(error)).lower()}).", "Check its name."
        ) from error
    more = [File(str(resume.absolute()), "resume")] if resume else []
    more += [File(str(one.absolute())) for one in attach]
    return msgspec.structs.replace(said, job_id=job_id or said.job_id, files=(*said.files, *more))
