"""Starts and stops the imitation of Comeet."""

import contextlib
import random
import secrets as randomness
from collections.abc import Iterator

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.comeet.api import Api
from atsdesk.sandbox.comeet.control import Control
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.mischief import ComeetManners
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.controls import routes
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL, Front
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.running import Running, moving
from atsdesk.sandbox.serving import Service, listen

ATS = "comeet"


Sandbox = Running[Control]


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
        app = api.app([*routes(lambda _: control, token)])
        manners = ComeetManners(service.base_url)
        service.start(Front(app, clock, journal, broken, manners, service.closing))
        stack.callback(service.stop)
        stack.enter_context(moving(lambda: control.advance(1), evolve_seconds))
        yield Sandbox(ATS, service.base_url, {}, secrets, control, service.base_url + CONTROL, token)
