"""The widgets of a form, one kind for each thing that a field takes; all show and give a draft's plain values."""

import json
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QDoubleValidator, QFocusEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from atsdesk.ats.draft import is_blank
from atsdesk.ats.form import FormField, Option, Takes
from atsdesk.submit.values import countries
from atsdesk.ui import words
from atsdesk.ui.calendar_menu import CalendarMenu
from atsdesk.ui.parts import restyle, tool
from atsdesk.ui.submit_choices import SEPARATOR, Box, ManyEditor, Said, YesNoBox
from atsdesk.ui.theme import SPACE

LINES = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("submit", text)


class Editor(Protocol):
    """What every widget of a field does."""

    def widget(self) -> QWidget: ...

    def value(self) -> Any: ...

    def show_value(self, value: Any) -> None: ...

    def offer(self, options: Sequence[Option]) -> None: ...

    def unreadable(self) -> str:
        """Why what was typed is no value at all; "" where it is one."""


class TextEditor(QLineEdit):
    """One line: names, addresses, numbers, days, lists with semicolons."""

    left = Signal()

    def __init__(self, field: FormField, said: Said) -> None:
        super().__init__()
        self._takes = field.takes
        self.setPlaceholderText(_PLACEHOLDERS.get(field.takes, ""))
        if field.takes in (Takes.EMAIL, Takes.PHONE, Takes.URL, Takes.LINKEDIN, Takes.URLS):
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if field.takes is Takes.NUMBER:
            validator = QDoubleValidator(self)
            validator.setLocale(QLocale.c())
            validator.setNotation(QDoubleValidator.Notation.StandardNotation)
            self.setValidator(validator)
        self.textEdited.connect(lambda _text: said())

    def unreadable(self) -> str:
        return ""

    def widget(self) -> QWidget:
        return self

    def value(self) -> Any:
        text = self.text()
        if self._takes in (Takes.TEXTS, Takes.URLS):
            return tuple(part.strip() for part in text.split(";") if part.strip())
        if self._takes is Takes.NUMBER:
            return float(text) if self.hasAcceptableInput() and text else None
        return text

    def show_value(self, value: Any) -> None:
        if isinstance(value, tuple | list):
            text = SEPARATOR.join(str(part) for part in value)
        elif isinstance(value, float) and value.is_integer():
            text = str(int(value))
        else:
            text = "" if value is None else str(value)
        if text != self.text():
            self.setText(text)

    def offer(self, options: Sequence[Option]) -> None:
        completer = QCompleter([option.label for option in options], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


_PLACEHOLDERS = {
    Takes.EMAIL: "name@example.com",
    Takes.PHONE: "+1 202 555 0143",
    Takes.URL: "https://",
    Takes.URLS: "https://…; https://…",
    Takes.LINKEDIN: "linkedin.com/in/name",
    Takes.PERIOD: "2019-10",
    Takes.DAY: "2026-03-01",
}


class DayEditor(QWidget):
    """A day to type, or to choose in a calendar."""

    def __init__(self, field: FormField, said: Said) -> None:
        super().__init__()
        self.edit = TextEditor(field, said)
        self.menu = CalendarMenu(self.edit)
        self.menu.chosen.connect(said)
        self.opener = tool(
            "calendar", _tr("Choose the day for {}").format(words.label(field.label)), self._open
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE[1])
        box.addWidget(self.edit, 1)
        box.addWidget(self.opener)
        self.setFocusProxy(self.edit)

    def _open(self) -> None:
        self.menu.open_below(self.opener)

    def widget(self) -> QWidget:
        return self.edit

    def value(self) -> Any:
        return self.edit.value()

    def show_value(self, value: Any) -> None:
        self.edit.show_value(value)

    def offer(self, options: Sequence[Option]) -> None:
        """Days are not chosen among some."""

    def unreadable(self) -> str:
        return ""


def _json(text: str) -> Any:
    """An object; None for what is none."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


class LongEditor(QPlainTextEdit):
    """Several lines; Tab leaves it."""

    def __init__(self, field: FormField, said: Said) -> None:
        super().__init__()
        self._json = field.takes is Takes.JSON
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 2 * SPACE[3])
        self.textChanged.connect(lambda: None if self.signalsBlocked() else said())

    def widget(self) -> QWidget:
        return self

    def value(self) -> Any:
        text = self.toPlainText()
        if not self._json or not text.strip():
            return {} if self._json else text
        said = _json(text)
        return {} if said is None else said

    def unreadable(self) -> str:
        text = self.toPlainText()
        broken = self._json and text.strip() and _json(text) is None
        return _tr('This is not JSON. It looks like {"name": {"field": "value"}}.') if broken else ""

    def show_value(self, value: Any) -> None:
        text = (
            ""
            if is_blank(value)
            else value
            if isinstance(value, str)
            else json.dumps(value, ensure_ascii=False)
        )
        if text != self.toPlainText() and not (self._json and value == self.value()):
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def offer(self, options: Sequence[Option]) -> None:
        """Nothing is chosen here."""


def editor(field: FormField, said: Said) -> Editor:
    """The widget for a field."""
    made: Editor
    if field.takes in (Takes.LONG_TEXT, Takes.JSON):
        made = LongEditor(field, said)
    elif field.takes is Takes.DAY:
        made = DayEditor(field, said)
    elif field.takes is Takes.YES_NO:
        made = YesNoBox(said)
    elif field.takes is Takes.MULTI:
        made = ManyEditor(field, said)
    elif field.takes is Takes.CHOICE:
        made = Box(said)
    elif field.takes is Takes.COUNTRY:
        made = Box(said)
        named = {code: words.country(name) for code, name in countries().items()}
        names = sorted(named.items(), key=lambda one: one[1])
        made.offer([Option(code, f"{name} ({code})") for code, name in names])
    else:
        made = TextEditor(field, said)
    if field.options and field.takes in (Takes.CHOICE, Takes.MULTI):
        made.offer(field.options)
    if isinstance(made, Box):
        made.name(words.label(field.label))
    made.widget().setAccessibleName(words.label(field.label))
    return made


def mark(made: Editor, wrong: bool) -> None:
    """Give a widget the look of one that holds something wrong."""
    restyle(made.widget(), "wrong", "true" if wrong else "false")
