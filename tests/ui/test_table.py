"""The table of rows: searching, sorting, filtering, columns, copying, and pages that come when needed."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.store.browse import Query
from atsdesk.store.views import CANDIDATES_VIEW
from atsdesk.ui import table_model
from atsdesk.ui.browse_tab import BrowseTab
from atsdesk.ui.clipboard import tab_separated
from atsdesk.ui.table_model import KEY, RowsModel
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Calm = Callable[[Window], None]


def texts(tab: BrowseTab, key: str) -> list[str]:
    """What a column reads on the first page."""
    section = [column.key for column in tab.table.columns].index(key)
    rows = range(min(tab.model.rowCount(), table_model.PAGE))
    return [str(tab.model.index(row, section).data() or "") for row in rows]


def some_name(desk: Desk) -> str:
    rows = desk.reading.rows(CANDIDATES_VIEW, Query(), 0, 100)
    names = [str(row[3]) for row in rows]
    return next(
        name for name in names if name.isascii() and len(name.split()) == 2 and names.count(name) == 1
    )


def test_all_rows_are_there(window: Window, desk: Desk) -> None:
    count = desk.reading.count(CANDIDATES_VIEW, Query())
    assert window.candidates.model.rowCount() == count > 200
    assert window.candidates.count.text() == f"{count:,}"


def test_typing_finds_people_by_words_in_any_order(qtbot: QtBot, window: Window, desk: Desk) -> None:
    name = some_name(desk)
    first, last = name.split()
    total = desk.reading.count(CANDIDATES_VIEW, Query())
    QTest.keyClicks(window.header.search, f"{last} {first[:3]}")
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() < 5, timeout=SHORTLY)
    assert name in texts(window.candidates, "name")
    assert window.candidates.count.text() == f"{window.candidates.model.rowCount()} of {total:,}"


def test_escape_empties_the_search(qtbot: QtBot, window: Window) -> None:
    total = window.candidates.model.rowCount()
    window.header.search.setText("zzzz")
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() == 0, timeout=SHORTLY)
    QTest.keyClick(window.header.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() == total, timeout=SHORTLY)


def test_a_search_without_result_says_so_and_offers_everything(qtbot: QtBot, window: Window) -> None:
    tab = window.candidates
    total = tab.model.rowCount()
    window.header.search.setText("zzzz")
    qtbot.waitUntil(lambda: tab.empty.isVisible(), timeout=SHORTLY)
    assert "zzzz" in tab.empty.title.text()
    tab.show_everything()
    qtbot.waitUntil(lambda: tab.model.rowCount() == total and tab.table.isVisible(), timeout=SHORTLY)


def test_search_text_is_no_query_language(qtbot: QtBot, window: Window, calm: Calm) -> None:
    for text in ('"', "* OR 1", "NEAR(", "a' --", "{}%_"):
        window.header.search.setText(text)
        qtbot.waitUntil(lambda: window.candidates.model.query.text == text.strip(), timeout=SHORTLY)  # noqa: B023
        calm(window)


def click_header(tab: BrowseTab, key: str) -> None:
    section = [column.key for column in tab.table.columns].index(key)
    head = tab.table.head
    at = QPoint(head.sectionViewportPosition(section) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_header_sorts_a_second_turns_around_a_third_undoes(
    qtbot: QtBot, window: Window, calm: Calm
) -> None:
    tab = window.candidates
    before = texts(tab, "name")
    click_header(tab, "name")
    calm(window)
    assert (tab.model.query.sort, tab.model.query.descending) == ("name", False)
    first = texts(tab, "name")[0]
    click_header(tab, "name")
    calm(window)
    assert tab.model.query.descending
    assert texts(tab, "name")[0] != first
    tab.table.scrollToBottom()
    calm(window)
    last = tab.model.index(tab.model.rowCount() - 1, 0)
    qtbot.waitUntil(lambda: last.data() == first, timeout=SHORTLY)
    click_header(tab, "name")
    calm(window)
    assert texts(tab, "name") == before


def test_filters_combine_and_are_cleared(qtbot: QtBot, window: Window, desk: Desk, calm: Calm) -> None:
    tab = window.candidates
    tab.filters.open("status")
    calm(window)
    popup = tab.filters.popups["status"]
    popup.search.setText("reject")
    assert [choice.value for choice in popup.choices.shown] == ["rejected"]
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    popup.close()
    calm(window)
    assert set(texts(tab, "status")) == {"Rejected"}
    assert "Rejected" in tab.filters.chips["status"].text()
    rejected = tab.model.rowCount()
    choice = max(desk.reading.choices(CANDIDATES_VIEW, "job", tab.model.query), key=lambda one: one.count)
    tab.filters.choose({"status": ("rejected",), "job": (choice.value,)})
    calm(window)
    assert tab.model.rowCount() == choice.count < rejected
    tab.filters.clear()
    calm(window)
    assert tab.model.rowCount() == desk.reading.count(CANDIDATES_VIEW, Query())


def test_steps_show_at_first_where_everyone_is_now(window: Window, calm: Calm) -> None:
    window.show_tab(1)
    calm(window)
    assert set(texts(window.steps, "state")) == {"Current"}
    window.steps.filters.clear()
    calm(window)
    assert window.steps.model.rowCount() > 1000


def test_columns_are_remembered_by_key(desk: Desk, show: Callable[[Desk], Window]) -> None:
    first = show(desk)
    table = first.candidates.table
    keys = [column.key for column in table.columns]
    table.show_column(keys.index("phone"), False)
    table.setColumnWidth(keys.index("job"), 333)
    table.head.moveSection(table.head.visualIndex(keys.index("email")), 0)
    first.close()
    assert first.end()
    second = show(desk).candidates.table
    assert second.isColumnHidden(keys.index("phone"))
    assert second.columnWidth(keys.index("job")) == 333
    assert keys[second.shown_columns()[0]] == "email"
    second.reset_columns()
    assert keys[second.shown_columns()[0]] == "name"


def test_copied_rows_paste_into_spreadsheets(qtbot: QtBot, window: Window, calm: Calm) -> None:
    tab = window.candidates
    tab.table.setFocus()
    tab.table.selectRow(0)
    QTest.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    calm(window)
    copied = QGuiApplication.clipboard().mimeData()
    lines = copied.text().splitlines()
    assert len(lines) == 3
    shown = [tab.table.columns[section] for section in tab.table.shown_columns()]
    assert lines[0].split("\t") == [column.label for column in shown]
    assert lines[1].split("\t")[0] == texts(tab, "name")[0]
    assert "mso-number-format" in copied.html()
    assert window.toast.text() == "Rows copied: 2"


def test_a_copied_formula_stays_text() -> None:
    cells = ["=HYPERLINK(1)", "@x", "+972 54-123", "-1", "-2+cmd", "a\tb"]
    assert tab_separated(["h"] * len(cells), [cells]).splitlines()[1].split("\t", 5) == [
        "'=HYPERLINK(1)",
        "'@x",
        "+972 54-123",
        "-1",
        "'-2+cmd",
        '"a\tb"',
    ]


def test_tab_leaves_the_table(qtbot: QtBot, window: Window) -> None:
    table = window.candidates.table
    table.setFocus()
    assert window.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert window.focusWidget() is not table


def test_a_hidden_tab_reads_nothing_until_it_is_shown(window: Window, calm: Calm) -> None:
    assert window.steps.model.rowCount() == 0
    window.show_tab(1)
    calm(window)
    assert window.steps.model.rowCount() > 0


class Held:
    """A desk, and what is read of it, whose rows are held back until let go."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.reading = self
        self.gate = threading.Event()
        self.gate.set()
        self.asked: list[tuple[str, int]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk.reading if hasattr(self._desk.reading, name) else self._desk, name)

    def rows(self, view: Any, query: Query, offset: int, limit: int) -> Any:
        self.asked.append((query.text, offset))
        self.gate.wait(5)
        return self._desk.reading.rows(view, query, offset, limit)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(table_model, "PAGE", 20)
    return 20


def test_only_pages_on_screen_are_read(
    small_pages: int, desk: Desk, show: Callable[[Desk], Window], calm: Calm
) -> None:
    held = Held(desk)
    window = show(held)  # type: ignore[arg-type]
    calm(window)
    window.grab()
    calm(window)
    assert max(offset for _, offset in held.asked) < 80
    window.candidates.table.scrollToBottom()
    window.grab()
    calm(window)
    assert max(offset for _, offset in held.asked) > 200
    assert len({offset for _, offset in held.asked}) < 10


def test_rows_that_are_still_to_come_are_empty_and_painted(
    qtbot: QtBot, small_pages: int, desk: Desk, show: Callable[[Desk], Window], calm: Calm
) -> None:
    held = Held(desk)
    window = show(held)  # type: ignore[arg-type]
    calm(window)
    held.gate.clear()
    tab = window.candidates
    tab.table.scrollToBottom()
    last = tab.model.index(tab.model.rowCount() - 1, 0)
    assert last.data(KEY) is None
    window.grab()
    held.gate.set()
    calm(window)
    assert last.data(KEY) is not None


def test_an_answer_to_an_older_question_is_dropped(
    qtbot: QtBot, desk: Desk, show: Callable[[Desk], Window], calm: Calm
) -> None:
    held = Held(desk)
    window = show(held)  # type: ignore[arg-type]
    tab = window.candidates
    held.gate.clear()
    tab.search("a")
    qtbot.waitUntil(lambda: ("a", 0) in held.asked, timeout=SHORTLY)
    tab.search("zzzz")
    held.gate.set()
    calm(window)
    assert tab.model.query.text == "zzzz"
    assert tab.model.rowCount() == 0


def test_a_slow_answer_shows_skeletons_instead_of_old_rows(
    qtbot: QtBot, desk: Desk, show: Callable[[Desk], Window], calm: Calm
) -> None:
    held = Held(desk)
    window = show(held)  # type: ignore[arg-type]
    tab = window.candidates
    held.gate.clear()
    tab.search("a")
    assert tab.model.key(0) is not None, "the old rows stay for a moment"
    qtbot.waitUntil(lambda: tab.model.loaded_key(0) is None, timeout=SHORTLY)
    window.grab()
    held.gate.set()
    calm(window)
    assert tab.model.key(0) is not None


def test_a_model_passes_qts_own_checks(qtbot: QtBot, desk: Desk, qtmodeltester: Any) -> None:
    from atsdesk.ui.workers import Workers

    workers = Workers()
    model = RowsModel(desk, CANDIDATES_VIEW, workers)
    with qtbot.waitSignal(model.found):
        model.ask(Query())
    qtmodeltester.check(model)
    assert model.rowCount(QModelIndex()) > 200
    assert workers.stop()


def test_values_are_shown_for_people(window: Window) -> None:
    tab = window.candidates
    keys = [column.key for column in tab.table.columns]
    applied = tab.model.index(0, keys.index("applied_at"))
    assert str(applied.data(Qt.ItemDataRole.ToolTipRole)).endswith("UTC") or "UTC)" in str(
        applied.data(Qt.ItemDataRole.ToolTipRole)
    )
    assert "T" not in str(applied.data())[:11].replace("Today", "")
    assert set(texts(tab, "status")) <= {"Active", "On hold", "Hired", "Rejected", "Withdrawn", "Unknown"}


def test_the_row_menu_offers_what_one_would_expect(window: Window) -> None:
    tab = window.candidates
    tab.table.selectRow(0)
    menu = tab.row_menu()
    names = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert names == [
        "Open panel",
        "Open in the ATS",
        "Copy rows",
        "Copy cell",
        "Select all",
        "Columns…",
        "Export this view…",
    ]
    menu.close()


def test_hebrew_names_keep_their_characters(window: Window, desk: Desk) -> None:
    names = texts(window.candidates, "name")
    assert any("\u0590" <= character <= "\u05ff" for name in names for character in name)
    QApplication.processEvents()


def test_chips_go_on_in_the_next_line_of_a_narrow_window(qtbot: QtBot, window: Window, calm: Calm) -> None:
    window.resize(window.minimumSize())
    for tab in (window.candidates, window.steps, window.jobs, window.interviews):
        window.show_page(tab)
        calm(window)
        chips = [tab.views, *tab.filters.chips.values()]
        qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in chips), timeout=SHORTLY)  # noqa: B023
        boxes = [one.geometry() for one in tab.filters.chips.values()]
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
        assert all(tab.filters.rect().contains(box) for box in boxes)
    lines = {one.y() for one in window.steps.filters.chips.values()}
    assert len(lines) > 1
    window.resize(1600, 800)
    window.show_page(window.steps)
    qtbot.waitUntil(
        lambda: len({one.y() for one in window.steps.filters.chips.values()}) == 1, timeout=SHORTLY
    )
