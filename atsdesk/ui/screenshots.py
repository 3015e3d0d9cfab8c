"""Pictures of every screen of a data folder, drawn without a display: for the demo, the README and our own eyes.

They are drawn by a process of their own: the platform and the scale are chosen when Qt starts.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QPoint, Qt, QThread
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from atsdesk.desk import Desk
from atsdesk.errors import DamagedError, OfflineError, TransientError
from atsdesk.store.profiles import Profile
from atsdesk.ui.samples import SOME_FILES, SOME_INTERVIEWS, SOME_OWN_JOBS, SOME_TITLE, some_sync
from atsdesk.ui.table_model import PAGE

if TYPE_CHECKING:
    from atsdesk.ui.language import Language
    from atsdesk.ui.settings_dialog import SettingsDialog
    from atsdesk.ui.theme import Appearance
    from atsdesk.ui.window import Window

SIZE = (1280, 800)
LOOKS = ("light", "dark")
"""A theme, and with a hyphen a language other than English: `light-he`."""
LONGEST_WAIT = 20.0

See = Callable[[QWidget], Any]
Drawn = Callable[..., Any]
"""Sees a widget, or the window, once nothing is being read any more: draws it, or looks at it otherwise."""
Pictures = Iterator[tuple[str, Any]]
"""A screen's name, and what came of seeing it."""


def take(folder: Path, out: Path, *, looks: Sequence[str] = LOOKS, scale: float = 1.0) -> list[Path]:
    """Draw every tab, the panels, the dialogs and the empty states of `folder` into PNG files in `out`.

    `scale` 2.0 draws as on a screen at 200 %. Raises `TransientError` when Qt cannot draw here.
    """
    out.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", __name__, str(folder), str(out), f"--scale={scale:g}", *looks]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": f"{scale:g}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise TransientError(
            "The pictures could not be drawn.", f"Qt says: {done.stderr.strip()[-400:] or done.returncode}"
        )
    return [Path(line) for line in done.stdout.splitlines()]


def draw_all(
    app: QApplication, desk: Desk, out: Path, looks: Sequence[str], scale: float = 1.0
) -> Iterator[Path]:
    """Draw the screens of an open desk, one file after the other."""
    from atsdesk.ui.language import ENGLISH, Language
    from atsdesk.ui.theme import THEMES, Appearance

    appearance, language = Appearance(app), Language(app)
    for look in looks:
        named = next(colors for colors in THEMES if look.startswith(colors.name))
        language.choose(look.removeprefix(named.name).removeprefix("-") or ENGLISH)
        appearance.show(named)
        for name, picture in every_screen(desk, appearance, language, QWidget.grab):
            path = out / f"{name}-{look}{'' if scale == 1.0 else f'@{scale:g}x'}.png"
            picture.save(str(path))
            yield path
    language.choose(ENGLISH)


def every_screen(desk: Desk, appearance: "Appearance", language: "Language", see: See) -> Pictures:
    """Open every screen of a desk, one after the other, and see it."""
    with _window(desk, appearance, language, see) as (window, drawn):
        yield from _people(window, drawn)
        yield from _tabs(window, drawn)
        yield from _submit(window, drawn)
        yield from _dialogs(window, drawn)
        yield from _import(window, drawn)
        yield from _choosing(window, drawn)
    yield from _at_first(appearance, language, see)


def _at_first(appearance: "Appearance", language: "Language", see: See) -> Pictures:
    """What there is to see before there is anything: no account, and one that was never synced."""
    environ = {"ATSDESK_SECRET__ACME__API_KEY": "none", "ATSDESK_SECRET__ACME__SECRET": "none"}
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder), environ=environ) as desk:
        with _window(desk, appearance, language, see) as (window, drawn):
            yield "welcome", drawn()
        desk.add_account("comeet", "acme", {}, base_url="https://api.example.com")
        with _window(desk, appearance, language, see) as (window, drawn):
            for name, page in (
                ("candidates", window.candidates),
                ("export", window.export),
                ("activity", window.activity),
            ):
                window.show_page(page)
                yield f"first-{name}", drawn()


@contextmanager
def _window(
    desk: Desk, appearance: "Appearance", language: "Language", see: See
) -> "Iterator[tuple[Window, Drawn]]":
    from atsdesk.ui.window import Window

    window = Window(desk, appearance, sample=lambda _desk: None, speaks=language)
    window.resize(*SIZE)
    window.show()
    settle(lambda: window.alive)

    def drawn(widget: QWidget | None = None) -> Any:
        settle(lambda: not window.workers.busy)
        return see(widget or window)

    try:
        yield window, drawn
    finally:
        window.close()
        window.end()
        window.deleteLater()
        settle(lambda: True)


def _people(window: "Window", drawn: Drawn) -> Pictures:
    settle(lambda: window.candidates.model.rowCount() > 0, 5)
    window.candidates.close_panel()
    window.show_tab(0)
    yield "candidates", drawn()
    for key, name in (("status", "filter"), ("applied", "dates")):
        window.candidates.filters.open(key)
        popup = window.candidates.filters.popups[key]
        yield name, drawn(popup)
        popup.close()
    yield "freshness", drawn(window.open_freshness())
    window.fresh.close()
    views = window.candidates.views.menu_of_views()
    views.popup(window.candidates.views.mapToGlobal(QPoint(0, 0)))
    yield "views", drawn(views)
    views.close()
    window.candidates.turn_panel()
    for part, name in ((0, "candidate"), (1, "background"), (2, "history"), (3, "record")):
        settle(lambda: not window.workers.busy)
        if name == "history":
            _point_at_changes(window)
            settle(lambda: not window.workers.busy)
        window.candidates.panel.show_part(part)
        yield name, drawn()
    window.candidates.panel.show_part(0)
    window.candidates.close_panel()
    menu = window.candidates.table.column_menu()
    menu.popup(window.pos())
    yield "columns", drawn(menu)
    menu.close()
    window.header.search.setText("zzzz")
    settle(lambda: window.candidates.model.query.text == "zzzz" and not window.workers.busy)
    yield "nothing-found", drawn()
    window.header.search.clear()
    settle(lambda: not window.candidates.model.query.text and not window.workers.busy)


def _tabs(window: "Window", drawn: Drawn) -> Pictures:
    window.show_page(window.steps)
    yield "steps", drawn()
    window.show_page(window.jobs)
    yield "jobs", drawn()
    window.jobs.turn_panel()
    yield "job", drawn()
    window.jobs.panel.show_part(0)
    yield "description", drawn()
    window.jobs.close_panel()
    window.show_page(window.interviews)
    yield "interviews", drawn()
    window.interviews.turn_panel()
    yield "interviewed", drawn()
    window.interviews.close_panel()
    window.show_page(window.export)
    yield "export", drawn()
    window.show_page(window.activity)
    settle(lambda: not window.workers.busy)
    window.activity.runs.open_first()
    yield "activity", drawn()
    for run in window.desk.reading.runs(1):
        log = window.activity.open_requests(run)
        yield "requests", drawn(log)
        log.close()
    window.show_tab(0)
    window.header.show_syncing(True)
    window.strip.show_standing([some_sync(window.desk)])
    window.strip.open()
    yield "syncing", drawn()
    window.strip.show_standing([])
    window.header.show_syncing(False)


def _submit(window: "Window", drawn: Drawn) -> Pictures:
    """Somebody who is written down, half right, and the outbox."""
    from atsdesk.ats.draft import Draft

    tab = window.submit
    window.submit_somebody()
    yield "submit", drawn()
    account = tab.editor.draft.account
    job = next((one.id for one in window.desk.drafts.jobs(account) if not one.lacks), "")
    known = window.candidates.model.key(0) or ("", "", "")
    person = window.desk.reading.candidate(str(known[0]), str(known[1]))
    email = str(person.fields.get("email") or "") if person else ""
    some = Draft(
        account=account, job_id=job, first_name="Noa", last_name="Example", email=email, phone="555 01"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, content in SOME_FILES.items():
            (Path(folder) / name).write_bytes(content)
        tab.editor.show_draft(some)
        settle(lambda: not window.workers.busy)
        tab.editor.files.add([Path(folder) / name for name in SOME_FILES])
        settle(lambda: not window.workers.busy)
        tab.editor.review()
        yield "submit-problems", drawn()
    tab.show_page(1)
    yield "outbox", drawn()
    tab.show_page(0)
    tab.editor.show_draft(Draft(account=account))
    settle(lambda: not window.workers.busy)


def _dialogs(window: "Window", drawn: Drawn) -> Pictures:
    from atsdesk.ats.draft import Draft
    from atsdesk.ui.closing import CloseQuestion
    from atsdesk.ui.damage_dialog import DamageDialog
    from atsdesk.ui.place_field import ADDRESS, PUBLISH
    from atsdesk.ui.settings_dialog import SettingsDialog
    from atsdesk.ui.trouble import TroubleDialog, describe

    first = window.candidates.model.key(0) or ("", "")
    person = window.desk.reading.candidate(str(first[0]), str(first[1]))
    named = str(person.fields.get("name") or "") if person else ""
    damaged = DamagedError("The data file is damaged, or it is not a file of ATS Desk.")
    broken = describe(OfflineError("api.example.com could not be reached.", "Try again later."))
    for name, opened in (
        ("settings", window.dialogs.open_settings),
        ("connect", window.dialogs.open_account),
        ("shortcuts", window.dialogs.open_shortcuts),
        ("help", partial(window.open_help, "connect")),
        ("limits", partial(window.steps.open_limits, "")),
        ("note", partial(window.dialogs.open_note, Draft(account="acme", candidate_id="1"), named)),
        ("forget", partial(window.dialogs.open_forget, str(first[0]), str(first[1]))),
        ("publish", partial(window.export.profiles.open_profile, Profile("Shared", ADDRESS, PUBLISH))),
        ("backups", window.dialogs.open_backups),
        ("retention", window.dialogs.open_retention),
        ("damage", partial(_opened, DamageDialog(window.desk.care, window.workers, damaged, window))),
        ("trouble", partial(_opened, TroubleDialog(broken, window))),
        ("closing", partial(_opened, CloseQuestion(window))),
    ):
        dialog = opened()
        yield name, drawn(dialog)
        if isinstance(dialog, SettingsDialog):
            dialog.area.verticalScrollBar().setValue(dialog.area.verticalScrollBar().maximum())
            yield "settings-below", drawn(dialog)
            yield from _licences(dialog, drawn)
            yield from _lists(dialog, window.desk, drawn)
        dialog.close()
        settle(lambda: not window.workers.busy)


def _opened(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


def _licences(settings: "SettingsDialog", drawn: Drawn) -> Pictures:
    """The page that is made with the program, where it was made."""
    from atsdesk.ui.newer import NewerPart

    part = settings.findChild(NewerPart)
    if part is not None and part.licences_button.isVisible():
        dialog = part.open_licences()
        yield "licences", drawn(dialog)
        dialog.close()


def _lists(settings: "SettingsDialog", desk: Desk, drawn: Drawn) -> Pictures:
    """The lists of one account of each system."""
    for ats, name in {account.ats: account.id for account in desk.accounts()}.items():
        dialog = settings.open_lists(name)
        yield f"lists-{ats}", drawn(dialog)
        dialog.close()


def _import(window: "Window", drawn: Drawn) -> Pictures:
    """A file on its way into an account that takes files, where there is one."""
    able = any(window.desk.file_tables(account.ats) for account in window.accounts)
    if not able:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "interviews-march.csv"
        path.write_text(SOME_INTERVIEWS, encoding="utf-8")
        dialog = window.dialogs.open_import(path)
        yield "import", drawn(dialog)
        dialog.close()
        settle(lambda: not window.workers.busy)


def _choosing(window: "Window", drawn: Drawn) -> Pictures:
    """A pasted list of jobs and one that is imported, with own jobs behind it."""
    window.show_page(window.jobs)
    settle(lambda: not window.workers.busy)
    known = window.desk.jobs.own.ats_jobs()
    paste = window.jobs.open_paste()
    paste.text.setPlainText("\n".join([*(one.code or one.id for one in known[:4]), SOME_TITLE]))
    paste.look()
    yield "paste", drawn(paste)
    paste.picker.open()
    yield "pick", drawn(paste.picker.popup)
    paste.picker.popup.close()
    paste.reject()
    first = known[0]
    ours: dict[str, str] = {
        "own_id": "A-7",
        "name": SOME_TITLE,
        "ats_id": first.id,
        "location": first.location,
    }
    brought = window.desk.jobs.own.take_in("our-jobs.csv", [ours])
    own = window.jobs.open_own_jobs()
    settle(lambda: not window.workers.busy)
    own.view.point_at(0)
    settle(lambda: not window.workers.busy)
    yield "own-jobs", drawn(own)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "our-jobs.csv"
        path.write_text(SOME_OWN_JOBS, encoding="utf-8")
        dialog = window.jobs.open_import(own, path)
        yield "own-import", drawn(dialog)
        dialog.reject()
    adding = window.jobs.open_add(own)
    yield "own-add", drawn(adding)
    adding.reject()
    own.reject()
    window.jobs.open_row(first.account, first.id)
    window.jobs.panel.show_part(0)
    settle(lambda: not window.workers.busy)
    for area in window.jobs.panel.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    yield "own-beside", drawn()
    window.desk.jobs.own.undo_import(brought.number)
    settle(lambda: not window.workers.busy)


def _point_at_changes(window: "Window") -> None:
    """Go to the first person with a history on the first page of the table; where there is none, stay."""
    model = window.candidates.model
    for number, cells in enumerate(window.desk.reading.rows(model.view, model.query, 0, PAGE)):
        person = window.desk.reading.candidate(str(cells[0]), str(cells[1]))
        if person is not None and person.history:
            window.candidates.table.selectRow(number)
            return


def settle(ready: Callable[[], bool], seconds: float = LONGEST_WAIT) -> None:
    """Let events happen until `ready`, and a moment longer so that layouts are done."""
    end = time.monotonic() + seconds
    calm = 0
    while calm < 5 and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))
        QCoreApplication.sendPostedEvents(None, 0)
        calm = calm + 1 if ready() else 0
        QThread.msleep(5)


def main(argv: Sequence[str] | None = None) -> int:
    """The process that draws: prints the path of every picture."""
    from atsdesk.ui.app import prepare

    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("looks", nargs="+")
    parser.add_argument("--scale", type=float, default=1.0)
    options = parser.parse_args(argv)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = prepare()
    desk = Desk(options.folder)
    try:
        for path in draw_all(app, desk, options.out, options.looks, options.scale):
            sys.stdout.write(f"{path}\n")
    finally:
        desk.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
