"""Any text at all, through independent readers."""

import csv
import datetime as dt
import random
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from atsdesk.export.cell import As
from tests.export.data import Data, assert_sound, by_calamine, by_openpyxl, write_cells

TRICKY = [
    *(
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\tx",
        "#N/A",
        "#REF!",
        "TRUE",
        "007",
        "1E5",
        "_x000D_",
        "__x0041_",
        "_x005F_",
    ),
    *(
        "R&D",
        "<a>",
        "]]>",
        "&amp;",
        '"',
        "'",
        ",",
        ";",
        "|",
        " a",
        "a ",
        "a\r\nb",
        "a\rb",
        "a\nb",
        "\n",
        "a\tb",
    ),
    *(
        "\x00",
        "\x0b",
        "\x1f",
        "\x7f",
        "\x85",
        "\ufffe",
        "\uffff",
        chr(0xD800),
        chr(0xDFFF),
        "\u2028",
        "\u202e",
    ),
    *("שלום", "שָׁלוֹם", "José", "日本", "👩🏽‍💻", "\U0001fffe", "\ufdd0", "\ufeff", "e\u0301"),
]
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.lists(st.sampled_from(TRICKY), max_size=4).map("".join),
)

PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)


def kept(text: str) -> str | None:
    """What a reader is to find, worked out sign by sign."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return "".join(sign for sign in lines if storable(ord(sign))) or None


def storable(code: int) -> bool:
    if code in {0x9, 0xA}:
        return True
    return not (code < 0x20 or 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code in {0xFFFE, 0xFFFF})


@settings(max_examples=25, deadline=None, phases=PHASES)
@given(st.lists(TEXTS, min_size=1, max_size=30))
def test_any_text_reads_back_as_text(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "any.xlsx")
        write_cells(path, [("row", As.WHOLE), ("text", As.TEXT)], list(enumerate(texts)))
        assert_sound(path)
        wanted = [kept(text) for text in texts]
        assert [row[1] for row in by_openpyxl(path, "values")[1:]] == wanted
        assert [row[1] for row in by_calamine(path, "values")[1:]] == wanted


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda number: float(f"{number:.15g}")),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=20),
)


@settings(max_examples=15, deadline=None, phases=PHASES)
@given(st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=20))
def test_our_sheet_reads_as_the_one_that_openpyxl_writes(rows: list[tuple[object, ...]]) -> None:
    kinds = [As.TEXT, As.DECIMAL, As.BOOL]
    fitting = [
        (
            row[0] if isinstance(row[0], str) else None,
            row[1] if isinstance(row[1], (int, float)) and not isinstance(row[1], bool) else None,
            row[2] if isinstance(row[2], bool) else None,
        )
        for row in rows
    ]
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours.xlsx"), Path(folder, "theirs.xlsx")
        write_cells(ours, [(str(kind), kind) for kind in kinds], fitting)
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "values"
        sheet.append([str(kind) for kind in kinds])
        for number, row in enumerate(fitting, 2):
            for place, value in enumerate(row, 1):
                cell = sheet.cell(number, place, value if value != "" else None)
                if isinstance(value, str) and value:
                    cell.value, cell.data_type = value, "s"
        book.save(theirs)
        for read in (by_openpyxl, by_calamine):
            assert filled(read(ours, "values")) == filled(read(theirs, "values"))


def filled(rows: list[list[object]]) -> dict[tuple[int, int], object]:
    """The cells that hold something, by place: readers differ in how many blank ones they give."""
    return {
        (number, place): value
        for number, row in enumerate(rows)
        for place, value in enumerate(row)
        if value is not None
    }


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
def test_libreoffice_reads_the_same_values(data: Data, target: Path, tmp_path: Path) -> None:
    dice = random.Random(2026)
    texts = ["x", *TRICKY, *("".join(dice.choices(TRICKY, k=3)) for _ in range(200)), "x" * 32_001]
    write_cells(tmp_path / "texts.xlsx", [("row", As.WHOLE), ("text", As.TEXT)], list(enumerate(texts)))
    data.add(
        "candidates", id="007", name="נועה לוי", email="=noa@example.com", created_at="2026-03-01T22:30:00Z"
    )
    data.add("jobs", id="J1", name="R&D", is_published=1, salary_min=10.5)
    data.export(target)
    for_libreoffice(tmp_path, [tmp_path / "texts.xlsx", target])

    wanted = [(kept(text) or "").removesuffix("x" * 100) for text in texts]
    found = [row[1].removesuffix("x" * 100) for row in read_csv(tmp_path / "texts-values.csv")[1:]]
    assert found[:-1] == wanted[:-1]
    assert len(read_csv(tmp_path / "texts-values.csv")[-1][1]) == 32_000
    for sheet in ("candidates", "applications", "jobs", "Dictionary", "Sync"):
        rows = by_openpyxl(target, sheet)
        shown = [[as_shown(value) for value in row] for row in rows if any(row)]
        assert read_csv(tmp_path / f"{target.stem}-{sheet}.csv") == shown, sheet


def for_libreoffice(folder: Path, books: Sequence[Path]) -> None:
    """Every sheet of the books as CSV, in one start of the program."""
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
    profile = (folder / "profile").as_uri()
    command: list[str | Path] = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        folder,
    ]
    subprocess.run([*command, *books], check=True, capture_output=True, timeout=110)


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def as_shown(value: object) -> str:
    """A cell's value in a CSV file: dates in the format the workbook has, numbers as they are."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():
            return repr(value).removesuffix(".0")
        case dt.datetime() if value.time() == dt.time():
            return f"{value:%Y-%m-%d}"
        case dt.datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case _:
            return str(value)
