"""What the window remembers between starts (sizes, columns, theme), written by a worker shortly after it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from atsdesk.desk import Desk
    from atsdesk.ui.workers import Workers


class Memory(QObject):
    """Remembered values by key; reading is immediate, writing is gathered."""

    def __init__(self, desk: Desk, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workers = workers
        self._changed: dict[str, object] = {}
        self._timer = QTimer(self, singleShot=True, interval=500)
        self._timer.timeout.connect(self._write)

    def get(self, key: str, default: object = None) -> object:
        return self._changed[key] if key in self._changed else self._desk.remembered(key, default)

    def text(self, key: str, default: str = "") -> str:
        value = self.get(key, default)
        return value if isinstance(value, str) else default

    def mapping(self, key: str) -> dict[str, object]:
        value = self.get(key)
        return dict(value) if isinstance(value, dict) else {}

    def put(self, key: str, value: object) -> None:
        if self.get(key) != value:
            self._changed[key] = value
            self._timer.start()

    def _write(self) -> None:
        self._workers.read(_write_all, self._desk, dict(self._changed))

    def flush(self) -> None:
        """Write what is not written yet, at the end of the program."""
        self._timer.stop()
        _write_all(self._desk, self._changed)
        self._changed = {}


def _write_all(desk: Desk, values: dict[str, object]) -> None:
    for key, value in values.items():
        desk.remember(key, value)
