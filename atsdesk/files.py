"""Files of candidates, fetched from their ATS when somebody wants to see one, and gone when the program ends."""

import contextlib
import os
import re
import shutil
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from atsdesk.accounts import Accounts
from atsdesk.ats.filing import FileLink, FileWanted
from atsdesk.ats.registry import FILE_LINKS, connector
from atsdesk.ats.resource import Line
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError, DataError
from atsdesk.net.address import is_loopback
from atsdesk.net.answer import Answer

PREFIX = "atsdesk-files-"
LEFT_OVER_SECONDS = 86_400
"""Age from which a folder is one that a program left behind when it was ended; it holds people's data."""
LONGEST_NAME = 120
SHOWN = frozenset(
    ".pdf .doc .docx .odt .rtf .txt .md .png .jpg .jpeg .gif .webp .tif .tiff .heic .xls .xlsx .ods .csv .ppt .pptx"
    " .odp .pages .key .numbers".split()
)
"""Kinds of files that programs show; any other is not opened, as it might do something."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE).fullmatch


class Files:
    """The files that were fetched for one open data folder."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._fetched = 0

    def fetch(self, account: str, wanted: FileWanted, *, cancel: Cancel | None = None) -> Path:
        """Fetch a file into a private folder. Slow.

        Its link is read from the ATS first, and once more where it was over already. Raises `GoneError` where the ATS
        has no such file, `ConfigError` where it may not be read, `DataError` where the file is none that can be taken,
        and what a request may raise.
        """
        known, cancel = self._accounts.one(account), cancel or Cancel()
        line = self._accounts.line(known, cancel)
        from atsdesk.net.download import DeadLinkError  # httpx takes a while to load

        try:
            target = self._place(wanted.name)
            try:
                try:
                    _fetch(known.ats, line, wanted, target)
                except DeadLinkError:
                    _fetch(known.ats, line, wanted, target)
            except BaseException:
                shutil.rmtree(target.parent, ignore_errors=True)
                raise
        except OSError as error:
            raise ConfigError(
                f"There is no place for the file ({(error.strerror or str(error)).lower()}).",
                "Free some disk space, and check that the temporary folder of this computer can be written to.",
                concerns=tempfile.gettempdir(),
            ) from error
        return target

    def clear(self) -> None:
        """Remove everything that was fetched; what another program holds open goes as soon as it can."""
        with self._lock:
            folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _place(self, name: str) -> Path:
        """A new place for a file of this name, in a folder that nobody else may look into."""
        with self._lock:
            if self._folder is None or not self._folder.is_dir():
                _sweep()
                self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
            self._fetched += 1
            place = self._folder / str(self._fetched)
            place.mkdir(mode=0o700)
        return place / safe_name(name)


def opens(path: Path) -> bool:
    """Whether a file is of a kind that is only looked at."""
    return path.suffix.lower() in SHOWN


def safe_name(name: str) -> str:
    """A name for a file out of one that an ATS gave: no folder, nothing hidden, nothing that systems trip over."""
    plain = _NOT_IN_NAMES.sub("_", name).strip().strip(".").strip()
    if not plain or _RESERVED(plain):
        plain = f"file {plain}".strip()
    stem, ending = os.path.splitext(plain)  # noqa: PTH122  of a name, not of a path
    return f"{stem[: LONGEST_NAME - len(ending[:20])]}{ending[:20]}"


def _fetch(ats: str, line: Line, wanted: FileWanted, target: Path) -> None:
    from atsdesk.net.download import LARGEST, download

    client = connector(ats).client(line)
    try:
        link: FileLink = FILE_LINKS[ats](client, wanted)
        with open(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
            if link.needs_key:
                file.write(client.get(link.url, None, _body, headers={"Accept": "*/*"}, largest=LARGEST))
            else:
                download(
                    link.url,
                    file,
                    cancel=line.cancel,
                    patience=line.patience,
                    from_here=is_loopback(urlsplit(line.base_url).hostname or ""),
                )
    finally:
        client.close()


def _body(answer: Answer) -> bytes:
    if answer.status != 200:
        raise DataError(
            f"The ATS did not give the file (it answered {answer.status}).",
            "Look in the ATS itself; the key may lack a permission.",
            concerns="file",
        )
    return answer.body


def _sweep() -> None:
    """Remove the folders of programs that were ended long ago."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > LEFT_OVER_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
