"""A file behind a link that an ATS gave: fetched without credentials, and without following it anywhere else."""

import time
from typing import IO

import httpcore
import httpx

from atsdesk.cancel import Cancel
from atsdesk.errors import DataError, DeskError, GoneError, OfflineError, TransientError
from atsdesk.net.address import is_loopback
from atsdesk.net.answer import Patience
from atsdesk.net.client import origin_of, transport
from atsdesk.net.sockets import Watch

LARGEST = 200_000_000
DEAD = frozenset({401, 403, 404, 410})
"""What servers of files answer where a link is over or the file is gone."""
OK = 200


class DeadLinkError(GoneError):
    """The link no longer leads to the file; another one may."""


def download(
    url: str,
    into: IO[bytes],
    *,
    cancel: Cancel,
    patience: Patience,
    from_here: bool = False,
) -> None:
    """Write what is behind a link. `from_here` lets it lead to this computer, as a sandbox's does.

    A link is a secret while it lives: no error names it. Raises `DeadLinkError`, `DataError`, `TransientError`,
    `OfflineError`, `Cancelled`.
    """
    host = _checked(url, from_here)
    watch = Watch(cancel)
    watch.deadline = time.monotonic() + patience.whole_answer
    timeout = httpx.Timeout(patience.read, connect=patience.connect)
    size = 0
    try:
        with (
            httpx.Client(transport=transport(url, watch), timeout=timeout, follow_redirects=False) as http,
            http.stream("GET", url, headers={"User-Agent": "ATS-Desk"}) as response,
        ):
            if response.status_code != OK:
                raise _refused(response.status_code, host)
            for chunk in response.iter_bytes():
                size += len(chunk)
                if size > LARGEST:
                    raise DataError("The file is larger than 200 MB.", "Open it in the ATS.", concerns=host)
                into.write(chunk)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
        raise OfflineError(
            f"{host}, where the ATS keeps the file, could not be reached.",
            "Check the network connection, then open the file again.",
            concerns=host,
        ) from error
    except (httpx.HTTPError, httpcore.ReadTimeout) as error:
        raise TransientError(
            "The connection broke off in the middle of the file.", "Open it again.", concerns=host
        ) from error


def _checked(url: str, from_here: bool) -> str:
    """The host of a link; raises `DataError` for one that must not be followed."""
    good = origin_of(url)  # none for what is no address, or has a password in it
    parts = httpx.URL(good)
    here = is_loopback(parts.host)
    if not good or (here and not from_here) or not (parts.scheme == "https" or here):
        raise DataError(
            "The ATS's link to the file is none that can be followed safely.",
            "Open the file in the ATS.",
            concerns=parts.host,
        )
    return parts.host


def _refused(status: int, host: str) -> DeskError:
    if status in DEAD:
        return DeadLinkError(
            "The link to the file is over, or the file is gone.",
            "Try again, or look in the ATS itself.",
            concerns=host,
        )
    return TransientError(
        f"{host}, where the ATS keeps the file, answered {status}.", "Try again later.", concerns=host
    )
