"""How values read."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from atsdesk.store.views import CANDIDATES_VIEW, STEPS_VIEW
from atsdesk.ui import cells, formats

NOW = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


def ago(**past: float) -> str:
    return (NOW - timedelta(**past)).strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (ago(seconds=20), "just now"),
        (ago(minutes=5), "5 min ago"),
        (ago(days=1), "yesterday"),
        (ago(days=12), "12 days ago"),
        (ago(days=-3), "in 3 days"),
        (ago(days=700), "14 Apr 2024"),
        (None, ""),
        ("soon", "soon"),
        ("0001-01-01T00:00:00Z", "1 Jan 0001"),
        ("9999-12-31T23:59:59Z", "31 Dec 9999"),
        ("2026-02-30T00:00:00Z", "2026-02-30T00:00:00Z"),
    ],
)
def test_moments_are_relative_to_now(value: str | None, says: str) -> None:
    assert formats.relative(value, NOW) == says


def test_hovering_tells_the_exact_time() -> None:
    assert "1 Mar 2026" in formats.exact("2026-03-01T08:00:00Z")
    assert "UTC" in formats.exact("2026-03-01T08:00:00Z")


@pytest.mark.parametrize(
    ("days", "says"), [(0.01, "14 min"), (0.4, "10 h"), (6.54, "6.5 d"), (32.2, "32 d"), (None, "")]
)
def test_durations(days: float | None, says: str) -> None:
    assert formats.duration(days) == says


def test_numbers_have_separators() -> None:
    assert formats.number(9804) == "9,804"


def test_tooltips_show_markup_as_text() -> None:
    assert formats.tip("<b>x</b> & y") == "<qt>&lt;b&gt;x&lt;/b&gt; &amp; y</qt>"
    assert formats.tip("plain") == "plain"


def test_every_column_reads_any_value() -> None:
    for view in (CANDIDATES_VIEW, STEPS_VIEW):
        for column in view.columns:
            for value in (None, "", "text", 12, 3.5, "2026-03-01T08:00:00Z", "0001-01-01T00:00:00Z"):
                assert isinstance(cells.text(column, value), str)
                assert isinstance(cells.tip(column, value), str)
                assert isinstance(cells.copied(column, value), str)


def test_sentences_that_only_lead_elsewhere_are_left_out() -> None:
    says = "Not ready. Wait a while. The log: https://log.example/1?a=b"
    assert formats.without_links(says) == "Not ready. Wait a while."
    assert formats.without_links("Nothing. To see.") == "Nothing. To see."
