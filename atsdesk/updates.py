"""Whether a newer ATS Desk is out: one address is asked for a version number, and only where a person wants that.

Nothing of the person is sent (not even which version they have), nothing is downloaded, and no redirect is followed.
"""

import datetime as dt
import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from atsdesk import __version__
from atsdesk.cancel import Cancel
from atsdesk.errors import DataError, TransientError
from atsdesk.net.address import check_address
from atsdesk.net.answer import Answer, Patience
from atsdesk.net.credentials import Minted

ADDRESS = "https://atsdesk.example.com/latest.json"
"""Holds `{"version": "1.2.3"}`; to be changed with the home of the program."""
OTHER_ADDRESS = "ATSDESK_UPDATES_URL"
"""The environment's variable for organisations that tell their people themselves."""
ON, LOOKED_AT = "updates.on", "updates.looked_at"
EVERY = dt.timedelta(days=1)
PATIENCE = Patience(connect=5, read=10, whole_answer=15, tries=1, tries_offline=1, largest_answer=100_000)
_version = re.compile(r"(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?").fullmatch


@dataclass(frozen=True, slots=True)
class Release:
    """The newest version that is out."""

    version: str
    is_newer: bool
    """Whether it is newer than this program."""


class Updates:
    """The looking, and whether it is wanted. Off until somebody switches it on."""

    def __init__(
        self,
        remembered: Callable[[str, Any], Any],
        remember: Callable[[str, Any], None],
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._remembered, self._remember, self._environ = remembered, remember, environ

    @property
    def on(self) -> bool:
        """Whether the program may look by itself."""
        return self._remembered(ON, False) is True

    def switch(self, on: bool) -> None:
        self._remember(ON, on)

    def is_due(self, now: dt.datetime) -> bool:
        """Whether the program is to look by itself now."""
        if not self.on:
            return False
        try:
            last = dt.datetime.fromisoformat(str(self._remembered(LOOKED_AT, "")))
            return not now - EVERY < last <= now
        except (ValueError, TypeError):  # never, or what is no moment with a zone
            return True

    def look(self, *, cancel: Cancel | None = None) -> Release:
        """Ask which version is the newest. Slow.

        Raises `ConfigError` for an address that is not encrypted, `TransientError` where nobody answers, `DataError`
        where the answer is no version.
        """
        self._remember(LOOKED_AT, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        address = self._environ.get(OTHER_ADDRESS) or ADDRESS
        check_address(address)
        from atsdesk.net.client import Client  # httpx takes a while to load

        client = Client(address, Minted(lambda now: {}), cancel=cancel or Cancel(), patience=PATIENCE)
        try:
            version = client.get("", None, _read)
        except TransientError as error:
            raise TransientError(
                "Whether a newer version is out could not be found out.",
                "Check the network connection, then look again.",
                concerns=client.origin,
            ) from error
        finally:
            client.close()
        return Release(version, _numbers(version) > _numbers(__version__))


def _read(answer: Answer) -> str:
    try:
        told = json.loads(answer.body) if answer.status == 200 else None
    except ValueError:
        told = None
    version = told.get("version") if isinstance(told, dict) else None
    if not isinstance(version, str) or _version(version) is None:
        raise DataError(
            "The answer about the newest version was not understood.",
            "Nothing is amiss with this program; look again another day.",
        )
    return version


def _numbers(version: str) -> tuple[int, ...]:
    found = _version(version)
    return tuple(int(one or 0) for one in found.groups()) if found else ()
