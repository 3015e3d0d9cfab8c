"""A drop-down of all jobs of the ATSs, searched while typing: likely ones first, each with what speaks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from atsdesk.store.exposures import Key
from atsdesk.store.own_jobs import AtsJobRow
from atsdesk.ui import formats, words
from atsdesk.ui.parts import DownButton, column, plain, row
from atsdesk.ui.theme import SPACE, tokens

Index = QModelIndex | QPersistentModelIndex
WIDTH, ROWS = 520, 8
SHOWN = 200
"""Jobs that are listed; typing finds the others."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A job that may be meant: how likely, of 100, and why."""

    key: Key
    score: int = 0
    why: str = ""


class Jobs(QAbstractListModel):
    """The jobs that fit what is typed: what is offered first, then the others by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[str, AtsJobRow]] = []
        self._offers: Mapping[Key, Offer] = {}
        self.shown: list[AtsJobRow] = []

    def fill(self, jobs: Sequence[AtsJobRow], offers: Sequence[Offer]) -> None:
        self._offers = {one.key: one for one in offers}
        places = {one.key: place for place, one in enumerate(offers)}
        ordered = sorted(jobs, key=lambda job: places.get((job.account, job.id), len(places)))
        self._all = [(_searched(job), job) for job in ordered]
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Keep the jobs that have all words, in any order."""
        wanted = typed.casefold().split()
        self.beginResetModel()
        self.shown = []
        for text, job in self._all:
            if all(word in text for word in wanted):
                self.shown.append(job)
                if len(self.shown) == SHOWN:
                    break
        self.endResetModel()

    def why(self, job: AtsJobRow) -> str:
        offer = self._offers.get((job.account, job.id))
        return offer.why if offer else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        job = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return job.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return formats.tip(self.why(job) or job.name)
        if role == Qt.ItemDataRole.UserRole:
            return job
        return None


def _searched(job: AtsJobRow) -> str:
    parts = (job.name, job.code, job.id, *job.other_ids, job.location, job.department, job.account)
    return " ".join(part for part in parts if part).casefold()


def about(job: AtsJobRow) -> str:
    """What tells a job from others of its title."""
    openness = "" if job.openness == "open" else words.word(job.openness)
    return " · ".join(
        part for part in (job.code, job.location, job.department, job.account, openness) if part
    )


class _JobPainter(QStyledItemDelegate):
    """Two lines: the title, and what speaks for it or tells it from others."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + SPACE[2] + SPACE[1])  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = tokens()
        box: QRect = option.rect  # type: ignore[attr-defined]
        job: AtsJobRow = index.data(Qt.ItemDataRole.UserRole)
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colors.pressed))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colors.hover))
        metrics = painter.fontMetrics()
        inner = box.adjusted(SPACE[3], SPACE[1], -SPACE[3], -SPACE[1])
        top = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        under = top.translated(0, metrics.height() + 2)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        end = Qt.TextElideMode.ElideRight
        why = self._jobs.why(job)
        told = about(job)
        painter.setPen(QColor(colors.text_3))
        direction = option.direction  # type: ignore[attr-defined]
        wide = min(metrics.horizontalAdvance(told), inner.width() // 2)
        beside = QRect(top.right() - wide, top.top(), wide, top.height())
        if why:
            painter.drawText(
                QStyle.visualRect(direction, inner, beside),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                metrics.elidedText(told, end, wide),
            )
            top.setRight(beside.left() - SPACE[2])
        painter.drawText(under, side, metrics.elidedText(why or told, end, under.width()))
        painter.setPen(QColor(colors.text))
        top = QStyle.visualRect(direction, inner, top)
        painter.drawText(top, side, metrics.elidedText(job.name, end, top.width()))
        painter.restore()


class JobPopup(QFrame):
    """The list: type to search, Enter or a click chooses, Esc closes."""

    chosen = Signal(object)
    """An `AtsJobRow`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.jobs = Jobs(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Title, code, id or place"))
        self.search.setAccessibleName(self.tr("Find a job"))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Jobs"))
        self.list.setModel(self.jobs)
        self.list.setItemDelegate(_JobPainter(self.jobs, self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = plain(self.tr("No job has these words"), "faint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = row(self.search, margins=(SPACE[2], SPACE[2], SPACE[2], 0))
        self.setLayout(column(top, self.list, self.empty, gap=SPACE[1], margins=(0, 0, 0, SPACE[1])))
        self.setFixedWidth(WIDTH)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.clicked.connect(self._choose)

    def open_below(self, widget: QWidget, jobs: Sequence[AtsJobRow], offers: Sequence[Offer]) -> None:
        self.jobs.fill(jobs, offers)
        self.search.clear()
        self._fit()
        self.move(widget.mapToGlobal(widget.rect().bottomLeft()) + QPoint(0, SPACE[1]))
        self.show()
        self.search.setFocus()

    def _narrow(self, typed: str) -> None:
        self.jobs.narrow(typed)
        self._fit()

    def _fit(self) -> None:
        count = self.jobs.rowCount()
        height = 2 * self.fontMetrics().height() + SPACE[2] + SPACE[1]
        self.list.setFixedHeight(min(max(count, 1), ROWS) * height + 8)
        self.list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        if count:
            self.list.setCurrentIndex(self.jobs.index(0))
        self.adjustSize()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            job = self.jobs.shown[index.row()]
            self.close()
            self.chosen.emit(job)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self.list.currentIndex())
                return True
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                at = self.list.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
                at = min(max(at, 0), self.jobs.rowCount() - 1)
                self.list.setCurrentIndex(self.jobs.index(at))
                return True
        return super().eventFilter(watched, event)


class JobPicker(DownButton):
    """A button that opens the list of jobs below it."""

    chosen = Signal(object)
    """An `AtsJobRow`."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "picker")
        self.popup = JobPopup(self)
        self.popup.chosen.connect(self.chosen)
        self._jobs: Sequence[AtsJobRow] = ()
        self._offers: Sequence[Offer] = ()
        self.clicked.connect(self.open)

    def offer(self, jobs: Sequence[AtsJobRow], offers: Sequence[Offer] = ()) -> None:
        """What there is to choose from, and what is likely."""
        self._jobs, self._offers = jobs, offers
        self.setEnabled(bool(jobs))

    def open(self) -> None:
        self.popup.open_below(self, self._jobs, self._offers)
