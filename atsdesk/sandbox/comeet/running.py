"""Starts and stops the imitation of Comeet."""

import contextlib
import random
import secrets as randomness
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.comeet import evolve
from atsdesk.sandbox.comeet.api import Api
from atsdesk.sandbox.comeet.control import Control, routes
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.mischief import ComeetManners
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL, Front
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.serving import Service, listen

ATS = "comeet"


@dataclass(frozen=True)
class Sandbox:
    """A running sandbox: everything an account needs, and its controls."""

    base_url: str
    settings: dict[str, Any]
    secrets: dict[str, str]
    control: Control
    control_url: str
    control_token: str

    def start_line(self) -> dict[str, Any]:
        """What the command prints at its start."""
        return {
            "ats": ATS,
            "base_url": self.base_url,
            "set": self.settings,
            "secrets": self.secrets,
            "control": {"url": self.control_url, "token": self.control_token},
        }


@contextlib.contextmanager
def running(
    seed: int = 1,
    candidates: int = 300,
    port: int = 0,
    *,
    rules: Rules | None = None,
    now: int | None = None,
    without: tuple[str, ...] | list[str] = (),
    scope: str = "all",
    faults: tuple[str, ...] | list[str] = (),
    evolve_seconds: float | None = None,
) -> Iterator[Sandbox]:
    """Serves the imitation from a thread until the block ends.

    `now` (seconds since 1970) is where the sandbox's clock starts; the same `seed`, `candidates` and `now` make
    the same data. Raises `PortTaken`, and `ValueError` for permissions, scopes or faults that nobody knows.
    """
    broken = Faults()
    broken.add(*faults)
    draw = random.Random(f"secrets of {seed}")
    secrets = {"api_key": f"sandbox-{draw.getrandbits(64):016x}", "secret": f"{draw.getrandbits(256):064x}"}
    token = randomness.token_urlsafe(24)
    with contextlib.ExitStack() as stack:
        service = Service(listen(port))
        stack.callback(service.stop)
        clock = Clock(now)
        tenant = Tenant(seed, candidates, clock, rules or Rules())
        stack.callback(tenant.close)
        journal = Journal()
        api = Api(tenant, service.base_url, secrets["api_key"], secrets["secret"])
        control = Control(tenant, broken, journal, api.limit)
        control.permit(without, scope)
        app = api.app([*routes(control, token)])
        manners = ComeetManners(service.base_url)
        service.start(Front(app, clock, journal, broken, manners, service.closing))
        stack.callback(service.stop)
        if evolve_seconds:
            stack.enter_context(_moving(tenant, evolve_seconds))
        yield Sandbox(service.base_url, {}, secrets, control, service.base_url + CONTROL, token)


@contextlib.contextmanager
def _moving(tenant: Tenant, seconds: float) -> Iterator[None]:
    stop = threading.Event()

    def move() -> None:
        while not stop.wait(seconds):
            evolve.advance(tenant, 1)

    thread = threading.Thread(target=move, name="sandbox-evolve", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
