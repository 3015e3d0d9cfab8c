"""The place of an export: a line for the path, and the dialog of the system."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from atsdesk.ui.parts import button, row

PUBLISH = "publish"
ADDRESS = "postgresql://reports@db.example.com/hr?schema=recruiting"
"""What an address looks like."""
ENDINGS = {"excel": ".xlsx"}
"""How the names of files end; other formats are folders."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlaceField", text)


def format_names() -> list[tuple[str, str]]:
    """What a format is called, and its word in profiles."""
    return [
        (_tr("Excel workbook"), "excel"),
        (_tr("Folder of CSV files"), "csv"),
        (_tr("Folder of Parquet files"), "parquet"),
    ]


def kind_names() -> list[tuple[str, str]]:
    """What profiles can write: the formats, and a database."""
    return [*format_names(), (_tr("Tables in a shared database"), PUBLISH)]


def place_name(format_: str, path: str) -> str:
    """What the place of an export is called in short."""
    if format_ != PUBLISH:
        return Path(path).name
    from atsdesk.export.publish.target import parse

    target = parse(path)
    return f"{target.name} · {target.schema}"


class PlaceField(QWidget):
    """A path that can be typed or chosen; an address can be typed only."""

    edited = Signal(str)
    """A person has given another path."""

    def __init__(self, path: str, format_: Callable[[], str]) -> None:
        super().__init__()
        self._format = format_
        self.line = QLineEdit(path)
        self.line.textEdited.connect(self.edited)
        self.choose_button = button(_tr("Choose…"), self.choose, glyph="folder")
        inside = row(self.line, self.choose_button)
        inside.setStretch(0, 1)
        self.setLayout(inside)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def text(self) -> str:
        return self.line.text()

    def setText(self, path: str) -> None:
        self.line.setText(path)

    def clear(self) -> None:
        self.line.clear()

    def fit(self) -> None:
        """Be a field for what the format writes to."""
        to_database = self._format() == PUBLISH
        self.choose_button.setVisible(not to_database)
        self.line.setPlaceholderText(ADDRESS if to_database else "")

    def choose(self) -> None:
        """Let the person choose a place with the dialog of their system."""
        ending = ENDINGS.get(self._format(), "")
        kinds = _tr("Excel workbook (*.xlsx)") if ending else _tr("New folder (*)")
        wanted, _ = QFileDialog.getSaveFileName(self, _tr("Export to"), self.line.text(), kinds)
        if wanted:
            self.setText(wanted if wanted.lower().endswith(ending) else f"{wanted}{ending}")
            self.edited.emit(self.text())
