"""`atsdesk import`: a file that was downloaded from an ATS."""

import json
from pathlib import Path

import click

from atsdesk.cli.shared import as_json, open_desk, print_json, with_folder
from atsdesk.errors import ConfigError
from atsdesk.sync.importing import Preview


@click.command("import")
@click.argument("account")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path),
    help='A JSON file that says what headers stand for: {"Header": "column"}; it is remembered.',
)
@click.option(
    "--service",
    default="",
    help="interviews, applications, jobs, positions, hiring-team or job-fields, where the file does not tell.",
)
@click.option("--preview", "only_look", is_flag=True, help="Only show what would be imported.")
@as_json
@with_folder
def import_(
    account: str, file: Path, map_file: Path | None, service: str, only_look: bool, as_json: bool
) -> None:
    """Import a table that was downloaded from SmartRecruiters: a data service's extract, or a report.

    All of it goes in, or nothing.
    """
    mapping = read_mapping(map_file, "column") if map_file else None
    with open_desk() as desk:
        seen = desk.preview_import(account, file, mapping, service)
        if only_look:
            _show(seen, as_json)
            return
        done = desk.import_file(account, file, mapping, service)
    if as_json:
        counts = {
            key: getattr(done, key)
            for key in ("service", "rows", "added", "changed", "unchanged", "withheld")
        }
        print_json({**counts, "unknown": list(seen.unknown), "suggestions": dict(seen.suggestions)})
        return
    _tell_unknown(seen)
    click.echo(
        f"{done.rows:,} rows of {done.service}: {done.added:,} new, {done.changed:,} changed,"
        f" {done.unchanged:,} as before."
    )
    if done.withheld:
        click.echo(f"{done.withheld:,} are of people who were forgotten here, and were not kept.")


def _show(seen: Preview, as_json: bool) -> None:
    if as_json:
        keys = ("service", "columns", "unknown", "suggestions", "row_count", "problems", "rows")
        print_json({key: getattr(seen, key) for key in keys})
        return
    click.echo(f"Table: {seen.service or 'not recognised'}; {seen.row_count:,} rows")
    for header, column in seen.columns.items():
        click.echo(f"  {header} -> {column}")
    _tell_unknown(seen)
    for problem in seen.problems:
        click.echo(f"✗ {problem}")


def _tell_unknown(seen: Preview) -> None:
    for header in seen.unknown:
        perhaps = f" (perhaps {seen.suggestions[header]})" if header in seen.suggestions else ""
        click.echo(f"  {header} -> unknown{perhaps}")


def read_mapping(path: Path, column: str) -> dict[str, str]:
    """What headers stand for, from a JSON file; raises `ConfigError` for one that does not say it."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"{path} cannot be read.", f'It holds {{"Header": "{column}"}}.', concerns="map"
        ) from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ConfigError(
            f"{path} holds no mapping.", f'It looks like {{"Header": "{column}"}}.', concerns="map"
        )
    return found
