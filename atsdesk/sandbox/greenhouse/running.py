"""Starts and stops the imitation of Greenhouse."""

import contextlib
import random
import secrets as randomness
from collections.abc import Iterator

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.controls import routes
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL, Front
from atsdesk.sandbox.greenhouse.api import TOKEN, V3, Api
from atsdesk.sandbox.greenhouse.auth import Tokens
from atsdesk.sandbox.greenhouse.control import Control
from atsdesk.sandbox.greenhouse.defaults import CLIENT_SUFFIX, Rules
from atsdesk.sandbox.greenhouse.mischief import GreenhouseManners
from atsdesk.sandbox.greenhouse.scopes import granted
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.running import Running, moving
from atsdesk.sandbox.serving import Service, listen

ATS = "greenhouse"


Sandbox = Running[Control]
"""`base_url` ends in `/v3`."""


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
        app = api.app([*routes(lambda _: control, token)])
        service.start(Front(app, clock, journal, broken, GreenhouseManners(origin), service.closing))
        stack.callback(service.stop)
        stack.enter_context(moving(lambda: control.advance(1), evolve_seconds))
        settings = {"token_url": origin + TOKEN}
        yield Sandbox(ATS, origin + V3, settings, secrets, control, origin + CONTROL, token)
