"""What will be sent, all of it, before it is: values, files, what is uncertain, and who seems known already."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from atsdesk.ats.draft import Draft, is_blank, value
from atsdesk.ats.draft import plain as plain_values
from atsdesk.ats.form import Form, FormField, Group, Option, Takes
from atsdesk.ats.submitting import Enclosure
from atsdesk.drafts import Advised
from atsdesk.submit import checks
from atsdesk.submit.problem import Problem
from atsdesk.submit.values import countries
from atsdesk.ui import formats, help_window, words
from atsdesk.ui.parts import Notice, button, column, framed, line, plain, row
from atsdesk.ui.person import facts
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told

Labels = dict[str, Sequence[Option]]
"""Choices by the field that offers them, to show words for ids."""


class ReviewDialog(QDialog):
    """One page to read, and one button to send."""

    sent = Signal()

    def __init__(
        self,
        draft: Draft,
        form: Form,
        job: str,
        files: Sequence[Enclosure],
        problems: Sequence[Problem],
        people: Sequence[Advised],
        labels: Labels,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Review and send"))
        help_window.offer(self, "outbox")
        self._labels = labels
        head = column(
            plain(formats.isolated(draft.name), larger=5, bold=True, wrap=True),
            plain(
                self.tr("To {} in {}").format(job or self.tr("the pool"), draft.account), "soft", wrap=True
            ),
            gap=SPACE[1],
            margins=(SPACE[5], SPACE[5], SPACE[5], SPACE[3]),
        )
        body = column(gap=SPACE[4], margins=(SPACE[5], SPACE[4], SPACE[5], SPACE[4]))
        page = QWidget()
        page.setLayout(body)
        for text in (*(f"{one.why} {one.advice}" for one in people), *map(str, problems)):
            notice = Notice()
            body.addWidget(notice)
            notice.say(told(text), "warm")
        for title, pairs in self._sections(draft, form):
            inside = column(plain(title, bold=True), facts(pairs), gap=SPACE[2])
            inside.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
            body.addWidget(framed("card", inside))
        if files:
            pairs = [
                (words.resource(one.kind), f"{one.name} ({formats.size(len(one.content))})") for one in files
            ]
            inside = column(plain(self.tr("Files"), bold=True), facts(pairs), gap=SPACE[2])
            inside.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
            body.addWidget(framed("card", inside))
        body.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("What will be sent"))
        self.send_button = button(self.tr("Send"), self._send, role="main", glyph="mail")
        self.send_button.setDefault(True)
        back = button(self.tr("Back"), self.reject)
        buttons = row(None, back, self.send_button, margins=(SPACE[5], SPACE[3], SPACE[5], SPACE[3]))
        box = column(head, line(), area, line(), buttons, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(620, 640)
        self.send_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        self.send_button.setEnabled(False)
        self.accept()
        self.sent.emit()

    def _sections(self, draft: Draft, form: Form) -> list[tuple[str, list[tuple[str, str | QWidget]]]]:
        """What the draft says, by section, as it is sent."""
        asked = {one.key for one in checks.asked(draft, form)}
        found = []
        for section in form.sections:
            pairs: list[tuple[str, str | QWidget]] = []
            for one in section.fields:
                said = value(draft, one.key)
                if one.key not in asked or is_blank(said) or said is False:
                    continue
                if isinstance(one, Group):
                    pairs += [(words.label(one.label), self._part(one, part)) for part in said]
                else:
                    pairs.append((words.label(one.label), self._said(one, one.key, said)))
            if pairs:
                found.append((words.label(section.label), pairs))
        return found

    def _part(self, group: Group, part: Draft) -> str:
        said = plain_values(part)
        parts = [
            self._said(field, f"{group.key}.{field.key}", said[field.key])
            for field in group.fields
            if field.key in said
        ]
        return ", ".join(parts)

    def _said(self, field: FormField, key: str, said: object) -> str:
        known = {option.value: words.label(option.label) for option in self._labels.get(key, field.options)}
        if field.takes is Takes.COUNTRY:
            return f"{words.country(countries().get(str(said), ''))} ({said})".strip()
        if isinstance(said, bool):
            return self.tr("Yes") if said else self.tr("No")
        if isinstance(said, list | tuple):
            return ", ".join(str(known.get(one, one)) for one in said)
        if isinstance(said, float):
            return formats.number(said)
        return str(known.get(said, said)) if isinstance(said, str) else str(said)
