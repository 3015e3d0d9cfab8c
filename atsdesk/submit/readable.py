"""Whether a document can be opened by whoever gets it, without opening it."""

import re

from atsdesk.submit import archives
from atsdesk.submit.archives import BombError, BrokenError, LockedError
from atsdesk.submit.problem import Problem

MAIN = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
    ".ppsx": "ppt/presentation.xml",
    ".odt": "content.xml",
}
"""What has to be in the archive that a document is."""
STREAMS = {
    ".doc": ("WordDocument",),
    ".xls": ("Workbook", "Book"),
    ".ppt": ("PowerPoint Document",),
    ".msg": ("__properties_version1.0",),
}
"""What has to be in an Office file of the older kind."""
ARCHIVES = (*MAIN, ".zip", ".apk", ".pages")

_XREF = re.compile(rb"\s*(xref\b|\d+\s+\d+\s+obj\b)")
_START = re.compile(rb"startxref\s+(\d{1,12})")
_LENGTH = re.compile(rb"/L\s+(\d{1,12})\b")


def check(at: str, name: str, extension: str, content: bytes) -> list[Problem]:
    """What keeps a file from being opened; its signature is right."""
    if extension in ARCHIVES:
        return _archive(at, name, extension, content)
    if extension == ".gz":
        return _gzip(at, name, content)
    if extension == ".pdf":
        return _pdf(at, name, content)
    if extension in STREAMS and not any(
        stream.encode("utf-16-le") in content for stream in STREAMS[extension]
    ):
        hint = "Open it in the program it was made with, and save it anew."
        return [Problem(at, "readable", f"{name} holds no document of its kind.", hint)]
    if extension == ".png" and b"IEND" not in content[-64:]:
        return [_cut_off(at, name)]
    return []


def _cut_off(at: str, name: str) -> Problem:
    return Problem(
        at, "readable", f"{name} is cut off: its end is missing.", "Download or save it again, whole."
    )


def _locked(at: str, name: str) -> Problem:
    return Problem(
        at,
        "locked",
        f"{name} is protected with a password.",
        "Nobody could read it: save it without password.",
    )


def _archive(at: str, name: str, extension: str, content: bytes) -> list[Problem]:
    left = archives.allowance(content)
    most = left.bytes
    try:
        names = archives.unpack(content, left)
    except BombError:
        return [_bomb(at, name, content, most)]
    except LockedError:
        return [_locked(at, name)]
    except BrokenError as error:
        hint = "Save it anew in the program it was made with."
        return [Problem(at, "readable", f"{name} cannot be opened ({error}).", hint)]
    if extension in MAIN and MAIN[extension] not in names:
        hint = "Open it in the program it was made with, and save it anew."
        return [Problem(at, "readable", f"{name} is an archive and no document.", hint)]
    return []


def _bomb(at: str, name: str, content: bytes, most: int) -> Problem:
    return Problem(
        at,
        "bomb",
        f"{name} has {len(content):,} bytes and unpacks to more than {most:,}, or to more than "
        f"{archives.MOST_ENTRIES:,} files.",
        "Such a file harms whoever opens it: ask for another one.",
    )


def _gzip(at: str, name: str, content: bytes) -> list[Problem]:
    left = archives.allowance(content)
    most = left.bytes
    try:
        archives.inflate(content, left)
    except BombError:
        return [_bomb(at, name, content, most)]
    except LockedError:
        return [_locked(at, name)]
    except BrokenError as error:
        return [Problem(at, "readable", f"{name} cannot be opened ({error}).", "Pack it again.")]
    return []


def _pdf(at: str, name: str, content: bytes) -> list[Problem]:
    head = content[:2048]
    length = _LENGTH.search(head) if b"/Linearized" in head else None
    starts = _START.findall(content)
    if b"%%EOF" not in content or (length and int(length[1]) > len(content)):
        return [_cut_off(at, name)]
    if b"/Encrypt" in content:
        words = f"{name} is protected, and may ask for a password."
        return [Problem(at, "locked", words, "If it does, save it without.", firm=False)]
    shift = max(content.find(b"%PDF-"), 0)
    places = (int(starts[-1]), int(starts[-1]) + shift) if starts else ()
    if not any(_XREF.match(content, place) for place in places):
        words = f"{name} may be damaged: its table of contents is not where it should be."
        return [Problem(at, "readable", words, "Open it to see, and save it anew.", firm=False)]
    return []
