"""Starts and stops the imitation of Greenhouse."""

import contextlib
import random
import secrets as randomness
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL, Front
from atsdesk.sandbox.greenhouse import evolve
from atsdesk.sandbox.greenhouse.api import TOKEN, V3, Api
from atsdesk.sandbox.greenhouse.auth import Tokens
from atsdesk.sandbox.greenhouse.control import Control, routes
from atsdesk.sandbox.greenhouse.defaults import CLIENT_SUFFIX, Rules
from atsdesk.sandbox.greenhouse.mischief import GreenhouseManners
from atsdesk.sandbox.greenhouse.scopes import granted
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.serving import Service, listen

ATS = "greenhouse"


@dataclass(frozen=True)
class Sandbox:
    """A running sandbox: everything an account needs, and its controls. `base_url` ends in `/v3`."""

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
    private: bool = True,
    confidential: bool = True,
    id_offset: int = 0,
    faults: tuple[str, ...] | list[str] = (),
    evolve_seconds: float | None = None,
) -> Iterator[Sandbox]:
    """Serves the imitation from a thread until the block ends.

    `now` (seconds since 1970) is where the sandbox's clock starts; the same `seed`, `candidates` and `now` make
    the same data. `id_offset` is added to the ids of people and of what they do. Raises `PortTaken`, and
    `ValueError` for scopes or faults that nobody knows.
    """
    broken = Faults(f"{V3}/")
    broken.add(*faults)
    grant = granted(without, private=private, confidential=confidential)
    draw = random.Random(f"secrets of {seed}")
    secrets = {
        "client_id": f"sandbox-{draw.getrandbits(64):016x}{CLIENT_SUFFIX}",
        "client_secret": f"{draw.getrandbits(256):064x}",
    }
    token = randomness.token_urlsafe(24)
    with contextlib.ExitStack() as stack:
        service = Service(listen(port))
        stack.callback(service.stop)
        clock, origin = Clock(now), service.base_url
        tenant = Tenant(seed, candidates, clock, rules or Rules(), grant, id_offset)
        stack.callback(tenant.close)
        journal = Journal()
        tokens = Tokens(tenant, secrets["client_id"], secrets["client_secret"])
        api = Api(tenant, origin, tokens, secrets["client_secret"])
        control = Control(tenant, broken, journal, tokens, api.limit, api.token_limit)
        app = api.app([*routes(control, token)])
        service.start(Front(app, clock, journal, broken, GreenhouseManners(origin), service.closing))
        stack.callback(service.stop)
        if evolve_seconds:
            stack.enter_context(_moving(tenant, evolve_seconds))
        settings = {"token_url": origin + TOKEN}
        yield Sandbox(origin + V3, settings, secrets, control, origin + CONTROL, token)


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
