"""Where the icons and fonts are, from source and from a frozen bundle, and how they get their colour."""

import sys
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPainter,
    QPixmap,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

_BUNDLE: str | None = getattr(sys, "_MEIPASS", None)
RESOURCES = (Path(_BUNDLE) if _BUNDLE else Path(__file__).parents[2]) / "resources"

GLYPH = "glyph"
"""Property of a button: the name of its icon and the token of its colour, `search:text_2`."""

SMALLEST_TEXT, LARGEST_TEXT = 13, 16


@lru_cache(maxsize=64)
def _svg(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


TURNED = frozenset({"left", "open", "panel", "right", "steps"})
"""Icons with a direction: they are turned around where the language runs from right to left."""


def pixmap(name: str, color: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """An icon drawn in one colour, `size` logical pixels wide."""
    return _pixmap(name, color, size, ratio, _turned(name))


def _turned(name: str) -> bool:
    return name in TURNED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


@lru_cache(maxsize=256)
def _pixmap(name: str, color: str, size: int, ratio: float, turned: bool) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color).encode()))
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    if turned:
        picture = picture.transformed(QTransform.fromScale(-1, 1))
    picture.setDevicePixelRatio(ratio)
    return picture


ICON, BESIDE_TEXT = QSize(16, 16), QSize(20, 16)
"""An icon alone, and one with a little room on its sides."""


def icon(name: str, color: str, faded: str = "", size: QSize = ICON) -> QIcon:
    """An icon sharp on every screen that is there; `faded` is its colour while disabled."""
    ratios = tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}))
    return _icon(name, color, faded, size.width(), size.height(), _turned(name), ratios)


@lru_cache(maxsize=256)
def _icon(
    name: str, color: str, faded: str, width: int, height: int, turned: bool, ratios: tuple[float, ...]
) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        made.addPixmap(_placed(_pixmap(name, color, height, ratio, turned), width, height))
        if faded:
            drawn = _pixmap(name, faded, height, ratio, turned)
            made.addPixmap(_placed(drawn, width, height), QIcon.Mode.Disabled)
    return made


def _placed(drawn: QPixmap, width: int, height: int) -> QPixmap:
    if width == height:
        return drawn
    ratio = drawn.devicePixelRatio()
    canvas = QPixmap(QSize(width, height) * ratio)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.drawPixmap((width - height) // 2, 0, drawn)
    painter.end()
    return canvas


def put_glyph(button: QAbstractButton, name: str, token: str = "text_2") -> None:
    """Give a button an icon that follows the theme."""
    from atsdesk.ui.theme import tokens

    button.setProperty(GLYPH, f"{name}:{token}")
    _draw(button, name, getattr(tokens(), token), tokens().text_3)


def _draw(button: QAbstractButton, name: str, color: str, faded: str) -> None:
    size = BESIDE_TEXT if button.text() else ICON
    button.setIconSize(size)
    button.setIcon(icon(name, color, faded, size))


def retint() -> None:
    """Draw every icon again in the colours of the present theme."""
    from atsdesk.ui.theme import tokens

    colors = tokens()
    for widget in QApplication.allWidgets():
        glyph = widget.property(GLYPH)
        if glyph and isinstance(widget, QAbstractButton):
            name, _, token = str(glyph).partition(":")
            _draw(widget, name, getattr(colors, token), colors.text_3)


def app_icon() -> QIcon:
    return QIcon(str(RESOURCES / "atsdesk.svg"))


def text_font() -> QFont:
    """The shipped font (Latin and Hebrew) near the system's size, so that everything looks the same everywhere."""
    system = QFontInfo(QApplication.font()).pixelSize()
    families: list[str] = []
    for weight in ("Regular", "Medium", "SemiBold"):
        number = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"Heebo-{weight}.ttf"))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    font = QFont(QApplication.font())
    if families:
        font.setFamilies([families[0], *QApplication.font().families()])
    font.setPixelSize(max(SMALLEST_TEXT, min(system, LARGEST_TEXT)))
    return font


def scaled(font: QFont, *, larger: int = 0, weight: QFont.Weight | None = None) -> QFont:
    """A font some pixels larger or smaller, of another weight."""
    made = QFont(font)
    made.setPixelSize(QFontInfo(font).pixelSize() + larger)
    if weight is not None:
        made.setWeight(weight)
    return made


def color(value: str, alpha: float = 1.0) -> QColor:
    made = QColor(value)
    made.setAlphaF(alpha)
    return made
