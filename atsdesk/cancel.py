"""A wish to stop that reaches every wait within a second."""

import contextlib
import threading
from collections.abc import Iterator

from atsdesk.errors import Cancelled


class Cancel:
    """Set once by whoever wants the work to end; looked at by whoever works or waits."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        self._event.set()

    def is_set(self) -> bool:
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait up to `seconds`; true as soon as the work is to end."""
        return self._event.wait(seconds)

    def check(self) -> None:
        """Raise `Cancelled` when the work is to end."""
        if self._event.is_set():
            raise Cancelled

    def sleep(self, seconds: float) -> None:
        """Wait for `seconds`; raise `Cancelled` at once when the work is to end."""
        if self._event.wait(seconds):
            raise Cancelled


_ruling = threading.local()


@contextlib.contextmanager
def ruled_by(cancel: Cancel) -> Iterator[None]:
    """What this thread reads from the store meanwhile ends when `cancel` is set."""
    _ruling.cancel = cancel
    try:
        yield
    finally:
        _ruling.cancel = None


def ruling() -> Cancel | None:
    """What may end the reading of this thread."""
    found: Cancel | None = getattr(_ruling, "cancel", None)
    return found
