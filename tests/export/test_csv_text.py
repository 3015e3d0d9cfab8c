"""Lines that SQLite puts together are those that are made cell by cell."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from atsdesk.cancel import Cancel
from atsdesk.export import csv_text
from atsdesk.export.csv_folder import Lines, joined, local_day
from atsdesk.export.moment import LocalDays
from atsdesk.export.snapshot import Snapshot, snapshot
from tests.export.data import Data
from tests.export.test_csv_folder import STORABLE
from tests.export.test_readers import PHASES

TEXTS = st.one_of(
    st.none(),
    st.sampled_from(STORABLE),
    st.lists(st.sampled_from(STORABLE), max_size=4).map("".join),
    st.sampled_from(
        ["\x1c", "\x1d", "\x1e", "\x1f", "a\x1fb", "x" * 16_001, "x" * 32_001, "\n" * 254, '"', '""', ",", ""]
    ),
    st.text(st.characters(codec="utf-8"), max_size=20),
)
MOMENTS = st.one_of(
    st.none(),
    st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")),
    st.sampled_from([
        "2026-03-28T23:59:59Z", "2026-10-25T00:30:00Z", "1899-12-31T00:00:00Z", "1900-02-28T12:00:00Z",
        "2026-03-01T10:00:00+02:00", "2026-03-01", "2026-03-01T08:00:00.5Z", "soon", "", "=1+1",
    ]),
)  # fmt: skip
NUMBERS = st.one_of(
    st.none(), st.floats(), st.integers(-(2**53), 2**53).map(float), st.sampled_from([0.1 + 0.2, 1e-7, -0.0])
)
TRUTHS = st.sampled_from([None, 0, 1, 2])


def lines(data: Snapshot, *, fast: bool) -> Sequence[bytes]:
    """The candidates' lines."""
    zones: dict[object, LocalDays] = {account.id: LocalDays(account.zone) for account in data.accounts}
    data.connection.create_function("local_day", 2, local_day(zones), deterministic=True)
    (sheet,) = (one for one in data.sheets() if one.name == "candidates")
    cells = Lines(sheet, zones)
    asked = sheet if fast else replace(sheet, key="")
    made = csv_text.Lines(asked, None, lambda rows: joined(cells.of(rows)))
    return [line for _, piece in made.read(data) for line in piece]


@settings(max_examples=30, deadline=None, phases=PHASES)
@given(st.lists(st.tuples(TEXTS, TEXTS, MOMENTS, NUMBERS, TRUTHS), min_size=1, max_size=12))
def test_any_row_is_the_same_in_both_ways(rows: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Data(Path(folder))
        try:
            data.account(settings='{"timezone": "Asia/Jerusalem"}')
            data.account("west", settings='{"timezone": "America/St_Johns"}')
            for number, (name, company, moment, rating, truth) in enumerate(rows):
                data.add(
                    "candidates",
                    id=f"{number}",
                    account_id="west" if number % 3 else "acme",
                    name=name,
                    company=company,
                    last_activity_at=moment,
                    average_rating=rating,
                    is_internal=truth,
                )
            with snapshot(data.path, Cancel()) as look:
                assert lines(look, fast=True) == lines(look, fast=False)
        finally:
            data.close()


def read(data: Data, names: Sequence[str]) -> list[bytes]:
    """The candidates' lines with these columns only."""
    with snapshot(data.path, Cancel()) as look:
        (sheet,) = (one for one in look.sheets() if one.name == "candidates")
        some = replace(sheet, columns=tuple(one for one in sheet.columns if one.name in names))
        made = csv_text.Lines(some, None, lambda rows: joined(Lines(some, {}).of(rows)))
        return [line for _, piece in made.read(look) for line in piece]


def test_a_column_that_comes_first_can_look_like_a_formula(data: Data) -> None:
    for number, name in enumerate(("=1+1", "Ada", '+"x", y')):
        data.add("candidates", id=f"{number}", name=name, city="Oslo, Norway")
    found = [b'\'=1+1,"Oslo, Norway"', b'Ada,"Oslo, Norway"', b'"\'+""x"", y","Oslo, Norway"']
    assert read(data, ("name", "city")) == found


def test_a_blank_cell_that_is_alone_in_its_row_does_not_look_like_a_blank_line(data: Data) -> None:
    for number, name in enumerate(("Ada", None)):
        data.add("candidates", id=f"{number}", name=name)
    assert read(data, ("name",)) == [b"Ada", b'""']
