"""`atsdesk doctor --repair`: what can be put right in a data folder, step by step, each told in a line."""

import contextlib
import datetime as dt
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from atsdesk.care import ClosedFolder
from atsdesk.desk import Desk
from atsdesk.doctor import Finding
from atsdesk.errors import DamagedError, DeskError
from atsdesk.store import backups, replacing
from atsdesk.store.restoring import Restored


def repair(folder: Path) -> Iterator[Finding]:
    """Do one step after the other; a finding that is not good says what is left to do."""
    folder = folder.expanduser().absolute()
    for step in (_permissions, _data_file, _inside, _locks, _leftovers, _backups, _quarantine):
        try:
            yield from step(folder)
        except DeskError as error:
            yield Finding(False, _SUBJECTS[step], str(error))
        except OSError as error:
            yield Finding(False, _SUBJECTS[step], f"{error.strerror or error}: {error.filename or folder}.")


_OURS = ("atsdesk*", "*.lock", "window.json", "backups", "backups/*", "quarantine", "quarantine/*")
"""What the program makes in a data folder, in which other things may lie."""


def _permissions(folder: Path) -> Iterator[Finding]:
    if os.name == "nt" or not folder.is_dir():
        return
    changed = 0
    for path in (folder, *(one for pattern in _OURS for one in folder.glob(pattern))):
        allowed = 0o700 if path.is_dir() else 0o600
        if not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) & ~allowed:
            path.chmod(allowed)
            changed += 1
    yield Finding(True, "Permissions", f"{_count(changed, 'file', 'files')} made private.")


def _data_file(folder: Path) -> Iterator[Finding]:
    """Open and check it; where it is damaged, look whether its indexes are all, else make a new one."""
    try:
        with Desk(folder) as desk:
            trouble = desk.care.check()
            if trouble:
                trouble = desk.care.rebuild()
            if not trouble:
                yield Finding(True, "Data file", "whole.")
                return
    except DamagedError:
        pass
    done = ClosedFolder(folder).start_anew()
    yield Finding(True, "Data file", told(done))
    yield Finding(
        False,
        "Data file",
        "What the ATS has is not in it yet: sync, or go back to a safety copy with `atsdesk restore`."
        if backups.backups(folder)
        else "What the ATS has is not in it yet: sync.",
    )


def told(done: Restored) -> str:
    """What came of a new file, in sentences."""
    rescued = done.rescued
    rows = sum(rescued.rows.values()) if rescued else 0
    partly = ", ".join(name.replace("_", " ") for name in rescued.partly) if rescued else ""
    said = f"it was damaged. A new one has taken its place, with {rows:,} rows that were made here."
    if partly:
        said += f" Not all could be read of: {partly}."
    return f"{said} The damaged file is kept for {replacing.QUARANTINE_DAYS} days: {done.kept}"


def _inside(folder: Path) -> Iterator[Finding]:
    with Desk(folder) as desk:
        words = desk.care.rebuild_search()
        yield Finding(True, "Search", f"the index was made anew, for {words:,} rows.")
        desk.care.refresh_views()
        yield Finding(True, "Views", "as the data wants them.")
        desk.care.settle()
        yield Finding(True, "Log of changes", "brought back into the data file.")


def _locks(folder: Path) -> Iterator[Finding]:
    from filelock import FileLock, Timeout

    gone = held = 0
    for path in sorted(folder.glob("*.lock")):
        lock = FileLock(path, timeout=0, mode=0o600)
        try:
            with lock, contextlib.suppress(PermissionError):  # Windows keeps it until it is released
                path.unlink()
            gone += 1
        except Timeout:
            held += 1
    yield Finding(
        True,
        "Locks",
        _count(gone, "lock", "locks") + f" that nobody holds removed, {held} in use and left alone.",
    )


def _leftovers(folder: Path) -> Iterator[Finding]:
    found = replacing.leftovers(folder)
    for path in found:
        path.unlink()
    yield Finding(True, "Unfinished files", _count(len(found), "file", "files") + " removed.")


def _backups(folder: Path) -> Iterator[Finding]:
    good, bad = 0, 0
    for one in backups.backups(folder):
        if trouble := backups.examine(one.path):
            bad += 1
            kept = replacing.set_aside(one.path)
            yield Finding(
                True,
                "Safety copies",
                f"{one.path.name} cannot be used: {trouble} It is in {kept.parent} now.",
            )
        else:
            good += 1
    yield Finding(True, "Safety copies", f"{good} verified" + (f", {bad} set aside." if bad else "."))


def _quarantine(folder: Path) -> Iterator[Finding]:
    gone = replacing.release(folder, dt.datetime.now(dt.UTC))
    if (folder / replacing.QUARANTINE).exists():
        yield Finding(
            True,
            "Quarantine",
            _count(len(gone), "file", "files") + f" older than {replacing.QUARANTINE_DAYS} days removed.",
        )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


_SUBJECTS: dict[Callable[[Path], Iterator[Finding]], str] = {
    _permissions: "Permissions",
    _data_file: "Data file",
    _inside: "Inside the file",
    _locks: "Locks",
    _leftovers: "Unfinished files",
    _backups: "Safety copies",
    _quarantine: "Quarantine",
}
