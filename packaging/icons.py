"""The program's icon as Windows (.ico) and macOS (.icns) want it, drawn from resources/atsdesk.svg into build/."""

from __future__ import annotations

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
ICO = (16, 24, 32, 48, 64, 128, 256)
ICNS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""Apple's names for sizes in pixels."""


def png(size: int) -> bytes:
    """The icon in one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "resources" / "atsdesk.svg")).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def ico() -> bytes:
    drawn = [(size, png(size)) for size in ICO]
    at = 6 + 16 * len(drawn)
    head, body = struct.pack("<HHH", 0, 1, len(drawn)), b""
    for size, content in drawn:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), at + len(body))
        body += content
    return head + body


def icns() -> bytes:
    body = b"".join(
        name + struct.pack(">I", 8 + len(content)) + content
        for name, content in ((name, png(size)) for name, size in ICNS.items())
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write(folder: Path = ROOT / "build") -> None:
    """Make both files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(exist_ok=True)
    (folder / "atsdesk.ico").write_bytes(ico())
    (folder / "atsdesk.icns").write_bytes(icns())
    del app


if __name__ == "__main__":
    write()
