"""The part of `atsdesk submit` that sends a spreadsheet: checked whole, then sent row by row, with its results."""

from collections import Counter
from pathlib import Path

import click
import msgspec

from atsdesk.cancel import Cancel
from atsdesk.cli.outbox import FINE, send_all
from atsdesk.cli.shared import GOOD, WITH_ISSUES, leave, print_json, warn
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from atsdesk.sheets import Opened
from atsdesk.submit.sheet import SheetReport


def send_sheet(
    desk: Desk,
    account: str,
    path: Path,
    job_id: str,
    map_file: Path | None,
    cancel: Cancel,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Check all rows, send the good ones, and write what became of each beside the spreadsheet.

    Run again after a break, it goes on: a row that was sent is not sent again.
    """
    opened = desk.sheets.open(path, account, job_id)
    mapping = dict(opened.mapping) | (_mapping(map_file) if map_file else {})
    report = desk.sheets.check(opened, mapping, cancel=cancel)
    if not as_json:
        _tell(opened, report)
    if dry_run:
        if as_json:
            print_json(_document(report, {}))
        leave(WITH_ISSUES if report.bad else GOOD)
    made = desk.sheets.put(opened, report, cancel=cancel)
    trouble = send_all(desk, [account], list(made.values()), cancel) if made else []
    written = desk.sheets.results(opened, report, made)
    states = {row: desk.outbox.one(number).state for row, number in made.items()}
    if as_json:
        print_json(_document(report, made, states, str(written)))
    else:
        for state, number in Counter(states.values()).items():
            click.echo(f"{number} {state.replace('_', ' ')}")
        click.echo(f"What became of each row is in {written}")
    for error in trouble:
        warn(str(error))
    fine = not report.bad and not trouble and all(state in FINE for state in states.values())
    leave(GOOD if fine else WITH_ISSUES)


def _mapping(path: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError) as error:
        raise ConfigError(
            f"{path.name} holds no mapping.",
            'It is a JSON object of headers and fields, like {"Given name": "first_name"}.',
            concerns=str(path),
        ) from error


def _tell(opened: Opened, report: SheetReport) -> None:
    for header, key in report.columns.items():
        click.echo(f"{header} -> {key or '(left out)'}")
    for label in report.missing:
        warn(f"No column stands for {label}.")
    for one in report.rows:
        for problem in one.problems:
            place = one.header(problem) or problem.field
            warn(f"Row {one.row.number}, {place}: {'' if problem.firm else 'warning: '}{problem}")
    click.echo(f"{len(report.good)} of {len(opened.sheet.rows)} rows can be sent.")


def _document(
    report: SheetReport, made: dict[int, int], states: dict[int, str] | None = None, written: str = ""
) -> dict[str, object]:
    return {
        "columns": dict(report.columns),
        "missing": list(report.missing),
        "results": written,
        "rows": [
            {
                "row": one.row.number,
                "submission": made.get(one.row.number),
                "state": (states or {}).get(one.row.number, "good" if one.sendable else "bad"),
                "problems": [
                    {
                        "column": one.header(problem),
                        "field": problem.field,
                        "rule": problem.rule,
                        "problem": str(problem),
                        "warning": not problem.firm,
                    }
                    for problem in one.problems
                ],
            }
            for one in report.rows
        ],
    }
