"""The place of an export: written beside it, moved over it in one step, explained when that does not work."""

import contextlib
import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from atsdesk.errors import ConfigError

_BESIDE = ".atsdesk-{writer}-{token}.tmp"
_LEFT_OVER_SECONDS = 86_400
_WHOLE = "The file from before is as it was."


def checked(target: Path, ending: str = ".xlsx", noun: str = "workbook") -> Path:
    """The real place of the file; `ConfigError` when it is plain that nothing can be written there."""
    real = Path(os.path.realpath(target))
    if real.suffix.lower() != ending:
        raise ConfigError(
            f"{target.name} is not a name for a {noun}.",
            f"Give it a name that ends in {ending}.",
            concerns=str(target),
        )
    try:
        is_folder, has_folder = real.is_dir(), real.parent.is_dir()
    except OSError as error:
        raise explained(error, real) from error
    if is_folder:
        raise ConfigError(
            f"{target} is a folder.",
            f"Give the name of a file in it, such as ats-desk{ending}.",
            concerns=str(target),
        )
    if not has_folder:
        raise ConfigError(
            f"The folder {real.parent} does not exist.",
            "Create it, or choose another folder.",
            concerns=str(target),
        )
    if os.name == "nt" and real.exists():
        try:
            real.open("r+b").close()
        except PermissionError as error:
            raise in_use(real) from error
    return real


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """A new file that takes the target's place when the block ends well; else it is gone and the target untouched."""
    sweep(target.parent)
    beside = target.parent / _BESIDE.format(writer=os.getpid(), token=secrets.token_hex(4))
    try:
        try:
            with open(os.open(beside, _NEW, 0o600), "wb") as file:  # noqa: PTH123
                yield file
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
        except OSError as error:
            raise explained(error, target) from error
        try:
            beside.replace(target)
        except PermissionError as error:
            raise in_use(target) from error
        except OSError as error:
            raise explained(error, target) from error
        _sync_folder(target.parent)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def clear_after(writer: int, target: Path) -> None:
    """Remove what a process that was ended had begun beside the target."""
    for left in target.parent.glob(_BESIDE.format(writer=writer, token="*")):
        _remove(left)


_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def sweep(folder: Path) -> None:
    """Remove what exports that were killed long ago left behind: it holds people's data."""
    for left in folder.glob(_BESIDE.format(writer="*", token="*")):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER_SECONDS:
                _remove(left)


def _remove(left: Path) -> None:
    if left.is_dir():
        shutil.rmtree(left, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        left.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the move itself last through a power cut, where the system lets folders be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def in_use(target: Path) -> ConfigError:
    """What a refusal to replace the target means."""
    return ConfigError(
        f"{target.name} is open in another program, or protected.",
        f"Close it in Excel and export again. {_WHOLE}",
        concerns=str(target),
    )


def explained(error: OSError, target: Path) -> ConfigError:
    """What the system's refusal means for a person."""
    folder = target.parent
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            title, hint = (
                f"There is no room for {target.name} in {folder}.",
                "Free some disk space and export again.",
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            title, hint = f"{folder} cannot be written to.", "Choose a folder that you may write to."
        case errno.ENAMETOOLONG:
            title, hint = f"The name {target.name} is too long.", "Choose a shorter one."
        case _:
            reason = (error.strerror or str(error)).lower()
            title, hint = (
                f"{target.name} could not be written ({reason}).",
                "Check the disk, or choose another folder.",
            )
    return ConfigError(title, f"{hint} {_WHOLE}", concerns=str(target))
