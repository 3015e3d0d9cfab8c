"""Pictures of every screen on invented people, to look at: each tab, panel, dialog and empty state.

python packaging/screenshots.py [--out FOLDER] [--looks light dark light-he ...] [--scales 1 2] [--guide]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from atsdesk.demo import Sample
from atsdesk.desk import Desk
from atsdesk.store.exports import ExportEntry
from atsdesk.ui import screenshots
from atsdesk.ui.guide import FOLDER

LOOKS = ("light", "dark", "light-he", "dark-he", "contrast-light", "contrast-dark")
CANDIDATES, EVENTS = 400, 80
GUIDE = {
    "candidates": "candidate",
    "steps": "steps",
    "syncing": "syncing",
    "paste": "paste",
    "submit": "submit-problems",
    "export": "export",
}
"""Pictures of the guide, and the screens that they show."""
GUIDE_LOOKS = {"en": "light", "he": "light-he"}


def main() -> int:
    parser = argparse.ArgumentParser(description="Draw every screen of the window on invented people.")
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--looks", nargs="+", default=LOOKS, choices=LOOKS, metavar="LOOK")
    parser.add_argument("--scales", nargs="+", type=float, default=(1.0, 2.0), metavar="SCALE")
    parser.add_argument("--guide", action="store_true", help="Renew the pictures of the guide from them.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        count = 0
        for scale in options.scales:
            count += len(screenshots.take(Path(folder), options.out, looks=options.looks, scale=scale))
    if options.guide:
        illustrate(options.out)
    print(f"{count} pictures in {options.out}")
    return 0


def illustrate(out: Path) -> None:
    """Put some of the pictures into the guide, in 256 colours."""
    for language, look in GUIDE_LOOKS.items():
        for name, screen in GUIDE.items():
            small = QImage(str(out / f"{screen}-{look}.png")).convertToFormat(
                QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.AvoidDither
            )
            small.save(str(FOLDER / language / "pictures" / f"{name}.png"), quality=0)


def fill(folder: Path) -> None:
    """People in all systems, some of whom have moved on since they were first seen, and an export."""
    with Sample(CANDIDATES) as sample, Desk(folder) as desk:
        sample.add(desk)
        for account in desk.accounts():
            desk.sync(account.id)
        sample.pass_time(EVENTS)
        for account in desk.accounts():
            desk.sync(account.id)
        desk.record_export(ExportEntry.now(Path("/home/ada/Documents/ATS Desk.xlsx"), 48_112, "", 6.2))


if __name__ == "__main__":
    sys.exit(main())
