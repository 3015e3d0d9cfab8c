"""Starts and stops the imitation of SmartRecruiters."""

import contextlib
import random
import secrets as randomness
from collections.abc import Iterator
from dataclasses import dataclass

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.controls import routes
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL, Front
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.running import Running, moving
from atsdesk.sandbox.serving import Service, listen
from atsdesk.sandbox.smartrecruiters.api import Api
from atsdesk.sandbox.smartrecruiters.auth import Gatekeeper
from atsdesk.sandbox.smartrecruiters.control import Control
from atsdesk.sandbox.smartrecruiters.defaults import INTERVIEW_MODES, Rules
from atsdesk.sandbox.smartrecruiters.mischief import SmartRecruitersManners
from atsdesk.sandbox.smartrecruiters.reporting import INTERVIEWS
from atsdesk.sandbox.smartrecruiters.scopes import granted
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

ATS = "smartrecruiters"


@dataclass(frozen=True)
class Sandbox(Running[Control]):
    """A running sandbox: everything an account needs, and its controls."""

    credentials: dict[str, str]
    """An API key and a client, which both work; an account is given one of them."""


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
        app = api.app([*routes(lambda _: control, token)])
        manners = SmartRecruitersManners(service.base_url)
        service.start(Front(app, clock, journal, broken, manners, service.closing))
        stack.callback(service.stop)
        stack.enter_context(moving(lambda: control.advance(1), evolve_seconds))
        yield Sandbox(
            ATS,
            service.base_url,
            {"interviews_mode": interviews_mode, "report_id": INTERVIEWS},
            {name: secret for name, secret in credentials.items() if oauth == (name != "api_key")},
            control,
            service.base_url + CONTROL,
            token,
            credentials,
        )
