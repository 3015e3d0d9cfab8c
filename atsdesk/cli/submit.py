"""`atsdesk submit`: send a candidate."""

from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from atsdesk.ats import draft
from atsdesk.ats.draft import Draft, File
from atsdesk.ats.submitting import Enclosure
from atsdesk.cancel import Cancel
from atsdesk.cli.outbox import finish, send_all
from atsdesk.cli.shared import GOOD, as_json, leave, open_desk, print_json, stoppable, warn, with_folder
from atsdesk.cli.sheet import send_sheet
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, DataError
from atsdesk.submit.enclosing import enclose

A_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("account")
@click.option("--job", "job_id", default="", metavar="ID", help="The job, by its id in the ATS.")
@click.option("--file-json", type=A_FILE, help="The draft: a JSON file with all that is known.")
@click.option("--resume", type=A_FILE, help="The resume.")
@click.option("--attach", type=A_FILE, multiple=True, help="Another file; may be given several times.")
@click.option(
    "--sheet", type=A_FILE, help="Instead of one draft: an Excel workbook or CSV file, one person a row."
)
@click.option("--map", "map_file", type=A_FILE, help="A JSON object: the field that each header stands for.")
@click.option("--again", is_flag=True, help="Send it although the same was sent before.")
@click.option("--dry-run", is_flag=True, help="Only show what would be sent; nothing is kept.")
@as_json
@with_folder
def submit(
    account: str,
    job_id: str,
    file_json: Path | None,
    resume: Path | None,
    attach: tuple[Path, ...],
    sheet: Path | None,
    map_file: Path | None,
    again: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Send a candidate into an ATS: checked first, kept, sent once, and asked about where that is not certain.

    Without a connection it stays in the outbox, and goes with the next `atsdesk outbox retry`.
    """
    if (file_json is None) == (sheet is None):
        raise ConfigError("There is nothing to send.", "Give either --file-json or --sheet.")
    with open_desk() as desk, stoppable() as cancel:
        if sheet:
            send_sheet(desk, account, sheet, job_id, map_file, cancel, dry_run=dry_run, as_json=as_json)
            return
        assert file_json
        said = msgspec.structs.replace(
            with_files(read(file_json), resume, attach),
            account=account,
            **({"job_id": job_id} if job_id else {}),
        )
        send(desk, said, file_json.parent, cancel, again=again, dry_run=dry_run, as_json=as_json)


def send(
    desk: Desk, said: Draft, folder: Path, cancel: Cancel, *, again: bool, dry_run: bool, as_json: bool
) -> None:
    """Check a draft and send it, or show what would be sent; files are looked for from a folder on."""
    files = enclose(said, folder)
    _check(desk, said, files)
    said = desk.drafts.tidy(said)
    if dry_run:
        shown = desk.outbox.preview(said.account, said, files)
        if as_json:
            print_json([{"step": one.label, "path": one.path, "bytes": one.size} for one in shown])
        for one in shown if not as_json else ():
            click.echo(f"POST {one.path}  {one.size:,} bytes  {one.label}")
        leave(GOOD)
    number = desk.outbox.put(said.account, said, files, again=again).number
    trouble = send_all(desk, [said.account], [number], cancel)
    finish([desk.outbox.one(number)], trouble, as_json)


def _check(desk: Desk, said: Draft, files: Sequence[Enclosure]) -> None:
    """Warn of all that looks wrong; raises `DataError` for what the ATS would not take."""
    problems = desk.drafts.check_all(said, files)
    for problem in problems:
        warn(f"{problem.field}: {problem}")
    if wrong := [problem for problem in problems if problem.firm]:
        raise DataError(f"The draft was not sent: {wrong[0].words}", wrong[0].hint, concerns=wrong[0].field)
    for one in desk.drafts.duplicates(said):
        warn(f"{one.why} {one.advice}")


def read(file: Path) -> Draft:
    """The draft in a file; raises `ConfigError` for one that cannot be read, `DataError` for what is no draft."""
    try:
        return draft.read(file.read_bytes())
    except OSError as error:
        raise ConfigError(
            f"{file} cannot be read ({(error.strerror or str(error)).lower()}).", "Check its name."
        ) from error


def with_files(said: Draft, resume: Path | None, attach: Sequence[Path]) -> Draft:
    """A draft with these files besides its own."""
    more = [File(str(resume.absolute()), "resume")] if resume else []
    more += [File(str(one.absolute())) for one in attach]
    return msgspec.structs.replace(said, files=(*said.files, *more))
