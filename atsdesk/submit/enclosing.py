"""The files of a draft, read once: these bytes are hashed, kept and sent, whatever becomes of the files."""

import mimetypes
from pathlib import Path

from atsdesk.ats.draft import Draft
from atsdesk.ats.submitting import Enclosure
from atsdesk.errors import ConfigError


def enclose(draft: Draft, folder: Path) -> list[Enclosure]:
    """The files that a draft names, relative ones looked for in `folder`; raises `ConfigError` for one that cannot be
    read."""
    found: list[Enclosure] = []
    for place, one in enumerate(draft.files):
        path = folder / one.path
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ConfigError(
                f"The file {path.name} cannot be read ({(error.strerror or str(error)).lower()}).",
                "Check where it lies, and that no other program keeps it to itself.",
                concerns=f"files[{place}]",
            ) from error
        name = one.name or path.name
        media = mimetypes.guess_type(name)[0] or "application/octet-stream"
        found.append(Enclosure(one.kind, name, media, content, one.question))
    return found
