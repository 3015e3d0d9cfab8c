"""The table of faults names every one, and the page that is kept of it is the table's."""

from collections import Counter
from pathlib import Path

import pytest

from tests.faults.matrix import LINES, OF_PROGRAM, ROWS, page
from tests.faults.systems import SYSTEMS

PAGE = Path(__file__).with_name("README.md")


def test_every_one_of_the_32_has_a_row_and_a_name() -> None:
    assert list(LINES) == list(range(1, 33))
    assert {number for number, _ in ROWS} == set(LINES)
    assert [number for number, _ in ROWS] == sorted(number for number, _ in ROWS)
    assert len(set(ROWS)) == len(ROWS)
    names = {name for _, name in ROWS if name not in OF_PROGRAM}
    for system in SYSTEMS:
        assert set(system.absent) <= names


def test_the_page_lists_them_all_with_what_came_of_them() -> None:
    if not PAGE.exists():
        pytest.skip("make test-faults writes it")
    kept = PAGE.read_text(encoding="utf-8").splitlines()
    for made in page(Counter(), ()):
        if made.startswith("|"):  # the rows and their names; what a run came to is another matter
            assert any(line.split("|")[1] == made.split("|")[1] for line in kept if line.startswith("|")), (
                made
            )
    told = "\n".join(kept)
    assert "untested" not in told
    assert "FAILED" not in told
