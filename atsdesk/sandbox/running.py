"""A sandbox that runs: what its caller is told, and time that moves by itself."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

C = TypeVar("C")


@dataclass(frozen=True)
class Running(Generic[C]):
    """Everything an account needs, and the sandbox's controls."""

    ats: str
    base_url: str
    settings: dict[str, Any]
    secrets: dict[str, str]
    """What an account is given."""
    control: C
    control_url: str
    control_token: str

    def start_line(self) -> dict[str, Any]:
        """What the command prints at its start."""
        return {
            "ats": self.ats,
            "base_url": self.base_url,
            "set": self.settings,
            "secrets": self.secrets,
            "control": {"url": self.control_url, "token": self.control_token},
        }


@contextlib.contextmanager
def moving(advance: Callable[[], object], seconds: float | None) -> Iterator[None]:
    """Advances again and again, every so many seconds, until the block ends; never without a number."""
    if not seconds:
        yield
        return
    stop = threading.Event()

    def move() -> None:
        while not stop.wait(seconds):
            advance()

    thread = threading.Thread(target=move, name="sandbox-evolve", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
