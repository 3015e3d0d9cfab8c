"""Custom fields as columns: offered behind the table's own, remembered by key, copied like the others."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.ui.table_view import RowsTable
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Show = Callable[[Desk], Window]
Calm = Callable[[Window], None]
KEY = "custom.applications.Notice period"


def section(table: RowsTable) -> int:
    return [column.key for column in table.columns].index(KEY)


def choose(table: RowsTable) -> None:
    action = next(one for one in table.column_menu().actions() if one.text() == "Notice period")
    assert not action.isChecked()
    action.trigger()


def test_a_custom_field_is_a_column_once_it_is_chosen(window: Window, calm: Calm) -> None:
    table = window.candidates.table
    assert section(table) not in table.shown_columns()
    texts = [action.text() for action in table.column_menu().actions()]
    assert texts.index("Custom fields") < texts.index("Notice period")
    choose(table)
    assert table.shown_columns()[-1] == section(table)
    model = window.candidates.model
    shown = {model.data(model.index(row, section(table))) for row in range(model.rowCount())}
    assert "1 month" in shown


def test_it_is_there_again_in_the_next_window(desk: Desk, show: Show, calm: Calm) -> None:
    first = show(desk)
    choose(first.candidates.table)
    first.candidates.table.setColumnWidth(section(first.candidates.table), 321)
    first.close()
    assert first.end()
    table = show(desk).candidates.table
    assert section(table) in table.shown_columns()
    assert table.columnWidth(section(table)) == 321


def test_rows_are_sorted_by_it_and_copied_with_it(qtbot: QtBot, window: Window, calm: Calm) -> None:
    table, model = window.candidates.table, window.candidates.model
    choose(table)
    table.sort_by(KEY, False)
    calm(window)
    value = model.data(model.index(0, section(table)))
    assert value
    QGuiApplication.clipboard().clear()
    table.selectRow(0)
    window.candidates.copy()
    qtbot.waitUntil(lambda: value in QGuiApplication.clipboard().text(), timeout=SHORTLY)
    assert "Notice period" in QGuiApplication.clipboard().text()


def test_usual_columns_hide_it_again(window: Window, calm: Calm) -> None:
    table = window.candidates.table
    choose(table)
    table.reset_columns()
    assert section(table) not in table.shown_columns()
