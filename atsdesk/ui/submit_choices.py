"""Fields that offer choices: one, several, or yes and no."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QMenu, QWidget

from atsdesk.ats.draft import is_blank
from atsdesk.ats.form import FormField, Option
from atsdesk.ui import words
from atsdesk.ui.assets import pixmap
from atsdesk.ui.parts import tool
from atsdesk.ui.theme import SPACE, tokens

SEPARATOR = "; "
ARROW = 12
Said = Callable[[], object]
"""Called when a person changed the value."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("submit", text)


class Box(QComboBox):
    """One choice, found by typing any part of it; the wheel scrolls what is around it."""

    def __init__(self, said: Said, none: str = "") -> None:
        super().__init__()
        self._none = none
        self.setProperty("role", "field")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        # made here: Python knows what Qt makes by its address alone, and may take it for one that was there before
        self._edit = QLineEdit()
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._completer = QCompleter(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(self._completer)
        self._edit.editingFinished.connect(lambda: self._typed(said))
        self.activated.connect(lambda _at: said())
        self.offer(())

    def name(self, label: str) -> None:
        """What screen readers call it."""
        self.setAccessibleName(label)
        self.view().setAccessibleName(label)
        self._edit.setAccessibleName(label)

    def suggest(self, hint: str) -> None:
        """What stands in it, faintly, while nothing is chosen."""
        self._edit.setPlaceholderText(hint)

    def _typed(self, said: Said) -> None:
        """Words that are no choice go back to the choice there was."""
        at = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if at < 0 and not self.currentText().strip():
            at = 0
        if at < 0 or not self._able(at):
            self.setEditText(self.itemText(self.currentIndex()))
        elif at != self.currentIndex():
            self.setCurrentIndex(at)
            said()

    def _able(self, at: int) -> bool:
        return bool(self.model().flags(self.model().index(at, 0)) & Qt.ItemFlag.ItemIsEnabled)

    def offer(self, options: Sequence[Option], barred: frozenset[Any] = frozenset()) -> None:
        """Offer these, and nothing; `barred` ones are shown and cannot be chosen."""
        kept = self.value()
        model = QStandardItemModel(self)
        for option in (Option("", self._none), *options):
            item = QStandardItem(words.label(option.label))
            item.setData(option.value, Qt.ItemDataRole.UserRole)
            item.setEnabled(option.value not in barred)
            model.appendRow(item)
        self.setModel(model)
        self._completer.setModel(model)
        self.show_value(kept)

    def widget(self) -> QWidget:
        return self

    def value(self) -> Any:
        return self.currentData() if self.currentIndex() > 0 else ""

    def show_value(self, value: Any) -> None:
        at = next((at for at in range(self.count()) if self.itemData(at) == value), -1)
        if at < 0 and not is_blank(value):
            item = QStandardItem(str(value))
            item.setData(value, Qt.ItemDataRole.UserRole)
            model = self.model()
            assert isinstance(model, QStandardItemModel)
            model.appendRow(item)
            at = self.count() - 1
        self.setCurrentIndex(max(at, 0))

    def unreadable(self) -> str:
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ratio = max(1.0, painter.device().devicePixelRatio())
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = SPACE[2] if left else self.width() - ARROW - SPACE[2]
        arrow = pixmap("down", tokens().text_3, ARROW, ratio)
        painter.drawPixmap(x, (self.height() - ARROW) // 2, arrow)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class YesNoBox(Box):
    """Yes, no, or not said."""

    def __init__(self, said: Said) -> None:
        super().__init__(said)
        self.offer((Option(True, _tr("Yes")), Option(False, _tr("No"))))

    def value(self) -> Any:
        return self.currentData() if self.currentIndex() > 0 else None

    def show_value(self, value: Any) -> None:
        self.setCurrentIndex({True: 1, False: 2}.get(value, 0) if isinstance(value, bool) else 0)


class ManyEditor(QWidget):
    """Several choices: each is ticked in a list below a button that names them."""

    def __init__(self, field: FormField, said: Said) -> None:
        super().__init__()
        self._said, self._as_list = (
            said,
            field.key.partition(".")[0] in ("answers", "custom_fields", "application_fields"),
        )
        self._options: Sequence[Option] = ()
        self._chosen: list[Any] = []
        self.edit = QLineEdit()
        self.edit.setReadOnly(True)
        self.opener = tool("down", _tr("Choose for {}").format(words.label(field.label)), self.open)
        self.menu = QMenu(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE[1])
        box.addWidget(self.edit, 1)
        box.addWidget(self.opener)
        self.setFocusProxy(self.opener)

    def open(self) -> None:
        self.menu.clear()
        for option in self._options:
            action = self.menu.addAction(words.label(option.label))
            action.setCheckable(True)
            action.setChecked(option.value in self._chosen)
            action.toggled.connect(lambda on, value=option.value: self.choose(value, on))
        self.menu.popup(self.opener.mapToGlobal(self.opener.rect().bottomLeft()))

    def choose(self, value: Any, on: bool) -> None:
        self._chosen = [one for one in self._chosen if one != value] + [value] * on
        self._show()
        self._said()

    def _show(self) -> None:
        labels = {option.value: option.label for option in self._options}
        self.edit.setText(SEPARATOR.join(str(labels.get(one, one)) for one in self._chosen))

    def widget(self) -> QWidget:
        return self.edit

    def value(self) -> Any:
        return list(self._chosen) if self._as_list else tuple(self._chosen)

    def show_value(self, value: Any) -> None:
        self._chosen = list(value) if isinstance(value, tuple | list) else []
        self._show()

    def offer(self, options: Sequence[Option]) -> None:
        self._options = options
        self._show()

    def unreadable(self) -> str:
        return ""
