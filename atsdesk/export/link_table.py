"""The table of links between own jobs and an ATS's, as a file to be handed on."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from atsdesk.errors import ConfigError
from atsdesk.export.csv_folder import harmless
from atsdesk.export.place import replacing


def write_link_table(path: Path, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write the table as CSV for a spreadsheet; it takes the place of a former one in one step.

    Raises `ConfigError` where it cannot be written.
    """
    real = path.expanduser().absolute()
    if real.is_dir() or not real.parent.is_dir():
        raise ConfigError(
            f"{path} cannot be written.",
            "Give the name of a file, in a folder that exists.",
            concerns=str(path),
        )
    text = io.StringIO(newline="")
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows(["" if cell is None else harmless(str(cell)) for cell in row] for row in rows)
    with replacing(real) as file:
        file.write(text.getvalue().encode())
