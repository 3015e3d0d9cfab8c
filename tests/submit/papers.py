"""Files as people have them: small, whole, and about nobody."""

import gzip
import io
import zipfile

from atsdesk.ats.draft import File
from atsdesk.ats.submitting import Enclosure
from atsdesk.sandbox.paper import paper
from atsdesk.submit.enclosing import enclosure

PDF = paper("Noa Example")
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
    b"\0\0\0\nIDATx\x9cc\0\1\0\0\5\0\1\r\n-\xb4\0\0\0\0IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9"
WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le") + b"\0" * 1000
EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "Workbook".encode("utf-16-le") + b"\0" * 1000


def packed(**entries: bytes) -> bytes:
    """A ZIP archive; `__` in a name stands for a slash."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name.replace("__", "/"))
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def document(text: bytes = b"<w:document/>") -> bytes:
    """A Word document."""
    return packed(types=b"<Types/>", **{"word__document.xml": text})


def zipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def file(content: bytes, name: str = "cv.pdf", kind: str = "resume", question: str = "") -> Enclosure:
    return enclosure(File(name, kind, question=question), content)
