"""The fields of an account: checked while typing, each with where to find it."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from atsdesk.ats.kind import Kind
from atsdesk.ui import words
from atsdesk.ui.parts import Notice, button, clear, column, plain, restyle, row
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told

NAME = re.compile(r"[A-Za-z0-9_-]+")
LONGEST_NAME = 64


class Field(QWidget):
    """A label, a line to type in, and a sentence below it: help, or what is wrong."""

    def __init__(self, label: str, help_text: str, *, secret: bool = False) -> None:
        super().__init__()
        self.help = help_text
        title = plain(label)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(help_text)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        title.setBuddy(self.edit)
        self.below = plain(help_text, "faint", wrap=True)
        self.below.setVisible(bool(help_text))
        self.setLayout(column(title, self.edit, self.below, gap=SPACE[1]))

    def text(self) -> str:
        return self.edit.text().strip()

    def complain(self, problem: str) -> None:
        """Show what is wrong; a blank problem brings the help back."""
        self.below.setText(problem or self.help)
        self.below.setVisible(bool(problem or self.help))
        restyle(self.below, "role", "bad" if problem else "faint")
        restyle(self.edit, "wrong", "true" if problem else "false")
        self.edit.setAccessibleDescription(problem or self.help)


class AccountForm(QWidget):
    """Name, secrets and settings of one account of a kind of ATS."""

    changed = Signal()

    def __init__(self, taken: Sequence[str]) -> None:
        super().__init__()
        self._taken = {name.casefold() for name in taken}
        self._touched: set[QLineEdit] = set()
        self.kind: Kind | None = None
        self.fields: dict[str, Field] = {}
        self.name = Field(
            self.tr("Name"), self.tr("How you will call this account: letters, digits, - and _.")
        )
        self.note = Notice()
        self._inner = column(gap=SPACE[4])
        self.advanced = button(self.tr("Advanced"), self._turn_advanced, role="link")
        self.base_url = Field(
            self.tr("Address of the API"),
            self.tr("Only change this when your ATS told you to. It starts with https://"),
        )
        self.base_url.hide()
        box = column(self.note, self.name, self._inner, row(self.advanced, None), self.base_url, gap=SPACE[4])
        self.setLayout(box)
        for field in (self.name, self.base_url):
            field.edit.textEdited.connect(lambda _text, edit=field.edit: self._typed(edit))

    def ask_key_of(self, name: str) -> None:
        """Ask for the secrets of an account that exists; its name and address stay."""
        self._taken.discard(name.casefold())
        self.name.edit.setText(name)
        self._touched.add(self.name.edit)
        for widget in (self.name, self.advanced, self.base_url):
            widget.hide()

    def show_kind(self, kind: Kind) -> None:
        """Ask for what this ATS needs."""
        self.kind = kind
        self.note.say(told(kind.note), "info")
        clear(self._inner)
        self.fields.clear()
        before: QWidget = self.name.edit
        for part in kind.fields:
            field = Field(words.label(part.label), told(part.where_to_find), secret=part.secret)
            field.edit.textEdited.connect(lambda _text, edit=field.edit: self._typed(edit))
            self._inner.addWidget(field)
            self.fields[part.key] = field
            QWidget.setTabOrder(before, field.edit)
            before = field.edit
        self.base_url.edit.setPlaceholderText(kind.base_url)
        if not self.name.text() or self.name.edit not in self._touched:
            self.name.edit.setText(self._free(kind.key))
        self.changed.emit()

    def _free(self, wanted: str) -> str:
        name, number = wanted, 2
        while name.casefold() in self._taken:
            name, number = f"{wanted}-{number}", number + 1
        return name

    def _turn_advanced(self) -> None:
        self.base_url.setVisible(self.base_url.isHidden())

    def _typed(self, edit: QLineEdit) -> None:
        self._touched.add(edit)
        self.check()
        self.changed.emit()

    def check(self, *, everything: bool = False) -> bool:
        """Whether the form can be sent; problems are shown at fields already typed in, or at all."""
        problems = self._problems()
        for field, problem in problems:
            if everything or field.edit in self._touched:
                field.complain(problem)
        if everything:
            wrong = next((field for field, problem in problems if problem), None)
            if wrong is not None:
                wrong.show()
                wrong.edit.setFocus()
        return not any(problem for _, problem in problems)

    def _missing(self) -> set[str]:
        """Fields that are still needed; of several ways in the one that has been begun, or the first."""
        if self.kind is None:
            return set()
        said = {key for key, field in self.fields.items() if field.text()}
        settings = {part.key for part in self.kind.fields if not part.secret}
        way = max(self.kind.ways_in, key=lambda keys: (said >= set(keys), len(said & set(keys))))
        return (settings | set(way)) - said

    def _problems(self) -> list[tuple[Field, str]]:
        missing = self._missing()
        return [
            (self.name, self._name_problem(self.name.text())),
            *(
                (field, self.tr("This is needed. {}").format(field.help) if key in missing else "")
                for key, field in self.fields.items()
            ),
            (self.base_url, self._url_problem(self.base_url.text())),
        ]

    def _name_problem(self, name: str) -> str:
        if not name:
            return self.tr("Give the account a name.")
        if not NAME.fullmatch(name):
            return self.tr("Use only letters, digits, - and _, without blanks.")
        if len(name) > LONGEST_NAME:
            return self.tr("This name is too long.")
        if name.casefold() in self._taken:
            return self.tr("There is already an account of this name.")
        return ""

    def _url_problem(self, url: str) -> str:
        if url and not re.fullmatch(r"https?://[^\s/]+\S*", url):
            return self.tr("This is not a web address; it starts with https://")
        return ""

    def values(self) -> dict[str, str]:
        """What was typed, by field key."""
        return {key: field.text() for key, field in self.fields.items()}
