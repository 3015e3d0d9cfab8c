"""The form of a draft, built from its description: a card a section, required fields marked, problems below fields."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from atsdesk.ats import draft as drafts
from atsdesk.ats.draft import Draft, Part, put, value
from atsdesk.ats.form import Form, FormField, Group, Option, Section, Takes
from atsdesk.submit import checks
from atsdesk.submit.columns import PARTS
from atsdesk.submit.problem import Problem
from atsdesk.ui import words
from atsdesk.ui.parts import button, clear, column, framed, plain, restyle, row, tool
from atsdesk.ui.submit_fields import DayEditor, Editor, TextEditor, editor, mark
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told

WIDE = (Takes.LONG_TEXT, Takes.JSON, Takes.URLS, Takes.TEXTS, Takes.MULTI)
"""What takes the whole width of a card."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("submit", text)


class FieldBox(QWidget):
    """A label, the widget, and a sentence below: help, or what is wrong."""

    def __init__(self, field: FormField, said: Callable[[], object], left: Callable[[], object]) -> None:
        super().__init__()
        self.field = field
        self.editor: Editor = editor(field, said)
        self.title = plain("", wrap=True)
        self.need(field.required)
        self.title.setBuddy(self.editor.widget())
        self._hint = told(field.hint)
        self.below = plain(self._hint, "faint", wrap=True)
        if not self._hint:
            self.below.hide()
        made = self.editor if isinstance(self.editor, QWidget) else self.editor.widget()
        self.setLayout(column(self.title, made, self.below, None, gap=SPACE[1]))
        edit = self.editor.edit if isinstance(self.editor, DayEditor) else self.editor
        if isinstance(edit, TextEditor):
            edit.left.connect(left)

    def need(self, needed: bool) -> None:
        """Mark it as required, or not."""
        label = words.label(self.field.label)
        self.title.setText(f"{label} *" if needed else label)
        self.title.setToolTip(_tr("Required") if needed else "")

    def complain(self, problem: Problem | None) -> None:
        """Show what is wrong; None brings the help back."""
        text = told(str(problem)) if problem else self._hint
        self.below.setText(text)
        self.below.setVisible(bool(text))
        restyle(self.below, "role", ("bad" if problem.firm else "late") if problem else "faint")
        mark(self.editor, bool(problem and problem.firm))
        self.editor.widget().setAccessibleDescription(text)


class GroupBox(QWidget):
    """Parts that may come several times, each with a button to take it out."""

    def __init__(self, group: Group, said: Callable[[], object], left: Callable[[], object]) -> None:
        super().__init__()
        self.group = group
        self._said, self._left = said, left
        self.boxes: list[dict[str, FieldBox]] = []
        self._options: dict[str, Sequence[Option]] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE[3])
        label = words.label(group.label)
        self.adder = button(_tr("Add: {}").format(label), self.add, role="link", glyph="plus")
        self.setLayout(column(plain(label), self._rows, row(self.adder, None), gap=SPACE[1]))

    def show_value(self, parts: Sequence[Part]) -> None:
        if parts == self.value():
            return
        clear(self._rows)
        self.boxes.clear()
        for part in parts:
            self._add(part)

    def value(self) -> tuple[Part, ...]:
        return tuple(self._part(boxes) for boxes in self.boxes)

    def _part(self, boxes: Mapping[str, FieldBox]) -> Part:
        made: Part = PARTS[self.group.key]()
        for key, box in boxes.items():
            made = put(made, key, box.editor.value())
        return made

    def add(self) -> None:
        self._add(PARTS[self.group.key]())
        next(iter(self.boxes[-1].values())).editor.widget().setFocus(Qt.FocusReason.OtherFocusReason)
        self._said()

    def _add(self, part: Part) -> None:
        boxes: dict[str, FieldBox] = {}
        grid = _grid()
        for number, field in enumerate(self.group.fields):
            box = FieldBox(field, self._said, self._left)
            if field.key in self._options:
                box.editor.offer(self._options[field.key])
            box.editor.show_value(value(part, field.key))
            boxes[field.key] = box
            grid.addWidget(box, number // 2, number % 2)
        remove = tool("trash", _tr("Take this out: {}").format(words.label(self.group.label)))
        holder = framed("inset")
        inside = row(grid, remove, margins=(SPACE[3], SPACE[2], SPACE[2], SPACE[2]))
        inside.setStretch(0, 1)
        inside.setAlignment(remove, Qt.AlignmentFlag.AlignTop)
        holder.setLayout(inside)
        remove.clicked.connect(partial(self._remove, boxes, holder))
        self.boxes.append(boxes)
        self._rows.addWidget(holder)

    def _remove(self, boxes: dict[str, FieldBox], holder: QWidget) -> None:
        self.boxes = [one for one in self.boxes if one is not boxes]
        holder.hide()
        holder.setParent(None)
        holder.deleteLater()
        self._said()

    def offer(self, key: str, options: Sequence[Option]) -> None:
        self._options[key] = options
        for boxes in self.boxes:
            boxes[key].editor.offer(options)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[4])
    grid.setVerticalSpacing(SPACE[3])
    for place in (0, 1):
        grid.setColumnStretch(place, 1)
    return grid


class FormView(QWidget):
    """All sections; what hangs on an answer appears with it."""

    changed = Signal()
    left = Signal()
    """A field was left: its spelling can be tidied."""

    def __init__(self) -> None:
        super().__init__()
        self.form: Form | None = None
        self.boxes: dict[str, FieldBox] = {}
        self.groups: dict[str, GroupBox] = {}
        self._cards: list[tuple[Section, QWidget]] = []
        self._places: list[tuple[FormField | Group, QWidget]] = []
        self._touched: set[str] = set()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE[4])

    def show_form(self, form: Form) -> None:
        """Build the form; what was typed has to be shown again."""
        if form == self.form:
            return
        self.form = form
        clear(self._rows)
        for kept in (self.boxes, self.groups, self._cards, self._places, self._touched):
            kept.clear()
        for section in form.sections:
            card = self._card(section)
            self._cards.append((section, card))
            self._rows.addWidget(card)

    def _card(self, section: Section) -> QWidget:
        grid = _grid()
        line = place = 0
        for one in section.fields:
            wide = isinstance(one, Group) or one.takes in WIDE
            if isinstance(one, FormField) and one.takes is Takes.FILE:
                continue
            if wide and place:
                line, place = line + 1, 0
            made = self._made(one)
            grid.addWidget(made, line, place, 1, 2 if wide else 1)
            self._places.append((one, made))
            place = 0 if wide else 1 - place
            line += wide or not place
        inside = column(plain(words.label(section.label), bold=True), grid, gap=SPACE[3])
        inside.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        return framed("card", inside)

    def _made(self, one: FormField | Group) -> QWidget:
        said = partial(self._said, one.key)
        if isinstance(one, Group):
            group = GroupBox(one, said, self.left.emit)
            self.groups[one.key] = group
            return group
        box = FieldBox(one, said, self.left.emit)
        self.boxes[one.key] = box
        return box

    def _said(self, key: str) -> None:
        self._touched.add(key)
        self.changed.emit()

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft says, and what is asked of it."""
        for key, box in self.boxes.items():
            if not box.editor.widget().hasFocus():
                box.editor.show_value(value(draft, key))
        for key, group in self.groups.items():
            if not any(box.editor.widget().hasFocus() for boxes in group.boxes for box in boxes.values()):
                group.show_value(value(draft, key))
        self.show_asked(draft)

    def show_asked(self, draft: Draft) -> None:
        """Hide what hangs on an answer that was not given, and mark what others make required."""
        if self.form is None:
            return
        asked = {one.key for one in checks.asked(draft, self.form)}
        for one, widget in self._places:
            widget.setVisible(one.key in asked)
        for box in self.boxes.values():
            if part := box.field.required_with:
                box.need(bool(drafts.plain(value(draft, part))))
        for section, card in self._cards:
            card.setVisible(any(one.key in asked for one in section.fields))

    def draft(self, start: Draft) -> Draft:
        """The draft with what the form says in place of what `start` says."""
        for key, box in self.boxes.items():
            said = box.editor.value()
            part, _, inner = key.partition(".")
            if isinstance(getattr(start, part), dict) and inner and drafts.is_blank(said):
                said = ""
            start = put(
                start, key, bool(said) if isinstance(value(start, key), bool) and said is None else said
            )
        for key, group in self.groups.items():
            start = put(start, key, group.value())
        return start

    def offer(self, key: str, options: Sequence[Option]) -> None:
        """Choices of a field; those of a group's are called `group.field`."""
        if key in self.boxes:
            self.boxes[key].editor.offer(options)
            return
        group, _, inner = key.partition(".")
        if group in self.groups:
            self.groups[group].offer(inner, options)

    def local_fields(self) -> Iterator[tuple[str, FormField]]:
        """The fields whose choices come from the local copy."""
        for one in self.form.fields() if self.form else ():
            for field in one.fields if isinstance(one, Group) else (one,):
                if field.local:
                    yield f"{one.key}.{field.key}" if isinstance(one, Group) else field.key, field

    def complain(self, problems: Sequence[Problem], *, everything: bool) -> None:
        """Show problems at the fields that were touched, or at all."""
        first: dict[str, Problem] = {}
        for problem in problems:
            if problem.field not in first or (problem.firm and not first[problem.field].firm):
                first[problem.field] = problem
        for key, box in self.boxes.items():
            box.complain(first.get(key) if everything or key in self._touched else None)
        for key, group in self.groups.items():
            for place, boxes in enumerate(group.boxes):
                for inner, box in boxes.items():
                    shown = first.get(f"{key}[{place}].{inner}")
                    box.complain(
                        shown
                        if everything or (key in self._touched and shown and shown.rule != "required")
                        else None
                    )

    def unreadable(self) -> list[Problem]:
        """What was typed and is no value at all, so that no draft can hold it."""
        return [
            Problem(key, "json", text) for key, box in self.boxes.items() if (text := box.editor.unreadable())
        ]

    def box(self, key: str) -> QWidget | None:
        """The widget of a problem's field."""
        if key in self.boxes:
            return self.boxes[key].editor.widget()
        group, inner, name = key.partition("[")
        if group in self.groups and inner:
            number, _, field = name.partition("].")
            boxes = self.groups[group].boxes
            if number.isdigit() and int(number) < len(boxes) and field in boxes[int(number)]:
                return boxes[int(number)][field].editor.widget()
        return None
