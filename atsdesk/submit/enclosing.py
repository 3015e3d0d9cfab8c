"""The files of a draft, read once: these bytes are hashed, kept and sent, whatever becomes of the files."""

import re
from pathlib import Path, PurePath

from atsdesk.ats.draft import Draft, File
from atsdesk.ats.submitting import Enclosure
from atsdesk.errors import ConfigError
from atsdesk.submit import signatures

MOST_READ = 200_000_000
"""No ATS takes as much; a larger file is not even read."""


def enclose(draft: Draft, folder: Path) -> list[Enclosure]:
    """The files that a draft names, relative ones looked for in `folder`. Slow.

    Raises `ConfigError` for one that cannot be read, or is far too large.
    """
    return [_read(one, folder, place) for place, one in enumerate(draft.files)]


def enclosure(file: File, content: bytes) -> Enclosure:
    """A file of a draft with its bytes."""
    name = file.name or re.split(r"[\\/]", file.path)[-1]
    media_type = signatures.media_type(PurePath(name).suffix.lower())
    return Enclosure(file.kind, name, media_type, content, file.question)


def _read(file: File, folder: Path, place: int) -> Enclosure:
    try:
        path = folder / Path(file.path).expanduser()
        size = path.stat().st_size
        if size <= MOST_READ:
            return enclosure(file, path.read_bytes())
    except (OSError, ValueError, RuntimeError) as error:  # a path that no system has, a home that nobody has
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(
            f"The file {file.name or file.path} cannot be read ({reason.lower()}).",
            "Check where it lies, and that no other program keeps it to itself.",
            concerns=f"files[{place}]",
        ) from error
    raise ConfigError(
        f"{path.name} has {size:,} bytes, which no ATS takes.",
        "Send a smaller file.",
        concerns=f"files[{place}]",
    )
