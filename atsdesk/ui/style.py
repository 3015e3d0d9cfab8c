"""The style sheet, made from the tokens: what Qt's own style cannot know about our surfaces."""

from string import Template

from atsdesk.ui.theme import RADIUS, SPACE, Tokens

_SHEET = Template(
    """
* { outline: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $edge; padding: ${s1}px; }
QMainWindow, QDialog, QWidget[role="page"] { background: $ground; }
QWidget[role="side"] { background: $side; border: none; border-$end: 1px solid $line; }
QWidget[role="header"] { background: $ground; border: none; border-bottom: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${r8}px; }
QFrame[role="inset"] { background: $ground; border: 1px solid $line; border-radius: ${r}px; }
QFrame[role="drop"] { background: $ground; border: 1px dashed $edge; border-radius: ${r}px; }
QFrame[role="drop"][over="true"] { background: $info_ground; border: 2px dashed $accent; }
QFrame[role="pointed"] { background: transparent; border: none; border-$start: 3px solid $accent_fill; }
QFrame[role="strip"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="panel"] { background: $surface; border: none; }
QFrame[role="popup"] { background: $surface; border: 1px solid $edge; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="toast"] { background: $text; border-radius: ${r8}px; }
QFrame[role="toast"] QLabel { color: $surface; }
QFrame[role="notice"] { background: $warm_ground; border: 1px solid $warm_edge; border-radius: ${r}px; }
QFrame[role="notice"] QLabel { color: $warm_text; }
QFrame[role="notice"][tone="good"] { background: $good_ground; border-color: $good_edge; }
QFrame[role="notice"][tone="good"] QLabel { color: $good_text; }
QFrame[role="notice"][tone="bad"] { background: $bad_ground; border-color: $bad_edge; }
QFrame[role="notice"][tone="bad"] QLabel { color: $bad_text; }
QFrame[role="notice"][tone="info"] { background: $info_ground; border-color: $info_edge; }
QFrame[role="notice"][tone="info"] QLabel { color: $info_text; }

QLabel { color: $text; background: transparent; }
QLabel[role="soft"] { color: $text_2; }
QLabel[role="faint"] { color: $text_3; }
QLabel[role="bad"] { color: $bad_text; }
QLabel[role="good"] { color: $good_text; }
QLabel[role="late"] { color: $warm_text; }

QLineEdit, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${r}px;
    padding: ${s1}px ${s2}px; selection-background-color: $accent_fill; selection-color: $on_accent;
    placeholder-text-color: $text_3;
}
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $bad_dot; }
QLineEdit[role="search"] { background: $surface; padding-left: ${s1}px; }
QPlainTextEdit[role="record"] { background: $ground; border: 1px solid $line; padding: ${s1}px; }

QComboBox[role="field"] {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${r}px; padding: ${s1}px ${s2}px;
    selection-background-color: $accent_fill; selection-color: $on_accent;
}
QComboBox[role="field"]:focus { border: 2px solid $accent; padding: 3px 7px; }
QComboBox[role="field"][wrong="true"] { border-color: $bad_dot; }
QComboBox[role="field"]:disabled { color: $text_3; background: $ground; border-color: $line; }
QComboBox[role="field"]::drop-down { border: none; width: 24px; }
QComboBox[role="field"]::down-arrow { image: none; }
QComboBox[role="field"] QLineEdit, QComboBox[role="field"] QLineEdit:focus {
    background: transparent; border: none; padding: 0;
}

QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${r}px; padding: 5px ${s3}px;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:disabled, QToolButton:disabled { color: $text_3; background: $ground; border-color: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QPushButton[role="main"] { background: $accent_fill; color: $on_accent; border-color: $accent_fill; }
QPushButton[role="main"]:hover { background: $accent_fill_hover; }
QPushButton[role="main"]:focus { border: 2px solid $text; }
QPushButton[role="main"]:disabled { background: $pressed; color: $text_3; border-color: $pressed; }

QToolButton[role="quiet"], QPushButton[role="quiet"] {
    background: transparent; border: 1px solid transparent; color: $text_2; padding: ${s1}px 6px;
}
QToolButton[role="quiet"]:hover, QPushButton[role="quiet"]:hover { background: $pressed; color: $text; }
QToolButton[role="quiet"]:focus, QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 3px 5px; }
QToolButton[role="quiet"]:disabled, QPushButton[role="quiet"]:disabled { color: $text_3; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 3px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 1px 2px; }

QPushButton[role="link"][flush="true"] { padding: 2px 0; border-width: 1px 0; }
QPushButton[role="link"][flush="true"]:focus { border-width: 2px; padding: 1px 0; }

QPushButton[role="nav"] {
    background: transparent; border: 2px solid transparent; color: $text_2; text-align: left;
    padding: 5px ${s2}px; border-radius: ${r}px;
}
QPushButton[role="nav"]:hover { background: $pressed; color: $text; }
QPushButton[role="nav"]:checked { background: $surface; color: $text; font-weight: 500; border: 1px solid $line;
    padding: 6px 9px; }
QPushButton[role="nav"]:focus { border: 2px solid $accent; padding: 5px ${s2}px; }

QPushButton[role="chip"] {
    background: $surface; border: 1px solid $edge; color: $text_2; border-radius: ${chip}px; padding: 3px ${s3}px;
}
QPushButton[role="chip"] { text-align: left; padding: 3px 24px 3px ${s3}px; }
QPushButton[role="stamp"] {
    background: transparent; border: 1px solid transparent; color: $text_2; padding: 5px 24px 5px ${s2}px;
}
QPushButton[role="stamp"]:hover { background: $pressed; color: $text; }
QPushButton[role="stamp"]:focus { border: 2px solid $accent; padding: 4px 23px 4px 7px; }
QPushButton[role="picker"] { text-align: left; padding: 5px 24px 5px ${s3}px; font-weight: 500; }
QPushButton[role="picker"]:focus { padding: 4px 23px 4px 11px; }
QPushButton[role="chip"]:hover { background: $hover; color: $text; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 2px 23px 2px 11px; }
QPushButton[role="chip"][chosen="true"] { background: $info_ground; color: $info_text; border-color: $info_edge; }
QPushButton[role="chip"][chosen="true"]:focus { border: 2px solid $accent; }
QPushButton[role="segment"] {
    background: transparent; border: 2px solid transparent; color: $text_2; padding: 3px ${s2}px; border-radius: ${r}px;
}
QPushButton[role="segment"]:hover { color: $text; background: $hover; }
QPushButton[role="segment"]:checked {
    color: $text; background: $pressed; font-weight: 500; border-color: $chosen_edge;
}
QPushButton[role="segment"]:focus { border: 2px solid $accent; }
QPushButton[role="badge"] {
    background: $warm_ground; color: $warm_text; border: 1px solid $warm_edge; border-radius: ${chip}px;
    padding: 3px 10px; font-weight: 500;
}
QPushButton[role="badge"]:focus { border: 2px solid $accent; padding: 2px 9px; }

QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: ${s1}px; }
QMenu::item { padding: 5px ${s5}px 5px ${s3}px; border-radius: ${r}px; }
QMenu::item:selected { background: $pressed; color: $text; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $line; margin: ${s1}px ${s2}px; }
QMenu::icon { padding-left: ${s2}px; }
QMenu::indicator { width: 14px; height: 14px; padding-left: ${s2}px; }

QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${r}px; padding: ${s1}px ${s2}px;
}
QAbstractSpinBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QAbstractSpinBox:disabled { color: $text_3; background: $ground; border-color: $line; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }

QComboBox {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${r}px;
    padding: 5px ${s5}px 5px ${s2}px; combobox-popup: 0;
}
QComboBox:hover { background: $hover; }
QComboBox:focus { border: 2px solid $accent; padding: 4px 23px 4px 7px; }
QComboBox:disabled { color: $text_3; background: $ground; border-color: $line; }
QComboBox::drop-down { border: none; width: ${s5}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; padding: ${s1}px; }
QComboBox QAbstractItemView::item { padding: 5px ${s2}px; border-radius: ${r}px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $pressed; color: $text; }

QAbstractItemView { background: $surface; color: $text; border: none; }
QListView, QTreeView { show-decoration-selected: 1; }
QTableView { background: $surface; gridline-color: transparent; border: none; }
QHeaderView { background: $surface; border: none; }
QTreeView::item { padding: 6px ${s2}px; border: none; border-bottom: 1px solid $line; color: $text; }
QTreeView::item:selected { background: $selected; color: $text; }
QTreeView::item:hover:!selected { background: $hover; }
QTreeView:focus, QListView:focus { border: 2px solid $accent; }
QTreeView, QListView { border: 2px solid transparent; }
QTreeView QHeaderView::section {
    background: $surface; color: $text_3; border: none; border-bottom: 1px solid $line; padding: 5px ${s2}px;
}

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollArea:focus { border: 2px solid $accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $edge; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: $line; }

QProgressBar { background: $pressed; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent_fill; border-radius: 2px; }
"""
)

TONES = ("good", "info", "warm", "bad", "calm", "quiet")
PLAIN = (
    "ground side surface hover pressed line edge text text_2 text_3 accent accent_fill accent_fill_hover"
    " on_accent selected"
).split()


def sheet(colors: Tokens, *, mirrored: bool = False) -> str:
    """The style sheet of a theme; `mirrored` for languages that run from right to left."""
    values: dict[str, object] = {name: getattr(colors, name) for name in PLAIN}
    for name in TONES:
        tone = getattr(colors, name)
        edge = tone.text if colors.outlined else tone.ground
        values |= {f"{name}_text": tone.text, f"{name}_ground": tone.ground, f"{name}_dot": tone.dot}
        values |= {f"{name}_edge": edge}
    values |= {f"s{step}": size for step, size in enumerate(SPACE)}
    values |= {"chosen_edge": colors.edge if colors.outlined else colors.pressed}
    values |= {"start": "right", "end": "left"} if mirrored else {"start": "left", "end": "right"}
    values |= {"r": RADIUS, "r8": RADIUS + 2, "chip": 12}
    return _SHEET.substitute(values)
