"""What a new account is to read: how far back, and which lists; the usual choice needs no thought."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from atsdesk.ats.kind import FIRST_DAY, Kind
from atsdesk.sync.lists import ResourceChoice
from atsdesk.ui.parts import button, column, plain, row, segments
from atsdesk.ui.resources_dialog import ResourceList
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told

YEARS = (0, 1, 2, 5)
"""How many years back can be chosen; 0 is everything."""


class WhatToRead(QWidget):
    """Below the form of a new account."""

    def __init__(self, offered: Callable[[str], Sequence[ResourceChoice]]) -> None:
        """`offered` tells the lists of an ATS."""
        super().__init__()
        self._offered = offered
        self._ats, self._dated = "", False
        self.years = 0
        names = {years: self.tr("{} years").format(years) for years in YEARS}
        names |= {0: self.tr("Everything"), 1: self.tr("1 year")}
        back, self.spans = segments(self.tr("How far back"), names, 0, self._choose)
        self.back = QWidget()
        self.back.setLayout(column(back, gap=0))
        self.means = plain("", "faint", wrap=True)
        self.told = plain("", "soft", wrap=True)
        self.choose_button = button(self.tr("Choose the lists"), self.turn_lists, role="link")
        self.lists = ResourceList()
        self.lists.turned.connect(self._tell)
        self.lists.hide()
        across = row(self.told, self.choose_button, gap=SPACE[2])
        across.setStretch(0, 1)
        reach = column(self.back, self.means, gap=SPACE[1])
        self.setLayout(column(reach, across, self.lists, gap=SPACE[3]))

    def show_kind(self, kind: Kind) -> None:
        """Offer what this ATS has."""
        if kind.key == self._ats:
            return
        self._ats, self._dated = kind.key, kind.dated
        self.back.setVisible(kind.dated)
        self.means.setText(told(kind.far_back))
        self.means.setVisible(bool(kind.far_back))
        self.lists.show_choices(self._offered(kind.key))
        self._tell()

    def turn_lists(self) -> None:
        """Show the lists with their switches, or hide them."""
        self.lists.setVisible(self.lists.isHidden())
        self.choose_button.setText(
            self.tr("Choose the lists") if self.lists.isHidden() else self.tr("Hide the lists")
        )

    def settings(self) -> dict[str, str]:
        """The settings that say how far back."""
        if not self._dated or not self.years:
            return {}
        today = QDate.currentDate()
        day = today.addYears(-self.years)
        return {FIRST_DAY: dt.date(day.year(), day.month(), day.day()).isoformat()}

    def changed(self) -> Mapping[str, bool]:
        """The lists that were switched on or off."""
        return self.lists.changed()

    def _choose(self, years: int) -> None:
        self.years = years

    def _tell(self) -> None:
        """How many lists are read, and which are not."""
        rows = self.lists.rows.values()
        off = [one.switch.text() for one in rows if not one.switch.isChecked()]
        says = self.tr("Everything is read.")
        if off:
            says = self.tr("Left out: {}").format(", ".join(off[:4]) + (" …" if len(off) > 4 else ""))
        self.told.setText(says)
