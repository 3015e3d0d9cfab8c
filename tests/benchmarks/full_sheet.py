"""`make bench-full-sheet`: more rows than a sheet of Excel holds, once for real, and what a reader finds of them."""

import resource
import sys
import tempfile
import time
from pathlib import Path
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from atsdesk.cancel import Cancel
from atsdesk.export.plan import ROWS_PER_SHEET
from atsdesk.export.write import write_workbook
from atsdesk.store.profiles import Selection
from tests.benchmarks.export import fill

MORE = 10
COLUMNS = (
    "candidate_key",
    "name",
    "email",
    "average_rating",
    "is_internal",
    "created_at_utc",
    "created_date",
)


def main(rows: int) -> None:
    """Write and read it; fails where a row is missing or in the wrong place."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "full.xlsx")
        database = fill(Path(folder, "desk"), rows)
        idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.process_time()
        report = write_workbook(
            database,
            target,
            selection=Selection(("candidates",), {"candidates": COLUMNS}),
            progress=lambda news: None,
            cancel=Cancel(),
        )
        seconds = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with ZipFile(target) as archive:
            largest = max(archive.infolist(), key=lambda one: one.file_size)
        print(f"{report.rows} in {seconds:.1f} s of CPU, {target.stat().st_size / 1e6:.0f} MB")
        print(
            f"largest part {largest.file_size / 1e6:.0f} MB; {(peak - idle) / 1024:.0f} MB above the filling"
        )
        print(*report.warnings, sep="\n")
        numbers = []
        with CalamineWorkbook.from_path(target) as book:
            for name in report.rows:
                number = -1
                for number, row in enumerate(book.get_sheet_by_name(name).iter_rows()):
                    if number:
                        numbers.append(int(str(row[1]).split()[1]))
                assert number == report.rows[name], name
        assert numbers == list(range(rows)), "every row, in its order"
        print(f"read back: {len(numbers):,} rows in their order")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ROWS_PER_SHEET + MORE)
