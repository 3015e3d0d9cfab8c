"""The place of a folder of files: made beside it, put in its place whole, the one before kept until then."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from atsdesk.errors import ConfigError
from atsdesk.export.place import explained, in_use, sweep

OURS = ".atsdesk-export"
"""A file that says that the folder is ours to replace: nobody's own files are ever removed."""
_BESIDE = ".atsdesk-{writer}-{token}.tmp"


def checked_folder(target: Path) -> Path:
    """The real place of the folder; `ConfigError` when nothing can be written there, or something else is there."""
    real = Path(os.path.realpath(target))
    try:
        there, has_parent = real.exists(), real.parent.is_dir()
        foreign = there and (not real.is_dir() or (any(real.iterdir()) and not (real / OURS).exists()))
    except OSError as error:
        raise explained(error, real) from error
    if foreign:
        raise ConfigError(
            f"{target} is not a folder that ATS Desk has written.",
            "Give the name of a new folder: an export replaces what is in it.",
            concerns=str(target),
        )
    if not has_parent:
        raise ConfigError(
            f"The folder {real.parent} does not exist.",
            "Create it, or choose another folder.",
            concerns=str(target),
        )
    return real


@contextlib.contextmanager
def replacing_folder(target: Path) -> Iterator[Path]:
    """A new folder that takes the target's place when the block ends well; else the target is as it was.

    Systems cannot swap two folders in one step everywhere, so the one before steps aside first, and back if the new one
    cannot take its place.
    """
    sweep(target.parent)
    beside, before = (
        target.parent / _BESIDE.format(writer=os.getpid(), token=secrets.token_hex(4)) for _ in range(2)
    )
    try:
        try:
            beside.mkdir(mode=0o700)
            yield beside
            (beside / OURS).write_text("Written by ATS Desk, which replaces this folder.\n", encoding="utf-8")
            try:
                if target.exists():
                    beside.chmod(target.stat().st_mode & 0o777)
                    target.rename(before)
                beside.rename(target)
            except OSError as error:
                if before.exists():
                    before.rename(target)
                if isinstance(error, PermissionError):
                    raise in_use(target) from error
                raise
        except OSError as error:
            raise explained(error, target) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if target.exists():  # else the folder from before is the only one there is
            shutil.rmtree(before, ignore_errors=True)


@contextlib.contextmanager
def working_folder(target: Path) -> Iterator[Path]:
    """A private folder beside the target for files on their way; it is gone when the block ends."""
    sweep(target.parent)
    folder = target.parent / _BESIDE.format(writer=os.getpid(), token=secrets.token_hex(4))
    try:
        folder.mkdir(mode=0o700)
        yield folder
    except OSError as error:
        raise explained(error, target) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
