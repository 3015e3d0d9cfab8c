"""Starts and stops the imitation of Kombo."""

import contextlib
import random
import secrets as randomness
from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.controls import routes
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.front import CONTROL, Front
from atsdesk.sandbox.journal import Journal
from atsdesk.sandbox.kombo.api import PREFIX, Api
from atsdesk.sandbox.kombo.control import Control
from atsdesk.sandbox.kombo.defaults import TOOL, Rules
from atsdesk.sandbox.kombo.ids import kombo_id
from atsdesk.sandbox.kombo.integration import Integration
from atsdesk.sandbox.kombo.mischief import KomboManners
from atsdesk.sandbox.running import Running, moving
from atsdesk.sandbox.serving import Service, listen

ATS = "kombo"
REGION = "eu"


@dataclass(frozen=True)
class Sandbox(Running[Control]):
    """A running sandbox: everything an account needs, and its controls, one for each integration."""

    controls: dict[str, Control]


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

        def meant(request: Request) -> Control:
            return controls[request.query_params.get("integration") or names[0]]

        app = api.app([*routes(meant, token)])
        service.start(Front(app, clock, journal, broken, KomboManners(), service.closing))
        stack.callback(service.stop)
        stack.enter_context(
            moving(lambda: [control.advance(1) for control in controls.values()], evolve_seconds)
        )
        settings = {"region": REGION, "integration_id": names[0]}
        yield Sandbox(
            ATS, base_url, settings, secrets, controls[names[0]], service.base_url + CONTROL, token, controls
        )
