"""Archives, and the documents that are some: whether they can be unpacked, and to how much."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

MOST_TIMES = 100
"""What is unpacked may be so many times as large as the archive ..."""
FREE_BYTES = 20_000_000
"""... where it is larger than this: text alone may well be packed to a hundredth ..."""
MOST_BYTES = 1_000_000_000
"""... and never larger than this."""
MOST_ENTRIES = 10_000
DEEPEST = 3
"""Archives within archives are looked into so far."""
_CHUNK = 1 << 16
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that can be undone piece by piece; no document is packed otherwise."""


class BombError(Exception):
    """It unpacks to far more than any document holds."""


class BrokenError(Exception):
    """It cannot be unpacked."""


class LockedError(Exception):
    """It takes a password."""


@dataclass(slots=True)
class Allowance:
    """Bytes and entries that may still be unpacked."""

    bytes: int
    entries: int = MOST_ENTRIES

    def spend(self, number: int) -> None:
        self.bytes -= number
        if self.bytes < 0:
            raise BombError

    def enter(self) -> None:
        self.entries -= 1
        if self.entries < 0:
            raise BombError


def allowance(content: bytes) -> Allowance:
    """What an archive may unpack to."""
    return Allowance(min(max(FREE_BYTES, MOST_TIMES * len(content)), MOST_BYTES))


def unpack(content: bytes, left: Allowance, depth: int = 0) -> list[str]:
    """Unpack a ZIP archive to nowhere, also what lies within it; the names in it.

    Raises `BombError`, `BrokenError`, `LockedError`.
    """
    if depth > DEEPEST:
        raise BombError
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [_entry(archive, entry, len(content), left, depth) for entry in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise BrokenError(str(error)) from error


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, size: int, left: Allowance, depth: int) -> str:
    left.enter()
    if entry.flag_bits & 1:
        raise LockedError
    if entry.compress_type not in _PACKED:
        raise BrokenError(f"{entry.filename} is packed in an unusual way")
    with archive.open(entry) as stream:
        _look_into(stream.read, size, left, depth)
    return entry.filename


def inflate(content: bytes, left: Allowance, depth: int = 0) -> None:
    """Unpack a gzip archive to nowhere, also what lies within it; raises as `unpack` does."""
    if depth > DEEPEST:
        raise BombError
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
            _look_into(stream.read, len(content), left, depth)
    except (zlib.error, EOFError, OSError) as error:
        raise BrokenError(str(error)) from error


def _look_into(read: Callable[[int], bytes], size: int, left: Allowance, depth: int) -> None:
    """Read to the end; `size` is that of the archive it comes from."""
    start = read(_CHUNK)
    left.spend(len(start))
    nested = start.startswith((b"PK\x03\x04", b"\x1f\x8b"))
    kept = [start]
    while chunk := read(_CHUNK):
        left.spend(len(chunk))
        if nested:
            kept.append(chunk)
            if len(kept) * _CHUNK > 2 * size + FREE_BYTES:
                raise BombError  # what is packed once does not shrink again
    if nested:
        within = unpack if start.startswith(b"PK") else inflate
        within(b"".join(kept), left, depth + 1)
