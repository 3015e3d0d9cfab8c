"""The look: readable contrast in all themes, names for everything that takes focus, pictures of every screen."""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import atsdesk.ui
from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.store.browse import Query
from atsdesk.store.views import CANDIDATES_VIEW
from atsdesk.ui import assets, row_painter, samples, screenshots, theme, words
from atsdesk.ui.candidate_panel import CandidatePanel
from atsdesk.ui.style import sheet
from atsdesk.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, THEMES, Appearance, Tokens
from atsdesk.ui.trouble import TroubleDialog, describe
from atsdesk.ui.window import Window

Calm = Callable[[Window], None]
SOURCES = sorted(Path(atsdesk.ui.__file__).parent.glob("*.py"))


def luminance(value: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    color = QColor(value)
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(colors: Tokens) -> Iterator[tuple[str, str, str]]:
    """Every text on every ground it may stand on."""
    for ground in ("ground", "side", "surface", "hover", "selected", "selected_idle", "pressed"):
        for text in ("text", "text_2"):
            yield f"{text} on {ground}", getattr(colors, text), getattr(colors, ground)
    for ground in ("ground", "side", "surface", "hover"):
        for text in ("text_3", "accent"):
            yield f"{text} on {ground}", getattr(colors, text), getattr(colors, ground)
    for fill in ("accent_fill", "accent_fill_hover"):
        yield f"on_accent on {fill}", colors.on_accent, getattr(colors, fill)
    for name in ("good", "info", "warm", "bad", "calm", "quiet"):
        tone = getattr(colors, name)
        yield f"{name} chip", tone.text, tone.ground
    for name in ("warm", "bad", "good"):
        for ground in ("surface", "hover", "selected", "ground"):
            yield f"{name} on {ground}", getattr(colors, name).text, getattr(colors, ground)


@pytest.mark.parametrize("colors", THEMES, ids=lambda colors: colors.name)
@pytest.mark.fault(32, "names, contrast, longer words")
def test_texts_have_contrast(colors: Tokens) -> None:
    least = 7 if colors.outlined else 4.5
    poor = {
        name: round(contrast(text, ground), 2)
        for name, text, ground in pairs(colors)
        if contrast(text, ground) < least
    }
    assert not poor


@pytest.mark.parametrize("colors", [CONTRAST_LIGHT, CONTRAST_DARK], ids=lambda colors: colors.name)
def test_in_high_contrast_edges_bound_what_a_soft_ground_sets_off_elsewhere(colors: Tokens) -> None:
    for edge in (colors.line, colors.edge):
        assert contrast(edge, colors.ground) >= 7
    for name in ("good", "info", "warm", "bad", "calm", "quiet"):
        tone = getattr(colors, name)
        assert f"border-color: {tone.text}" in sheet(colors) or name in {"calm", "quiet", "warm"}
    assert f"border: 1px solid {colors.warm.text}" in sheet(colors)


@pytest.mark.parametrize("colors", THEMES, ids=lambda colors: colors.name)
def test_focus_is_seen(colors: Tokens) -> None:
    for ground in (colors.ground, colors.surface, colors.side):
        assert contrast(colors.accent, ground) >= 3


def nameless(root: QWidget) -> list[str]:
    """Widgets that take focus and have no name a screen reader could say."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        if isinstance(widget.parent(), QLineEdit):
            continue  # Qt's own button inside a line
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip():
            found.append(f"{widget.metaObject().className()} in {widget.parent()}")
    return found


@pytest.mark.fault(32, "names, contrast, longer words")
def test_everything_that_takes_focus_has_a_name(window: Window, calm: Calm) -> None:
    window.candidates.turn_panel()
    for number in range(len(window.pages.tabs)):
        window.show_tab(number)
        calm(window)
    for opened in (
        window.dialogs.open_settings,
        window.dialogs.open_account,
        window.dialogs.open_shortcuts,
        partial(window.steps.open_limits, ""),
        window.candidates.views.ask_new,
        lambda: window.activity.open_requests(window.desk.reading.runs(1)[0]),
    ):
        opened()
        calm(window)
    window.candidates.filters.open("status")
    window.candidates.filters.popups["status"].close()
    window.dialogs.show_trouble(None)
    assert nameless(window) == []
    for dialog in window.findChildren(QDialog):
        dialog.close()


def test_the_message_of_trouble_has_names(qtbot: QtBot, dressed: QApplication) -> None:
    dialog = TroubleDialog(describe(RuntimeError()))
    qtbot.addWidget(dialog)
    assert nameless(dialog) == []


def test_tab_reaches_search_filters_table_and_panel(window: Window, calm: Calm) -> None:
    window.candidates.turn_panel()
    calm(window)
    window.header.search.setFocus()
    seen: list[QWidget] = []
    widget = window.header.search.nextInFocusChain()
    while widget is not None and widget is not window.header.search and len(seen) < 500:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.append(widget)
        widget = widget.nextInFocusChain()
    order = [
        seen.index(one)
        for one in (
            window.header.sync,
            window.candidates.filters.chips["status"],
            window.candidates.table,
            window.candidates.panel.close_button,
        )
    ]
    assert order == sorted(order)


def test_the_theme_changes_live(qtbot: QtBot, window: Window, appearance: Appearance) -> None:
    light = window.grab().toImage()
    appearance.show(DARK)
    dark = window.grab().toImage()
    assert theme.tokens() is DARK
    assert light.pixelColor(5, 400).lightness() > 200 > 60 > dark.pixelColor(5, 400).lightness()
    appearance.show(LIGHT)


def test_the_system_is_followed(appearance: Appearance) -> None:
    appearance.choose("system")
    assert appearance.choice == "system"
    assert theme.tokens() in (LIGHT, DARK)


@pytest.mark.parametrize(
    ("choice", "dark", "strong", "shown"),
    [
        ("system", False, False, LIGHT),
        ("system", True, False, DARK),
        ("system", False, True, CONTRAST_LIGHT),
        ("system", True, True, CONTRAST_DARK),
        ("contrast", False, False, CONTRAST_LIGHT),
        ("contrast", True, False, CONTRAST_DARK),
        ("light", True, True, LIGHT),
        ("dark", False, True, DARK),
    ],
)
def test_a_choice_and_the_system_make_the_colours(
    choice: str, dark: bool, strong: bool, shown: Tokens
) -> None:
    assert theme.fitting(choice, dark=dark, strong=strong) is shown


@pytest.mark.parametrize("colors", THEMES, ids=lambda colors: colors.name)
def test_painted_widgets_know_the_colours_in_force(appearance: Appearance, colors: Tokens) -> None:
    appearance.show(colors)
    assert theme.tokens() is colors
    appearance.show(LIGHT)


def test_our_font_is_used_and_has_hebrew(dressed: QApplication) -> None:
    info = QFontInfo(dressed.font())
    assert info.family() == "Heebo"
    assert assets.SMALLEST_TEXT <= info.pixelSize() <= assets.LARGEST_TEXT
    bold = QFontInfo(assets.scaled(dressed.font(), weight=QFont.Weight.DemiBold))
    assert bold.family() == "Heebo"


def test_every_icon_can_be_drawn(dressed: QApplication) -> None:
    for path in sorted((assets.RESOURCES / "icons").glob("*.svg")):
        picture = assets.pixmap(path.stem, "#123456", 24).toImage()
        assert any(
            picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height())
        ), path.stem


def test_no_state_speaks_by_colour_alone() -> None:
    for value in ("active", "hired", "rejected", "current", "FAILED", "readable"):
        assert words.word(value) not in {"", value}


def test_resources_read_as_words() -> None:
    assert words.resource("deleted-candidates") == "Deleted candidates"
    assert words.resource("source_contacts") == "Source contacts"


def test_bars_tell_weeks_from_months_and_months_from_a_year() -> None:
    shares = [row_painter.bar_share(days) for days in (0, 7, 14, 30, 45, 90, 180, 365)]
    assert all(later - earlier > 0.05 for earlier, later in pairwise(shares))
    assert (shares[0], shares[-1], row_painter.bar_share(4000)) == (0, 1, 1)


def test_translated_texts_are_plain_strings() -> None:
    """`tr()` and `translate()` take literals: what an f-string holds cannot be found by the translators' tool."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                if name in {"tr", "_tr", "translate"}:
                    assert not any(isinstance(part, ast.JoinedStr) for part in node.args), (
                        f"{path.name}:{node.lineno}"
                    )


def test_pictures_of_every_screen(dressed: QApplication, desk: Desk, tmp_path: Path) -> None:
    made = list(screenshots.draw_all(dressed, desk, tmp_path, ["dark"]))
    names = {path.name for path in made}
    assert {
        f"{name}-dark.png"
        for name in (
            "candidates",
            "views",
            "candidate",
            "steps",
            "limits",
            "interviews",
            "export",
            "activity",
            "requests",
            "welcome",
        )
    } <= names
    for path in made:
        image = QImage(str(path))
        colours = {
            image.pixel(x, y)
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), image.height() // 16)
        }
        assert len(colours) > 2, path.name


def test_the_picture_of_the_history_shows_someone_who_changed(
    desk: Desk, sandbox: Sandbox, show: Callable[[Desk], Window], calm: Calm
) -> None:
    sandbox.control.advance(moved=12)
    desk.sync("acme")
    window = show(desk)
    window.candidates.turn_panel()
    calm(window)
    screenshots._point_at_changes(window)
    calm(window)
    panel = window.candidates.panel
    assert isinstance(panel, CandidatePanel)
    assert panel.detail is not None
    assert panel.detail.history


def test_the_picture_of_a_sync_shows_the_lists_of_the_account(desk: Desk) -> None:
    standing = samples.some_sync(desk)
    assert standing.account == "acme"
    assert list(standing.resources) == ["positions", "candidates", "deleted-candidates"]
    assert standing.received >= len(desk.reading.rows(CANDIDATES_VIEW, Query(), 0, 100))
    assert [part.done for part in standing.resources.values()] == [True, True, False]
