"""The four sandboxes in a process of their own, so that what is measured here is the program alone."""

import contextlib
import multiprocessing
import signal
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from tests.faults.systems import SYSTEMS, System
from tests.sync.lab import Truth

TRUTH = "the truth of the standard set"
SYSTEM_OF = {system.ats: system for system in SYSTEMS}


class Control:
    """The controls of a sandbox in another process, called as those of one in this process are."""

    def __init__(self, pipe: Connection, ats: str) -> None:
        self._pipe, self._ats = pipe, ats

    def __getattr__(self, name: str) -> Any:
        return partial(self._call, name)

    def _call(self, name: str, *arguments: Any, **more: Any) -> Any:
        self._pipe.send((self._ats, name, arguments, more))
        fine, answer = self._pipe.recv()
        if not fine:
            raise AssertionError(f"The sandbox could not {name}: {answer}")
        return answer


@dataclass(frozen=True)
class Sandbox:
    """What an account needs, and the controls."""

    system: System
    base_url: str
    settings: Mapping[str, str]
    secrets: Mapping[str, str]
    control: Control

    @property
    def ats(self) -> str:
        return self.system.ats

    def truth(self) -> Truth:
        """What a complete copy holds, as the standard set sees it."""
        found: Truth = getattr(self.control, TRUTH)()
        return found

    def account_settings(self) -> dict[str, str]:
        """As an account of the standard set has them."""
        return {**self.settings, **self.system.sync.settings}


@contextlib.contextmanager
def sandboxes(candidates: int, seed: int, behind: float) -> Iterator[list[Sandbox]]:
    """One of each system; their clocks are so many seconds behind this computer's."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    options = {"seed": seed, "candidates": candidates, "now": int(time.time() - behind)}
    process = context.Process(target=_serve, args=(theirs, options), daemon=True)
    process.start()
    theirs.close()
    try:
        with ours:
            yield [
                Sandbox(SYSTEM_OF[ats], base_url, settings, secrets, Control(ours, ats))
                for ats, (base_url, settings, secrets) in ours.recv().items()
            ]
    finally:
        process.join(10)


def _serve(pipe: Connection, options: dict[str, Any]) -> None:
    """The other process: does what comes down the pipe, until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.suppress(EOFError, ConnectionError))
        running = {
            ats: stack.enter_context(system.sync.start(**options)) for ats, system in SYSTEM_OF.items()
        }
        pipe.send({ats: (one.base_url, one.settings, dict(one.secrets)) for ats, one in running.items()})
        while True:
            ats, name, arguments, more = pipe.recv()
            sandbox = running[ats]
            try:
                if name == TRUTH:
                    done = SYSTEM_OF[ats].sync.truth(sandbox)
                else:
                    done = getattr(sandbox.control, name)(*arguments, **more)
                pipe.send((True, done))
            except Exception as error:  # noqa: BLE001  # told to whoever asked
                pipe.send((False, f"{type(error).__name__}: {error}"))
