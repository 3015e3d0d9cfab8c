"""ICU's data without the languages that the program does not speak: 30 MB of Qt's libraries on Linux become a few.

Qt asks ICU for sorting, upper case and time zones' names; a language that is not there falls back on the root, as
ICU does for every language it has never heard of. Needs `ld` and `objcopy`, which PyInstaller needs too.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

LANGUAGES = ("root", "en", "en_001", "en_GB", "en_US", "he", "he_IL", "iw", "iw_IL")
LOCALE = re.compile(r"[a-z]{2,3}(?:_\w+)?\.res")
DROPPED = re.compile(r"(?:unit|rbnf|translit)/|.*\.cnv$|.*\.dict$")
"""Names of units, numbers in words, transliteration, old encodings, breaking of lines in Thai and Chinese."""
PADDING = 16
ENTRY = re.compile(rb"icudt(\d+)l/")


class UnknownData(Exception):
    """This is not the data that is understood here."""


def slim(library: Path) -> int:
    """Put a smaller library in the place of `libicudata.so.N`; returns its new size."""
    whole = library.read_bytes()
    start, version = _find(whole)
    packed = _pack(whole, start)
    with tempfile.TemporaryDirectory() as folder:
        _link(packed, version, library, Path(folder))
    return library.stat().st_size


def _find(whole: bytes) -> tuple[int, str]:
    """Where the package begins: its header says `CmnD`, the common data of ICU."""
    at = whole.find(b"CmnD")
    found = ENTRY.search(whole, at)
    if at < 0 or found is None:
        raise UnknownData("There is no ICU package in this library.")
    return at - 12, found[1].decode()


def _pack(whole: bytes, start: int) -> bytes:
    (header,) = struct.unpack_from("<H", whole, start)
    toc = start + header
    (count,) = struct.unpack_from("<I", whole, toc)
    places = [struct.unpack_from("<II", whole, toc + 4 + 8 * number) for number in range(count)]
    names = [whole[toc + name : whole.index(b"\0", toc + name)] for name, _ in places]
    ends = [begin for _, begin in places[1:]] + [places[-1][1]]
    kept = [
        (name, whole[toc + begin : toc + end] if end > begin else _last(whole, toc + begin))
        for name, (_, begin), end in zip(names, places, ends, strict=True)
        if is_kept(name.decode().partition("/")[2])
    ]
    return whole[start:toc] + _toc(kept)


def _last(whole: bytes, begin: int) -> bytes:
    """The last item's length is written nowhere: the rest of the section is taken, which is little."""
    return whole[begin : begin + 1_000_000]


def is_kept(name: str) -> bool:
    """Whether an item such as `coll/he.res` goes with the program."""
    if DROPPED.match(name):
        return False
    leaf = name.rpartition("/")[2]
    return not LOCALE.fullmatch(leaf) or leaf.removesuffix(".res") in LANGUAGES


def _toc(kept: list[tuple[bytes, bytes]]) -> bytes:
    names_at = 4 + 8 * len(kept)
    names = b"".join(name + b"\0" for name, _ in kept)
    at = names_at + len(names)
    body, table = bytearray(), bytearray(struct.pack("<I", len(kept)))
    padding = -at % PADDING
    name_at, item_at = names_at, at + padding
    for name, item in kept:
        table += struct.pack("<II", name_at, item_at)
        name_at += len(name) + 1
        filled = item + bytes(-len(item) % PADDING)
        body += filled
        item_at += len(filled)
    return bytes(table) + names + bytes(padding) + bytes(body)


def _link(packed: bytes, version: str, library: Path, folder: Path) -> None:
    (folder / "icudata").write_bytes(packed)
    symbol = f"icudt{version}_dat"
    soname = f"libicudata.so.{version}"
    for command in (
        ["ld", "-r", "-b", "binary", "-o", "raw.o", "icudata"],
        [
            *("objcopy", "--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"),
            *("--set-section-alignment", ".data=16", "--redefine-sym", f"_binary_icudata_start={symbol}"),
            *("--strip-symbol", "_binary_icudata_end", "--strip-symbol", "_binary_icudata_size"),
            *("raw.o", "data.o"),
        ],
        ["ld", "-shared", "-z", "noexecstack", "-soname", soname, "-o", "made.so", "data.o"],
    ):
        subprocess.run(command, cwd=folder, check=True)
    library.write_bytes((folder / "made.so").read_bytes())
