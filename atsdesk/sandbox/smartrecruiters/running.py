"""Starts and stops the imitation of SmartRecruiters."""

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
from atsdesk.sandbox.serving import Service, listen
from atsdesk.sandbox.smartrecruiters import evolve
from atsdesk.sandbox.smartrecruiters.api import Api
from atsdesk.sandbox.smartrecruiters.auth import Gatekeeper
from atsdesk.sandbox.smartrecruiters.control import Control, routes
from atsdesk.sandbox.smartrecruiters.defaults import INTERVIEW_MODES, Rules
from atsdesk.sandbox.smartrecruiters.mischief import SmartRecruitersManners
from atsdesk.sandbox.smartrecruiters.reporting import INTERVIEWS
from atsdesk.sandbox.smartrecruiters.scopes import granted
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

ATS = "smartrecruiters"


@dataclass(frozen=True)
class Sandbox:
    """A running sandbox: everything an account needs, and its controls.

    `secrets` is what an account is given: an API key, or a client; `credentials` holds both, which both work.
    """

    base_url: str
    settings: dict[str, Any]
    secrets: dict[str, str]
    credentials: dict[str, str]
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
    oauth: bool = False,
    interviews_mode: str = INTERVIEW_MODES[0],
    faults: tuple[str, ...] | list[str] = (),
    evolve_seconds: float | None = None,
) -> Iterator[Sandbox]:
    """Serves the imitation from a thread until the block ends.

    `now` (seconds since 1970) is where the sandbox's clock starts; the same `seed`, `candidates` and `now` make
    the same data. Raises `PortTaken`, and `ValueError` for scopes, modes or faults that nobody knows.
    """
    if interviews_mode not in INTERVIEW_MODES:
        known = ", ".join(INTERVIEW_MODES)
        raise ValueError(f"There is no way to read interviews named “{interviews_mode}”; known are: {known}")
    allowed = granted(without)
    broken = Faults()
    broken.add(*faults)
    draw = random.Random(f"secrets of {seed}")
    credentials = {
        "api_key": f"DCRA1-{draw.getrandbits(128):032x}",
        "client_id": f"{draw.getrandbits(96):024x}",
        "client_secret": f"{draw.getrandbits(192):048x}",
    }
    token = randomness.token_urlsafe(24)
    with contextlib.ExitStack() as stack:
        service = Service(listen(port))
        stack.callback(service.stop)
        clock = Clock(now)
        law = rules or Rules()
        tenant = Tenant(seed, candidates, clock, law)
        tenant.allowed = allowed
        stack.callback(tenant.close)
        journal = Journal()
        api = Api(tenant, service.base_url, Gatekeeper(credentials, clock, law))
        control = Control(api, broken, journal)
        app = api.app([*routes(control, token)])
        manners = SmartRecruitersManners(service.base_url)
        service.start(Front(app, clock, journal, broken, manners, service.closing))
        stack.callback(service.stop)
        if evolve_seconds:
            stack.enter_context(_moving(tenant, evolve_seconds))
        yield Sandbox(
            service.base_url,
            {"interviews_mode": interviews_mode, "report_id": INTERVIEWS},
            {name: secret for name, secret in credentials.items() if oauth == (name != "api_key")},
            credentials,
            control,
            service.base_url + CONTROL,
            token,
        )


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
