"""Starts and stops the imitation of Kombo."""

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
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.kombo.api import PREFIX, Api
from atsdesk.sandbox.kombo.control import Control, routes
from atsdesk.sandbox.kombo.defaults import TOOL, Rules
from atsdesk.sandbox.kombo.ids import kombo_id
from atsdesk.sandbox.kombo.integration import Integration
from atsdesk.sandbox.kombo.mischief import KomboManners
from atsdesk.sandbox.serving import Service, listen

ATS = "kombo"
REGION = "eu"


@dataclass(frozen=True)
class Sandbox:
    """A running sandbox: everything an account needs, and its controls, one for each integration."""

    base_url: str
    settings: dict[str, Any]
    secrets: dict[str, str]
    control: Control
    controls: dict[str, Control]
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
    integrations: int = 1,
    unavailable: tuple[str, ...] | list[str] = (),
    disabled: tuple[str, ...] | list[str] = (),
    lacking: tuple[str, ...] | list[str] = (),
    setup: str | None = None,
    setup_seconds: float | None = None,
    faults: tuple[str, ...] | list[str] = (),
    evolve_seconds: float | None = None,
) -> Iterator[Sandbox]:
    """Serves the imitation from a thread until the block ends.

    One API key opens all integrations (CONFIRMED); `settings` names the first. `now` (seconds since 1970) is where the
    sandbox's clock starts; the same `seed`, `candidates` and `now` make the same data. Raises `PortTaken`, and
    `ValueError` for models, fields, setups or faults that nobody knows.
    """
    broken = Faults(PREFIX)
    broken.add(*faults)
    draw = random.Random(f"secrets of {seed}")
    secrets = {"api_key": f"ks_dev_{draw.getrandbits(160):040x}"}
    names = [f"{TOOL}:{kombo_id(str(seed), str(number))}" for number in range(integrations)]
    token = randomness.token_urlsafe(24)
    with contextlib.ExitStack() as stack:
        service = Service(listen(port))
        stack.callback(service.stop)
        clock, law, journal = Clock(now), rules or Rules(), Journal()
        connected = {name: Integration(name, seed, candidates, clock, law) for name in names}
        for one in connected.values():
            stack.callback(one.tenant.close)
        base_url = service.base_url + PREFIX
        api = Api(connected, law, secrets["api_key"], kombo_id(str(seed), "environment"), service.base_url)
        controls = {name: Control(one, api, broken, journal) for name, one in connected.items()}
        for name, control in controls.items():
            control.scope(unavailable, disabled, lacking)
            connected[name].health.data_expired_at = None  # nothing was there before
            control.set_health(setup=setup, seconds=setup_seconds)
        app = api.app([*routes(controls, token)])
        service.start(Front(app, clock, journal, broken, KomboManners(), service.closing))
        stack.callback(service.stop)
        if evolve_seconds:
            stack.enter_context(_moving(controls, evolve_seconds))
        settings = {"region": REGION, "integration_id": names[0]}
        yield Sandbox(
            base_url, settings, secrets, controls[names[0]], controls, service.base_url + CONTROL, token
        )


@contextlib.contextmanager
def _moving(controls: dict[str, Control], seconds: float) -> Iterator[None]:
    stop = threading.Event()

    def move() -> None:
        while not stop.wait(seconds):
            for control in controls.values():
                control.advance(1)

    thread = threading.Thread(target=move, name="sandbox-evolve", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
