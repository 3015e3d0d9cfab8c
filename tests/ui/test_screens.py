"""Every window and dialog, one after the other: nothing is untranslated, cut off, nameless, or out of reach of keys."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from atsdesk.ats.smartrecruiters.columns import SERVICES
from atsdesk.desk import Desk
from atsdesk.errors import OfflineError
from atsdesk.store.browse import Query
from atsdesk.store.engine import sqlite3
from atsdesk.store.tables import SYNCED
from atsdesk.store.views import CANDIDATES_VIEW
from atsdesk.ui.closing import CloseQuestion
from atsdesk.ui.column_mapping import column_name
from atsdesk.ui.forget_dialog import ForgetDialog
from atsdesk.ui.guide_page import GuidePage
from atsdesk.ui.language import ENGLISH, HEBREW, Language
from atsdesk.ui.parts import Chip
from atsdesk.ui.resources_dialog import ResourcesDialog
from atsdesk.ui.samples import SOME_INTERVIEWS, SOME_OWN_JOBS
from atsdesk.ui.screenshots import every_screen
from atsdesk.ui.theme import Appearance
from atsdesk.ui.trouble import TroubleDialog, describe
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY
from tests.ui.pseudo import Pseudo

WORD = re.compile(r"[A-Za-z]{2,}")
NAMES = set(
    "ATS Desk Comeet Greenhouse Kombo SmartRecruiters Alt Ctrl Enter Esc Shift Space"
    " UTC English MB bytes Nov Dec zzzz Noa Example".split()
)
"""What is the same in every language: names of systems and keys, the months of the data, what is searched, and who is
written down."""
PLACE = re.compile(r"(https?:/)?/\S+|\S*\.[a-z]\w{1,5}\b|\([A-Z]{2}\)")
"""Addresses, files, their endings, and codes of countries."""


@pytest.fixture
def furnished(desk: Desk) -> Desk:
    """Accounts of several systems, so that every dialog has a reason to open."""
    desk.add_account("smartrecruiters", "files", {"api_key": "0" * 32}, for_session=True)
    return desk


@pytest.fixture
def spoken(dressed: QApplication) -> Iterator[Language]:
    language = Language(dressed)
    language.choose(ENGLISH)
    yield language
    language.choose(ENGLISH)
    language.deleteLater()


@pytest.fixture
def pseudo(dressed: QApplication, spoken: Language) -> Iterator[None]:
    translator = Pseudo()
    dressed.installTranslator(translator)
    yield
    dressed.removeTranslator(translator)


def shown(root: QWidget) -> list[QWidget]:
    return [widget for widget in (root, *root.findChildren(QWidget)) if widget.isVisible()]


# --- texts ----------------------------------------------------------------------------------------------------


def texts(root: QWidget) -> Iterator[str]:
    """All that can be read on a screen, or heard of it, but for pages of the guide, which has its own languages."""
    for widget in shown(root):
        if isinstance(widget, GuidePage):
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield widget.windowTitle() if widget.isWindow() else ""
        match widget:
            case QLabel() | QAbstractButton() | Chip():
                yield widget.text()
            case QLineEdit():
                yield widget.placeholderText()
            case QComboBox():
                yield from (widget.itemText(number) for number in range(widget.count()))
            case QMenu():
                yield from (action.text() for action in widget.actions())
            case QTableView():
                model = widget.model()
                yield from (
                    str(model.headerData(section, Qt.Orientation.Horizontal, role) or "")
                    for section in range(model.columnCount())
                    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
                )


def words_of(desk: Desk) -> set[str]:
    """The words that came from the ATS, by their letters."""
    connection = sqlite3.connect(desk.database)
    found: set[str] = set()
    for table in SYNCED:
        for row in connection.execute(f"select * from {table.name}"):
            found |= {word for cell in row if isinstance(cell, str) for word in WORD.findall(cell)}
    connection.close()
    return found


def _of_files() -> set[str]:
    """The headers and cells of the file that is imported, and the columns as its ATS calls them."""
    columns = " ".join(column_name(key) for service in SERVICES.values() for key in service.columns)
    return set(WORD.findall(f"{SOME_INTERVIEWS} {SOME_OWN_JOBS} {columns}"))


def untranslated(root: QWidget, known: set[str]) -> list[str]:
    """Texts with words that are neither accented nor known."""
    bare = {text: PLACE.sub("", text) for text in texts(root)}
    return sorted(text for text, left in bare.items() if set(WORD.findall(left)) - known)


# --- room -----------------------------------------------------------------------------------------------------


def cut(root: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    return [
        f"{text[:60]}: {why}" for widget in shown(root) if (text := _text(widget)) and (why := _cut(widget))
    ]


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton | Chip) else ""


def _cut(widget: QWidget) -> str:
    if (
        isinstance(widget.parent(), QLineEdit)
        or widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
    ):
        return ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        return f"{widget.height()} of {needed} high" if widget.height() < needed else ""
    needed = widget.sizeHint().width()
    if widget.width() < needed:
        return f"{widget.width()} of {needed} wide"
    return "" if _seen(widget) else "beyond the edge"


def _seen(widget: QWidget) -> bool:
    """Whether no edge of what is around it cuts it off from side to side; what scrolls sideways may."""
    left, right = 0, widget.width()
    inner: QWidget = widget
    while not inner.isWindow():
        around = inner.parentWidget()
        assert around is not None
        left, right = left + inner.x(), right + inner.x()
        if isinstance(around.parentWidget(), QTableView | QHeaderView):
            return True
        if left < -1 or right > around.width() + 1:
            return False
        inner = around
    return True


# --- names and keys -------------------------------------------------------------------------------------------


def nameless(root: QWidget) -> list[str]:
    """Widgets that take focus and have no name a screen reader could say."""
    found = []
    for widget in shown(root):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        if (isinstance(widget, QLabel) and not widget.text()) or isinstance(widget.parent(), QLineEdit):
            continue  # Qt's own button inside a line
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip():
            found.append(f"{widget.metaObject().className()} in {widget.parent()}")
    return found


def unreachable(root: QWidget) -> list[str]:
    """Widgets that a person can click and that Tab never comes to; and Tab that comes to what is hidden."""
    window = root.window()
    wanted = [
        widget
        for widget in shown(root)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QTableView) and widget.isEnabled()
    ]
    reached: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.append(widget)
        widget = widget.nextInFocusChain()
    return [
        f"{widget.metaObject().className()} {_text(widget) or widget.accessibleName()}"
        for widget in wanted
        if widget not in reached and not _left_out(widget)
    ]


def _left_out(widget: QWidget) -> bool:
    """A group of which one is chosen is entered once; a line's own button is for the mouse; so is a scroll bar."""
    if isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive():
        return True
    return isinstance(widget.parent(), QLineEdit) or widget.objectName().startswith("qt_")


# --- all of it ------------------------------------------------------------------------------------------------


@pytest.mark.fault(32, "names, contrast, longer words")
def test_nothing_is_untranslated_or_cut_off_in_a_longer_language(
    furnished: Desk, appearance: Appearance, spoken: Language, pseudo: None
) -> None:
    known = words_of(furnished) | NAMES | _of_files() | {account.id for account in furnished.accounts()}
    odd = walk(furnished, appearance, spoken, lambda root: [*untranslated(root, known), *cut(root)])
    assert not odd, "\n".join(odd)


@pytest.mark.fault(32, "names, contrast, longer words")
def test_nothing_is_cut_off_nameless_or_out_of_reach_in_hebrew(
    furnished: Desk, appearance: Appearance, spoken: Language
) -> None:
    spoken.choose(HEBREW)
    appearance.refresh()
    odd = walk(furnished, appearance, spoken, lambda root: [*cut(root), *nameless(root), *unreachable(root)])
    assert not odd, "\n".join(odd)


def walk(
    desk: Desk, appearance: Appearance, language: Language, see: Callable[[QWidget], list[str]]
) -> list[str]:
    """What is odd about the screens, each time with the screen's name."""
    return [f"{name}: {one}" for name, odd in every_screen(desk, appearance, language, see) for one in odd]


def dialogs(window: Window) -> dict[str, Callable[[], QDialog]]:
    """Every dialog there is, by name."""
    people = window.desk.reading.rows(CANDIDATES_VIEW, Query(), 0, 1)
    account, person = str(people[0][0]), str(people[0][1])
    broken = describe(OfflineError("api.example.com could not be reached.", "Try again later."))

    def opened(dialog: QDialog) -> QDialog:
        dialog.open()
        return dialog

    return {
        "settings": window.dialogs.open_settings,
        "connect": window.dialogs.open_account,
        "shortcuts": window.dialogs.open_shortcuts,
        "forget": lambda: window.dialogs.open_forget(account, person),
        "import": lambda: window.dialogs.open_import(None),
        "lists": lambda: opened(ResourcesDialog(window.desk, window.workers, account, window)),
        "trouble": lambda: opened(TroubleDialog(broken, window)),
        "closing": lambda: opened(CloseQuestion(window)),
    }


def test_every_dialog_takes_the_keys_and_esc_closes_it(
    furnished: Desk, show: Callable[[Desk], Window], qtbot: QtBot
) -> None:
    window = show(furnished)
    for name, make in dialogs(window).items():
        dialog = make()
        qtbot.waitUntil(lambda: not window.workers.busy, timeout=SHORTLY)
        qtbot.waitUntil(dialog.isVisible, timeout=SHORTLY)
        qtbot.keyClick(dialog, Qt.Key.Key_Tab)
        assert dialog.focusWidget() is not None, f"{name}: Tab goes nowhere"
        with qtbot.waitSignal(dialog.finished, timeout=SHORTLY):
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_enter_alone_forgets_nobody(furnished: Desk, show: Callable[[Desk], Window], qtbot: QtBot) -> None:
    window = show(furnished)
    dialog = dialogs(window)["forget"]()
    qtbot.waitUntil(lambda: not window.workers.busy, timeout=SHORTLY)
    assert isinstance(dialog, ForgetDialog)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.asked is not None
    dialog.reject()
