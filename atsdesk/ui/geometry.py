"""Where a window was, and where it can be seen today."""

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

GRIP = 100
"""Logical pixels of a window's upper edge that must be on a screen for a person to get hold of it."""


def kept(window: QWidget) -> str:
    """The geometry as text to remember."""
    return window.saveGeometry().toBase64().toStdString()


def restore(window: QWidget, text: str) -> None:
    """Put a window where it was, or where it can be reached if that screen is gone or smaller now."""
    window.restoreGeometry(QByteArray.fromBase64(text.encode()))
    bring_back(window)


def bring_back(window: QWidget) -> None:
    """Move a window that nobody could get hold of onto the primary screen."""
    frame = window.frameGeometry()
    edge = QRect(frame.x(), frame.y(), frame.width(), GRIP // 2)
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(edge)
        if seen.width() >= GRIP and seen.height() >= edge.height() // 2:
            return
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(window.size().boundedTo(room.size()))
    frame = window.frameGeometry()
    frame.moveCenter(room.center())
    window.move(max(room.x(), frame.x()), max(room.y(), frame.y()))
