"""What a file holds, by its first bytes, and what its extension promises."""

import fnmatch
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

ZIP = "a ZIP archive"
OFFICE = "an Office file of the older kind"
TEXT = "text"

_STARTS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"PK\x03\x04", ZIP),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (0, b"\0\0\1\0", "an icon"),
    (0, b"BM", "a BMP picture"),
    (0, b"8BPS", "a Photoshop picture"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"ID3", "a sound"),
    (4, b"ftyp", "a film"),
    (4, b"moov", "a film"),
    (0, b"AC10", "a drawing"),
    (0, b"FWS", "a Flash film"),
    (0, b"CWS", "a Flash film"),
    (0, b"ZWS", "a Flash film"),
    (0, b"RIFF", "a WebP picture or a sound"),
    (0, b"MZ", "a Windows program"),
    (0, b"\x7fELF", "a Linux program"),
    (0, b"\xcf\xfa\xed\xfe", "a macOS program"),
    (0, b"\xce\xfa\xed\xfe", "a macOS program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"#!", "a script"),
)
PDF = "a PDF document"
SOMETHING_ELSE = "something else"
PROGRAMS = frozenset(("a Windows program", "a Linux program", "a macOS program", "a program"))


def recognise(content: bytes) -> str:
    """What the content is, in words; "" where it cannot be told."""
    # Readers accept a PDF that begins within the first kilobyte.
    if b"%PDF-" in content[:1024]:
        return PDF
    for place, start, what in _STARTS:
        if content.startswith(start, place):
            return what
    return TEXT if is_text(content) else ""


_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_text(content: bytes) -> bool:
    """Whether the beginning reads as text in a usual encoding."""
    head = content[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return bool(head) and not _CONTROL.search(head)


@dataclass(frozen=True, slots=True)
class Promise:
    """What an extension stands for."""

    what: str
    media_type: str
    kept: Callable[[bytes], bool]
    """Whether a content is that."""


def _is(*whats: str) -> Callable[[bytes], bool]:
    return lambda content: recognise(content) in whats


def _is_sound(content: bytes) -> bool:
    return content[:3] == b"ID3" or (
        content[:1] == b"\xff" and len(content) > 1 and content[1] & 0xE0 == 0xE0
    )


def _anything(content: bytes) -> bool:
    return True


_DOCUMENT = "application/vnd.openxmlformats-officedocument."
_OTHER = "application/octet-stream"
PROMISES: Mapping[str, Promise] = {
    ".pdf": Promise("a PDF document", "application/pdf", _is("a PDF document")),
    ".doc": Promise("a Word document", "application/msword", _is(OFFICE)),
    ".xls": Promise("an Excel workbook", "application/vnd.ms-excel", _is(OFFICE)),
    ".ppt": Promise("a PowerPoint presentation", "application/vnd.ms-powerpoint", _is(OFFICE)),
    ".msg": Promise("an Outlook message", "application/vnd.ms-outlook", _is(OFFICE)),
    ".docx": Promise("a Word document", f"{_DOCUMENT}wordprocessingml.document", _is(ZIP)),
    ".xlsx": Promise("an Excel workbook", f"{_DOCUMENT}spreadsheetml.sheet", _is(ZIP)),
    ".pptx": Promise("a PowerPoint presentation", f"{_DOCUMENT}presentationml.presentation", _is(ZIP)),
    ".ppsx": Promise("a PowerPoint presentation", f"{_DOCUMENT}presentationml.slideshow", _is(ZIP)),
    ".odt": Promise("an OpenDocument text", "application/vnd.oasis.opendocument.text", _is(ZIP)),
    ".pages": Promise("a Pages document", "application/vnd.apple.pages", _is(ZIP)),
    ".zip": Promise("a ZIP archive", "application/zip", _is(ZIP, "an empty ZIP archive")),
    ".apk": Promise("an Android program", "application/vnd.android.package-archive", _is(ZIP)),
    ".rtf": Promise("an RTF document", "application/rtf", _is("an RTF document")),
    ".png": Promise("a PNG picture", "image/png", _is("a PNG picture")),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".jfif"), Promise("a JPEG picture", "image/jpeg", _is("a JPEG picture"))
    ),
    ".gif": Promise("a GIF picture", "image/gif", _is("a GIF picture")),
    ".bmp": Promise("a BMP picture", "image/bmp", _is("a BMP picture")),
    **dict.fromkeys((".tif", ".tiff"), Promise("a TIFF picture", "image/tiff", _is("a TIFF picture"))),
    ".ico": Promise("an icon", "image/x-icon", _is("an icon", "a PNG picture")),
    ".psd": Promise("a Photoshop picture", "image/vnd.adobe.photoshop", _is("a Photoshop picture")),
    ".rar": Promise("a RAR archive", "application/vnd.rar", _is("a RAR archive")),
    ".7z": Promise("a 7-Zip archive", "application/x-7z-compressed", _is("a 7-Zip archive")),
    ".gz": Promise("a gzip archive", "application/gzip", _is("a gzip archive")),
    ".mp3": Promise("a sound", "audio/mpeg", _is_sound),
    ".mp4": Promise("a film", "video/mp4", _is("a film")),
    ".mov": Promise("a film", "video/quicktime", _is("a film")),
    ".swf": Promise("a Flash film", "application/x-shockwave-flash", _is("a Flash film")),
    ".dwg": Promise("a drawing", "image/vnd.dwg", _is("a drawing")),
    **{
        extension: Promise("text", media_type, is_text)
        for extension, media_type in {
            ".txt": "text/plain",
            ".csv": "text/csv",
            ".html": "text/html",
            ".htm": "text/html",
            ".xml": "application/xml",
            ".json": "application/json",
            ".ipynb": "application/json",
            ".gdoc": "application/json",
            ".gsheet": "application/json",
            ".css": "text/css",
            ".ics": "text/calendar",
            ".eml": "message/rfc822",
            ".log": "text/plain",
            ".sql": "text/plain",
            ".py": "text/plain",
            ".java": "text/plain",
            ".cs": "text/plain",
            ".cpp": "text/plain",
            ".pem": "text/plain",
        }.items()
    },
    **dict.fromkeys((".gl", ".dash", ".p7s", ".dat"), Promise("data", _OTHER, _anything)),
}
KINDS = frozenset(
    (*(what for _, _, what in _STARTS), *(one.what for one in PROMISES.values()), SOMETHING_ELSE)
)
"""All there is to say of a content, or of what a name promises."""
"""What Comeet's lists of extensions stand for; of others nothing is known, and any content will do."""


def media_type(extension: str) -> str:
    """The content type that goes with an extension."""
    return PROMISES[extension].media_type if extension in PROMISES else _OTHER


def extensions(media_type: str) -> tuple[str, ...]:
    """The extensions that go with a content type, also one like `image/*`."""
    return tuple(
        extension for extension, one in PROMISES.items() if fnmatch.fnmatchcase(one.media_type, media_type)
    )
