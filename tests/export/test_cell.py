"""BI.md's table of values, row by row, at the guard and through a real file."""

import math
import uuid
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from atsdesk.export import cell
from atsdesk.export.cell import As, Noted, Reason
from tests.export.data import assert_sound, by_calamine, by_openpyxl, write_cells


def through_file(tmp_path: Path, kind: As, *values: object) -> list[object]:
    """What a reader finds for values written into one column."""
    write_cells(tmp_path / "x.xlsx", [("row", As.WHOLE), ("value", kind)], list(enumerate(values)))
    assert_sound(tmp_path / "x.xlsx")
    found = [row[1] for row in by_openpyxl(tmp_path / "x.xlsx", "values")[1:]]
    assert [row[1] for row in by_calamine(tmp_path / "x.xlsx", "values")[1:]] == found
    return found


FORMULA_LIKE = ["=1+1", "=cmd|' /C calc'!A0", "+972 3 555 0100", "-5", "- item", "@SUM(A1)", "\tx", "=", "-"]


def test_text_that_looks_like_a_formula_is_a_text_cell_marked_as_text(tmp_path: Path) -> None:
    assert through_file(tmp_path, As.TEXT, *FORMULA_LIKE) == FORMULA_LIKE
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    for row in book["values"].iter_rows(min_row=2, min_col=2):
        assert (row[0].data_type, row[0].quotePrefix) == ("s", True)
    book.close()


def test_text_that_looks_like_an_error_is_text(tmp_path: Path) -> None:
    errors = ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NULL!", "#NAME?", "#NUM!"]
    assert through_file(tmp_path, As.TEXT, *errors) == errors


def test_text_that_looks_like_a_number_a_date_or_a_truth_is_text(tmp_path: Path) -> None:
    texts = ["007", "1E5", "2026-03-01", "TRUE", "12345678901234567890", "1/2", " 5", "0x10"]
    assert through_file(tmp_path, As.TEXT, *texts) == texts


def test_markup_is_text(tmp_path: Path) -> None:
    texts = ["R&D", "<b>bold</b>", "a > b", "&amp;", "]]>", "<!--", '"quoted"', "'"]
    assert through_file(tmp_path, As.TEXT, *texts) == texts


def test_blanks_around_and_line_breaks_inside_are_kept(tmp_path: Path) -> None:
    texts = ["  two before", "after  ", "a\nb", "\n", "a\tb", "in  between", "\u00a0nbsp\u00a0", " "]
    assert through_file(tmp_path, As.TEXT, *texts) == texts


def test_hebrew_accents_and_signs_beyond_the_basic_plane_are_kept(tmp_path: Path) -> None:
    texts = ["שָׁלוֹם כהן", "José Ñ", "日本", "👩🏽‍💻", "\u202eabc", "a\u0301", "\U0001fffe"]
    assert through_file(tmp_path, As.TEXT, *texts) == texts


@pytest.mark.parametrize(
    "sign", ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", "\x7f", "\x80", "\x9f"]
)
def test_control_characters_are_removed_and_counted(sign: str) -> None:
    noted = Noted()
    assert cell.texts([f"a{sign}b", "c", None], noted) == ["ab", "c", ""]
    assert noted == {Reason.CONTROL: 1}


@pytest.mark.parametrize("code", [0xFFFE, 0xFFFF, 0xD800, 0xDFFF])
def test_what_xml_cannot_hold_is_removed_and_counted(code: int) -> None:
    noted = Noted()
    sign = chr(code)
    assert cell.texts([f"a{sign}b", "é"], noted) == ["ab", "é"]
    assert noted == {Reason.CONTROL: 1}


def test_a_control_character_cannot_hide_a_formula(tmp_path: Path) -> None:
    assert through_file(tmp_path, As.TEXT, "\x01=1+1") == ["=1+1"]


def test_a_text_of_nothing_but_control_characters_is_blank(tmp_path: Path) -> None:
    assert through_file(tmp_path, As.TEXT, "\x01\x02", "x") == [None, "x"]


def test_escapes_of_the_format_are_text(tmp_path: Path) -> None:
    texts = ["_x000D_", "a_x000a_b", "_x005F_x000D_", "__x0041_", "_x00_", "_X000D_", "_x0041_x0042_"]
    write_cells(tmp_path / "x.xlsx", [("value", As.TEXT)], [(text,) for text in texts])
    raw = openpyxl.load_workbook(tmp_path / "x.xlsx")["values"]
    assert [raw.cell(row, 1).value for row in range(2, 9)] == [
        "_x005F_x000D_",
        "a_x005F_x000a_b",
        "_x005F_x005F_x005F_x000D_",
        "__x005F_x0041_",
        "_x00_",
        "_X000D_",
        "_x005F_x0041_x005F_x0042_",
    ]


def test_every_line_end_becomes_a_line_feed(tmp_path: Path) -> None:
    assert through_file(tmp_path, As.TEXT, "a\r\nb", "a\rb", "a\n\rb", "a\x85b") == [
        "a\nb",
        "a\nb",
        "a\n\nb",
        "a\nb",
    ]


def test_long_text_is_cut_at_32000_units_with_a_mark_and_counted(tmp_path: Path) -> None:
    noted = Noted()
    whole, long, wide = "x" * 32_000, "x" * 32_001, "x" + "😀" * 16_001
    kept = cell.texts([whole, long, wide], noted)
    assert kept[0] == whole
    assert [len(text.encode("utf-16-le")) // 2 for text in kept[1:]] == [32_000, 31_999]
    assert all(text.endswith(cell.CUT_MARK) for text in kept[1:])
    assert noted == {Reason.CUT: 2}
    assert through_file(tmp_path, As.TEXT, long) == [kept[1]]


def test_more_than_253_line_feeds_become_blanks_and_are_counted() -> None:
    noted = Noted()
    (kept,) = cell.texts(["\n".join(map(str, range(300)))], noted)
    assert kept.count("\n") == 253
    assert kept.endswith("298 299")
    assert noted == {Reason.LINES: 1}


def test_whole_numbers_of_15_digits_are_numbers_and_longer_ones_text(tmp_path: Path) -> None:
    values = [0, -7, 10**15 - 1, 10**15, -(10**15), 2**63 - 1, None]
    wanted = [0, -7, 10**15 - 1, str(10**15), str(-(10**15)), str(2**63 - 1), None]
    assert through_file(tmp_path, As.WHOLE, *values) == wanted
    noted = Noted()
    cell.numbers(values, noted)
    assert noted == {Reason.BIG: 3}


def test_nan_and_infinity_are_blank_and_counted(tmp_path: Path) -> None:
    values = [math.nan, math.inf, -math.inf, 1.5, Decimal("NaN"), Decimal("Infinity")]
    assert through_file(tmp_path, As.DECIMAL, *values) == [None, None, None, 1.5, None, None]
    noted = Noted()
    cell.numbers(values, noted)
    assert noted == {Reason.NO_NUMBER: 5}


def test_decimals_are_rounded_to_the_declared_scale() -> None:
    noted = Noted()
    values = [Decimal("1.23456"), Decimal("2.5"), Decimal("1E+3"), Decimal(10**15)]
    cells = cell.numbers(values, noted, scale=2)
    assert cells.values == ["1.23", "2.50", "1000.00", ""]
    assert cells.strays == {3: "1000000000000000"}


def test_uuid_list_dict_and_bytes_are_text(tmp_path: Path) -> None:
    key = uuid.UUID(int=1)
    values = [key, ["é", 1], {"a": None}, b"x", True, 5, 2.5, math.nan, date(2026, 3, 1)]
    wanted = [str(key), '["é", 1]', '{"a": null}', "x", "TRUE", "5", "2.5", None, "2026-03-01"]
    assert through_file(tmp_path, As.TEXT, *values) == wanted


def test_numbers_given_as_text_are_numbers_and_other_text_stays_text(tmp_path: Path) -> None:
    assert through_file(tmp_path, As.DECIMAL, "12.50", " 3 ", "about 5", "", 2) == [
        12.5,
        3,
        "about 5",
        None,
        2,
    ]


def test_truth_is_true_or_false_and_anything_else_is_text(tmp_path: Path) -> None:
    assert through_file(tmp_path, As.BOOL, 1, 0, True, False, None, 2, "yes") == [
        True,
        False,
        True,
        False,
        None,
        "2",
        "yes",
    ]


def test_moments_are_real_date_times_in_utc(tmp_path: Path) -> None:
    east = timezone(timedelta(hours=2))
    values = [
        "2026-03-01T08:00:00Z",
        "2026-03-01T23:59:59Z",
        "2026-03-01T00:00:00Z",
        "2026-03-01T10:00:00+02:00",
        "2026-03-01T08:00:00.250Z",
        datetime(2026, 3, 1, 1, 0, tzinfo=east),
        datetime(2026, 3, 1, 8, 0, tzinfo=UTC).replace(tzinfo=None),
        date(2026, 3, 1),
        "1900-03-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        None,
    ]
    assert through_file(tmp_path, As.TIME, *values) == [
        datetime(2026, 3, 1, 8, 0),  # noqa: DTZ001  # spreadsheets know no zones
        datetime(2026, 3, 1, 23, 59, 59),  # noqa: DTZ001
        datetime(2026, 3, 1),  # noqa: DTZ001
        datetime(2026, 3, 1, 8, 0),  # noqa: DTZ001
        datetime(2026, 3, 1, 8, 0, 0, 250_000),  # noqa: DTZ001
        datetime(2026, 2, 28, 23, 0),  # noqa: DTZ001
        datetime(2026, 3, 1, 8, 0),  # noqa: DTZ001
        datetime(2026, 3, 1),  # noqa: DTZ001
        datetime(1900, 3, 1),  # noqa: DTZ001
        datetime(9999, 12, 31, 23, 59, 59),  # noqa: DTZ001
        None,
    ]


def test_dates_before_march_1900_and_what_is_no_date_are_text_and_noted(tmp_path: Path) -> None:
    values = [
        "1900-02-28T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "soon",
        "2026-02-30T00:00:00Z",
        "2026-03-01T24:00:00Z",
    ]
    assert through_file(tmp_path, As.TIME, *values) == values
    noted = Noted()
    cell.times(values, noted)
    assert noted == {Reason.EARLY: 2, Reason.ODD: 3}
    assert through_file(tmp_path, As.DAY, "1899-12-31", "never") == ["1899-12-31", "never"]


def test_every_second_of_a_day_reads_back_as_written(tmp_path: Path) -> None:
    seconds = [f"2026-03-01T{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}Z" for s in range(0, 86_400, 7)]
    found = through_file(tmp_path, As.TIME, *seconds)
    assert [f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in found] == seconds
