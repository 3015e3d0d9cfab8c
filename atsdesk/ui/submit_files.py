"""The files of a draft: dropped or chosen, read once and checked at once, a refused one with the reason and limit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from atsdesk.ats.draft import Draft, File
from atsdesk.ats.form import FileLaw, FormField, Option, Takes
from atsdesk.ats.submitting import Enclosure
from atsdesk.submit.enclosing import enclose
from atsdesk.submit.files import check
from atsdesk.submit.files import taken as taken_as
from atsdesk.submit.problem import Problem
from atsdesk.ui import formats, words
from atsdesk.ui.parts import button, clear, column, framed, plain, restyle, row, tool
from atsdesk.ui.person import Glyph
from atsdesk.ui.submit_choices import Box
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.trouble import describe
from atsdesk.ui.workers import Job, Workers

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".jfif", ".ico")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file that was chosen, with its bytes."""

    file: File
    enclosure: Enclosure


def dropped_files(data: QMimeData) -> list[Path]:
    """The files that are dragged; folders are not."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def kind_for(path: Path, law: FileLaw, taken: Sequence[str]) -> str:
    """What a file most likely is: the first document is the resume, a picture the picture."""
    ending = path.suffix.lower()
    resume, picture = law.place("resume"), law.place("picture")
    if picture and ending in PICTURES and "picture" not in taken:
        return "picture"
    fits = (
        resume and resume.supported and ending in (taken_as(resume) or (ending,)) and ending not in PICTURES
    )
    return "resume" if fits and "resume" not in taken else "other"


def read_and_check(
    files: Sequence[File], known: Sequence[Chosen], law: FileLaw, fields: Sequence[FormField]
) -> tuple[list[Chosen], list[Problem]]:
    """Read what is new, and check it with what is known. Slow; raises `ConfigError` for what cannot be read."""
    enclosures = enclose(Draft(files=tuple(files)), Path())
    new = [Chosen(file, one) for file, one in zip(files, enclosures, strict=True)]
    return new, check([one.enclosure for one in (*known, *new)], law, fields)


class FilesCard(QWidget):
    """A place to drop files on, and the list of those that are there."""

    changed = Signal()

    def __init__(self, workers: Workers) -> None:
        super().__init__()
        self._workers = workers
        self._law: FileLaw | None = None
        self._fields: Sequence[FormField] = ()
        self.chosen: list[Chosen] = []
        self.problems: list[Problem] = []
        self._waiting: list[File] = []
        self._job: Job | None = None
        self._stale = False
        """Something is to be checked anew once what is checked now is done."""
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Files"))
        says = plain(self.tr("Drop files here"), "soft")
        self.adder = button(self.tr("Choose files…"), self.choose, glyph="folder")
        middle = column(None, says, self.adder, None, gap=SPACE[2])
        for widget in (says, self.adder):
            middle.setAlignment(widget, Qt.AlignmentFlag.AlignHCenter)
        self._zone = framed("drop", middle)
        self._zone.setMinimumHeight(96)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE[3])
        self.limits = plain("", "faint", wrap=True)
        self.trouble = plain("", "bad", wrap=True)
        inside = column(
            plain(self.tr("Files"), bold=True),
            self._zone,
            self._rows,
            self.trouble,
            self.limits,
            gap=SPACE[3],
        )
        inside.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        self.setLayout(column(framed("card", inside)))
        self._tell()

    def show_law(self, law: FileLaw, fields: Sequence[FormField]) -> None:
        """What the ATS takes, and the questions that are answered with a file."""
        self._fields = [field for field in fields if field.takes is Takes.FILE]
        known, self._law = self._law, law
        self.limits.setText(_limits(law))
        self.limits.setVisible(bool(self.limits.text()))
        if known != law or self._fields or self._waiting:
            self._check([])

    def files(self) -> tuple[File, ...]:
        return tuple(one.file for one in self.chosen)

    def enclosures(self) -> list[Enclosure]:
        return [one.enclosure for one in self.chosen]

    def show_files(self, files: Sequence[File]) -> None:
        """Show the files of a draft that was kept: they are read again."""
        if self._job is not None:
            self._job.drop()
            self._job = None
        self.chosen, self._waiting, self.problems = [], [], []
        self._tell()
        self._check(files)

    def show_chosen(self, enclosures: Sequence[Enclosure]) -> None:
        """Show files of which the bytes are known."""
        self.show_files(())
        self.chosen = [Chosen(File(one.name, one.kind, question=one.question), one) for one in enclosures]
        self._check([])

    # adding and taking out

    def choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Files to send"))
        self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Read and check these; each is taken for what it most likely is."""
        if self._law is None:
            return
        taken = [one.file.kind for one in self.chosen]
        files = []
        for path in paths:
            files.append(File(str(path), kind_for(path, self._law, taken)))
            taken.append(files[-1].kind)
        if files:
            self._check(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._law is not None and dropped_files(event.mimeData()):
            event.acceptProposedAction()
            restyle(self._zone, "over", "true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self._zone, "over", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self._zone, "over", "false")
        event.acceptProposedAction()
        self.add(dropped_files(event.mimeData()))

    def _check(self, files: Sequence[File]) -> None:
        """Read these, and check all; one after the other, so that nothing is lost of what comes meanwhile."""
        self._waiting += files
        self._stale = self._job is not None
        if self._law is None or self._stale:
            return
        new, self._waiting = self._waiting, []
        work = partial(read_and_check, new, tuple(self.chosen), self._law, self._fields)
        self._job = self._workers.work(work, then=self._checked)

    def _checked(self, found: tuple[list[Chosen], list[Problem]] | None, error: BaseException | None) -> None:
        self._job = None
        trouble = describe(error) if error else None
        self.trouble.setText(trouble.says if trouble else "")
        self.trouble.setVisible(bool(trouble))
        if found:
            new, self.problems = found
            self.chosen += new
            self._tell()
            self.changed.emit()
        if self._stale:
            self._check([])

    def _set_kind(self, number: int, box: Box) -> None:
        kind, _, question = str(box.value()).partition(":")
        one = self.chosen[number]
        file = File(one.file.path, kind, one.file.name, question)
        self.chosen[number] = Chosen(file, replace(one.enclosure, kind=kind, question=question))
        self._check([])

    def remove(self, number: int) -> None:
        del self.chosen[number]
        self._check([])

    # telling

    def _tell(self) -> None:
        clear(self._rows)
        for number, one in enumerate(self.chosen):
            self._rows.addWidget(self._row(number, one))
        for problem in self.problems:
            if not problem.field.startswith("files["):
                self._rows.addWidget(_sentence(problem))

    def _row(self, number: int, one: Chosen) -> QWidget:
        wrong = [problem for problem in self.problems if problem.field == f"files[{number}]"]
        bad = any(problem.firm for problem in wrong)
        name = plain(formats.isolated(one.enclosure.name), wrap=True)
        name.setToolTip(formats.tip(one.file.path))
        size = plain(formats.size(len(one.enclosure.content)), "faint")
        remove = tool(
            "trash", self.tr("Take {} out").format(one.enclosure.name), partial(self.remove, number)
        )
        head = row(Glyph("alert", "bad") if bad else Glyph("file"), name, size, remove)
        head.setStretch(1, 1)
        box = Box(lambda: None)
        box.name(self.tr("What {} is").format(one.enclosure.name))
        box.offer(self._kinds(one))
        said = f"{one.file.kind}:{one.file.question}" if one.file.question else one.file.kind
        box.show_value(said)
        box.activated.connect(lambda _at: self._set_kind(number, box))
        parts = column(head, box, *(_sentence(problem) for problem in wrong), gap=SPACE[1])
        holder = QWidget()
        holder.setLayout(parts)
        return holder

    def _kinds(self, one: Chosen) -> list[Option]:
        assert self._law
        kinds = [
            Option(place.kind, words.label(place.label)) for place in self._law.places if place.supported
        ]
        questions = [Option(f"answer:{field.key.partition('.')[2]}", field.label) for field in self._fields]
        return [*kinds, *questions]


def _sentence(problem: Problem) -> QWidget:
    return plain(told(str(problem)), "bad" if problem.firm else "late", wrap=True)


def _limits(law: FileLaw) -> str:
    """The limits in a sentence or two."""
    says = [
        f"{words.label(place.label)}: {', '.join(taken_as(place))}."
        for place in law.places
        if 0 < len(taken_as(place)) < 8 and place.firm
    ]
    each = max((place.each_bytes for place in law.places), default=0)
    if each:
        says.append(_tr("Each file up to {}.").format(formats.size(each)))
    if law.total_bytes:
        says.append(_tr("All together up to {}.").format(formats.size(law.total_bytes)))
    if law.unknown:
        says.append(told(law.unknown))
    return " ".join(says)


def _tr(text: str) -> str:
    return QCoreApplication.translate("submit", text)
